import type { IsoDay, Language } from '#calendar/when.ts';
import { writeDistance, writeInstant, writeWhen } from '#calendar/write-date.ts';
import { writeTime } from '#calendar/write-time.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity, PlannedRow } from './activity.ts';
import { isHeld, isLate } from './asking/choose-rows.ts';
import type { Filter } from './asking/filter.ts';
import { rowsNamed } from './reading/alike-findings.ts';
import { isLive } from './standing.ts';

/** The signs of CARDS rule 5 for how an activity stands. */
export const signs: Record<Activity['state'], string> = { planned: '–', underway: '↷', done: '✓', help: '!' };

/** The sign of a row that is on pause or called off. */
export const haltSigns: Record<NonNullable<Activity['halted']>['as'], string> = { paused: '‖', cancelled: '∅' };

/** "✓ Ferdig" */
export const stateText = (state: Activity['state'], language: Language): string =>
  `${signs[state]} ${say(language, `plan.state.${state}`)}`;

/** "om 7 dager", "2 dager på overtid"; of a meeting that has been "for 2 dager siden". Empty where no date is set. */
export const distanceText = (activity: Pick<Activity, 'when' | 'kind'>, today: IsoDay, language: Language): string =>
  writeDistance(activity.when, today, spoken(language), { past: isHeld(activity) ? 'ago' : 'overdue' });

/** "uke 42 (15.–21. oktober) · om 7 dager", "tirsdag 15. september kl. 09–15 · i morgen" */
export function whenText(
  activity: Pick<Activity, 'when' | 'state' | 'kind' | 'time' | 'halted'>,
  today: IsoDay,
  language: Language,
): string {
  const { state, halted } = activity;
  const date = dateText(activity, today, language);
  // Of what is called off or on pause nobody counts the days.
  if (halted) return `${date} · ${say(language, `plan.halted.${halted.as}`)}`;
  if (state === 'done' || activity.when.start === null) return date;
  return `${date} · ${distanceText(activity, today, language)}`;
}

/** "uke 42 (15.–21. oktober)", "tirsdag 15. september kl. 09–15", "«avklares», dato ikke satt" */
export function dateText({ when, time }: Pick<Activity, 'when' | 'time'>, today: IsoDay, language: Language): string {
  if (when.start === null && when.text.trim() !== '') return say(language, 'plan.no-date-but', { text: when.text });
  const day = writeWhen(when, spoken(language), { today });
  return time === undefined ? day : `${day} ${writeTime(time, spoken(language))}`;
}

/** "oktober", "uke 42 (15.–21. oktober)", "tirsdag 9. oktober": the days that a filter names. */
export function periodText({ start, end }: { start: IsoDay; end: IsoDay }, today: IsoDay, language: Language): string {
  const first = Temporal.PlainDate.from(start);
  const last = Temporal.PlainDate.from(end);
  if (first.day === 1 && first.add({ months: 1 }).subtract({ days: 1 }).equals(last)) {
    const year = start.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const);
    return first.toLocaleString(localeTag(language), { month: 'long', ...year });
  }
  if (start.slice(0, 4) === end.slice(0, 4) && start.endsWith('-01-01') && end.endsWith('-12-31'))
    return start.slice(0, 4);
  const isWeek = first.dayOfWeek === 1 && first.until(last).days === 6;
  const precision = start === end ? 'day' : isWeek ? 'week' : 'range';
  return writeWhen({ start, end, precision, text: '' }, spoken(language), { today });
}

/** "Solvik kommune", "Solvik kommune, oktober", "dine enheter, uke 42". */
export function whoseText(filter: Extract<Filter, { by: 'mine' | 'unit' }>, today: IsoDay, language: Language): string {
  const whose = filter.by === 'unit' ? filter.unit : say(language, 'plan.your-units');
  return filter.within ? `${whose}, ${periodText(filter.within, today, language)}` : whose;
}

const localeTag = (language: Language): string => (language === 'en' ? 'en-GB' : spoken(language));

/** What has been said about a row, as a sign before its title; nothing where nothing has been. */
function signOf({ state, halted }: Pick<Activity, 'state' | 'halted'>): string {
  if (halted) return `${haltSigns[halted.as]} `;
  return state === 'planned' ? '' : `${signs[state]} `;
}

/** One line of a list of rows. */
export function rowLine(activity: Activity, today: IsoDay, language: Language) {
  return {
    title: `${signOf(activity)}${activity.gate ? `${activity.gate} · ` : ''}${activity.title}`,
    when: capital(whenText(activity, today, language)),
    units: activity.units.join(', '),
    tone: isLate(activity, today) || (isLive(activity) && activity.state === 'help') ? 'Attention' : 'Default',
  };
}

/** "Ansvarlig: Trondheim kommune"; empty for none. */
export const responsibleText = (units: readonly string[], language: Language): string =>
  units.length > 0 ? say(language, 'plan.responsible', { units: units.join(', '), count: units.length }) : '';

/** What is told of a row wherever it stands alone: on its own card and in a reminder. */
export function rowData(
  activity: Activity,
  about: {
    today: IsoDay;
    language: Language;
    /** In which the time of what was said is told. */
    zone: string;
    /** The name of whoever said how it stands. */
    statedBy: string | undefined;
    /** Those who lead the programme have been told that help is needed. */
    helpIsCalled: boolean;
    /** Who of several units has answered what (`answersText`); empty or left out where that is one word for all. */
    answers?: string | undefined;
  },
) {
  const { today, language } = about;
  return {
    title: activity.title,
    when: capital(whenText(activity, today, language)),
    units: responsibleText(activity.units, language),
    description: activity.description,
    gate: activity.gate ? say(language, 'plan.gate', { gate: activity.gate }) : '',
    state: standing(activity, about),
  };
}

/**
 * "✓ Ferdig, registrert av Kari i dag kl. 09.12", "✓ Inderøy ferdig (Kari Lund) · venter på Frosta"; empty for what nobody has said anything about.
 */
function standing({ state, stated }: Activity, about: Parameters<typeof rowData>[1]): string {
  const { language, zone, today, statedBy: name, answers = '' } = about;
  const withCall = (said: string) => (about.helpIsCalled ? `${said}. ${say(language, 'plan.help-is-called')}` : said);
  if (answers !== '') return withCall(answers);
  const text = stateText(state, language);
  if (!stated || name === undefined) return state === 'planned' ? '' : text;
  const said = say(language, 'plan.stated', {
    state: text,
    name,
    at: writeInstant(stated.at, zone, spoken(language), { today }),
  });
  return withCall(said);
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** A row of a file that is not saved yet: "K3 · Visualisering deles", "I løpet av oktober · Trondheim kommune". */
export function rowInFile(row: PlannedRow, today: IsoDay, language: Language): { title: string; text: string } {
  const when = capital(whenText({ ...row, state: 'done' }, today, language));
  return {
    title: `${row.gate ? `${row.gate} · ` : ''}${row.title}`,
    text: [when, row.units.join(', ')].filter((part) => part !== '').join(' · '),
  };
}

/** Months on a card; what comes after them is counted as "later". */
const monthsShown = 12;

/** How many rows fall in each month, in order: "September 2018: 8". Rows without a date come last. */
export function rowsByMonth(rows: readonly PlannedRow[], language: Language): { title: string; value: string }[] {
  const months = [...new Set(rows.flatMap(({ when }) => when.start?.slice(0, 7) ?? []))].sort();
  const shown = new Set(months.length > monthsShown ? months.slice(0, monthsShown - 1) : months);
  const name = new Intl.DateTimeFormat(localeTag(language), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const line = (title: string, fits: (month: string | undefined) => boolean) => {
    const count = rows.filter(({ when }) => fits(when.start?.slice(0, 7))).length;
    return count > 0 ? [{ title, value: say(language, 'plan.rows', { count }) }] : [];
  };
  return [
    ...[...shown].flatMap((month) =>
      line(capital(name.format(new Date(`${month}-01T00:00:00Z`))), (of) => of === month),
    ),
    ...line(say(language, 'plan.months-later'), (of) => of !== undefined && !shown.has(of)),
    ...line(say(language, 'plan.without-date'), (of) => of === undefined),
  ];
}

/** "Rad 14, «Tid»: …" for a finding whose problem is already a sentence. */
export function findingText(
  language: Language,
  sign: '✕' | '!',
  { rows, column }: { rows: readonly number[]; column: string | null },
  sentence: string,
): string {
  const about = { sign, rows: rowsNamed(rows), count: rows.length, problem: sentence };
  return column === null
    ? say(language, 'plan.finding-row', about)
    : say(language, 'plan.finding', { ...about, column });
}
