import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { joins, plans, settlesIn } from './setting.ts';
import { cardOf, type Stage, sees } from './stage.ts';
import { stages } from './stages.ts';

const question = 'Er dere klare til oppstart?';

describe.each(stages)('each reads their own language in %s', (surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
  });
  afterEach(() => stage.closes());

  // Slack shows everyone the same message; Teams and the page ask for each reader's version.
  const hasVersions = surface !== 'slack';

  test('a poll stands in the place’s language, and answers come in the reader’s', async () => {
    await stage.says('ingrid', 'all', `avstemning "${question}" "Ja" "Nei"`);
    await sees(stage, 'oda', 'all', question, 'Ingen har svart ennå');
    await sees(stage, 'elin', 'all', question, hasVersions ? 'Ingen har svarat ännu' : 'Ingen har svart ennå');
    const daniels = await sees(stage, 'daniel', 'all', question, hasVersions ? 'Nobody' : 'Ingen har svart ennå');
    const elins = await stage.presses('elin', await sees(stage, 'elin', 'all', question), 'Ja');
    expect(elins.text).toContain('✓ Du svarade ”Ja”.');
    expect((await stage.presses('daniel', daniels, 'Nei')).text).toContain('✓ You answered “Nei”.');
    const shared = await sees(stage, 'oda', 'all', question, '2 har svart');
    expect(shared.text).toContain('Navn vises: alle her kan se hva du svarer.');
  });

  test('a reminder stands in the place’s language, each with a version where there can be one', async () => {
    await joins(stage, 'elin', 'contact', 'Elvestrand kommune');
    await joins(stage, 'daniel', 'contact', 'Storvatn sykehus');
    const read = await plans(stage, '3/12;Styringsgruppen møtes;');
    await stage.presses('ingrid', cardOf(read), 'Lagre én rad');
    await stage.goesOn(2);
    await sees(stage, 'oda', 'all', 'Styringsgruppen møtes', 'Om ');
    await sees(stage, 'daniel', 'all', 'Styringsgruppen møtes', hasVersions ? 'In ' : 'Om ');
    expect((await stage.says('daniel', 'all', 'plan')).text).toContain('The plan ahead: one row');
    expect((await stage.says('elin', 'all', 'plan')).text).toContain('Planen framöver: en rad');
  });

  test('what Klar does not understand is answered in the language of whoever wrote it', async () => {
    expect((await stage.says('elin', 'own', 'omrostning')).text).toContain('omröstning');
    expect((await stage.says('daniel', 'own', 'chekclist')).text).toContain('checklist');
    expect((await stage.says('oda', 'own', 'avstemming')).text).toContain('avstemning');
  });

  test('a language that somebody chooses is theirs from then on', async () => {
    const settings = cardOf(await stage.says('kari', 'own', 'innstillinger'));
    const form = cardOf(await stage.presses('kari', settings, 'Endre språk'));
    await stage.presses('kari', form, 'Lagre innstillingene', { language: 'sv' });
    expect((await stage.says('kari', 'own', 'mina')).text).toContain('väntar på dig');
    expect((await stage.says('per', 'own', 'mine')).text).toContain('venter på deg');
  });
});
