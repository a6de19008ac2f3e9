import { z } from 'zod';
import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import { button, problem, todayIn } from '#plan/actions/common.ts';
import type { Activity } from '#plan/activity.ts';
import { asKnown } from '#plan/as-known.ts';
import { say } from '#words/say.ts';
import { type Overview, overviewOf } from '../overview.ts';
import { longLateData, overviewData } from '../view-list.ts';
import { hearsOfSeveral } from './in-several.ts';
import { listCard } from './list-card.ts';

/**
 * The overview of a week on a card.
 * @param about.unit Whose; undefined for who owns the programme.
 * @param about.isNamed The reader hears of several programmes.
 * @param about.digest The message of the day's reminders that it was opened from, for the way back.
 */
export function overviewCard(
  programme: Programme,
  overview: Overview,
  {
    digest = '',
    ...about
  }: { unit: string | undefined; language: Language; today: IsoDay; digest?: string; isNamed?: boolean },
): Card {
  const { language, unit, isNamed } = about;
  const { hidden, hiddenLate, ...data } = overviewData(known(programme, overview), {
    programme: programme.name,
    ...about,
  });
  const ids = { programme: programme.id };
  const long = overview.longLate.length;
  const actions = [
    // Only those who own the programme see what has been late for long: all of it, also where the card has no room.
    ...(unit === undefined && hiddenLate > 0
      ? [
          button(say(language, 'plan.button.late', { count: overview.late.length }), 'plan.show', {
            ...ids,
            filter: 'late',
            from: '0',
          }),
        ]
      : []),
    // Where "plan" typed may be another programme's.
    ...(isNamed && hidden > 0
      ? [button(say(language, 'plan.button.all'), 'plan.show', { ...ids, filter: 'ahead', from: '0' })]
      : []),
    ...(long > 0
      ? [
          button(say(language, 'reminder.overview.show-long-late', { count: long }), 'reminder.long-late', {
            ...ids,
            digest,
          }),
        ]
      : []),
    ...backTo(digest, language),
  ];
  return listCard(data, { programme, language, actions });
}

/** With the names of units by which the programme knows them. */
function known(programme: Programme, { late, thisWeek, nextWeek, ...rest }: Overview): Overview {
  const all = (rows: readonly Activity[]) => rows.map((row) => asKnown(programme, row));
  return { ...rest, late: all(late), thisWeek: all(thisWeek), nextWeek: all(nextWeek) };
}

/** The way back to the day's reminders that a card was opened from. */
const backTo = (digest: string, language: Language): CardAction[] =>
  digest === '' ? [] : [button(say(language, 'plan.back'), 'reminder.digest', { digest })];

/** Whose week somebody sees who asks for it: in a channel that of the units whose place it is, in their own chat that of their units; all of the plan otherwise. */
function unitsAskedFor({ place, by }: Turn, programme: Programme): readonly Unit[] | null {
  const own =
    place.kind === 'personal'
      ? programme.owners.includes(by.id)
        ? []
        : programme.units.filter(({ people }) => people.some(({ person }) => person === by.id))
      : programme.units.filter((unit) => unit.place === place.id);
  return own.length > 0 ? own : null;
}

/** What a button on an overview leads to, for who may read the programme. */
async function asked(turn: Turn, id: string) {
  const programme = await turn.store.programmes.get(id);
  const plan = programme && (await turn.store.plans.get(programme.id));
  const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
  if (!plan || !mayRead) return undefined;
  const units = unitsAskedFor(turn, programme);
  const today = todayIn(turn, programme);
  const isNamed = await hearsOfSeveral(turn, turn.place.kind === 'personal' ? turn.by.id : turn.place.id);
  const about = { unit: units?.map(({ name }) => name).join(', '), language: turn.language, today, isNamed };
  return { programme, overview: overviewOf(plan, programme, units, today), about };
}

const ofDigest = { programme: z.string(), digest: z.string().default('') };

export const overviewPresses = [
  press({
    verb: 'reminder.overview',
    values: z.object(ofDigest),
    async run(turn, { programme, digest }) {
      const found = await asked(turn, programme);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: overviewCard(found.programme, found.overview, { ...found.about, digest }) };
    },
  }),
  press({
    verb: 'reminder.long-late',
    values: z.object({ ...ofDigest, from: z.coerce.number().int().min(0).default(0) }),
    async run(turn, { programme: id, digest, from }) {
      const { language } = turn;
      const found = await asked(turn, id);
      if (!found) return problem(say(language, 'chat.unknown-press'));
      const { programme, overview, about } = found;
      const { to, ...data } = longLateData(overview.longLate, { programme: programme.name, ...about, from });
      const ids = { programme: id, digest };
      const actions = [
        ...(to < overview.longLate.length
          ? [button(say(language, 'plan.more'), 'reminder.long-late', { ...ids, from: String(to) })]
          : []),
        button(say(language, 'plan.back'), 'reminder.overview', ids),
      ];
      return { show: 'replace', card: listCard(data, { programme, language, actions }) };
    },
  }),
];
