import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Announcement } from '../announcement.ts';
import type { Arrival } from '../standing.ts';

/** What is sent for an announcement stands in the ledger under a group of its own. */
export const ledgerGroup = (announcement: string): string => `announcement.${announcement}`;

/** The word before the dot of a key: the announcement itself. A round of reminders has its own, see `rounds.ts`. */
export const sendKey = 'send';
export const keyFor = (what: string, receiver: string): string => `${what}.${receiver}`;

/** The subjects that cards show, to be kept up to date. */
export const about = {
  /** Every receiver's card; one receiver's is a part of it. */
  all: (announcement: string): string => `announcement:${announcement}`,
  receiver: (announcement: string, receiver: string): string => `announcement:${announcement}/${receiver}`,
  /** The card that comes to a receiver as a reminder. */
  reminder: (announcement: string, receiver: string): string => `announcement:${announcement}/${receiver}/reminder`,
  report: (announcement: string): string => `announcement-report:${announcement}`,
  /** What a second person was asked to approve; named with its time, since it may be asked more than once. */
  approvals: (announcement: string): string => `announcement-approval:${announcement}`,
  approval: (announcement: string, askedAt: string): string => `announcement-approval:${announcement}/${askedAt}`,
};

/** Whether something is still to be sent under a key; what reached nobody because a platform was down is tried again. */
export const isOpen = (entry: Pick<LedgerEntry, 'state'> | undefined): boolean =>
  entry === undefined || entry.state === 'claimed' || entry.state === 'unreachable';

/** So long after its sending an announcement still comes to whoever could not be written to before, days: later it would come as a surprise. */
const comesForDays = 30;

/** Whether who has not got an announcement that was sent is still to get it: those whom Klar meets later, or who were away. */
export const isStillComing = ({ state, begunAt }: Pick<Announcement, 'state' | 'begunAt'>, now: Temporal.Instant) =>
  state === 'sent' &&
  begunAt !== undefined &&
  Temporal.Instant.compare(Temporal.Instant.from(begunAt).add({ hours: 24 * comesForDays }), now) > 0;

/** Nothing has come of a sending yet, or a crash left it: what reached nobody while it was being sent is not tried any more afterwards. */
export const isUntried = (entry: Pick<LedgerEntry, 'state'> | undefined): boolean =>
  entry === undefined || entry.state === 'claimed';

/**
 * What has come of the sendings, by receiver: a reminder that arrived brought the message, too.
 * @param state While it is being sent, what is missing or reached nobody is still to come.
 * @param now After that what nobody has tried is, for as long as `isStillComing`.
 */
export function arrivalsIn(
  entries: readonly (readonly [key: string, entry: Pick<LedgerEntry, 'state'>])[],
  announcement: Pick<Announcement, 'state' | 'begunAt' | 'receivers' | 'rounds'>,
  now: Temporal.Instant,
): Map<string, Arrival> {
  const { state, receivers = [], rounds } = announcement;
  // Reports and questions to who leads lie in the same group.
  const brings = new Set([sendKey, ...rounds.map(({ key }) => key)]);
  const found = new Map<string, Arrival>();
  const isLeft = state === 'sending' ? isOpen : isUntried;
  if (state !== 'sending' && !isStillComing(announcement, now)) {
    for (const receiver of receivers) found.set('person' in receiver ? receiver.person : receiver.place, 'failed');
  }
  for (const [key, entry] of entries) {
    const what = key.slice(0, key.indexOf('.'));
    const receiver = key.slice(key.indexOf('.') + 1);
    if (!brings.has(what)) continue;
    if (entry.state === 'sent') found.set(receiver, 'arrived');
    else if (what === sendKey && !isLeft(entry) && found.get(receiver) !== 'arrived') found.set(receiver, 'failed');
  }
  return found;
}
