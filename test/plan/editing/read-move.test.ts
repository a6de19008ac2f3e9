import { describe, expect, test } from 'vitest';
import { readWhen } from '#calendar/read-date.ts';
import { readNewWhen } from '#plan/editing/new-when.ts';
import { readHalt, readMove } from '#plan/editing/read-move.ts';
import { dates } from '../a-row.ts';

const titles = ['Workshops', 'Overgang til ny journal', 'Opplæring', 'Opplæring i mars', 'Fast lane', 'K3'];
const words = {
  names: (text: string) => titles.some((title) => title.toLowerCase() === text.toLowerCase()),
  isDate(text: string) {
    const read = readWhen(text, { year: 2026 });
    return read.ok && read.when.start !== null;
  },
};

test('of a long text the first forty words may name a row', () => {
  const tried: string[] = [];
  const names = (text: string) => tried.push(text) === 0;
  readMove('a '.repeat(2000), { ...words, names });
  readHalt('a '.repeat(2000), { names });
  expect(tried.length).toBeLessThan(200);
});

describe('what is typed after "move"', () => {
  test.each([
    ['Workshops til uke 44', 'Workshops', 'uke 44', ''],
    ['Workshops to week 44 because the vendor is late', 'Workshops', 'week 44', 'the vendor is late'],
    ['Workshops til uke 44 fordi leverandøren er forsinket', 'Workshops', 'uke 44', 'leverandøren er forsinket'],
    ['Workshops till vecka 44 eftersom vi väntar på avtal', 'Workshops', 'vecka 44', 'vi väntar på avtal'],
    ['Workshops till 3 november för att lokalen är upptagen', 'Workshops', '3 november', 'lokalen är upptagen'],
    ['Overgang til ny journal til 3. november', 'Overgang til ny journal', '3. november', ''],
    [
      'Overgang til ny journal til mars fordi vi må vente til mars',
      'Overgang til ny journal',
      'mars',
      'vi må vente til mars',
    ],
    ['"Overgang til ny journal" til "uke 44" fordi "vi venter"', 'Overgang til ny journal', 'uke 44', 'vi venter'],
    ['«Workshops» «uke 44» leverandøren er forsinket', 'Workshops', 'uke 44', 'leverandøren er forsinket'],
    ['“Workshops” uke 44', 'Workshops', 'uke 44', ''],
    ['Workshops uke 44', 'Workshops', 'uke 44', ''],
    ['Opplæring i mars til april', 'Opplæring i mars', 'april', ''],
    ['Workshops til uke 44, leverandøren er forsinket', 'Workshops', 'uke 44', 'leverandøren er forsinket'],
    ['Workshops til 15.–17. september på grunn av ferie', 'Workshops', '15.–17. september', 'ferie'],
    ['Workshops', 'Workshops', '', ''],
    ['Workshops fordi alt er forsinket', 'Workshops', '', 'alt er forsinket'],
    ['Workshops til tull', 'Workshops', 'tull', ''],
    ['Ukjent ting til uke 44', 'Ukjent ting', 'uke 44', ''],
    ['k3 til 15/9 kl. 9', 'k3', '15/9 kl. 9', ''],
    ['', '', '', ''],
  ])('"%s"', (text, row, when, reason) => {
    expect(readMove(text, words)).toEqual({ row, when, reason });
  });
});

describe('what is typed after "pause" and "cancel"', () => {
  test.each([
    ['Workshops', 'Workshops', ''],
    ['Workshops fordi leverandøren er forsinket', 'Workshops', 'leverandøren er forsinket'],
    ['Workshops: ingen lokaler', 'Workshops', 'ingen lokaler'],
    ['Workshops ingen lokaler', 'Workshops', 'ingen lokaler'],
    ['«Overgang til ny journal» "vi venter på avtale"', 'Overgang til ny journal', 'vi venter på avtale'],
    ['Opplæring i mars smitte', 'Opplæring i mars', 'smitte'],
    ['Noe ukjent', 'Noe ukjent', ''],
  ])('"%s"', (text, row, reason) => {
    expect(readHalt(text, words)).toEqual({ row, reason });
  });
});

describe('a date without a year', () => {
  test.each([
    // typed, where the row stands, today, start
    ['uke 44', '2026-10-12', '2026-08-03', '2026-10-26'],
    ['februar', '2027-06-07', '2026-10-12', '2027-02-01'],
    ['januar', '2026-03-02', '2026-10-12', '2027-01-01'],
    ['mars', '2027-03-01', '2026-10-12', '2027-03-01'],
    ['uke 2', '2026-12-28', '2026-10-12', '2027-01-11'],
    ['mars', null, '2026-10-12', '2027-03-01'],
    ['uke 30 2028', '2026-10-12', '2026-08-03', '2028-07-24'],
    ['uke 53', '2027-01-11', '2026-10-12', '2026-12-28'],
    ['1/5/2025', '2026-10-12', '2026-08-03', '2025-05-01'],
  ])('"%s" of a row that stands on %s, on %s, is %s', (text, from, today, start) => {
    expect(readNewWhen(text, dates(from), today)).toMatchObject({ ok: true, when: { start, text } });
  });

  test('that does not exist is refused, and so is what is no date', () => {
    expect(readNewWhen('31/2', dates('2026-10-12'), '2026-08-03')).toMatchObject({ problem: { code: 'no-such-day' } });
    expect(readNewWhen('avklares', dates('2026-10-12'), '2026-08-03')).toEqual({ ok: false });
  });
});
