import { describe, expect, test } from 'vitest';
import { readLines } from '#plan/reading/read-lines.ts';
import { readPlan } from '#plan/reading/read-plan.ts';

const lines = (text: string) => text.split('\n').map((line, index) => ({ line: index + 1, cells: [line] }));

/** What becomes of lines: row, title, date and units of each activity. */
function read(text: string) {
  const found = readLines(lines(text));
  if (!found) return undefined;
  const plan = readPlan(found.rows, { starts: '2026-08-01', country: 'NO', columns: found.columns });
  return {
    rows: plan.accepted.map(({ row, title, when, units, time }) =>
      [row, title, when.start, when.end, when.precision, units.join(' + '), ...(time ? [time] : [])].join(' | '),
    ),
    refused: plan.refused.map(({ row, value, problem }) => `${row} ${value} ${problem.code}`),
    questions: plan.questions,
  };
}

describe('lines typed into a chat', () => {
  test('are rows with their date first or last, and a unit after a dash', () => {
    expect(
      read(`15/9 Samling for alle
Kick-off – 1/10
uke 42: Workshops – Nordvik kommune
20/10 kl. 9–15 Fagdag
Styringsgruppemøte – 27. oktober – Nordvik og Sørfjord kommune
- Opplæring innen 15. november (Sørfjord kommune)
1. desember Frist for innspill
Før jul: Status til ledelsen
Q1 2027 – Oppsummering, del 2
• mars: Evaluering
[ ] **3. april** Avslutning`)?.rows,
    ).toEqual([
      '1 | Samling for alle | 2026-09-15 | 2026-09-15 | day | ',
      '2 | Kick-off | 2026-10-01 | 2026-10-01 | day | ',
      '3 | Workshops | 2026-10-12 | 2026-10-18 | week | Nordvik kommune',
      '4 | Fagdag | 2026-10-20 | 2026-10-20 | day |  | 09:00–15:00',
      '5 | Styringsgruppemøte | 2026-10-27 | 2026-10-27 | day | Nordvik og Sørfjord kommune',
      '6 | Opplæring | 2026-11-15 | 2026-11-15 | day | Sørfjord kommune',
      '7 | Frist for innspill | 2026-12-01 | 2026-12-01 | day | ',
      '8 | Status til ledelsen | 2026-11-26 | 2026-12-23 | approximate | ',
      '9 | Oppsummering, del 2 | 2027-01-01 | 2027-03-31 | quarter | ',
      '10 | Evaluering | 2027-03-01 | 2027-03-31 | month | ',
      '11 | Avslutning | 2027-04-03 | 2027-04-03 | day | ',
    ]);
  });

  test('stand under months and sections, and keep their numbers', () => {
    expect(
      read(`Plan for opplæringen

September 2026
15. Samling
22.–23. Kurs for superbrukere
Forberedelser:
Bestille rom
Oktober
5. Prøve`)?.rows,
    ).toEqual([
      '4 | Samling | 2026-09-15 | 2026-09-15 | day | ',
      '5 | Kurs for superbrukere | 2026-09-22 | 2026-09-23 | range | ',
      '7 | Bestille rom | 2026-09-01 | 2026-09-30 | month | ',
      '9 | Prøve | 2026-10-05 | 2026-10-05 | day | ',
    ]);
  });

  test('are understood in Swedish and English', () => {
    expect(
      read('v. 42: Utbildning – Norrvik kommun\nden 3 november Uppföljning\nefter jul – utvärdering')?.rows,
    ).toEqual([
      '1 | Utbildning | 2026-10-12 | 2026-10-18 | week | Norrvik kommun',
      '2 | Uppföljning | 2026-11-03 | 2026-11-03 | day | ',
      '3 | utvärdering | 2026-12-27 | 2027-01-23 | approximate | ',
    ]);
    expect(read('15 September: Kick-off\nReview, mid-October')?.rows).toEqual([
      '1 | Kick-off | 2026-09-15 | 2026-09-15 | day | ',
      '2 | Review | 2026-10-11 | 2026-10-20 | approximate | ',
    ]);
  });

  test('with a date that does not exist are refused as in a file', () => {
    const found = read('15/9 Samling\n31/9 Kurs\nuke 54: Fest');
    expect(found?.rows).toHaveLength(1);
    expect(found?.refused).toEqual(['2 31/9 date', '3 uke 54 date']);
    expect(found?.questions).toEqual([]);
  });

  test('of other kinds are no plan', () => {
    expect(read('Hei alle sammen\nKan noen se på dette før 15/9?\nMvh Kari')).toBeUndefined();
    expect(read('Mars blir travel\nMai blir verre')).toBeUndefined();
    expect(read('15/9 Samling')).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  test('keep a figure that counts, a name with a dash and a text in brackets', () => {
    expect(read('15/9 Møte 2 – del én\n16/9 12 superbrukere møtes\n17/9 Prøve (frivillig)')?.rows).toEqual([
      '1 | Møte 2 – del én | 2026-09-15 | 2026-09-15 | day | ',
      '2 | 12 superbrukere møtes | 2026-09-16 | 2026-09-16 | day | ',
      '3 | Prøve (frivillig) | 2026-09-17 | 2026-09-17 | day | ',
    ]);
  });

  test('name the programme’s units, whatever they are called', () => {
    const found = readLines(lines('15/9 Prøve – Fjordriket\n16/9 Fest – Stranda'), (name) => name === 'Fjordriket');
    expect(found?.rows.map(({ cells }) => cells)).toEqual([
      ['15/9', 'Prøve', 'Fjordriket'],
      ['16/9', 'Fest – Stranda', ''],
    ]);
  });
});
