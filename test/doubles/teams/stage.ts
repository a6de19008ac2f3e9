import type { Answer, BotLink } from './bot-link.ts';
import type { Person } from './directory.ts';
import type { BotIdentity, Inbound, InboundActivity } from './inbound.ts';
import type { State } from './state.ts';

/** What acting people share. */
export type Stage = {
  readonly state: State;
  readonly bot: BotIdentity;
  readonly inbound: Inbound;
  readonly link: BotLink;
  /** Puts bytes where the bot can fetch them for a while; returns the address (PLATFORMS T50). */
  readonly shareFile: (bytes: Uint8Array, name: string) => { url: string; id: string };
  /** The last activity of each person, to deliver it twice (PLATFORMS T20). */
  readonly lastOf: Map<Person, InboundActivity>;
};

/** Delivers an activity of a person and remembers it for `repeatsLast`. */
export async function perform(stage: Stage, by: Person, activity: InboundActivity): ReturnType<BotLink['deliver']> {
  stage.lastOf.set(by, activity);
  return stage.link.deliver(by, activity);
}

/** What comes back when Teams had no reason to tell the bot anything. */
export const NOT_TOLD: Answer = { status: null, body: null };
