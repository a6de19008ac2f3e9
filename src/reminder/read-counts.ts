/** What a number in a form counts. */
export type CountUnit = 'days' | 'working-days' | 'weeks' | 'months';

/** "12 måneder". */
export interface Count {
  count: number;
  unit: CountUnit;
}

/** The largest number that a rule counts with. */
export const longestCount = 999;

export type CountsRead =
  | { ok: true; counts: Count[] }
  /** `unclear`: no number and no unit; `range`: not between 1 and `longestCount`. `text` is what was written. */
  | { ok: false; code: 'unclear' | 'range'; text: string };

/** Words of a unit in nb, nn, sv and en, and their short forms. */
const words: Record<CountUnit, readonly string[]> = {
  days: ['d', 'dag', 'dager', 'dagar', 'dg', 'day', 'days'],
  'working-days': [
    ...['ad', 'arbeidsdag', 'arbeidsdager', 'arbeidsdagar', 'virkedag', 'virkedager', 'yrkedag', 'yrkedagar'],
    ...['arbetsdag', 'arbetsdagar', 'vardag', 'vardagar', 'workday', 'workdays', 'workingday', 'workingdays'],
  ],
  weeks: ['u', 'uke', 'uker', 'veke', 'veker', 'v', 'vecka', 'veckor', 'w', 'week', 'weeks'],
  months: ['m', 'mnd', 'mån', 'måned', 'måneder', 'månad', 'månader', 'månadar', 'month', 'months'],
};
const unitOf = new Map(
  (Object.keys(words) as CountUnit[]).flatMap((unit) => words[unit].map((word) => [word, unit] as const)),
);
/** What people write between and behind the numbers. */
const passedOver = new Set([
  'og',
  'och',
  'and',
  '&',
  'før',
  'føre',
  'före',
  'innan',
  'before',
  'etter',
  'efter',
  'after',
  '-',
  '–',
]);

/**
 * Reads numbers as people write them in a row: `90 30 14 7 1`, `90, 30 og 14 dager, 1 arbeidsdag`, `12 mnd`. A unit goes
 * for all numbers before it that have none; numbers that are left at the end are of the unit given. What
 * `rulesInWords` says can be written back.
 */
export function readCounts(text: string, unit: CountUnit): CountsRead {
  const tidy = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\bwork(?:ing)?[\s-]+day/gu, 'workday')
    // "12m" and "12mnd." are a number and its unit.
    .replace(/(\d)(\p{L})/gu, '$1 $2');
  const counts: Count[] = [];
  let waiting: number[] = [];
  const settle = (as: CountUnit) => {
    counts.push(...waiting.map((count) => ({ count, unit: as })));
    waiting = [];
  };
  for (const token of tidy.split(/[\s,;+/]+/u)) {
    const word = token.replace(/\.+$/u, '');
    if (word === '' || passedOver.has(word)) continue;
    if (/^\d+$/u.test(word)) {
      const count = Number(word);
      if (count < 1 || count > longestCount) return { ok: false, code: 'range', text: word };
      waiting.push(count);
      continue;
    }
    const meant = unitOf.get(word);
    if (meant === undefined || waiting.length === 0) return { ok: false, code: 'unclear', text: token };
    settle(meant);
  }
  settle(unit);
  return { ok: true, counts };
}

/** A time of day as people write it (`9`, `09.00`, `kl. 9:30`), as `HH:MM`; undefined where it is none. */
export function readClock(text: string): string | undefined {
  const [, hour, minute = '00'] =
    /^(?:kl(?:okk[ae]n|ockan)?\.?\s*)?(\d{1,2})(?:[.:](\d{2}))?$/u.exec(text.trim().toLowerCase()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}
