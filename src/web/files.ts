import { z } from 'zod';
import type { IncomingFile } from '#chat/port.ts';

/** As everywhere in Klar (`IncomingFile`). */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Room for a file that is just too large, in base64, so that the person gets a sentence and not a broken request. */
export const MAX_BODY = '12mb';

/** A file as the page sends it. */
export const upload = z.object({ name: z.string().min(1).max(200), base64: z.base64() });

/** Uploads as files that Klar can fetch: they came with the request, so nothing is fetched from anywhere. */
export function filesOf(uploads: z.infer<typeof upload>[]): IncomingFile[] {
  return uploads.map(({ name, base64 }) => ({
    name: name.replace(/^.*[\\/]/, ''),
    fetch: async () => {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'));
      return bytes.byteLength > MAX_FILE_BYTES ? { ok: false, problem: 'too-large' } : { ok: true, bytes };
    },
  }));
}
