import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { type Activity, activityId, type Plan, plan as planSchema } from '#plan/activity.ts';
import { inTimeOrder } from '#plan/editing/row-form.ts';
import { activitiesAt, changesBetween } from '#plan/revisions/as-it-stood.ts';
import { contentOf } from '#plan/revisions/changes-from.ts';
import { revise, setState, setWhen } from '#plan/revisions/revise.ts';
import { commit, emptyPlan, restore } from '#plan/revisions/revision.ts';
import { takeBack } from '#plan/revisions/take-back.ts';
import { aRow, numbered, on, somePlan } from '../some-rows.ts';

const kari = personId.parse('kari');
const ola = personId.parse('ola');
const programme = programmeId.parse('p');
const at = (minute: number) => new Date(Date.UTC(2026, 7, 3, 9, minute)).toISOString();
const about = (act: string, minute = 0) => ({ by: kari, at: at(minute), act });
const importing = (plan: Plan | undefined, rows: Parameters<typeof revise>[1], act: string) =>
  revise(plan, rows, {
    programme,
    ...about(act),
    source: 'plan.csv',
    newId: (index) => activityId.parse(`${act}-${index}`),
  });
const named = (plan: Plan, title: string): Activity => {
  const found = plan.activities.find((a) => a.title === title);
  if (!found) throw new Error(`no row ${title}`);
  return found;
};
const change = (plan: Plan, title: string, to: Partial<Activity>) =>
  plan.activities.map((a) => (a.title === title ? { ...a, ...to } : a));
const titles = (activities: readonly Activity[] | undefined) => activities?.map((a) => a.title);

const three = numbered([aRow('Kurs', '2026-10-01', 'Nordvik'), aRow('Møte', '2026-10-08'), aRow('Pilot', '2026-11')]);
const first = importing(undefined, three, 'a');

describe('a revision', () => {
  test('keeps what it did to each row, and who, when and why', () => {
    const moved = commit(first, change(first, 'Kurs', { when: on('2026-10-15') }), {
      ...about('b', 5),
      kind: 'move',
      reason: 'Læreren er syk',
    });
    expect(moved.revisions.at(-1)).toMatchObject({
      number: 2,
      by: kari,
      at: at(5),
      kind: 'move',
      reason: 'Læreren er syk',
      rows: 3,
      changes: [{ before: { when: on('2026-10-01') }, after: { when: on('2026-10-15') } }],
    });
    expect(named(moved, 'Kurs').changedIn).toBe(2);
    expect(named(moved, 'Møte').changedIn).toBe(1);
  });

  test('is not made where nothing new is said, but of a file that was brought in', () => {
    expect(commit(first, first.activities, { ...about('b'), kind: 'edit' })).toBe(first);
    expect(importing(first, three, 'b').revision).toBe(2);
    expect(importing(first, three, 'b').revisions.at(-1)?.changes).toEqual([]);
  });

  test('is made once, however often its act arrives', () => {
    const next = change(first, 'Kurs', { title: 'Kurs for alle' });
    const once = commit(first, next, { ...about('b'), kind: 'edit' });
    expect(commit(once, next, { ...about('b'), kind: 'edit' })).toBe(once);
  });

  test('of a row that only stands elsewhere in the file changes no row', () => {
    const shuffled = importing(first, numbered([...three].reverse()), 'b');
    expect(shuffled.revisions.at(-1)).toMatchObject({ changes: [] });
    expect(titles(activitiesAt(shuffled, 1))).toEqual(['Kurs', 'Møte', 'Pilot']);
    expect(titles(activitiesAt(shuffled, 2))).toEqual(['Pilot', 'Møte', 'Kurs']);
  });

  test('is nothing to be told of where it is the first of all', () => {
    expect(first.told).toBe(1);
    expect(importing(first, three.slice(1), 'b').told).toBe(1);
  });

  test('of a plan from before they were told of counts all that stood as told', () => {
    const { told: _, ...old } = first;
    expect(commit(old, change(first, 'Kurs', { title: 'X' }), { ...about('b'), kind: 'edit' }).told).toBe(1);
  });

  test('that kept nothing hides the states before it, and none after', () => {
    const next = importing(first, three.slice(1), 'b');
    const old = { ...next, revisions: next.revisions.map((r) => (r.number === 2 ? { ...r, changes: undefined } : r)) };
    const later = commit(old as Plan, change(old as Plan, 'Møte', { title: 'X' }), { ...about('c'), kind: 'edit' });
    expect(activitiesAt(later, 1)).toBeUndefined();
    expect(changesBetween(later, 1)).toBeUndefined();
    expect(titles(activitiesAt(later, 2))).toEqual(['Møte', 'Pilot']);
    expect(restore(later, 1, about('d'))).toBeUndefined();
  });
});

describe('what lies between two revisions', () => {
  test('leaves out what came and went again', () => {
    const added = importing(first, numbered([...three, aRow('Befaring', '2026-12')]), 'b');
    const gone = importing(added, three, 'c');
    expect(changesBetween(gone, 1)).toEqual([]);
    expect(changesBetween(gone, 2)?.map((c) => c.after)).toEqual([null]);
    expect(changesBetween(gone, 1, 2)?.map((c) => c.after?.title)).toEqual(['Befaring']);
  });

  test('holds each row once, with how it stood at first and stands at last', () => {
    const once = commit(first, change(first, 'Kurs', { when: on('2026-10-15') }), { ...about('b'), kind: 'move' });
    const twice = commit(once, change(once, 'Kurs', { when: on('2026-10-22') }), { ...about('c'), kind: 'move' });
    expect(changesBetween(twice, 1)).toMatchObject([
      { before: { when: on('2026-10-01') }, after: { when: on('2026-10-22') } },
    ]);
  });
});

describe('taking back', () => {
  const moved = commit(first, change(first, 'Kurs', { when: on('2026-10-15') }), { ...about('b'), kind: 'move' });
  const undo = (plan: Plan, act: string) => takeBack(plan, act, { by: ola, at: at(9) });

  test('lets the newest revision go as if it had never been', () => {
    const taken = undo(moved, 'b');
    expect(taken).toEqual({ came: 'taken-back', plan: { ...first, undone: ['b'] } });
    if (taken.came !== 'taken-back') return;
    // A platform that delivers the act once more, after it was taken back, does it no second time.
    const again = change(taken.plan, 'Kurs', { when: on('2026-10-15') });
    expect(commit(taken.plan, again, { ...about('b'), kind: 'move' })).toBe(taken.plan);
    expect(commit(taken.plan, again, { ...about('c'), kind: 'move' }).revision).toBe(2);
  });

  test('of the first of all leaves a plan whose next first is no news either', () => {
    const added = commit(emptyPlan(programme), first.activities, { ...about('a'), kind: 'add' });
    const taken = undo(added, 'a');
    if (taken.came !== 'taken-back') throw new Error(taken.came);
    expect(taken.plan.revision).toBe(0);
    expect(importing(taken.plan, three, 'b')).toMatchObject({ revision: 1, told: 1 });
  });

  test('of a plan from before they were told makes nobody be told of what stood', () => {
    const { told: _, ...old } = moved;
    const taken = undo(old, 'b');
    expect(taken).toMatchObject({ came: 'taken-back', plan: { revision: 3, told: 2 } });
  });

  test('of what the units have been told of makes a revision of its own', () => {
    const taken = undo({ ...moved, told: 2 }, 'b');
    expect(taken).toMatchObject({ came: 'taken-back', plan: { revision: 3, told: 2 } });
    if (taken.came !== 'taken-back') return;
    expect(taken.plan.revisions.at(-1)).toMatchObject({
      kind: 'undo',
      by: ola,
      changes: [{ after: { title: 'Kurs' } }],
    });
    expect(taken.plan.activities.map(contentOf)).toEqual(first.activities.map(contentOf));
    // Delivered twice.
    expect(undo(taken.plan, 'b')).toEqual({ came: 'already' });
  });

  test('of an older one leaves what has been done since', () => {
    const later = commit(moved, change(moved, 'Møte', { title: 'Stormøte' }), { ...about('c'), kind: 'edit' });
    const taken = undo(later, 'b');
    expect(taken).toMatchObject({ came: 'taken-back', plan: { revision: 4 } });
    if (taken.came !== 'taken-back') return;
    expect(named(taken.plan, 'Kurs').when).toEqual(on('2026-10-01'));
    expect(named(taken.plan, 'Stormøte')).toBeDefined();
  });

  test('comes too late where its row has been changed again', () => {
    const later = commit(moved, change(moved, 'Kurs', { title: 'Kurs for alle' }), { ...about('c'), kind: 'edit' });
    expect(undo(later, 'b')).toEqual({ came: 'late' });
  });

  test('brings a row that was taken out back, and how it stood', () => {
    const done = setState(first, named(first, 'Pilot').id, 'done', ola, at(3));
    const without = commit(done, done.activities.slice(0, 2), { ...about('b'), kind: 'remove' });
    const taken = undo({ ...without, told: 2 }, 'b');
    if (taken.came !== 'taken-back') throw new Error(taken.came);
    expect(named(taken.plan, 'Pilot')).toMatchObject({ state: 'done', stated: { by: ola } });
  });

  test('of an act that has done nothing is no harm', () => {
    expect(undo(first, 'unknown')).toEqual({ came: 'already' });
  });
});

describe('an earlier plan comes back', () => {
  test('as a revision of its own, with the ids that the rows had', () => {
    const other = importing(first, numbered([aRow('Møte', '2026-12-08'), aRow('Noe nytt', '2026-12')]), 'b');
    const back = restore(other, 1, about('c'));
    expect(back?.revision).toBe(3);
    expect(back?.revisions.at(-1)).toMatchObject({ kind: 'restore', source: '1' });
    expect(back?.activities.map(contentOf)).toEqual(first.activities.map(contentOf));
    expect(back?.activities.map((a) => a.id)).toEqual(first.activities.map((a) => a.id));
  });

  test('and how things stand stays as it is', () => {
    const done = setState(first, named(first, 'Møte').id, 'done', ola, at(3));
    const other = commit(done, change(done, 'Møte', { title: 'Stormøte' }), { ...about('b'), kind: 'edit' });
    expect(named(restore(other, 1, about('c')) as Plan, 'Møte').state).toBe('done');
  });

  test('is no revision where it already stands', () => {
    expect(restore(first, 1, about('b'))).toBe(first);
  });
});

/** What people may do to a plan, one thing after the other. */
type Step =
  | { does: 'import'; rows: ReturnType<typeof numbered> }
  | { does: 'add' | 'retitle' | 'halt' | 'remove' | 'date' | 'done'; nth: number }
  | { does: 'undo' | 'restore'; nth: number }
  | { does: 'tell' };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: somePlan.map((rows) => ({ does: 'import', rows }) as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom(...(['add', 'retitle', 'halt', 'remove', 'date', 'done'] as const)),
      nth: fc.nat(30),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom('undo' as const, 'restore' as const), nth: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'tell' } as const) },
);

/** Carries a step out. Every change goes through the rules that the actions use. */
function carryOut(plan: Plan, one: Step, act: string): Plan {
  const nth = 'nth' in one ? one.nth : 0;
  const row = plan.activities[nth % Math.max(1, plan.activities.length)];
  const with_ = (to: (a: Activity) => Activity) => plan.activities.map((a) => (a.id === row?.id ? to(a) : a));
  switch (one.does) {
    case 'import':
      return importing(plan, one.rows as Parameters<typeof revise>[1], act);
    case 'add': {
      // Where it is put in, its number is not: the numbers of the file's rows stay.
      const last = Math.max(1, ...plan.activities.map((a) => a.row));
      const added = { ...aRow(act, '2026-10-15'), row: last + 1, id: activityId.parse(act), dependsOn: [] };
      const next = inTimeOrder(plan.activities, { ...added, state: 'planned' });
      return commit(plan, next, { ...about(act), kind: 'add' });
    }
    case 'retitle':
      return commit(
        plan,
        with_((a) => ({ ...a, title: `${a.title} ${act}` })),
        { ...about(act), kind: 'edit' },
      );
    case 'halt':
      return commit(
        plan,
        with_((a) => ({ ...a, halted: { as: 'paused', reason: act, by: kari, at: at(1) } })),
        {
          ...about(act),
          kind: 'pause',
        },
      );
    case 'remove':
      return commit(
        plan,
        plan.activities.filter((a) => a.id !== row?.id),
        { ...about(act), kind: 'remove' },
      );
    case 'date':
      return row ? setWhen(plan, row.id, on('2027-03-01'), about(act)) : plan;
    case 'done':
      return row ? setState(plan, row.id, 'done', ola, at(1)) : plan;
    case 'undo': {
      const undone = plan.revisions[nth % Math.max(1, plan.revisions.length)]?.act;
      const taken = undone === undefined ? undefined : takeBack(plan, undone, about(act));
      return taken?.came === 'taken-back' ? taken.plan : plan;
    }
    case 'restore':
      return restore(plan, 1 + (nth % Math.max(1, plan.revision)), about(act)) ?? plan;
    case 'tell':
      return { ...plan, told: plan.revision };
  }
}

describe('after anything that people may do', () => {
  /** What each revision said when it was made; what was taken back as if it had never been is forgotten. */
  const histories = fc.array(step, { maxLength: 14 }).map((steps) => {
    let plan = emptyPlan(programme);
    const stood = new Map<number, ReturnType<typeof said>>([[0, []]]);
    for (const [index, one] of steps.entries()) {
      plan = carryOut(plan, one, `act${index}`);
      stood.set(plan.revision, said(plan.activities));
    }
    return { plan, stood };
  });
  const said = (activities: readonly Activity[]) => activities.map((a) => ({ id: a.id, ...contentOf(a) }));

  test('every earlier plan is found as it stood, row by row and in its order', () => {
    fc.assert(
      fc.property(histories, ({ plan, stood }) => {
        for (let number = 0; number <= plan.revision; number += 1) {
          expect(said(activitiesAt(plan, number) ?? []), `revision ${number}`).toEqual(stood.get(number));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what lies between two revisions leads from the one to the other', () => {
    fc.assert(
      fc.property(histories, fc.nat(20), fc.nat(20), ({ plan }, one, other) => {
        const [from, to] = [one % (plan.revision + 1), other % (plan.revision + 1)];
        const rows = new Map((activitiesAt(plan, from) ?? []).map((a) => [a.id as string, contentOf(a)]));
        for (const { id, before, after } of changesBetween(plan, from, to) ?? []) {
          expect(rows.get(id) ?? null).toEqual(before);
          if (after) rows.set(id, after);
          else rows.delete(id);
        }
        const wanted = new Map((activitiesAt(plan, to) ?? []).map((a) => [a.id as string, contentOf(a)]));
        const noNumbers = (all: typeof rows) => new Map([...all].map(([id, content]) => [id, { ...content, row: 0 }]));
        expect(noNumbers(rows)).toEqual(noNumbers(wanted));
      }),
    );
  });

  test('the plan can be stored, its revisions count from 1, and no row stands twice', () => {
    fc.assert(
      fc.property(histories, ({ plan }) => {
        expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(JSON.parse(JSON.stringify(plan)));
        expect(plan.revisions.map((r) => r.number)).toEqual(plan.revisions.map((_, index) => index + 1));
        expect(plan.revision).toBe(plan.revisions.length);
        expect(plan.told ?? 0).toBeLessThanOrEqual(plan.revision);
        expect(new Set(plan.activities.map((a) => a.id)).size).toBe(plan.activities.length);
      }),
    );
  });

  test('what is taken back at once leaves the plan as it was', () => {
    fc.assert(
      fc.property(histories, step, ({ plan }, one) => {
        const after = carryOut(plan, one, 'last');
        if (after.revisions.at(-1)?.act !== 'last') return;
        const taken = takeBack(after, 'last', { by: ola, at: at(30) });
        expect(taken.came).toBe('taken-back');
        if (taken.came === 'taken-back') expect(said(taken.plan.activities)).toEqual(said(plan.activities));
      }),
    );
  });
});
