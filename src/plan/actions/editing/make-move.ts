import { writeWhen } from '#calendar/write-date.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity, Plan } from '../../activity.ts';
import { type Dated, isDated, isTooEarly } from '../../dependencies/follow.ts';
import type { Push } from '../../dependencies/push.ts';
import { type Doing, moveRow } from '../../editing/move.ts';
import { type MoveDraft, moveDraft } from '../../editing/move-draft.ts';
import { revisionOf } from '../../revisions/revision.ts';
import { namesOf } from '../../view-move.ts';
import { activitySubject } from '../activity-subject.ts';
import { problem, rowCard, todayIn } from '../common.ts';
import { takeBackButton } from '../revisions/take-back.ts';
import { soonRemark } from '../revisions/telling-soon.ts';
import { mayNotMove } from './led-row.ts';
import { moveCard, moveDraftKind, notMovable, pushOf } from './move-card.ts';

type Wanted = MoveDraft & { when: Dated };
type Made =
  | { came: 'gone' }
  /** The plan is not as it was shown. */
  | { came: 'changed'; plan: Plan; activity: Activity }
  | { came: 'moved'; plan: Plan }
  /** By the same press, which was delivered twice. */
  | { came: 'already'; plan: Plan };

/** Makes the move that was shown, if the plan is still as it was shown; otherwise shows what it means now. */
export async function makeMove(
  turn: Turn,
  { programme: id, draft, which }: { programme: string; draft: string; which: 'all' | 'one' },
): Promise<Answer> {
  const { store, language } = turn;
  const programme = await store.programmes.get(id);
  const before = programme && (await store.plans.get(id));
  if (!programme || !before) return problem(say(language, 'plan.row-gone'));
  if (!mayLead(programme, turn.by.id)) return mayNotMove(turn, programme);
  // The press was delivered twice: the draft's id names the act (PLATFORMS T20).
  if (revisionOf(before, draft) !== undefined) return movedCard(turn, programme, before, draft);
  const wanted = await draftOf(turn, draft);
  if (!wanted) return problem(say(language, 'plan.move-expired'));

  const doing = { by: turn.by.id, at: turn.now().toString(), act: draft, reason: wanted.reason };
  const came = await store.plans.change(id, (plan): { next?: Plan; outcome: Made } => {
    const outcome = moved(programme, plan, wanted, which, doing);
    return outcome.came === 'moved' ? { next: outcome.plan, outcome } : { outcome };
  });
  if (!came || came.came === 'gone') return problem(say(language, 'plan.row-gone'));
  if (came.came === 'changed') {
    const found = { programme, plan: came.plan, activity: came.activity };
    const no = notMovable(turn, found);
    if (no) return no;
    return { show: 'replace', card: await moveCard(turn, found, wanted, say(language, 'plan.move-changed')) };
  }
  if (came.came === 'already') return movedCard(turn, programme, came.plan, draft);
  await store.drafts.remove(draft);
  await turn.audit('plan.move', { programme: id, activity: wanted.activity, rows: which });
  for (const row of rowsOf(came.plan, draft)) turn.outbox.refresh(activitySubject(programme, row));
  return movedCard(turn, programme, came.plan, draft);
}

async function draftOf(turn: Turn, id: string): Promise<Wanted | undefined> {
  const kept = await turn.store.drafts.get(id);
  if (kept?.kind !== moveDraftKind || kept.by !== turn.by.id) return undefined;
  const { when, ...wanted } = moveDraft.parse(kept.data);
  return isDated(when) ? { ...wanted, when } : undefined;
}

function moved(programme: Programme, plan: Plan, wanted: Wanted, which: 'all' | 'one', doing: Doing): Made {
  if (revisionOf(plan, doing.act) !== undefined) return { came: 'already', plan };
  const activity = plan.activities.find((a) => a.id === wanted.activity);
  if (!activity) return { came: 'gone' };
  const { pushed } = pushOf({ programme, plan, activity }, wanted.when);
  const isSame = (activity.changedIn ?? 0) === wanted.base && isAsShown(pushed, wanted.shown);
  if (!isSame) return { came: 'changed', plan, activity };
  const others = new Map(which === 'all' ? pushed.map((one) => [one.activity.id, one.to]) : []);
  const { when, time } = wanted;
  const { language } = programme;
  return { came: 'moved', plan: moveRow(plan, { id: activity.id, when, time, pushed: others, language }, doing) };
}

const isAsShown = (pushed: Push['pushed'], shown: MoveDraft['shown']): boolean =>
  pushed.length === shown.length &&
  pushed.every(({ activity, to }, at) => {
    const was = shown[at];
    return was?.id === activity.id && was.start === to.start && was.end === to.end;
  });

/** The rows that an act changed. */
function rowsOf(plan: Plan, act: string): Activity[] {
  const changed = new Set(plan.revisions.find((r) => r.act === act)?.changes?.map(({ id }) => id));
  return plan.activities.filter(({ id }) => changed.has(id));
}

/** The row that was moved, with what moved along, or what now begins too early, and a way back. */
async function movedCard(turn: Turn, programme: Programme, plan: Plan, act: string): Promise<Answer> {
  const { language } = turn;
  const rows = rowsOf(plan, act);
  // What was asked for waits for none of the others that moved.
  const ids = new Set(rows.map(({ id }) => id));
  const own = rows.find(({ dependsOn }) => !dependsOn.some((id) => ids.has(id)));
  if (!own) return problem(say(language, 'plan.row-gone'));
  const others = rows.filter((row) => row !== own);
  const early = plan.activities.filter((row) => row.dependsOn.includes(own.id) && isTooEarly(row, own));
  const when = writeWhen(own.when, spoken(language), { today: todayIn(turn, programme) });
  const said = (key: 'plan.moved-with' | 'plan.moved-alone', of: readonly Activity[]) =>
    of.length > 0 ? [say(language, key, { rows: namesOf(of, language), count: of.length })] : [];
  const card = await rowCard(turn, programme, own, {
    note: say(language, 'plan.moved-to', { when }),
    remarks: [
      ...said('plan.moved-with', others),
      ...said('plan.moved-alone', early).map((text) => `! ${text}`),
      ...soonRemark(turn, programme, plan),
    ],
    actions: [takeBackButton(turn, programme.id, act)],
  });
  return { show: 'replace', card };
}
