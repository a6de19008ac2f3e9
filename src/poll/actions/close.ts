import { fillCard } from '#card/fill.ts';
import { createAgenda } from '#chat/agenda.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { lastStep } from '../anonymous-steps.ts';
import { isOpen } from '../cast-vote.ts';
import type { Poll } from '../poll.ts';
import { tallyOf } from '../tally.ts';
import { closeView } from '../view.ts';
import { mayClose } from '../who-may.ts';
import { ownCard } from './cards.ts';
import { look, nameOf, noticeOf, programmeOf, reach } from './look.ts';
import { othersDone } from './under-way.ts';
import { uniteAllAnswers, uniteAnswers } from './unite.ts';

const mostListed = 5;

/** `poll close`: asks about the open poll of this place that the person may close, or which of them. */
export async function closeCommand(turn: Turn): Promise<Answer> {
  const mine: Poll[] = [];
  for (const poll of await turn.store.polls.all()) {
    const here = poll.place === turn.place.id || turn.place.kind === 'personal';
    if (!here || !isOpen(poll, turn.now())) continue;
    if (mayClose(poll, await programmeOf(turn, poll), turn.by.id)) mine.push(poll);
  }
  const [first] = mine;
  if (!first) return noticeOf(say(turn.language, 'poll.close.none'));
  if (mine.length === 1) return { show: 'private', card: await closeCard(turn, first) };
  mine.sort((a, b) => b.openedAt.localeCompare(a.openedAt));
  const title = say(turn.language, 'poll.close.which');
  const left = mine.length - mostListed;
  const data = {
    title,
    polls: mine.slice(0, mostListed).map(({ id, question }) => ({ poll: id, question })),
    choose: say(turn.language, 'poll.close.choose'),
    more: left > 0 ? say(turn.language, 'poll.close.more', { count: left }) : '',
  };
  return { show: 'private', card: fillCard('poll/which', data, { summary: title, language: turn.language }) };
}

async function closeCard(turn: Turn, poll: Poll) {
  const summary = say(turn.language, 'poll.close.title');
  const seen = await look(turn, poll, turn.by.timeZone);
  return fillCard('poll/close', closeView(seen, turn.language), { summary, language: turn.language });
}

/** The first press: asks once, because a closed poll stays closed. */
export async function askToClose(turn: Turn, values: { poll: string }): Promise<Answer> {
  const found = await reachToClose(turn, values.poll);
  if ('refused' in found) return found.refused;
  if (!isOpen(found.poll, turn.now())) return { show: 'replace', card: await ownCard(turn, found) };
  return { show: 'replace', card: await closeCard(turn, found.poll) };
}

/** The second press: closes. Pressed twice, or after somebody else, it shows the closed poll. */
export async function closeNow(turn: Turn, values: { poll: string }): Promise<Answer> {
  const found = await reachToClose(turn, values.poll);
  if ('refused' in found) return found.refused;
  await uniteAnswers(turn, found.poll);
  if (await close(turn, found.poll.id, turn.now().toString())) await turn.audit('poll.close', { poll: found.poll.id });
  return { show: 'replace', card: await ownCard(turn, found) };
}

async function reachToClose(turn: Turn, id: string) {
  const found = await reach(turn, id);
  if ('refused' in found || mayClose(found.poll, found.programme, turn.by.id)) return found;
  const name = (await nameOf(turn, found.poll.by)) ?? say(turn.language, 'poll.someone');
  return { refused: noticeOf(say(turn.language, 'poll.no.close', { name })) };
}

const closing = createAgenda({
  name: 'poll',
  follows: [{ of: (store) => store.polls }],
  async nextAt(world, id) {
    const poll = await world.store.polls.get(id);
    if (poll?.closedAt !== undefined) return poll.unseen === undefined ? undefined : world.now();
    return poll?.closesAt === undefined ? undefined : Temporal.Instant.from(poll.closesAt);
  },
});

/** Part of every heartbeat: closes the polls whose time has come, and counts those that a crash left closed and not counted. */
export async function closeDue(world: World): Promise<void> {
  await uniteAllAnswers(world);
  for (const id of await closing.due(world)) {
    const poll = await world.store.polls.get(id);
    if (!poll) continue;
    if (poll.closedAt !== undefined) {
      if (poll.unseen !== undefined) await count(world, poll.id);
      continue;
    }
    // A poll that is closed stays so, and an anonymous one gives up its secret: not by a clock that cannot be believed.
    if (world.clock?.jumpedAt()) continue;
    await uniteAnswers(world, poll);
    if (poll.closesAt === undefined || isOpen(poll, world.now())) continue;
    if (await close(world, poll.id, poll.closesAt)) {
      await world.store.audit.append({
        at: world.now().toString(),
        by: 'klar',
        what: 'poll.close',
        on: { poll: poll.id },
        from: 'clock',
      });
    }
  }
}

/**
 * Marks a poll as closed, takes its secret away, and counts it. False when it was closed already.
 * @param at Instant (ISO) from which it counts as closed.
 */
async function close(world: World, id: string, at: string): Promise<boolean> {
  const closed = await world.store.polls.change(id, (current) => {
    if (current.closedAt !== undefined) return { outcome: false };
    const { wrappedSecret: _, ...rest } = current;
    return { next: { ...rest, closedAt: at }, outcome: true };
  });
  if (!closed) return false;
  await count(world, id);
  return true;
}

/** Settles what stays to be seen of an anonymous poll, once, and has the cards redrawn. */
async function count(world: World, id: string): Promise<void> {
  await othersDone(world.store, id);
  const given = (await world.store.answers.entries(id)).map(([, answer]) => answer);
  await world.store.polls.change(id, (current) => {
    const { shown, unseen, ...rest } = current;
    if (unseen === undefined) return { outcome: undefined };
    return { next: { ...rest, ...lastStep({ shown, unseen }, tallyOf(current.options, given)) }, outcome: undefined };
  });
  world.outbox.refresh(`poll:${id}`);
}
