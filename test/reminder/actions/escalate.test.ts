import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { askForContacts } from '#reminder/actions/ask-for-contact.ts';
import { escalate } from '#reminder/actions/escalate.ts';
import { sendOverviews } from '#reminder/actions/send-overview.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const csv = `Tid;Aktivitet;Organisasjon
6/8/2026;Kurs;Nordvik kommune
6/8/2026;Utstyr;"Nordvik kommune; Sørfjord kommune"
12/8/2026;Møte i rådet;Sørfjord kommune
17/8/2026;Neste uke;Sørfjord kommune
1/12/2026;Langt fram;Sørfjord kommune
avklares;Uten dato;Sørfjord kommune
`;

const own = (name: string) => stage.in(`own-${name}`);
/** Moves the clock without a beat, and lets one part of the heartbeat do what it has to. */
async function at(instant: string, part: (world: Stage['house']['world']) => Promise<void>) {
  const before = stage.messages.length;
  stage.clock.moveTo(Temporal.Instant.from(instant));
  await part(stage.house.world);
  await stage.quiet();
  return stage.messages.slice(before).map((m) => [m.place, m.first.summary]);
}

async function staffed() {
  await stage.programmeWith(csv, defaultRules);
  await stage.type('Siv', 'hjelp', 'own-Siv');
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  await stage.give('Nordvik kommune', 'deputy', 'Nils');
  await stage.give('Nordvik kommune', 'owner', 'Pat');
}

describe('what is late is told', () => {
  test('to the deputy, the unit’s owner and the programme’s owner in turn, in their own chats, each once', async () => {
    await staffed();
    expect(await at('2026-08-11T06:59:00Z', escalate)).toEqual([]);
    // The third working day after Thursday 6 August.
    expect(await at('2026-08-11T07:00:00Z', escalate)).toEqual([['own-Nils', 'Forsinket: Kurs, og én rad til']]);
    expect(await at('2026-08-11T07:01:00Z', escalate)).toEqual([]);
    expect(await at('2026-08-13T07:00:00Z', escalate)).toEqual([['own-Pat', 'Overdue: Kurs, and one more row']]);
    // Who owns the programme hears of it with the next week, since nothing presses.
    expect(await at('2026-08-18T07:00:00Z', escalate)).toEqual([]);
    expect(await at('2026-08-24T07:00:00Z', escalate)).toEqual([['own-Kari', 'Forsinket: Kurs, og én rad til']]);
    expect(await at('2026-08-25T07:00:00Z', escalate)).toEqual([]);
    expect(
      stage.messages.every(({ place, first }) => place.startsWith('own-') || !/forsinket/iu.test(first.summary)),
    ).toBe(true);
  });

  test('with who was told before, and what anybody has said', async () => {
    await staffed();
    const [row] = (await stage.plan()).activities;
    await at('2026-08-11T07:00:00Z', escalate);
    await stage.press('Ola', {
      verb: 'plan.set-state',
      data: { programme: (await stage.programme()).id, activity: row?.id ?? '', state: 'underway' },
    });
    await at('2026-08-14T07:00:00Z', escalate);
    const [card] = own('Pat');
    expect(card && textOf(card.first)).toContain('Nils (deputy) was told Tuesday 11 August.');
    await at('2026-08-24T07:00:00Z', escalate);
    const last = own('Pat').at(-1);
    expect(last && textOf(last.first)).toContain('Ola answered “Under way” Tuesday 11 August.');
    expect(last && buttonsOf(last.first, 'plan.row').length).toBeGreaterThan(0);
  });

  test('with whom Klar asked first, how often and since when, and never as if they were to blame', async () => {
    await stage.programmeWith(csv, { ...defaultRules, escalation: { deputy: 3, owner: 5, programme: 12 } });
    await stage.type('Siv', 'hjälp', 'own-Siv');
    await stage.type('Nils', 'hjelp', 'own-Nils');
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    await stage.give('Nordvik kommune', 'deputy', 'Nils');
    await stage.give('Nordvik kommune', 'deputy', 'Siv');
    await stage.give('Nordvik kommune', 'owner', 'Pat');
    for (const day of ['05', '06', '10']) await stage.beatAt(`2026-08-${day}T07:00:00Z`);
    await at('2026-08-11T07:00:00Z', escalate);
    const [row] = (await stage.plan()).activities;
    const data = { programme: (await stage.programme()).id, activity: row?.id ?? '', state: 'underway' };
    await stage.press('Ola', { verb: 'plan.set-state', data });
    for (const day of ['13', '20']) await at(`2026-08-${day}T07:00:00Z`, escalate);
    const told = (name: string) =>
      own(name)
        .map(({ first }) => textOf(first as Card))
        .join('\n');
    // The day before, on the day, and as late in Monday's overview.
    expect(told('Nils')).toContain('Klar har spurt Ola 3 ganger siden onsdag 5. august uten svar.');
    expect(told('Siv')).toContain('Klar har frågat Ola 3 gånger sedan onsdag 5 augusti utan svar.');
    expect(told('Pat')).toContain('Klar has asked Ola 3 times since Wednesday 5 August without an answer.');
    expect(told('Pat')).toContain('Klar has asked Ola 3 times since 5 August. Nils (deputy) was told');
  });

  test('not of what was done meanwhile, and not once a moved row lies ahead again', async () => {
    await staffed();
    const programme = (await stage.programme()).id;
    for (const activity of (await stage.plan()).activities.slice(0, 2)) {
      await stage.press('Ola', { verb: 'plan.set-state', data: { programme, activity: activity.id, state: 'done' } });
    }
    expect(await at('2026-08-11T07:00:00Z', escalate)).toEqual([]);
  });

  test('after a restart no more than before it', async () => {
    await staffed();
    await at('2026-08-11T07:00:00Z', escalate);
    await stage.restart();
    expect(await at('2026-08-11T07:02:00Z', escalate)).toEqual([]);
  });

  test('again where a platform was in trouble, and to the next where somebody cannot be reached for good', async () => {
    await staffed();
    stage.trouble.set('own-Nils', 'unreachable');
    expect(await at('2026-08-11T07:00:00Z', escalate)).toEqual([]);
    stage.trouble.delete('own-Nils');
    expect(await at('2026-08-11T07:10:00Z', escalate)).toHaveLength(1);
    stage.trouble.set('own-Pat', 'refused');
    expect(await at('2026-08-13T07:00:00Z', escalate)).toEqual([]);
    stage.trouble.delete('own-Pat');
    expect(await at('2026-08-24T08:00:00Z', escalate)).toHaveLength(1);
  });
});

test('what a unit has put off is counted from the day on which it comes again, without anybody having to press anything', async () => {
  await staffed();
  const { id } = await stage.programme();
  const [kurs, utstyr] = (await stage.plan()).activities;
  stage.clock.moveTo(Temporal.Instant.from('2026-08-10T08:00:00Z'));
  for (const row of [kurs, utstyr]) {
    const data = { programme: id, activity: row?.id ?? '', until: '2026-08-17' };
    await stage.press('Ola', { verb: 'reminder.snooze', data });
  }
  for (const day of [11, 12, 13, 14, 17, 18, 19]) {
    const told = await at(`2026-08-${day}T07:00:00Z`, escalate);
    // The other unit of the row has put nothing off.
    expect(told.filter(([place]) => place !== 'own-Kari')).toEqual([]);
  }
  // The third working day after Monday 17 August, when the unit is reminded again.
  const told = await at('2026-08-20T07:00:00Z', escalate);
  expect(told).toContainEqual(['own-Nils', 'Forsinket: Kurs, og én rad til']);
});

/** Somebody is away from some day in August on, the last day included. */
async function away(name: string, until: string) {
  const { persons } = stage.store;
  const person = (await persons.all()).find((one) => one.name === name);
  await persons.change(person?.id ?? '', (p) => ({
    next: { ...p, quiet: { weekdays: [], away: [{ from: '2026-08-04', to: until }] } },
    outcome: true,
  }));
}

test('whoever comes back sooner than they said is told then', async () => {
  await staffed();
  await away('Nils', '2026-08-30');
  expect(await at('2026-08-11T07:00:00Z', escalate)).toEqual([]);
  await away('Nils', '2026-08-11');
  expect(await at('2026-08-12T07:00:00Z', escalate)).toEqual([['own-Nils', 'Forsinket: Kurs, og én rad til']]);
});

test('a deputy who is away keeps nobody else from being told', async () => {
  await staffed();
  await away('Nils', '2026-08-30');
  expect(await at('2026-08-11T07:00:00Z', escalate)).toEqual([]);
  expect(await at('2026-08-13T07:00:00Z', escalate)).toEqual([['own-Pat', 'Overdue: Kurs, and one more row']]);
  expect(await at('2026-08-24T07:00:00Z', escalate)).toEqual([['own-Kari', 'Forsinket: Kurs, og én rad til']]);
});

test('where all are away, who comes back first is told then', async () => {
  await staffed();
  await away('Nils', '2026-08-30');
  await away('Pat', '2026-09-09');
  await away('Kari', '2026-09-15');
  for (const day of [11, 13, 18, 24, 30]) expect(await at(`2026-08-${day}T07:00:00Z`, escalate)).toEqual([]);
  expect(await at('2026-08-31T07:00:00Z', escalate)).toEqual([['own-Nils', 'Forsinket: Kurs, og én rad til']]);
});

describe('the week', () => {
  test('comes on Monday at nine: to units what is theirs, to the owner the whole plan', async () => {
    await staffed();
    await stage.tie('Sørfjord kommune', 'sorfjord');
    const came = await at('2026-08-10T07:00:00Z', sendOverviews);
    expect(came.toSorted()).toEqual([
      ['own-Kari', 'Uke 33: én rad, 2 forsinket'],
      ['own-Ola', 'Uke 33: ingenting nytt, 2 forsinket'],
      ['sorfjord', 'Uke 33: én rad, én forsinket'],
    ]);
    const kari = own('Kari').at(-1);
    expect(kari && textOf(kari.first)).toContain('Én rad har ingen dato ennå.');
    expect(kari && textOf(kari.first)).toContain('Neste uke');
    expect(await at('2026-08-10T07:01:00Z', sendOverviews)).toEqual([]);
    expect(await at('2026-08-11T07:01:00Z', sendOverviews)).toEqual([]);
  });

  test('comes first in the week after that in which the plan was brought in, unless that was before nine on its first day', async () => {
    stage.clock.moveTo(Temporal.Instant.from('2026-08-03T10:00:00Z'));
    await staffed();
    expect(await at('2026-08-03T10:05:00Z', sendOverviews)).toEqual([]);
    expect((await at('2026-08-10T07:00:00Z', sendOverviews)).map(([place]) => place)).toContain('own-Kari');
  });

  test('is no message where there is nothing in it, nor for who wants to hear of nothing but what is overdue', async () => {
    await stage.programmeWith('Tid;Aktivitet;Organisasjon\n12/8/2026;Kurs;Nordvik kommune\n', defaultRules);
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    const { store } = stage;
    const ola = (await store.persons.all()).find(({ name }) => name === 'Ola');
    await store.persons.change(ola?.id ?? '', (p) => ({ next: { ...p, rhythm: 'overdue' }, outcome: true }));
    expect(await at('2026-08-10T07:00:00Z', sendOverviews)).toEqual([['own-Kari', 'Uke 33: én rad']]);
    expect(await at('2026-08-31T07:00:00Z', sendOverviews)).toEqual([
      ['own-Kari', 'Uke 36: ingenting nytt, én forsinket'],
      ['own-Ola', 'Uke 36: ingenting nytt, én forsinket'],
    ]);
  });
});

describe('a channel whose only news is what is late', () => {
  const monday = (nth: number) => Temporal.Instant.from('2026-08-10T08:00:00Z').add({ hours: 168 * nth });
  /** What came of the weeks from the nth to before the other, by place. */
  async function weeks(from: number, to: number) {
    const came: string[][] = [];
    for (let nth = from; nth < to; nth += 1) {
      came.push((await at(String(monday(nth)), sendOverviews)).map(([place]) => String(place)).toSorted());
    }
    return came;
  }
  beforeEach(async () => {
    await stage.programmeWith(
      'Tid;Aktivitet;Organisasjon\n6/8/2026;Kurs;Nordvik kommune\n12/8/2026;Utstyr;Nordvik kommune\n',
      defaultRules,
    );
    await stage.tie('Nordvik kommune', 'nordvik');
  });

  test('is told of it for four weeks; whoever owns the programme goes on seeing it', async () => {
    const both = ['nordvik', 'own-Kari'];
    // The last row is late from 13 August: the weeks that begin on 17, 24, 31 August and 7 September.
    expect(await weeks(0, 12)).toEqual([...Array(5).fill(both), ...Array(7).fill(['own-Kari'])]);
    expect(textOf(own('Kari').at(-1)?.first as never)).toContain('6. august · 12 uker på overtid');
    expect(stage.in('nordvik').map(({ first }) => first.summary)).toEqual([
      'Uke 33: én rad, én forsinket',
      'Uke 34: ingenting nytt, 2 forsinket',
      'Uke 35: ingenting nytt, 2 forsinket',
      'Uke 36: ingenting nytt, 2 forsinket',
      'Uke 37: ingenting nytt, én forsinket',
    ]);
    const last = stage.in('nordvik').at(-1)?.first as never;
    expect(textOf(last)).toContain('Og én rad som har vært forsinket lenge.');
  });

  test('gets an overview again when something comes, which counts the rest and shows it on a press', async () => {
    await weeks(0, 8);
    const before = stage.in('nordvik').length;
    await stage.importing(
      'Tid;Aktivitet;Organisasjon\n6/8/2026;Kurs;Nordvik kommune\n12/8/2026;Utstyr;Nordvik kommune\n15/10/2026;Prøve;Nordvik kommune\n',
    );
    expect(await weeks(9, 10)).toEqual([['nordvik', 'own-Kari']]);
    const [card] = stage.in('nordvik').slice(before);
    expect(card && textOf(card.first).split('\n').slice(-2)).toEqual([
      'Og 2 rader som har vært forsinket lenge.',
      '[Vis radene]',
    ]);
    const press = buttonOf(card?.first as never, 'reminder.long-late');
    const shown = cardOf(await stage.press('Kari', press, { where: 'nordvik' }));
    expect(textOf(shown).split('\n').slice(0, 4)).toEqual([
      '2 rader har vært forsinket lenge',
      expect.stringContaining('For Nordvik kommune i Ny journal. De er mer enn 4 uker forsinket'),
      'Kurs',
      '6. august · 10 uker på overtid',
    ]);
    const back = cardOf(await stage.press('Kari', buttonOf(shown, 'Tilbake'), { where: 'nordvik' }));
    expect(back.summary).toBe('Uke 42: én rad');
  });
});

describe('a unit that nobody answers for', () => {
  test('is told to the owner once, when a row of it is near', async () => {
    await stage.programmeWith(csv, defaultRules);
    expect(await at('2026-08-03T08:00:00Z', askForContacts)).toEqual([['own-Kari', '2 enheter har ingen kontakt']]);
    expect(await at('2026-08-04T08:00:00Z', askForContacts)).toEqual([]);
    await stage.restart();
    expect(await at('2026-08-05T08:00:00Z', askForContacts)).toEqual([]);
  });
});
