import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Name, unit } from './cast.ts';
import { bytesOf } from './klar.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, type Inputs, type Shown, type Stage, sees, type Told } from './stage.ts';
import { stages } from './stages.ts';

const sheet = `15 punkter for ${unit}`;
const save = `Lagre svarene for ${unit}`;

describe.each(stages)('a confirmation in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
    await joins(stage, 'per', 'deputy');
    await joins(stage, 'henrik', 'member');
    await handsOut();
  });
  afterEach(() => stage.closes());

  /** Ingrid gives the checklist to the unit: a form, a look at who gets what, and a second press. */
  async function handsOut(): Promise<void> {
    const list = cardOf(await stage.says('ingrid', 'all', 'sjekkliste'));
    const form = cardOf(await stage.presses('ingrid', list, 'Del ut en sjekkliste'));
    const wanted = { units: unit, due: '2026-12-18' };
    const preview = cardOf(await stage.presses('ingrid', form, 'Se hvem som får hva', wanted));
    expect(preview.text).toContain('15 punkter til hver enhet, svar innen');
    await stage.presses('ingrid', preview, 'Del ut til 1 enhet');
    await sees(stage, 'kari', 'team', sheet);
    await stage.settles();
  }
  const opens = async (who: Name): Promise<Shown> => {
    await stage.settles();
    return cardOf(await stage.presses(who, await sees(stage, who, 'team', sheet), 'Svar på disse 5'));
  };
  const answers = async (who: Name, inputs: Inputs): Promise<Told> =>
    stage.presses(who, await opens(who), save, inputs);

  test('is asked of the unit’s contact and deputy by name, where the unit is', async () => {
    const card = await sees(stage, 'kari', 'team', sheet);
    expect(card.text).toContain('Før oppstart');
    expect(await stage.mentionsOf('kari', 'team')).toBe(1);
    expect(await stage.mentionsOf('per', 'team')).toBe(1);
    expect(await stage.mentionsOf('henrik', 'team')).toBe(0);
    expect((await stage.says('kari', 'own', 'mine')).text).toContain(`Bekreft 15 punkter for ${unit}`);
  });

  test('in yellow needs a comment: the error says so at the field, what was typed stays, and the next press saves', async () => {
    const form = await opens('kari');
    const before = await bytesOf(stage.folder);
    const refused = await stage.presses('kari', form, save, { 'colour-1': 'green', 'colour-2': 'yellow' });
    expect(refused.text).toContain('Punkt 2: Skriv kort hva som mangler.');
    // In Teams a card has no errors at its fields but those that the client makes: the sentence names the point.
    expect(refused.field).toBe(stage.surface === 'teams' ? undefined : 'comment-2');
    expect(await bytesOf(stage.folder)).toBe(before);

    const saved = await stage.presses('kari', form, save, { 'comment-2': 'Mangler to på natt' });
    expect(saved.text).toContain(`✓ 2 punkter lagret for ${unit}`);
    await sees(stage, 'ingrid', 'team', sheet, 'Mangler to på natt', 'av Kari Myrvang');
    const board = await stage.says('ingrid', 'all', 'klar');
    expect(board.text).toContain('1 på vei');
  });

  test('by the deputy takes the contact’s place, the history tells both, and it can be undone', async () => {
    await answers('kari', { 'colour-2': 'red', 'comment-2': 'Mangler to på natt' });
    const saved = cardOf(await answers('per', { 'colour-2': 'green', 'comment-2': 'De er på plass' }));
    expect(saved.text).toContain(`✓ 1 punkt lagret for ${unit}`);
    await sees(stage, 'ingrid', 'team', sheet, 'De er på plass');
    await stage.settles();

    const mine = await sees(stage, 'per', 'team', sheet, 'Angre');
    const history = cardOf(await stage.presses('per', mine, 'Historikk'));
    expect(history.text).toContain(`Kari Myrvang, kontakt, svarte for ${unit}`);
    expect(history.text).toContain(`Per-Anders Holme, stedfortreder, svarte for ${unit}`);
    const back = cardOf(await stage.presses('per', history, 'Til punktene'));
    const undone = await stage.presses('per', back, 'Angre');
    expect(undone.text).toContain('Per-Anders Holme angret');
    await sees(stage, 'ingrid', 'team', sheet, 'Mangler to på natt');
  });

  test('is on the board that stands in the channel, and follows what is answered', async () => {
    await stage.says('ingrid', 'all', 'klar');
    await sees(stage, 'aisha', 'all', 'Før oppstart', '0 av 1 enheter har svart');
    await answers('kari', { 'colour-1': 'red', 'comment-1': 'Ikke begynt' });
    await sees(stage, 'aisha', 'all', 'Før oppstart', '1 ikke klar');
  });

  test('by somebody who does not answer for the unit is refused with a sentence, and nothing is stored', async () => {
    const card = await sees(stage, 'kari', 'team', sheet);
    await stage.says('henrik', 'own', 'hjelp');
    await stage.settles();
    const before = await bytesOf(stage.folder);
    const told = await stage.pressesLate('henrik', card, 'Svar på disse 5');
    expect(told.text).toBe(`Bare Kari Myrvang og Per-Anders Holme kan svare for ${unit}. Ingenting er lagret.`);
    expect(await bytesOf(stage.folder)).toBe(before);
  });
});
