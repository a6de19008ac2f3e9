import PQueue from 'p-queue';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Pace } from './limits.ts';

type Home = Pick<Place, 'surface' | 'workspace'>;
const homeOf = ({ surface, workspace }: Home) => `${surface} ${workspace}`;

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
    const { perPlaceMs, perWorkspaceUpdateMs } = this.#paces[place.surface];
    const inTurn = () =>
      kind === 'send'
        ? this.inWorkspace(place, send)
        : this.#lane(this.#updates, homeOf(place), perWorkspaceUpdateMs).add(() => this.inWorkspace(place, send));
    return this.#lane(this.#places, place.id, perPlaceMs, 1).add(inTurn) as Promise<T>;
  }

  /** Runs something that belongs to no place yet, within the pace of its workspace. */
  inWorkspace<T>(home: Home, task: () => Promise<T>): Promise<T> {
    const { perWorkspaceASecond } = this.#paces[home.surface];
    return this.#lane(this.#workspaces, homeOf(home), 1000 / perWorkspaceASecond).add(task) as Promise<T>;
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
