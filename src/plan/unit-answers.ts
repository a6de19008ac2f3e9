import { findUnit, sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import { type Programme, type UnitId, unitId } from '#people/programme.ts';
import type { Activity, ActivityState, Plan, UnitAnswer } from './activity.ts';

/** On a row that several units share each answers for itself (DESIGN section 1, points 1 and 3): for which of them somebody speaks. */
export interface Speaking {
  /** All units of the row that the programme knows. */
  responsible: readonly UnitId[];
  /** Those of them for whom it is said (`speaks-for.ts`). */
  for: readonly UnitId[];
}

/** A row without units, or with one: how it stands is said of the row itself. */
const asWhole: Speaking = { responsible: [], for: [] };

/** How a row stands by the words of its units: done once all are; in need of help where one is; else underway where anybody has begun. */
export function stateOf(states: readonly ActivityState[]): ActivityState {
  if (states.length > 0 && states.every((state) => state === 'done')) return 'done';
  if (states.includes('help')) return 'help';
  return states.some((state) => state === 'underway' || state === 'done') ? 'underway' : 'planned';
}

/**
 * The row after somebody has said how it goes. Of a row with several units that is the word of those whom they speak for, and the row's own state
 * follows; of any other it is the row's state. Whoever says what stands already changes nothing: then it is the very same row.
 * @param word.at ISO instant.
 */
export function withWord(
  activity: Activity,
  { state, by, at }: { state: ActivityState; by: PersonId; at: string },
  { responsible, for: whom }: Speaking = asWhole,
): Activity {
  if (!isAnsweredByUnit(activity, responsible)) {
    if (activity.state === state) return activity;
    const { answers: _, ...row } = activity;
    return { ...row, state, stated: { by, at, before: activity.state } };
  }
  const known = answersOf(activity, responsible);
  const before = (unit: UnitId) => known.find((one) => one.unit === unit)?.state ?? 'planned';
  const said = whom
    .filter((unit) => before(unit) !== state)
    .map((unit): UnitAnswer => ({ unit, state, stated: { by, at, before: before(unit) } }));
  if (said.length === 0) return activity;
  const others = known.filter(({ unit }) => said.every((one) => one.unit !== unit));
  return withAnswers(activity, responsible, [...others, ...said]);
}

/**
 * The row without what was said last. Of a row with several units: without what was said at an instant for the units that somebody speaks for, so that
 * the same press delivered twice takes nothing else back.
 * @param said The instant, as the button names it (`stated.at` of `partOf`); left out: when the last word on the row was said.
 */
export function withoutWord(
  activity: Activity,
  { responsible, for: whom }: Speaking = asWhole,
  said?: string,
): Activity {
  if (!isAnsweredByUnit(activity, responsible)) {
    const { stated, ...row } = activity;
    return stated ? { ...row, state: stated.before } : activity;
  }
  const at = said ?? activity.stated?.at;
  const isTakenBack = ({ unit, stated }: UnitAnswer) => whom.includes(unit) && stated !== undefined && stated.at === at;
  const known = answersOf(activity, responsible);
  if (!known.some(isTakenBack)) return activity;
  const left = known.flatMap((one): UnitAnswer[] => {
    if (!isTakenBack(one)) return [one];
    const before = one.stated?.before ?? 'planned';
    return before === 'planned' ? [] : [{ unit: one.unit, state: before }];
  });
  return withAnswers(activity, responsible, left);
}

/**
 * A row as it stands for some of its units: how their own part goes, in place of how the row goes. The very same row where no unit has answered for
 * itself, and for no units at all.
 * @param person Who looks: of what was said last, their own word comes first, since that is what they can take back.
 */
export function partOf(activity: Activity, units: readonly UnitId[], person?: PersonId): Activity {
  const { answers } = activity;
  if (!answers || units.length === 0) return activity;
  const own = answers.filter(({ unit }) => units.includes(unit));
  // Done without a word of their own: they were made a unit of the programme after that was said of all.
  if (own.length === 0 && activity.state === 'done') return activity;
  const { stated: _, ...row } = activity;
  const stated = lastOf(own.filter((one) => one.stated?.by === person)) ?? lastOf(own);
  return { ...row, state: stateIn(own, units), ...(stated ? { stated } : {}) };
}

/** A row as it stands for one unit; for null, which is a row's without units, the row. See `partOf`. */
export const partFor = (activity: Activity, unit: UnitId | null): Activity =>
  unit === null ? activity : partOf(activity, [unit]);

/** A call for help that stands: who called when, and for which units; for none where it is for the row as a whole. */
export interface Call {
  by: PersonId;
  /** ISO instant. */
  at: string;
  units: UnitId[];
}

/** The calls for help that stand on a row. @param responsible Its units. */
export function callsOn({ state, stated, answers }: Activity, responsible: readonly UnitId[]): Call[] {
  if (state !== 'help') return [];
  const calling = (answers ?? []).filter((one) => one.state === 'help' && responsible.includes(one.unit));
  if (calling.length === 0) return stated ? [{ by: stated.by, at: stated.at, units: [] }] : [];
  const calls = new Map<string, Call>();
  for (const { unit, stated: said } of calling) {
    if (!said) continue;
    const call = calls.get(`${said.by} ${said.at}`) ?? { by: said.by, at: said.at, units: [] };
    call.units.push(unit);
    calls.set(`${said.by} ${said.at}`, call);
  }
  return [...calls.values()].map((call) => (call.units.length === responsible.length ? { ...call, units: [] } : call));
}

/**
 * A plan after a revision, where the rows stand as the units that they now have said. The word of a unit that a row no longer names counts no more
 * (and counts again when the unit comes back); one that came to a done row has not answered. A row that had one unit at most and
 * has one at most now stands as it stood, since it was the row that was spoken of.
 * @param before As it was before the revision. @param after As it was saved; the very same where nothing stands otherwise.
 */
export function standingAnew(before: Plan, after: Plan, programme: Pick<Programme, 'units'>): Plan {
  if (before === after) return after;
  const was = new Map(before.activities.map((activity) => [activity.id, activity]));
  const activities = after.activities.map((activity) => standsAnew(activity, was.get(activity.id), programme));
  return activities.every((activity, index) => activity === after.activities[index]) ? after : { ...after, activities };
}

function standsAnew(activity: Activity, was: Activity | undefined, programme: Pick<Programme, 'units'>): Activity {
  const { state, stated, answers } = activity;
  if (activity === was || (state === 'planned' && !answers)) return activity;
  const responsible = responsibleIn(programme, activity);
  if (answers) {
    if (responsible.length === 0) return activity;
    const next = withAnswers(activity, responsible, answers);
    return next.state === state && next.stated?.at === stated?.at ? activity : next;
  }
  const before = was ? responsibleIn(programme, was) : [];
  if (before.length === 0 || responsible.length < 2 || responsible.every((unit) => before.includes(unit))) {
    return activity;
  }
  return withAnswers(activity, responsible, asSaidByAll(activity, before));
}

/** The ids of a row's units. One that the row brings with it is made right after (`saved-row.ts`) and stands here for itself. */
const responsibleIn = (programme: Pick<Programme, 'units'>, { units }: Pick<Activity, 'units'>): UnitId[] => [
  ...new Set(units.map((name) => findUnit(programme, name)?.id ?? unitId.parse(`? ${sameName(name)}`))),
];

const isAnsweredByUnit = ({ answers }: Activity, responsible: readonly UnitId[]): boolean =>
  responsible.length > 1 || (responsible.length === 1 && answers !== undefined);

/** What each unit has said. What was said of the row while nobody answered for a unit of their own counts for all. */
const answersOf = (activity: Activity, responsible: readonly UnitId[]): readonly UnitAnswer[] =>
  activity.answers ?? (activity.state === 'planned' ? [] : asSaidByAll(activity, responsible));

const asSaidByAll = ({ state, stated }: Activity, units: readonly UnitId[]): UnitAnswer[] =>
  units.map((unit) => ({ unit, state, ...(stated ? { stated } : {}) }));

const stateIn = (answers: readonly UnitAnswer[], units: readonly UnitId[]): ActivityState =>
  stateOf(units.map((unit) => answers.find((one) => one.unit === unit)?.state ?? 'planned'));

/** The row with these answers of its units, and what follows from them. */
function withAnswers(activity: Activity, responsible: readonly UnitId[], all: readonly UnitAnswer[]): Activity {
  const { answers: _, stated: __, ...row } = activity;
  const counted = all.filter(({ unit }) => responsible.includes(unit));
  const stated = lastOf(counted);
  return {
    ...row,
    state: stateIn(counted, responsible),
    ...(stated ? { stated } : {}),
    ...(all.length > 0 ? { answers: [...all] } : {}),
  };
}

/** What was said last. */
const lastOf = (answers: readonly UnitAnswer[]): UnitAnswer['stated'] =>
  answers
    .flatMap(({ stated }) => stated ?? [])
    .toSorted((a, b) => Temporal.Instant.compare(Temporal.Instant.from(b.at), Temporal.Instant.from(a.at)))[0];
