import type { Delivery, Where } from '#chat/port.ts';
import type { Account } from '#people/person.ts';
import type { BotFramework } from './bot-framework.ts';
import { deliveryOf } from './delivery-of.ts';
import { lineFrom } from './who-and-where.ts';

export type OwnChat = { state: 'open'; where: Where } | Exclude<Delivery, { state: 'sent' }>;

/** Chats that are remembered as open; asking again gives the same one. */
const remembered = 10_000;

/**
 * People's own chats with Klar. Opening one needs the app installed for the person, or for a team they are in; Teams
 * refuses otherwise (PLATFORMS T27).
 */
export class OwnChats {
  readonly #framework: BotFramework;
  readonly #open = new Map<string, string>();

  constructor(framework: BotFramework) {
    this.#framework = framework;
  }

  async find(account: Pick<Account, 'workspace' | 'user' | 'address'>): Promise<OwnChat> {
    const line = lineFrom(account.address);
    const person = account.address.id;
    if (!line || !person) return { state: 'refused', reason: 'no-address' };
    const name = `${line.tenant} ${person}`;
    let key = this.#open.get(name);
    if (key === undefined) {
      try {
        key = await this.#framework.openChat(line, person);
      } catch (error) {
        return deliveryOf(error);
      }
      if (this.#open.size >= remembered) this.#open.clear();
      this.#open.set(name, key);
    }
    const { id: _, ...address } = account.address;
    return {
      state: 'open',
      where: {
        surface: 'teams',
        workspace: line.tenant,
        kind: 'personal',
        key,
        address: { ...address, conversationId: key },
      },
    };
  }

  /** The chat turned out to be closed. */
  forget(account: Pick<Account, 'address'>): void {
    this.#open.delete(`${account.address.tenantId} ${account.address.id}`);
  }
}
