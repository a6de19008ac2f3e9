import type { Poll, PollAnswer } from './poll.ts';

/** Why an answer is not taken. Nothing is stored then. */
type Refused = 'closed' | 'unknown-option' | 'nothing-chosen' | 'only-one';

export type Cast =
  | { state: 'counted' | 'moved'; next: PollAnswer }
  | { state: 'unchanged' }
  | { state: 'refused'; why: Refused };

/** Whether answers are taken: not closed, and the time at which it closes by itself has not come. */
export function isOpen(poll: Pick<Poll, 'closedAt' | 'closesAt'>, now: Temporal.Instant): boolean {
  if (poll.closedAt !== undefined) return false;
  return poll.closesAt === undefined || Temporal.Instant.compare(now, Temporal.Instant.from(poll.closesAt)) < 0;
}

/**
 * Decides what a press does to one person's answer. A press sets, it never toggles: the same press twice leaves what
 * the first one made. What is stored stands in the order of the poll, so that it does not tell what was ticked first;
 * the time is kept with a named answer only.
 * @param chosen Option ids as they came; one that comes twice counts once.
 */
export function castVote(
  poll: Poll,
  current: PollAnswer | undefined,
  chosen: readonly string[],
  now: Temporal.Instant,
): Cast {
  if (!isOpen(poll, now)) return { state: 'refused', why: 'closed' };
  if (chosen.some((id) => !poll.options.some((o) => o.id === id))) return { state: 'refused', why: 'unknown-option' };
  const options = poll.options.map((o) => o.id).filter((id) => chosen.includes(id));
  if (options.length === 0) return { state: 'refused', why: 'nothing-chosen' };
  if (poll.choice === 'single' && options.length > 1) return { state: 'refused', why: 'only-one' };
  if (current && current.options.join() === options.join()) return { state: 'unchanged' };
  const next: PollAnswer = { options, ...(poll.anonymous ? {} : { at: now.toString() }) };
  return { state: current ? 'moved' : 'counted', next };
}

export type Withdrawn = { state: 'withdrawn' } | { state: 'unchanged' } | { state: 'refused'; why: 'closed' };

/** Decides what taking an answer back does. Doing it twice, or without an answer, changes nothing. */
export function withdrawVote(poll: Poll, current: PollAnswer | undefined, now: Temporal.Instant): Withdrawn {
  if (!isOpen(poll, now)) return { state: 'refused', why: 'closed' };
  return current ? { state: 'withdrawn' } : { state: 'unchanged' };
}
