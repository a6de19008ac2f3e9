import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawBoard } from '#checklist/board.ts';
import type { Sheet } from '#checklist/checklist.ts';
import { signs, type Tally, tally } from '#checklist/standing.ts';
import { answered, anySteps, blank, given, items, playedOut, someChecklist } from './samples.ts';

const sum = (counts: Tally) => signs.reduce((total, sign) => total + counts[sign], 0);
const ofUnit = (sheet: Sheet, unit: string) => ({ ...sheet, unit: blank(unit).unit });

test('the counts of a board sum to units times items, by unit and by item alike', () => {
  fc.assert(
    fc.property(fc.array(anySteps, { minLength: 1, maxLength: 6 }), (all) => {
      const sheets = all.map((steps, i) => ofUnit(playedOut(steps).at(-1) ?? blank(), `u${i}`));
      const units = sheets.map(({ unit }) => unit);
      const board = drawBoard(someChecklist(), units, sheets);
      const total = units.length * items.length;
      expect(board.units.reduce((n, { counts }) => n + sum(counts), 0)).toBe(total);
      expect(board.items.reduce((n, { counts }) => n + sum(counts), 0)).toBe(total);
      expect(Object.values(board.states).reduce((a, b) => a + b)).toBe(units.length);
      for (const sign of signs) {
        expect(board.units.reduce((n, { counts }) => n + counts[sign], 0)).toBe(
          board.items.reduce((n, { counts }) => n + counts[sign], 0),
        );
      }
      for (const sheet of sheets) expect(sum(tally(items, sheet))).toBe(items.length);
    }),
  );
});

test.each([
  ['nothing is answered', 'silent', []],
  ['some is green and the rest unanswered', 'yellow', [given('a')]],
  ['one point is yellow', 'yellow', [given('a', 'yellow', 'x'), given('b'), given('c'), given('d')]],
  ['one point is red and the rest unanswered', 'red', [given('a', 'red', 'x')]],
  ['all is green or not relevant', 'green', [given('a'), given('b'), given('c'), given('d', 'not-relevant')]],
] as const)('when %s the unit is %s', (_, state, form) => {
  const board = drawBoard(someChecklist(), ['u1'], [answered(blank(), [{ given: form }])]);
  expect(board.units[0]?.state).toBe(state);
});

test('those who need most come first, and a unit without a sheet has answered nothing', () => {
  const red = answered(blank('u2'), [{ given: [given('a', 'red', 'x')] }]);
  const done = answered(blank('u1'), [{ given: items.map(({ id }) => given(id)) }]);
  const board = drawBoard(someChecklist(), ['u1', 'u3', 'u2'], [done, red]);
  expect(board.units.map(({ unit }) => unit)).toEqual(['u2', 'u3', 'u1']);
  expect(board.incomplete.map(({ unit }) => unit)).toEqual(['u2', 'u3']);
});

test('the worst point has the most red, then the most yellow', () => {
  const one = answered(blank('u1'), [{ given: [given('b', 'yellow', 'x'), given('c', 'red', 'x')] }]);
  const two = answered(blank('u2'), [{ given: [given('b', 'yellow', 'x'), given('a', 'yellow', 'x')] }]);
  const board = drawBoard(someChecklist(), ['u1', 'u2'], [one, two]);
  expect(board.worst.map(({ item }) => item.id)).toEqual(['c', 'b', 'a']);
});
