import type { Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { capital, whenText } from '#plan/view.ts';
import { say, spoken } from '#words/say.ts';
import { lastDayOf } from '../coming-others.ts';
import { bundlesOf } from '../digest.ts';
import type { Copy } from '../due.ts';
import { receiverId } from '../receivers.ts';
import { defaultRules } from '../rules.ts';
import { byUrgency } from '../urgency.ts';
import { otherWaitingLine } from '../view-coming.ts';
import { othersWaiting } from './coming-others.ts';
import { type Desk, slotsOfDesk } from './desk.ts';

const shownOnPage = 5;

/** The cards that ask about one holding back: what comes of it is shown on all of them. */
export const heldSubject = (programme: Pick<Programme, 'id'>, heldAt: string): string =>
  `held:${programme.id}/${heldAt}`;

/** Reminders that have come due while they are held back. */
export interface Waiting {
  /** Would go out now: each once, however many get it. */
  toSend: Copy[];
  /** Those, and what is stale by now. */
  all: Copy[];
}

export function waitingAt(world: Pick<World, 'now'>, desk: Desk): Waiting {
  const nowMs = world.now().epochMilliseconds;
  const { slots } = slotsOfDesk(desk);
  const toSend = new Set<Copy>();
  for (const own of Map.groupBy(slots, ({ receiver }) => receiverId(receiver)).values()) {
    for (const { copy } of bundlesOf(own, nowMs).messages.flat()) toSend.add(copy);
  }
  const fallen = slots.filter(
    ({ isSettled, momentMs, copy }) => !isSettled && momentMs <= nowMs && copy.isAwaited && !copy.isStopped,
  );
  return { toSend: [...toSend], all: [...new Set([...toSend, ...fallen.map(({ copy }) => copy)])] };
}

/** That reminders are held back, and what may be done about it; once somebody has decided, what they did. */
export async function heldCard(world: Pick<World, 'store' | 'now'>, desk: Desk, language: Language): Promise<Card> {
  const { programme, reminding } = desk;
  const { held } = reminding;
  if (!held) return decidedCard(world, desk, language);
  const ids = { programme: programme.id, at: held.at };
  const about = { count: held.count, programme: programme.name };
  const today = todayIn(world, programme);
  const title = say(language, `reminder.held-${held.why}-title`, about);
  const text =
    held.why === 'many'
      ? say(language, 'reminder.held-many', { most: (reminding.rules ?? defaultRules).mostAtOnce })
      : say(language, 'reminder.held-clock', {
          now: writeInstant(world.now().toString(), programme.timeZone, spoken(language), { today }),
        });
  const actions = [
    button(say(language, 'reminder.held-send'), 'reminder.held-send', ids, { style: 'positive' }),
    button(say(language, 'reminder.held-drop'), 'reminder.held-drop', ids),
    button(say(language, 'reminder.held-which'), 'reminder.held-which', ids),
  ];
  return fillCard('reminder/held', { title, text, rows: [], position: '', actions }, { summary: title, language });
}

async function decidedCard(
  world: Pick<World, 'store' | 'now'>,
  { programme, reminding }: Desk,
  language: Language,
): Promise<Card> {
  const { decided } = reminding;
  const plain = (title: string, text = '', actions: ReturnType<typeof button>[] = []) =>
    fillCard('reminder/held', { title, text, rows: [], position: '', actions }, { summary: title, language });
  if (!decided?.by) return plain(say(language, 'reminder.held-over', { programme: programme.name }));
  const about = {
    programme: programme.name,
    count: decided.reminders ?? decided.count,
    name: (await knownAs(world, decided.by))?.name ?? '',
    at: writeInstant(decided.decidedAt, programme.timeZone, spoken(language), { today: todayIn(world, programme) }),
  };
  if (decided.as !== 'dropped') return plain(say(language, 'reminder.held-sent', about));
  return plain(say(language, 'reminder.held-dropped', about), say(language, 'reminder.held-dropped-rest'), [
    button(say(language, 'plan.undo'), 'reminder.held-undo', { programme: programme.id, at: decided.at }),
  ]);
}

/**
 * Which reminders wait: those of rows, checklists and polls in one list, some at a time. All of them would go out now, so what is over first stands
 * first.
 */
export async function heldListCard(
  world: World,
  desk: Desk,
  { from, language }: { from: number; language: Language },
): Promise<Card> {
  const { programme, reminding } = desk;
  const today = todayIn(world, programme);
  const sight = { programme, today, language };
  const rows = [
    ...Map.groupBy(waitingAt(world, desk).toSend, ({ reminder }) => `${reminder.activity}\n${reminder.rule}`).values(),
  ].toSorted(([one], [other]) => (one && other ? byUrgency(one.reminder, other.reminder) : 0));
  const waiting = [
    ...rows.flatMap((copies) => {
      const [copy] = copies;
      const activity = copy && desk.activityOf(copy.reminder.activity);
      if (!copy || !activity) return [];
      const units = copies.flatMap(({ receiver }) => receiver ?? []).join(', ');
      const line = { title: activity.title, when: capital(whenText(activity, today, language)), units };
      return [{ until: copy.reminder.end, line }];
    }),
    ...(await othersWaiting(world, programme)).map((one) => ({
      until: lastDayOf(one, programme.timeZone),
      line: otherWaitingLine(one, sight),
    })),
  ].sort((one, other) => one.until.localeCompare(other.until));
  const count = waiting.length;
  const to = Math.min(from + shownOnPage, count);
  const title = say(language, 'reminder.held-which-title', { count, programme: programme.name });
  const ids = { programme: programme.id, at: reminding.held?.at ?? '' };
  return fillCard(
    'reminder/held',
    {
      title,
      text: '',
      rows: waiting.slice(from, to).map(({ line }) => line),
      position: count > shownOnPage ? say(language, 'plan.position', { from: from + 1, to, count }) : '',
      actions: [
        ...(to < count
          ? [button(say(language, 'plan.more'), 'reminder.held-which', { ...ids, from: String(to) })]
          : []),
        button(say(language, 'plan.back'), 'reminder.held-show', ids),
      ],
    },
    { summary: title, language },
  );
}
