import { describe, expect, test } from 'vitest';
import type { PlanProblem, PlanWarning } from '#plan/problem.ts';
import type { TableProblem } from '#table/read-table.ts';
import { sayProblem, sayTableNotice, sayTableProblem, sayWarning } from '#words/say-problem.ts';

const text = '31/2';

describe('what is wrong with a row is said in words', () => {
  test.each<[problem: PlanProblem, nb: string]>([
    [{ code: 'date', problem: { code: 'no-such-day', text } }, '«31/2» finnes ikke.'],
    [
      { code: 'date', problem: { code: 'no-such-month', month: 13, text: '15/13' } },
      '«15/13»: det finnes ingen måned nummer 13.',
    ],
    [
      { code: 'date', problem: { code: 'no-such-week', week: 54, year: 2018, weeks: 52, text: 'uke 54' } },
      '«uke 54» finnes ikke; 2018 har 52 uker.',
    ],
    [
      { code: 'date', problem: { code: 'no-such-period', number: 5, last: 4, text: 'Q5' } },
      '«Q5» finnes ikke; et år har bare 4.',
    ],
    [
      { code: 'date', problem: { code: 'no-such-time', text: 'kl. 25' } },
      '«kl. 25» har et klokkeslett som ikke finnes.',
    ],
    [
      { code: 'date', problem: { code: 'wrong-weekday', day: '2018-10-09', text: 'mandag 9/10' } },
      '«mandag 9/10» stemmer ikke; 9. oktober 2018 er en tirsdag.',
    ],
    [
      { code: 'date', problem: { code: 'ends-before-start', text: '17.–15. mai' } },
      '«17.–15. mai» slutter før det begynner.',
    ],
    [
      { code: 'ends-before-start', start: '2026-09-15', end: '2026-09-10' },
      'Raden slutter (10. september 2026) før den begynner (15. september 2026).',
    ],
    [{ code: 'not-a-year' }, '«31/2» er ikke et årstall med fire sifre.'],
    [{ code: 'not-a-month' }, '«31/2» er ikke en måned.'],
    [{ code: 'no-title-column' }, 'Klar finner ingen kolonne med aktiviteter. Gi den overskriften «Aktivitet».'],
  ])('%j', (problem, nb) => {
    expect(sayProblem('nb', problem, text)).toBe(nb);
  });

  test.each<[warning: PlanWarning, nb: string]>([
    [{ code: 'weekend', day: '2018-09-01' }, '1. september 2018 er en lørdag.'],
    [{ code: 'holiday', day: '2018-12-25' }, '25. desember 2018 er en fridag.'],
    [{ code: 'other-month', monthOfRow: 9 }, '«31/2» ligger ikke i september, der raden står.'],
    [{ code: 'out-of-order', before: 4 }, 'Datoen ligger før rad 4, som står over.'],
    [{ code: 'no-date' }, 'Raden har ingen dato.'],
    [{ code: 'unknown-type', kind: 'meeting' }, 'Klar kjenner ikke typen «31/2» og leser raden som møte.'],
  ])('%j', (warning, nb) => {
    expect(sayWarning('nb', warning, text)).toBe(nb);
  });

  test.each<[problem: TableProblem, nb: string]>([
    [
      { code: 'too-large', bytes: 6_500_000, maxBytes: 5 * 1024 * 1024 },
      'Filen er på 6,2 MB. Klar tar imot filer på inntil 5 MB.',
    ],
    [
      { code: 'quotes', row: 4 },
      'Et anførselstegn i rad 4 åpner en celle som aldri lukkes. Rett det opp, eller lagre filen som CSV på nytt.',
    ],
    [
      { code: 'not-text', looksLike: 'pdf' },
      'Filen ser ut til å være en PDF. Lagre tabellen som Excel-fil (.xlsx) eller CSV og prøv igjen.',
    ],
    [
      { code: 'encrypted' },
      'Filen er beskyttet med passord. Fjern passordet i Excel (Fil > Informasjon > Beskytt arbeidsbok) og send den på nytt.',
    ],
    [
      { code: 'damaged', looksLike: 'xlsx' },
      'Excel-filen er skadet og lar seg ikke lese. Åpne den i Excel, lagre den på nytt og prøv igjen.',
    ],
    [
      { code: 'no-such-sheet', sheet: 'Plan', sheets: ['Ark1', 'Ark2'] },
      'Arbeidsboken har ikke noe ark som heter «Plan». Arkene heter: Ark1, Ark2.',
    ],
  ])('%j', (problem, nb) => {
    expect(sayTableProblem('nb', problem).replaceAll('\u00a0', ' ')).toBe(nb);
  });
});

test('what a table leaves out is said', () => {
  const notice = { code: 'more-times', row: 2, title: 'Ukemøte', kept: 105 } as const;
  expect(sayTableNotice('nb', notice)).toBe(
    '«Ukemøte» gjentas så mange ganger at Klar bare har tatt med de 105 første.',
  );
});

test('each reader gets their own language and way of writing dates', () => {
  const warning = { code: 'weekend', day: '2018-09-01' } as const;
  expect(sayWarning('nn', warning, '')).toBe('1. september 2018 er en lørdag.');
  expect(sayWarning('sv', warning, '')).toBe('1 september 2018 är en lördag.');
  expect(sayWarning('en', warning, '')).toBe('1 September 2018 is a Saturday.');
});
