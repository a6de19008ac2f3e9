import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chatFeature } from '#chat/actions/chat-feature.ts';
import type { Feature } from '#chat/feature.ts';
import { understand } from '#chat/grammar.ts';
import { say } from '#words/say.ts';
import { actionsOf, cardOf, textOf } from '../card-parts.ts';
import { own, tryHouse, visitor } from '../try-house.ts';

const src = new URL('../../src/', import.meta.url);
const rooms = readdirSync(src).filter((room) => room !== 'chat' && existsSync(new URL(`${room}/feature.ts`, src)));
const features: Feature[] = (
  await Promise.all(rooms.map(async (room): Promise<Record<string, Feature>> => import(`../../src/${room}/feature.ts`)))
).flatMap((module) => Object.values(module));
const all = [chatFeature(features), ...features];
const commands = all.flatMap((f) => f.commands);

describe('the commands of all features together', () => {
  test('are there', () => {
    expect(rooms).toEqual(expect.arrayContaining(['people', 'plan', 'poll', 'checklist', 'reminder']));
  });

  // DESIGN section 5.
  test.each([
    ['help', 'hjelp', 'hjälp'],
    ['plan', 'plan', 'plan'],
    ['import', 'importer', 'importera'],
    ['programme', 'program', 'program'],
    ['unit', 'enhet', 'enhet'],
    ['poll', 'avstemning', 'omröstning'],
    ['checklist', 'sjekkliste', 'checklista'],
    ['ready', 'klar', 'redo'],
    ['remind', 'påminn', 'påminn'],
    ['mine', 'mine', 'mina'],
    ['settings', 'innstillinger', 'inställningar'],
  ])('%s is also %s and %s', (verb, nb, sv) => {
    for (const word of [verb, nb, sv]) expect(understand(word, commands).found?.verb, word).toBe(verb);
  });

  test('have no word twice, and none that cannot be typed as the first word of a line', () => {
    const words = commands.flatMap((c) => [...new Set([c.verb, ...c.words.nb, ...c.words.sv])]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    for (const word of words) expect(word).toMatch(/^\p{Ll}+$/u);
  });

  test('say in every language what one types, beginning with a word that is understood', () => {
    for (const command of commands) {
      for (const language of ['nb', 'sv', 'en'] as const) {
        const usage = say(language, command.usage);
        expect(understand(usage, commands).found?.verb, usage).toBe(command.verb);
        expect(say(language, command.help)).not.toBe('');
      }
    }
  });

  test('have their buttons each once, under a name that begins with the feature', () => {
    const verbs = all.flatMap((f) => f.presses.map((p) => p.verb));
    expect(verbs.filter((verb, i) => verbs.indexOf(verb) !== i)).toEqual([]);
    for (const verb of verbs) expect(verb).toMatch(/^[a-z]+\.[a-z-]+$/u);
  });

  test('keep subjects apart: no two features draw the same', () => {
    const subjects = features.flatMap((f) => Object.keys(f.subjects ?? {}));
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  test('stand on the menu, whose buttons all do something, for a stranger too', async () => {
    const klar = await tryHouse(features);
    const by = visitor('kari');
    const card = cardOf(await klar.type(by, own(by), 'hjelp'));
    const shown = [textOf(card)];
    for (const button of actionsOf(card)) {
      if (button.type !== 'Action.Execute') continue;
      const answer = await klar.press(by, own(by), button);
      expect(answer.show, button.title).not.toBe('nothing');
      if ('text' in answer) expect(answer.text).not.toBe(say('nb', 'chat.unknown-press'));
      if ('card' in answer) shown.push(textOf(answer.card));
    }
    // On the menu or behind its button for more.
    for (const command of commands) expect(shown.join('\n')).toContain(say('nb', command.usage));
    expect(klar.logged.filter((l) => l.level === 'error')).toEqual([]);
    await klar.close();
  });

  test('typed by somebody who has nothing yet are answered with what to do, never with a failure', async () => {
    const klar = await tryHouse(features);
    for (const locale of ['nb-NO', 'sv-SE', 'en-GB']) {
      const by = visitor(locale, { locale });
      for (const command of commands) {
        for (const rest of ['', ' noe', ' "noe annet" @{0}', ' 3']) {
          const answer = await klar.type(by, own(by), command.verb + rest);
          expect(answer.show, command.verb + rest).not.toBe('nothing');
        }
      }
    }
    await klar.settled();
    expect(klar.logged.filter((l) => l.level === 'error')).toEqual([]);
    await klar.close();
  });

  test('a heartbeat of an empty house does nothing, the second one too', async () => {
    const klar = await tryHouse(features);
    const before = await klar.onDisk();
    await klar.house.beat();
    await klar.house.beat();
    await klar.settled();
    expect(await klar.onDisk()).toEqual(before);
    expect(klar.logged.filter((l) => l.level === 'error')).toEqual([]);
    await klar.close();
  });
});
