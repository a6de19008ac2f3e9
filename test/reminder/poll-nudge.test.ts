import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { unitId } from '#people/programme.ts';
import { askedBy, nudgeFor, nudgeOf } from '#reminder/poll-nudge.ts';
import type { Manner } from '#reminder/receivers.ts';
import { reminderRules } from '#reminder/rules.ts';

const zone = 'Europe/Oslo';
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
const iso = (ms: number | undefined) =>
  ms === undefined
    ? undefined
    : Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toString().slice(0, 16);
const by = (days: number | null = 1) => ({
  rules: reminderRules.parse({ rules: [], polls: { daysBefore: days } }),
  zone,
  country: 'NO' as const,
});
const poll = (opened: string, closes?: string) => ({
  openedAt: at(opened),
  ...(closes === undefined ? {} : { closesAt: at(closes) }),
});

describe('a poll is reminded of once', () => {
  // 20 November 2026 is a Friday.
  test.each([
    ['the working day before it closes', poll('2026-11-20T10:00', '2026-11-27T16:00'), by(), '2026-11-26T09:00'],
    ['on Friday where it closes on Monday', poll('2026-11-18T10:00', '2026-11-23T16:00'), by(), '2026-11-20T09:00'],
    [
      'so many working days before as the rules say',
      poll('2026-11-16T10:00', '2026-11-27T16:00'),
      by(3),
      '2026-11-24T09:00',
    ],
    [
      'on its last day where it has only just begun',
      poll('2026-11-20T08:00', '2026-11-23T16:00'),
      by(),
      '2026-11-23T09:00',
    ],
    [
      '24 hours before where it closes on a day off',
      poll('2026-11-20T08:00', '2026-11-22T16:00'),
      by(),
      '2026-11-21T16:00',
    ],
    [
      '24 hours before without a programme',
      poll('2026-11-20T10:00', '2026-11-27T16:00'),
      undefined,
      '2026-11-26T16:00',
    ],
    ['never where it is open for a day and a half', poll('2026-11-24T08:00', '2026-11-25T20:00'), by(), undefined],
    ['never where it does not close by itself', poll('2026-11-24T08:00'), by(), undefined],
    ['never where the rules say so', poll('2026-11-20T10:00', '2026-11-27T16:00'), by(null), undefined],
  ])('%s', (_, given, rules, expected) => {
    expect(iso(nudgeOf(given, rules)?.atMs)).toBe(expected);
  });
});

describe('somebody is reminded of it', () => {
  const manner: Manner = { zone, country: 'NO', quiet: undefined, rhythm: 'daily', isAtHome: true };
  const closes = '2026-11-27T16:00';
  const nudge = { atMs: Date.parse(at('2026-11-26T09:00')), isByRules: true };
  const comes = (more: Partial<Manner>, now = '2026-11-20T12:00', of = nudge, until = closes) =>
    iso(nudgeFor(of, at(until), { ...manner, ...more }, Date.parse(at(now))));
  const onSaturday = { atMs: Date.parse(at('2026-11-28T16:00')), isByRules: false };

  test.each([
    ['at its time', comes({}), '2026-11-26T09:00'],
    [
      'when their quiet hours are over',
      comes({ quiet: { hours: { from: '16:00', to: '10:30' }, weekdays: [], away: [] } }),
      '2026-11-26T10:30',
    ],
    ['on their working day before', comes({ quiet: { weekdays: [4], away: [] } }), '2026-11-25T09:00'],
    ['the morning after where Klar was away until the night', comes({}, '2026-11-26T22:00'), '2026-11-27T07:00'],
    [
      'not where they are left alone until it has closed',
      comes({ quiet: { hours: { from: '06:00', to: '05:00' }, weekdays: [], away: [] } }, '2026-11-27T09:00'),
      undefined,
    ],
    ['not where they want to hear of nothing but what is overdue', comes({ rhythm: 'overdue' }), undefined],
    ['not where their one message a week would come too late', comes({ rhythm: 'weekly' }), undefined],
    [
      'on the working day after rather than a Saturday',
      comes({}, '2026-11-27T12:00', onSaturday, '2026-11-30T16:00'),
      '2026-11-30T07:00',
    ],
    [
      'on a Saturday rather than never',
      comes({}, '2026-11-27T12:00', onSaturday, '2026-11-29T16:00'),
      '2026-11-28T16:00',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });
});

test('asked are the people of the units whose place it is, in the programme’s own place those of all units, elsewhere nobody', () => {
  const unit = (id: string, place: string, ...people: string[]) => ({
    id: unitId.parse(id),
    name: id,
    aliases: [],
    place: placeId.parse(place),
    people: people.map((person) => ({ person: personId.parse(person), role: 'member' as const })),
  });
  const programme = {
    place: placeId.parse('project'),
    units: [unit('a', 'north', 'kari', 'ola'), unit('b', 'north', 'ola', 'siri'), unit('c', 'south', 'liv')],
  };
  const asked = (place: string) => askedBy({ place: placeId.parse(place) }, programme);
  expect(asked('north')).toEqual(['kari', 'ola', 'siri']);
  expect(asked('project')).toEqual(['kari', 'ola', 'siri', 'liv']);
  expect(asked('canteen')).toEqual([]);
});
