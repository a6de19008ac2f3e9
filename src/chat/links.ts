import { randomBytes } from 'node:crypto';
import type { PersonId } from '#people/person.ts';
import type { ProgrammeId } from '#people/programme.ts';
import type { World } from './feature.ts';

/** A file that Klar gives under a link, made at the moment it is asked for. */
export interface LinkedFile {
  /** As it is saved under, `plan.png`. */
  name: string;
  /** MIME: `image/png`, `text/calendar`. */
  type: string;
  bytes: Uint8Array;
}

/** What a surface does with the links (`klar:TOKEN/NAME`) on its cards. Given to it when it is made. */
export interface Links {
  /** The address that readers on this surface open; undefined when Klar has none that they could reach. */
  address(link: string): string | undefined;
  /** The file itself, for a platform that takes no address. Undefined for a link that is no more, or a file that failed. */
  read(link: string): Promise<LinkedFile | undefined>;
}

/**
 * Makes an address for a file and keeps it. What comes out (`klar:TOKEN/plan.png`) belongs in `Image.url` or
 * `Action.OpenUrl.url` of a card; each surface turns it into an address of its own. A `TextBlock` whose whole text is
 * such a link shows the full address, for people to copy (a calendar feed). Platforms keep a picture by its address, so a
 * picture of something that has changed needs a new link.
 * @param about.kind Names the maker in `Feature.links`, which gets `data` back.
 * @param about.name The file's name at the end of the address.
 * @param about.keptDays After so many days it is cleared away; left out, it stays until it is withdrawn.
 */
export async function linkTo(
  { store, now }: Pick<World, 'store' | 'now'>,
  about: {
    kind: string;
    programme: ProgrammeId;
    by: PersonId;
    data: Record<string, string>;
    name: string;
    keptDays?: number;
  },
): Promise<string> {
  // Never derived from the act, as other ids are: whoever knows the act's id must not know the address.
  const id = randomBytes(32).toString('base64url');
  const { kind, programme, by, data, name, keptDays } = about;
  const until =
    keptDays === undefined
      ? {}
      : {
          until: now()
            .add({ hours: 24 * keptDays })
            .toString(),
        };
  await store.links.add({ id, kind, programme, by, at: now().toString(), data, ...until });
  return `klar:${id}/${encodeURIComponent(name.toWellFormed())}`;
}

/** Takes a link back: from now on its address leads nowhere. `id` is the record's, which is its token. */
export async function withdraw({ store }: Pick<World, 'store'>, id: string): Promise<void> {
  await store.links.remove(id);
}

/** The token and the name (as in an address) of a link; undefined for any other text. */
export function readLink(text: string): { token: string; name: string } | undefined {
  const found = /^klar:([\w-]{43})\/([^\s/?#]+)$/u.exec(text);
  return found ? { token: found[1] ?? '', name: found[2] ?? '' } : undefined;
}
