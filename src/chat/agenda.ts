import type { Records, Store } from '#store/port.ts';
import type { World } from './feature.ts';

/** A collection whose records an agenda follows. */
export interface Followed {
  of(store: Store): Pick<Records<{ id: string }>, 'changedSince'>;
  /**
   * Whose next instant a changed record may have moved: ids of the agenda. Left out: the record's own id, and the agenda
   * asks about each record of the collection from the start. May name too many, never too few.
   */
  concerns?(world: World, id: string): Promise<readonly string[]>;
}

/** What a heartbeat has to look at. See `createAgenda`. */
export interface Agenda {
  /**
   * The ids for which something is to be done now, earliest first. Each of them is asked about anew at the next call, so
   * that what could not be done comes again.
   */
  due(world: World): Promise<readonly string[]>;
  /** Has an id asked about anew at the next call: for what depends on more than the records that are followed. */
  forget(store: Store, id: string): void;
}

/** What is known of one store. */
interface Known {
  /** By the collections that are followed; undefined before the first call. */
  marks: number[] | undefined;
  /** Epoch milliseconds of the next instant of each id that has one. */
  at: Map<string, number>;
  earliestMs: number;
  /** Ids to be asked about before the next answer. */
  unsure: Set<string>;
  /** When it was asked last: a clock that has gone back makes all that was worked out doubtful. */
  askedMs: number;
  /** When the clock was seen to have jumped, as it was known then: what is due may hang on whether it is believed. */
  jumpedMs: number | undefined;
  /** How many were due last. */
  due: number;
}

const nothingDue: Promise<readonly string[]> = Promise.resolve(Object.freeze([]));
/** How long instants are worked out in one go before whoever waits for Klar gets a turn, milliseconds. */
const longestInOneGoMs = 25;

/**
 * Remembers when each of many records (a programme, a poll, a draft) has something to be done next, and works that out
 * anew only for those that changed, so that a heartbeat with nothing due costs next to nothing however much there is.
 * What it knows is in memory alone, and of each store apart; after a start everything is worked out once.
 *
 * @param parts.name What is due, for whoever watches the process: `poll`, `draft`. No ids.
 * @param parts.follows At least one collection without `concerns`, whose ids are the agenda's.
 * @param parts.nextAt When something is to be done for an id: `world.now()` when it is now or was earlier, undefined when
 *   nothing is foreseen. May be too early, since `due` only says where to look; never too late. One that throws is
 *   logged and asked again at the next call. All are asked about anew when the clock has jumped, and when it is believed again.
 *
 *     const closing = createAgenda({ name: 'poll', follows: [{ of: (store) => store.polls }], nextAt: closesAt });
 *     for (const id of await closing.due(world)) await closeIfDue(world, id);
 */
export function createAgenda(parts: {
  name: string;
  follows: readonly Followed[];
  nextAt(world: World, id: string): Promise<Temporal.Instant | undefined>;
}): Agenda {
  const stores = new WeakMap<Store, Known>();
  const knownOf = (store: Store): Known => {
    let known = stores.get(store);
    if (!known) {
      known = nothingKnown();
      stores.set(store, known);
    }
    return known;
  };

  /** Puts what has changed among the unsure. */
  async function follow(world: World, known: Known): Promise<void> {
    const changes = parts.follows.map(({ of }, at) => of(world.store).changedSince(known.marks?.[at]));
    if (known.marks === undefined || changes.some(({ isAll }) => isAll)) {
      known.at.clear();
      known.unsure.clear();
      for (const { of, concerns } of parts.follows) {
        if (!concerns) for (const id of of(world.store).changedSince().ids) known.unsure.add(id);
      }
      known.marks = changes.map(({ mark }) => mark);
      return;
    }
    for (const [at, { ids }] of changes.entries()) {
      const concerns = parts.follows[at]?.concerns;
      for (const id of ids) {
        if (!concerns) known.unsure.add(id);
        else for (const one of await concerns(world, id)) known.unsure.add(one);
      }
    }
    // Last: what could not be followed is followed again.
    known.marks = changes.map(({ mark }) => mark);
  }

  async function workOut(world: World, known: Known): Promise<void> {
    const ids = [...known.unsure];
    known.unsure.clear();
    let begun = performance.now();
    for (const id of ids) {
      try {
        const next = await parts.nextAt(world, id);
        if (next === undefined) known.at.delete(id);
        else known.at.set(id, next.epochMilliseconds);
      } catch (error) {
        known.at.delete(id);
        known.unsure.add(id);
        world.log.error({ err: error, agenda: parts.name, id }, 'when something is due could not be worked out');
      }
      if (performance.now() - begun < longestInOneGoMs) continue;
      await new Promise((resolve) => setImmediate(resolve));
      begun = performance.now();
    }
    known.earliestMs = earliestOf(known.at);
  }

  async function find(world: World, known: Known): Promise<readonly string[]> {
    if (hasChanged(parts.follows, world.store, known.marks)) await follow(world, known);
    if (known.unsure.size > 0) await workOut(world, known);
    // What was found to be due now is due now, however long it took to find out.
    const nowMs = world.now().epochMilliseconds;
    const due = [...known.at].filter(([, at]) => at <= nowMs).sort(([, a], [, b]) => a - b);
    for (const [id] of due) {
      known.at.delete(id);
      known.unsure.add(id);
    }
    known.earliestMs = earliestOf(known.at);
    if (known.due !== due.length) world.meter?.due(parts.name, due.length);
    known.due = due.length;
    return due.map(([id]) => id);
  }

  return {
    // Asked on every heartbeat, mostly in vain: then it makes nothing, not even a promise.
    due(world) {
      const known = knownOf(world.store);
      const nowMs = world.now().epochMilliseconds;
      const jumpedMs = world.clock?.jumpedAt()?.epochMilliseconds;
      if (nowMs < known.askedMs || jumpedMs !== known.jumpedMs) known.marks = undefined;
      known.askedMs = nowMs;
      known.jumpedMs = jumpedMs;
      const isQuiet = known.unsure.size === 0 && known.earliestMs > nowMs;
      return isQuiet && !hasChanged(parts.follows, world.store, known.marks) ? nothingDue : find(world, known);
    },
    forget: (store, id) => void knownOf(store).unsure.add(id),
  };
}

const nothingKnown = (): Known => ({
  marks: undefined,
  at: new Map(),
  earliestMs: Number.POSITIVE_INFINITY,
  unsure: new Set(),
  askedMs: Number.NEGATIVE_INFINITY,
  jumpedMs: undefined,
  due: 0,
});

function earliestOf(at: ReadonlyMap<string, number>): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (const one of at.values()) if (one < earliest) earliest = one;
  return earliest;
}

function hasChanged(follows: readonly Followed[], store: Store, marks: readonly number[] | undefined): boolean {
  if (marks === undefined) return true;
  for (let at = 0; at < follows.length; at += 1) {
    if (follows[at]?.of(store).changedSince(marks[at]).mark !== marks[at]) return true;
  }
  return false;
}
