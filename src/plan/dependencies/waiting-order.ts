/**
 * Who waits for whom, by places in a list: `edges[i]` holds the places that `i` waits for. Everything here takes time
 * in proportion to places and edges, and goes no deeper however long a chain is.
 */
export type Edges = readonly (readonly number[])[];

/** The same the other way round: for each place, which places wait for it. */
export function turnedRound(edges: Edges): number[][] {
  const waiting: number[][] = edges.map(() => []);
  for (const [at, before] of edges.entries()) for (const one of before) waiting[one]?.push(at);
  return waiting;
}

/**
 * All places in an order in which each comes after everything that it waits for. Places in a ring, and those that wait
 * for one, come last, as they stand.
 */
export function inOrder(edges: Edges): number[] {
  const waiting = turnedRound(edges);
  const left = edges.map((before) => before.length);
  const order = edges.flatMap((before, at) => (before.length === 0 ? [at] : []));
  // A list that grows while it is walked through is walked through to its end.
  for (const at of order) {
    for (const next of waiting[at] ?? []) {
      left[next] = (left[next] ?? 0) - 1;
      if (left[next] === 0) order.push(next);
    }
  }
  return [...order, ...left.flatMap((count, at) => (count > 0 ? [at] : []))];
}

/**
 * The rings: places that wait for each other, and a place that waits for itself; each ring in the order of the list
 * (Tarjan's strongly connected components, with a stack of its own in place of calls).
 */
export function ringsIn(edges: Edges): number[][] {
  const index: number[] = [];
  const low: number[] = [];
  const open: number[] = [];
  const isOpen: boolean[] = [];
  const rings: number[][] = [];
  let count = 0;

  const enter = (at: number) => {
    index[at] = low[at] = count++;
    open.push(at);
    isOpen[at] = true;
    return { at, next: 0 };
  };
  for (const start of edges.keys()) {
    if (index[start] !== undefined) continue;
    const way = [enter(start)];
    for (let step = way.at(-1); step; step = way.at(-1)) {
      const { at } = step;
      const to = edges[at]?.[step.next++];
      if (to !== undefined) {
        if (index[to] === undefined) way.push(enter(to));
        else if (isOpen[to]) low[at] = Math.min(low[at] ?? 0, index[to]);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above) low[above.at] = Math.min(low[above.at] ?? 0, low[at] ?? 0);
      if (low[at] !== index[at]) continue;
      const ring = open.splice(open.lastIndexOf(at));
      for (const one of ring) isOpen[one] = false;
      if (ring.length > 1 || edges[at]?.includes(at)) rings.push(ring.sort((a, b) => a - b));
    }
  }
  return rings;
}
