import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { findChromium, howToGetChromium, launch } from './browser.ts';
import { type Rig, startRig } from './rig.ts';
import { createWalk } from './walk.ts';

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);
const owner = 'ingrid-solbakkrud';

describe.skipIf(!chromium)('two forms of one kind in a conversation', () => {
  let rig: Rig;
  let browser: Browser;
  beforeAll(async () => {
    rig = await startRig([peopleFeature]);
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.stop();
  });

  test('choose each for themselves', async () => {
    const walk = createWalk(rig);
    const open = async () => {
      await walk.go(owner).say('innstillinger');
      await walk.press('people.settings-quiet');
      return walk.stands();
    };
    const first = await open();
    const second = await open();
    const page = await browser.newPage({ viewport: { width: 400, height: 800 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(8000);
    await page.goto(`${rig.url}/#${owner}/${first.place}`);
    const choice = ({ message }: { message: string }, words: string) =>
      page.locator(`[data-message="${message}"]`).getByRole('radio', { name: words });
    await choice(second, 'Straks').check();
    expect(await choice(first, 'Én gang om dagen').isChecked()).toBe(true);
    expect(await choice(second, 'Én gang om dagen').isChecked()).toBe(false);
    await choice(first, 'Én gang i uken').check();
    expect(await choice(second, 'Straks').isChecked()).toBe(true);
  });
});
