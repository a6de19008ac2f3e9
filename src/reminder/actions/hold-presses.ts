import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { press, type Turn, type World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { mayLead } from '#people/roles.ts';
import { problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import type { Reminding } from '../reminding.ts';
import { othersWaiting } from './coming-others.ts';
import { type Desk, deskOf } from './desk.ts';
import { heldCard, heldListCard, heldSubject, waitingAt } from './held-card.ts';
import { dropNudges, undropNudges } from './poll-desk.ts';
import { changeReminding } from './reminding.ts';
import { sendDueOf } from './send-due.ts';

const ids = { programme: z.string(), at: z.string() };

/** The desk of the programme, for who leads it; what is wrong otherwise. */
async function ledDesk(turn: Turn, id: string): Promise<{ desk: Desk } | { answer: Answer }> {
  const desk = await deskOf(turn, id);
  if (!desk) return { answer: problem(say(turn.language, 'chat.unknown-press')) };
  if (mayLead(desk.programme, turn.by.id)) return { desk };
  return { answer: problem(say(turn.language, 'reminder.held-not-yours', { programme: desk.programme.name })) };
}

/** A decision about a holding back: only for who leads, and answered with how it stands then, on the pressed card and on those of the others who were asked. */
const decision = (verb: string, decide: (turn: Turn, desk: Desk, at: string) => Promise<void>) =>
  press({
    verb,
    values: z.object(ids),
    async run(turn, { programme, at }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      await decide(turn, asked.desk, at);
      turn.outbox.refresh(heldSubject(asked.desk.programme, at));
      const desk = (await deskOf(turn, programme)) ?? asked.desk;
      return { show: 'replace', shared: true, card: await heldCard(turn, desk, turn.language) };
    },
  });

/**
 * Ends a holding back, if it is still the one that began at `at` and nobody was faster.
 * @returns Whether it was this that ended it.
 */
const endHold = (turn: Turn, { programme }: Desk, at: string, how: Decided): Promise<boolean> =>
  changeReminding(turn, programme.id, (current) => {
    if (current.held?.at !== at) return { outcome: false };
    const { held, ...rest } = current;
    const next: Reminding = { ...rest, decided: { ...held, ...how, by: turn.by.id }, releasedUntil: how.decidedAt };
    return { next, outcome: true };
  });

type Decided = Pick<NonNullable<Reminding['decided']>, 'as' | 'reminders' | 'decidedAt'>;

/** The card of a holding back as it now stands, for postings. */
export async function heldNow(world: World, id: string, language: Language): Promise<Card | undefined> {
  const [programme = '', ...at] = id.split('/');
  const desk = await deskOf(world, programme);
  const { held, decided } = desk?.reminding ?? {};
  const since = at.join('/');
  // What was held before the last time has been decided long since; its card stays as it was.
  return desk && (held?.at === since || decided?.at === since) ? heldCard(world, desk, language) : undefined;
}

async function sendHeld(turn: Turn, desk: Desk, at: string): Promise<void> {
  const { id } = desk.programme;
  if (!(await endHold(turn, desk, at, { as: 'sent', decidedAt: turn.now().toString() }))) return;
  await turn.audit('reminder.held-send', { programme: id });
  // Not waited for: hundreds of messages take minutes, and the next beat goes on where this one ends.
  void sendDueOf(turn, [id]).catch((error: unknown) =>
    turn.log.error({ err: error, programme: id }, 'the reminders of a programme failed'),
  );
}

async function dropHeld(turn: Turn, desk: Desk, at: string): Promise<void> {
  const { id } = desk.programme;
  const decidedAt = turn.now().toString();
  const isHeld = desk.reminding.held?.at === at;
  const { all, toSend } = isHeld ? waitingAt(turn, desk) : { all: [], toSend: [] };
  const others = isHeld ? await othersWaiting(turn, desk.programme) : [];
  // Settled before they are let go, so that no beat between the two sends them. Those of checklists go by the decision itself (`checklist-desk.ts`).
  if (isHeld) await dropNudges(turn, desk.programme, decidedAt);
  await Promise.all(
    all.map(({ key }) =>
      turn.store.ledger.change(id, key, () => ({ next: { state: 'skipped', at: decidedAt }, outcome: undefined })),
    ),
  );
  const reminders = others.reduce((count, { to }) => count + to.length, toSend.length);
  if (!(await endHold(turn, desk, at, { as: 'dropped', reminders, decidedAt }))) return;
  await turn.audit('reminder.held-drop', { programme: id, count: String(reminders) });
  turn.log.info({ programme: id, count: reminders, result: 'dropped' }, 'reminders that were held back are not sent');
}

/** What was not to be sent waits again, unless something has been held back since. */
async function undoDrop(turn: Turn, { programme, reminding, ledger }: Desk, at: string): Promise<void> {
  const { id } = programme;
  const { decided } = reminding;
  if (decided?.as !== 'dropped' || decided.at !== at || reminding.held) return;
  const isNew = await changeReminding(turn, id, (current) => {
    if (current.held || current.decided?.decidedAt !== decided.decidedAt) return { outcome: false };
    const { decided: _, releasedUntil: __, ...rest } = current;
    const { why, count } = decided;
    return { next: { ...rest, held: { why, at, count } } satisfies Reminding, outcome: true };
  });
  if (!isNew) return;
  const dropped = [...ledger].filter(([, entry]) => entry.state === 'skipped' && entry.at === decided.decidedAt);
  await Promise.all(
    dropped.map(([key]) => turn.store.ledger.change(id, key, () => ({ next: null, outcome: undefined }))),
  );
  await undropNudges(turn, programme, decided.decidedAt);
  await turn.audit('reminder.held-undo', { programme: id });
}

/** What who leads does about reminders that are held back: send them, not send them, look at them. A second press finds it decided and changes nothing. */
export const holdPresses = [
  decision('reminder.held-send', sendHeld),
  decision('reminder.held-drop', dropHeld),
  decision('reminder.held-undo', undoDrop),
  press({
    verb: 'reminder.held-which',
    values: z.object({ ...ids, from: z.coerce.number().int().min(0).default(0) }),
    async run(turn, { programme, from }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      const card = asked.desk.reminding.held
        ? await heldListCard(turn, asked.desk, { from, language: turn.language })
        : await heldCard(turn, asked.desk, turn.language);
      return { show: 'replace', card };
    },
  }),
  press({
    verb: 'reminder.held-show',
    values: z.object(ids),
    async run(turn, { programme }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      return { show: 'replace', shared: true, card: await heldCard(turn, asked.desk, turn.language) };
    },
  }),
];
