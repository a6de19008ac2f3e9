import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import { say, spoken } from '#words/say.ts';
import type { Plan, Revision } from './activity.ts';
import { type PlanChange, readersChanges } from './revisions/changes-since.ts';
import { countsText } from './view-changes.ts';

/** How revisions are told to somebody: names by person, times in their zone. */
export interface RevisionTelling {
  language: Language;
  /** IANA zone of the reader. */
  zone: string;
  today: IsoDay;
  names: ReadonlyMap<string, string>;
}

/** "Kari flyttet «Rapport behandles»", "Kari leste inn plan.csv" */
export function revisionText(
  revision: Revision,
  { language, names }: Pick<RevisionTelling, 'language' | 'names'>,
): string {
  const { kind, by, source, changes = [] } = revision;
  const [only] = changes;
  const title = (only?.after ?? only?.before)?.title ?? '';
  return say(language, `plan.revision.${kind}`, { name: names.get(by) ?? '', source, count: changes.length, title });
}

/** "mandag 3. august kl. 09.12" */
export const savedAt = ({ at }: Pick<Revision, 'at'>, { language, zone, today }: RevisionTelling): string =>
  writeInstant(at, zone, spoken(language), { today });

/** What a revision did, for its readers. Undefined where it was not kept, or where it made the first plan. */
export const changesOf = (plan: Plan, { number }: Pick<Revision, 'number'>): PlanChange[] | undefined =>
  number === 1 ? undefined : readersChanges(plan, number - 1, number);

/** One line of the list of revisions, newest first: what was done, when, and how much it changed. */
export function revisionLine(plan: Plan, revision: Revision, telling: RevisionTelling) {
  const { language } = telling;
  const { number, rows, reason } = revision;
  const changes = changesOf(plan, revision);
  const rowsText = say(language, 'plan.rows', { count: rows });
  const did =
    number === 1
      ? say(language, 'plan.revision.first', { rows: rowsText })
      : changes && (countsText(changes, language) || say(language, 'plan.revision.no-changes'));
  const when = savedAt(revision, telling);
  return {
    title: `${number} · ${revisionText(revision, telling)}`,
    when: number === plan.revision ? `${when} · ${say(language, 'plan.revision.now')}` : when,
    units: [did ?? '', reason ? say(language, 'plan.change.reason', { reason }) : '']
      .filter((part) => part !== '')
      .join(' '),
    tone: 'Default',
  };
}
