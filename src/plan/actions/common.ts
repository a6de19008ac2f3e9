import type { IsoDay, Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { type Activity, activityId, type Plan } from '../activity.ts';
import { mayReport } from '../may-report.ts';
import { rowData } from '../view.ts';

export const button = (
  title: string,
  verb: string,
  data: Record<string, string> = {},
  more: { style?: 'positive'; mode?: 'secondary' } = {},
): CardAction => ({ type: 'Action.Execute', title, verb, data, ...more });

export const problem = (text: string, field?: string): Answer => ({
  show: 'notice',
  problem: true,
  text,
  ...(field ? { field } : {}),
});

/** Today where the programme is carried out. */
export const todayIn = (world: Pick<World, 'now'>, programme: Pick<Programme, 'timeZone'>): IsoDay =>
  dayIn(programme.timeZone, world.now().toString());

/** A card of a sentence or two, with the buttons that follow. */
export function messageCard(
  language: Language,
  title: string,
  more: { text?: string; actions?: CardAction[] } = {},
): Card {
  return fillCard(
    'plan/message',
    { title, text: more.text ?? '', actions: more.actions ?? [] },
    { summary: title, language },
  );
}

/** That a programme has no plan yet, with the way to one for whoever reads it. */
export function noPlanCard({ by, language }: Pick<Turn, 'by' | 'language'>, programme: Programme): Card {
  const next = mayLead(programme, by.id) ? 'plan.none-next-lead' : 'plan.none-next';
  return messageCard(language, say(language, 'plan.none-yet', { programme: programme.name }), {
    text: say(language, next),
  });
}

/** The row that a button names. */
export async function rowOf(
  world: Pick<World, 'store'>,
  ids: { programme: string; activity: string },
): Promise<{ programme: Programme; plan: Plan; activity: Activity } | undefined> {
  const programme = await world.store.programmes.get(ids.programme);
  const plan = programme && (await world.store.plans.get(programme.id));
  const activity = plan?.activities.find((a) => a.id === activityId.parse(ids.activity));
  return programme && plan && activity ? { programme, plan, activity } : undefined;
}

/**
 * The buttons with which one says how an activity stands; the one that already stands is left out.
 * @param data The ids that the buttons carry.
 * @param how.room Whose verbs they are: a row of the plan answers with the row, a reminder with the reminder.
 * @param how.primary Whether "done" is the card's primary button.
 */
export function stateButtons(
  language: Language,
  data: Record<string, string>,
  activity: Activity,
  { room = 'plan', primary = true }: { room?: 'plan' | 'reminder'; primary?: boolean } = {},
): CardAction[] {
  const states = (['done', 'underway', 'help'] as const).filter((state) => state !== activity.state);
  return [
    ...states.map((state) =>
      button(
        say(language, `plan.set.${state}`),
        `${room}.set-state`,
        { ...data, state },
        state === 'done' && primary ? { style: 'positive' } : {},
      ),
    ),
    ...(activity.stated ? [button(say(language, 'plan.undo'), `${room}.undo-state`, data)] : []),
  ];
}

/** Whether those who lead the programme have been told that an activity needs help: all but the one who said so. */
export const helpIsCalled = (programme: Programme, { state, stated }: Pick<Activity, 'state' | 'stated'>): boolean =>
  state === 'help' && [...programme.owners, ...programme.coordinators].some((id) => stated && id !== stated.by);

/** A row as one person sees it: with buttons only where they may use them. */
export async function rowCard(
  turn: Pick<Turn, 'store' | 'now' | 'by' | 'language'>,
  programme: Programme,
  activity: Activity,
  more: { note?: string; actions?: CardAction[] } = {},
): Promise<Card> {
  const { language, by } = turn;
  const ids = { programme: programme.id, activity: activity.id };
  const statedBy = activity.stated ? await knownAs(turn, activity.stated.by) : undefined;
  const data = rowData(activity, {
    today: todayIn(turn, programme),
    language,
    zone: by.timeZone,
    statedBy: statedBy?.name,
    // Those who have been told need not be told that they have.
    helpIsCalled: helpIsCalled(programme, activity) && !mayLead(programme, by.id),
  });
  const may = mayReport(programme, activity, by.id);
  const undated = activity.when.start === null;
  return fillCard(
    'plan/row',
    {
      ...data,
      note: more.note ?? '',
      // Four at most (CARDS rule 3). What has no date is asked for one before it is asked how it is going.
      actions: (
        more.actions ??
        (may
          ? [
              ...(undated ? [button(say(language, 'plan.set-date'), 'plan.ask-date', ids, { style: 'positive' })] : []),
              ...stateButtons(language, ids, activity, undated ? { primary: false } : {}),
            ]
          : [])
      ).slice(0, 4),
    },
    { summary: activity.title, language },
  );
}

/** Everyone who leads a programme. */
export async function leadersOf(world: Pick<World, 'store'>, programme: Programme): Promise<Person[]> {
  const found = await Promise.all(
    [...new Set([...programme.owners, ...programme.coordinators])].map((id) => world.store.persons.get(id)),
  );
  return found.filter((p) => p !== undefined);
}
