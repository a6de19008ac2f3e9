import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Quiet } from '#people/quiet.ts';
import { nextOverviewAt } from '#reminder/actions/send-overview.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonsOf, openStage, type Stage } from '../../plan/stage.ts';

let stage: Stage;

// Ola is the contact of a unit without a place. Something happens on Wednesday 12 and on Friday 14 August 2026, and reminders come the day before.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n12/8/2026;Kurs;Nordvik kommune\n14/8/2026;Utstyr;Nordvik kommune\n',
    { ...defaultRules, rules: ['1-working-day-before'], escalation: null, noContact: null },
  );
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.type('Ola', 'plan', 'own-Ola');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

async function isOff(quiet: Partial<Quiet>) {
  const ola = (await stage.store.persons.all()).find(({ name }) => name === 'Ola');
  await stage.store.persons.change(ola?.id ?? '', (person) => ({
    next: { ...person, quiet: { weekdays: [], away: [], ...quiet } },
    outcome: true,
  }));
}

/** What Ola got on each day from Monday to Friday, at nine in Oslo and a minute later. */
async function weekOfOla(days = [10, 11, 12, 13, 14]) {
  const came: [day: number, summary: string][] = [];
  for (const day of days) {
    const before = stage.messages.length;
    await stage.beatAt(`2026-08-${day}T07:00:00Z`);
    await stage.beatAt(`2026-08-${day}T07:01:00Z`);
    const own = stage.messages.slice(before).filter(({ place }) => place === 'own-Ola');
    came.push(...own.map(({ card }): [number, string] => [day, card.summary]));
  }
  return came;
}

describe('the overview of a week', () => {
  test('comes on Monday', async () => {
    const [first] = await weekOfOla();
    expect(first).toEqual([10, 'Uke 33: 2 rader']);
  });

  test('comes with Tuesday’s reminders to who is off on Mondays, once', async () => {
    await isOff({ weekdays: [1] });
    const came = await weekOfOla();
    expect(came.map(([day]) => day)).toEqual([11, 13]);
    const tuesday = stage.in('own-Ola').find(({ at }) => at.startsWith('2026-08-11'));
    if (!tuesday) throw new Error('nothing came on Tuesday');
    expect(buttonsOf(tuesday.card).map(({ verb }) => verb)).toContain('reminder.overview');
  });

  test('comes on the first day back, and is foretold of then', async () => {
    await isOff({ away: [{ from: '2026-08-08', to: '2026-08-12' }] });
    stage.clock.moveTo(Temporal.Instant.from('2026-08-11T08:00:00Z'));
    const foretold = await nextOverviewAt(stage.house.world);
    expect(foretold?.toString()).toBe('2026-08-13T05:00:00Z');
    expect(await weekOfOla([12])).toEqual([]);
    expect(await weekOfOla([13])).not.toEqual([]);
  });

  test('does not come in a week in which one is away to the end, nor later', async () => {
    await isOff({ away: [{ from: '2026-08-08', to: '2026-08-16' }] });
    expect(await weekOfOla()).toEqual([]);
    expect((await weekOfOla([17])).filter(([, summary]) => summary.includes('Uke 33'))).toEqual([]);
  });
});
