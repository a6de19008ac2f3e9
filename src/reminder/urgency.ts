import type { Reminder } from './reminder.ts';

/** What decides how urgent a reminder is. */
type Pressing = Pick<Reminder, 'start' | 'end' | 'row' | 'title' | 'activity'>;

/**
 * Most urgent first: what is overdue, the longest overdue before others; then the nearest last day, the nearest first day, and
 * the row. Rows of different plans that are alike in all this stand by their titles, so that the order is always the same.
 */
export function byUrgency(one: Pressing, other: Pressing): number {
  // The longest overdue has the earliest last day of all, so one comparison holds both.
  return (
    inOrder(one.end, other.end) ||
    inOrder(one.start, other.start) ||
    one.row - other.row ||
    inOrder(one.title, other.title) ||
    inOrder(one.activity, other.activity)
  );
}

const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
