import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { klar } from './klar.ts';

const seeds = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url));
const present = existsSync(seeds);
if (!present) console.log('Left out: the tests on the real documents, since ../shared/seeds is not here.');

interface Expected {
  sheet_row: string;
  aktivitet: string;
  iso_start: string;
  iso_end: string;
  plan_check_precision: string;
}

describe.skipIf(!present)('the real documents', () => {
  test('every row of the plan from 2018 comes out with the dates it must have', async () => {
    const expected: Expected[] = parse(readFileSync(`${seeds}expected-dates.csv`), { columns: true, bom: true });
    const { code, out } = await klar([
      'plan',
      'check',
      `${seeds}plan-helseplattformen.csv`,
      '--starts',
      '2018-06-26',
      '--json',
    ]);
    expect(code).toBe(0);
    const { accepted, refused, warnings } = JSON.parse(out);
    expect(
      accepted.map(({ row, title, start, end, precision }: Record<string, unknown>) => ({
        row,
        title,
        start,
        end,
        precision,
      })),
    ).toEqual(
      expected.map((row) => ({
        row: Number(row.sheet_row),
        title: row.aktivitet,
        start: row.iso_start,
        end: row.iso_end,
        precision: row.plan_check_precision,
      })),
    );
    expect(refused).toEqual([]);
    expect(warnings.map(({ row }: { row: number }) => row)).toEqual([2, 5, 6, 8, 12]);
    expect(
      accepted.filter(({ kind }: { kind: string }) => kind === 'gate').map(({ gate }: { gate: string }) => gate),
    ).toEqual(['K1', 'K2', 'K3']);
  });

  test('the plan without dates is accepted as such', async () => {
    const { code, out } = await klar(['plan', 'check', `${seeds}plan-vestvagoy.csv`, '--json']);
    const { accepted, refused } = JSON.parse(out);
    expect(code).toBe(0);
    expect(refused).toEqual([]);
    expect(accepted.map(({ start, end, precision }: Record<string, unknown>) => [start, end, precision])).toEqual(
      Array.from({ length: 13 }, () => [null, null, 'unknown']),
    );
  });

  test('reminders of August and September 2018 fall on working days at nine, one per activity and rule', async () => {
    const { code, out } = await klar([
      'reminders',
      'preview',
      `${seeds}plan-helseplattformen.csv`,
      '--from',
      '2018-08-01',
      '--to',
      '2018-09-30',
      '--starts',
      '2018-06-26',
      '--json',
    ]);
    const reminders: { at: string; row: number; rule: string; activity: string; to: string[] }[] = JSON.parse(out);
    expect(code).toBe(0);
    expect(reminders).toHaveLength(30);
    expect(reminders.slice(0, 2)).toEqual([
      {
        at: '2018-08-08T09:00:00+02:00',
        row: 3,
        activity: 'Dybdekartlegging visualisert',
        rule: '7-days-before',
        to: ['Trondheim kommune'],
      },
      {
        at: '2018-08-13T09:00:00+02:00',
        row: 4,
        activity: 'Rapport forløp og standardisering ferdig',
        rule: '7-days-before',
        to: ['Trondheim kommune', 'opsjonskommunene'],
      },
    ]);
    // 1 September 2018 is a Saturday: one reminder on the Friday, named by the rule nearest the date.
    expect(reminders.filter(({ row }) => row === 5).map(({ at, rule }) => `${at.slice(0, 10)} ${rule}`)).toEqual([
      '2018-08-24 7-days-before',
      '2018-08-31 on-the-day',
    ]);
    expect(reminders.every(({ at }) => /T09:00:00\+02:00$/.test(at) && new Date(at).getUTCDay() % 6 !== 0)).toBe(true);
    expect(new Set(reminders.map(({ row, rule }) => `${row} ${rule}`)).size).toBe(30);
  });

  test.each(['plan-helseplattformen.csv', 'plan-vestvagoy.csv'])('%s does not differ from itself', async (file) => {
    const { code, out } = await klar(['plan', 'diff', `${seeds}${file}`, `${seeds}${file}`, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ moved: [], reassigned: [], reworded: [], added: [], removed: [] });
  });

  test('the plan from 2018, revised as after a meeting, differs in what was revised', async () => {
    const text = readFileSync(`${seeds}plan-helseplattformen.csv`, 'utf8');
    const folder = await mkdtemp(join(tmpdir(), 'klar-seeds-'));
    try {
      const revised = text
        .replace('1/10,Rapport', '22/10,Rapport')
        .replace('uke 42,Workshops,', 'uke 44,Workshops for løsningsdesign,')
        .replace('6/11,Regionalt', '13/11,Regionalt')
        // The meeting in January goes; those of the other months stay who they are.
        .replace(',Regionalt arbeidsgruppemøte,,,møte,,Januar,2019\n', '')
        .replace('Visualisering deles,Trondheim kommune; lokale', 'Visualisering deles,Trondheim kommune; regionale');
      await writeFile(join(folder, 'revidert.csv'), revised);
      const { code, out } = await klar(['plan', 'diff', `${seeds}plan-helseplattformen.csv`, 'revidert.csv'], {
        folder,
      });
      expect(code).toBe(0);
      expect(out.trim().split('\n').slice(2)).toEqual([
        '↷ Rapport forløp og standardisering behandles: mandag 1. → mandag 22. oktober 2018',
        '↷ Workshops for løsningsdesign: uke 42 (15.–21. oktober 2018) → uke 44 (29. oktober–4. november 2018); ny ordlyd, før «Workshops»',
        '↷ Regionalt arbeidsgruppemøte: tirsdag 6. → tirsdag 13. november 2018',
        '~ Visualisering deles: annen ansvarlig: lokale arbeidsgrupper → regionale arbeidsgrupper',
        '− Regionalt arbeidsgruppemøte i løpet av januar 2019 er tatt ut',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
