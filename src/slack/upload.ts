import type { webApi } from '@slack/bolt';
import type { LinkedFile } from '#chat/links.ts';
import { type Failure, failureOf } from './came-of.ts';
import { callTimeoutMs } from './limits.ts';

/**
 * Brings a file to Slack in its three steps (S28; scope `files:write`).
 * @param channel Where it is shared. Without one it stands nowhere and can be shown on cards by its id (S16).
 */
export async function upload(
  client: webApi.WebClient,
  { name, bytes }: LinkedFile,
  channel?: string,
): Promise<{ state: 'sent'; id: string } | Failure> {
  try {
    const place = await client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength });
    const { upload_url: url, file_id: id } = place;
    if (!url || !id) return { state: 'unreachable', reason: 'no upload address' };
    const sent = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      redirect: 'error',
      signal: AbortSignal.timeout(2 * callTimeoutMs),
    });
    if (!sent.ok) return { state: 'unreachable', reason: `upload ${sent.status}` };
    await client.files.completeUploadExternal({
      files: [{ id, title: name }],
      ...(channel === undefined ? {} : { channel_id: channel }),
    });
    return { state: 'sent', id };
  } catch (error) {
    return failureOf(error);
  }
}
