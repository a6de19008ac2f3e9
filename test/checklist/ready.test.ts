import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttons, cardOf, noticeOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const save = (checklist: string, filled: Record<string, string>, name: 'Kari' | 'Lars' = 'Kari', unit = 'u1') =>
  stage.press(name, 'checklist.save', { checklist, unit, page: '0', seen: '0', ...filled });

test('the board says how many have answered, what is worst and who is missing, those in most need first', async () => {
  const checklist = await stage.giveOut();
  await save(checklist, {
    'colour-6': 'red',
    'comment-6': 'Ikke bestilt',
    'colour-7': 'yellow',
    'comment-7': 'Delvis',
  });
  const text = textOf(cardOf(await stage.type('Grete', 'klar'))).replaceAll(/\u2060|\u00A0/gu, ' ');
  expect(text).toContain('Før oppstart onsdag 11. februar: 1 av 3 enheter har svart\nOm 7 dager');
  expect(text).toContain('Verst: Teknikk og utstyr (1 ✕) · Opplæring (1 !)');
  expect(text).toContain('Mangler svar fra: Fjordvik (13), Sundet (15) og Nesset (15)');
  expect(text.indexOf('\nFjordvik\n')).toBeLessThan(text.indexOf('\nSundet\n'));
  expect(text).toContain('[Minn 3 enheter]');
  // A unit's line says only what there is, so that it fits a phone.
  expect(text).toMatch(/\nSundet\n– +15\n/u);
});

test('the grid says for each point which unit is where', async () => {
  const checklist = await stage.giveOut();
  await save(checklist, { 'colour-1': 'red', 'comment-1': 'Nei' });
  const text = textOf(cardOf(await stage.press('Mona', 'checklist.show-grid', { checklist })));
  expect(text).toContain(
    '1 Medvirkning\n✕ 1: Fjordvik\n– 2: Sundet og Nesset\n2 Tidsplan\n– 3: Fjordvik, Sundet og Nesset',
  );
});

test('a unit is chosen on the board and its sheet is shown', async () => {
  const checklist = await stage.giveOut();
  const form = cardOf(await stage.press('Grete', 'checklist.pick-unit', { checklist }));
  expect(textOf(form)).toContain('( ) Fjordvik\n( ) Sundet\n( ) Nesset');
  const [show] = buttons(form, 'checklist.show-sheet');
  const shown = await stage.press('Grete', 'checklist.show-sheet', { ...show?.data, unit: 'u2' });
  expect(textOf(cardOf(shown))).toContain('15 punkter for Sundet');
  expect(noticeOf(await stage.press('Grete', 'checklist.show-sheet', { ...show?.data, unit: '' })).field).toBe('unit');
});

test('in a channel the board is put there for everyone when one who leads asks, and shown alone to others', async () => {
  await stage.giveOut();
  expect(await stage.type('Grete', 'klar', 'elsewhere')).toMatchObject({ show: 'private' });
  const cards = stage.cardsIn('project').length;
  expect(await stage.type('Mona', 'klar', 'project')).toMatchObject({ show: 'private' });
  expect(stage.cardsIn('project')).toHaveLength(cards);
  expect(await stage.type('Grete', 'klar', 'project')).toEqual({ show: 'nothing' });
  expect(stage.cardsIn('project')).toHaveLength(cards + 1);
});

test('with several checklists one is chosen', async () => {
  const first = await stage.giveOut('u1');
  const second = await stage.giveOut('u2');
  const choice = cardOf(await stage.type('Grete', 'klar'));
  expect(textOf(choice)).toContain('Hvilken sjekkliste vil du se tavlen for?');
  expect(
    buttons(choice, 'checklist.show-board')
      .map((b) => b.data?.checklist)
      .sort(),
  ).toEqual([first, second].sort());
});

test('reminding is shown first, reaches the units with points left, and comes once a day', async () => {
  const checklist = await stage.giveOut('u1,u2');
  const ask = cardOf(await stage.press('Lars', 'checklist.ask-rest', { checklist, unit: 'u2' }));
  await stage.press('Lars', 'checklist.confirm-rest', { ...buttons(ask, 'checklist.confirm-rest')[0]?.data });
  const asked = cardOf(await stage.press('Grete', 'checklist.ask-remind', { checklist }));
  expect(textOf(asked)).toContain('Minne 1 enhet på punktene som mangler svar?');
  expect(textOf(asked)).toContain('Fjordvik: 15 punkter\nTil Fjordvik innføring · Kari og Ola');
  await stage.quiet();
  expect(stage.cardsIn('fjordvik')).toHaveLength(1);

  const sent = await stage.press('Grete', 'checklist.remind', { checklist });
  expect(textOf(cardOf(sent))).toContain('Grete sender 1 påminnelse, onsdag 4. februar kl. 10.00.');
  await stage.quiet();
  const reminder = stage.cardsIn('fjordvik').at(-1);
  expect(reminder?.summary).toBe('Om 7 dager: 15 punkter for Fjordvik venter på svar');
  expect(reminder?.mentions?.map(({ name }) => name)).toEqual(['Kari', 'Ola']);
  expect(noticeOf(await stage.press('Grete', 'checklist.remind', { checklist })).text).toContain(
    'Det er ingen flere å minne på i dag',
  );
  await stage.quiet();
  expect(stage.cardsIn('fjordvik')).toHaveLength(2);

  stage.clock.moveTo(stage.clock.now().add({ hours: 24 }));
  await stage.press('Grete', 'checklist.remind', { checklist });
  await stage.quiet();
  expect(stage.cardsIn('fjordvik')).toHaveLength(3);
  expect(stage.cardsIn('fjordvik').at(-1)?.summary).toMatch(/^Om 6 dager/u);
});

test('a reminder that a platform in trouble kept back may be sent once more the same day', async () => {
  const checklist = await stage.giveOut('u1');
  stage.trouble.next = 'unreachable';
  await stage.press('Grete', 'checklist.remind', { checklist });
  await stage.quiet();
  expect(stage.cardsIn('fjordvik')).toHaveLength(1);
  delete stage.trouble.next;
  for (let presses = 0; presses < 2; presses += 1) {
    await stage.press('Grete', 'checklist.remind', { checklist });
    await stage.quiet();
    expect(stage.cardsIn('fjordvik')).toHaveLength(2);
  }
});

test.each(['Kari', 'Mona'] as const)('%s, who does not lead, reminds nobody', async (name) => {
  const checklist = await stage.giveOut();
  expect(textOf(cardOf(await stage.type(name, 'klar')))).not.toContain('Minn');
  for (const verb of ['checklist.ask-remind', 'checklist.remind']) {
    expect(noticeOf(await stage.press(name, verb, { checklist })).problem).toBe(true);
  }
  await stage.quiet();
  expect(stage.standing.size).toBe(3);
});

test.each([
  ['a checklist by its name opens its board', 'sjekkliste "Før oppstart"', 'Grete', '0 av 3 enheter har svart'],
  ['for a contact it opens their own sheet', 'sjekkliste før', 'Kari', 'Du svarer som kontakt for Fjordvik'],
  ['a unit by another spelling opens its sheet', 'checklist fv', 'Grete', '15 punkter for Fjordvik'],
  ['the beginning of a unit’s name opens its sheet', 'sjekkliste Sund', 'Grete', '15 punkter for Sundet'],
  ['a name that is nowhere says so and lists what there is', 'sjekkliste Ingenting', 'Grete', 'som heter «Ingenting»'],
  ['without a name a contact of one unit gets its sheet', 'sjekkliste', 'Kari', '15 punkter for Fjordvik'],
  ['without a name one who leads gets the list', 'sjekkliste', 'Grete', '[Se tavlen]\n[Del ut en sjekkliste]'],
] as const)('%s', async (_, typed, name, wanted) => {
  await stage.giveOut();
  expect(textOf(cardOf(await stage.type(name, typed)))).toContain(wanted);
});

test('a unit that was given nothing says so', async () => {
  await stage.giveOut('u1');
  expect(textOf(cardOf(await stage.type('Grete', 'sjekkliste Nesset')))).toContain(
    'Nesset har ikke fått noen sjekkliste ennå.',
  );
});

test('before anything is given out the board says what comes next', async () => {
  expect(textOf(cardOf(await stage.type('Grete', 'klar')))).toContain('[Del ut en sjekkliste]');
  expect(textOf(cardOf(await stage.type('Kari', 'klar')))).toContain('Du får beskjed når enheten din får en.');
});
