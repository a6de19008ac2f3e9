import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActivityKind, activityKind } from '#plan/activity.ts';
import { isLate } from '#plan/asking/choose-rows.ts';
import { type LeadTime, leadRuleName, overdueRule, readRule, reminderRules } from '#reminder/rules.ts';
import { rulesFor } from '#reminder/rules-for.ts';
import { anyRuleName } from './plans.ts';

describe('the name of a rule', () => {
  test('says all that the rule says: taken apart and named again it is the same', () => {
    fc.assert(
      fc.property(anyRuleName, (name) => {
        expect(reminderRules.safeParse({ rules: [name] }).success).toBe(true);
        const rule = readRule(name);
        expect(readRule(rule.name)).toEqual(rule);
      }),
    );
  });

  test.each([
    ['1-days-before', '1-day-before'],
    ['1-working-days-after', '1-working-day-after'],
    ['2-week-before', '2-weeks-before'],
    ['1-months-before', '1-month-before'],
    ['overdue', 'overdue'],
  ])('%s is %s', (given, name) => expect(readRule(given).name).toBe(name));

  test('is also read where only a reminder carries it', () => {
    expect(readRule('first-working-day')).toEqual({ kind: 'first-working-day', name: 'first-working-day' });
    expect(readRule('overdue-3')).toEqual(overdueRule(3));
    expect(readRule(leadRuleName({ id: 'utstyr-2' }))).toEqual({ kind: 'lead', name: 'lead-utstyr-2', id: 'utstyr-2' });
  });

  test.each(['', 'tomorrow', '7-days', '3-months-after', 'overdue-0'])('%j names none', (name) => {
    expect(() => readRule(name)).toThrow();
    expect(reminderRules.safeParse({ rules: [name] }).success).toBe(false);
  });
});

describe('rules as a whole', () => {
  const lead: LeadTime = { id: 'a', item: 'Liste', before: { count: 1, unit: 'months' } };
  test.each<[what: string, rules: object]>([
    ['a group for every row', { rules: [], groups: [{ rules: [] }] }],
    [
      'two groups for the same tag',
      {
        rules: [],
        groups: [
          { tag: 'Opplæring', rules: [] },
          { tag: 'opplæring ', rules: [] },
        ],
      },
    ],
    ['two lead times of one id', { rules: [], leads: [lead, { ...lead, item: 'Annen' }] }],
  ])('%s is refused', (_, rules) => expect(reminderRules.safeParse(rules).success).toBe(false));
});

test('the example in README is one of each', async () => {
  const rules = reminderRules.parse(JSON.parse(await readFile('examples/rules.json', 'utf8')));
  expect(Object.keys(rules)).toEqual(Object.keys(reminderRules.shape));
});

describe('the rules of a row', () => {
  const rules = reminderRules.parse({
    rules: ['7-days-before'],
    groups: [
      { kind: 'gate', rules: ['90-days-before'] },
      { tag: 'opplæring', rules: ['30-days-before'] },
      { kind: 'gate', tag: 'Opplæring', rules: ['60-days-before'] },
      { tag: 'Utstyr', rules: ['14-days-before'] },
    ],
    leads: [
      { id: 'alle', item: 'Oversikt', before: { count: 1, unit: 'weeks' } },
      { id: 'porter', kind: 'gate', item: 'Utstyrsliste', before: { count: 12, unit: 'months' } },
    ],
  });
  const names = (kind: 'activity' | 'gate', ...tags: string[]) => {
    const found = rulesFor(rules, { kind, ...(tags.length > 0 ? { tags } : {}) });
    return [...found.rules, ...found.leads.map(leadRuleName)].join(' ');
  };

  test.each<[what: string, found: string, expected: string]>([
    ['fitting no group are the programme’s', names('activity'), '7-days-before lead-alle'],
    ['are those of its kind', names('gate'), '90-days-before lead-alle lead-porter'],
    ['are those of its tag, however it is cased', names('activity', 'OPPLÆRING'), '30-days-before lead-alle'],
    ['of both kind and tag stand before each', names('gate', 'Opplæring'), '60-days-before lead-alle lead-porter'],
    ['of a tag stand before those of a kind', names('gate', 'utstyr'), '14-days-before lead-alle lead-porter'],
    ['with two tags are those named first', names('activity', 'utstyr', 'opplæring'), '30-days-before lead-alle'],
    ['with a tag that nothing is said of are the programme’s', names('activity', 'annet'), '7-days-before lead-alle'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected));
});

describe('what merely takes place', () => {
  const late = { rules: ['on-the-day', '3-days-after', 'overdue'] };
  const own = (scope: object) => ({ ...late, groups: [{ ...scope, rules: ['overdue'] }] });

  test.each<[kind: ActivityKind, tags: string[], rules: object, expected: string]>([
    ['meeting', [], late, 'on-the-day 3-days-after'],
    ['gathering', [], late, 'on-the-day 3-days-after'],
    ['activity', [], late, 'on-the-day 3-days-after overdue'],
    ['milestone', [], late, 'on-the-day 3-days-after overdue'],
    ['gate', [], late, 'on-the-day 3-days-after overdue'],
    ['meeting', [], own({ kind: 'meeting' }), 'overdue'],
    ['meeting', ['referat'], own({ tag: 'referat' }), 'overdue'],
    ['meeting', [], own({ tag: 'referat' }), 'on-the-day 3-days-after'],
    ['gathering', [], own({ kind: 'meeting' }), 'on-the-day 3-days-after'],
  ])('a %s (%j) is late only where a group that it is in says so: %j', (kind, tags, rules, expected) =>
    expect(rulesFor(reminderRules.parse(rules), { kind, tags }).rules.join(' ')).toBe(expected),
  );

  test('is late for reminders as it is for overviews, escalations and the plan: not by itself', () => {
    const when = { start: '2026-08-03', end: '2026-08-03', precision: 'day', text: '' } as const;
    for (const kind of activityKind.options) {
      const isAsked = rulesFor(reminderRules.parse(late), { kind }).rules.includes('overdue');
      expect(isAsked, kind).toBe(isLate({ when, kind, state: 'planned' }, '2026-08-28'));
    }
  });
});
