import { setTimeout as later } from 'node:timers/promises';
import type { Card, Element, ExecuteAction } from '#card/card.ts';
import type { Answer, Incoming, Surface, Where } from '#chat/port.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { movableClock } from '#clock/clock.ts';
import { buildHouse } from '#house.ts';
import { type Person, personId } from '#people/person.ts';
import { type Place, placeId } from '#people/place.ts';
import { type Programme, programmeId, type UnitRole, unitId } from '#people/programme.ts';
import { openInFolder } from '../store/folder-fixture.ts';

/** Wednesday 4 February 2026, 10:00 in Oslo: a week before the due date that the tests give. */
export const start = Temporal.Instant.from('2026-02-04T09:00:00Z');
export const due = '2026-02-11';

const people = { Grete: 'nb', Kari: 'nb', Ola: 'nb', Lars: 'sv', Pat: 'en', Mona: 'nb', Nils: 'nb' } as const;
export type Name = keyof typeof people;

/**
 * A whole Klar with the checklist feature on the real route, delivery and store, and a surface that remembers what
 * stands where. Grete owns the programme "Ny journal" of three units: Fjordvik with a channel, Kari as contact and Ola as
 * deputy; Sundet without a place, Lars as contact and Mona as member; Nesset without a place or people. Pat is in no unit.
 * Nils is nowhere and has no account. The programme has a place when `programmePlace` says so.
 * @param parts.features More of Klar than checklists, for what other features do with them.
 */
export async function openStage({ programmePlace = true, features = [checklistFeature] } = {}) {
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
    ownChat: async ({ user }) => ({ state: 'open', where: whereIs(user, 'own') }),
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

  for (const [name, language] of Object.entries(people)) {
    const person: Person = {
      id: personId.parse(name.toLowerCase()),
      name,
      language,
      timeZone: 'Europe/Oslo',
      accounts: name === 'Nils' ? [] : [{ surface: 'web', workspace: 'w', user: name, address: {} }],
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
  await store.places.add(channel('fjordvik', 'Fjordvik innføring'));
  await store.places.add(channel('elsewhere', 'Noe annet'));
  const member = (name: Name, role: UnitRole) => ({ person: personId.parse(name.toLowerCase()), role });
  const programme: Programme = {
    id: programmeId.parse('health'),
    name: 'Ny journal',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: [personId.parse('grete')],
    coordinators: [],
    ...(programmePlace ? { place: placeId.parse('project') } : {}),
    units: [
      {
        id: unitId.parse('u1'),
        name: 'Fjordvik',
        aliases: ['FV'],
        place: placeId.parse('fjordvik'),
        people: [member('Kari', 'contact'), member('Ola', 'deputy')],
      },
      {
        id: unitId.parse('u2'),
        name: 'Sundet',
        aliases: [],
        people: [member('Lars', 'contact'), member('Mona', 'member')],
      },
      { id: unitId.parse('u3'), name: 'Nesset', aliases: [], people: [] },
    ],
  };
  await store.programmes.add(programme);

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
    standing,
    failures,
    /** The lines of the log that are no errors. */
    logged,
    trouble,
    async type(name: Name, text: string, where = 'own'): Promise<Answer> {
      return house.handle({ ...common(name, where), type: 'command', text });
    },
    /** @param id Names the act: give the same again to deliver it twice. */
    async press(
      name: Name,
      verb: string,
      values: Record<string, string>,
      { where = 'own', automatic = false, id = '' } = {},
    ): Promise<Answer> {
      const act = common(name, where);
      const incoming: Incoming = { ...act, ...(id ? { id } : {}), type: 'press', verb, values, automatic };
      return house.handle(incoming);
    },
    /** Waits until every card that stands somewhere shows the newest state. */
    async quiet(): Promise<void> {
      await later(0);
      await house.outbox.settled();
      await later(0);
      await house.outbox.settled();
    },
    /** Grete gives the start checklist to units; its id. */
    async giveOut(units = '*'): Promise<string> {
      const preview = await this.press('Grete', 'checklist.preview', { template: 'start', units, due });
      const [give] = buttons(cardOf(preview), 'checklist.give-out');
      await this.press('Grete', 'checklist.give-out', { ...give?.data });
      await this.quiet();
      return give?.data?.draft ?? '';
    },
    /** The cards that stand in a place, oldest first. */
    cardsIn(place: string): Card[] {
      return [...standing.values()].filter((s) => s.place === place).map((s) => s.card);
    },
    /** Everything that is stored about answers, to see that nothing changed. */
    async stored(): Promise<string> {
      return JSON.stringify([await store.sheets.all(), await store.checklists.all(), await store.audit.all()]);
    },
    close: () => folder.discard(),
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

const whereIs = (name: string, where: string): Where =>
  where === 'own'
    ? { surface: 'web', workspace: 'w', kind: 'personal', key: `own-${name}`, address: {} }
    : { surface: 'web', workspace: 'w', kind: 'channel', key: where, address: {} };

/** The card that an answer shows; fails the test when it shows none. */
export function cardOf(answer: Answer): Card {
  if (!('card' in answer)) throw new Error(`no card but ${JSON.stringify(answer)}`);
  return answer.card;
}

/** The sentence of an answer that shows no card. */
export function noticeOf(answer: Answer): Extract<Answer, { show: 'notice' }> {
  if (answer.show !== 'notice') throw new Error(`no notice but ${answer.show}`);
  return answer;
}

const walk = (elements: readonly Element[], visit: (element: Element) => void): void => {
  for (const element of elements) {
    visit(element);
    if (element.type === 'Container') walk(element.items, visit);
    if (element.type === 'ColumnSet') for (const column of element.columns) walk(column.items, visit);
  }
};

/** All words of a card, a line each: texts, labels, choices and buttons. */
export function textOf(card: Card): string {
  const lines: string[] = [];
  walk(card.content.body, (element) => {
    if (element.type === 'TextBlock') lines.push(element.text);
    if (element.type === 'ActionSet') lines.push(...element.actions.map((a) => `[${a.title}]`));
    if ('label' in element) lines.push(element.label);
    if (element.type === 'Input.ChoiceSet') lines.push(...element.choices.map((c) => `( ) ${c.title}`));
  });
  return lines.join('\n');
}

/** The buttons with a verb. */
export function buttons(card: Card, verb: string): ExecuteAction[] {
  const found: ExecuteAction[] = [];
  walk(card.content.body, (element) => {
    if (element.type !== 'ActionSet') return;
    for (const a of element.actions) if (a.type === 'Action.Execute' && a.verb === verb) found.push(a);
  });
  return found;
}

/** What the inputs of a form hold when nothing is typed. */
export function filledIn(card: Card): Record<string, string> {
  const values: Record<string, string> = {};
  walk(card.content.body, (element) => {
    if ('label' in element) values[element.id] = element.value ?? '';
  });
  return values;
}
