import { afterEach, beforeEach, expect, test } from 'vitest';
import { firstMorning, programme } from './cast.ts';
import { beginsWithPlan, noticesIn } from './plan-setting.ts';
import { slackHands } from './slack-hands.ts';
import { slackWithPeople } from './slack-stage.ts';
import { cardOf, sees } from './stage.ts';
import { openTeams, type TeamsStage } from './teams-stage.ts';

/** One Klar with Teams and Slack on one store; Ingrid has an account in both. */
let teams: TeamsStage;
let slack: ReturnType<typeof slackHands>;
beforeEach(async () => {
  const world = await slackWithPeople(() => firstMorning.epochMilliseconds);
  teams = await openTeams(world.environment);
  world.slack.connect({ eventsUrl: `${teams.klar.address}/slack/events` });
  slack = slackHands(world);
  await beginsWithPlan(teams);
  await slack.says('ingrid', 'own', 'hjelp');
  const asked = await sees(teams, 'ingrid', 'own', 'En konto på Slack har e-postadressen din');
  await teams.presses('ingrid', asked, 'Ja, det er meg');
  await teams.settles();
  await slack.says('ingrid', 'all', `program "${programme}"`);
});
afterEach(async () => {
  await teams.closes();
  await slack.slack.stop();
});

test('a plan that was imported in Teams is moved from Slack, and the units are told where they are', async () => {
  expect((await slack.says('ingrid', 'all', 'plan uke 51')).text).toContain('Prøvedrift');
  const question = await slack.says('ingrid', 'all', 'plan flytt "Kabling er klar" "4/12" fordi kabelen er forsinket');
  const moved = await slack.presses('ingrid', cardOf(question), 'Flytt');
  expect(moved.text).toContain('Flyttet til fredag 4. desember');
  expect((await teams.says('per', 'team', 'plan')).text).toContain('4. desember');
  await teams.goesOnABit();
  const told = await noticesIn(teams, 'kari', 'team');
  expect(told.map(({ text }) => text)).toEqual([
    expect.stringContaining('Kabling er klar: torsdag 3. → fredag 4. desember («kabelen er forsinket»)'),
  ]);
  await teams.setsForAll('kari', told[0] ?? cardOf({ text: '' }), 'Sett');
  await teams.settles();
  const seen = await slack.says('ingrid', 'all', 'plan sett');
  expect(seen.text).toContain('Enheten har sett endringene');

  // She takes it back in Slack, and each unit hears of it once more, in Teams.
  await slack.presses('ingrid', moved.card ?? cardOf(moved), 'Angre');
  await teams.goesOnABit();
  expect(await noticesIn(teams, 'kari', 'team')).toHaveLength(2);
  expect((await teams.says('per', 'team', 'plan')).text).toContain('3. desember');
});
