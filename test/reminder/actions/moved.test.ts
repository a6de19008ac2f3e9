import { afterEach, beforeEach, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Avhenger av
20/8/2026;Kurs;Nordvik kommune;;
21/8/2026;Prøve deles;Nordvik kommune;K3;Kurs
`);
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const week = '2026-08-13T07:00:00Z';
/** The reminders, without what units are told of a changed plan. */
const sent = () =>
  stage
    .in('nordvik')
    .map(({ first }) => first.summary)
    .filter((summary) => !summary.startsWith('Planen er endret'));
const asked = async (text: string) => cardOf(await stage.type('Kari', text));
const lines = (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n');
const move = async (text: string) => {
  const moved = cardOf(await stage.press('Kari', buttonOf(await asked(text), 'plan.move')));
  await stage.quiet();
  return moved;
};

test('a reminder tells what the row waits for, and what waits for it', async () => {
  await stage.beatAt(week);
  await stage.beatAt('2026-08-14T07:00:00Z');
  const [kurs, prøve] = stage.in('nordvik').map(({ first }) => lines(first));
  expect(kurs).toContain('Venter på dette: Prøve deles (K3)');
  expect(prøve).toContain('Venter på: Kurs');
});

test('a row that is moved is reminded of by its new date, with those that it pushes', async () => {
  await move('plan flytt Kurs til 3/9 fordi leverandøren er forsinket');
  await stage.beatAt(week);
  await stage.beatAt('2026-08-14T07:00:00Z');
  expect(sent()).toEqual([]);
  await stage.beatAt('2026-08-27T07:00:00Z');
  await stage.beatAt('2026-08-28T07:00:00Z');
  expect(sent()).toEqual(['Om 7 dager: Kurs', 'Om 7 dager: Prøve deles']);
  const [kurs] = stage.in('nordvik').filter(({ first }) => first.summary === 'Om 7 dager: Kurs');
  expect(textOf(kurs?.card as never)).toMatch(/Flyttet av Kari .*: leverandøren er forsinket/u);
});

test('a reminder that has been sent says that the row was moved, and when it is now', async () => {
  await stage.beatAt(week);
  const moved = await move('plan flytt Kurs til 3/9 fordi leverandøren er forsinket');
  const [kurs] = stage.in('nordvik');
  expect(lines(kurs?.card as never)).toEqual([
    'Om 21 dager: Kurs',
    '3. september',
    'Ansvarlig: Nordvik kommune',
    'Kontakt:',
    'Ola',
    'Venter på dette: Prøve deles (K3)',
    expect.stringMatching(/^Flyttet av Kari .*: leverandøren er forsinket$/u),
    '[Ferdig]',
    '[På vei]',
    '[Trenger hjelp]',
    '[Mer …]',
  ]);
  // Undone, it says what it said, and nothing is sent twice.
  await stage.press('Kari', buttonOf(moved, 'Angre'));
  await stage.quiet();
  expect(lines(kurs?.card as never)).toEqual(lines(kurs?.first as never));
  await stage.beatAt('2026-08-13T07:05:00Z');
  expect(sent()).toEqual(['Om 7 dager: Kurs']);
});

test.each([
  ['avlys', 'Avlyst: Kurs', '∅ Avlyst av Kari'],
  ['pause', 'På pause: Kurs', '‖ Satt på pause av Kari'],
])('after "%s" nothing is sent, and the reminder that stands says so without buttons', async (word, title, said) => {
  await stage.beatAt(week);
  await asked(`plan ${word} Kurs fordi lokalet er stengt`);
  await stage.quiet();
  const [kurs] = stage.in('nordvik');
  const card = kurs?.card as NonNullable<typeof kurs>['card'];
  expect(lines(card)[0]).toBe(title);
  expect(textOf(card)).toContain(said);
  expect(textOf(card)).toContain(': lokalet er stengt');
  expect(buttonsOf(card)).toEqual([]);
  // Somebody's own, older copy still has its buttons: it changes nothing and shows how it is.
  const first = kurs?.first as typeof card;
  const pressed = cardOf(await stage.press('Ola', buttonOf(first, 'Ferdig'), { where: 'nordvik' }));
  expect(lines(pressed)[0]).toBe(title);
  expect((await stage.plan()).activities[0]?.state).toBe('planned');
  await stage.beatAt('2026-08-19T07:00:00Z');
  await stage.beatAt('2026-08-20T07:00:00Z');
  expect(sent().filter((one) => one.includes('Kurs'))).toEqual(['Om 7 dager: Kurs']);
});

test('a row that is resumed is reminded of again', async () => {
  await asked('plan pause Kurs fordi vi venter');
  await stage.beatAt(week);
  await stage.beatAt('2026-08-17T07:00:00Z');
  await asked('plan gjenoppta Kurs');
  await stage.beatAt('2026-08-19T07:00:00Z');
  expect(sent().filter((one) => one.includes('Kurs'))).toEqual(['I morgen: Kurs']);
});

test('those who own the programme are not asked anew for dates because something was moved', async () => {
  await stage.importing('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\navklares;Opplæring;\n');
  await stage.beatAt('2026-08-04T07:00:00Z');
  const own = () => stage.in('own-Kari').filter(({ first }) => first.summary.includes('mangler dato')).length;
  expect(own()).toBe(1);
  await move('plan flytt Kurs til 3/9');
  await stage.beatAt('2026-08-05T07:00:00Z');
  expect(own()).toBe(1);
});

test('a unit that a new file spells otherwise is not reminded once more of what it has been reminded of', async () => {
  const { id } = await stage.programme();
  await stage.store.programmes.change(id, (p) => ({
    next: { ...p, units: p.units.map((unit) => ({ ...unit, aliases: ['Nordvik'] })) },
    outcome: true,
  }));
  await stage.beatAt(week);
  await stage.importing(`Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Avhenger av
20/8/2026;Kurs;Nordvik;;
21/8/2026;Prøve deles;Nordvik;K3;Kurs
`);
  expect((await stage.plan()).activities.flatMap(({ units }) => units)).toEqual(['Nordvik', 'Nordvik']);
  await stage.beatAt('2026-08-13T08:00:00Z');
  expect(sent()).toEqual(['Om 7 dager: Kurs']);
  await stage.beatAt('2026-08-14T07:00:00Z');
  expect(sent()).toEqual(['Om 7 dager: Kurs', 'Om 7 dager: Prøve deles']);
});
