/**
 * Several names in one cell, with "; " between. One alone that holds a comma or an "og" gets a ";" after it: where there
 * is one, nothing else parts names.
 */
export function several(names: readonly string[]): string {
  const [only] = names;
  if (names.length !== 1 || only === undefined) return names.join('; ');
  return /,|\s(?:og|och|and|&)\s/iu.test(only) ? `${only};` : only;
}
