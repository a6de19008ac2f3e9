import { z } from 'zod';
import { type IsoDay, isoDay } from '#calendar/when.ts';
import { type Feature, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { belongsTo } from '#people/roles.ts';
import { problem, rowOf } from '#plan/actions/common.ts';
import { activitySubject, type Reported, reportState } from '#plan/actions/set-state.ts';
import { activityState } from '#plan/activity.ts';
import { mayReport } from '#plan/may-report.ts';
import { say } from '#words/say.ts';
import { askAndTellAgain } from './actions/ask-about-not-ours.ts';
import { askForDates } from './actions/ask-for-dates.ts';
import { morePresses } from './actions/more.ts';
import { notOursPresses } from './actions/not-ours.ts';
import { notOursCard, notOursPart } from './actions/not-ours-card.ts';
import { coming, remindCommand, remindPresses } from './actions/remind.ts';
import { reminderCard, unitNames } from './actions/reminder-card.ts';
import { rulesPresses } from './actions/rules-form.ts';
import { sendDue } from './actions/send-due.ts';
import { snoozePresses } from './actions/snooze.ts';
import { whyPresses } from './actions/why.ts';

/** How far back reminders are drawn anew at start, days. */
const liveDays = 7;

/** The day on which a reminder was sent; a card of before that was kept has none. */
const sentOn = isoDay.optional().catch(undefined);
const ids = { programme: z.string(), activity: z.string(), units: z.string().default(''), day: sentOn };

/** The reminder that was pressed, as it now stands, for the person who pressed. */
async function reminderAfter(
  turn: Turn,
  reported: Reported,
  card: { units: string; day?: IsoDay | undefined },
): Promise<Answer> {
  if ('problem' in reported) return reported.problem;
  const { programme, activity } = reported;
  const about = { units: unitNames(programme, card.units), day: card.day, language: turn.language };
  return { show: 'replace', shared: true, card: await reminderCard(turn, programme, activity, about) };
}

/** Reminders before an activity and on its day, and the question for a date where there is none. */
export const reminderFeature: Feature = {
  commands: [remindCommand],
  presses: [
    ...remindPresses,
    ...rulesPresses,
    ...morePresses,
    ...snoozePresses,
    ...notOursPresses,
    ...whyPresses,
    press({
      verb: 'reminder.set-state',
      values: z.object({ ...ids, state: activityState }),
      run: async (turn, values) => reminderAfter(turn, await reportState(turn, values, values.state), values),
    }),
    press({
      verb: 'reminder.undo-state',
      values: z.object(ids),
      run: async (turn, values) => reminderAfter(turn, await reportState(turn, values, 'undo'), values),
    }),
    // Each reader's own version of the card that everyone sees: their language, and buttons only where they may press.
    press({
      verb: 'reminder.show',
      values: z.object(ids),
      async run(turn, values) {
        const found = await rowOf(turn, values);
        const mayRead = found && (belongsTo(found.programme, turn.by.id) || turn.programme?.id === found.programme.id);
        if (!found || !mayRead) return problem(say(turn.language, 'plan.row-gone'));
        const { programme, activity } = found;
        const about = {
          units: unitNames(programme, values.units),
          day: values.day,
          language: turn.language,
          buttons: mayReport(programme, activity, turn.by.id),
        };
        return { show: 'replace', card: await reminderCard(turn, programme, activity, about) };
      },
    }),
  ],
  subjects: {
    async activity(world, id, language) {
      const [programme = '', activity = '', units = '', day] = id.split('/');
      const found = await rowOf(world, { programme, activity });
      if (found && units === notOursPart) {
        const unit = found.programme.units.find(({ id }) => id === day);
        return unit && notOursCard(world, { ...found, unit }, language);
      }
      return (
        found &&
        reminderCard(world, found.programme, found.activity, {
          units: unitNames(found.programme, units),
          day: sentOn.parse(day),
          language,
        })
      );
    },
  },
  async beat(world) {
    await sendDue(world);
    await askForDates(world);
    await askAndTellAgain(world);
  },
  /** What was said or changed in the last days: a crash may have come before the reminders showed it, and Klar may have been away. */
  async live(world) {
    const since = world.now().subtract({ hours: 24 * liveDays });
    const isRecent = (at: string) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0;
    const found = [];
    for (const programme of await world.store.programmes.all()) {
      const plan = await world.store.plans.get(programme.id);
      const changes = plan?.revisions.filter(({ at }) => isRecent(at)).flatMap((one) => one.changes ?? []) ?? [];
      // What came or went has no reminders that say otherwise.
      const changed = new Set(changes.filter(({ before, after }) => before && after).map(({ id }) => id));
      for (const activity of plan?.activities ?? []) {
        const isSaid = activity.stated !== undefined && isRecent(activity.stated.at);
        if (isSaid || changed.has(activity.id)) found.push(activitySubject(programme, activity));
      }
    }
    return found;
  },
  async nextAt(world) {
    const next = [];
    for (const programme of await world.store.programmes.all()) {
      const plan = await world.store.plans.get(programme.id);
      const first = plan && coming(world, programme, plan)[0];
      if (first) next.push(Temporal.Instant.from(first.at).toString());
    }
    return next.sort()[0];
  },
};
