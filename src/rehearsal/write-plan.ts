import type { Country } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';

const months = 'januar februar mars april mai juni juli august september oktober november desember'.split(' ');

/**
 * Writes out the dates of the example plan (`examples/README.md`): a distance in braces, counted from the first day,
 * becomes a date as people write it. Days off are moved to the next working day.
 * @throws When a brace holds something else: a mistake in the file.
 */
export function writePlan(template: string, today: Temporal.PlainDate, country: Country): string {
  return template.replace(/\{([^}]*)\}/gu, (brace, inner: string) => {
    const [, kind, first, second] = /^(\p{L}+) (-?\d+)(?: (-?\d+))?$/u.exec(inner) ?? [];
    const write = kind === undefined ? undefined : writers[kind];
    if (!write) throw new Error(`The example plan has no such date as ${brace}`);
    return write(today, country, Number(first), second === undefined ? Number(first) : Number(second));
  });
}

type Writer = (today: Temporal.PlainDate, country: Country, first: number, last: number) => string;

const writers: Record<string, Writer> = {
  dag: (today, country, days) => {
    const day = workingDays(today, country, days, days);
    return `${day.day}/${day.month}`;
  },
  dato: (today, country, days) => named(workingDays(today, country, days, days)),
  dager: (today, country, first, last) => {
    const start = workingDays(today, country, first, last);
    const end = start.add({ days: last - first });
    return start.month === end.month ? `${start.day}.–${named(end)}` : `${named(start)}–${named(end)}`;
  },
  uke: (today, _country, weeks) => `uke ${today.add({ weeks }).weekOfYear}`,
  måned: (today, _country, count) => monthName(firstOfMonth(today).add({ months: count })),
  kvartal: (today, _country, quarters) => {
    const day = firstOfMonth(today).add({ months: quarters * 3 });
    return `Q${Math.ceil(day.month / 3)} ${day.year}`;
  },
};

const firstOfMonth = (day: Temporal.PlainDate): Temporal.PlainDate => day.with({ day: 1 });
const monthName = (day: Temporal.PlainDate): string => months[day.month - 1] ?? '';
const named = (day: Temporal.PlainDate): string => `${day.day}. ${monthName(day)}`;

/** The first day at or after a distance from which a stretch of days begins and ends on a working day. */
function workingDays(today: Temporal.PlainDate, country: Country, first: number, last: number): Temporal.PlainDate {
  for (let days = 0; ; days += 1) {
    const start = today.add({ days: first + days });
    const end = start.add({ days: last - first });
    if (isWorkingDay(start.toString(), country) && isWorkingDay(end.toString(), country)) return start;
  }
}
