import { expect, test } from 'vitest';
import { unit } from '#people/programme.ts';
import { historyOf } from '#reminder/history.ts';
import { activity, period } from './plans.ts';

const nordvik = unit.parse({ id: 'nordvik', name: 'Nordvik kommune', aliases: ['NK'] });
const row = activity({ when: period('2026-10-26', '2026-10-30', 'range') });

/** What the ledger has to tell, each line a key, with the day on which it was settled at noon and how. */
function told(...lines: [key: string, day: string, state?: string][]) {
  const entries = lines.map(([key, day, state = 'sent']) => [key, { state, at: `${day}T12:00:00Z` }] as const);
  const overviews = { to: ['place-1', 'kari'], since: '2026-10-01' };
  return historyOf(entries, { activity: row, unit: nordvik, overviews, zone: 'Europe/Oslo' });
}

test('a unit was asked on each day on which a reminder of the row came to it, by whatever name', () => {
  expect(
    told(
      ['p1/a2/7-days-before/2026-10-26/nordvik%20kommune', '2026-10-19'],
      ['p1/a2/on-the-day/2026-10-26/nk', '2026-10-26'],
      // What comes after the last day is known by that day.
      ['p1/a2/overdue/2026-10-30/nordvik%20kommune', '2026-11-02'],
      ['p1/a2/overdue/2026-10-30/nk', '2026-11-02'],
    ).reminded,
  ).toEqual(['2026-10-19', '2026-10-26', '2026-11-02']);
});

test.each<[what: string, key: string, state?: string]>([
  ['another row', 'p1/a3/on-the-day/2026-10-26/nordvik%20kommune'],
  ['another unit', 'p1/a2/on-the-day/2026-10-26/s%C3%B8rfjord%20kommune'],
  ['the row where it stood before', 'p1/a2/on-the-day/2026-10-12/nordvik%20kommune'],
  ['what was left out', 'p1/a2/on-the-day/2026-10-26/nordvik%20kommune', 'skipped'],
  ['what reached nobody', 'p1/a2/on-the-day/2026-10-26/nordvik%20kommune', 'unreachable'],
  ['one’s part of a message', 'p1/a2/on-the-day/2026-10-26/nordvik%20kommune/place-1/x'],
  ['somebody else’s overview', 'overview/2026-11-02/place-2'],
])('it was not by %s', (_, key, state) => {
  expect(told([key, '2026-11-02', ...(state ? [state] : [])] as [string, string]).reminded).toEqual([]);
});

test('an overview asks once the last day is over, for four weeks', () => {
  const weeks = ['2026-10-26', '2026-11-02', '2026-11-23', '2026-11-30'];
  expect(told(...weeks.map((day): [string, string] => [`overview/${day}/place-1`, day])).reminded).toEqual([
    '2026-11-02',
    '2026-11-23',
  ]);
});

test('who was told next is known by the row’s last day, oldest first', () => {
  expect(
    told(
      ['p1/a2/escalation-owner/2026-10-30/nordvik/eva', '2026-11-06'],
      ['p1/a2/escalation-deputy/2026-10-30/nordvik/ola', '2026-11-04'],
      ['p1/a2/escalation-deputy/2026-10-23/nordvik/ola', '2026-10-28'],
      ['p1/a2/escalation-deputy/2026-10-30/other/per', '2026-11-04'],
    ),
  ).toEqual({
    reminded: [],
    told: [
      { step: 'deputy', person: 'ola', day: '2026-11-04' },
      { step: 'owner', person: 'eva', day: '2026-11-06' },
    ],
  });
});
