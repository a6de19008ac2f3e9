/** The most that fell into any window of so many milliseconds, open at its end. `at` in order. */
export function mostIn(ms: number, at: readonly number[]): number {
  let most = 0;
  let from = 0;
  for (const [nth, end] of at.entries()) {
    while ((at[from] ?? 0) <= end - ms) from += 1;
    most = Math.max(most, nth - from + 1);
  }
  return most;
}
