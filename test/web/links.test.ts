import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { linkedFeature } from '../linked-feature.ts';
import { findChromium, howToGetChromium, launch, shoot } from './browser.ts';
import { isTooWide, namelessControls, rightmostOnCards } from './looks.ts';
import { type Rig, type SeenMessage, startRig } from './rig.ts';

const kari = 'kari-myrvang';
const all = 'channel-felles-journal';
const words = 'Planen for fire enheter: to gjøremål er forsinket.';

let rig: Rig;
let trial: ReturnType<typeof linkedFeature>;
beforeEach(async () => {
  trial = linkedFeature();
  rig = await startRig([peopleFeature, trial.feature]);
});
afterEach(() => rig.stop());

const type = (text: string) => rig.post('/api/rehearsal/say', { as: kari, place: all, act: rig.act(), text });
const lastCard = async () => JSON.stringify((await rig.messages(kari, all)).at(-1)?.card);

describe('a card with a picture on the page', () => {
  test('has paths on the page’s own server, which any program may open', async () => {
    await type('picture');
    const urls = (await lastCard()).match(/(?<="url":")[^"]+/gu) ?? [];
    expect(urls).toEqual([expect.stringMatching(/^\/l\/.+\/plan\.png$/u), expect.stringMatching(/^\/l\/.+\.csv$/u)]);
    for (const url of urls) {
      // The guard is for the page, which can be anybody; a link's address is its own key.
      const answer = await fetch(`${rig.url}${url}`, { headers: { 'x-forwarded-for': '192.0.2.1' } });
      expect(answer.status).toBe(200);
    }
    expect(rig.refused).toEqual([]);
  });

  test('shows the whole address where it is to be copied, under the name by which one came', async () => {
    await type('feed');
    const named = rig.url.replace('127.0.0.1', 'localhost');
    const query = new URLSearchParams({ as: kari, place: all });
    const answer = await fetch(`${named}/api/rehearsal/messages?${query}`);
    const { messages } = (await answer.json()) as { messages: SeenMessage[] };
    const text = messages.at(-1)?.card?.body[0]?.text ?? '';
    expect(text).toMatch(new RegExp(`^${named}/l/[\\w-]{43}/kalender\\.ics$`, 'u'));
    expect((await fetch(text)).headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  });
});

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);

describe.skipIf(!chromium)('a picture in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(() => browser?.close());

  async function open(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 700 },
      reducedMotion: 'reduce',
      colorScheme,
    });
    await context.addInitScript("sessionStorage.setItem('intro', 'closed')");
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    await page.goto(`${rig.url}/#${kari}/${all}`);
    await page.locator('.card').last().waitFor();
    return page;
  }
  const picture = (page: Page) => page.locator('.card').last().getByRole('button', { name: words });

  test.each([
    [320, 'light'],
    [320, 'dark'],
    [1000, 'light'],
  ] as const)(
    'of %i px in the %s fits its card, opens large on a press, and goes away again',
    async (width, scheme) => {
      await type('picture');
      const page = await open(width, scheme);
      await picture(page).waitFor();
      expect(await page.evaluate<number>("[...document.querySelectorAll('.card img')].at(-1).naturalWidth")).toBe(400);
      expect(await page.evaluate<boolean>(isTooWide)).toBe(false);
      expect(await page.evaluate<number>(rightmostOnCards)).toBeLessThanOrEqual(width);
      expect(await page.evaluate<string[]>(namelessControls)).toEqual([]);
      await shoot(page, `picture-${width}-${scheme}`);
      await picture(page).click();
      const large = page.getByRole('dialog', { name: words });
      await large.waitFor();
      expect((await large.locator('img').boundingBox())?.width).toBe(400);
      expect(await page.evaluate<boolean>(isTooWide)).toBe(false);
      await shoot(page, `picture-${width}-${scheme}-large`);
      await large.getByRole('button', { name: 'Lukk bildet' }).click();
      await large.waitFor({ state: 'detached' });
      await picture(page).press('Enter');
      await large.waitFor();
      await page.keyboard.press('Escape');
      await large.waitFor({ state: 'detached' });
      await page.context().close();
    },
  );

  test('has a button beside it that saves the file', async () => {
    await type('picture');
    const page = await open(400, 'light');
    const saving = page.waitForEvent('download');
    await page.locator('.card').last().getByRole('link', { name: 'Last ned planen' }).click();
    expect((await saving).suggestedFilename()).toBe('plan år.csv');
    await page.context().close();
  });

  test('that cannot be fetched becomes its words', async () => {
    await type('picture');
    trial.fail(true);
    const page = await open(400, 'light');
    await page.locator('.card .unseen', { hasText: words }).waitFor();
    await page.context().close();
  });
});
