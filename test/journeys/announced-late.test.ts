import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emailOf, programme, unit } from './cast.ts';
import { joins } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const title = 'Opplæringen flyttes til uke 49';
const list = {
  name: 'folk.csv',
  content: `Enhet;Navn;E-post;Rolle\r\n${unit};Kari Myrvang;${emailOf('kari')};kontakt`,
};

// On the page everyone is known from the start; in Teams and Slack Klar knows nobody whom it has not met.
describe.each(stages.filter(([surface]) => surface !== 'page'))('an announcement in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await stage.says('ingrid', 'all', `program "${programme}"`);
    await joins(stage, 'per', 'member');
    await stage.presses('ingrid', cardOf(await stage.sends('ingrid', list)), 'Lagre én person');
    await stage.says('ingrid', 'own', `program "${programme}"`);
  });
  afterEach(() => stage.closes());

  test('reaches somebody from a list once they have come and said who they are, and the report follows', async () => {
    const form = cardOf(await stage.says('ingrid', 'own', 'kunngjør'));
    const filled = {
      title,
      text: 'Si fra til vaktlagene.',
      to: 'some',
      roles: 'contact,member',
      asks: 'read',
      when: 'now',
      ways: 'reminds',
    };
    const preview = cardOf(await stage.presses('ingrid', form, 'Se hvordan den blir', filled));
    expect(preview.text).toContain('Klar ikke har møtt vedkommende ennå: Kari Myrvang');
    await stage.presses('ingrid', preview, 'Send til én mottaker');
    const report = await sees(stage, 'ingrid', 'own', title, 'én er ikke nådd ennå');
    expect(report.text).toContain(
      'Klar ikke har møtt vedkommende: Kari Myrvang. Be vedkommende skrive «hei» til Klar.',
    );

    await stage.says('kari', 'own', 'hei');
    const asked = await sees(stage, 'kari', 'own', `Er du Kari Myrvang, kontakt for ${unit}?`);
    expect((await stage.reads('kari', 'own')).filter(({ text }) => text.includes(title))).toEqual([]);
    await stage.presses('kari', asked, 'Ja, det er meg');
    await stage.goesOnABit();
    const own = await sees(stage, 'kari', 'own', title, 'Si fra til vaktlagene.');
    await stage.presses('kari', own, 'Lest og forstått');
    await sees(stage, 'kari', 'own', title, '✓ Du bekreftet');
    await sees(stage, 'ingrid', 'own', title, 'Skrevet av', '1 av 2 har bekreftet');
    await stage.settles();
    expect((await stage.reads('kari', 'own')).filter(({ text }) => text.includes('vaktlagene'))).toHaveLength(1);
  });
});
