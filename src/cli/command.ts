import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Country, IsoDay, Language } from '#calendar/when.ts';
import { countryOfZone } from '#calendar/zone.ts';
import type { Params, SentenceKey } from '#words/say.ts';

/** What a command needs to know of whoever typed it. */
export interface Terminal {
  language: Language;
  /** IANA zone in which times are given. */
  zone: string;
  /** The folder in which the person stands: relative paths are theirs. */
  folder: string;
  /** The store's folder and the file of its key, for commands that touch it. */
  data: string;
  secretKeyFile: string;
  /** Writes a line to stdout: what was asked for. */
  out(text: string): void;
  /** Writes a file to stdout, as it is. */
  outFile(bytes: Uint8Array): void;
  /** Whether what is written to stdout is seen on a screen, rather than kept in a file. */
  onScreen: boolean;
  /** Writes a line to stderr: what is in the way. */
  err(text: string): void;
}

/** A command of the operator. Resolves with the exit code: 0 done, 1 refused input; for 2 it throws `WrongUsage`. */
export type Command = (args: string[], terminal: Terminal) => Promise<0 | 1>;

/** The command was not typed as it should be: ends with exit code 2 and this sentence. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
  readonly sentence: SentenceKey;
  readonly params: Params;

  constructor(sentence: SentenceKey, params: Params = {}) {
    super(sentence);
    this.sentence = sentence;
    this.params = params;
  }
}

/**
 * Takes the arguments of a command apart: one file and its options.
 * @throws WrongUsage for an option that the command does not have, a value that is missing, or another number of files.
 */
export function readArgs<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  const { values, positionals } = parse(args, options);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUsage('operator.one-file');
  return { values, file };
}

/**
 * Takes the arguments of a command on two files apart.
 * @throws WrongUsage as `readArgs` does.
 */
export function readTwoFiles<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  const { values, positionals } = parse(args, options);
  const [first, second, ...others] = positionals;
  if (first === undefined || second === undefined || others.length > 0) throw new WrongUsage('operator.two-files');
  return { values, files: [first, second] as const };
}

/**
 * Takes the arguments of a command apart that takes options alone.
 * @throws WrongUsage as `readArgs` does, and for anything that is no option.
 */
export function readOptions<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  const { values, positionals } = parse(args, options);
  if (positionals.length > 0) throw new WrongUsage('operator.no-file', { given: positionals.join(' ') });
  return values;
}

function parse<const O extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error;
    // Node's advice about `--` in the second sentence does not help here.
    throw new WrongUsage('operator.wrong-options', { detail: message.split('. ')[0] ?? message });
  }
}

/**
 * A day given as an option, or undefined when it was left out.
 * @throws WrongUsage for anything but an ISO day that exists.
 */
export function readDay(option: string, value: string | undefined): IsoDay | undefined {
  if (value === undefined) return undefined;
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch {
    // Falls through: 2027-02-31 looks like a day and is none.
  }
  throw new WrongUsage('operator.bad-day', { option, value });
}

/**
 * The bytes of a file that the person named.
 * @throws WrongUsage when it is not there or cannot be opened.
 */
export async function readNamedFile(file: string, { folder }: Terminal): Promise<Uint8Array> {
  try {
    return await readFile(resolve(folder, file));
  } catch {
    throw new WrongUsage('operator.unreadable-file', { file });
  }
}

/** Whose holidays count. */
export const countryOf = ({ zone, language }: Terminal): Country => countryOfZone(zone, language);
