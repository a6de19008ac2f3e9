import { announcementFeature } from '#announcement/feature.ts';
import type { Card } from '#card/card.ts';
import type { Surface } from '#chat/port.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { type MovableClock, movableClock } from '#clock/clock.ts';
import { buildHouse, type House } from '#house.ts';
import { peopleFeature } from '#people/feature.ts';
import { sameName } from '#people/find-unit.ts';
import { person } from '#people/person.ts';
import { place } from '#people/place.ts';
import { type Programme, programme, type Unit, unit } from '#people/programme.ts';
import { type Activity, type PlannedRow, plan } from '#plan/activity.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { reminding } from '#reminder/reminding.ts';
import { reminderRules } from '#reminder/rules.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import type { Store } from '#store/port.ts';
import type { HandCountry, HandReminder, HandRow } from './by-hand.ts';

/** Everything that has a part in a heartbeat. */
const features = [peopleFeature, planFeature, pollFeature, checklistFeature, announcementFeature, reminderFeature];
const id = 'programme-1';
const owner = 'owner';
const common = { surface: 'web', workspace: 'w', language: 'nb' } as const;

/** A message of the simulated year: to which place, on which day in Oslo, and the activities that its buttons name. */
export interface YearMessage {
  place: string;
  day: string;
  activities: Set<string>;
}

export interface Year {
  house: House;
  clock: MovableClock;
  /** What the units and the programme's place got. What its owner was asked is left out. */
  messages: YearMessage[];
  /** What the ledger says was sent, on the day on which it was settled, each as `lineOf` writes it. */
  settled(): Promise<string[]>;
  errors: string[];
  close(): Promise<void>;
}

/**
 * Klar with one programme whose plan was saved at the beginning of a year, on a movable clock and a page that takes
 * everything. Of the units that its rows name, one in three has a place, one a contact in a chat of their own, and one nobody.
 * Other things that the clock sends (overviews, escalations, questions for contacts) are off.
 * @param folder An empty one.
 */
export async function openYear(
  folder: string,
  rows: readonly Activity[],
  given: { begins: string; rules: readonly string[]; country: HandCountry },
): Promise<Year> {
  const store = await openLowdbStore({ dir: `${folder}/data`, secretKeyFile: `${folder}/data.key` });
  const { units } = settle(rows);
  await store.persons.add(personNamed(owner));
  await store.places.add(chatOf(owner));
  await store.places.add(place.parse({ ...common, id: 'programme', key: 'programme', kind: 'channel' }));
  for (const one of units) {
    if (one.place) await store.places.add(place.parse({ ...common, id: one.place, key: one.place, kind: 'channel' }));
    for (const { person: contact } of one.people) {
      await store.persons.add(personNamed(contact));
      await store.places.add(chatOf(contact));
    }
  }
  await store.programmes.add(
    programme.parse({
      id,
      name: 'Felles journal',
      language: 'nb',
      country: given.country,
      timeZone: 'Europe/Oslo',
      owners: [owner],
      place: 'programme',
      units,
    }),
  );
  const saved = { number: 1, at: given.begins, by: owner, source: 'plan.csv', rows: rows.length };
  await store.plans.add(plan.parse({ id, revision: 1, told: 1, activities: rows, revisions: [saved] }));
  const rules = reminderRules.parse({
    rules: given.rules,
    overview: false,
    escalation: null,
    noContact: null,
    mostAtOnce: 100_000,
  });
  await store.remindings.add(reminding.parse({ id, rules }));

  const clock = movableClock(Temporal.Instant.from(given.begins));
  const messages: YearMessage[] = [];
  const { house, errors } = houseOnPage(store, clock, (to, card) => {
    if (to === chatOf(owner).id) return;
    messages.push({ place: to, day: dayOn(clock.now()), activities: activitiesOn(card) });
  });
  return {
    house,
    clock,
    messages,
    errors,
    async settled() {
      const found = [];
      for (const [key, { state, at }] of await store.ledger.entries(id)) {
        const [of, activity = '', rule = '', start, unitKey, ...more] = key.split('/').map(decodeURIComponent);
        // A reminder's own key has five parts; others stand for a try at a place, or for another message.
        if (of !== id || unitKey === undefined || more.length > 0 || state !== 'sent' || !start) continue;
        const unit = unitKey === '' ? null : unitKey;
        found.push(lineOf({ activity, rule, unit, day: dayOn(Temporal.Instant.from(at)) }));
      }
      return found;
    },
    async close() {
      await house.outbox.settled();
      await store.close();
    },
  };
}

/**
 * Klar with everything that has a part in a heartbeat, on a page that takes everything at once.
 * @param take Is told of each message that is sent.
 */
export function houseOnPage(store: Store, clock: MovableClock, take: (place: string, card: Card) => void) {
  const errors: string[] = [];
  const house = buildHouse({
    store,
    features,
    surfaces: new Map([['web', takingAll(take)]]),
    clock,
    defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
    log: { info() {}, warn() {}, error: (about, message) => void errors.push(`${message} ${JSON.stringify(about)}`) },
    speed: 1e6,
  });
  return { house, errors };
}

/** Where a unit's reminders come in such a year, null standing for the programme's own. */
export function placesOf(rows: readonly Activity[]): (unit: string | null) => string {
  const { units } = settle(rows);
  return (name) => {
    const found = units.find((one) => name !== null && sameName(one.name) === sameName(name));
    return found?.place ?? (found?.people[0] ? chatOf(found.people[0].person).id : 'programme');
  };
}

/** What the calculation by hand needs to know of a row. */
export const handRow = ({ id, when, kind, units, state, halted }: Activity): HandRow => ({
  id,
  start: when.start,
  end: when.end,
  isExact: when.precision === 'day',
  takesPlace: kind === 'meeting' || kind === 'gathering',
  units,
  isOver: state === 'done' || halted !== undefined,
});

/** One reminder in one line, to be compared: its day, activity, rule and unit, however that is written. */
export const lineOf = ({ day, activity, rule, unit }: Omit<HandReminder, 'atMs'>): string =>
  [day, activity, rule, unit === null ? '' : sameName(unit)].join(' ');

/** Rows of a file as activities that nobody has begun. */
export const asActivities = (rows: readonly PlannedRow[]): Activity[] =>
  plan.shape.activities.parse(rows.map((row, nth) => ({ ...row, id: `row-${nth}`, state: 'planned' })));

/** The units of rows in the order in which they are named, and who answers for each. */
function settle(rows: readonly Activity[]): Pick<Programme, 'units'> {
  const names = new Map(rows.flatMap(({ units }) => units).map((name) => [sameName(name), name]));
  const answering: ((nth: number) => Partial<Unit>)[] = [
    (nth) => unit.pick({ place: true }).parse({ place: `place-${nth}` }),
    (nth) => unit.pick({ people: true }).parse({ people: [{ person: `contact-${nth}`, role: 'contact' }] }),
    () => ({}),
  ];
  return {
    units: [...names.values()].map((name, nth) =>
      unit.parse({ id: `unit-${nth}`, name, ...answering[nth % answering.length]?.(nth) }),
    ),
  };
}

function personNamed(name: string) {
  const accounts = [{ surface: 'web', workspace: 'w', user: name }];
  return person.parse({ id: name, name, language: 'nb', timeZone: 'Europe/Oslo', accounts });
}

const chatOf = (name: string) =>
  place.parse({ ...common, id: `own-${name}`, key: `own-${name}`, kind: 'personal', person: name });

const dayOn = (at: Temporal.Instant): string => at.toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString();

function activitiesOn(card: Card): Set<string> {
  return new Set([...JSON.stringify(card.content).matchAll(/"activity":"([^"]+)"/gu)].map(([, found = '']) => found));
}

/** A page that takes everything at once. */
function takingAll(take: (place: string, card: Card) => void): Surface {
  let sent = 0;
  return {
    name: 'web',
    async send(to, card) {
      take(to.id, card);
      sent += 1;
      return { state: 'sent', ref: { id: `message-${sent}` } };
    },
    update: async (_to, ref) => ({ state: 'sent', ref }),
    ownChat: async ({ surface, workspace, user }) => ({
      state: 'open',
      where: { surface, workspace, kind: 'personal', key: `own-${user}`, address: {} },
    }),
  };
}
