import { vi } from 'vitest';
import { announcementFeature } from '#announcement/feature.ts';
import type { Card } from '#card/card.ts';
import type { Answer, Visitor } from '#chat/port.ts';
import { peopleFeature } from '#people/feature.ts';
import { type Person, personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { programmeId, type UnitRole, unitId } from '#people/programme.ts';
import { buttonOf, cardOf, textOf } from '../card-parts.ts';
import { channel, own, tryHouse, visitor } from '../try-house.ts';

/**
 * A Klar with announcements, Monday 2 November 2026 at 09:00 in Oslo. Ingrid owns the programme, Oda coordinates it. Kari is contact of Solvik and
 * of Tindøy, Per and Liv (who reads Swedish) are members of Solvik; Ukjent is expected and has not been met. Nobody of Fjordvik can be
 * reached; it has a channel. Nils has nothing to do with it.
 */
export async function openStage({ coordinator = true } = {}) {
  const klar = await tryHouse([peopleFeature, announcementFeature]);
  const visitors = new Map<string, Visitor>();
  const who = (name: string): Visitor => {
    const known = visitors.get(name) ?? visitor(name, { locale: name === 'liv' ? 'sv-SE' : 'nb-NO' });
    visitors.set(name, known);
    return known;
  };
  const somebody = (name: string, more: Partial<Person> = {}): Person => ({
    id: personId.parse(name),
    name: name[0]?.toUpperCase() + name.slice(1),
    language: name === 'liv' ? 'sv' : 'nb',
    timeZone: 'Europe/Oslo',
    accounts: [{ surface: 'web', workspace: 'w', user: name, address: {} }],
    languageChosen: true,
    ...more,
  });
  for (const name of ['ingrid', 'oda', 'kari', 'per', 'liv', 'nils']) await klar.store.persons.add(somebody(name));
  await klar.store.persons.add(somebody('ukjent', { accounts: [] }));
  await klar.store.places.add({
    ...channel('fjordvik'),
    name: '#fjordvik',
    address: {},
    id: placeId.parse('fjordvik'),
    language: 'nb',
    programme: 'p',
  });
  const people = (...all: [string, UnitRole][]) => all.map(([name, role]) => ({ person: personId.parse(name), role }));
  const unit = (id: string, name: string, ...all: [string, UnitRole][]) => ({
    id: unitId.parse(id),
    name,
    aliases: [],
    people: people(...all),
  });
  await klar.store.programmes.add({
    id: programmeId.parse('p'),
    name: 'Felles journal',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: [personId.parse('ingrid')],
    coordinators: coordinator ? [personId.parse('oda')] : [],
    units: [
      unit('solvik', 'Solvik kommune', ['kari', 'contact'], ['per', 'member'], ['liv', 'member']),
      unit('tindoy', 'Tindøy kommune', ['kari', 'contact']),
      { ...unit('fjordvik', 'Fjordvik kommune', ['ukjent', 'contact']), place: placeId.parse('fjordvik') },
    ],
  });

  const stage = {
    klar,
    store: klar.store,
    type: (name: string, text: string) => klar.type(who(name), own(who(name)), text),
    press: (
      name: string,
      verb: string,
      data: Record<string, string>,
      { values = {}, where, id }: { values?: Record<string, string>; where?: string; id?: string } = {},
    ): Promise<Answer> =>
      klar.press(
        who(name),
        where ? channel(where) : own(who(name)),
        { verb: `announcement.${verb}`, data },
        { values, ...(id ? { id } : {}) },
      ),
    /** The cards that stand in a person's own chat or a channel now, oldest first. */
    async cards(name: string): Promise<Card[]> {
      const place = (await klar.store.places.all()).find(({ key }) => key === `own-${name}` || key === name);
      return place ? klar.recording.web.in(place).map(({ card }) => card) : [];
    },
    /** The newest of them. Fails the test when there is none. */
    async card(name: string, saying = ''): Promise<Card> {
      const found = (await stage.cards(name)).findLast((card) => textOf(card).includes(saying));
      if (!found) throw new Error(`${name} has no card «${saying}»`);
      return found;
    },
    async texts(name: string): Promise<string[]> {
      return (await stage.cards(name)).map(textOf);
    },
    /** Fills in the form and looks at the preview. */
    async draft(name: string, filled: Record<string, string> = {}): Promise<{ id: string; preview: Card }> {
      const form = cardOf(await stage.type(name, 'kunngjør'));
      const data = buttonOf(form, 'announcement.preview').data ?? {};
      const values = {
        title: 'Ny dato for opplæringen',
        text: 'Opplæringen flyttes til uke 49.\n\nSi fra til vaktlagene.',
        to: 'some',
        units: 'solvik,tindoy,fjordvik',
        roles: '',
        asks: 'read',
        when: 'now',
        day: '',
        time: '09:00',
        ways: 'reminds',
        ...filled,
      };
      return { id: data.announcement ?? '', preview: cardOf(await stage.press(name, 'preview', data, { values })) };
    },
    /** Sends what a draft's preview offers to send. */
    async send(name: string, preview: Card): Promise<Answer> {
      return stage.press(name, 'send', buttonOf(preview, 'announcement.send').data ?? {});
    },
    async sent(name = 'ingrid', filled: Record<string, string> = {}): Promise<string> {
      const { id, preview } = await stage.draft(name, filled);
      await stage.send(name, preview);
      await stage.until(id, 'sent');
      return id;
    },
    /** Waits until an announcement has come to a state and everything that follows is shown. */
    async until(id: string, state: string): Promise<void> {
      await vi.waitFor(async () => {
        const now = await klar.store.announcements.get(id);
        if (now?.state !== state || now.rounds.some(({ doneAt }) => !doneAt)) throw new Error(`${id} is ${now?.state}`);
      }, 20_000);
      await klar.settled();
    },
    async moveTo(at: string): Promise<void> {
      klar.clock.moveTo(Temporal.Instant.from(at));
      await klar.house.beat();
      await klar.settled();
    },
    errors: () => klar.logged.filter(({ level }) => level === 'error'),
    close: () => klar.close(),
  };
  return stage;
}
export type Stage = Awaited<ReturnType<typeof openStage>>;
