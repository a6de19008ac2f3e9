import { clean } from './clean-text.ts';

const HOUR = '\\d{1,2}(?:[.:]?\\d{2})?(?:\\s?[ap]\\.?m\\.?)?';
const CLOCK = '(?:klokken|klokka|klockan|kl|at)\\.?:?\\s*';
const TO = '\\s*(?:-|til|till|to|og|och)\\s*';
const between = (time: string) => `(${time})(?:${TO}(?:${CLOCK})?(${time}))?`;

/** Ways of writing a time beside a date, the surest first. */
const forms = [
  // kl. 9, kl. 09.00-15.00, klokka 0900, at 9 am.
  new RegExp(`(?<![\\p{L}\\d])${CLOCK}${between(HOUR)}(?![\\d/:])`, 'u'),
  // 09:00-15:00, and the 09:00:00.000Z that spreadsheets make of a date.
  new RegExp(
    `(?<![\\d:.])${between('\\d{1,2}:\\d{2}')}(?<seconds>:\\d\\d(?:\\.\\d+)?(?:z|[+-]\\d\\d:?\\d\\d)?)?(?![\\d:])`,
    'u',
  ),
  // 9 am, 9-11 am.
  /(?<![\d:.])(\d{1,2}(?:[.:]\d{2})?(?:\s?[ap]\.?m\.?)?)(?:\s*(?:-|to)\s*(\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?))(?!\p{L})/u,
  /(?<![\d:.])(\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?)(?!\p{L})/u,
  // 15/9 09.00-15.00. Minutes that no month has, so that 15.10 stays a date.
  /(?<=\S[\s,]+)(\d{1,2}\.(?:00|15|30|45))(?:\s*-\s*(\d{1,2}\.(?:00|15|30|45)))?$/u,
];

/**
 * Takes the time of day out of a cleaned date text. `time` is `HH:MM` or `HH:MM–HH:MM`; `text` is what is left. An
 * impossible time (25:00) gives undefined.
 */
export function takeTime(text: string): { text: string; time?: string } | undefined {
  const plain = text.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/u, '$1 ');
  for (const form of forms) {
    const match = form.exec(plain);
    if (match === null) continue;
    const rest = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`;
    const left = rest.replace(/\s+/gu, ' ').replace(/^[\s,]+|[\s,]+$/gu, '');
    const half = /[ap]\.?m\.?$/u.exec(match[2] ?? '')?.[0] ?? '';
    const from = clock(match[1] ?? '', half);
    const to = match[2] === undefined ? undefined : clock(match[2], '');
    if (from === undefined || (match[2] !== undefined && to === undefined)) return undefined;
    // A spreadsheet's date cell is midnight to the second; nobody wrote that time.
    const bySpreadsheet = match.groups?.seconds !== undefined || /(?:19|20|21)\d\d 00:00$/u.test(plain);
    if (from === '00:00' && to === undefined && bySpreadsheet) return { text: left };
    return { text: left, time: to === undefined ? from : `${from}–${to}` };
  }
  return { text };
}

/** `HH:MM` of one time as people write it; `half` is the am or pm that it shares with the end of its range ("9-11 am"). */
function clock(written: string, half: string): string | undefined {
  const [, digits = '', own] = /^([\d.:]+)\s?([ap])?/u.exec(written) ?? [];
  const [hours, minutes] = /[.:]/u.test(digits)
    ? digits.split(/[.:]/u)
    : digits.length > 2
      ? [digits.slice(0, -2), digits.slice(-2)]
      : [digits, '0'];
  const twelve = own ?? half.slice(0, 1);
  const hour = twelve === '' ? Number(hours) : (Number(hours) % 12) + (twelve === 'p' ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || (twelve !== '' && Number(hours) > 12)) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/**
 * The hour in a cell of a column of hours: "12:00", "kl. 9", "09.00–15.00". `HH:MM` or `HH:MM–HH:MM`; undefined for
 * anything else, `no-such-time` for one that no clock shows.
 */
export function readTime(text: string): { time: string } | { code: 'no-such-time' } | undefined {
  const written = clean(text).replace(/^(?:klokken|klokka|klockan|kl)\b\.?:?\s*/u, '');
  if (written.length > 20 || !/^\d/u.test(written)) return undefined;
  const plain = /^\d{1,2}:\d\d:\d\d/u.test(written) ? written.replace(/(:\d\d):\d\d(?:\.\d+)?/gu, '$1') : written;
  const taken = takeTime(`kl. ${plain}`);
  if (taken === undefined) return { code: 'no-such-time' };
  return taken.text === '' && taken.time !== undefined ? { time: taken.time } : undefined;
}
