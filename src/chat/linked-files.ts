import type { Link } from '#store/link.ts';
import type { Feature, World } from './feature.ts';
import { type LinkedFile, type Links, readLink } from './links.ts';

/** What stands behind a token now. `gone` is one word for never there, withdrawn, expired and nothing left to show. */
export type Found = { state: 'file'; file: LinkedFile } | { state: 'gone' } | { state: 'failed' };

/** The files of one house by their tokens, for whoever shows them: the HTTP route and the surfaces. */
export interface LinkedFiles {
  find(token: string): Promise<Found>;
}

/** How long a file that was made is given again, milliseconds; and how many are kept, and how much of them in all. */
const keptMs = 30_000;
const keptMost = 50;
const keptBytes = 20 * 1024 * 1024;

/**
 * Finds what a link stands for and has its feature make it. A file is made once for everyone who asks at the same
 * time, and again at the earliest half a minute later, so that a feed that many poll costs little.
 * @param parts.world Asked for when it is needed, because the house is put together after its surfaces.
 * @param parts.elapsedMs What "half a minute" is counted by; the computer's own time, since a rehearsal's stands still.
 */
export function createLinkedFiles({
  features,
  world,
  elapsedMs = () => performance.now(),
}: {
  features: Feature[];
  world(): World;
  elapsedMs?: () => number;
}): LinkedFiles {
  const makers = new Map(features.flatMap((feature) => Object.entries(feature.links ?? {})));
  const underWay = new Map<string, Promise<Found>>();
  /** Oldest first. */
  const kept = new Map<string, { found: Found & { state: 'file' }; untilMs: number }>();

  async function make(link: Link): Promise<Found> {
    const { log } = world();
    const maker = makers.get(link.kind);
    if (!maker) return { state: 'gone' };
    try {
      const file = await maker(world(), link);
      return file ? { state: 'file', file } : { state: 'gone' };
    } catch (error) {
      // The token is a key: it stands in no log.
      log.error({ err: error, kind: link.kind, programme: link.programme }, 'a linked file could not be made');
      return { state: 'failed' };
    }
  }

  function keep(token: string, found: Found): void {
    kept.delete(token);
    if (found.state !== 'file' || found.file.bytes.byteLength > keptBytes) return;
    kept.set(token, { found, untilMs: elapsedMs() + keptMs });
    let bytes = 0;
    for (const one of kept.values()) bytes += one.found.file.bytes.byteLength;
    for (const [oldest, one] of kept) {
      if (kept.size <= keptMost && bytes <= keptBytes) break;
      kept.delete(oldest);
      bytes -= one.found.file.bytes.byteLength;
    }
  }

  return {
    async find(token) {
      const link = await world().store.links.get(token);
      if (!link || isOver(link, world().now())) {
        kept.delete(token);
        return { state: 'gone' };
      }
      const known = kept.get(token);
      if (known && known.untilMs > elapsedMs()) return known.found;
      const making = underWay.get(token) ?? make(link).finally(() => underWay.delete(token));
      underWay.set(token, making);
      const found = await making;
      keep(token, found);
      return found;
    },
  };
}

/** Whether a link's days are over. */
export const isOver = ({ until }: Link, now: Temporal.Instant): boolean =>
  until !== undefined && Temporal.Instant.compare(Temporal.Instant.from(until), now) <= 0;

/**
 * A house's links as one surface sees them.
 * @param base Where its readers reach Klar, without a slash at the end (`https://klar.example.org`); undefined when they
 * cannot. Asked for each time, because a port that the system chooses is known late.
 */
export function linksOn(files: LinkedFiles, base: () => string | undefined): Links {
  return {
    address(link) {
      const read = readLink(link);
      const at = base();
      return read && at !== undefined ? `${at}/l/${read.token}/${read.name}` : undefined;
    },
    async read(link) {
      const read = readLink(link);
      const found = read && (await files.find(read.token));
      return found?.state === 'file' ? found.file : undefined;
    },
  };
}
