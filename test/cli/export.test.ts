import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exportCommand } from '#cli/export.ts';
import { personId } from '#people/person.ts';
import { type Programme, programmeId } from '#people/programme.ts';
import { exportFormats } from '#plan/actions/export-file.ts';
import { readPlanFile } from '#plan/actions/import/read-file.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { aRow, dates } from '../plan/a-row.ts';
import { klar } from './klar.ts';

let folder: string;
let data: string;
let ending: (() => Promise<void>)[];

const kari = personId.parse('kari');
const programme = (id: string, name: string): Programme => ({
  id: programmeId.parse(id),
  name,
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [kari],
  coordinators: [],
  units: [],
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-export-'));
  data = join(folder, 'data');
  ending = [];
  const store = await openLowdbStore({ dir: data, secretKeyFile: join(folder, 'data.key') });
  await store.programmes.add(programme('p1', 'Ny journal'));
  await store.programmes.add(programme('p2', 'Uten plan'));
  const activities = [
    aRow(2, { title: 'Kurs', when: { ...dates('2026-09-15'), text: '15/9' } }),
    aRow(3, { title: 'Prøve', when: dates('2026-10-12', '2026-10-18', 'week'), units: ['Nordvik'] }),
  ];
  const head = { number: 4, at: '2026-08-03T07:00:00Z', by: kari, kind: 'import', source: '', rows: 2 } as const;
  await store.plans.add({ id: programmeId.parse('p1'), revision: 4, activities, revisions: [head] });
  await store.close();
});
afterEach(async () => {
  for (const end of ending) await end();
  await rm(folder, { recursive: true });
});

const environment = () => ({ KLAR_DATA: data, KLAR_SECRET_KEY: join(folder, 'data.key') });
const run = (...args: string[]) => klar(['export', ...args], { folder, environment: environment() });
const titlesIn = (bytes: Uint8Array) => {
  const table = readPlanFile(bytes);
  if (!table.ok) throw new Error(table.problem.code);
  return readPlan(table.rows, { country: 'NO' }).accepted.map(({ title, when }) => [title, when.start]);
};
const titles = [
  ['Kurs', '2026-09-15'],
  ['Prøve', '2026-10-12'],
];

/** Another process that has the folder open and answers; resolves when it does. */
async function startKlar(): Promise<void> {
  const script = fileURLToPath(new URL('run-klar.ts', import.meta.url));
  const child = spawn(process.execPath, [script, data, join(folder, 'data.key')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  ending.push(async () => {
    child.kill('SIGTERM');
    await ended;
  });
}

describe.each(['without a running Klar', 'through the running Klar'])('export %s', (how) => {
  beforeEach(async () => {
    if (how.startsWith('through')) await startKlar();
  });

  test('saves the plan as a file that is read back, and says what is in it', async () => {
    const saved = await run('--programme', 'ny JOURNAL', '--format', 'xlsx', '--out', 'plan.xlsx');
    expect(saved).toEqual({ code: 0, err: '', out: 'Lagret som «plan.xlsx»: 2 rader, revisjon 4.\n' });
    expect(titlesIn(await readFile(join(folder, 'plan.xlsx')))).toEqual(titles);
  });

  test('writes to standard output what is read back', async () => {
    const { code, out } = await run('--programme', 'p1', '--format', 'csv');
    expect(code).toBe(0);
    expect(titlesIn(new TextEncoder().encode(out))).toEqual(titles);
  });
});

describe('export', () => {
  test.each(exportFormats)('knows %s by the ending of the file, and tells machines what it made', async (format) => {
    const out = `plan.${format}`;
    const { code, out: said } = await run('--programme', 'p1', '--out', out, '--json');
    expect([code, JSON.parse(said)]).toEqual([0, { file: out, rows: 2, revision: 4 }]);
    expect(titlesIn(await readFile(join(folder, out)))).toEqual(titles);
  });

  test('of a programme without a plan ends with 1', async () => {
    expect(await run('--programme', 'Uten plan', '--format', 'csv')).toEqual({
      code: 1,
      out: '',
      err: '«Uten plan» har ingen plan ennå.\n',
    });
  });

  test.each([
    [['--format', 'csv'], '--programme'],
    [['--programme', 'p1'], '--format'],
    [['--programme', 'p1', '--format', 'pdf'], '«pdf»'],
    [['--programme', 'p1', '--format', 'csv', '--json'], '--out'],
    [['--programme', 'p1', '--format', 'csv', 'plan.csv'], '«plan.csv»'],
    [['--programme', 'p3', '--format', 'csv'], 'Ny journal (p1)'],
    [['--programme', 'p1', '--format', 'csv', '--out', 'ingen/slik/mappe.csv'], '«ingen/slik/mappe.csv»'],
  ])('%j is wrong usage', async (args, named) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(named);
  });

  test('writes no workbook onto a screen', async () => {
    const terminal = { language: 'nb', onScreen: true } as Parameters<typeof exportCommand>[1];
    await expect(exportCommand(['--programme', 'p1', '--format', 'xlsx'], terminal)).rejects.toMatchObject({
      sentence: 'operator.export-to-screen',
    });
  });
});
