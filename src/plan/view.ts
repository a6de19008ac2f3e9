import type { IsoDay, Language } from '#calendar/when.ts';
import { writeDistance, writeInstant, writeWhen } from '#calendar/write-date.ts';
import { say } from '#words/say.ts';
import type { Activity, PlannedRow } from './activity.ts';
import { isLate } from './choose-rows.ts';

/** The signs of CARDS rule 5 for how an activity stands. */
const signs: Record<Activity['state'], string> = { planned: '–', underway: '↷', done: '✓', help: '!' };

/** "✓ Ferdig" */
export const stateText = (state: Activity['state'], language: Language): string =>
  `${signs[state]} ${say(language, `plan.state.${state}`)}`;

/** "uke 42 (15.–21. oktober) · om 7 dager" */
export function whenText(activity: Pick<Activity, 'when' | 'state'>, today: IsoDay, language: Language): string {
  const { when, state } = activity;
  if (when.start === null)
    return when.text.trim() === '' ? writeWhen(when, language) : say(language, 'plan.no-date-but', { text: when.text });
  const date = writeWhen(when, language, { today });
  if (state === 'done') return date;
  return `${date} · ${writeDistance(when, today, language)}`;
}

/** One line of a list of rows. */
export function rowLine(activity: Activity, today: IsoDay, language: Language) {
  return {
    title: `${activity.state === 'planned' ? '' : `${signs[activity.state]} `}${activity.gate ? `${activity.gate} · ` : ''}${activity.title}`,
    when: capital(whenText(activity, today, language)),
    units: activity.units.join(', '),
    tone: isLate(activity, today) || activity.state === 'help' ? 'Attention' : 'Default',
  };
}

/** A row with everything that is known of it. */
export function rowData(
  activity: Activity,
  {
    today,
    language,
    zone,
    statedBy,
  }: { today: IsoDay; language: Language; zone: string; statedBy: string | undefined },
) {
  return {
    title: activity.title,
    when: capital(whenText(activity, today, language)),
    units: activity.units.length > 0 ? say(language, 'plan.responsible', { units: activity.units.join(', ') }) : '',
    description: activity.description,
    gate: activity.gate ? say(language, 'plan.gate', { gate: activity.gate }) : '',
    state:
      activity.stated && statedBy !== undefined
        ? say(language, 'plan.stated', {
            state: stateText(activity.state, language),
            name: statedBy,
            at: writeInstant(activity.stated.at, zone, language, { today }),
          })
        : '',
  };
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** How many rows fall in each month, in order: "September 2018: 8". Rows without a date come last. */
export function rowsByMonth(rows: readonly PlannedRow[], language: Language): { title: string; value: string }[] {
  const counts = new Map<string, number>();
  for (const { when } of rows) {
    const month = when.start?.slice(0, 7) ?? '';
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const tag = language === 'en' ? 'en-GB' : language;
  const name = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return [...counts]
    .sort(([a], [b]) => (a || '9').localeCompare(b || '9'))
    .map(([month, count]) => ({
      title:
        month === '' ? say(language, 'plan.without-date') : capital(name.format(new Date(`${month}-01T00:00:00Z`))),
      value: say(language, 'plan.rows', { count }),
    }));
}

/** "Rad 14, «Tid»: …" for a finding whose problem is already a sentence. */
export function findingText(
  language: Language,
  sign: '✕' | '!',
  finding: { row: number; column: string | null },
  sentence: string,
): string {
  return finding.column === null
    ? say(language, 'plan.finding-row', { sign, row: finding.row, problem: sentence })
    : say(language, 'plan.finding', { sign, row: finding.row, column: finding.column, problem: sentence });
}
