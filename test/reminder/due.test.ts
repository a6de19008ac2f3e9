import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { due, reminderKey } from '#reminder/due.ts';
import { awaitingDate, remindersBetween } from '#reminder/reminder.ts';
import { defaultRules } from '#reminder/rules.ts';
import { activity, anyWhen, day, period, unknown } from './plans.ts';

const setting = { country: 'NO', zone: 'Europe/Oslo' } as const;

const planOf = (activities: Activity[], savedAt = '2018-06-26T12:00:00Z') => ({
  id: programmeId.parse('p1'),
  activities,
  revisions: [
    {
      number: 1,
      at: savedAt,
      by: personId.parse('kari'),
      kind: 'import' as const,
      source: 'plan.csv',
      rows: activities.length,
    },
  ],
});

/** A ledger that remembers, in place of the store's. */
const ledger = (keys: Iterable<string> = []) => {
  const settled = new Set(keys);
  return { settled, isSettled: (key: string) => settled.has(key) };
};

const said = (parcels: ReturnType<typeof due>['send']) =>
  parcels.map(({ reminder, receiver }) => `${reminder.rule} → ${receiver ?? 'programme'}`);

describe('the preview', () => {
  const activities = [
    activity({ row: 3, title: 'Samling', when: day('2018-09-04'), units: ['Nordvik', 'Sørfjord'] }),
    activity({ row: 2, title: 'Superbrukere på plass', when: day('2018-09-04'), units: [] }),
  ];

  test('holds both its days, in order of time and then of row, at nine o’clock where the programme is', () => {
    const found = remindersBetween(activities, defaultRules, { from: '2018-08-28', to: '2018-09-03', ...setting });
    expect(found.map(({ at, row, rule, to }) => ({ at, row, rule, to }))).toEqual([
      { at: '2018-08-28T09:00:00+02:00', row: 2, rule: '7-days-before', to: [] },
      { at: '2018-08-28T09:00:00+02:00', row: 3, rule: '7-days-before', to: ['Nordvik', 'Sørfjord'] },
      { at: '2018-09-03T09:00:00+02:00', row: 2, rule: '1-working-day-before', to: [] },
      { at: '2018-09-03T09:00:00+02:00', row: 3, rule: '1-working-day-before', to: ['Nordvik', 'Sørfjord'] },
    ]);
  });

  test('nine o’clock stays nine o’clock when the clocks change', () => {
    const monday = [activity({ when: day('2018-10-29') })];
    const found = remindersBetween(monday, defaultRules, { from: '2018-10-01', to: '2018-10-31', ...setting });
    expect(found.map(({ at }) => at)).toEqual([
      '2018-10-22T09:00:00+02:00',
      '2018-10-26T09:00:00+02:00',
      '2018-10-29T09:00:00+01:00',
    ]);
  });

  test('leaves out what is done', () => {
    const done = [activity({ when: day('2018-09-04'), state: 'done' })];
    expect(remindersBetween(done, defaultRules, { from: '2018-01-01', to: '2018-12-31', ...setting })).toEqual([]);
  });

  test.each(['paused', 'cancelled'] as const)('leaves out what is %s', (as) => {
    const halted = { as, reason: 'vi venter', by: personId.parse('kari'), at: '2018-08-01T07:00:00Z' };
    const rows = [activity({ when: day('2018-09-04'), halted })];
    expect(remindersBetween(rows, defaultRules, { from: '2018-01-01', to: '2018-12-31', ...setting })).toEqual([]);
    expect(awaitingDate([activity({ when: unknown, halted })])).toEqual([]);
  });
});

test('an unknown date awaits one from its owner, unless the activity is done', () => {
  const waiting = activity({ row: 2, when: unknown });
  const done = activity({ row: 3, when: unknown, state: 'done' });
  const dated = activity({ row: 4, when: day('2018-09-04') });
  expect(awaitingDate([waiting, done, dated])).toEqual([waiting]);
});

describe('a tick', () => {
  const plan = planOf([activity({ when: day('2018-09-20'), units: ['Nordvik', 'Sørfjord'] })]);

  test('sends nothing a moment before nine, and to each unit at nine', () => {
    const { isSettled } = ledger();
    expect(due(plan, defaultRules, { isSettled, now: '2018-09-13T06:59:59Z', ...setting }).send).toEqual([]);
    const { send, stale } = due(plan, defaultRules, { isSettled, now: '2018-09-13T07:00:00Z', ...setting });
    expect(said(send)).toEqual(['7-days-before → Nordvik', '7-days-before → Sørfjord']);
    expect(stale).toEqual([]);
  });

  test('sends what nobody is responsible for to the programme’s own place', () => {
    const nobodys = planOf([activity({ when: day('2018-09-20'), units: [] })]);
    const { send } = due(nobodys, defaultRules, { ...ledger(), now: '2018-09-13T07:00:00Z', ...setting });
    expect(said(send)).toEqual(['7-days-before → programme']);
  });

  test('leaves alone what is in the ledger, receiver by receiver', () => {
    const now = '2018-09-13T07:01:00Z';
    const first = due(plan, defaultRules, { ...ledger(), now, ...setting }).send;
    const { isSettled } = ledger(first.slice(0, 1).map(({ key }) => key));
    expect(said(due(plan, defaultRules, { isSettled, now, ...setting }).send)).toEqual(['7-days-before → Sørfjord']);
  });

  test('sends nothing about what is done', () => {
    const done = planOf([activity({ when: day('2018-09-20'), state: 'done' })]);
    const all = due(done, defaultRules, { ...ledger(), now: '2018-09-20T08:00:00Z', ...setting });
    expect(all).toEqual({ send: [], stale: [] });
  });
});

describe('after downtime', () => {
  test.each<[what: string, when: Activity['when'], now: string, send: string[], stale: string[]]>([
    ['what still helps is sent late', day('2018-09-20'), '2018-09-15T10:00:00Z', ['7-days-before'], []],
    [
      'of several that were missed the latest is sent',
      day('2018-09-20'),
      '2018-09-20T10:00:00Z',
      ['on-the-day'],
      ['7-days-before', '1-working-day-before'],
    ],
    [
      'nothing is sent about what is over',
      day('2018-09-20'),
      '2018-09-20T22:00:00Z',
      [],
      ['7-days-before', '1-working-day-before', 'on-the-day'],
    ],
    [
      'a month that has begun is not over',
      period('2018-10-01', '2018-10-31', 'month'),
      '2018-10-31T10:00:00Z',
      ['first-working-day'],
      ['7-days-before'],
    ],
  ])('%s', (_, when, now, send, stale) => {
    const found = due(planOf([activity({ when })]), defaultRules, { ...ledger(), now, ...setting });
    expect(found.send.map(({ reminder }) => reminder.rule)).toEqual(send);
    expect(found.stale.map(({ reminder }) => reminder.rule)).toEqual(stale);
  });

  test('what came due before the plan was saved was never missed', () => {
    const plan = planOf([activity({ when: day('2018-09-20') })], '2018-09-19T12:00:00Z');
    const found = due(plan, defaultRules, { ...ledger(), now: '2018-09-19T13:00:00Z', ...setting });
    expect(found).toEqual({ send: [], stale: [] });
  });
});

describe('when the plan moves', () => {
  test('reminders move with it, also those that had been sent for the old date', () => {
    const before = planOf([activity({ when: day('2018-09-20') })]);
    const sent = due(before, defaultRules, { ...ledger(), now: '2018-09-13T07:00:00Z', ...setting }).send;
    const moved = planOf([activity({ when: day('2018-10-18') })]);
    const { isSettled } = ledger(sent.map(({ key }) => key));
    expect(due(moved, defaultRules, { isSettled, now: '2018-09-20T07:00:00Z', ...setting }).send).toEqual([]);
    expect(said(due(moved, defaultRules, { isSettled, now: '2018-10-11T07:00:00Z', ...setting }).send)).toEqual([
      '7-days-before → Nordvik kommune',
    ]);
  });

  test('a month that becomes its first day is not announced twice', () => {
    const month = planOf([activity({ when: period('2018-10-01', '2018-10-31', 'month') })]);
    const now = '2018-09-25T07:00:00Z';
    const sent = due(month, defaultRules, { ...ledger(), now, ...setting }).send;
    const exact = planOf([activity({ when: day('2018-10-01') })]);
    expect(due(exact, defaultRules, { ...ledger(sent.map(({ key }) => key)), now, ...setting }).send).toEqual([]);
  });
});

test('ticking through any plan sends each reminder once, at most one per activity, receiver and day, none when it is over', () => {
  const activities = fc
    .array(fc.record({ when: anyWhen, units: fc.constantFrom([], ['Nordvik'], ['Nordvik', 'Sørfjord']) }), {
      maxLength: 4,
    })
    .map((given) => given.map(({ when, units }, index) => activity({ row: index + 2, when, units: [...units] })));
  const ticks = fc.array(fc.integer({ min: 1, max: 24 * 40 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(activities, ticks, (rows, hours) => {
      const plan = planOf(rows, '2023-12-01T00:00:00Z');
      const { settled, isSettled } = ledger();
      const perDay = new Set<string>();
      let now = Temporal.Instant.from('2023-12-20T00:00:00Z');
      for (const step of hours) {
        now = now.add({ hours: step });
        const found = due(plan, defaultRules, { isSettled, now: now.toString(), ...setting });
        for (const { key, reminder, receiver } of found.send) {
          expect(settled.has(key)).toBe(false);
          const slot = `${reminder.activity} ${receiver} ${reminder.at.slice(0, 10)}`;
          expect(perDay.has(slot)).toBe(false);
          perDay.add(slot);
          expect(reminder.end >= now.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString()).toBe(true);
        }
        for (const { key } of [...found.send, ...found.stale]) settled.add(key);
        expect(due(plan, defaultRules, { isSettled, now: now.toString(), ...setting })).toEqual({
          send: [],
          stale: [],
        });
      }
    }),
  );
});

test('keys do not run into each other, whatever units are called', () => {
  const parts = {
    programme: programmeId.parse('p'),
    activity: activity({ when: unknown }).id,
    rule: 'on-the-day',
    start: '2018-09-04',
  };
  const keys = ['', 'a', 'a/b', 'a%2Fb', null].map((receiver) => reminderKey({ ...parts, receiver }));
  expect(new Set(keys).size).toBe(4);
  expect(reminderKey({ ...parts, receiver: 'NORDVIK' })).toBe(reminderKey({ ...parts, receiver: 'Nordvik' }));
});
