import type { CardAction } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { newUnitId } from '#people/actions/programme.ts';
import { withUnits } from '#people/find-unit.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { sayWarning } from '#words/say-problem.ts';
import type { Activity, Plan } from '../../activity.ts';
import { isTooEarly } from '../../dependencies/follow.ts';
import type { SavedRow, Sent } from '../../editing/save-row.ts';
import { dateWarnings } from '../../reading/warnings.ts';
import { activitySubject } from '../activity-subject.ts';
import { button, rowCard } from '../common.ts';
import { takeBackButton } from '../revisions/take-back.ts';
import { soonRemark } from '../revisions/telling-soon.ts';
import { fieldName } from './row-form-card.ts';

type Done = Extract<SavedRow, { came: 'saved' | 'already' | 'same' }>;

/** Further than this from all other rows a date is probably a slip of the year, days. */
const farOutside = 60;

/** The row after its form was saved: what is worth a second look, and the way back. */
export async function savedAnswer(turn: Turn, programme: Programme, form: Sent, came: Done): Promise<Answer> {
  const { language } = turn;
  const { activity } = came;
  if (came.came === 'same') {
    const card = await rowCard(turn, programme, activity, { note: say(language, 'plan.row-same') });
    return { show: 'replace', card };
  }
  const note = say(language, form.isNew ? 'plan.row-added' : 'plan.row-saved');
  const act = came.came === 'saved' ? form.act : came.act;
  const undo = takeBackButton(turn, programme.id, act);
  if (came.came === 'already') {
    return { show: 'replace', card: await rowCard(turn, programme, activity, { note, actions: [undo] }) };
  }
  const made = await noteSaved(turn, programme, form, came);
  const { remarks, waiting } = remarksOn(turn, programme, came.plan, activity);
  const news = [...(made.length > 0 ? [say(language, 'plan.form.new-units', { units: made.join(', ') })] : [])];
  if (came.theirs.length > 0) {
    const by = came.before.revisions.findLast(({ changes }) => changes?.some(({ id }) => id === activity.id))?.by;
    const name = (by && (await knownAs(turn, by))?.name) ?? '';
    const fields = came.theirs.map((field) => fieldName(language, field)).join(', ');
    news.push(say(language, 'plan.theirs-kept', { name, fields }));
  }
  const ids = { programme: programme.id, activity: activity.id };
  const actions: CardAction[] = [
    ...(waiting > 0 ? [button(say(language, 'plan.button.see-waiting'), 'plan.depends', ids)] : []),
    undo,
  ];
  const card = await rowCard(turn, programme, activity, {
    note,
    remarks: [...news, ...remarks, ...soonRemark(turn, programme, came.plan)],
    actions,
  });
  return { show: 'replace', card };
}

/** What follows from a saved row whatever is shown: its new units, the line in the log, the cards that show it. */
export async function noteSaved(
  turn: Turn,
  programme: Programme,
  form: Pick<Sent, 'isNew'>,
  { plan, activity }: { plan: Plan; activity: Activity },
): Promise<string[]> {
  const made = await makeUnits(turn, programme, activity.units);
  await turn.audit(form.isNew ? 'plan.add' : 'plan.edit', {
    programme: programme.id,
    activity: activity.id,
    revision: String(plan.revision),
  });
  turn.outbox.refresh(activitySubject(programme, activity));
  return made;
}

/** Makes the units that a row names and the programme does not know, as `import` does. */
async function makeUnits(turn: Turn, programme: Programme, names: readonly string[]): Promise<string[]> {
  const made = await turn.store.programmes.change(programme.id, (p) => {
    const next = withUnits(p, names, (name) => unitId.parse(newUnitId(p, name)));
    const known = new Set(p.units.map(({ id }) => id));
    const outcome = next.units.filter(({ id }) => !known.has(id)).map(({ name }) => name);
    return next === p ? { outcome } : { next, outcome };
  });
  return made ?? [];
}

/** The same that an import would remark on: days off, dates outside the plan, and what now begins too early. */
function remarksOn(
  turn: Turn,
  programme: Programme,
  plan: Plan,
  row: Activity,
): { remarks: string[]; waiting: number } {
  const { language } = turn;
  const days = dateWarnings([row], programme.country)
    .filter(({ problem }) => problem.code !== 'no-date')
    .map(({ problem }) => sayWarning(language, problem, row.when.text));
  const others = plan.activities.filter(({ id }) => id !== row.id);
  const early = others.filter((one) => row.dependsOn.includes(one.id) && isTooEarly(row, one));
  const waiting = others.filter((one) => one.dependsOn.includes(row.id) && isTooEarly(one, row));
  const titles = (rows: readonly Activity[]) =>
    rows.map(({ title }) => say(language, 'chat.quoted', { text: title })).join(', ');
  return {
    remarks: [
      ...days,
      ...(isFarOutside(row, others) ? [say(language, 'plan.outside-plan')] : []),
      ...(early.length > 0 ? [say(language, 'plan.begins-early', { rows: titles(early) })] : []),
      ...(waiting.length > 0
        ? [say(language, 'plan.makes-early', { rows: titles(waiting), count: waiting.length })]
        : []),
    ].map((text) => `! ${text}`),
    waiting: waiting.length,
  };
}

function isFarOutside({ when }: Activity, others: readonly Activity[]): boolean {
  const starts = others.flatMap((one) => one.when.start ?? []).toSorted();
  const ends = others.flatMap((one) => one.when.end ?? []).toSorted();
  const [first, last] = [starts[0], ends.at(-1)];
  if (when.start === null || when.end === null || first === undefined || last === undefined) return false;
  const days = (from: string, to: string) => Temporal.PlainDate.from(from).until(to).days;
  return days(when.end, first) > farOutside || days(last, when.start) > farOutside;
}
