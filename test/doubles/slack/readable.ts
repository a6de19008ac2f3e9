import { isDict } from './types.ts';

/** Keys whose strings a person reads. */
const READ = new Set(['text', 'alt_text', 'caption', 'name', 'fallback']);

/**
 * Every string that a person would read in blocks, in reading order: texts, labels, buttons, options, alt texts and cells.
 * For tests ("does the card say …") and for the size of a whole message (PLATFORMS S15).
 */
export function readable(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(readable);
  if (!isDict(value)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? (READ.has(key) ? [each] : []) : readable(each),
  );
}
