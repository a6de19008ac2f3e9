import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { givenBack, ShownForms } from '#teams/shown-forms.ts';
import { openRig, type Rig } from './rig.ts';
import { button, cardOf, formOf } from './trial-feature.ts';

const typedIn = (card: Card, id: string) =>
  card.content.body
    .flatMap((one) => (one.type === 'Container' ? one.items : [one]))
    .flatMap((one) => ('label' in one && one.id === id ? [one.value] : []))[0];

describe('a form that is given back', () => {
  test('holds what was typed, and says what is wrong above its buttons', () => {
    const card = givenBack(formOf('en'), { about: 'en', what: 'kanskje', which: 'a,c' }, 'Skriv ja.');
    expect([typedIn(card, 'what'), typedIn(card, 'which')]).toEqual(['kanskje', 'a,c']);
    expect(card.content.body.at(-2)).toMatchObject({ type: 'TextBlock', text: 'Skriv ja.', color: 'Attention' });
    expect(card.content.body.at(-1)?.type).toBe('ActionSet');
  });

  test('leaves empty what was emptied', () => {
    const card = givenBack(formOf('en'), { about: 'en', which: '' }, 'Skriv ja.');
    expect([typedIn(card, 'what'), typedIn(card, 'which')]).toEqual([undefined, undefined]);
  });
});

test('a form is found again by its button and what that is about, for whoever was shown it', () => {
  const forms = new ShownForms();
  forms.shown('kari', formOf('en'));
  forms.shown('kari', formOf('to'));
  forms.shown('kari', cardOf('Et kort', [button('trial.answer', { about: 'tre' })]));
  expect(forms.pressed('kari', 'trial.answer', { about: 'en', what: 'x' })).toEqual(formOf('en'));
  expect(forms.pressed('kari', 'trial.answer', { about: 'tre' })).toBeUndefined();
  expect(forms.pressed('kari', 'trial.ask', { about: 'en' })).toBeUndefined();
  expect(forms.pressed('ola', 'trial.answer', { about: 'en' })).toBeUndefined();
});

describe('whoever typed something that Klar cannot use gets the form back as they left it', () => {
  let rig: Rig;
  beforeEach(async () => {
    rig = await openRig();
  });
  afterEach(async () => {
    expect(rig.teams.violations).toEqual([]);
    await rig.close();
  });

  test('in a channel, for them alone, and the card is held while they mend it', async () => {
    await rig.teams.as(rig.kari).says(rig.channel, 'post');
    await rig.teams.until(() => rig.teams.fromBot(rig.channel).length > 0);
    const card = rig.last(rig.channel);
    await rig.teams.as(rig.ola).press(card, 'trial.ask');
    await rig.teams.as(rig.ola).press(card, 'trial.answer', { what: 'nei', which: 'a,b' });
    expect(rig.teams.texts(rig.ola, card)).toContain('Skriv ja.');
    expect(rig.teams.texts(rig.kari, card)).not.toContain('Skriv ja.');

    await rig.teams.as(rig.kari).press(card, 'trial.count');
    await rig.house.outbox.settled();
    expect(rig.teams.calls('update')).toEqual([]);
    await rig.teams.as(rig.ola).press(card, 'trial.answer', { what: 'ja' });
    expect(JSON.parse(rig.teams.texts(rig.ola, card)[0] ?? '')).toEqual({ about: 'en', what: 'ja', which: 'a,b' });
  });

  test('in the own chat, where a form comes as a message', async () => {
    const chat = rig.teams.personalChat(rig.kari);
    chat.installed = true;
    await rig.teams.as(rig.kari).says(chat, 'say-ask');
    const card = rig.last(chat);
    await rig.teams.as(rig.kari).press(card, 'trial.answer', { what: 'nei', which: 'b' });
    expect(rig.teams.texts(rig.kari, card)).toContain('Skriv ja.');
    await rig.teams.as(rig.kari).press(card, 'trial.answer', { what: 'ja' });
    await rig.settled();
    expect(JSON.parse(rig.teams.texts(rig.kari, card)[0] ?? '')).toEqual({ about: 'to', what: 'ja', which: 'b' });
  });

  test('a card that Klar has not shown them as a form stays, and the sentence passes by', async () => {
    const chat = rig.teams.personalChat(rig.kari);
    chat.installed = true;
    await rig.teams.as(rig.kari).says(chat, 'say-ask');
    const card = rig.last(chat);
    await rig.restart();
    const told = await rig.teams.as(rig.kari).press(card, 'trial.answer', { what: 'nei' });
    expect(told.outcome).toEqual({ kind: 'toast', text: 'Skriv ja.' });
  });
});
