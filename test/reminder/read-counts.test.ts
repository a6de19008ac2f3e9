import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readClock, readCounts } from '#reminder/read-counts.ts';
import { defaultRules, readRule, reminderRules } from '#reminder/rules.ts';
import { otherFields, otherFromFields, rulesFields, rulesFromFields } from '#reminder/rules-fields.ts';
import { rulesInWords } from '#reminder/view-rules.ts';
import { say } from '#words/say.ts';
import { anyRuleName } from './plans.ts';

describe('numbers that are written in a form', () => {
  const read = (text: string, unit: 'days' | 'working-days' = 'days') => {
    const found = readCounts(text, unit);
    return found.ok
      ? found.counts.map(({ count, unit: of }) => `${count} ${of}`).join(', ')
      : `${found.code}: ${found.text}`;
  };

  test.each([
    ['90 30 14 7 1', '90 days, 30 days, 14 days, 7 days, 1 days'],
    ['90, 30 og 14 dager, 1 arbeidsdag', '90 days, 30 days, 14 days, 1 working-days'],
    ['30 och 7 dagar, 2 veckor före', '30 days, 7 days, 2 weeks'],
    ['12m 2u', '12 months, 2 weeks'],
    ['12 mnd.', '12 months'],
    ['5 working days and 3', '5 working-days, 3 days'],
    ['', ''],
    [' ; , ', ''],
    ['0', 'range: 0'],
    ['1000', 'range: 1000'],
    ['sju', 'unclear: sju'],
    ['dager 7', 'unclear: dager'],
    ['-7', 'unclear: -7'],
    ['7,5 timer', 'unclear: timer'],
  ])('%j reads %j', (text, expected) => expect(read(text)).toBe(expected));

  test('without a unit count what was chosen', () => {
    expect(read('3 2', 'working-days')).toBe('3 working-days, 2 working-days');
  });

  test.each([
    ['9', '09:00'],
    ['09.00', '09:00'],
    ['kl. 9:30', '09:30'],
    ['Kl 23.59', '23:59'],
    ['24.00', undefined],
    ['9.60', undefined],
    ['ni', undefined],
    ['', undefined],
  ])('the time %j is %j', (text, expected) => expect(readClock(text)).toBe(expected));
});

describe('rules in a form', () => {
  const word = (language: 'nb' | 'sv' | 'en') => (unit: 'days' | 'working-days' | 'weeks' | 'months', count: number) =>
    say(language, `reminder.unit.${unit}`, { count });

  test('the usual ones stand with their units, since they count two things', () => {
    expect(rulesFields(defaultRules.rules, word('nb'))).toEqual({
      before: '7 dager, 1 arbeidsdag',
      after: '',
      unit: 'days',
      also: 'on-the-day',
    });
  });

  test('those that count one thing stand as bare numbers', () => {
    const names = ['1-working-day-before', '10-working-days-before', '2-working-days-after', 'overdue'];
    expect(rulesFields(names, word('sv'))).toEqual({
      before: '10 1',
      after: '2',
      unit: 'working-days',
      also: 'overdue',
    });
  });

  test('saved as they are shown they are the same rules, in every language', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRuleName, { maxLength: 18 }),
        fc.constantFrom('nb' as const, 'sv' as const, 'en' as const),
        (names, language) => {
          const read = rulesFromFields(rulesFields(names, word(language)));
          expect(read.ok && read.rules.toSorted()).toEqual(names.toSorted());
        },
      ),
    );
  });

  test('what is said of rules that count back can be written in the form', () => {
    const countsBack = anyRuleName.filter((name) => 'count' in readRule(name) && name.endsWith('before'));
    fc.assert(
      fc.property(
        fc.uniqueArray(countsBack, { minLength: 2, maxLength: 12 }),
        fc.constantFrom('nb' as const, 'sv' as const, 'en' as const),
        (names, language) => {
          // One alone is told in words ("én dag").
          const text = rulesInWords(names, language).replaceAll(/(?:én|en|one) /gu, '1 ');
          const read = rulesFromFields({ before: text, after: '', unit: 'days', also: '' });
          expect(read.ok && read.rules.toSorted()).toEqual(names.toSorted());
        },
      ),
    );
  });

  test.each([
    [{ before: 'i morgen' }, 'before', 'unclear'],
    [{ after: '3 måneder' }, 'after', 'only-days'],
    [{ before: Array.from({ length: 21 }, (_, n) => n + 1).join(' ') }, 'before', 'too-many'],
  ])('%j is told at the field', (given, field, code) => {
    const read = rulesFromFields({ before: '', after: '', unit: 'days', also: '', ...given });
    expect(read).toMatchObject({ ok: false, field, problem: { code } });
  });
});

describe('all else in a form', () => {
  const usual = otherFields(defaultRules);

  test('saved as it is shown it says the same', () => {
    const rules = reminderRules.parse({
      rules: [],
      wave: { daysBefore: [30, 120] },
      escalation: null,
      noContact: null,
      checklists: { daysBefore: [14, 3, 0], overdue: false },
      polls: { daysBefore: null },
    });
    expect(otherFromFields(usual)).toEqual({ ok: true, other: otherRulesOf(defaultRules) });
    expect(otherFromFields(otherFields(rules))).toEqual({
      ok: true,
      other: { ...otherRulesOf(rules), wave: { daysBefore: [120, 30] } },
    });
  });

  test.each([
    [{ wave: '4 måneder' }, 'wave', 'only-days'],
    [{ wave: 'ofte' }, 'wave', 'unclear'],
    [{ escalation: '3 5' }, 'escalation', 'three'],
    [{ escalation: '8 5 3' }, 'escalation', 'three'],
    [{ escalation: '3 5 61' }, 'escalation', 'three'],
    [{ escalation: '3 5 8 9' }, 'escalation', 'three'],
    [{ escalation: 'aldri' }, 'escalation', 'three'],
    [{ noContact: '366' }, 'noContact', 'number'],
    [{ checklists: '2 uker' }, 'checklists', 'only-days'],
    [{ checklists: '366' }, 'checklists', 'range'],
    [{ checklists: '10 9 8 7 6 5 4 3 2 1' }, 'checklists', 'too-many'],
    [{ polls: '31' }, 'polls', 'number'],
    [{ polls: 'dagen før' }, 'polls', 'number'],
    [{ most: '' }, 'most', 'number'],
    [{ most: '0' }, 'most', 'number'],
  ])('%j is told at the field', (given, field, code) => {
    expect(otherFromFields({ ...usual, ...given })).toMatchObject({ ok: false, field, problem: { code } });
  });

  test('a number may be parted as one writes it', () => {
    expect(otherFromFields({ ...usual, most: '1 700', noContact: '30 dager', polls: '2 arbeidsdager' })).toMatchObject({
      ok: true,
      other: { mostAtOnce: 1700, noContact: { daysBefore: 30 }, polls: { daysBefore: 2 } },
    });
  });
});

const otherRulesOf = ({ overview, escalation, noContact, checklists, polls, mostAtOnce }: typeof defaultRules) => ({
  overview,
  escalation,
  noContact,
  checklists,
  polls,
  mostAtOnce,
});
