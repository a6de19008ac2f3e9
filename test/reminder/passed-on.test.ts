import { describe, expect, test } from 'vitest';
import type { Activity } from '#plan/activity.ts';
import { reminderRules } from '#reminder/rules.ts';
import { activity, day, period } from './plans.ts';
import { savedPlan, somebody, someProgramme, somewhere, told, town } from './slots.ts';

const rules = reminderRules.parse({ rules: ['7-days-before', '1-working-day-before', 'on-the-day', 'overdue'] });
/** Eva is deputy of Nordvik, whose contact Ola never takes anything, and contact of Sørfjord. */
const units = [
  {
    id: 'u-Nordvik',
    name: 'Nordvik',
    people: [
      { person: 'ola', role: 'contact' },
      { person: 'eva', role: 'deputy' },
    ],
  },
  { id: 'u-Sørfjord', name: 'Sørfjord', people: [{ person: 'eva', role: 'contact' }] },
];

/** One heartbeat: what Ola gets is refused for good, and what then goes to others is looked at as the next beat would. */
function beat(here: ReturnType<typeof town>, now: string): string[] {
  for (const { receiver, bundles } of here.bundlesAt(now)) {
    if (receiver !== 'ola') continue;
    for (const { part } of bundles.messages.flat()) here.ledger.set(part, { state: 'refused', at: now });
    for (const { slot } of bundles.skipped) here.settle(slot, 'skipped', now);
  }
  return told(here.beat(now));
}
const play = (here: ReturnType<typeof town>, from: string, until: string): string[] => {
  const found: string[] = [];
  for (let now = Temporal.Instant.from(from); now.toString() < until; now = now.add({ minutes: 30 }))
    found.push(...beat(here, now.toString()).map((one) => `${now.toString().slice(0, 16)} ${one}`));
  return found;
};
const of = (rows: Activity[], eva: Parameters<typeof somebody>[1] = {}) =>
  town({
    programmes: [{ programme: someProgramme({ units }), plan: savedPlan(rows), reminding: { rules } }],
    persons: [somebody('ola'), somebody('eva', eva)],
  });
const her = activity({ row: 3, title: 'Møte', when: day('2018-09-20'), units: ['Sørfjord'] });
const his = (when: Activity['when']) => activity({ row: 2, when, units: ['Nordvik'] });

/** Eva gets her own first; what Ola cannot take comes to be known right after. */
function afterHers(here: ReturnType<typeof town>, now: string): void {
  const hers = here.bundlesAt(now).find(({ receiver }) => receiver === 'eva');
  for (const slot of hers?.bundles.messages.flat() ?? []) here.settle(slot, 'sent', now);
}

describe('what its receiver can never take', () => {
  test('comes with the next working day’s message to who has had the day’s, where it leaves time', () => {
    const here = of([her, his(day('2018-09-20'))]);
    afterHers(here, '2018-09-13T07:00:00Z');
    // Friday is the next; nothing else comes then.
    expect(play(here, '2018-09-13T07:00:00Z', '2018-09-15T00:00:00Z')).toEqual(['2018-09-14T07:00 eva: 7-days-before']);
  });

  test('over a weekend comes on Monday, at nine, with what else comes then', () => {
    const monday = activity({ row: 4, when: day('2018-09-24'), units: ['Sørfjord'] });
    const here = of([{ ...her, when: day('2018-09-21') }, his(day('2018-09-21')), monday]);
    afterHers(here, '2018-09-14T07:00:00Z');
    expect(play(here, '2018-09-14T07:00:00Z', '2018-09-18T00:00:00Z')).toEqual([
      '2018-09-17T07:00 eva: 7-days-before, 7-days-before',
    ]);
  });

  test('comes at once to who has had nothing that day', () => {
    const here = of([his(day('2018-09-20'))]);
    expect(play(here, '2018-09-13T07:00:00Z', '2018-09-14T00:00:00Z')).toEqual(['2018-09-13T07:00 eva: 7-days-before']);
  });

  test.each<[what: string, when: Activity['when'], now: string, sent: string]>([
    ['the working day before', day('2018-09-20'), '2018-09-19T07:00:00Z', '1-working-day-before'],
    ['the day itself', day('2018-09-19'), '2018-09-19T07:00:00Z', 'on-the-day'],
    ['what is late', day('2018-09-18'), '2018-09-19T07:00:00Z', 'overdue'],
    [
      'the last two days of a period',
      period('2018-09-19', '2018-09-20', 'range'),
      '2018-09-19T07:00:00Z',
      'first-working-day',
    ],
  ])('comes at once, alone, where it cannot wait: %s', (_, when, now, sent) => {
    const here = of([her, his(when)]);
    here.beat('2018-09-18T07:00:00Z');
    here.ledger.clear();
    afterHers(here, now);
    const until = Temporal.Instant.from(now).add({ minutes: 30 }).toString();
    expect(play(here, now, until)).toEqual([`${now.slice(0, 16)} eva: ${sent}`]);
  });

  test('goes along with whatever else comes the same day', () => {
    const here = of([her, his(day('2018-09-20'))]);
    afterHers(here, '2018-09-13T07:00:00Z');
    expect(beat(here, '2018-09-13T07:00:00Z')).toEqual([]);
    const late = reminderRules.parse({ rules: ['7-days-before'], at: '11:00' });
    const other = {
      programme: someProgramme({ id: 'p2', units: [units[1]] }),
      plan: savedPlan([{ ...her, row: 5 }], undefined, 'p2'),
      reminding: { rules: late },
    };
    here.programmes.push(other);
    expect(beat(here, '2018-09-13T09:00:00Z')).toEqual(['eva: 7-days-before, 7-days-before']);
  });

  test('comes at its own time to who wants each at once', () => {
    const here = of([her, his(day('2018-09-20'))], { rhythm: 'at-once' });
    afterHers(here, '2018-09-13T07:00:00Z');
    expect(beat(here, '2018-09-13T07:00:00Z')).toEqual(['eva: 7-days-before']);
  });

  test('of a place that is gone comes likewise', () => {
    const gone = somewhere('nordvik', { goneSince: '2018-09-13T07:00:00Z' });
    const here = town({
      programmes: [
        {
          programme: someProgramme({
            units: [{ ...units[0], place: 'nordvik', people: [{ person: 'eva', role: 'contact' }] }, units[1]],
          }),
          plan: savedPlan([her, his(day('2018-09-20'))]),
          reminding: { rules },
        },
      ],
      persons: [somebody('eva')],
      places: [gone],
    });
    for (const { part, copy } of here.slotsAt('2018-09-13T07:00:00Z')) {
      if (copy.receiver === 'Sørfjord' && copy.reminder.rule === '7-days-before')
        here.ledger.set(part, { state: 'sent', at: '2018-09-13T07:00:00Z' });
      if (copy.receiver === 'Nordvik' && copy.reminder.rule === '7-days-before')
        here.ledger.set(`${copy.key}/nordvik`, { state: 'gone' });
    }
    expect(play(here, '2018-09-13T07:01:00Z', '2018-09-15T00:00:00Z')).toEqual(['2018-09-14T07:01 eva: 7-days-before']);
  });
});
