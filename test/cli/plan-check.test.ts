import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klar } from './klar.ts';

const plan = 'test/fixtures/plan-opplaring.csv';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-cli-'));
  await writeFile(join(folder, 'god.csv'), 'Dato;Aktivitet;Ansvarlig\n15/9/2026;Kurs;Nordvik\n');
  await writeFile(join(folder, 'tom.csv'), '');
  await writeFile(join(folder, 'bok.csv'), Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml..xl/workbook.xml', 'latin1'));
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
    expect(out).toMatch(/^mandag 14\. september 2026 kl\. 09\.00 +1 arbeidsdag før +2 +Kurs +Nordvik$/m);
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
      expect(out).toContain('plan check FIL [--starts ÅÅÅÅ-MM-DD] [--json]');
      expect(out).toContain('{"at":"09:00","rules":[');
    },
  );
});
