import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Name, unit } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const question = 'Er dere klare til oppstart?';
const reminder = 'Avstemningen stenger i morgen';

// The journeys begin on Wednesday 25 November 2026; a poll of seven days closes on the Wednesday after, at four.
describe.each(stages)('those who are silent in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
    await joins(stage, 'per', 'deputy');
    // Klar writes to those whom it has met.
    for (const who of ['kari', 'per'] as const) await stage.says(who, 'own', 'hjelp');
  });
  afterEach(() => stage.closes());

  async function asks(names: 'named' | 'anonymous'): Promise<void> {
    const form = cardOf(await stage.says('ingrid', 'all', 'avstemning'));
    const options = 'Ja\nNesten\nNei';
    const wanted = { question, options, choice: 'single', names, closes: '7d' };
    const preview = cardOf(await stage.presses('ingrid', form, 'Se hvordan den blir', wanted));
    await stage.presses('ingrid', preview, 'Legg ut avstemningen');
    await sees(stage, 'kari', 'all', question, 'Nesten');
  }
  const heard = async (who: Name, where: 'own' | 'all') =>
    (await stage.reads(who, where)).filter(({ text }) => text.includes(reminder));
  const answers = async (who: Name) => stage.presses(who, await sees(stage, who, 'all', question, 'Nesten'), 'Ja');

  test('are reminded of a named poll in their own chats, and answer there; whoever has answered is left alone', async () => {
    await asks('named');
    await answers('kari');
    await stage.goesOn(7);
    expect(await heard('kari', 'own')).toEqual([]);
    expect(await heard('per', 'all')).toEqual([]);
    const [card, ...more] = await heard('per', 'own');
    expect(more).toEqual([]);
    if (!card) throw new Error('Per has heard nothing');
    const poll = cardOf(await stage.presses('per', card, 'Vis avstemningen'));
    expect(cardOf(await stage.presses('per', poll, 'Nei')).text).toContain('✓ Du svarte «Nei».');
  });

  test('are reminded of an anonymous one together, in a message that goes on telling how many have answered', async () => {
    await asks('anonymous');
    await answers('kari');
    await stage.goesOn(7);
    for (const who of ['kari', 'per'] as const) expect(await heard(who, 'own')).toEqual([]);
    const [card, ...more] = await heard('per', 'all');
    expect(more).toEqual([]);
    expect(card?.text).toContain('1 har svart. Har du ikke svart, er det fortsatt tid.');
    await answers('per');
    // It is the next morning by now.
    await sees(stage, 'kari', 'all', 'Avstemningen stenger i dag', '2 har svart');
  });

  test('are reminded of a checklist in the unit’s channel, by the clock, once a day', async () => {
    const list = cardOf(await stage.says('ingrid', 'all', 'sjekkliste'));
    const form = cardOf(await stage.presses('ingrid', list, 'Del ut en sjekkliste'));
    const preview = cardOf(
      await stage.presses('ingrid', form, 'Se hvem som får hva', { units: unit, due: '2026-12-04' }),
    );
    await stage.presses('ingrid', preview, 'Del ut til 1 enhet');
    await stage.goesOn(3);
    const asked = await sees(stage, 'per', 'team', `Om 7 dager: 15 punkter for ${unit} venter på svar`);
    expect(asked.text).toContain('Før oppstart');
    await stage.goesOn(1);
    const all = (await stage.reads('per', 'team')).filter(({ text }) => text.includes('venter på svar'));
    expect(all).toHaveLength(1);
  });
});
