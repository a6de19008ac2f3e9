import PQueue from 'p-queue';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { mostUnsettled, type Pace } from './limits.ts';

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
  readonly #sentAtMs = new Map<string, number>();
  readonly #unsettled = new PQueue({ concurrency: mostUnsettled });

  /** @param speed Divides all times; 1 is real time. Stand-ins and benchmarks run faster. */
  constructor(paces: Record<SurfaceName, Pace>, speed = 1) {
    this.#paces = paces;
    this.#speed = speed;
  }

  /** Runs `send` when it is this place's turn. */
  run<T>(place: Place, kind: 'send' | 'update', send: () => Promise<T>): Promise<T> {
    const { perWorkspaceUpdateMs } = this.#paces[place.surface];
    return this.#lane(this.#places, place.id, 0, 1).add(async () => {
      await this.#rest(place);
      const now = () => {
        this.#sentAtMs.set(place.id, performance.now());
        return send();
      };
      return kind === 'send'
        ? this.inWorkspace(place, now)
        : this.#lane(this.#updates, homeOf(place), perWorkspaceUpdateMs).add(() => this.inWorkspace(place, now));
    }) as Promise<T>;
  }

  /** Waits until a place may be sent to again, counted from when something really went there: it may have queued before. */
  async #rest(place: Place): Promise<void> {
    const restMs = this.#paces[place.surface].perPlaceMs / this.#speed;
    const leftMs = (this.#sentAtMs.get(place.id) ?? Number.NEGATIVE_INFINITY) + restMs - performance.now();
    if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.ceil(leftMs)));
  }

  /** Runs something that belongs to no place yet, within the pace of its workspace. */
  inWorkspace<T>(home: Home, task: () => Promise<T>): Promise<T> {
    const { perWorkspaceASecond } = this.#paces[home.surface];
    return this.#lane(this.#workspaces, homeOf(home), 1000 / perWorkspaceASecond).add(task) as Promise<T>;
  }

  /**
   * Runs a sending up to where it is settled, with few others beside it: what a crash repeats is what was sent and not yet
   * settled. Called within a place's turn, so that it is one message for each place.
   */
  untilSettled<T>(sending: () => Promise<T>): Promise<T> {
    return this.#unsettled.add(sending) as Promise<T>;
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
