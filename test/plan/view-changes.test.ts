import { describe, expect, test } from 'vitest';
import { changeLine, countsText, type ShownChange } from '#plan/view-changes.ts';
import { aRow } from './some-rows.ts';

const today = '2018-08-01';
const pair = (before: ShownChange['before'], after: ShownChange['after'], reason?: string): ShownChange => ({
  before,
  after,
  reason,
});
const report = aRow('Rapport behandles', '2018-10-01', 'Nordvik');

describe('a change in a line', () => {
  test.each<[change: ShownChange, nb: string]>([
    [pair(report, { ...report, ...dated('2018-10-22') }), '↷ Rapport behandles: 1. → 22. oktober'],
    [pair(report, { ...report, ...dated('2018-11-02') }), '↷ Rapport behandles: 1. oktober → 2. november'],
    [
      pair(report, { ...report, ...dated('2018-10-08/2018-10-14') }),
      '↷ Rapport behandles: 1. oktober → uke 41 (8.–14. oktober)',
    ],
    [pair(report, { ...report, ...dated('') }), '↷ Rapport behandles: 1. oktober → dato ikke satt'],
    [
      pair({ ...report, time: '09:00' }, { ...report, time: '10:00–12:00' }),
      '↷ Rapport behandles: 1. oktober, kl. 09.00 → kl. 10.00–12.00',
    ],
    [pair(report, { ...report, time: '09:00' }), '↷ Rapport behandles: 1. oktober → 1. oktober, kl. 09.00'],
    [pair(aRow('Kurs', '2018-08-02'), aRow('Kurs', '2018-08-09')), '↷ Kurs: torsdag 2. → torsdag 9. august'],
    // The weekday stands only where a day is near.
    [pair(aRow('Kurs', '2018-08-24'), aRow('Kurs', '2018-08-07')), '↷ Kurs: 24. august → tirsdag 7. august'],
    [pair(null, aRow('Regionalt arbeidsgruppemøte', '2019-03')), '+ Regionalt arbeidsgruppemøte, i løpet av mars 2019'],
    [pair(report, null), '− Rapport behandles er tatt ut'],
    [pair(report, { ...report, units: ['Fjordby'] }), '~ Rapport behandles: annen ansvarlig: Nordvik → Fjordby'],
    [pair(report, { ...report, units: ['Nordvik', 'Fjordby'] }), '~ Rapport behandles: også ansvarlig: Fjordby'],
    [pair({ ...report, units: ['Nordvik', 'Fjordby'] }, report), '~ Rapport behandles: ikke lenger ansvarlig: Fjordby'],
    [pair(report, { ...report, units: [] }), '~ Rapport behandles: annen ansvarlig: Nordvik → ingen'],
    [
      pair(report, { ...report, title: 'Rapporten behandles' }),
      '~ Rapporten behandles: ny ordlyd, før «Rapport behandles»',
    ],
    [pair(report, { ...report, description: 'I møte' }), '~ Rapport behandles: ny beskrivelse'],
    [pair(report, { ...report, kind: 'meeting' }), '~ Rapport behandles: ny type: møte'],
    [pair({ ...report, gate: 'K1' }, { ...report, gate: 'K2' }), '~ Rapport behandles: kvalitetspunkt K1 → K2'],
    [pair(report, { ...report, after: ['K1'] }), '~ Rapport behandles: avhenger av noe annet enn før'],
    [
      pair(
        report,
        { ...report, ...dated('2018-10-22'), units: ['Fjordby'], title: 'Rapporten behandles' },
        'venter på K2',
      ),
      '↷ Rapporten behandles: 1. → 22. oktober; annen ansvarlig: Nordvik → Fjordby; ny ordlyd, før «Rapport behandles» («venter på K2»)',
    ],
    [{ ...pair(report, null), recurs: true }, '− Rapport behandles 1. oktober er tatt ut'],
    [
      { ...pair(report, { ...report, description: 'I møte' }), recurs: true },
      '~ Rapport behandles 1. oktober: ny beskrivelse',
    ],
    [{ ...pair(report, { ...report, ...dated('2018-10-22') }), recurs: true }, '↷ Rapport behandles: 1. → 22. oktober'],
    [{ ...pair(aRow('Møte'), null), recurs: true }, '− Møte er tatt ut'],
    [pair(report, { ...report, row: 9 }), ''],
  ])('%j', (change, nb) => {
    expect(changeLine(change, { language: 'nb', today })).toBe(nb);
  });

  test('is in the words of its reader', () => {
    const moved = pair(report, { ...report, ...dated('2018-10-22') });
    expect(changeLine(moved, { language: 'sv', today })).toBe('↷ Rapport behandles: 1 → 22 oktober');
    expect(changeLine(moved, { language: 'en', today })).toBe('↷ Rapport behandles: 1 → 22 October');
    expect(changeLine(pair(report, null), { language: 'sv', today })).toBe('− Rapport behandles har tagits bort');
  });

  test('has the year where nobody says as of when', () => {
    expect(changeLine(pair(null, report), { language: 'nb' })).toBe('+ Rapport behandles, mandag 1. oktober 2018');
  });
});

test('changes are counted, each by its news', () => {
  const changes = [
    pair(report, null),
    pair(null, report),
    pair(null, report),
    pair(report, { ...report, ...dated('2018-10-22'), units: [] }),
    pair(report, { ...report, row: 9 }),
  ];
  expect(countsText(changes, 'nb')).toBe('1 flyttet, 2 nye, 1 tatt ut');
});

function dated(date: string) {
  return { when: aRow('', date).when };
}
