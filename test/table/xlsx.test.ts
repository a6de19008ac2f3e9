import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTable } from '#table/read-table.ts';
import {
  buildXlsx,
  type Cell,
  date,
  formula,
  number,
  partsOf,
  raw,
  type WorkbookSpec,
  zipParts,
} from './build-xlsx.ts';

const read = (bytes: Uint8Array, sheet?: string) => {
  const outcome = readTable(bytes, sheet === undefined ? {} : { sheet });
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome;
};
const problemOf = (bytes: Uint8Array, sheet?: string) => {
  const outcome = readTable(bytes, sheet === undefined ? {} : { sheet });
  return outcome.ok ? undefined : outcome.problem;
};
const oneSheet = (rows: readonly (readonly Cell[])[], more: Partial<WorkbookSpec> = {}) =>
  buildXlsx({ ...more, sheets: [{ name: 'Plan', rows }] });
/** How a single cell is read. */
const textOf = (cell: Cell, more: Partial<WorkbookSpec> = {}) => read(oneSheet([[cell, 'x']], more)).rows[0]?.cells[0];

describe('dates', () => {
  test.each([
    ['an exact day', '2018-09-01', 'dd.mm.yyyy', '2018-09-01'],
    ['as Norwegian Excel writes its format', '2018-09-01', '[$-414]d/\\ mmm\\.;@', '2018-09-01'],
    ['with its weekday', '2018-09-03', 'dddd d. mmmm yyyy', '2018-09-03'],
    ['by its weekday alone', '2018-09-03', 'dddd', '2018-09-03'],
    ['the last day of a year', '2018-12-31', 'yyyy-mm-dd', '2018-12-31'],
    ['a leap day', '2028-02-29', 'ddmmyyyy', '2028-02-29'],
    ['with a time', '2018-09-01T09:00', 'dd.mm.yyyy hh:mm', '2018-09-01 kl. 09:00'],
    ['with a time that is not stored exactly', '2018-09-01T15:20', 'd.m.yy h:mm', '2018-09-01 kl. 15:20'],
    ['with a time just before midnight', '2018-09-01T23:59', 'd.m.yy h:mm AM/PM', '2018-09-01 kl. 23:59'],
    ['at midnight, which nobody meant', '2018-09-01T00:00', 'dd.mm.yyyy hh:mm', '2018-09-01'],
    ['with a time that is not shown', '2018-09-01T09:00', 'dd.mm.yyyy', '2018-09-01'],
    ['a month and its year', '2018-09-01', 'mmm-yy', 'september 2018'],
    ['a month and its year, in full', '2019-05-17', '[$-414]mmmm\\ yyyy;@', 'mai 2019'],
    ['a month alone', '2018-09-01', 'mmmm', 'september 2018'],
    ['a year alone', '2018-09-01', 'yyyy', '2018'],
    ['words of doubt before it', '2018-09-01', '"antatt "mmmm yyyy', 'antatt september 2018'],
    ['minutes are no months', '2018-09-01T09:05', 'hh:mm', '09:05'],
  ])('%s', (_, iso, format, text) => {
    expect(textOf(date(iso, format))).toBe(text);
  });

  test.each([
    [14, '2018-09-01'],
    [15, '2018-09-01'],
    [16, '2018-09-01'],
    [17, 'september 2018'],
    [22, '2018-09-01'],
    [0, '43344'],
    [1, '43344'],
  ])('the format that is numbered %i shows %s', (id, text) => {
    const parts = partsOf({ sheets: [{ name: 'A', rows: [[number(43_344, 'x')]] }] });
    parts['xl/styles.xml'] = parts['xl/styles.xml']?.replace('<xf numFmtId="201"', `<xf numFmtId="${id}"`) ?? '';
    expect(read(zipParts(parts)).rows[0]?.cells).toEqual([text]);
  });

  test('days are counted from 1904 where the workbook says so', () => {
    expect(textOf(number(43_344 - 1462, 'dd.mm.yyyy'), { from1904: true })).toBe('2018-09-01');
  });

  test('days before the leap day that 1900 never had are counted right', () => {
    expect([1, 59, 61].map((day) => textOf(number(day, 'yyyy-mm-dd')))).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
  });

  test('a day that is none stays one that is refused, and what is shown as signs is a number', () => {
    expect([0, 60, -3].map((day) => textOf(number(day, 'yyyy-mm-dd')))).toEqual(['1900-01-00', '1900-02-29', '-3']);
  });

  test('a cell that holds ISO text is shown in its format too', () => {
    const iso = '<c{at}{style} t="d"><v>2018-09-01T09:00:00</v></c>';
    expect(textOf(raw(iso, 'dd.mm.yyyy'))).toBe('2018-09-01');
    expect(textOf(raw(iso, 'mmm-yy'))).toBe('september 2018');
    expect(textOf(raw(iso))).toBe('2018-09-01 kl. 09:00');
  });

  test('every day of four centuries is read as itself', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-03-01'), max: new Date('2299-12-31'), noInvalidDate: true }), (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(textOf(date(iso))).toBe(iso);
      }),
    );
  });
});

describe('numbers and other values', () => {
  test.each<[what: string, cell: Cell, text: string]>([
    ['an integer', 42, '42'],
    ['an integer with decimals in its format', number(5, '0.00'), '5'],
    ['a decimal, with a comma: 1.10 would be a day in October', 1.1, '1,1'],
    ['what computing left behind', 0.1 + 0.2, '0,3'],
    ['decimals as far as they are shown', number(2.346, '0.00'), '2,35'],
    ['a percentage', number(0.5, '0%'), '50%'],
    ['words around a number', number(42, '"uke "0'), 'uke 42'],
    ['leading zeros', number(7, '000'), '007'],
    ['a negative number', number(-7, '#,##0'), '-7'],
    ['money', number(1500, '[$kr-414] #,##0'), 'kr 1500'],
    ['a power is a plain number', number(12_345, '0.00E+00'), '12345'],
    ['a fraction is a plain number', number(0.5, '# ?/?'), '0,5'],
    ['a length of time', number(1.5, '[h]:mm'), '36:00'],
    ['a truth value', true, 'TRUE'],
    ['an error', raw('<c{at} t="e"><f>A1</f><v>#REF!</v></c>'), '#REF!'],
    ['the text of a formula', formula('B1&"x"', 'Møte & samling'), 'Møte & samling'],
    ['the number of a formula', formula('A1+1', 43), '43'],
    ['a formula that was never computed', raw('<c{at}><f>A1+1</f></c>'), ''],
    ['a text that does not exist', raw('<c{at} t="s"><v>999</v></c>'), ''],
    ['blanks around a text', '\u00a0 Møte  ', 'Møte'],
    ['line breaks', 'Nordvik\nSørvik', 'Nordvik\nSørvik'],
    ['line breaks of Windows', raw('<c{at} t="str"><v>a_x000D_\nb</v></c>'), 'a\nb'],
    ['signs of XML', 'A & B < C "D"', 'A & B < C "D"'],
    ['text in CDATA', raw('<c{at} t="str"><v><![CDATA[a & b]]></v></c>'), 'a & b'],
    [
      'runs of different looks, without how they are pronounced',
      raw('<c{at} t="inlineStr"><is><r><t>Møte </t></r><r><rPr><b/></rPr><t>nå</t></r><rPh><t>x</t></rPh></is></c>'),
      'Møte nå',
    ],
  ])('%s', (_, cell, text) => {
    expect(textOf(cell)).toBe(text);
  });
});

describe('rows', () => {
  test('are numbered as the spreadsheet shows them, with missing rows and cells, and without what is empty at the end', () => {
    const rows = [['Tid', null, 'Aktivitet', ' ', null], [], [' '], [null, '15/9', 'Møte']];
    expect(read(oneSheet(rows)).rows).toEqual([
      { line: 1, cells: ['Tid', '', 'Aktivitet'] },
      { line: 4, cells: ['', '15/9', 'Møte'] },
    ]);
  });

  test('and cells without an address follow the one before, and rows may stand in any order', () => {
    const xml =
      '<worksheet><sheetData><row r="9"><c r="B9"><v>9</v></c><c><v>10</v></c></row><row r="3"><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData></worksheet>';
    expect(read(buildXlsx({ sheets: [{ name: 'A', xml }] })).rows).toEqual([
      { line: 3, cells: ['3'] },
      { line: 4, cells: ['4'] },
      { line: 9, cells: ['', '9', '10'] },
    ]);
  });

  test('that are hidden are rows', () => {
    const xml = '<worksheet><sheetData><row r="1" hidden="1"><c><v>1</v></c></row></sheetData></worksheet>';
    expect(read(buildXlsx({ sheets: [{ name: 'A', xml }] })).rows).toEqual([{ line: 1, cells: ['1'] }]);
  });
});

describe('merged ranges', () => {
  test('down: the rows below say which of their columns continue, and nothing stands there', () => {
    const rows = [
      ['Tid', 'Aktivitet'],
      ['15/9', 'Møte'],
      ['left over', 'Kurs'],
      [null, 'Prat'],
      [null, 'Slutt'],
    ];
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows, merged: ['A2:A4'] }] });
    expect(read(bytes).rows.slice(1)).toEqual([
      { line: 2, cells: ['15/9', 'Møte'] },
      { line: 3, cells: ['', 'Kurs'], continues: [0] },
      { line: 4, cells: ['', 'Prat'], continues: [0] },
      { line: 5, cells: ['', 'Slutt'] },
    ]);
  });

  test('across: what is covered is empty and continues nothing', () => {
    const rows = [
      ['Høsten 2018', 'covered', 'covered'],
      ['15/9', 'Møte', 'A'],
    ];
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows, merged: ['A1:C1'] }] });
    expect(read(bytes).rows).toEqual([
      { line: 1, cells: ['Høsten 2018'] },
      { line: 2, cells: ['15/9', 'Møte', 'A'] },
    ]);
  });

  test('beside one another, the later begun lower', () => {
    const rows = [
      ['a', 'b', 'c'],
      [null, 'd', 'covered'],
      [null, 'e', 'f'],
    ];
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows, merged: ['A1:A3', 'B2:C2'] }] });
    expect(read(bytes).rows.slice(1)).toEqual([
      { line: 2, cells: ['', 'd'], continues: [0] },
      { line: 3, cells: ['', 'e', 'f'], continues: [0] },
    ]);
  });

  test('in which nothing stands continue nothing', () => {
    const rows = [['Tid', 'Aktivitet'], [], [null, 'Kurs'], [null, 'Prat']];
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows, merged: ['A2:A4'] }] });
    expect(read(bytes).rows.slice(1)).toEqual([
      { line: 3, cells: ['', 'Kurs'] },
      { line: 4, cells: ['', 'Prat'] },
    ]);
  });

  test('both ways, several, past the end of what is filled, and of no sense', () => {
    const rows = [
      ['a', null, 'x', 'y'],
      [null, null, null, 'z'],
    ];
    const merged = ['A1:B2', 'C1:C1048576', 'Q1:XFD1', 'A1', 'tull', 'ZZZZ1:A9'];
    const bytes = buildXlsx({ sheets: [{ name: 'A', rows, merged }] });
    expect(read(bytes).rows).toEqual([
      { line: 1, cells: ['a', '', 'x', 'y'] },
      { line: 2, cells: ['', '', '', 'z'], continues: [0, 1, 2] },
    ]);
  });
});

describe('sheets', () => {
  const sheets = [
    { name: 'Skjult', rows: [['hemmelig']], state: 'hidden' as const },
    { name: 'Forside' },
    { name: 'Plan & mål', rows: [['plan']] },
    { name: 'Gammel', rows: [['gammel']] },
  ];

  test('the first visible one that holds anything is read, and the visible ones are named in order', () => {
    expect(read(buildXlsx({ sheets }))).toEqual({
      ok: true,
      rows: [{ line: 1, cells: ['plan'] }],
      sheets: ['Forside', 'Plan & mål', 'Gammel'],
      sheet: 'Plan & mål',
    });
  });

  test.each([
    ['Gammel', 'gammel'],
    [' gammel', 'gammel'],
    ['Skjult', 'hemmelig'],
  ])('the one named %s is read', (name, text) => {
    expect(read(buildXlsx({ sheets }), name).rows[0]?.cells).toEqual([text]);
  });

  test('one that is not there is told with those that are', () => {
    expect(problemOf(buildXlsx({ sheets }), 'Neste år')).toEqual({
      code: 'no-such-sheet',
      sheet: 'Neste år',
      sheets: ['Forside', 'Plan & mål', 'Gammel'],
    });
  });

  test('a workbook without any text is empty, and so is an empty sheet that is named', () => {
    expect(problemOf(buildXlsx({ sheets: [{ name: 'A' }, { name: 'B', rows: [[' ']] }] }))).toEqual({ code: 'empty' });
    expect(problemOf(buildXlsx({ sheets }), 'Forside')).toEqual({ code: 'empty' });
  });
});

describe('other programs', () => {
  const rows = [
    ['Tid', 'Aktivitet'],
    [date('2018-09-01', 'mmm-yy'), 'Møte på Røros'],
  ];
  const expected = [
    { line: 1, cells: ['Tid', 'Aktivitet'] },
    { line: 2, cells: ['september 2018', 'Møte på Røros'] },
  ];
  test.each<[what: string, more: Partial<WorkbookSpec>]>([
    ['texts in the cells', { inline: true }],
    ['a prefix on every element', { prefix: 'x' }],
    ['the strict form', { strict: true }],
    ['the strict form, with a prefix', { strict: true, prefix: 'ss' }],
    ['parts in a folder of another name, named from the root', { folder: 'xl/inner', absolute: true }],
  ])('%s', (_, more) => {
    expect(read(oneSheet(rows, more)).rows).toEqual(expected);
  });

  test('folders with backslashes, names in capitals, no shared texts and no styles', () => {
    const parts = partsOf({ sheets: [{ name: 'A', rows, merged: [] }], inline: true });
    delete parts['xl/sharedStrings.xml'];
    delete parts['xl/styles.xml'];
    const renamed = Object.entries(parts).map(([name, xml]) => [
      name.replaceAll('/', '\\').replace('sheet1', 'Sheet1'),
      xml,
    ]);
    expect(read(zipParts(Object.fromEntries(renamed))).rows[1]?.cells).toEqual(['43344', 'Møte på Røros']);
  });

  test('whatever is written by a library is read back, as another library reads it', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'Ø', ' ', '&', '<', '"', '\n', ';', '7') })
      .map((t) => t.trim());
    const grid = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(grid, async (rows) => {
        const table = [['Tid', 'Aktivitet', 'Enhet'], ...rows];
        const cells = table.map((row) => row.map((value) => (value === '' ? null : { value, type: String })));
        const bytes = await writeXlsxFile(cells).toBuffer();
        const filled = (all: readonly (readonly unknown[])[]) =>
          all.map((row) => row.map((cell) => cell ?? '')).filter((row) => row.some((cell) => cell !== ''));
        const widened = read(bytes).rows.map(({ cells: own }) => [...own, '', ''].slice(0, 3));
        expect(widened).toEqual(filled(table));
        expect(widened).toEqual(filled(await readSheet(bytes, { trim: true })));
      }),
      { numRuns: 40 },
    );
  });

  test('days and months that a library writes are read as they are shown', async () => {
    const cell = (format: string) => ({ value: new Date(Date.UTC(2026, 8, 15)), type: Date, format });
    const bytes = await writeXlsxFile([[cell('dd.mm.yyyy'), cell('mmmm yyyy')]]).toBuffer();
    expect(read(bytes).rows[0]?.cells).toEqual(['2026-09-15', 'september 2026']);
  });
});

test('ten thousand rows are read', () => {
  const row = ['x', 'Møte & samling', date('2026-09-15'), 42, 'Nordvik; Sørvik', 'En beskrivelse', true, 'K1'];
  const rows = Array.from({ length: 10_000 }, (_, index) => [`Rad ${index}`, ...row.slice(1)]);
  const { rows: found } = read(oneSheet(rows, { inline: true }));
  expect(found).toHaveLength(10_000);
  expect(found.at(-1)?.cells.slice(0, 4)).toEqual(['Rad 9999', 'Møte & samling', '2026-09-15', '42']);
});
