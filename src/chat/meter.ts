import type { SurfaceName } from '#people/person.ts';
import type { Delivery } from './port.ts';

/** Counts what Klar does, for whoever watches the process (`/metrics`). Ids, names and texts never get here. */
export interface Meter {
  /** The clock has decided about one message: `sent`, `skipped`, `held`, `unreachable`, … `what` is `reminder`, `overview`, `escalation`, … */
  decided(what: string, result: string): void;
  /** A surface has answered one attempt. */
  attempted(surface: SurfaceName, state: Delivery['state']): void;
  /** How many records (programmes, polls, drafts) the last heartbeat found something to do for; told when it changes. `what` is an agenda's name. */
  due(what: string, count: number): void;
  /** How long after its time something that was due went out, milliseconds. */
  late(ms: number): void;
}

/** Where nobody watches. */
export const noMeter: Meter = { decided() {}, attempted() {}, late() {}, due() {} };
