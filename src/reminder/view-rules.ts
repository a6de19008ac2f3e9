import type { Language } from '#calendar/when.ts';
import { writeClock } from '#calendar/write-time.ts';
import { capital } from '#plan/view.ts';
import { say, spoken } from '#words/say.ts';
import { pressingDays } from './escalation-days.ts';
import { type CountingKind, type LeadTime, type ReminderRules, readRule, type Scope } from './rules.ts';

/** One rule in words, as a reminder carries it: "7 dager før", "på dagen", "fristen er ute, 2. gang". A lead time is told by what is asked for. */
export function ruleText(name: string, language: Language, lead?: string): string {
  const rule = readRule(name);
  switch (rule.kind) {
    case 'overdue':
      return rule.time === 1
        ? say(language, 'reminder.rule.overdue-first')
        : say(language, 'reminder.rule.overdue-again', { time: rule.time });
    case 'lead':
      return say(language, 'reminder.rule.lead', { item: lead ?? rule.id });
    case 'snoozed':
      return say(language, 'reminder.rule.snoozed');
    case 'on-the-day':
    case 'first-working-day':
      return say(language, `reminder.rule.${rule.kind}`);
    default:
      return countText(rule.kind, rule.count, language);
  }
}

/** Before, on and after the date: the order in which rules are told, furthest ahead first. */
const told: readonly (CountingKind | 'on-the-day' | 'overdue')[] = [
  'months-before',
  'weeks-before',
  'days-before',
  'working-days-before',
  'on-the-day',
  'days-after',
  'working-days-after',
  'overdue',
];

/** Rules in words: "7 dager før, én arbeidsdag før og på dagen"; "30, 14, 7 og 1 dag før, på dagen, og 3 dager etter". Empty for none. */
export function rulesInWords(names: readonly string[], language: Language): string {
  const rules = names.map(readRule);
  const parts = told.flatMap((kind) => {
    const counts = [...new Set(rules.flatMap((rule) => ('count' in rule && rule.kind === kind ? [rule.count] : [])))];
    if (!kind.endsWith('before') && !kind.endsWith('after')) {
      return rules.some((rule) => rule.kind === kind)
        ? [{ text: say(language, `reminder.rule.${kind}`), several: false }]
        : [];
    }
    counts.sort((a, b) => (kind.endsWith('before') ? b - a : a - b));
    const [first, last] = [counts[0], counts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const numbers =
      last === 1 && counts.length === 1 ? say(language, 'reminder.rule.one') : listed(counts.map(String), language);
    return [{ text: say(language, `reminder.rule.${kind}`, { numbers, count: last }), several: counts.length > 1 }];
  });
  const texts = parts.map(({ text }) => text);
  const [last, ...before] = [...texts].reverse();
  if (last === undefined || before.length === 0 || !parts.some(({ several }) => several))
    return listed(texts, language);
  // An "and" inside a part and one between parts would be read as one list, but for the comma.
  return say(language, 'reminder.rule.and-last', { parts: before.reverse().join(', '), last });
}

/** The rules of every row in one sentence, with the time of day; and that some rows have rules of their own. */
export function rulesText(rules: ReminderRules, language: Language): string {
  const words = rulesInWords(rules.rules, language);
  const all =
    words === ''
      ? say(language, 'reminder.rules-none')
      : say(language, 'reminder.rules', { rules: words, at: timeText(rules.at, language) });
  const differ = rules.groups.length > 0 || rules.leads.length > 0;
  return differ ? `${all} ${say(language, 'reminder.rules-some-differ')}` : all;
}

/** One line of rules: "90, 30 og 7 dager før, og på dagen, kl. 09.00"; "Ingen påminnelser". */
export function rulesLine(names: readonly string[], at: string, language: Language): string {
  const rules = rulesInWords(names, language);
  return rules === ''
    ? say(language, 'reminder.rules-no-line')
    : capital(say(language, 'reminder.rules-line', { rules, at: timeText(at, language) }));
}

/** "12 måneder før". */
export const leadTimeText = ({ before: { count, unit } }: Pick<LeadTime, 'before'>, language: Language): string =>
  countText(`${unit}-before`, count, language);

/** "7 dager før", "én arbeidsdag etter". */
const countText = (kind: CountingKind, count: number, language: Language): string =>
  say(language, `reminder.rule.${kind}`, {
    numbers: count === 1 ? say(language, 'reminder.rule.one') : String(count),
    count,
  });

/** Which rows something is for: "Kvalitetspunkter", "Rader merket «opplæring»", "Alle rader". */
export function scopeText({ kind, tag }: Scope, language: Language): string {
  const rows = kind && say(language, `reminder.scope.${kind}`);
  if (tag === undefined) return rows ?? say(language, 'reminder.scope.all');
  return rows
    ? say(language, 'reminder.scope.both', { kind: rows, tag })
    : say(language, 'reminder.scope.tag', { tag });
}

/** The same inside a sentence: "kvalitetspunkter". */
export const scopeInSentence = (scope: Scope, language: Language): string => inSentence(scopeText(scope, language));

/** A heading as it stands inside a sentence. */
export const inSentence = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** A lead time in a line: "Utstyrsliste: 12 måneder før". */
export const leadText = (lead: LeadTime, language: Language): string =>
  say(language, 'reminder.rules-lead', { what: lead.item, before: leadTimeText(lead, language) });

/**
 * All else that the rules say, a line each: rounds of confirmation, overview, escalation, units without a contact, checklists, polls, the most at once.
 * @param nextWave The next round of confirmation in words, where it is known.
 */
export function otherLines(rules: ReminderRules, language: Language, nextWave?: string): string[] {
  const { wave, overview, escalation, noContact, checklists, polls, mostAtOnce } = rules;
  const days = wave?.daysBefore.toSorted((a, b) => b - a) ?? [];
  const nearest = days.at(-1);
  return [
    ...(nearest === undefined
      ? []
      : [say(language, 'reminder.other.wave', { numbers: listed(days.map(String), language), count: nearest })]),
    ...(nextWave === undefined ? [] : [nextWave]),
    say(language, overview ? 'reminder.other.overview' : 'reminder.other.no-overview'),
    escalation
      ? say(language, 'reminder.other.escalation', { ...escalation, days: pressingDays })
      : say(language, 'reminder.other.no-escalation'),
    noContact
      ? say(language, 'reminder.other.no-contact', { count: noContact.daysBefore })
      : say(language, 'reminder.other.no-no-contact'),
    checklistsLine(checklists, language),
    polls.daysBefore === null
      ? say(language, 'reminder.other.no-polls')
      : say(language, 'reminder.other.polls', { count: polls.daysBefore }),
    say(language, 'reminder.other.most', { count: mostAtOnce }),
  ];
}

/** "Sjekklister: enheter med punkter igjen blir påminnet 7 og 1 dag før, og hver uke når fristen er ute." Told with the words of the rows' rules. */
function checklistsLine({ daysBefore, overdue }: ReminderRules['checklists'], language: Language): string {
  const names = [
    ...daysBefore.map((days) => (days === 0 ? 'on-the-day' : `${days}-days-before`)),
    ...(overdue ? ['overdue'] : []),
  ];
  return names.length === 0
    ? say(language, 'reminder.other.no-checklists')
    : say(language, 'reminder.other.checklists', { rules: rulesInWords(names, language) });
}

/** "09.00", as a clock is written in the language. */
export const timeText = (at: string, language: Language): string => writeClock(at, spoken(language));

const listed = (texts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language === 'en' ? 'en-GB' : spoken(language)).format(texts);
