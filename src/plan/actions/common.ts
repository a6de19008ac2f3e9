import type { IsoDay, Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Programme, UnitId } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { type Activity, activityId, type Plan } from '../activity.ts';
import { asKnown } from '../as-known.ts';
import { mayReport } from '../may-report.ts';
import { spokenFor, unitsOn } from '../speaks-for.ts';
import { callsOn, partOf } from '../unit-answers.ts';
import { answersText } from '../view-answers.ts';
import { rowCardData } from '../view-row.ts';

export const button = (
  title: string,
  verb: string,
  data: Record<string, string> = {},
  more: { style?: 'positive' | 'destructive'; mode?: 'secondary'; associatedInputs?: 'none' } = {},
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
 * @param activity As it stands for those who are asked: see `partOf`.
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
    ...(activity.stated
      ? [button(say(language, 'plan.undo'), `${room}.undo-state`, { ...data, said: activity.stated.at })]
      : []),
  ];
}

/** Whether those who lead the programme have been told that an activity needs help: all but the one who said so. */
export const helpIsCalled = (programme: Programme, activity: Activity): boolean =>
  callsOn(activity, unitIdsOn(programme, activity)).some(({ by }) =>
    [...programme.owners, ...programme.coordinators].some((id) => id !== by),
  );

const unitIdsOn = (programme: Programme, activity: Activity): UnitId[] =>
  unitsOn(programme, activity).map(({ id }) => id);

/** Buttons that are seen at once; the rest is in the menu (CARDS rule 3). */
const mostSeen = 4;

/**
 * The buttons of a row for whoever looks at it: how it stands, for those who may say so; what is done to the plan, for
 * those who lead; the rest in the menu. There are never more than five in the menu (PLATFORMS S13).
 */
export function rowButtons(
  { language, by }: Pick<Turn, 'language' | 'by'>,
  programme: Programme,
  activity: Activity,
): CardAction[] {
  const ids = { programme: programme.id, activity: activity.id };
  const leads = mayLead(programme, by.id);
  const { halted, state } = activity;
  const undated = activity.when.start === null;
  const standing =
    halted || !mayReport(programme, activity, by.id)
      ? []
      : stateButtons(language, ids, partFor(programme, activity, by.id), { primary: !undated }).filter(
          (one) => !(leads && isCallOfAnother(activity, by.id) && 'verb' in one && one.verb === 'plan.undo-state'),
        );
  const seen = [
    // What has no date is asked for one before it is asked how it is going.
    ...(undated && standing.length > 0
      ? [button(say(language, 'plan.set-date'), 'plan.ask-date', ids, { style: 'positive' })]
      : []),
    ...(halted && leads
      ? [button(say(language, 'plan.button.resume'), 'plan.resume', ids, { style: 'positive' })]
      : []),
    ...standing,
    // A row that can be moved has more in its menu, and "Endre" stands beside it.
  ].slice(0, leads && !undated ? mostSeen - 1 : mostSeen);

  const wanted: [word: 'edit' | 'move' | 'pause' | 'cancel' | 'remove' | 'history', verb: string, isFor: boolean][] = [
    ['edit', 'plan.edit', leads],
    ['move', 'plan.ask-move', leads && !undated && state !== 'done' && halted?.as !== 'cancelled'],
    ['pause', 'plan.ask-pause', leads && !halted && state !== 'done'],
    ['cancel', 'plan.ask-cancel', leads && halted?.as !== 'cancelled' && state !== 'done'],
    ['remove', 'plan.ask-remove', leads],
    ['history', 'plan.row-history', true],
  ];
  const [first, ...others] = wanted.filter(([, , isFor]) => isFor);
  const made = ([word, verb]: (typeof wanted)[number], mode: { mode?: 'secondary' }) =>
    button(say(language, `plan.button.${word}`), verb, ids, mode);
  return [
    ...seen,
    ...(first ? [made(first, seen.length < mostSeen ? {} : { mode: 'secondary' })] : []),
    ...others.map((one) => made(one, { mode: 'secondary' })),
  ];
}

/** A call for help is taken back by who called; others say how it is going. */
const isCallOfAnother = ({ state, stated }: Activity, person: PersonId): boolean =>
  state === 'help' && stated?.by !== person;

/** A row as it stands for the units that somebody speaks for on its card. */
function partFor(programme: Programme, activity: Activity, person: PersonId): Activity {
  const units = spokenFor(programme, activity, person, []).map(({ id }) => id);
  return partOf(activity, units, person);
}

/** The names of those who have done something to a row that is told of on it, by their ids. */
export async function namesOn(
  world: Pick<World, 'store'>,
  { stated, answers = [], halted, changedIn }: Activity,
  plan: Pick<Plan, 'revisions'>,
): Promise<(id: string) => string | undefined> {
  const changed = plan.revisions.find(({ number }) => number === changedIn);
  const said = answers.map((one) => one.stated?.by);
  const ids = new Set([stated?.by, ...said, halted?.by, changed?.by].filter((id) => id !== undefined));
  const names = new Map(
    await Promise.all([...ids].map(async (id) => [String(id), (await knownAs(world, id))?.name] as const)),
  );
  return (id) => names.get(id);
}

/** A row as one person sees it: with buttons only where they may use them. */
export async function rowCard(
  turn: Pick<Turn, 'store' | 'now' | 'by' | 'language'>,
  programme: Programme,
  activity: Activity,
  more: { note?: string; remarks?: readonly string[]; actions?: CardAction[] } = {},
): Promise<Card> {
  const { language, by } = turn;
  const plan = (await turn.store.plans.get(programme.id)) ?? { activities: [], revisions: [] };
  const nameOf = await namesOn(turn, activity, plan);
  const about = { today: todayIn(turn, programme), language, zone: by.timeZone, nameOf };
  const { waiting, ...data } = rowCardData(asKnown(programme, activity), {
    ...about,
    plan,
    answers: answersText(activity, unitsOn(programme, activity), about),
    // Those who have been told need not be told that they have.
    helpIsCalled: helpIsCalled(programme, activity) && !mayLead(programme, by.id),
  });
  const row = { programme: programme.id, activity: activity.id };
  return fillCard(
    'plan/row',
    {
      ...data,
      note: more.note ?? '',
      remarks: (more.remarks ?? []).map((text) => ({ text })),
      waiting:
        waiting === ''
          ? []
          : [{ text: waiting, actions: [button(say(language, 'plan.button.depends'), 'plan.depends', row)] }],
      actions: more.actions?.slice(0, mostSeen) ?? rowButtons(turn, programme, activity),
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
