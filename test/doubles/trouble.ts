/** How often a platform is out of sorts, as shares of its calls between 0 and 1. */
export interface Moods {
  /** The same seed gives the same row of moods. */
  readonly seed: number;
  /** Answered 429 with `Retry-After`, nothing done. */
  readonly throttled: number;
  /** Answered 5xx. */
  readonly failing: number;
  /** Of the failing ones, how many had done what was asked before they failed: a repeat makes a double. */
  readonly afterApplying: number;
}

/** What happens to one call. `retryAfter` is in seconds, `status` one of the 5xx after which Klar may try again (PLATFORMS T41). */
export type Mood =
  | { readonly kind: 'well' }
  | { readonly kind: 'throttled'; readonly retryAfter: number }
  | { readonly kind: 'failing'; readonly status: number; readonly afterApplying: boolean };

const FAILING = [502, 503, 504];

/** Trouble by chance, the same each time for the same seed: what `failNext` is for a single call. */
export class Trouble {
  readonly #moods: Moods;
  #state: number;

  constructor(moods: Moods) {
    this.#moods = moods;
    this.#state = moods.seed >>> 0;
  }

  /** The mood in which the next call is met. */
  next(): Mood {
    const { throttled, failing, afterApplying } = this.#moods;
    const chance = this.#chance();
    if (chance < throttled) return { kind: 'throttled', retryAfter: 1 + Math.floor(this.#chance() * 3) };
    if (chance >= throttled + failing) return { kind: 'well' };
    const status = FAILING[Math.floor(this.#chance() * FAILING.length)] ?? 503;
    return { kind: 'failing', status, afterApplying: this.#chance() < afterApplying };
  }

  /** A number from 0 up to 1: mulberry32, a well-known small generator of 32 bits of state. */
  #chance(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

/** A message of the bot's that a platform has put into a place, for counting what was lost and what came twice. */
export interface Received {
  /** The conversation's or channel's id. */
  readonly place: string;
  /** What a person reads in a notification. */
  readonly text: string;
  /** Stands for all that the message holds: two alike have the same. */
  readonly fingerprint: string;
  /** Epoch milliseconds by the stand-in's clock. */
  readonly atMs: number;
  /** Whether the bot was told that it arrived; false for a call that failed after it had done its work. */
  readonly isTold: boolean;
}
