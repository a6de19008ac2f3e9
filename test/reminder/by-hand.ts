/**
 * When reminders fall due, worked out a second time from the words of issues 2 and 4 alone: with calendars, clock changes and
 * working days of its own, day by day and without haste. What Klar sends is compared with it.
 */

/** A row of a plan, as far as reminders ask. Days are ISO days, both ends included; null where none is known. */
export interface HandRow {
  id: string;
  start: string | null;
  end: string | null;
  isExact: boolean;
  /** A meeting or a gathering, which is over with its day: nothing is asked for that could be late. */
  takesPlace: boolean;
  units: readonly string[];
  /** Done, called off or on pause. */
  isOver: boolean;
}

/** One reminder to one unit, or (null) to the programme's own place. */
export interface HandReminder {
  activity: string;
  rule: string;
  unit: string | null;
  /** The working day on which it comes. */
  day: string;
  /** The same as an instant, epoch milliseconds. */
  atMs: number;
}

export type HandCountry = 'NO' | 'SE';

/** All reminders of a plan by some rules at a time of day (`09:00`) in the time of Oslo and Stockholm. */
export function remindersByHand(
  rows: readonly HandRow[],
  { rules, at, country }: { rules: readonly string[]; at: string; country: HandCountry },
): HandReminder[] {
  return rows.flatMap((row) => {
    if (row.isOver || row.start === null || row.end === null) return [];
    const ownRules = row.takesPlace ? rules.filter((rule) => rule !== 'overdue') : rules;
    const days = daysOf(dayOf(row.start), dayOf(row.end), row.isExact, ownRules, country);
    const units = row.units.length > 0 ? row.units : [null];
    return [...days].flatMap(([day, rule]) =>
      units.map((unit) => ({ activity: row.id, rule, unit, day: iso(day), atMs: instantOf(day, at) })),
    );
  });
}

/** Days are counted from 1 January 1970. */
type DayNumber = number;
const DAY_MS = 86_400_000;
const dayOf = (text: string): DayNumber => {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
};
const iso = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
/** 0 Sunday to 6 Saturday: 1 January 1970 was a Thursday. */
const weekday = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

interface Candidate {
  rule: string;
  lands: DayNumber;
  /** From the date, in days. */
  distance: number;
  count: number;
}

/** The working days on which a row is reminded of, each with the rule that stands there: the one nearest the date. */
function daysOf(
  start: DayNumber,
  end: DayNumber,
  isExact: boolean,
  rules: readonly string[],
  country: HandCountry,
): Map<DayNumber, string> {
  const isOff = (day: DayNumber) => !isWorkingDayByHand(day, country);
  const back = (day: DayNumber): DayNumber => (isOff(day) ? back(day - 1) : day);
  const on = (day: DayNumber): DayNumber => (isOff(day) ? on(day + 1) : day);
  const candidates: Candidate[] = [];
  const before = (rule: string, meant: DayNumber, count: number) =>
    candidates.push({ rule, lands: back(meant), distance: start - meant, count });
  const after = (rule: string, meant: DayNumber, count: number) =>
    candidates.push({ rule, lands: on(meant), distance: meant - end, count });

  for (const rule of new Set(rules)) {
    const [number = '', ...words] = rule.split('-');
    const count = Number(number);
    switch (words.join('-').replace(/^(working-)?(day|week|month)s?-/u, '$1$2-')) {
      case 'day-before':
        before(rule, start - count, count);
        break;
      case 'week-before':
        before(rule, start - 7 * count, count);
        break;
      case 'month-before':
        before(rule, monthsBack(start, count), count);
        break;
      case 'working-day-before': {
        if (!isExact) break;
        let day = start;
        for (let left = count; left > 0; ) if (!isOff(--day)) left -= 1;
        before(rule, day, count);
        break;
      }
      case 'day-after':
        after(rule, end + count, count);
        break;
      case 'working-day-after': {
        let day = end;
        for (let left = count; left > 0; ) if (!isOff(++day)) left -= 1;
        after(rule, day, count);
        break;
      }
      default:
        if (rule === 'on-the-day' && isExact) before(rule, start, 0);
        else if (rule === 'on-the-day') {
          let day = start;
          while (day <= end && isOff(day)) day += 1;
          candidates.push({
            rule: 'first-working-day',
            lands: day <= end ? day : back(start),
            distance: 0,
            count: 0,
          });
        } else if (rule === 'overdue') {
          const first = on(end + 1);
          for (let week = 0; week < 4; week += 1) {
            const name = week === 0 ? rule : `${rule}-${week + 1}`;
            candidates.push({ rule: name, lands: on(first + 7 * week), distance: 0, count: 0 });
          }
        } else throw new Error(`No rule is called ${rule}`);
    }
  }
  const found = new Map<DayNumber, Candidate>();
  for (const one of candidates) {
    const other = found.get(one.lands);
    // Where two say the very same (a day before, a working day before), the one that was named last stands.
    const isNearer =
      !other || one.distance < other.distance || (one.distance === other.distance && one.count <= other.count);
    if (isNearer) found.set(one.lands, one);
  }
  return new Map([...found].map(([day, { rule }]) => [day, rule]));
}

/** The same day of an earlier month, or its last one. */
function monthsBack(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY_MS);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1) / DAY_MS;
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 1) / DAY_MS;
  return Math.min(first + date.getUTCDate() - 1, next - 1);
}

/** Monday to Friday, and no holiday. */
export function isWorkingDayByHand(day: DayNumber | string, country: HandCountry): boolean {
  const number = typeof day === 'string' ? dayOf(day) : day;
  const isWeekend = weekday(number) === 0 || weekday(number) === 6;
  return !isWeekend && !holidays(Number(iso(number).slice(0, 4)), country).has(number);
}

const known = new Map<string, Set<DayNumber>>();

/** Norway's and Sweden's holidays, with the eves on which nobody is at work. */
function holidays(year: number, country: HandCountry): Set<DayNumber> {
  const key = `${country} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const easter = easterOf(year);
  const fixed = (...days: string[]) => days.map((day) => dayOf(`${year}-${day}`));
  const common = [easter - 2, easter, easter + 1, easter + 39, easter + 49];
  const both = fixed('01-01', '05-01', '12-24', '12-25', '12-26', '12-31');
  // Midsummer eve is the Friday from 19 to 25 June.
  const midsummerEve = fixed('06-19', '06-20', '06-21', '06-22', '06-23', '06-24', '06-25').filter(
    (day) => weekday(day) === 5,
  );
  const own =
    country === 'NO' ? [easter - 3, easter + 50, ...fixed('05-17')] : [...midsummerEve, ...fixed('01-06', '06-06')];
  const all = new Set([...common, ...both, ...own]);
  known.set(key, all);
  return all;
}

/** Easter Sunday by the anonymous Gregorian rule (Meeus). */
function easterOf(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** A time of day in Oslo or Stockholm: two hours ahead from the last Sunday of March to the last of October, else one. */
export function instantByHand(text: string, time: string): number {
  return instantOf(dayOf(text), time);
}

function instantOf(day: DayNumber, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const year = Number(iso(day).slice(0, 4));
  const lastSunday = (month: string) => {
    let last = dayOf(`${year}-${month}-31`);
    while (weekday(last) !== 0) last -= 1;
    return last;
  };
  const isSummer = day >= lastSunday('03') && day < lastSunday('10');
  return day * DAY_MS + (hours - (isSummer ? 2 : 1)) * 3_600_000 + minutes * 60_000;
}
