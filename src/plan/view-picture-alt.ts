import { formatter } from '#calendar/date-words.ts';
import type { IsoDay, Language } from '#calendar/when.ts';
import { writeShort } from '#calendar/write-short.ts';
import { sameName } from '#people/find-unit.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity } from './activity.ts';
import { isLate } from './asking/choose-rows.ts';
import { isLive } from './standing.ts';
import { capital, whenText } from './view.ts';

/** Rows that are named one by one; more are counted. And how much of a title is said. */
const mostNamed = 5;
const longestTitle = 80;

/** What an alternative text holds on every surface. */
const longest = 2000;

/**
 * What the picture says, for those who do not see it: from when to when, how much, what is late, what comes next.
 * "Planen fra august 2026 til april 2027: 28 rader for 6 enheter. 2 er forsinket: …"
 */
export function pictureAlt({
  rows,
  today,
  language,
}: {
  rows: readonly Activity[];
  today: IsoDay;
  language: Language;
}): string {
  const dated = rows.filter(({ when }) => when.start !== null);
  const late = rows.filter((row) => isLate(row, today));
  const help = rows.filter((row) => isLive(row) && row.state === 'help' && !late.includes(row));
  const halted = rows.filter((row) => row.halted !== undefined);
  const done = rows.filter((row) => row.state === 'done' && row.halted === undefined);
  const counted = (of: readonly Activity[], key: 'late' | 'help' | 'halted'): string[] =>
    of.length === 0
      ? []
      : [say(language, `plan.picture.alt-${key}`, { count: of.length, titles: titlesOf(of, language) })];
  const sentences = [
    spanText(dated, rows, language),
    ...(late.length === 0 ? [say(language, 'plan.picture.alt-on-time')] : counted(late, 'late')),
    ...counted(help, 'help'),
    ...counted(halted, 'halted'),
    ...(done.length === 0 ? [] : [say(language, 'plan.picture.alt-done', { count: done.length })]),
    ...nextGate(dated, today, language),
    ...(dated.length === rows.length
      ? []
      : [say(language, 'plan.picture.alt-undated', { count: rows.length - dated.length })]),
  ];
  // A title that is cut has its own dots.
  return sentences.join(' ').replaceAll('….', '…').slice(0, longest);
}

/** "Neste kvalitetspunkt: K2, 15. august." */
export function nextGate(rows: readonly Activity[], today: IsoDay, language: Language): string[] {
  const gate = rows
    .filter((row) => row.kind === 'gate' && isLive(row) && row.when.start !== null && (row.when.end ?? '') >= today)
    .toSorted((a, b) => (a.when.start ?? '').localeCompare(b.when.start ?? ''))[0];
  if (!gate) return [];
  // Without the distance: a picture is looked at again on other days.
  const when = whenText({ ...gate, state: 'done' }, today, language);
  return [say(language, 'plan.picture.alt-gate', { gate: gate.gate ?? cut(gate.title), when })];
}

function spanText(dated: readonly Activity[], rows: readonly Activity[], language: Language): string {
  if (dated.length === 0) return `${capital(say(language, 'plan.rows', { count: rows.length }))}.`;
  const month = (day: string): string =>
    formatter(spoken(language), { month: 'long', year: 'numeric' }).format(Temporal.PlainDate.from(day));
  const starts = dated.map(({ when }) => when.start ?? '').toSorted();
  const ends = dated.map(({ when }) => when.end ?? '').toSorted();
  const from = month(starts[0] ?? '');
  const to = month(ends.at(-1) ?? '');
  const units = new Set(rows.flatMap((row) => row.units.map(sameName))).size;
  const about = { from, count: rows.length, units };
  return from === to
    ? say(language, 'plan.picture.alt-in', about)
    : say(language, 'plan.picture.alt', { ...about, to });
}

function titlesOf(rows: readonly Activity[], language: Language): string {
  const named = rows.slice(0, mostNamed).map((row) => {
    const date = writeShort(row.when, spoken(language)).replace(/\.$/u, '');
    return date === '' ? cut(row.title) : `${cut(row.title)} (${date})`;
  });
  const titles = named.join(', ');
  const count = rows.length - named.length;
  return count > 0 ? say(language, 'plan.picture.and-more', { titles, count }) : titles;
}

const cut = (title: string): string =>
  title.length > longestTitle
    ? `${title
        .slice(0, longestTitle - 1)
        .toWellFormed()
        .trimEnd()}…`
    : title;
