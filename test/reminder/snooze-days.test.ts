import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDayOff } from '#people/leave-alone.ts';
import type { Quiet } from '#people/quiet.ts';
import { isPastEnd, maySnoozeUntil, snoozeChoices, snoozeUntil } from '#reminder/snooze-days.ts';
import { day, period } from './plans.ts';

const partTime: Quiet = { weekdays: [1], away: [] };
const holiday: Quiet = { weekdays: [], away: [{ from: '2026-08-14', to: '2026-08-18' }] };

describe('a reminder is put off', () => {
  test.each([
    // Thursday.
    ['tomorrow', '2026-08-13', [], '2026-08-14'],
    ['days', '2026-08-13', [], '2026-08-17'],
    ['week', '2026-08-13', [], '2026-08-17'],
    // Friday.
    ['tomorrow', '2026-08-14', [], '2026-08-17'],
    ['week', '2026-08-10', [], '2026-08-17'],
    // Before Easter and before the 17th of May, a Monday in 2027.
    ['tomorrow', '2027-03-24', [], '2027-03-30'],
    ['week', '2027-05-12', [], '2027-05-18'],
    ['week', '2026-08-13', [partTime], '2026-08-18'],
    ['tomorrow', '2026-08-13', [partTime, holiday], '2026-08-19'],
  ] as const)('%s from %s with days off %o: until %s', (choice, today, quiet, until) => {
    expect(snoozeUntil(choice, { today, country: 'NO', quiet })).toBe(until);
  });

  test('to a day that lies ahead, on which those who read it work, and which its button may name', () => {
    const days = fc.integer({ min: 0, max: 2000 }).map((n) => Temporal.PlainDate.from('2024-01-01').add({ days: n }));
    const quiets = fc.subarray<Quiet | undefined>([undefined, partTime, holiday]);
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...snoozeChoices),
        fc.constantFrom('NO', 'SE'),
        quiets,
        (date, choice, country, quiet) => {
          const today = date.toString();
          const until = snoozeUntil(choice, { today, country, quiet });
          expect(until > today).toBe(true);
          expect(maySnoozeUntil(until, today)).toBe(true);
          for (const one of quiet) expect(isDayOff(until, one, country)).toBe(false);
        },
      ),
    );
  });

  test('at most two months by a button, however long somebody is away', () => {
    const quiet = [{ weekdays: [], away: [{ from: '2026-01-01', to: '2030-01-01' }] }];
    const until = snoozeUntil('tomorrow', { today: '2026-08-13', country: 'NO', quiet });
    expect(maySnoozeUntil(until, '2026-08-13')).toBe(true);
  });

  test.each([
    ['2026-08-21', day('2026-08-20'), true],
    ['2026-08-20', day('2026-08-20'), false],
    ['2026-08-21', period('2026-08-10', '2026-08-20', 'range'), true],
    ['2026-09-21', period('2026-08-01', '2026-08-31', 'month'), false],
  ])('until %s is past the exact last day of %o: %s', (until, when, isPast) => {
    expect(isPastEnd(until, when)).toBe(isPast);
  });
});
