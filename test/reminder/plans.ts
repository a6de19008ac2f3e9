import fc from 'fast-check';
import type { When } from '#calendar/when.ts';
import type { Activity } from '#plan/activity.ts';
import { activityId } from '#plan/activity.ts';
import { readRule } from '#reminder/rules.ts';

/** An exact day. */
export const day = (text: string): When => ({ start: text, end: text, precision: 'day', text });

/** A period of some other precision. */
export const period = (start: string, end: string, precision: When['precision']): When => ({
  start,
  end,
  precision,
  text: '',
});

export const unknown: When = { start: null, end: null, precision: 'unknown', text: '' };

/** An activity about which only what matters to the test is said. */
export const activity = (given: Partial<Activity> & { when: When }): Activity => ({
  id: activityId.parse(`a${given.row ?? 2}`),
  row: 2,
  title: 'Kurs for superbrukere',
  description: '',
  kind: 'activity',
  units: ['Nordvik kommune'],
  gate: null,
  state: 'planned',
  dependsOn: [],
  ...given,
});

const aDay = fc.integer({ min: 0, max: 3 * 365 }).map((days) => Temporal.PlainDate.from('2024-01-01').add({ days }));

/** Any date with a start: exact days and periods of up to three months. */
export const anyWhen: fc.Arbitrary<When> = fc
  .tuple(
    aDay,
    fc.integer({ min: 0, max: 92 }),
    fc.constantFrom('day', 'range', 'week', 'month', 'quarter', 'approximate'),
  )
  .map(([start, length, precision]) =>
    precision === 'day'
      ? day(start.toString())
      : period(start.toString(), start.add({ days: length }).toString(), precision as When['precision']),
  );

/** Any name of a rule that a programme may have. */
export const anyRuleName: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('on-the-day', 'overdue'),
  fc
    .tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.constantFrom(
        'days-before',
        'working-days-before',
        'weeks-before',
        'months-before',
        'days-after',
        'working-days-after',
      ),
    )
    .map(([count, kind]) => readRule(`${count}-${kind}`).name),
);
