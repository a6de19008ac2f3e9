import type { Store } from '#store/port.ts';

/** By store (a rehearsal has its own), poll and person: the last of this person's acts on this poll. */
const acts = new WeakMap<Store, Map<string, Map<string, Promise<unknown>>>>();

/**
 * Runs an act on a person's answer: one person's acts on a poll run one after another, so that what is noted about an
 * anonymous answer comes in the order in which the answers were stored; those of different people run side by side.
 * Within this process. Several processes on one database can note two presses of one person in the wrong order, which
 * is put right when the poll is counted at closing.
 */
export async function inTurn<T>(store: Store, poll: string, person: string, act: () => Promise<T>): Promise<T> {
  const byPoll = acts.get(store) ?? new Map<string, Map<string, Promise<unknown>>>();
  acts.set(store, byPoll);
  const byPerson = byPoll.get(poll) ?? new Map<string, Promise<unknown>>();
  byPoll.set(poll, byPerson);
  const before = byPerson.get(person) ?? Promise.resolve();
  const running = before.then(act, act);
  byPerson.set(person, running);
  try {
    return await running;
  } finally {
    if (byPerson.get(person) === running) byPerson.delete(person);
    if (byPerson.size === 0 && byPoll.get(poll) === byPerson) byPoll.delete(poll);
  }
}

/**
 * Resolves when the acts that are under way on a poll have ended. Called after the poll has been marked as closed: an
 * answer that was let in before that is stored before the poll is counted, and later ones are refused.
 */
export async function othersDone(store: Store, poll: string): Promise<void> {
  await Promise.allSettled([...(acts.get(store)?.get(poll)?.values() ?? [])]);
}
