import { type Dict, isDict } from './types.ts';

/** What is wrong with a payload, and where, as a JSON pointer. */
export interface Problem {
  pointer: string;
  message: string;
}

/** Lengths and types that a text must keep. */
interface TextRule {
  max: number;
  min?: number;
  types?: readonly ('plain_text' | 'mrkdwn')[];
}

/** Either kind of text object. */
export const ANY_TEXT = ['plain_text', 'mrkdwn'] as const;

/** Collects what is wrong with a payload, in the words Slack uses. */
export class Check {
  readonly problems: Problem[] = [];

  /** Notes a problem at a pointer. */
  say(pointer: string, message: string): void {
    this.problems.push({ pointer, message });
  }

  /** The value as an object with no keys but the allowed ones; null, with a problem noted, if it is none. */
  object(value: unknown, pointer: string, keys: readonly string[]): Dict | null {
    if (!isDict(value)) {
      this.say(pointer, 'must be an object');
      return null;
    }
    for (const key of Object.keys(value)) {
      if (!keys.includes(key)) this.say(pointer, `invalid additional property: ${key}`);
    }
    return value;
  }

  /** A list with between `min` and `max` items; an empty list, with a problem noted, if it is none. */
  list(value: unknown, pointer: string, { min = 1, max }: { min?: number; max: number }): unknown[] {
    if (!Array.isArray(value)) {
      this.say(pointer, 'must be an array');
      return [];
    }
    if (value.length < min) this.say(pointer, `must have at least ${min} item${min === 1 ? '' : 's'}`);
    if (value.length > max) this.say(pointer, `no more than ${max} items allowed`);
    return value;
  }

  /** A string within its length. */
  string(value: unknown, pointer: string, { min = 0, max }: { min?: number; max: number }): void {
    if (typeof value !== 'string') {
      this.say(pointer, 'must be a string');
      return;
    }
    if (value.length < min) this.say(pointer, `must be more than ${min - 1} characters`);
    if (value.length > max) this.say(pointer, `must be less than ${max + 1} characters`);
  }

  /** A string within its length, or nothing. */
  optionalString(value: unknown, pointer: string, rule: { min?: number; max: number }): void {
    if (value !== undefined) this.string(value, pointer, rule);
  }

  /** A boolean, or nothing. */
  optionalBoolean(value: unknown, pointer: string): void {
    if (value !== undefined && typeof value !== 'boolean') this.say(pointer, 'must be a boolean');
  }

  /** A text object: plain only, unless the rule names both types. `emoji` and `verbatim` belong to one type each. */
  text(value: unknown, pointer: string, { max, min = 1, types = ['plain_text'] }: TextRule): void {
    if (!isDict(value)) {
      this.say(pointer, 'must be a text object');
      return;
    }
    const type = types.find((each) => each === value.type);
    if (type === undefined) {
      this.say(`${pointer}/type`, `unsupported type: ${String(value.type)} (allowed: ${types.join(', ')})`);
      return;
    }
    this.object(value, pointer, ['type', 'text', type === 'plain_text' ? 'emoji' : 'verbatim']);
    this.string(value.text, `${pointer}/text`, { min, max });
  }

  /** A text object, or nothing. */
  optionalText(value: unknown, pointer: string, rule: TextRule): void {
    if (value !== undefined) this.text(value, pointer, rule);
  }
}
