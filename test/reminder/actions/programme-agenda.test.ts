import { afterEach, beforeEach, expect, test } from 'vitest';
import { programmeAgenda } from '#reminder/actions/programme-agenda.ts';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { openStage, type Stage } from '../../plan/stage.ts';

let stage: Stage;
/** The programmes that were asked about since the last look. */
let asked: string[] = [];
const agenda = programmeAgenda({
  name: 'test',
  async nextAt(_, id) {
    asked.push(id);
    return undefined;
  },
});
const look = async () => {
  asked = [];
  await agenda.due(stage.house.world);
  return asked;
};
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith('Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;Nordvik kommune\n');
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.type('Siv', 'hjelp', 'own-Siv');
});
afterEach(() => stage.close());

test('a programme is asked about at the start, and anew when anything changes that its reminders may hang on', async () => {
  const { id } = await stage.programme();
  const { programmes, plans, persons, places } = stage.store;
  expect(await look()).toEqual([id]);
  expect(await look()).toEqual([]);

  const [ola] = (await persons.all()).filter(({ name }) => name === 'Ola');
  const [place] = (await places.all()).filter(({ key }) => key === 'nordvik');
  const changes: [what: string, change: () => Promise<unknown>][] = [
    ['the programme', () => programmes.change(id, (now) => ({ next: { ...now, name: 'Ny' }, outcome: 0 }))],
    ['its plan', () => plans.change(id, (now) => ({ next: { ...now, activities: [] }, outcome: 0 }))],
    ['its reminding', () => changeReminding(stage.house.world, id, (now) => ({ next: { ...now }, outcome: 0 }))],
    ['a contact', () => persons.change(ola?.id ?? '', (now) => ({ next: { ...now, rhythm: 'weekly' }, outcome: 0 }))],
    [
      'a place',
      () =>
        places.change(place?.id ?? '', (now) => ({ next: { ...now, goneSince: '2026-08-03T07:00:00Z' }, outcome: 0 })),
    ],
  ];
  for (const [what, change] of changes) {
    await change();
    expect(await look(), what).toEqual([id]);
  }

  const [siv] = (await persons.all()).filter(({ name }) => name === 'Siv');
  await persons.change(siv?.id ?? '', (now) => ({ next: { ...now, rhythm: 'weekly' }, outcome: 0 }));
  expect(await look(), 'somebody who is in no programme').toEqual([]);
});
