import type { IsoDay } from '#calendar/when.ts';
import { derivedId } from '#chat/meet.ts';
import { newUnitId } from '#people/actions/programme.ts';
import { sameName, withUnits } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import { type Programme, type UnitId, unitId } from '#people/programme.ts';
import { type SpellingAnswers, withoutSpellings, withSpellings } from '#people/spellings.ts';
import type { Store } from '#store/port.ts';
import { activityId, type Plan, type PlannedRow } from '../../activity.ts';
import { type Base, isStill } from '../../base.ts';
import { revise } from '../../revisions/revise.ts';
import { revisionOf } from '../../revisions/revision.ts';
import { takeBack } from '../../revisions/take-back.ts';
import { standingAnew } from '../../unit-answers.ts';

/** The organisations that rows name, each once, in the spelling that comes first. */
export function unitsIn(rows: readonly Pick<PlannedRow, 'units'>[]): string[] {
  const found = new Map<string, string>();
  for (const name of rows.flatMap((row) => row.units)) {
    if (!found.has(sameName(name))) found.set(sameName(name), name);
  }
  return [...found.values()];
}

/** What came of saving. */
export interface SavedPlan {
  plan: Plan;
  /** The number of the revision that this act made. */
  revision: number;
  /** False when the same act had already been carried out: nothing was changed this time. */
  isNew: boolean;
  /** The plan is not the one that was looked at any more: nothing was saved. */
  isOther?: boolean;
}

/**
 * Makes the units that rows name and that the programme does not have yet.
 * @param told What somebody has said about their names: other spellings become aliases, and no units.
 */
export async function makeUnits(
  store: Pick<Store, 'programmes'>,
  programme: Programme,
  rows: readonly Pick<PlannedRow, 'units'>[],
  told: SpellingAnswers = { same: [], apart: [], lists: {} },
): Promise<void> {
  const names = unitsIn(rows);
  const newId = (p: Programme, name: string) => unitId.parse(newUnitId(p, name));
  await store.programmes.change(programme.id, (p) => {
    const next = withUnits(withSpellings(p, told, newId), names, (name) => newId(p, name));
    return next === p ? { outcome: true } : { next, outcome: true };
  });
}

/**
 * Saves rows as the plan's next revision, and makes the units that they name. Used by the chat's `import` and by the
 * operator's. The same act twice makes one revision.
 */
export async function savePlan(
  store: Store,
  about: {
    programme: Programme;
    rows: readonly PlannedRow[];
    source: string;
    starts: IsoDay | undefined;
    by: PersonId;
    /** ISO instant. */
    at: string;
    /** Names this act of saving. */
    act: string;
    /** The plan with which the rows were compared before somebody said to save them. Left out: whichever stands. */
    against?: Base | undefined;
    /** The rows are some of the plan's: the others stay. */
    isPart?: boolean;
    /** Titles of rows of the file that could not be read: what stands under them stays. */
    unread?: readonly string[];
    /** What somebody has said about the names of units in them. */
    told?: SpellingAnswers;
  },
): Promise<SavedPlan> {
  const { programme, rows, act } = about;
  const revised = (before: Plan | undefined) =>
    revise(before, rows, {
      programme: programme.id,
      by: about.by,
      at: about.at,
      source: about.source,
      act,
      ...(about.starts ? { starts: about.starts } : {}),
      ...(about.isPart ? { isPart: true } : {}),
      unread: about.unread,
      newId: (index) => activityId.parse(derivedId('activity', act, String(index))),
    });
  const isOther = (current: Plan) =>
    about.against !== undefined && !isStill(current, about.against) && revisionOf(current, act) === undefined;
  const known = await store.plans.get(programme.id);
  if (known && isOther(known)) return { plan: known, revision: known.revision, isNew: false, isOther: true };
  // The units first: whoever is reminded from the saved plan has a unit then.
  await makeUnits(store, programme, rows, about.told);
  const first = revised(undefined);
  if (await store.plans.add(first)) return { plan: first, revision: 1, isNew: true };
  const withTheirUnits = (await store.programmes.get(programme.id)) ?? programme;
  const saved = await store.plans.change<Omit<SavedPlan, 'revision'>>(programme.id, (current) => {
    if (isOther(current)) return { outcome: { plan: current, isNew: false, isOther: true } };
    const next = standingAnew(current, revised(current), withTheirUnits);
    return next === current
      ? { outcome: { plan: current, isNew: false } }
      : { next, outcome: { plan: next, isNew: true } };
  });
  if (!saved) throw new Error(`The plan of ${programme.id} was removed while it was saved`);
  return { ...saved, revision: revisionOf(saved.plan, act) ?? saved.plan.revision };
}

/**
 * Takes back what an act of saving did: the plan as it was, and without the units that came with it, as far as nothing
 * has been tied to them since. `late`, and nothing changed, when its rows have been changed in the meantime; `already`
 * when it has been taken back, since the press was delivered twice.
 * @param about.units The programme's units before it.
 * @param about.told What it had the programme remember about their names: forgotten again.
 */
export async function takeBackPlan(
  store: Store,
  about: {
    programme: Programme;
    act: string;
    units: readonly UnitId[];
    told?: SpellingAnswers | undefined;
    by: PersonId;
    at: string;
  },
): Promise<'taken-back' | 'already' | 'late'> {
  const { programme, act, units, by, at } = about;
  const came = await store.plans.change(programme.id, (now) => {
    const taken = takeBack(now, act, { by, at });
    return taken.came === 'taken-back'
      ? { next: standingAnew(now, taken.plan, programme), outcome: taken.came }
      : { outcome: taken.came };
  });
  if (came !== 'taken-back') return came ?? 'already';
  if ((await store.plans.get(programme.id))?.revision === 0) await store.plans.remove(programme.id);

  const answered = new Set((await store.sheets.all()).map((sheet) => sheet.unit));
  const isKept = (u: Programme['units'][number]) =>
    units.includes(u.id) || u.place !== undefined || u.people.length > 0 || answered.has(u.id);
  await store.programmes.change(programme.id, (p) => {
    const before = about.told ? withoutSpellings(p, about.told) : p;
    return { next: { ...before, units: before.units.filter(isKept) }, outcome: true };
  });
  return 'taken-back';
}
