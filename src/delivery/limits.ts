import type { SurfaceName } from '#people/person.ts';

/** How fast Klar lets itself send on a surface: below what the platform allows, so that a refusal is the exception. */
export interface Pace {
  /** Least time between two sendings to one place, milliseconds. */
  perPlaceMs: number;
  /** Sendings a second to a whole workspace (Teams tenant, Slack workspace). */
  perWorkspaceASecond: number;
  /** Least time between two updates of one card, milliseconds: changes in between go in one. */
  perCardMs: number;
  /** Least time between two updates of any cards in one workspace, milliseconds. */
  perWorkspaceUpdateMs: number;
}

export const paces: Record<SurfaceName, Pace> = {
  // PLATFORMS T39: 7 in 1 s, 60 in 30 s, 1800 an hour for a conversation; 14 in 1 s for the bot. T40: a live card 1 in 2 s.
  teams: { perPlaceMs: 550, perWorkspaceASecond: 12, perCardMs: 2000, perWorkspaceUpdateMs: 100 },
  // PLATFORMS S22: about 1 in 1 s for a channel, several hundred a minute for the workspace. S23: 50 updates a minute for the workspace.
  slack: { perPlaceMs: 1100, perWorkspaceASecond: 4, perCardMs: 2000, perWorkspaceUpdateMs: 1500 },
  // The page is Klar's own and has no limits.
  web: { perPlaceMs: 0, perWorkspaceASecond: 1000, perCardMs: 0, perWorkspaceUpdateMs: 0 },
};

/** How often an attempt that brought no answer is repeated before it is given up. */
export const attempts = 4;
/** Wait before the first repetition, milliseconds; doubled each time. */
export const firstBackoffMs = 500;
/** A platform may ask for a longer wait than this; Klar then waits this long and asks again, milliseconds. */
export const longestWaitMs = 60_000;
/** A platform that asks for patience again and again is asked at least this seldom in the end, milliseconds. */
export const longestBackoffMs = 8000;
/** After so much patience with one sending it counts as unreachable, milliseconds: a later beat or change tries anew. */
export const mostPatienceMs = 120_000;
/** Messages that are sent and not yet settled at the same time: as many as a crash may repeat (DESIGN section 3). */
export const mostUnsettled = 8;
