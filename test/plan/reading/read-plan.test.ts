import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plannedRow } from '#plan/activity.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { readTable } from '#table/read-table.ts';

const fixture = async (name: string) => {
  const table = readTable(await readFile(new URL(`../../fixtures/${name}`, import.meta.url)));
  if (!table.ok) throw new Error(table.problem.code);
  return table.rows;
};

/** A table written as lines of cells between bars. */
const table = (...lines: string[]) =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }));

const read = (...lines: string[]) => readPlan(table(...lines), { starts: '2026-08-01', country: 'NO' });
const dates = (reading: ReturnType<typeof readPlan>) =>
  reading.accepted.map(({ when }) => `${when.start} ${when.end} ${when.precision}`);

describe('a plan written as a document', () => {
  const plan = async () => readPlan(await fixture('plan-opplaring.csv'), { country: 'NO' });

  test('gives its rows, numbered as in the file, under its month headings', async () => {
    const { accepted } = await plan();
    expect(accepted.map(({ row, title, when }) => [row, title, when.start, when.end, when.precision])).toEqual([
      [5, 'Kursopplegg godkjent', '2026-10-05', '2026-10-05', 'day'],
      [6, 'Kurs for superbrukere', '2026-10-19', '2026-10-25', 'week'],
      [7, 'Rom bestilt', '2026-10-01', '2026-10-31', 'approximate'],
      [8, 'Øvingsmiljø åpnes', '2026-10-31', '2026-10-31', 'day'],
      [11, 'Styringsgruppemøte', '2026-12-18', '2026-12-18', 'day'],
      [12, 'Status sendes ut', '2026-12-25', '2026-12-25', 'day'],
      [17, 'Kveldskurs', '2027-01-01', '2027-01-31', 'month'],
      [18, 'KURS FOR SUPERBRUKERE', '2026-10-19', '2026-10-25', 'week'],
    ]);
  });

  test('gives kind, gate, units and description as written', async () => {
    const { accepted } = await plan();
    expect(accepted.slice(0, 3)).toMatchObject([
      { kind: 'milestone', gate: 'K1', units: ['Innføringslaget'], description: '' },
      { kind: 'gathering', gate: null, units: ['Nordvik kommune', 'Sørfjord kommune'] },
      { kind: 'activity', gate: null, units: ['Nordvik kommune'], description: 'Antatt tidspunkt' },
    ]);
    expect(accepted[4]).toMatchObject({ kind: 'meeting', units: [] });
  });

  test('refuses what cannot be, with row, column and value', async () => {
    const { refused } = await plan();
    expect(refused).toMatchObject([
      { row: 14, column: 'Når', value: 'uke 54', problem: { code: 'date', problem: { code: 'no-such-week' } } },
      { row: 15, column: 'Når', value: '31/2', problem: { code: 'date', problem: { code: 'no-such-day' } } },
      { row: 16, column: 'Hva', value: '', problem: { code: 'no-title' } },
    ]);
    expect(refused).toHaveLength(3);
  });

  test('warns about days off, types that are none and repeated rows, which are left out', async () => {
    const { warnings } = await plan();
    expect(warnings).toEqual([
      { row: 8, column: 'Når', value: '31/10', problem: { code: 'weekend', day: '2026-10-31' } },
      { row: 12, column: 'Når', value: '25/12', problem: { code: 'holiday', day: '2026-12-25' } },
      { row: 17, column: 'Type', value: 'kurs', problem: { code: 'unknown-type', kind: 'activity' } },
      { row: 18, column: 'Når', value: 'uke 43', problem: { code: 'other-month', monthOfRow: 1 } },
      { row: 18, column: 'Når', value: 'uke 43', problem: { code: 'out-of-order', before: 17 } },
      { row: 20, column: 'Hva', value: 'kveldskurs', problem: { code: 'repeated', of: 17 } },
    ]);
  });

  test('says which columns were understood', async () => {
    const { columns } = await plan();
    expect(columns).toEqual({
      when: { index: 0, heading: 'Når' },
      title: { index: 1, heading: 'Hva' },
      units: { index: 2, heading: 'Hvem' },
      type: { index: 3, heading: 'Type' },
      gate: { index: 4, heading: 'Kvalitetspunkt' },
      remark: { index: 5, heading: 'Merknad' },
    });
  });
});

test('first and last month in columns of their own make a period, over the new year too', async () => {
  const { accepted, refused, warnings } = readPlan(await fixture('plan-mottagning.csv'), { country: 'SE' });
  expect(accepted.map(({ when, kind, gate }) => [when.start, when.end, when.precision, kind, gate])).toEqual([
    ['2026-11-01', '2027-02-28', 'range', 'activity', null],
    ['2027-03-01', '2027-03-31', 'month', 'gate', 'G1'],
    [null, null, 'unknown', 'activity', null],
  ]);
  expect(refused).toEqual([]);
  expect(warnings).toMatchObject([{ row: 4, column: 'Startmånad', value: '', problem: { code: 'no-date' } }]);
});

describe('headings', () => {
  test.each([
    ['nb', 'Tid|Aktivitet|Organisasjon|Beskrivelse'],
    ['nb, other words', 'Frist|Tiltak|Ansvarlig|Kommentar'],
    ['nn', 'Når|Kva|Kven|Skildring'],
    ['sv', 'Datum|Åtgärd|Ansvarig|Beskrivning'],
    ['sv, other words', 'När|Uppgift|Förvaltning|Anteckning'],
    ['en', 'When|Activity|Responsible|Description'],
    ['capitals, blanks and signs', 'DATO:|  AKTIVITET / TILTAK |Ansvarlig (enhet)|Beskrivelse *'],
    ['without accents', 'Nar|Atgard|Ansvarig|Beskrivning'],
  ])('are understood: %s', (_, headings) => {
    const { accepted } = read(headings, '15/9|Samle inn utstyr|Nordvik|Ti skjermer');
    expect(accepted).toMatchObject([
      { title: 'Samle inn utstyr', units: ['Nordvik'], description: 'Ti skjermer', when: { start: '2026-09-15' } },
    ]);
  });

  test('may stand in any order, beside columns that say nothing to Klar', () => {
    const { accepted } = read('Budsjett|Ansvarlig|Nr|Aktivitet|Dato', '100|Nordvik|1|Kurs|15/9');
    expect(accepted).toMatchObject([{ title: 'Kurs', units: ['Nordvik'], when: { start: '2026-09-15' } }]);
  });

  test('responsible units come before those who take part', () => {
    expect(read('Dato|Hva|Deltakere|Ansvarlig', '15/9|Kurs|Alle|Nordvik').accepted[0]?.units).toEqual(['Nordvik']);
  });

  test('without a title column there is one refusal, and a question which column it is', () => {
    expect(read('', 'Dato|Sted', '15/9|Nordvik')).toEqual({
      accepted: [],
      refused: [{ row: 2, column: null, value: 'Dato | Sted', problem: { code: 'no-title-column' } }],
      unread: [],
      warnings: [],
      columns: {},
      questions: [{ role: 'title', columns: [{ index: 1, heading: 'Sted', letter: 'B', examples: ['Nordvik'] }] }],
    });
  });

  test('an empty table is refused at row 1', () => {
    expect(readPlan([], { country: 'NO' }).refused).toMatchObject([{ row: 1, problem: { code: 'no-title-column' } }]);
  });

  test('a title column alone is a plan without dates', () => {
    const { accepted, warnings } = read('Aktivitet', 'Kurs', 'Prat');
    expect(accepted.map(({ title }) => title)).toEqual(['Kurs', 'Prat']);
    expect(warnings.map(({ problem }) => problem.code)).toEqual(['no-date', 'no-date']);
  });
});

describe('the date of a row', () => {
  test.each<[what: string, headings: string, row: string, expected: string]>([
    ['its own date', 'Dato|Hva', '15/9|Kurs', '2026-09-15 2026-09-15 day'],
    ['its own month and year', 'Dato|Hva|Måned|År', '|Kurs|Mars|2027', '2027-03-01 2027-03-31 month'],
    ['a month in figures', 'Dato|Hva|Måned|År', '|Kurs|03|2027', '2027-03-01 2027-03-31 month'],
    ['two months in the month column', 'Hva|Måned|År', 'Kurs|mars–april|2027', '2027-03-01 2027-04-30 range'],
    ['a day of its month', 'Dag|Dato|Hva|Måned|År', 'man|15.|Kurs|Mars|2027', '2027-03-15 2027-03-15 day'],
    ['its own year beats the start of the plan', 'Dato|Hva|År', '15/9|Kurs|2028', '2028-09-15 2028-09-15 day'],
    ['a year alone is no date', 'Dato|Hva|År', '|Kurs|2028', 'null null unknown'],
    ['a dash is no date', 'Dato|Hva', '–|Kurs', 'null null unknown'],
    ['a week by its number', 'Uke|Hva', '42|Kurs', '2026-10-12 2026-10-18 week'],
    ['first and last day', 'Start|Slutt|Hva', '15/9|17/9|Kurs', '2026-09-15 2026-09-17 range'],
    ['first and last day, over the new year', 'Fra|Til|Hva', '15/12|10/1|Kurs', '2026-12-15 2027-01-10 range'],
    ['the same first and last day', 'Start|Slutt|Hva', '15/9|15/9|Kurs', '2026-09-15 2026-09-15 day'],
    ['a first day alone', 'Start|Slutt|Hva', '15/9||Kurs', '2026-09-15 2026-09-15 day'],
    ['a last day alone', 'Start|Slutt|Hva', '|15/9|Kurs', '2026-09-15 2026-09-15 day'],
    ['a last day in doubt', 'Start|Slutt|Hva', '15/9|ca. 20/9|Kurs', '2026-09-15 2026-09-20 approximate'],
    ['assumed by its own cell', 'Dato|Hva', 'antatt mars|Kurs', '2027-03-01 2027-03-31 approximate'],
    [
      'assumed by a description that speaks of the time',
      'Dato|Hva|Beskrivelse',
      'mars|Kurs|Foreløpig dato',
      '2027-03-01 2027-03-31 approximate',
    ],
    [
      'sure, when the description doubts something else',
      'Dato|Hva|Beskrivelse',
      'mars|Kurs|Antatt kostnad: 5 000',
      '2027-03-01 2027-03-31 month',
    ],
  ])('%s', (_, headings, row, expected) => {
    expect(dates(read(headings, row))).toEqual([expected]);
  });

  test.each<[what: string, headings: string, row: string, expected: object[]]>([
    [
      'a year that is none',
      'Dato|Hva|År',
      '15/9|Kurs|neste',
      [{ column: 'År', value: 'neste', problem: { code: 'not-a-year' } }],
    ],
    [
      'a month that is none',
      'Dato|Hva|Måned',
      '|Kurs|Møneder',
      [{ column: 'Måned', problem: { code: 'not-a-month' } }],
    ],
    [
      'an end before the start',
      'Start|Slutt|Hva',
      '15/9|10/9|Kurs',
      [
        {
          column: 'Slutt',
          value: '10/9',
          problem: { code: 'ends-before-start', start: '2026-09-15', end: '2026-09-10' },
        },
      ],
    ],
    ['both ends', 'Start|Slutt|Hva', '31/9|40/9|Kurs', [{ column: 'Start' }, { column: 'Slutt' }]],
    [
      'date and title at once',
      'Dato|Hva|Hvem',
      '31/9||Nordvik',
      [
        { column: 'Hva', problem: { code: 'no-title' } },
        { column: 'Dato', problem: { code: 'date' } },
      ],
    ],
  ])('is refused for %s', (_, headings, row, expected) => {
    const { accepted, refused } = read(headings, row);
    expect(accepted).toEqual([]);
    expect(refused).toMatchObject(expected);
    expect(refused).toHaveLength(expected.length);
  });

  test('is refused when nothing says which year it is in', () => {
    const { refused } = readPlan(table('Dato|Hva', '15/9|Kurs'), { country: 'NO' });
    expect(refused).toMatchObject([{ row: 2, problem: { code: 'date', problem: { code: 'no-year' } } }]);
  });

  test('keeps its author’s words', () => {
    const { accepted } = read('Dato|Hva|Måned|År|Uke', 'ca. 15/9|Kurs|||', '|Prat|Mars|2027|', '|Møte|||42');
    expect(accepted.map(({ when }) => when.text)).toEqual(['ca. 15/9', 'Mars 2027', 'Uke 42']);
  });
});

describe('between activities', () => {
  test('a month heading holds until the next, in a column of dates or of titles, with its year in a cell of its own or not', () => {
    const reading = read(
      'Dato|Hva|År',
      'November 2026||',
      '|Kurs|',
      '|Desember|',
      '|Prat|',
      'Januar||2027',
      '|Møte|',
      'Februar||',
      '|Samling|',
    );
    expect(dates(reading)).toEqual([
      '2026-11-01 2026-11-30 month',
      '2026-12-01 2026-12-31 month',
      '2027-01-01 2027-01-31 month',
      '2027-02-01 2027-02-28 month',
    ]);
  });

  test('a year heading gives its year to the months below it', () => {
    const reading = read('Dato|Hva', '2030', 'Mars', '|Kurs', 'April', '15.|Prat');
    expect(dates(reading)).toEqual(['2030-03-01 2030-03-31 month', '2030-04-15 2030-04-15 day']);
  });

  test('sections, repeated headings and rows that hold only a number stand nowhere', () => {
    const reading = read(
      'Nr|Dato|Hva',
      'Fase 1: forberede',
      '1|15/9|Kurs',
      '2||',
      'Nr|Dato|Hva',
      '|Fase to|',
      '3|16/9|Prat',
    );
    expect(reading.accepted.map(({ row }) => row)).toEqual([3, 7]);
    expect([...reading.refused, ...reading.warnings]).toEqual([]);
  });

  test('a lone date or unit is an activity whose title is missing, and its author hears of it', () => {
    const { refused } = read('Dato|Hva|Hvem', '15/9||', '31/2||', '||Nordvik');
    expect(refused.map(({ row, problem }) => `${row} ${problem.code}`)).toEqual([
      '2 no-title',
      '3 no-title',
      '3 date',
      '4 no-title',
    ]);
  });
});

describe('units', () => {
  test.each([
    ['Nordvik; Sørfjord ;', ['Nordvik', 'Sørfjord']],
    ['Nordvik\nSørfjord', ['Nordvik', 'Sørfjord']],
    ['Nordvik, Sørfjord og Fjell', ['Nordvik, Sørfjord og Fjell']],
    ['lokale og regional gruppe', ['lokale og regional gruppe']],
    ['Nordvik; Nordvik', ['Nordvik']],
    ['–', []],
    ['', []],
  ])('%j', (text, units) => {
    const reading = readPlan(
      [
        { line: 1, cells: ['Hva', 'Hvem'] },
        { line: 2, cells: ['Kurs', text] },
      ],
      { country: 'NO' },
    );
    expect(reading.accepted[0]?.units).toEqual(units);
  });
});

describe('kinds', () => {
  test.each([
    ['aktivitet', '', 'Kurs', 'activity', null],
    ['Milepæl', '', 'Kurs', 'milestone', null],
    ['milstolpe', '', 'Kurs', 'milestone', null],
    ['møte', '', 'Kurs', 'meeting', null],
    ['Möte', '', 'Kurs', 'meeting', null],
    ['samling', '', 'Kurs', 'gathering', null],
    ['workshop', '', 'Kurs', 'gathering', null],
    ['Go/no-go', 'Start', 'Kurs', 'gate', 'Start'],
    ['kvalitetspunkt', '', 'Beskrivelse godkjent', 'gate', null],
    ['milepæl', 'K2', 'Kurs', 'milestone', 'K2'],
    ['', 'K2', 'Kurs', 'gate', 'K2'],
    ['', 'Nei', 'Kurs', 'activity', null],
    ['', '', 'Beskrivelse godkjent (K1)', 'gate', 'K1'],
    ['', '', 'Regionalt arbeidsgruppemøte', 'meeting', null],
    ['', '', 'Styrgruppsmöte om bemanning', 'meeting', null],
    ['', '', 'Samling for ledere', 'gathering', null],
    ['', '', 'Innsamling av skjemaer', 'activity', null],
    ['', '', 'Møterom bestilles', 'activity', null],
    ['', '', 'Milepæl: alt utstyr levert', 'milestone', null],
    ['', '', 'Opplæring i enhetene', 'activity', null],
  ])('type %j, gate %j, title %j', (type, gate, title, kind, named) => {
    expect(read('Hva|Type|Gate', `${title}|${type}|${gate}`).accepted).toMatchObject([{ kind, gate: named }]);
  });
});

describe('a second look', () => {
  test('a date outside the month of its row', () => {
    const { warnings } = read('Dato|Hva|Måned|År', '1/10/2026|Kurs|September|2026', '30/9–2/10|Prat|Oktober|2026');
    expect(warnings).toEqual([
      { row: 2, column: 'Dato', value: '1/10/2026', problem: { code: 'other-month', monthOfRow: 9 } },
    ]);
  });

  test('a row that lies before the one above, but not a month after a day in it', () => {
    const { warnings } = read(
      'Dato|Hva',
      '15/9/2026|Kurs',
      'september 2026|Prat',
      '20/10/2026|Møte',
      '12/10/2026|Samling',
      '2/11/2026|Drøfting',
    );
    expect(warnings).toEqual([
      { row: 5, column: 'Dato', value: '12/10/2026', problem: { code: 'out-of-order', before: 4 } },
    ]);
  });

  test('nothing about order in a plan that is sorted by something else', () => {
    const rows = ['20/10', '14/9', '22/10', '15/9', '23/10', '16/9'].map(
      (date, index) => `${date}/2026|Tiltak ${index}`,
    );
    expect(read('Dato|Hva', ...rows).warnings).toEqual([]);
  });

  test('the same title on another day, or for another unit, is no repeated row', () => {
    const { accepted, warnings } = read('Dato|Hva|Hvem', '15/9|Kurs|A', '15/9|Kurs|B', '16/9|Kurs|A', '15.9|k urs | a');
    expect(accepted.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(warnings).toMatchObject([{ row: 5, problem: { code: 'repeated', of: 2 } }]);
  });
});

test('every row of any table is accepted, refused, repeated or no activity, and what is accepted can be saved', () => {
  const cell = fc.constantFrom(
    '',
    '',
    '15/9',
    '31/2',
    'uke 42',
    'mars',
    'antatt',
    'Oktober 2026',
    '2027',
    'Kurs',
    'A; B',
    '–',
    'K1',
    'Fase 1',
  );
  const rows = fc.array(fc.array(cell, { minLength: 0, maxLength: 7 }), { maxLength: 15 });
  const merged = fc.array(fc.subarray([0, 1, 2, 3]), { minLength: 16, maxLength: 16 });
  const headings = fc.shuffledSubarray(
    ['Dato', 'Aktivitet', 'Hvem', 'Måned', 'År', 'Type', 'Gate', 'Merknad', 'Slutt'],
    { minLength: 2 },
  );
  fc.assert(
    fc.property(headings, rows, merged, (heading, body, continues) => {
      const lines = [heading, ...body].map((cells, index) => ({
        line: index + 1,
        cells,
        ...(index > 1 ? { continues: continues[index] ?? [] } : {}),
      }));
      const { accepted, refused, warnings } = readPlan(lines, { starts: '2026-08-01', country: 'NO' });
      const out = new Set([
        ...refused.map(({ row }) => row),
        ...warnings.filter(({ problem }) => problem.code === 'repeated').map(({ row }) => row),
      ]);
      for (const row of accepted) {
        expect(plannedRow.safeParse(row).success).toBe(true);
        expect(out.has(row.row)).toBe(false);
      }
      expect(accepted.map(({ row }) => row)).toEqual(accepted.map(({ row }) => row).toSorted((a, b) => a - b));
    }),
  );
});
