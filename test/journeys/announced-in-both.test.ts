import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BothStage, openBoth } from './both-stage.ts';
import { programme } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, sees } from './stage.ts';

const title = 'Nytt nummer til brukerstøtten';

/** Per is known in Teams before he comes to Slack. */
let both: BothStage;
let teams: BothStage['teams'];
let slack: BothStage['slack'];
beforeEach(async () => {
  both = await openBoth();
  ({ teams, slack } = both);
  await settlesIn(teams);
  await joins(teams, 'per', 'member');
  for (const who of ['ingrid', 'kari', 'per'] as const) await teams.says(who, 'own', `program "${programme}"`);
});
afterEach(() => both.closes());

test('an announcement that came in Teams is acknowledged in Slack, counts once, and says so in Teams; whoever is left is reminded', async () => {
  const form = cardOf(await teams.says('ingrid', 'own', `kunngjør ${title}`));
  const filled = { to: 'some', roles: 'contact,member', asks: 'seen', when: 'now', ways: '' };
  const preview = cardOf(await teams.presses('ingrid', form, 'Se hvordan den blir', filled));
  await teams.presses('ingrid', preview, 'Send til 2 mottakere');
  await sees(teams, 'kari', 'own', title, 'Sett');
  await sees(teams, 'per', 'own', title, 'Sett');

  await both.alsoInSlack('per');
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
