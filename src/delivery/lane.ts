import PQueue from 'p-queue';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Pace } from './limits.ts';

/**
 * Keeps what goes to one place in order, one at a time, and all places of a workspace within its pace. A queue is
 * made when first needed and kept, so that the pace holds between sendings that do not overlap.
 */
export class Lanes {
  readonly #paces: Record<SurfaceName, Pace>;
  readonly #speed: number;
  readonly #places = new Map<string, PQueue>();
  readonly #workspaces = new Map<string, PQueue>();
  readonly #updates = new Map<string, PQueue>();

  /** @param speed Divides all times; 1 is real time. Stand-ins and benchmarks run faster. */
  constructor(paces: Record<SurfaceName, Pace>, speed = 1) {
    this.#paces = paces;
    this.#speed = speed;
  }

  /** Runs `send` when it is this place's turn. */
  run<T>(place: Place, kind: 'send' | 'update', send: () => Promise<T>): Promise<T> {
    const pace = this.#paces[place.surface];
    const home = `${place.surface} ${place.workspace}`;
    const inWorkspace = (task: () => Promise<T>) =>
      this.#lane(this.#workspaces, home, 1000 / pace.perWorkspaceASecond).add(task);
    const within =
      kind === 'send'
        ? inWorkspace
        : (task: () => Promise<T>) =>
            this.#lane(this.#updates, home, pace.perWorkspaceUpdateMs).add(() => inWorkspace(task));
    return this.#lane(this.#places, place.id, pace.perPlaceMs, 1).add(() => within(send)) as Promise<T>;
  }

  #lane(lanes: Map<string, PQueue>, key: string, intervalMs: number, concurrency = Number.POSITIVE_INFINITY): PQueue {
    const known = lanes.get(key);
    if (known) return known;
    const interval = intervalMs / this.#speed;
    const lane = new PQueue({ concurrency, ...(interval > 0 ? { interval, intervalCap: 1 } : {}) });
    lanes.set(key, lane);
    return lane;
  }
}
