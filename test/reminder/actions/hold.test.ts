import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeReminding, remindingOf } from '#reminder/actions/reminding.ts';
import { nextAheadAt, sendDue } from '#reminder/actions/send-due.ts';
import { defaultRules } from '#reminder/rules.ts';
import {
  buttonOf,
  buttonsOf,
  cardOf,
  type Name,
  noticeOf,
  openStage,
  type Stage,
  textOf,
  visitor,
} from '../../plan/stage.ts';

let stage: Stage;
const week = '2026-08-13T07:00:00Z';
const units = ['A', 'B', 'C', 'D'];
// Monday 3 August 2026, 09:00 in Oslo. Four units with a place each; at most three messages at once.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    `Tid;Aktivitet;Organisasjon\n${units.map((unit) => `20/8/2026;Kurs ${unit};${unit}\n`).join('')}`,
  );
  for (const unit of units) await stage.tie(unit, `sted-${unit}`);
  await setMost(3);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const id = async () => (await stage.programme()).id;
const setMost = async (mostAtOnce: number) =>
  changeReminding(stage.house.world, await id(), (now) => ({
    next: { ...now, rules: { ...defaultRules, mostAtOnce } },
    outcome: 0,
  }));
const sent = () => stage.messages.filter(({ place }) => place.startsWith('sted-'));
const asked = (place = 'own-Kari') =>
  stage.in(place).filter(({ first }) => /klare på én gang|Klokken har/u.test(first.summary));
const card = () => {
  const [one] = asked();
  if (!one) throw new Error('nobody was asked');
  return one.card;
};
const press = (title: string, name: 'Kari' | 'Ola' = 'Kari') =>
  stage.press(name, buttonOf(card(), title), { where: `own-${name}` });
const settled = async () => (await stage.store.ledger.entries(await id())).filter(([key]) => !key.startsWith('held/'));

describe('more messages at once than the rules allow', () => {
  beforeEach(() => stage.beatAt(week));

  test('are not sent, nor settled; who owns the programme is asked once', async () => {
    expect(sent()).toEqual([]);
    expect(await settled()).toEqual([]);
    expect(textOf(card()).split('\n')).toEqual([
      '4 meldinger er klare på én gang i Ny journal',
      'Det er flere enn programmets grense på 3, så Klar sender ingen av dem før du har sett på det.',
      '[Send nå]',
      '[Ikke send disse]',
      '[Vis hvilke]',
    ]);
    await stage.beatAt('2026-08-13T07:01:00Z');
    await stage.restart();
    await stage.beatAt('2026-08-20T12:00:00Z');
    expect(asked()).toHaveLength(1);
    expect(sent()).toEqual([]);
  });

  test('are sent when the owner says so, once, and the card says who did', async () => {
    const button = buttonOf(card(), 'Send nå');
    const answer = cardOf(await stage.press('Kari', button, { where: 'own-Kari' }));
    expect(textOf(answer)).toMatch(/^Sendes nå: påminnelsene i Ny journal, godkjent av Kari/u);
    await expect.poll(() => sent().length).toBe(4);
    await stage.press('Kari', button, { where: 'own-Kari' });
    await stage.beatAt('2026-08-13T07:01:00Z');
    expect(sent()).toHaveLength(4);
    expect(textOf(card())).toMatch(/^Sendes nå: /u);
    // The next flood is asked about anew.
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(asked()).toHaveLength(2);
    expect(sent()).toHaveLength(4);
  });

  test('are never sent when the owner says so, and what falls due later is asked about anew', async () => {
    const dropped = cardOf(await press('Ikke send disse'));
    expect(textOf(dropped).split('\n')).toEqual([
      expect.stringMatching(/^4 påminnelser i Ny journal sendes ikke\. Bestemt av Kari/u),
      'Det som forfaller fra nå av, sendes som vanlig.',
      '[Angre]',
    ]);
    await stage.beatAt('2026-08-13T07:05:00Z');
    expect(sent()).toEqual([]);
    await setMost(10);
    await stage.beatAt('2026-08-19T07:00:00Z');
    const summaries = sent().map(({ first }) => first.summary);
    expect(summaries.sort()).toEqual(units.map((unit) => `I morgen: Kurs ${unit}`));
  });

  test('that were not to be sent wait again when that is undone', async () => {
    const dropped = cardOf(await press('Ikke send disse'));
    const again = cardOf(await stage.press('Kari', buttonOf(dropped, 'Angre'), { where: 'own-Kari' }));
    expect(textOf(again)).toContain('4 meldinger er klare på én gang');
    await stage.press('Kari', buttonOf(again, 'Send nå'), { where: 'own-Kari' });
    await expect.poll(() => sent().length).toBe(4);
  });

  test('can be looked through', async () => {
    const which = cardOf(await press('Vis hvilke'));
    expect(textOf(which).split('\n').slice(0, 4)).toEqual([
      '4 påminnelser venter i Ny journal',
      'Kurs A',
      'Torsdag 20. august · om 7 dager',
      'A',
    ]);
    const back = cardOf(await stage.press('Kari', buttonOf(which, 'Tilbake'), { where: 'own-Kari' }));
    expect(buttonsOf(back).map(({ title }) => title)).toEqual(['Send nå', 'Ikke send disse', 'Vis hvilke']);
  });

  test.each(['Send nå', 'Ikke send disse', 'Vis hvilke'])('are not for others to decide: "%s"', async (title) => {
    await stage.give('A', 'contact', 'Ola');
    expect(noticeOf(await press(title, 'Ola')).text).toContain('Bare de som leder Ny journal');
    await stage.beatAt('2026-08-13T07:01:00Z');
    expect(sent()).toEqual([]);
  });

  test('stop no other programme', async () => {
    await stage.type('Kari', 'programme "Andre"', 'andre');
    const text = 'Tid;Aktivitet\n20/8/2026;Alene\n';
    const files = [
      { name: 'plan.csv', fetch: async () => ({ ok: true as const, bytes: new TextEncoder().encode(text) }) },
    ];
    const read = cardOf(await stage.type('Kari', 'import', 'andre', { files }));
    await stage.press('Kari', buttonOf(read, 'plan.draft-save'), { where: 'andre' });
    await stage.beatAt('2026-08-19T07:00:00Z');
    expect(stage.in('andre').map(({ first }) => first.summary)).toEqual(['I morgen: Alene']);
    expect(sent()).toEqual([]);
  });
});

describe('where who owns the programme cannot be asked', () => {
  const coordinate = (name: Name) =>
    stage.type('Kari', 'programme coordinator @{0}', 'felles', { mentions: [visitor(name)] });
  const decide = (title: string, name: Name) => {
    const [one] = asked(`own-${name}`);
    if (!one) throw new Error(`${name} was not asked`);
    return stage.press(name, buttonOf(one.card, title), { where: `own-${name}` });
  };
  beforeEach(async () => {
    await stage.type('Ola', 'hjelp', 'own-Ola');
    await coordinate('Ola');
    await coordinate('Nils');
  });

  test.each(['refused', 'gone'] as const)('its coordinators are, and may decide: %s', async (state) => {
    stage.trouble.set('own-Kari', state);
    await stage.beatAt(week);
    await stage.beatAt('2026-08-13T07:01:00Z');
    expect([asked(), asked('own-Ola'), asked('own-Nils')].map((one) => one.length)).toEqual([0, 1, 1]);
    await decide('Send nå', 'Nils');
    await expect.poll(() => sent().length).toBe(4);
    expect(textOf(asked('own-Ola')[0]?.card as never)).toMatch(/^Sendes nå: .* godkjent av Nils/u);
  });

  test('nobody else is while there is an owner who can be', async () => {
    await stage.beatAt(week);
    expect([asked(), asked('own-Ola'), asked('own-Nils')].map((one) => one.length)).toEqual([1, 0, 0]);
  });

  test('nobody else is while a platform is in trouble: it is tried again', async () => {
    stage.trouble.set('own-Kari', 'unreachable');
    await stage.beatAt(week);
    expect([asked(), asked('own-Ola')]).toEqual([[], []]);
    stage.trouble.delete('own-Kari');
    await stage.beatAt('2026-08-13T07:01:00Z');
    expect([asked(), asked('own-Ola')].map((one) => one.length)).toEqual([1, 0]);
  });

  test('nor while an owner is in their quiet hours', async () => {
    await quietUntil('Kari', '09:30');
    await stage.beatAt(week);
    expect([asked(), asked('own-Ola')]).toEqual([[], []]);
    await stage.beatAt('2026-08-13T07:30:00Z');
    expect([asked(), asked('own-Ola')].map((one) => one.length)).toEqual([1, 0]);
  });

  test('a coordinator is asked once their own quiet hours are over', async () => {
    stage.trouble.set('own-Kari', 'refused');
    await quietUntil('Ola', '09:30');
    await stage.beatAt(week);
    expect([asked('own-Ola'), asked('own-Nils')].map((one) => one.length)).toEqual([0, 1]);
    await stage.beatAt('2026-08-13T07:30:00Z');
    expect(asked('own-Ola')).toHaveLength(1);
  });

  test('while an owner is away for days its coordinators are asked; the owner is when they are back', async () => {
    const kari = (await stage.store.persons.all()).find(({ name }) => name === 'Kari');
    const away = [{ from: '2026-08-10', to: '2026-08-16' }];
    await stage.store.persons.change(kari?.id ?? '', (p) => ({
      next: { ...p, quiet: { weekdays: [], away } },
      outcome: 0,
    }));
    await stage.beatAt(week);
    expect([asked(), asked('own-Ola')].map((one) => one.length)).toEqual([0, 1]);
    await stage.beatAt('2026-08-17T07:00:00Z');
    expect([asked(), asked('own-Ola')].map((one) => one.length)).toEqual([1, 1]);
  });

  test('an owner who has no account is passed over', async () => {
    const kari = (await stage.store.persons.all()).find(({ name }) => name === 'Kari');
    await stage.store.persons.change(kari?.id ?? '', (p) => ({ next: { ...p, accounts: [] }, outcome: 0 }));
    await stage.beatAt(week);
    expect(asked('own-Ola')).toHaveLength(1);
  });
});

const quietUntil = async (name: Name, to: string) => {
  const person = (await stage.store.persons.all()).find((one) => one.name === name);
  await stage.store.persons.change(person?.id ?? '', (p) => ({
    next: { ...p, quiet: { hours: { from: '20:00', to }, weekdays: [], away: [] } },
    outcome: 0,
  }));
};

test('as many messages as the rules allow are sent without asking, a digest counting as one', async () => {
  await stage.tie('D', 'sted-C');
  await stage.beatAt(week);
  expect(sent()).toHaveLength(3);
  expect(asked()).toEqual([]);
});

describe('a clock that has jumped', () => {
  let jumpedAt: Temporal.Instant | undefined;
  let keptAt: Temporal.Instant | undefined;
  const beat = async (instant: string) => {
    stage.clock.moveTo(Temporal.Instant.from(instant));
    await sendDue({ ...stage.house.world, clock: { jumpedAt: () => jumpedAt, keptAt: () => keptAt } });
    await stage.quiet();
  };
  beforeEach(async () => {
    await setMost(100);
    jumpedAt = Temporal.Instant.from('2026-11-20T09:00:00Z');
    keptAt = undefined;
  });

  test('sends nothing and settles nothing as missed; who owns the programme is asked, and may say that it is right', async () => {
    await beat('2026-11-20T09:00:00Z');
    expect(stage.messages.map(({ place }) => place)).toEqual(['own-Kari']);
    expect(await settled()).toEqual([]);
    expect(textOf(card())).toContain('Klokken der Klar kjører, viser nå fredag 20. november kl. 10.00.');
    await press('Send nå');
    await beat('2026-11-20T09:01:00Z');
    // All of it is over: now it is told.
    expect(stage.in('own-Kari').map(({ first }) => first.summary)).toContain(
      '12 påminnelser i Ny journal ble ikke sendt',
    );
  });

  test('lets go by itself when it has come back', async () => {
    await beat(week);
    expect(sent()).toEqual([]);
    jumpedAt = undefined;
    await beat('2026-08-13T07:02:00Z');
    expect(sent()).toHaveLength(4);
    expect(textOf(card())).toBe('Ingenting holdes tilbake i Ny journal lenger.');
    expect((await remindingOf(stage.house.world, await id())).decided?.as).toBe('lifted');
  });

  test('that stayed where it jumped to lets nothing go before an owner says so', async () => {
    await beat(week);
    jumpedAt = undefined;
    keptAt = Temporal.Instant.from('2026-08-14T07:00:00Z');
    await beat('2026-08-14T07:01:00Z');
    expect(sent()).toEqual([]);
  });

  test('holds nothing where nothing is due', async () => {
    await beat('2026-08-10T07:00:00Z');
    expect(stage.messages).toEqual([]);
  });
});

test('a clock that is moved by hand halts at each moment at which something is sent', async () => {
  await setMost(100);
  await stage.give('A', 'contact', 'Ola');
  const next = async () => String(await nextAheadAt(stage.house.world, await id()));
  expect(await next()).toBe(week);
  await stage.beatAt(week);
  expect(await next()).toBe('2026-08-19T07:00:00Z');
});
