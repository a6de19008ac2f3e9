import type { IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { capital, distanceText, rowData } from '#plan/view.ts';
import { type AboutRow, haltedText, movedText, waitingText, waitsText } from '#plan/view-row.ts';
import { say, spoken } from '#words/say.ts';

/** "Om 7 dager: Workshops", the line that is also the notification; "Ferdig: Workshops" once that is said, "Avlyst: Workshops". */
export function reminderTitle(activity: Activity, today: IsoDay, language: Language): string {
  const distance = activity.halted
    ? capital(say(language, `plan.halted.${activity.halted.as}`))
    : activity.state === 'done'
      ? say(language, 'plan.state.done')
      : capital(distanceText(activity, today, language) || writeWhen(activity.when, spoken(language), { today }));
  return say(language, 'reminder.title', { distance, title: activity.title });
}

/** What a reminder says: what, when, who, how long left, and how it stands. @param about.contacts Their names in one text. */
export function reminderData(activity: Activity, about: AboutRow & { contacts: string }) {
  const { today, language, plan } = about;
  const { units, description, gate, state } = rowData(activity, {
    ...about,
    statedBy: activity.stated && about.nameOf(activity.stated.by),
  });
  return {
    title: reminderTitle(activity, today, language),
    when: capital(writeWhen(activity.when, spoken(language), { today })),
    units,
    description,
    gate,
    state: haltedText(activity, about) || state,
    moved: movedText(activity, plan, about),
    // Who waits for something that is called off is told on its card.
    waits: isLive(activity) ? waitsText(activity, plan.activities, language) : '',
    waiting: isLive(activity) ? waitingText(activity, plan.activities, language) : '',
    contactsLabel: about.contacts !== '' ? say(language, 'reminder.contacts') : '',
    contacts: about.contacts,
  };
}
