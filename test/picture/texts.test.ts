import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasGlyph, textWidth } from '#picture/font.ts';
import { dayNumber, spanAround, timeAxis } from '#picture/time-axis.ts';
import { wrapText, writable } from '#picture/wrap-text.ts';
import { gantt } from './sample.ts';

const about = { widthPx: 200, sizePx: 18, lines: 2 };

describe('a text in the picture', () => {
  test.each([
    ['Workshops', ['Workshops']],
    ['Superbrukere får opplæring i to dager', ['Superbrukere får', 'opplæring i to dager']],
    ['', ['']],
    ['  Møte\n om   drift ', ['Møte om drift']],
    ['Regional/lokal arbeidsgruppe', ['Regional/lokal', 'arbeidsgruppe']],
  ])('%j is broken between words', (text, lines) => {
    expect(wrapText(text, about)).toEqual(lines);
  });

  test('that is endless is cut with … in its last line, a word that is wider than a line within', () => {
    const lines = wrapText('Arbeidsmiljøundersøkelsesoppfølgingsmøtereferat '.repeat(9), about);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^Arbeidsmiljøunder/u);
    expect(lines[1]).toMatch(/…$/u);
  });

  test('never is wider than its line, and is whole where nothing is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 1, max: 3 }), (text, lines) => {
        const wrapped = wrapText(text, { ...about, lines });
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) if ([...line].length > 2) expect(textWidth(line, 18)).toBeLessThanOrEqual(200);
        if (!wrapped.at(-1)?.endsWith('…'))
          expect(wrapped.join('').replaceAll(' ', '')).toBe(writable(text).replaceAll(' ', ''));
      }),
    );
  });

  test('is written in a font that has the letters of Norwegian, Swedish and Sami, and the signs of how a row stands', () => {
    for (const letter of 'æøåÆØÅäöÄÖéüčđŋšŧž«»”–…·!✓‖∅←→') expect(hasGlyph(letter), letter).toBe(true);
    expect(writable('Fest 🎉 i dag')).toBe('Fest i dag');
  });

  test('is as wide as the font says: more letters, larger or heavier letters are wider', () => {
    expect(textWidth('ii', 18)).toBeLessThan(textWidth('mm', 18));
    expect(textWidth('møte', 36)).toBeCloseTo(2 * textWidth('møte', 18));
    expect(textWidth('møte', 18, 'semibold')).toBeGreaterThan(textWidth('møte', 18));
  });
});

describe('the time line', () => {
  const axis = (start: string, end: string, language: 'nb' | 'sv' | 'en' = 'nb') =>
    timeAxis(spanAround([{ start, end }]), language, gantt([]).words);
  const first = (ticks: { names: readonly string[] }[]) => ticks.map(({ names }) => names[0]);

  test('of one day shows the weeks around it, day by day or week by week', () => {
    const { small, large } = axis('2026-10-12', '2026-10-12');
    expect(small.length).toBeGreaterThanOrEqual(4);
    expect(first(large)).toContain('oktober 2026');
  });

  test.each([
    ['nb', '2026-09-01', '2026-11-30', 'uke 36', 'september 2026'],
    ['nb', '2026-08-01', '2027-04-30', 'aug', '2026'],
    ['sv', '2026-08-01', '2027-04-30', 'aug', '2026'],
    ['en', '2026-08-01', '2027-04-30', 'Aug', '2026'],
    ['nb', '2026-01-01', '2029-12-31', '1. kv.', '2026'],
  ] as const)('in %s from %s to %s counts %s under %s', (language, start, end, small, large) => {
    const found = axis(start, end, language);
    expect(first(found.small)).toContain(small);
    expect(first(found.large)).toContain(large);
  });

  test('of ten years counts years', () => {
    expect(first(axis('2026-03-01', '2036-02-01').small)).toEqual(
      Array.from({ length: 11 }, (_, i) => String(2026 + i)),
    );
  });

  test('holds all days, and its stretches lie end to end', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [start = '', end = ''] = [one, other].map((date) => date.toISOString().slice(0, 10)).toSorted();
        const span = spanAround([{ start, end }]);
        expect(span.from).toBeLessThanOrEqual(dayNumber(start));
        expect(span.until).toBeGreaterThan(dayNumber(end));
        const { small } = timeAxis(span, 'nb', gantt([]).words);
        expect([small[0]?.from, small.at(-1)?.until]).toEqual([span.from, span.until]);
        for (const [i, { from }] of small.entries()) if (i > 0) expect(from).toBe(small[i - 1]?.until);
        expect(small.length).toBeLessThan(130);
      }),
      { numRuns: 50 },
    );
  });
});
