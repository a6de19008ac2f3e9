import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChangeLog } from '#store/lowdb/change-log.ts';

const all = () => ['a', 'b', 'c'];

test('a mark that lies further back than what is remembered gives all ids', () => {
  const log = new ChangeLog(3);
  const { mark } = log.since(undefined, all);
  for (const id of ['a', 'b', 'a']) log.note(id);
  expect(log.since(mark, all)).toEqual({ mark: 3, ids: ['a', 'b'], isAll: false });
  log.note('c');
  expect(log.since(mark, all)).toEqual({ mark: 4, ids: all(), isAll: true });
  expect(log.since(mark + 1, all)).toEqual({ mark: 4, ids: ['b', 'a', 'c'], isAll: false });
});

test('a mark of another opening of the store gives all ids', () => {
  expect(new ChangeLog().since(7, all)).toEqual({ mark: 0, ids: all(), isAll: true });
});

test('nothing that changed between two questions is left out, however many changes came', () => {
  const changes = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 }), { maxLength: 10 });
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 8 }), (rounds, remembered) => {
      const log = new ChangeLog(remembered);
      let { mark } = log.since(undefined, all);
      for (const changed of rounds) {
        for (const id of changed) log.note(id);
        const told = log.since(mark, all);
        if (!told.isAll) expect([...told.ids].sort()).toEqual([...new Set(changed)].sort());
        else expect(changed.length).toBeGreaterThan(remembered);
        mark = told.mark;
      }
    }),
  );
});
