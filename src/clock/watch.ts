import type { Clock } from './clock.ts';
import { type ClockState, clockAtStart, type Reading, type Recorded, readClock } from './jump.ts';

/** Watches the computer's clock from beat to beat, and over a restart. */
export interface ClockWatch {
  /** When, by itself, the clock was seen to have jumped; undefined while it is believed. */
  jumpedAt(): Temporal.Instant | undefined;
  /** When a clock that had jumped was last taken to be right after all. */
  keptAt(): Temporal.Instant | undefined;
  /** Before a beat: reads the clock. Rejects when the record of the last run cannot be read. */
  look(): Promise<void>;
  /** After a beat: writes down, at most once a minute, that there was one. Rejects when it cannot be written. */
  note(): Promise<void>;
}

/** Where the last beat is kept for the next start. */
export interface BeatRecord {
  read(): Promise<Recorded>;
  write(recorded: Recorded): Promise<void>;
}

/** A little less than a minute: beats come a minute apart, some milliseconds more or less. */
const writtenEveryMs = 55_000;

/** @param clock One that knows how long the computer has been running: a clock that is moved by hand never jumps. */
export function watchClock(clock: Required<Clock>, record: BeatRecord): ClockWatch {
  let state: ClockState | undefined;
  let writtenMs: number | undefined;
  let hasNews = false;
  const read = (): Reading => ({ wallMs: clock.now().epochMilliseconds, uptimeMs: clock.uptimeMs() });
  const instant = (ms: number | undefined) =>
    ms === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(ms);

  return {
    jumpedAt: () => instant(state?.doubted?.wallMs),
    keptAt: () => instant(state?.keptMs),
    async look() {
      const reading = read();
      const before = state ?? clockAtStart(await record.read(), reading);
      state = readClock(before, reading);
      hasNews ||= before.doubted?.wallMs !== state.doubted?.wallMs;
    },
    async note() {
      if (!state) return;
      const { uptimeMs } = read();
      if (!hasNews && writtenMs !== undefined && uptimeMs - writtenMs < writtenEveryMs) return;
      const { believed, doubted, keptMs } = state;
      await record.write({
        ...(believed ? { beatMs: believed.wallMs } : {}),
        ...(doubted ? { doubtedMs: doubted.wallMs } : {}),
        ...(keptMs === undefined ? {} : { keptMs }),
      });
      writtenMs = uptimeMs;
      hasNews = false;
    },
  };
}
