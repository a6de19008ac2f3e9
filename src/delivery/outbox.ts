import type { Card } from '#card/card.ts';
import type { Feature, World } from '#chat/feature.ts';
import type { Log } from '#chat/log.ts';
import { derivedId, settle } from '#chat/meet.ts';
import type { Delivery, Outbox, Settled, Surface } from '#chat/port.ts';
import type { Account, Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Store } from '#store/port.ts';
import type { Posting } from '#store/posting.ts';
import { Lanes } from './lane.ts';
import { attempts, firstBackoffMs, longestWaitMs, type Pace, paces } from './limits.ts';
import { createRedraw } from './redraw.ts';

export interface Delivering {
  store: Store;
  /** The surfaces that are running. Read at each sending, so that it may be filled after the outbox is made. */
  surfaces: Map<SurfaceName, Surface>;
  /** What gives `refresh` its cards. */
  features: Feature[];
  now(): Temporal.Instant;
  newId(): string;
  log: Log;
  /** Divides all waiting times; 1 is real time. */
  speed?: number;
  paces?: Record<SurfaceName, Pace>;
}

/** What came of a sending that did not succeed, when nothing more is tried. */
type Unsent = Exclude<Delivery, { state: 'sent' | 'throttled' }>;
type Throttled = Extract<Delivery, { state: 'throttled' }>;
type Options = { about?: string; once?: { group: string; key: string } };

/** The one way out of Klar: see `Outbox` in `#chat/port.ts`. */
export function createOutbox(house: Delivering): Outbox {
  const { store, surfaces, log } = house;
  const speed = house.speed ?? 1;
  const lanes = new Lanes(house.paces ?? paces, speed);
  const underWay = new Set<Promise<unknown>>();
  const claims = new Map<string, Promise<Settled>>();
  const openings = new Map<string, Promise<Place | Unsent>>();

  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms / speed));

  /** An attempt, repeated for as long as the platform asks for patience, and some times when it gives no answer. */
  async function patiently<T extends { state: string }>(about: object, attempt: () => Promise<T | Throttled>) {
    let backoffMs = firstBackoffMs;
    for (let tried = 1; ; ) {
      const came = await attempt();
      if (isThrottled(came)) {
        log.warn({ ...about, retryAfterMs: came.retryAfterMs }, 'the platform asks for patience');
        await wait(Math.min(came.retryAfterMs, longestWaitMs));
      } else if (came.state === 'unreachable' && tried < attempts) {
        tried += 1;
        await wait(backoffMs);
        backoffMs *= 2;
      } else {
        return came;
      }
    }
  }

  /** One thing to a place, in its turn. */
  async function deliver(
    place: Place,
    kind: 'send' | 'update',
    attempt: (surface: Surface) => Promise<Delivery>,
  ): Promise<Exclude<Delivery, { state: 'throttled' }>> {
    const surface = surfaces.get(place.surface);
    if (!surface) return { state: 'unreachable', reason: `no surface ${place.surface} is running` };
    return lanes.run(place, kind, () => patiently({ place: place.id }, () => attempt(surface)));
  }

  async function send(place: Place, card: Card, about: string | undefined): Promise<Settled> {
    if (place.goneSince) return { state: 'gone' };
    const came = await deliver(place, 'send', (surface) => surface.send(place, card));
    log.info(
      { place: place.id, about, state: came.state, ...('reason' in came ? { reason: came.reason } : {}) },
      'sent',
    );
    if (came.state === 'gone') {
      await store.places.change(place.id, (p) => ({
        next: { ...p, goneSince: house.now().toString() },
        outcome: true,
      }));
    }
    if (came.state === 'sent' && about !== undefined) {
      const posting: Posting = {
        id: derivedId('posting', place.id, JSON.stringify(came.ref)),
        place: place.id,
        about,
        language: card.language,
        ref: came.ref,
        at: house.now().toString(),
      };
      await store.postings.add(posting);
      redraw.stands(posting, card);
      // What changed while the card was on its way is shown now.
      redraw.refresh(about);
    }
    return came;
  }

  /** Claim, send, settle. A claim left by a crash is taken up again: nothing is lost, at most what was in flight comes twice. */
  async function post(place: Place, card: Card, { about, once }: Options = {}): Promise<Settled> {
    if (!once) return send(place, card, about);
    const id = `${once.group}\n${once.key}`;
    const same = claims.get(id);
    if (same) return same.then((came) => (came.state === 'sent' ? { state: 'already' } : came));
    const claim = (async (): Promise<Settled> => {
      const taken = await store.ledger.change(once.group, once.key, (known) =>
        known && known.state !== 'claimed'
          ? { outcome: known }
          : { next: { state: 'claimed', at: house.now().toString(), place: place.id }, outcome: undefined },
      );
      if (taken) return cameThen(taken);
      const came = await send(place, card, about);
      await store.ledger.change(once.group, once.key, () => ({
        next: {
          state: came.state === 'already' ? 'sent' : came.state,
          at: house.now().toString(),
          place: place.id,
          ...(came.state === 'sent' ? { ref: came.ref } : {}),
        },
        outcome: undefined,
      }));
      return came;
    })();
    claims.set(id, claim);
    return claim.finally(() => claims.delete(id));
  }

  /** The person's own chat on the first of their surfaces that has one for them. */
  async function ownPlace(person: Person): Promise<Place | Unsent> {
    let why: Unsent = { state: 'refused', reason: 'no-account' };
    for (const account of person.accounts) {
      const surface = surfaces.get(account.surface);
      if (!surface) continue;
      const key = JSON.stringify([person.id, account.surface, account.workspace, account.user]);
      const opening = openings.get(key) ?? open(surface, account, person).finally(() => openings.delete(key));
      openings.set(key, opening);
      const found = await opening;
      if (!('state' in found)) return found;
      why = found;
    }
    return why;
  }

  async function open(surface: Surface, account: Account, person: Person): Promise<Place | Unsent> {
    const known = (await store.places.all()).find(
      (p) =>
        p.person === person.id && p.surface === account.surface && p.workspace === account.workspace && !p.goneSince,
    );
    if (known) return known;
    const came = await lanes.inWorkspace(account, () =>
      patiently({ surface: account.surface }, () => surface.ownChat(account)),
    );
    if (came.state !== 'open') return came;
    return settle(store, came.where, person, { language: person.language, timeZone: person.timeZone });
  }

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  const outbox: Outbox = {
    post: (place, card, options) => tracked(post(place, card, options)),
    tell: (person, card, options) =>
      tracked(ownPlace(person).then((found) => ('state' in found ? found : post(found, card, options)))),
    refresh: (about) => redraw.refresh(about),
    async settled() {
      while (underWay.size > 0 || redraw.busy()) await Promise.allSettled([...underWay, redraw.idle()]);
    },
  };
  const world: World = { store, outbox, now: house.now, newId: house.newId, log };
  const redraw = createRedraw({
    store,
    log,
    speed,
    paces: house.paces ?? paces,
    draw: async (about, language) => {
      const [kind = '', ...id] = about.split(':');
      for (const feature of house.features) {
        const subject = feature.subjects?.[kind];
        if (subject) return subject(world, id.join(':'), language);
      }
      return undefined;
    },
    update: (place, posting, card) => deliver(place, 'update', (surface) => surface.update(place, posting.ref, card)),
  });
  return outbox;
}

const isThrottled = (came: { state: string }): came is Throttled => came.state === 'throttled';

/** What came of an earlier sending under the same key. */
function cameThen({ state }: LedgerEntry): Settled {
  switch (state) {
    case 'gone':
      return { state };
    case 'refused':
    case 'unreachable':
      return { state, reason: 'earlier' };
    default:
      return { state: 'already' };
  }
}
