import type { Country, IsoDay } from '#calendar/when.ts';
import { onOrAfter, workingDayAfter } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { isHeld } from '#plan/asking/choose-rows.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import type { ReminderRules } from './rules.ts';

/** Who is told in turn when nobody answers: a unit's deputies, its owners, and in the end who owns the programme. */
export const escalationSteps = ['deputy', 'owner', 'programme'] as const;
export type EscalationStep = (typeof escalationSteps)[number];

/** That somebody is told, in their own chat, of an activity about which a unit is silent or late. */
export interface Escalation {
  /** Its key in the programme's ledger: once for each person, unit and step, and anew when the row's last day moves. */
  key: string;
  /** As it stands for the unit. */
  activity: Activity;
  /** Null where the row names no unit. */
  unit: Unit | null;
  step: EscalationStep;
  /** `late`: its last day is over. `silent`: it has begun and nobody has said anything. */
  why: 'late' | 'silent';
  person: PersonId;
  /** ISO instant with offset. */
  at: string;
}

/** What decides about them. */
export interface EscalationSetting {
  country: Country;
  /** IANA zone of the programme. */
  zone: string;
  /** ISO instant. */
  now: string;
  /** When (ISO instant) something with this key went out; undefined when it has not. */
  settledAt(key: string): string | undefined;
  /** Whether a unit's answer is still waited for (see `awaited.ts`). */
  isAwaited(activity: Activity, unit: Unit | null): boolean;
  /** Until which day a unit has put a row off, or had last; undefined where it never has. */
  putOffUntil?(activity: Activity, unit: Unit | null): IsoDay | undefined;
}

/**
 * Who is to be told next of what is silent or late: for each row and unit the first step that has somebody and has not been
 * taken, with its time, past or to come. A step comes so many working days after the row's last day (or, of a row with a first
 * and a last day on which nobody has said anything, after its first) as the rules say, and never sooner after the step
 * before it than the rules put between them, so that after a week of silence of Klar's own nobody is passed over. What anybody says about the
 * row (of one that several units share: what their unit says) starts the count anew, and what they have put off is counted from the day on which it comes again. What was late before the plan was saved counts from there.
 *
 * Only persons are told, never a channel (issue 4, "Escalation"). Whoever has been told of a row is not told of it again at a later step.
 */
export function escalationsOf(
  plan: Pick<Plan, 'activities' | 'revisions'>,
  programme: Pick<Programme, 'id' | 'units' | 'owners'>,
  rules: Pick<ReminderRules, 'at' | 'escalation'>,
  setting: EscalationSetting,
): Escalation[] {
  const { escalation } = rules;
  if (!escalation) return [];
  const found: Escalation[] = [];
  for (const activity of plan.activities) {
    if (activity.when.start === null || !isLive(activity)) continue;
    const units: (Unit | null)[] = unitsOn(programme, activity);
    for (const unit of units.length > 0 ? units : [null]) {
      const part = partFor(activity, unit?.id ?? null);
      const since = countedFrom(part, plan, { ...setting, putOff: setting.putOffUntil?.(activity, unit) });
      if (!since || !setting.isAwaited(activity, unit)) continue;
      found.push(...nextStep({ activity: part, unit, ...since }, programme, { ...rules, escalation }, setting));
    }
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.activity.row - b.activity.row));
}

interface Counted {
  activity: Activity;
  unit: Unit | null;
  why: Escalation['why'];
  /** The day from which working days are counted. */
  from: IsoDay;
}

/** From which day on a row is late or silent; undefined where it is neither and will not be as it stands. */
function countedFrom(
  activity: Activity,
  { revisions }: Pick<Plan, 'revisions'>,
  { zone, now, putOff }: Pick<EscalationSetting, 'zone' | 'now'> & { putOff: IsoDay | undefined },
): Pick<Counted, 'why' | 'from'> | undefined {
  const { start, end, precision } = activity.when;
  if (start === null || end === null || !isLive(activity) || isHeld(activity)) return undefined;
  const today = dayIn(zone, now);
  // What changed it last: until then it stood otherwise in the plan, or nowhere.
  const changed = revisions.find(({ number }) => number === (activity.changedIn ?? revisions[0]?.number))?.at;
  const said = [changed, activity.stated?.at].filter((at) => at !== undefined).map((at) => dayIn(zone, at));
  const latest = (day: IsoDay) => [day, ...said, ...(putOff === undefined ? [] : [putOff])].sort().at(-1) ?? day;
  // A long row that has really begun, while nobody has said a word: of "in March" nobody knows that it has.
  const isSilent = precision === 'range' && activity.state === 'planned' && end >= today;
  return isSilent ? { why: 'silent', from: latest(start) } : { why: 'late', from: latest(end) };
}

function nextStep(
  counted: Counted,
  programme: Pick<Programme, 'id' | 'units' | 'owners'>,
  { at, escalation }: { at: string; escalation: NonNullable<ReminderRules['escalation']> },
  { country, zone, settledAt }: EscalationSetting,
): Escalation[] {
  const { activity, unit, why, from } = counted;
  const told = new Set<PersonId>();
  let before: { at: string; after: number } | undefined;
  for (const step of escalationSteps) {
    const persons = [...new Set(whoIsTold(step, unit, programme))].filter((person) => !told.has(person));
    if (persons.length === 0) continue;
    for (const person of persons) told.add(person);
    const after = escalation[step];
    const keys = persons.map((person) => escalationKey({ programme, activity, unit, step, person }));
    const settled = keys.map(settledAt).filter((one) => one !== undefined);
    if (settled.length === keys.length) {
      before = { at: settled.sort()[0] ?? '', after };
      continue;
    }
    const nominal = instantAt(workingDaysAfter(from, after, country), at, zone);
    const gap =
      before &&
      instantAt(workingDaysAfter(dayIn(zone, before.at), Math.max(1, after - before.after), country), at, zone);
    const due = gap !== undefined && isBefore(nominal, gap) ? gap : nominal;
    return persons.flatMap((person, index) => {
      const key = keys[index] ?? '';
      return settledAt(key) === undefined ? [{ key, activity, unit, step, why, person, at: due }] : [];
    });
  }
  return [];
}

/** Whom a step tells. A unit without a contact has had its deputies reminded in the contact's place. */
function whoIsTold(
  step: EscalationStep,
  unit: Unit | null,
  { owners }: Pick<Programme, 'owners'>,
): readonly PersonId[] {
  if (step === 'programme') return owners;
  const having = (role: 'contact' | 'deputy' | 'owner') =>
    (unit?.people ?? []).filter((one) => one.role === role).map(({ person }) => person);
  if (step === 'deputy') return having('contact').length > 0 ? having('deputy') : [];
  return having('owner');
}

/** The key under which a step is kept in the programme's ledger. */
function escalationKey(parts: {
  programme: Pick<Programme, 'id'>;
  activity: Pick<Activity, 'id' | 'when'>;
  unit: Unit | null;
  step: EscalationStep;
  person: PersonId;
}): string {
  const { programme, activity, unit, step, person } = parts;
  return [programme.id, activity.id, `escalation-${step}`, activity.when.end ?? '', unit?.id ?? '', person]
    .map(encodeURIComponent)
    .join('/');
}

function workingDaysAfter(day: IsoDay, count: number, country: Country): IsoDay {
  let found = onOrAfter(day, country);
  for (let left = count - (found === day ? 0 : 1); left > 0; left -= 1) found = workingDayAfter(found, country);
  return found;
}

const isBefore = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) < 0;
