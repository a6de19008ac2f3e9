import { Budget } from './budget.ts';

/** A message, a change of one that stands somewhere, or the opening of somebody's own chat. */
export type Traffic = 'send' | 'update' | 'open';

/** How an attempt is to be made: not at all when the platform has shut the way for longer than anybody waits, or Klar stops. */
export type How = 'try' | 'shut' | 'stopping';

/**
 * What came of an attempt. `idle`: nothing had to go out, so it costs nothing. `throttled`: nothing has arrived, again after
 * so many milliseconds. `unclear`: it may have arrived, again after so long. `over`: settled; the place rests for so long.
 * `answeredAtMs`: when the platform's answer came (`performance.now`), where it has been settled since.
 */
export type Step = { is: 'idle' } | { is: 'throttled' | 'unclear' | 'over'; afterMs: number; answeredAtMs?: number };

/** One message on its way, with all its attempts. */
export interface Errand {
  traffic: Traffic;
  lane: Lane;
  /** When it was asked for, and the first moment at which it may be tried: milliseconds of the lanes' clock. */
  askedAtMs: number;
  notBeforeMs: number;
  /** Of an update: when its card was last changed. The oldest goes first. */
  lastAtMs: number;
  /** An attempt has ended without an answer. */
  mayHaveArrived: boolean;
  attempt(how: How): Promise<Step>;
  done(): void;
  failed(error: unknown): void;
}

/** One place: what waits for it, in order, and how often it may be written to. */
export interface Lane {
  id: string;
  budget: Budget;
  sends: Errand[];
  /** How many errands it has, of any traffic. */
  errands: number;
  /** Something is under way there. */
  running: boolean;
  /** It stands in a queue of its workspace. */
  queued: boolean;
  /** One of its messages may have arrived and is not settled. */
  unsettled: boolean;
  /** The platform wants it left alone until then. */
  notBeforeMs: number;
}

/** A place to which nothing has gone yet. @param windows How often it may be written to. */
export const newLane = (id: string, windows: ConstructorParameters<typeof Budget>[0]): Lane => ({
  id,
  budget: new Budget(windows),
  sends: [],
  errands: 0,
  running: false,
  queued: false,
  unsettled: false,
  notBeforeMs: 0,
});
