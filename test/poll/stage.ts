import { setTimeout as later } from 'node:timers/promises';
import type { Card, Element, ExecuteAction } from '#card/card.ts';
import type { Answer, Incoming, Surface, Where } from '#chat/port.ts';
import { movableClock } from '#clock/clock.ts';
import { buildHouse } from '#house.ts';
import { type Person, personId } from '#people/person.ts';
import { type Place, placeId } from '#people/place.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { pollFeature } from '#poll/feature.ts';
import { openInFolder } from '../store/folder-fixture.ts';

/** Friday 20 November 2026, 10:00 in Oslo. */
const start = Temporal.Instant.from('2026-11-20T09:00:00Z');

/**
 * A whole Klar with the poll feature, the real route, delivery and store, and a surface that remembers what stands
 * where. Kari owns the programme, Ola, Per, Siri, Tor, Una and Liv are its members (Liv reads Swedish), Nils is not.
 * @param parts.features More of Klar than polls, for what other features do with them.
 * @param parts.ownChats Whether people have chats of their own in which Klar can write to them.
 */
export async function openStage({ features = [pollFeature], ownChats = false } = {}) {
  const folder = await openInFolder();
  const clock = movableClock(start);
  const standing = new Map<string, { place: string; card: Card; updates: number }>();
  const trouble: { next?: 'gone' | 'unreachable' } = {};
  const surface: Surface = {
    name: 'web',
    async send(place, card) {
      if (trouble.next === 'gone') return { state: 'gone' };
      if (trouble.next === 'unreachable') return { state: 'unreachable', reason: 'as the test wants' };
      const id = `m${standing.size + 1}`;
      standing.set(id, { place: place.id, card, updates: 0 });
      return { state: 'sent', ref: { id } };
    },
    async update(place, ref, card) {
      const before = standing.get(ref.id ?? '');
      standing.set(ref.id ?? '', { place: place.id, card, updates: (before?.updates ?? 0) + 1 });
      return { state: 'sent', ref };
    },
    ownChat: async ({ user }) =>
      ownChats ? { state: 'open', where: whereIs(user, 'own') } : { state: 'refused', reason: 'not here' },
  };
  const failures: object[] = [];
  const logged: object[] = [];
  const note = (about: object) => void logged.push(about);
  const house = buildHouse({
    store: folder.store,
    features,
    surfaces: new Map([['web', surface]]),
    clock,
    defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
    log: { info: note, warn: note, error: (about) => void failures.push(about) },
    speed: 1000,
  });
  const { store } = house;

  const people = ['Kari', 'Ola', 'Per', 'Siri', 'Tor', 'Una', 'Liv', 'Nils'] as const;
  type Name = (typeof people)[number];
  for (const name of people) {
    const person: Person = {
      id: personId.parse(name.toLowerCase()),
      name,
      language: name === 'Liv' ? 'sv' : 'nb',
      timeZone: 'Europe/Oslo',
      accounts: [{ surface: 'web', workspace: 'w', user: name, address: {} }],
      languageChosen: true,
    };
    await store.persons.add(person);
  }
  const channel = (key: string, name: string): Place => ({
    id: placeId.parse(key),
    surface: 'web',
    workspace: 'w',
    kind: 'channel',
    key,
    name,
    address: {},
    language: 'nb',
  });
  await store.places.add(channel('project', 'Prosjektet'));
  await store.places.add(channel('elsewhere', 'Noe annet'));
  const members = people.filter((n) => n !== 'Kari' && n !== 'Nils');
  const programme: Programme = {
    id: programmeId.parse('health'),
    name: 'Ny journal',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: [personId.parse('kari')],
    coordinators: [],
    place: placeId.parse('project'),
    units: [
      {
        id: unitId.parse('u1'),
        name: 'Fjordvik kommune',
        aliases: [],
        people: members.map((n) => ({ person: personId.parse(n.toLowerCase()), role: 'member' as const })),
      },
    ],
  };
  await store.programmes.add(programme);

  const whereIs = (name: string, where: string): Where =>
    where === 'own'
      ? { surface: 'web', workspace: 'w', kind: 'personal', key: `own-${name}`, address: {} }
      : { surface: 'web', workspace: 'w', kind: 'channel', key: where, address: {} };
  let acts = 0;
  const common = (name: Name, where: string) => ({
    id: `act-${++acts}`,
    by: { surface: 'web' as const, workspace: 'w', user: name, address: {} },
    where: whereIs(name, where),
  });

  return {
    house,
    store,
    clock,
    folder,
    standing,
    failures,
    /** The lines of the log that are no errors. */
    logged,
    trouble,
    handle: house.handle,
    async type(name: Name, text: string, where = 'project', more: Partial<Incoming> = {}): Promise<Answer> {
      return house.handle({ ...common(name, where), type: 'command', text, ...more } as Incoming);
    },
    async press(
      name: Name,
      verb: string,
      values: Record<string, string>,
      { where = 'project', automatic = false } = {},
    ): Promise<Answer> {
      return house.handle({ ...common(name, where), type: 'press', verb, values, automatic });
    },
    /** Waits until every card that stands somewhere shows the newest state. */
    async quiet(): Promise<void> {
      await later(0);
      await house.outbox.settled();
    },
    async onlyPoll() {
      const [poll] = await store.polls.all();
      if (!poll) throw new Error('no poll');
      return poll;
    },
    /** The texts of the newest card that stands in a place. */
    async shared(place = 'project'): Promise<string> {
      await this.quiet();
      const last = [...standing.values()].filter((s) => s.place === place).at(-1);
      if (!last) throw new Error('no card stands there');
      return textOf(last.card);
    },
    close: () => folder.discard(),
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The card that an answer shows; fails the test when it shows none. */
export function cardOf(answer: Answer): Card {
  if (!('card' in answer)) throw new Error(`no card but ${JSON.stringify(answer)}`);
  return answer.card;
}

/** All words of a card, a line each: texts, labels, choices and buttons. */
export function textOf(card: Card): string {
  const lines: string[] = [];
  const walk = (element: Element): void => {
    if (element.type === 'TextBlock') lines.push(element.text);
    if (element.type === 'Container') element.items.forEach(walk);
    if (element.type === 'ActionSet') lines.push(...element.actions.map((a) => `[${a.title}]`));
    if ('label' in element) lines.push(element.label);
    if (element.type === 'Input.ChoiceSet') lines.push(...element.choices.map((c) => `( ) ${c.title}`));
  };
  card.content.body.forEach(walk);
  return lines.join('\n');
}

/** The button with a verb, and ids that fit. */
export function buttons(card: Card, verb: string): ExecuteAction[] {
  const found: ExecuteAction[] = [];
  const walk = (element: Element): void => {
    if (element.type === 'Container') element.items.forEach(walk);
    if (element.type === 'ActionSet') {
      for (const a of element.actions) if (a.type === 'Action.Execute' && a.verb === verb) found.push(a);
    }
  };
  card.content.body.forEach(walk);
  return found;
}
