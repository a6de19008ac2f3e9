import type { Answer } from './bot-link.ts';
import { botIsIn, membersOf, type Person, type PersonalChat, type Place } from './directory.ts';
import type { InboundActivity } from './inbound.ts';
import { NOT_TOLD, perform, type Stage } from './stage.ts';
import type { Message } from './state.ts';

export type Says = {
  /** Whether the bot is mentioned, by default yes outside the personal chat. Unmentioned it hears nothing (PLATFORMS T38, P4). */
  mention?: boolean;
  /** Other people mentioned in the text, which must hold `<at>Name</at>` for each. */
  alsoMentions?: Person[];
  /** Answer in the thread of this message; without it a new thread begins. */
  inThreadOf?: Message;
  /** What stands between the mention and the text: clients send a no-break space, its entity, or a space (PLATFORMS T36). */
  gap?: '\u00a0' | '&nbsp;' | ' ';
};

/** What a person says, and what came back. `heard` is false when Teams does not pass it on to the bot. */
export type Said = Answer & { readonly message: Message; readonly heard: boolean };

/** A person's words and files: saying, changing, deleting, reacting, sending. */
export function speaking(stage: Stage, by: Person) {
  const { state, bot, inbound } = stage;

  const mentionOf = (id: string, name: string) => ({
    type: 'mention',
    mentioned: { id, name },
    text: `<at>${name}</at>`,
  });
  const hears = (place: Place, mention: boolean) => botIsIn(place) && (place.kind === 'personal' || mention);
  const mustBeIn = (place: Place) => {
    if (!membersOf(place).includes(by)) throw new Error(`Teams client: ${by.name} is not in that ${place.kind}`);
  };

  async function says(place: Place, text: string, options: Says = {}): Promise<Said> {
    return speak(place, text, [], options);
  }

  async function speak(place: Place, text: string, files: InboundActivity[], options: Says): Promise<Said> {
    mustBeIn(place);
    if (place.kind === 'personal' && !botIsIn(place)) {
      throw new Error(`Teams client: ${by.name} has no chat with ${bot.name} before the app is installed`);
    }
    const mention = options.mention ?? place.kind !== 'personal';
    const spoken = mention ? `<at>${bot.name}</at>${options.gap ?? '\u00a0'}${text}` : text;
    const entities = [
      ...(mention ? [mentionOf(bot.id, bot.name)] : []),
      ...(options.alsoMentions ?? []).map((person) => mentionOf(person.id, person.name)),
    ];
    const root = options.inThreadOf?.conversationId.split(';messageid=')[1] ?? null;
    const content = { text: spoken || null, summary: null, card: null, activity: null, alert: false };
    const message = state.post({ place, threadId: root, from: by, ...content });
    if (!hears(place, mention)) return { ...NOT_TOLD, message, heard: false };

    const activity = inbound.inPlace(by, place, message.conversationId, {
      type: 'message',
      id: message.id,
      ...(spoken === '' ? {} : { text: spoken, textFormat: 'plain' }),
      ...(root === null ? {} : { replyToId: root }),
      // The same words once more as HTML: clients always send this attachment, and it is no file.
      attachments: [...files, { contentType: 'text/html', content: `<p>${spoken}</p>` }],
      entities,
    });
    const { status, body } = await perform(stage, by, activity);
    return { status, body, message, heard: true };
  }

  return {
    /** Says something in a place. In channels and group chats the bot is mentioned unless `mention: false`. */
    says,

    /** Sends a file. Only in the personal chat does the bot get it; elsewhere it gets the words alone (PLATFORMS T50). */
    async sendsFile(bytes: Uint8Array, name: string, options: Says & { place?: Place; text?: string } = {}) {
      const { place = state.directory.personalChat(by), text = '', ...how } = options;
      if (place.kind !== 'personal') return speak(place, text, [], how);
      const { url, id } = stage.shareFile(bytes, name);
      const file = {
        contentType: 'application/vnd.microsoft.teams.file.download.info',
        contentUrl: `https://example.sharepoint.com/personal/${encodeURIComponent(by.givenName)}/Documents/${encodeURIComponent(name)}`,
        name,
        content: { downloadUrl: url, uniqueId: id, fileType: name.split('.').at(-1) ?? '' },
      };
      return speak(place, text, [file], how);
    },

    /** Changes what this person said before. The bot hears of it where it heard the first. */
    async edits(message: Message, text: string): Promise<Answer> {
      mustBeOwn(message);
      const mention = message.text?.startsWith(`<at>${bot.name}</at>`) ?? false;
      message.text = mention ? `<at>${bot.name}</at>\u00a0${text}` : text;
      message.edits += 1;
      state.changed();
      if (!hears(message.place, mention)) return NOT_TOLD;
      const entities = mention ? [mentionOf(bot.id, bot.name)] : [];
      return tellOf(message, 'messageUpdate', 'editMessage', { text: message.text, textFormat: 'plain', entities });
    },

    /** Deletes what this person said. */
    async deletes(message: Message): Promise<Answer> {
      mustBeOwn(message);
      message.deleted = true;
      state.changed();
      const mention = message.text?.startsWith(`<at>${bot.name}</at>`) ?? false;
      return hears(message.place, mention) ? tellOf(message, 'messageDelete', 'softDeleteMessage', {}) : NOT_TOLD;
    },

    /** Takes a deletion back. */
    async undeletes(message: Message): Promise<Answer> {
      mustBeOwn(message);
      message.deleted = false;
      state.changed();
      return tellOf(message, 'messageUpdate', 'undeleteMessage', { text: message.text, textFormat: 'plain' });
    },

    /** Puts a reaction (`like`, `heart`, `laugh` …) on one of the bot's messages, or takes it away. */
    async reacts(message: Message, type: string, { takenAway = false } = {}): Promise<Answer> {
      mustBeIn(message.place);
      if (message.from !== 'bot' || !botIsIn(message.place)) return NOT_TOLD;
      const reactions = { [takenAway ? 'reactionsRemoved' : 'reactionsAdded']: [{ type }] };
      return tellOf(message, 'messageReaction', null, { ...reactions, replyToId: message.id });
    },

    /** Delivers this person's last activity once more, byte for byte the same, as Teams does after a slow or strange answer (PLATFORMS T20). */
    async repeatsLast(): Promise<Answer> {
      const last = stage.lastOf.get(by);
      if (!last) throw new Error(`Teams stand-in: ${by.name} has not done anything that could be repeated`);
      return stage.link.deliver(by, last);
    },

    /** This person's chat with the bot. */
    chat(): PersonalChat {
      return state.directory.personalChat(by);
    },
  };

  function mustBeOwn(message: Message): void {
    if (message.from !== by) throw new Error(`Teams client: ${by.name} can only change messages of their own`);
  }

  async function tellOf(message: Message, type: string, eventType: string | null, more: InboundActivity) {
    const { status, body } = await perform(
      stage,
      by,
      inbound.inPlace(by, message.place, message.conversationId, {
        type,
        ...(type === 'messageReaction' ? {} : { id: message.id }),
        ...(eventType === null ? {} : { channelData: { eventType } }),
        ...more,
      }),
    );
    return { status, body };
  }
}
