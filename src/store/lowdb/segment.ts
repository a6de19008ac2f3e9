import { hash } from 'node:crypto';
import { z } from 'zod';

/**
 * Part of a group: the entries whose key's hash begins with certain bits, sorted by key. Never changed in place, so that
 * a reader's view and the one being written can be two.
 */
export interface Segment<V> {
  entries: readonly (readonly [key: string, value: V])[];
}

/** The bits that name a segment's place, `''` for a whole group, `'01'` for a quarter of one. */
export type Prefix = string;

export function segmentSchema<V>(value: z.ZodType<V>): z.ZodType<Segment<V>> {
  return z.object({ entries: z.array(z.tuple([z.string(), value])) });
}

/** The first 64 bits of the key's SHA-256, as text. Splitting further would take 2⁶⁴ entries. */
export function bitsOf(key: string): string {
  return BigInt(`0x${hash('sha256', Buffer.from(key, 'utf16le')).slice(0, 16)}`)
    .toString(2)
    .padStart(64, '0');
}

export function valueIn<V>(segment: Segment<V> | undefined, key: string): V | undefined {
  if (segment === undefined) return undefined;
  const entry = segment.entries[positionOf(segment, key)];
  return entry?.[0] === key ? entry[1] : undefined;
}

/** The segment with the key's value set, or taken out when it is null. */
export function withValue<V>(segment: Segment<V> | undefined, key: string, value: V | null): Segment<V> {
  const entries = [...(segment?.entries ?? [])];
  const at = positionOf({ entries }, key);
  const replaced = entries[at]?.[0] === key ? 1 : 0;
  entries.splice(at, replaced, ...(value === null ? [] : [[key, value] as const]));
  return { entries };
}

/** The two segments one bit longer than `prefix`, by that bit. */
export function halves<V>(segment: Segment<V>, prefix: Prefix): [zeros: Segment<V>, ones: Segment<V>] {
  const side = (bit: string) => ({ entries: segment.entries.filter(([key]) => bitsOf(key)[prefix.length] === bit) });
  return [side('0'), side('1')];
}

/** What is wrong with where its entries stand, if anything. */
export function misplaced(segment: Segment<unknown>, prefix: Prefix): string | undefined {
  let last: string | undefined;
  for (const [key] of segment.entries) {
    if (last !== undefined && key <= last) return 'its keys are not in order';
    if (!bitsOf(key).startsWith(prefix)) return 'a key belongs to another segment';
    last = key;
  }
  return undefined;
}

function positionOf(segment: Segment<unknown>, key: string): number {
  let from = 0;
  let to = segment.entries.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((segment.entries[middle]?.[0] ?? '') < key) from = middle + 1;
    else to = middle;
  }
  return from;
}
