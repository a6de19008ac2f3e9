import type { Log } from '#chat/log.ts';
import { languageOf } from '#chat/meet.ts';
import type { Handle } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { type Act, type Activity, isAct } from './activity.ts';
import type { Answering, Asked } from './answering.ts';
import type { BotFramework } from './bot-framework.ts';
import { sentenceBody, unreadableBody } from './invoke-response.ts';
import { limits } from './limits.ts';
import type { OpenForms } from './open-forms.ts';
import { Recent } from './recent.ts';
import type { Roster } from './roster.ts';
import { toIncoming } from './to-incoming.ts';
import { lineOf } from './who-and-where.ts';

/** What goes back over HTTP. */
export interface Reply {
  status: number;
  body?: unknown;
}

export interface Turning {
  appId: string;
  framework: BotFramework;
  roster: Roster;
  answering: Answering;
  localHost: string | undefined;
  forms: OpenForms;
  log: Log;
}

const seen = { status: 200 } as const;

/** Leads what Teams sends to Klar and Klar's answer back, one act at a time. */
export class Turns {
  readonly #with: Turning;
  /** Acts of the last minutes: a client that got no answer sends the same again, and gets the first's (PLATFORMS T20). */
  readonly #acts = new Recent<Promise<Reply>>();
  /** Installing sends two events; there is one welcome (T34). */
  readonly #welcomed = new Recent<true>();
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(parts: Turning) {
    this.#with = parts;
  }

  /** Handles an admitted activity. Never rejects. */
  async take(activity: Activity, tenant: string, handle: Handle): Promise<Reply> {
    const { log } = this.#with;
    if (!isAct(activity)) return seen;
    try {
      return await this.#act(activity, tenant, handle);
    } catch (error) {
      log.error({ err: error, type: activity.type }, 'Teams: an activity failed');
      const text = say(languageOf(activity.locale ?? undefined, 'nb'), 'chat.failed');
      return activity.type === 'invoke' ? { status: 200, body: sentenceBody(text) } : { status: 500 };
    }
  }

  /** Resolves when no act and no answer is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled([...this.#underWay]);
  }

  async #act(act: Act, tenant: string, handle: Handle): Promise<Reply> {
    const { appId, roster, localHost, log } = this.#with;
    const line = lineOf(act, tenant, appId);
    const meaning = await toIncoming(act, { line, roster, localHost });
    if (meaning.kind === 'nothing') return act.type === 'invoke' ? { status: 501 } : seen;
    if (meaning.kind === 'unreadable') {
      log.warn({ type: act.type }, 'Teams: a press that cannot be read');
      const text = say(languageOf(act.locale ?? undefined, 'nb'), 'chat.unknown-press');
      return { status: 200, body: unreadableBody(text) };
    }
    const { incoming } = meaning;
    const asked: Asked = { incoming, line, conversation: act.conversation.id, card: act.replyToId ?? undefined };

    if (incoming.type === 'arrived') {
      if (this.#welcomed.get(incoming.where.key)) return seen;
      this.#welcomed.set(incoming.where.key, true);
    }
    if (incoming.type === 'left') this.#welcomed.delete(incoming.where.key);

    const before = this.#acts.get(incoming.id);
    if (before) return before;
    const reply = meaning.pressed ? this.#pressed(asked, handle) : this.#said(asked, handle);
    this.#acts.set(incoming.id, reply);
    return reply;
  }

  /** A message is acknowledged when it is answered, or when that takes too long for whoever waits. */
  async #said(asked: Asked, handle: Handle): Promise<Reply> {
    const work = handle(asked.incoming).then((answer) => this.#with.answering.toMessage(asked, answer));
    return this.#within(
      limits.messageMs,
      work.then(() => seen),
      seen,
    );
  }

  async #pressed(asked: Asked, handle: Handle): Promise<Reply> {
    const { forms } = this.#with;
    const { incoming, card } = asked;
    const isOwn = incoming.type === 'press' && incoming.automatic !== true && incoming.where.kind !== 'personal';
    const wasOpen = isOwn && card !== undefined && forms.left(card, incoming.by.user);
    const work = handle(incoming).then((answer) => {
      const isOpen = answer.show === 'form' || (wasOpen && answer.show === 'notice' && answer.problem);
      if (isOwn && card !== undefined && isOpen) forms.opened(card, incoming.by.user);
      const { body, after } = this.#with.answering.toPress(asked, answer);
      if (after) void this.#track(after());
      return { status: 200, body };
    });
    const text = say(languageOf(incoming.by.locale, 'nb'), 'teams.slow');
    return this.#within(limits.pressMs, work, { status: 200, body: sentenceBody(text) });
  }

  async #within(ms: number, work: Promise<Reply>, late: Reply): Promise<Reply> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLate = new Promise<Reply>((resolve) => {
      timer = setTimeout(() => resolve(late), ms);
    });
    return Promise.race([this.#track(work), tooLate]).finally(() => clearTimeout(timer));
  }

  #track<T>(work: Promise<T>): Promise<T> {
    const kept = work.finally(() => this.#underWay.delete(kept));
    this.#underWay.add(kept);
    kept.catch((error: unknown) => this.#with.log.error({ err: error }, 'Teams: an act failed'));
    return work;
  }
}
