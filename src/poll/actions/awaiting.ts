import type { Awaiting, World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import { say } from '#words/say.ts';
import { isOpen } from '../cast-vote.ts';
import { sayTime } from '../view.ts';
import { mayAnswer } from '../who-may.ts';
import { keyOf, programmeOf } from './look.ts';

/**
 * The open polls that a person may answer and has not: those of their programmes, and their own. That an anonymous
 * answer is there is told to its giver alone, who finds it by the poll's secret.
 */
export async function awaiting(world: World, person: Person): Promise<Awaiting[]> {
  const found: Awaiting[] = [];
  for (const poll of await world.store.polls.all()) {
    if (!isOpen(poll, world.now()) || !mayAnswer(poll, await programmeOf(world, poll), person.id)) continue;
    const key = keyOf(world, poll, person);
    if (key === undefined || (await world.store.answers.get(poll.id, key))) continue;
    const time = poll.closesAt && sayTime(person.language, poll.closesAt, person.timeZone, poll.openedAt);
    found.push({
      title: say(person.language, 'poll.awaiting', { question: poll.question }),
      ...(time ? { when: say(person.language, 'poll.awaiting-when', { time }) } : {}),
      ...(poll.closesAt ? { due: poll.closesAt } : {}),
      open: { title: say(person.language, 'poll.button.show'), verb: 'poll.show', data: { poll: poll.id } },
    });
  }
  return found;
}
