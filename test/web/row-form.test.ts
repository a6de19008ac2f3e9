import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { findChromium, howToGetChromium, launch } from './browser.ts';
import { type Rig, startRig } from './rig.ts';
import { createWalk } from './walk.ts';

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);
const owner = 'ingrid-solbakkrud';

describe.skipIf(!chromium)('a row of the plan on a phone', () => {
  let rig: Rig;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    rig = await startRig([peopleFeature, planFeature]);
    browser = await launch(chromium ?? '');
    page = await browser.newPage({ viewport: { width: 320, height: 700 }, reducedMotion: 'reduce', locale: 'nb-NO' });
    page.setDefaultTimeout(8000);
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.stop();
  });

  test('has its rare buttons in a menu that lies on the screen, and is changed in a form that keeps what was typed', async () => {
    const walk = createWalk(rig);
    await walk.go(owner).say('plan "Drøftingsmøte med tillitsvalgte"');
    const { place, message } = walk.stands();
    await page.goto(`${rig.url}/#${owner}/${place}`);
    const card = page.locator(`[data-message="${message}"]`);
    await card.locator('button', { hasText: 'Mer' }).click();
    const menu = page.locator('.ac-ctrl-popup-container');
    const box = await menu.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual([
      'Flytt',
      'Sett på pause',
      'Avlys',
      'Ta ut av planen',
      'Historikk',
    ]);
    await menu.getByText('Historikk').click();
    await card.getByText('Historikk: Drøftingsmøte med tillitsvalgte').waitFor();
    await card.getByRole('button', { name: 'Tilbake' }).click();

    await card.getByRole('button', { name: 'Endre' }).click();
    await card.getByLabel('Hva').fill('Drøftingsmøte');
    await card.getByLabel('Når').fill('31/2');
    await card.getByRole('button', { name: 'Lagre raden' }).click();
    const wrong = card.locator('.field-problem');
    await wrong.waitFor();
    expect(await wrong.textContent()).toBe('«31/2» finnes ikke.');
    expect(await card.getByLabel('Når').getAttribute('aria-invalid')).toBe('true');
    expect(await card.getByLabel('Hva').inputValue()).toBe('Drøftingsmøte');

    await card.getByLabel('Når').fill('30/11 kl. 10');
    await card.getByRole('button', { name: 'Lagre raden' }).click();
    await card.getByText('Endringen er lagret.').waitFor();
    await card.getByText('Mandag 30. november kl. 10.00').waitFor();
  });

  test('says in what one sees that somebody else changed the row meanwhile, though the form is higher than the window', async () => {
    const title = 'Testmiljøet er åpnet';
    const walk = createWalk(rig);
    await walk.go(owner).say(`plan endre "${title}"`);
    const { place, message } = walk.stands();
    await page.goto(`${rig.url}/#${owner}/${place}`);
    await page.reload();
    const card = page.locator(`[data-message="${message}"]`);
    await card.getByLabel('Når').fill('1/12');

    const other = createWalk(rig);
    await other.go('jonas-lerviksen').say(`plan endre "${title}"`);
    await other.press('plan.save-row', {
      title,
      when: 'uke 51',
      units: 'Storvatn sykehus',
      description: '',
      kind: 'milestone',
      gate: '',
      after: '',
      reason: '',
    });

    await card.getByRole('button', { name: 'Lagre raden' }).click();
    const told = card.getByText('Jonas Lerviksen endret raden mens du skrev.');
    await told.waitFor();
    const [says, box] = [await told.boundingBox(), await page.locator('#scroll').boundingBox()];
    expect(says?.y).toBeGreaterThanOrEqual(box?.y ?? 0);
    expect((says?.y ?? 0) + (says?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
  });
});
