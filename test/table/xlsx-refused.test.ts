import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from '#table/read-table.ts';
import { MAX_UNPACKED } from '#table/zip-parts.ts';
import { buildXlsx, partsOf, zipParts } from './build-xlsx.ts';

const problemOf = (bytes: Uint8Array) => {
  const outcome = readTable(bytes);
  return outcome.ok ? undefined : outcome.problem;
};
const whole = buildXlsx({
  sheets: [
    {
      name: 'Plan',
      rows: [
        ['Tid', 'Aktivitet'],
        ['15/9', 'Møte'],
      ],
    },
  ],
});
/** A workbook whose sheet is this XML. */
const withSheet = (xml: string) => buildXlsx({ sheets: [{ name: 'A', xml }] });
const damaged = { code: 'damaged', looksLike: 'xlsx' };

/** The container that Office keeps an encrypted workbook in: its directory names its streams in UTF-16. */
const container = (...streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    ...streams.map((name) => Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(64)])),
  ]);

describe('a file with a password', () => {
  test('is told from an old workbook by what its container holds', () => {
    expect(problemOf(container('EncryptionInfo', 'EncryptedPackage'))).toEqual({ code: 'encrypted' });
    expect(problemOf(container('Workbook'))).toEqual({ code: 'not-text', looksLike: 'xls' });
  });

  test('may be a zip too', () => {
    const locked = Uint8Array.from(whole);
    locked[6] = 1;
    expect(problemOf(locked)).toEqual({ code: 'encrypted' });
  });
});

describe('what holds more than it seems', () => {
  /** Writes another size than the true one for every part, in the list of entries. */
  const claiming = (bytes: Uint8Array, size: number) => {
    const copy = Buffer.from(bytes);
    const entry = Buffer.from('PK\x01\x02', 'latin1');
    for (let at = copy.indexOf(entry); at >= 0; at = copy.indexOf(entry, at + 4)) copy.writeUInt32LE(size, at + 24);
    return copy;
  };

  test('is refused before it is unpacked', () => {
    const sheet = new Uint8Array(MAX_UNPACKED + 1);
    const parts = Object.entries(partsOf({ sheets: [{ name: 'A' }] })).map(([name, xml]) => [name, Buffer.from(xml)]);
    const bomb = zipSync({ ...Object.fromEntries(parts), 'xl/worksheets/sheet1.xml': sheet }, { level: 9 });
    expect(bomb.byteLength).toBeLessThan(100_000);
    expect(problemOf(bomb)).toMatchObject({ code: 'too-large-unpacked', maxBytes: MAX_UNPACKED });
  });

  test('is refused when its parts are large together', () => {
    expect(problemOf(claiming(whole, MAX_UNPACKED / 3))).toMatchObject({ code: 'too-large-unpacked' });
  });

  test('and lies about it, is cut off there', () => {
    expect(problemOf(claiming(whole, 90))).toEqual(damaged);
  });

  test('pictures in it do not count', () => {
    const parts = Object.entries(partsOf({ sheets: [{ name: 'A', rows: [['a']] }] }));
    const withMedia = zipSync({
      ...Object.fromEntries(parts.map(([name, xml]) => [name, Buffer.from(xml)])),
      'xl/media/image1.png': new Uint8Array(MAX_UNPACKED + 1),
    });
    expect(readTable(withMedia)).toMatchObject({ ok: true });
  });
});

describe('too many rows', () => {
  const row = (cell: string) => `<row>${cell}</row>`;
  const sheet = (rows: string) => withSheet(`<worksheet><sheetData>${rows}</sheetData></worksheet>`);

  test('with text are refused', () => {
    expect(problemOf(sheet(row('<c><v>1</v></c>').repeat(20_001)))).toEqual({ code: 'too-many-rows', maxRows: 20_000 });
  });

  test('without any text are no rows', () => {
    const empty = row('<c s="3"/>').repeat(100_000);
    expect(readTable(sheet(`${empty}${row('<c><v>1</v></c>')}`))).toMatchObject({
      ok: true,
      rows: [{ line: 100_001, cells: ['1'] }],
    });
  });

  test('with a lone text far to the right are refused for their empty cells', () => {
    const far = Array.from({ length: 200 }, (_, index) => `<row r="${index + 1}"><c r="XFD1"><v>1</v></c></row>`);
    expect(problemOf(sheet(far.join('')))).toMatchObject({ code: 'too-many-rows' });
  });

  test('in thousands of merged ranges do not take for ever', () => {
    const rows = row('<c r="A1"><v>1</v></c><c r="Z1"><v>1</v></c>').repeat(15_000);
    const merged = '<mergeCell ref="A1:Z1048576"/>'.repeat(50_000);
    const xml = `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
    expect(readTable(withSheet(xml)).ok).toBe(true);
  });
});

describe('a damaged workbook', () => {
  test('cut off anywhere is told as such', () => {
    for (const part of [0.2, 0.5, 0.8, 0.99]) {
      expect(problemOf(whole.slice(0, whole.length * part))).toEqual(damaged);
    }
  });

  test.each([
    ['tags that do not close', '<worksheet><sheetData><row></sheetData></worksheet>'],
    ['no XML', 'tull'],
    ['nothing', ''],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>'],
  ])('with %s in its sheet', (_, xml) => {
    expect(problemOf(withSheet(xml === '' ? ' ' : xml))).toEqual(damaged);
  });

  test('without a workbook where it says that one is', () => {
    const parts = partsOf({ sheets: [{ name: 'A', rows: [['a']] }] });
    const elsewhere = { ...parts, '_rels/.rels': parts['_rels/.rels']?.replace('workbook.xml', 'bok.xml') ?? '' };
    expect(problemOf(zipParts(elsewhere))).toEqual(damaged);
  });

  test('without its sheet is empty', () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = partsOf({ sheets: [{ name: 'A', rows: [['a']] }] });
    expect(problemOf(zipParts(rest))).toEqual({ code: 'empty' });
  });

  test('gives rows or a problem whatever byte was changed, never an exception', () => {
    const change = fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        return typeof readTable(bytes).ok === 'boolean';
      }),
      { numRuns: 2000 },
    );
  });

  test('gives rows or a problem whatever stands in its sheet', () => {
    const pieces = fc.constantFrom(
      '<row r="3">',
      '</row>',
      '<c r="A1" t="s">',
      '<c s="-1" t="n">',
      '</c>',
      '<v>',
      '</v>',
      '7',
      '1e999',
      '<is>',
      '<t>',
      '&#x0;',
      '&x;',
      '<mergeCell ref="A1:B99"/>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (inside) => {
        return typeof readTable(withSheet(`<worksheet>${inside.join('')}</worksheet>`)).ok === 'boolean';
      }),
    );
  });
});

test('other zips are told for what they are', () => {
  expect(problemOf(zipParts({ 'word/document.xml': '<w/>', 'word/embeddings/workbook.xml': '' }))).toEqual({
    code: 'not-text',
    looksLike: 'word',
  });
  expect(problemOf(zipParts({ 'plan.csv': 'a;b' }))).toEqual({ code: 'not-text', looksLike: 'zip' });
  expect(problemOf(zipParts({ 'xl/workbook.bin': '' }))).toEqual({ code: 'not-text', looksLike: 'xlsb' });
});
