import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPasted } from '#table/pasted/read-pasted.ts';
import { pastedTable } from '#teams/pasted-table.ts';

const read = (content: unknown, contentType = 'text/html') => pastedTable({ attachments: [{ contentType, content }] });
const mention = '<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Klar</span>';

test.each<[string, string, string]>([
  [
    'rows and cells',
    '<table><tbody><tr><th>Tid</th><th>Aktivitet</th></tr><tr><td>15/9</td><td>Møte</td></tr></tbody></table>',
    'Tid\tAktivitet\n15/9\tMøte',
  ],
  [
    'the words around it, without the mention of Klar',
    `<div><p>${mention}&nbsp;importer</p><table><tr><td>15/9</td><td>Møte</td></tr></table><p>Takk</p></div>`,
    'importer\n15/9\tMøte\nTakk',
  ],
  [
    'markup and entities in cells',
    '<table><tr><td><p><b>M&oslash;te &amp; kaff&#233;</b></p></td><td> a\n b </td></tr></table>',
    'M&oslash;te & kaffé\ta b',
  ],
  [
    'lines in a cell',
    '<table><tr><td>Nordvik<br>S&#248;rfjord</td><td>sier "hei"</td></tr></table>',
    '"Nordvik\nSørfjord"\t"sier ""hei"""',
  ],
  [
    'cells without their end, as HTML allows',
    '<table><tr><td>15/9<td>Møte<tr><td>16/9<td>Samling</table>',
    '15/9\tMøte\n16/9\tSamling',
  ],
  [
    'a cell that reaches over rows, which stands in each of them',
    '<table><tr><td rowspan="2">15/9</td><td>Møte</td></tr><tr><td>Samling</td></tr><tr><td>16/9</td><td>Kurs</td></tr></table>',
    '15/9\tMøte\n15/9\tSamling\n16/9\tKurs',
  ],
  [
    'a cell that reaches over columns, once',
    '<table><tr><td colspan=2>September</td><td>x</td></tr><tr><td>15/9</td><td>Møte</td><td>y</td></tr></table>',
    'September\t\tx\n15/9\tMøte\ty',
  ],
])('a table is read: %s', (_, html, expected) => {
  expect(read(html)).toBe(expected);
});

test.each<[string, unknown, string?]>([
  ['HTML without a table', '<p>importer</p>'],
  ['a table of one cell', '<table><tr><td>hei</td></tr></table>'],
  ['a card', { body: [] }, 'application/vnd.microsoft.card.adaptive'],
  ['a table in something that is no HTML', '<table><tr><td>a</td><td>b</td></tr></table>', 'text/plain'],
])('nothing is read from %s', (_, content, type) => {
  expect(read(content, type)).toBeUndefined();
});

test('what is typed into the cells of a table is what Klar reads, whatever it is', () => {
  const cell = fc
    .stringMatching(/^[a-zæøå<&>"';,. 0-9]{1,12}$/u)
    .map((text) => text.replace(/\s+/gu, ' ').trim() || 'x');
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 6 }), (rows) => {
      const html = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('');
      const table = readPasted(read(`<table>${html}</table>`) ?? '');
      expect(table.ok && table.rows.map(({ cells }) => cells)).toEqual(rows);
    }),
    // More semicolons than tabs part nothing.
    {
      examples: [
        [
          [
            [';', '<', ';;'],
            [',', 'a', ';;;>'],
          ],
        ],
      ],
    },
  );
});

test('a text full of brackets is read to its end', () => {
  expect(read(`<table><tr><td>${'<'.repeat(150_000)}`)).toBeUndefined();
  expect(read(`<table${' <td colspan=9999 rowspan=9999>'.repeat(6000)}`)).toBeUndefined();
});
