import fc from 'fast-check';
import type { When } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import {
  type Activity,
  type ActivityId,
  activityId,
  activityState,
  type Plan,
  type PlannedRow,
} from '#plan/activity.ts';
import { halt, resume } from '#plan/editing/move.ts';
import { withoutRow } from '#plan/editing/save-row.ts';
import { setState } from '#plan/revisions/revise.ts';
import { commit } from '#plan/revisions/revision.ts';
import type { Reminding } from '#reminder/reminding.ts';
import { withKept, withNotOurs, withoutNotOurs, withSnooze } from '#reminder/resting.ts';
import { dayByHand } from '../escalations-by-hand.ts';
import { names, type Town, type Trouble, unitNames } from './escalation-town.ts';

/** A row's days, counted from some day: where it begins, how long it is, and how it is written. */
interface Days {
  from: number;
  long: number;
  precision: When['precision'];
}
const whenFrom = (day: string, { from, long, precision }: Days): When => {
  const start = Temporal.PlainDate.from(day).add({ days: from });
  const end = precision === 'day' ? start : start.add({ days: long });
  return { start: start.toString(), end: end.toString(), precision, text: '' };
};

const anyDays = fc.record<Days>({
  from: fc.integer({ min: -20, max: 10 }),
  long: fc.integer({ min: 0, max: 15 }),
  precision: fc.constantFrom('day', 'day', 'range', 'month'),
});
const anyRow = fc.record({
  days: anyDays,
  units: fc.subarray([...unitNames]),
  kind: fc.constantFrom<Activity['kind']>('activity', 'activity', 'activity', 'gate', 'meeting'),
  gate: fc.constantFrom(null, null, 'K1', 'K2'),
});
type AnyRow = typeof anyRow extends fc.Arbitrary<infer T> ? T : never;

const anyStaff = fc.array(
  fc.tuple(fc.constantFrom(...names), fc.constantFrom('contact', 'contact', 'deputy', 'deputy', 'owner', 'member')),
  { minLength: 1, maxLength: 6 },
);
const which = fc.nat(5);
/** Something that happens to the plan, or that somebody says; rows and units by number, over and over. */
const anyAct = fc.oneof(
  fc.record({ does: fc.constant('say'), row: which, unit: which, state: fc.constantFrom(...activityState.options) }),
  fc.record({ does: fc.constant('say'), row: which, unit: which, state: fc.constant('done') }),
  fc.record({ does: fc.constant('move'), row: which, days: anyDays }),
  fc.record({ does: fc.constant('prolong'), row: which, by: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ does: fc.constant('halt'), row: which, as: fc.constantFrom('paused', 'cancelled') }),
  fc.record({ does: fc.constant('resume'), row: which }),
  fc.record({ does: fc.constant('remove'), row: which }),
  fc.record({ does: fc.constant('add'), like: anyRow }),
  fc.record({ does: fc.constant('put off'), row: which, unit: which, days: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ does: fc.constant('not ours'), row: which, unit: which }),
  fc.record({ does: fc.constant('ours'), row: which, unit: which }),
  fc.record({ does: fc.constant('kept'), row: which, unit: which }),
  fc.record({ does: fc.constant('away'), who: fc.constantFrom(...names), days: fc.integer({ min: 0, max: 14 }) }),
  fc.record({ does: fc.constant('staff'), unit: which, people: anyStaff }),
);
type Act = typeof anyAct extends fc.Arbitrary<infer T> ? T : never;

const anyTrouble = fc.tuple(
  fc.constantFrom(...names),
  fc.constantFrom<Trouble>('unreachable', 'unreachable', 'refused', 'gone', 'busy', 'hurried'),
);
/** What happens, then how long nothing does, and how it is when Klar beats next. */
const anyEpisode = fc.record({
  acts: fc.array(anyAct, { maxLength: 2 }),
  /** Left out: until somebody is to be told. */
  minutes: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    fc.integer({ min: 1, max: 12 * 60 }),
    fc.integer({ min: 1, max: 9 * 24 * 60 }),
  ),
  trouble: fc.array(anyTrouble, { maxLength: 2 }),
  restarts: fc.boolean(),
  /** A row of which somebody says that it is done while the first message of the beat is on its way. */
  doneMeanwhile: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, which),
});
/** A programme from the day on which its plan is brought in. */
export const anyLife = fc.record({
  begins: fc
    .integer({ min: 0, max: 364 * 24 })
    .map((hours) => Temporal.Instant.from('2026-02-01T00:20:00Z').add({ hours })),
  rows: fc.array(anyRow, { minLength: 2, maxLength: 5 }),
  staff: fc.tuple(anyStaff, anyStaff, anyStaff),
  owners: fc.subarray([...names], { minLength: 1, maxLength: 2 }),
  after: fc.constantFrom([3, 5, 8], [1, 2, 3], [2, 2, 2], [4, 4, 15]),
  episodes: fc.array(anyEpisode, { minLength: 4, maxLength: 14 }),
});
export type Life = typeof anyLife extends fc.Arbitrary<infer T> ? T : never;

/** A row of a file. @param nth From 1. */
export const plannedRow = ({ days, units, kind, gate }: AnyRow, nth: number, today: string): PlannedRow => ({
  row: nth + 1,
  title: `Rad ${nth}`,
  description: '',
  kind,
  when: whenFrom(today, days),
  units: [...units],
  gate,
});

/** Does something to a plan, or to what is said of its reminders, as the presses do. */
export async function act(town: Town, done: Act): Promise<void> {
  const at = town.now().toString();
  const today = dayByHand(town.now().epochMilliseconds);
  const by = 'eli' as PersonId;
  const doing = { by, at, act: `${at} ${JSON.stringify(done)}` };
  const { activities } = await town.plan();
  const programme = await town.programme();
  const row = 'row' in done ? activities[done.row % activities.length] : undefined;
  const units = programme.units.filter(({ name }) => row?.units.includes(name)).map((unit) => unit.id);
  const unit = 'unit' in done ? (units[done.unit % units.length] ?? null) : null;
  const ofRow = (change: (plan: Plan, id: ActivityId) => Plan) =>
    row && town.changePlan((plan) => change(plan, row.id));
  const dated = (plan: Plan, id: ActivityId, when: When) =>
    commit(
      plan,
      plan.activities.map((one) => (one.id === id ? { ...one, when } : one)),
      { ...doing, kind: 'move' },
    );
  const said = (change: (reminding: Reminding, id: ActivityId) => Reminding) =>
    row && town.changeReminding((reminding) => change(reminding, row.id));
  switch (done.does) {
    case 'say':
      if (row?.halted) return;
      return ofRow((plan, id) =>
        setState(plan, id, done.state as Activity['state'], by, at, {
          responsible: units,
          for: unit === null ? [] : [unit],
        }),
      );
    case 'move':
      return ofRow((plan, id) => dated(plan, id, whenFrom(today, done.days)));
    case 'prolong':
      return ofRow((plan, id) => {
        const { start, end } = row?.when ?? {};
        return dated(plan, id, { start: start ?? null, end: later(end ?? '', done.by), precision: 'range', text: '' });
      });
    case 'halt':
      if (row?.state === 'done') return;
      return ofRow((plan, id) => halt(plan, id, done.as as 'paused', { ...doing, reason: 'som testen vil' }));
    case 'resume':
      return ofRow((plan, id) => resume(plan, id, doing));
    case 'remove':
      return ofRow((plan, id) => withoutRow(plan, id, doing));
    case 'add':
      return town.changePlan((plan) => {
        const nth = Math.max(
          0,
          ...plan.revisions.flatMap(({ changes = [] }) => changes.map(({ id }) => Number(id.slice(4)))),
        );
        const added = plannedRow(done.like, nth + 1, today);
        const next = { ...added, id: activityId.parse(`row-${nth + 1}`), state: 'planned' as const, dependsOn: [] };
        return commit(plan, [...plan.activities, next], { ...doing, kind: 'add' });
      });
    case 'put off': {
      const until = later(today, done.days);
      return said((reminding, id) => withSnooze(reminding, id, [unit], { until, today, by, at }));
    }
    case 'not ours':
      return said((reminding, id) => (unit === null ? reminding : withNotOurs(reminding, id, [unit], { by, at })));
    case 'ours':
      return said((reminding, id) => (unit === null ? reminding : withoutNotOurs(reminding, id, [unit])));
    case 'kept':
      return said((reminding, id) => (unit === null ? reminding : withKept(reminding, id, unit, { by, at })));
    case 'away':
      // For some days from today on; none: back at once.
      return town.leave(done.who, done.days > 0 ? { from: today, to: later(today, done.days - 1) } : undefined);
    case 'staff':
      return town.staff(done.unit % 3, done.people);
  }
}

const later = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
