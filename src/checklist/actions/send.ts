import type { Language } from '#calendar/when.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Once, Settled } from '#chat/port.ts';
import { peopleOf } from '#people/actions/common.ts';
import type { Place } from '#people/place.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { type Checklist, sheetId } from '../checklist.ts';
import { destinationOf } from '../destination.ts';
import type { Drawn } from '../view.ts';
import { unitsOf } from '../view-board.ts';
import type { Receiver } from '../view-hand-out.ts';
import { sheetView } from '../view-sheet.ts';
import { draw } from './draw.ts';
import { about, keys, ledgerGroup } from './ledger.ts';
import { loadSharedSheet } from './load.ts';

/** Where the card of each of these units goes. */
export async function receiversOf(world: World, programme: Programme, units: readonly string[]) {
  const persons = await peopleOf(world, programme);
  const wanted = [programme.place, ...programme.units.map((u) => u.place)].filter((id) => id !== undefined);
  const found = await Promise.all([...new Set(wanted)].map((id) => world.store.places.get(id)));
  const places = new Map(found.flatMap((p): [string, Place][] => (p ? [[p.id, p]] : [])));
  const receivers = units.flatMap((id): Receiver[] => {
    const unit = programme.units.find((u) => u.id === id);
    return unit ? [{ unit, destination: destinationOf(programme, unit, places, persons) }] : [];
  });
  return { receivers, persons };
}

interface Sending {
  receiver: Receiver;
  /** Draws the card in the language of those who get it. Undefined when there is nothing to say. */
  drawn: (language: Language) => Promise<Drawn | undefined>;
  about?: string;
  once: Once;
}

interface Started {
  settled: Promise<Settled>;
}

/**
 * Starts a sending and returns as soon as the outbox has it: many cards take longer than a press may (PLATFORMS T19,
 * T39). The inner promise settles with the delivery.
 */
export async function startSending(
  world: World,
  { receiver, drawn, about, once }: Sending,
): Promise<Started | undefined> {
  const { destination } = receiver;
  if (destination.to === 'nobody') return undefined;
  const language = destination.to === 'person' ? destination.person.language : destination.place.language;
  const view = await drawn(language);
  if (!view) return undefined;
  const options = { once, ...(about === undefined ? {} : { about }) };
  return {
    settled:
      destination.to === 'person'
        ? told(world, world.outbox.tell(destination.person, draw(view, language), options), once)
        : world.outbox.post(destination.place, draw(view, language, true), options),
  };
}

/** A person who cannot be written to has no ledger entry from the outbox, which found no place to claim it for. */
async function told(world: World, telling: Promise<Settled>, once: Once): Promise<Settled> {
  const came = await telling;
  const { state } = came;
  if (state === 'gone' || state === 'refused' || state === 'unreachable') {
    await world.store.ledger.change(once.group, once.key, (known) =>
      known ? { outcome: undefined } : { next: { state, at: world.now().toString() }, outcome: undefined },
    );
  }
  return came;
}

/**
 * Sends each unit its sheet, once: what the ledger has is left alone, so that the next heartbeat takes up what a crash or
 * a platform in trouble left behind. Resolves when the outbox has them all.
 */
export async function sendSheets(world: World, programme: Programme, checklist: Checklist): Promise<void> {
  const group = ledgerGroup(checklist.id);
  const open = await unsentIn(world, programme, checklist);
  if (open.length === 0) return;
  const { receivers } = await receiversOf(
    world,
    programme,
    open.map(({ id }) => id),
  );
  const started: Started[] = [];
  for (const receiver of receivers) {
    const id = sheetId(checklist.id, receiver.unit.id);
    await world.store.sheets.add({ id, checklist: checklist.id, unit: receiver.unit.id, confirmations: [] });
    const sending = await startSending(world, {
      receiver,
      drawn: async (language) => {
        const sight = await loadSharedSheet(world, { checklist: checklist.id, unit: receiver.unit.id }, language);
        return sight && sheetView(sight);
      },
      about: about.sheet(id),
      once: { group, key: keys.sheet(receiver.unit.id), again: true },
    });
    if (sending) started.push(sending);
  }
  whenSettled(world, started, () => world.outbox.refresh(about.board(checklist.id)));
}

/** Goes on without waiting: the ledger says what is still to be sent, and a broken store is told to the operator. */
export function whenSettled(world: World, started: readonly Started[], then: () => void): void {
  void Promise.allSettled(started.map(({ settled }) => settled)).then((all) => {
    for (const one of all) {
      if (one.status === 'rejected') world.log.error({ err: one.reason }, 'a checklist card could not be sent');
    }
    then();
  });
}

/** How long after a checklist was given out the heartbeat looks after cards that have not gone out. */
const lookAfterHours = 24;

/** The units whose card has not come to an end. */
async function unsentIn({ store }: World, programme: Programme, checklist: Checklist): Promise<Unit[]> {
  const known = new Map(await store.ledger.entries(ledgerGroup(checklist.id)));
  return unitsOf(programme, checklist).filter(({ id }) => {
    const state = known.get(keys.sheet(id))?.state ?? 'claimed';
    return state === 'claimed' || state === 'unreachable';
  });
}

const isYoung = (world: World, { at }: Checklist): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(at).add({ hours: lookAfterHours }), world.now()) >= 0;

/** By checklist. While a card is unsent the checklist is looked at on each beat: a unit may have got a place meanwhile. */
const unsent = createAgenda({
  name: 'checklist',
  follows: [{ of: (store) => store.checklists }],
  async nextAt(world, id) {
    const checklist = await world.store.checklists.get(id);
    const programme = checklist && (await world.store.programmes.get(checklist.programme));
    if (!programme || !isYoung(world, checklist)) return undefined;
    return (await unsentIn(world, programme, checklist)).length > 0 ? world.now() : undefined;
  },
});

/** Part of every heartbeat: sends the sheets that a crash, a platform in trouble, or a unit without anyone to write to, left unsent. */
export async function sendUnsentSheets(world: World): Promise<void> {
  for (const id of await unsent.due(world)) {
    const checklist = await world.store.checklists.get(id);
    const programme = checklist && (await world.store.programmes.get(checklist.programme));
    if (programme) await sendSheets(world, programme, checklist);
  }
}
