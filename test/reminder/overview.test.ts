import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#calendar/working-day.ts';
import { personId } from '#people/person.ts';
import { unit } from '#people/programme.ts';
import type { Activity, Revision, RowContent } from '#plan/activity.ts';
import { withoutContact } from '#reminder/no-contact.ts';
import { hasAny, lateForWeeks, mondayOf, overviewDay, overviewOf } from '#reminder/overview.ts';
import { defaultRules } from '#reminder/rules.ts';
import { overviewData } from '#reminder/view-list.ts';
import { activity, anyWhen, day, period, unknown } from './plans.ts';

const nordvik = unit.parse({ id: 'nordvik', name: 'Nordvik kommune', aliases: ['Nordvik'] });
const fjord = unit.parse({
  id: 'fjord',
  name: 'Sørfjord',
  people: [{ person: personId.parse('ola'), role: 'deputy' }],
});
const programme = { units: [nordvik, fjord], timeZone: 'Europe/Oslo' };
const planOf = (activities: Activity[], revisions: Revision[] = []) => ({ activities, revisions });
const titles = (rows: readonly Activity[]) => rows.map(({ title }) => title);

describe('the day of the overview', () => {
  test.each([
    ['2026-11-02', 'NO', '2026-11-02'],
    ['2026-11-08', 'NO', '2026-11-02'],
    // Easter Monday 2026 is 6 April.
    ['2026-04-06', 'NO', '2026-04-07'],
    ['2026-05-25', 'NO', '2026-05-26'],
    ['2026-12-31', 'NO', '2026-12-28'],
  ] as const)('in the week of %s it is %s %s', (any, where, expected) => {
    expect(overviewDay(any, where)).toBe(expected);
  });

  test('is a working day of its week, whichever day of the week one asks on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.constantFrom('NO', 'SE'), (days, country) => {
        const any = Temporal.PlainDate.from('2024-01-01').add({ days }).toString();
        const found = overviewDay(any, country);
        expect(found).toBe(overviewDay(mondayOf(any), country));
        if (found) expect([isWorkingDay(found, country), mondayOf(found)]).toEqual([true, mondayOf(any)]);
      }),
    );
  });
});

describe('the overview', () => {
  const rows = [
    activity({ row: 2, title: 'Forsinket', when: day('2026-10-28') }),
    activity({ row: 3, title: 'I dag', when: day('2026-11-02'), units: ['Nordvik', 'Sørfjord'] }),
    activity({ row: 4, title: 'Neste uke', when: day('2026-11-10'), units: ['Sørfjord'] }),
    activity({ row: 5, title: 'Uken etter', when: day('2026-11-16') }),
    activity({ row: 6, title: 'Ferdig', when: day('2026-11-03'), state: 'done' }),
    activity({ row: 7, title: 'I november', when: period('2026-11-01', '2026-11-30', 'month') }),
    activity({ row: 8, title: 'I 2026', when: period('2026-01-01', '2026-12-31', 'approximate') }),
    activity({ row: 9, title: 'Møte i går', kind: 'meeting', when: day('2026-11-01') }),
    activity({ row: 10, title: 'Uten dato', when: unknown }),
  ];

  test('of all of the plan: late, this week, next week, and what has no date', () => {
    const { late, thisWeek, nextWeek, undated } = overviewOf(planOf(rows), programme, null, '2026-11-02');
    expect(titles(late)).toEqual(['Forsinket']);
    expect(titles(thisWeek)).toEqual(['I dag', 'I november']);
    expect(titles(nextWeek)).toEqual(['Neste uke']);
    expect(undated).toBe(1);
  });

  test('of a unit: its own rows, by any of its names', () => {
    expect(titles(overviewOf(planOf(rows), programme, [nordvik], '2026-11-02').thisWeek)).toEqual([
      'I dag',
      'I november',
    ]);
    expect(titles(overviewOf(planOf(rows), programme, [fjord], '2026-11-02').thisWeek)).toEqual(['I dag']);
    expect(titles(overviewOf(planOf(rows), programme, [fjord], '2026-11-02').late)).toEqual([]);
  });

  describe('of what has been late for long', () => {
    const late = (row: number, end: string) => activity({ row, title: end, when: day(end), units: ['Nordvik'] });
    const old = late(2, '2026-09-01');

    test.each([
      // A row is told of for four weeks after its last day, and no longer.
      ['2026-09-02', [old], ['2026-09-01'], 0, true],
      ['2026-09-28', [old], ['2026-09-01'], 0, true],
      ['2026-09-29', [old], ['2026-09-01'], 0, true],
      ['2026-09-30', [old], [], 1, false],
      ['2027-08-30', [old], [], 1, false],
      // One that is newly late brings the week back, and what was late before is counted.
      ['2026-11-02', [old, late(3, '2026-08-01'), late(4, '2026-11-01')], ['2026-11-01'], 2, true],
      // So does what comes.
      ['2026-11-02', [old, late(3, '2026-11-05')], [], 1, true],
      ['2026-11-02', [old, late(3, '2026-11-09')], [], 1, true],
      ['2026-11-02', [old, late(3, '2026-11-16')], [], 1, false],
    ])('a unit on %s', (today, rows, told, counted, isSent) => {
      const overview = overviewOf(planOf(rows), programme, [nordvik], today);
      expect(titles(overview.late)).toEqual(told);
      expect(overview.longLate).toHaveLength(counted);
      expect(hasAny(overview, false)).toBe(isSent);
    });

    describe('is told for as long from when it came to be late in the plan', () => {
      const revision = (number: number, at: string, before?: Partial<RowContent> | null): Revision => ({
        number,
        at,
        by: personId.parse('kari'),
        kind: 'import',
        source: '',
        rows: 1,
        ...(before === undefined
          ? {}
          : { changes: [{ id: old.id, before: before && { ...old, ...before }, after: old }] }),
      });
      const first = revision(1, '2026-06-01T07:00:00Z');
      const halted = { as: 'paused', reason: '', by: personId.parse('kari'), at: '' } as const;

      test.each([
        ['it has stood there all the time', [first], false],
        ['the plan was brought in', [revision(1, '2026-11-02T06:00:00Z')], true],
        ['the row was brought in', [first, revision(2, '2026-10-30T06:00:00Z', null)], true],
        ['it was brought in long ago', [first, revision(2, '2026-09-30T06:00:00Z', null)], false],
        ['it was moved back', [first, revision(2, '2026-10-30T06:00:00Z', { when: day('2026-12-24') })], true],
        ['it was on pause', [first, revision(2, '2026-10-30T06:00:00Z', { halted })], true],
        ['it was another unit’s', [first, revision(2, '2026-10-30T06:00:00Z', { units: ['Sørfjord'] })], true],
        ['it was put into other words', [first, revision(2, '2026-10-30T06:00:00Z', { title: 'Kurs' })], false],
      ])('%s', (_, revisions, isTold) => {
        const { late, longLate } = overviewOf(planOf([old], revisions), programme, [nordvik], '2026-11-02');
        expect([late.length, longLate.length]).toEqual(isTold ? [1, 0] : [0, 1]);
      });
    });

    test('who owns the programme sees all of it, with for how long', () => {
      const overview = overviewOf(planOf([old]), programme, null, '2026-12-07');
      expect([titles(overview.late), overview.longLate, hasAny(overview, true)]).toEqual([['2026-09-01'], [], true]);
      const about = { language: 'nb', today: '2026-12-07', programme: 'Ny journal', unit: undefined } as const;
      expect(overviewData(overview, about).rows[0]?.when).toBe('1. september · 3 måneder på overtid');
    });

    test('a unit whose plan stands still gets no more of it than five weeks’ overviews, whatever is late and however long one looks', () => {
      const plan = fc.array(anyWhen, { minLength: 1, maxLength: 8 });
      fc.assert(
        fc.property(plan, fc.integer({ min: 0, max: 1500 }), (whens, days) => {
          const rows = whens.map((when, index) => activity({ row: index + 2, when }));
          const first = mondayOf(Temporal.PlainDate.from('2024-01-01').add({ days }).toString());
          const told = new Map<string, number>();
          for (let week = 0; week < 30; week += 1) {
            const today = Temporal.PlainDate.from(first).add({ weeks: week }).toString();
            const own = overviewOf(planOf(rows), programme, [nordvik], today);
            const all = overviewOf(planOf(rows), programme, null, today);
            // Nothing is lost: what the unit is told of and what is counted is what the owner sees.
            expect(titles([...own.late, ...own.longLate]).toSorted()).toEqual(titles(all.late).toSorted());
            const lastDays = own.late.map(({ when }) => when.end ?? '');
            for (const end of lastDays) {
              expect(Temporal.PlainDate.from(end).until(today).days).toBeLessThanOrEqual(7 * lateForWeeks);
            }
            for (const { id } of own.late) told.set(id, (told.get(id) ?? 0) + 1);
            const comes = own.thisWeek.length + own.nextWeek.length > 0;
            expect(hasAny(own, false)).toBe(comes || own.late.length > 0);
          }
          for (const count of told.values()) expect(count).toBeLessThanOrEqual(lateForWeeks + 1);
        }),
      );
    });
  });

  test('shows a row in one part at most', () => {
    fc.assert(
      fc.property(fc.array(anyWhen, { maxLength: 12 }), fc.integer({ min: 0, max: 1000 }), (whens, days) => {
        const plan = whens.map((when, index) => activity({ row: index + 2, when }));
        const today = Temporal.PlainDate.from('2024-01-01').add({ days }).toString();
        const { late, thisWeek, nextWeek } = overviewOf(planOf(plan), programme, null, today);
        const shown = [...late, ...thisWeek, ...nextWeek].map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
      }),
    );
  });
});

test('a card of a week shows the week, however much is late', () => {
  const late = Array.from({ length: 40 }, (_, nth) => activity({ row: nth + 2, when: day('2026-05-04') }));
  const week = [50, 51].map((row) => activity({ row, when: day('2026-11-03') }));
  const about = { language: 'nb', today: '2026-11-02', programme: 'Ny journal', unit: undefined } as const;
  const { rows, more, title } = overviewData(
    overviewOf(planOf([...late, ...week]), programme, null, '2026-11-02'),
    about,
  );
  expect(title).toBe('Uke 45: 2 rader, 40 forsinket');
  expect(rows.map(({ heading }) => heading).filter((one) => one !== '')).toEqual(['Forsinket', 'Denne uken']);
  expect(rows).toHaveLength(8);
  expect(more).toBe('34 rader til. Skriv «plan» for å se alle.');
});

test('a card of a unit’s week counts in one line what has been late for long', () => {
  const rows = [
    ...[2, 3, 4].map((row) => activity({ row, when: day('2026-05-04') })),
    activity({ row: 5, title: 'Kurs', when: day('2026-11-03') }),
  ];
  const about = { language: 'nb', today: '2026-11-02', programme: 'Ny journal', unit: 'Nordvik kommune' } as const;
  const data = overviewData(overviewOf(planOf(rows), programme, [nordvik], '2026-11-02'), about);
  expect(data.title).toBe('Uke 45: én rad');
  expect(data.rows.map(({ title }) => title)).toEqual(['Kurs']);
  expect(data.more).toBe('Og 3 rader som har vært forsinket lenge.');
});

describe('units without a contact', () => {
  test('are those with a row to come, each with its nearest, thirty days before', () => {
    const rows = [
      activity({ row: 2, when: day('2026-12-24') }),
      activity({ row: 3, when: day('2026-12-10'), units: ['Nordvik', 'Sørfjord'] }),
      activity({ row: 4, when: day('2026-10-10') }),
    ];
    const found = withoutContact(rows, programme, defaultRules, '2026-11-02');
    expect(found.map(({ unit, activity, from }) => [unit.id, activity.row, from])).toEqual([
      ['nordvik', 3, '2026-11-10'],
    ]);
    expect(withoutContact(rows, programme, { noContact: null }, '2026-11-02')).toEqual([]);
  });
});
