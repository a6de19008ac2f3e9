import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf } from '../stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith('Tid;Aktivitet;Organisasjon\nuke 42;Workshops;Nordvik kommune\n');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

test('plan help tells everybody what to ask, and those who lead what they can do', async () => {
  await stage.give('Nordvik kommune', 'contact', 'Ola');
  const asked = cardOf(await stage.type('Ola', 'plan hjelp'));
  expect(textOf(asked)).toContain('plan søk opplæring');
  expect(buttonsOf(asked).map(({ title }) => title)).toEqual(['Hele planen']);
  const led = cardOf(await stage.type('Kari', 'plan ?'));
  const more = cardOf(await stage.press('Kari', buttonOf(led, 'Endre planen')));
  expect(textOf(more)).toContain('plan flytt Workshops til uke 44');
  expect(textOf(cardOf(await stage.press('Kari', buttonOf(more, 'Spørre planen'))))).toBe(textOf(led));
});

const shown = ['search', 'changes', 'picture', 'depends', 'edit', 'add', 'move', 'halt', 'revisions'] as const;
const languages: Language[] = ['nb', 'sv', 'en'];
test.each(languages.flatMap((language) => shown.map((word) => [language, word] as const)))(
  'what it tells in %s about %s is understood as it stands',
  async (language, word) => {
    for (const line of say(language, `plan.guide.${word}`).split(' · ')) {
      const answer = await stage.type('Kari', line);
      const text = 'card' in answer ? textOf(answer.card) : answer.show === 'notice' ? answer.text : '';
      expect(text).not.toContain('er ingen tid, enhet eller rad');
      expect(text).not.toBe('');
    }
  },
);
