/** From this share of the rows on, a column of numbers is taken for names of the rows. */
const MOST = 0.8;

/**
 * Whether a column of numbers or ids names its rows: most of them have one, and no two the same. Otherwise it only counts
 * something.
 * @param values What each row of the plan has in it; empty where nothing.
 */
export function namesRows(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.length >= values.length * MOST && new Set(filled).size === filled.length;
}
