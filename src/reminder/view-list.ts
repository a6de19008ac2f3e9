import type { IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import type { Activity } from '#plan/activity.ts';
import { rowLine } from '#plan/view.ts';
import { say, spoken } from '#words/say.ts';
import type { Escalation } from './escalation.ts';
import type { History } from './history.ts';
import { lateForWeeks, type Overview } from './overview.ts';

/** Rows on a card of several (CARDS rule 8). */
const shown = 5;
/** Rows on the card of a week, which stands in a place for days. */
const shownOfWeek = 8;

/** A row on the card `reminder/list`, before it has its button. */
export interface ListedRow {
  activity: Activity;
  /** Stands above the first row of a part. */
  heading: string;
  title: string;
  when: string;
  tone: string;
  note: string;
}

interface Reading {
  language: Language;
  today: IsoDay;
}

const dayText = (day: IsoDay, { language, today }: Reading): string =>
  writeWhen({ start: day, end: day, precision: 'day', text: '' }, spoken(language), { today });

/**
 * What was done to get an answer about a row, and the last one that came: "Klar har spurt Kari Nordmann 3 ganger siden 4. september uten svar. Ola Vik
 * (stedfortreder) fikk beskjed 18. september."
 * @param about.asked The names of those whom Klar asked first; none where nobody answers for the unit.
 */
export function historyText(
  history: History,
  activity: Activity,
  about: Reading & { asked: readonly string[]; nameOf(person: string): string; zoneDay(at: string): IsoDay },
): string {
  const { language, nameOf, zoneDay } = about;
  const { stated, state } = activity;
  return [
    askedText(history, activity, about),
    ...history.told.map(({ step, person, day }) =>
      say(language, 'reminder.escalation.told', {
        name: nameOf(person),
        role: say(language, step === 'programme' ? 'reminder.escalation.programme-role' : `people.role.${step}`),
        day: dayText(day, about),
      }),
    ),
    ...(stated && state !== 'planned'
      ? [
          say(language, 'reminder.escalation.said', {
            name: nameOf(stated.by),
            state: say(language, `plan.state.${state}`),
            day: dayText(zoneDay(stated.at), about),
          }),
        ]
      : []),
  ].join(' ');
}

function askedText({ reminded }: History, { state }: Activity, about: Reading & { asked: readonly string[] }): string {
  const { language, asked } = about;
  const [first, last] = [reminded[0], reminded.at(-1)];
  const names = new Intl.ListFormat(language === 'en' ? 'en-GB' : spoken(language)).format(asked);
  if (first === undefined || last === undefined) {
    return names === ''
      ? say(language, 'reminder.escalation.never')
      : say(language, 'reminder.escalation.never-asked', { names });
  }
  const count = reminded.length;
  return names === ''
    ? say(language, 'reminder.escalation.reminded', { count, last: dayText(last, about) })
    : say(language, 'reminder.escalation.asked', {
        count,
        names,
        since: dayText(first, about),
        heard: state === 'planned' ? 'nothing' : 'something',
      });
}

/**
 * What one person is told of rows about which others are silent, the most pressing first.
 * @param about.isNamed They hear of several programmes: it says of which it is.
 */
export function escalationData(
  found: readonly { escalation: Escalation; note: string }[],
  { programme, isNamed, ...about }: Reading & { programme: string; isNamed?: boolean },
): { title: string; text: string; rows: ListedRow[]; more: number } {
  const { language, today } = about;
  const ordered = found.toSorted(
    ({ escalation: a }, { escalation: b }) =>
      (a.activity.when.end ?? '9').localeCompare(b.activity.when.end ?? '9') || a.activity.row - b.activity.row,
  );
  const [first] = ordered;
  const titleOf = ({ why, activity }: Escalation) =>
    say(language, `reminder.escalation.${why}`, { title: activity.title });
  const rest = new Set(ordered.map(({ escalation }) => escalation.activity.id)).size - 1;
  const title = !first
    ? ''
    : rest > 0
      ? say(language, 'reminder.escalation.several', { first: titleOf(first.escalation), count: rest })
      : titleOf(first.escalation);
  const reasons = new Set(
    ordered.map(({ escalation: { step, unit, why } }) =>
      step === 'programme'
        ? say(language, 'reminder.escalation.programme', { programme, why })
        : say(language, `reminder.escalation.${step}`, { unit: unit?.name ?? '', why }),
    ),
  );
  const isForOwner = ordered.some(({ escalation: { step } }) => step === 'programme');
  const gathered = isForOwner ? [say(language, 'reminder.escalation.gathered')] : [];
  // Who owns it reads its name in the reason.
  const named = isNamed && !isForOwner ? [`${programme}.`] : [];
  return {
    title,
    text: [...named, ...[...reasons].slice(0, 3), ...gathered].join(' '),
    rows: ordered.slice(0, shown).map(({ escalation: { activity, unit }, note }) => {
      const line = rowLine(activity, today, language);
      const title = unit ? `${line.title} · ${unit.name}` : line.title;
      return { activity, heading: '', title, when: line.when, tone: line.tone, note };
    }),
    more: Math.max(0, ordered.length - shown),
  };
}

/**
 * The week on a card: what is late first, then this week and the next.
 * @param about.unit Whose; undefined for who owns the programme.
 * @param about.isNamed The reader hears of several programmes: "plan" typed may be another one.
 * @returns With `hidden` and `hiddenLate`, how many rows, and how many of those that are late, there is no room for.
 */
export function overviewData(
  overview: Overview,
  { programme, unit, isNamed, ...about }: Reading & { programme: string; unit: string | undefined; isNamed?: boolean },
): { title: string; text: string; rows: ListedRow[]; more: string; hidden: number; hiddenLate: number } {
  const { language, today } = about;
  const { late, longLate, thisWeek, nextWeek, undated } = overview;
  // What is late takes at most half of the card, so that the week is to be seen, too.
  const room = Math.max(shownOfWeek / 2, shownOfWeek - thisWeek.length - nextWeek.length);
  const parts = [
    { heading: 'late', rows: late.slice(0, room) },
    { heading: 'this-week', rows: thisWeek },
    { heading: 'next-week', rows: nextWeek },
  ] as const;
  const week = Temporal.PlainDate.from(today).weekOfYear ?? 0;
  const counts = { week, count: thisWeek.length, late: late.length };
  const all = parts.flatMap(({ heading, rows }) =>
    rows.map((activity, index): ListedRow => {
      const line = rowLine(activity, today, language);
      return {
        activity,
        heading: index === 0 ? say(language, `reminder.overview.${heading}`) : '',
        title: line.title,
        when: line.when,
        tone: line.tone,
        note: unit === undefined ? line.units : '',
      };
    }),
  );
  const more = late.length + thisWeek.length + nextWeek.length - Math.min(all.length, shownOfWeek);
  return {
    title: say(language, late.length > 0 ? 'reminder.overview.title-late' : 'reminder.overview.title', counts),
    text: [
      whoseText(unit, programme, language),
      ...(unit === undefined && undated > 0 ? [say(language, 'reminder.overview.undated', { count: undated })] : []),
    ].join('. '),
    rows: all.slice(0, shownOfWeek),
    more: [
      ...(more > 0
        ? [say(language, isNamed ? 'reminder.overview.more-named' : 'reminder.overview.more', { count: more })]
        : []),
      ...(longLate.length > 0 ? [say(language, 'reminder.overview.long-late', { count: longLate.length })] : []),
    ].join(' '),
    hidden: more,
    hiddenLate: Math.max(0, late.length - room),
  };
}

/** What a unit's overview only counts any more (see `lateForWeeks`), some at a time. */
export function longLateData(
  longLate: readonly Activity[],
  { programme, unit, from, ...about }: Reading & { programme: string; unit: string | undefined; from: number },
): { title: string; text: string; rows: ListedRow[]; more: string; to: number } {
  const { language, today } = about;
  const count = longLate.length;
  const to = Math.min(from + shown, count);
  const whose = whoseText(unit, programme, language);
  return {
    title: say(language, 'reminder.long-late.title', { count }),
    text: count > 0 ? say(language, 'reminder.long-late.text', { count, whose, weeks: lateForWeeks }) : `${whose}.`,
    rows: longLate.slice(from, to).map((activity): ListedRow => {
      const { title, when, tone } = rowLine(activity, today, language);
      return { activity, heading: '', title, when, tone, note: '' };
    }),
    more: count > shown ? say(language, 'plan.position', { from: from + 1, to, count }) : '',
    to,
  };
}

const whoseText = (unit: string | undefined, programme: string, language: Language): string =>
  unit === undefined
    ? say(language, 'reminder.overview.for-owner', { programme })
    : say(language, 'reminder.overview.for-unit', { unit, programme });
