import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Programme } from '#people/programme.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { anotherProgramme, forge, keptOf } from '../../plan/forged.ts';
import { type Name, openStage, type Stage } from '../../plan/stage.ts';

const csv = `Tid;Aktivitet;Organisasjon
10/8/2026;Hemmelig rapport;Nordvik
20/8/2026;Hemmelig opplæring;Fjordby
`;

let stage: Stage;
let own: Programme;
let values: Record<string, string>;
/** Kari's programme in `felles`: of the first row a reminder stands in `nordvik`, put off and said not to be Nordvik's; one to come is stopped. */
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.tie('Nordvik', 'nordvik');
  await stage.give('Nordvik', 'contact', 'Ola');
  await stage.beatAt('2026-08-03T07:00:00Z');
  own = await stage.programme();
  const [row, other] = (await stage.plan()).activities;
  const unit = own.units.find(({ name }) => name === 'Nordvik');
  values = {
    programme: own.id,
    activity: row?.id ?? '',
    units: unit?.id ?? '',
    unit: unit?.id ?? '',
    day: '2026-08-03',
    until: '2026-08-05',
    state: 'done',
    rule: '1-working-day-before',
    start: row?.when.start ?? '',
    of: '',
    from: '0',
  };
  const [ola] = (await stage.store.persons.all()).filter(({ name }) => name === 'Ola');
  const said = { by: ola?.id as NonNullable<typeof ola>['id'], at: '2026-08-03T07:00:00Z' };
  await stage.store.remindings.add({
    id: own.id,
    snoozed: [{ activity: row?.id as never, unit: unit?.id as never, until: '2026-08-06', ...said }],
    notOurs: [{ activity: other?.id as never, unit: own.units[1]?.id as never, ...said }],
    stopped: [{ activity: other?.id as never, rule: '7-days-before', start: '2026-08-20', ...said }],
  });
  await stage.quiet();
});
afterEach(() => stage.close());

const verbs = reminderFeature.presses.map(({ verb }) => verb);

/** Everything of Kari's programme that a press could change. */
const kept = async () => ({
  ...(await keptOf(stage, own)),
  reminding: await stage.store.remindings.get(own.id),
  ledger: (await stage.store.ledger.entries(own.id)).toSorted(([one], [other]) => one.localeCompare(other)),
});

/** Presses every button of reminders with the ids of Kari's programme, about each of its rows, and says what it got to see or changed. */
async function pressAll(name: Name, where: string, automatic = false) {
  const got: string[] = [];
  const { activities } = await stage.plan();
  for (const verb of verbs) {
    for (const { id, when } of activities) {
      const about = { ...values, activity: id, start: when.start ?? '', rule: values.rule ?? '' };
      for (const data of [about, { ...about, rule: '7-days-before', unit: own.units[1]?.id ?? '' }]) {
        got.push(...(await forge(stage, { name, where, automatic }, { verb, data }, { kept, secret: /hemmelig/iu })));
      }
    }
  }
  return got;
}

describe('whoever has got hold of the ids of a reminder', () => {
  test('sees and changes nothing as a stranger in a chat of their own', async () => {
    expect(await pressAll('Pat', 'own-Pat')).toEqual([]);
  });

  test('sees and changes nothing as one who leads another programme, with ids of both either', async () => {
    const theirs = await anotherProgramme(stage);
    expect(await pressAll('Nils', 'annet')).toEqual([]);
    values = { ...values, programme: theirs };
    expect(await pressAll('Nils', 'annet')).toEqual([]);
  });

  test('changes nothing by a press that the platform makes by itself, even with a lead’s name', async () => {
    expect(await pressAll('Kari', 'felles', true)).toEqual([]);
  });

  test('decides nothing for who leads as the unit’s own contact', async () => {
    const led = [
      'reminder.take-out',
      'reminder.keep',
      'reminder.next',
      'reminder.ask-send',
      'reminder.send-now',
      'reminder.stop',
      'reminder.unstop',
    ];
    const was = await kept();
    for (const verb of led) {
      const answer = await stage.press('Ola', { verb, data: values }, { where: 'nordvik' });
      expect(answer, verb).toMatchObject({ show: 'notice', problem: true });
    }
    expect(await kept()).toEqual(was);
  });
});
