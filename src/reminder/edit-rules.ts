import type { PersonId } from '#people/person.ts';
import type { Reminding } from './reminding.ts';
import { defaultRules, type LeadTime, type ReminderRules, reminderRules, type Scope, scopeKey } from './rules.ts';

/**
 * One part of the rules, as a form shows it: those of every row, of a group (by `groupId`), a lead time (by its id), or
 * all else. A part that is yet to be made is `new`.
 */
export type Part = { of: 'rows' | 'other' } | { of: 'group' | 'lead'; id: string };

/** The rules that hold for a programme. */
export const rulesOf = ({ rules }: Pick<Reminding, 'rules'>): ReminderRules => rules ?? defaultRules;

/** A short mark of what something says: two of them differ where the things do. Not for keeping secrets. */
export function markOf(value: unknown): string {
  // FNV-1a, 32 bits: enough to tell a form that somebody else was faster.
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(value ?? null)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** A group's name on a button: it follows the rows that it is for. */
export const groupId = (group: Scope): string => markOf(scopeKey(group));

/** What a part says now; undefined where it is no more, or is not made yet. */
export function partOf(rules: ReminderRules, part: Part): unknown {
  switch (part.of) {
    case 'rows':
      return { rules: rules.rules, at: rules.at };
    case 'other': {
      const { wave, overview, escalation, noContact, checklists, polls, mostAtOnce } = rules;
      return { wave, overview, escalation, noContact, checklists, polls, mostAtOnce };
    }
    case 'group':
      return rules.groups.find((group) => groupId(group) === part.id);
    case 'lead':
      return rules.leads.find(({ id }) => id === part.id);
  }
}

/** Why rules cannot be what somebody wants. `taken`: those rows have a group already; `full`: there are as many as there may be. */
export type RulesRefused = { refused: 'taken' | 'full' };

/** How many groups, and how many lead times, a programme has at most (`reminderRules`). */
const mostOfThem = 20;

/** Puts a group in, in place of the one that was shown (`new`: in no other's place). */
export function withGroup(rules: ReminderRules, shown: string, group: ReminderRules['groups'][number]) {
  const others = rules.groups.filter((one) => groupId(one) !== shown);
  // The same act delivered twice (PLATFORMS T20).
  if (others.some((one) => markOf(one) === markOf(group))) return rules;
  if (others.some((one) => groupId(one) === groupId(group))) return { refused: 'taken' } as const;
  if (others.length >= mostOfThem) return { refused: 'full' } as const;
  const isThere = others.length < rules.groups.length;
  const groups = isThere ? rules.groups.map((one) => (groupId(one) === shown ? group : one)) : [...others, group];
  return { ...rules, groups };
}

/** Puts a lead time in, in place of the one that was shown (`new`: as one more, with an id made of what is asked for). */
export function withLead(rules: ReminderRules, shown: string, lead: Omit<LeadTime, 'id'>) {
  if (rules.leads.some(({ id }) => id === shown)) {
    return { ...rules, leads: rules.leads.map((one) => (one.id === shown ? { ...lead, id: shown } : one)) };
  }
  // The same act delivered twice (PLATFORMS T20).
  if (rules.leads.some((one) => markOf({ ...one, id: '' }) === markOf({ ...lead, id: '' }))) return rules;
  if (rules.leads.length >= mostOfThem) return { refused: 'full' } as const;
  return { ...rules, leads: [...rules.leads, { ...lead, id: leadId(lead.item, rules.leads) }] };
}

/** Takes a group or a lead time out. */
export const withoutPart = (rules: ReminderRules, part: Part): ReminderRules => ({
  ...rules,
  groups: rules.groups.filter((group) => part.of !== 'group' || groupId(group) !== part.id),
  leads: rules.leads.filter((lead) => part.of !== 'lead' || lead.id !== part.id),
});

/** "Utstyrsliste, nøkkelbrukere" → `utstyrsliste-nokkelbrukere`; with a number where another lead time is called so. */
function leadId(item: string, others: readonly LeadTime[]): string {
  const plain = item
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 36);
  const name = plain === '' ? 'lead' : plain;
  let id = name;
  for (let n = 2; others.some((one) => one.id === id); n += 1) id = `${name}-${n}`;
  return id;
}

/** What came of a change of the rules. */
export type RulesChanged =
  /** `isNew`: by this very act, which can be taken back; otherwise they said so already. */
  | { came: 'saved'; rules: ReminderRules; isNew: boolean }
  /** Somebody has changed the part since it was shown; `rules` are those that now stand, `mark` is of the part as it now is, `by` who set them last. */
  | { came: 'overtaken'; rules: ReminderRules; by: PersonId | undefined; mark: string }
  /** The part was taken out since it was shown. */
  | { came: 'gone'; by: PersonId | undefined }
  | { came: 'refused'; why: RulesRefused['refused'] };

/**
 * Changes one part of a programme's rules. What was shown is told by its mark, so that nothing that somebody else has
 * put there since is overwritten unseen; changes of other parts are no hindrance.
 *
 * @param shown.mark Of what the form showed of the part.
 * @param at ISO instant.
 */
export function changeRules(
  current: Reminding,
  shown: { part: Part; mark: string },
  change: (rules: ReminderRules) => ReminderRules | RulesRefused,
  { by, at }: { by: PersonId; at: string },
): { next?: Reminding; outcome: RulesChanged } {
  const rules = rulesOf(current);
  const setBy = current.rulesSet?.by;
  const stands = partOf(rules, shown.part);
  const changed = change(rules);
  const wanted = 'refused' in changed ? changed : reminderRules.parse(changed);
  if (markOf(wanted) === markOf(rules))
    return { outcome: { came: 'saved', rules, isNew: isByAct(current, { by, at }) } };
  const isMade = 'id' in shown.part && shown.part.id === 'new';
  if (stands === undefined && !isMade) return { outcome: { came: 'gone', by: setBy } };
  if (markOf(stands) !== shown.mark) return { outcome: { came: 'overtaken', rules, by: setBy, mark: markOf(stands) } };
  if ('refused' in wanted) return { outcome: { came: 'refused', why: wanted.refused } };
  return {
    next: {
      ...current,
      rules: wanted,
      rulesSet: { by, at, before: current.rules ?? null },
      formerRules: formerRulesWith(current, at),
    },
    outcome: { came: 'saved', rules: wanted, isNew: true },
  };
}

/** Whether the last change was this person's within the last minute: then an act that changes nothing is that one, delivered twice (PLATFORMS T20). */
const isByAct = ({ rulesSet }: Reminding, { by, at }: { by: PersonId; at: string }): boolean =>
  rulesSet?.by === by && Date.parse(at) - Date.parse(rulesSet.at) < 60_000;

/**
 * Puts rules in place of all that stand, or the usual ones (null): for undoing, and for going back. Nothing is done when
 * the rules are no longer those that were shown.
 */
export function replaceRules(
  current: Reminding,
  shown: { mark: string },
  wanted: (current: Reminding) => ReminderRules | null | undefined,
  { by, at }: { by: PersonId; at: string },
): { next?: Reminding; outcome: RulesChanged } {
  const rules = rulesOf(current);
  const put = wanted(current);
  if (markOf(rules) !== shown.mark || put === undefined) {
    return { outcome: { came: 'overtaken', rules, by: current.rulesSet?.by, mark: markOf(rules) } };
  }
  const { rules: before, ...rest } = current;
  const next = {
    ...rest,
    ...(put ? { rules: put } : {}),
    rulesSet: { by, at, before: before ?? null },
    formerRules: formerRulesWith(current, at),
  };
  return { next, outcome: { came: 'saved', rules: put ?? defaultRules, isNew: true } };
}

/** How many earlier rules are remembered. */
const mostFormer = 20;

/** Those that have held until now are the newest of the former ones. Lead times are not among them: what they ask for has to be got, however late. */
function formerRulesWith(current: Reminding, until: string): NonNullable<Reminding['formerRules']> {
  const { rules, groups } = rulesOf(current);
  return [...(current.formerRules ?? []), { until, rules, groups }].slice(-mostFormer);
}
