import type { webApi } from '@slack/bolt';
import type { IncomingFile } from '#chat/port.ts';
import type { SlackConfig } from '#config.ts';
import type { SlackFile } from './field-state.ts';
import { callTimeoutMs, limits } from './limits.ts';

type Fetched = Awaited<ReturnType<IncomingFile['fetch']>>;

/**
 * A file that somebody sent, fetched when it is asked for: only from Slack's own file host, or from the stand-in whose
 * address is configured, with the bot's token and without following it elsewhere.
 */
export function incomingFile(file: SlackFile, client: webApi.WebClient, config: SlackConfig): IncomingFile {
  return { name: file.name ?? '', fetch: () => fetchFile(file, client, config) };
}

async function fetchFile(file: SlackFile, client: webApi.WebClient, config: SlackConfig): Promise<Fetched> {
  const known = await complete(file, client);
  const address = known.url_private_download ?? known.url_private;
  if (!address) return { ok: false, problem: 'unreachable' };
  if (!isOwnHost(address, config)) return { ok: false, problem: 'not-allowed' };
  if ((known.size ?? 0) > limits.fileBytes) return { ok: false, problem: 'too-large' };
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${config.botToken}` },
      // Slack sends whoever may not see the file to a page for signing in; a token must not travel along.
      redirect: 'manual',
      signal: AbortSignal.timeout(2 * callTimeoutMs),
    });
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') && known.mimetype !== 'text/html';
    if (answer.status !== 200 || isPage || !answer.body) return { ok: false, problem: 'unreachable' };
    return await readUpTo(limits.fileBytes, answer.body);
  } catch {
    return { ok: false, problem: 'unreachable' };
  }
}

/** Files from shared channels come as an id alone. */
async function complete(file: SlackFile, client: webApi.WebClient): Promise<SlackFile> {
  if (file.url_private || file.url_private_download || !file.id) return file;
  const found = await client.files.info({ file: file.id }).catch(() => undefined);
  return found?.file ? { ...file, ...(found.file as SlackFile) } : file;
}

function isOwnHost(address: string, config: SlackConfig): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (config.apiUrl && url.origin === new URL(config.apiUrl).origin) return true;
  return url.protocol === 'https:' && url.hostname === 'files.slack.com' && url.port === '';
}

async function readUpTo(most: number, body: ReadableStream<Uint8Array>): Promise<Fetched> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.byteLength;
    if (length > most) return { ok: false, problem: 'too-large' };
    parts.push(part);
  }
  return { ok: true, bytes: Buffer.concat(parts) };
}
