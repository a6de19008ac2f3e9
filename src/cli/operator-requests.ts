import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isoDay, language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import { savePeople } from '#people/actions/save-people.ts';
import { findUnit, sameName } from '#people/find-unit.ts';
import { personId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { type PeopleRead, readPeople } from '#people/read-people.ts';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import { savePlan } from '#plan/actions/import/save-plan.ts';
import { decidedLists } from '#plan/reading/open-questions.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { readersChanges } from '#plan/revisions/changes-since.ts';
import { changeLine } from '#plan/view-changes.ts';
import type { Store } from '#store/port.ts';
import type { TableOutcome } from '#table/read-table.ts';
import { say } from '#words/say.ts';
import { sayProblem, sayTableNotice, sayTableProblem, sayWarning } from '#words/say-problem.ts';
import { answerExport, type ExportAnswer, exportRequest } from './export-request.ts';
import { ask } from './plan-file.ts';
import { programmeNamed } from './programme-named.ts';

/** `klar import`, as it is asked of the Klar that has the data folder open. */
const importRequest = z.object({
  do: z.literal('import'),
  /** The file's name, for the history of the plan. */
  file: z.string(),
  /** The file, as base64: requests go as JSON. */
  content: z.base64(),
  /** Name or id. */
  programme: z.string(),
  starts: isoDay.optional(),
  /** The sheet to read, where the file is a workbook. */
  sheet: z.string().optional(),
  /** Save what can be read, and leave the rest out. */
  acceptRefused: z.boolean(),
  /** For the sentences of the answer. */
  language,
});
export type ImportRequest = z.infer<typeof importRequest>;

const told = z.object({ row: z.int(), column: z.string().nullable(), value: z.string(), problem: z.string() });

/** What came of an import. */
export const importAnswer = z.discriminatedUnion('came', [
  /** There is no such programme, or there are several of the name; the ones that exist. */
  z.object({ came: z.literal('no-programme'), known: z.array(z.object({ id: z.string(), name: z.string() })) }),
  z.object({
    came: z.enum(['saved', 'refused']),
    kind: z.enum(['plan', 'people']),
    programme: z.string(),
    /** Of the plan; null when nothing was saved, and for people. */
    revision: z.int().nullable(),
    /** How many rows were saved. */
    saved: z.int(),
    /** What this changed in the plan that stood, a sentence each. */
    changes: z.array(z.string()).default([]),
    /** Units that the programme did not have. */
    units: z.array(z.string()),
    refused: z.array(told),
    warnings: z.array(told),
  }),
]);
export type ImportAnswer = z.infer<typeof importAnswer>;

/** By whom the operator's acts are, in the plan's history and in the audit log. */
const operator = personId.parse('operator');

/**
 * What a running Klar answers to the operator's commands, for `store.serve`; a command that finds nobody running opens
 * the store and calls it itself.
 */
export function operatorRequests(world: { store: Store; now(): Temporal.Instant }) {
  return async (request: unknown): Promise<ImportAnswer | ExportAnswer> => {
    const parsed = z.discriminatedUnion('do', [importRequest, exportRequest]).safeParse(request);
    // The other side may be a newer `klar` than the one that runs.
    if (!parsed.success) throw new Error('The running Klar does not know this command: start it anew, then try again');
    return parsed.data.do === 'export' ? answerExport(world, parsed.data) : importFile(world, parsed.data);
  };
}

async function importFile(
  { store, now }: { store: Store; now(): Temporal.Instant },
  request: ImportRequest,
): Promise<ImportAnswer> {
  const found = await programmeNamed(store, request.programme);
  if (!('programme' in found)) return { came: 'no-programme', known: found.known };
  const { programme } = found;
  const table = readPlanFile(Buffer.from(request.content, 'base64'), {
    zone: programme.timeZone,
    ...(request.sheet === undefined ? {} : { sheet: request.sheet }),
  });
  if (!table.ok) {
    const row = table.problem.code === 'quotes' ? table.problem.row : 1;
    const problem = sayTableProblem(request.language, table.problem);
    return { ...nothingSaved(programme, 'plan'), refused: [{ row, column: null, value: '', problem }] };
  }
  const at = now().toString();
  const people = readPeople(table.rows);
  return people
    ? importPeople(store, programme, people, { ...request, at })
    : importPlan(store, programme, table, { ...request, at });
}

type Importing = ImportRequest & { /** ISO instant. */ at: string };

const nothingSaved = (programme: Programme, kind: 'plan' | 'people') => ({
  came: 'refused' as const,
  kind,
  programme: programme.name,
  revision: null,
  saved: 0,
  changes: [],
  units: [],
  refused: [],
  warnings: [],
});

async function importPlan(
  store: Store,
  programme: Programme,
  table: Extract<TableOutcome, { ok: true }>,
  { language: tongue, at, file: source, acceptRefused, ...request }: Importing,
): Promise<ImportAnswer> {
  const before = await store.plans.get(programme.id);
  const starts = request.starts ?? before?.starts ?? dayIn(programme.timeZone, at);
  const read = readPlan(table.rows, {
    starts,
    country: programme.country,
    units: { known: programme.units, decided: decidedLists(programme, { lists: {} }) },
  });
  const found = {
    refused: read.refused.map((one) => ({ ...one, problem: sayProblem(tongue, one.problem, one.value) })),
    warnings: [
      // Nobody can be asked: what was understood is used, and what was not is said.
      ...read.questions.map((one) => ({ row: 1, column: null, value: '', problem: ask(one, { language: tongue }) })),
      ...(table.notices ?? []).map((one) => ({
        row: one.row,
        column: null,
        value: one.title,
        problem: sayTableNotice(tongue, one),
      })),
      ...read.warnings.map((one) => ({ ...one, problem: sayWarning(tongue, one.problem, one.value) })),
    ],
  };
  if (read.accepted.length === 0 || (read.refused.length > 0 && !acceptRefused)) {
    return { ...nothingSaved(programme, 'plan'), ...found };
  }
  const about = {
    programme,
    rows: read.accepted,
    unread: read.unread,
    source,
    starts,
    by: operator,
    at,
    act: randomUUID(),
  };
  const { plan, revision } = await savePlan(store, about);
  const today = dayIn(programme.timeZone, at);
  const changes = (before && readersChanges(plan, before.revision, revision)) ?? [];
  const units = newUnits(
    programme,
    read.accepted.flatMap((row) => row.units),
  );
  await audit(store, at, 'plan.import', { programme: programme.id, revision: String(revision) });
  const saved = read.accepted.length;
  return {
    came: 'saved',
    kind: 'plan',
    programme: programme.name,
    revision,
    saved,
    changes: changes.map((one) => changeLine(one, { language: tongue, today })),
    units,
    ...found,
  };
}

async function importPeople(
  store: Store,
  programme: Programme,
  read: PeopleRead,
  { language: tongue, at, acceptRefused }: Importing,
): Promise<ImportAnswer> {
  const refused = read.refused.map(({ row, column, value, problem }) => ({
    row,
    column: column === '' ? null : column,
    value,
    problem: say(tongue, `people.problem.${problem}`, { value }),
  }));
  if (read.accepted.length === 0 || (refused.length > 0 && !acceptRefused)) {
    return { ...nothingSaved(programme, 'people'), refused };
  }
  await savePeople(store, programme, read.accepted);
  await audit(store, at, 'people.import', { programme: programme.id });
  return {
    came: 'saved',
    kind: 'people',
    programme: programme.name,
    revision: null,
    saved: read.accepted.length,
    changes: [],
    units: newUnits(
      programme,
      read.accepted.map((row) => row.unit),
    ),
    refused,
    warnings: [],
  };
}

const newUnits = (before: Programme, names: readonly string[]): string[] => [
  ...new Map(names.filter((name) => !findUnit(before, name)).map((name) => [sameName(name), name])).values(),
];

const audit = (store: Store, at: string, what: string, on: Record<string, string>) =>
  store.audit.append({ at, by: operator, what, on, from: 'operator' });
