import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, cardOf, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.type('Kari', 'programme "Ny journal"');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const table = 'Tid\tAktivitet\tOrganisasjon\n15/9/2026\tMøte\tNordvik kommune\nuke 42\tKurs\tSørfjord kommune';
const lines = '15/9/2026 Samling for alle\nuke 42: Workshops – Nordvik kommune\noktober: Regionalt møte';
const titles = async () => (await stage.plan()).activities.map(({ title }) => title);

describe('a text after the word', () => {
  test.each([
    ['a table, as Excel copies it', `import ${table}`],
    ['a table below the word', `importer\n${table}`],
    ['lines with dates', `importera\n${lines}`],
    ['a table in Markdown', 'import\n| Tid | Aktivitet |\n|---|---|\n| 15/9 | Møte |\n| uke 42 | Kurs |'],
  ])('is read as a file would be: %s', async (_, typed) => {
    const answer = await stage.type('Kari', typed);
    expect(answer.show).toBe('private');
    await stage.press('Kari', buttonOf(cardOf(answer), 'plan.draft-save'));
    expect((await stage.plan()).revisions[0]?.source).toBe('Innlimt tekst');
    expect((await titles()).length).toBeGreaterThan(1);
  });

  test('of lines has no columns: what is said of a line names none', async () => {
    const card = cardOf(await stage.type('Kari', 'import\n15/9 Samling\n31/2 Kurs\n9/9 Møte'));
    expect(textOf(card)).toContain('✕ Rad 2: «31/2» finnes ikke.');
    expect(textOf(card)).toContain('! Rad 3: Datoen ligger før');
  });

  test('that is no plan is answered with how to write one', async () => {
    expect(noticeOf(await stage.type('Kari', 'import\nhei på deg\nhvordan går det')).text).toContain(
      'Klar finner ingen plan i teksten.',
    );
  });
});

describe('the form', () => {
  test('has a field to paste in, which is read', async () => {
    const asked = cardOf(await stage.type('Kari', 'import'));
    expect(textOf(asked)).toContain('Lim inn planen her');
    const button = buttonOf(asked, 'plan.import-text');
    const card = cardOf(await stage.press('Kari', button, { inputs: { pasted: lines } }));
    expect(textOf(card)).toContain('Planen leses slik: 3 rader');
  });

  test.each([
    ['', 'Det er ikke limt inn noe ennå.'],
    ['bare prat\nog mer prat', 'Klar finner ingen plan i teksten.'],
  ])('says at the field what is wrong with %j', async (pasted, sentence) => {
    const button = buttonOf(cardOf(await stage.type('Kari', 'import')), 'plan.import-text');
    const notice = noticeOf(await stage.press('Kari', button, { inputs: { pasted } }));
    expect(notice).toMatchObject({ problem: true, field: 'pasted', text: expect.stringContaining(sentence) });
  });

  test('reads nothing for those who do not lead', async () => {
    const button = buttonOf(cardOf(await stage.type('Kari', 'import')), 'plan.import-text');
    expect(noticeOf(await stage.press('Ola', button, { inputs: { pasted: lines } })).problem).toBe(true);
    expect(await stage.store.drafts.all()).toEqual([]);
  });
});

describe('several lines that are no command', () => {
  test.each([
    ['a table', table, '2 rader'],
    ['lines with dates', lines, '3 rader'],
    ['lines below a heading', `Planen for høsten:\n${lines}`, '3 rader'],
  ])('are taken for a plan in the own chat of whoever leads: %s', async (_, typed, count) => {
    const card = cardOf(await stage.type('Kari', typed, 'own-Kari'));
    expect(textOf(card)).toContain(`Planen leses slik: ${count}`);
  });

  test('with dates but without known headings lead to the question which column is which', async () => {
    const card = cardOf(await stage.type('Kari', '15/9\tMøte\tNordvik\nuke 42\tKurs\tSørfjord', 'own-Kari'));
    expect(textOf(card)).toContain('Hvilken kolonne sier når det skal skje?');
  });

  test.each([
    ['in a channel', 'Kari', lines, 'felles'],
    ['of somebody who leads nothing', 'Ola', lines, 'own-Ola'],
    ['without dates', 'Kari', 'god morgen\nhvordan går det', 'own-Kari'],
    ['of which one has a date', 'Kari', '15/9 Samling\nhvordan går det\ner du der', 'own-Kari'],
  ] as const)('are not understood %s', async (_, who, typed, where) => {
    expect(textOf(cardOf(await stage.type(who, typed, where)))).toMatch(/forst(år|o|å)/u);
    expect(await stage.store.drafts.all()).toEqual([]);
  });
});
