import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { namesShown } from '#people/view.ts';
import { button, messageCard, todayIn } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { type Coming, isReminder } from '../coming.ts';
import type { Slot } from '../due.ts';
import { receiverId } from '../receivers.ts';
import { comesText, receiverNames } from '../view-coming.ts';
import { type Desk, slotsOfDesk } from './desk.ts';
import { ledDesk, ledReminder, type NextIds, nextData, nextIds } from './next-card.ts';
import { nameOf, sendGroup } from './send-group.ts';

/** Places and people that are written to at the same time, as on a heartbeat. */
const atOnce = 8;

const sightOf = (turn: Turn, { programme }: Desk) => ({
  programme,
  today: todayIn(turn, programme),
  language: turn.language,
});

const backButton = ({ language }: Turn, { programme, of, from }: NextIds) =>
  button(say(language, 'plan.back'), 'reminder.coming', { programme, of, from: String(from) });

/** Asks once: to whom it goes (DESIGN section 7). */
function question(turn: Turn, desk: Desk, coming: Coming, values: NextIds): Answer {
  const { language } = turn;
  const sight = sightOf(turn, desk);
  const names = namesShown(receiverNames(coming.slots, sight), language, 1);
  const about = { title: coming.reminder.title, when: comesText(coming.atMs, sight) };
  const card = messageCard(language, say(language, 'reminder.send-now.question', { names }), {
    text: say(language, 'reminder.send-now.text', about),
    actions: [
      button(say(language, 'reminder.send-now'), 'reminder.send-now', nextData(values), { style: 'positive' }),
      button(say(language, 'plan.back'), 'reminder.next', nextData(values)),
    ],
  });
  return { show: 'replace', card };
}

/**
 * Sends one reminder to all who would get it, by the same way as the heartbeat and settled under the same keys, so that it does not go out once
 * more at its time. Who leads may send what a unit has put off: then it is asked for now.
 */
async function sendNow(turn: Turn, desk: Desk, coming: Coming): Promise<{ reached: Slot[]; missed: Slot[] }> {
  const desks = new Map([[String(desk.programme.id), desk]]);
  const slots = coming.slots.map((slot) => ({ ...slot, copy: { ...slot.copy, isAwaited: true, isStopped: false } }));
  const waiting = [...Map.groupBy(slots, ({ receiver }) => receiverId(receiver)).values()];
  const sent = new Set<Slot>();
  const inTurn = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const { state } = await sendGroup(turn, desks, { name: nameOf(group), slots: group, askedBy: turn.by.id });
      if (state === 'sent') for (const slot of group) sent.add(slot);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, inTurn));
  return { reached: slots.filter((slot) => sent.has(slot)), missed: slots.filter((slot) => !sent.has(slot)) };
}

/** What is answered when it is on its way or out already: the press was delivered twice, or another who leads was faster. */
async function sentAlready(turn: Turn, values: NextIds): Promise<Answer | undefined> {
  const led = await ledDesk(turn, values.programme);
  if ('answer' in led) return undefined;
  const { desk } = led;
  const copies = desk.copies.filter(({ reminder }) => isReminder(reminder, values));
  const sent = slotsOfDesk(desk, copies).slots.filter(
    ({ copy, claimed }) => claimed !== undefined || desk.ledger.get(copy.key)?.state === 'sent',
  );
  if (sent.length === 0) return undefined;
  const names = namesShown(receiverNames(sent, sightOf(turn, desk)), turn.language, 1);
  const heading = say(turn.language, 'reminder.send-now.done', { names });
  return { show: 'replace', card: messageCard(turn.language, heading, { actions: [backButton(turn, values)] }) };
}

/** Sends a reminder before its time. Only for who leads. */
export const sendNowPresses = [
  press({
    verb: 'reminder.ask-send',
    values: z.object(nextIds),
    async run(turn, values) {
      const asked = await ledReminder(turn, values);
      return 'answer' in asked ? asked.answer : question(turn, asked.desk, asked.coming, values);
    },
  }),
  press({
    verb: 'reminder.send-now',
    values: z.object(nextIds),
    async run(turn, values) {
      const { language } = turn;
      const asked = await ledReminder(turn, values);
      if ('answer' in asked) return (await sentAlready(turn, values)) ?? asked.answer;
      const { desk, coming } = asked;
      const { activity, rule, title } = coming.reminder;
      const { reached, missed } = await sendNow(turn, desk, coming);
      if (reached.length > 0) {
        await turn.audit('reminder.send-now', { programme: desk.programme.id, activity, rule });
      }
      const sight = sightOf(turn, desk);
      const named = (slots: readonly Slot[]) => namesShown(receiverNames(slots, sight), language, 3);
      const when = comesText(coming.atMs, sight);
      const heading =
        reached.length > 0
          ? say(language, 'reminder.send-now.done', { names: namesShown(receiverNames(reached, sight), language, 1) })
          : say(language, 'reminder.send-now.nobody');
      const text = [
        ...(reached.length > 0 ? [say(language, 'reminder.send-now.done-text', { title, when })] : []),
        ...(missed.length > 0 ? [say(language, 'reminder.send-now.not-reached', { names: named(missed) })] : []),
      ].join('\n');
      return { show: 'replace', card: messageCard(language, heading, { text, actions: [backButton(turn, values)] }) };
    },
  }),
];
