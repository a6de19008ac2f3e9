import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type SentenceKey, say, sentences, spoken } from '#words/say.ts';
import { blanksOf, fillings } from './messages.ts';

const tongues = ['nb', 'sv', 'en'] as const;
const keys = Object.keys(sentences) as SentenceKey[];
/** What the operator reads at a terminal: it has options, JSON and columns in it. */
const atTerminal = (key: string) => key.startsWith('operator.');

/** All sentences that something is true of, to be shown when a test fails. */
const those = (is: (text: string, tongue: (typeof tongues)[number], key: string) => boolean) =>
  keys.flatMap((key) =>
    tongues
      .filter((tongue) => is(sentences[key][tongue], tongue, key))
      .map((tongue) => `${key} ${tongue}: ${sentences[key][tongue]}`),
  );

test('no two rooms have a sentence of the same name, and each room is heard', async () => {
  const rooms = await Promise.all(
    readdirSync(new URL('../../src/words/', import.meta.url)).map(
      async (file): Promise<Record<string, object>> => import(`../../src/words/${file.replace(/\.ts$/u, '')}.ts`),
    ),
  );
  const named = rooms.flatMap((room) =>
    Object.entries(room).flatMap(([name, all]) => (name.endsWith('Sentences') ? Object.keys(all) : [])),
  );
  expect(named.toSorted()).toEqual((keys as string[]).toSorted());
});

describe('every sentence', () => {
  test('is there in nb, sv and en, and nothing else', () => {
    for (const key of keys) expect(Object.keys(sentences[key]).toSorted(), key).toEqual(['en', 'nb', 'sv']);
    expect(those((text) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  test('has the same blanks in all three, and chooses by the same words', () => {
    // One language may need a plural where another says the bare number.
    const compared = (message: string) =>
      blanksOf(message).map((blank) => ({ ...blank, kind: blank.kind === 'plural' ? 'argument' : blank.kind }));
    for (const key of keys) {
      const [nb, sv, en] = tongues.map((tongue) => compared(sentences[key][tongue]));
      expect(sv, `${key} sv`).toEqual(nb);
      expect(en, `${key} en`).toEqual(nb);
    }
  });

  test('comes out whole, however its choices fall, with each blank filled', () => {
    for (const key of keys) {
      for (const tongue of tongues) {
        const blanks = blanksOf(sentences[key][tongue]);
        const seen = new Set<string>();
        for (const params of fillings(blanks)) {
          const said = say(tongue, key, params);
          // Nothing at all is said only where there is none of something.
          if (said.trim() === '') expect(Object.values(params), key).toContain(0);
          if (!atTerminal(key)) expect(said, key).not.toMatch(/\{|\}|\bundefined\b|\bnull\b|\[object/u);
          for (const { name, kind } of blanks) if (kind === 'argument' && said.includes(`<${name}>`)) seen.add(name);
        }
        for (const { name, kind } of blanks) if (kind === 'argument') expect(seen, `${key} ${tongue}`).toContain(name);
      }
    }
  });

  test('is said without raising the voice', () => {
    expect(those((text) => /[\p{L}\p{N})]!/u.test(text))).toEqual([]);
  });

  test('uses no tool word of English in Norwegian or Swedish', () => {
    const toolWord =
      /\b(polls?|submit\w*|trigger\w*|dashboards?|reminders?|deadlines?|workflows?|updates?|items?|templates?|checklists?|feedback|users?|click\w*|settings|links?)\b/iu;
    // What a person types is shown as it is typed, and English words are always understood.
    expect(
      those(
        (text, tongue, key) => tongue !== 'en' && !atTerminal(key) && toolWord.test(text.replace(/\{\w+[^{}]*/gu, '{')),
      ),
    ).toEqual([]);
  });

  test('quotes as its language does', () => {
    const wrong = { nb: /[“”]/u, sv: /[«»“]/u, en: /[«»]/u };
    expect(those((text, tongue, key) => wrong[tongue].test(text) && key !== 'chat.quoted')).toEqual([]);
  });

  test('leaves dates to Intl, has one sign for three dots, and no blank twice', () => {
    expect(those((text, _, key) => !atTerminal(key) && /\.\.\.| {2}|\d{4}-\d{2}-\d{2}/u.test(text))).toEqual([]);
  });
});

describe('a sentence', () => {
  test('is said in nb to readers of nn, until theirs are written', () => {
    expect(spoken('nn')).toBe('nb');
    expect(say('nn', 'chat.help-title')).toBe(sentences['chat.help-title'].nb);
    for (const tongue of tongues) expect(spoken(tongue)).toBe(tongue);
  });

  test('counts as its reader does', () => {
    const count = (language: 'nb' | 'nn' | 'sv' | 'en', n: number) => say(language, 'chat.awaiting', { count: n });
    expect(new Set([0, 1, 2].map((n) => count('nb', n))).size).toBe(3);
    expect(count('sv', 1)).toMatch(/^En sak /u);
    expect(count('nn', 1700)).toMatch(/^1\u00A0700 ting /u);
    expect(count('en', 1700)).toMatch(/^1,700 things /u);
  });

  test('shows what is put into it as it is, markup and braces and all', () => {
    for (const word of ['{word}', "it's", '<b>', '{count, plural, other {#}}', "'{'", '${x}']) {
      expect(say('en', 'chat.did-you-mean', { word, nearest: 'x' })).toContain(`“${word}”`);
    }
  });

  test('with a blank that is not given is a bug', () => {
    expect(() => say('nb', 'chat.did-you-mean', { word: 'x' })).toThrow();
  });
});

test('every sentence is said somewhere', () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    // The sentences themselves do not count; `say-problem.ts` says some of them.
    .filter((file) => !/^words[\\/]/u.test(file) || /say-problem/u.test(file))
    .map((file) => readFileSync(src + file, 'utf8'))
    .join('\n');
  const named = new Set([...sources.matchAll(/'([a-z]+\.[\w.-]+)'/gu)].map(([, key]) => key));
  // Templates such as `people.role.${role}` name every key that fits them.
  const patterns = [...sources.matchAll(/`([a-z]+\.(?:[\w.-]|\$\{[^{}`]*\})*)`/gu)]
    .map(([, key]) => key ?? '')
    .filter((key) => key.includes('${'))
    .map((key) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^{}]*\}/gu, '[\\w.-]+')}$`, 'u'));
  const unsaid = keys.filter((key) => !named.has(key) && !patterns.some((pattern) => pattern.test(key)));
  expect(unsaid).toEqual([]);
});
