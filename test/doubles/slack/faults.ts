import type { Dict } from './types.ts';

/** How a call shall go wrong. */
export interface Fault {
  /** An HTTP status such as 500 or 503, with an empty body. */
  status?: number;
  /** With `status`: do what was asked and then fail, the unclear case in which a repeat makes a double. */
  afterApplying?: boolean;
  /** Slack's own "no": HTTP 200 with `ok: false` and this error. */
  error?: string;
  /** Throttled: 429 with this `Retry-After` in seconds. */
  retryAfter?: number;
  /** The connection breaks: `applied` after the call took effect (an unclear failure), `lost` before. `true` means applied. */
  drop?: 'applied' | 'lost' | true;
  /** Milliseconds to wait before the answer. */
  delayMs?: number;
  /** Only calls whose arguments this accepts; all when left out. */
  when?: (args: Dict) => boolean;
}

/** The faults that are still to come, by method; `*` stands for every method. */
export class Faults {
  #planned: { method: string; fault: Fault; times: number }[] = [];

  /** Plans that the next `times` calls of a method go wrong. */
  plan(method: string, fault: Fault, times: number): void {
    this.#planned.push({ method, fault, times });
  }

  /** The fault for this call, if one is planned; it is used up. */
  take(method: string, args: Dict): Fault | undefined {
    const hit = this.#planned.find(
      (each) => (each.method === method || each.method === '*') && (each.fault.when?.(args) ?? true),
    );
    if (hit === undefined) return undefined;
    hit.times -= 1;
    this.#planned = this.#planned.filter((each) => each.times > 0);
    return hit.fault;
  }
}
