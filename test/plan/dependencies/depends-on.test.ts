import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveAfter, withDependsOn, wouldCircle } from '#plan/dependencies/depends-on.ts';
import { inOrder, ringsIn } from '#plan/dependencies/waiting-order.ts';
import { aRow, idOf } from '../a-row.ts';

const plan = (...after: (string[] | undefined)[]) => [
  aRow(2, { title: 'K1', gate: 'K1', kind: 'gate', ...(after[0] ? { after: after[0] } : {}) }),
  aRow(3, { title: 'Kartlegging', ...(after[1] ? { after: after[1] } : {}) }),
  aRow(4, { title: 'Visualisering', gate: 'K2', kind: 'gate', ...(after[2] ? { after: after[2] } : {}) }),
  aRow(5, { title: 'Visualisering deles', gate: 'K2', kind: 'gate', ...(after[3] ? { after: after[3] } : {}) }),
  aRow(7, { title: 'Opplæring', gate: 'K2', ...(after[4] ? { after: after[4] } : {}) }),
];
const waiting = (rows: ReturnType<typeof plan>) =>
  [...resolveAfter(rows).waitsFor].map(([row, awaited]) => [row.row, awaited.map((one) => one.row)]);

describe('what a row says it depends on', () => {
  test.each([
    ['a title', ['kartlegging'], [3]],
    ['the number that a spreadsheet shows', ['3'], [3]],
    ['the same in words', ['Rad 3', '#2', 'row 4'], [2, 3, 4]],
    ['a gate, every one of the name', ['K2'], [4, 5]],
    ['a gate with its title', ['K2 · Visualisering deles'], [5]],
    ['"after" something', ['etter K1', 'Efter Kartlegging'], [2, 3]],
    ['the same thing twice', ['K1', '2', 'k1'], [2]],
  ])('is found by %s', (_, after, rows) => {
    expect(waiting(plan(undefined, undefined, undefined, undefined, after))).toEqual([[7, rows]]);
  });

  test('is found by the number that the file gives it before the number that a spreadsheet shows', () => {
    const rows = plan(undefined, undefined, undefined, undefined, ['3', 'rad 3', '9']).map((one, at) => ({
      ...one,
      key: String(at + 1),
    }));
    expect(waiting(rows)).toEqual([[7, [3, 4]]]);
    expect(resolveAfter(rows).unknown.map(({ text }) => text)).toEqual(['9']);
  });

  test('may be unknown, and is said', () => {
    const rows = plan(undefined, ['K9', 'Noe annet', '99', 'K1']);
    expect(resolveAfter(rows).unknown.map(({ row, text }) => [row.row, text])).toEqual([
      [3, 'K9'],
      [3, 'Noe annet'],
      [3, '99'],
    ]);
    expect(waiting(rows)).toEqual([[3, [2]]]);
  });

  test('is another row than itself where several have the name', () => {
    expect(waiting(plan(undefined, undefined, undefined, ['K2']))).toEqual([[5, [4]]]);
  });

  test('makes no ring: what makes one is left out and said, what leads to one stays', () => {
    const rows = plan(['7'], ['K1'], undefined, ['Kartlegging'], ['3']);
    const { circles } = resolveAfter(rows);
    expect(circles.map((ring) => ring.map(({ row }) => row))).toEqual([[2, 3, 7]]);
    expect(waiting(rows)).toEqual([[5, [3]]]);
    expect(resolveAfter(plan(undefined, ['3'])).circles.map((ring) => ring.map(({ row }) => row))).toEqual([[3]]);
  });
});

test('in a file without such a column, what was set in Klar stays, and rows that are gone are waited for no more', () => {
  const rows = [aRow(2), aRow(3, { dependsOn: [2, 9] }), aRow(4, { dependsOn: [9] })];
  expect(withDependsOn(rows).map(({ dependsOn }) => dependsOn)).toEqual([[], [idOf(2)], []]);
  const said = rows.map((one, at) => (at === 2 ? { ...one, after: ['2'] } : one));
  expect(withDependsOn(said).map(({ dependsOn }) => dependsOn)).toEqual([[], [], [idOf(2)]]);
});

test('a row that would wait for itself in the end is told of before it is saved', () => {
  const rows = [aRow(2), aRow(3, { dependsOn: [2] }), aRow(4, { dependsOn: [3] }), aRow(5)];
  expect(wouldCircle(rows, idOf(2), [idOf(4)])).toBe(true);
  expect(wouldCircle(rows, idOf(2), [idOf(2)])).toBe(true);
  expect(wouldCircle(rows, idOf(2), [idOf(5)])).toBe(false);
  expect(wouldCircle(rows, idOf(5), [idOf(4), idOf(2)])).toBe(false);
});

const anyEdges = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }),
  );

test('rings are just the places from which one comes back to oneself', () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const reach = edges.map((before) => {
        const seen = new Set(before);
        for (const at of seen) for (const next of edges[at] ?? []) seen.add(next);
        return seen;
      });
      const inRing = edges.flatMap((_, at) => (reach[at]?.has(at) ? [at] : []));
      const rings = ringsIn(edges);
      expect(rings.flat().toSorted()).toEqual(inRing);
      for (const ring of rings) for (const one of ring) for (const other of ring) expect(reach[one]).toContain(other);
    }),
  );
});

test('what is left without rings has an order in which each comes after what it waits for', () => {
  fc.assert(
    fc.property(anyEdges, (edges) => {
      const rows = edges.map((before, at) => aRow(at + 2, { after: before.map((one) => `rad ${one + 2}`) }));
      const saved = withDependsOn(rows);
      const places = saved.map((one) => one.dependsOn.map((id) => saved.findIndex((row) => row.id === id)));
      expect(ringsIn(places)).toEqual([]);
      const order = inOrder(places);
      expect(order.toSorted((a, b) => a - b)).toEqual([...edges.keys()]);
      for (const [at, before] of places.entries()) {
        for (const one of before) expect(order.indexOf(one)).toBeLessThan(order.indexOf(at));
      }
    }),
  );
});

test('a chain and a ring of 10,000 rows are gone through', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) => aRow(at + 2, { after: at === 0 ? [] : [`rad ${at + 1}`] }));
  expect(resolveAfter(chain).waitsFor.size).toBe(9999);
  const ring = chain.map((one, at) => (at === 0 ? { ...one, after: ['rad 10001'] } : one));
  expect(resolveAfter(ring).circles.map(({ length }) => length)).toEqual([10_000]);
});
