/**
 * Remembers answers that are always the same, by what was asked: plans share their days, people their hours, and working with zones costs a hundred times
 * what looking up does. When there are `most` it begins anew, so that it never grows beyond them.
 */
export function remembered<Answer>(most: number): (asked: string, workOut: () => Answer) => Answer {
  const known = new Map<string, Answer>();
  return (asked, workOut) => {
    const found = known.get(asked);
    if (found !== undefined) return found;
    const answer = workOut();
    if (known.size >= most) known.clear();
    known.set(asked, answer);
    return answer;
  };
}
