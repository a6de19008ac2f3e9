import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import type { Poll, PollAnswer } from '../poll.ts';
import { keyFor } from './look.ts';
import { showMove } from './show-move.ts';
import { inTurn } from './under-way.ts';

/**
 * One person has one vote: whoever answered under two accounts, and has said since that both are theirs, keeps the last
 * answer, or of anonymous ones, which have no time, the one of the account that Klar knew first. While a poll is open;
 * after it nobody can tell whose answers they are. Doing it again changes nothing.
 */
export async function uniteAnswers(world: World, poll: Poll): Promise<void> {
  if (poll.closedAt !== undefined) return;
  for (const person of await world.store.persons.all()) await uniteAnswersOf(world, poll, person);
}

async function uniteAnswersOf(world: World, poll: Poll, person: Person): Promise<void> {
  for (const former of person.former ?? []) {
    await inTurn(world.store, poll.id, person.id, () => unite(world, poll, person, former));
  }
}

/** The open polls in which somebody has an answer under an account that they have since said is theirs. */
async function openTwice(world: World, { former = [] }: Person): Promise<Poll[]> {
  const found: Poll[] = [];
  if (former.length === 0) return found;
  for (const poll of await world.store.polls.all()) {
    if (poll.closedAt !== undefined) continue;
    const keys = former.flatMap((id) => keyFor(world, poll, id) ?? []);
    const answers = await Promise.all(keys.map((key) => world.store.answers.get(poll.id, key)));
    if (answers.some((answer) => answer !== undefined)) found.push(poll);
  }
  return found;
}

/** By person: only who is found to have two accounts gets two votes to unite, and answers under the new one from then on. */
const known = createAgenda({
  name: 'vote',
  follows: [{ of: (store) => store.persons }],
  async nextAt(world, id) {
    const person = await world.store.persons.get(id);
    return person && (await openTwice(world, person)).length > 0 ? world.now() : undefined;
  },
});

/** Part of every heartbeat: unites the votes of those who have come to be known by two accounts, in every open poll. */
export async function uniteAllAnswers(world: World): Promise<void> {
  for (const id of await known.due(world)) {
    const person = await world.store.persons.get(id);
    if (!person) continue;
    for (const poll of await openTwice(world, person)) await uniteAnswersOf(world, poll, person);
  }
}

async function unite(world: World, poll: Poll, person: Person, former: string): Promise<void> {
  const { answers } = world.store;
  const [from, to] = [keyFor(world, poll, former), keyFor(world, poll, person.id)];
  const earlier = from === undefined ? undefined : await answers.get(poll.id, from);
  if (from === undefined || to === undefined || !earlier) return;
  // The one that stays is saved before the other goes: after a crash in between this is done once more.
  const before = await answers.change<string[] | undefined>(poll.id, to, (own) =>
    own && !isLater(earlier, own) ? { outcome: undefined } : { next: earlier, outcome: own?.options ?? [] },
  );
  if (before) await showMove(world, poll, { key: to, before, now: earlier.options });
  await answers.change(poll.id, from, () => ({ next: null, outcome: undefined }));
  await showMove(world, poll, { key: from, before: earlier.options, now: [] });
}

const isLater = (one: PollAnswer, other: PollAnswer): boolean =>
  one.at !== undefined && other.at !== undefined && Temporal.Instant.compare(one.at, other.at) > 0;
