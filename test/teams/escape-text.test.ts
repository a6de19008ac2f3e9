import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownSafe, tagSafe } from '#teams/escape-text.ts';
import { asRead } from '../doubles/teams/card-actions.ts';

/** What makes markdown and mentions, in any order, among words. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ...[
            '*',
            '**',
            '_',
            '__',
            '[',
            ']',
            '(',
            ')',
            '<',
            '>',
            '<at>',
            '</at>',
            '</',
            '&',
            '&lt;',
            ';',
            '#',
            '- ',
            '1. ',
          ],
          ...[
            '`',
            '```',
            '~~',
            '|',
            '---',
            '\\',
            '\n',
            '\r\n',
            ' ',
            '    ',
            ':',
            '!',
            'https://evil.example',
            'Kari',
            'å',
          ],
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

const words = (given: string) => given.replaceAll('\u200B', '').replace(/\s+/gu, ' ').trim();

test('no text becomes a mention, a link or a tag', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const safe of [markdownSafe(given), tagSafe(given)]) {
        expect(safe).not.toMatch(/<\/?at/iu);
        expect(safe).not.toMatch(/\][([:]/u);
        expect(safe).not.toMatch(/<[a-z/!?]/iu);
        expect(safe).not.toMatch(/&#?[a-z0-9]+;/iu);
      }
    }),
    { numRuns: 3000 },
  );
});

test('no line of a text becomes a list, a heading, a quotation, a table or code', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const line of markdownSafe(given).split('\n')) {
        expect(line).not.toMatch(/^\s*(?:[-+*#>|=~`]|\d{1,9}[.)](?:\s|$))/u);
        expect(line).not.toMatch(/^(?: {4}|\t)/u);
      }
    }),
    { numRuns: 3000 },
  );
});

test('no text becomes bold, italic or code: of the signs that could, at most one stands unescaped', () => {
  fc.assert(
    fc.property(text, (given) => {
      for (const line of markdownSafe(given).split('\n')) {
        const bare = line.replaceAll('\u200B', '').replace(/\\[!-/:-@[-`{-~]/gu, 'x');
        const beside = (sign: RegExp) => [...bare.matchAll(sign)].length;
        // Signs with space on both sides, and low lines inside a word, open nothing.
        expect(beside(/(?<=[^\s*])\*+|\*+(?=[^\s*])/gu)).toBeLessThanOrEqual(1);
        expect(beside(/(?<![\p{L}\p{N}_\s]|^)_+|_+(?![\p{L}\p{N}_\s]|$)/gu)).toBeLessThanOrEqual(1);
        expect(beside(/`/gu)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 3000 },
  );
});

test('every text is read as it was written', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(words(asRead(markdownSafe(given)))).toBe(words(given));
      expect(words(tagSafe(given))).toBe(words(given));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['9. oktober', '\u200B9. oktober'],
  ['15.–21. oktober', '15.–21. oktober'],
  ['*obligatorisk', '\u200B*obligatorisk'],
  ['5 * 3 * 2', '5 * 3 * 2'],
  ['snake_case_name', 'snake_case_name'],
  ['_kursiv_ og **fet**', '\\_kursiv\\_ og \\*\\*fet\\*\\*'],
  ['[bank](https://evil.example)', '[bank]\u200B(https://evil.example)'],
  ['<at>Kari</at>', '<\u200Bat>Kari<\u200B/at>'],
  ['a < b & c', 'a < b & c'],
  ['C:\\Mine\\_filer', 'C:\\Mine\\\\_filer'],
  ['første\nandre', 'første\n\nandre'],
])('%j is sent as %j', (given, expected) => {
  expect(markdownSafe(given)).toBe(expected);
});
