import type { Feature } from '#chat/feature.ts';
import { activitySubject } from '#plan/actions/activity-subject.ts';
import { rowOf } from '#plan/actions/common.ts';
import { answerPresses, reminderNow } from './actions/answer-reminder.ts';
import { askAndTellAgain } from './actions/ask-about-not-ours.ts';
import { askForContacts, nextContactQuestionAt } from './actions/ask-for-contact.ts';
import { askForDates } from './actions/ask-for-dates.ts';
import { digestNow, digestPresses } from './actions/digest-card.ts';
import { escalate, nextEscalationAt } from './actions/escalate.ts';
import { heldNow, holdPresses } from './actions/hold-presses.ts';
import { morePresses } from './actions/more.ts';
import { notOursPresses } from './actions/not-ours.ts';
import { notOursCard, notOursPart } from './actions/not-ours-card.ts';
import { nextNudgeAt, nudgeNow, nudgePolls } from './actions/nudge-polls.ts';
import { remindCommand, remindPresses } from './actions/remind.ts';
import { nextChecklistAt, remindChecklists } from './actions/remind-checklists.ts';
import { rulesPresses } from './actions/rules-form.ts';
import { nextAheadAt, sendDue } from './actions/send-due.ts';
import { sendNowPresses } from './actions/send-now.ts';
import { nextOverviewAt, sendOverviews } from './actions/send-overview.ts';
import { overviewPresses } from './actions/show-overview.ts';
import { snoozePresses } from './actions/snooze.ts';
import { stopPresses } from './actions/stop.ts';
import { whyPresses } from './actions/why.ts';

/** How far back reminders are drawn anew at start, days. */
const liveDays = 7;

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
    ...overviewPresses,
    ...stopPresses,
    ...sendNowPresses,
    ...answerPresses,
    ...digestPresses,
    ...holdPresses,
  ],
  subjects: {
    async activity(world, id, language) {
      const [programme = '', activity = '', part, asked] = id.split('/');
      if (part !== notOursPart) return reminderNow(world, id, language);
      const found = await rowOf(world, { programme, activity });
      const unit = found?.programme.units.find((one) => one.id === asked);
      return found && unit && notOursCard(world, { ...found, unit }, language);
    },
    digest: digestNow,
    held: heldNow,
    nudge: nudgeNow,
  },
  async beat(world) {
    await sendDue(world);
    await sendOverviews(world);
    await escalate(world);
    await remindChecklists(world);
    await nudgePolls(world);
    await askForContacts(world);
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
    const programmes = await world.store.programmes.all();
    const next = await Promise.all([
      ...programmes.map(({ id }) => nextAheadAt(world, id)),
      nextOverviewAt(world),
      nextEscalationAt(world),
      nextContactQuestionAt(world),
      nextChecklistAt(world),
      nextNudgeAt(world),
    ]);
    return next
      .filter((at) => at !== undefined)
      .toSorted(Temporal.Instant.compare)[0]
      ?.toString();
  },
};
