import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { type Errand, type How, type Lane, newLane, type Step, type Traffic } from './errand.ts';
import { mostUnsettled, type Pace, windowsKept } from './limits.ts';
import { Workspace } from './workspace.ts';

type Home = Pick<Place, 'surface' | 'workspace'>;
export type Attempt = (how: How) => Promise<Step>;

/** So many places are remembered, at least, before those are forgotten whose limits count nothing any more. */
const remembered = 5_000;

/**
 * Says when each sending has its turn. What goes to one place goes in order, one at a time, each until it is settled; all
 * of it within the limits of the place and of its workspace; and few messages at once are sent and not yet settled, since
 * that is what a crash repeats. An update waits beside the messages: it takes its place's turn only when it goes.
 *
 * An attempt is a function that makes one and says what came of it; between two attempts nothing is held but the order
 * and, where the message may have arrived, its slot. One timer serves everything.
 */
export class Lanes {
  readonly #paces: Record<SurfaceName, Pace>;
  readonly #speed: number;
  readonly #lanes = new Map<string, Lane>();
  /** The workspace that was served last stands last. */
  readonly #workspaces = new Map<string, Workspace>();
  readonly #placeWindows = new Map<SurfaceName, ReturnType<typeof windowsKept>>();
  #forgetAt = remembered;
  #freeSlots = mostUnsettled;
  #waiting = 0;
  #isNudged = false;
  #stopping = false;
  #timer: { ring: ReturnType<typeof setTimeout>; atMs: number } | undefined;

  /** @param speed Divides all times; 1 is real time. Stand-ins and benchmarks run faster. */
  constructor(paces: Record<SurfaceName, Pace>, speed = 1) {
    this.#paces = paces;
    this.#speed = speed;
  }

  /** Sends, in the place's turn, which lasts until the last attempt is over. */
  send(place: Place, attempt: Attempt): Promise<void> {
    const workspace = this.#workspaceOf(place);
    return this.#add('send', this.#laneOf(place), attempt, (errand) => {
      errand.lane.sends.push(errand);
      workspace.enqueue(errand.lane, errand.askedAtMs);
    });
  }

  /**
   * Changes a card, when the place's turn and the limit of updates both allow it.
   * @param lastAtMs When the card was changed last, as `performance.now` says: the longest ago goes first, and none
   * before its pace has passed.
   */
  update(place: Place, lastAtMs: number | undefined, attempt: Attempt): Promise<void> {
    const workspace = this.#workspaceOf(place);
    return this.#add('update', this.#laneOf(place), attempt, (errand) => {
      errand.lastAtMs = lastAtMs ?? Number.NEGATIVE_INFINITY;
      errand.notBeforeMs = errand.lastAtMs + this.#paces[place.surface].perCardMs / this.#speed;
      workspace.enqueueUpdate(errand);
    });
  }

  /** Opens somebody's own chat, which has no place yet. */
  open(home: Home, attempt: Attempt): Promise<void> {
    const workspace = this.#workspaceOf(home);
    // A lane of its own: openings wait for no one but the workspace.
    return this.#add('open', newLane(`open ${this.#waiting}`, []), attempt, (errand) => workspace.enqueueOpen(errand));
  }

  /** How much is waiting or under way. */
  get waiting(): number {
    return this.#waiting;
  }

  /** From now on nothing new is attempted: what waits is told so, what is under way comes to its end. */
  stop(): void {
    this.#stopping = true;
    this.#nudge();
  }

  #add(traffic: Traffic, lane: Lane, attempt: Attempt, enqueue: (errand: Errand) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const askedAtMs = performance.now();
      this.#waiting += 1;
      lane.errands += 1;
      enqueue({
        traffic,
        lane,
        askedAtMs,
        notBeforeMs: askedAtMs,
        lastAtMs: 0,
        mayHaveArrived: false,
        attempt,
        done: resolve,
        failed: reject,
      });
      this.#nudge();
    });
  }

  /** Looks whose turn it is after all that happens now: once, however much it is. */
  #nudge(): void {
    if (this.#isNudged) return;
    this.#isNudged = true;
    queueMicrotask(() => {
      this.#isNudged = false;
      this.#serve();
    });
  }

  #serve(): void {
    if (this.#stopping) {
      this.#dismiss();
      return;
    }
    const nowMs = performance.now();
    for (let served = true; served; ) {
      served = false;
      for (const workspace of [...this.#workspaces.values()]) {
        const turn = workspace.isIdle ? undefined : workspace.next(nowMs, this.#freeSlots > 0);
        if (!turn) continue;
        served = true;
        this.#workspaces.delete(workspace.key);
        this.#workspaces.set(workspace.key, workspace);
        this.#start(workspace, turn.errand, turn.how, nowMs);
      }
    }
    this.#wake(nowMs);
  }

  #start(workspace: Workspace, errand: Errand, how: How, startedMs: number): void {
    const { lane, traffic } = errand;
    lane.running = true;
    if (how === 'try') workspace.begin(errand, startedMs);
    if (how === 'try' && traffic === 'send' && !lane.unsettled) {
      lane.unsettled = true;
      this.#freeSlots -= 1;
    }
    errand.attempt(how).then(
      (step) => this.#came(workspace, errand, how, startedMs, step),
      (error: unknown) => {
        this.#over(workspace, errand);
        errand.failed(error);
      },
    );
  }

  #came(workspace: Workspace, errand: Errand, how: How, startedMs: number, step: Step): void {
    const { lane, traffic } = errand;
    const nowMs = performance.now();
    const untilMs = step.is === 'idle' ? nowMs : nowMs + step.afterMs / this.#speed;
    if (how === 'try' && step.is === 'idle') workspace.unused(errand, startedMs);
    else if (how === 'try') {
      const answeredMs = (step.is === 'idle' ? undefined : step.answeredAtMs) ?? nowMs;
      workspace.answered(errand, startedMs, answeredMs);
      // Of the place from the answer on: the platform has counted it somewhere between the question and that.
      if (traffic === 'send' || !workspace.updatesApart) lane.budget.take(answeredMs);
      // What is over with a rest to keep was throttled to the end.
      if (step.is === 'throttled' || (step.is === 'over' && step.afterMs > 0)) workspace.throttled(errand, untilMs);
      else if (step.is === 'over') workspace.gotThrough(errand);
    }
    if (step.is === 'unclear') errand.mayHaveArrived = true;
    this.#over(workspace, errand, step, untilMs);
    if (step.is === 'over' || step.is === 'idle') errand.done();
  }

  /** Lets go of the place's turn, and puts back what is tried again. */
  #over(workspace: Workspace, errand: Errand, step?: Step, untilMs = 0): void {
    const { lane, traffic } = errand;
    const isAgain = step?.is === 'throttled' || step?.is === 'unclear';
    lane.running = false;
    // Of an update that failed the messages to the place take no notice, unless the platform means the place.
    if (step && (traffic === 'send' || (step.is !== 'unclear' && !workspace.updatesApart))) {
      lane.notBeforeMs = Math.max(lane.notBeforeMs, untilMs);
    }
    if (traffic === 'send' && lane.unsettled && !(isAgain && errand.mayHaveArrived)) {
      lane.unsettled = false;
      this.#freeSlots += 1;
    }
    if (!isAgain) {
      if (traffic === 'send') lane.sends.shift();
      lane.errands -= 1;
      this.#waiting -= 1;
    } else if (traffic !== 'send') {
      errand.notBeforeMs = untilMs;
      if (traffic === 'open') workspace.enqueueOpen(errand);
      else workspace.enqueueUpdate(errand);
    }
    workspace.enqueue(lane, performance.now());
    this.#nudge();
  }

  #dismiss(): void {
    for (const workspace of this.#workspaces.values()) {
      for (const errand of workspace.drain()) {
        errand.lane.errands -= 1;
        this.#waiting -= 1;
        errand.attempt('stopping').then(() => errand.done(), errand.failed);
      }
    }
  }

  #wake(nowMs: number): void {
    let atMs = Number.POSITIVE_INFINITY;
    for (const workspace of this.#workspaces.values()) {
      if (!workspace.isIdle) atMs = Math.min(atMs, workspace.nextAtMs(nowMs, this.#freeSlots > 0));
    }
    if (this.#timer && this.#timer.atMs <= atMs) return;
    if (this.#timer) clearTimeout(this.#timer.ring);
    this.#timer = undefined;
    if (atMs === Number.POSITIVE_INFINITY) return;
    const ring = setTimeout(
      () => {
        this.#timer = undefined;
        this.#serve();
      },
      Math.ceil(atMs - nowMs),
    );
    this.#timer = { ring, atMs };
  }

  #workspaceOf({ surface, workspace }: Home): Workspace {
    const key = `${surface} ${workspace}`;
    const known = this.#workspaces.get(key);
    if (known) return known;
    const made = new Workspace(key, this.#paces[surface], this.#speed);
    this.#workspaces.set(key, made);
    return made;
  }

  #laneOf({ id, surface }: Place): Lane {
    const known = this.#lanes.get(id);
    if (known) return known;
    if (this.#lanes.size >= this.#forgetAt) this.#forget();
    let windows = this.#placeWindows.get(surface);
    if (!windows) {
      windows = windowsKept(this.#paces[surface].place, this.#speed);
      this.#placeWindows.set(surface, windows);
    }
    const made = newLane(id, windows);
    this.#lanes.set(id, made);
    return made;
  }

  #forget(): void {
    const nowMs = performance.now();
    for (const [id, lane] of this.#lanes) {
      const isQuiet = lane.errands === 0 && lane.notBeforeMs <= nowMs;
      if (isQuiet && lane.budget.isFresh(nowMs)) this.#lanes.delete(id);
    }
    this.#forgetAt = Math.max(remembered, 2 * this.#lanes.size);
  }
}
