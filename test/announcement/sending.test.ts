import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

describe('an announcement', () => {
  test('is written in a form, looked at, sent to each person once and to the place of a unit that nobody can be reached in', async () => {
    const { preview } = await stage.draft('ingrid');
    expect(textOf(preview)).toContain('Til 3 personer: Kari, Per, Liv');
    expect(textOf(preview)).toContain('#fjordvik');
    expect(textOf(preview)).toContain('Én kan ikke nås, fordi Klar ikke har møtt vedkommende ennå: Ukjent');
    expect(buttonOf(preview, 'announcement.send').title).toBe('Send til 4 mottakere');
    const id = await stage.sent();
    for (const name of ['kari', 'per', 'fjordvik']) {
      const [card, ...more] = await stage.texts(name);
      expect(more).toEqual([]);
      expect(card).toContain('Ny dato for opplæringen\nOpplæringen flyttes til uke 49.\nSi fra til vaktlagene.');
      expect(card).toContain('[Lest og forstått]');
      expect(card).toContain('De som leder Felles journal, ser hvem som har bekreftet, og når.');
    }
    expect(await stage.texts('liv')).toEqual([expect.stringContaining('[Läst och förstått]')]);
    expect(await stage.texts('oda')).toEqual([]);
    expect((await stage.texts('fjordvik'))[0]).toContain('Fjordvik kommune');
    const report = (await stage.texts('ingrid')).at(-1) ?? '';
    expect(report).toContain('til 4 av 5');
    expect(report).toContain('én er ikke nådd ennå');
    expect(report).toContain('0 av 5 har bekreftet');
    expect((await stage.store.announcements.get(id))?.state).toBe('sent');
  });

  test('is acknowledged with one press, shown on the card, counted once, and can be taken back', async () => {
    const id = await stage.sent();
    const button = buttonOf(await stage.card('kari'), 'announcement.acknowledge');
    const answer = await stage.press('kari', 'acknowledge', button.data ?? {});
    expect(textOf(cardOf(answer))).toContain('✓ Du bekreftet mandag 2. november kl. 09.00: Lest og forstått');
    await stage.press('kari', 'acknowledge', button.data ?? {});
    await stage.klar.settled();
    expect((await stage.texts('kari'))[0]).toContain('[Angre]');
    const report = () => stage.texts('ingrid').then((all) => all.at(-1) ?? '');
    expect(await report()).toContain('1 av 5 har bekreftet');
    expect(await report()).toContain('✓ Tindøy kommune: 1 av 1');
    expect(await report()).toContain('! Solvik kommune: 1 av 3');
    const back = await stage.press('kari', 'take-back', { announcement: id });
    expect(textOf(cardOf(back))).toContain('[Lest og forstått]');
    await stage.klar.settled();
    expect(await report()).toContain('0 av 5 har bekreftet');
  });

  test('in the place of a unit is acknowledged for the unit by whoever is there', async () => {
    const id = await stage.sent();
    const answer = await stage.press('nils', 'acknowledge', { announcement: id }, { where: 'fjordvik' });
    expect(textOf(cardOf(answer))).toContain('✓ Nils bekreftet for Fjordvik kommune mandag 2. november kl. 09.00');
    expect(problemOf(await stage.press('nils', 'acknowledge', { announcement: id }))).toContain('ikke sendt til deg');
  });

  test('that is withdrawn is withdrawn everywhere, and not sent to those who wait', async () => {
    await stage.store.persons.change('per', (p) => ({
      next: { ...p, quiet: { weekdays: [], away: [{ from: '2026-11-02', to: '2026-11-03' }] } },
      outcome: true,
    }));
    const { id, preview } = await stage.draft('ingrid');
    await stage.send('ingrid', preview);
    await expect
      .poll(async () => (await stage.texts('ingrid')).at(-1))
      .toContain('Sendt 3 av 5 · én får den når stille tid er over');
    const asked = cardOf(await stage.press('oda', 'ask-withdraw', { announcement: id }));
    expect(textOf(asked)).toContain('3 har fått den');
    await stage.press('oda', 'withdraw', buttonOf(asked, 'announcement.withdraw').data ?? {});
    await stage.klar.settled();
    for (const name of ['kari', 'liv', 'fjordvik']) {
      const [card] = await stage.texts(name);
      expect(card).toMatch(/Trukket tilbake av Oda|Återkallat av Oda/u);
      expect(card).not.toContain('uke 49');
    }
    await stage.moveTo('2026-11-04T09:00:00Z');
    expect(await stage.texts('per')).toEqual([]);
    expect(
      buttonsOf(cardOf(await stage.press('kari', 'acknowledge', { announcement: id })), 'announcement.acknowledge'),
    ).toEqual([]);
  });

  test('waits for the end of quiet hours of each receiver, unless it is urgent', async () => {
    stage.klar.clock.moveTo(Temporal.Instant.from('2026-11-02T20:30:00Z'));
    const { id, preview } = await stage.draft('ingrid', { units: 'solvik' });
    await stage.send('ingrid', preview);
    await stage.klar.settled();
    expect(await stage.texts('kari')).toEqual([]);
    expect(await stage.klar.house.nextEvents()).toContain('2026-11-03T06:00:00Z');
    await stage.sent('ingrid', { units: 'tindoy', ways: 'urgent' });
    expect(await stage.texts('kari')).toHaveLength(1);
    await stage.moveTo('2026-11-03T06:00:00Z');
    await stage.until(id, 'sent');
    expect(await stage.texts('kari')).toHaveLength(2);
  });

  test('with a time is sent at its time, in the zone of the programme', async () => {
    const { id, preview } = await stage.draft('ingrid', { when: 'day', day: '2026-11-04', time: '10.30' });
    expect(buttonOf(preview, 'announcement.send').title).toBe('Planlegg til onsdag 4. november kl. 10.30');
    await stage.send('ingrid', preview);
    await stage.moveTo('2026-11-04T09:29:00Z');
    expect(await stage.texts('kari')).toEqual([]);
    expect(await stage.klar.house.nextEvents()).toEqual(['2026-11-04T09:30:00Z']);
    await stage.moveTo('2026-11-04T09:30:00Z');
    await stage.until(id, 'sent');
    expect(await stage.texts('kari')).toHaveLength(1);
  });
});
