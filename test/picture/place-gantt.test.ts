import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GanttRow, LegendEntry } from '#picture/gantt.ts';
import { ink, paints, size } from '#picture/gantt-look.ts';
import { legendOf, partsOf, wholeOf } from '#picture/gantt-parts.ts';
import { placeGantt } from '#picture/place-gantt.ts';
import type { Shapes } from '#picture/shapes.ts';
import { gantt, manyRows, row } from './sample.ts';

const place = (rows: GanttRow[], more: Parameters<typeof gantt>[1] = {}): Shapes => {
  const one = gantt(rows, more);
  return placeGantt(one, wholeOf(one));
};
/** What is drawn for the rows; below them stands the explanation. */
const body = (shapes: Shapes) => {
  const end = Math.max(...shapes.bands.filter(({ fill }) => fill === ink.hair).map(({ y2 }) => y2));
  const above = <T extends { y: number }>(all: T[]): T[] => all.filter(({ y }) => y < end);
  const { bars, fades, points, strikes, texts } = shapes;
  return {
    bars: above(bars),
    fades: above(fades),
    points: above(points),
    strikes: above(strikes),
    texts: above(texts),
  };
};
const october = { start: '2026-10-01', end: '2026-10-31' };

describe('a row of the picture', () => {
  test('of exact days is a bar with hard edges from the first day to the end of the last', () => {
    const september = { start: '2026-09-01', end: '2026-09-30', sure: 'exact' } as const;
    const both = body(place([row({ when: september }), row({ when: { ...october, sure: 'exact' } })]));
    expect(both.fades).toEqual([]);
    const [first, second] = both.bars;
    expect(first?.dash).toEqual([]);
    // One ends where the next begins, and a month of 31 days is a day longer than one of 30.
    expect(first?.x2).toBeCloseTo(second?.x ?? 0);
    const [a, b] = both.bars.map(({ x, x2 }) => x2 - x);
    expect((b ?? 0) / (a ?? 1)).toBeCloseTo(31 / 30);
  });

  test('of a week, a month or a quarter is a bar that fades, without any edge', () => {
    const { bars, fades } = body(place([row({ when: { ...october, sure: 'period' } })]));
    expect([bars, fades.map(({ colour }) => colour)]).toEqual([[], [paints.plain.soft]]);
  });

  test('of an assumed date fades and has dashes around it', () => {
    const { bars, fades } = body(place([row({ when: { ...october, sure: 'assumed' } })]));
    expect(fades).toHaveLength(1);
    expect(bars).toMatchObject([{ fill: 'none', dash: [6, 4] }]);
  });

  test('of one day in ten years can still be seen', () => {
    const rows = [row(), row({ when: { start: '2035-01-01', end: '2035-12-31', sure: 'exact' } })];
    const [bar] = body(place(rows)).bars;
    expect((bar?.x2 ?? 0) - (bar?.x ?? 0)).toBeGreaterThanOrEqual(size.leastBar);
  });

  test('that is a gate is a diamond with its name beside it, a milestone a dot; hollow where the day is not exact', () => {
    const rows = [
      row({ mark: 'gate', notes: ['K2 · 12. okt.'] }),
      row({ mark: 'milestone' }),
      row({ mark: 'gate', when: { ...october, sure: 'period' } }),
    ];
    const { points, bars, fades, texts } = body(place(rows));
    expect(points.map(({ shape, fill }) => [shape, fill === ink.page])).toEqual([
      ['diamond', false],
      ['circle', false],
      ['diamond', true],
    ]);
    expect([bars.length, fades.length]).toEqual([0, 1]);
    expect(texts.map(({ text }) => text)).toContain('K2 · 12. okt.');
  });

  test('that is late has a sign of its own and a heavy outline, besides the red', () => {
    const { bars, points, texts } = body(place([row({ look: 'late', when: { ...october, sure: 'exact' } })]));
    expect(bars[0]).toMatchObject({ fill: paints.late.fill, strokeWidth: 3 });
    expect(points).toMatchObject([{ shape: 'circle', fill: paints.late.stroke }]);
    expect(texts.map(({ text }) => text)).toContain('!');
  });

  test('that is late at the end of the time line has its sign before the bar, within the picture', () => {
    const rows = [row({ look: 'late', when: { start: '2026-01-01', end: '2026-12-31', sure: 'exact' } })];
    for (const { x } of body(place(rows)).points) expect(x).toBeLessThan(size.width - size.margin);
  });

  test('that is called off is struck out, in its name and on its bar', () => {
    const { strikes } = body(place([row({ look: 'cancelled' })]));
    expect(strikes.map(({ x }) => x < size.namesEnd)).toEqual([true, false]);
  });

  test('without a date has its text in place of a bar, cut where it is endless', () => {
    const { bars, fades, points, texts } = body(
      place([row(), row({ when: null, notes: [`«${'avklares '.repeat(50)}»`] })]),
    );
    expect([bars.length, fades.length, points.length]).toEqual([1, 0, 0]);
    expect(texts.at(-1)?.text).toMatch(/^«avklares avklares.*…$/u);
  });

  test('has the longest wording beside it that there is room for', () => {
    const notes = ['en tekst som det er plass til', 'kort'];
    expect(body(place([row({ notes })])).texts.at(-1)?.text).toBe(notes[0]);
    const full = { start: '2026-09-01', end: '2027-03-31', sure: 'exact' } as const;
    const tight = place([
      row({ when: full }),
      row({ when: { ...full, start: '2026-11-01' }, notes: ['x'.repeat(80), 'kort'] }),
    ]);
    expect(body(tight).texts.at(-1)?.text).toBe('kort');
  });
});

describe('today', () => {
  const lineOf = (shapes: Shapes) => shapes.rules.find(({ widthPx }) => widthPx === 2);
  test('is a line with its label at the head', () => {
    const shapes = place([row()]);
    expect(lineOf(shapes)?.x).toBe(lineOf(shapes)?.x2);
    expect(shapes.texts.map(({ text }) => text)).toContain('I dag, 20. oktober');
  });
  test.each([
    ['2020-01-01', '← I dag, 20. oktober'],
    ['2040-01-01', 'I dag, 20. oktober →'],
  ])('that is far off the plan (%s) is named at the nearer end, without squeezing the plan', (today, label) => {
    const shapes = place([row()], { today });
    expect(lineOf(shapes)).toBeUndefined();
    expect(shapes.texts.map(({ text }) => text)).toContain(label);
  });
  test('that is near is taken onto the time line', () => {
    expect(lineOf(place([row()], { today: '2026-11-04' }))).toBeDefined();
  });
});

describe('parts of a long plan', () => {
  test.each([1, 5, 18, 50, 200])(
    'of %i rows are 1024 px high at the most, hold each row once and in order',
    (count) => {
      const one = gantt(manyRows(count));
      const parts = partsOf(one);
      const titles = parts.flatMap(({ lines }) => lines.flatMap((line) => (line.is === 'row' ? [line.row.title] : [])));
      expect(titles).toEqual(one.groups.flatMap(({ rows }) => rows.map(({ title }) => title)));
      for (const part of parts) {
        expect(placeGantt(one, part).heightPx).toBeLessThanOrEqual(size.mostHeight);
        expect(part.lines.filter(({ is }) => is === 'row').length).toBeLessThanOrEqual(18);
      }
    },
  );

  test('begin with a heading, say where a group goes on, and end with no heading', () => {
    const parts = partsOf(gantt(manyRows(50)));
    expect(parts.map(({ lines: [first] }) => first?.is === 'heading' && first.text)).toEqual([
      'Solvik kommune',
      ...parts.slice(1).map(() => 'Solvik kommune (forts.)'),
    ]);
    expect(parts.map(({ lines }) => lines.at(-1)?.is)).toEqual(parts.map(() => 'row'));
  });

  test('are about equally long', () => {
    const lengths = partsOf(gantt(manyRows(40))).map(({ lines }) => lines.length);
    expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) / 2);
  });

  test('of sixty units name each unit', () => {
    const groups = Array.from({ length: 60 }, (_, i) => ({ heading: `Enhet ${i}`, rows: [row()] }));
    const headings = partsOf(gantt(groups)).flatMap(({ lines }) =>
      lines.flatMap((line) => (line.is === 'heading' ? [line.text] : [])),
    );
    expect(headings).toEqual(groups.map(({ heading }) => heading));
  });
});

test('only what is on the picture is explained below it', () => {
  const entries = (...rows: GanttRow[]): LegendEntry[] => legendOf(gantt(rows));
  expect(entries(row())).toEqual(['exact']);
  expect(entries(row({ mark: 'gate', look: 'late' }))).toEqual(['gate', 'late']);
  expect(entries(row({ when: null, look: 'done' }))).toEqual([]);
});

test('whatever the rows say, every number is finite and everything stands within the picture', () => {
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
  const anyRow = fc.record({
    title: fc.string({ unit: 'grapheme', maxLength: 400 }),
    days: fc.option(fc.tuple(day, day)),
    sure: fc.constantFrom('exact' as const, 'period' as const, 'assumed' as const),
    mark: fc.constantFrom('bar' as const, 'gate' as const, 'milestone' as const),
    look: fc.constantFrom(
      'plain' as const,
      'late' as const,
      'help' as const,
      'done' as const,
      'paused' as const,
      'cancelled' as const,
    ),
    notes: fc.array(fc.string({ maxLength: 100 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), (rows) => {
      const written = rows.map(({ days, sure, ...rest }) => {
        const [start = '', end = ''] = (days ?? []).map((one) => one.toISOString().slice(0, 10)).toSorted();
        return { ...rest, when: days ? { start, end, sure } : null };
      });
      const shapes = place(written);
      const { widthPx, heightPx, ...lists } = shapes;
      for (const shape of Object.values(lists).flat()) {
        for (const [name, value] of Object.entries(shape)) {
          if (typeof value !== 'number') continue;
          expect(Number.isFinite(value), name).toBe(true);
          if (name.startsWith('x')) expect(value).toBeGreaterThanOrEqual(0);
          if (name.startsWith('x')) expect(value).toBeLessThanOrEqual(widthPx);
          if (name.startsWith('y')) expect(value).toBeLessThanOrEqual(heightPx);
        }
      }
    }),
    { numRuns: 60 },
  );
});
