import type { World } from '#chat/feature.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Place, PlaceId } from '#people/place.ts';
import type { Programme, ProgrammeId, UnitId } from '#people/programme.ts';
import { todayIn } from '#plan/actions/common.ts';
import type { Activity, ActivityId, Plan } from '#plan/activity.ts';
import { isLive } from '#plan/standing.ts';
import { partFor } from '#plan/unit-answers.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import type { Store } from '#store/port.ts';
import { isAwaited } from '../awaited.ts';
import { type Copy, copiesOf, type Slots, slotsOf } from '../due.ts';
import { type Receiver, receiversOf } from '../receivers.ts';
import type { Reminding } from '../reminding.ts';
import { stoppedBy } from '../resting.ts';
import { remindingOf } from './reminding.ts';

/** Everything about one programme's reminders as it stands, read once however many of them there are. */
export interface Desk {
  programme: Programme;
  plan: Plan;
  reminding: Reminding;
  /** The programme's part of the ledger. What is settled meanwhile is put down here, too. */
  ledger: Map<string, LedgerEntry>;
  copies: Copy[];
  /** Who gets a unit's reminders (null: the programme's own), best first. */
  groupsOf(unit: UnitId | null): readonly (readonly Receiver[])[];
  /** Those of the unit's place and the programme's that Klar is in no more. */
  gonePlaces(unit: UnitId | null): readonly PlaceId[];
  activityOf(id: ActivityId): Activity | undefined;
  /** Whether a reminder is still to be sent, asked right before it is: the row may have been answered, moved or put off while others went out. */
  isStillDue(copy: Copy, isAskedFor?: boolean): Promise<boolean>;
  /** What came of a reminder in the end, once all who get it are through; undefined while somebody still may get it. */
  endOf(copy: Copy): 'sent' | 'skipped' | 'refused' | undefined;
}

/** Reads what is needed of a programme; undefined when it has no plan. */
export async function deskOf(world: Pick<World, 'store' | 'now'>, id: string): Promise<Desk | undefined> {
  const { store } = world;
  const programme = await store.programmes.get(id);
  const plan = programme && (await store.plans.get(programme.id));
  if (!programme || !plan) return undefined;
  const reminding = await remindingOf(world, programme.id);
  const { persons, places } = await knownOf(world, programme);
  const known = { person: (one: PersonId) => persons.get(one), place: (one: PlaceId) => places.get(one) };
  const units = new Map(programme.units.map((unit) => [unit.id, unit]));
  const groups = new Map<UnitId | null, Receiver[][]>();
  const byId = (rows: readonly Activity[]) => new Map(rows.map((activity) => [activity.id, activity]));
  let activities = byId(plan.activities);
  const ledger = new Map(await store.ledger.entries(programme.id));
  const desk: Desk = {
    programme,
    plan,
    reminding,
    ledger,
    copies: copiesOf(programme, plan, reminding, world.now().toString(), (key) => ledger.has(key)),
    groupsOf(unit) {
      let found = groups.get(unit);
      if (!found) {
        found = receiversOf(programme, unit === null ? undefined : units.get(unit), known);
        groups.set(unit, found);
      }
      return found;
    },
    gonePlaces: (unit) =>
      [unit === null ? undefined : units.get(unit)?.place, programme.place].flatMap((one) =>
        one !== undefined && places.get(one)?.goneSince ? [one] : [],
      ),
    activityOf: (one) => activities.get(one),
    async isStillDue({ reminder, unit }, isAskedFor = false) {
      const now = await store.plans.get(programme.id);
      if (now && now !== desk.plan) {
        desk.plan = now;
        activities = byId(now.activities);
      }
      desk.reminding = await remindingOf(world, programme.id);
      const activity = activities.get(reminder.activity);
      const hasMoved = activity?.when.start !== reminder.start || activity.when.end !== reminder.end;
      if (!activity || hasMoved || !isLive(partFor(activity, unit))) return false;
      if (isAskedFor) return true;
      return (
        isAwaited(activity, unit, desk.reminding, todayIn(world, programme)) &&
        stoppedBy(desk.reminding, reminder) === undefined &&
        desk.reminding.held === undefined
      );
    },
    endOf(copy) {
      const { slots, lost } = slotsOfDesk(desk, [copy]);
      if (lost.length > 0) return 'refused';
      if (slots.length === 0 || slots.some(({ isSettled }) => !isSettled)) return undefined;
      return slots.some(({ part }) => desk.ledger.get(part)?.state === 'sent') ? 'sent' : 'skipped';
    },
  };
  return desk;
}

/** Everybody and every place that a programme names. */
async function knownOf({ store }: Pick<World, 'store'>, programme: Programme) {
  const { owners, coordinators, units } = programme;
  const placeIds = new Set([programme.place, ...units.map(({ place }) => place)].filter((one) => one !== undefined));
  const found = await Promise.all([...placeIds].map((one) => store.places.get(one)));
  const places = new Map<PlaceId, Place>(found.flatMap((place) => (place ? [[place.id, place] as const] : [])));
  const personIds = new Set([
    ...owners,
    ...coordinators,
    ...units.flatMap(({ people }) => people.map(({ person }) => person)),
    ...[...places.values()].flatMap(({ person }) => person ?? []),
  ]);
  const met = await Promise.all([...personIds].map((one) => store.persons.get(one)));
  const persons = new Map<PersonId, Person>(met.flatMap((person) => (person ? [[person.id, person] as const] : [])));
  return { persons, places };
}

/** Where the reminders of a desk go now, and those that nobody takes. `only`: some of its copies. */
export const slotsOfDesk = (desk: Desk, only: readonly Copy[] = desk.copies): Slots => {
  const { programme, groupsOf, gonePlaces, ledger } = desk;
  return slotsOf(only, { programme, groupsOf, gonePlaces, ledger: (key) => ledger.get(key) });
};

/** The programmes of each receiver as they were when the programmes last changed: many persons and places may be asked about in one go. */
const byReceiver = new WeakMap<Store, { mark: number; found: ReadonlyMap<string, ReadonlySet<ProgrammeId>> }>();

/** The programmes of each receiver, for what comes to them from several. Ids of persons and places. */
export async function programmesByReceiver({
  store,
}: Pick<World, 'store'>): Promise<ReadonlyMap<string, ReadonlySet<ProgrammeId>>> {
  const known = byReceiver.get(store);
  const { mark } = store.programmes.changedSince(known?.mark);
  if (known && known.mark === mark) return known.found;
  const found = new Map<string, Set<ProgrammeId>>();
  const note = (receiver: string | undefined, { id }: Programme) => {
    if (receiver === undefined) return;
    const known = found.get(receiver);
    if (known) known.add(id);
    else found.set(receiver, new Set([id]));
  };
  for (const programme of await store.programmes.all()) {
    const { owners, coordinators, units, place } = programme;
    for (const one of [place, ...owners, ...coordinators]) note(one, programme);
    for (const unit of units) {
      note(unit.place, programme);
      for (const { person } of unit.people) note(person, programme);
    }
  }
  byReceiver.set(store, { mark, found });
  return found;
}

/** The programmes that a person or a place has a part in, for a change of what they wish or where they are. */
export async function programmesNaming(world: World, id: string): Promise<readonly string[]> {
  const owner = (await world.store.places.get(id))?.person;
  const known = await programmesByReceiver(world);
  return [id, ...(owner === undefined ? [] : [owner])].flatMap((one) => [...(known.get(one) ?? [])]);
}
