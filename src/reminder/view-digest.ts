import type { IsoDay, Language } from '#calendar/when.ts';
import type { Activity } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { distanceText, rowData, rowLine } from '#plan/view.ts';
import { haltedText, type Saying } from '#plan/view-row.ts';
import { say } from '#words/say.ts';
import { reminderTitle } from './view.ts';

/** One row of a digest. */
export interface DigestRow {
  /** As it stands for the units that the digest is for (`partOf`). */
  activity: Activity;
  /** What is asked for ahead of the activity, where that is what the reminder is about. */
  lead: string | undefined;
  /** The name of its programme, where the digest holds rows of several. */
  programme: string;
  /** Those who lead the programme have been told that help is needed. */
  helpIsCalled: boolean;
  /** Who of several units has answered what (`answersText`). */
  answers?: string;
  about: Saying;
}

/** "Utstyrsliste: trengs til Oppstart, om 12 måneder": what is asked for ahead of an activity. */
export const leadTitle = (item: string, activity: Activity, today: IsoDay, language: Language): string =>
  say(language, 'reminder.lead-title', {
    item,
    title: activity.title,
    distance: distanceText(activity, today, language),
  });

const titleOf = ({ activity, lead, about: { today, language } }: DigestRow): string =>
  lead === undefined || !isLive(activity)
    ? reminderTitle(activity, today, language)
    : leadTitle(lead, activity, today, language);

/** "I dag: Workshops, og 3 til": what is most urgent of what is not done yet. Once all is done, "Alle 4 er ferdige: Workshops". */
export function digestTitle(rows: readonly DigestRow[], language: Language): string {
  const first = rows.find(({ activity }) => isLive(activity)) ?? rows[0];
  if (!first) return '';
  if (rows.every(({ activity }) => activity.state === 'done'))
    return say(language, 'reminder.digest-done', { first: first.activity.title, count: rows.length });
  if (rows.length === 1) return titleOf(first);
  return say(language, 'reminder.digest-title', { first: titleOf(first), count: rows.length - 1 });
}

/** One line of a digest: the row, when it is, whose, and how it stands. */
export function digestLine(row: DigestRow) {
  const { activity, lead, programme, about, helpIsCalled, answers } = row;
  const { today, language, zone, nameOf } = about;
  const { title, when, units, tone } = rowLine(activity, today, language);
  const { state } = rowData(activity, {
    today,
    language,
    zone,
    statedBy: activity.stated && nameOf(activity.stated.by),
    helpIsCalled,
    answers,
  });
  return {
    title: lead === undefined ? title : leadTitle(lead, activity, today, language),
    when,
    tone,
    units: [units, programme].filter((part) => part !== '').join(' · '),
    state: haltedText(activity, about) || state,
  };
}
