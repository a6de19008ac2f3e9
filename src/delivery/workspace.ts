import { Budget } from './budget.ts';
import type { Errand, How, Lane, Traffic } from './errand.ts';
import { mostPatienceMs, type Pace, placesThatMeanAll, spareMs, turnsPerUpdate, windowsKept } from './limits.ts';
import { Sorted } from './sorted.ts';

/** What shares a limit of a workspace. */
interface Flow {
  budget: Budget;
  /** How much later than the question one counts that has no answer yet, milliseconds. */
  spareMs: number;
  /** The platform wants all of it left alone until then. */
  shutUntilMs: number;
  /** The places that were throttled since something got through, and until when the longest of them. */
  throttled: { lanes: Set<string>; untilMs: number };
}

/** What waits in one workspace, and whose turn it is. Knows no clock and does nothing itself. */
export class Workspace {
  readonly key: string;
  /** Updates have a limit of their own, and none of the place's. */
  readonly updatesApart: boolean;
  readonly #flows: Record<Traffic, Flow>;
  readonly #patienceMs: number;
  /** Places whose next message waits, by when it may go; those with an unsettled one hold their slot already. */
  readonly #sends = new Sorted<Lane>();
  readonly #again = new Sorted<Lane>();
  readonly #opens = new Sorted<Errand>();
  readonly #updates = new Set<Errand>();
  #sendsSinceUpdate = 0;

  /** @param speed Divides all times; 1 is real time. */
  constructor(key: string, pace: Pace, speed: number) {
    const flow = (windows: Pace['workspace']): Flow => ({
      budget: new Budget(windowsKept(windows, speed)),
      spareMs: spareMs(windows, speed),
      shutUntilMs: 0,
      throttled: { lanes: new Set(), untilMs: 0 },
    });
    const send = flow(pace.workspace);
    this.key = key;
    this.updatesApart = pace.updates !== undefined;
    this.#flows = {
      send,
      update: pace.updates ? flow(pace.updates) : send,
      open: pace.opens ? flow(pace.opens) : send,
    };
    this.#patienceMs = mostPatienceMs / speed;
  }

  get isIdle(): boolean {
    return this.#sends.size + this.#again.size + this.#opens.size + this.#updates.size === 0;
  }

  /** Puts a place with something to send into the queue it belongs to, unless it stands in one. */
  enqueue(lane: Lane, nowMs: number): void {
    const [first] = lane.sends;
    if (!first || lane.queued || lane.running) return;
    lane.queued = true;
    const at = this.#isShut(lane.notBeforeMs, nowMs)
      ? nowMs
      : Math.max(first.askedAtMs, lane.notBeforeMs, lane.budget.freeAt(0));
    (lane.unsettled ? this.#again : this.#sends).add(lane, at);
  }

  enqueueOpen(errand: Errand): void {
    this.#opens.add(errand, errand.notBeforeMs);
  }

  enqueueUpdate(errand: Errand): void {
    this.#updates.add(errand);
  }

  /**
   * What may go now, taken out of its queue. Messages go in the order in which they could have gone; an update that waits
   * for a limit is passed by.
   * @param hasSlot Whether one more message may be under way and not settled.
   */
  next(nowMs: number, hasSlot: boolean): { errand: Errand; how: How } | undefined {
    const sharesLimit = !this.updatesApart && this.#updates.size > 0;
    if (sharesLimit && this.#sendsSinceUpdate >= turnsPerUpdate - 1) {
      const update = this.#nextUpdate(nowMs);
      if (update) return update;
    }
    const message = this.#nextMessage(nowMs, hasSlot);
    if (message) this.#sendsSinceUpdate += 1;
    return message ?? this.#nextUpdate(nowMs);
  }

  /** When `next` could have something, if nothing else happens; never when only something else can change that. */
  nextAtMs(nowMs: number, hasSlot: boolean): number {
    const { send, open, update } = this.#flows;
    const [again, sends, opens] = [this.#again.first(), hasSlot ? this.#sends.first() : undefined, this.#opens.first()];
    return Math.min(
      again ? Math.max(again.at, this.#opensAtMs(send, nowMs)) : Number.POSITIVE_INFINITY,
      sends ? Math.max(sends.at, this.#opensAtMs(send, nowMs)) : Number.POSITIVE_INFINITY,
      opens ? Math.max(opens.at, this.#opensAtMs(open, nowMs)) : Number.POSITIVE_INFINITY,
      this.#updates.size === 0 ? Number.POSITIVE_INFINITY : this.#nextUpdateAtMs(update, nowMs),
    );
  }

  begin({ traffic }: Errand, atMs: number): void {
    const flow = this.#flows[traffic];
    flow.budget.take(atMs + flow.spareMs);
  }

  /** The answer tells more exactly when the platform may have counted what was begun. */
  answered({ traffic }: Errand, begunMs: number, nowMs: number): void {
    const { budget, spareMs } = this.#flows[traffic];
    if (nowMs >= begunMs + spareMs) return;
    budget.giveBack(begunMs + spareMs);
    budget.take(nowMs);
  }

  /** Takes back what `begin` took, when nothing went out. */
  unused({ traffic }: Errand, begunMs: number): void {
    const { budget, spareMs } = this.#flows[traffic];
    budget.giveBack(begunMs + spareMs);
  }

  /** Something got through: whoever was throttled was so for their own place. */
  gotThrough({ traffic }: Errand): void {
    const { throttled } = this.#flows[traffic];
    throttled.lanes.clear();
    throttled.untilMs = 0;
  }

  /**
   * A place is throttled. Platforms do not say whether they mean the place or all of the workspace: several places, with
   * nothing getting through in between, mean all. Updates that are counted apart are counted for the workspace.
   */
  throttled({ traffic, lane }: Errand, untilMs: number): void {
    const flow = this.#flows[traffic];
    const { throttled } = flow;
    throttled.lanes.add(lane.id);
    throttled.untilMs = Math.max(throttled.untilMs, untilMs);
    const isForAll = (traffic === 'update' && this.updatesApart) || throttled.lanes.size >= placesThatMeanAll;
    if (isForAll) flow.shutUntilMs = Math.max(flow.shutUntilMs, throttled.untilMs);
  }

  /** Everything that waits, taken out. */
  drain(): Errand[] {
    const found = [...this.#updates];
    this.#updates.clear();
    for (let open = this.#opens.shift(); open; open = this.#opens.shift()) found.push(open);
    for (const queue of [this.#again, this.#sends]) {
      for (let lane = queue.shift(); lane; lane = queue.shift()) {
        lane.queued = false;
        found.push(...lane.sends.splice(0));
      }
    }
    return found;
  }

  #isShut(untilMs: number, nowMs: number): boolean {
    return untilMs - nowMs > this.#patienceMs;
  }

  #opensAtMs(flow: Flow, nowMs: number): number {
    // What is shut for too long is told at once that it need not wait.
    return this.#isShut(flow.shutUntilMs, nowMs) ? nowMs : Math.max(flow.shutUntilMs, flow.budget.freeAt(nowMs));
  }

  #nextMessage(nowMs: number, hasSlot: boolean): { errand: Errand; how: How } | undefined {
    const { send, open } = this.#flows;
    const isSendOpen = this.#opensAtMs(send, nowMs) <= nowMs;
    if (isSendOpen) {
      const again = this.#nextOf(this.#again, nowMs);
      if (again) return again;
    }
    const [sends, opens] = [hasSlot && isSendOpen ? this.#sends.first() : undefined, this.#opens.first()];
    const mayOpen = opens !== undefined && opens.at <= nowMs && this.#opensAtMs(open, nowMs) <= nowMs;
    if (mayOpen && (!sends || opens.at <= sends.at || sends.at > nowMs)) {
      this.#opens.shift();
      return { errand: opens.item, how: this.#isShut(open.shutUntilMs, nowMs) ? 'shut' : 'try' };
    }
    return sends ? this.#nextOf(this.#sends, nowMs) : undefined;
  }

  #nextOf(queue: Sorted<Lane>, nowMs: number): { errand: Errand; how: How } | undefined {
    for (let first = queue.first(); first && first.at <= nowMs; first = queue.first()) {
      const lane = first.item;
      queue.shift();
      lane.queued = false;
      // An update that runs there puts the place back when it is done.
      if (lane.running) continue;
      const [errand] = lane.sends;
      if (!errand) continue;
      if (this.#isShut(lane.notBeforeMs, nowMs) || this.#isShut(this.#flows.send.shutUntilMs, nowMs)) {
        return { errand, how: 'shut' };
      }
      // Since it was put here an update may have gone there.
      if (lane.notBeforeMs > nowMs || lane.budget.freeAt(nowMs) > nowMs) {
        this.enqueue(lane, nowMs);
        continue;
      }
      return { errand, how: 'try' };
    }
    return undefined;
  }

  /** The one whose card was changed longest ago. Nobody waits for an update, so that a long pause is waited out. */
  #nextUpdate(nowMs: number): { errand: Errand; how: How } | undefined {
    if (this.#updates.size === 0) return undefined;
    const { budget, shutUntilMs } = this.#flows.update;
    if (shutUntilMs > nowMs || budget.freeAt(nowMs) > nowMs) return undefined;
    let found: Errand | undefined;
    for (const errand of this.#updates) {
      if (errand.lane.running || this.#updateAtMs(errand, nowMs) > nowMs) continue;
      if (!found || errand.lastAtMs < found.lastAtMs) found = errand;
    }
    if (!found) return undefined;
    this.#updates.delete(found);
    this.#sendsSinceUpdate = 0;
    return { errand: found, how: 'try' };
  }

  #nextUpdateAtMs({ shutUntilMs, budget }: Flow, nowMs: number): number {
    const flowAtMs = Math.max(shutUntilMs, budget.freeAt(nowMs));
    if (flowAtMs > nowMs) return flowAtMs;
    let atMs = Number.POSITIVE_INFINITY;
    for (const errand of this.#updates) {
      if (!errand.lane.running) atMs = Math.min(atMs, this.#updateAtMs(errand, nowMs));
    }
    return atMs;
  }

  #updateAtMs({ lane, notBeforeMs }: Errand, nowMs: number): number {
    return this.updatesApart ? notBeforeMs : Math.max(notBeforeMs, lane.notBeforeMs, lane.budget.freeAt(nowMs));
  }
}
