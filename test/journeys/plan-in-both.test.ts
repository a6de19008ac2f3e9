import { afterEach, beforeEach, expect, test } from 'vitest';
import { type BothStage, openBoth } from './both-stage.ts';
import { programme } from './cast.ts';
import { beginsWithPlan, noticesIn } from './plan-setting.ts';
import { cardOf } from './stage.ts';

let both: BothStage;
let teams: BothStage['teams'];
let slack: BothStage['slack'];
beforeEach(async () => {
  both = await openBoth();
  ({ teams, slack } = both);
  await beginsWithPlan(teams);
  await both.alsoInSlack('ingrid');
  await slack.says('ingrid', 'all', `program "${programme}"`);
});
afterEach(() => both.closes());

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
