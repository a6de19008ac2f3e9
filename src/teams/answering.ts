import { setTimeout as wait } from 'node:timers/promises';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { addressed } from '#chat/addressed.ts';
import type { Links } from '#chat/links.ts';
import type { Log } from '#chat/log.ts';
import { languageOf } from '#chat/meet.ts';
import type { Answer, Delivery, Incoming } from '#chat/port.ts';
import { say } from '#words/say.ts';
import type { BotFramework, Line, OutgoingMessage } from './bot-framework.ts';
import { deliveryOf } from './delivery-of.ts';
import { cardBody, type InvokeBody, sentenceBody } from './invoke-response.ts';
import { limits } from './limits.ts';
import { cardMessage, textMessage, withSentence } from './messages.ts';
import type { OwnChats } from './own-chats.ts';
import { givenBack, ShownForms } from './shown-forms.ts';

/** The act that is answered: who, where, and the message that a button stands on. */
export interface Asked {
  incoming: Incoming;
  line: Line;
  /** With the thread, in a channel. */
  conversation: string;
  /** The pressed card's message. */
  card: string | undefined;
}

/** An answer is worth a few tries: nobody else will repeat it. */
const tries = 3;
/** People whose language is remembered; more are taken by what their client says. */
const remembered = 10_000;

/** Brings Klar's answers to the person who acted, as Teams can show them. Never throws; what fails is in the log. */
export class Answering {
  readonly #framework: BotFramework;
  readonly #ownChats: OwnChats;
  readonly #links: Links;
  readonly #log: Log;
  /** The language in which people were last answered: a sentence alone does not say its own. */
  readonly #languages = new Map<string, Language>();
  readonly #forms = new ShownForms();

  constructor(framework: BotFramework, ownChats: OwnChats, links: Links, log: Log) {
    this.#framework = framework;
    this.#ownChats = ownChats;
    this.#links = links;
    this.#log = log;
  }

  /** Answers what somebody wrote, or an event: by messages. */
  async toMessage(asked: Asked, given: Answer): Promise<void> {
    const answer = this.#addressed(given);
    this.#remember(asked, answer);
    switch (answer.show) {
      case 'nothing':
        return;
      case 'reply':
        return this.#put(asked, cardMessage(answer.card, asked.line.tenant));
      case 'notice':
        return this.#privately(asked, textMessage(answer.text), textMessage(answer.text), this.#languageOf(asked));
      case 'replace':
        if (isPersonal(asked) && asked.card !== undefined) return this.#replace(asked, asked.card, answer.card);
        return this.#card(asked, answer.card);
      case 'ask-file':
        return this.#card(
          asked,
          withSentence(answer.card, say(answer.card.language, 'teams.send-file-here'), 'bottom'),
        );
      case 'private':
      case 'form':
        return this.#card(asked, answer.card);
    }
  }

  /**
   * Answers a press: with what the invoke brings back, at once and for this person alone (PLATFORMS T15), and with
   * what has to be sent besides. `after` is to be called when the answer is on its way.
   */
  toPress(asked: Asked, given: Answer): { body: InvokeBody; after?: () => Promise<void> } {
    const { tenant } = asked.line;
    const answer = this.#addressed(given);
    this.#remember(asked, answer);
    switch (answer.show) {
      case 'nothing':
        return { body: sentenceBody('') };
      case 'notice': {
        if (isAutomatic(asked)) return { body: sentenceBody('') };
        const form = answer.problem ? this.#formOf(asked, answer.text) : undefined;
        return { body: form ? cardBody(form, tenant) : sentenceBody(answer.text) };
      }
      case 'form':
        return { body: cardBody(answer.card, tenant) };
      case 'ask-file': {
        const sentence = isPersonal(asked) ? 'teams.send-file-here' : 'teams.send-file-in-chat';
        return { body: cardBody(withSentence(answer.card, say(answer.card.language, sentence), 'bottom'), tenant) };
      }
      case 'replace': {
        const { card } = asked;
        const body = cardBody(answer.card, tenant);
        // Nobody else sees a personal chat, so the message itself may change and stays as it is on other devices.
        if (!isPersonal(asked) || card === undefined || isAutomatic(asked)) return { body };
        return { body, after: () => this.#replace(asked, card, answer.card) };
      }
      case 'private':
        if (!isPersonal(asked)) return { body: cardBody(answer.card, tenant) };
        return this.#below(asked, answer.card);
      case 'reply':
        return this.#below(asked, answer.card);
    }
  }

  /** Tells somebody who is not admitted, where they wrote. */
  async tell(line: Line, conversation: string, text: string): Promise<void> {
    await this.#attempt(() => this.#framework.send(line, conversation, textMessage(text)));
  }

  #addressed(answer: Answer): Answer {
    return 'card' in answer ? { ...answer, card: addressed(answer.card, this.#links) } : answer;
  }

  #remember({ incoming }: Asked, answer: Answer): void {
    if ('card' in answer) this.#forms.shown(incoming.by.user, answer.card);
  }

  /** The form in which something is wrong, with what was typed. */
  #formOf({ incoming }: Asked, problem: string): Card | undefined {
    if (incoming.type !== 'press') return undefined;
    const { verb, values, by } = incoming;
    const form = this.#forms.pressed(by.user, verb, values);
    return form && givenBack(form, values, problem);
  }

  /** A press needs an answer of its own even when what it brings is a message. */
  #below(asked: Asked, card: Card): { body: InvokeBody; after: () => Promise<void> } {
    return {
      body: sentenceBody(say(card.language, 'teams.answer-below')),
      after: () => this.#put(asked, cardMessage(card, asked.line.tenant)),
    };
  }

  #card(asked: Asked, card: Card): Promise<void> {
    const { tenant } = asked.line;
    if (this.#languages.size >= remembered) this.#languages.clear();
    this.#languages.set(asked.incoming.by.user, card.language);
    const openly = withSentence(card, say(card.language, 'teams.cannot-write-privately'), 'top');
    return this.#privately(
      asked,
      cardMessage(card, tenant, { alert: true }),
      cardMessage(openly, tenant),
      card.language,
    );
  }

  /**
   * Gives something to one person: in a personal chat there, from a channel or group in their own chat with a line in
   * the thread that says so, and in the thread where Teams does not let Klar write to them (T27).
   * @param openly What stands in the thread in that case.
   */
  async #privately(asked: Asked, message: OutgoingMessage, openly: OutgoingMessage, language: Language): Promise<void> {
    if (isPersonal(asked)) {
      const { channelData: _, ...quietly } = message;
      return this.#put(asked, quietly);
    }
    const account = asked.incoming.by;
    const chat = await this.#ownChats.find(account);
    if (chat.state === 'open') {
      const sent = await this.#attempt(() => this.#framework.send(asked.line, chat.where.key, message));
      if (sent === undefined) {
        return this.#put(asked, textMessage(say(language, 'teams.answered-privately')));
      }
      this.#ownChats.forget(account);
    }
    return this.#put(asked, openly);
  }

  /** A message where the person acted. A team's events name its channel alone: there it begins a thread. */
  async #put({ incoming, line, conversation }: Asked, message: OutgoingMessage): Promise<void> {
    const isNewThread = incoming.where.kind === 'channel' && conversation === incoming.where.key;
    await this.#attempt(() =>
      isNewThread
        ? this.#framework.startThread(line, conversation, message)
        : this.#framework.send(line, conversation, message),
    );
  }

  #languageOf({ incoming: { by } }: Asked): Language {
    return this.#languages.get(by.user) ?? languageOf(by.locale, 'nb');
  }

  async #replace({ line, conversation }: Asked, message: string, card: Card): Promise<void> {
    await this.#attempt(() => this.#framework.update(line, conversation, message, cardMessage(card, line.tenant)));
  }

  /** Tries a few times where that can help. Gives what was wrong at the end, undefined when it was sent. */
  async #attempt(work: () => Promise<unknown>): Promise<Exclude<Delivery, { state: 'sent' }> | undefined> {
    for (let tried = 1; ; tried += 1) {
      try {
        await work();
        return undefined;
      } catch (error) {
        const came = deliveryOf(error);
        const waitMs =
          came.state === 'throttled'
            ? Math.min(came.retryAfterMs, limits.longestAnswerWaitMs)
            : limits.patienceMs * tried;
        if (tried >= tries || came.state === 'gone' || came.state === 'refused') {
          const { state } = came;
          this.#log.warn(
            { state, ...('reason' in came ? { reason: came.reason } : {}) },
            'Teams: an answer was not sent',
          );
          return came;
        }
        await wait(waitMs);
      }
    }
  }
}

const isPersonal = ({ incoming }: Asked) => incoming.where.kind === 'personal';
const isAutomatic = ({ incoming }: Asked) => incoming.type === 'press' && incoming.automatic === true;
