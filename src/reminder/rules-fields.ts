import { type Count, type CountUnit, longestCount, readCounts } from './read-counts.ts';
import { type CountingKind, type ReminderRules, readRule } from './rules.ts';

/** What the fields of a form of rules hold. */
export interface RulesFields {
  before: string;
  after: string;
  /** What bare numbers count. */
  unit: 'days' | 'working-days';
  /** `on-the-day` and `overdue`, with a comma between. */
  also: string;
}

/**
 * Rules as a form shows them: bare numbers where all count the same, otherwise with their units.
 * @param unitWord How a unit is written behind so many, in the reader's language.
 */
export function rulesFields(
  names: readonly string[],
  unitWord: (unit: CountUnit, count: number) => string,
): RulesFields {
  const rules = names.map(readRule);
  const counted = rules.flatMap((rule) => ('count' in rule ? [{ ...sideOf(rule.kind), count: rule.count }] : []));
  const unit = counted.length > 0 && counted.every((one) => one.unit === 'working-days') ? 'working-days' : 'days';
  const written = (side: 'before' | 'after') => {
    const here = counted.filter((one) => one.side === side);
    const furthestFirst = side === 'before' ? -1 : 1;
    const groups = (['months', 'weeks', 'days', 'working-days'] as const).flatMap((of) => {
      const counts = here.filter((one) => one.unit === of).map(({ count }) => count);
      const sorted = [...new Set(counts)].sort((a, b) => (a - b) * furthestFirst);
      return sorted.length > 0 ? [{ of, sorted }] : [];
    });
    if (groups.every(({ of }) => of === unit)) return groups.map(({ sorted }) => sorted.join(' ')).join(' ');
    return groups.map(({ of, sorted }) => `${sorted.join(' ')} ${unitWord(of, sorted.at(-1) ?? 1)}`).join(', ');
  };
  const also = (['on-the-day', 'overdue'] as const).filter((kind) => rules.some((rule) => rule.kind === kind));
  return { before: written('before'), after: written('after'), unit, also: also.join(',') };
}

function sideOf(kind: CountingKind): { unit: CountUnit; side: 'before' | 'after' } {
  const side = kind.endsWith('-before') ? 'before' : 'after';
  return { side, unit: kind.slice(0, -(side.length + 1)) as CountUnit };
}

export type FieldProblem =
  /** `most`: the largest that may stand there, where it is not `longestCount`. */
  | { code: 'unclear' | 'range'; text: string; most?: number }
  /** A unit that does not go there. */
  | { code: 'only-days' }
  | { code: 'too-many' };

/** How many rules a row has at most (`reminderRules`). */
export const mostRules = 20;

/** The names of the rules that the fields of a form ask for, or what is wrong with one of them. */
export function rulesFromFields(
  fields: RulesFields,
): { ok: true; rules: string[] } | { ok: false; field: 'before' | 'after'; problem: FieldProblem } {
  const before = readCounts(fields.before, fields.unit);
  if (!before.ok) return { ok: false, field: 'before', problem: before };
  const after = readCounts(fields.after, fields.unit);
  if (!after.ok) return { ok: false, field: 'after', problem: after };
  const afterDays = after.counts.map(({ count, unit }): Count => {
    return unit === 'weeks' ? { count: 7 * count, unit: 'days' } : { count, unit };
  });
  if (afterDays.some(({ unit, count }) => unit === 'months' || count > 999)) {
    return { ok: false, field: 'after', problem: { code: 'only-days' } };
  }
  const named = ({ count, unit }: Count, side: 'before' | 'after') => readRule(`${count}-${unit}-${side}`).name;
  const rules = [
    ...new Set([
      ...before.counts.map((one) => named(one, 'before')),
      ...(['on-the-day', 'overdue'] as const).filter((kind) => fields.also.split(',').includes(kind)),
      ...afterDays.map((one) => named(one, 'after')),
    ]),
  ];
  return rules.length > mostRules ? { ok: false, field: 'before', problem: { code: 'too-many' } } : { ok: true, rules };
}

/** What the fields of the form of other rules hold. Empty: none, never. */
export interface OtherFields {
  wave: string;
  overview: 'yes' | 'no';
  escalation: string;
  noContact: string;
  checklists: string;
  /** `on-the-day` and `overdue`, with a comma between. */
  checklistsAlso: string;
  polls: string;
  most: string;
}

type OtherRules = Pick<
  ReminderRules,
  'wave' | 'overview' | 'escalation' | 'noContact' | 'checklists' | 'polls' | 'mostAtOnce'
>;

/** The other rules as a form shows them. */
export const otherFields = ({
  wave,
  overview,
  escalation,
  noContact,
  checklists,
  polls,
  mostAtOnce,
}: OtherRules): OtherFields => ({
  wave: furthestFirst(wave?.daysBefore ?? []).join(' '),
  overview: overview ? 'yes' : 'no',
  escalation: escalation ? `${escalation.deputy} ${escalation.owner} ${escalation.programme}` : '',
  noContact: noContact ? String(noContact.daysBefore) : '',
  checklists: furthestFirst(checklists.daysBefore.filter((days) => days > 0)).join(' '),
  checklistsAlso: [
    ...(checklists.daysBefore.includes(0) ? ['on-the-day'] : []),
    ...(checklists.overdue ? ['overdue'] : []),
  ].join(','),
  polls: polls.daysBefore === null ? '' : String(polls.daysBefore),
  most: String(mostAtOnce),
});

const furthestFirst = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => b - a);

export type OtherProblem =
  | FieldProblem
  | { code: 'three' }
  /** One number from 1 to `most`. */
  | { code: 'number'; most: number };

/** How many rounds of confirmation a gate has at most (`reminderRules`). */
export const mostWaves = 12;
const longestEscalation = 60;
const longestNoContact = 365;
/** So many reminders ahead of a checklist's due date at most, besides the one on the day, and so far ahead (`reminderRules`). */
export const mostChecklistDays = 9;
const longestChecklist = 365;
const longestPoll = 30;
const mostMessages = 100_000;

/** The other rules that a form asks for, or what is wrong with one of its fields. */
export function otherFromFields(
  fields: OtherFields,
): { ok: true; other: OtherRules } | { ok: false; field: keyof OtherFields; problem: OtherProblem } {
  const wave = onlyDays(fields.wave, mostWaves);
  if ('problem' in wave) return { ok: false, field: 'wave', ...wave };
  const checklists = onlyDays(fields.checklists, mostChecklistDays, longestChecklist);
  if ('problem' in checklists) return { ok: false, field: 'checklists', ...checklists };

  const stages = readCounts(fields.escalation, 'working-days');
  const [deputy, owner, programme, ...more] = stages.ok ? stages.counts : [];
  const counts = [deputy, owner, programme].map((one) => (one?.unit === 'working-days' ? one.count : 0));
  const rises = counts.every((count, index) => count >= (counts[index - 1] ?? 1) && count <= longestEscalation);
  if (fields.escalation.trim() !== '' && (!rises || more.length > 0)) {
    return { ok: false, field: 'escalation', problem: { code: 'three' } };
  }

  const noContact = fields.noContact.trim() === '' ? null : oneNumber(fields.noContact, longestNoContact);
  if (noContact === undefined) {
    return { ok: false, field: 'noContact', problem: { code: 'number', most: longestNoContact } };
  }
  const polls = fields.polls.trim() === '' ? null : oneNumber(fields.polls, longestPoll);
  if (polls === undefined) return { ok: false, field: 'polls', problem: { code: 'number', most: longestPoll } };
  const also = fields.checklistsAlso.split(',');
  const most = oneNumber(fields.most, mostMessages);
  if (most === undefined) return { ok: false, field: 'most', problem: { code: 'number', most: mostMessages } };
  const [d = 1, o = 1, p = 1] = counts;
  return {
    ok: true,
    other: {
      ...(wave.daysBefore.length > 0 ? { wave } : {}),
      overview: fields.overview === 'yes',
      escalation: fields.escalation.trim() === '' ? null : { deputy: d, owner: o, programme: p },
      noContact: noContact === null ? null : { daysBefore: noContact },
      checklists: {
        daysBefore: [...checklists.daysBefore, ...(also.includes('on-the-day') ? [0] : [])],
        overdue: also.includes('overdue'),
      },
      polls: { daysBefore: polls },
      mostAtOnce: most,
    },
  };
}

/** So many days each, furthest ahead first. */
function onlyDays(
  text: string,
  most: number,
  longest = longestCount,
): { daysBefore: number[] } | { problem: OtherProblem } {
  const read = readCounts(text, 'days');
  if (!read.ok) return { problem: read };
  if (read.counts.some(({ unit }) => unit !== 'days')) return { problem: { code: 'only-days' } };
  const far = read.counts.find(({ count }) => count > longest);
  if (far) return { problem: { code: 'range', text: String(far.count), most: longest } };
  const daysBefore = furthestFirst(read.counts.map(({ count }) => count));
  return daysBefore.length > most ? { problem: { code: 'too-many' } } : { daysBefore };
}

/** "1 700" is one number, too. */
function oneNumber(text: string, most: number): number | undefined {
  const digits = text
    .trim()
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}\b)/gu, '')
    .replace(/\s*(?:arbeids|arbets|working )?(?:dager|dagar|dag|days|day)\.?$/iu, '');
  const number = /^\d{1,6}$/u.test(digits) ? Number(digits) : 0;
  return number >= 1 && number <= most ? number : undefined;
}
