import { sameName } from '#people/find-unit.ts';
import { plainly } from '../revisions/diff.ts';

/**
 * The tags that a cell or a field holds, each as written: at commas, semicolons and line breaks; a `#` before one is no part of it. Each once,
 * whatever its case.
 */
export function splitTags(text: string): string[] {
  const found = new Map<string, string>();
  for (const piece of text.split(/[,;\n\r]+/u)) {
    const tag = plainly(piece).replace(/^#+\s*/u, '');
    if (tag !== '' && !/^[-–—]+$/u.test(tag) && !found.has(sameName(tag))) found.set(sameName(tag), tag);
  }
  return [...found.values()];
}
