import type { Country, IsoDay } from '#calendar/when.ts';
import { workingDayAfter } from '#calendar/working-day.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { isHeld } from '#plan/asking/choose-rows.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import { dayForOwner, firstOverviewAfter, gateDaysOf, liveGates, workingDaysAfter } from './escalation-days.ts';
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
  /** Days on which a unit is asked anew: what it has put off comes again, or it was told that the row is theirs after all. */
  askedAnew?(activity: Activity, unit: Unit | null): readonly IsoDay[];
  /** The last day on which a person was told something as an owner of the programme; undefined where they never were. */
  ownerToldOn?(person: PersonId): IsoDay | undefined;
  /** Whether anybody has ever been told of a row; left out: `settledAt` is asked. */
  isBegun?(activity: Activity): boolean;
  /** The first day from a day on, at the rules' time, on which a person may be told; left out: that day. */
  mayHearOn?(person: PersonId, day: IsoDay): IsoDay;
}

/**
 * Who is to be told next of what is silent or late: for each row and unit the first step that has somebody and has not been
 * taken, with its time, past or to come. A step comes so many working days after the row's last day (or, of a row with a first
 * and a last day on which nobody has said anything, after its first) as the rules say, and never sooner after the step
 * before it than the rules put between them, so that after a week of silence of Klar's own nobody is passed over. What anybody says about the
 * row (of one that several units share: what their unit says) starts the count anew, and what they have put off is counted from the day on which it comes
 * again, what they said was not theirs from the day on which they were told that it is. What was late, or had begun, before it came into the plan counts from the first overview after that, since until then nobody had been told of it.
 *
 * Who owns the programme gets what is not pressing once a week (`dayForOwner`), and never more than one message a day.
 *
 * Only persons are told, never a channel (issue 4, "Escalation"). Whoever has been told of a row is not told of it again at a later step, and nobody at
 * an earlier one than has been taken. Where all of a step are away until those of the next have had their turn, it is passed over.
 */
export function escalationsOf(
  plan: Pick<Plan, 'activities' | 'revisions'>,
  programme: Pick<Programme, 'id' | 'units' | 'owners'>,
  rules: Pick<ReminderRules, 'at' | 'escalation'>,
  setting: EscalationSetting,
): Escalation[] {
  const { at, escalation } = rules;
  if (!escalation) return [];
  const about = { ...setting, at, escalation };
  const gates = liveGates(plan.activities);
  const enteredAt = entries(plan);
  const found: Escalation[] = [];
  for (const activity of plan.activities) {
    if (activity.when.start === null || !isLive(activity)) continue;
    const units: readonly (Unit | null)[] = unitsOn(programme, activity);
    const gateDays = gateDaysOf(activity, gates);
    for (const unit of units.length > 0 ? units : [null]) {
      const part = partFor(activity, unit?.id ?? null);
      const since = countedFrom(part, plan, {
        ...about,
        anew: setting.askedAnew?.(activity, unit) ?? [],
        enteredAt: enteredAt(activity),
      });
      if (!since || !setting.isAwaited(activity, unit)) continue;
      found.push(...nextStep({ activity: part, unit, gateDays, ...since }, programme, about));
    }
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.activity.row - b.activity.row));
}

/** When (ISO instant) a row came into the plan for the first time. */
function entries({ revisions }: Pick<Plan, 'revisions'>): (activity: Pick<Activity, 'id'>) => string | undefined {
  const came = new Map<string, string>();
  for (const { at, changes = [] } of revisions) {
    for (const { id, before } of changes) if (before === null && !came.has(id)) came.set(id, at);
  }
  return ({ id }) => came.get(id) ?? revisions[0]?.at;
}

interface Counted {
  activity: Activity;
  unit: Unit | null;
  why: Escalation['why'];
  /** The day from which working days are counted. */
  from: IsoDay;
  gateDays: readonly IsoDay[];
}

/** What decides about them, with the rules. */
type About = EscalationSetting & { at: string; escalation: NonNullable<ReminderRules['escalation']> };

/** From which day on a row is late or silent; undefined where it is neither and will not be as it stands. */
function countedFrom(
  activity: Activity,
  { revisions }: Pick<Plan, 'revisions'>,
  about: About & { anew: readonly IsoDay[]; enteredAt: string | undefined },
): Pick<Counted, 'why' | 'from'> | undefined {
  const { zone, now, anew, enteredAt } = about;
  const { start, end, precision } = activity.when;
  if (start === null || end === null || !isLive(activity) || isHeld(activity)) return undefined;
  // A long row that has really begun, while nobody has said a word: of "in March" nobody knows that it has.
  const isSilent = precision === 'range' && activity.state === 'planned' && end >= dayIn(zone, now);
  const day = isSilent ? start : end;
  // What changed it last: until then it stood otherwise in the plan, or nowhere.
  const changed = revisions.find(({ number }) => number === (activity.changedIn ?? revisions[0]?.number))?.at;
  const said = [changed, activity.stated?.at].filter((at) => at !== undefined).map((at) => dayIn(zone, at));
  const days = [...said, ...anew];
  if (enteredAt !== undefined && day < dayIn(zone, enteredAt)) days.push(firstOverviewAfter(enteredAt, about));
  return { why: isSilent ? 'silent' : 'late', from: days.reduce(later, day) };
}

function nextStep(counted: Counted, programme: Pick<Programme, 'id' | 'units' | 'owners'>, about: About): Escalation[] {
  const { activity, unit, why, from, gateDays } = counted;
  const { at, escalation, country, zone, now, ownerToldOn } = about;
  const today = dayIn(zone, now);
  const steps = stepsOf(counted, programme, about);
  let before: { day: IsoDay; after: number } | undefined;
  for (const [nth, { step, isOver, open, settled }] of steps.entries()) {
    const after = escalation[step];
    const taken = settled.sort()[0];
    if (isOver || open.length === 0) {
      if (taken !== undefined) before = { day: dayIn(zone, taken), after };
      continue;
    }
    const turn = before ? later(nominalDay(step), daysAfter(before.day, after - before.after)) : nominalDay(step);
    const next = steps[nth + 1];
    if (next) {
      const soon = later(turn, today);
      const base = taken === undefined ? soon : dayIn(zone, taken);
      const overAt = later(nominalDay(next.step), daysAfter(base, escalation[next.step] - after));
      if (open.every((person) => (about.mayHearOn?.(person, soon) ?? soon) > overAt)) {
        // All of them are away, or out of reach, until the next ones have had their turn: those are not kept waiting.
        before = { day: taken === undefined ? turn : base, after };
        continue;
      }
    }
    const day =
      step === 'programme' ? dayForOwner(turn, { end: activity.when.end ?? turn, gates: gateDays }, country) : turn;
    return open.map((person) => {
      const hasHeard = step === 'programme' && day <= today && ownerToldOn?.(person) === today;
      const on = hasHeard ? workingDayAfter(today, country) : day;
      const key = escalationKey({ programme, activity, unit, step, person });
      return { key, activity, unit, step, why, person, at: instantAt(on, at, zone) };
    });
  }
  return [];

  function nominalDay(step: EscalationStep): IsoDay {
    return workingDaysAfter(from, escalation[step], country);
  }
  function daysAfter(day: IsoDay, count: number): IsoDay {
    return workingDaysAfter(day, Math.max(1, count), country);
  }
}

interface Step {
  step: EscalationStep;
  /** One that comes after it has been taken: nobody is told of a row after those who come after them. */
  isOver: boolean;
  /** Who is still to be told. */
  open: PersonId[];
  /** When (ISO instants) the others were, in whatever role. */
  settled: string[];
}

/** The steps that have somebody whom none before them has. */
function stepsOf(
  { activity, unit }: Counted,
  programme: Pick<Programme, 'id' | 'units' | 'owners'>,
  { settledAt, isBegun }: Pick<EscalationSetting, 'settledAt' | 'isBegun'>,
): Step[] {
  // Mostly nobody has been told yet: then no keys are made.
  const toldAs = (step: EscalationStep, person: PersonId): string | undefined =>
    isBegun?.(activity) === false ? undefined : settledAt(escalationKey({ programme, activity, unit, step, person }));
  const isTaken = (step: EscalationStep) =>
    whoIsTold(step, unit, programme).some((person) => toldAs(step, person) !== undefined);
  const taken = escalationSteps.findLastIndex(isTaken);
  const known = new Set<PersonId>();
  return escalationSteps.flatMap((step, nth) => {
    const open: PersonId[] = [];
    const settled: string[] = [];
    for (const person of whoIsTold(step, unit, programme)) {
      if (known.has(person)) continue;
      known.add(person);
      const [at] = escalationSteps.flatMap((one) => toldAs(one, person) ?? []).sort();
      if (at === undefined) open.push(person);
      else settled.push(at);
    }
    return open.length + settled.length > 0 ? [{ step, isOver: nth < taken, open, settled }] : [];
  });
}

const later = (one: IsoDay, other: IsoDay): IsoDay => (other > one ? other : one);

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
  return [programme.id, activity.id, ruleOf(step), activity.when.end ?? '', unit?.id ?? '', person]
    .map(encodeURIComponent)
    .join('/');
}

const marked = 'escalation-';

/** What a step is called in the ledger and in the log. */
export const ruleOf = (step: EscalationStep): string => `${marked}${step}`;

/** What a key of the ledger says of who was told of which row; undefined for a key of something else. */
export function readEscalationKey(key: string): { activity: string; step: EscalationStep; person: string } | undefined {
  const [, activity, rule = '', , , person] = key.includes(marked) ? key.split('/') : [];
  if (activity === undefined || person === undefined) return undefined;
  const step = escalationSteps.find((one) => rule === ruleOf(one));
  return step && { activity: decodeURIComponent(activity), step, person: decodeURIComponent(person) };
}
