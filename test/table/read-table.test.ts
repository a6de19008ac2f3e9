import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_BYTES } from '#table/outcome.ts';
import { readTable } from '#table/read-table.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Windows-1252 for the letters used here: below 256 it is Latin-1, apart from the few signs written out. */
const windows1252 = (text: string) =>
  Uint8Array.from(text, (character) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[character] ?? character.charCodeAt(0));

const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(2 + text.length * 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

const cellsOf = (bytes: Uint8Array) => {
  const outcome = readTable(bytes);
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome.rows.map((row) => row.cells);
};

const problemOf = (bytes: Uint8Array) => {
  const outcome = readTable(bytes);
  return outcome.ok ? undefined : outcome.problem;
};

describe('encodings', () => {
  const text = 'Tid;Aktivitet\r\n15/9;Møte på Røros – “gjøre ferdig”\r\n';
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(text, true)],
    ['UTF-16, big end first', utf16(text, false)],
    ['Windows-1252', windows1252(text)],
  ])('%s is read as it was meant', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual([
      ['Tid', 'Aktivitet'],
      ['15/9', 'Møte på Røros – “gjøre ferdig”'],
    ]);
  });
});

describe('separators', () => {
  test.each([
    ['comma, with semicolons between units', 'Tid,Aktivitet,Enhet\n1/9,Møte,A; B; C\n2/9,Samling,A; B\n', 3],
    ['semicolon, with commas in the text', 'Tid;Aktivitet\n1/9;Møte, samling, kurs\n2/9;Kurs, prat\n', 2],
    ['tab, with both in the text', 'Tid\tAktivitet\tEnhet\n1/9\tMøte, kurs\tA; B\n', 3],
    ['semicolon, with commas in the headings', 'Tid;Aktivitet, tiltak\n1/9;Møte\n', 2],
    ['comma, with semicolons inside quotes', '"Tid","Aktivitet"\n"1/9;2/9;3/9","Møte; kurs; prat"\n', 2],
    ['comma, under a title line of its own', 'Plan for høsten\n\nTid,Aktivitet,Enhet\n1/9,Møte,A\n2/9,Kurs,B\n', 3],
    ['none: a single column with a comma in one row', 'Aktivitet\nMøte, heldag\nKurs\nPrat\n', 1],
  ])('%s', (_, text, columns) => {
    expect(cellsOf(utf8(text)).at(-1)).toHaveLength(columns);
  });

  test('a first line that names the separator is obeyed and is no row', () => {
    expect(readTable(utf8('sep=;\r\nTid;Aktivitet, tiltak, kurs\r\n'))).toEqual({
      ok: true,
      rows: [{ line: 1, cells: ['Tid', 'Aktivitet, tiltak, kurs'] }],
    });
  });
});

describe('rows', () => {
  test('are numbered as a spreadsheet shows them: blank rows count, a cell with line breaks is one row', () => {
    const outcome = readTable(utf8('Tid,Aktivitet\n\n1/9,"Møte\nsom varer\nlenge"\n,\n2/9,Kurs\n'));
    expect(outcome).toEqual({
      ok: true,
      rows: [
        { line: 1, cells: ['Tid', 'Aktivitet'] },
        { line: 2, cells: [''] },
        { line: 3, cells: ['1/9', 'Møte\nsom varer\nlenge'] },
        { line: 4, cells: ['', ''] },
        { line: 5, cells: ['2/9', 'Kurs'] },
      ],
    });
  });

  test('may mix line endings and lengths', () => {
    expect(cellsOf(utf8('a,b,c\r\n1,2\n3,4,5,6\r7'))).toEqual([
      ['a', 'b', 'c'],
      ['1', '2'],
      ['3', '4', '5', '6'],
      ['7'],
    ]);
  });

  test('a quotation mark in the middle of a cell is text', () => {
    expect(cellsOf(utf8('Tid,Aktivitet\n1/9,Møte om "innføring" i høst\n'))[1]).toEqual([
      '1/9',
      'Møte om "innføring" i høst',
    ]);
  });

  test('blanks around a quoted cell do not belong to it', () => {
    expect(cellsOf(utf8('a, "b, c" ,d\n1, "2, 3" ,4\n'))[1]).toEqual(['1', '2, 3', '4']);
  });

  test('whatever is written as CSV is read back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'ø', ' ', ',', ';', '"', '\n', '1', '–') })
      .map((c) => c.trim());
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          // The heading shows the separator, as in every real file; the cells may hold the other two.
          const table = [['Tid', 'Aktivitet', 'Enhet'], ...rows];
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = table.map((cells) => cells.map(quoted).join(separator)).join('\n');
          expect(cellsOf(utf8(text))).toEqual(table);
        },
      ),
    );
  });
});

describe('what is no table', () => {
  test.each([
    ['nothing', utf8('')],
    ['a byte order mark alone', utf8('\ufeff')],
    ['blank lines', utf8('\r\n \r\n\t\r\n')],
  ])('%s is empty', (_, bytes) => {
    expect(problemOf(bytes)).toEqual({ code: 'empty' });
  });

  test.each([
    ['xlsb', 'PK\x03\x04....[Content_Types].xml....xl/workbook.bin'],
    ['word', 'PK\x03\x04....[Content_Types].xml....word/document.xml'],
    ['ods', 'PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['zip', 'PK\x03\x04....plan.csv'],
    ['pdf', '%PDF-1.7\n'],
    ['xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['image', '\x89PNG\r\n\x1a\n'],
    ['html', '<!DOCTYPE html><table></table>'],
    ['binary', 'Tid,Aktivitet\n1/9,\x00\x01\x02'],
  ])('%s is named for what it looks like', (looksLike, text) => {
    expect(problemOf(Buffer.from(text, 'latin1'))).toEqual({ code: 'not-text', looksLike });
  });

  test.each([
    ['never closed', 'a,b\n\n"x\ny",1\nz,"q\nr\n'],
    ['closed in the middle of a cell', 'a,b\n\n"x\ny",1\n"z"q,2\n'],
  ])('a quotation mark that is %s is found with its row', (_, text) => {
    expect(problemOf(utf8(text))).toEqual({ code: 'quotes', row: 4 });
  });

  test('a file over five megabytes is refused unread', () => {
    expect(problemOf(new Uint8Array(MAX_BYTES + 1))).toMatchObject({ code: 'too-large', maxBytes: MAX_BYTES });
  });

  test.each([
    ['line breaks', '\n'],
    ['separators', ','],
  ])('a file of millions of %s is refused', (_, character) => {
    expect(problemOf(utf8(`a,b\n${character.repeat(4_000_000)}1`))).toMatchObject({ code: 'too-many-rows' });
  });

  test('a row wider than any spreadsheet is refused', () => {
    const wide = (columns: number) => utf8(`Tid;Aktivitet\n1/10;Kurs${';x'.repeat(columns - 2)}\n`);
    expect(readTable(wide(16_384)).ok).toBe(true);
    expect(problemOf(wide(16_385))).toEqual({ code: 'too-many-columns', maxColumns: 16_384 });
  });

  test('any bytes give rows or a problem, never an exception', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof readTable(bytes).ok === 'boolean'));
  });
});

test('ten thousand rows are read', () => {
  const text = `Tid;Aktivitet;Enhet\n${'15/9;"Møte, heldag";Nordvik\n'.repeat(10_000)}`;
  expect(cellsOf(utf8(text))).toHaveLength(10_001);
});
