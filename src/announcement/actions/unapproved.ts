import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { mayHearFrom } from '#people/leave-alone.ts';
import type { Person } from '#people/person.ts';
import { oneOfNames } from '#people/view.ts';
import { say } from '#words/say.ts';
import { secondPersons } from '../approval.ts';
import { button, sayMoment } from '../view.ts';
import { approvalCard } from './before.ts';
import { messageCard } from './cards.ts';
import { about, isOpen, ledgerGroup } from './ledger.ts';
import { type Found, knownIn, leadersSeat } from './load.ts';

/** Somebody who is to be told, once, that the time of an announcement has passed before anybody had approved it. */
interface Told {
  person: Person;
  as: 'author' | 'second';
  /** Their line in the announcement's ledger. */
  key: string;
  at: Temporal.Instant;
}

/**
 * Who is still to be told, of an announcement that was planned for a time and waits for approval: its author as that time comes, since it is their
 * own plan; those who were asked ahead of it as soon as Klar may write to them by itself.
 */
async function toTell(world: World, { announcement, programme }: Found): Promise<Told[]> {
  const { id, state, sendAt, askedAt, by } = announcement;
  if (state !== 'awaiting' || sendAt === undefined || askedAt === undefined) return [];
  const passedAt = Temporal.Instant.from(sendAt);
  const from = Temporal.Instant.compare(passedAt, world.now()) > 0 ? passedAt : world.now();
  const author = await knownAs(world, by);
  // Whoever is asked only after its time has just heard of it.
  const isAskedAhead = Temporal.Instant.compare(askedAt, passedAt) < 0;
  const { askable } = secondPersons(programme, by, (await knownIn(world, programme)).persons);
  const named = (person: Person) => ({ person, key: `unapproved-${askedAt}/${person.id}` });
  const all: Told[] = [
    ...(author && author.accounts.length > 0 ? [{ ...named(author), as: 'author' as const, at: from }] : []),
    ...(isAskedAhead ? askable : []).map((person) => ({
      ...named(person),
      as: 'second' as const,
      at: mayHearFrom(from, person, programme),
    })),
  ];
  const known = await Promise.all(all.map(({ key }) => world.store.ledger.get(ledgerGroup(id), key)));
  return all.filter((_, nth) => isOpen(known[nth]));
}

/** When the next of them is to be told; undefined when all have been. */
export async function nextUnapproved(world: World, found: Found): Promise<Temporal.Instant | undefined> {
  return (await toTell(world, found)).map(({ at }) => at).toSorted(Temporal.Instant.compare)[0];
}

/**
 * Part of every heartbeat: when the time that an announcement was planned for has passed and nobody has approved it, its author is told, with what to
 * do next, and those who can approve it are reminded; each once.
 */
export async function tellUnapproved(world: World, found: Found): Promise<void> {
  const { announcement, programme } = found;
  const { id, askedAt = '' } = announcement;
  const now = world.now();
  const due = (await toTell(world, found)).filter(({ at }) => Temporal.Instant.compare(at, now) <= 0);
  // A clock that cannot be believed tells nobody that a time has passed.
  if (due.length === 0 || world.clock?.jumpedAt()) return;
  // What is approved now goes out at once: the cards on which one is asked say so from now on.
  world.outbox.refresh(about.approval(id, askedAt));
  await Promise.all(
    due.map(async ({ person, as, key }) => {
      const { language } = person;
      const options = { once: { group: ledgerGroup(id), key, again: true } };
      const came =
        as === 'author'
          ? await world.outbox.tell(person, await authorCard(world, found, person), options)
          : await world.outbox.tell(person, await approvalCard(world, found, { askedAt, language }), {
              ...options,
              about: about.approval(id, askedAt),
            });
      const seen = { programme: programme.id, announcement: id, rule: 'unapproved', receiver: person.id };
      world.log.info({ ...seen, result: came.state }, 'announcement');
      world.meter?.decided('announcement-unapproved', came.state);
    }),
  );
}

async function authorCard(world: World, { announcement, programme }: Found, { language }: Person) {
  const { id, title, sendAt = '', by } = announcement;
  const { askable } = secondPersons(programme, by, (await knownIn(world, programme)).persons);
  const time = sayMoment(sendAt, leadersSeat(world, programme, language));
  const names = oneOfNames(
    askable.map(({ name }) => name),
    language,
  );
  return messageCard(language, say(language, 'announcement.unapproved.title', { title }), {
    lines: [
      askable.length > 0
        ? say(language, 'announcement.unapproved.text', { time, names })
        : say(language, 'announcement.no.nobody-second'),
    ],
    buttons: [
      button(say(language, 'announcement.button.show'), 'announcement.open', { announcement: id }),
      button(say(language, 'announcement.button.edit'), 'announcement.edit', { announcement: id }),
    ],
  });
}
