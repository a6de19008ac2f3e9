import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginsWithPlan, noticesIn, revisedPlan, saves, since, tellings } from './plan-setting.ts';
import { cardOf, type Stage } from './stage.ts';
import { stages } from './stages.ts';

describe.each(stages)('rows of a plan in %s', (_surface, open) => {
  let stage: Stage;
  let revision: number;
  let before: number[];
  beforeEach(async () => {
    stage = await open();
    revision = await beginsWithPlan(stage);
    before = await tellings(stage);
  });
  afterEach(() => stage.closes());

  const asks = (line: string) => stage.says('ingrid', 'all', line);
  const newest = async (who: 'kari' | 'aisha', where: 'team' | 'own') =>
    (await noticesIn(stage, who, where)).at(-1)?.text;
  /** How often Solvik was reminded of a row. */
  const reminders = async (title: string) =>
    (await stage.reads('per', 'team')).filter(({ text }) => text.includes(title) && text.includes('Kontakt:')).length;

  test('are moved by a sentence: what waits for them is shown and moves along, is told with the reason, and taken back', async () => {
    const refused = await stage.says('kari', 'team', 'plan flytt "Kabling er klar" "14/12"');
    expect(refused.text).toContain('Bare de som leder programmet, kan flytte rader');

    const line = 'plan flytt Kabling er klar til uke 51 fordi leverandøren er forsinket';
    const question = await asks(line);
    expect(question.text).toContain('Flytte «Kabling er klar»?');
    expect(question.text).toContain('2 rader som venter på denne, må flyttes');
    expect(question.text).toContain('Kurs for superbrukere');
    expect(question.text).toContain('Prøvedrift');
    const dropped = await stage.presses('ingrid', cardOf(await asks(line)), 'Avbryt');
    expect(dropped.text).toContain('Ingenting er flyttet.');

    const moved = await stage.presses('ingrid', cardOf(question), 'Flytt alle 3');
    expect(moved.text).toContain('Flyttet til uke 51');
    expect(moved.text).toMatch(/Flyttet med: .*Kurs for superbrukere/);
    await stage.repeats('ingrid');
    const undone = await stage.presses('ingrid', cardOf(moved), 'Angre');
    expect(undone.text).toContain('Angret.');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([0, 0, 0, 0]);

    await stage.presses('ingrid', cardOf(await asks(line)), 'Flytt alle 3');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 1, 0, 0]);
    const told = await newest('kari', 'team');
    expect(told).toContain('2 ting for Solvik kommune');
    expect(told).toMatch(/Kabling er klar: .*uke 51.*\(«leverandøren er forsinket»\)/);
    expect(await newest('aisha', 'own')).toMatch(/Kurs for superbrukere: .*10\. (?:desember )?→ 21\. desember/);
  });

  test('are reminded of by their new dates, and not by the old', async () => {
    const question = await asks('plan flytt "Kabling er klar" "14/12"');
    await stage.presses('ingrid', cardOf(question), 'Bare denne');
    // The third was its date: a week before and on the day it would have been due.
    await stage.goesOn(9);
    expect(await reminders('Kabling er klar')).toBe(0);
    await stage.goesOn(5);
    expect(await reminders('Kabling er klar')).toBe(1);
  });

  test('on pause and called off stay silent; resumed, they are reminded of again', async () => {
    const form = await asks('plan pause Kabling er klar');
    const without = await stage.presses('ingrid', cardOf(form), 'Sett på pause', { reason: ' ' });
    expect(without.text).toContain('Skriv en kort grunn');
    const paused = await stage.presses('ingrid', without.card ?? cardOf(form), 'Sett på pause', {
      reason: 'Venter på kabel',
    });
    expect(paused.text).toContain('Satt på pause.');
    expect(paused.text).toContain('Venter på kabel');
    const off = await asks('plan avlys Prøvedrift fordi sykehuset ikke er klart');
    expect(off.text).toContain('Avlyst.');
    await stage.goesOnABit();
    expect(await since(stage, before)).toEqual([1, 0, 0, 0]);
    const told = await newest('kari', 'team');
    expect(told).toContain('Kabling er klar: satt på pause («Venter på kabel»)');
    expect(told).toContain('Prøvedrift: avlyst («sykehuset ikke er klart»)');

    await stage.goesOn(3);
    expect(await reminders('Kabling er klar')).toBe(0);
    const resumed = await asks('plan gjenoppta Kabling er klar');
    expect(resumed.text).toContain('Gjenopptatt.');
    await stage.goesOn(5);
    expect(await reminders('Kabling er klar')).toBeGreaterThan(0);
    await stage.goesOn(14);
    expect(await reminders('Prøvedrift')).toBe(0);
  });

  test('tell what has changed since a day and since a revision; an earlier revision is shown, and brought back', async () => {
    await stage.goesOn(1);
    await saves(stage, revisedPlan);
    await stage.presses('ingrid', cardOf(await asks('plan flytt "Styringsgruppen møtes" "18/1"')), 'Flytt');
    await stage.goesOnABit();
    const told = await tellings(stage);

    for (const asked of ['26.11', 'torsdag 26. november', `revisjon ${revision}`]) {
      const changes = await asks(`plan endringer siden ${asked}`);
      expect(changes.text).toContain('2 flyttet, 1 med annen ansvarlig, 1 med ny ordlyd, 1 ny, 1 tatt ut');
      expect(changes.text).toContain('Kabling er klar: torsdag 3. → fredag 4. desember');
    }
    const list = await asks('plan revisjoner');
    expect(list.text).toContain('Ingrid Solbakkrud flyttet «Styringsgruppen møtes»');
    expect(list.text).toContain('Ingrid Solbakkrud leste inn plan.csv');

    const old = await asks(`plan revisjon ${revision}`);
    const rows = await stage.presses('ingrid', cardOf(old), 'Vis planen slik den var');
    expect(rows.text).toContain('Lokalene er pusset opp');
    expect(rows.text).not.toContain('superbrukere og ledere');
    // Others may look, and change nothing.
    const karis = await stage.says('kari', 'team', `plan revisjon ${revision}`);
    expect(karis.text).toContain('Vis planen slik den var');
    expect(karis.text).not.toContain('Hent tilbake');

    const kept = (await asks('plan revisjoner')).text;
    const back = await stage.presses('ingrid', cardOf(rows), 'Tilbake');
    const question = await stage.presses('ingrid', cardOf(back), 'Hent tilbake denne planen');
    expect(question.text).toContain(`Hente tilbake revisjon ${revision}? Da blir 6 rader endret`);
    expect(question.text).toContain('Kabling er klar: fredag 4. → torsdag 3. desember');
    expect(question.text).toContain('3 enheter og alle i programmet får beskjed når du henter den tilbake.');
    expect((await asks('plan revisjoner')).text).toBe(kept);
    const restored = await stage.presses('ingrid', cardOf(question), `Hent tilbake revisjon ${revision}`);
    expect(restored.text).toContain(`Planen er igjen slik den var i revisjon ${revision}.`);
    await stage.repeats('ingrid');
    expect((await asks('plan endringer siden revisjon '.concat(String(revision)))).text).toMatch(/: ingen/);
    await stage.goesOnABit();
    expect(await since(stage, told)).toEqual([1, 1, 1, 1]);
    expect(await newest('aisha', 'own')).toContain('+ Lokalene er pusset opp');
  });
});
