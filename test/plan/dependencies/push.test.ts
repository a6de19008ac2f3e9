import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen } from '#calendar/read-date.ts';
import type { When } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import type { Activity } from '#plan/activity.ts';
import { conflictsIn, hasRoom, isTooEarly } from '#plan/dependencies/follow.ts';
import { push } from '#plan/dependencies/push.ts';
import { aRow, dates, idOf } from '../a-row.ts';

const norway = { country: 'NO', language: 'nb' } as const;

/** A date as people write it, in 2018. */
function on(text: string): When {
  const read = readWhen(text, { year: 2018 });
  if (!read.ok) throw new Error(`${text}: ${read.problem.code}`);
  return read.when;
}

describe('a row', () => {
  test.each([
    // row, what it waits for, too early, has room
    ['16. oktober', '15. oktober', false, true],
    ['15. oktober', '15. oktober', true, false],
    ['14. oktober', '15. oktober', true, false],
    ['15.–17. oktober', '12.–15. oktober', true, false],
    ['uke 43', 'uke 42', false, true],
    ['uke 42', 'uke 42', false, false],
    ['uke 41', 'uke 42', true, false],
    ['oktober', 'uke 42', false, true],
    ['oktober', 'uke 44', true, false],
    ['uke 42', 'oktober', true, false],
    ['oktober', 'oktober', false, false],
    ['oktober', '29. oktober', false, true],
    ['oktober', '31. oktober', false, false],
    ['19. oktober', 'uke 42', true, false],
    ['22. oktober', 'uke 42', false, true],
    ['medio oktober', '8. oktober', false, true],
    ['antatt oktober', '20. oktober', false, true],
    ['4. kvartal', 'oktober', false, true],
    ['avklares', 'oktober', false, true],
    ['oktober', 'avklares', false, true],
  ])('"%s" that waits for "%s": too early %s, room %s', (row, awaited, early, room) => {
    const one = { when: on(row), kind: 'activity' as const };
    const other = { when: on(awaited), kind: 'activity' as const };
    expect([isTooEarly(one, other), hasRoom(one, other, 'NO')]).toEqual([early, room]);
  });

  test('may begin on the day of a gate or a meeting that it waits for', () => {
    const row = { when: on('15. oktober'), kind: 'activity' as const };
    for (const kind of ['gate', 'meeting', 'milestone'] as const) {
      expect(isTooEarly(row, { when: on('15. oktober'), kind })).toBe(false);
      expect(isTooEarly(row, { when: on('15.–16. oktober'), kind })).toBe(true);
    }
  });

  test('waits for nothing that is done or called off', () => {
    const row = { when: on('1. oktober'), kind: 'activity' as const };
    const awaited = { when: on('15. oktober'), kind: 'activity' as const };
    expect(isTooEarly(row, { ...awaited, state: 'done' })).toBe(false);
    const halted = { as: 'cancelled' as const, reason: '', by: 'kari' as never, at: '' };
    expect(isTooEarly(row, { ...awaited, halted })).toBe(false);
    expect(isTooEarly(row, { ...awaited, halted: { ...halted, as: 'paused' as const } })).toBe(true);
  });
});

describe('a row that is pushed', () => {
  const land = (row: string, awaited: string, to: string, precision?: When['precision']) => {
    const when = { ...on(row), ...(precision ? { precision } : {}) };
    const plan = [aRow(2, { when: on(awaited) }), aRow(3, { when, dependsOn: [2] })];
    return push(plan, idOf(2), on(to), norway).pushed[0]?.to;
  };
  test.each([
    // row, it waited for, that moves to, and it lands
    ['16. oktober', '15. oktober', '18. oktober', '2018-10-19', '2018-10-19'],
    ['16. oktober', '15. oktober', '19. oktober', '2018-10-22', '2018-10-22'],
    ['20. desember', '19. desember', '23. desember', '2018-12-27', '2018-12-27'],
    ['15.–17. oktober', '12. oktober', '15. oktober', '2018-10-16', '2018-10-18'],
    ['15.–17. oktober', '12. oktober', '17. oktober', '2018-10-18', '2018-10-22'],
    ['15.–21. oktober', '12. oktober', '17. oktober', '2018-10-18', '2018-10-24'],
    ['20.–21. oktober', '19. oktober', '26. oktober', '2018-10-27', '2018-10-28'],
    ['uke 43', 'uke 42', 'uke 43', '2018-10-29', '2018-11-04'],
    ['uke 43', '19. oktober', '23. oktober', undefined, undefined],
    ['uke 43', '19. oktober', '26. oktober', '2018-10-29', '2018-11-04'],
    ['uke 43-44', 'uke 42', 'uke 43'],
    ['oktober', 'uke 42', 'uke 44', '2018-11-01', '2018-11-30'],
    ['oktober', 'september', 'november', '2018-12-01', '2018-12-31'],
    ['oktober–november', 'september', 'desember', '2018-12-01', '2019-01-31'],
    ['3. kvartal', 'juni', 'oktober', '2018-10-01', '2018-12-31'],
    ['medio oktober', '8. oktober', '25. oktober', '2018-10-21', '2018-10-31'],
    ['ultimo oktober', 'medio oktober', 'ultimo oktober', '2018-11-01', '2018-11-10'],
  ] as [string, string, string, string?, string?][])(
    '"%s" after "%s", which moves to "%s", lands on %s to %s',
    (row, awaited, to, start, end) => {
      const landed = land(row, awaited, to);
      expect(landed && [landed.start, landed.end]).toEqual(start === undefined ? undefined : [start, end]);
      if (landed) expect(landed.precision).toBe(on(row).precision);
    },
  );

  test('keeps the words for what it is, in the language of the programme', () => {
    expect(land('uke 43', 'uke 42', 'uke 43')?.text).toBe('uke 44 (29. oktober–4. november 2018)');
    expect(land('antatt oktober', 'september', 'oktober')?.text).toBe('i løpet av november 2018, antatt');
  });
});

describe('moving a row', () => {
  const plan = (): Activity[] => [
    aRow(2, { title: 'K3', when: on('15. oktober'), kind: 'gate' }),
    aRow(3, { when: on('16. oktober'), dependsOn: [2] }),
    aRow(4, { when: on('uke 43'), dependsOn: [3] }),
    aRow(5, { when: on('desember'), dependsOn: [4] }),
    aRow(6, { when: on('17. oktober'), dependsOn: [3], state: 'done' }),
    aRow(7, { when: on('avklares'), dependsOn: [3] }),
    aRow(8, { when: on('18. oktober'), dependsOn: [6] }),
    aRow(9, { when: on('16. oktober') }),
  ];
  const rows = (text: string) => {
    const { pushed, undated, before } = push(plan(), idOf(2), on(text), norway);
    return {
      pushed: pushed.map(({ activity, to }) => [activity.row, to.start]),
      undated: undated.map(({ row }) => row),
      before: before.map(({ row }) => row),
    };
  };

  test('pushes what waits for it, and what waits for that, as far as it is needed', () => {
    expect(rows('26. oktober').pushed).toEqual([
      [3, '2018-10-29'],
      [4, '2018-10-29'],
    ]);
    expect(rows('2. november').pushed).toEqual([
      [3, '2018-11-05'],
      [4, '2018-11-05'],
    ]);
  });

  test('tells of what has no date, and leaves what is done and what waits only for that', () => {
    expect(rows('26. oktober').undated).toEqual([7]);
  });

  test('earlier, or no further than there is room, pushes nothing', () => {
    expect(rows('1. oktober').pushed).toEqual([]);
    expect(rows('16. oktober').pushed).toEqual([]);
  });

  test('to before what it waits for says so', () => {
    const { before } = push(plan(), idOf(4), on('uke 41'), norway);
    expect(before.map(({ row }) => row)).toEqual([3]);
  });
});

const anyWhen = fc.oneof(
  fc.constant(dates(null)),
  fc.integer({ min: 0, max: 200 }).map((days) => day(days)),
  fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 20 })).map(([at, more]) => range(at, at + more)),
  fc.integer({ min: 10, max: 40 }).map((week) => on(`uke ${week}`)),
  fc
    .constantFrom('mars', 'antatt april', 'medio mai', 'ultimo juni', '3. kvartal', 'mai–juli', 'antatt 5. mai')
    .map(on),
);
const day = (days: number): When => dates(at(days));
const range = (from: number, to: number): When => dates(at(from), at(to), 'range');
const at = (days: number) => Temporal.PlainDate.from('2018-01-01').add({ days }).toString();

/** A plan in which rows wait for rows above them. */
const anyPlan = fc
  .array(
    fc.record({
      when: anyWhen,
      waits: fc.array(fc.nat({ max: 8 }), { maxLength: 3 }),
      kind: fc.constantFrom('activity', 'gate', 'meeting'),
      state: fc.constantFrom('planned', 'planned', 'planned', 'done'),
      isOut: fc.constantFrom(false, false, false, true),
    }),
    { minLength: 2, maxLength: 9 },
  )
  .map((rows) =>
    rows.map(({ when, waits, kind, state, isOut }, index) =>
      aRow(index, {
        when,
        kind,
        state,
        dependsOn: [...new Set(waits.filter((one) => one < index))],
        ...(isOut ? { halted: { as: 'cancelled', reason: '', by: 'kari' as never, at: '' } } : {}),
      }),
    ),
  );

const pushedPlan = (plan: readonly Activity[], row: number, when: When) => {
  const result = push(plan, idOf(row), when, norway);
  const to = new Map<string, When>(result.pushed.map(({ activity, to: landing }) => [activity.id, landing]));
  to.set(idOf(row), when);
  return { result, next: plan.map((one) => ({ ...one, when: to.get(one.id) ?? one.when })) };
};
const wrongPairs = (plan: readonly Activity[], wrong: (row: Activity, awaited: Activity) => boolean) =>
  plan.flatMap((row) =>
    row.dependsOn.flatMap((id) => {
      const awaited = plan.find((one) => one.id === id);
      return awaited && wrong(row, awaited) ? [`${row.id} ${awaited.id}`] : [];
    }),
  );
const conflicts = (plan: readonly Activity[]) => wrongPairs(plan, isTooEarly);

describe('pushing', () => {
  test('makes no new conflict but those that the moved row makes for itself', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), anyWhen, (plan, which, when) => {
        const row = which % plan.length;
        const { next } = pushedPlan(plan, row, when);
        const before = new Set(conflicts(plan));
        const fresh = conflicts(next).filter((one) => !before.has(one) && !one.startsWith(`${idOf(row)} `));
        expect(fresh).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('moves later, and nothing that needs no move', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), anyWhen, (plan, which, when) => {
        const row = which % plan.length;
        const { result, next } = pushedPlan(plan, row, when);
        for (const { activity, to } of result.pushed) {
          expect(to.start > (activity.when.start ?? '9')).toBe(true);
          // Left where it was, it would lack room after something that moved.
          const left = next.map((one) => (one.id === activity.id ? activity : one));
          const lacking = wrongPairs(left, (one, awaited) => !hasRoom(one, awaited, 'NO'));
          expect(lacking.some((pair) => pair.startsWith(`${activity.id} `))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('done twice is done once', () => {
    fc.assert(
      fc.property(anyPlan, fc.nat(), anyWhen, (plan, which, when) => {
        const row = which % plan.length;
        const { next } = pushedPlan(plan, row, when);
        expect(push(next, idOf(row), when, norway).pushed).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps precision and length, lands days on working days, and writes a text that reads back the same', () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.nat(),
        anyWhen,
        fc.constantFrom('nb', 'nn', 'sv', 'en'),
        (plan, which, when, language) => {
          const { pushed } = push(plan, idOf(which % plan.length), when, { country: 'NO', language });
          for (const { activity, to } of pushed) {
            const { precision, start, end } = activity.when;
            expect(to.precision).toBe(precision);
            if (precision === 'day') expect(isWorkingDay(to.start, 'NO')).toBe(true);
            const days = (from: string, until: string) => Temporal.PlainDate.from(from).until(until).days;
            if (precision === 'range' && start && end) {
              expect(days(to.start, to.end)).toBeGreaterThanOrEqual(days(start, end) - 3);
            }
            expect(readWhen(to.text, {})).toMatchObject({
              ok: true,
              when: { start: to.start, end: to.end, precision: to.precision },
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('what is wrong in a plan as it stands is found, each row once, by what is over last', () => {
  const [gate, early, fine] = [
    aRow(2, { when: on('15. oktober'), kind: 'gate' }),
    aRow(3, { when: on('1. oktober') }),
    aRow(4, { when: on('1. november') }),
  ];
  const later = aRow(5, { when: on('20. oktober') });
  const waitsFor = new Map([
    [early, [gate, later]],
    [fine, [gate, later]],
  ]);
  expect(conflictsIn(waitsFor).map(({ row, awaited }) => [row.row, awaited.row])).toEqual([[3, 5]]);
});

test('a chain of 10,000 rows is pushed to its end', () => {
  const start = Temporal.PlainDate.from('2018-01-01');
  const chain = Array.from({ length: 10_000 }, (_, index) =>
    aRow(index, {
      when: dates(start.add({ days: index % 300 }).toString()),
      ...(index > 0 ? { dependsOn: [index - 1] } : {}),
    }),
  );
  expect(push(chain, idOf(0), dates('2018-01-03'), norway).pushed.length).toBeGreaterThan(200);
});
