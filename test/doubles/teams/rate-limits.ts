/** Sliding windows: at most `count` requests in `windowMs`. The numbers are PLATFORMS T39. */
type Window = { readonly windowMs: number; readonly count: number };

/** Send, create, update and delete, per conversation. */
const WRITES: readonly Window[] = [
  { windowMs: 1_000, count: 7 },
  { windowMs: 2_000, count: 8 },
  { windowMs: 30_000, count: 60 },
  { windowMs: 3_600_000, count: 1_800 },
];
/** Members and conversations, per conversation. */
const READS: readonly Window[] = [
  { windowMs: 1_000, count: 14 },
  { windowMs: 2_000, count: 16 },
  { windowMs: 30_000, count: 120 },
  { windowMs: 3_600_000, count: 3_600 },
];
/** Per app and tenant, all conversations together. */
const TENANT: readonly Window[] = [{ windowMs: 1_000, count: 50 }];
/** The unpaged member list has a limit of its own (PLATFORMS T32). */
const UNPAGED_MEMBERS: readonly Window[] = [{ windowMs: 60_000, count: 5 }];

export type RateQuestion = {
  readonly use: 'write' | 'read' | 'unpagedMembers';
  readonly conversationId: string;
  readonly tenantId: string;
};

/** Counts requests in sliding windows. `speed` makes every window that many times shorter, so that a test need not wait an hour. */
export class RateLimits {
  readonly #speed: number;
  readonly #taken = new Map<string, number[]>();

  constructor(speed: number) {
    this.#speed = speed;
  }

  /** Takes one request at `nowMs`, or returns how many milliseconds to wait; a refused request does not count. */
  take(question: RateQuestion, nowMs: number): number {
    const budgets: [string, readonly Window[]][] = [
      [`tenant ${question.tenantId}`, TENANT],
      [
        `${question.use === 'write' ? 'write' : 'read'} ${question.conversationId}`,
        question.use === 'write' ? WRITES : READS,
      ],
    ];
    if (question.use === 'unpagedMembers') budgets.push([`unpaged ${question.conversationId}`, UNPAGED_MEMBERS]);

    const waitMs = Math.max(
      ...budgets.map(([key, windows]) => this.#waitMs(this.#taken.get(key) ?? [], windows, nowMs)),
    );
    if (waitMs > 0) return waitMs;
    for (const [key, windows] of budgets) {
      const longestMs = Math.max(...windows.map((window) => window.windowMs)) / this.#speed;
      const kept = (this.#taken.get(key) ?? []).filter((atMs) => atMs > nowMs - longestMs);
      this.#taken.set(key, [...kept, nowMs]);
    }
    return 0;
  }

  #waitMs(taken: readonly number[], windows: readonly Window[], nowMs: number): number {
    return Math.max(
      ...windows.map(({ windowMs, count }) => {
        // The window is free again when the request that stands `count` places from the end has left it.
        const decisive = taken.at(-count);
        return decisive === undefined ? 0 : decisive + windowMs / this.#speed - nowMs;
      }),
    );
  }
}
