import { describe, expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Poll, Tally } from '#poll/poll.ts';
import { closeView, namesView, pollView, type Reader, type Seen, sayTime } from '#poll/view.ts';
import { aPoll } from './polls.ts';
import { buttons, textOf } from './stage.ts';

const languages: Language[] = ['nb', 'nn', 'sv', 'en'];
const five: Tally = { answers: 5, counts: { a: 3, b: 2 } };
const closesAt = '2026-11-27T13:00:00Z';
const closedAt = '2026-11-20T10:00:00Z';

const me = (more: Partial<Reader & { who: 'me' }> = {}): Reader => ({
  who: 'me',
  mayClose: false,
  mine: [],
  choosing: true,
  ...more,
});

const seen = (poll: Partial<Poll>, more: Partial<Seen> = {}): Seen => ({
  poll: aPoll(poll),
  open: poll.closedAt === undefined,
  answers: 0,
  tally: undefined,
  asker: 'Kari',
  zone: 'Europe/Oslo',
  ...more,
});

const options = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, text: `Svar ${i}`.padEnd(75, '.') }));

const states: { says: string; seen: Seen; reader: Reader }[] = [
  { says: 'new, for everyone', seen: seen({}), reader: { who: 'everyone' } },
  { says: 'with an end', seen: seen({ closesAt }), reader: { who: 'everyone' } },
  { says: 'named, with answers', seen: seen({}, { answers: 5, tally: five }), reader: { who: 'everyone' } },
  {
    says: 'several choice',
    seen: seen({ choice: 'several' }, { answers: 5, tally: five }),
    reader: { who: 'everyone' },
  },
  {
    says: 'anonymous, hidden',
    seen: seen({ anonymous: true, unseen: [] }, { answers: 4 }),
    reader: { who: 'everyone' },
  },
  {
    says: 'anonymous until closing',
    seen: seen({ anonymous: true, results: 'at-closing', unseen: [] }, { answers: 9 }),
    reader: { who: 'everyone' },
  },
  {
    says: 'anonymous, behind the answers',
    seen: seen({ anonymous: true, unseen: [{ key: 'k', before: [], now: ['a'] }] }, { answers: 6, tally: five }),
    reader: { who: 'everyone' },
  },
  {
    says: 'with twenty long options',
    seen: seen({ options: options(20), question: 'x'.repeat(300) }, { answers: 5, tally: five }),
    reader: me({ mine: ['7'], choosing: true }),
  },
  { says: 'with five long options, mine chosen', seen: seen({ options: options(5) }), reader: me({ mine: ['3'] }) },
  { says: 'not answered by me', seen: seen({}), reader: me() },
  {
    says: 'answered by me',
    seen: seen({}, { answers: 1, tally: { answers: 1, counts: { a: 1 } } }),
    reader: me({ mine: ['a'], choosing: false, mayClose: true }),
  },
  {
    says: 'answered by me, with an end',
    seen: seen({ closesAt, choice: 'several' }),
    reader: me({ mine: ['a', 'b', 'c'], choosing: false }),
  },
  { says: 'which I change', seen: seen({ choice: 'several' }), reader: me({ mine: ['a', 'c'] }) },
  { says: 'from which I withdrew', seen: seen({}), reader: me({ withdrawn: ['a'] }) },
  { says: 'closed', seen: seen({ closedAt }, { answers: 5, tally: five }), reader: { who: 'everyone' } },
  { says: 'closed without answers', seen: seen({ closedAt }), reader: me() },
  {
    says: 'closed, answered by me',
    seen: seen({ closedAt }, { answers: 5, tally: five }),
    reader: me({ mine: ['b'], choosing: false }),
  },
  {
    says: 'anonymous, closed with four',
    seen: seen({ anonymous: true, closedAt }, { answers: 4 }),
    reader: { who: 'everyone' },
  },
  {
    says: 'anonymous, closed with some left out',
    seen: seen({ anonymous: true, closedAt, leftOut: 1 }, { answers: 6, tally: five }),
    reader: me({ mine: 'forgotten' }),
  },
];

const draw = (state: { seen: Seen; reader: Reader }, language: Language): Card =>
  fillCard('poll/poll', pollView(state.seen, state.reader, language), { summary: 'x', language });
const text = (state: { seen: Seen; reader: Reader }, language: Language = 'nb'): string =>
  textOf(draw(state, language));
const state = (says: string) => {
  const found = states.find((s) => s.says === says);
  if (!found) throw new Error(says);
  return found;
};

describe.each(languages)('in %s', (language) => {
  test.each(states)('a poll $says can be drawn', (state) => {
    expect(text(state, language)).toContain(state.seen.poll.question);
  });

  test('who answered what, and the question before closing, can be drawn', () => {
    const people = Array.from({ length: 40 }, (_, i) => `Person ${i}`);
    const names = namesView(
      aPoll(),
      [
        { option: 'a', people },
        { option: 'b', people: ['Ola'] },
      ],
      language,
    );
    expect(textOf(fillCard('poll/names', names, { summary: 'x', language }))).toContain('Person 29');
    for (const { seen } of states) fillCard('poll/close', closeView(seen, language), { summary: 'x', language });
  });
});

test('what will be seen by whom stands above the first button or choice', () => {
  for (const one of states.filter((s) => s.seen.open)) {
    const body = draw(one, 'nb').content.body;
    const who = body.findIndex((e) => e.type === 'TextBlock' && /^(Anonymt|Navn vises)/.test(e.text));
    const input = body.findIndex((e) => e.type === 'ActionSet' || e.type === 'Container');
    expect(who).toBeGreaterThan(0);
    expect(input === -1 || who < input).toBe(true);
  }
});

test('the first line is the question, in every state', () => {
  for (const one of states) expect(draw(one, 'nb').content.body[0]).toMatchObject({ text: one.seen.poll.question });
});

test('up to five options of a single choice are a button each, more are a list, more than ten a menu', () => {
  const drawn = (count: number, choice: 'single' | 'several' = 'single') =>
    JSON.stringify(draw({ seen: seen({ options: options(count), choice }), reader: me() }, 'nb'));
  expect(buttons(draw({ seen: seen({ options: options(5) }), reader: me() }, 'nb'), 'poll.answer')).toHaveLength(5);
  expect(drawn(5)).not.toContain('Input.ChoiceSet');
  expect(drawn(6)).toContain('"style":"expanded"');
  expect(drawn(11)).toContain('"style":"compact"');
  expect(drawn(2, 'several')).toContain('"isMultiSelect":true');
});

test('options keep their order whatever the count, with a bar, the number and the share of people', () => {
  expect(text(state('named, with answers'))).toContain(
    'Ja\n████████████ 3 · 60\u00A0%\nNesten\n████████ 2 · 40\u00A0%\nNei\n0 · 0\u00A0%\n5 har svart',
  );
});

test.each([
  { says: 'answered by me', line: '✓ Du svarte «Ja». Du kan endre det til avstemningen stenger.' },
  {
    says: 'answered by me, with an end',
    line: '✓ Du svarte «Ja», «Nesten» og «Nei». Du kan endre det til fredag 27. november kl.\u00A014.00.',
  },
  { says: 'which I change', line: 'Du har svart «Ja» og «Nei». Velg på nytt for å endre.' },
  { says: 'from which I withdrew', line: 'Svaret ditt er trukket. Du kan svare på nytt.' },
  { says: 'closed without answers', line: 'Du svarte ikke.' },
  {
    says: 'anonymous, closed with some left out',
    line: 'Klar vet ikke lenger hvem som svarte hva, heller ikke om du svarte.',
  },
  { says: 'anonymous, closed with four', line: 'Færre enn 5 svarte, så fordelingen vises ikke.' },
  { says: 'closed', line: 'Kari spurte · stengt fredag 20. november kl.\u00A011.00' },
])('a poll $says says «$line»', ({ says, line }) => {
  expect(text(state(says)).split('\n')).toContain(line);
});

test('a closed poll has no buttons that change anything', () => {
  for (const one of states.filter((s) => !s.seen.open)) {
    const verbs = ['poll.answer', 'poll.withdraw', 'poll.choose', 'poll.close'].flatMap((v) =>
      buttons(draw(one, 'nb'), v),
    );
    expect(verbs).toEqual([]);
  }
});

test('times are said in the reader’s language and zone, with the year when it is another one', () => {
  const at = '2027-01-04T13:00:00Z';
  expect(sayTime('nb', closesAt, 'Europe/Oslo', closedAt)).toBe('fredag 27. november kl.\u00A014.00');
  expect(sayTime('en', closesAt, 'Europe/London', closedAt)).toMatch(/27 November at 13:00$/);
  expect(sayTime('sv', at, 'Europe/Stockholm', closedAt)).toMatch(/2027 kl\.\u00A014\.00$/);
});

test('what people write is shown as they wrote it, never as markup or a template', () => {
  const nasty = '**Fet** <at>alle</at> [lenke](https://example.org) ${poll} <!channel>';
  const one = {
    seen: seen({
      question: nasty,
      options: [
        { id: 'a', text: '${question}' },
        { id: 'b', text: '_B_' },
      ],
    }),
    reader: me(),
  };
  const lines = text(one).split('\n');
  expect(lines[0]).toBe(nasty);
  expect(lines).toContain('[${question}]');
});

test('a card is drawn again as it stands: whoever is choosing anew goes on choosing', () => {
  const verbOf = (reader: Reader) => (pollView(seen({}), reader, 'nb') as { refresh: string }).refresh;
  expect(verbOf(me({ mine: ['a'], choosing: true }))).toBe('poll.choose');
  expect(verbOf(me({ mine: ['a'], choosing: false }))).toBe('poll.show');
  expect(verbOf(me({ mine: [] }))).toBe('poll.show');
  expect(verbOf({ who: 'everyone' })).toBe('poll.show');
});
