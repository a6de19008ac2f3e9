import type { Card } from '#card/card.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Announcement } from '../announcement.ts';
import { secondPersons } from '../approval.ts';
import { sayMoment } from '../view.ts';
import { approvalCard, beforeSending } from './before.ts';
import { messageCard } from './cards.ts';
import { about, isOpen, keyFor, ledgerGroup } from './ledger.ts';
import { type Found, find, knownIn, leadersSeat, nameOf } from './load.ts';
import { reportCard } from './report.ts';
import { keepSending } from './sending.ts';

/**
 * Sets an announcement going: it waits for its day, or its receivers are fixed and the sending begins.
 * @param from The state that it must be in still; pressed twice, or by two people, it begins once.
 * @returns False when it was in another state already.
 */
export async function begin(
  world: World,
  found: Found,
  from: Announcement['state'],
  approved?: Announcement['approved'],
): Promise<boolean> {
  const { id } = found.announcement;
  const { receivers } = await beforeSending(world, found);
  const now = world.now();
  const begun = await world.store.announcements.change(id, (current) => {
    if (current.state !== from) return { outcome: false };
    const { declined: _, ...rest } = current;
    const agreed = { ...rest, ...(approved ? { approved } : {}) };
    const waits = current.sendAt !== undefined && Temporal.Instant.compare(current.sendAt, now) > 0;
    return {
      next: waits
        ? { ...agreed, state: 'scheduled' as const }
        : { ...agreed, state: 'sending' as const, receivers, begunAt: now.toString() },
      outcome: true,
    };
  });
  if (!begun) return false;
  world.outbox.refresh(about.report(id));
  // Not waited for: many messages take longer than a press or a beat may.
  void keepSending(world, id);
  return true;
}

/**
 * What a second person is to be asked about just now, and who is still to be: nobody has asked them yet, or their platform was down.
 * Undefined where nothing waits for approval.
 */
export async function stillToAsk(
  world: World,
  { announcement, programme }: Found,
): Promise<{ askedAt: string; people: Person[] } | undefined> {
  const { id, state, correction } = announcement;
  const askedAt = state === 'awaiting' ? announcement.askedAt : announcement.approved && correction?.at;
  if (askedAt === undefined) return undefined;
  const author = state === 'awaiting' ? announcement.by : (correction?.by ?? announcement.by);
  const { askable } = secondPersons(programme, author, (await knownIn(world, programme)).persons);
  const entries = await Promise.all(
    askable.map((person) => world.store.ledger.get(ledgerGroup(id), approvalKey(askedAt, person))),
  );
  return { askedAt, people: askable.filter((_, at) => isOpen(entries[at])) };
}

const askingName = (askedAt: string): string => `approval-${askedAt}`;
const approvalKey = (askedAt: string, person: Person): string => keyFor(askingName(askedAt), person.id);

/**
 * The instant by which a new asking for approval goes: now, or a moment later where somebody has been asked by that already. A clock that is moved by
 * hand stands still between two acts, and what was asked before must never pass for what is asked now.
 */
export async function askingAt(world: Pick<World, 'store' | 'now'>, id: string): Promise<string> {
  const known = (await world.store.ledger.entries(ledgerGroup(id))).map(([key]) => key);
  let at = world.now();
  const isTaken = () => known.some((key) => key.startsWith(keyFor(askingName(at.toString()), '')));
  while (isTaken()) at = at.add({ milliseconds: 1 });
  return at.toString();
}

/** Asks those who can approve, each in their own chat. Goes on when the outbox has it: a press is answered before it has arrived. */
export async function askSecond(world: World, found: Found): Promise<void> {
  const { id } = found.announcement;
  const asking = await stillToAsk(world, found);
  for (const person of asking?.people ?? []) {
    const { askedAt = '' } = asking ?? {};
    const card = await approvalCard(world, found, { askedAt, language: person.language });
    const once = { group: ledgerGroup(id), key: approvalKey(askedAt, person), again: true };
    inBackground(world, world.outbox.tell(person, card, { about: about.approval(id, askedAt), once }));
  }
}

/** The author's card that follows how it goes, in their own chat, once. */
export async function postReport(world: World, { announcement: { id, by } }: Found): Promise<void> {
  const once = { group: ledgerGroup(id), key: `report.${by}` };
  if (!isOpen(await world.store.ledger.get(once.group, once.key))) return;
  const author = await knownAs(world, by);
  const now = author && (await find(world, id));
  if (!now) return;
  const card = await reportCard(world, now, { language: author.language });
  inBackground(world, world.outbox.tell(author, card, { about: about.report(id), once }));
}

/** Tells people who lead something about an announcement, each once. */
export function tellLeaders(
  world: World,
  { announcement }: Found,
  people: readonly Person[],
  told: { key: string; card: (person: Person) => Card },
): void {
  for (const person of people) {
    const once = { group: ledgerGroup(announcement.id), key: `${told.key}.${person.id}` };
    inBackground(world, world.outbox.tell(person, told.card(person), { once }));
  }
}

/** Goes on without waiting: what comes of it stands in the ledger, and a broken store is told to the operator. */
function inBackground(world: World, sending: Promise<unknown>): void {
  sending.catch((error: unknown) => world.log.error({ err: error }, 'an announcement’s leaders could not be told'));
}

/** After so long a planned one is not sent any more without being asked about: what it says may be over; hours. */
const lateHours = 24;

/**
 * Part of a heartbeat: a planned announcement whose time has come. It is not sent when its author leads no more, when it has become so
 * large that a second person must agree, or when Klar was away at its time and long after it; then it is a draft again, or waits for
 * approval, and people are told.
 */
export async function beginPlanned(world: World, found: Found): Promise<void> {
  const { announcement, programme } = found;
  const { id, sendAt } = announcement;
  if (announcement.state !== 'scheduled' || sendAt === undefined) return;
  const now = world.now();
  if (Temporal.Instant.compare(sendAt, now) > 0) return;
  // The clock has jumped, or it had and an owner has not looked yet.
  if (world.clock?.jumpedAt() || (await world.store.remindings.get(programme.id))?.held?.why === 'clock') return;
  const reach = await beforeSending(world, found);
  if (!mayLead(programme, announcement.by)) {
    const leaders = [...programme.owners, ...programme.coordinators].flatMap(
      (one) => reach.known.persons.get(one) ?? [],
    );
    return backToDraft(world, found, 'author', leaders);
  }
  const author = [reach.known.persons.get(announcement.by)].filter((one) => one !== undefined);
  if (Temporal.Instant.from(sendAt).until(now, { largestUnit: 'hours' }).hours >= lateHours) {
    return backToDraft(world, found, 'late', author);
  }
  if (reach.reached === 0) return backToDraft(world, found, 'nobody', author);
  if (reach.needsSecond && !announcement.approved) {
    if (reach.second.askable.length === 0) return backToDraft(world, found, 'second', author);
    const askedAt = await askingAt(world, id);
    const asked = await world.store.announcements.change(id, (current) =>
      current.state === 'scheduled'
        ? { next: { ...current, state: 'awaiting', askedAt }, outcome: true }
        : { outcome: false },
    );
    const fresh = asked && (await find(world, id));
    if (fresh) await askSecond(world, fresh);
    world.outbox.refresh(about.report(id));
    return;
  }
  if (await begin(world, found, 'scheduled')) {
    await world.store.audit.append({
      at: now.toString(),
      by: 'klar',
      what: 'announcement.send',
      on: { announcement: id, programme: programme.id },
      from: 'clock',
    });
  }
}

async function backToDraft(
  world: World,
  found: Found,
  why: 'late' | 'author' | 'nobody' | 'second',
  people: readonly Person[],
): Promise<void> {
  const { announcement, programme } = found;
  const { id, title, sendAt = '' } = announcement;
  const changed = await world.store.announcements.change(id, (current) => {
    if (current.state !== 'scheduled') return { outcome: false };
    const { sendAt: _, approved: __, ...rest } = current;
    return { next: { ...rest, state: 'draft' as const }, outcome: true };
  });
  if (!changed) return;
  world.log.info({ programme: programme.id, announcement: id, rule: 'send', result: `not-${why}` }, 'announcement');
  const names = new Map<string, string>();
  for (const { language } of people) names.set(language, await nameOf(world, announcement.by, language));
  tellLeaders(world, found, people, {
    key: `unsent-${sendAt}`,
    card: ({ language }) => {
      const time = sayMoment(sendAt, leadersSeat(world, programme, language));
      const name = names.get(language) ?? '';
      return messageCard(
        language,
        say(language, `announcement.unsent.${why}`, { title, time, name, programme: programme.name }),
      );
    },
  });
  world.outbox.refresh(about.report(id));
}
