import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asApproximate, readWhen } from '#calendar/read-date.ts';
import { readTime } from '#calendar/time-of-day.ts';

/** A plan that starts in August 2026: what is written without a year lies between June 2026 and May 2027. */
const plan = { starts: '2026-08-15' };

type Row = [text: string, start: string, end: string, precision: string, time?: string];

const days: Row[] = [
  ['15/7', '2026-07-15', '2026-07-15', 'day'],
  ['15.7', '2026-07-15', '2026-07-15', 'day'],
  ['15.7.', '2026-07-15', '2026-07-15', 'day'],
  ['15.07.18', '2018-07-15', '2018-07-15', 'day'],
  ['15/7-18', '2018-07-15', '2018-07-15', 'day'],
  ['15/7 2018', '2018-07-15', '2018-07-15', 'day'],
  ['1.9.2018', '2018-09-01', '2018-09-01', 'day'],
  ['1. 9. 2018', '2018-09-01', '2018-09-01', 'day'],
  ['15-09-2018', '2018-09-15', '2018-09-15', 'day'],
  ['2026-04-01', '2026-04-01', '2026-04-01', 'day'],
  ['20260401', '2026-04-01', '2026-04-01', 'day'],
  ['15. mars', '2027-03-15', '2027-03-15', 'day'],
  ['15 mars 2026', '2026-03-15', '2026-03-15', 'day'],
  ['3 apr', '2027-04-03', '2027-04-03', 'day'],
  ['19.desember', '2026-12-19', '2026-12-19', 'day'],
  ['15.sep.26', '2026-09-15', '2026-09-15', 'day'],
  ['den 15:e september', '2026-09-15', '2026-09-15', 'day'],
  ['15th of September', '2026-09-15', '2026-09-15', 'day'],
  ['September 15, 2026', '2026-09-15', '2026-09-15', 'day'],
  ['tirsdag 9. oktober 2018', '2018-10-09', '2018-10-09', 'day'],
  ['tis 9 okt 2018', '2018-10-09', '2018-10-09', 'day'],
  ['  TIRSDAG   9.\nOKTOBER 2018 ', '2018-10-09', '2018-10-09', 'day'],
  ['tirsdag i uke 42', '2026-10-13', '2026-10-13', 'day'],
  ['vecka 42, tisdag', '2026-10-13', '2026-10-13', 'day'],
  ['innen 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['senest 15.9.', '2026-09-15', '2026-09-15', 'day'],
  ['senast 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['t.o.m. 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['før 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['fr.o.m. 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['by 15 September', '2026-09-15', '2026-09-15', 'day'],
  ['frist: 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['15.–15. september', '2026-09-15', '2026-09-15', 'day'],
  ['ikke før 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['ferdig 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['15/9, hele dagen', '2026-09-15', '2026-09-15', 'day'],
  ['formiddag 15/9', '2026-09-15', '2026-09-15', 'day'],
  ['fra 15/9 og utover', '2026-09-15', '2026-09-15', 'day'],
  ['15/9–', '2026-09-15', '2026-09-15', 'day'],
  ['2026-09-15T00:00:00.000Z', '2026-09-15', '2026-09-15', 'day'],
  ['15.09.2026 00:00', '2026-09-15', '2026-09-15', 'day'],
];

const periods: Row[] = [
  ['uke 42', '2026-10-12', '2026-10-18', 'week'],
  ['u42', '2026-10-12', '2026-10-18', 'week'],
  ['veke 42', '2026-10-12', '2026-10-18', 'week'],
  ['v. 12', '2027-03-22', '2027-03-28', 'week'],
  ['vecka 12', '2027-03-22', '2027-03-28', 'week'],
  ['week 12', '2027-03-22', '2027-03-28', 'week'],
  ['uke 42 2018', '2018-10-15', '2018-10-21', 'week'],
  ['2018-W42', '2018-10-15', '2018-10-21', 'week'],
  ['uke 42 (15.–21. oktober 2018)', '2018-10-15', '2018-10-21', 'week'],
  ['uke 53', '2026-12-28', '2027-01-03', 'week'],
  ['mars', '2027-03-01', '2027-03-31', 'month'],
  ['mars 2026', '2026-03-01', '2026-03-31', 'month'],
  ['Sept-26', '2026-09-01', '2026-09-30', 'month'],
  ['09.2026', '2026-09-01', '2026-09-30', 'month'],
  ['2026-09', '2026-09-01', '2026-09-30', 'month'],
  ['i løpet av februar måned', '2027-02-01', '2027-02-28', 'month'],
  ['under maj', '2027-05-01', '2027-05-31', 'month'],
  ['innen utgangen av mars', '2027-03-01', '2027-03-31', 'month'],
  ['Q3 2026', '2026-07-01', '2026-09-30', 'quarter'],
  ['3. kvartal', '2026-07-01', '2026-09-30', 'quarter'],
  ['tredje kvartalet 2026', '2026-07-01', '2026-09-30', 'quarter'],
  ['2nd quarter of 2027', '2027-04-01', '2027-06-30', 'quarter'],
  ['2. tertial', '2026-05-01', '2026-08-31', 'range'],
  ['tertial 2', '2026-05-01', '2026-08-31', 'range'],
  ['T1 2027', '2027-01-01', '2027-04-30', 'range'],
  ['andre halvår', '2026-07-01', '2026-12-31', 'range'],
  ['H1 2027', '2027-01-01', '2027-06-30', 'range'],
  ['i løpet av 2026', '2026-01-01', '2026-12-31', 'range'],
];

const ranges: Row[] = [
  ['15.-17. september', '2026-09-15', '2026-09-17', 'range'],
  ['15–17/9', '2026-09-15', '2026-09-17', 'range'],
  ['15.9.–17.9.', '2026-09-15', '2026-09-17', 'range'],
  ['15/9-17/9', '2026-09-15', '2026-09-17', 'range'],
  ['15. og 16. september', '2026-09-15', '2026-09-16', 'range'],
  ['15/9 → 17/9', '2026-09-15', '2026-09-17', 'range'],
  ['v 42 t o m v 43', '2026-10-12', '2026-10-25', 'range'],
  ['fra 15. til 17. september', '2026-09-15', '2026-09-17', 'range'],
  ['mellan 15 och 17 september', '2026-09-15', '2026-09-17', 'range'],
  ['tirsdag 15. – torsdag 17. september 2026', '2026-09-15', '2026-09-17', 'range'],
  ['September 15–17, 2026', '2026-09-15', '2026-09-17', 'range'],
  ['2026-09-15/2026-09-17', '2026-09-15', '2026-09-17', 'range'],
  ['15-09-2026 - 17-09-2026', '2026-09-15', '2026-09-17', 'range'],
  ['28/12-3/1', '2026-12-28', '2027-01-03', 'range'],
  ['uke 42-43', '2026-10-12', '2026-10-25', 'range'],
  ['uke 42, 43 og 45', '2026-10-12', '2026-11-08', 'range'],
  ['veckorna 51–2', '2026-12-14', '2027-01-17', 'range'],
  ['september/oktober', '2026-09-01', '2026-10-31', 'range'],
  ['juni–august', '2026-06-01', '2026-08-31', 'range'],
  ['nov–feb', '2026-11-01', '2027-02-28', 'range'],
  ['nov 2025 – feb 2026', '2025-11-01', '2026-02-28', 'range'],
  ['3.-4. kvartal', '2026-07-01', '2026-12-31', 'range'],
  ['Q3–Q4 2027', '2027-07-01', '2027-12-31', 'range'],
  ['2026–2027', '2026-01-01', '2027-12-31', 'range'],
];

const inDoubt: Row[] = [
  ['antatt mars', '2027-03-01', '2027-03-31', 'approximate'],
  ['mars, antatt', '2027-03-01', '2027-03-31', 'approximate'],
  ['uke 42 (foreløpig)', '2026-10-12', '2026-10-18', 'approximate'],
  ['Antatt tidspunkt: mars', '2027-03-01', '2027-03-31', 'approximate'],
  ['ca. 15/9', '2026-09-15', '2026-09-15', 'approximate'],
  ['15/9?', '2026-09-15', '2026-09-15', 'approximate'],
  ['preliminärt v. 12', '2027-03-22', '2027-03-28', 'approximate'],
  ['approx. March', '2027-03-01', '2027-03-31', 'approximate'],
  ['truleg i veke 42', '2026-10-12', '2026-10-18', 'approximate'],
  ['primo mai', '2027-05-01', '2027-05-10', 'approximate'],
  ['medio mai', '2027-05-11', '2027-05-20', 'approximate'],
  ['ultimo mai', '2027-05-21', '2027-05-31', 'approximate'],
  ['midten av mai', '2027-05-11', '2027-05-20', 'approximate'],
  ['mitten av maj', '2027-05-11', '2027-05-20', 'approximate'],
  ['först i slutet av mars', '2027-03-21', '2027-03-31', 'approximate'],
  ['in mid-May', '2027-05-11', '2027-05-20', 'approximate'],
  ['medio august – medio september', '2026-08-11', '2026-09-20', 'approximate'],
  ['månedsskiftet mai/juni', '2027-05-25', '2027-06-07', 'approximate'],
  ['fra og med høsten 2019', '2019-09-01', '2019-11-30', 'approximate'],
  ["hösten '26", '2026-09-01', '2026-11-30', 'approximate'],
  ['vinteren 2027', '2026-12-01', '2027-02-28', 'approximate'],
  ['før jul', '2026-11-26', '2026-12-23', 'approximate'],
  ['före sommaren', '2026-06-03', '2026-06-30', 'approximate'],
  ['før nyttår', '2026-12-04', '2026-12-31', 'approximate'],
  ['på nyåret', '2027-01-01', '2027-01-31', 'approximate'],
  ['etter påske 2019', '2019-04-23', '2019-05-20', 'approximate'],
  ['start oktober', '2026-10-01', '2026-10-10', 'approximate'],
  ['primo/medio mai', '2027-05-01', '2027-05-20', 'approximate'],
  ['ev. uke 42', '2026-10-12', '2026-10-18', 'approximate'],
  ['c:a v. 12', '2027-03-22', '2027-03-28', 'approximate'],
  ['høst', '2026-09-01', '2026-11-30', 'approximate'],
  ['vår', '2027-03-01', '2027-05-31', 'approximate'],
  ['hausten 2026', '2026-09-01', '2026-11-30', 'approximate'],
  ['tidlig høst', '2026-09-01', '2026-10-15', 'approximate'],
  ['sen vår', '2027-04-17', '2027-05-31', 'approximate'],
  ['etter skolestart', '2026-09-01', '2026-09-28', 'approximate'],
  ['i høstferien', '2026-09-28', '2026-10-11', 'approximate'],
  ['höstlovet', '2026-10-26', '2026-11-01', 'approximate'],
  ['före sportlovet', '2027-01-18', '2027-02-14', 'approximate'],
  ['efter semestern', '2026-08-16', '2026-09-12', 'approximate'],
  ['midsommar 2027', '2027-06-25', '2027-06-27', 'approximate'],
  ['rundt nyttår', '2026-12-28', '2027-01-04', 'approximate'],
  ['påsken 2027', '2027-03-25', '2027-03-29', 'approximate'],
];

const timed: Row[] = [
  ['15/9 kl. 9–15', '2026-09-15', '2026-09-15', 'day', '09:00–15:00'],
  ['15/9 kl 0930', '2026-09-15', '2026-09-15', 'day', '09:30'],
  ['kl. 9 den 15/9', '2026-09-15', '2026-09-15', 'day', '09:00'],
  ['15/9 09.00-15.30', '2026-09-15', '2026-09-15', 'day', '09:00–15:30'],
  ['15/9 (kl. 9–15)', '2026-09-15', '2026-09-15', 'day', '09:00–15:00'],
  ['15/9, 09:00', '2026-09-15', '2026-09-15', 'day', '09:00'],
  ['15 September at 2 pm', '2026-09-15', '2026-09-15', 'day', '14:00'],
  ['15 September 9–11 am', '2026-09-15', '2026-09-15', 'day', '09:00–11:00'],
  ['2026-04-01T09:00', '2026-04-01', '2026-04-01', 'day', '09:00'],
  ['2026-04-01T00:00:00.000Z', '2026-04-01', '2026-04-01', 'day'],
];

describe('a date cell is read as its author meant it', () => {
  test.each([...days, ...periods, ...ranges, ...inDoubt, ...timed])('%j', (text, start, end, precision, time) => {
    const read = readWhen(text, plan);
    expect(read).toEqual({
      ok: true,
      when: { start, end, precision, text: text.trim() },
      ...(time === undefined ? {} : { time }),
    });
  });
});

describe('what has no date is unknown, with its words kept', () => {
  test.each([
    '',
    '-',
    '?',
    'TBA',
    'tbd',
    'fortløpende',
    'Löpande',
    'avklares senere',
    'ikke avklart',
    'datum inte bestämt',
    'no date set',
    'hver mandag',
    'annenhver uke',
    'varannan vecka',
    'hver mandag kl. 9',
    'etter behov',
    'uten dato',
    'saknas',
    'så snart som mulig',
    'antatt',
    '2026',
    'antatt 2026',
  ])('%j', (text) => {
    expect(readWhen(text, plan)).toEqual({ ok: true, when: { start: null, end: null, precision: 'unknown', text } });
  });
});

describe('what does not exist is refused, never bent to a near date', () => {
  test.each([
    ['31/2', { code: 'no-such-day' }],
    ['29/2', { code: 'no-such-day' }],
    ['0/5', { code: 'no-such-day' }],
    ['31. september', { code: 'no-such-day' }],
    ['28.–31. september', { code: 'no-such-day' }],
    ['2026-02-29', { code: 'no-such-day' }],
    ['15/13', { code: 'no-such-month', month: 13 }],
    ['2026-13', { code: 'no-such-month', month: 13 }],
    ['uke 54', { code: 'no-such-week', week: 54, year: 2026, weeks: 53 }],
    ['uke 53 2018', { code: 'no-such-week', week: 53, year: 2018, weeks: 52 }],
    ['uke 0', { code: 'no-such-week', week: 0, year: 2027, weeks: 52 }],
    ['5. kvartal', { code: 'no-such-period', number: 5, last: 4 }],
    ['4. tertial', { code: 'no-such-period', number: 4, last: 3 }],
    ['15/9 kl. 25', { code: 'no-such-time' }],
    ['15/9 09:75', { code: 'no-such-time' }],
    ['mandag 9. oktober 2018', { code: 'wrong-weekday', day: '2018-10-09' }],
    ['17.–15. september', { code: 'ends-before-start' }],
    ['uke 43-42', { code: 'ends-before-start' }],
    ['2027–2026', { code: 'ends-before-start' }],
    ['Trondheim', { code: 'not-understood' }],
    ['15/9, Trondheim', { code: 'not-understood' }],
    ['kl. 9', { code: 'not-understood' }],
    ['42', { code: 'not-understood' }],
    ['neste uke', { code: 'not-understood' }],
    // The 26th of May or May 2026.
    ['mai 26', { code: 'not-understood' }],
    ['45200', { code: 'serial-number', day: '2023-10-01' }],
    ['45200,5', { code: 'serial-number', day: '2023-10-01' }],
    ['99999', { code: 'not-understood' }],
    // July in English, Christmas in Norwegian and Swedish.
    ['jul', { code: 'not-understood' }],
  ])('%j', (text, trouble) => {
    expect(readWhen(text, plan)).toEqual({ ok: false, problem: { ...trouble, text } });
  });
});

describe('the year of a date that names none', () => {
  const startOf = (text: string, hints: Parameters<typeof readWhen>[1]) => {
    const read = readWhen(text, hints);
    return read.ok ? read.when.start : read.problem.code;
  };

  test('is the one of the row', () => expect(startOf('15/7', { year: 2018, starts: '2026-08-15' })).toBe('2018-07-15'));
  test('is the one in the text before all others', () => expect(startOf('15/7-19', { year: 2018 })).toBe('2019-07-15'));
  test('is refused, not guessed, where nothing says it', () => expect(startOf('15/7', {})).toBe('no-year'));

  test.each([
    ['15/8', '2018-08-15', undefined, '2018-08-15'],
    ['20/6', '2018-08-15', undefined, '2018-06-20'],
    ['10/6', '2018-08-15', undefined, '2019-06-10'],
    ['15/1', '2018-08-15', '2018-12-12', '2019-01-15'],
    ['1/4', '2018-08-15', '2019-03-01', '2019-04-01'],
    ['1/12', '2018-08-15', '2019-01-20', '2018-12-01'],
    ['18/9', undefined, '2018-09-20', '2018-09-18'],
    ['1/4', undefined, '2018-09-20', '2019-04-01'],
    ['uke 1', undefined, '2018-12-20', '2018-12-31'],
    ['29/2', undefined, '2019-06-01', '2020-02-29'],
  ])('%s in a plan that starts %s, after a row at %s, lies at %s', (text, starts, after, expected) => {
    expect(startOf(text, { ...(starts && { starts }), ...(after && { after }) })).toBe(expected);
  });

  test('follows a plan from August to April over the new year, row by row', () => {
    let after: string | undefined;
    const starts = ['20/8', 'uke 42', '6/11', 'desember', '15/1', 'v. 8', 'mars', '1/4'].map((text) => {
      const start = startOf(text, { starts: '2018-08-15', ...(after && { after }) });
      after = start ?? after;
      return start?.slice(0, 7);
    });
    expect(starts).toEqual(['2018-08', '2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03', '2019-04']);
  });

  test('is the year beside the row’s where only that meets the month it stands under', () => {
    expect(startOf('uke 1', { year: 2018, month: 12 })).toBe('2018-12-31');
    expect(startOf('uke 53', { year: 2021, month: 1 })).toBe('2020-12-28');
    expect(startOf('28/12-3/1', { year: 2019, month: 1 })).toBe('2018-12-28');
    expect(startOf('15/7', { year: 2018, month: 8 })).toBe('2018-07-15');
  });
});

describe('the month that a row stands under', () => {
  test.each([
    ['', '2018-10-01', '2018-10-31', 'month'],
    ['antatt', '2018-10-01', '2018-10-31', 'approximate'],
    ['15.', '2018-10-15', '2018-10-15', 'day'],
    ['15.–17.', '2018-10-15', '2018-10-17', 'range'],
    ['uke 42-43', '2018-10-15', '2018-10-28', 'range'],
    ['medio november', '2018-11-11', '2018-11-20', 'approximate'],
  ])('makes %j of 2018 %s to %s', (text, start, end, precision) => {
    expect(readWhen(text, { year: 2018, month: 10 })).toEqual({ ok: true, when: { start, end, precision, text } });
  });

  test('does not give "fortløpende" a date', () => {
    expect(readWhen('fortløpende', { year: 2018, month: 10 })).toMatchObject({ when: { precision: 'unknown' } });
  });
});

test('an approximate date keeps its days, and an unknown one stays unknown', () => {
  const month = { start: '2018-11-01', end: '2018-11-30', precision: 'month', text: '' } as const;
  expect(asApproximate(month)).toEqual({ ...month, precision: 'approximate' });
  const none = { start: null, end: null, precision: 'unknown', text: 'TBA' } as const;
  expect(asApproximate(none)).toBe(none);
});

test.each(['1,', 'før ', '2026 ', 'uke 42 og ', 'i ', 'tirsdag før 2026 ', '(', 'kl. 9 ', '15.-'])(
  'a cell of nothing but %j is answered at once',
  (scrap) => {
    // Each of these made up a way to be taken apart; a limit on the ways is what lets this test end at all.
    expect(readWhen(scrap.repeat(2000), plan)).toMatchObject({ ok: false });
    expect(readWhen(scrap.repeat(16).slice(0, 80), plan)).toMatchObject({ ok: expect.any(Boolean) });
  },
);

test('any text at all is read or refused, and what is read begins no later than it ends', () => {
  const scraps = fc.constantFrom(
    '15',
    '/',
    '.',
    '-',
    ' ',
    'uke',
    'mars',
    'Q3',
    '2026',
    'kl.',
    'til',
    'før',
    'tirsdag',
    'jul',
    ',',
    '(',
    ')',
    '13',
    '0',
    'og',
    '?',
    '–',
    'T',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(scraps, { maxLength: 8 }).map((of) => of.join('')),
  );
  const hints = fc.constantFrom({}, plan, { year: 2018 }, { year: 2018, month: 2 }, { after: '2019-12-31' });
  fc.assert(
    fc.property(text, hints, (written, known) => {
      const read = readWhen(written, known);
      if (!read.ok) {
        expect(read.problem.text).toBe(written.trim());
        return;
      }
      const { start, end, precision } = read.when;
      expect(start === null).toBe(precision === 'unknown');
      if (start !== null && end !== null) expect(start <= end).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('the hour in a column of hours', () => {
  test.each([
    ['12:00', { time: '12:00' }],
    ['12.10', { time: '12:10' }],
    ['Kl. 9', { time: '09:00' }],
    ['kl 09.00–15.30', { time: '09:00–15:30' }],
    ['9-15', { time: '09:00–15:00' }],
    ['0930', { time: '09:30' }],
    ['09:00:00', { time: '09:00' }],
    ['25:00', { code: 'no-such-time' }],
    ['etter lunsj', undefined],
    ['15/9', undefined],
    ['', undefined],
  ])('%j', (text, expected) => expect(readTime(text)).toEqual(expected));
});
