import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { ganttPng, ganttSvg } from '#picture/draw-gantt.ts';
import type { GanttRow } from '#picture/gantt.ts';
import { ink, paints, size } from '#picture/gantt-look.ts';
import { partsOf, wholeOf } from '#picture/gantt-parts.ts';
import { placeGantt } from '#picture/place-gantt.ts';
import { gantt, manyRows, row } from './sample.ts';

/** The pixels of a PNG as resvg draws it again, four bytes each. */
function pixelsOf(png: Uint8Array): {
  width: number;
  height: number;
  at(x: number, y: number): [number, number, number];
} {
  const { width, height } = sizeOf(png);
  const image = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${image}" width="${width}" height="${height}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (x: number, y: number): [number, number, number] => {
    const i = (Math.round(y) * width + Math.round(x)) * 4;
    return [pixels[i] ?? 0, pixels[i + 1] ?? 0, pixels[i + 2] ?? 0];
  };
  return { width, height, at };
}

/** As the head of the file has it. */
const sizeOf = (png: Uint8Array): { width: number; height: number } => {
  const view = Buffer.from(png);
  expect(view.toString('latin1', 1, 4)).toBe('PNG');
  return { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };
};
/** How light a colour is to the eye, 0 to 1 (WCAG 2, relative luminance). */
const lightness = (rgb: readonly number[]): number => {
  const [r = 0, g = 0, b = 0] = rgb.map((of) =>
    of / 255 <= 0.03928 ? of / 255 / 12.92 : ((of / 255 + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const rgbOf = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const contrast = (one: string, other: string): number => {
  const [a = 0, b = 0] = [one, other].map((hex) => lightness(rgbOf(hex))).toSorted((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
};

describe('the SVG', () => {
  test('is a picture with a title and a description, in its language', async () => {
    const svg = await ganttSvg(gantt([row()], { description: 'Én <rad> & «K2»' }), 'whole');
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="title description" lang="nb"><title id="title">Planen for Ny journal<\/title><desc id="description">Én &lt;rad&gt; &amp; «K2»<\/desc>/u,
    );
  });

  test('holds the names of rows and groups, and markup in them as text', async () => {
    const svg = await ganttSvg(gantt([row({ title: 'Møte <script>alert(1)</script> & mer' })]), 'whole');
    expect(svg).toContain('>Solvik kommune<');
    expect(svg).not.toContain('<script');
  });

  test('of fading bars has gradients; of hard ones it has none', async () => {
    const soft = { start: '2026-10-01', end: '2026-10-31', sure: 'period' } as const;
    expect(await ganttSvg(gantt([row({ when: soft })]), 'whole')).toContain('<linearGradient id="fade-1"');
    expect(await ganttSvg(gantt([row()]), 'whole')).not.toContain('Gradient');
  });

  test('of the same plan is the same, byte for byte, so that an address keeps its picture', async () => {
    const one = gantt(manyRows(20));
    expect(await ganttSvg(one, 1)).toBe(await ganttSvg(one, 1));
  });

  test('of two hundred rows has them all and no broken number', async () => {
    const svg = await ganttSvg(gantt(manyRows(200)), 'whole');
    for (const i of [1, 77, 200]) expect(svg).toContain(`>Rad ${i}: `);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/u);
  });
});

describe('the PNG', () => {
  test.each([1, 5, 50, 200])('of %i rows keeps to 1024 px and 1 MB, in each part', async (count) => {
    const one = gantt(manyRows(count));
    const last = partsOf(one).length;
    for (const part of new Set([1, last])) {
      const png = await ganttPng(one, part);
      expect(png.byteLength).toBeLessThan(1_000_000);
      expect(sizeOf(png).width).toBe(1024);
      expect(sizeOf(png).height).toBeLessThanOrEqual(1024);
    }
  });

  test('of the whole is as high as the rows are', async () => {
    const { width, height } = sizeOf(await ganttPng(gantt(manyRows(60)), 'whole'));
    expect(width).toBe(1024);
    expect(height).toBeGreaterThan(2000);
  });

  // Without a font that it can use, resvg draws no text and gives no error.
  test('has ink where its texts are, and none without them', async () => {
    const ofTitle = async (title: string): Promise<number> => {
      const { at } = pixelsOf(await ganttPng(gantt([row({ title })]), 1));
      let dark = 0;
      for (let y = 180; y < 260; y++)
        for (let x = size.margin; x < size.namesEnd; x++) if (lightness(at(x, y)) < 0.3) dark++;
      return dark;
    };
    const [none, short, long] = await Promise.all(['', 'Kurs', 'Kurs for alle som skal logge inn'].map(ofTitle));
    const [a = 0, b = 0, c = 0] = [none, short, long];
    expect(b - a).toBeGreaterThan(60);
    expect(c - a).toBeGreaterThan((b - a) * 3);
  });

  test('drawn in grey tells late, exact and inexact apart', async () => {
    const days = { start: '2026-10-01', end: '2026-12-20' };
    const rows: GanttRow[] = [
      row({ when: { ...days, sure: 'exact' }, notes: [] }),
      row({ when: { ...days, sure: 'exact' }, look: 'late', notes: [] }),
      row({ when: { ...days, sure: 'period' }, notes: [] }),
      row({ when: { ...days, sure: 'period' }, look: 'late', notes: [] }),
    ];
    const one = gantt(rows, { today: '2026-09-02' });
    const { at } = pixelsOf(await ganttPng(one, 'whole'));
    const shapes = placeGantt(one, wholeOf(one));
    const grey = (box: { x: number; x2: number; y: number; y2: number }, share: number): number =>
      lightness(at(box.x + (box.x2 - box.x) * share, (box.y + box.y2) / 2));
    const [exact, late] = shapes.bars;
    const [soft, softLate] = shapes.fades;
    if (!exact || !late || !soft || !softLate) throw new Error('a bar is missing');
    // As dark at the ends as in the middle; and fading.
    expect(Math.abs(grey(exact, 0.06) - grey(exact, 0.55))).toBeLessThan(0.02);
    expect(grey(soft, 0.03)).toBeGreaterThan(grey(soft, 0.55) + 0.3);
    expect(grey(softLate, 0.03)).toBeGreaterThan(grey(softLate, 0.55) + 0.3);
    // Late is clearly darker, and its outline darker still.
    expect((grey(exact, 0.55) + 0.05) / (grey(late, 0.55) + 0.05)).toBeGreaterThan(1.5);
    expect((grey(soft, 0.55) + 0.05) / (grey(softLate, 0.55) + 0.05)).toBeGreaterThan(1.5);
    expect(lightness(at((late.x + late.x2) / 2, late.y))).toBeLessThan(grey(late, 0.55));
  });
});

test('texts have a contrast of 4.5 to what they stand on, bars of 3', () => {
  for (const [text, on] of [
    [ink.text, ink.page],
    [ink.text, ink.band],
    [ink.subdued, ink.page],
    [ink.page, ink.today],
    ...Object.values(paints).map(({ note }) => [note, ink.page] as const),
    [ink.page, paints.late.stroke],
  ] as const)
    expect(contrast(text, on), `${text} on ${on}`).toBeGreaterThanOrEqual(4.5);
  for (const look of ['plain', 'late'] as const) {
    expect(contrast(paints[look].fill, ink.page)).toBeGreaterThanOrEqual(3);
    expect(contrast(paints[look].soft, ink.page)).toBeGreaterThanOrEqual(3);
  }
  // What is lighter has an outline, or says in words and by its sign that it needs no attention.
  for (const look of ['help', 'paused', 'cancelled'] as const)
    expect(contrast(paints[look].stroke, ink.page)).toBeGreaterThanOrEqual(3);
});
