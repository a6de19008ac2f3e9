import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import type { Log } from '#chat/log.ts';
import { derivedId } from '#chat/meet.ts';
import type { Delivery } from '#chat/port.ts';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Store } from '#store/port.ts';
import type { Posting } from '#store/posting.ts';
import type { Pace } from './limits.ts';

interface Redrawing {
  store: Store;
  log: Log;
  speed: number;
  paces: Record<SurfaceName, Pace>;
  draw(about: string, language: Language): Promise<Card | undefined>;
  /** How long the message should be left as it is, milliseconds (`Surface.heldForMs`). */
  heldForMs(place: Place, posting: Posting): number;
  update(place: Place, posting: Posting, card: Card): Promise<Exclude<Delivery, { state: 'throttled' }>>;
}

/** Tries of an update that brought no answer, besides those of the sending itself; then the next change brings it along. */
const retriesOfUpdate = 3;
/** How often a card that is held is looked at again, milliseconds. */
const lookAgainMs = 5_000;

/**
 * Brings the cards that show a subject up to date. Many changes within a card's pace become one update; a change that
 * comes while an update is under way makes another one after it, so that the last state always arrives.
 */
export function createRedraw(house: Redrawing) {
  const { store, log } = house;
  /** Per posting: what is still to be drawn, the work under way on it, and when and what was drawn last. */
  const stale = new Set<string>();
  const working = new Map<string, Promise<void>>();
  const drawnAtMs = new Map<string, number>();
  const shown = new Map<string, string>();
  const finding = new Set<Promise<void>>();
  /** Postings that are looked at again when a form on them may have been filled in. */
  const waiting = new Set<string>();

  function refresh(about: string): void {
    const found = store.postings.all().then((all) => {
      // A posting may show a part of the subject: one activity's reminder for the units of one place.
      for (const posting of all) {
        const shows = [posting.about, ...(posting.also ?? [])];
        if (shows.some((one) => one === about || one.startsWith(`${about}/`))) touch(posting);
      }
    });
    const guarded = found
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
    for (let failed = 0; stale.delete(posting.id); ) {
      const place = await store.places.get(posting.place);
      if (!place || place.goneSince) return;
      const paceMs = house.paces[place.surface].perCardMs / house.speed;
      const sinceMs = performance.now() - (drawnAtMs.get(posting.id) ?? Number.NEGATIVE_INFINITY);
      if (sinceMs < paceMs) await new Promise((resolve) => setTimeout(resolve, paceMs - sinceMs));
      if (house.heldForMs(place, posting) > 0) return later(posting);
      // What has changed during the wait is drawn along.
      stale.delete(posting.id);
      const card = await house.draw(posting.about, posting.language);
      if (!card || shown.get(posting.id) === looksOf(card)) continue;
      drawnAtMs.set(posting.id, performance.now());
      shown.delete(posting.id);
      const came = await house.update(place, posting, card);
      if (came.state === 'sent') {
        shown.set(posting.id, looksOf(card));
      } else if (came.state === 'gone') {
        // Teams says "not found" of cards that exist, too (PLATFORMS T30): the posting is given up, never the place.
        await store.postings.remove(posting.id);
        stale.delete(posting.id);
        drawnAtMs.delete(posting.id);
      } else if (came.state === 'unreachable' && failed < retriesOfUpdate) {
        failed += 1;
        stale.add(posting.id);
      } else {
        log.warn(
          { about: posting.about, place: place.id, state: came.state, reason: came.reason },
          'a card was not updated',
        );
      }
    }
  }

  /** Looks again after a while. Not waited for at a stop: the next start draws what is live anew. */
  function later(posting: Posting): void {
    if (waiting.has(posting.id)) return;
    waiting.add(posting.id);
    const timer = setTimeout(() => {
      waiting.delete(posting.id);
      touch(posting);
    }, lookAgainMs / house.speed);
    timer.unref();
  }

  return {
    refresh,
    /** Says what a card looked like when it was posted: it is not sent once more until it looks otherwise. */
    stands(posting: Posting, card: Card): void {
      shown.set(posting.id, looksOf(card));
    },
    busy: () => finding.size > 0 || working.size > 0,
    idle: () => Promise.allSettled([...finding, ...working.values()]),
  };
}

/** A short stand-in for how a card looks, since all of them are remembered. */
const looksOf = (card: Card): string => derivedId(JSON.stringify([card.content, card.summary, card.mentions ?? []]));
