import { addressed } from '#chat/addressed.ts';
import type { Links } from '#chat/links.ts';
import type { Delivery, Surface } from '#chat/port.ts';
import type { BotFramework } from './bot-framework.ts';
import { deliveryOf } from './delivery-of.ts';
import { cardMessage, isTooBig } from './messages.ts';
import type { OpenForms } from './open-forms.ts';
import type { OwnChats } from './own-chats.ts';
import { lineFrom } from './who-and-where.ts';

const tooBig: Delivery = { state: 'refused', reason: 'MessageSizeTooBig' };
const noAddress: Delivery = { state: 'refused', reason: 'no-address' };

/** What Klar sends of itself. A call is one attempt; `delivery/` decides on the next. */
export function createOutbound(
  framework: BotFramework,
  ownChats: OwnChats,
  { forms, links }: { forms: OpenForms; links: Links },
): Surface {
  return {
    name: 'teams',

    async send(place, card) {
      const line = lineFrom(place.address);
      if (!line) return noAddress;
      const message = cardMessage(addressed(card, links), line.tenant, { alert: place.kind === 'personal' });
      if (isTooBig(message)) return tooBig;
      try {
        if (place.kind === 'channel') {
          // In a channel every message begins a thread; its conversation is what an update needs (PLATFORMS T29).
          const { conversation, message: id } = await framework.startThread(line, place.key, message);
          return { state: 'sent', ref: { conversation, message: id } };
        }
        return {
          state: 'sent',
          ref: { conversation: place.key, message: await framework.send(line, place.key, message) },
        };
      } catch (error) {
        return deliveryOf(error);
      }
    },

    async update(place, ref, card) {
      const line = lineFrom(place.address);
      const { conversation, message: id } = ref;
      if (!line || !conversation || !id) return noAddress;
      const message = cardMessage(addressed(card, links), line.tenant);
      if (isTooBig(message)) return tooBig;
      try {
        await framework.update(line, conversation, id, message);
        return { state: 'sent', ref };
      } catch (error) {
        return deliveryOf(error);
      }
    },

    heldForMs: ({ message }) => (message === undefined ? 0 : forms.heldForMs(message)),

    ownChat: (account) => ownChats.find(account),
  };
}
