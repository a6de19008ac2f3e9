import { z } from 'zod';
import { redrawnBy } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { oneOfNames } from '#people/view.ts';
import { activitySubject } from '#plan/actions/activity-subject.ts';
import { button, leadersOf, messageCard, problem, rowOf } from '#plan/actions/common.ts';
import { mayNotChange } from '#plan/actions/editing/edit-row.ts';
import { takeUnitOff } from '#plan/actions/editing/take-unit-off.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { say } from '#words/say.ts';
import type { Reminding } from '../reminding.ts';
import { notOursOf, withKept, withNotOurs, withoutNotOurs, withTakenOff } from '../resting.ts';
import { ownReminder } from './answer-reminder.ts';
import { askAndTell } from './ask-about-not-ours.ts';
import { notOursCard } from './not-ours-card.ts';
import { carriedOn, type PressedReminder, pressedReminder, type ReminderIds, reminderIds } from './pressed-reminder.ts';
import { changeReminding, remindingOf } from './reminding.ts';

/** Saves what a rule makes of the record; whether it made anything new. */
const saved = (turn: Turn, programme: Programme, rule: (now: Reminding) => Reminding): Promise<boolean> =>
  changeReminding(turn, programme.id, (now) => {
    const next = rule(now);
    return next === now ? { outcome: false } : { next, outcome: true };
  });

/** A unit says that a row is not theirs, or that it is after all. */
async function said(turn: Turn, values: ReminderIds, isOurs: boolean): Promise<Answer> {
  const { language } = turn;
  const asked = await pressedReminder(turn, values);
  if ('answer' in asked) return asked.answer;
  const { programme, plan, activity, units, part } = asked.pressed;
  const [unit] = units;
  if (!unit) return problem(say(language, 'reminder.not-ours.no-unit'));
  // A card that still has its buttons is left over from before the row was called off or done.
  if (!isOurs && !isLive(part)) return problem(say(language, 'reminder.not-ours.over'));
  const ids = units.map(({ id }) => id);
  const about = { by: turn.by.id, at: turn.now().toString() };
  const isNew = await saved(turn, programme, (now) =>
    isOurs ? withoutNotOurs(now, activity.id, ids) : withNotOurs(now, activity.id, ids, about),
  );
  if (isNew) {
    await turn.audit(isOurs ? 'reminder.ours' : 'reminder.not-ours', {
      programme: programme.id,
      activity: activity.id,
      units: ids.join(','),
    });
    turn.outbox.refresh(activitySubject(programme, activity));
    // Not waited for: what was pressed is saved, and is answered now.
    if (!isOurs) {
      askAndTell(turn, programme).catch((error: unknown) =>
        turn.log.error({ err: error, programme: programme.id }, 'who leads was not asked about a row'),
      );
    }
  }
  // Who leads and says so is asked at once.
  if (!isOurs && mayLead(programme, turn.by.id)) {
    return { show: 'replace', card: await notOursCard(turn, { programme, plan, activity, unit }, language) };
  }
  return { show: 'replace', card: await (isOurs ? undoneCard : doneCard)(turn, asked.pressed, values) };
}

async function doneCard(turn: Turn, { programme, activity, units }: PressedReminder, values: ReminderIds) {
  const { language } = turn;
  const leaders = await leadersOf(turn, programme);
  const names = oneOfNames(
    leaders.map(({ name }) => name),
    language,
  );
  const card = messageCard(language, say(language, 'reminder.not-ours.done'), {
    text: say(language, 'reminder.not-ours.asked', {
      title: activity.title,
      names,
      units: units.map(({ name }) => name).join(', '),
    }),
    actions: [
      button(say(language, 'plan.undo'), 'reminder.ours', carriedOn(values)),
      button(say(language, 'plan.back'), 'reminder.show', carriedOn(values)),
    ],
  });
  // Until it is answered: then the reminder itself stands there again.
  const title = say(language, 'reminder.open');
  return redrawnBy(card, { type: 'Action.Execute', title, verb: 'reminder.not-ours-now', data: carriedOn(values) });
}

/** What who has said that a row is not theirs sees in place of its reminder: that, while it is so. */
async function saidNow(turn: Turn, values: ReminderIds): Promise<Answer> {
  const asked = await pressedReminder(turn, values);
  if ('answer' in asked) return ownReminder(turn, values);
  const { programme, activity, units, part } = asked.pressed;
  const reminding = await remindingOf(turn, programme.id);
  const isSaid = units.some(({ id }) => notOursOf(reminding, { activity: activity.id, unit: id }) !== undefined);
  return isSaid && isLive(part)
    ? { show: 'replace', card: await doneCard(turn, asked.pressed, values) }
    : ownReminder(turn, values);
}

const undoneCard = async ({ language }: Turn, { activity }: PressedReminder, values: ReminderIds) =>
  messageCard(language, say(language, 'reminder.not-ours.undone'), {
    text: activity.title,
    actions: [button(say(language, 'plan.back'), 'reminder.show', carriedOn(values))],
  });

const questionIds = { programme: z.string(), activity: z.string(), unit: z.string() };

/** The row and the unit that a question names, for who leads. */
async function question(
  turn: Turn,
  values: { programme: string; activity: string; unit: string },
): Promise<{ answer: Answer } | { programme: Programme; plan: Plan; activity: Activity; unit: Unit }> {
  const found = await rowOf(turn, values);
  const unit = found?.programme.units.find(({ id }) => id === values.unit);
  if (!found || !unit) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  if (!mayLead(found.programme, turn.by.id)) return { answer: await mayNotChange(turn, found.programme) };
  return { ...found, unit };
}

export const notOursPresses = [
  press({
    verb: 'reminder.not-ours',
    values: z.object(reminderIds),
    run: (turn, values) => said(turn, values, false),
  }),
  press({ verb: 'reminder.not-ours-now', values: z.object(reminderIds), run: saidNow }),
  press({ verb: 'reminder.ours', values: z.object(reminderIds), run: (turn, values) => said(turn, values, true) }),
  press({
    verb: 'reminder.take-out',
    values: z.object(questionIds),
    async run(turn, values) {
      const asked = await question(turn, values);
      if ('answer' in asked) return asked.answer;
      const { unit } = asked;
      const came = await takeUnitOff(turn, values, unit);
      if ('answer' in came) return came.answer;
      const { programme, plan, activity } = came;
      // Off the row it asks nothing any more; put back on it one day, it is reminded like the others.
      await saved(turn, programme, (now) => withTakenOff(now, activity.id, unit.id));
      turn.outbox.refresh(activitySubject(programme, activity));
      return { show: 'replace', card: await notOursCard(turn, { programme, plan, activity, unit }, turn.language) };
    },
  }),
  press({
    verb: 'reminder.keep',
    values: z.object(questionIds),
    async run(turn, values) {
      const asked = await question(turn, values);
      if ('answer' in asked) return asked.answer;
      const { programme, activity, unit } = asked;
      const about = { by: turn.by.id, at: turn.now().toString() };
      const isNew = await saved(turn, programme, (now) => withKept(now, activity.id, unit.id, about));
      if (isNew) {
        await turn.audit('reminder.keep', { programme: programme.id, activity: activity.id, unit: unit.id });
        turn.outbox.refresh(activitySubject(programme, activity));
        askAndTell(turn, programme).catch((error: unknown) =>
          turn.log.error({ err: error, programme: programme.id }, 'a unit was not told that a row stays theirs'),
        );
      }
      return { show: 'replace', card: await notOursCard(turn, asked, turn.language) };
    },
  }),
];
