import type { Language } from '#calendar/when.ts';
import type { Surface } from '#chat/port.ts';
import { assign, tiePlace } from '#people/assign.ts';
import { findUnit, withUnits } from '#people/find-unit.ts';
import { type Account, type Person, personId } from '#people/person.ts';
import { type Place, placeId } from '#people/place.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { activityId, type Plan } from '#plan/activity.ts';
import { revise, setState } from '#plan/revisions/revise.ts';
import type { Store } from '#store/port.ts';
import { readExample } from './example.ts';

/** What lies longer back than this has been done; what is nearer is late, so that a newcomer sees both. */
const DONE_BEFORE_DAYS = 14;

export interface Seeding {
  store: Store;
  /** The page: gives people their own chats. */
  surface: Pick<Surface, 'name' | 'ownChat'>;
  workspace: string;
  now: Temporal.Instant;
  timeZone: string;
}

/**
 * Puts the example programme into an empty store: people with accounts on the page, channels, own chats, the programme
 * and its plan as revision 1. A store that already holds a programme is left as it is.
 */
export async function seed({ store, surface, workspace, now, timeZone }: Seeding): Promise<void> {
  if ((await store.programmes.all()).length > 0) return;
  const example = readExample(now.toZonedDateTimeISO(timeZone).toPlainDate());
  const id = programmeId.parse('example');

  // 1. People, each with an account on the page and a chat of their own with Klar.
  const join = async (one: { name: string; email: string; language: Language }): Promise<Person> => {
    const name = nameInAddress(one.name);
    const account: Account = { surface: surface.name, workspace, user: name, address: {} };
    const person: Person = {
      id: personId.parse(name),
      name: one.name,
      email: one.email,
      language: one.language,
      timeZone,
      accounts: [account],
      programme: id,
      languageChosen: true,
    };
    await store.persons.add(person);
    const chat = await surface.ownChat(account);
    if (chat.state !== 'open') throw new Error(`The page gives ${name} no chat: ${chat.state}`);
    await store.places.add({
      ...chat.where,
      name: '',
      id: placeId.parse(`own-${name}`),
      language: person.language,
      programme: id,
      person: person.id,
    });
    return person;
  };
  const owner = await join(example.programme.owner);
  const coordinator = await join(example.programme.coordinator);

  // 2. Channels: one for the programme, one a unit.
  const open = async (channel: string): Promise<Place> => {
    const place: Place = {
      id: placeId.parse(`channel-${nameInAddress(channel)}`),
      surface: surface.name,
      workspace,
      kind: 'channel',
      key: nameInAddress(channel),
      name: channel,
      address: {},
      language: example.programme.language,
      programme: id,
    };
    await store.places.add(place);
    return place;
  };
  let programme: Programme = {
    id,
    name: example.programme.name,
    language: example.programme.language,
    country: example.programme.country,
    timeZone,
    owners: [owner.id],
    coordinators: [coordinator.id],
    place: (await open(example.programme.channel)).id,
    units: [],
  };
  for (const { name, channel } of example.programme.units) {
    programme = withUnits(programme, [name], (of) => unitId.parse(nameInAddress(of)));
    programme = tiePlace(programme, unitNamed(programme, name), (await open(channel)).id);
  }

  // 3. Who answers for which unit.
  for (const listed of example.people) {
    programme = assign(programme, unitNamed(programme, listed.unit), (await join(listed)).id, listed.role);
  }

  // 4. The plan, as if its owner had imported it just now. The programme goes last: it tells that all the rest is there.
  await store.plans.add(planOf(example, programme, now, timeZone));
  await store.programmes.add(programme);
}

function planOf(
  { plan, starts }: ReturnType<typeof readExample>,
  { id, owners }: Programme,
  now: Temporal.Instant,
  timeZone: string,
): Plan {
  const by = owners[0] ?? personId.parse('nobody');
  const at = now.toString();
  const saved = revise(undefined, plan.accepted, {
    programme: id,
    by,
    at,
    source: 'plan.csv',
    starts,
    newId: (index) => activityId.parse(`example-${index + 1}`),
  });
  const doneBefore = now.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: DONE_BEFORE_DAYS }).toString();
  return saved.activities
    .filter(({ when }) => when.end !== null && when.end < doneBefore)
    .reduce((all, done) => setState(all, done.id, 'done', by, at), saved);
}

function unitNamed(programme: Programme, name: string) {
  const unit = findUnit(programme, name);
  if (!unit) throw new Error(`examples/people.csv names a unit that examples/programme.json lacks: ${name}`);
  return unit.id;
}

/** "Tindøy kommune" as part of an id: tindoy-kommune. */
function nameInAddress(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
}
