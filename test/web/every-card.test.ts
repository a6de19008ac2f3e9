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
import { cardSteps } from './card-steps.ts';
import { cutIn, isTooWide, rightmostIn } from './looks.ts';
import { type Rig, startRig } from './rig.ts';
import { createWalk, textsIn } from './walk.ts';

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);

/** A text without what lines are broken at, which the page may draw otherwise. */
const tight = (text: string): string => text.replaceAll(/[\s\u2060]/gu, '');

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

  async function picture(card: Locator, template: string, colorScheme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme });
    const name = `${template.replace('/', '-')}${colorScheme === 'dark' ? '-dark' : ''}.png`;
    await card.screenshot({ path: new URL(`cards/${name}`, shots).pathname, timeout: 2000 });
  }

  test('is pictured, fits the screen and shows its texts whole', { timeout: 90_000 }, async () => {
    const walk = createWalk(rig);
    let stood = '';
    for (const [template, does] of cardSteps) {
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
          await picture(shown, template, 'light');
          await picture(shown, template, 'dark');
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
  });

  test('is the card of one template', () => {
    expect(cardSteps.map(([template]) => template).sort()).toEqual(templateNames());
  });
});
