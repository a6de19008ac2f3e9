import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded, searchRows } from '#plan/asking/search.ts';

const row = (title: string, more: { description?: string; units?: string[]; gate?: string; tags?: string[] } = {}) => ({
  title,
  description: more.description ?? '',
  units: more.units ?? [],
  gate: more.gate ?? null,
  tags: more.tags,
});

describe('a search of the plan', () => {
  test.each([
    ['loype', 'Løype'],
    ['loeype', 'LØYPE'],
    ['laering', 'Læring'],
    ['läring', 'Læring'],
    ['mate', 'Måte'],
    ['maate', 'måte'],
    ['resume', 'Résumé'],
    ['kafe', 'Kafé'],
  ])('finds «%s» in «%s»', (typed, written) => {
    expect(folded(typed)).toBe(folded(written));
    expect(searchRows([row(written)], typed).rows).toHaveLength(1);
  });

  test('finds words in titles, gates, units and descriptions, the most telling place first', () => {
    const rows = [
      row('Rapport', { description: 'om opplæring av superbrukere' }),
      row('Plan', { units: ['Opplæringskontoret'] }),
      row('Superbrukeropplæring'),
      row('Opplæring prøvd', { gate: 'K4' }),
      row('Noe annet'),
    ];
    expect(searchRows(rows, 'opplæring')).toEqual({ rows: [rows[3], rows[2], rows[1], rows[0]], all: true });
    expect(searchRows(rows, 'k4').rows).toEqual([rows[3]]);
    const tagged = row('Kurs', { tags: ['pilot', 'natt'] });
    expect(searchRows([...rows, tagged], '#pilot').rows).toEqual([tagged]);
  });

  test('wants all words; where no row has them all, those with any, the most first', () => {
    const rows = [row('Kurs for ledere'), row('Kurs'), row('Møte for ledere i Solvik')];
    expect(searchRows(rows, 'ledere kurs')).toEqual({ rows: [rows[0]], all: true });
    expect(searchRows(rows, 'ledere solvik journal')).toEqual({ rows: [rows[2], rows[0]], all: false });
    expect(searchRows(rows, 'journal')).toEqual({ rows: [], all: true });
  });

  test('leaves out words that tell nothing, unless there are no others', () => {
    const rows = [row('Kurs og møte'), row('Møte')];
    expect(searchRows(rows, 'kurs og').rows).toEqual([rows[0]]);
    expect(searchRows(rows, 'og').rows).toEqual([rows[0]]);
    expect(searchRows(rows, '  ').rows).toEqual([]);
    expect(searchRows(rows, '«»').rows).toEqual([]);
  });

  test('finds every row by any word of its own title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(), (title, at) => {
        const words = folded(title).split(' ').filter(Boolean);
        fc.pre(words.length > 0);
        const word = words[at % words.length] ?? '';
        expect(searchRows([row('Noe annet'), row(title)], word).rows.map((r) => r.title)).toContain(title);
      }),
    );
  });
});
