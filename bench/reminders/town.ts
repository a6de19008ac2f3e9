import { person } from '#people/person.ts';
import { place } from '#people/place.ts';
import { programme } from '#people/programme.ts';
import { plan } from '#plan/activity.ts';
import { reminding } from '#reminder/reminding.ts';
import { reminderRules } from '#reminder/rules.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';

/** A person, and their own chat with Klar. */
export interface Townsman {
  user: string;
  name: string;
  address: Record<string, string>;
  chat: { key: string; address: Record<string, string> };
}

/** The people and channels of a stand-in, and how Klar reaches them. */
export interface Town {
  surface: 'teams' | 'slack';
  workspace: string;
  /** Klar's environment. */
  environment: Record<string, string>;
  people: Townsman[];
  /** Who is reminded of something before all the others, so that what is loaded at the first message is loaded. */
  first: Townsman;
  channels: { key: string; address: Record<string, string> }[];
}

/** Wednesday 16 September 2026, a minute past nine in Oslo: what is a week away has just fallen due. */
export const dueMorning = '2026-09-16T07:01:00Z';
/** Shortly before, when Klar has been up for a while and nothing is due. */
export const quietMorning = '2026-09-16T06:50:00Z';
const dueDay = '2026-09-23';
/** Its reminder has fallen due the day before: it goes out on the quiet morning. */
const warmingDay = '2026-09-22';
/** In every reminder of the town, and in nothing else that Klar says. */
export const titleWord = 'Journalkurs';
const rowsOfTown = 50;

/**
 * A programme of which everyone in a town is to be reminded this morning: a unit for each person, who is its contact and
 * has been met in their own chat, and a unit for each channel, which is its place. Written into a new data folder.
 */
export async function settleTown(town: Town, data: string): Promise<void> {
  const store = await openLowdbStore({ dir: data, secretKeyFile: `${data}.key` });
  const { surface, workspace } = town;
  const common = { surface, workspace, language: 'nb' } as const;
  const waits: Promise<unknown>[] = [];
  const units: { id: string; name: string; place?: string; people?: object[] }[] = [];
  const settle = (id: string, { user, name, address, chat }: Townsman) => {
    const accounts = [{ surface, workspace, user, address }];
    waits.push(store.persons.add(person.parse({ id, name, language: 'nb', timeZone: 'Europe/Oslo', accounts })));
    waits.push(store.places.add(place.parse({ ...common, ...chat, id: `chat-${id}`, kind: 'personal', person: id })));
  };
  settle('first', town.first);
  for (const [nth, townsman] of town.people.entries()) {
    const id = `person-${nth}`;
    settle(id, townsman);
    units.push({ id: `unit-${nth}`, name: `Avdeling ${nth}`, people: [{ person: id, role: 'contact' }] });
  }
  for (const [nth, channel] of town.channels.entries()) {
    const named = { id: `channel-${nth}`, kind: 'channel', name: `Kommune ${nth}`, programme: 'programme-1' };
    waits.push(store.places.add(place.parse({ ...common, ...channel, ...named })));
    units.push({ id: `unit-of-${nth}`, name: `Kommune ${nth}`, place: `channel-${nth}` });
  }
  const rowFor = (day: string, row: number) => ({
    row: row + 2,
    description: 'Påmelding hos lederen innen fristen.',
    kind: 'activity',
    when: { start: day, end: day, precision: 'day', text: day },
    gate: null,
    id: `row-${row}`,
    state: 'planned',
  });
  const activities = Array.from({ length: rowsOfTown }, (_, row) => ({
    ...rowFor(dueDay, row),
    title: `${titleWord} del ${row + 1}`,
    units: units.filter((_, nth) => nth % rowsOfTown === row).map(({ name }) => name),
  }));
  const rules = {
    ...reminderRules.parse({ rules: ['7-days-before'], mostAtOnce: 100_000, overview: false }),
    escalation: null,
    noContact: null,
  };
  const add = (id: string, owner: string, its: { units: object[]; activities: object[] }) => {
    const common = { id, name: 'Felles journal', language: 'nb', country: 'NO', timeZone: 'Europe/Oslo' };
    const saved = { number: 1, at: '2026-08-17T08:00:00Z', by: owner, source: 'plan.csv', rows: its.activities.length };
    waits.push(
      store.programmes.add(programme.parse({ ...common, owners: [owner], units: its.units })),
      store.plans.add(plan.parse({ id, revision: 1, told: 1, activities: its.activities, revisions: [saved] })),
      store.remindings.add(reminding.parse({ id, rules })),
    );
  };
  add('programme-1', 'person-0', { units, activities });
  const warming = { ...rowFor(warmingDay, 0), title: 'Oppvarming', units: [] };
  add('programme-2', 'first', { units: [], activities: [warming] });
  await Promise.all(waits);
  await store.close();
}
