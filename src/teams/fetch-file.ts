import { z } from 'zod';
import type { IncomingFile } from '#chat/port.ts';
import type { Activity } from './activity.ts';
import { limits } from './limits.ts';

/** The kind of attachment that is a file; the others are the text once more, pictures and cards (PLATFORMS T50). */
const FILE = 'application/vnd.microsoft.teams.file.download.info';

/**
 * Where Teams keeps what people send in a personal chat: their OneDrive, which is SharePoint
 * (`https://NAME-my.sharepoint.com/…/download.aspx?…&tempauth=…`), and the media service it leads on to. `.us` is the
 * government cloud.
 */
const fileHosts = ['.sharepoint.com', '.sharepoint.us', '.svc.ms'];

const content = z.looseObject({ downloadUrl: z.string(), fileType: z.string().nullish() });

/**
 * The files that came with a message. They are fetched only when somebody asks, and only from Teams' own hosts: the
 * address stands in the activity, but Klar does not call whatever it is told to.
 * @param localHost `host:port` of a stand-in or of the Playground, from which files may come over plain HTTP.
 */
export function filesOf(activity: Pick<Activity, 'attachments'>, localHost: string | undefined): IncomingFile[] {
  return (activity.attachments ?? []).flatMap((attachment) => {
    const parsed = attachment.contentType === FILE ? content.safeParse(attachment.content) : undefined;
    if (!parsed?.success) return [];
    const { downloadUrl, fileType } = parsed.data;
    const name = attachment.name || `fil.${fileType ?? 'txt'}`;
    return [{ name, fetch: () => fetchFile(downloadUrl, localHost) }];
  });
}

async function fetchFile(address: string, localHost: string | undefined): ReturnType<IncomingFile['fetch']> {
  const signal = AbortSignal.timeout(limits.fileTimeoutMs);
  let url = parsedUrl(address);
  try {
    for (let hop = 0; hop <= limits.fileRedirects; hop += 1) {
      if (!url || !mayFetch(url, localHost)) return { ok: false, problem: 'not-allowed' };
      // The address carries its own right to read; no token of Klar's goes along.
      const response = await fetch(url, { redirect: 'manual', signal });
      const further = response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (further === null) return response.ok ? await readBody(response) : { ok: false, problem: 'unreachable' };
      await response.body?.cancel();
      url = parsedUrl(further, url);
    }
  } catch {
    // No answer, cut off or too slow: all the same to whoever sent the file.
  }
  return { ok: false, problem: 'unreachable' };
}

const parsedUrl = (address: string, base?: URL): URL | undefined => URL.parse(address, base?.href) ?? undefined;

function mayFetch(url: URL, localHost: string | undefined): boolean {
  if (localHost !== undefined && url.host === localHost) return url.protocol === 'http:' || url.protocol === 'https:';
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    fileHosts.some((h) => url.hostname.endsWith(h))
  );
}

async function readBody(response: Response): ReturnType<IncomingFile['fetch']> {
  const tooLarge = { ok: false, problem: 'too-large' } as const;
  if (Number(response.headers.get('content-length') ?? 0) > limits.fileBytes) {
    await response.body?.cancel();
    return tooLarge;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  // What is announced may be wrong, so it is counted as it comes.
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > limits.fileBytes) return tooLarge;
    parts.push(part);
  }
  return { ok: true, bytes: new Uint8Array(Buffer.concat(parts)) };
}
