import type { IsoDay } from '#calendar/when.ts';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import type { PlannedRow } from '#plan/activity.ts';
import { type ColumnQuestion, readPlan } from '#plan/reading/read-plan.ts';
import { say } from '#words/say.ts';
import { sayColumn, sayProblem, sayTableNotice, sayTableProblem, sayWarning } from '#words/say-problem.ts';
import { countryOf, readNamedFile, type Terminal } from './command.ts';

/** Something about a cell, with its sentence in the operator's language. */
export interface Told {
  row: number;
  column: string | null;
  value: string;
  problem: string;
}

/** A plan as `klar plan check --json` prints it, with the rows as they were read. */
export interface CheckedPlan {
  rows: PlannedRow[];
  refused: Told[];
  warnings: Told[];
  /** What could not be told about its columns. */
  questions: ColumnQuestion[];
}

/**
 * Reads a file as a plan. A file that is no table at all is refused as a whole, at row 1.
 * @param sheet The sheet to read, where it is a workbook.
 */
export async function checkPlanFile(
  file: string,
  starts: IsoDay | undefined,
  terminal: Terminal,
  sheet?: string,
): Promise<CheckedPlan> {
  const { language } = terminal;
  const table = readPlanFile(await readNamedFile(file, terminal), sheet === undefined ? {} : { sheet });
  if (!table.ok) {
    const row = table.problem.code === 'quotes' ? table.problem.row : 1;
    const problem = sayTableProblem(language, table.problem);
    return { rows: [], refused: [{ row, column: null, value: '', problem }], warnings: [], questions: [] };
  }
  const notices = (table.notices ?? []).map((notice) => ({
    row: notice.row,
    column: null,
    value: notice.title,
    problem: sayTableNotice(language, notice),
  }));
  const plan = readPlan(table.rows, { ...(starts ? { starts } : {}), country: countryOf(terminal) });
  return {
    rows: plan.accepted,
    refused: plan.refused.map((found) => ({ ...found, problem: sayProblem(language, found.problem, found.value) })),
    warnings: [
      ...notices,
      ...plan.warnings.map((found) => ({ ...found, problem: sayWarning(language, found.problem, found.value) })),
    ],
    questions: plan.questions,
  };
}

/** A question about columns as a line for a person, who answers it in the file: "Hvilken kolonne …? «Dato» (15/9), «Frist» (1/10). Klar leser «Dato»." */
export function ask({ role, columns, chosen }: ColumnQuestion, { language }: Pick<Terminal, 'language'>): string {
  const named = columns.map((column) => sayColumn(language, column));
  const read = columns.find(({ index }) => index === chosen);
  return [
    say(language, `import.question.${role}`),
    `${named.join(', ')}.`,
    ...(read
      ? [say(language, 'import.question.read-now', { column: sayColumn(language, { ...read, examples: [] }) })]
      : []),
  ].join(' ');
}

/** A line for a person: "Rad 14, «Tid»: «31/2» finnes ikke." */
export function tell({ row, column, problem }: Told, { language }: Terminal): string {
  return column === null
    ? say(language, 'operator.finding-in-row', { row: String(row), problem })
    : say(language, 'operator.finding', { row: String(row), column, problem });
}
