import type { IsoDay } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { UnitId } from '#people/programme.ts';
import type { ActivityId } from '#plan/activity.ts';
import type { Reminding } from './reminding.ts';

/** Whose reminders of what: a unit's, or (null) those of the programme's own place. */
export interface Whose {
  activity: ActivityId;
  unit: UnitId | null;
}
interface Said {
  by: PersonId;
  /** ISO instant. */
  at: string;
}

/** What was put off is forgotten so long after it has come again, days. */
const forgottenAfter = 60;

const isSame = (one: Whose, other: Whose): boolean => one.activity === other.activity && one.unit === other.unit;

/** Until when a unit has put off its reminders of a row, and who did; undefined where nobody has, or the day has come. */
export const snoozeOf = (
  { snoozed }: Pick<Reminding, 'snoozed'>,
  whose: Whose,
  today: IsoDay,
): Reminding['snoozed'][number] | undefined => snoozed.find((one) => isSame(one, whose) && one.until > today);

/** Until which day a unit has put a row off, or had last. */
export const putOffUntil = ({ snoozed }: Pick<Reminding, 'snoozed'>, whose: Whose): IsoDay | undefined =>
  snoozed
    .filter((one) => isSame(one, whose))
    .map(({ until }) => until)
    .sort()
    .at(-1);

/** Puts the reminders of a row off. Where that is so already, the record stays the very same object. */
export function withSnooze(
  reminding: Reminding,
  activity: ActivityId,
  units: readonly (UnitId | null)[],
  { until, today, ...said }: Said & { until: IsoDay; today: IsoDay },
): Reminding {
  const isSo = (unit: UnitId | null) =>
    reminding.snoozed.some((one) => isSame(one, { activity, unit }) && one.until === until);
  const changed = units.filter((unit) => !isSo(unit));
  if (changed.length === 0) return reminding;
  const oldest = Temporal.PlainDate.from(today).subtract({ days: forgottenAfter }).toString();
  const kept = reminding.snoozed.filter(
    (one) => one.until >= oldest && !changed.some((unit) => isSame(one, { activity, unit })),
  );
  return { ...reminding, snoozed: [...kept, ...changed.map((unit) => ({ activity, unit, until, ...said }))] };
}

/** Takes a putting off back; what has come again already stays as it was. */
export function withoutSnooze(
  reminding: Reminding,
  activity: ActivityId,
  units: readonly (UnitId | null)[],
  today: IsoDay,
): Reminding {
  const left = reminding.snoozed.filter(
    (one) => one.until <= today || !units.some((unit) => isSame(one, { activity, unit })),
  );
  return left.length === reminding.snoozed.length ? reminding : { ...reminding, snoozed: left };
}

/** Who has said that a row is not the unit's, and awaits an answer. */
export const notOursOf = (
  { notOurs }: Pick<Reminding, 'notOurs'>,
  whose: Whose,
): Reminding['notOurs'][number] | undefined => notOurs.find((one) => isSame(one, whose));

/** Who has answered that it stays theirs. */
export const keptOf = ({ kept = [] }: Pick<Reminding, 'kept'>, whose: Whose) => kept.find((one) => isSame(one, whose));

/** Some units say that a row is not theirs. What they said before, and the answer to it, is forgotten. */
export function withNotOurs(
  reminding: Reminding,
  activity: ActivityId,
  units: readonly UnitId[],
  said: Said,
): Reminding {
  const asking = units.filter((unit) => !notOursOf(reminding, { activity, unit }));
  if (asking.length === 0) return reminding;
  return {
    ...reminding,
    notOurs: [...reminding.notOurs, ...asking.map((unit) => ({ activity, unit, ...said }))],
    ...(reminding.kept
      ? { kept: reminding.kept.filter((one) => !asking.some((unit) => isSame(one, { activity, unit }))) }
      : {}),
  };
}

/** It is theirs after all, or has been answered: nothing is asked any more. */
export function withoutNotOurs(reminding: Reminding, activity: ActivityId, units: readonly UnitId[]): Reminding {
  const left = reminding.notOurs.filter((one) => !units.some((unit) => isSame(one, { activity, unit })));
  return left.length === reminding.notOurs.length ? reminding : { ...reminding, notOurs: left };
}

/** Who leads answers that the row stays with the unit. Where nobody asks any more, nothing changes. */
export function withKept(reminding: Reminding, activity: ActivityId, unit: UnitId, said: Said): Reminding {
  const asked = notOursOf(reminding, { activity, unit });
  if (!asked) return reminding;
  const others = (reminding.kept ?? []).filter((one) => !isSame(one, { activity, unit }));
  const kept = [...others, { activity, unit, asked: asked.by, ...said }];
  return { ...withoutNotOurs(reminding, activity, [unit]), kept };
}

/** A unit has been taken off a row: what it said, and what was answered, is forgotten, so that back on it one day it is reminded like the others. */
export function withTakenOff(reminding: Reminding, activity: ActivityId, unit: UnitId): Reminding {
  const next = withoutNotOurs(reminding, activity, [unit]);
  const kept = next.kept?.filter((one) => !isSame(one, { activity, unit }));
  return kept?.length === next.kept?.length ? next : { ...next, kept };
}

/** One reminder by its rule and the activity's first day. */
export interface Stoppable {
  activity: ActivityId;
  rule: string;
  start: IsoDay;
}

/** Who has stopped a reminder. */
export const stoppedBy = (
  { stopped }: Pick<Reminding, 'stopped'>,
  { activity, rule, start }: Stoppable,
): Reminding['stopped'][number] | undefined =>
  stopped.find((one) => one.activity === activity && one.rule === rule && one.start === start);

/** Stops one reminder; it is not sent to anybody. */
export const withStop = (reminding: Reminding, { activity, rule, start }: Stoppable, said: Said): Reminding =>
  stoppedBy(reminding, { activity, rule, start })
    ? reminding
    : { ...reminding, stopped: [...reminding.stopped, { activity, rule, start, ...said }] };

/** Lets it go out again. */
export function withoutStop(reminding: Reminding, one: Stoppable): Reminding {
  const found = stoppedBy(reminding, one);
  return found ? { ...reminding, stopped: reminding.stopped.filter((other) => other !== found) } : reminding;
}
