import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { readersIn } from '#checklist/actions/draw.ts';
import { ledgerGroup } from '#checklist/actions/ledger.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { PersonId } from '#people/person.ts';
import { overdueToldMs } from '../checklist-times.ts';
import { overdueCard } from './checklist-cards.ts';
import { type ChecklistDesk, pointsLeft, remindedDays, type SilentUnit } from './checklist-desk.ts';

/** Of a checklist that has been overdue for longer than this nobody is told any more, milliseconds. */
const tellsForMs = 30 * 24 * 3_600_000;

/** Once for each unit and person, in the checklist's part of the ledger. */
const keyOf = ({ unit }: SilentUnit, person: PersonId): string => `late.${unit.id}.${person}`;

/** When who owns the programme is to be told of overdue units: at its time or, where that has passed, when they may be written to. */
export async function momentsToTell(world: World, desk: ChecklistDesk): Promise<Temporal.Instant[]> {
  const { checklist, programme, rules } = desk;
  const now = world.now();
  const atMs = overdueToldMs(checklist, rules, { zone: programme.timeZone, country: programme.country });
  if (atMs === undefined || now.epochMilliseconds > atMs + tellsForMs) return [];
  const found: Temporal.Instant[] = [];
  for (const person of programme.owners) {
    if (untold(desk, person).length === 0) continue;
    const from = Temporal.Instant.fromEpochMilliseconds(Math.max(atMs, now.epochMilliseconds));
    const known = await knownAs(world, person);
    found.push(known ? mayHearFrom(from, known, programme) : from);
  }
  return found;
}

const untold = ({ silent, ledger }: ChecklistDesk, person: PersonId): SilentUnit[] =>
  silent.filter((unit) => {
    const state = ledger.get(keyOf(unit, person))?.state;
    return state !== 'sent' && state !== 'refused';
  });

/**
 * Tells each owner of a programme, in their own chat and never in a channel (issue 4, "Escalation"), which units have points of a checklist
 * left so many working days after its due date: one list, and each unit once.
 */
export async function tellOverdue(world: World, desk: ChecklistDesk): Promise<void> {
  const { checklist, programme, rules, ledger } = desk;
  const now = world.now();
  const atMs = overdueToldMs(checklist, rules, { zone: programme.timeZone, country: programme.country });
  if (atMs === undefined || now.epochMilliseconds < atMs || now.epochMilliseconds > atMs + tellsForMs) return;
  const days = remindedDays(ledger);
  for (const id of programme.owners) {
    const units = [];
    for (const unit of untold(desk, id)) {
      const left = await pointsLeft(world, checklist, unit.unit.id);
      if (left > 0) units.push({ ...unit, left, reminded: (days.get(unit.unit.id) ?? []).toSorted() });
    }
    const person = await knownAs(world, id);
    if (units.length === 0 || (person && Temporal.Instant.compare(mayHearFrom(now, person, programme), now) > 0))
      continue;
    const group = ledgerGroup(checklist.id);
    const key = `late/${derivedId(...units.map((unit) => keyOf(unit, id)).toSorted())}`;
    const came = person
      ? await world.outbox.tell(person, overdueCard(desk, units, readersIn(world, programme, person.language)), {
          once: { group, key, again: true },
        })
      : ({ state: 'refused' } as const);
    const state = came.state === 'already' ? 'sent' : came.state;
    const seen = {
      programme: programme.id,
      checklist: checklist.id,
      rule: 'checklist-late',
      receiver: id,
      result: state,
    };
    if (state === 'sent') world.log.info(seen, 'overdue units');
    else world.log.warn(seen, 'overdue units not told');
    world.meter?.decided('checklist', state);
    if (state === 'unreachable') continue;
    const next = { state: state === 'gone' ? 'refused' : state, at: now.toString() } as const;
    for (const unit of units) await world.store.ledger.change(group, keyOf(unit, id), () => ({ next, outcome: true }));
  }
}
