import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesIn } from '#chat/addresses.ts';
import { addressesIn as addressesOnPage } from '../../src/web/page/addresses.ts';

describe.each([
  ['of Teams and Slack', addressesIn],
  ['of the page', addressesOnPage],
] as const)('web addresses in a text %s', (_, find) => {
  test.each<[text: string, addresses: string[]]>([
    ['Se https://solvik.example.no/kurs.', ['https://solvik.example.no/kurs']],
    ['(se https://solvik.example.no/a_(b))', ['https://solvik.example.no/a_(b)']],
    [
      'https://a.example.no, https://b.example.no/?q=1&r=æ#x!',
      ['https://a.example.no', 'https://b.example.no/?q=1&r=æ#x'],
    ],
    ['«https://a.example.no/»', ['https://a.example.no/']],
    ['https://a.example.no( https://a.example.no).', ['https://a.example.no', 'https://a.example.no']],
    ['http://a.example.no', []],
    ['javascript:alert(1) data:text/html,x ftp://a.example.no', []],
    ['https://bank.example.no@evil.example.com/', []],
    ['https://localhost/x https://', []],
    ['xhttps://a.example.no', []],
    ['[Logg inn](https://a.example.no)', ['https://a.example.no']],
    ['<https://a.example.no|Logg inn>', ['https://a.example.no']],
    ['ingen', []],
  ])('%j: %j', (text, addresses) =>
    expect(find(text).flatMap((part) => ('address' in part ? [part.address] : []))).toEqual(addresses),
  );

  test('together with the rest are the text, letter by letter, and nothing is empty', () => {
    const piece = fc.constantFrom(
      'https://',
      'a.example.no',
      '/x',
      ' ',
      '.',
      ')',
      '(',
      '@',
      '\n',
      '*',
      '_',
      'å',
      '"',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), (pieces) => {
        const text = pieces.join('');
        const parts = find(text).map((part) => ('text' in part ? part.text : part.address));
        expect(parts.join('')).toBe(text);
        expect(parts).not.toContain('');
      }),
    );
  });
});
