import { dateWords } from './date-words.ts';
import type { Language } from './when.ts';

/** A time of day alone, as a clock shows it: "09.30", "09:30". `time` is `09:30`. */
export const writeClock = (time: string, language: Language): string =>
  time.replace(':', dateWords[language].clockSign);

/**
 * A time of day after its date: "kl. 09.30", "at 09:30", "kl. 09–15", "kl. 09.30–15.00", "09:00–15:00".
 * @param time `09:30` or `09:30–15:00`, as `readWhen` gives it.
 */
export function writeTime(time: string, language: Language): string {
  const { at } = dateWords[language];
  const [from = '', to] = time.split('–');
  const clock = (text: string) => writeClock(text, language);
  if (to === undefined) return `${at} ${clock(from)}`;
  if (language === 'en') return `${from}–${to}`;
  const isWhole = [from, to].every((each) => each.endsWith(':00'));
  const short = (text: string) => (isWhole ? text.slice(0, 2) : clock(text));
  return `${at} ${short(from)}–${short(to)}`;
}
