import { sameName } from '#people/find-unit.ts';
import type { Known } from '../asking/likeness.ts';

/** Rows that their files' own ids say are the same, and which others those ids keep apart. */
export interface ByKey {
  /** For each row that has one, the place of its counterpart among those before. */
  pairs: ReadonlyMap<number, number>;
  /** Whether the ids say that two rows are not the same one. */
  apart(before: number, after: number): boolean;
}

/**
 * Rows by the column of ids in their files. An id that stands on several rows says nothing. A column that only counts the
 * rows (1, 2, 3 …) is no name once rows have come between: then the same titles stand under other numbers, and likeness
 * has to tell.
 */
export function byKeys(before: readonly Known[], after: readonly Known[]): ByKey {
  const old = uniqueKeys(before);
  const fresh = uniqueKeys(after);
  const shared = [...fresh].flatMap(([key, at]): [number, number][] => {
    const known = old.get(key);
    return known === undefined ? [] : [[at, known]];
  });
  const titleOf = (rows: readonly Known[], at: number) => sameName(rows[at]?.title ?? '');
  const agreeing = shared.filter(([at, known]) => titleOf(after, at) === titleOf(before, known));
  const left = (rows: readonly Known[], keys: ReadonlyMap<string, number>, taken: readonly number[]) => {
    const agreed = new Set(taken);
    return [...keys.values()].filter((at) => !agreed.has(at)).map((at) => titleOf(rows, at));
  };
  const elsewhere = new Set(
    left(
      before,
      old,
      agreeing.map(([, known]) => known),
    ),
  );
  const wandered = left(
    after,
    fresh,
    agreeing.map(([at]) => at),
  ).some((title) => elsewhere.has(title));
  if (wandered && countsRows(before) && countsRows(after)) return { pairs: new Map(), apart: () => false };

  // Files that name few of the same rows were numbered by different people: then another id means nothing.
  const lasting = shared.length > 0 && shared.length * 2 >= Math.min(old.size, fresh.size);
  const idsBefore = new Set(old.values());
  const idsAfter = new Set(fresh.values());
  return {
    pairs: new Map(shared),
    apart: (known, at) => lasting && idsBefore.has(known) && idsAfter.has(at),
  };
}

/** Where each id stands that names one row alone. */
function uniqueKeys(rows: readonly Known[]): Map<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const [at, { key }] of rows.entries()) {
    const name = sameName(key ?? '');
    if (name === '') continue;
    if (found.has(name)) twice.add(name);
    found.set(name, at);
  }
  for (const name of twice) found.delete(name);
  return found;
}

/** Whether the ids only count: 1, 2, 3, or 1.1, 1.2, 2.1, without a gap. */
function countsRows(rows: readonly Known[]): boolean {
  let above: number[] | undefined;
  for (const { key = '' } of rows) {
    if (!/^\d+(?:\.\d+)*\.?$/.test(key.trim())) return false;
    const parts = key
      .split('.')
      .filter((part) => part.trim() !== '')
      .map(Number);
    if (above && !follows(above, parts)) return false;
    above = parts;
  }
  return above !== undefined;
}

/** Whether a number comes right after another: 3 after 2, 2.1 after 2 or after 1.7. */
function follows(above: readonly number[], parts: readonly number[]): boolean {
  const at = parts.findIndex((part, index) => part !== above[index]);
  return at >= 0 && parts[at] === (above[at] ?? 0) + 1 && parts.slice(at + 1).every((part) => part <= 1);
}
