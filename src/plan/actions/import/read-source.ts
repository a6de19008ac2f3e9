import type { IsoDay, Language } from '#calendar/when.ts';
import { newUnitId } from '#people/actions/programme.ts';
import { findUnit } from '#people/find-unit.ts';
import { type Programme, unitId } from '#people/programme.ts';
import { type PeopleRead, readPeople } from '#people/read-people.ts';
import { withSpellings } from '#people/spellings.ts';
import { readPasted } from '#table/pasted/read-pasted.ts';
import type { TableOutcome, TableProblem } from '#table/read-table.ts';
import { sayProblem, sayTableNotice, sayWarning } from '#words/say-problem.ts';
import type { BroughtIn, DraftAnswers, PlanDraft } from '../../draft.ts';
import { alikeFindings } from '../../reading/alike-findings.ts';
import { columnChoices } from '../../reading/column-choices.ts';
import { decidedLists } from '../../reading/open-questions.ts';
import { readLines } from '../../reading/read-lines.ts';
import { type ColumnQuestion, type PlanReading, readPlan } from '../../reading/read-plan.ts';
import { findingText } from '../../view.ts';
import { readPlanFile } from './read-file.ts';

/** Sheets of a workbook among which the plan is looked for. */
const mostSheets = 12;

/** What is read, and for whom. */
export interface SourceSetting {
  programme: Programme;
  answers: DraftAnswers;
  /** Gives a year to dates that name none. */
  starts: IsoDay;
  /** In which findings are said. */
  language: Language;
}

type ReadPart = Pick<PlanDraft, 'rows' | 'refused' | 'unread' | 'warnings' | 'sheets' | 'sheet' | 'isLines'>;

/** What came of reading. */
export type SourceRead =
  | { is: 'no-table'; problem: TableProblem }
  /** Lines of text among which there are not enough dates. */
  | { is: 'other-text' }
  | { is: 'people'; people: PeopleRead }
  | { is: 'plan'; part: ReadPart; questions: ColumnQuestion[]; reading: PlanReading };

/** A programme as it is with a person's answers in it, before any of them is saved. */
export const withAnswers = (programme: Programme, answers: DraftAnswers): Programme =>
  withSpellings(programme, answers, (p, name) => unitId.parse(newUnitId(p, name)));

/** Reads what somebody brought in: a list of people when it has columns for names and e-mails, otherwise a plan. */
export function readSource(content: BroughtIn, setting: SourceSetting): SourceRead {
  const { programme, answers, starts, language } = setting;
  const table = tableOf(content, setting);
  if (!table.ok) return { is: 'no-table', problem: table.problem };
  const people = table.lines ? undefined : readPeople(table.rows);
  if (people) return { is: 'people', people };

  const next = withAnswers(programme, answers);
  const lines = table.lines ? readLines(table.rows, (name) => findUnit(next, name) !== undefined) : undefined;
  if (table.lines && !lines) return { is: 'other-text' };
  const reading = readPlan(lines?.rows ?? table.rows, {
    starts,
    country: programme.country,
    columns: lines?.columns ?? answers.columns,
    units: { known: next.units, decided: decidedLists(programme, answers) },
  });
  // Lines of text have no columns to point at.
  const unheaded = lines ? { column: null } : {};
  const part: ReadPart = {
    rows: reading.accepted,
    refused: reading.refused.map((found) =>
      findingText(
        language,
        '✕',
        { ...found, ...unheaded, rows: [found.row] },
        sayProblem(language, found.problem, found.value),
      ),
    ),
    unread: reading.unread,
    // What is said of many rows is said once.
    warnings: alikeFindings([
      ...(table.notices ?? []).map((one) => ({ ...one, column: null, sentence: sayTableNotice(language, one) })),
      ...reading.warnings.map((one) => ({
        ...one,
        ...unheaded,
        sentence: sayWarning(language, one.problem, one.value),
      })),
    ]).map((found) => findingText(language, '!', found, found.sentence)),
    ...(table.sheets ? { sheets: table.sheets } : {}),
    ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
    ...(lines ? { isLines: true } : {}),
  };
  return { is: 'plan', part, questions: lines ? [] : reading.questions, reading };
}

/** What a person may change about the columns of what they brought in; nothing where it has none. */
export function columnsOf(content: BroughtIn, setting: SourceSetting): ColumnQuestion[] {
  const table = tableOf(content, setting);
  if (!table.ok || table.lines) return [];
  const { programme, answers } = setting;
  const next = withAnswers(programme, answers);
  const known = (name: string) => findUnit(next, name) !== undefined;
  return columnChoices(table.rows, answers.columns, known);
}

function tableOf(content: BroughtIn, { programme, answers, starts }: SourceSetting): TableOutcome {
  const zone = programme.timeZone;
  if ('text' in content) return readPasted(content.text, { zone });
  const bytes = new Uint8Array(Buffer.from(content.base64, 'base64'));
  if (answers.sheet !== undefined) return readPlanFile(bytes, { zone, sheet: answers.sheet });
  const first = readPlanFile(bytes, { zone });
  const others = first.ok ? (first.sheets ?? []).slice(0, mostSheets).filter((sheet) => sheet !== first.sheet) : [];
  // A list of names or a front page may stand before the plan: that is the first sheet with dates.
  const isPlan = (table: TableOutcome) =>
    table.ok &&
    readPlan(table.rows, { starts, country: programme.country, columns: answers.columns }).accepted.some(
      ({ when }) => when.start !== null,
    );
  if (!first.ok || others.length === 0 || readPeople(first.rows) || isPlan(first)) return first;
  for (const sheet of others) {
    const other = readPlanFile(bytes, { zone, sheet });
    if (isPlan(other)) return other;
  }
  return first;
}
