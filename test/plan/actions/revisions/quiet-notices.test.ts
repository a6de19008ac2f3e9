import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Quiet } from '#people/quiet.ts';
import { buttonOf, cardOf, openStage, type Stage, textOf } from '../../stage.ts';

const csv = `Tid;Aktivitet;Organisasjon
1/10/2026;Rapport behandles;Nordvik
4/8/2026;Brannøvelse;Sundet
desember;Opplæring;Fjordby
`;

let stage: Stage;
/** It is ten in the evening of Monday 3 August 2026. */
beforeEach(async () => {
  stage = await openStage('2026-08-03T20:00:00Z');
  await stage.programmeWith(csv);
  await stage.tie('Nordvik', 'nordvik');
  await stage.tie('Sundet', 'sundet');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const told = (place: string) =>
  stage.in(place).filter(({ first }) => /Planen er endret|Planen har/u.test(first.summary));
const comes = (place: string) => told(place).map(({ at }) => at);
const beatAt = (at: string) => stage.beatAt(at);
const givesQuiet = async (place: string, quiet: Partial<Quiet>) => {
  const found = (await stage.store.places.all()).find(({ key }) => key === place);
  await stage.store.places.change(found?.id ?? '', (p) => ({
    next: { ...p, quiet: { weekdays: [], away: [], ...quiet } },
    outcome: true,
  }));
};

describe('a plan that is changed in the evening', () => {
  test('is told when quiet hours are over, once, and whoever changed it knows', async () => {
    const saved = await stage.importing(csv.replace('1/10', '22/10'));
    expect(textOf(saved)).toContain('Én enhet får beskjed når stille timer er over.');
    for (const at of ['20:02', '20:10', '23:30']) await beatAt(`2026-08-03T${at}:00Z`);
    expect(told('nordvik')).toEqual([]);
    expect(await stage.house.nextEvents()).toContain('2026-08-04T05:00:00Z');
    await stage.restart();
    await beatAt('2026-08-04T04:59:00Z');
    expect(told('nordvik')).toEqual([]);
    for (const at of ['05:00', '05:01', '06:00']) await beatAt(`2026-08-04T${at}:00Z`);
    expect(comes('nordvik')).toEqual(['2026-08-04T05:00:00Z']);
    expect(await stage.house.nextEvents()).not.toContain('2026-08-05T05:00:00Z');
  });

  test('is told at once where a changed row begins or ended within a day, and to nobody else', async () => {
    const saved = await stage.importing(csv.replace('4/8', '6/8').replace('1/10', '22/10'));
    expect(textOf(saved)).toContain('2 enheter får beskjed om to minutter.');
    await beatAt('2026-08-03T20:02:00Z');
    expect(comes('sundet')).toEqual(['2026-08-03T20:02:00Z']);
    expect(told('nordvik')).toEqual([]);
    await beatAt('2026-08-04T05:00:00Z');
    expect(comes('sundet')).toHaveLength(1);
    expect(comes('nordvik')).toEqual(['2026-08-04T05:00:00Z']);
  });

  test('is told at once when somebody who leads says so', async () => {
    const saved = await stage.importing(csv.replace('1/10', '22/10'));
    await stage.press('Kari', buttonOf(saved, 'Si fra nå'));
    await stage.quiet();
    expect(comes('nordvik')).toEqual(['2026-08-03T20:00:00Z']);
  });

  test('is told to a place without quiet hours, and heard of there as soon as they are taken away', async () => {
    await givesQuiet('nordvik', { hours: { from: '00:00', to: '00:00' } });
    await stage.importing(csv.replace('1/10', '22/10').replace('desember', 'november'));
    await beatAt('2026-08-03T20:02:00Z');
    expect(comes('nordvik')).toHaveLength(1);
    expect(told('felles')).toEqual([]);
    await givesQuiet('felles', { hours: { from: '00:00', to: '00:00' } });
    await beatAt('2026-08-03T20:40:00Z');
    expect(told('felles')).toHaveLength(1);
  });

  test('waits for a channel that is on holiday, longer than Klar tries to reach anybody', async () => {
    await givesQuiet('nordvik', { away: [{ from: '2026-07-06', to: '2026-08-09' }] });
    await stage.importing(csv.replace('1/10', '22/10'));
    for (const day of ['04', '05', '07', '08', '09']) await beatAt(`2026-08-${day}T10:00:00Z`);
    expect(told('nordvik')).toEqual([]);
    await beatAt('2026-08-10T05:00:00Z');
    expect(comes('nordvik')).toEqual(['2026-08-10T05:00:00Z']);
  });

  test('is told to each contact when their own quiet hours are over, in their own zone', async () => {
    await stage.give('Fjordby', 'contact', 'Siv');
    await stage.give('Fjordby', 'deputy', 'Ola');
    const ola = (await stage.store.persons.all()).find(({ name }) => name === 'Ola');
    await stage.store.persons.change(ola?.id ?? '', (p) => ({
      next: { ...p, timeZone: 'America/New_York', timeZoneChosen: true },
      outcome: true,
    }));
    await stage.importing(csv.replace('desember', 'november'));
    // It is four in the afternoon in New York.
    for (const at of ['2026-08-03T20:02:00Z', '2026-08-04T05:00:00Z', '2026-08-04T05:01:00Z']) await beatAt(at);
    expect(comes('own-Ola')).toEqual(['2026-08-03T20:02:00Z']);
    expect(comes('own-Siv')).toEqual(['2026-08-04T05:00:00Z']);
    const seen = textOf(cardOf(await stage.type('Kari', 'plan sett', 'own-Kari')));
    expect(seen).toContain('– Ikke ennå: Fjordby');
  });
});

describe('the question for dates', () => {
  const asked = () => stage.in('own-Kari').filter(({ first }) => first.summary.includes('mangler dato'));

  test('waits for the morning of the owner, comes once, and then is not asked again', async () => {
    await stage.importing(`${csv};Uten dato;Nordvik\n`);
    await beatAt('2026-08-03T20:02:00Z');
    expect(asked()).toEqual([]);
    await beatAt('2026-08-04T04:59:00Z');
    for (const at of ['05:00', '05:01', '09:00']) await beatAt(`2026-08-04T${at}:00Z`);
    expect(asked().map(({ at }) => at)).toEqual(['2026-08-04T05:00:00Z']);
  });
});
