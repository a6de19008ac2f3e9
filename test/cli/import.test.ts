import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Programme, programmeId } from '#people/programme.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import type { Store } from '#store/port.ts';
import { klar } from './klar.ts';

let folder: string;
let data: string;
let ending: (() => Promise<void>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-import-'));
  data = join(folder, 'data');
  ending = [];
  await writeFile(
    join(folder, 'plan.csv'),
    'Tid;Aktivitet;Organisasjon\n15/9;Kurs;Nordvik kommune\nuke 42;Prøve;Sørfjord kommune\n',
  );
  await writeFile(
    join(folder, 'revidert.csv'),
    'Tid;Aktivitet;Organisasjon\n22/9/2026;Kurs;Nordvik kommune\nuke 49 2026;Samling;Sørfjord kommune\n',
  );
  await writeFile(join(folder, 'feil.csv'), 'Tid;Aktivitet;Organisasjon\n31/2;Kurs;Nordvik\nuke 42;Prøve;Nordvik\n');
  await writeFile(
    join(folder, 'folk.csv'),
    'Enhet;Navn;E-post;Rolle\nNordvik kommune;Per Vik;per@nordvik.example;kontakt\n',
  );
  await inStore(async (store) => {
    await store.programmes.add(programme('p1', 'Ny journal'));
  });
});
afterEach(async () => {
  for (const end of ending) await end();
  await rm(folder, { recursive: true });
});

const programme = (id: string, name: string): Programme => ({
  id: programmeId.parse(id),
  name,
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [personId.parse('kari')],
  coordinators: [],
  units: [],
});

/** Looks into the store while no other process has it. */
async function inStore<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openLowdbStore({ dir: data, secretKeyFile: join(folder, 'data.key') });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

const environment = () => ({ KLAR_DATA: data, KLAR_SECRET_KEY: join(folder, 'data.key') });
const run = (...args: string[]) => klar(['import', ...args], { folder, environment: environment() });

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
const stopKlar = async () => {
  for (const end of ending.splice(0)) await end();
};

describe.each(['without a running Klar', 'through the running Klar'])('import %s', (how) => {
  beforeEach(async () => {
    if (how.startsWith('through')) await startKlar();
  });

  test('saves a plan as the next revision, and its units, and says so', async () => {
    const first = await run('plan.csv', '--programme', 'ny  JOURNAL', '--starts', '2026-06-01');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out.trim().split('\n')).toEqual([
      'Lagret i «Ny journal» som revisjon 1: 2 rader.',
      '',
      'Nye enheter: Nordvik kommune, Sørfjord kommune',
    ]);
    const second = await run('plan.csv', '--programme', 'Ny journal', '--json');
    expect(second.code).toBe(0);
    expect(JSON.parse(second.out)).toEqual({
      kind: 'plan',
      programme: 'Ny journal',
      revision: 2,
      saved: 2,
      changes: [],
      units: [],
      refused: [],
      warnings: [],
    });
    expect((await run('plan.csv', '--programme', 'Ny journal')).out.trim().split('\n')).toEqual([
      'Lagret i «Ny journal» som revisjon 3: 2 rader.',
      '',
      'Ingen rader ble endret.',
    ]);
    await stopKlar();
    await inStore(async (store) => {
      const plan = await store.plans.get('p1');
      expect(plan?.activities.map((a) => [a.title, a.when.start])).toEqual([
        ['Kurs', '2026-09-15'],
        ['Prøve', '2026-10-12'],
      ]);
      expect(plan?.revisions).toMatchObject([
        { number: 1, by: 'operator', source: 'plan.csv' },
        { number: 2, by: 'operator' },
        { number: 3, by: 'operator' },
      ]);
      expect((await store.programmes.get('p1'))?.units.map((u) => u.name)).toEqual([
        'Nordvik kommune',
        'Sørfjord kommune',
      ]);
      expect((await store.audit.all()).map(({ by, what, from }) => ({ by, what, from }))).toEqual(
        Array(3).fill({ by: 'operator', what: 'plan.import', from: 'operator' }),
      );
    });
  });

  test('saves nothing when a row cannot be read, unless it is told to leave such rows out', async () => {
    const refused = await run('feil.csv', '--programme', 'Ny journal');
    expect(refused.code).toBe(1);
    expect(refused.out.trim().split('\n')).toEqual([
      'Kan ikke leses: 1',
      '✕ Rad 2, «Tid»: «31/2» finnes ikke.',
      '',
      'Ingenting er lagret. Rett opp i filen, eller bruk --accept-refused for å lagre resten.',
    ]);
    const accepted = await run('feil.csv', '--programme', 'Ny journal', '--accept-refused', '--json');
    expect(accepted.code).toBe(0);
    expect(JSON.parse(accepted.out)).toMatchObject({
      revision: 1,
      saved: 1,
      refused: [{ row: 2, column: 'Tid', value: '31/2', problem: '«31/2» finnes ikke.' }],
    });
  });

  test('takes a list of people by the same command', async () => {
    const { code, out } = await run('folk.csv', '--programme', 'p1');
    expect({ code, out: out.trim().split('\n') }).toEqual({
      code: 0,
      out: ['Lagret i «Ny journal»: én rad med folk.', '', 'Nye enheter: Nordvik kommune'],
    });
    await stopKlar();
    await inStore(async (store) => {
      const [person] = await store.persons.byEmail('per@nordvik.example');
      expect(person).toMatchObject({ name: 'Per Vik', accounts: [], language: 'nb' });
      expect((await store.programmes.get('p1'))?.units).toMatchObject([
        { name: 'Nordvik kommune', people: [{ person: person?.id, role: 'contact' }] },
      ]);
    });
  });

  test('of a revised plan says what it changed', async () => {
    await run('plan.csv', '--programme', 'Ny journal', '--starts', '2026-06-01');
    const { out } = await run('revidert.csv', '--programme', 'Ny journal');
    expect(out.trim().split('\n')).toEqual([
      'Lagret i «Ny journal» som revisjon 2: 2 rader.',
      '',
      expect.stringMatching(/^↷ Kurs: .*15\. → .*22\. september/u),
      expect.stringMatching(/^\+ Samling, uke 49 /u),
      '− Prøve er tatt ut',
    ]);
  });

  test('of a programme that does not exist names those that do, and how to make one', async () => {
    const { code, err } = await run('plan.csv', '--programme', 'Gammel journal');
    expect(code).toBe(2);
    expect(err).toContain('Det finnes ikke noe program som heter «Gammel journal». Disse finnes:\n  Ny journal (p1)\n');
    expect(err).toContain('«program "NAVN"»');
  });
});

describe('import', () => {
  test('of a name that several programmes have asks for the id, which stands beside it', async () => {
    await inStore(async (store) => {
      await store.programmes.add(programme('p2', 'Ny journal'));
    });
    const { code, err } = await run('plan.csv', '--programme', 'Ny journal');
    expect(code).toBe(2);
    expect(err).toContain('Ny journal (p1)\n  Ny journal (p2)');
    expect((await run('plan.csv', '--programme', 'p2')).code).toBe(0);
  });

  test('into a folder that is not there makes none', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const { code, err } = await klar(['import', 'plan.csv', '--programme', 'X'], {
      folder,
      environment: { KLAR_DATA: elsewhere },
    });
    expect(code).toBe(2);
    expect(err).toContain(`Mappen «${elsewhere}» finnes ikke.`);
    expect(existsSync(elsewhere)).toBe(false);
  });

  test('into an empty Klar says how to make the first programme', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    const { code, err } = await klar(['import', 'plan.csv', '--programme', 'X'], {
      folder,
      environment: { KLAR_DATA: empty },
    });
    expect(code).toBe(2);
    expect(err).toContain('Det finnes ingen programmer');
  });

  test('of what is no table is refused like any other problem', async () => {
    const bytes = Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml..xl/workbook.xml', 'latin1');
    await writeFile(join(folder, 'bok.csv'), bytes);
    const { code, out } = await run('bok.csv', '--programme', 'Ny journal');
    expect(code).toBe(1);
    expect(out).toContain('Excel-filen er skadet');
  });

  test.each([
    [[], 'Valget --programme mangler.'],
    [['--programme', 'Ny journal', '--starts', '2026-02-31'], '--starts'],
    [['--programme', 'Ny journal', '--force'], '--force'],
  ])('typed wrongly says what is wrong: %j', async (more, sentence) => {
    const { code, err } = await run('plan.csv', ...more);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });

  test('speaks Swedish and English', async () => {
    const speak = (language: string) =>
      klar(['import', 'feil.csv', '--programme', 'Ny journal', '--accept-refused'], {
        folder,
        environment: { ...environment(), KLAR_LANGUAGE: language },
      });
    expect((await speak('sv')).out).toContain('Sparat i ”Ny journal” som revision 1: en rad.');
    expect((await speak('en')).out).toContain('Saved in “Ny journal” as revision 2: one row.');
  });
});
