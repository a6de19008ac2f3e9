import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId, unitId } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { markOf, replaceRules } from '#reminder/edit-rules.ts';
import { awaitingDate, remindersBetween } from '#reminder/reminder.ts';
import { reminderKey } from '#reminder/reminder-key.ts';
import { noReminding, type Reminding } from '#reminder/reminding.ts';
import { defaultRules, reminderRules } from '#reminder/rules.ts';
import { activity, day, period, unknown } from './plans.ts';
import { savedPlan, someProgramme, somewhere, told, town } from './slots.ts';

const setting = { country: 'NO', zone: 'Europe/Oslo' } as const;

/** Nordvik and Sørfjord have a place each, with their names. */
const units = ['Nordvik', 'Sørfjord'].map((name) => ({ id: `u-${name}`, name, place: name }));
const places = units.map(({ name }) => somewhere(name));
const of = (activities: Activity[], reminding: Partial<Reminding> = {}, savedAt?: string) =>
  town({
    programmes: [{ programme: someProgramme({ units }), plan: savedPlan(activities, savedAt), reminding }],
    places,
  });

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

describe('a beat', () => {
  const kurs = activity({ when: day('2018-09-20'), units: ['Nordvik', 'Sørfjord'] });

  test('sends nothing a moment before nine, and to each unit at nine, once', () => {
    const here = of([kurs]);
    expect(here.beat('2018-09-13T06:59:59Z')).toEqual([]);
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(['Nordvik: 7-days-before', 'Sørfjord: 7-days-before']);
    expect(here.beat('2018-09-13T07:01:00Z')).toEqual([]);
  });

  test('sends what nobody is responsible for to the programme’s own place', () => {
    const here = of([activity({ when: day('2018-09-20'), units: [] })]);
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(['felles: 7-days-before']);
  });

  test('sends nothing about what is done', () => {
    expect(of([activity({ ...kurs, state: 'done' })]).beat('2018-09-20T08:00:00Z')).toEqual([]);
  });

  test('sends a reminder again whose claim led to nothing, and leaves what the ledger has as over', () => {
    const here = of([kurs]);
    const [nordvik, sorfjord] = here
      .slotsAt('2018-09-13T07:00:00Z')
      .filter(({ copy }) => copy.reminder.rule === '7-days-before');
    here.ledger.set(nordvik?.part ?? '', { state: 'unreachable' });
    here.ledger.set(sorfjord?.copy.key ?? '', { state: 'sent' });
    expect(told(here.beat('2018-09-13T07:01:00Z'))).toEqual(['Nordvik: 7-days-before']);
  });
});

describe('after downtime', () => {
  test.each<[what: string, when: Activity['when'], now: string, sent: string[], stale: string[], skipped: string[]]>([
    ['what still helps is sent late', day('2018-09-20'), '2018-09-17T10:00:00Z', ['7-days-before'], [], []],
    [
      'of several that were missed the latest is sent',
      day('2018-09-20'),
      '2018-09-20T10:00:00Z',
      ['on-the-day'],
      [],
      ['stale: 7-days-before', 'stale: 1-working-day-before'],
    ],
    [
      'nothing is sent about what is over',
      day('2018-09-20'),
      '2018-09-21T10:00:00Z',
      [],
      ['7-days-before', '1-working-day-before', 'on-the-day'],
      [],
    ],
    [
      'a month that has begun is not over',
      period('2018-10-01', '2018-10-31', 'month'),
      '2018-10-31T10:00:00Z',
      ['first-working-day'],
      [],
      ['stale: 7-days-before'],
    ],
  ])('%s', (_, when, now, sent, stale, skipped) => {
    const [found] = of([activity({ when, units: [] })]).bundlesAt(now);
    expect(found?.bundles.messages.flat().map(({ copy }) => copy.reminder.rule)).toEqual(sent);
    expect(found?.bundles.stale.map(({ copy }) => copy.reminder.rule)).toEqual(stale);
    expect(found?.bundles.skipped.map(({ slot, why }) => `${why}: ${slot.copy.reminder.rule}`)).toEqual(skipped);
  });

  test('what came due before the plan was saved was never missed', () => {
    const [found] = of([activity({ when: day('2018-09-20'), units: [] })], {}, '2018-09-19T12:00:00Z').bundlesAt(
      '2018-09-19T13:00:00Z',
    );
    expect(found?.bundles).toMatchObject({ messages: [], stale: [], skipped: [] });
  });

  test('what came due before the row was said to stand so, or the rules were set, is settled and nobody is told of it', () => {
    const stated = { by: personId.parse('kari'), at: '2018-09-21T06:00:00Z', before: 'done' as const };
    const now = '2018-09-21T10:00:00Z';
    const [said] = of([activity({ when: day('2018-09-20'), units: [], stated })]).bundlesAt(now);
    expect(said?.bundles.stale).toEqual([]);
    expect(said?.bundles.skipped.map(({ why }) => why)).toEqual(['merged', 'merged', 'merged']);
    const rulesSet = { by: personId.parse('kari'), at: '2018-09-21T06:00:00Z', before: null };
    const [set] = of([activity({ when: day('2018-09-20'), units: [] })], { rulesSet }).bundlesAt(now);
    expect(set?.bundles.stale).toEqual([]);
  });

  test('a rule that comes into use sends nothing that it would have sent before, and the other rules go on', () => {
    const said = { by: personId.parse('kari'), at: '2018-09-10T08:00:00Z' };
    const before = noReminding(programmeId.parse('p'));
    const wanted = reminderRules.parse({ ...defaultRules, rules: ['30-days-before', ...defaultRules.rules] });
    const { next } = replaceRules(before, { mark: markOf(defaultRules) }, () => wanted, said);
    const row = [activity({ when: day('2018-09-20'), units: [] })];
    expect(told(of(row, next).beat('2018-09-10T08:00:00Z'))).toEqual([]);
    expect(told(of(row, next).beat('2018-09-13T08:00:00Z'))).toEqual(['felles: 7-days-before']);
  });

  test('what is overdue is asked about for a week, and then no more', () => {
    const rules = reminderRules.parse({ rules: ['overdue'] });
    const here = () => of([activity({ when: day('2018-09-20'), units: [] })], { rules });
    expect(told(here().beat('2018-09-24T08:00:00Z'))).toEqual(['felles: overdue']);
    const [late] = here().bundlesAt('2018-10-22T08:00:00Z');
    expect(late?.bundles.messages).toEqual([]);
    expect(late?.bundles.stale.map(({ copy }) => copy.reminder.rule)).toEqual([
      'overdue',
      'overdue-2',
      'overdue-3',
      'overdue-4',
    ]);
  });
});

describe('when the plan moves', () => {
  test('reminders move with it, also those that had been sent for the old date', () => {
    const before = of([activity({ when: day('2018-09-20'), units: [] })]);
    before.beat('2018-09-13T07:00:00Z');
    const moved = of([activity({ when: day('2018-10-18'), units: [] })]);
    for (const [key, entry] of before.ledger) moved.ledger.set(key, entry);
    expect(moved.beat('2018-09-20T07:00:00Z')).toEqual([]);
    expect(told(moved.beat('2018-10-11T07:00:00Z'))).toEqual(['felles: 7-days-before']);
  });

  test('a month that becomes its first day is not announced twice', () => {
    const now = '2018-09-24T07:00:00Z';
    const month = of([activity({ when: period('2018-10-01', '2018-10-31', 'month'), units: [] })]);
    expect(month.beat(now)).toHaveLength(1);
    const exact = of([activity({ when: day('2018-10-01'), units: [] })]);
    for (const [key, entry] of month.ledger) exact.ledger.set(key, entry);
    expect(exact.beat(now)).toEqual([]);
  });
});

describe('what people have said', () => {
  const said = { by: personId.parse('ola'), at: '2018-09-13T08:00:00Z' };
  const kurs = activity({ when: day('2018-09-20'), units: ['Nordvik', 'Sørfjord'] });
  const nordvik = unitId.parse('u-Nordvik');

  test('a row that is put off rests for that unit alone, and comes again once, on its day, in place of what fell due meanwhile', () => {
    const here = of([kurs], { snoozed: [{ activity: kurs.id, unit: nordvik, until: '2018-09-20', ...said }] });
    expect(told(here.beat('2018-09-13T09:00:00Z'))).toEqual(['Sørfjord: 7-days-before']);
    expect(told(here.beat('2018-09-19T07:00:00Z'))).toEqual(['Sørfjord: 1-working-day-before']);
    // From midnight on nothing is put off any more, and still nothing comes before its time.
    expect(here.beat('2018-09-20T05:30:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-20T07:00:00Z'))).toEqual(['Nordvik: snooze-2018-09-20', 'Sørfjord: on-the-day']);
    expect(
      here.bundlesAt('2018-09-20T07:01:00Z').flatMap(({ bundles }) => [...bundles.messages, ...bundles.stale]),
    ).toEqual([]);
  });

  test('one that comes again on a day off comes on the working day after, and also when the row is over by then', () => {
    const here = of([kurs], { snoozed: [{ activity: kurs.id, unit: nordvik, until: '2018-09-22', ...said }] });
    for (const quiet of [
      '2018-09-13T09:00:00Z',
      '2018-09-19T07:00:00Z',
      '2018-09-20T07:00:00Z',
      '2018-09-22T07:00:00Z',
    ])
      expect(told(here.beat(quiet)).filter((one) => one.startsWith('Nordvik'))).toEqual([]);
    expect(told(here.beat('2018-09-24T07:00:00Z'))).toEqual(['Nordvik: snooze-2018-09-22']);
  });

  test('a beat is foreseen for what is put off', () => {
    const here = of([kurs], { snoozed: [{ activity: kurs.id, unit: nordvik, until: '2018-09-20', ...said }] });
    const next = (receiver: string) =>
      here.bundlesAt('2018-09-14T09:00:00Z').find((one) => one.receiver === receiver)?.bundles.nextMs;
    expect(next('Nordvik')).toBe(Date.parse('2018-09-20T07:00:00Z'));
  });

  test('what is not theirs is not sent to them', () => {
    const here = of([kurs], { notOurs: [{ activity: kurs.id, unit: nordvik, ...said }] });
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(['Sørfjord: 7-days-before']);
  });

  test('what is stopped is not sent, and what it would have followed is not made up for', () => {
    const here = of([kurs], {
      stopped: [{ activity: kurs.id, rule: '1-working-day-before', start: '2018-09-20', ...said }],
    });
    expect(here.beat('2018-09-19T07:00:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-20T07:00:00Z'))).toEqual(['Nordvik: on-the-day', 'Sørfjord: on-the-day']);
  });

  test('what is asked for ahead comes beside the row’s own reminders', () => {
    const rules = reminderRules.parse({
      rules: ['7-days-before'],
      leads: [{ id: 'utstyr', before: { count: 1, unit: 'weeks' }, item: 'Utstyrsliste' }],
    });
    const here = of([activity({ when: day('2018-09-20'), units: [] })], { rules });
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(['felles: 7-days-before, lead-utstyr']);
  });
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
