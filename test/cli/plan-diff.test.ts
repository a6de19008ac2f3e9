import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { klar } from './klar.ts';

const heading = 'Tid;Aktivitet;Ansvarlig;Beskrivelse;Kvalitetspunkt';
const files = {
  'gammel.csv': `${heading}
1/10/2018;Rapport behandles;Nordvik;;
9/10/2018;Arbeidsgruppemøte;;;
uke 42 2018;Workshops;Nordvik;;
6/11/2018;Arbeidsgruppemøte;;;
mars 2019;Konsolidering;Nordvik;;K3
desember 2018;Rekruttering til hovedprosjektet;Fjordby;;
`,
  'ny.csv': `${heading}
9/10/2018;Arbeidsgruppemøte;;;
22/10/2018;Rapporten behandles;Nordvik;;
uke 42 2018;Workshops;"Nordvik; Fjordby";;
13/11/2018;Arbeidsgruppemøte;;;
mars 2019;Konsolidering;Nordvik;Oppsummere status;K3
april 2019;Prøvedrift;Fjordby;;
`,
  'uten-år.csv': 'Tid;Aktivitet\n1/10;Rapport behandles\n',
  'feil.csv': 'Tid;Aktivitet\n31/2/2019;Umulig\n1/10/2018;Rapport behandles\n',
};
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-cli-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterAll(() => rm(folder, { recursive: true }));

describe('plan diff', () => {
  test('prints each change in one list, as JSON', async () => {
    const { code, out, err } = await klar(['plan', 'diff', 'gammel.csv', 'ny.csv', '--json'], { folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const day = (row: number, title: string, start: string, units: string[] = []) => ({
      row,
      title,
      start,
      end: start,
      precision: 'day',
      units,
    });
    const workshops = {
      row: 4,
      title: 'Workshops',
      start: '2018-10-15',
      end: '2018-10-21',
      precision: 'week',
      units: ['Nordvik'],
    };
    const last = {
      row: 6,
      title: 'Konsolidering',
      start: '2019-03-01',
      end: '2019-03-31',
      precision: 'month',
      units: ['Nordvik'],
    };
    expect(JSON.parse(out)).toEqual({
      moved: [
        {
          title: 'Rapporten behandles',
          from: day(2, 'Rapport behandles', '2018-10-01', ['Nordvik']),
          to: day(3, 'Rapporten behandles', '2018-10-22', ['Nordvik']),
        },
        {
          title: 'Arbeidsgruppemøte',
          from: day(5, 'Arbeidsgruppemøte', '2018-11-06'),
          to: day(5, 'Arbeidsgruppemøte', '2018-11-13'),
        },
      ],
      reassigned: [{ title: 'Workshops', from: workshops, to: { ...workshops, units: ['Nordvik', 'Fjordby'] } }],
      reworded: [{ title: 'Konsolidering', from: last, to: last }],
      added: [
        {
          row: 7,
          title: 'Prøvedrift',
          start: '2019-04-01',
          end: '2019-04-30',
          precision: 'month',
          units: ['Fjordby'],
          kind: 'activity',
          gate: null,
        },
      ],
      removed: [
        {
          row: 7,
          title: 'Rekruttering til hovedprosjektet',
          start: '2018-12-01',
          end: '2018-12-31',
          precision: 'month',
          units: ['Fjordby'],
          kind: 'activity',
          gate: null,
        },
      ],
    });
  });

  test('without --json prints a line for each change', async () => {
    const { code, out } = await klar(['plan', 'diff', 'gammel.csv', 'ny.csv'], { folder });
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toEqual([
      '6 endringer fra «gammel.csv» til «ny.csv»: 2 flyttet, 1 med annen ansvarlig, 1 med ny ordlyd, 1 ny, 1 tatt ut',
      '',
      '↷ Rapporten behandles: mandag 1. → mandag 22. oktober 2018; ny ordlyd, før «Rapport behandles»',
      '↷ Arbeidsgruppemøte: tirsdag 6. → tirsdag 13. november 2018',
      '~ Workshops: også ansvarlig: Fjordby',
      '~ Konsolidering: ny beskrivelse',
      '+ Prøvedrift, i løpet av april 2019',
      '− Rekruttering til hovedprosjektet er tatt ut',
    ]);
  });

  test('of a file with itself is empty', async () => {
    const { code, out } = await klar(['plan', 'diff', 'ny.csv', 'ny.csv', '--json'], { folder });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ moved: [], reassigned: [], reworded: [], added: [], removed: [] });
    const { out: text } = await klar(['plan', 'diff', 'ny.csv', 'ny.csv'], {
      folder,
      environment: { KLAR_LANGUAGE: 'sv' },
    });
    expect(text).toBe('Inga ändringar från ”ny.csv” till ”ny.csv”\n');
  });

  test('takes the year of both files from --starts', async () => {
    const { out } = await klar(['plan', 'diff', 'gammel.csv', 'uten-år.csv', '--starts', '2018-08-01', '--json'], {
      folder,
    });
    expect(JSON.parse(out)).toMatchObject({ reassigned: [{ to: { start: '2018-10-01' } }] });
  });

  test('ends with 1 where a file has rows that cannot be read, and says which', async () => {
    const { code, out, err } = await klar(['plan', 'diff', 'feil.csv', 'feil.csv', '--json'], { folder });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ moved: [], reassigned: [], reworded: [], added: [], removed: [] });
    expect(err.trim().split('\n')).toEqual(Array(2).fill('✕ feil.csv: Rad 2, «Tid»: «31/2/2019» finnes ikke.'));
  });

  test.each([
    [['gammel.csv'], 'Kommandoen sammenligner to filer.'],
    [['gammel.csv', 'ny.csv', 'feil.csv'], 'Kommandoen sammenligner to filer.'],
    [['gammel.csv', 'borte.csv'], 'Filen «borte.csv» finnes ikke eller kan ikke åpnes.'],
    [['gammel.csv', 'ny.csv', '--starts', '2018-02-31'], '2018-02-31'],
    [['gammel.csv', 'ny.csv', '--what'], 'Kommandoen ble ikke forstått'],
  ])('typed as %j ends with 2', async (args, problem) => {
    const { code, out, err } = await klar(['plan', 'diff', ...args], { folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
  });
});
