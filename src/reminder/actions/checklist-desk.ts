import type { IsoDay } from '#calendar/when.ts';
import type { World } from '#chat/feature.ts';
import { keys, ledgerGroup } from '#checklist/actions/ledger.ts';
import { receiversOf } from '#checklist/actions/send.ts';
import { type Checklist, sheetId } from '#checklist/checklist.ts';
import { unanswered } from '#checklist/standing.ts';
import { unitsOf } from '#checklist/view-board.ts';
import type { Receiver as UnitReceiver } from '#checklist/view-hand-out.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import {
  aheadForUnit,
  type ChecklistReminder,
  checklistReminders,
  type NextReminder,
  nextForUnit,
} from '../checklist-times.ts';
import { clockIsTrusted } from '../clock-jump.ts';
import { markOf, rulesOf } from '../edit-rules.ts';
import { mannerOf, type Receiver } from '../receivers.ts';
import type { Reminding } from '../reminding.ts';
import { defaultRules, type ReminderRules } from '../rules.ts';
import { remindingOf } from './reminding.ts';

/** Everything about one checklist's reminders as it stands. */
export interface ChecklistDesk {
  checklist: Checklist;
  programme: Programme;
  reminding: Reminding;
  rules: ReminderRules;
  /** The checklist's part of the ledger. */
  ledger: Map<string, LedgerEntry>;
  /** Units that have points left, with how many, and where their cards go. */
  silent: readonly SilentUnit[];
  /** By id: everybody whom the programme names. */
  persons: ReadonlyMap<string, Person>;
}

export interface SilentUnit extends UnitReceiver {
  left: number;
}

/**
 * Reads what is needed of a checklist; undefined while nothing is reminded of by the clock in its programme.
 * @param how.isAsked Somebody asks what comes or waits: they are told of it then, too.
 */
export async function checklistDeskOf(
  world: World,
  id: string,
  { isAsked = false }: { isAsked?: boolean } = {},
): Promise<ChecklistDesk | undefined> {
  const { store } = world;
  const checklist = await store.checklists.get(id);
  const programme = checklist && (await store.programmes.get(checklist.programme));
  if (!programme) return undefined;
  const reminding = await remindingOf(world, programme.id);
  if (!isAsked && (reminding.held || !clockIsTrusted(world, reminding.releasedUntil))) return undefined;
  const left = new Map<string, number>();
  for (const unit of unitsOf(programme, checklist)) {
    const count = await pointsLeft(world, checklist, unit.id);
    if (count > 0) left.set(unit.id, count);
  }
  const { receivers, persons } = await receiversOf(world, programme, [...left.keys()]);
  return {
    checklist,
    programme,
    reminding,
    rules: rulesOf(reminding),
    ledger: new Map(left.size > 0 ? await store.ledger.entries(ledgerGroup(checklist.id)) : []),
    silent: receivers.map((one) => ({ ...one, left: left.get(one.unit.id) ?? 0 })),
    persons,
  };
}

/** How many points a unit has left now. */
export const pointsLeft = async ({ store }: World, { id, items }: Checklist, unit: string): Promise<number> =>
  unanswered(items, await store.sheets.get(sheetId(id, unit))).length;

/** What comes to each silent unit whom Klar can write to: now, and ahead. */
export function comingTo(
  desk: ChecklistDesk,
  nowMs: number,
): { unit: SilentUnit; receiver: Receiver; due?: NextReminder; ahead?: NextReminder }[] {
  const zone = desk.programme.timeZone;
  return reachable(desk).map(({ unit, receiver, reminders, how }) => ({
    unit,
    receiver,
    ...nextForUnit(reminders, how, { nowMs, zone }),
  }));
}

/** All that is still to come to each of them, as long as nobody answers anything. */
export function allComingTo(
  desk: ChecklistDesk,
  nowMs: number,
): { unit: SilentUnit; receiver: Receiver; ahead: NextReminder[] }[] {
  const zone = desk.programme.timeZone;
  return reachable(desk).map(({ unit, receiver, reminders, how }) => ({
    unit,
    receiver,
    ahead: aheadForUnit(reminders, how, { nowMs, zone }),
  }));
}

/** The silent units whom Klar can write to, with what decides when. */
function reachable({ checklist, programme, reminding, rules, ledger, silent }: ChecklistDesk) {
  const { timeZone: zone, country } = programme;
  const reminders: ChecklistReminder[] = checklistReminders(checklist, rules, { zone, country });
  const days = remindedDays(ledger);
  const notBeforeMs = rulesHoldSinceMs(reminding);
  return silent.flatMap((unit) => {
    const receiver = receiverOf(unit);
    if (!receiver) return [];
    const manner = mannerOf(receiver, programme);
    const remindedOn = days.get(unit.unit.id) ?? [];
    return [{ unit, receiver, reminders, how: { manner, remindedOn, notBeforeMs } }];
  });
}

/** Who gets a unit's card, as reminders know receivers; undefined where nobody does. */
export function receiverOf({ destination }: UnitReceiver): Receiver | undefined {
  switch (destination.to) {
    case 'nobody':
      return undefined;
    case 'person':
      return { is: 'person', person: destination.person };
    default:
      return { is: 'place', place: destination.place };
  }
}

/** By unit: the days on which it was reminded, by the clock or by somebody who leads. What reached nobody does not count. */
export function remindedDays(ledger: ReadonlyMap<string, LedgerEntry>): Map<string, IsoDay[]> {
  const found = new Map<string, IsoDay[]>();
  for (const [key, { state }] of ledger) {
    const [, day, unit] = /^reminder\.(\d{4}-\d\d-\d\d)\.(.+)$/u.exec(key) ?? [];
    if (day === undefined || unit === undefined || key !== keys.reminder(unit, day)) continue;
    if (state === 'claimed' || state === 'unreachable' || state === 'gone') continue;
    found.set(unit, [...(found.get(unit) ?? []), day]);
  }
  return found;
}

/**
 * Before this, epoch milliseconds, nothing was missed: by rules that have just come into use, or because who owns the programme has decided that what was
 * held back is not sent.
 */
function rulesHoldSinceMs({ rules, rulesSet, decided }: Reminding): number | undefined {
  const before = rulesSet && (rulesSet.before ?? defaultRules).checklists;
  const isNew = before !== undefined && markOf(before) !== markOf((rules ?? defaultRules).checklists);
  const ms = [
    ...(isNew && rulesSet ? [Date.parse(rulesSet.at)] : []),
    // What fell due at the very moment of the decision was held back, too.
    ...(decided?.as === 'dropped' ? [Date.parse(decided.decidedAt) + 1] : []),
  ];
  return ms.length > 0 ? Math.max(...ms) : undefined;
}
