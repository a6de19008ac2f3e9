import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { type Command, press, type Turn, type World } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { button, noPlanCard, problem, todayIn } from '#plan/actions/common.ts';
import type { Plan } from '#plan/activity.ts';
import { say } from '#words/say.ts';
import { type Reminder, remindersOf } from '../reminder.ts';
import { defaultRules } from '../rules.ts';
import { comingLine } from '../view.ts';
import { rulesText } from '../view-rules.ts';

const shownAtOnce = 5;

/** The reminders that are still to come, soonest first. */
export function coming(world: Pick<World, 'now'>, programme: Programme, plan: Plan): Reminder[] {
  const nowMs = world.now().epochMilliseconds;
  return remindersOf(plan.activities, defaultRules, { country: programme.country, zone: programme.timeZone }).filter(
    ({ at }) => Temporal.Instant.from(at).epochMilliseconds > nowMs,
  );
}

/** `remind`: what will be sent next and to whom, and the rules in words. */
export const remindCommand: Command = {
  verb: 'remind',
  words: { nb: ['påminn', 'påminnelser'], sv: ['påminn', 'påminnelser'] },
  help: 'reminder.help',
  usage: 'reminder.usage',
  async run(turn) {
    const { programme, language } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    const plan = await turn.store.plans.get(programme.id);
    if (!plan) return { show: 'private', card: noPlanCard(turn, programme) };
    return { show: 'private', card: comingCard(turn, programme, plan, 0) };
  },
};

function comingCard(turn: Turn, programme: Programme, plan: Plan, from: number): Card {
  const { language } = turn;
  const all = coming(turn, programme, plan);
  const to = Math.min(from + shownAtOnce, all.length);
  const about = { zone: programme.timeZone, today: todayIn(turn, programme), language };
  const title = say(language, 'reminder.next-title', { count: all.length });
  return fillCard(
    'reminder/coming',
    {
      title,
      empty: all.length === 0 ? say(language, 'reminder.next-empty') : '',
      rows: all.slice(from, to).map((reminder) => comingLine(reminder, about)),
      position:
        all.length > shownAtOnce ? say(language, 'plan.position', { from: from + 1, to, count: all.length }) : '',
      rules: rulesText(defaultRules, language),
      inexact: say(language, 'reminder.rules-inexact'),
      actions:
        to < all.length
          ? [button(say(language, 'plan.more'), 'reminder.coming', { programme: programme.id, from: String(to) })]
          : [],
    },
    { summary: title, language },
  );
}

export const remindPresses = [
  press({
    verb: 'reminder.coming',
    values: z.object({ programme: z.string(), from: z.coerce.number().int().min(0) }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      const plan = programme && (await turn.store.plans.get(programme.id));
      const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
      if (!plan || !mayRead) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: comingCard(turn, programme, plan, values.from) };
    },
  }),
];
