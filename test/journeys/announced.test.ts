import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cast, programme } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, type Shown, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const title = 'Opplæringen flyttes til uke 49';
const filled = {
  title,
  text: 'Leverandøren er forsinket.\n\nSi fra til vaktlagene i dag.',
  to: 'all',
  asks: 'read',
  when: 'now',
  ways: 'reminds',
};

// The journeys begin on Wednesday 25 November 2026 at eight in the morning.
describe.each(stages)('an announcement in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
    await joins(stage, 'per', 'member');
    await stage.says('ingrid', 'all', `program koordinator @${cast.jonas.name}`);
    for (const who of ['ingrid', 'jonas', 'kari', 'per'] as const)
      await stage.says(who, 'own', `program "${programme}"`);
    await stage.settles();
  });
  afterEach(() => stage.closes());

  const report = (...words: string[]): Promise<Shown> => sees(stage, 'ingrid', 'own', title, 'Skrevet av', ...words);

  test('is approved, sent to each, acknowledged, reminded of to the rest, and withdrawn everywhere', async () => {
    const form = cardOf(await stage.says('ingrid', 'own', 'kunngjør'));
    const preview = cardOf(await stage.presses('ingrid', form, 'Se hvordan den blir', filled));
    expect(preview.text).toContain('Slik blir den:');
    expect(preview.text).toContain(cast.kari.name);
    await stage.presses('ingrid', preview, 'Be om godkjenning');
    await stage.settles();
    expect((await stage.reads('kari', 'own')).filter(({ text }) => text.includes(title))).toEqual([]);

    const asked = await sees(stage, 'jonas', 'own', 'ber deg godkjenne', title);
    await stage.presses('jonas', asked, 'Godkjenn og send');
    await sees(stage, 'jonas', 'own', `✓ ${cast.jonas.name} godkjente`);
    await sees(stage, 'ingrid', 'own', `${cast.jonas.name} godkjente «${title}»`);

    // Kari has read it; her client sends the press once more.
    const karis = await sees(stage, 'kari', 'own', title, 'ser hvem som har bekreftet');
    await stage.presses('kari', karis, 'Lest og forstått');
    await stage.repeats('kari');
    await sees(stage, 'kari', 'own', title, '✓ Du bekreftet onsdag 25. november kl. 08.00: Lest og forstått');
    await sees(stage, 'per', 'own', title);
    await report('Sendt onsdag 25. november kl. 08.00', '1 av');
    expect((await stage.says('per', 'own', 'mine')).text).toContain(`Les og bekreft: ${title}`);
    expect((await stage.says('kari', 'own', 'mine')).text).not.toContain(title);

    // Two working days later those who are missing are reminded, and nobody else.
    await stage.goesOn(3);
    await sees(stage, 'per', 'own', `Påminnelse: ${cast.ingrid.name} venter på at du bekrefter dette.`, title);
    await stage.settles();
    expect((await stage.reads('kari', 'own')).filter(({ text }) => text.includes('Leverandøren'))).toHaveLength(1);

    const asks = cardOf(await stage.presses('ingrid', await report('Siste påminnelse'), 'Trekk tilbake'));
    expect(asks.text).toContain(`Trekke tilbake «${title}»?`);
    await stage.presses('ingrid', asks, 'Trekk tilbake');
    await stage.settles();
    for (const who of ['kari', 'per'] as const) {
      await sees(stage, who, 'own', `Trukket tilbake av ${cast.ingrid.name}`);
      expect((await stage.reads(who, 'own')).filter(({ text }) => text.includes('Leverandøren'))).toEqual([]);
    }
    expect((await stage.says('per', 'own', 'mine')).text).not.toContain(title);
  });
});
