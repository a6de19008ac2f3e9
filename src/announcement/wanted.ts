import { isoDay } from '#calendar/when.ts';
import { instantAt } from '#calendar/zone.ts';
import type { Programme } from '#people/programme.ts';
import { type Announcement, type Audience, asks, audienceRole } from './announcement.ts';

/** What the form holds, as it was filled in; lists have commas between. */
export interface Filled {
  title: string;
  text: string;
  to: string;
  units: string;
  roles: string;
  asks: string;
  when: string;
  day: string;
  time: string;
  ways: string;
}

/** The title stands in notifications and on top of the card. */
export const longestTitle = 120;
/** With title and frame it stays below what a Slack message holds (PLATFORMS S15), and below what a field takes (S12). */
export const longestText = 2500;
/** Each line is a part of the card. */
export const mostLines = 40;
/** Announcements are for the near future, days. */
const furthestDays = 366;

export type WantedProblem =
  | { what: 'no-title' | 'long-title'; field: 'title' }
  | { what: 'long-text' | 'many-lines'; field: 'text' }
  | { what: 'to'; field: 'to' }
  | { what: 'nobody'; field: 'units' }
  | { what: 'asks'; field: 'asks' }
  | { what: 'when'; field: 'when' }
  | { what: 'day' | 'past' | 'far'; field: 'day' }
  | { what: 'time'; field: 'time' };

/** What a checked form says; the rest of an announcement is who made it, when and where. */
export type Wanted = Pick<Announcement, 'title' | 'text' | 'audience' | 'asks' | 'urgent' | 'reminds' | 'sendAt'>;

/** A text as it is kept: line feeds between lines, no blanks at the ends, never two empty lines after each other. */
export const tidyText = (text: string): string =>
  text
    .normalize('NFC')
    .toWellFormed()
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/[^\P{Cc}\t]/gu, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

const tidyTitle = (text: string): string => text.normalize('NFC').toWellFormed().replace(/\s+/gu, ' ').trim();

const listed = (text: string): string[] => text.split(',').filter((one) => one !== '');

/** Checks title and text alone, as for a correction. */
export function checkWords(filled: {
  title: string;
  text: string;
}): { ok: true; title: string; text: string } | { ok: false; problem: WantedProblem } {
  const title = tidyTitle(filled.title);
  const text = tidyText(filled.text);
  const no = (problem: WantedProblem) => ({ ok: false, problem }) as const;
  if (title === '') return no({ what: 'no-title', field: 'title' });
  if (title.length > longestTitle) return no({ what: 'long-title', field: 'title' });
  if (text.length > longestText) return no({ what: 'long-text', field: 'text' });
  if (text.split('\n').length > mostLines) return no({ what: 'many-lines', field: 'text' });
  return { ok: true, title, text };
}

/** Checks a form and gives what it means, or the first thing that is wrong with its field. */
export function checkWanted(
  filled: Filled,
  { programme, now }: { programme: Programme; now: Temporal.Instant },
): { ok: true; wanted: Wanted } | { ok: false; problem: WantedProblem } {
  const no = (problem: WantedProblem) => ({ ok: false, problem }) as const;
  const words = checkWords(filled);
  if (!words.ok) return words;
  const audience = readAudience(filled, programme);
  if ('problem' in audience) return no(audience.problem);
  const asked = asks.safeParse(filled.asks);
  if (!asked.success) return no({ what: 'asks', field: 'asks' });
  const sending = readWhen(filled, programme.timeZone, now);
  if ('problem' in sending) return no(sending.problem);
  const ways = listed(filled.ways);
  return {
    ok: true,
    wanted: {
      title: words.title,
      text: words.text,
      audience,
      asks: asked.data,
      urgent: ways.includes('urgent'),
      reminds: ways.includes('reminds') && asked.data !== 'nothing',
      ...sending,
    },
  };
}

function readAudience(filled: Filled, programme: Programme): Audience | { problem: WantedProblem } {
  if (filled.to === 'all') return { all: true, units: [], roles: [] };
  if (filled.to !== 'some') return { problem: { what: 'to', field: 'to' } };
  const wanted = listed(filled.units);
  const units = programme.units.map(({ id }) => id).filter((id) => wanted.includes(id));
  const roles = audienceRole.options.filter((role) => listed(filled.roles).includes(role));
  // Nothing chosen must never come to mean everyone.
  if (units.length === 0 && roles.length === 0) return { problem: { what: 'nobody', field: 'units' } };
  return { all: false, units, roles };
}

/** "9", "9.30", "09:30" as `09:30`; undefined for anything else. */
export function readTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?$/u.exec(text.trim());
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function readWhen(
  filled: Filled,
  zone: string,
  now: Temporal.Instant,
): { sendAt?: string } | { problem: WantedProblem } {
  if (filled.when === 'now') return {};
  if (filled.when !== 'day') return { problem: { what: 'when', field: 'when' } };
  if (!isDay(filled.day)) return { problem: { what: 'day', field: 'day' } };
  const time = readTime(filled.time);
  if (time === undefined) return { problem: { what: 'time', field: 'time' } };
  const at = Temporal.Instant.from(instantAt(filled.day, time, zone));
  if (Temporal.Instant.compare(at, now) <= 0) return { problem: { what: 'past', field: 'day' } };
  if (now.until(at, { largestUnit: 'hours' }).hours > furthestDays * 24)
    return { problem: { what: 'far', field: 'day' } };
  return { sendAt: at.toString() };
}

function isDay(text: string): boolean {
  if (!isoDay.safeParse(text).success) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
