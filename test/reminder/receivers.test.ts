import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onOrAfter } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import { personId } from '#people/person.ts';
import { unit, unitId } from '#people/programme.ts';
import type { Rhythm } from '#people/quiet.ts';
import { activityId } from '#plan/activity.ts';
import { isAwaited } from '#reminder/awaited.ts';
import { goesAt, momentOf } from '#reminder/moment.ts';
import { type Manner, mannerOf, receiverId, receiversOf } from '#reminder/receivers.ts';
import { byUrgency } from '#reminder/urgency.ts';
import { somebody, someProgramme, somewhere } from './slots.ts';

describe('a unit’s reminders go to', () => {
  const persons = new Map(
    [
      somebody('kari'),
      somebody('ola'),
      somebody('per'),
      somebody('siv'),
      somebody('unmet', { accounts: [] }),
      somebody('also-unmet', { accounts: [] }),
    ].map((one) => [one.id, one]),
  );
  const places = new Map(
    [
      somewhere('felles'),
      somewhere('nordvik'),
      somewhere('lost', { goneSince: '2018-01-01T00:00:00Z' }),
      somewhere('olas-own', { kind: 'personal', person: personId.parse('ola') }),
    ].map((one) => [one.id, one]),
  );
  const known = {
    person: (id: string) => persons.get(personId.parse(id)),
    place: (id: string) => places.get(id as never),
  };
  const people = (...roles: [person: string, role: string][]) => roles.map(([person, role]) => ({ person, role }));

  test.each<[what: string, unit: object | undefined, programme: Record<string, unknown>, groups: string[][]]>([
    [
      'its place, then its contacts, its deputies, the programme’s place and who leads',
      { place: 'nordvik', people: people(['ola', 'contact'], ['per', 'contact'], ['siv', 'deputy']) },
      {},
      [['nordvik'], ['ola', 'per'], ['siv'], ['felles'], ['kari']],
    ],
    [
      'its contacts where its place is gone',
      { place: 'lost', people: people(['ola', 'contact']) },
      {},
      [['ola'], ['felles'], ['kari']],
    ],
    [
      'its deputies where no contact has an account',
      { people: people(['unmet', 'contact'], ['siv', 'deputy']) },
      {},
      [['siv'], ['felles'], ['kari']],
    ],
    [
      'the programme’s place where neither has one; members and owners of the unit are no contacts',
      { people: people(['unmet', 'contact'], ['also-unmet', 'deputy'], ['ola', 'member'], ['per', 'owner']) },
      {},
      [['felles'], ['kari']],
    ],
    ['a person whose own chat it is', { place: 'olas-own', people: [] }, {}, [['ola'], ['felles'], ['kari']]],
    [
      'those who lead, each once, where there is no place',
      undefined,
      { place: 'lost', coordinators: ['siv', 'kari'] },
      [['kari', 'siv']],
    ],
  ])('%s', (_, given, programme, groups) => {
    const of = given && unit.parse({ id: 'u1', name: 'Nordvik', ...given });
    expect(receiversOf(someProgramme(programme), of, known).map((group) => group.map(receiverId))).toEqual(groups);
  });

  test('a place in the programme’s zone, a person in their own', () => {
    const place = mannerOf({ is: 'place', place: somewhere('felles') }, someProgramme());
    expect(place).toMatchObject({ zone: 'Europe/Oslo', rhythm: 'daily', isAtHome: true });
    const person = mannerOf(
      { is: 'person', person: somebody('ola', { timeZone: 'Asia/Tokyo', rhythm: 'weekly' }) },
      someProgramme(),
    );
    expect(person).toMatchObject({ zone: 'Asia/Tokyo', rhythm: 'weekly', isAtHome: false });
  });
});

describe('a reminder comes', () => {
  const oslo: Manner = { zone: 'Europe/Oslo', country: 'NO', quiet: undefined, rhythm: 'daily', isAtHome: true };
  const away = (from: string, to: string) => ({ weekdays: [], away: [{ from, to }] });
  test.each<[what: string, at: string, manner: Partial<Manner>, isOverdue: boolean, comes: string]>([
    ['when the rules say', '2018-09-13T07:00:00Z', {}, false, '2018-09-13T07:00:00Z'],
    [
      'the working day before one’s day off',
      '2018-09-17T07:00:00Z',
      { quiet: { weekdays: [1], away: [] } },
      false,
      '2018-09-14T07:00:00Z',
    ],
    [
      'before a holiday, over a clock change at the same time of day',
      '2018-10-29T08:00:00Z',
      { quiet: away('2018-10-22', '2018-10-31') },
      false,
      '2018-10-19T07:00:00Z',
    ],
    [
      'on the week’s first working day, from its own day on',
      '2018-09-13T07:00:00Z',
      { rhythm: 'weekly' },
      false,
      '2018-09-17T07:00:00Z',
    ],
    ['on that day itself', '2018-09-17T07:00:00Z', { rhythm: 'weekly' }, false, '2018-09-17T07:00:00Z'],
    [
      'overdue on the working day after one’s day off, since before it is not overdue',
      '2018-09-14T07:00:00Z',
      { quiet: { weekdays: [5], away: [] } },
      true,
      '2018-09-17T07:00:00Z',
    ],
    [
      'overdue after an absence, over a clock change at the same time of day',
      '2018-10-26T07:00:00Z',
      { quiet: away('2018-10-22', '2018-10-28') },
      true,
      '2018-10-29T08:00:00Z',
    ],
    ['after Easter on Tuesday', '2018-03-28T07:00:00Z', { rhythm: 'weekly' }, false, '2018-04-03T07:00:00Z'],
    [
      'at once to a weekly reader where it is overdue',
      '2018-09-13T07:00:00Z',
      { rhythm: 'weekly' },
      true,
      '2018-09-13T07:00:00Z',
    ],
    [
      'in the morning of who is elsewhere',
      '2018-09-13T07:00:00Z',
      { zone: 'America/New_York', isAtHome: false },
      false,
      '2018-09-13T11:00:00Z',
    ],
  ])('%s', (_, at, manner, isOverdue, comes) => {
    const ms = momentOf(Date.parse(at), isOverdue, { ...oslo, ...manner });
    expect(new Date(ms).toISOString()).toBe(new Date(comes).toISOString());
  });

  test.each<[what: string, at: string, lastDay: string, comes: string]>([
    ['on the next one that is not too late', '2018-09-13T07:00:00Z', '2018-09-17', '2018-09-17T07:00:00Z'],
    ['on the one before where the next is', '2018-09-13T07:00:00Z', '2018-09-16', '2018-09-10T07:00:00Z'],
    ['on the Tuesday before, after a Monday off', '2018-05-24T07:00:00Z', '2018-05-25', '2018-05-22T07:00:00Z'],
    ['over a clock change at the same time of day', '2018-10-30T08:00:00Z', '2018-10-31', '2018-10-29T08:00:00Z'],
  ])('a week’s message brings it %s', (_, at, lastDay, comes) => {
    const ms = momentOf(Date.parse(at), false, { ...oslo, rhythm: 'weekly' }, lastDay);
    expect(new Date(ms).toISOString()).toBe(new Date(comes).toISOString());
  });

  test('where it is evening already comes the next morning, or that morning where the next is too late', () => {
    const east = { ...oslo, zone: 'Pacific/Auckland', isAtHome: false };
    const comes = (lastDay: string) => new Date(momentOf(Date.parse('2018-11-13T08:00:00Z'), false, east, lastDay));
    expect(comes('2018-11-20').toISOString()).toBe('2018-11-13T18:00:00.000Z');
    expect(comes('2018-11-13').toISOString()).toBe('2018-11-12T18:00:00.000Z');
  });

  test.each<[what: string, now: string, lastDay: string, goes: string]>([
    ['on time at its time, also at night', '2018-09-13T23:10:00Z', '2018-09-20', '2018-09-13T23:00:00Z'],
    ['late in the day at once', '2018-09-14T10:00:00Z', '2018-09-20', '2018-09-14T10:00:00Z'],
    ['late at night in the morning', '2018-09-14T20:00:00Z', '2018-09-14', '2018-09-15T05:00:00Z'],
    ['late on a Saturday on Monday', '2018-09-15T10:00:00Z', '2018-09-20', '2018-09-17T05:00:00Z'],
    [
      'late on a Saturday at once where Monday is too late',
      '2018-09-15T10:00:00Z',
      '2018-09-16',
      '2018-09-15T10:00:00Z',
    ],
  ])('%s', (_, now, lastDay, goes) => {
    const ms = goesAt(Date.parse('2018-09-13T23:00:00Z'), Date.parse(now), { lastDay, manner: oslo });
    expect(new Date(ms).toISOString()).toBe(new Date(goes).toISOString());
  });
});

describe('something is awaited of a unit', () => {
  const row = { id: activityId.parse('a1'), state: 'underway' as const };
  const said = { activity: row.id, unit: unitId.parse('u1'), by: personId.parse('ola'), at: '2018-09-01T00:00:00Z' };
  test.each<[what: string, row: object, said: object, awaited: boolean]>([
    ['while it is on its way', {}, {}, true],
    ['not when it is done', { state: 'done' }, {}, false],
    ['not when it is on pause', { halted: { as: 'paused' } }, {}, false],
    ['not when it is called off', { halted: { as: 'cancelled' } }, {}, false],
    ['not until the day until which it was put off', {}, { snoozed: [{ ...said, until: '2018-09-14' }] }, false],
    ['from that day on', {}, { snoozed: [{ ...said, until: '2018-09-13' }] }, true],
    ['although another unit has put it off', {}, { snoozed: [{ ...said, unit: null, until: '2018-09-14' }] }, true],
    ['not where it says that it is not theirs', {}, { notOurs: [said] }, false],
  ])('%s', (_, more, reminding, awaited) => {
    const given = { snoozed: [], notOurs: [], ...reminding };
    expect(isAwaited({ ...row, ...more } as never, unitId.parse('u1'), given, '2018-09-13')).toBe(awaited);
  });
});

test('the order of urgency is the same whatever order things are given in', () => {
  const one = { activity: activityId.parse('a'), title: 'A', row: 2, start: '2018-09-20', end: '2018-09-20' };
  const order = [
    { ...one, end: '2018-09-01', start: '2018-09-01' },
    { ...one, start: '2018-09-10' },
    one,
    { ...one, row: 3 },
    { ...one, row: 3, title: 'B' },
    { ...one, row: 3, title: 'B', activity: activityId.parse('b') },
  ];
  expect(order.toReversed().sort(byUrgency)).toEqual(order);
  expect(byUrgency(one, { ...one })).toBe(0);
});

/** Anybody who has chosen no quiet hours, with days off and absences of any length. */
const anyManner = fc
  .record({
    rhythm: fc.constantFrom<Rhythm>('daily', 'weekly', 'at-once'),
    zone: fc.constantFrom('Europe/Oslo', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland', 'Pacific/Honolulu'),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    away: fc.option(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 40 }))),
    country: fc.constantFrom('NO' as const, 'SE' as const),
  })
  .map(({ away, weekdays, zone, ...rest }) => {
    const first = (days: number) => Temporal.PlainDate.from('2024-01-01').add({ days }).toString();
    const absences = away ? [{ from: first(away[0]), to: first(away[0] + away[1]) }] : [];
    return { ...rest, zone, quiet: { weekdays, away: absences }, isAtHome: zone === 'Europe/Oslo' };
  });
/** A working day at nine in Oslo, over three years with all their clock changes and a leap day. */
const anyMorning = fc.integer({ min: 0, max: 1000 }).map((days) => {
  const day = onOrAfter(Temporal.PlainDate.from('2024-01-01').add({ days }).toString(), 'NO');
  return { day, atMs: Date.parse(instantAt(day, '09:00', 'Europe/Oslo')) };
});
const dayOf = (ms: number, zone: string): string => dayIn(zone, new Date(ms).toISOString());

test('whatever the rhythm, the days off and the zone: what lies ahead of something never comes after it, and what is late never before it', () => {
  fc.assert(
    fc.property(anyMorning, anyManner, fc.integer({ min: 0, max: 20 }), ({ day, atMs }, manner, ahead) => {
      const lastDay = Temporal.PlainDate.from(day).add({ days: ahead }).toString();
      expect(dayOf(momentOf(atMs, false, manner, lastDay), manner.zone) <= lastDay).toBe(true);
      expect(momentOf(atMs, true, manner, lastDay)).toBeGreaterThanOrEqual(atMs);
    }),
  );
});
