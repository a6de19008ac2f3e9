import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Incoming, Visitor } from '#chat/port.ts';
import { type Act, conversationKey } from './activity.ts';
import type { Line } from './bot-framework.ts';
import { filesOf } from './fetch-file.ts';
import { pastedTable } from './pasted-table.ts';
import { readText } from './read-text.ts';
import type { Roster } from './roster.ts';
import { mentionedVisitor, visitorOf, whereOf } from './who-and-where.ts';

/** What an activity means to Klar. */
export type Meaning =
  /** An act, to be handled. `pressed`: a button that wants an invoke's answer. */
  | { kind: 'act'; incoming: Incoming; pressed: boolean }
  /** A button's invoke that Klar cannot read. */
  | { kind: 'unreadable' }
  /** Nothing that Klar acts on: reactions, edits, members, and whatever Teams will think of (PLATFORMS T34). */
  | { kind: 'nothing' };

export interface Reading {
  line: Line;
  roster: Roster;
  /** `host:port` from which files may come besides Teams' own hosts. */
  localHost: string | undefined;
}

const pressed = z.looseObject({
  action: z.looseObject({ verb: z.string().min(1), data: z.record(z.string(), z.unknown()).nullish() }),
  trigger: z.string().nullish(),
});
const submitted = z.looseObject({ verb: z.string().min(1) });

/** Reads an activity of Teams. Looks up who people are, briefly, except for what a client asks by itself (T17). */
export async function toIncoming(act: Act, reading: Reading): Promise<Meaning> {
  switch (act.type) {
    case 'message':
      return message(act, reading);
    case 'invoke':
      return act.name === 'adaptiveCard/action' ? press(act, reading) : { kind: 'nothing' };
    case 'installationUpdate':
      if (act.action === 'add') return event(act, reading, 'arrived');
      return act.action === 'remove' ? event(act, reading, 'left') : { kind: 'nothing' };
    case 'conversationUpdate': {
      const isKlar = ({ id }: { id: string }) => id === act.recipient?.id;
      if (act.channelData?.eventType?.startsWith('channel') && act.channelData.team) {
        reading.roster.forgetChannels(act.channelData.team.id);
      }
      if (act.membersAdded?.some(isKlar)) return event(act, reading, 'arrived');
      return act.membersRemoved?.some(isKlar) ? event(act, reading, 'left') : { kind: 'nothing' };
    }
    default:
      return { kind: 'nothing' };
  }
}

async function message(act: Act, reading: Reading): Promise<Meaning> {
  const by = { ...(await basics(act, reading)), id: idOf(act) };
  // A button's fallback in an old client: a message with a value and no text (T12, T18).
  const form = submitted.safeParse(act.value);
  if (form.success) {
    const { verb, ...values } = form.data;
    return { kind: 'act', pressed: false, incoming: { ...by, type: 'press', verb, values: plainValues(values) } };
  }
  const table = pastedTable(act);
  const { text, others } = table === undefined ? readText(act) : { text: table, others: [] };
  const files = filesOf(act, reading.localHost);
  const { text: typed, mentions } = await whoIsMeant(act, reading, text, others);
  return {
    kind: 'act',
    pressed: false,
    incoming: {
      ...by,
      type: 'command',
      text: typed,
      ...(mentions.length > 0 ? { mentions } : {}),
      ...(files.length > 0 ? { files } : {}),
    },
  };
}

/** botbuilder hands on the action alone; that a client asked by itself stands beside it (T13). */
async function press(act: Act, reading: Reading): Promise<Meaning> {
  const parsed = pressed.safeParse(act.value);
  if (!parsed.success) return { kind: 'unreadable' };
  const { action, trigger } = parsed.data;
  const automatic = trigger === 'automatic';
  const by = automatic
    ? { by: visitorOf(act, reading.line, undefined), where: whereOf(act, reading.line) }
    : await basics(act, reading);
  const values = plainValues(action.data ?? {});
  return {
    kind: 'act',
    pressed: true,
    incoming: { ...by, id: idOf(act), type: 'press', verb: action.verb, values, ...(automatic ? { automatic } : {}) },
  };
}

/** A team's events carry the team's name, and its id is General's (T33). */
function event(act: Act, { line }: Reading, type: 'arrived' | 'left'): Meaning {
  const where = whereOf(act, line, act.channelData?.team?.name ?? undefined);
  return { kind: 'act', pressed: false, incoming: { type, id: idOf(act), by: visitorOf(act, line, undefined), where } };
}

async function basics(act: Act, { line, roster }: Reading) {
  const key = conversationKey(act.conversation.id);
  const team = act.channelData?.team?.id;
  const [known, name] = await Promise.all([
    roster.member(line, key, act.from.id),
    team && team !== key ? roster.channelName(line, team, key) : undefined,
  ]);
  return { by: visitorOf(act, line, known), where: whereOf(act, line, name) };
}

/** The object ids of those who are mentioned. Whom Teams does not know stays a name: Klar never guesses who is meant. */
async function whoIsMeant(act: Act, { line, roster }: Reading, text: string, others: { id: string; name: string }[]) {
  const key = conversationKey(act.conversation.id);
  const found = await Promise.all(others.map(({ id }) => roster.mentioned(line, key, id)));
  const mentions: Visitor[] = [];
  const typed = text.replace(/@\{(\d+)\}/gu, (_, index: string) => {
    const member = found[Number(index)];
    const visitor = member && mentionedVisitor(member, line);
    return visitor ? `@{${mentions.push(visitor) - 1}}` : (others[Number(index)]?.name ?? '');
  });
  return { text: typed, mentions };
}

/** What a button carries and what was filled in, as text. Teams' own settings in `msteams` are no value. */
function plainValues(data: Record<string, unknown>): Record<string, string> {
  const simple = Object.entries(data).filter(
    ([key, value]) => key !== 'msteams' && ['string', 'number', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(simple.map(([key, value]) => [key, String(value)]));
}

/** The same activity delivered twice has the same id (T20); one without an id is known by what it holds. */
function idOf(act: Act): string {
  const own = act.id ?? createHash('sha256').update(JSON.stringify(act)).digest('base64url');
  return `${act.conversation.id} ${act.type} ${own}`;
}
