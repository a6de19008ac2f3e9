import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPasted } from '#table/pasted/read-pasted.ts';
import { readTable } from '#table/read-table.ts';

const read = (text: string) => {
  const outcome = readPasted(text);
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome;
};
const cellsOf = (text: string) => read(text).rows.map(({ cells }) => cells);

const table = [
  ['Tid', 'Aktivitet', 'Ansvarlig'],
  ['15/9', 'Møte om innføring', 'Nordvik'],
  ['uke 42', 'Kurs', ''],
  ['', 'Samling', 'Sørvik'],
];

describe('a pasted table', () => {
  const nbsp = '\u00a0';
  test.each<[what: string, text: string]>([
    ['from Excel: tabs', table.map((row) => row.join('\t')).join('\r\n')],
    ['in a fence', `\`\`\`\n${table.map((row) => row.join('\t')).join('\n')}\n\`\`\``],
    ['in a fence on the same line', `\`\`\`${table.map((row) => row.join('\t')).join('\n')}\`\`\``],
    ['with characters that nobody sees', `\u200b${table.map((row) => row.join('\t')).join('\n')}\ufeff`],
    ['CSV with semicolons', table.map((row) => row.join(';')).join('\n')],
    ['CSV with commas', table.map((row) => row.join(',')).join('\n')],
    ['columns that line up', table.map((row) => row.map((cell) => cell.padEnd(20)).join('')).join('\n')],
    ['tabs that became four blanks', table.map((row) => row.join('    ')).join('\n')],
    ['tabs that became blanks that do not break', table.map((row) => row.join(nbsp.repeat(4))).join('\n')],
    [
      'Markdown',
      ['Tid|Aktivitet|Ansvarlig', '---|:--:|--', ...table.slice(1).map((row) => row.join(' | '))].join('\n'),
    ],
    [
      'Markdown with edges',
      table.map((row, index) => `| ${row.join(' | ')} |${index === 0 ? '\n|---|---|---|' : ''}`).join('\n'),
    ],
  ])('%s', (_, text) => {
    // An empty cell at the end of a row may be gone.
    expect(cellsOf(text).map((cells) => [...cells, ''].slice(0, 3))).toEqual(table);
    expect(read(text).lines).toBeUndefined();
  });

  test('from Excel has quotation marks around cells with line breaks', () => {
    expect(cellsOf('Tid\tEnhet\n15/9\t"Nordvik\nSørvik"\n')).toEqual([
      ['Tid', 'Enhet'],
      ['15/9', 'Nordvik\nSørvik'],
    ]);
  });

  test('from elsewhere has quotation marks that are text', () => {
    expect(cellsOf('Tid\tAktivitet\n15/9\t"Klar, ferdig\n16/9\tMøte')).toEqual([
      ['Tid', 'Aktivitet'],
      ['15/9', '"Klar, ferdig'],
      ['16/9', 'Møte'],
    ]);
  });

  test('in Markdown counts its lines, and may hold line breaks and bars, and stand among other text', () => {
    const text = 'Her er planen:\n\n| Tid | Aktivitet |\n|---|---|\n| 15/9 | Møte<br>og \\| kurs |\n\nHilsen Kari';
    expect(read(text).rows).toEqual([
      { line: 3, cells: ['Tid', 'Aktivitet'] },
      { line: 5, cells: ['15/9', 'Møte\nog | kurs'] },
    ]);
    expect(readTable(new TextEncoder().encode(text))).toEqual(read(text));
  });

  test('a calendar is read as one', () => {
    const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Møte\nEND:VEVENT\nEND:VCALENDAR';
    expect(cellsOf(text)[1]).toContain('Møte');
  });

  test('whatever cells stand between tabs are read back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'Ø', ' ', ',', ';', '|', '1', '-') })
      .map((text) => text.trim());
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (below) => {
        const all = [['Tid', 'Aktivitet', 'Enhet'], ...below];
        expect(cellsOf(all.map((row) => row.join('\t')).join('\n'))).toEqual(all);
      }),
    );
  });
});

describe('pasted lines', () => {
  test('are a row each, with the numbers of their lines and without the marks of a list', () => {
    const text = '15/9 Samling for alle\n\n- uke 42: Workshops; helst her, eller der\n• Møte i Nordvik, Sørvik - 15/10';
    expect(read(text)).toEqual({
      ok: true,
      lines: true,
      rows: [
        { line: 1, cells: ['15/9 Samling for alle'] },
        { line: 3, cells: ['uke 42: Workshops; helst her, eller der'] },
        { line: 4, cells: ['Møte i Nordvik, Sørvik - 15/10'] },
      ],
    });
  });

  test.each([
    ['a comma in every line', '15/9 Samling, heldag\n16/9 Kurs, halvdag\n17/9 Møte, digitalt'],
    ['a semicolon in every line', '15/9 Samling; Nordvik\n16/9 Kurs; Sørvik'],
    ['a bar in every line', '15/9 | Samling\n16/9 | Kurs'],
    ['two blanks after a full stop', 'Møte 15/9.  Alle kommer.\nKurs 16/9.'],
    ['one line', 'Samling 15/9'],
  ])('with %s are lines', (_, text) => {
    expect(read(text).rows.every(({ cells }) => cells.length === 1)).toBe(true);
    expect(read(text).lines).toBe(true);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', ' \u200b\n\u00a0', { code: 'empty' }],
    ['an empty fence', '```\n```', { code: 'empty' }],
    ['too much', 'x'.repeat(5 * 1024 * 1024 + 1), { code: 'too-large', bytes: 5_242_881, maxBytes: 5_242_880 }],
    ['too many lines', 'x\n'.repeat(20_001), { code: 'too-many-rows', maxRows: 20_000 }],
  ])('%s', (_, text, problem) => {
    expect(readPasted(text)).toEqual({ ok: false, problem });
  });

  test('any text gives rows or a problem, never an exception', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', '  ', '\t', '\n', '|', '-', '"', ';', ',', '```') });
    fc.assert(
      fc.property(text, (pasted) => typeof readPasted(pasted).ok === 'boolean'),
      { numRuns: 1000 },
    );
  });
});
