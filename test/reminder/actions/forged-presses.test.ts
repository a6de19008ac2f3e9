import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Programme } from '#people/programme.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { buttonOf, cardOf, file, type Name, openStage, type Stage, textOf } from '../../plan/stage.ts';

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
async function kept(of: Programme) {
  const { store } = stage;
  return {
    programme: await store.programmes.get(of.id),
    plan: await store.plans.get(of.id),
    reminding: await store.remindings.get(of.id),
    ledger: (await store.ledger.entries(of.id)).toSorted(([one], [other]) => one.localeCompare(other)),
    audit: (await store.audit.all()).filter(({ on }) => on.programme === of.id),
    sent: stage.messages.map(({ card }) => textOf(card)),
  };
}

/** Presses every button of reminders with the ids of Kari's programme, about each of its rows, and says what it got to see or changed. */
async function pressAll(name: Name, where: string, automatic = false) {
  const got: string[] = [];
  const { activities } = await stage.plan();
  for (const verb of verbs) {
    for (const { id, when } of activities) {
      const was = await kept(own);
      const data = { ...values, activity: id, start: when.start ?? '', rule: values.rule ?? '' };
      for (const variant of [data, { ...data, rule: '7-days-before', unit: own.units[1]?.id ?? '' }]) {
        const answer = await stage.press(name, { verb, data: variant }, { where, automatic });
        await stage.quiet();
        const text = 'card' in answer ? textOf(answer.card) : JSON.stringify(answer);
        if (!automatic && /hemmelig/iu.test(text)) got.push(`${verb} shows ${text}`);
      }
      const is = await kept(own);
      for (const key of Object.keys(was) as (keyof typeof was)[]) {
        if (JSON.stringify(was[key]) !== JSON.stringify(is[key])) got.push(`${verb} changes ${key}`);
      }
    }
  }
  return got;
}

/** A programme of Nils' with a plan of its own, in the channel `annet`; its id. */
async function another(): Promise<string> {
  await stage.type('Nils', 'programme "Flytting"', 'annet');
  const read = cardOf(
    await stage.type('Nils', 'import', 'annet', { files: [file('Tid;Aktivitet\n1/10/2026;Pakking\n')] }),
  );
  await stage.press('Nils', buttonOf(read, 'plan.draft-save'), { where: 'annet' });
  const made = (await stage.store.programmes.all()).find(({ name }) => name === 'Flytting');
  if (!made) throw new Error('no second programme');
  return made.id;
}

describe('whoever has got hold of the ids of a reminder', () => {
  test('sees and changes nothing as a stranger in a chat of their own', async () => {
    expect(await pressAll('Pat', 'own-Pat')).toEqual([]);
  });

  test('sees and changes nothing as one who leads another programme, with ids of both either', async () => {
    const theirs = await another();
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
    const was = await kept(own);
    for (const verb of led) {
      const answer = await stage.press('Ola', { verb, data: values }, { where: 'nordvik' });
      expect(answer, verb).toMatchObject({ show: 'notice', problem: true });
    }
    expect(await kept(own)).toEqual(was);
  });
});
