import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import { placeId } from '#people/place.ts';
import type { Unit } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { placeName, roleName } from '#people/view.ts';
import { button, problem, rowOf, todayIn } from '#plan/actions/common.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { unitsShown } from '#plan/as-known.ts';
import { mayReport } from '#plan/may-report.ts';
import { spokenFor } from '#plan/speaks-for.ts';
import { isLive } from '#plan/standing.ts';
import { partOf } from '#plan/unit-answers.ts';
import { say } from '#words/say.ts';
import { defaultRules, readRule } from '../rules.ts';
import { type SentBy, sentBy } from '../sent-by.ts';
import { momentText } from '../view-more.ts';
import { ruleText } from '../view-rules.ts';
import { carriedOn, type ReminderIds, reminderIds } from './pressed-reminder.ts';
import { remindingOf } from './reminding.ts';

type Programme = NonNullable<Turn['programme']>;
interface Asked {
  programme: Programme;
  plan: Plan;
  activity: Activity;
  units: readonly Unit[];
}

/** Why somebody got a reminder: in which role, of which row, by which rule, where it went, and what one can change about that. */
async function whyCard(turn: Turn, asked: Asked, values: ReminderIds): Promise<Card> {
  const { language } = turn;
  const { programme, activity, units } = asked;
  const ids = carriedOn(values);
  const isOwn = units.some(({ people }) => people.some(({ person }) => person === turn.by.id));
  const part = partOf(
    activity,
    units.map(({ id }) => id),
  );
  const mayAnswer = isLive(part) && isOwn && units.length > 0;
  const title = say(language, 'reminder.why.title');
  return fillCard(
    'reminder/why',
    {
      title,
      about: activity.title,
      reasons: [reason(turn, asked), ...(await howItWent(turn, asked, values))].map((text) => ({ text })),
      ways: [
        ...(mayAnswer
          ? [say(language, 'reminder.why.change-unit', { unit: units.map(({ name }) => name).join(', ') })]
          : []),
        say(language, 'reminder.why.change'),
      ].map((text) => ({ text })),
      actions: [
        ...(mayAnswer ? [button(say(language, 'reminder.more.not-ours'), 'reminder.not-ours', ids)] : []),
        ...(mayReport(programme, activity, turn.by.id)
          ? [button(say(language, 'reminder.more.button'), 'reminder.more', ids)]
          : []),
        button(say(language, 'plan.back'), 'reminder.show', ids),
      ],
    },
    { summary: title, language },
  );
}

/** What somebody has to do with the row. */
function reason({ by, place, language }: Turn, { programme, plan, activity, units }: Asked): string {
  const at = { row: activity.row, revision: plan.revision };
  const roles = ['contact', 'deputy', 'owner', 'member'] as const;
  for (const role of roles) {
    const unit = units.find(({ people }) => people.some((one) => one.person === by.id && one.role === role));
    if (unit) return say(language, 'reminder.why.role', { role: roleName(role, language), unit: unit.name, ...at });
  }
  const named = units.map(({ name }) => name).join(', ') || unitsShown(programme, activity);
  if (named === '') return say(language, 'reminder.why.nobody', at);
  const isLead = place.kind === 'personal' && mayLead(programme, by.id);
  return isLead
    ? say(language, 'reminder.why.lead', { programme: programme.name, units: named, ...at })
    : say(language, 'reminder.why.unit', { units: named, ...at });
}

/** The rule, and where it went. */
async function howItWent(turn: Turn, { programme, activity, units }: Asked, { day }: ReminderIds): Promise<string[]> {
  const { language, store } = turn;
  const rules = (await remindingOf(turn, programme.id)).rules ?? defaultRules;
  const names = activity.units.filter((name) => units.some((unit) => spellings(unit).includes(name)));
  const sent = sentBy(await store.ledger.entries(programme.id), activity, {
    programme: programme.id,
    country: programme.country,
    zone: programme.timeZone,
    day: day ?? todayIn(turn, programme),
    rules,
    receivers: names.length > 0 ? names : [null],
  });
  const lead = rules.leads.find(({ id }) => sent?.rule === `lead-${id}`)?.item;
  const known = sent?.place === undefined ? undefined : await store.places.get(placeId.parse(sent.place));
  const place = known ?? turn.place;
  // Somebody else's own chat is nobody's business.
  const isOthers = place.kind === 'personal' && place.person !== turn.by.id;
  return [
    ...(sent ? [(await handSaid(turn, programme, sent)) ?? ruleSaid(sent.rule, language, lead)] : []),
    ...(isOthers ? [] : [say(language, 'reminder.why.went-to', { place: placeName(place, language) })]),
  ];
}

/** "Ingrid Moen trykket «Send nå» i dag kl. 10.12." Undefined of what came by itself, and of what somebody sent whom Klar no longer knows. */
async function handSaid(turn: Turn, programme: Programme, { hand }: SentBy): Promise<string | undefined> {
  const { language } = turn;
  const person = hand && (await knownAs(turn, hand.by));
  if (!person) return undefined;
  return say(language, 'reminder.why.sent-now', {
    name: person.name,
    when: momentText(hand.at, programme.timeZone, todayIn(turn, programme), language),
  });
}

/** "Regelen sier 7 dager før."; of what is no rule of so many days, the reason. */
function ruleSaid(name: string, language: Turn['language'], lead: string | undefined): string {
  const isReason = ['overdue', 'lead', 'snoozed'].includes(readRule(name).kind);
  return say(language, isReason ? 'reminder.why.because' : 'reminder.why.rule', {
    rule: ruleText(name, language, lead),
  });
}

const spellings = ({ name, aliases }: Unit): string[] => [name, ...aliases];

export const whyPresses = [
  press({
    verb: 'reminder.why',
    values: z.object(reminderIds),
    async run(turn, values) {
      const found = await rowOf(turn, values);
      const mayRead = found && (belongsTo(found.programme, turn.by.id) || turn.programme?.id === found.programme.id);
      if (!found || !mayRead) return problem(say(turn.language, 'plan.row-gone'));
      const units = spokenFor(found.programme, found.activity, turn.by.id, values.units.split(','));
      return { show: 'replace', card: await whyCard(turn, { ...found, units }, values) };
    },
  }),
];
