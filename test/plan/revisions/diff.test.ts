import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedRow } from '#plan/activity.ts';
import { type Differences, diffRows } from '#plan/revisions/diff.ts';
import { aRow, numbered, somePlan } from '../some-rows.ts';

/** The titles in each list that holds any. */
function titles({ added, removed, ...changed }: Differences) {
  const lists = {
    ...Object.fromEntries(Object.entries(changed).map(([name, rows]) => [name, rows.map(({ after }) => after.title)])),
    added: added.map(({ title }) => title),
    removed: removed.map(({ title }) => title),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, rows]) => rows.length > 0));
}
const nothing = { moved: [], reassigned: [], reworded: [], added: [], removed: [] };

describe('how a row differs', () => {
  const was = aRow('Workshops', '2026-10-12/2026-10-18', 'Nordvik; Fjordby', {
    time: '09:00',
    after: ['K1'],
    tags: ['pilot', 'natt'],
  });
  test.each<[what: string, is: Partial<PlannedRow>, list: string]>([
    ['another day', { when: aRow('', '2026-10-20').when }, 'moved'],
    ['another precision', { when: { ...was.when, precision: 'approximate' } }, 'moved'],
    ['no date any more', { when: aRow('').when }, 'moved'],
    ['another hour', { time: '10:00' }, 'moved'],
    ['another unit', { units: ['Nordvik', 'Sundet'] }, 'reassigned'],
    ['no unit', { units: [] }, 'reassigned'],
    ['another title', { title: 'Workshops med ressurspersoner' }, 'reworded'],
    ['another description', { description: 'I kommunestyresalen' }, 'reworded'],
    ['another kind', { kind: 'gathering' }, 'reworded'],
    ['a gate', { gate: 'K1' }, 'reworded'],
    ['something else that it depends on', { after: ['K2'] }, 'reworded'],
    ['a tag', { tags: ['opplæring'] }, 'reworded'],
    [
      'a date, a unit and a title',
      { when: aRow('', '2026-10-20').when, units: ['Nordvik'], title: 'Workshops nå' },
      'moved',
    ],
    ['a unit and a title', { units: ['Nordvik'], title: 'Workshops nå' }, 'reassigned'],
  ])('%s stands in its list', (_, is, list) => {
    const row = { ...was, ...is };
    expect(titles(diffRows([was], [row]))).toEqual({ [list]: [row.title] });
  });

  test.each<[what: string, is: Partial<PlannedRow>]>([
    ['another row', { row: 17 }],
    ['other blanks', { title: ' Workshops  ', description: '' }],
    ['its units in another order', { units: ['fjordby', ' Nordvik'] }],
    ['its date in other words', { when: { ...was.when, text: 'veke 42' } }],
    ['its units split otherwise by its file', { units: ['Nordvik og Fjordby'] }],
    ['an id', { key: '4711' }],
    ['its tags in another order and case', { tags: ['PILOT', 'natt'] }],
    ['no tags, in a file that has none', { tags: undefined }],
  ])('%s is no difference', (_, is) => {
    expect(
      diffRows([{ ...was, units: ['Nordvik', 'Fjordby'] }], [{ ...was, units: ['Nordvik', 'Fjordby'], ...is }]),
    ).toEqual(nothing);
  });

  test('that it depends on a row which has got another number is no difference', () => {
    const before = [aRow('Kurs', '2026-10-01'), aRow('Eksamen', '2026-11-01', '', { after: ['2'] })];
    const after = [
      aRow('Befaring', '2026-09-01'),
      aRow('Kurs', '2026-10-01'),
      aRow('Eksamen', '2026-11-01', '', { after: ['3'] }),
    ];
    expect(titles(diffRows(numbered(before), numbered(after)))).toEqual({ added: ['Befaring'] });
  });

  test('that it depends on another row under the same number is one', () => {
    const before = [aRow('Kurs', '2026-10-01'), aRow('Eksamen', '2026-11-01', '', { after: ['2'] })];
    const after = [
      aRow('Befaring', '2026-09-01'),
      aRow('Kurs', '2026-10-01'),
      aRow('Eksamen', '2026-11-01', '', { after: ['2'] }),
    ];
    expect(titles(diffRows(numbered(before), numbered(after)))).toEqual({ added: ['Befaring'], reworded: ['Eksamen'] });
  });
});

test('what came and what went stands in the order of its own plan', () => {
  const before = [aRow('Kurs', '2026-10-01'), aRow('Befaring', '2026-09-01'), aRow('Arkivering', '2026-12-01')];
  const after = [aRow('Prøvedrift', '2027-01-01'), aRow('Kurs', '2026-10-01'), aRow('Støtte', '2026-08-01')];
  expect(titles(diffRows(numbered(before), numbered(after)))).toEqual({
    added: ['Prøvedrift', 'Støtte'],
    removed: ['Befaring', 'Arkivering'],
  });
});

describe('whatever the plans', () => {
  test('nothing differs from itself, in whatever order its rows come', () => {
    const shuffled = somePlan.chain((plan) =>
      fc.tuple(fc.constant(plan), fc.shuffledSubarray(plan, { minLength: plan.length })),
    );
    fc.assert(
      fc.property(shuffled, ([plan, other]) => {
        // The same row twice over may be told from itself by its id alone.
        const rows = plan.filter((row, at) => plan.findIndex((one) => sameRow(one, row)) === at);
        const others = numbered(other.filter((row) => rows.includes(row)));
        expect(diffRows(rows, rows)).toEqual(nothing);
        expect(diffRows(rows, others)).toEqual(nothing);
      }),
    );
  });

  test('each row stands in one list or says the same', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (before, after) => {
        const { added, removed, ...changed } = diffRows(before, after);
        const pairs = Object.values(changed).flat();
        const old = [...pairs.map((pair) => pair.before), ...removed];
        const fresh = [...pairs.map((pair) => pair.after), ...added];
        expect(new Set(old).size).toBe(old.length);
        expect(new Set(fresh).size).toBe(fresh.length);
        // What stands nowhere is as often in the one plan as in the other.
        expect(before.length - old.length).toBe(after.length - fresh.length);
      }),
    );
  });
});

const sameRow = (one: PlannedRow, other: PlannedRow) =>
  one.title === other.title && one.when.text === other.when.text && one.units.join() === other.units.join();
