import type { webApi } from '@slack/bolt';
import type { Card } from '#card/card.ts';
import type { Log } from '#chat/log.ts';
import type { Delivery, Surface, Where } from '#chat/port.ts';
import type { Account } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { NotForSlack } from './button.ts';
import { failureOf, tried } from './came-of.ts';
import type { Pictures } from './pictures.ts';
import { Seen } from './seen.ts';
import { type SlackMessage, toMessage } from './to-message.ts';
import { inWords, mayBeUnready, uploadsIn } from './unready.ts';

/** The way out to Slack: one attempt a call; order, pace and repeats are `delivery/`'s. */
export function slackSending(
  client: webApi.WebClient,
  log: Log,
  { pictures, pictureMs }: { pictures: Pictures; pictureMs: number },
): Surface {
  /** Pictures that Slack was given time to process, once each (S16). */
  const waited = new Seen();

  /** Runs one call with a card made ready for it. */
  async function sending(place: Place, card: Card, call: (message: SlackMessage) => Promise<Delivery>) {
    try {
      const { card: ready, throttled } = await pictures.ready(card);
      if (throttled) return throttled;
      const message = toMessage(ready, place.workspace);
      const first = await attempt(message, call);
      if (first.state === 'sent' || !mayBeUnready(first, message.blocks)) return first;
      if (uploadsIn(message.blocks).filter((id) => waited.isNew(id)).length > 0) {
        return { state: 'throttled' as const, retryAfterMs: pictureMs };
      }
      return await attempt({ ...message, blocks: inWords(message.blocks) }, call);
    } catch (error) {
      if (error instanceof NotForSlack)
        log.error({ place: place.id, reason: error.message }, 'a card does not fit Slack');
      return failureOf(error);
    }
  }

  return {
    name: 'slack',

    send: (place, card) =>
      sending(place, card, async (message) => {
        const { channel, ts } = await client.chat.postMessage({ channel: channelOf(place), ...message });
        if (!channel || !ts) return { state: 'unreachable', reason: 'no ts' };
        return { state: 'sent', ref: { channel, ts } };
      }),

    update: (place, ref, card) =>
      sending(place, card, async ({ text, blocks }) => {
        const channel = ref.channel ?? channelOf(place);
        const ts = ref.ts ?? '';
        await client.chat.update({ channel, ts, text, blocks, link_names: false, parse: 'none' });
        return { state: 'sent', ref: { channel, ts } };
      }),

    async ownChat(account: Account) {
      const came = await tried(() => client.conversations.open({ users: account.user }));
      if (came.state !== 'sent') return came;
      const channel = came.answer.channel?.id;
      if (!channel) return { state: 'unreachable', reason: 'no channel' };
      const { workspace } = account;
      const where: Where = { surface: 'slack', workspace, kind: 'personal', key: channel, address: { channel } };
      return { state: 'open', where };
    },
  };
}

const attempt = (message: SlackMessage, call: (message: SlackMessage) => Promise<Delivery>): Promise<Delivery> =>
  call(message).catch(failureOf);

const channelOf = (place: Place): string => place.address.channel ?? place.key;
