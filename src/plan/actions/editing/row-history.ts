import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { eventsOf, historyLine } from '../../view-history.ts';
import { button, problem, rowOf, todayIn } from '../common.ts';
import { authorName } from '../revisions/author.ts';
import { mayRead } from './led-row.ts';

/** Lines at a time (CARDS rule 8). */
const shown = 5;

/** What has been done to a row, newest first. */
export const rowHistoryPresses = [
  press({
    verb: 'plan.row-history',
    values: z.object({
      programme: z.string(),
      activity: z.string(),
      from: z.coerce.number().int().min(0).default(0),
    }),
    async run(turn, { from, ...ids }) {
      const { language, by } = turn;
      const found = await rowOf(turn, ids);
      if (!found) return problem(say(language, 'plan.row-gone'));
      const { programme, plan, activity } = found;
      if (!mayRead(turn, programme)) return problem(say(language, 'chat.unknown-press'));
      const events = eventsOf(plan, activity.id);
      const first = from < events.length ? from : 0;
      const to = Math.min(first + shown, events.length);
      const people = new Set(events.map(({ revision }) => revision.by));
      const names = new Map(
        await Promise.all([...people].map(async (id) => [String(id), await authorName(turn, id, language)] as const)),
      );
      const about = {
        language,
        today: todayIn(turn, programme),
        zone: by.timeZone,
        nameOf: (id: string) => names.get(id) ?? '',
      };
      const title = say(language, 'plan.history.title-of', { title: activity.title });
      const lines = events.slice(first, to).map((event) => historyLine(event, about));
      return {
        show: 'replace',
        card: fillCard(
          'plan/history',
          {
            title,
            lines: lines.length > 0 ? lines : [{ title: '', text: say(language, 'plan.history.none') }],
            position:
              events.length > shown
                ? say(language, 'plan.position', { from: first + 1, to, count: events.length })
                : '',
            actions: [
              ...(to < events.length
                ? [button(say(language, 'plan.more'), 'plan.row-history', { ...ids, from: String(to) })]
                : []),
              button(say(language, 'plan.back'), 'plan.leave-row', ids),
            ],
          },
          { summary: title, language },
        ),
      };
    },
  }),
];
