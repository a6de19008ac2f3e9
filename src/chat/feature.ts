import type { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import type { Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import type { Link } from '#store/link.ts';
import type { Store } from '#store/port.ts';
import type { SentenceKey } from '#words/say.ts';
import type { LinkedFile } from './links.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { Answer, IncomingFile, Outbox, Visitor } from './port.ts';

/** What every action works with, whether a person or the clock set it going. */
export interface World {
  store: Store;
  outbox: Outbox;
  now(): Temporal.Instant;
  /** An id that nobody has had. In a turn it is derived from the act, so that the same act delivered twice makes the same ids. */
  newId(): string;
  log: Log;
  /** Counts decisions and deliveries. Left out: nobody watches. */
  meter?: Meter;
  /** What has been seen of the computer's clock. Left out: it is moved by hand, and right. */
  clock?: {
    /** When, by itself, it was seen to have jumped; undefined while it can be believed. */
    jumpedAt(): Temporal.Instant | undefined;
    /** When a clock that had jumped was last taken to be right after all. */
    keptAt(): Temporal.Instant | undefined;
  };
  /** Surfaces whose readers can reach no address of Klar's (no `KLAR_URL`): links and calendars lead nowhere there. */
  unreachable?: ReadonlySet<SurfaceName>;
}

/** One act of one person, as an action sees it. */
export interface Turn extends World {
  by: Person;
  place: Place;
  /** The programme that the place, or else the person, is about. */
  programme?: Programme;
  /** The person's language. */
  language: Language;
  /** The place's language: for what everyone there reads together. */
  placeLanguage: Language;
  /** Writes the line of the audit log that every change has. `on` holds ids only. */
  audit(what: string, on: Record<string, string>): Promise<void>;
}

export interface Command {
  /** The English word, always understood; also its name. */
  verb: string;
  /** The words of each language (DESIGN section 5). */
  words: Record<'nb' | 'sv', string[]>;
  /** What it does, one line for the menu card; and what to type. */
  help: SentenceKey;
  usage: SentenceKey;
  run(turn: Turn, input: CommandInput): Promise<Answer>;
}

export interface CommandInput {
  /** The arguments after the command's word: quotes taken off, a mention as `@{0}`. */
  args: string[];
  /** All that was typed after the command's word, as it was. */
  rest: string;
  mentions: Visitor[];
  files: IncomingFile[];
}

/** What a button does. `values` is checked against the schema before `run`; the action checks who may. */
export interface Press<S extends z.ZodType = z.ZodType> {
  verb: string;
  values: S;
  run(turn: Turn, values: z.output<S>, how: { automatic: boolean }): Promise<Answer>;
}

/** Keeps the type of the schema and the action together. */
export const press = <S extends z.ZodType>(one: Press<S>): Press => one as unknown as Press;

/** Something that awaits a person's answer, one line of `mine` and of Slack Home. */
export interface Awaiting {
  /** "Bekreft 15 punkter for Inderøy" */
  title: string;
  /** "innen fredag 20. november", already in the person's language. */
  when?: string;
  /** Sorts the list: ISO day or instant. */
  due?: string;
  /** The button that leads to it. */
  open?: { title: string; verb: string; data: Record<string, string> };
}

/** What a feature gives to the house. One line in `main.ts` adds it. */
export interface Feature {
  commands: Command[];
  presses: Press[];
  /**
   * How a subject is drawn anew, by the word before the colon of `about`: for everyone in a language, for postings
   * that stand somewhere. Undefined when the subject is no more.
   */
  subjects?: Record<string, (world: World, id: string, language: Language) => Promise<Card | undefined>>;
  /**
   * Makes the file of a link (see `links.ts`), by the link's `kind`: anew whenever it is asked for, so that it says what
   * is so now and survives a restart. Undefined when there is nothing any more that it could show.
   */
  links?: Record<string, (world: World, link: Link) => Promise<LinkedFile | undefined>>;
  awaiting?(world: World, person: Person): Promise<Awaiting[]>;
  /** Called on every heartbeat of the clock, and once at start. Must do nothing the second time. */
  beat?(world: World): Promise<void>;
  /**
   * Subjects whose cards a crash may have left behind what is stored: drawn anew once at start, so that the last state
   * always arrives. What is over and long settled is left out: every card drawn is one update on its platform.
   */
  live?(world: World): Promise<string[]>;
  /** The next instant (ISO) at which a beat would have something to do, for a clock that is moved by hand. */
  nextAt?(world: World): Promise<string | undefined>;
  /** Called when a person is met for the first time, and when their e-mail becomes known later. */
  met?(turn: Turn): Promise<void>;
  /** Called for a file sent without a command. The first feature that has it is asked. */
  file?(turn: Turn, files: IncomingFile[]): Promise<Answer>;
  /**
   * Called in a person's own chat for a text of several lines that is no command. The first feature that makes
   * something of it answers; undefined from all of them, and it was not understood.
   */
  lines?(turn: Turn, text: string): Promise<Answer | undefined>;
}
