/** The computer's clock and, beside it, how long the computer has been running, sleep included. Milliseconds. */
export interface Reading {
  wallMs: number;
  uptimeMs: number;
}

/** What is thought of the computer's clock. */
export interface ClockState {
  /** The last reading that was believed, and how much more than its due the clock may be ahead of it. */
  believed?: Reading & { mayLeadMs: number };
  /** The reading at which the clock was seen to have jumped, while it is doubted. */
  doubted?: Reading;
  /** When (wall) a clock that had jumped was last taken to be right after all. */
  keptMs?: number;
}

/** What was kept on disk of an earlier run. Wall times, milliseconds. */
export interface Recorded {
  /** The last beat at a time that was believed. */
  beatMs?: number;
  /** Since when the clock has been doubted. */
  doubtedMs?: number;
  keptMs?: number;
}

const hourMs = 60 * 60_000;
/** The clock may stray so far from the computer's running time: more than any correction of a clock that goes. */
const straysMs = 2 * hourMs;
/** Klar may have been away for so long without anybody wondering about the clock. */
const awayMs = 14 * 24 * hourMs;
/** A clock that has jumped and then runs evenly for so long is taken to be right. */
const provenMs = 24 * hourMs;

/** What is thought of the clock at a start, before it is read for the first time. */
export function clockAtStart({ beatMs, doubtedMs, keptMs }: Recorded, { wallMs, uptimeMs }: Reading): ClockState {
  const kept = keptMs === undefined ? {} : { keptMs };
  if (beatMs === undefined) return kept;
  // Doubted by the run before, and it may be the same clock that goes on.
  const goesOn = doubtedMs !== undefined && wallMs >= doubtedMs && wallMs - doubtedMs <= awayMs;
  const mayLeadMs = goesOn ? Math.min(awayMs, doubtedMs - beatMs - 1) : awayMs;
  const believed = { wallMs: beatMs, uptimeMs, mayLeadMs };
  if (!goesOn) return { ...kept, believed };
  return { ...kept, believed, doubted: { wallMs: doubtedMs, uptimeMs: uptimeMs - (wallMs - doubtedMs) } };
}

/**
 * Reads the clock at a beat. It has jumped when it is more than two hours off what the computer's running time makes of
 * the last beat that was believed, or at a start more than fourteen days ahead of that beat. It is believed again when
 * it has come back, and when it has run evenly for a day: then it is the time, and Klar was away or it was wrong before.
 */
export function readClock(state: ClockState, reading: Reading): ClockState {
  const { believed, doubted, keptMs } = state;
  const kept = keptMs === undefined ? {} : { keptMs };
  const believing = { believed: { ...reading, mayLeadMs: straysMs } };
  const aheadMs = believed ? strayed(believed, reading) : 0;
  if (!believed || (aheadMs >= -straysMs && aheadMs <= believed.mayLeadMs)) return { ...kept, ...believing };
  if (!doubted || Math.abs(strayed(doubted, reading)) > straysMs) return { ...kept, believed, doubted: reading };
  if (reading.uptimeMs - doubted.uptimeMs < provenMs) return state;
  return { ...believing, keptMs: reading.wallMs };
}

/** How far the clock is ahead of what the computer's running time makes of an earlier reading. */
const strayed = (earlier: Reading, now: Reading): number =>
  now.wallMs - earlier.wallMs - (now.uptimeMs - earlier.uptimeMs);
