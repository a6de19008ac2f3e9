import type { World } from '#chat/feature.ts';
import { mayHearFrom, waitedForUntil } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import type { LedgerEntry } from '#store/ledger-entry.ts';
import { clockCameBack, clockIsTrusted } from '../clock-jump.ts';
import type { Reminding } from '../reminding.ts';
import type { Desk } from './desk.ts';
import { heldCard, heldSubject } from './held-card.ts';
import { changeReminding } from './reminding.ts';
import { withAccounts } from './tell-skipped.ts';

/** Whether a programme's reminders are held back. What was held because the clock had jumped goes on by itself once it has come back. */
export async function isHeldBack(world: World, desk: Desk): Promise<boolean> {
  const { held } = desk.reminding;
  if (!held) return false;
  if (held.why !== 'clock' || !clockCameBack(world, held.at)) return true;
  const decidedAt = world.now().toString();
  desk.reminding = await changeReminding(world, desk.programme.id, (current) => {
    if (current.held?.at !== held.at) return { outcome: current };
    const { held: _, ...rest } = current;
    const next: Reminding = { ...rest, decided: { ...held, as: 'lifted', decidedAt } };
    return { next, outcome: next };
  });
  if (desk.reminding.held) return true;
  world.log.info(
    { programme: desk.programme.id, result: 'lifted' },
    'reminders are held back no longer: the clock has come back',
  );
  world.outbox.refresh(heldSubject(desk.programme, held.at));
  return false;
}

/**
 * Holds a programme's reminders back where more messages are ready at once than its rules allow, or where the clock cannot be believed and
 * something is due by it. Nothing is sent then, and nothing settled as stale, until who owns the programme has looked.
 * @returns Whether they are held.
 */
export async function hold(
  world: World,
  desk: Desk,
  { count, most, isDue }: { count: number; most: number; isDue: boolean },
): Promise<boolean> {
  const isTrusted = clockIsTrusted(world, desk.reminding.releasedUntil);
  const why = isDue && !isTrusted ? 'clock' : count > most ? 'many' : undefined;
  if (why === undefined) return false;
  const held = { why, at: world.now().toString(), count } as const;
  desk.reminding = await changeReminding(world, desk.programme.id, (current) => {
    const next: Reminding = current.held ? current : { ...current, held };
    return { next, outcome: next };
  });
  world.log.warn(
    { programme: desk.programme.id, count, result: 'held', why },
    'reminders are held back until an owner has looked',
  );
  world.meter?.decided('reminder', 'held');
  return true;
}

/**
 * Asks those who own the programme, once for each time that its reminders are held back; in their quiet hours when those are over. Where none of them
 * can be reached (no account, a chat that is refused for good, away for days) its coordinators are asked, who may decide as well: reminders that nobody is asked
 * about would be held for ever.
 */
export async function askWhoOwns(world: World, desk: Desk): Promise<void> {
  const { owners, coordinators } = await whomToAsk(world, desk);
  if (!(await askAll(world, desk, owners))) await askAll(world, desk, coordinators);
}

/** When there is something to do about what is held back: a clock that comes back is waited for at every beat. */
export async function nextAsking(world: World, desk: Desk): Promise<Temporal.Instant[]> {
  const { owners, coordinators } = await whomToAsk(world, desk);
  const until = waitedForUntil(world.now(), desk.programme);
  const asking = [...owners, ...(owners.some((one) => isWithinReach(one, until)) ? [] : coordinators)].flatMap(
    ({ at }) => at ?? [],
  );
  return desk.reminding.held?.why === 'clock' ? [world.now(), ...asking] : asking;
}

/** Somebody who may decide about what is held back. */
interface Asked {
  person: Person;
  /** Names the question in the programme's ledger. */
  key: string;
  /** When they are to be asked, where they still are. */
  at: Temporal.Instant | undefined;
  /** What came of asking them before. */
  state: LedgerEntry['state'] | undefined;
}

async function whomToAsk(world: World, { programme, reminding, ledger }: Desk) {
  const { held } = reminding;
  if (!held) return { owners: [], coordinators: [] };
  const ask = (person: Person): Asked => {
    const key = `held/${held.at}/${person.id}`;
    const state = ledger.get(key)?.state;
    const isOver = state === 'sent' || state === 'refused';
    return { person, key, state, at: isOver ? undefined : mayHearFrom(world.now(), person, programme) };
  };
  const others = programme.coordinators.filter((one) => !programme.owners.includes(one));
  return {
    owners: (await withAccounts(world, programme.owners)).map(ask),
    coordinators: (await withAccounts(world, others)).map(ask),
  };
}

const isWithinReach = ({ state, at }: Asked, until: Temporal.Instant): boolean =>
  state !== 'refused' && state !== 'gone' && (at === undefined || Temporal.Instant.compare(at, until) <= 0);

/** Whether any of them has been asked, or will be: a platform that does not answer just now is tried again. */
async function askAll(world: World, desk: Desk, all: readonly Asked[]): Promise<boolean> {
  const until = waitedForUntil(world.now(), desk.programme);
  let isAnyReached = false;
  for (const one of all) {
    const isAsked = one.at !== undefined && Temporal.Instant.compare(one.at, world.now()) <= 0;
    if (isAsked ? await ask(world, desk, one) : isWithinReach(one, until)) isAnyReached = true;
  }
  return isAnyReached;
}

async function ask(world: World, desk: Desk, { person, key }: Asked): Promise<boolean> {
  const { id } = desk.programme;
  const about = desk.reminding.held && heldSubject(desk.programme, desk.reminding.held.at);
  const card = await heldCard(world, desk, person.language);
  const once = { group: id, key, again: true };
  const { state } = await world.outbox.tell(person, card, { ...(about ? { about } : {}), once });
  return state !== 'refused' && state !== 'gone';
}
