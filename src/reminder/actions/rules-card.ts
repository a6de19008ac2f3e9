import { writeInstant, writeWhen } from '#calendar/write-date.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import type { Activity } from '#plan/activity.ts';
import { say, spoken } from '#words/say.ts';
import { groupId, markOf, rulesOf } from '../edit-rules.ts';
import type { Reminding } from '../reminding.ts';
import { defaultRules, type ReminderRules, type Scope } from '../rules.ts';
import { fits } from '../rules-for.ts';
import {
  inSentence,
  leadTimeText,
  otherLines,
  rulesInWords,
  rulesLine,
  scopeInSentence,
  scopeText,
} from '../view-rules.ts';
import { waveDays } from '../wave-days.ts';
import { remindingOf } from './reminding.ts';

/** So many groups and lead times are shown at once (CARDS rule 8). */
const shownAtOnce = 5;

interface Section {
  heading: string;
  lines: { text: string }[];
  detail: string;
  actions: CardAction[];
}

/** What a rules card shows besides the rules. */
export interface RulesShown {
  /** What was just changed. */
  note?: string;
  /** Beside the note: takes the change back. */
  undo?: CardAction;
  /** The first of the groups and lead times that is shown. */
  from?: number;
}

/**
 * The rules of a programme in words: those of every row, the groups and lead times (five at a time), and all else. For
 * who leads with a button at each that opens its form.
 */
export async function rulesCard(turn: Turn, programme: Programme, shown: RulesShown = {}): Promise<Card> {
  const { language } = turn;
  const record = await remindingOf(turn, programme.id);
  const rules = rulesOf(record);
  const rows = (await turn.store.plans.get(programme.id))?.activities ?? [];
  const leads = mayLead(programme, turn.by.id);
  const change: Change = (part, title) =>
    leads ? [button(title, 'reminder.rules-edit', { programme: programme.id, part })] : [];
  const ofAll = say(language, rules.groups.length > 0 ? 'reminder.scope.others' : 'reminder.scope.all');
  const ofRows = { rules, rows, language };

  const own = [...groupSections(ofRows, change), ...leadSections(ofRows, change)];
  const last = Math.max(0, own.length - 1);
  const from = Math.min(shown.from ?? 0, last - (last % shownAtOnce));
  const to = Math.min(from + shownAtOnce, own.length);
  const isPaged = own.length > shownAtOnce;
  const title = say(language, 'reminder.rules-title', { programme: programme.name });
  return fillCard(
    'reminder/rules',
    {
      notes: shown.note ? [{ text: shown.note, actions: shown.undo ? [shown.undo] : [] }] : [],
      title,
      sections: [
        {
          heading: ofAll,
          lines: [
            { text: rulesLine(rules.rules, rules.at, language) },
            ...(rules.rules.includes('overdue') ? [{ text: say(language, 'reminder.rules-held') }] : []),
          ],
          detail: '',
          actions: change('rows', say(language, 'reminder.rules-change', { what: inSentence(ofAll) })),
        },
        ...own.slice(from, to),
        ...(isPaged ? [pageSection(turn, programme, { from, to, count: own.length })] : []),
        {
          heading: say(language, 'reminder.other.heading'),
          lines: otherLines(rules, language, nextWave(turn, programme, rules, rows)).map((text) => ({ text })),
          detail: '',
          actions: change('other', say(language, 'reminder.rules-change-other')),
        },
      ],
      dayOff: `${say(language, 'reminder.rules-day-off')} ${say(language, 'reminder.rules-inexact')}`,
      set: await setLine(turn, programme, record),
      actions: leads ? madeButtons(turn, programme, record) : [],
    },
    { summary: shown.note ?? title, language, title: say(language, 'reminder.rules-title-short') },
  );
}

interface OfRows {
  rules: ReminderRules;
  rows: readonly Activity[];
  language: Turn['language'];
}
/** The button that opens the form of a part; none for who may not change it. Each has a title of its own, for whoever hears the card read. */
type Change = (part: string, title: string) => CardAction[];

/** Buttons have room for 75 letters. */
const short = (text: string): string => (text.length > 45 ? `${text.slice(0, 44).trim()}…` : text);

const fitting = ({ rows, language }: OfRows, scope: Scope): string =>
  say(language, 'reminder.rules-fit', { count: rows.filter((row) => fits(scope, row)).length });

function groupSections(of: OfRows, change: Change): Section[] {
  const { rules, language } = of;
  return rules.groups.map((group) => ({
    heading: scopeText(group, language),
    lines: [{ text: rulesLine(group.rules, rules.at, language) }],
    detail: fitting(of, group),
    actions: change(
      `group:${groupId(group)}`,
      say(language, 'reminder.rules-change', { what: short(scopeInSentence(group, language)) }),
    ),
  }));
}

function leadSections(of: OfRows, change: Change): Section[] {
  const { rules, language } = of;
  return rules.leads.map((lead) => ({
    heading: lead.item,
    lines: [
      {
        text: say(language, 'reminder.rules-lead', {
          what: scopeText(lead, language),
          before: leadTimeText(lead, language),
        }),
      },
    ],
    detail: fitting(of, lead),
    actions: change(`lead:${lead.id}`, say(language, 'reminder.rules-change-lead', { what: short(lead.item) })),
  }));
}

function pageSection(
  { language }: Turn,
  programme: Programme,
  { from, to, count }: { from: number; to: number; count: number },
): Section {
  const next = to < count ? to : 0;
  return {
    heading: say(language, 'plan.position', { from: from + 1, to, count }),
    lines: [],
    detail: '',
    actions: [
      button(
        say(language, 'plan.more'),
        'reminder.rules',
        { programme: programme.id, from: String(next) },
        { associatedInputs: 'none' },
      ),
    ],
  };
}

/** The next round of confirmation that the rules give, since nothing is sent of it yet that would tell. */
function nextWave(
  turn: Turn,
  programme: Programme,
  rules: ReminderRules,
  rows: readonly Activity[],
): string | undefined {
  const { language } = turn;
  const today = todayIn(turn, programme);
  const [next] = rows
    .flatMap((row) => waveDays(row, rules, programme.country).map((wave) => ({ ...wave, gate: row.gate ?? row.title })))
    .filter(({ day }) => day >= today)
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  if (!next) return undefined;
  const when = { start: next.day, end: next.day, precision: 'day' as const, text: '' };
  const day = writeWhen(when, spoken(language), { today });
  return say(language, 'reminder.other.next-wave', { day, daysBefore: next.daysBefore, gate: next.gate });
}

async function setLine(turn: Turn, programme: Programme, { rulesSet }: Reminding): Promise<string> {
  if (!rulesSet) return '';
  const { language } = turn;
  const name = (await knownAs(turn, rulesSet.by))?.name ?? say(language, 'reminder.rules-somebody');
  const when = writeInstant(rulesSet.at, turn.by.timeZone, spoken(language), { today: todayIn(turn, programme) });
  return say(language, 'reminder.rules-set', { name, when });
}

function madeButtons({ language }: Turn, programme: Programme, record: Reminding): CardAction[] {
  const ids = { programme: programme.id };
  const isUsual = markOf(rulesOf(record)) === markOf(defaultRules);
  return [
    button(say(language, 'reminder.rules-new-group'), 'reminder.rules-edit', { ...ids, part: 'group:new' }),
    button(say(language, 'reminder.rules-new-lead'), 'reminder.rules-edit', { ...ids, part: 'lead:new' }),
    ...(isUsual
      ? []
      : [
          button(say(language, 'reminder.rules-reset'), 'reminder.rules-reset', {
            ...ids,
            mark: markOf(rulesOf(record)),
          }),
        ]),
  ];
}

/** What a part of the rules says now, in a line: for whoever was overtaken by somebody else. */
export function partText(rules: ReminderRules, part: { of: string; id?: string }, language: Turn['language']): string {
  const group = part.of === 'group' ? rules.groups.find((one) => groupId(one) === part.id) : undefined;
  const lead = part.of === 'lead' ? rules.leads.find(({ id }) => id === part.id) : undefined;
  if (lead) return `${lead.item}: ${leadTimeText(lead, language)}, ${scopeInSentence(lead, language)}`;
  if (part.of === 'other') return otherLines(rules, language).join(' ');
  if (group)
    return `${scopeText(group, language)}: ${rulesInWords(group.rules, language) || say(language, 'reminder.rules-no-line')}`;
  return rulesLine(rules.rules, rules.at, language);
}
