import type { World } from '#chat/feature.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import { clockCameBack, clockIsTrusted } from '../clock-jump.ts';
import type { Reminding } from '../reminding.ts';
import type { Desk } from './desk.ts';
import { heldCard, heldSubject } from './held-card.ts';
import { changeReminding } from './reminding.ts';
import { ownersOf } from './tell-skipped.ts';

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

/** Asks those who own the programme, once for each time that its reminders are held back; in their quiet hours when those are over. */
export async function askWhoOwns(world: World, desk: Desk): Promise<void> {
  for (const { owner, key, at } of await unasked(world, desk)) {
    if (Temporal.Instant.compare(at, world.now()) > 0) continue;
    const once = { group: desk.programme.id, key, again: true };
    const about = desk.reminding.held && heldSubject(desk.programme, desk.reminding.held.at);
    const card = await heldCard(world, desk, owner.language);
    await world.outbox.tell(owner, card, { ...(about ? { about } : {}), once });
  }
}

/** When there is something to do about what is held back: a clock that comes back is waited for at every beat. */
export async function nextAsking(world: World, desk: Desk): Promise<Temporal.Instant[]> {
  const asking = (await unasked(world, desk)).map(({ at }) => at);
  return desk.reminding.held?.why === 'clock' ? [world.now(), ...asking] : asking;
}

async function unasked(world: World, { programme, reminding, ledger }: Desk) {
  const { held } = reminding;
  if (!held) return [];
  return (await ownersOf(world, programme)).flatMap((owner) => {
    const key = `held/${held.at}/${owner.id}`;
    const state = ledger.get(key)?.state;
    if (state === 'sent' || state === 'refused') return [];
    return [{ owner, key, at: mayHearFrom(world.now(), owner, programme) }];
  });
}
