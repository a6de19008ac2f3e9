import type { webApi } from '@slack/bolt';
import { languageOf } from '#chat/meet.ts';
import type { Incoming, Visitor, Where } from '#chat/port.ts';
import type { SlackConfig } from '#config.ts';
import type { Acquaintances } from './acquaintances.ts';
import { readPressed } from './button.ts';
import { incomingFile } from './fetch-file.ts';
import { filesIn, filledIn, type SlackFile } from './field-state.ts';
import { admits, homeOf, type Own, originOf } from './own.ts';
import type { CommandBody, EventBody, PressBody, SubmitBody } from './payload.ts';
import type { Act, Stage } from './stage.ts';
import { type Opening, windowData } from './to-view.ts';
import { readTyped } from './typed-text.ts';

/** What reading needs. */
export interface Reading {
  own: Own;
  people: Acquaintances;
  client: webApi.WebClient;
  config: SlackConfig;
}

/** An act, a file to be sent to whoever acts, nothing for Klar, or an act by somebody whose workspace is not admitted, with where to tell them. */
export type Read = Act | { file: string; stage: Stage } | { stranger: Visitor; stage: Stage } | undefined;

const directName = 'directmessage';

/** A typed `/klar …` (S32). */
export async function readCommand(reading: Reading, body: CommandBody): Promise<Read> {
  const [by, at] = await Promise.all([
    whoActs(reading, body.user_id, body),
    whereTyped(reading, body.user_id, body.channel_id, body.channel_name),
  ]);
  const from: Opening = { ...at.from, ...(body.response_url ? { responseUrl: body.response_url } : {}) };
  const stage = { ...stageOf(by, from), trigger: body.trigger_id, line: body.text };
  return act(reading, by, stage, await typed(reading, body.trigger_id, by, at.where, body.text));
}

/** Something said to Klar in a channel or in its own chat, with files or without (S37). */
export async function readSaid(reading: Reading, body: EventBody): Promise<Read> {
  const { event } = body;
  if (!event.user || !event.channel || event.bot_id) return undefined;
  const personal = event.channel_type === 'im' || event.channel.startsWith('D');
  if (personal) reading.people.learnDirectChat(event.user, event.channel);
  const [by, where] = await Promise.all([
    whoActs(reading, event.user, body),
    personal ? reading.people.own(event.channel) : reading.people.shared(event.channel),
  ]);
  if (by.bot) return undefined;
  const from: Opening = { ...fromOf(where), ...(event.thread_ts ? { thread: event.thread_ts } : {}) };
  const line = event.text ?? '';
  const stage = { ...stageOf(by, from), line, hasFiles: (event.files ?? []).length > 0 };
  return act(reading, by, stage, await typed(reading, body.event_id, by, where, line, event.files));
}

/** A press on a button, in a message, a window or Home. Presses that only open a link are nothing. */
export async function readPress(reading: Reading, body: PressBody): Promise<Read> {
  const asked = body.actions.map(readPressed).find((each) => each !== undefined);
  if (!asked) return undefined;
  const by = await whoActs(reading, body.user.id, body);
  const at = body.view
    ? await whereShown(reading, body.user.id, body.view)
    : await wherePressed(reading, body.user.id, body);
  if (!at) return undefined;
  const modal = body.view?.type === 'modal' ? body.view : undefined;
  const stage: Stage = {
    ...stageOf(by, at.from),
    trigger: modal ? undefined : body.trigger_id,
    ...(modal ? { window: { id: modal.id, made: false }, shown: modal } : {}),
  };
  if ('file' in asked) return admitted(reading, by) ? { file: asked.file, stage } : { stranger: by, stage };
  if ('again' in asked) {
    return act(
      reading,
      by,
      { ...stage, line: asked.again },
      await typed(reading, body.trigger_id, by, at.where, asked.again),
    );
  }
  const state = body.view?.state ?? body.state;
  const values = { ...asked.data, ...(asked.withInputs && state ? filledIn(state.values) : {}) };
  return act(reading, by, stage, { type: 'press', id: body.trigger_id, by, where: at.where, verb: asked.verb, values });
}

/** A form that was sent off. Sent twice it has the same id, so that what comes of it is the same. */
export async function readSubmit(reading: Reading, body: SubmitBody): Promise<Read> {
  const { view } = body;
  const [by, at] = await Promise.all([whoActs(reading, body.user.id, body), whereShown(reading, body.user.id, view)]);
  const send = windowData.safeParse(parsed(view.private_metadata)).data?.send;
  if (!at || !send) return undefined;
  const id = `${view.id}:${view.hash}`;
  const state = view.state?.values ?? {};
  const stage: Stage = { ...stageOf(by, at.from), shown: view };
  const files = filesIn(state);
  const pressed = 'line' in send ? (files.length > 0 ? undefined : send.without) : send;
  if (pressed) {
    const values = { ...pressed.data, ...filledIn(state) };
    return act(reading, by, stage, { type: 'press', id, by, where: at.where, verb: pressed.verb, values });
  }
  const line = 'line' in send ? send.line : '';
  const incoming = await typed(reading, id, by, at.where, line, files);
  return act(reading, by, { ...stage, line, hasFiles: true }, incoming);
}

/** Home was opened (S19). */
export async function readHome(reading: Reading, body: EventBody): Promise<Read> {
  const { event } = body;
  if (!event.user || event.tab !== 'home') return undefined;
  if (event.channel) reading.people.learnDirectChat(event.user, event.channel);
  const [by, at] = await Promise.all([
    whoActs(reading, event.user, body),
    whereTyped(reading, event.user, '', directName),
  ]);
  const stage = stageOf(by, { ...at.from, home: true });
  return act(reading, by, stage, { type: 'home', id: body.event_id, by, where: at.where });
}

/** Klar was brought into a channel by somebody. */
export async function readArrived(reading: Reading, body: EventBody): Promise<Read> {
  const { event } = body;
  if (event.user !== reading.own.botUser || !event.channel || !event.inviter) return undefined;
  const [by, where] = await Promise.all([
    // The envelope and `team` speak of the bot that joined; the profile tells whether the inviter is a stranger.
    reading.people.visitor(event.inviter, homeOf(reading.own, [])),
    reading.people.shared(event.channel),
  ]);
  return act(reading, by, stageOf(by, fromOf(where)), { type: 'arrived', id: body.event_id, by, where });
}

/** Klar was taken out of a channel, or out of the whole workspace: then of every place that it knows of. */
export async function readLeft(reading: Reading, body: EventBody): Promise<Incoming[]> {
  const { event } = body;
  if (event.type === 'tokens_revoked' && (event.tokens?.bot ?? []).length === 0) return [];
  const user = event.actor_id ?? reading.own.botUser;
  const by = { surface: 'slack' as const, workspace: homeOf(reading.own, []), user, address: {} };
  const channel = event.channel;
  const places = channel ? [await reading.people.shared(channel)] : [...reading.people.places.values()];
  return places.map((where) => ({ type: 'left', id: `${body.event_id}:${where.key}`, by, where }));
}

function act(reading: Reading, by: Visitor, stage: Stage, incoming: Incoming): Read {
  return admitted(reading, by) ? { incoming, stage } : { stranger: by, stage };
}

const admitted = ({ own }: Reading, { workspace }: Visitor): boolean =>
  workspace === homeOf(own, []) || admits(own, [workspace]);

async function whoActs({ own, people }: Reading, user: string, body: object): Promise<Visitor & { bot: boolean }> {
  return people.visitor(user, homeOf(own, originOf(body as Record<string, unknown>).actor));
}

const stageOf = (by: Visitor, from: Opening): Stage => ({
  user: by.user,
  language: languageOf(by.locale, 'nb'),
  from,
});

const fromOf = (where: Where): Opening => ({
  channel: where.key,
  kind: where.kind,
  ...(where.name ? { name: where.name } : {}),
});

/** The place of a command. In a direct chat that is not Klar's own, the place is the person's own chat all the same. */
async function whereTyped(
  { people }: Reading,
  user: string,
  channel: string,
  name: string,
): Promise<{ where: Where; from: Opening }> {
  if (name !== directName && !channel.startsWith('D')) {
    const where = await people.shared(channel, name);
    return { where, from: fromOf(where) };
  }
  const own = (await people.directChat(user)) ?? channel;
  const where = people.own(own);
  return { where, from: { ...fromOf(where), ...(own === channel || channel === '' ? {} : { elsewhere: true }) } };
}

/** The place of a message with buttons, and whether the message is this person's alone. */
async function wherePressed(reading: Reading, user: string, body: PressBody) {
  const { channel, container } = body;
  if (!channel) return undefined;
  const at = await whereTyped(reading, user, channel.id, channel.name);
  const ephemeral = container.is_ephemeral === true;
  const personal = at.where.kind === 'personal';
  const own = ephemeral ? ('ephemeral' as const) : container.message_ts ? { ts: container.message_ts } : undefined;
  const from: Opening = {
    ...at.from,
    ...(container.thread_ts ? { thread: container.thread_ts } : {}),
    ...(body.response_url ? { responseUrl: body.response_url } : {}),
    ...(own && (ephemeral || personal) ? { own } : {}),
  };
  return { where: at.where, from };
}

/** The place that a window was opened from; Home is the person's own chat. */
async function whereShown(reading: Reading, user: string, view: { type: string; private_metadata: string }) {
  if (view.type === 'home') {
    const at = await whereTyped(reading, user, '', directName);
    return { where: at.where, from: { ...at.from, home: true as const } };
  }
  const from = windowData.safeParse(parsed(view.private_metadata)).data?.from;
  if (!from) return undefined;
  const where =
    from.kind === 'personal' ? reading.people.own(from.channel) : await reading.people.shared(from.channel, from.name);
  return { where: { ...where, kind: from.kind }, from };
}

async function typed(
  { own, people, client, config }: Reading,
  id: string,
  by: Visitor,
  where: Where,
  raw: string,
  files: SlackFile[] = [],
): Promise<Incoming> {
  const { text, users } = readTyped(raw, own.botUser);
  const mentions = await Promise.all(users.map((user) => people.visitor(user, homeOf(own, []))));
  return {
    type: 'command',
    id,
    by,
    where,
    text,
    ...(mentions.length > 0 ? { mentions } : {}),
    ...(files.length > 0 ? { files: files.map((file) => incomingFile(file, client, config)) } : {}),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
