import type { Log } from '#chat/log.ts';
import type { BotFramework, Line, Member } from './bot-framework.ts';
import { limits } from './limits.ts';

/** People and channels that are remembered; more are looked up again. */
const remembered = 10_000;

/**
 * What Teams knows of people and channels beyond what an activity says. Nothing here is needed for an act, so it is
 * waited for briefly, and a failure is the same as not knowing.
 */
export class Roster {
  readonly #framework: BotFramework;
  readonly #log: Log;
  readonly #members = new Map<string, Promise<Member | undefined>>();
  readonly #channels = new Map<string, Promise<Map<string, string> | undefined>>();

  constructor(framework: BotFramework, log: Log) {
    this.#framework = framework;
    this.#log = log;
  }

  /** Somebody in a conversation. Each person is asked for once in the life of the process, whatever came of it. */
  member(line: Line, conversation: string, id: string): Promise<Member | undefined> {
    return soon(
      this.#once(this.#members, `${line.tenant} ${id}`, () => this.#framework.member(line, conversation, id)),
    );
  }

  /** The same, asked for again when the last time brought nothing: for somebody whom a command is about. */
  async mentioned(line: Line, conversation: string, id: string): Promise<Member | undefined> {
    const known = await this.member(line, conversation, id);
    if (known) return known;
    this.#members.delete(`${line.tenant} ${id}`);
    return this.member(line, conversation, id);
  }

  /** A channel's name. Undefined for General, which has none (PLATFORMS T33), and where Teams does not say. */
  async channelName(line: Line, team: string, channel: string): Promise<string | undefined> {
    const names = await soon(this.#once(this.#channels, team, () => this.#framework.channels(line, team)));
    return names?.get(channel);
  }

  /** A channel has come, gone or been renamed: the next time its team is asked for anew. */
  forgetChannels(team: string): void {
    this.#channels.delete(team);
  }

  #once<T>(known: Map<string, Promise<T | undefined>>, key: string, look: () => Promise<T>): Promise<T | undefined> {
    const before = known.get(key);
    if (before) return before;
    if (known.size >= remembered) known.clear();
    const asked = look().catch((error: unknown) => {
      const { statusCode } = error as { statusCode?: number };
      this.#log.info({ statusCode }, 'Teams did not say who or what this is');
      return undefined;
    });
    known.set(key, asked);
    return asked;
  }
}

/** Waits briefly; what comes later is there the next time. */
async function soon<T>(asked: Promise<T | undefined>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), limits.memberMs);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
