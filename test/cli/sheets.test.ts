import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { buildXlsx } from '../table/build-xlsx.ts';
import { klar } from './klar.ts';

let folder: string;
const store = () => openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'data.key') });
const run = (...args: string[]) =>
  klar(args, { folder, environment: { KLAR_DATA: join(folder, 'data'), KLAR_SECRET_KEY: join(folder, 'data.key') } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-sheets-'));
  const sheet = (name: string, day: string) => ({
    name,
    rows: [
      ['Tid', 'Aktivitet'],
      [day, 'Samling'],
    ],
  });
  const book = (...days: [string, string]) => buildXlsx({ sheets: [sheet('Høst', days[0]), sheet('Vår', days[1])] });
  await writeFile(join(folder, 'plan.xlsx'), book('15/9/2026', '15/3/2027'));
  await writeFile(join(folder, 'ny.xlsx'), book('15/9/2026', '22/3/2027'));
  await writeFile(join(folder, 'to.csv'), 'Tid;Aktivitet;Ansvarlig;Enhet\n15/9/2026;Kurs;Kari;Nordvik kommune\n');
  const opened = await store();
  await opened.programmes.add({
    id: programmeId.parse('p1'),
    name: 'Ny journal',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: [personId.parse('kari')],
    coordinators: [],
    units: [],
  });
  await opened.close();
});
afterAll(() => rm(folder, { recursive: true }));

test('plan check reads the sheet that is named, and says which there are when there is no such', async () => {
  const { code, out } = await run('plan', 'check', 'plan.xlsx', '--sheet', 'vår', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out).accepted).toMatchObject([{ title: 'Samling', start: '2027-03-15' }]);
  const none = await run('plan', 'check', 'plan.xlsx', '--sheet', 'Sommer');
  expect(none.code).toBe(1);
  expect(none.out).toContain('Arbeidsboken har ikke noe ark som heter «Sommer». Arkene heter: Høst');
});

test('plan diff compares the sheets that are named', async () => {
  expect(JSON.parse((await run('plan', 'diff', 'plan.xlsx', 'ny.xlsx', '--json')).out).moved).toEqual([]);
  const { out } = await run('plan', 'diff', 'plan.xlsx', 'ny.xlsx', '--sheet', 'Vår', '--json');
  expect(JSON.parse(out).moved).toMatchObject([{ title: 'Samling', to: { start: '2027-03-22' } }]);
});

test('import saves the sheet that is named, and says what could not be told about columns', async () => {
  expect((await run('import', 'plan.xlsx', '--programme', 'p1', '--sheet', 'Vår')).code).toBe(0);
  const opened = await store();
  expect((await opened.plans.get('p1'))?.activities.map(({ when }) => when.start)).toEqual(['2027-03-15']);
  await opened.close();

  const { code, out } = await run('import', 'to.csv', '--programme', 'p1', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out).warnings).toContainEqual(
    expect.objectContaining({ problem: expect.stringContaining('Hvilken kolonne sier hvem som har ansvaret?') }),
  );
});
