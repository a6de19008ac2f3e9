import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card, CardAction, Mention } from '#card/card.ts';
import { DrawnOnce } from '#card/drawn-once.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Person } from '#people/person.ts';
import type { Programme, UnitId } from '#people/programme.ts';
import { button, helpIsCalled, namesOn, stateButtons, todayIn } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { asKnown } from '#plan/as-known.ts';
import { unitsOn } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partOf } from '#plan/unit-answers.ts';
import { answersText } from '#plan/view-answers.ts';
import { say } from '#words/say.ts';
import { reminderData, reminderTitle } from '../view.ts';
import { leadTitle } from '../view-digest.ts';
import { type Rests, restsOf } from './rest-lines.ts';

/** The contacts of the units, who are mentioned. */
export async function contactsOf(
  world: Pick<World, 'store'>,
  programme: Programme,
  units: readonly string[],
): Promise<Person[]> {
  const ids = new Set(
    units.flatMap((name) =>
      (findUnit(programme, name)?.people ?? []).filter((p) => p.role === 'contact').map((p) => p.person),
    ),
  );
  const found = await Promise.all([...ids].map((id) => world.store.persons.get(id)));
  return found.filter((p) => p !== undefined);
}

export const asMentions = (people: readonly Person[]): Mention[] =>
  people.map(({ name, accounts }) => ({ name, accounts }));

/**
 * A reminder of one activity: what, when, who, how long left, three buttons, and what else one can do with it. Of a row that several units
 * share, the title and the buttons go by how it stands for the units of this copy.
 * @param about.units For whom this copy is; their contacts are mentioned.
 * @param about.day The day on which it was sent: the distance in its first line is counted from there, so that last week's
 * reminder still says what it said. How the activity stands is always as of now. Left out: today.
 * @param about.buttons False for a reader who may not say how it is going.
 * @param about.digest It was opened from this digest: what is pressed leads back there.
 * @param about.weeks It is all that its digest holds, and these buttons lead to the week: they stand in place of the way back. The note tells what
 * the week holds besides.
 * @param about.isNamed Who gets it hears of several programmes, so that it says of which it is.
 * @param about.lead What is asked for ahead of the activity, by its rule, where that is what the reminder is about. Whether the activity itself is
 * done is then not the question.
 */
export async function reminderCard(
  world: Pick<World, 'store' | 'now'>,
  programme: Programme,
  activity: Activity,
  about: {
    units: readonly string[];
    language: Language;
    day?: IsoDay | undefined;
    buttons?: boolean;
    digest?: string | undefined;
    weeks?: Weeks;
    lead?: { rule: string; item: string } | undefined;
    isNamed?: boolean | undefined;
  },
): Promise<Card> {
  const { units, language, digest = '', lead, isNamed = false } = about;
  const contacts = await contactsOf(world, programme, units);
  const plan = (await world.store.plans.get(programme.id)) ?? { activities: [], revisions: [] };
  const own = { units: unitIds(programme, units), contacts: contacts.map((p) => p.name) };
  const part = partOf(activity, own.units);
  const rests = await restsOf(world, programme, activity, { onCard: own.units, language });
  const look: Look = {
    ...about,
    programme,
    plan,
    activity,
    part,
    rests,
    day: about.day ?? todayIn(world, programme),
    nameOf: await namesOn(world, activity, plan),
  };
  const texts = { units: own.units.join(','), contacts: own.contacts.join(', ') };
  const mentions = asMentions(contacts);
  if (!isUnsaid(look)) return { ...drawn(look, texts), mentions };
  const { day, buttons, weeks } = look;
  const key = JSON.stringify([language, day, buttons, digest, lead, weeks, isNamed, texts.contacts === '']);
  const signed = (signs: Readonly<Record<string, string>>) =>
    drawn(look, { units: signs.units ?? '', contacts: texts.contacts === '' ? '' : (signs.contacts ?? '') });
  return { ...unsaid.for(activity, { from: [plan, programme], key, own: texts }, signed), mentions };
}

/** The way to the week, and what is said of it; empty for nothing. */
interface Weeks {
  actions: CardAction[];
  note: string;
}

/** All that a reminder's card is drawn from besides whose copy it is. */
interface Look {
  programme: Programme;
  plan: Pick<Plan, 'activities' | 'revisions'>;
  activity: Activity;
  /** The row as it stands for the units of the copy. */
  part: Activity;
  rests: Rests;
  language: Language;
  day: IsoDay;
  nameOf(person: string): string | undefined;
  buttons?: boolean;
  digest?: string | undefined;
  weeks?: Weeks;
  lead?: { rule: string; item: string } | undefined;
  isNamed?: boolean | undefined;
}

/** Rows of which nobody has said anything yet: one card for all of their units, but for who they are. */
const unsaid = new DrawnOnce();

/** A card that names nobody but its contacts, and is the same for every unit. */
const isUnsaid = ({ activity, part, rests, plan }: Look): boolean =>
  part === activity &&
  Object.isFrozen(activity) &&
  !activity.stated &&
  !activity.halted &&
  (activity.answers ?? []).length === 0 &&
  rests.lines.length === 0 &&
  rests.as === undefined &&
  plan.revisions.find(({ number }) => number === activity.changedIn)?.kind !== 'move';

/** @param own Whose copy it is: the ids of its units and the names of their contacts, as they stand on the card. */
function drawn(look: Look, own: { units: string; contacts: string }): Card {
  const { programme, plan, activity, part, rests, language, day, nameOf, buttons = true, digest = '', lead } = look;
  const ids = {
    programme: programme.id,
    activity: activity.id,
    units: own.units,
    day,
    ...(digest === '' ? {} : { digest }),
    ...(lead ? { lead: lead.rule } : {}),
    ...(look.isNamed ? { named: 'named' } : {}),
  };
  const back =
    look.weeks?.actions ??
    (digest === '' ? [] : [button(say(language, 'reminder.digest-back'), 'reminder.digest', { digest })]);
  const title = lead && isLive(part) ? leadTitle(lead.item, part, day, language) : reminderTitle(part, day, language);
  const about = { today: day, language, zone: programme.timeZone, nameOf };
  return fillCard(
    'reminder/one',
    {
      ...reminderData(asKnown(programme, part), {
        ...about,
        plan,
        answers: answersText(activity, unitsOn(programme, activity), about),
        helpIsCalled: helpIsCalled(programme, activity),
        contacts: own.contacts,
      }),
      title,
      programme: look.isNamed ? programme.name : '',
      rests: [...rests.lines, ...(look.weeks?.note ? [look.weeks.note] : [])].map((text) => ({ text })),
      ids: { ...ids, digest, lead: lead?.rule ?? '', named: look.isNamed ? 'named' : '' },
      refresh: say(language, 'reminder.open'),
      actions: [
        ...(buttons && !activity.halted
          ? [
              ...seenButtons(language, ids, part, { isLead: lead !== undefined, rests }),
              // Four are seen at once (CARDS rule 3). In the platform's own menu of more, "Mer …" would say nothing.
              back.length > 0
                ? button(say(language, 'reminder.more.in-menu'), 'reminder.more', ids, { mode: 'secondary' })
                : button(say(language, 'reminder.more.button'), 'reminder.more', ids),
            ]
          : []),
        ...back,
      ],
    },
    { summary: title, language },
  );
}

/** Seen beside "Mer …" (CARDS rule 3). */
const mostSeen = 3;

/**
 * How it is going, and the way back from what was said last: of a reminder that rests, "På vei" makes room for it. What is asked for ahead of a row
 * has no state of its own.
 */
function seenButtons(
  language: Language,
  ids: Record<string, string>,
  activity: Activity,
  { isLead, rests }: { isLead: boolean; rests: Rests },
): CardAction[] {
  const states = stateButtons(language, ids, activity, { room: 'reminder' }).filter((one) => {
    const state = one.type === 'Action.Execute' ? one.data?.state : undefined;
    return isLead ? state === 'help' : rests.as === undefined || state !== 'underway';
  });
  if (rests.as === undefined) return states;
  const back =
    rests.as === 'snoozed'
      ? button(say(language, 'reminder.more.unsnooze'), 'reminder.unsnooze', ids)
      : button(say(language, 'reminder.more.ours'), 'reminder.ours', ids);
  return [...states.slice(0, mostSeen - 1), back];
}

/** The ids of the units that an activity names, where they are known. */
export const unitIds = (programme: Programme, names: readonly string[]): UnitId[] =>
  names.flatMap((name) => findUnit(programme, name)?.id ?? []);

/** The names of units by their ids, as buttons carry them. */
export const unitNames = (programme: Programme, ids: string): string[] =>
  ids.split(',').flatMap((id) => programme.units.find((u) => u.id === id)?.name ?? []);
