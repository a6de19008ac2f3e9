import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
const csv = 'Tid;Aktivitet;Organisasjon\navklares;Kurs;Nordvik kommune\n;Prøve;Nordvik kommune\n10/8/2026;Møte;\n';
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.give('Nordvik kommune', 'member', 'Ola');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const activity = async (title = 'Kurs') => {
  const found = (await stage.plan()).activities.find((a) => a.title === title);
  if (!found) throw new Error('no such row');
  return found;
};
const ids = async (title?: string) => ({
  programme: (await stage.programme()).id as string,
  activity: (await activity(title)).id as string,
});
const row = async (name: Name, title?: string) =>
  cardOf(await stage.press(name, { verb: 'plan.row', data: await ids(title) }));
const form = async (name: Name = 'Ola') => stage.press(name, buttonOf(await row('Ola'), 'Sett dato'));
const typed = async (when: string, name: Name = 'Ola') =>
  stage.press(name, buttonOf(cardOf(await form()), 'plan.set-date'), { inputs: { when } });

describe('a row without a date', () => {
  test('says so, and offers to set one', async () => {
    const card = await row('Ola');
    expect(textOf(card)).toContain('«avklares», dato ikke satt');
    expect(buttonsOf(card).map((b) => b.title)).toEqual([
      'Sett dato',
      'Ferdig',
      'På vei',
      'Trenger hjelp',
      'Historikk',
    ]);
    const asked = await form();
    expect(asked.show).toBe('form');
    expect(textOf(cardOf(asked)).split('\n')).toEqual(['Når er «Kurs»?', 'Dato, uke eller måned', '[Lagre datoen]']);
  });

  test.each([
    ['15. mars', '2027-03-15', '2027-03-15', 'day', 'Datoen er satt: 15. mars 2027.'],
    ['uke 42', '2026-10-12', '2026-10-18', 'week', 'Datoen er satt: uke 42 (12.–18. oktober).'],
    ['antatt oktober', '2026-10-01', '2026-10-31', 'approximate', 'Datoen er satt: i løpet av oktober, antatt.'],
    ['5/8', '2026-08-05', '2026-08-05', 'day', 'Datoen er satt: onsdag 5. august.'],
  ])('gets «%s» as people write it', async (text, start, end, precision, note) => {
    const card = cardOf(await typed(text));
    expect((await activity()).when).toMatchObject({ start, end, precision });
    expect(textOf(card)).toContain(note);
    expect(buttonsOf(card).map((b) => b.title)).toEqual(['1 uten dato', 'Angre']);
  });

  test.each([
    ['tull', '«tull» er ikke en dato som Klar forstår'],
    ['31/2', '«31/2» finnes ikke.'],
    ['avklares senere', 'Klar forstår ikke datoen.'],
    ['', 'Klar forstår ikke datoen.'],
  ])('is told at the field what is wrong with «%s», and nothing is changed', async (text, sentence) => {
    const answer = noticeOf(await typed(text));
    expect(answer).toMatchObject({ problem: true, field: 'when', text: expect.stringContaining(sentence) });
    expect((await activity()).when.start).toBeNull();
  });

  test('is dated by those of its unit and those who lead, not by others', async () => {
    expect(noticeOf(await typed('5/8', 'Pat')).problem).toBe(true);
    expect(noticeOf(await form('Pat')).problem).toBe(true);
    expect((await activity()).when.start).toBeNull();
    expect(textOf(cardOf(await typed('5/8', 'Kari')))).toContain('Datoen er satt');
  });

  test('dated twice by one press answers the same and is logged once', async () => {
    const save = buttonOf(cardOf(await form()), 'plan.set-date');
    const first = await stage.press('Ola', save, { inputs: { when: '5/8' } });
    expect(await stage.press('Ola', save, { inputs: { when: '5/8' } })).toEqual(first);
    expect((await stage.store.audit.all()).filter((line) => line.what === 'plan.date')).toHaveLength(1);
  });

  test('that has got a date meanwhile keeps it, whatever an old form says', async () => {
    const save = buttonOf(cardOf(await form()), 'plan.set-date');
    const open = buttonOf(await row('Ola'), 'Sett dato');
    await stage.press('Kari', save, { inputs: { when: '5/8' } });
    const answer = noticeOf(await stage.press('Ola', save, { inputs: { when: 'uke 42' } }));
    expect(answer.text).toBe('Datoen er allerede satt: onsdag 5. august. Ingenting er endret.');
    expect((await activity()).when.start).toBe('2026-08-05');
    expect(textOf(cardOf(await stage.press('Ola', open)))).toContain('Onsdag 5. august');
    // Nor can the date of any other row be moved by a press that somebody makes up.
    const made = { verb: 'plan.set-date', data: await ids('Møte') };
    expect(noticeOf(await stage.press('Kari', made, { inputs: { when: 'uke 42' } })).problem).toBe(true);
  });

  test('has none again after undo, and says what the file said', async () => {
    const card = cardOf(await typed('uke 42'));
    const undone = cardOf(await stage.press('Ola', buttonOf(card, 'Angre')));
    expect(textOf(undone)).toContain('«avklares», dato ikke satt');
    expect((await activity()).dated).toBeUndefined();
  });

  test('keeps the date that was set in Klar when the next file has none, and takes a date that the file has', async () => {
    await typed('uke 42');
    await stage.importing(csv);
    expect((await activity()).when).toMatchObject({ start: '2026-10-12', precision: 'week' });
    await stage.importing(csv.replace('avklares', '1/12/2026'));
    expect((await activity()).when.start).toBe('2026-12-01');
    expect((await activity()).dated).toBeUndefined();
  });
});
