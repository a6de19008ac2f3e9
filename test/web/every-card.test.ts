import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { announcementFeature } from '#announcement/feature.ts';
import { templateNames } from '#card/fill.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { findChromium, howToGetChromium, launch, shots } from './browser.ts';
import { mayComeFrom } from './came-from.ts';
import { type CardStep, cardSteps } from './card-steps.ts';
import { cutIn, isTooWide, rightmostIn } from './looks.ts';
import { type Rig, startRig } from './rig.ts';
import { createWalk, textsIn, type Walk } from './walk.ts';

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);

/** A text without what lines are broken at, which the page may draw otherwise. */
const tight = (text: string): string => text.replaceAll(/[\s\u2060]/gu, '');

/** The walk in parts of so many cards that a slow machine pictures one within its time. */
function partsOf(steps: readonly CardStep[]): { name: string; steps: readonly CardStep[] }[] {
  const most = 12;
  return Array.from({ length: Math.ceil(steps.length / most) }, (_, nth) => {
    const part = steps.slice(nth * most, (nth + 1) * most);
    return { name: `${part[0]?.[0]} to ${part.at(-1)?.[0]}`, steps: part };
  });
}

describe.skipIf(!chromium)('every card on a phone of 320 px', () => {
  let rig: Rig;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    rig = await startRig([
      peopleFeature,
      planFeature,
      pollFeature,
      checklistFeature,
      announcementFeature,
      reminderFeature,
    ]);
    browser = await launch(chromium ?? '');
    // As high as the highest card: what a scrolled list hides cannot be pictured.
    page = await browser.newPage({ viewport: { width: 320, height: 3000 }, reducedMotion: 'reduce', locale: 'nb-NO' });
    page.setDefaultTimeout(8000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await mkdir(new URL('cards/', shots), { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.stop();
  });

  async function picture(card: Locator, called: (string | undefined)[], colorScheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme });
    const name = `${[...called, colorScheme === 'dark' ? 'dark' : undefined].filter(Boolean).join('-').replace('/', '-')}.png`;
    await card.screenshot({ path: new URL(`cards/${name}`, shots).pathname, timeout: 2000 });
  }

  let walk: Walk;
  let stood = '';

  // Each part goes on where the one before it stopped, and has time of its own.
  test.for(partsOf(cardSteps))(
    'is pictured, fits the screen and shows its texts whole: $name',
    { timeout: 40_000 },
    async ({ steps }) => {
      walk ??= createWalk(rig);
      for (const [template, does, variant] of steps) {
        await does(walk, rig);
        const { as, place, message, card } = walk.stands();
        expect(mayComeFrom(template, card), `${template} is what came of its step: ${JSON.stringify(card)}`).toBe(true);

        const at = `${as}/${place}`;
        if (at !== stood) {
          await page.goto('about:blank');
          await page.goto(`${rig.url}/#${at}`);
        }
        stood = at;
        const shown = page.locator(`[data-message="${message}"] .card`);
        // The page may draw a card anew while it is being pictured; then it is pictured once more.
        await vi.waitFor(
          async () => {
            const text = tight((await shown.textContent()) ?? '');
            expect(textsIn(card).filter((part) => !text.includes(tight(part)))).toEqual([]);
            await picture(shown, [template, variant], 'light');
            await picture(shown, [template, variant], 'dark');
          },
          { timeout: 8000 },
        );
        expect.soft(await page.evaluate<boolean>(isTooWide), `${template} widens the page`).toBe(false);
        expect
          .soft(await page.evaluate<number>(rightmostIn(message)), `${template} is wider than the screen`)
          .toBeLessThanOrEqual(320);
        expect.soft(await page.evaluate<string[]>(cutIn(message)), `${template} cuts texts`).toEqual([]);
        expect.soft(complaints, `The page complains at ${template}`).toEqual([]);
      }
    },
  );

  test('is met on the walk', () => {
    expect([...new Set(cardSteps.map(([template]) => template))].sort()).toEqual(templateNames());
  });
});
