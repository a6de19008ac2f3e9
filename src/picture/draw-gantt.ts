import { drawPng } from './draw-png.ts';
import type { Gantt } from './gantt.ts';
import { type Part, partsOf, wholeOf } from './gantt-parts.ts';
import { specOf } from './gantt-spec.ts';
import { placeGantt } from './place-gantt.ts';

/** Which part of a plan is drawn: one of `partsOf`, from 1, or all of it in one picture. */
export type Wanted = number | 'whole';

/**
 * A plan as SVG. The drawing libraries are loaded at the first picture, so that starting Klar does not pay for them.
 * The same plan gives the same text, byte for byte.
 * @param wanted A part that is not there (the plan became shorter) is the last one.
 */
export async function ganttSvg(gantt: Gantt, wanted: Wanted): Promise<string> {
  const part = wanted === 'whole' ? wholeOf(gantt) : partAt(gantt, wanted);
  const [{ compile }, { parse, View }] = await Promise.all([import('vega-lite'), import('vega')]);
  const view = new View(parse(compile(specOf(placeGantt(gantt, part))).spec), { renderer: 'none' });
  try {
    return described(await view.toSVG(), gantt);
  } finally {
    view.finalize();
  }
}

/**
 * A plan as PNG, 1024 px wide, written in Klar's own font; a part is 1024 px high at the most (PLATFORMS T6), a whole plan
 * as high as its rows are.
 */
export const ganttPng = async (gantt: Gantt, wanted: Wanted): Promise<Uint8Array> =>
  drawPng(await ganttSvg(gantt, wanted));

function partAt(gantt: Gantt, wanted: number): Part {
  const parts = partsOf(gantt);
  return parts[Math.min(wanted, parts.length) - 1] ?? wholeOf(gantt);
}

/** Gives the drawing what those hear who do not see it; and names that are the same each time it is drawn. */
function described(svg: string, { title, description, language }: Gantt): string {
  const names = new Map<string, string>();
  const renamed = svg.replaceAll(/(id="|url\(#)(gradient_\d+)/gu, (_, before: string, name: string) => {
    const known = names.get(name) ?? `fade-${names.size + 1}`;
    names.set(name, known);
    return `${before}${known}`;
  });
  const [head = ''] = /^<svg[^>]*>/u.exec(renamed) ?? [];
  const about = ` role="img" aria-labelledby="title description" lang="${language}"`;
  return (
    head.replace(/ class="[^"]*"/u, '').replace(/>$/u, `${about}>`) +
    `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>` +
    renamed.slice(head.length)
  );
}

const escaped = (text: string): string =>
  text
    .toWellFormed()
    // What XML cannot hold at all.
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
