import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { programme } from '#people/programme.ts';
import { activity } from '#plan/activity.ts';
import { chooseRows } from '#plan/asking/choose-rows.ts';
import { type Filter, filterText, readFilter, readFilterText, searchFor } from '#plan/asking/filter.ts';

// Monday 3 August 2026.
const today = '2026-08-03';
const units = [{ id: 'a', name: 'Solvik kommune', aliases: ['SK'], people: [] }];
const { units: parsed } = programme.parse({
  id: 'p',
  name: 'P',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: ['o'],
  units,
});
const read = (text: string) =>
  readFilter(text, { units: parsed }, { today, activities: [{ gate: 'K3', tags: ['Opplæring', 'mars'] }] });

describe('what is asked for after plan', () => {
  test.each<[typed: string, filter: Filter]>([
    ['', { by: 'ahead' }],
    ['Mine', { by: 'mine' }],
    ['försenat', { by: 'late' }],
    ['uten dato', { by: 'undated' }],
    ['sk', { by: 'unit', unit: 'Solvik kommune' }],
    ['k3', { by: 'gate', gate: 'K3' }],
    ['#opplæring', { by: 'tag', tag: 'Opplæring' }],
    ['opplæring', { by: 'tag', tag: 'Opplæring' }],
    ['mars', { by: 'period', start: '2027-03-01', end: '2027-03-31' }],
    ['uke 42', { by: 'period', start: '2026-10-12', end: '2026-10-18' }],
    ['Q3', { by: 'period', start: '2026-07-01', end: '2026-09-30' }],
    ['tertial 3', { by: 'period', start: '2026-09-01', end: '2026-12-31' }],
    ['i høst', { by: 'period', start: '2026-09-01', end: '2026-11-30' }],
    ['15.–17. september', { by: 'period', start: '2026-09-15', end: '2026-09-17' }],
    ['juni-august', { by: 'period', start: '2026-06-01', end: '2026-08-31' }],
    ['2027', { by: 'period', start: '2027-01-01', end: '2027-12-31' }],
    ['i dag', { by: 'period', start: '2026-08-03', end: '2026-08-03' }],
    ['i morgon', { by: 'period', start: '2026-08-04', end: '2026-08-04' }],
    ['denne uka', { by: 'period', start: '2026-08-03', end: '2026-08-09' }],
    ['nästa vecka', { by: 'period', start: '2026-08-10', end: '2026-08-16' }],
    ['på pause', { by: 'halted' }],
    ['Solvik i desember', { by: 'unit', unit: 'Solvik kommune', within: { start: '2026-12-01', end: '2026-12-31' } }],
    ['uke 42 SK', { by: 'unit', unit: 'Solvik kommune', within: { start: '2026-10-12', end: '2026-10-18' } }],
    [
      'for Solvik kommune, mars',
      { by: 'unit', unit: 'Solvik kommune', within: { start: '2027-03-01', end: '2027-03-31' } },
    ],
    ['mine neste uke', { by: 'mine', within: { start: '2026-08-10', end: '2026-08-16' } }],
    ['next month', { by: 'period', start: '2026-09-01', end: '2026-09-30' }],
  ])('«%s»', (typed, filter) => {
    expect(read(typed)).toEqual(filter);
  });

  test.each(['tull og tøys', 'K4', '31/2', 'uke 60', 'Nordvik i desember', 'kommune tull'])(
    '«%s» means none of these',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );

  test('goes into a button and comes back the same', () => {
    const text = fc.string({ minLength: 1, maxLength: 300 }).filter((t) => t.trim() !== '');
    const filter = fc.oneof(
      fc.constantFrom<Filter>({ by: 'ahead' }, { by: 'late' }, { by: 'mine' }, { by: 'undated' }, { by: 'halted' }),
      text.map((unit): Filter => ({ by: 'unit', unit })),
      text.map((unit): Filter => ({ by: 'unit', unit, within: { start: '2026-10-12', end: '2026-10-18' } })),
      fc.constant<Filter>({ by: 'mine', within: { start: '2026-10-12', end: '2026-10-18' } }),
      text.map((gate): Filter => ({ by: 'gate', gate })),
      text.map((tag): Filter => ({ by: 'tag', tag })),
      text.map(searchFor),
    );
    fc.assert(
      fc.property(filter, (one) => {
        expect(readFilterText(filterText(one))).toEqual(one);
      }),
    );
  });
});

test('a gate is asked for with what belongs to it and what it waits for', () => {
  const row = (id: string, kind: string, gate: string | null, dependsOn: string[] = []) =>
    activity.parse({
      id,
      row: 2,
      title: id,
      description: '',
      kind,
      when: { start: null, end: null, precision: 'unknown', text: '' },
      units: [],
      gate,
      state: 'planned',
      dependsOn,
    });
  const rows = [
    row('before', 'activity', null),
    row('gate', 'gate', 'K3', ['before']),
    row('part', 'activity', 'k3', ['other']),
    row('other', 'activity', null),
  ];
  const { owners } = { owners: ['o'] };
  const about = {
    programme: programme.parse({ id: 'p', name: 'P', language: 'nb', country: 'NO', timeZone: 'UTC', owners }),
    person: programme.shape.owners.element.parse('o'),
    today,
  };
  const found = chooseRows(rows, { by: 'gate', gate: 'K3' }, about).map(({ id }) => String(id));
  expect(found).toEqual(['before', 'gate', 'part']);
});
