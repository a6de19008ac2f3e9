import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttons, cardOf, due, filledIn, noticeOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
let checklist: string;
beforeEach(async () => {
  stage = await openStage();
  checklist = await stage.giveOut();
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const ids = (unit = 'u1') => ({ checklist, unit });
const sheet = (unit = 'u1') => stage.store.sheets.get(`${checklist}.${unit}`);

/** Opens the form of a page, fills in what is given and sends it. */
async function answer(name: Parameters<Stage['press']>[0], filled: Record<string, string>, page = '0', id = '') {
  const form = cardOf(await stage.press(name, 'checklist.answer', { ...ids(), page }));
  const [save] = buttons(form, 'checklist.save');
  return stage.press(name, 'checklist.save', { ...save?.data, ...filledIn(form), ...filled }, { id });
}

test('a contact confirms points, and the card says what was registered, by whom and when', async () => {
  const came = await answer('Kari', { 'colour-1': 'green', 'colour-2': 'yellow', 'comment-2': 'Mangler to på natt' });
  expect(came.show).toBe('replace');
  const text = textOf(cardOf(came));
  expect(text).toContain('Før oppstart onsdag 11. februar: 15 punkter for Fjordvik');
  expect(text).toContain('Du svarer som kontakt for Fjordvik');
  expect(text).toContain('✓ 2 punkter lagret for Fjordvik, onsdag 4. februar kl. 10.00 av Kari.');
  expect(text).toContain('! Mangler to på natt');
  expect((await sheet())?.confirmations).toMatchObject([
    { item: '1', colour: 'green', comment: '', by: 'kari', role: 'contact' },
    { item: '2', colour: 'yellow', comment: 'Mangler to på natt', by: 'kari', role: 'contact' },
  ]);
  const lines = (await stage.store.audit.all()).filter((line) => line.what === 'checklist.confirm');
  expect(lines.map((line) => line.on.item)).toEqual(['1', '2']);
});

test('a deputy answers as deputy', async () => {
  expect(textOf(cardOf(await answer('Ola', { 'colour-1': 'green' })))).toContain(
    'Du svarer som stedfortreder for Fjordvik',
  );
  expect((await sheet())?.confirmations).toMatchObject([{ by: 'ola', role: 'deputy' }]);
});

test('a yellow without a comment is refused at its field, and nothing of the form is stored', async () => {
  const before = await stage.stored();
  const came = await answer('Kari', { 'colour-1': 'green', 'colour-3': 'red' });
  expect(noticeOf(came)).toMatchObject({
    problem: true,
    field: 'comment-3',
    text: 'Punkt 3: Skriv kort hva som mangler. Gul og rød trenger en merknad.',
  });
  expect(await stage.stored()).toBe(before);
});

test.each([
  ['not relevant on a point for everyone', { 'colour-1': 'not-relevant' }, 'colour-1'],
  ['a comment without a colour', { 'comment-2': 'Mangler' }, 'colour-2'],
  ['a comment that is too long', { 'colour-2': 'red', 'comment-2': 'x'.repeat(501) }, 'comment-2'],
  ['a point that is not in the list', { 'colour-99': 'green' }, undefined],
  ['a colour that is none', { 'colour-1': 'withdrawn' }, undefined],
])('%s is refused and nothing is stored', async (_, filled, field) => {
  const before = await stage.stored();
  const notice = noticeOf(await answer('Kari', filled as Record<string, string>));
  expect(notice.problem).toBe(true);
  expect(notice.field).toBe(field);
  expect(await stage.stored()).toBe(before);
});

test('not relevant is offered on optional points alone', async () => {
  const form = (page: string) => stage.press('Kari', 'checklist.answer', { ...ids(), page });
  expect(textOf(cardOf(await form('0')))).not.toContain('Ikke aktuelt');
  expect(textOf(cardOf(await form('1'))).match(/Ikke aktuelt/gu)).toHaveLength(1);
});

test.each(['Mona', 'Lars', 'Grete', 'Pat'] as const)(
  '%s, who does not answer for the unit, changes nothing',
  async (name) => {
    const before = await stage.stored();
    const sent = { ...ids(), page: '0', seen: '0', 'colour-1': 'green', items: '1', act: 'x' };
    for (const verb of [
      'checklist.answer',
      'checklist.save',
      'checklist.confirm-rest',
      'checklist.undo',
      'checklist.ask-rest',
    ]) {
      expect(noticeOf(await stage.press(name, verb, sent)).problem).toBe(true);
    }
    expect(await stage.stored()).toBe(before);
  },
);

test('others in the programme read the sheet and are told who can answer', async () => {
  const card = cardOf(await stage.type('Mona', 'sjekkliste FV'));
  expect(textOf(card)).toContain('Kari og Ola svarer for Fjordvik. Du kan lese svarene');
  expect(buttons(card, 'checklist.answer')).toEqual([]);
  expect(buttons(card, 'checklist.ask-rest')).toEqual([]);
});

test('each reads in their own language', async () => {
  expect(textOf(cardOf(await stage.type('Lars', 'checklista')))).toContain(
    'Före start onsdag 11 februari: 15 punkter för Sundet\nDu svarar som kontakt för Sundet',
  );
});

test('a form that was sent without changes confirms nothing', async () => {
  await answer('Kari', { 'colour-1': 'green' });
  const before = await stage.stored();
  expect(textOf(cardOf(await answer('Kari', {})))).toContain('Ingenting var endret');
  expect(await stage.stored()).toBe(before);
});

test('the same submission delivered twice is confirmed once and shows the same card', async () => {
  const form = cardOf(await stage.press('Kari', 'checklist.answer', { ...ids(), page: '0' }));
  const [save] = buttons(form, 'checklist.save');
  const values = { ...save?.data, ...filledIn(form), 'colour-1': 'green' };
  const first = await stage.press('Kari', 'checklist.save', values, { id: 'twice' });
  const before = await stage.stored();
  expect(await stage.press('Kari', 'checklist.save', values, { id: 'twice' })).toEqual(first);
  expect(await stage.stored()).toBe(before);
});

test('two people at once: the last answer of each point stands and both are in the history', async () => {
  const forms = await Promise.all(
    (['Kari', 'Ola'] as const).map((name) => stage.press(name, 'checklist.answer', { ...ids(), page: '0' })),
  );
  const [saveKari, saveOla] = forms.map((form) => ({
    ...buttons(cardOf(form), 'checklist.save')[0]?.data,
    ...filledIn(cardOf(form)),
  }));
  await Promise.all([
    stage.press('Kari', 'checklist.save', { ...saveKari, 'colour-1': 'green', 'colour-2': 'green' }),
    stage.press('Ola', 'checklist.save', { ...saveOla, 'colour-2': 'red', 'comment-2': 'Nei', 'colour-3': 'green' }),
  ]);
  const given = (await sheet())?.confirmations ?? [];
  expect(
    given
      .filter((c) => c.item === '2')
      .map((c) => c.by)
      .sort(),
  ).toEqual(['kari', 'ola']);
  expect(new Set(given.map((c) => c.item))).toEqual(new Set(['1', '2', '3']));
});

test('all without remarks is in order shows what it covers, and confirms exactly that', async () => {
  await answer('Kari', { 'colour-2': 'red', 'comment-2': 'Mangler' });
  const ask = cardOf(await stage.press('Kari', 'checklist.ask-rest', { ...ids(), page: '0' }));
  expect(textOf(ask)).toContain('Er disse 14 punktene i orden for Fjordvik?');
  expect((await sheet())?.confirmations).toHaveLength(1);
  await answer('Ola', { 'colour-5': 'red', 'comment-5': 'Ikke her' });
  const [confirm] = buttons(ask, 'checklist.confirm-rest');
  const after = textOf(cardOf(await stage.press('Kari', 'checklist.confirm-rest', { ...confirm?.data })));
  expect(after).toContain('13 punkter lagret');
  expect(after).toContain('✕ Ikke her');
});

test('undo sets the earlier answers back and the history keeps both', async () => {
  await answer('Kari', { 'colour-1': 'red', 'comment-1': 'Mangler' });
  const saved = cardOf(await answer('Kari', { 'colour-1': 'green', 'comment-1': '', 'colour-2': 'green' }));
  const [undo] = buttons(saved, 'checklist.undo');
  const back = textOf(cardOf(await stage.press('Kari', 'checklist.undo', { ...undo?.data })));
  expect(back).toContain('Kari angret onsdag 4. februar kl. 10.00: 2 punkter er satt tilbake.');
  expect(back).toContain('✕ Mangler');
  const again = textOf(cardOf(await stage.press('Kari', 'checklist.undo', { ...undo?.data })));
  expect(again).toContain('Dette er allerede angret');
  const history = textOf(cardOf(await stage.press('Grete', 'checklist.history', ids())));
  expect(history).toContain('Historikk for Fjordvik: 5 svar');
  expect(history).toContain('Kari, kontakt, angret et svar for Fjordvik onsdag 4. februar kl. 10.00');
  expect(noticeOf(await stage.press('Ola', 'checklist.undo', { ...undo?.data })).text).toContain(
    'Bare den som ga svarene',
  );
});

test('the history shows five lines, newest first, then more, and one point alone on request', async () => {
  await answer('Kari', Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`colour-${n}`, 'green'])));
  await answer('Ola', { 'colour-3': 'yellow', 'comment-3': 'Usikkert' });
  const first = cardOf(await stage.press('Mona', 'checklist.history', ids()));
  expect(textOf(first)).toMatch(
    /^Historikk for Fjordvik: 6 svar\n.*\n1–5 av 6\n3 Styring\n! gul\nUsikkert\nOla, stedfortreder, svarte/u,
  );
  const [more] = buttons(first, 'checklist.history');
  expect(textOf(cardOf(await stage.press('Mona', 'checklist.history', { ...more?.data })))).toContain('6–6 av 6');
  const one = textOf(cardOf(await stage.press('Mona', 'checklist.history', { ...ids(), item: '3' })));
  expect(one).toContain('Historikk for Fjordvik, punkt 3 Styring: 2 svar');
});

test('the history still says who answered when that account has turned out to be somebody else’s second one', async () => {
  await answer('Kari', { 'colour-1': 'green' });
  const { store } = stage;
  const kari = await store.persons.get('kari');
  await store.persons.remove('kari');
  await store.persons.change('mona', (mona) => ({
    next: { ...mona, name: 'Kari Moe', former: kari ? [kari.id] : [] },
    outcome: true,
  }));
  const history = textOf(cardOf(await stage.press('Grete', 'checklist.history', ids())));
  expect(history).toContain('Kari Moe, kontakt, svarte for Fjordvik');
});

test('the card in the unit’s place and a posted board follow each answer', async () => {
  await stage.type('Grete', 'klar', 'project');
  await answer('Kari', { 'colour-1': 'green' });
  await stage.quiet();
  expect(textOf(stage.cardsIn('fjordvik')[0] as never)).toContain('Sist oppdatert onsdag 4. februar kl. 10.00 av Kari');
  expect(textOf(stage.cardsIn('project').at(-1) as never)).toContain('1 av 3 enheter har svart');
});

test('an automatic refresh shows the reader’s own version and writes nothing', async () => {
  const before = await stage.stored();
  const shared = { where: 'fjordvik', automatic: true };
  const own = await stage.press('Kari', 'checklist.show-sheet', ids(), shared);
  expect(textOf(cardOf(own))).toContain('Du svarer som kontakt for Fjordvik');
  const board = await stage.press('Lars', 'checklist.show-board', { checklist }, shared);
  expect(textOf(cardOf(board))).toContain('0 av 3 enheter har svarat');
  expect(await stage.stored()).toBe(before);
});

test.each([
  ['an unknown checklist', { checklist: 'nowhere', unit: 'u1' }],
  ['an unknown unit', { unit: 'u9' }],
])('a press with %s is refused and nothing is stored', async (_, wrong) => {
  const before = await stage.stored();
  const values = { ...ids(), page: '0', seen: '0', 'colour-1': 'green', ...wrong };
  for (const verb of ['checklist.show-sheet', 'checklist.answer', 'checklist.save', 'checklist.history']) {
    expect(noticeOf(await stage.press('Kari', verb, values)).problem).toBe(true);
  }
  expect(await stage.stored()).toBe(before);
});

test('when the programme is gone its checklist is refused', async () => {
  await stage.store.programmes.remove('health');
  const came = await stage.press('Kari', 'checklist.save', { ...ids(), seen: '0', 'colour-1': 'green' });
  expect(noticeOf(came).text).toContain('finnes ikke lenger');
  expect((await sheet())?.confirmations).toEqual([]);
});

test('somebody outside the programme sees nothing of it in their own chat', async () => {
  for (const verb of ['checklist.show-sheet', 'checklist.show-board', 'checklist.show-grid', 'checklist.history']) {
    expect(noticeOf(await stage.press('Pat', verb, ids())).text).toContain('for those in the programme');
  }
});

test('what awaits a contact is their sheet with its date, until all is answered', async () => {
  const mine = await stage.type('Kari', 'mine');
  expect(textOf(cardOf(mine))).toContain(
    'Bekreft 15 punkter for Fjordvik\nFør oppstart, innen onsdag 11. februar\n[Svar]',
  );
  const ask = cardOf(await stage.press('Kari', 'checklist.ask-rest', ids()));
  await stage.press('Kari', 'checklist.confirm-rest', { ...buttons(ask, 'checklist.confirm-rest')[0]?.data });
  expect(textOf(cardOf(await stage.type('Kari', 'mine')))).not.toContain('Fjordvik');
  expect(due).toBe('2026-02-11');
});
