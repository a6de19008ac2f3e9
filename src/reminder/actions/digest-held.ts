import type { IsoDay } from '#calendar/when.ts';
import { isoDay } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import { findUnit } from '#people/find-unit.ts';
import { type Programme, type ProgrammeId, programmeId } from '#people/programme.ts';
import { type Activity, activityId, type Plan } from '#plan/activity.ts';
import { isHeld } from '#plan/asking/choose-rows.ts';
import { defaultRules, leadRuleName } from '../rules.ts';
import { byUrgency } from '../urgency.ts';
import { remindingOf } from './reminding.ts';

/**
 * Which message it is: its name in the ledger, the day on which it went out, and the programmes whose rows it holds. Stands after `digest:` in
 * the posting and on the card's buttons, so that what it holds is found in the ledger after any restart.
 */
export interface DigestId {
  name: string;
  day: IsoDay;
  programmes: readonly ProgrammeId[];
  /** Programmes whose overview of the week it stands for, too: they are one press away (`send-overview.ts`). */
  weeks?: readonly ProgrammeId[];
  /** Who got it hears of several programmes, so that it says of which it is. */
  isNamed?: boolean;
}
const listed = (programmes: readonly ProgrammeId[]): string => programmes.join(',');
const readListed = (text: string): ProgrammeId[] =>
  text === '' ? [] : text.split(',').map((one) => programmeId.parse(one));
/** As it stands in the posting and on buttons. */
export const digestText = ({ name, day, programmes, weeks = [], isNamed = false }: DigestId): string =>
  [
    name,
    day,
    listed(programmes),
    ...(weeks.length > 0 || isNamed ? [listed(weeks)] : []),
    ...(isNamed ? ['named'] : []),
  ].join('/');
/** The other way round; undefined for what is none, as a forged button may carry. */
export const readDigest = (text: string): DigestId | undefined => {
  const [name = '', on, programmes = '', weeks = '', named] = text.split('/');
  const day = isoDay.safeParse(on);
  if (!day.success || name === '') return undefined;
  const isNamed = named === 'named';
  return { name, day: day.data, programmes: readListed(programmes), weeks: readListed(weeks), isNamed };
};

/** Something that a digest holds: a row, for some of its units. */
export interface Held {
  programme: Programme;
  plan: Plan;
  activity: Activity;
  /** Names of the units that it is for; empty for the programme's own place. */
  units: string[];
  /** The rule of what is asked for ahead of it, and what that is; undefined for an ordinary reminder. */
  lead: { rule: string; item: string } | undefined;
}

/** What a message held, by the ledger, as the plans now stand: what was taken out of a plan since is left out. Most urgent first. */
export async function heldIn(world: Pick<World, 'store'>, { name, day, programmes }: DigestId): Promise<Held[]> {
  const found: Held[] = [];
  for (const id of programmes) {
    const programme = await world.store.programmes.get(id);
    const plan = programme && (await world.store.plans.get(id));
    if (!programme || !plan) continue;
    const { rules = defaultRules } = await remindingOf(world, id);
    const activities = new Map(plan.activities.map((activity) => [activity.id, activity]));
    const held = new Map<string, Held>();
    for (const [key, entry] of await world.store.ledger.entries(id)) {
      if (entry.message !== name) continue;
      const [, row = '', rule = '', , unit = ''] = key.split('/').map(decodeURIComponent);
      const activity = activities.get(activityId.parse(row));
      if (!activity) continue;
      const lead = rules.leads.find((one) => leadRuleName(one) === rule);
      const known = held.get(`${row}\n${lead?.id ?? ''}`) ?? {
        programme,
        plan,
        activity,
        units: [],
        lead: lead && { rule, item: lead.item },
      };
      held.set(`${row}\n${lead?.id ?? ''}`, known);
      if (unit !== '') known.units.push(findUnit(programme, unit)?.name ?? unit);
    }
    found.push(...held.values());
  }
  return mostUrgentFirst(found, day);
}

/**
 * The order in which a message tells of what it holds.
 * @param day The day on which it goes out.
 */
export const mostUrgentFirst = (held: readonly Held[], day: IsoDay): Held[] =>
  held.toSorted((one, other) => byUrgency(pressing(one.activity, day), pressing(other.activity, day)));

/** Far off: what hurries nobody. */
const never = '9999-12-31';

/** A meeting that has been held comes after all that is still to be done, and what has lost its date since comes last. */
function pressing({ id, row, title, kind, when }: Activity, day: IsoDay) {
  const { start, end } = when;
  const about = { activity: id, row, title };
  if (start === null || end === null) return { ...about, start: never, end: never };
  return isHeld({ kind }) && end < day ? { ...about, start, end: never } : { ...about, start, end };
}
