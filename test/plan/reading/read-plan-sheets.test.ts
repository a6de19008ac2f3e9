import { describe, expect, test } from 'vitest';
import { readPasted } from '#table/pasted/read-pasted.ts';
import { readTable, type TableOutcome } from '#table/read-table.ts';
import { buildIcs } from '../../table/build-ics.ts';
import { buildXlsx, type Cell, date, formula, type SheetSpec } from '../../table/build-xlsx.ts';
import { type ExpectedPlan, expectedPlan, meant, understood } from '../expected-plan.ts';

/** An expectation of which only what matters is written; days are of 2026 where they do not say another year. */
type Meant = Partial<Omit<ExpectedPlan, 'accepted'>> & {
  /** "row | title | days | precision | units | kind | gate", of which the last may be left out. */
  rows: readonly string[];
};

function expectation({ rows, ...more }: Meant): ExpectedPlan {
  const accepted = rows.map((line) => {
    const [row, title, days = '', precision, units = '', kind = '', gate = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    const [start, end = start] =
      days === '-' ? [null] : days.split('..').map((day) => (day.length > 5 ? day : `2026-${day}`));
    const names = units === '' ? [] : units.split(' + ');
    return [
      Number(row),
      title,
      start,
      end,
      precision,
      names,
      kind === '' ? 'activity' : kind,
      gate === '' ? null : gate,
    ];
  });
  return expectedPlan.parse({
    about: '',
    starts: '2026-08-01',
    refused: [],
    warnings: [],
    ...more,
    accepted,
  });
}

const workbook = (...sheets: SheetSpec[]) => buildXlsx({ sheets });
const sheet = (rows: readonly (readonly Cell[])[], ...merged: string[]): Uint8Array =>
  workbook({ name: 'Plan', rows, merged });

function tableOf(outcome: TableOutcome) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome.rows;
}

function check(outcome: TableOutcome, as: Meant): void {
  const expected = expectation(as);
  expect(understood(tableOf(outcome), expected)).toEqual(meant(expected));
}

describe('a plan in a workbook', () => {
  test('with dates as spreadsheets keep them, in several formats', () => {
    const rows = [
      ['Dato', 'Aktivitet', 'Ansvarlig'],
      [date('2026-09-15'), 'Kurs', 'Nordvik'],
      [date('2026-10-01', 'mmmm yyyy'), 'Prat', 'Sørfjord'],
      [date('2026-11-03T09:30', 'dd.mm.yyyy hh:mm'), 'Møte', 'Nordvik'],
      ['uke 48', 'Prøve', 'Sørfjord'],
      [formula('A2+90', 'ca. 14/12'), 'Rapport', 'Nordvik'],
      [date('2026-12-19', 'd/m'), 'Fest', 'Nordvik'],
    ];
    check(readTable(sheet(rows)), {
      rows: [
        '2 | Kurs | 09-15 | day | Nordvik',
        '3 | Prat | 10-01..10-31 | month | Sørfjord',
        '4 | Møte | 11-03 | day | Nordvik | meeting',
        '5 | Prøve | 11-23..11-29 | week | Sørfjord',
        '6 | Rapport | 12-14 | approximate | Nordvik',
        '7 | Fest | 12-19 | day | Nordvik',
      ],
      warnings: [[7, 'weekend']],
      also: { 4: { time: '09:30' } },
    });
  });

  test('with a date merged over several rows: they all have it, and a blank one outside has none', () => {
    const rows = [
      ['Dato', 'Aktivitet', 'Ansvarlig'],
      ['15/9', 'Kurs', 'Nordvik'],
      [null, 'Prat', 'Sørfjord'],
      [null, 'Møte', 'Nordvik'],
      [null, 'Prøve', 'Nordvik'],
      ['16/9', 'Fest', 'Nordvik'],
    ];
    check(readTable(sheet(rows, 'A2:A4')), {
      rows: [
        '2 | Kurs | 09-15 | day | Nordvik',
        '3 | Prat | 09-15 | day | Sørfjord',
        '4 | Møte | 09-15 | day | Nordvik | meeting',
        '5 | Prøve | - | unknown | Nordvik',
        '6 | Fest | 09-16 | day | Nordvik',
      ],
      warnings: [[5, 'no-date']],
    });
  });

  test('with units and titles merged: each row has them; a row that only says more belongs to the one above', () => {
    const rows = [
      ['Tid', 'Tiltak', 'Ansvarlig', 'Kommentar'],
      ['uke 36', 'Kartlegging', 'Nordvik kommune', 'Alle avdelinger'],
      ['uke 37', 'Opplæring', null, ''],
      [null, null, null, 'Ta med PC'],
      [null, null, 'Sørfjord kommune', 'På Teams'],
      ['uke 40', 'Prøve', 'Sørfjord kommune', ''],
    ];
    check(readTable(sheet(rows, 'C2:C4', 'A3:A5', 'B3:B5')), {
      rows: [
        '2 | Kartlegging | 08-31..09-06 | week | Nordvik kommune',
        '3 | Opplæring | 09-07..09-13 | week | Nordvik kommune',
        '5 | Opplæring | 09-07..09-13 | week | Sørfjord kommune',
        '6 | Prøve | 09-28..10-04 | week | Sørfjord kommune',
      ],
      also: {
        2: { description: 'Alle avdelinger' },
        3: { description: 'Ta med PC' },
        5: { description: 'På Teams' },
      },
    });
  });

  test('with month headings merged over the whole width, and a title over the headings', () => {
    const rows = [
      ['Fremdriftsplan for Fjordriket'],
      [],
      ['Tid', 'Aktivitet', 'Ansvarlig'],
      ['Oktober 2026'],
      ['5/10', 'Kurs', 'Nordvik'],
      [null, 'Prat', 'Nordvik'],
      [date('2026-11-01', 'mmmm yyyy')],
      ['uke 46', 'Prøve', 'Sørfjord'],
      ['Januar'],
      [null, 'Drift', 'Sørfjord'],
    ];
    check(readTable(sheet(rows, 'A1:C1', 'A4:C4', 'A7:C7', 'A9:C9')), {
      rows: [
        '5 | Kurs | 10-05 | day | Nordvik',
        '6 | Prat | 10-01..10-31 | month | Nordvik',
        '8 | Prøve | 11-09..11-15 | week | Sørfjord',
        '10 | Drift | 2027-01-01..2027-01-31 | month | Sørfjord',
      ],
    });
  });

  test('with the month in a column of its own, merged downwards', () => {
    const rows = [
      ['Måned', 'Dag', 'Aktivitet', 'Ansvarlig'],
      ['September', null, 'Kartlegging', 'Nordvik'],
      [null, null, 'Kurs', 'Sørfjord'],
      ['Oktober', null, 'Prøve', 'Nordvik'],
      [null, null, 'Rapport', 'Sørfjord'],
    ];
    check(readTable(sheet(rows, 'A2:A3', 'A4:A5')), {
      rows: [
        '2 | Kartlegging | 09-01..09-30 | month | Nordvik',
        '3 | Kurs | 09-01..09-30 | month | Sørfjord',
        '4 | Prøve | 10-01..10-31 | month | Nordvik',
        '5 | Rapport | 10-01..10-31 | month | Sørfjord',
      ],
    });
  });

  test('with several sheets: the first that is shown, or the one that is named', () => {
    const rows = (title: string): Cell[][] => [
      ['Dato', 'Aktivitet'],
      ['15/9', title],
    ];
    const bytes = workbook(
      { name: 'Lister', rows: rows('Skjult'), state: 'hidden' },
      { name: 'Plan', rows: rows('Kurs') },
      { name: 'Gammel plan', rows: rows('Prat') },
    );
    check(readTable(bytes), { rows: ['2 | Kurs | 09-15 | day'] });
    check(readTable(bytes, { sheet: 'Gammel plan' }), { rows: ['2 | Prat | 09-15 | day'] });
  });

  test('with first and last day as dates, and hours in columns of their own', () => {
    const rows = [
      ['Start', 'Slutt', 'Kl.', 'Aktivitet', 'Ansvarlig'],
      [date('2026-09-15'), date('2026-09-17'), '9–15', 'Kurs', 'Nordvik'],
      [date('2026-12-20'), date('2027-01-10'), null, 'Frys', 'IT-avdelingen'],
      [date('2026-10-05'), date('2026-10-02'), null, 'Prat', 'Nordvik'],
    ];
    check(readTable(sheet(rows)), {
      rows: ['2 | Kurs | 09-15..09-17 | range | Nordvik', '3 | Frys | 12-20..2027-01-10 | range | IT-avdelingen'],
      refused: [[4, 'Slutt', '2026-10-02']],
      also: { 2: { time: '09:00–15:00' } },
    });
  });

  test('with numbers where dates should be, and dates where titles are', () => {
    const rows = [
      ['Dato', 'Aktivitet', 'Ansvarlig'],
      [46280, 'Kurs', 'Nordvik'],
      ['16/9', 'Prat', 'Nordvik'],
      ['17/9', 12, 'Nordvik'],
    ];
    check(readTable(sheet(rows)), {
      rows: ['3 | Prat | 09-16 | day | Nordvik', '4 | 12 | 09-17 | day | Nordvik'],
      refused: [[2, 'Dato', '46280']],
    });
  });

  test('in Swedish, with ids, what rows depend on, and gates', () => {
    const rows = [
      ['Nr', 'När', 'Åtgärd', 'Ansvarig', 'Beslutspunkt', 'Beroende av'],
      [1, date('2026-09-01'), 'Nulägesanalys', 'Norrvik', null, null],
      [2, 'v. 38', 'Utbildning', 'Norrvik', null, 1],
      [3, 'senast 30/9', 'Beslut om start', 'Styrgruppen', 'B1', '1, 2'],
      [4, 'på nyåret', 'Driftstart', 'Norrvik', null, 'B1'],
    ];
    check(readTable(sheet(rows)), {
      country: 'SE',
      rows: [
        '2 | Nulägesanalys | 09-01 | day | Norrvik',
        '3 | Utbildning | 09-14..09-20 | week | Norrvik',
        '4 | Beslut om start | 09-30 | day | Styrgruppen | gate | B1',
        '5 | Driftstart | 2027-01-01..2027-01-31 | approximate | Norrvik',
      ],
      also: { 2: { key: '1' }, 3: { after: ['1'] }, 4: { after: ['1', '2'], key: '3' }, 5: { after: ['B1'] } },
    });
  });
});

describe('a plan in a calendar', () => {
  test('has its days, hours, units and ids', () => {
    const bytes = buildIcs(
      [
        'UID:a1',
        'DTSTART;VALUE=DATE:20260915',
        'DTEND;VALUE=DATE:20260918',
        'SUMMARY:Kurs',
        'CATEGORIES:Nordvik,Sørfjord',
      ],
      [
        'UID:a2',
        'DTSTART;TZID=Europe/Oslo:20260922T090000',
        'DTEND;TZID=Europe/Oslo:20260922T113000',
        'SUMMARY:Styringsgruppemøte',
      ],
      ['UID:a3', 'SUMMARY:Evaluering', 'DESCRIPTION:Avklares'],
    );
    check(readTable(bytes), {
      starts: undefined,
      rows: [
        '2 | Kurs | 09-15..09-17 | range | Nordvik + Sørfjord',
        '3 | Styringsgruppemøte | 09-22 | day | | meeting',
        '4 | Evaluering | - | unknown',
      ],
      warnings: [[4, 'no-date']],
      also: { 2: { key: 'a1' }, 3: { key: 'a2', time: '09:00–11:30' } },
    });
  });

  test('that Klar wrote keeps the words of its dates', () => {
    const own = (words: string, days: string, ...more: string[]) => [
      `DTSTART;VALUE=DATE:${days.slice(0, 10).replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${Temporal.PlainDate.from(days.slice(11)).add({ days: 1 }).toString().replaceAll('-', '')}`,
      `X-KLAR-WHEN:${words}`,
      `X-KLAR-DAYS:${days}`,
      ...more,
    ];
    const bytes = buildIcs(
      [
        'UID:b1@klar',
        'SUMMARY:Kurs',
        ...own('uke 42', '2026-10-12/2026-10-18', 'X-KLAR-PRECISION:week', 'X-KLAR-ID:7', 'X-KLAR-UNITS:Nordvik'),
      ],
      [
        'UID:b2@klar',
        'SUMMARY:Flyt godkjent',
        ...own(
          'antatt november',
          '2026-11-01/2026-11-30',
          'X-KLAR-PRECISION:approximate',
          'X-KLAR-KIND:gate',
          'X-KLAR-GATE:K1',
          'X-KLAR-ID:8',
          'X-KLAR-AFTER:7',
        ),
      ],
    );
    check(readTable(bytes), {
      starts: undefined,
      rows: [
        '2 | Kurs | 10-12..10-18 | week | Nordvik',
        '3 | Flyt godkjent | 11-01..11-30 | approximate | | gate | K1',
      ],
      also: { 2: { key: '7' }, 3: { key: '8', after: ['7'] } },
    });
  });
});

describe('a plan that is pasted', () => {
  test('from a spreadsheet, with tabs', () => {
    check(readPasted('Tid\tAktivitet\tAnsvarlig\n15/9\tKurs\tNordvik\nuke 42\tPrøve\tSørfjord'), {
      rows: ['2 | Kurs | 09-15 | day | Nordvik', '3 | Prøve | 10-12..10-18 | week | Sørfjord'],
    });
  });

  test('as a Markdown table', () => {
    const text =
      '| When | What | Who |\n|---|---|---|\n| 15 September | Kick-off | North Hospital |\n| Q4 | Pilot | South Hospital |';
    const [first, second] = tableOf(readPasted(text)).slice(-2);
    check(readPasted(text), {
      rows: [
        `${first?.line} | Kick-off | 09-15 | day | North Hospital | gathering`,
        `${second?.line} | Pilot | 10-01..12-31 | quarter | South Hospital`,
      ],
    });
  });

  test('with semicolons, without headings: somebody is asked which column is which', () => {
    check(readPasted('15/9;Kurs for superbrukere;Nordvik kommune\n16/9;Samling;Sørfjord kommune'), {
      rows: [],
      refused: [[1, null, '15/9 | Kurs for superbrukere | Nordvik kommune']],
      questions: [
        ['title', ['B', 'C'], 'B'],
        ['when', ['A'], 'A'],
        ['units', ['B', 'C'], 'C'],
      ],
    });
  });
});
