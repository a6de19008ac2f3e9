import { App, webApi } from '@slack/bolt';
import type { Links } from '#chat/links.ts';
import type { Log } from '#chat/log.ts';
import type { Handle, RunningSurface } from '#chat/port.ts';
import type { SlackConfig } from '#config.ts';
import { say } from '#words/say.ts';
import { Acquaintances } from './acquaintances.ts';
import { Carrier } from './carry.ts';
import { clientOptions, createClient, loggerFor } from './client.ts';
import { HttpReceiver } from './http-receiver.ts';
import { listen, type Patience } from './listen.ts';
import { notReached, SlackNotReady, tokenProblem } from './not-ready.ts';
import { admits, type Own, originOf } from './own.ts';
import { Pictures } from './pictures.ts';
import { slackSending } from './slack-sending.ts';
import { type Reconnecting, SocketReceiver } from './socket-receiver.ts';

/** Slack's three seconds with something to spare. */
const patience: Patience = { windowMs: 1500, formMs: 2500, pictureMs: 1000 };
const reconnecting: Reconnecting = { firstMs: 1000, helloMs: 30_000 };

/**
 * Slack: through Socket Mode when there is an app token, else over HTTP on `POST /slack/events` of the router.
 *
 * Who is admitted: the workspaces of `config.admitted`, or the bot's own alone. It counts where the app is installed
 * and whose people act. So in a channel shared with another workspace (X5), its members can read what Klar posts; they
 * can act when their own workspace is on the list, and are told so when it is not.
 */
export function createSlackSurface({
  config,
  links,
  log,
  patience: given,
  reconnecting: reconnectingGiven,
}: {
  config: SlackConfig;
  /** Addresses that Slack's own machines reach, or none: then files are uploaded. */
  links: Links;
  log: Log;
  patience?: Partial<Patience>;
  reconnecting?: Partial<Reconnecting>;
}): RunningSurface {
  const client = createClient(config, log);
  const logger = loggerFor(log);
  const pictures = new Pictures(client, links, log);
  const patient: Patience = { ...patience, ...given };
  let own: Own | undefined;
  let app: App | undefined;
  const admitted = (body: Record<string, unknown>) => own !== undefined && admits(own, originOf(body).installed);
  // Nothing is known of who types there, so the sentence is in the language that most understand.
  const refusal = say('en', 'slack.not-admitted');
  const receiver = config.appToken
    ? new SocketReceiver({ config, log, reconnecting: { ...reconnecting, ...reconnectingGiven } })
    : new HttpReceiver({ signingSecret: config.signingSecret ?? '', log, logger, admitted, refusal });
  let settled = async () => {};

  return {
    surface: slackSending(client, log, { pictures, pictureMs: patient.pictureMs }),
    ...(receiver instanceof HttpReceiver ? { router: receiver.router } : {}),

    async open(handle: Handle) {
      const me = await whoAmI(client, config);
      own = me;
      if (!admits(me, [me.team, me.enterprise])) {
        log.warn(
          { workspace: me.team },
          'KLAR_SLACK_WORKSPACES does not name the workspace of the bot token: it is refused',
        );
      }
      app = new App({
        receiver,
        authorize: async () => ({ botToken: config.botToken, botId: me.bot, botUserId: me.botUser }),
        clientOptions: clientOptions(config, log),
        logger,
        convoStore: false,
      });
      const people = new Acquaintances(client, me);
      settled = listen(app, {
        reading: { own: me, people, client, config },
        carrier: new Carrier(client, people, log, patient.pictureMs),
        handle,
        links,
        pictures,
        log,
        refusal,
        patience: patient,
      });
      try {
        await app.start();
      } catch (error) {
        await app.stop();
        throw error;
      }
    },

    trouble: () => (receiver instanceof SocketReceiver ? receiver.trouble() : undefined),

    async close() {
      await app?.stop();
      await settled();
    },
  };
}

async function whoAmI(client: webApi.WebClient, config: SlackConfig): Promise<Own> {
  try {
    const me = await client.auth.test();
    const team = me.team_id ?? '';
    const enterprise = me.enterprise_id;
    return {
      team,
      enterprise,
      wholeOrganisation: me.is_enterprise_install === true,
      botUser: me.user_id ?? '',
      bot: me.bot_id ?? '',
      admitted: new Set(
        config.admitted.length > 0
          ? config.admitted
          : me.is_enterprise_install && enterprise
            ? [team, enterprise]
            : [team],
      ),
    };
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError) {
      throw new SlackNotReady(tokenProblem('KLAR_SLACK_BOT_TOKEN', error.data.error), { cause: error });
    }
    throw new SlackNotReady(notReached(config.apiUrl), { cause: error });
  }
}
