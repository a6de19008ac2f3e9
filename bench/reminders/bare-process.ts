import { readConfig } from '#config.ts';
import { createClient } from '#slack/client.ts';
import { BotFramework, type OutgoingMessage } from '#teams/bot-framework.ts';
import type { Beaten } from './klar-process.ts';
import { answer, startedWith } from './part.ts';
import type { Town } from './town.ts';

/** A message as Klar sent it, and the chats to send it to, one after the other. */
export interface Bare {
  chats: Town['people'][number]['chat'][];
  sample: Record<string, unknown>;
  /** What the platform takes: so many messages in so many milliseconds. */
  window: { most: number; ms: number };
  /**
   * How: as the SDK is made to be used (Teams: `continueConversationAsync` and `sendActivity`, PLATFORMS T31; Slack: `chat.postMessage`), or through
   * the connector client underneath, which Klar itself uses in Teams and which is the least that a message can cost.
   */
  through: 'sdk' | 'connector';
}

type Send = (chat: Bare['chats'][number], sample: Bare['sample']) => Promise<unknown>;

const { teams, slack } = readConfig(startedWith<Town['environment']>());
const quiet = { info() {}, warn() {}, error: (about: object, message: string) => console.error(message, about) };

function sendOf(through: Bare['through']): Send {
  if (teams) {
    const framework = new BotFramework(teams);
    if (through === 'sdk') {
      return ({ key, address: { serviceUrl = '', tenantId = '', botId: id = '' } }, sample) => {
        const conversation = { id: key, tenantId, conversationType: 'personal', isGroup: false, name: '' };
        const reference = { channelId: 'msteams', serviceUrl, bot: { id, name: '' }, conversation };
        // What the connector client is told beside the message is what a turn knows by itself.
        const { from: _, conversation: __, ...message } = sample;
        return framework.continueConversationAsync(teams.appId, reference, async (turn) => {
          await turn.sendActivity(message);
        });
      };
    }
    return ({ key, address: { serviceUrl = '', tenantId: tenant = '', botId: bot = '' } }, sample) =>
      framework.send({ serviceUrl, tenant, bot }, key, sample as unknown as OutgoingMessage);
  }
  if (!slack) throw new Error('Neither Teams nor Slack is configured');
  const client = createClient(slack, quiet);
  return ({ key }, sample) => client.chat.postMessage({ ...sample, channel: key } as never);
}

answer({
  /** The same messages through the same SDK within the same limits, and nothing else: no store, no order, no cards made. */
  async send({ chats, sample, window, through }: Bare): Promise<Beaten> {
    const send = sendOf(through);
    // Connects, and loads what is loaded at the first one.
    for (const chat of chats.slice(-1)) await send(chat, sample);
    await rest(window.ms);
    const begun = performance.now();
    const cpu = process.cpuUsage();
    for (let from = 0; from < chats.length; from += window.most) {
      for (const chat of chats.slice(from, from + window.most)) await send(chat, sample);
      // From the last of them, so that no stretch of that length holds more.
      await rest(window.ms);
    }
    const { user, system } = process.cpuUsage(cpu);
    return { cpuMs: (user + system) / 1000, ms: performance.now() - begun };
  },
});

/** A little longer than a platform's window, since clocks and timers are whole milliseconds. */
const rest = (windowMs: number) => new Promise((resolve) => setTimeout(resolve, windowMs + 2));
