import { Refusal, refusalWith } from './refusal.ts';
import type { Dict } from './types.ts';

/** Arguments that Slack takes as JSON even in a form-encoded body. */
const JSON_ARGUMENTS = ['blocks', 'view', 'attachments', 'metadata', 'files'] as const;

/** The arguments of a Web API call, read from a form-encoded, JSON or query body. */
export class Arguments {
  readonly all: Dict;

  constructor(all: Dict) {
    this.all = all;
  }

  /** Reads a request's body. Throws a refusal when it cannot be read. */
  static read(body: Buffer, contentType: string, query: URLSearchParams): Arguments {
    const text = body.toString('utf8');
    const all: Dict = Object.fromEntries(query);
    if (contentType.startsWith('application/json')) {
      try {
        Object.assign(all, text === '' ? {} : JSON.parse(text));
      } catch {
        throw new Refusal('invalid_json');
      }
    } else {
      Object.assign(all, Object.fromEntries(new URLSearchParams(text)));
    }
    for (const name of JSON_ARGUMENTS) {
      const value = all[name];
      if (typeof value !== 'string' || value === '') continue;
      try {
        all[name] = JSON.parse(value);
      } catch {
        throw new Refusal(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
      }
    }
    return new Arguments(all);
  }

  /** A string; a number or boolean of a JSON body counts as its text. Undefined when absent or empty. */
  string(name: string): string | undefined {
    const value = this.all[name];
    if (value === undefined || value === null || value === '') return undefined;
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  /** A string that must be there. */
  required(name: string): string {
    const value = this.string(name);
    if (value === undefined) throw refusalWith('invalid_arguments', [`[ERROR] missing required field: ${name}`]);
    return value;
  }

  /** A boolean in any of the spellings Slack takes. */
  boolean(name: string): boolean {
    return ['true', '1'].includes(String(this.all[name] ?? 'false'));
  }

  /** A whole number between the bounds, or the default. */
  number(name: string, fallback: number, max: number): number {
    const value = this.string(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0) throw new Refusal('invalid_limit');
    return Math.min(number, max);
  }

  /** One page of a list by `limit` and `cursor`, and the cursor of the next. */
  page<T>(list: readonly T[], fallback: number, max: number): { items: T[]; response_metadata: Dict } {
    const limit = this.number('limit', fallback, max) || fallback;
    const cursor = this.string('cursor');
    const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('next:', ''));
    if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
    const next = start + limit < list.length ? Buffer.from(`next:${start + limit}`).toString('base64') : '';
    return { items: list.slice(start, start + limit), response_metadata: { next_cursor: next } };
  }
}
