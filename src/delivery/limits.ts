import type { SurfaceName } from '#people/person.ts';
import type { Window } from './budget.ts';

/** How fast Klar lets itself send on a surface: as fast as the platform allows, so that a refusal is the exception. */
export interface Pace {
  /** To one conversation. */
  place: readonly Window[];
  /** To all of a workspace (Teams tenant, Slack workspace) together. */
  workspace: readonly Window[];
  /** Updates of a workspace, where the platform counts them apart; elsewhere each is one more sending. */
  updates?: readonly Window[];
  /** Openings of people's own chats in a workspace, where the platform counts them apart; elsewhere as `updates`. */
  opens?: readonly Window[];
  /** Least time between two updates of one card, milliseconds: changes in between go in one. */
  perCardMs: number;
}

export const paces: Record<SurfaceName, Pace> = {
  teams: {
    // PLATFORMS T39, the same numbers for sending, changing and opening.
    place: [
      { most: 7, ms: 1000 },
      { most: 8, ms: 2000 },
      { most: 60, ms: 30_000 },
      { most: 1800, ms: 3_600_000 },
    ],
    // T39: for the app in a tenant.
    workspace: [{ most: 50, ms: 1000 }],
    // T40: a live card one in two seconds.
    perCardMs: 2000,
  },
  slack: {
    // PLATFORMS S22: limits are per method. Messages about one a second to a channel, several hundred a minute to the workspace.
    place: [{ most: 1, ms: 1000 }],
    workspace: [{ most: 300, ms: 60_000 }],
    // S23: about fifty a minute; what is left is for the answers to people's own presses.
    updates: [{ most: 40, ms: 60_000 }],
    // S22, tier 3, as updates.
    opens: [{ most: 50, ms: 60_000 }],
    perCardMs: 2000,
  },
  // The page is Klar's own and has no limits.
  web: { place: [], workspace: [], perCardMs: 0 },
};

/** Longer than the platform's own window, milliseconds: clocks and timers are not finer than that. Not divided by any speed. */
const grainMs = 2;

/** The windows that Klar keeps to. @param speed Divides all times; 1 is real time. */
export const windowsKept = (windows: readonly Window[], speed: number): Window[] =>
  windows.map(({ most, ms }) => ({ most, ms: ms / speed + grainMs }));

/**
 * The platform counts a sending at some moment between question and answer. Until the answer is there, Klar takes it for
 * that of the question and this share of the shortest window later, so that an answer that takes long does not slow down
 * what comes after.
 */
const spareShare = 0.08;
export const spareMs = (windows: readonly Window[], speed: number): number =>
  windows.length === 0 ? 0 : (spareShare * Math.min(...windows.map(({ ms }) => ms))) / speed;

/** Where updates count as sendings and both wait, every so manyth turn is an update's: neither starves. */
export const turnsPerUpdate = 10;

/** How often an attempt that brought no answer is repeated before it is given up. */
export const attempts = 4;
/** Wait before the first repetition, milliseconds; doubled each time. */
export const firstBackoffMs = 500;
/** A platform that asks for patience again and again is asked at least this seldom in the end, milliseconds. */
export const longestBackoffMs = 8000;
/** A `Retry-After` that is longer is no more believed than this, milliseconds. */
export const longestRestMs = 3_600_000;
/** After so much patience with one sending it counts as unreachable, milliseconds: a later beat or change tries anew. */
export const mostPatienceMs = 120_000;
/**
 * So many places that are throttled, with nothing getting through in between, mean that the whole workspace is. Fewer would
 * stop everyone for what a platform in a bad mood answers now and then; more are asked in vain.
 */
export const placesThatMeanAll = 3;
/** Messages that are sent and not yet settled at the same time: as many as a crash may repeat (DESIGN section 3). */
export const mostUnsettled = 8;
