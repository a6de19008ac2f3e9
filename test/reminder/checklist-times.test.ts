import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aheadForUnit, checklistReminders, nextForUnit, overdueToldMs } from '#reminder/checklist-times.ts';
import type { Manner } from '#reminder/receivers.ts';
import { defaultRules } from '#reminder/rules.ts';

const zone = 'Europe/Oslo';
const setting = { country: 'NO', zone } as const;
const iso = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toString().slice(0, 16);
const rules = (daysBefore: number[], overdue = true) => ({ at: '09:00', checklists: { daysBefore, overdue } });
/** Of a checklist that is due on Wednesday 11 February 2026, given out at the end of the year before. */
const early = { due: '2026-02-11', at: '2025-12-30T10:00:00Z' };

describe('when units are reminded of a checklist', () => {
  test.each([
    [
      'a week and a day ahead, and four times once it is overdue',
      early,
      defaultRules,
      [
        '7-days-before 2026-02-04T09:00',
        '1-day-before 2026-02-10T09:00',
        'overdue 2026-02-12T09:00',
        'overdue-2 2026-02-19T09:00',
        'overdue-3 2026-02-26T09:00',
        'overdue-4 2026-03-05T09:00',
      ],
    ],
    [
      'on a day off the working day before; once overdue the working day after',
      { ...early, due: '2026-04-05' },
      rules([2, 0]),
      [
        // Easter Sunday: the Friday before it is a day off, as are Maundy Thursday and Easter Monday. Weekly from Tuesday.
        '2-days-before 2026-04-01T09:00',
        'on-the-day 2026-04-01T09:00',
        'overdue 2026-04-07T09:00',
        'overdue-2 2026-04-14T09:00',
        'overdue-3 2026-04-21T09:00',
        'overdue-4 2026-04-28T09:00',
      ],
    ],
    ['on the day where the rules say so', early, rules([0], false), ['on-the-day 2026-02-11T09:00']],
    ['never where they do not', early, rules([], false), []],
    [
      'not on the day on which it was given out, nor for what lay before',
      { ...early, at: '2026-02-10T05:00:00Z' },
      rules([7, 1, 0], false),
      ['on-the-day 2026-02-11T09:00'],
    ],
    [
      'at nine also where the clock has changed',
      { due: '2026-03-30', at: '2026-01-02T10:00:00Z' },
      rules([4, 0], false),
      ['4-days-before 2026-03-26T09:00', 'on-the-day 2026-03-30T09:00'],
    ],
  ])('%s', (_, checklist, given, expected) => {
    const found = checklistReminders(checklist, given, setting).map(({ rule, atMs }) => `${rule} ${iso(atMs)}`);
    expect(found).toEqual(expected);
  });

  test('one that could not go out helps for a week at most, and no longer than until the next', () => {
    const until = checklistReminders(early, rules([30, 7, 6], false), setting).map(({ untilMs }) => iso(untilMs));
    expect(until).toEqual(['2026-01-19T09:00', '2026-02-05T09:00', '2026-02-12T09:00']);
  });
});

describe('what comes to a unit', () => {
  const manner: Manner = { zone, country: 'NO', quiet: undefined, rhythm: 'daily', isAtHome: true };
  const reminders = checklistReminders(early, defaultRules, setting);
  const coming = (now: string, more: Partial<Parameters<typeof nextForUnit>[1]> = {}) => {
    const nowMs = Temporal.PlainDateTime.from(now).toZonedDateTime(zone).epochMilliseconds;
    const { due, ahead } = nextForUnit(reminders, { manner, remindedOn: [], ...more }, { nowMs, zone });
    return [due?.reminder.rule, ahead && `${ahead.reminder.rule} ${iso(ahead.atMs)}`];
  };

  test.each([
    ['nothing before its time', '2026-02-04T08:59', {}, [undefined, '7-days-before 2026-02-04T09:00']],
    ['at its time', '2026-02-04T09:00', {}, ['7-days-before', '1-day-before 2026-02-10T09:00']],
    ['once', '2026-02-04T09:01', { remindedOn: ['2026-02-04'] }, [undefined, '1-day-before 2026-02-10T09:00']],
    [
      'not where somebody has reminded on the day',
      '2026-02-10T09:00',
      { remindedOn: ['2026-02-10'] },
      [undefined, 'overdue 2026-02-12T09:00'],
    ],
    [
      'but where they have the day before',
      '2026-02-10T09:00',
      { remindedOn: ['2026-02-09'] },
      ['1-day-before', 'overdue 2026-02-12T09:00'],
    ],
    ['a little later where Klar was away', '2026-02-05T12:00', {}, ['7-days-before', '1-day-before 2026-02-10T09:00']],
    ['not at night then', '2026-02-04T23:00', {}, [undefined, '7-days-before 2026-02-05T07:00']],
    ['only the last of what was missed', '2026-02-12T10:00', {}, ['overdue', 'overdue-2 2026-02-19T09:00']],
    ['nothing that was missed long ago', '2026-04-01T10:00', {}, [undefined, undefined]],
    [
      'nothing that fell due before the rules came into use',
      '2026-02-04T12:00',
      { notBeforeMs: Date.parse('2026-02-04T11:00:00Z') },
      [undefined, '1-day-before 2026-02-10T09:00'],
    ],
    [
      'only what is overdue to who wants no more',
      '2026-02-10T09:00',
      { manner: { ...manner, rhythm: 'overdue' } },
      [undefined, 'overdue 2026-02-12T09:00'],
    ],
    [
      'on the first working day of the week to who wants one message a week',
      '2026-02-05T09:00',
      { manner: { ...manner, rhythm: 'weekly' } },
      [undefined, '7-days-before 2026-02-09T09:00'],
    ],
    [
      'after their day off where it is overdue',
      '2026-02-12T09:00',
      { manner: { ...manner, quiet: { weekdays: [4], away: [] } } },
      [undefined, 'overdue 2026-02-13T09:00'],
    ],
  ] as const)('%s', (_, now, more, expected) => {
    expect(coming(now, more as Parameters<typeof coming>[1])).toEqual(expected);
  });
});

test('who owns the programme is told after so many working days as the rules say, or never', () => {
  expect(iso(overdueToldMs(early, defaultRules, setting) ?? 0)).toBe('2026-02-23T09:00');
  expect(overdueToldMs(early, { ...defaultRules, escalation: null }, setting)).toBeUndefined();
});

test('what is foretold is what a clock that goes hour by hour then sends, as long as nobody answers', () => {
  const hourMs = 3_600_000;
  const anyManner = fc.record({
    zone: fc.constantFrom('Europe/Oslo', 'America/New_York'),
    rhythm: fc.constantFrom<Manner['rhythm']>('daily', 'weekly', 'overdue', 'at-once'),
    weekdays: fc.subarray([1, 3, 5], { maxLength: 2 }),
    away: fc.subarray([{ from: '2026-02-09', to: '2026-02-20' }]),
  });
  fc.assert(
    fc.property(anyManner, fc.subarray([30, 7, 2, 1, 0]), fc.nat({ max: 50 }), (given, daysBefore, days) => {
      const { zone: own, rhythm, weekdays, away } = given;
      const manner: Manner = {
        zone: own,
        country: 'NO',
        quiet: { weekdays, away },
        rhythm,
        isAtHome: own === zone,
      };
      const reminders = checklistReminders(early, rules(daysBefore), setting);
      const startMs = Date.parse('2026-01-05T08:00:00Z') + days * 24 * hourMs;
      const foretold = aheadForUnit(reminders, { manner, remindedOn: [] }, { nowMs: startMs, zone });

      const remindedOn: string[] = [];
      const sent: string[] = [];
      for (let nowMs = startMs; nowMs < Date.parse('2026-03-16T00:00:00Z'); nowMs += hourMs) {
        const hour = Math.floor(nowMs / hourMs) % 24;
        // At night nobody is written to, neither here nor there.
        if (hour < 6 || hour > 14 || !nextForUnit(reminders, { manner, remindedOn }, { nowMs, zone }).due) continue;
        remindedOn.push(iso(nowMs).slice(0, 10));
        if (nowMs > startMs) sent.push(iso(nowMs));
      }
      expect(foretold.map(({ atMs }) => iso(atMs))).toEqual(sent);
    }),
    { numRuns: 25 },
  );
});
