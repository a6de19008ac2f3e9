/**
 * Whom Klar tells next of what is silent or late, and when, worked out a second time from the words of issue 4 alone: by counting days one
 * after the other. What Klar sends is compared with it.
 */
import { type HandCountry, instantByHand, isWorkingDayByHand } from './by-hand.ts';

/** In the order in which they come. */
export const handSteps = ['deputy', 'owner', 'programme'] as const;
type HandStep = (typeof handSteps)[number];

/** A row as it stands for one of its units, or (null) for no unit. Days are ISO days, both ends included. */
export interface HandPart {
  activity: string;
  unit: string | null;
  start: string;
  end: string;
  /** Written as a first and a last day, and nobody has said a word of it. */
  isUnheard: boolean;
  /** Days on which it was saved otherwise, or something was said; the day on which it comes again after it was put off. */
  since: readonly string[];
  /** When it came into the plan for the first time, epoch milliseconds. */
  enteredMs: number;
  /** The first days of gates that wait for the row. */
  gates: readonly string[];
  /** Who is told at each step. */
  persons: Record<HandStep, readonly string[]>;
}

export interface HandRules {
  /** Working days after which each step comes, and the clock time at which it does. */
  after: Record<HandStep, number>;
  at: string;
  country: HandCountry;
}

/** One person who is to be told of a part. Epoch milliseconds. */
interface HandStepDue {
  step: HandStep;
  person: string;
  atMs: number;
}

/** The name under which a test remembers that a person was told. */
export const handName = (
  { activity, unit, end }: Pick<HandPart, 'activity' | 'unit' | 'end'>,
  step: HandStep,
  person: string,
): string => [activity, unit ?? '', end, step, person].join('\n');

/** What a test remembers. */
export interface HandMemory {
  /** When (epoch milliseconds) somebody was told, or could not be for good, by `handName`. */
  told(name: string): number | undefined;
  /** The last day on which somebody was told something as an owner of the programme. */
  ownerToldOn(person: string): string | undefined;
  /** The last day of somebody's absence that a day lies in. */
  awayUntil(person: string, day: string): string | undefined;
}

/**
 * Who is told of a part next; nobody where all have been.
 * @param nowMs Epoch milliseconds.
 */
export function nextByHand(
  part: HandPart,
  rules: HandRules,
  { told, ownerToldOn, awayUntil }: HandMemory,
  nowMs: number,
): HandStepDue[] {
  const today = dayByHand(nowMs);
  let from = part.isUnheard && part.end >= today ? part.start : part.end;
  if (from < dayByHand(part.enteredMs)) {
    // Nobody had been told of it: from the next beginning of a week at the hour at which overviews come.
    let monday = dayByHand(part.enteredMs);
    while (!beginsWeek(monday, rules.country) || instantByHand(monday, rules.at) < part.enteredMs)
      monday = nextDay(monday);
    from = monday;
  }
  for (const day of part.since) if (day > from) from = day;
  const reached = new Set<string>();
  // In whatever role somebody was told, they know.
  const toldMs = (person: string) => handSteps.flatMap((step) => told(handName(part, step, person)) ?? []).slice(0, 1);
  // Once somebody of a step has been told, those of the steps before it are not.
  const isTaken = (step: HandStep) =>
    part.persons[step].some((person) => told(handName(part, step, person)) !== undefined);
  const taken = handSteps.findLastIndex(isTaken);
  const steps = handSteps.map((step, nth) => {
    const persons = [...new Set(part.persons[step].filter((person) => !reached.has(person)))];
    for (const person of persons) reached.add(person);
    const open = nth < taken ? [] : persons.filter((person) => toldMs(person).length === 0);
    return { step, persons, open, toldMs: persons.flatMap(toldMs) };
  });
  let last: { step: HandStep; ms: number } | undefined;
  for (const [nth, { step, open, toldMs }] of steps.entries()) {
    if (open.length === 0) {
      if (toldMs.length > 0) last = { step, ms: Math.min(...toldMs) };
      continue;
    }
    let day = laterByHand(from, rules.after[step], rules.country);
    if (last) {
      // The steps keep the distance that the rules put between them, however late the one before came.
      const apart = Math.max(1, rules.after[step] - rules.after[last.step]);
      const soonest = laterByHand(dayByHand(last.ms), apart, rules.country);
      if (soonest > day) day = soonest;
    }
    const following = steps.slice(nth + 1).find((one) => one.persons.length > 0);
    if (following) {
      // All are away, or out of reach, longer than it takes until the next ones are told: then those are.
      const soon = day > today ? day : today;
      const since = toldMs.length > 0 ? dayByHand(Math.min(...toldMs)) : soon;
      const apart = Math.max(1, rules.after[following.step] - rules.after[step]);
      const first = laterByHand(from, rules.after[following.step], rules.country);
      const second = laterByHand(since, apart, rules.country);
      const turn = first > second ? first : second;
      if (open.every((person) => (awayUntil(person, soon) ?? '') >= turn || soon > turn)) {
        last = { step, ms: toldMs.length > 0 ? Math.min(...toldMs) : instantByHand(day, rules.at) };
        continue;
      }
    }
    if (step === 'programme' && !isPressingByHand(part, day, rules.country)) {
      while (!beginsWeek(day, rules.country)) day = nextDay(day);
    }
    return open.map((person) => {
      const hasHeard = step === 'programme' && ownerToldOn(person) === today && day <= today;
      return { step, person, atMs: instantByHand(hasHeard ? laterByHand(today, 1, rules.country) : day, rules.at) };
    });
  }
  return [];
}

/** More than ten working days late on a day, or ten at most before a gate. */
function isPressingByHand({ end, gates }: Pick<HandPart, 'end' | 'gates'>, day: string, country: HandCountry) {
  const [late, ahead] = [laterByHand(end, 10, country), laterByHand(day, 10, country)];
  return late < day || gates.some((gate) => day <= gate && gate <= ahead);
}

/** The first working day of its week: none of those since Monday was one. */
function beginsWeek(day: string, country: HandCountry): boolean {
  if (!isWorkingDayByHand(day, country)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  for (let back = 1; back < weekday; back += 1) {
    const before = new Date(Date.parse(day) - back * 86_400_000).toISOString().slice(0, 10);
    if (isWorkingDayByHand(before, country)) return false;
  }
  return true;
}

/** The working day so many working days after a day. */
function laterByHand(day: string, count: number, country: HandCountry): string {
  let found = day;
  for (let left = count; left > 0; ) {
    found = nextDay(found);
    if (isWorkingDayByHand(found, country)) left -= 1;
  }
  return found;
}

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const inOslo = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/Oslo');

/** Which day it is in Oslo. */
export const dayByHand = (ms: number): string => inOslo(ms).toPlainDate().toString();

/** Whether somebody who has chosen nothing is left alone: from eight in the evening to seven in the morning. */
export const isNightByHand = (ms: number): boolean => inOslo(ms).hour < 7 || inOslo(ms).hour >= 20;
