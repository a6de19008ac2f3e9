import type { Feature, World } from '#chat/feature.ts';
import { linkTo, withdraw } from '#chat/links.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import type { Link } from '#store/link.ts';
import { writeCalendar } from '#table/write-calendar.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../activity.ts';
import { chooseRows, unitsOf } from '../asking/choose-rows.ts';
import { planCalendar } from '../export/plan-calendar.ts';
import { entryDetails } from '../view-export.ts';
import { todayIn } from './common.ts';

/** The kind of link behind which a calendar stands. */
const kind = 'calendar';

/** Whose rows a calendar shows: a unit's, or those of all units in which a person has a role (see `hasWholePlan`). */
export type CalendarOf = { person: Person } | { unit: Unit };

/** Those who lead and are in no unit follow the whole plan: all of it is theirs. */
export const hasWholePlan = (programme: Programme, { id }: Pick<Person, 'id'>): boolean =>
  mayLead(programme, id) && unitsOf(programme, id).length === 0;

/** As a button and a link name it: a unit by its id, a person by theirs. */
const subjectOf = (of: CalendarOf): Record<string, string> =>
  'unit' in of ? { unit: of.unit.id } : { person: of.person.id };

/** The links of a calendar: one, or several where somebody who had two turned out to be one person. */
async function linksOf({ store }: Pick<World, 'store'>, programme: Programme, of: CalendarOf): Promise<Link[]> {
  const isTheirs = ({ data }: Link) =>
    'unit' in of
      ? data.unit === of.unit.id
      : data.person === of.person.id || of.person.former?.some((id) => data.person === id);
  const links = (await store.links.all()).filter((one) => one.kind === kind && one.programme === programme.id);
  return links.filter(isTheirs).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Takes all addresses of a calendar back. False when there was none. */
export async function withdrawCalendar(
  world: Pick<World, 'store'>,
  programme: Programme,
  of: CalendarOf,
): Promise<boolean> {
  const links = await linksOf(world, programme, of);
  for (const { id } of links) await withdraw(world, id);
  return links.length > 0;
}

/** A link as cards hold it, once more. */
const linkText = (link: Link): string => `klar:${link.id}/${link.data.name ?? 'klar.ics'}`;

/** The making of an address that is under way in a store: an address beside it, which nobody sees, could not be taken back. */
const making = new WeakMap<World['store'], Promise<unknown>>();

/**
 * The address of a calendar, made where it has none.
 * @param about.anew Makes another one in any case. The older one is taken back first, and leads nowhere from then on.
 * @param about.act Names the press: delivered twice it makes one address (PLATFORMS T20).
 */
export function calendarAddress(
  world: Pick<World, 'store' | 'now'>,
  about: { programme: Programme; of: CalendarOf; by: Person; act: string; anew: boolean },
): Promise<{ link: string; isNew: boolean }> {
  const made = (making.get(world.store) ?? Promise.resolve()).then(async () => {
    const { programme, of, by, act, anew } = about;
    const links = await linksOf(world, programme, of);
    const kept = links.find(({ data }) => !anew || data.act === act);
    if (kept) return { link: linkText(kept), isNew: false };
    await withdrawCalendar(world, programme, of);
    const name = 'klar.ics';
    const data = { ...subjectOf(of), act, name };
    return { link: await linkTo(world, { kind, programme: programme.id, by: by.id, data, name }), isNew: true };
  });
  const settled = made.catch(() => {});
  making.set(world.store, settled);
  return made;
}

/** The rows of a unit and those within it, of all units of a person, or all, in the plan's order; done ones too. */
function rowsFor(programme: Programme, plan: Plan, of: CalendarOf, today: string): Activity[] {
  if ('person' in of && hasWholePlan(programme, of.person)) return plan.activities;
  const names = 'unit' in of ? [of.unit.name] : unitsOf(programme, of.person.id);
  const person = 'unit' in of ? (programme.owners[0] as Person['id']) : of.person.id;
  const wanted = new Set(
    names.flatMap((unit) => chooseRows(plan.activities, { by: 'unit', unit }, { programme, person, today })),
  );
  return plan.activities.filter((activity) => wanted.has(activity));
}

/** Makes the calendar anew whenever a calendar program asks; nothing once the unit or the person is gone from the programme. */
export const calendarLinks: NonNullable<Feature['links']> = {
  async [kind](world, { programme: id, data }) {
    const programme = await world.store.programmes.get(id);
    const of = programme && (await calendarOf(world, programme, data));
    if (!programme || !of) return undefined;
    const plan = await world.store.plans.get(id);
    const language = 'unit' in of ? programme.language : of.person.language;
    const whose = 'unit' in of ? of.unit.name : of.person.name;
    const activities = plan ? rowsFor(programme, plan, of, todayIn(world, programme)) : [];
    const calendar = planCalendar(plan ?? { activities: [], revisions: [] }, {
      activities,
      name: say(language, 'plan.calendar.name', { programme: programme.name, of: whose }),
      language,
      zone: programme.timeZone,
      details: (activity) => entryDetails(activity, language),
    });
    return { name: 'klar.ics', type: 'text/calendar', bytes: writeCalendar(calendar) };
  },
};

async function calendarOf(
  world: Pick<World, 'store'>,
  programme: Programme,
  data: Link['data'],
): Promise<CalendarOf | undefined> {
  if (data.unit !== undefined) {
    const unit = programme.units.find((u) => u.id === data.unit);
    return unit && { unit };
  }
  const person = data.person === undefined ? undefined : await knownAs(world, data.person as Person['id']);
  if (!person) return undefined;
  return unitsOf(programme, person.id).length > 0 || hasWholePlan(programme, person) ? { person } : undefined;
}
