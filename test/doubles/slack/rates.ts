import { RATES, type Rate } from './limits.ts';

/** Counts calls in sliding windows and says when one comes too early (S22, S23). */
export class Rates {
  readonly #calls = new Map<string, number[]>();
  readonly #speed: number;

  /** `speed` divides every window: at 100, a minute takes 0.6 seconds. What `admit` tells stays in seconds of that faster time. */
  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Seconds to wait before this call, or null when it may pass; a call that passes is counted. */
  admit(method: string, rate: Rate, channel: string | undefined): number | null {
    const windows: [string, Rate][] =
      method === 'chat.postMessage'
        ? [
            [`post ${channel}`, RATES.postPerChannel],
            ['post', RATES.postPerWorkspace],
          ]
        : [[method, rate]];
    const now = performance.now() * this.#speed;
    const waits = windows.map(([key, window]) => this.#wait(key, window, now));
    const waitMs = Math.max(...waits);
    if (waitMs > 0) return Math.max(1, Math.ceil(waitMs / 1000));
    for (const [key] of windows) this.#calls.get(key)?.push(now);
    return null;
  }

  #wait(key: string, { count, seconds }: Rate, now: number): number {
    const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < seconds * 1000);
    this.#calls.set(key, recent);
    const first = recent.at(-count);
    return first === undefined ? 0 : first + seconds * 1000 - now;
  }
}
