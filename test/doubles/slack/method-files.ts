import { RATES } from './limits.ts';
import type { Desk, Methods } from './method.ts';
import { Refusal } from './refusal.ts';
import { dicts, type SlackFile } from './types.ts';
import { wireFile } from './wire.ts';

/** Files whose upload was announced: the bytes are missing until the address was posted to (S28). */
export class Uploads {
  readonly #announced = new Map<string, { file: SlackFile; length: number; received: boolean }>();

  /** Announces a file of the bot; the returned id names the upload too. */
  announce(file: SlackFile, length: number): void {
    this.#announced.set(file.id, { file, length, received: false });
  }

  /** Takes the bytes; false when nobody announced them or their number is wrong. */
  receive(id: string, bytes: Uint8Array): boolean {
    const upload = this.#announced.get(id);
    if (upload === undefined || bytes.byteLength !== upload.length) return false;
    upload.file.bytes = bytes;
    upload.received = true;
    return true;
  }

  /** The file once its bytes are there; undefined before, or when it was completed already. */
  complete(id: string): SlackFile | undefined {
    const upload = this.#announced.get(id);
    if (upload === undefined || !upload.received) return undefined;
    this.#announced.delete(id);
    return upload.file;
  }
}

/** files.*: the three steps of an upload, and what is known of a file (S28, S37). */
export function fileMethods(uploads: Uploads): Methods {
  return {
    'files.info': {
      scopes: ['files:read'],
      rate: RATES.tier4,
      run: (args, { workspace, baseUrl }) => {
        const file = workspace.files.get(args.required('file'));
        if (file === undefined) throw new Refusal('file_not_found');
        return { file: wireFile(workspace, file, baseUrl) };
      },
    },

    'files.getUploadURLExternal': {
      scopes: ['files:write'],
      rate: RATES.tier4,
      run: (args, { workspace, baseUrl }) => {
        const name = args.required('filename');
        const length = args.number('length', 0, Number.MAX_SAFE_INTEGER);
        if (length === 0) throw new Refusal('invalid_arguments');
        const file: SlackFile = {
          id: workspace.id('F'),
          name,
          title: name,
          mimetype: mimetype(name),
          user: workspace.botUserId,
          bytes: new Uint8Array(),
          channels: [],
          createdAt: workspace.now(),
        };
        uploads.announce(file, length);
        return { upload_url: `${baseUrl}/upload/v1/${file.id}`, file_id: file.id };
      },
    },

    'files.completeUploadExternal': {
      scopes: ['files:write'],
      rate: RATES.tier4,
      run: (args, desk) => {
        const { workspace, baseUrl } = desk;
        const channel = args.string('channel_id');
        if (channel !== undefined) assertSharable(channel, desk);
        const files = dicts(args.all.files).map(({ id, title }) => {
          const file = uploads.complete(String(id));
          if (file === undefined) throw new Refusal('file_not_found');
          file.title = typeof title === 'string' ? title : file.title;
          if (channel !== undefined) file.channels.push(channel);
          workspace.files.set(file.id, file);
          return file;
        });
        if (files.length === 0) throw new Refusal('invalid_arguments');
        if (channel !== undefined) {
          workspace.post({
            channel,
            user: workspace.botUserId,
            botId: workspace.botId,
            text: args.string('initial_comment') ?? '',
            threadTs: args.string('thread_ts') ?? null,
            files,
          });
        }
        workspace.changed();
        return { files: files.map((file) => wireFile(workspace, file, baseUrl)) };
      },
    },
  };
}

function assertSharable(channelId: string, { workspace }: Desk): void {
  const channel = workspace.channels.get(channelId);
  if (channel === undefined) throw new Refusal('channel_not_found');
  if (!workspace.botIn(channel)) throw new Refusal('not_in_channel');
}

/** The media type that goes with a file's ending. */
export function mimetype(name: string): string {
  const types: Record<string, string> = {
    csv: 'text/csv',
    png: 'image/png',
    txt: 'text/plain',
    json: 'application/json',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  };
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
