import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Programme, programmeId } from '#people/programme.ts';
import { exportFile } from '#plan/actions/export-file.ts';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { exportedPlan } from '#plan/export/plan-json.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { aRow, dates } from '../a-row.ts';

const kari = personId.parse('kari');
const at = '2026-11-22T10:00:00Z';
const programme: Programme = {
  id: programmeId.parse('p1'),
  name: 'Felles journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [kari],
  coordinators: [],
  units: [],
};
const planOf = (...activities: Activity[]): Plan => ({
  id: programme.id,
  revision: 1,
  activities,
  revisions: [{ number: 1, at, by: kari, kind: 'import', source: 'plan.csv', rows: activities.length }],
});
const make = (plan: Plan, format: 'xlsx' | 'csv' | 'ics' | 'json', more: Partial<Programme> = {}) =>
  exportFile(plan, { programme: { ...programme, ...more }, format, language: 'nb', at });
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const plan = planOf(
  aRow(2, { title: 'Kurs; "fase 1"', when: { ...dates('2026-09-15'), text: '15/9' }, units: ['Nordvik', 'Sørvik'] }),
  aRow(3, { title: 'Prøve', when: dates('2026-10-12', '2026-10-18', 'week'), state: 'done' }),
);

describe('A CSV file', () => {
  test('is UTF-8 with a byte order mark, `;` between cells, and rows that end as on Windows', async () => {
    const { name, type, ...file } = await make(plan, 'csv');
    expect([name, type]).toEqual(['Felles journal plan 2026-11-22.csv', 'text/csv']);
    expect(textOf(file).split('\r\n')).toEqual([
      '\ufeffTid;Fra;Til;Presisjon;Aktivitet;Ansvarlig;Type;Status',
      '15/9;2026-09-15;2026-09-15;dag;"Kurs; ""fase 1""";"Nordvik; Sørvik";Aktivitet;– Ikke begynt',
      expect.stringContaining(';2026-10-12;2026-10-18;uke;Prøve;;Aktivitet;✓ Ferdig'),
      '',
    ]);
  });

  test('holds nothing that a spreadsheet would carry out', async () => {
    const nasty = ['=1+1', '+47 12345678', '-2', '@SUM(A1)', "'=1", '\t=1', '=HYPERLINK("http://x";"y")'];
    const rows = nasty.map((title, index) => aRow(index + 2, { title: title.trim(), description: title.trim() }));
    const { bytes } = await make(planOf(...rows), 'csv');
    const table = readPlanFile(bytes);
    if (!table.ok) throw new Error(table.problem.code);
    for (const { cells } of table.rows) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t]/u);
    const read = readPlan(table.rows, { country: 'NO' });
    expect(read.accepted.map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
  });

  test('says how each row stands, since when, and why it is called off; none of it is read back or asked about', async () => {
    const halted = { as: 'cancelled', reason: 'for få påmeldte', by: kari, at } as const;
    const stated = { by: kari, at: '2026-11-21T08:12:00Z', before: 'planned' } as const;
    const { bytes } = await make(planOf(aRow(2, { halted }), aRow(3, { state: 'help', stated })), 'csv');
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('Avlyst: for få påmeldte');
    expect(text).toContain('! Trenger hjelp;2026-11-21 09:12');
    const table = readPlanFile(bytes);
    expect(readPlan(table.ok ? table.rows : [], { country: 'NO' }).questions).toEqual([]);
  });
});

describe('A workbook', () => {
  test('has texts and dates as what they are, and no formula', async () => {
    const { bytes, type } = await make(planOf(aRow(2, { title: '=1+1', when: dates('2026-09-15') })), 'xlsx');
    expect(type).toContain('spreadsheetml');
    const parts = unzipSync(bytes);
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/u);
    expect(sheet).toMatch(/<col [^>]*width="44"/u);
    expect(sheet).toMatch(/<v>46280<\/v>/u); // 15 September 2026, in days.
    expect(part('xl/styles.xml')).toContain('wrapText');
    expect(part('xl/styles.xml')).toContain('dd.mm.yyyy');
  });
});

describe('JSON', () => {
  test('says what it is, of which revision, and names no person', async () => {
    const file = textOf(await make(plan, 'json'));
    const read = JSON.parse(file);
    expect(read).toMatchObject({ klar: 'plan', version: 1, revision: 1, programme: { name: 'Felles journal' } });
    expect(exportedPlan.safeParse(read).success).toBe(true);
    expect(read.activities[0]).toMatchObject({ id: 'row-2', state: 'planned', when: { text: '15/9' } });
    expect(file).not.toContain('kari');
  });

  test('of a shape that this Klar does not know is said to be damaged; other JSON is no plan', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    const damaged = { ok: false, problem: { code: 'damaged', looksLike: 'json' } };
    expect(readPlanFile(bytes('{"klar":"plan","version":2,"activities":[]}'))).toEqual(damaged);
    expect(readPlanFile(bytes('{"klar": "plan", "version": 1, "acti'))).toEqual(damaged);
    const other = readPlanFile(bytes('{"hello":1}'));
    expect(other.ok && readPlan(other.rows, { country: 'NO' }).accepted).toEqual([]);
  });

  test('made by hand may say little', () => {
    const when = { start: '2026-09-15', end: '2026-09-15', precision: 'day', text: '15/9' };
    const little = JSON.stringify({ klar: 'plan', version: 1, activities: [{ title: 'Kurs', when }] });
    const table = readPlanFile(new TextEncoder().encode(little));
    const read = readPlan(table.ok ? table.rows : [], { country: 'NO' });
    expect(read.accepted).toMatchObject([{ row: 2, title: 'Kurs', when, kind: 'activity' }]);
  });
});

test.each([
  ['Felles journal', 'Felles journal plan 2026-11-22.csv'],
  ['A/B: "C" <D>?', 'A B C D plan 2026-11-22.csv'],
  ['../../etc', 'etc plan 2026-11-22.csv'],
  ['…', '… plan 2026-11-22.csv'],
  ['x'.repeat(200), `${'x'.repeat(80)} plan 2026-11-22.csv`],
])('the file of the programme %j can be saved everywhere', async (name, expected) => {
  expect((await make(plan, 'csv', { name })).name).toBe(expected);
});
