import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { type Poll, poll } from '#poll/poll.ts';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { defaultRules } from '#reminder/rules.ts';
import { textOf } from '../../card-parts.ts';
import { buttons, cardOf, type Name, openStage, type Stage } from '../../checklist/stage.ts';
import { activity, day } from '../plans.ts';

let stage: Stage;
let checklist: string;
// Wednesday 4 February 2026, 10:00 in Oslo. A checklist for all units is due in a week.
beforeEach(async () => {
  stage = await openStage({ features: [planFeature, checklistFeature, pollFeature, reminderFeature] });
  checklist = await stage.giveOut();
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const programmeId = async () => (await stage.store.programmes.all())[0]?.id ?? ('' as never);
const lines = (card: Card) => textOf(card).split('\n');
const list = async (name: Name = 'Grete', asked = '') => cardOf(await stage.type(name, `påminn ${asked}`.trim()));
const at = (local: string) =>
  stage.clock.moveTo(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').toInstant());
const beatAt = async (local: string) => {
  at(local);
  await stage.house.beat();
  await stage.quiet();
};
/** A poll that closes on Monday 9 February at 16:00. */
async function ask(more: Partial<Poll> = {}): Promise<void> {
  const one = poll.parse({
    id: 'p1',
    programme: await programmeId(),
    place: 'fjordvik',
    question: 'Er dere klare?',
    options: [
      { id: '1', text: 'Ja' },
      { id: '2', text: 'Nei' },
    ],
    choice: 'single',
    anonymous: false,
    by: 'grete',
    openedAt: '2026-02-04T09:00:00Z',
    closesAt: '2026-02-09T15:00:00Z',
    ...more,
  });
  await stage.store.polls.add(one);
}
async function plan(...days: [day: string, unit: string][]): Promise<void> {
  const activities = days.map(([one, unit], index) =>
    activity({ row: index + 2, title: 'Kurs', units: [unit], when: day(one) }),
  );
  await stage.store.plans.add({ id: await programmeId(), revision: 1, activities, revisions: [] });
}

describe('what comes of checklists and polls', () => {
  test('stands in the list with what comes of the plan, by time, with who gets it', async () => {
    await plan(['2026-02-09', 'Fjordvik']);
    await ask();
    await stage.press('Kari', 'poll.answer', { poll: 'p1', options: '1' }, { where: 'fjordvik' });
    const shown = lines(await list());
    expect(shown.slice(0, 17)).toEqual([
      '8 påminnelser framover',
      'Kurs · mandag 9. februar',
      'Én arbeidsdag før: fredag 6. februar kl. 09.00',
      'til Fjordvik (Fjordvik innføring)',
      '[Åpne]',
      // Kari has answered.
      'Avstemning: Er dere klare?',
      'Fredag 6. februar kl. 09.00',
      'til Ola',
      '[Åpne]',
      'Kurs · mandag 9. februar',
      'På dagen: mandag 9. februar kl. 09.00',
      'til Fjordvik (Fjordvik innføring)',
      '[Åpne]',
      'Sjekkliste: Før oppstart · onsdag 11. februar',
      'Tirsdag 10. februar kl. 09.00',
      'til Fjordvik (Fjordvik innføring), Sundet (Prosjektet), Nesset (Prosjektet)',
      '[Åpne]',
    ]);
  });

  test('is there without a plan, too, opens as it is, and has no buttons that would do nothing', async () => {
    await ask();
    const card = await list();
    expect(buttons(card, 'poll.show')[0]?.data).toEqual({ poll: 'p1' });
    const [open] = buttons(card, 'checklist.show-board');
    expect(textOf(cardOf(await stage.press('Grete', 'checklist.show-board', { ...open?.data })))).toContain(
      'Før oppstart',
    );
    expect([buttons(card, 'reminder.next'), buttons(card, 'plan.row')]).toEqual([[], []]);
  });

  test('lists what the clock then sends, and no more, as long as nobody answers', async () => {
    await ask();
    const shown = lines(await list()).concat(
      lines(cardOf(await stage.press('Grete', 'reminder.coming', { programme: await programmeId(), from: '5' }))),
    );
    const told = shown.filter((line) => / kl\. \d\d\.\d\d$/u.test(line));
    const sent: string[] = [];
    for (let day = Temporal.PlainDate.from('2026-02-05'); day.toString() < '2026-03-20'; day = day.add({ days: 1 })) {
      const before = stage.standing.size;
      await beatAt(`${day}T09:00`);
      if (stage.standing.size > before) sent.push(day.toString());
    }
    const days = ['2026-02-06', '2026-02-10', '2026-02-12', '2026-02-19', '2026-02-26', '2026-03-05'];
    expect(told).toHaveLength(days.length);
    expect(sent.filter((day) => days.includes(day))).toEqual(days);
  });

  test('of an anonymous poll is its place alone, whoever has answered', async () => {
    await ask({ anonymous: true, results: 'at-closing' });
    const shown = lines(await list()).slice(1, 4);
    expect(shown).toEqual(['Avstemning: Er dere klare?', 'Fredag 6. februar kl. 09.00', 'til Fjordvik innføring']);
  });

  test.each([
    ['Kari', 'mine', ['til Kari', 'til Fjordvik (Fjordvik innføring)']],
    ['Lars', 'mina', ['till Sundet (Prosjektet)']],
    ['Grete', 'Fjordvik', ['til Kari, Ola', 'til Fjordvik (Fjordvik innføring)']],
    ['Grete', 'Nesset', ['til Nesset (Prosjektet)']],
  ] as const)('%s asks for %s and gets no more than that', async (name, asked, expected) => {
    await ask();
    const to = lines(await list(name, asked)).filter((line) => /^till? /u.test(line));
    expect([...new Set(to)]).toEqual(expected);
  });

  test('a poll is nobody’s business who is neither in its place nor in its programme', async () => {
    await ask();
    const seen = await stage.house.handle({
      id: 'a-stranger',
      by: { surface: 'web', workspace: 'w', user: 'Ukjent', name: 'Ukjent', address: {} },
      where: { surface: 'web', workspace: 'w', kind: 'channel', key: 'project', address: {} },
      type: 'command',
      text: 'remind',
    });
    expect(textOf(cardOf(seen))).toContain('Sjekkliste: ');
    expect(textOf(cardOf(seen))).not.toContain('Er dere klare?');
  });

  test('leaves out what is answered, closed or sent', async () => {
    await ask();
    await beatAt('2026-02-06T09:00');
    expect(textOf(await list())).not.toContain('Er dere klare?');
    const asked = await stage.press('Kari', 'checklist.ask-rest', { checklist, unit: 'u1' });
    await stage.press('Kari', 'checklist.confirm-rest', {
      ...buttons(cardOf(asked), 'checklist.confirm-rest')[0]?.data,
    });
    expect(textOf(await list())).toContain('til Sundet (Prosjektet), Nesset (Prosjektet)');
  });
});

describe('what is held back', () => {
  const card = async () => {
    const own = (await stage.store.places.all()).find(({ key }) => key === 'own-Grete')?.id ?? '';
    const found = stage.cardsIn(own).find((one) => /klare på én gang/u.test(one.summary));
    if (!found) throw new Error('nobody was asked');
    return found;
  };
  const press = async (on: Card, verb: string) =>
    cardOf(await stage.press('Grete', verb, { ...buttons(on, verb)[0]?.data }));
  /** What has gone out of rows, checklists and the poll. */
  const heard = () =>
    [...stage.standing.values()]
      .map(({ card: { summary } }) => summary)
      .filter((one) => /^I (?:dag|morgen): |stenger i |venter på svar|har punkter igjen|väntar på svar/u.test(one));
  const sent = [
    'Avstemningen stenger i morgen, onsdag 11. februar kl.\u00a016.00: Er dere klare?',
    'I dag: Kurs',
    'I morgen: 15 punkter for Fjordvik venter på svar',
    'I morgen: 2 enheter har punkter igjen',
    'I morgen: Kurs',
  ];
  beforeEach(async () => {
    await plan(['2026-02-11', 'Fjordvik'], ['2026-02-10', 'Sundet']);
    await ask({ closesAt: '2026-02-11T15:00:00Z' });
    // Two messages are ready.
    const rules = { ...defaultRules, mostAtOnce: 1, overview: false, escalation: null, noContact: null };
    await changeReminding(stage.house.world, await programmeId(), (now) => ({ next: { ...now, rules }, outcome: 0 }));
    await beatAt('2026-02-10T09:00');
    expect(heard()).toEqual([]);
  });

  test('is listed whole: rows, checklists and polls, with who would get it', async () => {
    expect(lines(await press(await card(), 'reminder.held-which'))).toEqual([
      '4 påminnelser venter i Ny journal',
      'Kurs',
      'Tirsdag 10. februar · i dag',
      'Sundet',
      'Kurs',
      'Onsdag 11. februar · i morgen',
      'Fjordvik',
      'Sjekkliste: Før oppstart',
      'Onsdag 11. februar · i morgen',
      'Fjordvik (Fjordvik innføring), Sundet (Prosjektet), Nesset (Prosjektet)',
      'Avstemning: Er dere klare?',
      'Stenger onsdag 11. februar kl. 16.00',
      // More people than may be written to at once: they hear of it together.
      'Fjordvik innføring',
      '[Tilbake]',
    ]);
  });

  test('is sent whole when who leads says so', async () => {
    await press(await card(), 'reminder.held-send');
    await stage.quiet();
    await beatAt('2026-02-10T09:01');
    expect(heard().toSorted()).toEqual(sent);
  });

  test('is dropped whole when who leads says so, and waits again whole when that is undone', async () => {
    const dropped = await press(await card(), 'reminder.held-drop');
    // Two rows, three units with a checklist, one place with a poll.
    expect(dropped.summary).toMatch(/^6 påminnelser i Ny journal sendes ikke\./u);
    await beatAt('2026-02-10T09:01');
    expect(heard()).toEqual([]);
    const again = await press(dropped, 'reminder.held-undo');
    expect(lines(await press(again, 'reminder.held-which'))[0]).toBe('4 påminnelser venter i Ny journal');
    await press(again, 'reminder.held-send');
    await stage.quiet();
    await beatAt('2026-02-10T09:02');
    expect(heard().toSorted()).toEqual(sent);
  });
});
