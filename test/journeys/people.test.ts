import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emailOf, programme, unit } from './cast.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const list = {
  name: 'folk.csv',
  content: [
    'Enhet;Navn;E-post;Rolle',
    `${unit};Kari Myrvang;${emailOf('kari')};kontakt`,
    `Tindøy kommune;Aisha Rahmani;${emailOf('aisha')};stedfortreder`,
    'Tindøy kommune;Uten Adresse;ikke-en-adresse;kontakt',
  ].join('\r\n'),
};

// On the page everyone is known from the start; in Teams and Slack Klar knows nobody whom it has not met.
describe.each(stages.filter(([surface]) => surface !== 'page'))('a list of people in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await stage.says('ingrid', 'all', `program "${programme}"`);
  });
  afterEach(() => stage.closes());

  test('shows the row that is refused, is saved by a press, and whoever comes says whether it is them', async () => {
    const read = await stage.sends('ingrid', list);
    expect(read.text).toContain('Listen leses slik: 2 personer i 2 enheter');
    expect(read.text).toContain('✕ Rad 4, «E-post»: «ikke-en-adresse» er ikke en e-postadresse.');
    expect((await stage.presses('ingrid', cardOf(read), 'Lagre 2 personer')).text).toContain('2 personer er lagret');

    await stage.says('kari', 'own', 'hjelp');
    const asked = await sees(stage, 'kari', 'own', `Er du Kari Myrvang, kontakt for ${unit}?`);
    expect((await stage.presses('kari', asked, 'Ja, det er meg')).text).toContain('Du er nå kjent som Kari Myrvang');
    await stage.settles();
    expect((await stage.says('kari', 'own', `enhet "${unit}"`)).text).toContain('Kari Myrvang');

    // Aisha says no: then nobody is the deputy of Tindøy yet, and she is not in the programme.
    await stage.says('aisha', 'own', 'hjelp');
    const wrongly = await sees(stage, 'aisha', 'own', 'Er du Aisha Rahmani, stedfortreder for Tindøy kommune?');
    expect((await stage.presses('aisha', wrongly, 'Nei, ikke meg')).text).toContain('Ingenting er knyttet sammen.');
    await stage.settles();
    expect((await stage.says('aisha', 'own', 'plan')).text).toContain('ikke valgt noe program');
  });
});
