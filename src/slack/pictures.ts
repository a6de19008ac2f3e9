import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Card } from '#card/card.ts';
import { addressed } from '#chat/addressed.ts';
import type { Links } from '#chat/links.ts';
import type { Log } from '#chat/log.ts';
import type { Failure } from './came-of.ts';
import { upload } from './upload.ts';
import { addressOfUpload } from './uploaded-file.ts';

/** How many uploaded pictures are remembered, so that a card that is drawn again shows the same file. */
const rememberedMost = 500;

/**
 * Makes the links on cards into what Slack can show: by Klar's own address when Slack's machines reach it; otherwise a
 * picture is uploaded and shown as that file, and a button sends its file into the chat of whoever presses.
 */
export class Pictures {
  readonly #client: webApi.WebClient;
  readonly #links: Links;
  readonly #log: Log;
  /** Links to their uploads. */
  readonly #uploads = new Map<string, { hash: string; id: string }>();

  constructor(client: webApi.WebClient, links: Links, log: Log) {
    this.#client = client;
    this.#links = links;
    this.#log = log;
  }

  /**
   * The card as `outline` takes it. A picture that cannot be had is said in words rather than keeping the card back.
   * `throttled` is set when Slack asked for patience: who can wait may try again with the card as it was.
   */
  async ready(card: Card): Promise<{ card: Card; throttled?: Failure & { state: 'throttled' } }> {
    const uploaded = new Map<string, string>();
    let throttled: (Failure & { state: 'throttled' }) | undefined;
    for (const link of this.#withoutAddress(card)) {
      const came = await this.#uploaded(link);
      if (came?.state === 'sent') uploaded.set(link, addressOfUpload(came.id));
      else if (came?.state === 'throttled') throttled = came;
    }
    const made = addressed(card, {
      address: (link, at) =>
        this.#links.address(link) ?? (at === 'picture' ? uploaded.get(link) : at === 'button' ? link : undefined),
    });
    return { card: made, ...(throttled ? { throttled } : {}) };
  }

  /** The pictures on a card that have no address: found by going through it as for addresses. */
  #withoutAddress(card: Card): Set<string> {
    const found = new Set<string>();
    addressed(card, {
      address: (link, at) => {
        if (at === 'picture' && this.#links.address(link) === undefined) found.add(link);
        return undefined;
      },
    });
    return found;
  }

  /** The file of a picture in Slack; undefined when there is nothing to show. The same bytes are uploaded once. */
  async #uploaded(link: string): Promise<{ state: 'sent'; id: string } | Failure | undefined> {
    const file = await this.#links.read(link);
    if (!file) return undefined;
    const hash = createHash('sha256').update(file.bytes).digest('base64');
    const known = this.#uploads.get(link);
    if (known?.hash === hash) return { state: 'sent', id: known.id };
    const came = await upload(this.#client, file);
    if (came.state === 'sent') this.#remember(link, { hash, id: came.id });
    // Most likely the app lacks `files:write`: it was installed before Klar sent pictures.
    else this.#log.warn({ ...came }, 'a picture was not uploaded to Slack');
    return came;
  }

  #remember(link: string, made: { hash: string; id: string }): void {
    this.#uploads.delete(link);
    this.#uploads.set(link, made);
    for (const oldest of this.#uploads.keys()) {
      if (this.#uploads.size <= rememberedMost) break;
      this.#uploads.delete(oldest);
    }
  }
}
