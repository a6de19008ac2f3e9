import type { Card } from '#card/card.ts';
import type { Feature, World } from '#chat/feature.ts';
import type { Log } from '#chat/log.ts';
import { derivedId, settle } from '#chat/meet.ts';
import type { Delivery, Once, Outbox, Settled, Surface } from '#chat/port.ts';
import type { Account, Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Store } from '#store/port.ts';
import type { Posting } from '#store/posting.ts';
import { Lanes } from './lane.ts';
import { type Pace, paces } from './limits.ts';
import { createPatience, isThrottled, type Throttled, tooLong } from './patience.ts';
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
type Final = Exclude<Delivery, Throttled>;
type Options = { about?: string; also?: readonly string[]; once?: Once };
type Shows = Pick<Options, 'about' | 'also'>;

const notRunning = ({ surface }: Place) =>
  ({ state: 'unreachable', reason: `no surface ${surface} is running` }) as const;

/** The one way out of Klar: see `Outbox` in `#chat/port.ts`. */
export function createOutbox(house: Delivering): Outbox {
  const { store, surfaces, log } = house;
  const speed = house.speed ?? 1;
  const lanes = new Lanes(house.paces ?? paces, speed);
  const underWay = new Set<Promise<unknown>>();
  const claims = new Map<string, Promise<Settled>>();
  const openings = new Map<string, Promise<Place | Unsent>>();

  const { insistently, patiently } = createPatience(log, speed);

  /** Changes a card, in its place's turn. */
  async function update(place: Place, posting: Posting, card: Card): Promise<Final> {
    const surface = surfaces.get(place.surface);
    if (!surface) return notRunning(place);
    const attempt = () => surface.update(place, posting.ref, card);
    return lanes.run(place, 'update', () => patiently({ place: place.id }, () => insistently(attempt)));
  }

  /**
   * Sends a card, in its place's turn, which lasts until what came of it is settled.
   * @param settle Writes down what came of it.
   */
  async function send(
    place: Place,
    card: Card,
    shows: Shows,
    settle: (came: Settled) => Promise<unknown>,
  ): Promise<Settled> {
    const finish = async <C extends Settled>(came: C): Promise<C> => {
      await noteWhatCame(place, card, shows, came);
      await settle(came);
      return came;
    };
    const surface = surfaces.get(place.surface);
    if (place.goneSince) return finish({ state: 'gone' });
    if (!surface) return finish(notRunning(place));
    return lanes.run(place, 'send', () =>
      patiently({ place: place.id }, (isLast) =>
        lanes.untilSettled(async () => {
          const came = await insistently(() => surface.send(place, card));
          if (!isThrottled(came)) return finish(came);
          return isLast ? finish(tooLong) : came;
        }),
      ),
    );
  }

  /** What follows from what came of a sending, whoever it was for. */
  async function noteWhatCame(place: Place, card: Card, { about, also = [] }: Shows, came: Settled): Promise<void> {
    const { state } = came;
    log.info({ place: place.id, about, state, ...('reason' in came ? { reason: came.reason } : {}) }, 'sent');
    if (state === 'gone' && !place.goneSince) {
      await store.places.change(place.id, (p) => ({
        next: { ...p, goneSince: house.now().toString() },
        outcome: true,
      }));
    }
    if (state === 'sent' && about !== undefined) {
      const posting: Posting = {
        id: derivedId('posting', place.id, JSON.stringify(came.ref)),
        place: place.id,
        about,
        ...(also.length > 0 ? { also: [...also] } : {}),
        language: card.language,
        ref: came.ref,
        at: house.now().toString(),
      };
      await store.postings.add(posting);
      redraw.stands(posting, card);
      // What changed while the card was on its way is shown now.
      redraw.refresh(about);
    }
  }

  /** Claim, send, settle. A claim left by a crash is taken up again: nothing is lost, at most what was in flight comes twice. */
  async function post(place: Place, card: Card, { once, ...shows }: Options = {}): Promise<Settled> {
    if (!once) return send(place, card, shows, async () => {});
    const id = `${once.group}\n${once.key}`;
    const same = claims.get(id);
    if (same) return same.then((came) => (came.state === 'sent' ? { state: 'already' } : came));
    const claim = (async (): Promise<Settled> => {
      const isOpen = ({ state }: LedgerEntry) =>
        state === 'claimed' || (once.again === true && (state === 'unreachable' || state === 'gone'));
      const entry = (state: LedgerEntry['state']) => ({ state, at: house.now().toString(), place: place.id });
      const taken = await store.ledger.change(once.group, once.key, (known) =>
        known && !isOpen(known) ? { outcome: known } : { next: entry('claimed'), outcome: undefined },
      );
      if (taken) return cameThen(taken);
      return send(place, card, shows, (came) =>
        store.ledger.change(once.group, once.key, () => ({
          next: {
            ...entry(came.state === 'already' ? 'sent' : came.state),
            ...(came.state === 'sent' ? { ref: came.ref } : {}),
          },
          outcome: undefined,
        })),
      );
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
      patiently({ surface: account.surface }, () => insistently(() => surface.ownChat(account))),
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
    heldForMs: (place, { ref }) => surfaces.get(place.surface)?.heldForMs?.(ref) ?? 0,
    update,
  });
  return outbox;
}

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
