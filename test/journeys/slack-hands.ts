import { fieldOf } from '#slack/field.ts';
import { type Field, fieldsOf } from '../doubles/slack/fields.ts';
import { readable } from '../doubles/slack/readable.ts';
import type { SlackStandIn } from '../doubles/slack/stand-in.ts';
import {
  type Block,
  dicts,
  type FieldValues,
  isDict,
  type SlackMessage,
  type SlackView,
} from '../doubles/slack/types.ts';
import { optionsOf } from '../doubles/slack/validate-elements.ts';
import { cast, type Name, names, type Room } from './cast.ts';
import { type Inputs, plainly, type Sheet, type Shown, type Taken, type Told, whichOf } from './stage.ts';

type Fetching = (address: string) => Promise<Taken>;

/** A window remembers where its person was when it opened: there its answer is shown. */
type Handle = { channel: string } & ({ is: 'message'; ts: string } | { is: 'window' });

/** What people do and read in Slack, whichever Klar is behind it. */
export function slackHands({
  slack,
  people,
  rooms,
}: {
  slack: SlackStandIn;
  people: Record<Name, string>;
  rooms: { all: string; team: string };
}) {
  const channelOf = (who: Name, where: Room) => (where === 'own' ? slack.directChat(people[who]) : rooms[where]);

  const ofMessage = (message: SlackMessage): Shown => ({
    text: plainly(message.blocks.length > 0 ? readable(message.blocks) : [message.text]),
    handle: { is: 'message', channel: message.channel, ts: message.ts } satisfies Handle,
  });
  const ofWindow = (view: SlackView, channel: string): Shown => ({
    text: plainly(readable([view.title, view.blocks, view.submit])),
    handle: { is: 'window', channel } satisfies Handle,
  });

  /**
   * All that Klar shows to this person alone where they are, newest last, by what makes it another when it changes.
   * Elsewhere something may come in the meantime that is no answer.
   */
  function forMeAlone(who: Name, channel: string): Map<string, Shown> {
    const own = slack.directChat(people[who]);
    const here = slack.ephemerals(people[who]).filter((message) => message.channel === channel);
    const view = slack.openView(people[who]);
    return new Map([
      ...[...(channel === own ? slack.posted(own) : []), ...here].map((message): [string, Shown] => [
        JSON.stringify(message),
        ofMessage(message),
      ]),
      ...(view ? [[`${view.id} ${view.hash}`, ofWindow(view, channel)] as [string, Shown]] : []),
    ]);
  }

  /** What is new for this person alone after an act; with `openly`, what Klar has newly posted for everyone counts as well. */
  async function answered(
    who: Name,
    channel: string,
    act: () => Promise<unknown>,
    { openly = false } = {},
  ): Promise<Told> {
    const before = forMeAlone(who, channel);
    const posted = new Set(slack.posted(channel).map(({ ts }) => ts));
    await act();
    const found = await slack.until(
      () => {
        const mine = [...forMeAlone(who, channel)].filter(([key]) => !before.has(key)).at(-1)?.[1];
        const shared = openly ? slack.posted(channel).findLast(({ ts }) => !posted.has(ts)) : undefined;
        return mine ?? (shared && ofMessage(shared));
      },
      { what: `an answer to ${who}` },
    );
    return { text: found.text, card: found };
  }

  /** What was filled in, under the names that Slack's fields have. */
  const valuesFor = (blocks: readonly Block[], inputs: Inputs): FieldValues =>
    Object.fromEntries(
      Object.entries(inputs).map(([id, value]) => {
        const field = fieldsOf(blocks).find(({ actionId }) => fieldOf(actionId) === id);
        if (!field) throw new Error(`There is no field ${id}`);
        const several = ['checkboxes', 'multi_static_select'].includes(field.type);
        return [field.key, several ? value.split(',') : value];
      }),
    );

  /** A button by its words, or the menu that holds it. */
  function buttonOrMenu(blocks: readonly Block[], button: string): { target: string; choose?: string } {
    const { words, nth } = whichOf(button);
    const wordsOn = ({ element }: Field) => (isDict(element.text) ? element.text.text : undefined);
    const menu = fieldsOf(blocks).find(
      (field) =>
        field.type === 'overflow' &&
        optionsOf(field.element).some((option) => isDict(option.text) && option.text.text === words),
    );
    const buttons = fieldsOf(blocks).filter((field) => wordsOn(field) === words);
    if (nth !== undefined) return { target: buttons[nth - 1]?.key ?? button };
    return menu && buttons.length === 0 ? { target: menu.key, choose: words } : { target: words };
  }

  async function submits(who: Name, view: SlackView, channel: string, inputs: Inputs): Promise<Told> {
    const before = new Set(forMeAlone(who, channel).keys());
    const came = await slack.as(people[who]).submit(valuesFor(view.blocks, inputs));
    if (came.outcome === 'errors') {
      const [block = '', text = ''] = Object.entries(came.errors)[0] ?? [];
      const field = fieldsOf(view.blocks).find((one) => one.block.block_id === block);
      return { text, field: fieldOf(field?.actionId ?? '') ?? '' };
    }
    if (came.outcome === 'failed') throw new Error(`Slack shows a failure: ${came.status} ${came.body}`);
    const found = await slack.until(
      () => [...forMeAlone(who, channel)].filter(([key]) => !before.has(key)).at(-1)?.[1],
    );
    return { text: found.text, card: found };
  }

  async function pressed(who: Name, on: Shown, button: string, inputs: Inputs): Promise<unknown> {
    const handle = on.handle as Handle;
    const person = slack.as(people[who]);
    const view = slack.openView(people[who]);
    if (handle.is === 'window') {
      if (!view) throw new Error(`${who} has no window open`);
      const { target, choose } = buttonOrMenu(view.blocks, button);
      return person.pressInView(target, { values: valuesFor(view.blocks, inputs), ...(choose ? { choose } : {}) });
    }
    const message = [...slack.messages(handle.channel), ...slack.ephemerals(people[who])].find(
      ({ ts, channel }) => ts === handle.ts && channel === handle.channel,
    );
    if (!message) throw new Error('The message is gone');
    const { target, choose } = buttonOrMenu(message.blocks, button);
    return person.press(message, target, {
      values: valuesFor(message.blocks, inputs),
      ...(choose ? { choose } : {}),
    });
  }

  const blocksOf = (who: Name, { handle }: Shown): readonly Block[] => {
    const { is, channel, ...named } = handle as Handle;
    if (is === 'window') return slack.openView(people[who])?.blocks ?? [];
    const all = [...slack.messages(channel), ...slack.ephemerals(people[who])];
    return all.find((one) => 'ts' in named && one.ts === named.ts && one.channel === channel)?.blocks ?? [];
  };
  const uploaded = (id: unknown): Uint8Array => {
    const file = slack.file(String(id));
    if (!file) throw new Error(`Slack has no file ${String(id)}`);
    return file.bytes;
  };

  const isSubmit = (view: SlackView | undefined, words: string): view is SlackView => {
    const submit = String(view?.submit?.text ?? '');
    // A window's button holds 24 letters (PLATFORMS S18).
    return submit !== '' && words.startsWith(submit.replace(/…$/, ''));
  };

  async function saysIn(who: Name, channel: string, line: string): Promise<Told> {
    const text = names.reduce((so, other) => so.replaceAll(`@${cast[other].name}`, `<@${people[other]}>`), line);
    const act = () => slack.as(people[who]).command('/klar', text, channel);
    return answered(who, channel, act, { openly: true });
  }

  return {
    surface: 'slack' as const,
    slack,
    people,
    rooms,

    says: (who: Name, where: Room, line: string): Promise<Told> => saysIn(who, channelOf(who, where), line),
    saysIn,

    async sends(who: Name, file: Sheet): Promise<Told> {
      const person = slack.as(people[who]);
      const asked = await answered(who, rooms.all, () => person.command('/klar', 'importer', rooms.all));
      const view = slack.openView(people[who]);
      if (!view) throw new Error(`Klar opened no window for a file, but said «${asked.text}»`);
      const before = new Set(forMeAlone(who, rooms.all).keys());
      await person.submit({ 'klar:file': [person.uploadFile(file)] });
      const found = await slack.until(
        () => [...forMeAlone(who, rooms.all)].filter(([key]) => !before.has(key)).at(-1)?.[1],
      );
      return { text: found.text, card: found };
    },

    async presses(who: Name, on: Shown, button: string, inputs: Inputs = {}): Promise<Told> {
      const { is, channel } = on.handle as Handle;
      const view = is === 'window' ? slack.openView(people[who]) : undefined;
      if (isSubmit(view, button)) return submits(who, view, channel, inputs);
      return answered(who, channel, () => pressed(who, on, button, inputs));
    },

    /** What Slack shows to one person alone stays as it was, so that late is nothing else than before. */
    pressesLate: (who: Name, on: Shown, button: string): Promise<Told> =>
      answered(who, (on.handle as Handle).channel, () => pressed(who, on, button, {})),

    async setsForAll(who: Name, on: Shown, button: string): Promise<void> {
      await pressed(who, on, button, {});
    },

    async repeats(who: Name): Promise<void> {
      await slack.repeatLast();
      await slack.settled();
      if (!slack.deliveries().at(-1)?.payload) throw new Error(`${who} has done nothing`);
    },

    async reads(who: Name, where: Room): Promise<Shown[]> {
      const channel = channelOf(who, where);
      const mine = slack.ephemerals(people[who]).filter((message) => message.channel === channel);
      return [...slack.posted(channel), ...mine].sort((a, b) => (a.ts < b.ts ? -1 : 1)).map(ofMessage);
    },

    /** By Klar's address, or, where Slack's machines do not reach Klar, as Slack keeps them. */
    async seesPictures(who: Name, on: Shown, fetches: Fetching): Promise<(Taken & { alt: string })[]> {
      const pictures = dicts(blocksOf(who, on)).filter(({ type }) => type === 'image');
      return Promise.all(
        pictures.map(async ({ image_url: url, slack_file: file, alt_text: alt }) => ({
          ...(url === undefined ? { bytes: uploaded(isDict(file) ? file.id : undefined) } : await fetches(String(url))),
          alt: String(alt),
        })),
      );
    },

    /** A button with an address is followed; one without gets the file sent into the person's own chat. */
    async takes(who: Name, on: Shown, button: string, fetches: Fetching): Promise<Taken> {
      const blocks = blocksOf(who, on);
      const found = fieldsOf(blocks).find(({ element }) => isDict(element.text) && element.text.text === button);
      if (!found) throw new Error(`There is no «${button}»`);
      if (typeof found.element.url === 'string') return fetches(found.element.url);
      const own = slack.directChat(people[who]);
      const before = slack.posted(own).length;
      await pressed(who, on, button, {});
      const [file] = await slack.until(
        () =>
          slack
            .posted(own)
            .slice(before)
            .find(({ files }) => files.length > 0)?.files,
      );
      if (!file) throw new Error('No file came');
      // Elsewhere a sentence says where the file is.
      await slack.settled();
      return { bytes: file.bytes };
    },

    async mentionsOf(who: Name, where: Room): Promise<number> {
      const channel = channelOf(who, where);
      const posts = slack
        .calls('chat.postMessage')
        .filter(({ args, outcome }) => outcome === 'ok' && args.channel === channel);
      return posts.filter(({ args }) => JSON.stringify(args.blocks).includes(`"user_id":"${people[who]}"`)).length;
    },
  };
}
