import { expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import { unitId } from '#people/programme.ts';
import type { Activity, ActivityState } from '#plan/activity.ts';
import { stateOf, withWord } from '#plan/unit-answers.ts';
import { answersText } from '#plan/view-answers.ts';
import { aRow } from './a-row.ts';

const units = ['Inderøy', 'Frosta', 'Verdal', 'Levanger', 'Meråker'].map((name) => ({ id: unitId.parse(name), name }));
const people: Record<string, string> = { kari: 'Kari Lund', per: 'Per Vik', siv: 'Siv Ek' };

const about = { today: '2026-08-10', zone: 'Europe/Oslo', nameOf: (id: string) => people[id] };

/** What each has said, in the units' order: state and who, or nothing. */
function text(said: (readonly [ActivityState, string] | null)[], language: Language, more: Partial<Activity> = {}) {
  const own = units.slice(0, said.length);
  const responsible = own.map(({ id }) => id);
  const activity = said.reduce(
    (row, one, nth) =>
      one === null
        ? row
        : withWord(
            row,
            { state: one[0], by: personId.parse(one[1]), at: `2026-08-03T07:0${nth}:00Z` },
            { responsible, for: [own[nth]?.id ?? unitId.parse('?')] },
          ),
    aRow(1),
  );
  expect(activity.state).toBe(stateOf(said.map((one) => one?.[0] ?? 'planned')));
  return answersText({ ...activity, ...more } as Activity, own, { ...about, language });
}

test.each([
  ['nb', '✓ Inderøy ferdig (Kari Lund, 3. august kl. 09.00) · venter på Frosta'],
  ['sv', '✓ Inderøy klar (Kari Lund, 3 augusti kl. 09.00) · väntar på Frosta'],
  ['en', '✓ Inderøy done (Kari Lund, 3 August at 09:00) · waiting for Frosta'],
] as const)('who has answered what and whom one waits for, in %s', (language, expected) => {
  expect(text([['done', 'kari'], null], language)).toBe(expected);
});

test.each([
  ['nothing where nobody has answered', [null, null], ''],
  [
    'help first, then what is done',
    [['done', 'kari'], ['help', 'per'], null],
    '! Frosta trenger hjelp (Per Vik, 3. august kl. 09.01) · ✓ Inderøy ferdig (Kari Lund, 3. august kl. 09.00) · venter på Verdal',
  ],
  [
    'units that one person answered for together',
    [
      ['done', 'kari'],
      ['done', 'kari'],
      ['underway', 'per'],
    ],
    '✓ Inderøy, Frosta ferdige (Kari Lund, 3. august kl. 09.01) · ↷ Verdal på vei (Per Vik, 3. august kl. 09.02)',
  ],
  [
    'units without names where many have answered',
    [['done', 'kari'], ['done', 'per'], ['done', 'siv'], ['done', 'kari'], null],
    '✓ Inderøy, Frosta, Verdal og én til ferdige · venter på Meråker',
  ],
  [
    'who is silent by name, as far as a phone holds',
    [['done', 'kari'], null, null, null, null],
    '✓ Inderøy ferdig (Kari Lund, 3. august kl. 09.00) · venter på Frosta, Verdal, Levanger og én til',
  ],
  ['a person whom Klar no longer knows by their unit', [['done', 'gone'], null], '✓ Inderøy ferdig · venter på Frosta'],
] as const)('%s', (_what, said, expected) => {
  expect(text([...said], 'nb')).toBe(expected);
});

test('nobody is waited for where the row is called off, and one press for all is told as one', () => {
  const halted = { as: 'cancelled' as const, reason: '', by: personId.parse('kari'), at: '2026-08-03T08:00:00Z' };
  expect(text([['done', 'kari'], null], 'nb', { halted })).toBe('✓ Inderøy ferdig (Kari Lund, 3. august kl. 09.00)');
  const responsible = units.slice(0, 2).map(({ id }) => id);
  const word = { state: 'done' as const, by: personId.parse('kari'), at: '2026-08-03T07:00:00Z' };
  const all = withWord(aRow(1), word, { responsible, for: responsible });
  expect(answersText(all, units.slice(0, 2), { ...about, language: 'nb' })).toBe('');
});

test('the year of an answer is told where it is another', () => {
  const said = withWord(
    aRow(1),
    { state: 'done', by: personId.parse('kari'), at: '2025-12-30T23:30:00Z' },
    {
      responsible: units.slice(0, 2).map(({ id }) => id),
      for: [units[0]?.id ?? unitId.parse('?')],
    },
  );
  expect(answersText(said, units.slice(0, 2), { ...about, language: 'nb' })).toBe(
    '✓ Inderøy ferdig (Kari Lund, 31. desember 2025 kl. 00.30) · venter på Frosta',
  );
});
