import { readFileSync } from 'node:fs';
import type { z } from 'zod';

export type Loaded<T> = { ok: true; value: T } | { ok: false; problem: string };

/** Reads and checks a file of the store. The problem says where it is wrong, never what stands there. */
export function load<T>(path: string, schema: z.ZodType<T>): Loaded<T> {
  let data: unknown;
  try {
    // `fatal`: a flipped bit must not pass as U+FFFD inside somebody's name.
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return { ok: false, problem: 'not valid JSON' };
    throw error;
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: frozen(parsed.data) };
  const issue = parsed.error.issues[0];
  return { ok: false, problem: `not as it should be at ${issue?.path.join('.') || 'the top'} (${issue?.code})` };
}

/**
 * What would be read back if `value` were written now, frozen: memory and disk can then never differ. Throws on a value
 * that its own schema refuses, which would be a damaged record at the next start.
 */
export function asStored<T>(value: T, schema: z.ZodType<T>): T {
  return frozen(schema.parse(JSON.parse(JSON.stringify(value))));
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}
