import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readTable } from '#table/read-table.ts';
import { expectedPlan, meant, understood } from '../expected-plan.ts';

/** Plans as people write them, each with what it means beside it, written by hand. */
const folder = new URL('../../fixtures/plans/', import.meta.url);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => name.replace(/\.csv$/u, ''));

describe('a plan file is understood as its author meant it', () => {
  test.each(names)('%s', (name) => {
    const expected = expectedPlan.parse(JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8')));
    const table = readTable(readFileSync(new URL(`${name}.csv`, folder)));
    if (!table.ok) throw new Error(`${name} is refused: ${table.problem.code}`);
    expect(understood(table.rows, expected), expected.about).toEqual(meant(expected));
  });

  test('and there are many of them', () => expect(names.length).toBeGreaterThanOrEqual(40));
});
