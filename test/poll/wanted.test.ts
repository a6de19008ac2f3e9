import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedFor } from '#poll/from-command.ts';
import { checkWanted, optionLines } from '#poll/wanted.ts';

describe('what is typed after the command', () => {
  test.each([
    { typed: '"Klar?" "Ja" "Nei"', question: 'Klar?', options: ['Ja', 'Nei'] },
    { typed: '«Hvor står du?» “Er i gang” Ikke', question: 'Hvor står du?', options: ['Er i gang', 'Ikke'] },
    { typed: 'anonym "Klar?" "Ja" "Nei"', question: 'Klar?', options: ['Ja', 'Nei'], names: 'anonymous' },
    {
      typed: '"Klar?" Anonymous "Ja" "Nei" several',
      question: 'Klar?',
      options: ['Ja', 'Nei'],
      names: 'anonymous',
      choice: 'several',
    },
    { typed: '"Hvor mange?" "Få" "flere" flera', question: 'Hvor mange?', options: ['Få', 'flere'], choice: 'several' },
    {
      typed: '"Skal vi være anonyme?" "anonym" "med navn"',
      question: 'Skal vi være anonyme?',
      options: ['anonym', 'med navn'],
    },
    { typed: '"Klar?" "Ja" "Nei', question: 'Klar?', options: ['Ja', 'Nei'] },
    { typed: '"steng" "Ja" "Nei"', question: 'steng', options: ['Ja', 'Nei'] },
  ])('$typed is a poll', ({ typed, question, options, names = 'named', choice = 'single' }) => {
    expect(askedFor(typed)).toEqual({
      what: 'poll',
      wanted: { question, options, names, choice, closes: 'none', day: '' },
    });
  });

  test.each([
    { typed: '', question: '', names: 'named', choice: 'single' },
    { typed: '"Klar?"', question: 'Klar?', names: 'named', choice: 'single' },
    { typed: 'Skal flere   være med?', question: 'Skal flere være med?', names: 'named', choice: 'single' },
    { typed: 'anonym flere', question: '', names: 'anonymous', choice: 'several' },
  ])('«$typed» opens the form with what is there', ({ typed, question, names, choice }) => {
    expect(askedFor(typed)).toMatchObject({ what: 'form', wanted: { question, options: [], names, choice } });
  });

  test.each(['close', 'steng', 'Stäng'])('%s closes', (typed) => {
    expect(askedFor(typed)).toEqual({ what: 'close' });
  });

  test('is read without failing, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '«', '»', ' ', 'a', '\n', '@') }),
        (typed) => void askedFor(typed),
      ),
    );
  });
});

describe('a poll', () => {
  const check = (question: string, ...options: string[]) => checkWanted({ question, options });

  test('is tidied: spaces, and blank lines of the form', () => {
    expect(checkWanted({ question: '  Er dere\n klare? ', options: optionLines(' Ja \r\n\r\nNesten  da\n') })).toEqual({
      ok: true,
      question: 'Er dere klare?',
      options: ['Ja', 'Nesten da'],
    });
  });

  test.each([
    { says: 'without a question', given: check(' ', 'Ja', 'Nei'), what: 'no-question', field: 'question' },
    {
      says: 'with 301 characters of question',
      given: check('x'.repeat(301), 'Ja', 'Nei'),
      what: 'long-question',
      field: 'question',
    },
    { says: 'with one option', given: check('Klar?', 'Ja', ' '), what: 'few-options', field: 'options' },
    {
      says: 'with 21 options',
      given: check('Klar?', ...Array.from({ length: 21 }, (_, i) => `${i}`)),
      what: 'many-options',
      field: 'options',
    },
    {
      says: 'with an option of 76 characters',
      given: check('Klar?', 'Ja', 'x'.repeat(76)),
      what: 'long-option',
      field: 'options',
    },
    {
      says: 'with two options that differ in case and spaces',
      given: check('Klar?', 'Ja  takk', 'ja takk '),
      what: 'same-option',
      field: 'options',
    },
  ])('$says is refused at its field', ({ given, what, field }) => {
    expect(given).toMatchObject({ ok: false, problem: { what, field } });
  });

  test('may have 300 characters of question and 20 options of 75', () => {
    const options = Array.from({ length: 20 }, (_, i) => `${i}`.padEnd(75, 'x'));
    expect(check('x'.repeat(300), ...options)).toMatchObject({ ok: true, options });
  });
});
