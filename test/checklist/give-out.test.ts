import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttons, cardOf, due, noticeOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
const open = async (options = {}) => {
  stage = await openStage(options);
};
beforeEach(() => open());
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const form = { template: 'start', units: '*', due };
const preview = (more: object = {}) => stage.press('Grete', 'checklist.preview', { ...form, ...more });
const draftOf = (answer: Awaited<ReturnType<typeof preview>>) =>
  buttons(cardOf(answer), 'checklist.give-out')[0]?.data ?? {};

test('who leads is offered to give one out, sees what goes to whom, and gives it out with a second press', async () => {
  const empty = await stage.type('Grete', 'sjekkliste');
  expect(textOf(cardOf(empty))).toContain('Ingen sjekkliste er delt ut i Ny journal ennå\nDel ut en');
  expect(textOf(cardOf(await stage.press('Grete', 'checklist.new', {})))).toContain(
    '( ) Alle 3 enhetene\n( ) Fjordvik',
  );

  const shown = await preview();
  expect(textOf(cardOf(shown))).toBe(
    [
      'Dele ut «Før oppstart» til 3 enheter?',
      '15 punkter til hver enhet, svar innen onsdag 11. februar (om 7 dager). Dette blir sendt:',
      'Fjordvik',
      'Til Fjordvik innføring · Kari og Ola',
      'Sundet',
      'Til programmets sted, Prosjektet · Lars',
      'Nesset',
      'Til programmets sted, Prosjektet · ingen kan svare ennå',
      '[Del ut til 3 enheter]',
      '[Avbryt]',
    ].join('\n'),
  );
  expect(await stage.store.checklists.all()).toEqual([]);
  expect(stage.standing.size).toBe(0);

  const given = await stage.press('Grete', 'checklist.give-out', draftOf(shown));
  expect(textOf(cardOf(given))).toContain('«Før oppstart» er delt ut til 3 enheter');
  await stage.quiet();
  expect(stage.cardsIn('fjordvik').map((c) => c.summary)).toEqual([
    'Før oppstart onsdag 11. februar: 15 punkter for Fjordvik',
  ]);
  expect(stage.cardsIn('project')).toHaveLength(2);
  expect(await stage.store.sheets.all()).toHaveLength(3);
  expect((await stage.store.audit.all()).map((line) => line.what)).toEqual(['checklist.give-out']);
});

test('those who answer for the unit are mentioned on the card as it is posted, and it needs no update', async () => {
  const shown = await preview({ units: 'u1' });
  await stage.press('Grete', 'checklist.give-out', draftOf(shown));
  await stage.quiet();
  const [card] = stage.cardsIn('fjordvik');
  expect(card?.mentions?.map(({ name }) => name)).toEqual(['Kari', 'Ola']);
  expect(card && textOf(card)).toContain('Svarer for Fjordvik:\nKari, Ola\n');
  expect([...stage.standing.values()].map(({ updates }) => updates)).toEqual([0]);
});

test('pressing twice, or again later, gives out one checklist with one card for each unit', async () => {
  const draft = draftOf(await preview());
  await Promise.all([
    stage.press('Grete', 'checklist.give-out', draft),
    stage.press('Grete', 'checklist.give-out', draft),
  ]);
  await stage.quiet();
  await stage.house.beat();
  await stage.press('Grete', 'checklist.give-out', draft);
  await stage.quiet();
  expect(await stage.store.checklists.all()).toHaveLength(1);
  expect(stage.standing.size).toBe(3);
});

test('without any place the card goes to the contact’s own chat in their language', async () => {
  await stage.close();
  await open({ programmePlace: false });
  await stage.giveOut('u2,u3');
  expect([...stage.standing.values()].map(({ card }) => card.summary)).toEqual([
    'Före start onsdag 11 februari: 15 punkter för Sundet',
  ]);
  expect(textOf(cardOf(await stage.type('Grete', 'klar')))).toContain('Kortet nådde ikke fram til: Nesset');
});

test('what a crash left unsent is sent by the next heartbeat, once', async () => {
  const id = await stage.giveOut();
  await stage.store.ledger.drop(`checklist.${id}`);
  stage.standing.clear();
  await stage.house.beat();
  await stage.quiet();
  expect(stage.standing.size).toBe(3);
  await stage.house.beat();
  await stage.quiet();
  expect(stage.standing.size).toBe(3);
});

test('what a platform in trouble kept back is sent by a later heartbeat, once', async () => {
  stage.trouble.next = 'unreachable';
  await stage.giveOut();
  expect(stage.standing.size).toBe(0);
  delete stage.trouble.next;
  for (let beats = 0; beats < 2; beats += 1) {
    await stage.house.beat();
    await stage.quiet();
    expect(stage.standing.size).toBe(3);
  }
  expect(textOf(cardOf(await stage.type('Grete', 'klar')))).not.toContain('Kortet nådde ikke fram');
});

test('a card that did not arrive stands on the board', async () => {
  stage.trouble.next = 'gone';
  await stage.giveOut('u1,u2');
  expect(textOf(cardOf(await stage.type('Grete', 'klar')))).toContain('Kortet nådde ikke fram til: Fjordvik og Sundet');
});

test.each([
  [{ due: '' }, 'due'],
  [{ due: '2026-02-03' }, 'due'],
  [{ units: '' }, 'units'],
  [{ units: 'u9' }, 'units'],
  [{ template: 'other' }, 'template'],
])('a form with %o is refused at its field and nothing is stored', async (more, field) => {
  expect(noticeOf(await preview(more))).toMatchObject({ problem: true, field });
  expect(await stage.store.drafts.all()).toEqual([]);
});

test('a day that has passed since the preview is refused', async () => {
  const draft = draftOf(await preview({ due: '2026-02-04' }));
  stage.clock.moveTo(stage.clock.now().add({ hours: 24 }));
  expect(noticeOf(await stage.press('Grete', 'checklist.give-out', draft)).field).toBe('due');
  expect(await stage.store.checklists.all()).toEqual([]);
});

test('cancelling leaves nothing behind', async () => {
  const draft = draftOf(await preview());
  expect(textOf(cardOf(await stage.press('Grete', 'checklist.cancel', draft)))).toContain('Ingenting er delt ut.');
  expect(noticeOf(await stage.press('Grete', 'checklist.give-out', draft)).problem).toBe(true);
  expect(await stage.store.drafts.all()).toEqual([]);
  expect(await stage.store.checklists.all()).toEqual([]);
});

test.each(['Kari', 'Mona', 'Pat'] as const)('%s, who does not lead, can neither preview nor give out', async (name) => {
  const draft = draftOf(await preview());
  const before = await stage.stored();
  for (const [verb, values] of [
    ['checklist.new', {}],
    ['checklist.preview', form],
    ['checklist.show-preview', draft],
    ['checklist.give-out', draft],
  ] as const) {
    expect(noticeOf(await stage.press(name, verb, values, { where: 'project' })).problem).toBe(true);
  }
  await stage.press(name, 'checklist.cancel', draft, { where: 'project' });
  expect(await stage.stored()).toBe(before);
  expect(await stage.store.drafts.all()).toHaveLength(1);
});

test('where there is no programme, and where it has no units, the next step is named', async () => {
  expect(textOf(cardOf(await stage.type('Pat', 'checklist')))).toContain(
    'Type “programme” and choose or make one first',
  );
  expect(textOf(cardOf(await stage.press('Pat', 'checklist.new', {})))).toContain('[Choose programme]');
  await stage.store.programmes.change('health', (p) => ({ next: { ...p, units: [] }, outcome: true }));
  expect(textOf(cardOf(await stage.type('Grete', 'sjekkliste')))).toContain('[Importer]');
  expect(textOf(cardOf(await stage.press('Grete', 'checklist.new', {})))).toContain(
    'Ny journal har ingen enheter ennå',
  );
});
