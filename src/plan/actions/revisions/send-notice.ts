import type { World } from '#chat/feature.ts';
import type { Settled } from '#chat/port.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { changed, changesFor, isPressing, type Notice, type ToldUnit } from '../../revisions/notice.ts';
import { todayIn } from '../common.ts';
import { messageSubject, noticeCard, noticeSight, unitsText } from './notice-card.ts';

/** Where a unit's changes are told, best first: its own place, those who answer for it, the programme's place. */
type Receiver = { to: 'place'; place: Place } | { to: 'people'; people: Person[] };

export interface Sending {
  /** It is the last try: who is not reached by it counts as not reached. */
  isOver?: boolean;
  /** The day (ISO) of a reminder; left out for the first message. */
  again?: string;
  /** Somebody who leads has just asked for it: it waits for nobody's quiet hours. So it is with every reminder. */
  asked?: boolean;
}

/** What is sent, to whom, and whether it waits until they may be written to. */
interface Message {
  notice: Notice;
  programme: Programme;
  units: readonly number[];
  again: string | undefined;
  canWait: boolean;
}

/**
 * Sends each unit its part of a notice, units of one place together, and writes down whom it reached. What the ledger
 * has as sent is not sent again; a unit that could not be reached is tried again when this is called the next time, and so is who was left alone:
 * in quiet hours and on days off nobody is told, unless a changed row begins or ends within a day.
 */
export async function sendNotice(
  world: World,
  programme: Programme,
  notice: Notice,
  { isOver = false, again, asked = false }: Sending = {},
): Promise<void> {
  const canWait = asked || again !== undefined ? () => false : await waitable(world, programme, notice);
  const groups = await groupsOf(world, programme, notice, again);
  // Side by side: a place that cannot be reached keeps no other waiting.
  await Promise.all(
    groups.map(async ({ receivers, units }) => {
      const tried = await sendTo(world, receivers, { notice, programme, units, again, canWait: canWait(units) });
      const came = isOver && tried === 'partly' ? 'sent' : isOver && tried === 'open' ? 'nobody' : tried;
      if (came === 'partly' || came === 'open' || came === 'held') return;
      if (came === 'nobody')
        world.log.warn({ notice: notice.id, units: units.length }, 'a unit was not told of changes');
      await world.store.notices.change(notice.id, (now) => {
        const next = changed(now, units, (unit) => settled(unit, came, again));
        return { ...(next === now ? {} : { next }), outcome: true };
      });
    }),
  );
}

/** The units that have still to be told, those of one receiver together. */
async function groupsOf(
  world: World,
  programme: Programme,
  notice: Notice,
  again: string | undefined,
): Promise<{ receivers: Receiver[]; units: number[] }[]> {
  const groups = new Map<string, { receivers: Receiver[]; units: number[] }>();
  for (const [at, unit] of notice.units.entries()) {
    if (!isWaiting(unit, again)) continue;
    const receivers = await receiversOf(world, programme, unit);
    const [first] = receivers;
    const key = !first ? '' : first.to === 'place' ? first.place.id : first.people.map(({ id }) => id).join(' ');
    const group = groups.get(key);
    if (group) group.units.push(at);
    else groups.set(key, { receivers, units: [at] });
  }
  return [...groups.values()];
}

/** Says of some units of a notice whether their changes can wait for the end of somebody's quiet hours. */
async function waitable(
  world: World,
  programme: Programme,
  notice: Notice,
): Promise<(units: readonly number[]) => boolean> {
  const plan = await world.store.plans.get(programme.id);
  const changes = (plan && readersChanges(plan, notice.from, notice.to)) ?? [];
  const today = todayIn(world, programme);
  return (units) =>
    !units.some((at) => {
      const unit = notice.units[at];
      return unit !== undefined && isPressing(changesFor(changes, programme, unit), today);
    });
}

/**
 * When somebody who has still to get a notice can be told of it: now, or when the first of those who are left alone may be written to. Undefined when
 * all have it.
 */
export async function nextSending(
  world: World,
  programme: Programme,
  notice: Notice,
): Promise<Temporal.Instant | undefined> {
  const now = world.now();
  if (notice.units.some(({ reminded }) => reminded !== undefined && reminded.came === undefined)) return now;
  const canWait = await waitable(world, programme, notice);
  const moments: Temporal.Instant[] = [];
  for (const { receivers, units } of await groupsOf(world, programme, notice, undefined)) {
    const [best] = receivers;
    if (!best || !canWait(units)) return now;
    const key = keyOf({ notice, units, again: undefined });
    const waiting: Temporal.Instant[] = [];
    for (const to of membersOf(best)) {
      const known = await world.store.ledger.get(notice.programme, `${key}/${to.id}`);
      if (known?.state !== 'sent') waiting.push(mayHearFrom(now, to, programme, { anyDay: true }));
    }
    // All have it, and only the notice has still to say so.
    moments.push(...(waiting.length > 0 ? waiting : [now]));
  }
  return moments.toSorted(Temporal.Instant.compare)[0];
}

const membersOf = (receiver: Receiver): (Person | Place)[] =>
  receiver.to === 'place' ? [receiver.place] : receiver.people;

/** What names a message in the ledger, but for its receiver. */
const keyOf = ({ notice, units, again }: Pick<Message, 'notice' | 'units' | 'again'>): string =>
  ['notice', notice.id, unitsText(units), ...(again === undefined ? [] : [again])].join('/');

const isWaiting = ({ came, reminded }: ToldUnit, again: string | undefined): boolean =>
  again === undefined ? came === undefined : reminded?.day === again && reminded.came === undefined;

const settled = (unit: ToldUnit, came: 'sent' | 'nobody', again: string | undefined): ToldUnit =>
  again === undefined ? { ...unit, came } : { ...unit, reminded: { day: again, came } };

async function receiversOf(world: World, programme: Programme, told: ToldUnit): Promise<Receiver[]> {
  const unit = programme.units.find(({ id }) => id === told.unit);
  const place = async (id: string | undefined): Promise<Receiver[]> => {
    const found = id === undefined ? undefined : await world.store.places.get(id);
    return found && !found.goneSince ? [{ to: 'place', place: found }] : [];
  };
  const ids = (['contact', 'deputy'] as const).flatMap((role) =>
    (unit?.people ?? []).filter((p) => p.role === role).map((p) => p.person),
  );
  const found = await Promise.all([...new Set(ids)].map((id) => world.store.persons.get(id)));
  const people = found.filter((p) => p !== undefined && p.accounts.length > 0) as Person[];
  return [
    ...(await place(unit?.place)),
    ...(people.length > 0 ? [{ to: 'people', people } as const] : []),
    ...(await place(programme.place)),
  ];
}

/**
 * What came of telling the best that takes it: all of them, some while others are to be tried again, none yet, none since they are left alone, or no
 * way.
 */
async function sendTo(
  world: World,
  receivers: readonly Receiver[],
  message: Message,
): Promise<'sent' | 'partly' | 'open' | 'held' | 'nobody'> {
  const { notice, programme, units, again, canWait } = message;
  const draw = async (language: Place['language']) => {
    const sight = await noticeSight(world, notice.id, unitsText(units), language);
    return sight && noticeCard(sight, { again: again !== undefined });
  };
  const about = messageSubject(notice, units, again !== undefined);
  const send = async (to: Person | Place): Promise<Settled['state'] | 'held' | undefined> => {
    const now = world.now();
    if (canWait && Temporal.Instant.compare(mayHearFrom(now, to, programme, { anyDay: true }), now) > 0) return 'held';
    const card = await draw(to.language);
    if (!card) return undefined;
    const options = { about, once: { group: notice.programme, key: `${keyOf(message)}/${to.id}`, again: true } };
    return ('accounts' in to ? await world.outbox.tell(to, card, options) : await world.outbox.post(to, card, options))
      .state;
  };
  for (const receiver of receivers) {
    const states = (await Promise.all(membersOf(receiver).map(send))).map((state) => state ?? 'refused');
    const isTold = states.some((state) => state === 'sent' || state === 'already');
    if (states.includes('held')) return isTold ? 'partly' : 'held';
    if (states.includes('unreachable')) return isTold ? 'partly' : 'open';
    if (isTold) return 'sent';
    // Gone or never to be taken: the next best.
  }
  return 'nobody';
}
