import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitArguments, understand } from '#chat/grammar.ts';

const commands = [
  { verb: 'help', words: { nb: ['hjelp', 'meny'], sv: ['hjälp'] } },
  { verb: 'poll', words: { nb: ['avstemning'], sv: ['omröstning'] } },
  { verb: 'unit', words: { nb: ['enhet', 'enheter'], sv: ['enhet', 'enheter'] } },
  { verb: 'settings', words: { nb: ['innstillinger'], sv: ['inställningar'] } },
  { verb: 'remind', words: { nb: ['påminn'], sv: ['påminn'] } },
  { verb: 'ready', words: { nb: ['klar'], sv: ['redo'] } },
];

describe('a line is taken apart into arguments', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['one two', ['one', 'two']],
    ['  one   two  ', ['one', 'two']],
    ['"Hvor står du?" "Er i gang" Ikke', ['Hvor står du?', 'Er i gang', 'Ikke']],
    ['“Hvor står du?” “Ja”', ['Hvor står du?', 'Ja']],
    ['„Hvor står du?“ „Ja“', ['Hvor står du?', 'Ja']],
    ['”Var står du?” ”Ja”', ['Var står du?', 'Ja']],
    ['«Hvor står du?» «Ja»', ['Hvor står du?', 'Ja']],
    ['»Hvor står du?« »Ja«', ['Hvor står du?', 'Ja']],
    ['‹Hvor står du?› ‹Ja›', ['Hvor står du?', 'Ja']],
    // A phone turns one of the two into a curly one.
    ['"Hvor står du?” “Ja"', ['Hvor står du?', 'Ja']],
    ['"Q""A""B"', ['Q', 'A', 'B']],
    ['«Q»«A»', ['Q', 'A']],
    ['before"within it"after', ['before', 'within it', 'after']],
    ['"Er «vi» klare?" "Ja"', ['Er «vi» klare?', 'Ja']],
    ['«Hva betyr "klar"?» Ja', ['Hva betyr "klar"?', 'Ja']],
    ['"  blanks around  "', ['blanks around']],
    ['"" "  " one', ['one']],
    ['"never closed, to the end', ['never closed, to the end']],
    ["Kari's enhet", ["Kari's", 'enhet']],
    ['one\u00A0two\u202Fthree', ['one', 'two', 'three']],
    ['"one\u00A0two"', ['one two']],
    ['one\ntwo\tthree', ['one', 'two', 'three']],
    ['\u200Bone\uFEFF', ['one']],
    ['👩\u200D⚕️', ['👩\u200D⚕️']],
    ['Bla\u030A', ['Blå']],
  ])('%j', (line, args) => {
    expect(splitArguments(line)).toEqual(args);
  });

  const plain = fc.stringMatching(/^[A-Za-zÆØÅæøåÄÖäö0-9?.,-]{1,12}$/u);
  const phrase = fc.array(plain, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const quoted = (text: string) =>
    fc.constantFrom(`"${text}"`, `“${text}”`, `«${text}»`, `”${text}”`, `»${text}«`, `‹${text}›`);

  test('what stands in quotes of any kind comes out as it was put in', () => {
    fc.assert(
      fc.property(
        fc
          .array(phrase, { maxLength: 6 })
          .chain((phrases) => fc.tuple(fc.constant(phrases), fc.tuple(...phrases.map(quoted)))),
        fc.constantFrom(' ', '\u00A0', '   ', ''),
        ([phrases, typed], between) => {
          expect(splitArguments(typed.join(between))).toEqual(phrases);
        },
      ),
    );
  });

  test('no argument is ever empty or has blanks around it, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        for (const one of splitArguments(line)) expect(one).toBe(one.trim() || 'never empty');
      }),
    );
  });

  test('the letters of what is typed come out in their order', () => {
    const letters = (text: string) =>
      text.normalize('NFC').replace(/[\s"“”„‟«»‹›\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (line) => {
        expect(letters(splitArguments(line).join(' '))).toBe(letters(line));
      }),
    );
  });
});

describe('the command is found', () => {
  test.each([
    ['help', 'help'],
    ['hjelp', 'help'],
    ['hjälp', 'help'],
    ['HJÄLP', 'help'],
    ['Hja\u0308lp', 'help'],
    ['meny', 'help'],
    ['hjelp?', 'help'],
    ['Hjelp.', 'help'],
    ['/hjelp', 'help'],
    ['  hjelp  ', 'help'],
    ['\u00A0hjelp\u00A0meg', 'help'],
    ['omröstning', 'poll'],
    ['avstemning"Klare?" Ja Nei', 'poll'],
    ['avstemning, takk', 'poll'],
    ['ENHETER', 'unit'],
    ['inställningar', 'settings'],
    ['påminn', 'remind'],
    ['redo', 'ready'],
  ])('%j is %s', (line, verb) => {
    expect(understand(line, commands).found?.verb).toBe(verb);
  });

  test('with its arguments, and all that was typed after it as it was', () => {
    expect(understand('Avstemning:  "Er vi klare?"  Ja  Nei', commands)).toMatchObject({
      found: { verb: 'poll' },
      args: ['Er vi klare?', 'Ja', 'Nei'],
      rest: '"Er vi klare?"  Ja  Nei',
    });
  });

  test('in any case of letters, in every language', () => {
    const names = commands.flatMap((c) =>
      [c.verb, ...c.words.nb, ...c.words.sv].map((word) => ({ word, verb: c.verb })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.boolean()), ({ word, verb }, up) => {
        const typed = [...word].map((letter, i) => (up[i] ? letter.toUpperCase() : letter)).join('');
        expect(understand(`${typed} rest`, commands)).toMatchObject({ found: { verb }, rest: 'rest' });
      }),
    );
  });
});

describe('what is not a command is answered with the nearest', () => {
  test.each([
    ['hjel', ['help']],
    ['hjlp', ['help']],
    ['avsteming "Q"', ['poll']],
    ['omrostning', ['poll']],
    ['instillinger', ['settings']],
    ['innstill', ['settings']],
    ['paminn', ['remind']],
    ['kla', ['ready']],
    ['xyzzyx', []],
    ['', []],
  ])('%j', (line, verbs) => {
    const understood = understand(line, commands);
    expect(understood.found).toBeUndefined();
    if (understood.found === undefined) expect(understood.nearest.map((c) => c.verb)).toEqual(verbs);
  });

  test('and with the word, or with the line when it begins with a quote', () => {
    expect(understand('Tull og tøys', commands)).toMatchObject({ word: 'tull' });
    expect(understand('"Klare?" Ja', commands)).toMatchObject({ word: '"Klare?" Ja' });
  });

  test('at most three, none twice, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        const understood = understand(line, commands);
        if (understood.found) return;
        expect(understood.nearest.length).toBeLessThanOrEqual(3);
        expect(new Set(understood.nearest).size).toBe(understood.nearest.length);
      }),
    );
  });
});
