import { asApproximate, type DateProblem, readWhen, speaksOfDoubt } from '#calendar/read-date.ts';
import type { IsoDay, Language, When } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { writeTime } from '#calendar/write-time.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import type { Activity, ActivityId, ActivityKind, RowContent } from '../activity.ts';
import { resolveAfter, wouldCircle } from '../dependencies/depends-on.ts';
import { alikeUnits, isInitialsOf } from '../reading/alike-units.ts';
import { gateInTitle, kindInferred } from '../reading/kind.ts';
import { splitReferences } from '../reading/split-references.ts';
import { splitTags } from '../reading/split-tags.ts';
import { splitUnits } from '../reading/split-units.ts';
import { plainly } from '../revisions/diff.ts';

/** The fields of the form for a row, in its order. */
export const formFields = ['title', 'when', 'units', 'description', 'kind', 'gate', 'tags', 'after'] as const;
export type FormField = (typeof formFields)[number];

/** What stands in the form: texts as people write them; names of units and references on lines of their own. */
export type FormValues = Record<FormField, string>;

/** A row as the form shows it. What its author wrote stands as it was written. */
export function formValues(row: RowContent, activities: readonly Activity[], language: Language): FormValues {
  return {
    title: row.title,
    when: writtenDate(row, language),
    units: row.units.join('\n'),
    description: row.description,
    kind: row.kind,
    gate: row.gate ?? '',
    tags: (row.tags ?? []).join(', '),
    after: (row.after ?? namesOf(row.dependsOn, activities)).join('\n'),
  };
}

/** The author's own words; where the date came from a heading or a column of its own, the date in full. */
function writtenDate({ when, time }: Pick<RowContent, 'when' | 'time'>, language: Language): string {
  const own = when.text.trim();
  const text = own === '' && when.start !== null ? writeWhen(when, language) : own;
  if (time === undefined) return text;
  const read = readWhen(text, { year: 2000 });
  return read.ok && read.time !== undefined ? text : `${text} ${writeTime(time, language)}`;
}

/** Rows by their titles; by their number where several have the same. */
function namesOf(ids: readonly ActivityId[], activities: readonly Activity[]): string[] {
  const alone = (one: Activity) => activities.filter((a) => sameName(a.title) === sameName(one.title)).length === 1;
  return activities
    .filter(({ id }) => ids.includes(id))
    .map((one) => (alone(one) && !one.title.includes(';') ? one.title : `rad ${one.row}`));
}

/** What two people who changed the same row did to it, field by field. */
export interface Merge {
  /** Changed by whoever sends the form off. */
  mine: FormField[];
  /** Changed by somebody else in the meantime, and left alone in the form: theirs stands. */
  theirs: FormField[];
  /** Changed by both, each to something else. */
  conflicts: FormField[];
}

/**
 * Compares what was typed with what the form was filled with and with what stands now.
 * @param base What the form was filled with; undefined where that is not known any more: then whatever differs from
 * what stands now is a conflict, so that nothing is overwritten unseen.
 */
export function mergeForm(base: FormValues | undefined, current: FormValues, typed: FormValues): Merge {
  const merge: Merge = { mine: [], theirs: [], conflicts: [] };
  for (const field of formFields) {
    const [was, now, text] = [base?.[field], current[field], typed[field]];
    if (isSame(text, now)) continue;
    if (was !== undefined && isSame(text, was)) merge.theirs.push(field);
    else if (was !== undefined && isSame(was, now)) merge.mine.push(field);
    else merge.conflicts.push(field);
  }
  return merge;
}

/** Texts longer than this may be cut by the form of a platform (PLATFORMS S12). */
const longestShown = 2900;

/** Whether a field says the same. A text that only stands cut in the form has not been changed. */
const isSame = (typed: string, text: string): boolean =>
  plainly(typed) === plainly(text) ||
  (typed.length >= longestShown && text.length > typed.length && text.startsWith(typed.replace(/…$/u, '')));

/** What must be mended or answered before a row can be saved. */
export type FormProblem =
  | { field: 'title'; code: 'no-title' }
  | { field: 'when'; code: 'date'; problem: DateProblem }
  | { field: 'after'; code: 'unknown'; text: string }
  | { field: 'after'; code: 'circle' }
  /** A new unit whose name is like that of a known one. Asked once. */
  | { field: 'units'; code: 'alike'; name: string; known: string };

export interface FormSetting {
  programme: Pick<Programme, 'units'>;
  activities: readonly Activity[];
  id: ActivityId;
  today: IsoDay;
  by: PersonId;
  /** ISO instant. */
  at: string;
  /** Names of new units about which a person has said that they are not misspelt. */
  sure: readonly string[];
}

/** A row with the fields that were changed put in, read as a file's are; or the first thing that is wrong. */
export function applyForm(
  row: RowContent,
  changed: readonly FormField[],
  typed: FormValues,
  setting: FormSetting,
): { ok: true; row: RowContent } | { ok: false; problem: FormProblem } {
  const is = (field: FormField) => changed.includes(field);
  const title = is('title') ? plainly(typed.title) : row.title;
  if (title === '') return { ok: false, problem: { field: 'title', code: 'no-title' } };
  const description = is('description') ? typed.description.replace(/\r\n?/gu, '\n').trim() : row.description;

  const dated = is('when') ? datedAnew(row, typed.when, setting) : { ok: true as const, row };
  if (!dated.ok) return dated;
  const { when: read, ...others } = dated.row;
  const inDoubt = (is('when') || is('description')) && speaksOfDoubt(description);
  const when = inDoubt ? asApproximate(read) : read;

  const units = is('units') ? unitsTyped(typed.units, setting) : row.units;
  const misspelt = is('units') ? likelyMisspelt(units, setting) : undefined;
  if (misspelt) return { ok: false, problem: { field: 'units', code: 'alike', ...misspelt } };

  const gate = is('gate') ? typed.gate.trim() || null : row.gate;
  const kind = is('kind') ? (kindTyped(typed.kind) ?? kindInferred(title, gate ?? gateInTitle(title))) : row.kind;
  const { tags: stood, ...untagged } = others;
  const tags = is('tags') ? splitTags(typed.tags) : stood;
  const tagged = tags && tags.length > 0 ? { tags } : {};
  const next: RowContent = { ...untagged, title, description, when, units, gate, kind, ...tagged };
  return is('after') ? waitingAnew(next, typed.after, setting) : { ok: true, row: next };
}

const kinds: readonly string[] = ['activity', 'milestone', 'meeting', 'gathering', 'gate'] satisfies ActivityKind[];
const kindTyped = (text: string): ActivityKind | undefined =>
  kinds.includes(text) ? (text as ActivityKind) : undefined;

function datedAnew(
  row: RowContent,
  text: string,
  { today, by, at }: FormSetting,
): { ok: true; row: RowContent } | { ok: false; problem: FormProblem } {
  const read = readNear(text, row.when.start, today);
  if (!read.ok) return { ok: false, problem: { field: 'when', code: 'date', problem: read.problem } };
  const { time: _, dated, ...kept } = row;
  const before = dated?.text ?? (row.when.start === null ? row.when.text : undefined);
  // A new row has no file behind it.
  const isDated = read.when.start !== null && before !== undefined && row.title !== '';
  return {
    ok: true,
    row: {
      ...kept,
      when: read.when,
      ...(read.time === undefined ? {} : { time: read.time }),
      // What the file said in place of a date, so that the next file that says the same does not take the date away.
      ...(isDated ? { dated: { by, at, text: before } } : {}),
    },
  };
}

/**
 * A date that is typed for a row: where it names no year, the one in which it lies nearest to where the row was, so that
 * moving "15/7" by a day does not move it by a year; for a row without a date, from today on.
 */
export function readNear(text: string, near: IsoDay | null, today: IsoDay): ReturnType<typeof readWhen> {
  if (near === null) return readWhen(text, { starts: today, after: today });
  const year = Number(near.slice(0, 4));
  const here = Temporal.PlainDate.from(near);
  const far = (when: When) => (when.start === null ? 0 : Math.abs(here.until(when.start).days));
  const readings = [year, year + 1, year - 1].map((one) => readWhen(text, { year: one }));
  const [nearest] = readings
    .flatMap((one) => (one.ok ? [one] : []))
    .toSorted((one, other) => far(one.when) - far(other.when));
  return nearest ?? readings[0] ?? readWhen(text, { starts: today, after: today });
}

/** Names as people write several of them, each known one as it is called in the programme. */
function unitsTyped(text: string, { programme }: FormSetting): string[] {
  const known = {
    isUnit: (name: string) => findUnit(programme, name) !== undefined,
    standsAlone: () => false,
    decided: new Map(),
  };
  return [...new Set(splitUnits(text, known).map((name) => findUnit(programme, name)?.name ?? plainly(name)))];
}

function likelyMisspelt(
  names: readonly string[],
  { programme, sure }: FormSetting,
): { name: string; known: string } | undefined {
  for (const name of names) {
    if (findUnit(programme, name) || sure.some((one) => sameName(one) === sameName(name))) continue;
    const known = programme.units.find((u) => alikeUnits(name, u.name) || isInitialsOf(name, u.name));
    if (known) return { name, known: known.name };
  }
  return undefined;
}

function waitingAnew(
  row: RowContent,
  text: string,
  { activities, id }: FormSetting,
): { ok: true; row: RowContent } | { ok: false; problem: FormProblem } {
  const titles = new Set(activities.map((a) => sameName(a.title)));
  const after = splitReferences(text, (one) => titles.has(one));
  const { after: _, ...bare } = row;
  // What the others wait for is settled and is not read anew.
  const others = activities.filter((a) => a.id !== id).map(({ after: __, ...one }) => one);
  const own = { ...bare, id, ...(after.length > 0 ? { after } : {}) };
  const { waitsFor, unknown, circles } = resolveAfter([...others, own]);
  const [lost] = unknown;
  if (lost) return { ok: false, problem: { field: 'after', code: 'unknown', text: lost.text } };
  const dependsOn = (waitsFor.get(own) ?? []).map((one) => one.id);
  if (circles.length > 0 || wouldCircle(activities, id, dependsOn)) {
    return { ok: false, problem: { field: 'after', code: 'circle' } };
  }
  return { ok: true, row: { ...bare, dependsOn, ...(after.length > 0 ? { after } : {}) } };
}

/** A row with nothing in it yet, with the next free number. */
export const emptyRow = (activities: readonly Pick<Activity, 'row'>[]): RowContent => ({
  row: Math.max(1, ...activities.map(({ row }) => row)) + 1,
  title: '',
  description: '',
  kind: 'activity',
  when: { start: null, end: null, precision: 'unknown', text: '' },
  units: [],
  gate: null,
  dependsOn: [],
});

/** The activities with one more, in its place in time: after the last that begins no later; without a date at the end. */
export function inTimeOrder(activities: readonly Activity[], added: Activity): Activity[] {
  const { start } = added.when;
  const last = start === null ? -1 : activities.findLastIndex(({ when }) => when.start !== null && when.start <= start);
  const isFirst = start !== null && last === -1;
  const at = isFirst ? 0 : last === -1 ? activities.length : last + 1;
  return activities.toSpliced(at, 0, added);
}
