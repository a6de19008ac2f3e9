import { afterEach, beforeEach, expect, test } from 'vitest';
import { helpCard } from '#chat/actions/help.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { buttonOf, buttonsOf, cardOf, openStage, type Stage, textOf } from '../plan/stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** The lines that say what to type: each is followed by what it does. */
const linesOn = (text: string) =>
  text
    .split('\n')
    .slice(2)
    .filter((line) => !line.startsWith('[')).length / 2;

test('the menu shows the five commands that are most wanted, and a button for the others', async () => {
  const features = [peopleFeature, planFeature, pollFeature, checklistFeature, reminderFeature];
  const commands = features.flatMap((f) => f.commands);
  const menu = helpCard('nb', commands);
  expect(linesOn(textOf(menu))).toBe(5);
  expect(textOf(menu)).toContain('plan [mars');
  expect(textOf(menu)).toContain('avstemning');
  expect(buttonsOf(menu).map((b) => b.title)).toEqual([
    'Planen',
    'Venter på meg',
    'Ny avstemning',
    `Vis ${commands.length - 5} til`,
  ]);
});

test('"show more" puts every command in place of the five', async () => {
  const menu = cardOf(await stage.type('Siv', 'hjälp'));
  const answer = await stage.press('Siv', buttonOf(menu, 'chat.help'));
  expect(answer.show).toBe('replace');
  expect(linesOn(textOf(cardOf(answer)))).toBe(stage.house.commands.length);
  expect(buttonsOf(cardOf(answer)).map((b) => b.verb)).toEqual(Array(4).fill('chat.run'));
});
