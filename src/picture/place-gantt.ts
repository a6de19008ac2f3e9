import { textWidth } from './font.ts';
import type { Gantt, GanttRow } from './gantt.ts';
import { ink, paints, size } from './gantt-look.ts';
import { axisHeight, type Line, legendOf, type Part, subtitleLines, titleLines } from './gantt-parts.ts';
import { placeAxis } from './place-axis.ts';
import { placeBar } from './place-bar.ts';
import { legendHeight, placeLegend } from './place-legend.ts';
import { noShapes, type Shapes, type Text } from './shapes.ts';
import { dayNumber, spanAround, type TimeSpan } from './time-axis.ts';
import { wrapText, writable } from './wrap-text.ts';

type Drawn = Omit<Shapes, 'widthPx' | 'heightPx'>;

const right = size.width - size.margin;

/** Where everything of a part of the plan stands, in pixels. All numbers are finite, whatever the rows say. */
export function placeGantt(gantt: Gantt, part: Part): Shapes {
  const all = noShapes();
  const dated = (gantt.time === 'own' ? part.lines.flatMap(rowsOf) : gantt.groups.flatMap(({ rows }) => rows)).flatMap(
    ({ when }) => when ?? [],
  );
  const today = dayNumber(gantt.today);
  const span = dated.length > 0 ? spanWithToday(dated, gantt) : undefined;

  let y = placeHeader(all, gantt, part);
  const bodyTop = span ? y + axisHeight : y;
  const lastDated = part.lines.findLastIndex((line) => line.is === 'row' && line.row.when !== null);
  const bodyBottom = part.lines.slice(0, lastDated + 1).reduce((sum, { heightPx }) => sum + heightPx, bodyTop);
  if (span) add(all, placeAxis(gantt, { span, today, top: y, bodyTop, bodyBottom }));
  y = bodyTop;
  for (const line of part.lines) {
    if (line.is === 'heading') placeHeading(all, line, y);
    else placeRow(all, line, y, span);
    y += line.heightPx;
  }
  all.rules.push({ x: size.margin, x2: right, y, y2: y, colour: ink.gridStrong, widthPx: 1 });
  const entries = legendOf(part.lines);
  add(all, placeLegend(entries, gantt, y));
  const heightPx = Math.ceil(y + legendHeight(entries, gantt) + size.margin - 8);
  const edge = { x: 0.5, y: 0.5, x2: size.width - 0.5, y2: heightPx - 0.5, fill: 'none', corner: 0 };
  all.bands.push({ ...edge, stroke: ink.edge, strokeWidth: 1, dash: [] });
  return { ...all, widthPx: size.width, heightPx };
}

/** The time line of these days, with today on it unless that would take more than a third of it. */
function spanWithToday(dated: { start: string; end: string }[], { today }: Gantt): TimeSpan {
  const own = spanAround(dated);
  const day = dayNumber(today);
  const most = (own.until - own.from) / 3;
  const isNear = day >= own.from - most && day < own.until + most;
  return isNear && (day < own.from || day >= own.until) ? spanAround([...dated, { start: today, end: today }]) : own;
}

function placeHeader(all: Drawn, gantt: Gantt, part: Part): number {
  let y: number = size.margin;
  const say = (text: string, { text: sizePx, line }: { text: number; line: number }, more: Partial<Text>) => {
    const plain = { weight: 'regular', colour: ink.subdued, align: 'left' } as const;
    all.texts.push({ x: size.margin, y: y + line / 2, text, sizePx, ...plain, ...more });
    y += line;
  };
  for (const text of titleLines(gantt)) say(text, size.title, { weight: 'semibold', colour: ink.text });
  const subtitle = part.of > 1 ? `${gantt.subtitle} · ${gantt.words.part(part.part, part.of)}` : gantt.subtitle;
  for (const text of subtitleLines(subtitle)) say(text, size.subtitle, {});
  return y + 12;
}

function placeHeading(all: Drawn, { text, heightPx }: Line & { is: 'heading' }, y: number): void {
  const plain = { stroke: 'none', strokeWidth: 0, dash: [], corner: 4 };
  all.bands.push({ x: size.margin - 8, x2: right + 8, y: y + 4, y2: y + heightPx - 2, fill: ink.band, ...plain });
  all.texts.push({
    x: size.margin,
    y: y + heightPx / 2 + 1,
    text,
    sizePx: size.heading.text,
    weight: 'semibold',
    colour: ink.text,
    align: 'left',
  });
}

function placeRow(
  all: Drawn,
  { row, title, heightPx }: Line & { is: 'row' },
  y: number,
  span: TimeSpan | undefined,
): void {
  const middle = y + heightPx / 2;
  // A band and no rule, so that today's line runs through it unbroken.
  const hair = { x: size.margin, x2: right, y: y + heightPx - 0.5, y2: y + heightPx + 0.5, fill: ink.hair };
  all.bands.push({ ...hair, stroke: 'none', strokeWidth: 0, dash: [], corner: 0 });
  const isOver = row.look === 'done' || row.look === 'cancelled';
  const weight = row.mark === 'gate' ? 'semibold' : 'regular';
  const top = middle - ((title.length - 1) * size.row.line) / 2;
  for (const [i, text] of title.entries()) {
    const at = { x: size.margin, y: top + i * size.row.line };
    all.texts.push({
      ...at,
      text,
      sizePx: size.row.text,
      weight,
      colour: isOver ? ink.subdued : ink.text,
      align: 'left',
    });
    if (row.look === 'cancelled') {
      const x2 = at.x + textWidth(text, size.row.text, weight);
      all.strikes.push({ x: at.x, x2, y: at.y, y2: at.y, colour: ink.subdued, widthPx: 1.5 });
    }
  }
  if (row.when === null || span === undefined) {
    // In place of a bar stands what the plan says instead of a date, as much of it as one line holds.
    const widthPx = right - size.timeStart - 12;
    const notes = row.notes.map((note) => wrapText(note, { widthPx, sizePx: size.note, lines: 1 })[0] ?? '');
    const at = { left: size.timeStart, right: size.timeStart - 2, y: middle };
    placeNote(all, { notes, look: row.look }, at);
    return;
  }
  const at = (day: number): number =>
    size.timeStart + ((day - span.from) / (span.until - span.from)) * (right - size.timeStart);
  const placed = placeBar(
    { ...row, when: row.when },
    {
      x: at(dayNumber(row.when.start)),
      x2: at(dayNumber(row.when.end) + 1),
      y: middle,
      from: size.timeStart,
      to: right,
    },
  );
  add(all, placed.shapes);
  placeNote(all, row, { ...placed, y: middle });
}

/** Writes the longest wording that has room after the bar, before it, or on it where it is a long one. */
function placeNote(
  all: Drawn,
  { notes, look }: Pick<GanttRow, 'notes' | 'look'>,
  { left, right: end, y }: { left: number; right: number; y: number },
): void {
  const weight = look === 'late' || look === 'help' ? 'semibold' : 'regular';
  const gap = 8;
  for (const note of notes) {
    const text = writable(note);
    const width = textWidth(text, size.note, weight);
    const x =
      end + gap + width <= right + 4
        ? end + gap
        : left - gap - width >= size.timeStart
          ? left - gap - width
          : width + 4 * gap <= end - left
            ? (left + end - width) / 2
            : undefined;
    if (x === undefined) continue;
    const back = { x: x - 4, x2: x + width + 4, y: y - 11, y2: y + 11 };
    all.backs.push({ ...back, fill: ink.page, stroke: 'none', strokeWidth: 0, dash: [], corner: 3 });
    all.texts.push({ x, y, text, sizePx: size.note, weight, colour: paints[look].note, align: 'left' });
    return;
  }
}

const rowsOf = (line: Line): GanttRow[] => (line.is === 'row' ? [line.row] : []);

function add(all: Drawn, more: Drawn): void {
  for (const name of Object.keys(all) as (keyof Drawn)[]) (all[name] as unknown[]).push(...more[name]);
}
