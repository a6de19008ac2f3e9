import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileNameOf, idOf } from '#store/lowdb/file-name.ts';

const anyId = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', 'A', '~', '2', 'e', '.', '/', '\ud800') }),
);

describe('the name of a record on disk', () => {
  test.each([
    ['p-1_a', 'p-1_a'],
    ['Kari', '~4bari'],
    ['..', '~2e~2e'],
    ['../x', '~2e~2e~2fx'],
    ['c\\d', 'c~5cd'],
    ['å', '~e5'],
    ['→', '~u2192'],
    ['~2e', '~7e2e'],
    ['nul', '~6eul'],
    ['com1', '~63om1'],
    ['', '~'],
  ])('%j is %s', (id, name) => {
    expect(fileNameOf(id)).toBe(name);
    expect(idOf(name)).toBe(id);
  });

  test('any id gives a harmless name of bounded length', () => {
    fc.assert(fc.property(anyId, (id) => /^[a-z0-9_~-]{1,150}$/.test(fileNameOf(id))));
    expect(fileNameOf('Å'.repeat(10_000))).toMatch(/^~~[0-9a-f]{64}$/);
  });

  test('the id can be told from the name, unless it is a long one', () => {
    fc.assert(
      fc.property(
        anyId.filter((id) => id.length < 20),
        (id) => idOf(fileNameOf(id)) === id,
      ),
    );
    expect(idOf(fileNameOf('x'.repeat(151)))).toBeUndefined();
    expect(idOf('Kari')).toBeUndefined();
  });

  test('long ids that differ only in lone surrogates have different names', () => {
    expect(fileNameOf(`${'x'.repeat(200)}\ud800`)).not.toBe(fileNameOf(`${'x'.repeat(200)}\ud801`));
  });
});
