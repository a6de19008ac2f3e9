import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstMorning, programme } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';
import { cardOf, sees } from './stage.ts';
import { openTeams, type TeamsStage } from './teams-stage.ts';

const title = 'Nytt nummer til brukerstøtten';

/** One Klar with Teams and Slack on one store. Per has accounts in both, with the same e-mail. */
let teams: TeamsStage;
let slack: ReturnType<typeof slackHands>;
beforeEach(async () => {
  const world = await slackWithPeople(() => firstMorning.epochMilliseconds);
  teams = await openTeams(world.environment);
  world.slack.connect({ eventsUrl: `${teams.klar.address}/slack/events` });
  slack = slackHands(world);
  await settlesIn(teams);
  await joins(teams, 'per', 'member');
  for (const who of ['ingrid', 'kari', 'per'] as const) await teams.says(who, 'own', `program "${programme}"`);
});
afterEach(async () => {
  await teams.closes();
  await slack.slack.stop();
});

test('an announcement that came in Teams is acknowledged in Slack, counts once, and says so in Teams; whoever is left is reminded', async () => {
  const form = cardOf(await teams.says('ingrid', 'own', `kunngjør ${title}`));
  const filled = { to: 'some', roles: 'contact,member', asks: 'seen', when: 'now', ways: '' };
  const preview = cardOf(await teams.presses('ingrid', form, 'Se hvordan den blir', filled));
  await teams.presses('ingrid', preview, 'Send til 2 mottakere');
  await sees(teams, 'kari', 'own', title, 'Sett');
  await sees(teams, 'per', 'own', title, 'Sett');

  // Per says in Teams, where Klar knew him first, that the account in Slack is his, too.
  await slack.says('per', 'own', 'hjelp');
  await teams.presses(
    'per',
    await sees(teams, 'per', 'own', 'En konto på Slack har e-postadressen din'),
    'Ja, det er meg',
  );
  const mine = cardOf(await slack.says('per', 'own', 'mine'));
  const card = cardOf(await slack.presses('per', mine, 'Vis'));
  expect((await slack.presses('per', card, 'Sett')).text).toContain(
    '✓ Du bekreftet onsdag 25. november kl. 08.00: Sett',
  );
  await sees(teams, 'per', 'own', title, '✓ Du bekreftet');
  const report = await sees(teams, 'ingrid', 'own', title, '1 av 2 har bekreftet');

  await teams.settles();
  const asked = cardOf(await teams.presses('ingrid', report, 'Minn den som mangler'));
  expect(asked.text).toContain('Kari Myrvang');
  expect(asked.text).not.toContain('Per-Anders Holme');
  await teams.presses('ingrid', asked, 'Minn den som mangler');
  await sees(teams, 'kari', 'own', 'Påminnelse: Ingrid Solbakkrud venter', title);
  const [one, ...more] = (await teams.reads('per', 'own')).filter(
    ({ text }) => text.includes('Skrevet av') || text.startsWith(title),
  );
  expect([one?.text.includes('✓ Du bekreftet'), more]).toEqual([true, []]);
});
