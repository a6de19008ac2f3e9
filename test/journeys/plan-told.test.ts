import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginsWithPlan, noticesIn, revisedPlan, saves, since, tellings } from './plan-setting.ts';
import { cardOf, eventually, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

describe.each(stages)('what units are told of a plan in %s', (_surface, open) => {
  let stage: Stage;
  let before: number[];
  beforeEach(async () => {
    stage = await open();
    await beginsWithPlan(stage);
    before = await tellings(stage);
  });
  afterEach(() => stage.closes());

  const asks = (line: string) => stage.says('ingrid', 'all', line);
  const moves = async (line: string) => stage.presses('ingrid', cardOf(await asks(line)), 'Flytt');
  const newest = async (who: 'kari' | 'aisha', where: 'team' | 'own') => {
    const found = (await noticesIn(stage, who, where)).at(-1);
    if (!found) throw new Error(`${who} was told of nothing`);
    return found;
  };

  test('is what several changes come to in one message, and nothing where they come to nothing', async () => {
    await moves('plan flytt "Kabling er klar" "8/12"');
    await moves('plan flytt "Lokalene er pusset opp" "uke 3"');
    await moves('plan flytt "Kabling er klar" "9/12"');
    await moves('plan flytt "Lokalene er pusset opp" "uke 2"');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 0, 0, 0]);
    const { text } = await newest('kari', 'team');
    expect(text).toContain('Planen er endret: én ting for Solvik kommune');
    expect(text).toMatch(/Kabling er klar: torsdag 3\. → (onsdag )?9\. desember/);
  });

  test('comes at once where Ingrid says so, and once; a row that is edited in the form is told as well', async () => {
    const row = cardOf(await asks('plan "Prøvedrift"'));
    const form = cardOf(await stage.presses('ingrid', row, 'Endre'));
    await stage.presses('ingrid', form, 'Lagre raden', { title: 'Prøvedrift på natt' });
    const saved = await saves(stage, revisedPlan);
    const now = await stage.presses('ingrid', cardOf(saved), 'Si fra nå');
    expect(now.text).toContain('3 enheter får nå beskjed om endringene.');
    await stage.repeats('ingrid');
    await eventually('the messages', async () => (await since(stage, before)).join() === '1,1,1,0');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);
  });

  test('awaits them among what is theirs, until somebody has seen it; Ingrid reminds those who have not, once a day', async () => {
    await saves(stage, revisedPlan);
    await stage.goesOnABit();
    const awaiting = async () =>
      (await stage.says('aisha', 'own', 'mine')).text.match(/Se hva revisjon \d+ endret for Vestbygd kommune/g)
        ?.length ?? 0;
    const untilThen = await awaiting();
    expect(untilThen).toBeGreaterThan(0);
    await stage.setsForAll('kari', await newest('kari', 'team'), 'Sett');
    await sees(stage, 'per', 'team', 'Sett av Kari Myrvang');

    const before = await tellings(stage);
    const seen = await asks('plan sett');
    const reminded = await stage.presses('ingrid', cardOf(seen), 'Minn de 2');
    expect(reminded.text).toContain('minnet i dag: ');
    expect(reminded.text).not.toContain('Minn de');
    await stage.repeats('ingrid');
    await sees(stage, 'aisha', 'own', 'Påminnelse: Planen er endret');
    await stage.settles();
    expect(await since(stage, before)).toEqual([0, 1, 1, 0]);

    // One press on the reminder speaks for the first message, too.
    await stage.setsForAll('aisha', await newest('aisha', 'own'), 'Sett');
    await eventually('both to say so', async () =>
      (await noticesIn(stage, 'aisha', 'own')).slice(-2).every(({ text }) => text.includes('Sett av Aisha Rahmani')),
    );
    expect(await awaiting()).toBe(untilThen - 1);
    expect((await asks('plan sett')).text).toContain('2 av 3 enheter har sett endringene');
  });

  test('is not turned back by a press that comes too late', async () => {
    const moved = await moves('plan flytt "Kabling er klar" "8/12"');
    await saves(stage, revisedPlan);
    const late = await stage.presses('ingrid', cardOf(moved), 'Angre');
    expect(late.text).toContain('Noen har endret det samme siden. Da kan dette ikke angres her.');
    expect((await asks('plan desember')).text).toContain('4. desember');
  });

  test('is told by the plan as it stands: a row that is taken out while somebody writes is not written into', async () => {
    const row = cardOf(await asks('plan "Lokalene er pusset opp"'));
    const form = cardOf(await stage.presses('ingrid', row, 'Endre'));
    await stage.says('ingrid', 'all', 'program koordinator @Jonas Lerviksen');
    const jonas = cardOf(await stage.says('jonas', 'all', 'plan fjern "Lokalene er pusset opp"'));
    await stage.presses('jonas', jonas, 'Ta den ut');
    const gone = await stage.presses('ingrid', form, 'Lagre raden', { title: 'Lokalene er malt' });
    expect(gone.text).toContain('Jonas Lerviksen tok raden ut av planen mens du skrev. Ingenting er lagret.');
    expect((await asks('plan januar')).text).not.toContain('Lokalene');
  });
});
