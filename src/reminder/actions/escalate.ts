import type { IsoDay } from '#calendar/when.ts';
import { dayIn, instantAt } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import type { Plan } from '#plan/activity.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import { say } from '#words/say.ts';
import { isAwaited } from '../awaited.ts';
import { clockIsTrusted } from '../clock-jump.ts';
import { type Escalation, escalationsOf, readEscalationKey, ruleOf } from '../escalation.ts';
import { historyOf } from '../history.ts';
import { keptOf, putOffUntil } from '../resting.ts';
import { defaultRules } from '../rules.ts';
import { escalationData, historyText } from '../view-list.ts';
import { eachProgramme } from './each-programme.ts';
import { hearsOfSeveral } from './in-several.ts';
import { listCard } from './list-card.ts';
import { programmeAgenda } from './programme-agenda.ts';
import { remindingOf } from './reminding.ts';

/** By programme: when the next person is to be told of something that is silent or late. */
const agenda = programmeAgenda({
  name: 'escalation',
  async nextAt(world, id) {
    const found = await escalationsIn(world, id);
    if (!found) return undefined;
    const moments = await Promise.all(found.open.map((one) => hears(world, found.programme, one)));
    return [...moments, ...found.back].sort(Temporal.Instant.compare)[0];
  },
});

/**
 * Part of every heartbeat: tells deputies, units' owners and programmes' owners in turn, in their own chats, of rows about which a unit is silent or
 * late. What one person is told of one programme at a time is one message. Whoever cannot be reached for good is passed over, and the next step
 * goes on; who cannot be reached now is tried again.
 */
export async function escalate(world: World): Promise<void> {
  await eachProgramme(world, 'the escalations', await agenda.due(world), async (id) => {
    const { several: ready } = await readyIn(world, id);
    const keys = new Set(ready.map(({ key }) => key));
    for (const person of new Set(ready.map((one) => one.person))) {
      // Looked at anew for each: while others were told, somebody may have answered.
      const { found, several } = await readyIn(world, id);
      // What comes next because others were told just now has its own beat.
      const own = several.filter((one) => one.person === person && keys.has(one.key));
      if (found && own.length > 0) await tell(world, found, person, own);
    }
  });
}

/** What people may be told of now. */
async function readyIn(world: World, id: string): Promise<{ found?: Found; several: Escalation[] }> {
  const found = await escalationsIn(world, id);
  if (!found) return { several: [] };
  const several: Escalation[] = [];
  for (const one of found.open) {
    if (Temporal.Instant.compare(await hears(world, found.programme, one), world.now()) <= 0) several.push(one);
  }
  return { found, several };
}

/** The next moment ahead at which somebody is told: for a clock that is moved by hand. */
export async function nextEscalationAt(world: World): Promise<Temporal.Instant | undefined> {
  const now = world.now();
  const moments: Temporal.Instant[] = [];
  for (const { id } of await world.store.programmes.all()) {
    const found = await escalationsIn(world, id);
    for (const one of found?.open ?? []) if (found) moments.push(await hears(world, found.programme, one));
  }
  return moments.filter((at) => Temporal.Instant.compare(at, now) > 0).sort(Temporal.Instant.compare)[0];
}

interface Found {
  programme: Programme;
  plan: Plan;
  open: Escalation[];
  /** When people are back who were passed over, or may be. */
  back: readonly Temporal.Instant[];
  ledger: Map<string, LedgerEntry>;
}

/** What is still to be told about a programme, now or later. Nothing while its reminders are held. */
async function escalationsIn(world: World, id: string): Promise<Found | undefined> {
  const { store } = world;
  const programme = await store.programmes.get(id);
  const plan = programme && (await store.plans.get(id));
  if (!programme || !plan) return undefined;
  const reminding = await remindingOf(world, programme.id);
  if (reminding.held || !clockIsTrusted(world, reminding.releasedUntil)) return undefined;
  const ledger = new Map(await store.ledger.entries(programme.id));
  const today = todayIn(world, programme);
  const back: Temporal.Instant[] = [];
  const rules = reminding.rules ?? defaultRules;
  const open = escalationsOf(plan, programme, rules, {
    country: programme.country,
    zone: programme.timeZone,
    now: world.now().toString(),
    settledAt: (key) => settledAt(ledger.get(key)),
    // What is put off comes again by itself: its day counts, not whether it rests just now.
    isAwaited: (activity, unit) => isAwaited(activity, unit?.id ?? null, { ...reminding, snoozed: [] }, today),
    askedAnew(activity, unit) {
      const whose = { activity: activity.id, unit: unit?.id ?? null };
      const [until, kept] = [putOffUntil(reminding, whose), keptOf(reminding, whose)];
      return [...(until === undefined ? [] : [until]), ...(kept ? [dayIn(programme.timeZone, kept.at)] : [])];
    },
    ...toldBefore(ledger, programme),
    mayHearOn: await hearing(world, programme, rules.at, back),
  });
  return { programme, plan, open, back, ledger };
}

/**
 * From which day on people may be told at a time of day.
 * @param back Is filled with the moments ahead at which somebody can be told again.
 */
async function hearing(
  world: World,
  programme: Programme,
  at: string,
  back: Temporal.Instant[],
): Promise<(person: string, day: IsoDay) => IsoDay> {
  // Who has chosen nothing hears in the daytime of any day.
  const choosy = (await world.store.persons.all()).filter(({ quiet }) => quiet);
  const known = new Map(choosy.map((person) => [person.id as string, person]));
  return (id, day) => {
    const person = known.get(id);
    if (!person) return day;
    const from = mayHearFrom(Temporal.Instant.from(instantAt(day, at, programme.timeZone)), person, programme);
    if (Temporal.Instant.compare(from, world.now()) > 0) back.push(from);
    return dayIn(programme.timeZone, from.toString());
  };
}

/** Of which rows anybody has ever been told, and the last day on which an owner of the programme was told something as such. */
function toldBefore(ledger: ReadonlyMap<string, LedgerEntry>, { timeZone }: Programme) {
  const begun = new Set<string>();
  const owners = new Map<string, IsoDay>();
  for (const [key, { state, at }] of ledger) {
    const told = readEscalationKey(key);
    if (!told) continue;
    begun.add(told.activity);
    if (told.step !== 'programme' || state !== 'sent') continue;
    const day = dayIn(timeZone, at);
    if (day > (owners.get(told.person) ?? '')) owners.set(told.person, day);
  }
  return {
    isBegun: ({ id }: { id: string }) => begun.has(id),
    ownerToldOn: (person: string) => owners.get(person),
  };
}

/** When something came to its end; what reached nobody because of trouble has not. */
const settledAt = (entry: LedgerEntry | undefined): string | undefined =>
  entry && (entry.state === 'sent' || entry.state === 'refused' || entry.state === 'skipped') ? entry.at : undefined;

/** When a person may be told: at its time or, where that has passed, from now on, and never while they are left alone. */
async function hears(world: World, programme: Programme, { at, person }: Escalation): Promise<Temporal.Instant> {
  const now = world.now();
  const due = Temporal.Instant.from(at);
  const from = Temporal.Instant.compare(due, now) > 0 ? due : now;
  const known = await knownAs(world, person);
  return known ? mayHearFrom(from, known, programme) : from;
}

async function tell(world: World, found: Found, id: string, several: readonly Escalation[]): Promise<void> {
  const { programme } = found;
  const person = await knownAs(world, id);
  const key = `escalated/${derivedId(...several.map((one) => one.key).toSorted())}/${id}`;
  const came = person
    ? await world.outbox.tell(person, await cardFor(world, found, person, several), {
        once: { group: programme.id, key, again: true },
      })
    : ({ state: 'refused' } as const);
  const state = came.state === 'already' ? 'sent' : came.state;
  for (const { activity, step } of several) {
    const seen = {
      programme: programme.id,
      activity: activity.id,
      rule: ruleOf(step),
      receiver: id,
      result: state,
    };
    if (state === 'sent') world.log.info(seen, 'escalation');
    else world.log.warn(seen, 'escalation not sent');
    world.meter?.decided('escalation', state);
  }
  if (state === 'unreachable') return;
  const next = { state: state === 'gone' ? 'refused' : state, at: world.now().toString() } as const;
  const keep = (one: string) => world.store.ledger.change(programme.id, one, () => ({ next, outcome: true }));
  await Promise.all(several.map((one) => keep(one.key)));
}

async function cardFor(
  world: World,
  { programme, plan, ledger }: Found,
  { id: reader, language }: Person,
  several: readonly Escalation[],
): Promise<Card> {
  const zone = programme.timeZone;
  const today = todayIn(world, programme);
  const isNamed = await hearsOfSeveral(world, reader);
  const histories = several.map((escalation) => ({
    escalation,
    contacts: contactsOf(escalation),
    history: historyOf(ledger, { ...escalation, overviews: overviewsOf(escalation, plan, zone), zone }),
  }));
  const ids = new Set(
    histories.flatMap(({ escalation, contacts, history }) => [
      ...contacts,
      ...history.told.map(({ person }) => person),
      ...(escalation.activity.stated ? [escalation.activity.stated.by as string] : []),
    ]),
  );
  const names = new Map(
    await Promise.all([...ids].map(async (id) => [id, (await knownAs(world, id))?.name ?? ''] as const)),
  );
  const data = escalationData(
    histories.map(({ escalation, contacts, history }) => ({
      escalation,
      note: historyText(history, escalation.activity, {
        language,
        today,
        // Nobody is told of themselves.
        asked: contacts.filter((id) => id !== reader).flatMap((id) => names.get(id) || []),
        nameOf: (id) => names.get(id) ?? '',
        zoneDay: (at) => dayIn(zone, at),
      }),
    })),
    { language, today, programme: programme.name, isNamed },
  );
  const late = button(say(language, 'plan.button.late', { count: data.more }), 'plan.show', {
    programme: programme.id,
    filter: 'late',
    from: '0',
  });
  const hint = isNamed ? 'reminder.list-more' : 'reminder.several-more';
  const more = data.more > 0 ? say(language, hint, { count: data.more }) : '';
  return listCard({ ...data, more }, { programme, language, actions: data.more > 0 ? [late] : [] });
}

/** Whom Klar asks first. */
const contactsOf = ({ unit }: Escalation): string[] => [
  ...new Set((unit?.people ?? []).filter(({ role }) => role === 'contact').map(({ person }) => person)),
];

/** Who gets the overviews of a row's unit, and since when the row stands as it does. */
function overviewsOf(escalation: Escalation, { revisions }: Plan, zone: string): { to: string[]; since: IsoDay } {
  const { activity, unit } = escalation;
  const changed = revisions.find(({ number }) => number === (activity.changedIn ?? revisions[0]?.number));
  return {
    to: [...(unit?.place === undefined ? [] : [unit.place]), ...contactsOf(escalation)],
    since: changed ? dayIn(zone, changed.at) : (activity.when.end ?? ''),
  };
}
