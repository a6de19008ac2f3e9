/** The things a workspace holds, in the shapes the stand-in keeps them. Only `method-*.ts` and `payloads.ts` turn them into wire shapes. */

/** Any JSON object. */
export type Dict = Record<string, unknown>;

/** A block as stored: Slack has given it a `block_id`, and its elements an `action_id`, if the app had not. */
export type Block = Dict & { type: string; block_id: string };

/** A member of the workspace, the bot itself, or a stranger from another one (`teamId` differs). */
export interface SlackUser {
  id: string;
  teamId: string;
  /** The handle that people type after an @. */
  name: string;
  realName: string;
  email: string | null;
  /** For example `nb-NO`. */
  locale: string;
  /** For example `Europe/Oslo`. */
  tz: string;
  /** X4: a guest of several channels or of a single one. */
  restricted: 'no' | 'multi' | 'single';
  bot: boolean;
  deleted: boolean;
}

/** A channel or a direct chat. */
export interface SlackChannel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: Set<string>;
  /** X5: shared with another workspace. */
  shared: boolean;
  archived: boolean;
}

/** A message as it stands now; an ephemeral one names the only person who sees it. */
export interface SlackMessage {
  channel: string;
  ts: string;
  user: string;
  /** Set when the app posted it. */
  botId: string | null;
  text: string;
  blocks: Block[];
  threadTs: string | null;
  metadata: Dict | null;
  /** ts of the last edit, null while unedited. */
  editedTs: string | null;
  files: SlackFile[];
  ephemeralTo: string | null;
}

/** A file with its bytes. */
export interface SlackFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  user: string;
  bytes: Uint8Array;
  /** Channels it was shared in. */
  channels: string[];
  createdAt: number;
}

/** A modal or home as Slack holds it: the fields of the wire shape, and whose it is. */
export interface SlackView {
  id: string;
  userId: string;
  type: 'modal' | 'home';
  title: Dict | null;
  submit: Dict | null;
  close: Dict | null;
  blocks: Block[];
  privateMetadata: string;
  callbackId: string;
  externalId: string;
  clearOnClose: boolean;
  notifyOnClose: boolean;
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
  /** What the person has filled in so far, by `block_id/action_id`. */
  typed: Map<string, FieldValue>;
}

/** What a person puts in a field: text, number, the value or label of an option, several of them, files, or nothing. */
export type FieldValue = string | number | readonly string[] | readonly SlackFile[] | null;

/** Values by `action_id`, or by `block_id/action_id` where an action_id stands twice. */
export type FieldValues = Record<string, FieldValue>;

/** One call of the bot to the Web API. */
export interface SlackCall {
  method: string;
  /** The arguments, JSON ones parsed, without the token. */
  args: Dict;
  /** Milliseconds of the workspace's clock. */
  at: number;
  /** `pending`, then `ok`, the error's name, `ratelimited`, `http 503`, `dropped` (applied, the answer lost) or `lost` (never applied). */
  outcome: string;
}

/** Whether a value is a JSON object. */
export function isDict(value: unknown): value is Dict {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; an empty list for anything else. */
export function dicts(value: unknown): Dict[] {
  return Array.isArray(value) ? value.filter(isDict) : [];
}
