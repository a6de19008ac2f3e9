import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultRules } from '#reminder/rules.ts';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
const week = '2026-08-13T07:00:00Z';
const dayBefore = '2026-08-19T07:00:00Z';
// Monday 3 August 2026. Kari leads, Ola is Inderøy's contact and Pat Frosta's.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;"Inderøy; Frosta"\n', {
    ...defaultRules,
    overview: false,
    noContact: null,
  });
  await stage.tie('Inderøy', 'inderoy');
  await stage.tie('Frosta', 'frosta');
  await stage.give('Inderøy', 'contact', 'Ola');
  await stage.give('Inderøy', 'owner', 'Nils');
  await stage.give('Frosta', 'contact', 'Pat');
  await stage.give('Frosta', 'owner', 'Siv');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const card = (place: string) => {
  const message = stage.in(place).at(-1);
  if (!message) throw new Error(`nothing stands in ${place}`);
  return message.card;
};
const titles = (place: string) => buttonsOf(card(place)).map(({ title }) => title);
const press = async (who: 'Ola' | 'Pat' | 'Kari', title: string, where: string) => {
  const answer = await stage.press(who, buttonOf(card(where), title), { where });
  await stage.quiet();
  return answer;
};
const ids = async () => ({
  programme: (await stage.programme()).id,
  activity: (await stage.plan()).activities[0]?.id ?? '',
});
const state = async () => (await stage.plan()).activities[0]?.state;

test('a unit’s answer changes its own buttons and is told on the other’s copy', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  expect(card('inderoy').summary).toBe('Ferdig: Kurs');
  expect(titles('inderoy')).toEqual(['På vei', 'Trenger hjelp', 'Angre', 'Mer …']);
  expect(card('frosta').summary).toBe('Om 7 dager: Kurs');
  expect(titles('frosta')).toEqual(['Ferdig', 'På vei', 'Trenger hjelp', 'Mer …']);
  for (const place of ['inderoy', 'frosta'])
    expect(textOf(card(place))).toContain('✓ Inderøy ferdig (Ola, 13. august kl. 09.00) · venter på Frosta');
});

test('only the silent unit is reminded the next time', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  await stage.beatAt(dayBefore);
  expect(stage.in('inderoy')).toHaveLength(1);
  expect(stage.in('frosta')).toHaveLength(2);
});

test('an answer taken back lets the unit be reminded again', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  await press('Ola', 'Angre', 'inderoy');
  expect(await state()).toBe('planned');
  await stage.beatAt(dayBefore);
  expect(stage.in('inderoy')).toHaveLength(2);
});

test('the same press delivered twice changes nothing', async () => {
  await stage.beatAt(week);
  const done = buttonOf(card('inderoy'), 'Ferdig');
  await stage.press('Ola', done, { where: 'inderoy' });
  const plan = await stage.plan();
  await stage.press('Ola', done, { where: 'inderoy' });
  expect(await stage.plan()).toEqual(plan);
});

test('who leads and is in none of the units says it for all on the row’s card, and for the card’s unit on a reminder', async () => {
  await stage.beatAt(week);
  await press('Kari', 'På vei', 'frosta');
  expect((await stage.plan()).activities[0]?.answers?.map((one) => one.state)).toEqual(['underway']);
  const row = cardOf(await stage.press('Kari', { verb: 'plan.row', data: await ids() }));
  const done = cardOf(await stage.press('Kari', buttonOf(row, 'Ferdig')));
  expect(textOf(done)).toContain('✓ Ferdig, registrert av Kari');
  expect(await state()).toBe('done');
  await stage.quiet();
  await stage.beatAt(dayBefore);
  expect(stage.messages.filter(({ place }) => !place.startsWith('own-'))).toHaveLength(2);
});

test('a call for help names the unit that calls', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  await press('Pat', 'Trenger hjelp', 'frosta');
  expect(textOf(card('own-Kari')).split('\n').slice(0, 2)).toEqual([
    'Pat (Frosta) trenger hjelp',
    'Ta kontakt med: Pat, kontakt for Frosta; Ola, kontakt for Inderøy.',
  ]);
  expect(textOf(card('inderoy'))).toContain(
    '! Frosta trenger hjelp (Pat, 13. august kl. 09.00) · ✓ Inderøy ferdig (Ola, 13. august kl. 09.00)',
  );
  expect(card('inderoy').summary).toBe('Ferdig: Kurs');
});

test('what a unit is done with waits for it no more; for the other it does', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  expect(textOf(cardOf(await stage.type('Ola', 'plan mine')))).toMatch(/^Planen for dine enheter: ingenting\n/u);
  expect(textOf(cardOf(await stage.type('Pat', 'plan mine')))).toMatch(/\n↷ Kurs\n/u);
  expect(textOf(cardOf(await stage.type('Kari', 'plan')))).toContain('↷ Kurs');
});

test('only those of the silent unit are told that it is late', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  for (let day = 14; day <= 31; day += 1) await stage.beatAt(`2026-08-${day}T07:00:00Z`);
  expect(stage.in('own-Nils')).toEqual([]);
  expect(textOf(card('own-Siv'))).toContain('Kurs · Frosta');
});

test('a unit that comes to a done row is reminded, and the others are not', async () => {
  await stage.beatAt(week);
  await press('Ola', 'Ferdig', 'inderoy');
  await press('Pat', 'Ferdig', 'frosta');
  expect(await state()).toBe('done');
  await stage.importing('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;"Inderøy; Frosta; Verdal"\n');
  expect(await state()).toBe('underway');
  await stage.tie('Verdal', 'verdal');
  await stage.beatAt(dayBefore);
  expect(stage.in('verdal').at(-1)?.first.summary).toBe('I morgen: Kurs');
  expect(stage.in('inderoy').filter(({ first }) => first.summary.startsWith('I morgen'))).toEqual([]);
});
