import type { RequestHandler } from 'express';
import type { Card } from '#card/card.ts';
import type { Account, Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { MessageRef } from '#store/posting.ts';

/** Who acts, as the surface has verified it. What the platform does not tell is left out. */
export interface Visitor extends Account {
  name?: string;
  email?: string;
  /** As the platform says it, `nb-NO`. */
  locale?: string;
  /** IANA zone. */
  timeZone?: string;
}

/** Where it happened: enough to make or refresh a place. */
export type Where = Pick<Place, 'surface' | 'workspace' | 'kind' | 'key' | 'address'> & { name?: string };

/** A file that somebody sent. Fetched only from the platform's own file hosts, by the surface that knows them. */
export interface IncomingFile {
  name: string;
  /** `too-large` above 5 MB; `unreachable` when the platform did not give it; `not-allowed` for any other host. */
  fetch(): Promise<
    { ok: true; bytes: Uint8Array } | { ok: false; problem: 'too-large' | 'unreachable' | 'not-allowed' }
  >;
}

/** What reaches Klar from any surface. `id` names the act: the same act delivered twice has the same id. */
export type Incoming = { id: string; by: Visitor; where: Where } & (
  | {
      type: 'command';
      /** What was typed, without Klar's own mention. A mention of someone else stands as `@{0}`, an index into `mentions`. */
      text: string;
      mentions?: Visitor[];
      files?: IncomingFile[];
    }
  | {
      type: 'press';
      verb: string;
      /** The button's ids together with what was filled in; several choices have commas between. */
      values: Record<string, string>;
      /** The platform asks for this reader's version of the card by itself; must change nothing (PLATFORMS T17). */
      automatic?: boolean;
    }
  /** Klar was added to the place, or a person opened its own chat for the first time. */
  | { type: 'arrived' }
  /** Klar was taken out of the place. */
  | { type: 'left' }
  /** The person opened the list of what awaits them (Slack Home). */
  | { type: 'home' }
);

/** How Klar answers the person who acted. What others see goes through the `Outbox`. */
export type Answer =
  /**
   * The pressed card now looks like this: for everyone in a personal chat, for this person alone on a shared card
   * (Teams T15, the page), as a private message where the platform cannot do that (Slack). `shared` says that the card
   * itself is being changed for everyone by `Outbox.refresh`: then a platform that has no versions per person says nothing.
   */
  | { show: 'replace'; card: Card; shared?: true }
  /** A new message for everyone in the place. A card that is to be kept up to date goes through `Outbox.post` instead. */
  | { show: 'reply'; card: Card }
  /** For this person alone: an ephemeral message in Slack, the personal chat in Teams. In a personal chat the same as reply. */
  | { show: 'private'; card: Card }
  /** Something to fill in: a modal in Slack, a card in place elsewhere. Seen by this person alone where the platform can. */
  | { show: 'form'; card: Card }
  /** The same, with a file asked for: a modal with a file field in Slack, the page's upload, a word on where to send it in Teams. */
  | { show: 'ask-file'; card: Card }
  /** A sentence to this person alone; what they typed is kept. `field` is the id of the input that it is about. */
  | { show: 'notice'; text: string; problem: boolean; field?: string }
  | { show: 'nothing' };

/** What came of a sending (DESIGN section 2). */
export type Delivery =
  | { state: 'sent'; ref: MessageRef }
  | { state: 'throttled'; retryAfterMs: number }
  /** The place or message no longer exists, or Klar was removed. */
  | { state: 'gone' }
  /** The platform will never take this. `reason` is the platform's code, for the log. */
  | { state: 'refused'; reason: string }
  /** No answer, or a failure on the platform's side: it may or may not have arrived. */
  | { state: 'unreachable'; reason: string };

/** One platform, as the rest of Klar sees it. A call makes one attempt and never throws for what a platform does. */
export interface Surface {
  readonly name: SurfaceName;
  send(place: Place, card: Card): Promise<Delivery>;
  update(place: Place, ref: MessageRef, card: Card): Promise<Delivery>;
  /**
   * How long a message should be left as it is, milliseconds, because somebody is filling in a form on it that an update
   * would take away. Where it is left out, an update never does.
   */
  heldForMs?(ref: MessageRef): number;
  /** Finds or opens the account's own chat with Klar. */
  ownChat(account: Account): Promise<{ state: 'open'; where: Where } | Exclude<Delivery, { state: 'sent' }>>;
}

/** A surface with its ways in: what `main.ts` starts and stops. */
export interface RunningSurface {
  surface: Surface;
  /** Express routes to mount at the root of the HTTP server; none when the platform is reached another way (Socket Mode). */
  router?: RequestHandler;
  /** Begins to take acts in. Rejects with a sentence for the operator when the platform refuses Klar's credentials. */
  open(handle: Handle): Promise<void>;
  close(): Promise<void>;
  /** After it was opened: a sentence for the operator when nothing can come in now, such as a connection that is lost. */
  trouble?(): string | undefined;
}

/** Gives an incoming act to Klar. Never throws: whatever goes wrong becomes a sentence for the person and a log line. */
export type Handle = (incoming: Incoming) => Promise<Answer>;

/**
 * Names a sending in the ledger, so that the same thing is never sent twice. A key that is taken resolves with what came
 * of it then, `already` when it was sent.
 */
export interface Once {
  group: string;
  key: string;
  /** Takes it up again where it reached nobody then: for what must not be lost because a platform was down. */
  again?: boolean;
}

/** The way out, kept by `delivery/`: order per place, the platforms' limits, retries, coalesced updates. */
export interface Outbox {
  /**
   * Posts a card in a place. Resolves when it is settled. However many are asked for at once, few are under way.
   * @param options.about The subject that the card shows (`poll:ID`), to be kept up to date by `refresh`.
   * @param options.also More subjects that it shows: a change of one of these brings it up to date, too.
   * @param options.once Claims this key in the ledger first.
   */
  post(place: Place, card: Card, options?: { about?: string; also?: readonly string[]; once?: Once }): Promise<Settled>;
  /** The same, to the person's own chat on the surface where they are. `refused` when they have no account yet. */
  tell(
    person: Person,
    card: Card,
    options?: { about?: string; also?: readonly string[]; once?: Once },
  ): Promise<Settled>;
  /**
   * Says that cards about a subject, or about a part of it (`subject/part`), are out of date. They are redrawn from the newest state, many changes in one update.
   */
  refresh(about: string): void;
  /** How many messages, updates and openings wait or are under way. */
  waiting(): number;
  /** Resolves when nothing is under way or waiting. */
  settled(): Promise<void>;
  /**
   * For a stop: what is under way comes to its end, what waits is `unreachable` (`stopping`) and stays claimed, for the
   * next start to take up.
   */
  close(): Promise<void>;
}
export type Settled = Exclude<Delivery, { state: 'throttled' }> | { state: 'already' };
