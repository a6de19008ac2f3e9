import type { DateProblem } from '#calendar/read-date.ts';
import { readWhen } from '#calendar/read-date.ts';
import { readTime } from '#calendar/time-of-day.ts';
import type { IsoDay } from '#calendar/when.ts';
import { sameName } from './find-unit.ts';
import type { Quiet } from './quiet.ts';

type Hours = NonNullable<Quiet['hours']>;
type Absence = Quiet['away'][number];

/** Quiet hours that are none: they end as they begin (see `nextAllowed`). */
export const noQuietHours: Hours = { from: '00:00', to: '00:00' };

const none = ['none', 'off', 'no', 'ingen', 'ingenting', 'inga', 'inget', 'av', 'nei', 'nej'];
/** Whether somebody says that they want none of what is asked for. */
export const saysNone = (text: string): boolean => none.includes(sameName(text));

/** Quiet hours as people write them: "20-07", "20.30–7", "kl. 22 til 6", "ingen". Undefined where it is something else. */
export function readHours(text: string): Hours | undefined {
  if (saysNone(text)) return noQuietHours;
  const read = readTime(text);
  if (read === undefined || !('time' in read)) return undefined;
  const [from, to] = read.time.split('–');
  return from === undefined || to === undefined || from === to ? undefined : { from, to };
}

/** Absences that one may have at a time: as many as the record holds. */
export const mostAbsences = 50;

export type AbsencesRead =
  | { ok: true; away: Absence[] }
  | { ok: false; text: string; problem: DateProblem | { code: 'over' } | { code: 'too-many' } };

/**
 * Absences as people write them, one a line or with commas between: "7.7-31.7", "uke 28–30", "24. desember". Without a year the nearest one that
 * is not over is meant. The first that cannot be understood, or that is over, is told of; those that touch stay as they were written.
 */
export function readAbsences(text: string, today: IsoDay): AbsencesRead {
  const away: Absence[] = [];
  for (const part of text.split(/[,;\n]/u).map(withoutName)) {
    if (part === '') continue;
    const read = nextTime(part, today);
    if (!read.ok) return { ok: false, text: part, problem: read.problem };
    const { start, end } = read.when;
    if (start === null || end === null)
      return { ok: false, text: part, problem: { code: 'not-understood', text: part } };
    if (end < today) return { ok: false, text: part, problem: { code: 'over' } };
    if (!away.some((one) => one.from === start && one.to === end)) away.push({ from: start, to: end });
  }
  if (away.length > mostAbsences) return { ok: false, text: '', problem: { code: 'too-many' } };
  return { ok: true, away: away.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
}

/** "Fellesferie: 7.7-31.7" is those days; what it is called is not kept. */
const withoutName = (part: string): string => part.trim().replace(/^\p{L}[\p{L}\s]*:\s*(?=.)/u, '');

/** A date that names no year is the next of its kind: what is over this year is meant for the one after. */
function nextTime(text: string, today: IsoDay) {
  // A plan may begin two months before its start; an absence begins where somebody is now.
  const from = (months: number) => Temporal.PlainDate.from(today).add({ months }).toString();
  const read = readWhen(text, { starts: from(2) });
  const isOver = read.ok && read.when.end !== null && read.when.end < today;
  return isOver ? readWhen(text, { starts: from(14) }) : read;
}
