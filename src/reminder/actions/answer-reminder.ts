import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { press, type Turn, type World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { ProgrammeId } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { problem, rowOf } from '#plan/actions/common.ts';
import { type Reported, reportState } from '#plan/actions/set-state.ts';
import { activityState } from '#plan/activity.ts';
import { mayReport } from '#plan/may-report.ts';
import { say } from '#words/say.ts';
import { defaultRules, leadRuleName } from '../rules.ts';
import { digestFor, standsAlone } from './digest-card.ts';
import { type ReminderIds, reminderIds } from './pressed-reminder.ts';
import { reminderCard, unitNames } from './reminder-card.ts';
import { remindingOf } from './reminding.ts';

const ids = {
  ...reminderIds,
  /** The digest that the reminder was opened from. */
  digest: z.string().default(''),
  /** The rule of what is asked for ahead of the row, where the reminder is about that. */
  lead: z.string().default(''),
};
const carried = z.object(ids);
type Carried = z.output<typeof carried>;

/** What is asked for by a lead time's rule; undefined for any other rule, or when it is a rule no more. */
async function leadOf(world: Pick<World, 'store'>, programme: ProgrammeId, rule: string) {
  if (rule === '') return undefined;
  const { rules = defaultRules } = await remindingOf(world, programme);
  const lead = rules.leads.find((one) => leadRuleName(one) === rule);
  return lead && { rule, item: lead.item };
}

/** The reminder that was pressed, or the digest that it is a part of, as it now stands, for the person who pressed. */
async function reminderAfter(turn: Turn, reported: Reported, values: Carried): Promise<Answer> {
  if ('problem' in reported) return reported.problem;
  if (values.digest !== '') {
    const digest = await digestFor(turn, values.digest);
    return digest.show === 'replace' ? { ...digest, shared: true } : digest;
  }
  const { programme, activity } = reported;
  const card = await reminderCard(turn, programme, activity, {
    units: unitNames(programme, values.units),
    day: values.day,
    language: turn.language,
    lead: await leadOf(turn, programme.id, values.lead),
    isNamed: Boolean(values.named),
  });
  return { show: 'replace', shared: true, card };
}

/** The reminder that a card's ids name, or the digest that it is all of, as it is shown to who looks at it. */
export async function ownReminder(turn: Turn, { digest = '', lead = '', ...values }: ReminderIds): Promise<Answer> {
  const found = await rowOf(turn, values);
  const mayRead = found && (belongsTo(found.programme, turn.by.id) || turn.programme?.id === found.programme.id);
  if (!found || !mayRead) return problem(say(turn.language, 'plan.row-gone'));
  if (digest !== '' && (await standsAlone(turn, digest))) return digestFor(turn, digest);
  const { programme, activity } = found;
  const card = await reminderCard(turn, programme, activity, {
    units: unitNames(programme, values.units),
    day: values.day,
    language: turn.language,
    buttons: mayReport(programme, activity, turn.by.id),
    digest,
    lead: await leadOf(turn, programme.id, lead),
    isNamed: Boolean(values.named),
  });
  return { show: 'replace', card };
}

/** Says how a row goes on its reminder, takes that back, and shows the reminder to each reader. */
export const answerPresses = [
  press({
    verb: 'reminder.set-state',
    values: z.object({ ...ids, state: activityState }),
    run: async (turn, values) => reminderAfter(turn, await reportState(turn, values, values.state), values),
  }),
  press({
    verb: 'reminder.undo-state',
    values: z.object({ ...ids, said: z.string().optional() }),
    run: async (turn, values) => reminderAfter(turn, await reportState(turn, values, 'undo'), values),
  }),
  // Each reader's own version of the card that everyone sees: their language, and buttons only where they may press.
  press({
    verb: 'reminder.show',
    values: carried,
    run: (turn, values) => ownReminder(turn, values),
  }),
];

/** The reminder that a posting shows, by what stands after `activity:`; undefined when its row is no more. */
export async function reminderNow(world: World, id: string, language: Language): Promise<Card | undefined> {
  const [programme = '', activity = '', units = '', day, lead = '', named = ''] = id.split('/');
  const found = await rowOf(world, { programme, activity });
  if (!found) return undefined;
  return reminderCard(world, found.programme, found.activity, {
    units: unitNames(found.programme, units),
    day: reminderIds.day.parse(day),
    language,
    lead: await leadOf(world, found.programme.id, lead),
    isNamed: named !== '',
  });
}
