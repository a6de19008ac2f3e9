import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { press, type Turn, type World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { mayLead } from '#people/roles.ts';
import { problem } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import type { Reminding } from '../reminding.ts';
import { type Desk, deskOf } from './desk.ts';
import { heldCard, heldListCard, heldSubject, waitingAt } from './held-card.ts';
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

/** How it stands now, on the pressed card and on those of the others who were asked. */
async function asItStands(turn: Turn, programme: string, at: string): Promise<Answer> {
  turn.outbox.refresh(heldSubject({ id: programme as Desk['programme']['id'] }, at));
  const desk = await deskOf(turn, programme);
  if (!desk) return problem(say(turn.language, 'chat.unknown-press'));
  return { show: 'replace', shared: true, card: await heldCard(turn, desk, turn.language) };
}

/** The card of a holding back as it now stands, for postings. */
export async function heldNow(world: World, id: string, language: Language): Promise<Card | undefined> {
  const [programme = '', ...at] = id.split('/');
  const desk = await deskOf(world, programme);
  const { held, decided } = desk?.reminding ?? {};
  const since = at.join('/');
  // What was held before the last time has been decided long since; its card stays as it was.
  return desk && (held?.at === since || decided?.at === since) ? heldCard(world, desk, language) : undefined;
}

/** What who leads does about reminders that are held back: send them, not send them, look at them. A second press finds it decided and changes nothing. */
export const holdPresses = [
  press({
    verb: 'reminder.held-send',
    values: z.object(ids),
    async run(turn, { programme, at }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      const { id } = asked.desk.programme;
      const decidedAt = turn.now().toString();
      const isNew = await changeReminding(turn, id, (current) => {
        if (current.held?.at !== at) return { outcome: false };
        const { held, ...rest } = current;
        const decided = { ...held, as: 'sent', by: turn.by.id, decidedAt } as const;
        return { next: { ...rest, decided, releasedUntil: decidedAt } satisfies Reminding, outcome: true };
      });
      if (isNew) {
        await turn.audit('reminder.held-send', { programme: id });
        // Not waited for: hundreds of messages take minutes, and the next beat goes on where this one ends.
        void sendDueOf(turn, [id]).catch((error: unknown) =>
          turn.log.error({ err: error, programme: id }, 'the reminders of a programme failed'),
        );
      }
      return asItStands(turn, id, at);
    },
  }),
  press({
    verb: 'reminder.held-drop',
    values: z.object(ids),
    async run(turn, { programme, at }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      const { desk } = asked;
      const { id } = desk.programme;
      const decidedAt = turn.now().toString();
      const { all, toSend } = desk.reminding.held?.at === at ? waitingAt(turn, desk) : { all: [], toSend: [] };
      // Settled before they are let go, so that no beat between the two sends them.
      await Promise.all(
        all.map(({ key }) =>
          turn.store.ledger.change(id, key, () => ({ next: { state: 'skipped', at: decidedAt }, outcome: undefined })),
        ),
      );
      const isNew = await changeReminding(turn, id, (current) => {
        if (current.held?.at !== at) return { outcome: false };
        const { held, ...rest } = current;
        const decided = { ...held, reminders: toSend.length, as: 'dropped', by: turn.by.id, decidedAt } as const;
        return { next: { ...rest, decided, releasedUntil: decidedAt } satisfies Reminding, outcome: true };
      });
      if (isNew) {
        await turn.audit('reminder.held-drop', { programme: id, count: String(toSend.length) });
        turn.log.info(
          { programme: id, count: toSend.length, result: 'dropped' },
          'reminders that were held back are not sent',
        );
      }
      return asItStands(turn, id, at);
    },
  }),
  press({
    verb: 'reminder.held-undo',
    values: z.object(ids),
    async run(turn, { programme, at }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      const { programme: of, reminding, ledger } = asked.desk;
      const { decided } = reminding;
      if (decided?.as !== 'dropped' || decided.at !== at || reminding.held) return asItStands(turn, of.id, at);
      const isNew = await changeReminding(turn, of.id, (current) => {
        if (current.held || current.decided?.decidedAt !== decided.decidedAt) return { outcome: false };
        const { decided: _, releasedUntil: __, ...rest } = current;
        const { why, count } = decided;
        return { next: { ...rest, held: { why, at, count } } satisfies Reminding, outcome: true };
      });
      if (isNew) {
        const dropped = [...ledger].filter(([, entry]) => entry.state === 'skipped' && entry.at === decided.decidedAt);
        await Promise.all(
          dropped.map(([key]) => turn.store.ledger.change(of.id, key, () => ({ next: null, outcome: undefined }))),
        );
        await turn.audit('reminder.held-undo', { programme: of.id });
      }
      return asItStands(turn, of.id, at);
    },
  }),
  press({
    verb: 'reminder.held-which',
    values: z.object({ ...ids, from: z.coerce.number().int().min(0).default(0) }),
    async run(turn, { programme, from }) {
      const asked = await ledDesk(turn, programme);
      if ('answer' in asked) return asked.answer;
      const card = asked.desk.reminding.held
        ? heldListCard(turn, asked.desk, { from, language: turn.language })
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
      return { show: 'replace', card: await heldCard(turn, asked.desk, turn.language) };
    },
  }),
];
