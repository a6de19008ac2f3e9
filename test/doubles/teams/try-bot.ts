import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import express from 'express';

/** The bearer that every request to the connector carries, so that no token endpoint is called (PLATFORMS T47). */
class FixedBearer extends ConfigurationServiceClientCredentialFactory {
  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return {
      async signRequest(request) {
        request.headers.set('Authorization', 'Bearer stand-in');
        return request;
      },
    };
  }
}

/** A bot with nothing of Klar in it: the real CloudAdapter in a small server, so that the stand-in is tried against what it stands in for. */
export async function startTryBot(
  standIn: string,
  appId: string,
  logic: (context: TurnContext) => Promise<void>,
): Promise<{ adapter: CloudAdapter; messagesUrl: string; stop(): Promise<void> }> {
  const metadata = `${standIn}/v1/.well-known/openidconfiguration`;
  const settings = {
    MicrosoftAppId: appId,
    ToChannelFromBotLoginUrl: `${standIn}/login`,
    ToChannelFromBotOAuthScope: `${standIn}/scope`,
    ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
    OAuthUrl: `${standIn}/oauth`,
    ToBotFromChannelOpenIdMetadataUrl: metadata,
    ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    CallerId: 'urn:botframework:azure',
    ValidateAuthority: false,
  };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      settings as never,
      new FixedBearer({ MicrosoftAppId: appId, MicrosoftAppPassword: 'not used' }),
    ),
  );
  // Without this, every scripted failure would be tried four times by the SDK itself (PLATFORMS T42).
  adapter.use(async (context, next) => {
    const client = context.turnState.get(adapter.ConnectorClientKey);
    client.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    await next();
  });

  const app = express();
  app.post('/api/messages', express.json(), (request, response) => {
    // The adapter rejects, before any check, when a body has no type (PLATFORMS T46).
    adapter.process(request, response, logic).catch(() => response.status(400).end());
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    adapter,
    messagesUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
