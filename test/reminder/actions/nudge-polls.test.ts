import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { placeId } from '#people/place.ts';
import { pollFeature } from '#poll/feature.ts';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { reminderFeature } from '#reminder/feature.ts';
import type { Reminding } from '#reminder/reminding.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttons, cardOf, openStage, type Stage, textOf } from '../../poll/stage.ts';

let stage: Stage;
beforeEach(async () => {
  // Friday 20 November 2026, 10:00 in Oslo.
  stage = await openStage({ features: [pollFeature, reminderFeature], ownChats: true });
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const everybody = ['Ola', 'Per', 'Siri', 'Tor', 'Una', 'Liv'] as const;
const form = { question: 'Er dere klare?', options: 'Ja\nNesten\nNei', choice: 'single', day: '' };

/** A poll in the programme's place that closes on Friday 27 November at 16:00; its id. */
async function open(names = 'named', more: Record<string, string> = {}): Promise<string> {
  await stage.press('Kari', 'poll.preview', { poll: 'p', ...form, names, closes: '7d', ...more });
  await stage.press('Kari', 'poll.post', { poll: 'p' });
  return (await stage.onlyPoll()).id;
}
const at = async (local: string) => {
  stage.clock.moveTo(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Oslo').toInstant());
  await stage.house.beat();
  await stage.quiet();
};
/** The reminders that stand somewhere, each with where. */
async function nudges(): Promise<string[]> {
  const places = new Map((await stage.store.places.all()).map((place) => [place.id as string, place.key]));
  return [...stage.standing.values()].flatMap(({ place, card }) => {
    const text = textOf(card);
    return /^(?:Avstemningen stenger|Omröstningen stänger)/u.test(text) ? [`${places.get(place)}: ${text}`] : [];
  });
}
const receivers = async () => (await nudges()).map((text) => text.split(':')[0]).toSorted();
const setReminding = (change: (now: Reminding) => Reminding) =>
  stage.store.programmes
    .all()
    .then(
      ([one]) => one && changeReminding(stage.house.world, one.id, (now) => ({ next: change(now), outcome: true })),
    );
const decided = () =>
  stage.logged.flatMap((line) =>
    'rule' in line && line.rule === 'poll-nudge' ? [line as Record<string, string>] : [],
  );

describe('a named poll', () => {
  test('is reminded of once, in their own chats, to those who have not answered: the working day before it closes', async () => {
    const poll = await open();
    await stage.press('Ola', 'poll.answer', { poll, options: '1' });
    await at('2026-11-26T08:59');
    expect(await nudges()).toEqual([]);
    // Answered in the last minute.
    await stage.press('Per', 'poll.answer', { poll, options: '2' });
    await at('2026-11-26T09:00');
    await at('2026-11-26T09:01');
    expect(await receivers()).toEqual(['own-Liv', 'own-Siri', 'own-Tor', 'own-Una']);
    expect(await nudges()).toContain(
      'own-Siri: Avstemningen stenger i morgen, fredag 27. november kl.\u00a016.00: Er dere klare?\nKari spør. Du har ikke svart ennå.\n[Vis avstemningen]',
    );
    expect((await nudges()).find((text) => text.startsWith('own-Liv'))).toContain(
      'Omröstningen stänger i morgon, fredag 27 november kl.\u00a016.00: Er dere klare?\nKari frågar. Du har inte svarat ännu.\n[Visa omröstningen]',
    );
    expect(
      decided()
        .map(({ receiver, result }) => `${receiver} ${result}`)
        .toSorted(),
    ).toEqual(['liv sent', 'ola skipped', 'per skipped', 'siri sent', 'tor sent', 'una sent']);
  });

  test('opens on the reminder, and is answered there', async () => {
    const poll = await open();
    await at('2026-11-26T09:00');
    const own = cardOf(await stage.press('Siri', 'poll.show', { poll }, { where: 'own' }));
    expect(buttons(own, 'poll.answer')).toHaveLength(3);
    const answered = await stage.press('Siri', 'poll.answer', { poll, options: '3' }, { where: 'own' });
    expect(textOf(cardOf(answered))).toContain('✓ Du svarte «Nei».');
  });

  test('is not reminded of anew when somebody takes back the answer that they had', async () => {
    const poll = await open();
    await stage.press('Ola', 'poll.answer', { poll, options: '1' });
    await at('2026-11-26T09:00');
    await stage.press('Ola', 'poll.withdraw', { poll });
    await stage.store.polls.change(poll, (now) => ({ next: now, outcome: true }));
    await at('2026-11-26T12:00');
    expect(await receivers()).not.toContain('own-Ola');
  });

  test('waits for who is left alone, and passes over who wants to hear only of what is overdue', async () => {
    await open();
    await stage.store.persons.change('siri', (person) => ({
      next: { ...person, quiet: { hours: { from: '18:00', to: '11:00' }, weekdays: [], away: [] } },
      outcome: true,
    }));
    await stage.store.persons.change('tor', (person) => ({ next: { ...person, rhythm: 'overdue' }, outcome: true }));
    await at('2026-11-26T09:00');
    expect(await receivers()).toEqual(['own-Liv', 'own-Ola', 'own-Per', 'own-Una']);
    await at('2026-11-26T11:00');
    expect(await receivers()).toEqual(['own-Liv', 'own-Ola', 'own-Per', 'own-Siri', 'own-Una']);
  });

  test('is not reminded of once it is closed, while reminders are held back, or where the rules say never', async () => {
    const poll = await open();
    await setReminding((now) => ({ ...now, held: { why: 'many', at: '2026-11-25T09:00:00Z', count: 300 } }));
    await at('2026-11-26T09:00');
    expect(await nudges()).toEqual([]);
    await setReminding(({ held: _, ...now }) => ({ ...now, rules: { ...defaultRules, polls: { daysBefore: null } } }));
    await at('2026-11-26T10:00');
    expect(await nudges()).toEqual([]);
    await stage.press('Kari', 'poll.close-now', { poll });
    await setReminding((now) => ({ ...now, rules: defaultRules }));
    await at('2026-11-26T11:00');
    expect(await nudges()).toEqual([]);
  });

  test('is tried again where somebody could not be reached', async () => {
    await open();
    stage.trouble.next = 'unreachable';
    await at('2026-11-26T09:00');
    expect(await nudges()).toEqual([]);
    delete stage.trouble.next;
    await at('2026-11-26T09:05');
    expect(await receivers()).toHaveLength(everybody.length);
  });

  test('is reminded of in its place where Klar does not know whom it asks, or they are more than may be written to at once', async () => {
    await open();
    await setReminding((now) => ({ ...now, rules: { ...defaultRules, mostAtOnce: 5 } }));
    await at('2026-11-26T09:00');
    expect(await receivers()).toEqual(['project']);
    await setReminding((now) => ({ ...now, rules: defaultRules }));
    await at('2026-11-26T09:05');
    expect(await receivers()).toEqual(['project']);
  });

  test('asks the people of the unit whose place it stands in, and nobody else', async () => {
    await stage.store.programmes.change('health', (programme) => {
      const { place: _, ...rest } = programme;
      const units = programme.units.map((unit) => ({
        ...unit,
        place: placeId.parse('project'),
        people: unit.people.slice(0, 2),
      }));
      return { next: { ...rest, units }, outcome: true };
    });
    await stage.store.places.change('project', (place) => ({ next: { ...place, programme: 'health' }, outcome: true }));
    await open();
    await at('2026-11-26T09:00');
    expect(await receivers()).toEqual(['own-Ola', 'own-Per']);
  });

  test('is the next thing for a clock that is moved by hand', async () => {
    await open();
    expect(await stage.house.nextEvents()).toContain('2026-11-26T08:00:00Z');
  });
});

describe('an anonymous poll', () => {
  test('gets one message in its place, the same for all, that tells how many have answered as it goes on, and when it has closed', async () => {
    const poll = await open('anonymous');
    for (const who of ['Ola', 'Per', 'Siri'] as const) await stage.press(who, 'poll.answer', { poll, options: '1' });
    await at('2026-11-26T09:00');
    await at('2026-11-26T09:01');
    const told = 'project: Avstemningen stenger i morgen, fredag 27. november kl.\u00a016.00: Er dere klare?';
    expect(await nudges()).toEqual([
      `${told}\n3 har svart. Har du ikke svart, er det fortsatt tid.\n[Vis avstemningen]`,
    ]);
    await stage.press('Tor', 'poll.answer', { poll, options: '2' });
    await stage.quiet();
    expect(await nudges()).toEqual([
      `${told}\n4 har svart. Har du ikke svart, er det fortsatt tid.\n[Vis avstemningen]`,
    ]);
    await at('2026-11-27T16:00');
    expect(await nudges()).toEqual([]);
    const last = [...stage.standing.values()].at(-1);
    expect(last && textOf(last.card)).toBe('Avstemningen er stengt: Er dere klare?\n4 svarte.\n[Vis avstemningen]');
  });

  test('leaves nothing in the store, the ledger or the log that says who has answered and who has not', async () => {
    /** Plays the same poll with other people answering, and gives all that lies on disk and in the log about its reminder. */
    const traces = async (answering: readonly (typeof everybody)[number][]) => {
      const poll = await open('anonymous');
      const known = new Set(onDisk().map(({ text }) => text));
      const before = stage.logged.length;
      for (const who of answering) await stage.press(who, 'poll.answer', { poll, options: '1' });
      const logged = stage.logged.length;
      await at('2026-11-26T09:00');
      const names = everybody.map((name) => name.toLowerCase());
      const said = JSON.stringify(stage.logged.slice(logged)).toLowerCase();
      expect(names.filter((name) => said.includes(`"${name}"`))).toEqual([]);
      expect(JSON.stringify(stage.logged.slice(before))).not.toMatch(/own-/u);
      // What the ledger and the postings say of it names the place alone.
      expect(await stage.store.ledger.entries(`poll.${poll}`)).toMatchObject([['nudge', { place: 'project' }]]);
      const written = onDisk().filter(({ text }) => !known.has(text) && text.includes('nudge'));
      expect(written.length).toBeGreaterThan(0);
      for (const { text } of written) expect(names.filter((name) => text.includes(`"${name}"`))).toEqual([]);
      expect((await stage.store.places.all()).filter(({ kind }) => kind === 'personal')).toEqual([]);
      return (await nudges()).join('\n');
    };
    const first = await traces(['Ola', 'Per', 'Siri']);
    await stage.close();
    stage = await openStage({ features: [pollFeature, reminderFeature], ownChats: true });
    // Three others: the very same message, to the very same place.
    expect(await traces(['Tor', 'Una', 'Liv'])).toBe(first);
  });
});

test('a poll without a programme is reminded of in its place, 24 hours before it closes', async () => {
  await stage.store.programmes.remove('health');
  await open();
  expect((await stage.onlyPoll()).programme).toBeUndefined();
  await at('2026-11-26T15:59');
  expect(await nudges()).toEqual([]);
  await at('2026-11-26T16:00');
  expect(await receivers()).toEqual(['project']);
});

test('a poll that closes within a day and a half is not reminded of', async () => {
  await open('named', { closes: '1d' });
  await at('2026-11-21T09:00');
  expect(await nudges()).toEqual([]);
});

/** All that lies on disk, file by file. */
function onDisk(): { file: string; text: string }[] {
  const { dir } = stage.folder;
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((file) => join(dir, file))
    .filter((file) => statSync(file).isFile())
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
}
