import { z } from 'zod';
import { country } from '#calendar/when.ts';
import { sameName } from '#people/find-unit.ts';
import { type ColumnAnswers, type PlanReading, readPlan, type SheetRow } from '#plan/reading/read-plan.ts';
import { unitQuestions } from '#plan/reading/unit-questions.ts';

const cells = z.tuple([
  z.int(),
  z.string(),
  z.string().nullable(),
  z.string().nullable(),
  z.string(),
  z.array(z.string()),
  z.string(),
  z.string().nullable(),
]);

/** What a person says that a plan means, written by hand beside the plan. */
export const expectedPlan = z.strictObject({
  /** What it is an example of. */
  about: z.string(),
  starts: z.string().optional(),
  country: country.default('NO'),
  /** Row, title, first and last day, precision, units, kind, gate. */
  accepted: z.array(cells),
  /** Row, column, value. */
  refused: z.array(z.tuple([z.int(), z.string().nullable(), z.string()])),
  /** Row and code. */
  warnings: z.array(z.tuple([z.int(), z.string()])),
  /** More about some rows, by their number. */
  also: z
    .record(
      z.string(),
      z.strictObject({
        time: z.string().optional(),
        key: z.string().optional(),
        after: z.array(z.string()).optional(),
        description: z.string().optional(),
      }),
    )
    .default({}),
  /** No row has a key. */
  withoutKeys: z.literal(true).optional(),
  /** Questions about columns: role, the columns to choose from, the one that is read meanwhile. */
  questions: z.array(z.tuple([z.string(), z.array(z.string()), z.string().nullable()])).default([]),
  /** Answers to them. */
  columns: z.record(z.string(), z.int()).optional(),
  /** The programme's units. */
  known: z.array(z.object({ name: z.string(), aliases: z.array(z.string()) })).default([]),
  /** Questions about units: kind, name, and its parts or what it may be the same as. Left out: not looked at. */
  units: z.array(z.tuple([z.string(), z.string(), z.union([z.string(), z.array(z.string())])])).optional(),
});
export type ExpectedPlan = z.infer<typeof expectedPlan>;

/** Reads a table as its expectation says, and says what was understood in the same shape. */
export function understood(table: readonly SheetRow[], expected: ExpectedPlan) {
  const { starts, country: of, known } = expected;
  const plan = readPlan(table, {
    ...(starts === undefined ? {} : { starts }),
    country: of,
    ...(expected.columns === undefined ? {} : { columns: expected.columns as ColumnAnswers }),
    units: { known, decided: new Map() },
  });
  return {
    accepted: plan.accepted.map(({ row, title, when, units, kind, gate }) => [
      row,
      title,
      when.start,
      when.end,
      when.precision,
      units,
      kind,
      gate,
    ]),
    refused: plan.refused.map(({ row, column, value }) => [row, column, value]),
    warnings: plan.warnings.map(({ row, problem }) => [row, problem.code]),
    also: Object.fromEntries(
      Object.entries(expected.also).map(([row, more]) => [row, partOf(plan, Number(row), more)]),
    ),
    ...(expected.withoutKeys ? { withoutKeys: plan.accepted.every(({ key }) => key === undefined) } : {}),
    questions: plan.questions.map(({ role, columns, chosen }) => [
      role,
      columns.map(nameOf),
      columns.filter(({ index }) => index === chosen).map(nameOf)[0] ?? null,
    ]),
    ...(expected.units === undefined
      ? {}
      : {
          units: unitQuestions(plan.accepted, known).map((one) =>
            one.kind === 'split' ? ['split', one.text, one.parts] : ['same', one.name, one.as],
          ),
        }),
  };
}

/** The expectation in the shape of `understood`. */
export function meant(expected: ExpectedPlan) {
  const { accepted, refused, warnings, also, withoutKeys, questions, units } = expected;
  return {
    accepted,
    refused,
    warnings,
    also,
    ...(withoutKeys ? { withoutKeys } : {}),
    questions,
    ...(units === undefined ? {} : { units }),
  };
}

/** The fields of a row that its expectation speaks of. */
function partOf({ accepted }: PlanReading, line: number, more: object) {
  const row = accepted.find((one) => one.row === line);
  return row && Object.fromEntries(Object.keys(more).map((field) => [field, row[field as keyof typeof row]]));
}

const nameOf = ({ heading, letter }: { heading: string; letter: string }): string =>
  heading === '' ? letter : heading;

/** Answers about units, as a setting of `readPlan` holds them. */
export const answers = (of: Record<string, 'split' | 'whole'>): Map<string, 'split' | 'whole'> =>
  new Map(Object.entries(of).map(([text, answer]) => [sameName(text), answer]));
