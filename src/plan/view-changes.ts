import { dateWords } from '#calendar/date-words.ts';
import type { IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { sameName } from '#people/find-unit.ts';
import { say, spoken } from '#words/say.ts';
import type { PlannedRow, RowContent } from './activity.ts';
import { type ChangeKind, kindsOf, plainly, sameSet } from './revisions/diff.ts';
import { haltSigns } from './view.ts';

/** A change of a row, as it is shown: what it said and what it says, null where there was or is none. */
export interface ShownChange {
  before: ShownRow | null;
  after: ShownRow | null;
  /** Why, in the words of whoever changed it. */
  reason?: string | undefined;
  /** Other rows are called the same: its date says which one is meant. */
  recurs?: boolean | undefined;
}
type ShownRow = PlannedRow & Partial<Pick<RowContent, 'halted' | 'dependsOn'>>;

/** In whose words, and as of which day: without `today` dates are written with their years. */
export interface Telling {
  language: Language;
  today?: IsoDay | undefined;
}

/** By which sign a change is known (CARDS rule 5 and the sketch of a revision). */
const signs: Record<ChangeKind, string> = {
  added: '+',
  removed: '−',
  ...haltSigns,
  resumed: '↷',
  moved: '↷',
  reassigned: '~',
  reworded: '~',
};

/**
 * One change as a line: "↷ Rapport behandles: 1. → 22. oktober", "+ Workshops, uke 42", "− Rekruttering er tatt ut". All
 * that is new about the row stands in it, the news first. Empty for a row that says the same to its readers.
 */
export function changeLine({ before, after, reason, recurs }: ShownChange, telling: Telling): string {
  const kinds = kindsOf({ before: before && asContent(before), after: after && asContent(after) });
  const [first] = kinds;
  if (first === undefined) return '';
  const sign = signs[first];
  const { language } = telling;
  const row = after ?? before;
  // What moved and what came tell their dates anyhow.
  const isDated = recurs && row && row.when.start !== null && first !== 'moved' && first !== 'added';
  const title = [row?.title ?? '', ...(isDated ? [dateText(row, telling)] : [])].join(' ');
  const why = reason ? ` ${say(language, 'plan.change.reason', { reason })}` : '';
  if (before === null && after) {
    return `${sign} ${say(language, 'plan.change.added', { title, when: dateText(after, telling) })}${why}`;
  }
  if (after === null || before === null) return `${sign} ${say(language, 'plan.change.removed', { title })}${why}`;
  const parts = kinds.flatMap((kind) => partsOf(kind, before, after, telling));
  return `${sign} ${say(language, 'plan.change.of', { title, changes: parts.join('; ') })}${why}`;
}

/** A row that no revision has touched yet depends on nothing that is understood. */
const asContent = (row: ShownRow): RowContent => ({ dependsOn: [], ...row });

function partsOf(kind: ChangeKind, before: ShownRow, after: ShownRow, telling: Telling): string[] {
  const { language } = telling;
  switch (kind) {
    case 'added':
    case 'removed':
      return [];
    case 'paused':
    case 'cancelled':
      return [haltedText(kind, after, language)];
    case 'resumed':
      return [say(language, 'plan.change.resumed')];
    case 'moved':
      return [dateChange(before, after, telling)];
    case 'reassigned':
      return unitsChange(before.units, after.units, language);
    case 'reworded':
      return wordsChange(before, after, language);
  }
}

function haltedText(kind: 'paused' | 'cancelled', { halted }: ShownRow, language: Language): string {
  const text = say(language, `plan.change.${kind}`);
  return halted?.reason ? `${text} ${say(language, 'plan.change.reason', { reason: halted.reason })}` : text;
}

/** "uke 42 (15.–21. oktober), kl. 09.00" */
function dateText({ when, time }: ShownRow, { language, today }: Telling): string {
  const date =
    when.start === null && when.text.trim() !== ''
      ? say(language, 'plan.no-date-but', { text: when.text.trim() })
      : writeWhen(when, spoken(language), today === undefined ? {} : { today });
  return time === undefined ? date : `${date}, ${timeText(time, language)}`;
}

function timeText(time: string, language: Language): string {
  const { at, clockSign } = dateWords[spoken(language)];
  return `${at} ${time.replaceAll(':', clockSign)}`;
}

/** "1. → 22. oktober": of two days in one month the month is written once, and of one day only the hours that differ. */
export function dateChange(before: ShownRow, after: ShownRow, telling: Telling): string {
  const { when, time } = before;
  const { when: now, time: newTime } = after;
  const sameDate = when.start === now.start && when.end === now.end && when.precision === now.precision;
  if (sameDate && time !== undefined && newTime !== undefined) {
    return `${dateText({ ...after, time: undefined }, telling)}, ${timeText(time, telling.language)} → ${timeText(newTime, telling.language)}`;
  }
  const from = dateText(before, telling);
  const to = dateText(after, telling);
  const isOneMonth =
    when.precision === 'day' && now.precision === 'day' && when.start?.slice(0, 7) === now.start?.slice(0, 7);
  if (!isOneMonth || time !== undefined || newTime !== undefined) return `${from} → ${to}`;
  const [words, newWords] = [from.split(' '), to.split(' ')];
  while (words.length > 1 && newWords.length > 1 && words.at(-1) === newWords.at(-1)) {
    words.pop();
    newWords.pop();
  }
  // A weekday that only one of them has would make the other look unfinished: "7. → onsdag 2. desember".
  return words.length === newWords.length ? `${words.join(' ')} → ${to}` : `${from} → ${to}`;
}

/** "annen ansvarlig: A → B", of several units those that are new or gone. */
function unitsChange(before: readonly string[], after: readonly string[], language: Language): string[] {
  const without = (all: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(sameName));
    return all.filter((name) => !known.has(sameName(name)));
  };
  const gone = without(before, after).join(', ');
  const come = without(after, before).join(', ');
  if (gone === '') return [say(language, 'plan.change.units-more', { units: come })];
  if (come === '' && after.length > 0) return [say(language, 'plan.change.units-fewer', { units: gone })];
  const none = say(language, 'plan.change.nobody');
  return [say(language, 'plan.change.units', { before: gone, after: come || none })];
}

const tagsChange = (tags: readonly string[], language: Language): string =>
  tags.length === 0
    ? say(language, 'plan.change.no-tags')
    : say(language, 'plan.change.tags', { tags: tags.join(', ') });

function wordsChange(before: ShownRow, after: ShownRow, language: Language): string[] {
  const found = [
    ...(plainly(before.title) === plainly(after.title)
      ? []
      : [say(language, 'plan.change.title', { title: plainly(before.title) })]),
    ...(plainly(before.description) === plainly(after.description)
      ? []
      : [say(language, after.description === '' ? 'plan.change.no-description' : 'plan.change.description')]),
    ...(sameSet(before.tags ?? [], after.tags ?? []) ? [] : [tagsChange(after.tags ?? [], language)]),
    ...(before.kind === after.kind
      ? []
      : [say(language, 'plan.change.kind', { kind: say(language, `plan.kind.${after.kind}`) })]),
    ...(plainly(before.gate ?? '') === plainly(after.gate ?? '')
      ? []
      : [gateChange(before.gate, after.gate, language)]),
  ];
  // What is left is what it waits for.
  return found.length > 0 ? found : [say(language, 'plan.change.depends')];
}

function gateChange(before: string | null, after: string | null, language: Language): string {
  if (after === null) return say(language, 'plan.change.no-gate', { gate: before ?? '' });
  return say(language, before === null ? 'plan.change.new-gate' : 'plan.change.gate', {
    before: before ?? '',
    gate: after,
  });
}

/** "3 endringer: 1 flyttet, 1 ny, 1 tatt ut". Each row counts by the news that comes first. */
export function countsText(changes: readonly ShownChange[], language: Language): string {
  const counts = new Map<ChangeKind, number>();
  for (const { before, after } of changes) {
    const [first] = kindsOf({ before: before && asContent(before), after: after && asContent(after) });
    if (first) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  const order = ['moved', 'reassigned', 'reworded', 'paused', 'resumed', 'cancelled', 'added', 'removed'] as const;
  return order
    .flatMap((kind) => {
      const count = counts.get(kind);
      return count === undefined ? [] : [say(language, `plan.changes.${kind}`, { count })];
    })
    .join(', ');
}
