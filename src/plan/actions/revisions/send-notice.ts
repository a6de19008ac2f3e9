import type { World } from '#chat/feature.ts';
import type { Settled } from '#chat/port.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { changed, type Notice, type ToldUnit } from '../../revisions/notice.ts';
import { messageSubject, noticeCard, noticeSight, unitsText } from './notice-card.ts';

/** Where a unit's changes are told, best first: its own place, those who answer for it, the programme's place. */
type Receiver = { to: 'place'; place: Place } | { to: 'people'; people: Person[] };

export interface Sending {
  /** It is the last try: who is not reached by it counts as not reached. */
  isOver?: boolean;
  /** The day (ISO) of a reminder; left out for the first message. */
  again?: string;
}

/**
 * Sends each unit its part of a notice, units of one place together, and writes down whom it reached. What the ledger
 * has as sent is not sent again; a unit that could not be reached is tried again when this is called the next time.
 */
export async function sendNotice(
  world: World,
  programme: Programme,
  notice: Notice,
  { isOver = false, again }: Sending = {},
): Promise<void> {
  const waiting = notice.units.flatMap((unit, at) => (isWaiting(unit, again) ? [at] : []));
  if (waiting.length === 0) return;
  const groups = new Map<string, { receivers: Receiver[]; units: number[] }>();
  for (const at of waiting) {
    const receivers = await receiversOf(world, programme, notice.units[at]);
    const [first] = receivers;
    const key = !first ? '' : first.to === 'place' ? first.place.id : first.people.map(({ id }) => id).join(' ');
    const group = groups.get(key);
    if (group) group.units.push(at);
    else groups.set(key, { receivers, units: [at] });
  }
  // Side by side: a place that cannot be reached keeps no other waiting.
  await Promise.all(
    [...groups.values()].map(async ({ receivers, units }) => {
      const tried = await sendTo(world, notice, receivers, units, again);
      const came = isOver && tried === 'partly' ? 'sent' : isOver && tried === 'open' ? 'nobody' : tried;
      if (came === 'partly' || came === 'open') return;
      if (came === 'nobody')
        world.log.warn({ notice: notice.id, units: units.length }, 'a unit was not told of changes');
      await world.store.notices.change(notice.id, (now) => {
        const next = changed(now, units, (unit) => settled(unit, came, again));
        return { ...(next === now ? {} : { next }), outcome: true };
      });
    }),
  );
}

const isWaiting = ({ came, reminded }: ToldUnit, again: string | undefined): boolean =>
  again === undefined ? came === undefined : reminded?.day === again && reminded.came === undefined;

const settled = (unit: ToldUnit, came: 'sent' | 'nobody', again: string | undefined): ToldUnit =>
  again === undefined ? { ...unit, came } : { ...unit, reminded: { day: again, came } };

async function receiversOf(world: World, programme: Programme, told: ToldUnit | undefined): Promise<Receiver[]> {
  const unit = programme.units.find(({ id }) => id === told?.unit);
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

/** What came of telling the best that takes it: all of them, some while others are to be tried again, none yet, or no way. */
async function sendTo(
  world: World,
  notice: Notice,
  receivers: readonly Receiver[],
  units: readonly number[],
  again: string | undefined,
): Promise<'sent' | 'partly' | 'open' | 'nobody'> {
  const draw = async (language: Place['language']) => {
    const sight = await noticeSight(world, notice.id, unitsText(units), language);
    return sight && noticeCard(sight, { again: again !== undefined });
  };
  const about = messageSubject(notice, units, again !== undefined);
  const key = ['notice', notice.id, unitsText(units), ...(again === undefined ? [] : [again])].join('/');
  const send = async (to: Person | Place): Promise<Settled | undefined> => {
    const card = await draw(to.language);
    if (!card) return undefined;
    const options = { about, once: { group: notice.programme, key: `${key}/${to.id}`, again: true } };
    return 'accounts' in to ? world.outbox.tell(to, card, options) : world.outbox.post(to, card, options);
  };
  for (const receiver of receivers) {
    const came = await Promise.all((receiver.to === 'place' ? [receiver.place] : receiver.people).map(send));
    const states = came.map((one) => one?.state ?? 'refused');
    const isTold = states.some((state) => state === 'sent' || state === 'already');
    if (states.includes('unreachable')) return isTold ? 'partly' : 'open';
    if (isTold) return 'sent';
    // Gone or never to be taken: the next best.
  }
  return 'nobody';
}
