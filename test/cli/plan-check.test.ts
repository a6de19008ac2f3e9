import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectedPlan } from '../plan/expected-plan.ts';
import { klar } from './klar.ts';

const plan = 'test/fixtures/plan-opplaring.csv';
const plans = fileURLToPath(new URL('../fixtures/plans/', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-cli-'));
  await writeFile(join(folder, 'god.csv'), 'Dato;Aktivitet;Ansvarlig\n15/9/2026;Kurs;Nordvik\n');
  await writeFile(join(folder, 'tom.csv'), '');
  await writeFile(
    join(folder, 'bok.csv'),
    Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml..xl/workbook.xml', 'latin1'),
  );
  await writeFile(join(folder, 'regler.json'), '{"at":"08:30","rules":["2-working-days-before"]}');
  await writeFile(join(folder, 'feil.json'), '{"at":"8","rules":["tomorrow"]}');
  await writeFile(join(folder, 'ikke.json'), 'rules: all');
});
afterAll(() => rm(folder, { recursive: true }));

describe('plan check', () => {
  test('prints a plan without refusals as JSON and ends with 0', async () => {
    const { code, out, err } = await klar(['plan', 'check', 'god.csv', '--json'], { folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toEqual({
      accepted: [
        {
          row: 2,
          title: 'Kurs',
          start: '2026-09-15',
          end: '2026-09-15',
          precision: 'day',
          units: ['Nordvik'],
          kind: 'activity',
          gate: null,
        },
      ],
      refused: [],
      warnings: [],
    });
  });

  test('with refusals ends with 1 and prints the same JSON, each problem a sentence', async () => {
    const { code, out } = await klar(['plan', 'check', plan, '--json']);
    const { accepted, refused, warnings } = JSON.parse(out);
    expect(code).toBe(1);
    expect(accepted).toHaveLength(8);
    expect(refused).toEqual([
      { row: 14, column: 'Når', value: 'uke 54', problem: '«uke 54» finnes ikke; 2026 har 53 uker.' },
      { row: 15, column: 'Når', value: '31/2', problem: '«31/2» finnes ikke.' },
      { row: 16, column: 'Hva', value: '', problem: 'Raden sier ikke hva som skal skje.' },
    ]);
    expect(warnings).toContainEqual({
      row: 8,
      column: 'Når',
      value: '31/10',
      problem: '31. oktober 2026 er en lørdag.',
    });
  });

  test('without --json it prints a table and every finding', async () => {
    const { code, out } = await klar(['plan', 'check', plan]);
    expect(code).toBe(1);
    expect(out).toContain('Planen leses slik: 8 rader, 0 kvalitetspunkter, 4 enheter');
    expect(out).toMatch(/^7 +i løpet av oktober 2026, antatt +Rom bestilt +Nordvik kommune$/m);
    expect(out).toContain('✕ Rad 15, «Når»: «31/2» finnes ikke.');
    expect(out).toContain('! Rad 20, «Hva»: Raden er lik rad 17 og er utelatt.');
  });

  test('without --json it says what could not be told about the columns, and what is read meanwhile', async () => {
    const { out } = await klar(['plan', 'check', `${plans}36-to-datokolonner.csv`, '--starts', '2026-08-01']);
    expect(out).toContain(
      '? Hvilken kolonne sier hvem som har ansvaret? «Ansvarlig» (Kari, Ola), «Enhet» (Nordvik kommune, Sørfjord kommune). Klar leser «Ansvarlig».',
    );
    const without = await klar(['plan', 'check', `${plans}38-uten-overskrifter.csv`]);
    expect(without.code).toBe(1);
    expect(without.out).toContain(
      '? Hvilken kolonne sier hva som skal skje? kolonne B (Kurs for superbrukere, Prøvedrift), kolonne C (Nordvik kommune, Sørfjord kommune).',
    );
  });

  test('shows the hour beside the day', async () => {
    const { out } = await klar(['plan', 'check', `${plans}18-klokkeslett-i-datoen.csv`, '--starts', '2026-08-01']);
    expect(out).toMatch(/^2 +tirsdag 15\. september 2026, 09:00–15:00 +Fagdag/m);
  });

  test.each([
    '02-nb-semikolon-bom',
    '03-nb-tab-utf16',
    '07-sv-atgardsplan',
    '17-dagsprogram',
    '23-umulige-datoer',
    '24-enheter-med-komma',
    '42-august-til-april',
  ])('prints as JSON what the author of %s meant', async (name) => {
    const expected = expectedPlan.parse(JSON.parse(await readFile(`${plans}${name}.expected.json`, 'utf8')));
    const { code, out, err } = await klar(
      ['plan', 'check', `${plans}${name}.csv`, '--json', ...(expected.starts ? ['--starts', expected.starts] : [])],
      { environment: expected.country === 'SE' ? { KLAR_LANGUAGE: 'sv', KLAR_TIME_ZONE: 'Europe/Stockholm' } : {} },
    );
    const { accepted, refused, warnings } = JSON.parse(out);
    expect({ code, err }).toEqual({ code: expected.refused.length > 0 ? 1 : 0, err: '' });
    expect(accepted.map((row: object) => Object.values(row))).toEqual(expected.accepted);
    expect(refused.map(({ row, column, value }: Record<string, unknown>) => [row, column, value])).toEqual(
      expected.refused,
    );
    expect(warnings.map(({ row }: { row: number }) => row)).toEqual(expected.warnings.map(([row]) => row));
  });

  test('a plan of thousands of rows is printed whole', async () => {
    const rows = Array.from({ length: 1201 }, (_, n) => `${(n % 28) + 1}/10/2027;Kurs ${n};Enhet ${n % 7};K${n}`);
    await writeFile(join(folder, 'stor.csv'), `Dato;Aktivitet;Ansvarlig;Type\n${rows.join('\n')}\n`);
    const { out } = await klar(['plan', 'check', 'stor.csv', '--json'], { folder });
    const { accepted, warnings } = JSON.parse(out);
    expect(accepted.map(({ row }: { row: number }) => row)).toEqual(Array.from({ length: 1201 }, (_, n) => n + 2));
    expect(warnings.length).toBeGreaterThan(1200);
  });

  test('speaks the language of the environment', async () => {
    const { out } = await klar(['plan', 'check', plan], { environment: { KLAR_LANGUAGE: 'sv' } });
    expect(out).toContain('! Rad 8, ”Når”: 31 oktober 2026 är en lördag.');
  });

  test('takes a year from --starts', async () => {
    const { out } = await klar(
      [
        'plan',
        'check',
        fileURLToPath(new URL('../fixtures/plan-opplaring.csv', import.meta.url)),
        '--json',
        '--starts',
        '2026-08-01',
      ],
      { folder },
    );
    expect(JSON.parse(out).accepted[0]).toMatchObject({ start: '2026-10-05' });
  });

  test.each([
    ['tom.csv', 'Filen er tom. Kontroller at tabellen er lagret i den, og prøv igjen.'],
    ['bok.csv', 'Excel-filen er skadet og lar seg ikke lese. Åpne den i Excel, lagre den på nytt og prøv igjen.'],
  ])('refuses %s as a whole', async (file, problem) => {
    const { code, out } = await klar(['plan', 'check', file, '--json'], { folder });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      accepted: [],
      refused: [{ row: 1, column: null, value: '', problem }],
      warnings: [],
    });
  });
});

describe('reminders preview', () => {
  const preview = (...args: string[]) =>
    klar(['reminders', 'preview', 'god.csv', '--from', '2026-09-01', '--to', '2026-09-30', ...args], { folder });

  test('prints the reminders of the period as JSON', async () => {
    const { code, out } = await preview('--json');
    expect(code).toBe(0);
    const common = { row: 2, activity: 'Kurs', to: ['Nordvik'] };
    expect(JSON.parse(out)).toEqual([
      { ...common, at: '2026-09-08T09:00:00+02:00', rule: '7-days-before' },
      { ...common, at: '2026-09-14T09:00:00+02:00', rule: '1-working-day-before' },
      { ...common, at: '2026-09-15T09:00:00+02:00', rule: 'on-the-day' },
    ]);
  });

  test('uses rules of one’s own', async () => {
    const { out } = await preview('--json', '--rules', 'regler.json');
    expect(JSON.parse(out)).toMatchObject([{ at: '2026-09-11T08:30:00+02:00', rule: '2-working-days-before' }]);
  });

  test('without --json it prints a table', async () => {
    const { out } = await preview();
    expect(out).toMatch(/^mandag 14\. september 2026 kl\. 09\.00 +én arbeidsdag før +2 +Kurs +Nordvik$/m);
  });

  test('takes groups, lead times and what comes after the date, and says what was moved from a day off', async () => {
    const rules = {
      rules: ['on-the-day'],
      groups: [{ kind: 'activity', rules: ['10-days-before', '1-day-after', 'overdue'] }],
      leads: [{ id: 'liste', item: 'Utstyrsliste', before: { count: 2, unit: 'weeks' } }],
    };
    await writeFile(join(folder, 'grupper.json'), JSON.stringify(rules));
    const { out: json } = await preview('--json', '--rules', 'grupper.json');
    expect(JSON.parse(json).map((one: object) => Object.keys(one).join())).toEqual(
      Array.from({ length: 5 }, () => 'at,row,activity,rule,to'),
    );
    expect(JSON.parse(json).map(({ at, rule }: Record<string, string>) => `${at?.slice(0, 10)} ${rule}`)).toEqual([
      '2026-09-01 lead-liste',
      '2026-09-04 10-days-before',
      '2026-09-16 overdue',
      '2026-09-23 overdue-2',
      '2026-09-30 overdue-3',
    ]);
    const { out } = await preview('--rules', 'grupper.json');
    expect(out).toMatch(/ 2026 kl\. 09\.00 +Utstyrsliste: 2 uker før +2 /);
    expect(out).toMatch(/^fredag 4\. september 2026 .* 10 dager før, flyttet fra lørdag 5\. september +2 /m);
    expect(out).toMatch(/fristen er ute, 2\. gang/);
  });

  test('of rules that cannot be used says where and what', async () => {
    const bad = {
      rule: [],
      rules: ['7 dager'],
      groups: [{ rules: [] }],
      leads: [{ id: 'A b', item: 'x', before: 12 }],
    };
    await writeFile(join(folder, 'gale.json'), JSON.stringify(bad));
    const { code, err } = await preview('--rules', 'gale.json');
    expect(code).toBe(1);
    expect(err).toContain('rules.0: a rule is "N-days-before"');
    expect(err).toContain('not "7 dager"');
    expect(err).toContain('groups.0: a group names a "kind" or a "tag"');
    expect(err).toContain('leads.0.id: an "id" is made of small letters');
    expect(err).toContain('leads.0.before: Invalid input');
    expect(err).toContain('Unrecognized key: "rule" (known: at, rules, groups, leads, wave,');
  });

  test('says when there are none', async () => {
    const { code, out } = await klar(
      ['reminders', 'preview', 'god.csv', '--from', '2027-01-01', '--to', '2027-01-31'],
      { folder },
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^Planen gir ingen påminnelser fra og med fredag 1\. januar 2027/);
  });

  test('times them in the zone of the environment', async () => {
    const { out } = await klar(
      ['reminders', 'preview', 'god.csv', '--from', '2026-09-15', '--to', '2026-09-15', '--json'],
      { folder, environment: { KLAR_TIME_ZONE: 'Europe/London' } },
    );
    expect(JSON.parse(out)).toMatchObject([{ at: '2026-09-15T09:00:00+01:00' }]);
  });

  test('of a plan with refused rows shows the others, says the refused on stderr and ends with 1', async () => {
    const { code, out, err } = await klar([
      'reminders',
      'preview',
      plan,
      '--from',
      '2026-10-01',
      '--to',
      '2026-10-31',
      '--json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(out).length).toBeGreaterThan(0);
    expect(err).toContain('✕ Rad 15, «Når»: «31/2» finnes ikke.');
  });

  test.each([
    ['feil.json', /at: .*09:00.*; rules\.0: .*7-days|at: a time of day.*rules\.0: a rule is/],
    ['ikke.json', /Reglene i «ikke\.json» kan ikke brukes/],
  ])('refuses the rules in %s and says why', async (file, problem) => {
    const { code, out, err } = await preview('--json', '--rules', file);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(problem);
  });
});

describe('wrong usage', () => {
  test.each([
    ['no command', [], 'Kommandoen mangler.'],
    ['an unknown command', ['plan', 'chek', 'god.csv'], '«plan chek»'],
    ['no file', ['plan', 'check'], 'Kommandoen leser én fil.'],
    ['two files', ['plan', 'check', 'god.csv', 'tom.csv'], 'Kommandoen leser én fil.'],
    ['a file that is not there', ['plan', 'check', 'borte.csv'], '«borte.csv» finnes ikke'],
    ['an unknown option', ['plan', 'check', 'god.csv', '--start', '2026-01-01'], '--start'],
    ['an option without its value', ['plan', 'check', 'god.csv', '--starts'], '--starts'],
    ['a day that does not exist', ['plan', 'check', 'god.csv', '--starts', '2026-02-31'], '«2026-02-31»'],
    ['a day written in another way', ['plan', 'check', 'god.csv', '--starts', '1/8/2026'], '«1/8/2026»'],
    ['no --from', ['reminders', 'preview', 'god.csv', '--to', '2026-09-30'], '--from'],
    ['no --to', ['reminders', 'preview', 'god.csv', '--from', '2026-09-30'], '--to'],
    [
      '--from after --to',
      ['reminders', 'preview', 'god.csv', '--from', '2026-09-30', '--to', '2026-09-01'],
      '--from ligger etter --to',
    ],
  ])('%s ends with 2, says what is wrong and where help is', async (_, args, problem) => {
    const { code, out, err } = await klar(args, { folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    expect(err).toContain('--help');
  });

  test('an environment that is none ends with 2 and names the key', async () => {
    const { code, err } = await klar(['plan', 'check', plan], { environment: { KLAR_LANGUAGE: 'xx' } });
    expect(code).toBe(2);
    expect(err).toContain('KLAR_LANGUAGE');
  });

  test('half a configuration of a chat does not stop a command that needs none', async () => {
    const { code } = await klar(['plan', 'check', 'god.csv'], {
      folder,
      environment: { KLAR_SLACK_BOT_TOKEN: 'xoxb-1' },
    });
    expect(code).toBe(0);
  });

  test.each([[['--help']], [['plan', 'check', '--help']], [['reminders', 'preview', '-h']]])(
    '%j shows the help and ends with 0',
    async (args) => {
      const { code, out } = await klar(args);
      expect(code).toBe(0);
      expect(out).toContain('plan check FIL [--sheet NAVN] [--starts ÅÅÅÅ-MM-DD] [--json]');
      expect(out).toContain('{"at":"09:00","rules":[');
    },
  );
});
