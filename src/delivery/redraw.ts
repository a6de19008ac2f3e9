import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import type { Log } from '#chat/log.ts';
import { derivedId } from '#chat/meet.ts';
import type { Delivery } from '#chat/port.ts';
import type { Place } from '#people/place.ts';
import type { Store } from '#store/port.ts';
import type { Posting } from '#store/posting.ts';
import type { How, Step } from './errand.ts';
import { Patience, tooLong } from './patience.ts';
import { RecentChanges } from './recent-changes.ts';

interface Redrawing {
  store: Store;
  log: Log;
  /** Divides all waiting times; 1 is real time. */
  speed: number;
  chance(): number;
  draw(about: string, language: Language): Promise<Card | undefined>;
  /** How long the message should be left as it is, milliseconds (`Surface.heldForMs`). */
  heldForMs(place: Place, posting: Posting): number;
  /** Waits for the turn of an update: see `Lanes.update`. */
  inTurn(place: Place, lastAtMs: number | undefined, attempt: (how: How) => Promise<Step>): Promise<void>;
  /** One attempt. */
  update(place: Place, posting: Posting, card: Card): Promise<Delivery>;
}

/** How often a card that is held is looked at again, milliseconds. */
const lookAgainMs = 5_000;
/** When an update that could not be made is tried anew, milliseconds; doubled each time up to the longest. */
const anewMs = { first: 60_000, longest: 900_000 };

/** What there is to know of a card that stands somewhere. */
interface Shown {
  /** When it was changed last, `performance.now`, and a stand-in for what it looks like; undefined: nobody knows. */
  atMs?: number | undefined;
  looks?: string | undefined;
}

/**
 * Brings the cards that show a subject up to date. Many changes within a card's pace, or while it waits for its turn,
 * become one update, drawn when the turn has come; a change that comes while an update is under way makes another one
 * after it, so that the last state always arrives.
 */
export function createRedraw(house: Redrawing) {
  const { store, log } = house;
  /** Per posting: what is still to be drawn, the work under way on it, and how it stands. */
  const stale = new Set<string>();
  const working = new Map<string, Promise<void>>();
  const shown = new Map<string, Shown>();
  /** How often in a row an update could not be made. */
  const failures = new Map<string, number>();
  const finding = new Set<Promise<void>>();
  /** Postings that are looked at again after a while. */
  const waiting = new Set<string>();
  const changes = new RecentChanges();

  function refresh(about: string): void {
    changes.note(about, performance.now());
    const guarded = store.postings
      .byAbout(about)
      .then((found) => {
        for (const posting of found) touch(posting);
      })
      .catch((error: unknown) => log.error({ err: error, about }, 'could not find the cards to update'))
      .finally(() => finding.delete(guarded));
    finding.add(guarded);
  }

  function touch(posting: Posting): void {
    stale.add(posting.id);
    if (working.has(posting.id)) return;
    const work = keepUp(posting)
      .catch((error: unknown) => log.error({ err: error, about: posting.about }, 'a card could not be updated'))
      .finally(() => {
        working.delete(posting.id);
        // A change may come between the last look at `stale` and this.
        if (stale.has(posting.id)) touch(posting);
      });
    working.set(posting.id, work);
  }

  async function keepUp(posting: Posting): Promise<void> {
    while (stale.delete(posting.id)) {
      const place = await store.places.get(posting.place);
      if (!place || place.goneSince) return;
      const patience = new Patience(house.chance);
      await house.inTurn(place, shown.get(posting.id)?.atMs, (how) => attempt(place, posting, patience, how));
    }
  }

  async function attempt(place: Place, posting: Posting, patience: Patience, how: How): Promise<Step> {
    // The next start draws what is live anew.
    if (how === 'stopping') return { is: 'idle' };
    if (house.heldForMs(place, posting) > 0) {
      later(posting, lookAgainMs);
      return { is: 'idle' };
    }
    // What has changed during the wait is drawn along.
    stale.delete(posting.id);
    const card = await house.draw(posting.about, posting.language);
    const looks = card && looksOf(card);
    if (!card || shown.get(posting.id)?.looks === looks) return { is: 'idle' };
    const came = await house.update(place, posting, card);
    const next = patience.after(came);
    shown.set(posting.id, { atMs: performance.now(), looks: came.state === 'sent' ? looks : undefined });
    if (next.is === 'over') await settle(place, posting, came.state === 'throttled' ? tooLong : came);
    else log.warn({ about: posting.about, place: place.id, state: came.state, ...next }, 'an update is tried again');
    return next;
  }

  async function settle(
    place: Place,
    posting: Posting,
    came: Exclude<Delivery, { state: 'throttled' }>,
  ): Promise<void> {
    if (came.state === 'sent') {
      failures.delete(posting.id);
      return;
    }
    if (came.state === 'gone') {
      // Teams says "not found" of cards that exist, too (PLATFORMS T30): the posting is given up, never the place.
      await store.postings.remove(posting.id);
      for (const known of [stale, shown, failures]) known.delete(posting.id);
      return;
    }
    log.warn(
      { about: posting.about, place: place.id, state: came.state, reason: came.reason },
      'a card was not updated',
    );
    if (came.state !== 'unreachable') return;
    const failed = failures.get(posting.id) ?? 0;
    failures.set(posting.id, failed + 1);
    later(posting, Math.min(anewMs.first * 2 ** failed, anewMs.longest));
  }

  /** Looks again after a while. Not waited for at a stop: the next start draws what is live anew. */
  function later(posting: Posting, ms: number): void {
    if (waiting.has(posting.id)) return;
    waiting.add(posting.id);
    const timer = setTimeout(() => {
      waiting.delete(posting.id);
      touch(posting);
    }, ms / house.speed);
    timer.unref();
  }

  return {
    refresh,
    /** Says how a card looked when it came to stand there: it is not sent once more until it looks otherwise. */
    stands(posting: Posting, card: Card, postedMs: number): void {
      shown.set(posting.id, { looks: looksOf(card) });
      // What changed while the card was on its way is shown now.
      const subjects = [posting.about, ...(posting.also ?? [])];
      if (subjects.some((about) => changes.mayBeMissing(about, postedMs))) touch(posting);
    },
    busy: () => finding.size > 0 || working.size > 0,
    idle: () => Promise.allSettled([...finding, ...working.values()]),
  };
}

/** A short stand-in for how a card looks, since all of them are remembered. */
const looksOf = (card: Card): string => derivedId(JSON.stringify([card.content, card.summary, card.mentions ?? []]));
