import type { Card } from '#card/card.ts';
import type { Feature, World } from '#chat/feature.ts';
import type { Log } from '#chat/log.ts';
import { derivedId } from '#chat/meet.ts';
import { type Meter, noMeter } from '#chat/meter.ts';
import type { Delivery, Once, Outbox, Settled, Surface } from '#chat/port.ts';
import type { Account, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Store } from '#store/port.ts';
import type { Posting } from '#store/posting.ts';
import { Lanes } from './lane.ts';
import { type Pace, paces } from './limits.ts';
import { createOwnChats, noAccount, type Unsent } from './own-chat.ts';
import { Patience, tooLong } from './patience.ts';
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
  /** Counts attempts. Left out: nobody watches. */
  meter?: Meter;
  /** Divides all waiting times; 1 is real time. */
  speed?: number;
  paces?: Record<SurfaceName, Pace>;
  /** From 0 to 1, anew each time, for what must not happen all at the same moment. */
  chance?(): number;
}

type Options = { about?: string; also?: readonly string[]; once?: Once };
type Shows = Pick<Options, 'about' | 'also'>;

/** Klar is stopping: nothing was tried, and what was claimed stays so, for the next start to take up. */
const stopping = { state: 'unreachable', reason: 'stopping' } as const;

const notRunning = ({ surface }: Place) =>
  ({ state: 'unreachable', reason: `no surface ${surface} is running` }) as const;

/** The one way out of Klar: see `Outbox` in `#chat/port.ts`. */
export function createOutbox(house: Delivering): Outbox {
  const { store, surfaces, log, meter = noMeter, speed = 1, chance = Math.random } = house;
  const lanes = new Lanes(house.paces ?? paces, speed);
  const underWay = new Set<Promise<unknown>>();
  const claims = new Map<string, Promise<Settled>>();

  /**
   * Tries until it is over, in turn.
   * @param inTurn Waits for the turn of each attempt.
   * @param settle Runs while it is still the place's turn.
   */
  async function persistently<T extends { state: Delivery['state'] | 'open'; retryAfterMs?: number }>(
    about: { surface: SurfaceName; place?: string },
    inTurn: (attempt: Parameters<Lanes['open']>[1]) => Promise<void>,
    attempt: () => Promise<T>,
    settle: (came: Exclude<T, { state: 'throttled' }> | typeof tooLong) => Promise<unknown>,
  ): Promise<Exclude<T, { state: 'throttled' }> | typeof tooLong | typeof stopping> {
    const patience = new Patience(chance);
    let outcome: Exclude<T, { state: 'throttled' }> | typeof tooLong | typeof stopping = stopping;
    await inTurn(async (how) => {
      if (how === 'stopping') return { is: 'idle' };
      const came = how === 'shut' ? tooLong : await attempt();
      // The limits count from the answer, not from when it is on disk.
      const answeredAtMs = performance.now();
      if (how === 'try') meter.attempted(about.surface, came.state === 'open' ? 'sent' : came.state);
      const next = how === 'shut' ? ({ is: 'over', afterMs: 0 } as const) : patience.after(came);
      if (came.state === 'throttled') log.warn({ ...about, ...next }, 'the platform asks for patience');
      if (next.is !== 'over') return next;
      const settled = came.state === 'throttled' ? tooLong : (came as Exclude<T, { state: 'throttled' }>);
      await settle(settled);
      outcome = settled;
      return { ...next, answeredAtMs };
    });
    return outcome;
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
    const postedMs = performance.now();
    const finish = async <C extends Settled>(came: C): Promise<C> => {
      const noted = noteWhatCame(place, card, { ...shows, postedMs }, came);
      // What was sent is settled in the same moment: the store has both on disk together, and never the ledger's line alone.
      if (came.state !== 'sent') await noted;
      await Promise.all([noted, settle(came)]);
      return came;
    };
    const surface = surfaces.get(place.surface);
    if (place.goneSince) return finish({ state: 'gone' });
    if (!surface) return finish(notRunning(place));
    return persistently(
      { surface: place.surface, place: place.id },
      (attempt) => lanes.send(place, attempt),
      () => surface.send(place, card),
      finish,
    );
  }

  /** What follows from what came of a sending, whoever it was for. */
  async function noteWhatCame(
    place: Place,
    card: Card,
    { about, also = [], postedMs }: Shows & { postedMs: number },
    came: Settled,
  ): Promise<void> {
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
      redraw.stands(posting, card, postedMs);
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

  const ownPlace = createOwnChats({
    store,
    surfaces,
    open: (surface: Surface, account: Account) =>
      persistently(
        { surface: account.surface },
        (attempt) => lanes.open(account, attempt),
        () => surface.ownChat(account),
        async () => {},
      ),
  });

  /**
   * A chat that the platform will not open is written down like any other refusal, so that no heartbeat asks for it minute after minute. Whoever
   * has no account on a surface that runs may come to have one.
   */
  async function settleUnopened({ group, key }: Once, came: Unsent): Promise<void> {
    if (came.state === 'unreachable' || ('reason' in came && came.reason === noAccount)) return;
    await store.ledger.change(group, key, (known) =>
      known?.state === 'sent' || known?.state === 'skipped'
        ? { outcome: undefined }
        : { next: { ...known, state: 'refused', at: house.now().toString() }, outcome: undefined },
    );
  }

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };

  const outbox: Outbox = {
    post: (place, card, options) => tracked(post(place, card, options)),
    tell: (person, card, options) =>
      tracked(
        ownPlace(person).then(async (found) => {
          if (!('state' in found)) return post(found, card, options);
          if (options?.once) await settleUnopened(options.once, found);
          return found;
        }),
      ),
    refresh: (about) => redraw.refresh(about),
    waiting: () => lanes.waiting,
    async settled() {
      while (underWay.size > 0 || redraw.busy()) await Promise.allSettled([...underWay, redraw.idle()]);
    },
    async close() {
      lanes.stop();
      await outbox.settled();
    },
  };
  const world: World = { store, outbox, now: house.now, newId: house.newId, log };
  const redraw = createRedraw({
    store,
    log,
    speed,
    chance,
    draw: async (about, language) => {
      const [kind = '', ...id] = about.split(':');
      for (const feature of house.features) {
        const subject = feature.subjects?.[kind];
        if (subject) return subject(world, id.join(':'), language);
      }
      return undefined;
    },
    heldForMs: (place, { ref }) => surfaces.get(place.surface)?.heldForMs?.(ref) ?? 0,
    inTurn: (place, lastAtMs, attempt) => lanes.update(place, lastAtMs, attempt),
    async update(place, { ref }, card) {
      const surface = surfaces.get(place.surface);
      if (!surface) return notRunning(place);
      const came = await surface.update(place, ref, card);
      meter.attempted(place.surface, came.state);
      return came;
    },
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
