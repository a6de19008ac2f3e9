import { afterEach, beforeEach, expect, test } from 'vitest';
import { askForContacts } from '#reminder/actions/ask-for-contact.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonsOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

/** What the programme's owner is asked, and what each of its buttons brings. */
async function asked(rows: string) {
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon\n${rows}`, defaultRules);
  stage.clock.moveTo(Temporal.Instant.from('2026-08-03T08:00:00Z'));
  await askForContacts(stage.house.world);
  await stage.quiet();
  const card = stage.in('own-Kari').at(-1)?.first;
  if (!card) throw new Error('nobody was asked');
  return Promise.all(buttonsOf(card).map((button) => stage.press('Kari', button, { where: 'own-Kari' })));
}

test('a question about several units stays while one of them is looked at', async () => {
  const several = await asked('6/8/2026;Kurs;Nordvik kommune\n6/8/2026;Utstyr;Sørfjord kommune\n');
  expect(several.map((answer) => [answer.show, 'card' in answer && textOf(answer.card).split('\n')[0]])).toEqual([
    ['private', 'Nordvik kommune'],
    ['private', 'Sørfjord kommune'],
  ]);
});

test('a question about one unit becomes that unit', async () => {
  expect((await asked('6/8/2026;Kurs;Nordvik kommune\n')).map(({ show }) => show)).toEqual(['replace']);
});

test('what Klar asks by itself about a plan that was brought in on a Sunday, it asks on Monday morning', async () => {
  stage.clock.moveTo(Temporal.Instant.from('2026-08-09T06:00:00Z'));
  await stage.programmeWith('Tid;Aktivitet;Organisasjon\n13/8/2026;Kurs;Nordvik kommune\n;Fest;Nordvik kommune\n', {
    ...defaultRules,
    overview: true,
  });
  const asked = () => stage.in('own-Kari').map(({ first }) => textOf(first).split('\n')[0]);
  await stage.type('Kari', 'help', 'own-Kari');
  for (const hour of ['06:33', '08:00', '12:00', '17:59']) await stage.beatAt(`2026-08-09T${hour}:00Z`);
  expect(asked()).toEqual([]);
  await stage.beatAt('2026-08-10T04:59:00Z');
  expect(asked()).toEqual([]);
  await stage.beatAt('2026-08-10T07:00:00Z');
  expect(asked()).toHaveLength(3);
});
