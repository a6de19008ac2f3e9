import type { Acknowledgement, Announcement } from '#announcement/announcement.ts';
import type { Checklist, Sheet } from '#checklist/checklist.ts';
import type { Account, Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import type { Plan } from '#plan/activity.ts';
import type { Notice } from '#plan/revisions/notice.ts';
import type { Poll, PollAnswer } from '#poll/poll.ts';
import type { Reminding } from '#reminder/reminding.ts';
import type { AuditLine } from './audit-line.ts';
import type { Draft } from './draft.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { Link } from './link.ts';
import type { Message, Posting } from './posting.ts';

/** What a decision does to a record: `next` is saved when given, nothing is written when it is left out. */
export interface Decision<T, O> {
  next?: T;
  outcome: O;
}

/** What `Records.changedSince` tells. */
export interface Changes {
  /** Ask with it the next time. */
  mark: number;
  /** Each once. */
  ids: readonly string[];
  /** `ids` are those of all records there are, and whatever else was known of the collection holds no more. */
  isAll: boolean;
}

/**
 * A collection of records, one file (or row) each. Every promise that saves resolves only when the change is on disk.
 * What comes out is a copy or frozen: changing it changes nothing. A record that is damaged on disk is read-only:
 * `change` and `remove` reject with `DamagedRecord`.
 */
export interface Records<T extends { id: string }> {
  get(id: string): Promise<T | undefined>;
  /** All records, in order of id. */
  all(): Promise<T[]>;
  /** Saves a new record. False, and nothing written, when the id is taken: the same act has arrived twice. */
  add(record: T): Promise<boolean>;
  /**
   * Copy, decide, write: `decide` gets the newest state and may run again if somebody else was faster, so it must be
   * pure. Resolves with its outcome, or undefined when there is no such record.
   */
  change<O>(id: string, decide: (current: T) => Decision<T, O>): Promise<O | undefined>;
  remove(id: string): Promise<void>;
  /**
   * Which records were saved or removed since an earlier call gave `mark`. All of them without a mark, with one of
   * another opening of the store, or when more has changed since than is remembered. Without waiting, without copying
   * any record, and for next to nothing when nothing has changed: asked on every heartbeat.
   */
  changedSince(mark?: number): Changes;
}

/**
 * Many small values under a group (a poll's answers, a programme's ledger), kept so that one more costs the same at 100 and
 * at 100,000. The stored order of answers is by key hash and says nothing about arrival.
 */
export interface Keyed<V> {
  get(group: string, key: string): Promise<V | undefined>;
  entries(group: string): Promise<[key: string, value: V][]>;
  /** As `Records.change`; `next: null` removes the value. */
  change<O>(
    group: string,
    key: string,
    decide: (current: V | undefined) => { next?: V | null; outcome: O },
  ): Promise<O>;
  /** Removes the whole group. */
  drop(group: string): Promise<void>;
}

/** Everything that Klar remembers. One contract, one suite of tests for every implementation. */
export interface Store {
  persons: Records<Person> & {
    byAccount(account: Pick<Account, 'surface' | 'workspace' | 'user'>): Promise<Person | undefined>;
    /** Case-insensitive. Never proof of identity (PLATFORMS X2). */
    byEmail(email: string): Promise<Person[]>;
  };
  places: Records<Place> & {
    byKey(key: Pick<Place, 'surface' | 'workspace' | 'key'>): Promise<Place | undefined>;
    /** The person's own chats. */
    ofPerson(person: Person['id']): Promise<Place[]>;
  };
  programmes: Records<Programme>;
  /** One per programme; its id is the programme's. */
  plans: Records<Plan>;
  /** What the units have been told of changed plans, and who has seen it. */
  notices: Records<Notice>;
  /** The rules of a programme's reminders and what people have said about them. One per programme; its id is the programme's. */
  remindings: Records<Reminding>;
  polls: Records<Poll>;
  checklists: Records<Checklist>;
  sheets: Records<Sheet>;
  announcements: Records<Announcement>;
  /** Group: announcement id. Key: the receiver's (see `keyOf` in `#announcement`). One more costs the same at 10 and 10,000. */
  acknowledgements: Keyed<Acknowledgement>;
  /** Things shown to a person and not yet saved, such as a plan that was read from a file. */
  drafts: Records<Draft>;
  /** Addresses under which Klar gives files. The id is the secret token. */
  links: Records<Link>;
  /**
   * Where which card stands, so that it can be brought up to date. One that was added before the ledger was changed, in the same moment, is on disk
   * no later than that change.
   */
  postings: Records<Posting> & {
    /** Those that show the subject, or a part of it (`subject/part`). */
    byAbout(about: string): Promise<Posting[]>;
  };
  /** The messages of the page, which has no platform behind it that keeps them. */
  messages: Records<Message>;
  /** Group: poll id. Key: person id, or its HMAC in an anonymous poll. */
  answers: Keyed<PollAnswer>;
  /** Group: programme id (or `acts`, `identity`, `heartbeat`). Key: see `#reminder`. Says what was claimed and what came of it. */
  ledger: Keyed<LedgerEntry>;
  audit: { append(line: AuditLine): Promise<void>; all(): Promise<AuditLine[]> };
  secrets: Secrets;
  /** Waits for what is being written and lets go of the data folder. */
  close(): Promise<void>;
}

/** Wraps the secrets of anonymous polls with a key that is kept outside the store (DESIGN section 8). */
export interface Secrets {
  /** A fresh random secret, wrapped, as text to keep in the poll. */
  create(): string;
  /** HMAC-SHA256 of `text` under the wrapped secret, hex. Undefined when it cannot be unwrapped (key lost). */
  hmac(wrapped: string, text: string): string | undefined;
}
