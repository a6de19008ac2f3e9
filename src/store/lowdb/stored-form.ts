import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { KeptItems } from './kept-items.ts';

export type Loaded<T> = { ok: true; value: T } | { ok: false; problem: string };

const none = new KeptItems([]);

/**
 * Reads and checks a file of the store. The problem says where it is wrong, never what stands there.
 * @param kept Remembers the items of long lists, for `asStored`.
 */
export function load<T>(path: string, schema: z.ZodType<T>, kept: KeptItems = none): Loaded<T> {
  let data: unknown;
  try {
    // `fatal`: a flipped bit must not pass as U+FFFD inside somebody's name.
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { ok: false, problem: 'not valid JSON' };
    throw error;
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) {
    kept.keep(frozen(parsed.data));
    return { ok: true, value: parsed.data };
  }
  const issue = parsed.error.issues[0];
  return { ok: false, problem: `not as it should be at ${issue?.path.join('.') || 'the top'} (${issue?.code})` };
}

/**
 * What would be read back if `value` were written now, frozen: memory and disk can then never differ. Throws on a value
 * that its own schema refuses, which would be a damaged record at the next start.
 * @param kept Items of long lists that have been through this before are taken as they are.
 */
export function asStored<T>(value: T, schema: z.ZodType<T>, kept: KeptItems = none): T {
  const checked = schema.parse(JSON.parse(JSON.stringify(kept.unchecked(value))));
  const stored = frozen(kept.whole(checked, value));
  kept.keep(stored);
  return stored;
}

/** The value itself, which nobody can change any more, to its innermost part. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
