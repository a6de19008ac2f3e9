import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { country, language } from '#calendar/when.ts';
import { readPeople } from '#people/read-people.ts';
import { type PlanReading, readPlan } from '#plan/reading/read-plan.ts';
import { readTable } from '#table/read-table.ts';
import { writePlan } from './write-plan.ts';

const leader = z.object({ name: z.string().min(1), email: z.email(), language });

const programmeFile = z.object({
  name: z.string().min(1),
  language,
  country,
  /** The programme's own channel. */
  channel: z.string().min(1),
  owner: leader,
  coordinator: leader,
  units: z.array(z.object({ name: z.string().min(1), channel: z.string().min(1) })).min(1),
});

type Rows = Extract<ReturnType<typeof readTable>, { ok: true }>['rows'];

const folder = new URL('../../examples/', import.meta.url);
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder));

/**
 * Reads the example programme, its plan written out for a first day and read by the rules that read anybody's plan.
 * @throws When a file cannot be used: whoever changed it is told the file and what is wrong.
 */
export function readExample(today: Temporal.PlainDate) {
  const programme = programmeFile.parse(JSON.parse(new TextDecoder().decode(bytesOf('programme.json'))));
  const text = writePlan(new TextDecoder().decode(bytesOf('plan.csv')), today, programme.country);
  const starts = today.toString();
  const plan = readPlan(rowsOf('plan.csv', new TextEncoder().encode(text)), { starts, country: programme.country });
  refuseBad('plan.csv', plan.refused);
  return { programme, people: peopleIn(rowsOf('people.csv', bytesOf('people.csv'))), plan, starts };
}

function rowsOf(name: string, bytes: Uint8Array): Rows {
  const read = readTable(bytes);
  if (!read.ok) throw new Error(`examples/${name} cannot be read: ${read.problem.code}`);
  return read.rows;
}

/** The list of people as `import` reads it, with the language from its extra column. */
function peopleIn(rows: Rows) {
  const read = readPeople(rows);
  if (!read) throw new Error('examples/people.csv has no columns of names and e-mails');
  refuseBad('people.csv', read.refused);
  const column = rows[0]?.cells.indexOf('Språk') ?? -1;
  const languageIn = (line: number) => language.parse(rows.find((row) => row.line === line)?.cells[column]);
  return read.accepted.map((listed) => ({ ...listed, language: languageIn(listed.row) }));
}

function refuseBad(name: string, refused: PlanReading['refused'] | { row: number; problem: unknown }[]): void {
  const first = refused[0];
  if (first) throw new Error(`examples/${name}, row ${first.row}: ${JSON.stringify(first.problem)}`);
}
