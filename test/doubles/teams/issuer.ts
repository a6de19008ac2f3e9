import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from 'jose';

/** What real tokens of the Bot connector say (PLATFORMS T45). */
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'klar-stand-in';

/**
 * What is wrong with a token, each wish by itself. Nothing set: a good token.
 * - `serviceUrl: null` leaves the claim out, a string puts another one in.
 * - `alg: 'HS256'` signs with the text of the published key, the classic confusion; `'none'` does not sign.
 * - `kid` names a key that the issuer does not publish; `foreignKey` signs with another key under the published name.
 */
export type Forgery = {
  issuer?: string;
  audience?: string;
  serviceUrl?: string | null;
  expired?: boolean;
  notYetValid?: boolean;
  alg?: 'HS256' | 'none';
  kid?: string;
  foreignKey?: boolean;
};

export type Issuer = {
  /** The document at `/v1/.well-known/openidconfiguration`. */
  openIdConfiguration(baseUrl: string): Record<string, unknown>;
  /** The document at `/v1/keys`: one RSA key, endorsed for msteams. */
  keys(): Record<string, unknown>;
  /** A token as the connector sends it with each activity, or a forged one. */
  token(serviceUrl: string, forgery?: Forgery): Promise<string>;
};

// One pair for the whole process: botbuilder keeps keys for 24 h by address, and a port may be given out twice.
let pairs: ReturnType<typeof makePairs> | undefined;

async function makePairs() {
  const [published, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
  return { published, foreign, jwk: await exportJWK(published.publicKey), pem: await exportSPKI(published.publicKey) };
}

/** Issues the tokens that say "this comes from Teams, for this bot". `appId` becomes the audience. Times are real time, as botbuilder checks them against the machine's clock. */
export async function makeIssuer(appId: string): Promise<Issuer> {
  pairs ??= makePairs();
  const { published, foreign, jwk, pem } = await pairs;

  return {
    openIdConfiguration: (baseUrl) => ({
      issuer: ISSUER,
      jwks_uri: `${baseUrl}/v1/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    keys: () => ({ keys: [{ ...jwk, kid: KEY_ID, x5t: KEY_ID, use: 'sig', endorsements: ['msteams', 'webchat'] }] }),
    async token(serviceUrl, forgery = {}) {
      const nowSeconds = Math.floor(Date.now() / 1000);
      const shift = (forgery.expired ? -7200 : 0) + (forgery.notYetValid ? 7200 : 0);
      const claims = {
        iss: forgery.issuer ?? ISSUER,
        aud: forgery.audience ?? appId,
        nbf: nowSeconds - 60 + shift,
        exp: nowSeconds + 3600 + shift,
        ...(forgery.serviceUrl === null ? {} : { serviceurl: forgery.serviceUrl ?? serviceUrl }),
      };
      const header = { typ: 'JWT', kid: forgery.kid ?? KEY_ID };
      if (forgery.alg === 'none') return `${base64url({ alg: 'none', ...header })}.${base64url(claims)}.`;
      if (forgery.alg === 'HS256') {
        return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', ...header }).sign(new TextEncoder().encode(pem));
      }
      const key = (forgery.foreignKey ? foreign : published).privateKey;
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(key);
    },
  };
}

function base64url(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
