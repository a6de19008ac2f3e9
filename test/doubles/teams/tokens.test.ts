import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TeamsStandIn } from './start-teams.ts';
import { openWorld, type World } from './try-world.ts';

let world: World;

beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

// botbuilder answers 401 where it looks at the claims itself and lets the errors of its JWT library out as 500 with their text.
test.each<[string, number, Parameters<TeamsStandIn['sendRaw']>[0]['token']]>([
  ['no token', 401, null],
  ['another issuer', 401, { issuer: 'https://evil.example' }],
  ['another audience', 401, { audience: 'another-app' }],
  ['another serviceurl', 401, { serviceUrl: 'https://smba.trafficmanager.net/amer/' }],
  ['no serviceurl', 401, { serviceUrl: null }],
  ['an expired token', 401, { expired: true }],
  ['an unknown key', 401, { kid: 'nobody' }],
  ['a token not valid yet', 500, { notYetValid: true }],
  ['HS256 with the published key', 500, { alg: 'HS256' }],
  ['no signature', 500, { alg: 'none' }],
  ['a foreign key', 500, { foreignKey: true }],
])('%s is refused by botbuilder with %i', async (_what, status, token) => {
  expect((await world.teams.sendRaw({ by: world.kari, place: world.channel, token })).status).toBe(status);
  expect(world.heard).toEqual([]);
});

test('the holes of botbuilder can be tried', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  expect((await world.teams.sendRaw({ by: world.kari, place: world.channel })).status).toBe(200);
  expect(
    (await world.teams.sendRaw({ by: world.kari, place: world.channel, omit: ['type'], token: null })).status,
  ).toBe(400);
  expect(world.heard).toHaveLength(1);
  // Without serviceUrl the claim is not compared; the adapter only fails later, for want of an address (PLATFORMS T46).
  const withoutUrl = await world.teams.sendRaw({
    by: world.kari,
    place: world.channel,
    omit: ['serviceUrl'],
    token: { serviceUrl: 'https://elsewhere.example/' },
  });
  expect([withoutUrl.status, world.heard.length]).toEqual([200, 2]);
  await world.teams.sendRaw({
    by: world.kari,
    place: world.channel,
    set: { channelData: { tenant: { id: 'another' } } },
  });
  expect(world.heard.at(-1)?.channelData.tenant.id).toBe('another');
});
