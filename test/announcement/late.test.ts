import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, cardOf, textOf } from '../card-parts.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

/** Somebody comes to Klar, and turns out to be the one who was expected: their records are joined. */
const comes = async (as = 'nykommer') => {
  await stage.type(as, 'hjelp');
  const met = (await stage.store.persons.all()).find(({ accounts }) => accounts.some(({ user }) => user === as));
  if (!met) throw new Error('nobody came');
  await stage.store.persons.change(met.id, (p) => ({
    next: { ...p, former: ['ukjent' as typeof p.id], confirmedEmail: true },
    outcome: true,
  }));
  await stage.store.persons.remove('ukjent');
};
const minute = (at: string) => stage.moveTo(at);
/** The copies of the announcement in a chat. */
const copies = async (name: string) =>
  (await stage.texts(name)).filter((text) => text.includes('Opplæringen flyttes') && !text.includes('Skrevet av'));
const report = async () => (await stage.texts('ingrid')).findLast((text) => text.includes('Skrevet av')) ?? '';

describe('somebody whom Klar had not met when an announcement was sent', () => {
  test('is told of to those who lead, with the reason and the next step', async () => {
    const id = await stage.sent();
    expect(await report()).toContain('til 4 av 5 · én er ikke nådd ennå');
    expect(await report()).not.toContain('nådde ikke fram');
    expect(await report()).toContain(
      'Ikke nådd ennå, fordi Klar ikke har møtt vedkommende: Ukjent. Be vedkommende skrive «hei» til Klar. Da kommer kunngjøringen.',
    );
    const names = textOf(cardOf(await stage.press('oda', 'missing', { announcement: id })));
    expect(names).toContain('Ukjent, Fjordvik kommune – ikke nådd ennå');
  });

  test('gets it when they come, once, and can acknowledge it; the report follows', async () => {
    const id = await stage.sent();
    await minute('2026-11-03T08:00:00Z');
    expect(await copies('nykommer')).toEqual([]);
    await comes();
    await minute('2026-11-03T08:01:00Z');
    await minute('2026-11-03T08:02:00Z');
    expect(await copies('nykommer')).toHaveLength(1);
    expect(await report()).toContain('til 5 av 5');
    expect(await report()).not.toContain('Ikke nådd');
    const card = await stage.card('nykommer', 'Opplæringen flyttes');
    await stage.press('nykommer', 'acknowledge', buttonOf(card, 'announcement.acknowledge').data ?? {});
    await stage.klar.settled();
    expect((await copies('nykommer'))[0]).toContain('✓ Du bekreftet');
    expect(await report()).toContain('1 av 5 har bekreftet');
    // Nobody else has got it again.
    for (const name of ['kari', 'per', 'fjordvik']) expect(await copies(name)).toHaveLength(1);
    expect((await stage.store.announcements.get(id))?.state).toBe('sent');
  });

  test('is reminded afterwards like the others, and the copy follows what is done on the reminder', async () => {
    const id = await stage.sent();
    await comes();
    await minute('2026-11-02T08:01:00Z');
    await minute('2026-11-04T08:00:00Z');
    await stage.until(id, 'sent');
    expect(await copies('nykommer')).toHaveLength(2);
    await stage.press('nykommer', 'acknowledge', { announcement: id });
    await stage.klar.settled();
    for (const text of await copies('nykommer')) expect(text).toContain('✓ Du bekreftet');
  });

  test('gets a reminder alone when they come at the hour of one: it brings the message', async () => {
    const id = await stage.sent();
    await comes();
    await minute('2026-11-04T08:00:00Z');
    await stage.until(id, 'sent');
    await minute('2026-11-04T08:01:00Z');
    expect(await copies('nykommer')).toHaveLength(1);
  });

  test('gets nothing that was withdrawn meanwhile', async () => {
    const id = await stage.sent();
    await stage.press('ingrid', 'withdraw', { announcement: id });
    await comes();
    await minute('2026-11-03T08:00:00Z');
    expect(await copies('nykommer')).toEqual([]);
  });

  test('gets what was corrected as it now is', async () => {
    const id = await stage.sent();
    await stage.press('oda', 'correct', { announcement: id }, { values: { title: 'Ny dato', text: 'Uke 50.' } });
    await comes();
    await minute('2026-11-03T08:00:00Z');
    expect((await stage.texts('nykommer')).filter((text) => text.includes('Uke 50.'))).toHaveLength(1);
  });

  test('gets nothing after a month: then it counts as not having arrived', async () => {
    await stage.sent('ingrid', { ways: '' });
    await minute('2026-12-02T07:59:00Z');
    expect(await report()).toContain('én er ikke nådd ennå');
    await minute('2026-12-02T08:01:00Z');
    await comes();
    await minute('2026-12-02T08:02:00Z');
    expect(await copies('nykommer')).toEqual([]);
  });

  test('waits for the end of their quiet hours', async () => {
    await stage.sent();
    await minute('2026-11-03T20:00:00Z');
    await comes();
    await minute('2026-11-03T20:01:00Z');
    expect(await copies('nykommer')).toEqual([]);
    expect(
      textOf(
        cardOf(
          await stage.press('ingrid', 'report', { announcement: (await stage.store.announcements.all())[0]?.id ?? '' }),
        ),
      ),
    ).toContain('én får den når stille tid er over');
    await minute('2026-11-04T06:00:00Z');
    expect(await copies('nykommer')).toHaveLength(1);
  });

  test('who turns out to be somebody who has got it already gets it no second time', async () => {
    await stage.sent();
    await stage.store.persons.change('per', (p) => ({
      next: { ...p, former: ['ukjent' as typeof p.id] },
      outcome: true,
    }));
    await stage.store.persons.remove('ukjent');
    await minute('2026-11-03T08:00:00Z');
    expect(await copies('per')).toHaveLength(1);
  });
});

test('who is away for longer than it is tried gets it when they are back, also when others were back before', async () => {
  const away = (to: string) => ({ weekdays: [], away: [{ from: '2026-11-01', to }] });
  for (const [name, to] of [
    ['per', '2026-11-03'],
    ['liv', '2026-11-08'],
  ] as const)
    await stage.store.persons.change(name, (p) => ({ next: { ...p, quiet: away(to) }, outcome: true }));
  const { id, preview } = await stage.draft('ingrid', { ways: '' });
  await stage.send('ingrid', preview);
  await stage.klar.settled();
  await minute('2026-11-04T06:00:00Z');
  await stage.until(id, 'sent');
  expect(await copies('per')).toHaveLength(1);
  expect(await stage.texts('liv')).toEqual([]);
  await minute('2026-11-09T06:00:00Z');
  expect(await stage.texts('liv')).toHaveLength(1);
});
