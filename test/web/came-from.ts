import { readFileSync } from 'node:fs';

type Part = { [key: string]: unknown };

const listed = ['body', 'items', 'columns', 'actions'];
const isList = (value: unknown): value is Part[] => Array.isArray(value);

/**
 * Whether a card that was sent is built as a template says: the same elements in the same order with the same looks and
 * verbs, those that are conditional or repeated (`$when`, `$data`) as often as they may be. What is filled in (`${…}`)
 * may be anything.
 */
export function mayComeFrom(template: string, card: object): boolean {
  const written = readFileSync(new URL(`../../cards/${template}.json`, import.meta.url), 'utf8');
  return isLike(JSON.parse(written) as Part, card as Part);
}

function isLike(written: Part, sent: Part): boolean {
  return Object.entries(written).every(([key, value]) => {
    const there = sent[key];
    if (listed.includes(key)) return isList(value) ? isList(there) && fits(value, there) : true;
    if (key.startsWith('$') || typeof value === 'object') return true;
    return (typeof value === 'string' && value.includes('${')) || value === there;
  });
}

function fits([first, ...rest]: Part[], sent: Part[]): boolean {
  if (!first) return sent.length === 0;
  const [next, ...others] = sent;
  const isRepeated = '$data' in first;
  if ((isRepeated || '$when' in first) && fits(rest, sent)) return true;
  return (
    next !== undefined && isLike(first, next) && (fits(rest, others) || (isRepeated && fits([first, ...rest], others)))
  );
}
