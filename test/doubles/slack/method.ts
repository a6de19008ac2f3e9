import type { Arguments } from './arguments.ts';
import type { Rate } from './limits.ts';
import type { Dict } from './types.ts';
import type { Workspace } from './workspace.ts';

/** What the methods work on. */
export interface Desk {
  workspace: Workspace;
  /** `http://127.0.0.1:port` */
  baseUrl: string;
  /** What the app's bot token may do. */
  scopes: ReadonlySet<string>;
  /** Adds a socket address for `apps.connections.open`. */
  newSocketUrl: () => string;
}

/** One method of the Web API. */
export interface Method {
  /** Scopes of which one suffices; none needed when left out. */
  scopes?: readonly string[];
  /** `apps.connections.open` alone wants the app token. */
  token?: 'app';
  rate: Rate;
  /** The answer without `ok`. Throws `Refusal` for Slack's "no". */
  run: (args: Arguments, desk: Desk) => Dict;
}

/** Methods by name. */
export type Methods = Record<string, Method>;
