import { writeWhen } from '#calendar/write-date.ts';
import type { PlannedRow } from '#plan/activity.ts';
import { say } from '#words/say.ts';
import { type Command, readArgs, readDay, type Terminal } from './command.ts';
import { ask, type CheckedPlan, checkPlanFile, tell } from './plan-file.ts';
import { columns } from './text-table.ts';

/** `plan check FILE [--sheet NAME] [--starts D] [--json]`: how a file is read as a plan, and everything that is wrong with it. */
export const planCheck: Command = async (args, terminal) => {
  const { values, file } = readArgs(args, {
    sheet: { type: 'string' },
    starts: { type: 'string' },
    json: { type: 'boolean' },
  });
  const plan = await checkPlanFile(file, readDay('--starts', values.starts), terminal, values.sheet);
  if (values.json) for (const lines of asJson(plan)) terminal.out(lines);
  else terminal.out(asText(plan, terminal));
  return plan.refused.length > 0 ? 1 : 0;
};

/** How many rows are turned into text at a time: a plan of thousands need not stand in memory as one text. */
const ROWS_AT_A_TIME = 500;

/** The object of DESIGN section 6, "Plan check", a line for each row. */
function* asJson({ rows, refused, warnings }: CheckedPlan): Generator<string> {
  yield '{"accepted":[';
  yield* linesOf(rows, asAccepted);
  yield '],"refused":[';
  yield* linesOf(refused, (told) => told);
  yield '],"warnings":[';
  yield* linesOf(warnings, (told) => told);
  yield ']}';
}

function* linesOf<T>(all: readonly T[], shown: (one: T) => object): Generator<string> {
  for (let from = 0; from < all.length; from += ROWS_AT_A_TIME) {
    const lines = all.slice(from, from + ROWS_AT_A_TIME).map((one) => JSON.stringify(shown(one)));
    yield lines.join(',\n') + (from + ROWS_AT_A_TIME < all.length ? ',' : '');
  }
}

/** A row as `plan check` and `plan diff` print it. */
export function asAccepted({ row, title, when, units, kind, gate }: PlannedRow) {
  return { row, title, start: when.start, end: when.end, precision: when.precision, units, kind, gate };
}

function asText({ rows, refused, warnings, questions }: CheckedPlan, terminal: Terminal): string {
  const { language } = terminal;
  const counts = {
    rows: rows.length,
    gates: rows.filter(({ kind }) => kind === 'gate').length,
    units: new Set(rows.flatMap(({ units }) => units.map((unit) => unit.toLowerCase().replace(/\s+/g, '')))).size,
  };
  const table = columns([
    (['row', 'when', 'what', 'who'] as const).map((column) => say(language, `operator.column.${column}`)),
    ...rows.map((row) => [
      String(row.row),
      row.time === undefined ? writeWhen(row.when, language) : `${writeWhen(row.when, language)}, ${row.time}`,
      row.gate === null ? row.title : `${row.title} (${row.gate})`,
      row.units.join('; '),
    ]),
  ]);
  const sections = [say(language, 'operator.understood', counts)];
  if (rows.length > 0) sections.push(table);
  if (questions.length > 0) sections.push(questions.map((question) => `? ${ask(question, terminal)}`).join('\n'));
  if (refused.length > 0) {
    const lines = refused.map((told) => `✕ ${tell(told, terminal)}`);
    sections.push([say(language, 'operator.cannot-be-read', { count: refused.length }), ...lines].join('\n'));
  }
  if (warnings.length > 0) {
    const lines = warnings.map((told) => `! ${tell(told, terminal)}`);
    sections.push([say(language, 'operator.second-look', { count: warnings.length }), ...lines].join('\n'));
  }
  return sections.join('\n\n');
}
