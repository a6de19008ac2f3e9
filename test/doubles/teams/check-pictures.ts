import { elementsOf } from './card-actions.ts';
import type { Card } from './shapes.ts';
import type { Violation } from './state.ts';

/** Largest picture on a card, in bytes and in pixels either way (PLATFORMS T6). */
const MAX_BYTES = 1024 * 1024;
const MAX_PIXELS = 1024;

/**
 * Fetches the pictures of a card as Teams does, without signing in and without following anywhere, and says what it
 * would not show. An empty list: all pictures are seen.
 * @param fetchPicture Gets an address as it stands on the card, so that a test can lead it to where the bot listens.
 */
export async function checkPictures(
  card: Card,
  fetchPicture: (url: string) => Promise<Response>,
): Promise<Violation[]> {
  const urls = elementsOf(card)
    .filter((element) => element.type === 'Image')
    .map(({ url }) => String(url));
  return (await Promise.all(urls.map(async (url) => problemOf(await fetchPicture(url))))).flatMap((problem) =>
    problem ? [{ row: 'T6', problem }] : [],
  );
}

async function problemOf(answer: Response): Promise<string | undefined> {
  if (answer.redirected || (answer.status >= 300 && answer.status < 400)) return 'the address of a picture redirects';
  if (answer.status !== 200) return `a picture is not there (${answer.status})`;
  const type = answer.headers.get('content-type') ?? '';
  if (!/^image\/(?:png|jpeg|gif)$/u.test(type)) return `a picture is ${type || 'of no type'}`;
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.byteLength > MAX_BYTES) return `a picture of ${bytes.byteLength} bytes`;
  if (type !== 'image/png') return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return width > MAX_PIXELS || height > MAX_PIXELS ? `a picture of ${width} x ${height} pixels` : undefined;
}
