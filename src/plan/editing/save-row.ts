import type { IsoDay, Language, When } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import type { Activity, ActivityId, Plan, RowContent } from '../activity.ts';
import type { Base } from '../base.ts';
import { type Dated, isDated } from '../dependencies/follow.ts';
import { push } from '../dependencies/push.ts';
import { activitiesAt } from '../revisions/as-it-stood.ts';
import { contentOf } from '../revisions/changes-from.ts';
import { commit, revisionOf } from '../revisions/revision.ts';
import { isOver } from '../standing.ts';
import { standingAnew } from '../unit-answers.ts';
import {
  applyForm,
  emptyRow,
  type FormField,
  type FormProblem,
  type FormValues,
  formFields,
  formValues,
  inTimeOrder,
  mergeForm,
} from './row-form.ts';

/** A form that was sent off. */
export interface Sent {
  activity: ActivityId;
  /** It is the form for a row that is not in the plan yet. */
  isNew: boolean;
  /** What it was filled from. */
  base: Base;
  values: FormValues;
  reason: string;
  /** Names of new units that the person has been asked about. */
  sure: readonly string[];
  by: PersonId;
  /** ISO instant. */
  at: string;
  /** Names the act: the same one twice makes one revision. */
  act: string;
  /** In which the form was drawn. */
  language: Language;
  today: IsoDay;
}

export type SavedRow =
  /** `before` is the plan as it was; `theirs` is what somebody else changed meanwhile and this person left alone. */
  | { came: 'saved'; plan: Plan; before: Plan; activity: Activity; theirs: FormField[] }
  /** The same form was sent twice: `act` is the one that saved it. */
  | { came: 'already'; plan: Plan; activity: Activity; act: string }
  /**
   * The new date would push other rows: that is asked about first. What else was changed is saved (`rest`) or not at all
   * there; `activity` is the row as it then stands, still on its old date.
   */
  | { came: 'pushes'; plan: Plan; activity: Activity; to: { when: Dated; time?: string }; rest: boolean }
  /** The row says already what was typed. */
  | { came: 'same'; activity: Activity }
  /** Somebody else has put something else in these fields. Nothing is saved; `values` is what the form then holds. */
  | { came: 'overtaken'; plan: Plan; by: PersonId; fields: FormField[]; now: FormValues; values: FormValues }
  | { came: 'refused'; plan: Plan; problem: FormProblem }
  /** Somebody has taken the row out. */
  | { came: 'gone'; by: PersonId | undefined };

/**
 * What a form does to a plan, with the question that comes first where its date pushes other rows. See `saveRow`.
 */
export function saveOrAsk(
  plan: Plan,
  programme: Pick<Programme, 'units' | 'country' | 'language'>,
  sent: Sent,
): SavedRow {
  const saved = saveRow(plan, programme, sent);
  const before = plan.activities.find(({ id }) => id === sent.activity);
  if (saved.came !== 'saved' || !before || isOver(before) || sameDays(before.when, saved.activity.when)) return saved;
  const { when, time } = saved.activity;
  if (!isDated(when) || !isDated(before.when)) return saved;
  if (push(saved.before.activities, before.id, when, programme).pushed.length === 0) return saved;
  const stands = formValues(contentOf(before), plan.activities, sent.language).when;
  const rest = saveRow(plan, programme, { ...sent, values: { ...sent.values, when: stands } });
  const to = { when, ...(time === undefined ? {} : { time }) };
  return rest.came === 'saved'
    ? { came: 'pushes', plan: rest.plan, activity: rest.activity, to, rest: true }
    : { came: 'pushes', plan, activity: before, to, rest: false };
}

const sameDays = (one: When, other: When): boolean =>
  one.start === other.start && one.end === other.end && one.precision === other.precision;

/**
 * What a form does to a plan: puts what was changed in it into the row as it stands now, so that what two people
 * changed in different fields is both kept, and what both changed in one is asked about.
 */
export function saveRow(plan: Plan, programme: Pick<Programme, 'units'>, sent: Sent): SavedRow {
  const current = plan.activities.find(({ id }) => id === sent.activity);
  const { act, isNew } = sent;
  if (!current) return isNew ? addRow(plan, programme, sent) : { came: 'gone', by: lastChange(plan, sent)?.by };
  if (isNew) return { came: 'already', plan, activity: current, act: lastChange(plan, sent)?.act ?? act };
  if (revisionOf(plan, act) !== undefined) return { came: 'already', plan, activity: current, act };

  const { activities } = plan;
  const base = baseRow(plan, sent);
  const now = formValues(contentOf(current), activities, sent.language);
  const merge = mergeForm(base && formValues(base.row, base.activities, sent.language), now, sent.values);
  const { mine, theirs, conflicts } = merge;
  if (conflicts.length > 0) {
    const by = lastChange(plan, sent)?.by ?? sent.by;
    const kept = Object.fromEntries(theirs.map((field) => [field, now[field]]));
    return { came: 'overtaken', plan, by, fields: conflicts, now, values: { ...sent.values, ...kept } };
  }
  const read = applyForm(contentOf(current), mine, sent.values, { ...sent, programme, activities, id: current.id });
  if (!read.ok) return { came: 'refused', plan, problem: read.problem };
  const { id, state, stated, answers, changedIn } = current;
  const edited: Activity = {
    ...read.row,
    id,
    state,
    ...(stated ? { stated } : {}),
    ...(answers ? { answers } : {}),
    ...(changedIn ? { changedIn } : {}),
  };
  const next = activities.map((a) => (a.id === id ? edited : a));
  return committed(plan, next, sent, { kind: 'edit', theirs, programme }) ?? { came: 'same', activity: current };
}

function addRow(plan: Plan, programme: Pick<Programme, 'units'>, sent: Sent): SavedRow {
  const { activities } = plan;
  const id = sent.activity;
  const read = applyForm(emptyRow(activities), formFields, sent.values, { ...sent, programme, activities, id });
  if (!read.ok) return { came: 'refused', plan, problem: read.problem };
  const added: Activity = { ...read.row, id, state: 'planned' };
  const saved = committed(plan, inTimeOrder(activities, added), sent, {
    kind: 'add',
    theirs: [],
    programme,
  });
  return saved ?? { came: 'same', activity: added };
}

function committed(
  plan: Plan,
  next: readonly Activity[],
  { activity: id, by, at, act, reason }: Sent,
  { kind, theirs, programme }: { kind: 'edit' | 'add'; theirs: FormField[]; programme: Pick<Programme, 'units'> },
): SavedRow | undefined {
  const after = standingAnew(plan, commit(plan, next, { kind, by, at, act, reason }), programme);
  const activity = after.activities.find((a) => a.id === id);
  return after === plan || !activity ? undefined : { came: 'saved', plan: after, before: plan, activity, theirs };
}

/** The row as the form was filled with it; undefined where that state is not kept any more. */
function baseRow(plan: Plan, { base, activity }: Sent): { row: RowContent; activities: Activity[] } | undefined {
  const made = plan.revisions.find(({ number }) => number === base.number)?.at ?? '';
  const activities = made === base.at ? activitiesAt(plan, base.number) : undefined;
  const row = activities?.find(({ id }) => id === activity);
  return activities && row && { row: contentOf(row), activities };
}

/** The revision that last did something to the row. */
const lastChange = (plan: Plan, { activity }: Sent) =>
  plan.revisions.findLast(({ changes }) => changes?.some(({ id }) => id === activity));

/** The plan without a row, which is waited for no more. */
export function withoutRow(plan: Plan, id: ActivityId, about: { by: PersonId; at: string; act: string }): Plan {
  const left = plan.activities
    .filter((a) => a.id !== id)
    .map((a) => (a.dependsOn.includes(id) ? { ...a, dependsOn: a.dependsOn.filter((one) => one !== id) } : a));
  return commit(plan, left, { ...about, kind: 'remove' });
}

/** The plan with a unit taken off a row: the others stay responsible. @param isUnit Whether a name on the row means the unit. */
export function withoutUnit(
  plan: Plan,
  id: ActivityId,
  isUnit: (name: string) => boolean,
  about: { by: PersonId; at: string; act: string },
): Plan {
  const next = plan.activities.map((a) =>
    a.id === id && a.units.some(isUnit) ? { ...a, units: a.units.filter((name) => !isUnit(name)) } : a,
  );
  return commit(plan, next, { ...about, kind: 'edit' });
}
