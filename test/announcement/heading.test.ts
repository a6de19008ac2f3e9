import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headingAndText } from '#announcement/heading.ts';

const long =
  'Opplæringen for alle nattevakter på sykehjemmene i Solvik flyttes fra uke 48 til uke 49 fordi lokalet er opptatt';

describe('what is typed after the command', () => {
  test.each<[typed: string, title: string, text: string]>([
    ['Ny dato for opplæringen', 'Ny dato for opplæringen', ''],
    ['Ny dato for opplæringen.', 'Ny dato for opplæringen', ''],
    ['Ny dato. Den flyttes til uke 49. Si fra.', 'Ny dato', 'Den flyttes til uke 49. Si fra.'],
    ['Kan dere komme? Møtet er kl. 9. Si fra.', 'Kan dere komme?', 'Møtet er kl. 9. Si fra.'],
    ['Møtet er 1. Desember blir travel', 'Møtet er 1. Desember blir travel', ''],
    ['Ta med bl.a. PC. Vi ses', 'Ta med bl.a. PC', 'Vi ses'],
    ['Gå til https://solvik.example.no/kurs. Meld deg på', 'Gå til https://solvik.example.no/kurs', 'Meld deg på'],
    ['Vent …  Mer kommer', 'Vent …  Mer kommer', ''],
    ['Ny dato\nDen flyttes.\n\nHilsen Ingrid', 'Ny dato', 'Den flyttes.\n\nHilsen Ingrid'],
    ['Ny dato. Den flyttes.\nHilsen Ingrid', 'Ny dato', 'Den flyttes.\n\nHilsen Ingrid'],
    [long, 'Opplæringen for alle nattevakter på sykehjemmene i Solvik flyttes fra uke 48 til …', long],
    [
      `${long}. Si fra.`,
      'Opplæringen for alle nattevakter på sykehjemmene i Solvik flyttes fra uke 48 til …',
      `${long}. Si fra.`,
    ],
    ['x'.repeat(100), `${'x'.repeat(80)} …`, 'x'.repeat(100)],
    ['', '', ''],
  ])('%j is the heading %j and the text %j', (typed, title, text) =>
    expect(headingAndText(typed)).toEqual({ title, text }),
  );

  test('is all there, whatever it is, under a heading that can be read in one look', () => {
    const word = fc.constantFrom(
      'Møte',
      'kl.',
      '9.',
      'flyttes,',
      'til',
      'uke',
      '49.',
      'Ja?',
      'Nei!',
      '\n',
      'x'.repeat(90),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const typed = words.join(' ').trim();
        const { title, text } = headingAndText(typed);
        expect(title.length).toBeLessThanOrEqual(82);
        const kept = `${title} ${text}`;
        for (const one of typed.split(/[\s.]+/u)) expect(kept).toContain(one);
      }),
    );
  });
});
