import { describe, expect, test } from 'vitest';
import { readOwnDate } from '#plan/export/own-date.ts';

const read = (text: string, first: string, last: string, precision: string) =>
  readOwnDate({ text, first, last, precision });

describe('A date in columns of Klar’s own', () => {
  test.each([
    ['15/7', '2019-07-15', '2019-07-15', 'dag', 'day'],
    ['uke 42', '2018-10-15', '2018-10-21', 'vecka', 'week'],
    ['uke 1', '2018-12-31', '2019-01-06', 'week', 'week'],
    ['november–februar', '2018-11-01', '2019-02-28', 'periode', 'range'],
    ['', '2026-03-01', '2026-03-31', 'måned', 'month'],
    ['medio mai', '2027-05-11', '2027-05-20', 'antatt', 'approximate'],
    // Excel writes a day as its reader does when it saves a CSV.
    ['15/7', '15.07.2019', '15.07.2019', 'Dag', 'day'],
    // The author's own columns had headings that made the words; nothing says that they mean other days.
    ['Ukenr. 42', '2018-10-15', '2018-10-21', 'uke', 'week'],
    ['så snart lokalet er klart', '2026-09-01', '2026-09-30', 'ungefärlig', 'approximate'],
  ])('%j from %s to %s as «%s» keeps days, precision and words', (text, first, last, word, precision) => {
    const own = read(text, first, last, word);
    const iso = (day: string) => day.replace(/^(\d\d)\.(\d\d)\.(\d{4})$/u, '$3-$2-$1');
    expect(own?.when).toEqual({ start: iso(first), end: iso(last), precision, text });
    expect(own?.differsFrom).toBeUndefined();
  });

  test('keeps the hour that its words hold', () => {
    expect(read('15/9 kl. 9–15', '2026-09-15', '2026-09-15', 'dag')?.time).toBe('09:00–15:00');
  });

  test('that was moved in its words goes by the words, near the days that it had, and tells of those', () => {
    const moved = read('uke 43', '2018-10-15', '2018-10-21', 'uke');
    expect(moved?.when).toMatchObject({ start: '2018-10-22', end: '2018-10-28', precision: 'week', text: 'uke 43' });
    expect(moved?.differsFrom).toEqual({ start: '2018-10-15', end: '2018-10-21' });
    const overNewYear = read('10. januar', '2018-12-20', '2018-12-20', 'dag');
    expect(overNewYear?.when.start).toBe('2019-01-10');
  });

  test('whose words now say that it is open has no days any more', () => {
    expect(read('avklares', '2018-10-15', '2018-10-21', 'uke')?.when).toMatchObject({
      start: null,
      precision: 'unknown',
    });
  });

  test('is none without a word for its precision, or with days that contradict it: then the row is read as any other', () => {
    expect(read('15/7', '2019-07-15', '2019-07-15', '')).toBeUndefined();
    expect(read('15/7', '2019-07-15', '2019-07-15', 'sånn omtrent')).toBeUndefined();
    expect(read('15/7', '2019-07-15', '', 'dag')).toBeUndefined();
    expect(read('15/7', '2019-07-15', '2019-07-14', 'periode')).toBeUndefined();
    expect(read('15/7', '2019-07-15', '2019-07-16', 'dag')).toBeUndefined();
    expect(read('15/7', '', '', 'ikke satt')).toBeUndefined();
    expect(read('15/7 2020', '', '', 'ikke satt')).toBeUndefined();
  });

  test('that is not set keeps its words', () => {
    expect(read('etter avtale', '', '', 'inte bestämd')?.when).toEqual({
      start: null,
      end: null,
      precision: 'unknown',
      text: 'etter avtale',
    });
  });
});
