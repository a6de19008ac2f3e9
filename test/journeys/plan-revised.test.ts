import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bytesOf } from './klar.ts';
import { beginsWithPlan, noticesIn, revisedPlan, saves, since, tellings } from './plan-setting.ts';
import { cardOf, eventually, type Shown, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

describe.each(stages)('a plan that is revised in %s', (_surface, open) => {
  let stage: Stage;
  let revision: number;
  let before: number[];
  beforeEach(async () => {
    stage = await open();
    revision = await beginsWithPlan(stage);
    before = await tellings(stage);
  });
  afterEach(() => stage.closes());

  const newest = async (...[who, where]: Parameters<typeof noticesIn> extends [Stage, ...infer R] ? R : never) => {
    const found = (await noticesIn(stage, who, where)).at(-1);
    if (!found) throw new Error(`${who} was told of nothing in ${where}`);
    return found;
  };
  const whoHasSeen = async () => (await stage.says('ingrid', 'all', 'plan sett')).text;

  test('shows what is different before it is saved; each unit is told once of its own, two minutes later', async () => {
    const read = await stage.sends('ingrid', revisedPlan);
    for (const line of [
      `Endringer fra revisjon ${revision}: 1 flyttet, 1 med annen ansvarlig, 1 med ny ordlyd, 1 ny, 1 tatt ut`,
      '↷ Kabling er klar: torsdag 3. → fredag 4. desember',
      '~ Prøvedrift: annen ansvarlig: Solvik kommune → Nordlys sykehus',
      '~ Kurs for superbrukere og ledere: ny ordlyd, før «Kurs for superbrukere»',
      '+ Brukerstøtten er bemannet, 20. januar 2027',
      '− Lokalene er pusset opp er tatt ut',
      '3 enheter får beskjed når du lagrer.',
    ]) {
      expect(read.text).toContain(line);
    }
    expect((await stage.says('oda', 'all', 'plan')).text).not.toContain('superbrukere og ledere');
    const saved = await stage.presses('ingrid', cardOf(read), 'Lagre 5 rader');
    expect(saved.text).toContain(`Planen er lagret som revisjon ${revision + 1}: 5 rader.`);
    expect(saved.text).toContain('3 enheter får beskjed om to minutter.');
    await stage.repeats('ingrid');
    await stage.settles();
    expect(await since(stage, before)).toEqual([0, 0, 0, 0]);

    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);
    const solvik = await newest('kari', 'team');
    expect(solvik.text).toContain('Planen er endret: 3 ting for Solvik kommune');
    for (const words of ['Kabling er klar', 'Prøvedrift', 'Brukerstøtten']) expect(solvik.text).toContain(words);
    for (const words of ['superbrukere', 'Lokalene']) expect(solvik.text).not.toContain(words);
    const vestbygd = await newest('aisha', 'own');
    expect(vestbygd.text).toContain('2 ting for Vestbygd kommune');
    expect(vestbygd.text).toContain('− Lokalene er pusset opp er tatt ut');
    expect(vestbygd.text).not.toContain('Kabling');
    // Daniel's message is in his own language, and says what was and what is.
    expect((await newest('daniel', 'own')).text).toMatch(/Prøvedrift: .*Solvik kommune → Nordlys sykehus/);

    await stage.goesOn(2);
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);
  });

  test('is seen by a unit with one press, for everyone there; Ingrid knows who has not, and it can be taken back', async () => {
    await saves(stage, revisedPlan);
    await stage.goesOnABit();
    const card = await newest('kari', 'team');
    expect(await whoHasSeen()).toContain('0 av 3 enheter har sett endringene');

    await stage.setsForAll('kari', card, 'Sett');
    await stage.repeats('kari');
    for (const who of ['per', 'ingrid'] as const) {
      const seen = await sees(stage, who, 'team', 'Planen er endret', 'Sett av Kari Myrvang for Solvik kommune');
      expect(seen.text.match(/Sett av/g)).toHaveLength(1);
      expect(seen.text).not.toMatch(/^Sett$/m);
    }
    const seen = await whoHasSeen();
    expect(seen).toContain('1 av 3 enheter har sett endringene');
    expect(seen).toContain('– Ikke ennå: Vestbygd kommune');
    expect(seen).toMatch(/✓ Sett: Solvik kommune/);

    // Days later it still counts.
    await stage.goesOn(3);
    const aishas = await newest('aisha', 'own');
    await stage.setsForAll('aisha', aishas, 'Sett');
    await sees(stage, 'aisha', 'own', 'Sett av Aisha Rahmani for Vestbygd kommune');
    expect(await whoHasSeen()).toContain('2 av 3 enheter har sett endringene');

    await stage.setsForAll('kari', await newest('kari', 'team'), 'Angre');
    await eventually('the taking back', async () =>
      (await whoHasSeen()).includes('1 av 3 enheter har sett endringene'),
    );
    await stage.settles();
    expect((await newest('per', 'team')).text).not.toContain('Sett av');
  });

  test('is not said to be seen by somebody of another unit: a sentence, and nothing is stored', async () => {
    await saves(stage, revisedPlan);
    await stage.goesOnABit();
    const card: Shown = await newest('kari', 'team');
    await stage.says('ingrid', 'all', 'plan');
    await stage.settles();
    const kept = await bytesOf(stage.folder);
    const refused = await stage.pressesLate('ingrid', card, 'Sett');
    expect(refused.text).toBe(
      'Bare de som er med i Solvik kommune, kan si at enheten har sett dette. Ingenting er registrert.',
    );
    expect(await bytesOf(stage.folder)).toBe(kept);
  });

  test('is undone within two minutes, and nobody hears of it; after they were told, they are told that too', async () => {
    const hasty = await saves(stage, revisedPlan);
    const undone = await stage.presses('ingrid', cardOf(hasty), 'Angre');
    expect(undone.text).not.toContain('får');
    await stage.repeats('ingrid');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([0, 0, 0, 0]);
    expect((await stage.says('oda', 'all', 'plan januar')).text).toContain('Lokalene er pusset opp');

    const saved = await saves(stage, revisedPlan);
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);
    const late = await stage.presses('ingrid', cardOf(saved), 'Angre');
    expect(late.text).toContain('3 enheter får også vite at den er angret.');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([2, 2, 2, 0]);
    expect((await newest('kari', 'team')).text).toContain('↷ Kabling er klar: fredag 4. → torsdag 3. desember');
    expect((await newest('aisha', 'own')).text).toContain('+ Lokalene er pusset opp');
  });

  test('is compared anew when somebody else has changed the plan meanwhile, and nothing is overwritten unseen', async () => {
    await stage.says('ingrid', 'all', 'program koordinator @Jonas Lerviksen');
    const read = await stage.sends('ingrid', revisedPlan);
    const question = await stage.says('jonas', 'all', 'plan flytt "Styringsgruppen møtes" "18/1"');
    await stage.presses('jonas', cardOf(question), 'Flytt');
    const again = await stage.presses('ingrid', cardOf(read), 'Lagre 5 rader');
    expect(again.text).toContain(`(nå revisjon ${revision + 1}, Jonas Lerviksen). Ingenting er lagret.`);
    expect(again.text).toContain('Styringsgruppen møtes: 18. → 15. januar 2027');
    const saved = await stage.presses('ingrid', cardOf(again), 'Lagre 5 rader');
    expect(saved.text).toContain(`revisjon ${revision + 2}`);
  });

  test('is told of although Klar ends between saving and telling: nothing is lost, and nothing comes twice', async () => {
    await saves(stage, revisedPlan);
    await stage.restarts();
    expect(await since(stage, before)).toEqual([0, 0, 0, 0]);
    // The platform asks for patience, and has trouble; then Klar ends once more.
    stage.hasMoods();
    await stage.goesOnABit();
    await stage.restarts();
    await stage.goesOn(1);
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);
    await stage.restarts();
    await stage.goesOn(1);
    expect(await since(stage, before)).toEqual([1, 1, 1, 0]);

    // Nobody is at home when it falls due.
    await saves(stage, { ...revisedPlan, content: String(revisedPlan.content).replace('4/12', '7/12') });
    await stage.restarts({ awayDays: 1 });
    await stage.settles();
    expect(await since(stage, before)).toEqual([2, 1, 1, 0]);
  });
});
