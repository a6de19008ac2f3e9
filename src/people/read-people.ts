import { z } from 'zod';
import { sameName } from './find-unit.ts';
import { type UnitRole, unitRole } from './programme.ts';

/** A row of a list of people: who has which role in which unit. */
export const listedPerson = z.object({
  row: z.number().int(),
  unit: z.string().min(1),
  name: z.string().min(1),
  email: z.string(),
  role: unitRole,
  /** The list does not say the role: `member`, unless the person already has another in the unit. */
  roleLeftOut: z.boolean().optional(),
});
export type ListedPerson = z.infer<typeof listedPerson>;

export type PeopleProblem = 'no-unit' | 'no-name' | 'no-email' | 'not-an-email' | 'not-a-role' | 'repeated';
export interface RefusedPerson {
  row: number;
  column: string;
  value: string;
  problem: PeopleProblem;
}
export type PeopleRead = { accepted: ListedPerson[]; refused: RefusedPerson[] };

type Field = 'unit' | 'name' | 'email' | 'role';
const headings: Record<Field, readonly string[]> = {
  unit: ['enhet', 'eining', 'organisasjon', 'organisation', 'kommune', 'kommun', 'unit', 'organization'],
  name: ['navn', 'namn', 'name', 'person'],
  email: [
    'e-post',
    'epost',
    'e-postadresse',
    'epostadresse',
    'e-postadress',
    'e-mail',
    'email',
    'mail',
    'mejl',
    'e-mejl',
  ],
  role: ['rolle', 'roll', 'role', 'oppgave'],
};
const roles: Record<UnitRole, readonly string[]> = {
  contact: ['contact', 'kontakt', 'kontaktperson', 'leder', 'ledar', 'chef'],
  deputy: ['deputy', 'stedfortreder', 'vara', 'vararepresentant', 'ersättare', 'ställföreträdare', 'nestleder'],
  owner: ['owner', 'eier', 'eigar', 'ägare', 'enhetsleder', 'einingsleiar', 'enhetschef'],
  member: ['member', 'medlem', ''],
};

/** The role that a word means in nb, nn, sv or en. */
export function readRole(word: string): UnitRole | undefined {
  const wanted = sameName(word);
  return unitRole.options.find((role) => roles[role].includes(wanted));
}

export const isEmail = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/u.test(text);

/** The first row that heads both a name and an e-mail column: what tells a list of people from a plan. */
function findHeading(rows: readonly { line: number; cells: readonly string[] }[]) {
  for (const row of rows.slice(0, 10)) {
    const at = (field: Field) => row.cells.findIndex((cell) => headings[field].includes(sameName(cell)));
    const columns = { unit: at('unit'), name: at('name'), email: at('email'), role: at('role') };
    if (columns.name >= 0 && columns.email >= 0) return { row, columns };
  }
  return undefined;
}

/**
 * Reads a list of people (unit; name; e-mail; role; headings in nb, sv or en, any order). Undefined when the table is
 * not such a list. A role that is left out is `member`. What cannot be used is refused with its row, column and value; the column is
 * empty when the list has none of that kind.
 */
export function readPeople(rows: readonly { line: number; cells: readonly string[] }[]): PeopleRead | undefined {
  const found = findHeading(rows);
  if (!found) return undefined;
  const { columns } = found;
  const read: PeopleRead = { accepted: [], refused: [] };
  const seen = new Set<string>();
  for (const { line, cells } of rows) {
    if (line <= found.row.line || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (field: Field) => (columns[field] < 0 ? '' : (cells[columns[field]] ?? '').trim());
    const refuse = (field: Field, problem: PeopleProblem) =>
      read.refused.push({ row: line, column: found.row.cells[columns[field]] ?? '', value: cell(field), problem });
    const role = readRole(cell('role'));
    const key = sameName(`${cell('unit')}\n${cell('email')}`);
    if (cell('unit') === '') refuse('unit', 'no-unit');
    else if (cell('name') === '') refuse('name', 'no-name');
    else if (cell('email') === '') refuse('email', 'no-email');
    else if (!isEmail(cell('email'))) refuse('email', 'not-an-email');
    else if (!role) refuse('role', 'not-a-role');
    else if (seen.has(key)) refuse('email', 'repeated');
    else {
      seen.add(key);
      read.accepted.push({
        row: line,
        unit: cell('unit'),
        name: cell('name'),
        email: cell('email').toLowerCase(),
        role,
        ...(cell('role') === '' ? { roleLeftOut: true } : {}),
      });
    }
  }
  return read;
}
