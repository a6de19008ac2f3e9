import type { Name, Room } from './cast.ts';
import type { LogLine } from './klar.ts';

/** What stands before a person: the words they read, a line each, and a way to press what they see. */
export interface Shown {
  text: string;
  /** Known to the stage alone. */
  handle: unknown;
}

/** What a person is told when they have done something: a card, or a sentence. */
export interface Told {
  text: string;
  card?: Shown;
  /** The input that a sentence is about, where the surface shows it there. */
  field?: string;
}

/** What is filled in before a press, by the id of the input on the card. */
export type Inputs = Record<string, string>;

/** Words as the eye reads them: hard spaces are spaces, and joiners without width are nothing. */
export const plainly = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/[\u00A0\u202F]/gu, ' ')
    .replace(/[\u200B\u2060]/gu, '');

/** A file as one sends it. */
export interface Sheet {
  name: string;
  content: string | Uint8Array;
}

/** What a person gets from Klar beside words: a picture on a card, or the file behind a button. */
export interface Taken {
  bytes: Uint8Array;
  /** Where one may open it once more; undefined where the platform holds the file itself. */
  address?: string;
}

/**
 * One surface as people meet it: they say things, press what they see and read what stands there. Every act goes to
 * Klar over HTTP as its platform sends it. Journeys are written against this alone.
 */
export interface Stage {
  readonly surface: 'teams' | 'slack' | 'page';
  /** Says a line to Klar. `@Kari Myrvang` in it is a mention of her, as the surface makes one. */
  says(who: Name, where: Room, line: string): Promise<Told>;
  /** Hands Klar a file, the way that this surface has for it. */
  sends(who: Name, file: Sheet): Promise<Told>;
  /** Presses a button by its words, and reads what comes back to this person alone. Of several with the same words, "Åpne [2]" is the second. */
  presses(who: Name, on: Shown, button: string, inputs?: Inputs): Promise<Told>;
  /** Presses a button that changes the card for everyone, where a surface may say nothing more to whoever pressed. */
  setsForAll(who: Name, on: Shown, button: string): Promise<void>;
  /** Presses a button that stood there when it was read, whatever stands there by now: the change had not reached them. */
  pressesLate(who: Name, on: Shown, button: string): Promise<Told>;
  /** Delivers this person's last act once more, as platforms do. */
  repeats(who: Name): Promise<void>;
  /** Klar's messages that this person reads in a room now, oldest first, each in the version that is theirs. */
  reads(who: Name, where: Room): Promise<Shown[]>;
  /** Resolves when Klar has sent what it had to send and every card shows the newest state. */
  settles(): Promise<void>;
  /** How many of Klar's messages in a room were posted with a mention of this person in the platform's own way, which notifies them. */
  mentionsOf(who: Name, where: Room): Promise<number>;
  /** The pictures on a card, each with the words for those who do not see it. */
  seesPictures(who: Name, on: Shown): Promise<(Taken & { alt: string })[]>;
  /** Follows a button that leads to a file. */
  takes(who: Name, on: Shown, button: string): Promise<Taken>;
  /** Opens an address that Klar has given, as anybody may who has it. */
  opens(address: string): Promise<Response>;
  /** Two minutes go by; on the page, where nobody can move the clock so little, what comes next comes now. */
  goesOnABit(): Promise<void>;
  /** So many days go by: the clock is moved to nine each day, then to eight the next morning, and what falls due is sent. */
  goesOn(days: number): Promise<void>;
  /** Klar ends and begins again on the same folder; so many days go by in between. */
  restarts(meanwhile?: { awayDays?: number }): Promise<void>;
  /** The platform asks for patience with the next message, and has trouble with the one after; the page has no such moods. */
  hasMoods(): void;
  /** Klar's folder, to look for what must or must not be on disk. */
  readonly folder: string;
  readonly log: readonly LogLine[];
  /** Ends everything. Fails when Klar broke a rule of the platform or logged an error. */
  closes(): Promise<void>;
}

/** Takes "Åpne [2]" apart: the words on the button, and which of several with the same words. */
export function whichOf(button: string): { words: string; nth?: number } {
  const [, words, nth] = /^(.*) \[(\d+)\]$/.exec(button) ?? [];
  return words === undefined ? { words: button } : { words, nth: Number(nth) };
}

/** Looks until there is something, as often as needed: for what comes by itself. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  timeoutMs = 8000,
): Promise<T> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > until) throw new Error(`${what} did not come within ${timeoutMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The newest message in a room that holds all of these words, as soon as this person can read it. */
export async function sees(stage: Pick<Stage, 'reads'>, who: Name, where: Room, ...words: string[]): Promise<Shown> {
  let last: Shown[] = [];
  const look = async () => {
    last = await stage.reads(who, where);
    return last.findLast(({ text }) => words.every((word) => text.includes(word)));
  };
  try {
    return await eventually(words.join(' & '), look);
  } catch (error) {
    const standing = last.map(({ text }) => text).join('\n---\n');
    throw new Error(`${who} does not see «${words.join('» and «')}» in ${where}, but:\n${standing}`, { cause: error });
  }
}

/** The card of what a person was told; fails when it was only a sentence. */
export function cardOf(told: Told): Shown {
  if (!told.card) throw new Error(`no card, but «${told.text}»`);
  return told.card;
}
