import type { Changes } from '../port.ts';

/** How many changes of a collection are remembered: more than come between two heartbeats, and little memory. */
const rememberedChanges = 4096;

/**
 * Which records of a collection were saved or removed of late, in the order in which that came to disk. In memory, and
 * bounded: whoever asks about a time before the oldest change that is remembered hears so.
 */
export class ChangeLog {
  readonly #remembered: number;
  /** A ring: change number n, from 1 on, stands at n modulo its length. */
  readonly #ring: string[] = [];
  #mark = 0;
  /** The answer while nothing changes, made once: it is given on every heartbeat. */
  #nothing: Changes = nothingSince(0);

  constructor(remembered = rememberedChanges) {
    this.#remembered = remembered;
  }

  note(id: string): void {
    this.#mark += 1;
    this.#nothing = nothingSince(this.#mark);
    this.#ring[this.#mark % this.#remembered] = id;
  }

  /** See `Records.changedSince`. `all` gives the ids of all records there are. */
  since(mark: number | undefined, all: () => Iterable<string>): Changes {
    const newest = this.#mark;
    if (mark === newest) return this.#nothing;
    if (mark === undefined || mark > newest || newest - mark > this.#remembered) {
      return { mark: newest, ids: [...all()], isAll: true };
    }
    const ids = new Set<string>();
    for (let at = mark + 1; at <= newest; at += 1) ids.add(this.#ring[at % this.#remembered] ?? '');
    return { mark: newest, ids: [...ids], isAll: false };
  }
}

const nothingSince = (mark: number): Changes => Object.freeze({ mark, ids: Object.freeze([]), isAll: false });
