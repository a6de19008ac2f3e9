import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checklistFeature } from '#checklist/feature.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { findChromium, howToGetChromium, launch, shoot } from './browser.ts';
import { faintTexts, isTooWide, namelessControls, rightmostOnCards } from './looks.ts';
import { probeFeature } from './probe-feature.ts';
import { type Rig, startRig } from './rig.ts';

const chromium = findChromium();
if (!chromium) console.warn(howToGetChromium);

const kari = 'kari-myrvang';
const elin = 'elin-sjobranth';
const daniel = 'daniel-brooksby';
const all = 'channel-felles-journal';
const solvik = 'channel-lag-solvik';

describe.skipIf(!chromium)('the page in a browser', () => {
  let rig: Rig;
  let browser: Browser;
  beforeAll(async () => {
    rig = await startRig([
      peopleFeature,
      planFeature,
      pollFeature,
      checklistFeature,
      reminderFeature,
      probeFeature().feature,
    ]);
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    await rig?.stop();
  });

  /** Opens the page, as somebody in a place where given. Whatever the page complains of fails the test. */
  async function open(
    at = '',
    {
      width = 1280,
      height = 860,
      ...options
    }: { width?: number; height?: number; colorScheme?: 'dark' | 'light' } = {},
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: 'reduce',
      locale: 'nb-NO',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) throw new Error(`The page says: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      throw error;
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(rig.url)) throw new Error(`The page asks for ${request.url()}`);
    });
    await page.goto(`${rig.url}/${at ? `#${at}` : ''}`);
    await page.locator('#place-about').filter({ hasText: /./ }).waitFor();
    return page;
  }
  const close = (page: Page) => page.context().close();
  const say = async (page: Page, text: string) => {
    await page.locator('#box').fill(text);
    await page.locator('#box').press('Enter');
    await expect.poll(() => page.locator('#box').inputValue()).toBe('');
  };
  const lastCard = (page: Page) => page.locator('.message').last().locator('.card');
  const overflows = (page: Page) => page.evaluate<boolean>(isTooWide);
  const focused = (page: Page) => page.locator(':focus');

  test('greets a newcomer as the programme’s owner, in their own chat, and says what can be done', async () => {
    const page = await open();
    await page.locator('.card', { hasText: 'Hei, dette er Klar' }).waitFor();
    expect(await page.locator('#who option').count()).toBe(12);
    expect(await page.locator('#who option:checked').textContent()).toContain('programeier');
    expect(await page.locator('#now').textContent()).toBe('ons. 25. nov. 2026 kl. 08.00');
    await page.locator('#intro').waitFor();
    await shoot(page, 'start');
    await page.getByRole('button', { name: 'Skjønner' }).click();
    expect(await page.locator('#intro').isVisible()).toBe(false);
    await close(page);
  });

  test('begins on a phone with what this is, although the first messages fill the window', async () => {
    const page = await open('', { width: 360, height: 740 });
    await page.locator('.card', { hasText: 'Hei, dette er Klar' }).waitFor();
    expect(await page.locator('#scroll').evaluate((scroll) => scroll.scrollTop)).toBe(0);
    await close(page);
  });

  test('speaks the language of whoever one is', async () => {
    const page = await open(kari);
    expect(await page.locator('html').getAttribute('lang')).toBe('nb');
    for (const [who, lang, step, chip] of [
      [elin, 'sv', '+ 1 vecka', 'SV'],
      [daniel, 'en', '+ 1 week', 'EN'],
    ] as const) {
      await page.locator('#who').selectOption(who);
      await page.locator(`html[lang=${lang}]`).waitFor();
      expect(await page.locator('#step-week').textContent()).toBe(step);
      expect(await page.locator('#who-language').textContent()).toBe(chip);
    }
    await close(page);
  });

  test('two people answer a poll on the same card, and each sees their own answer and the common count', async () => {
    const page = await open(`${kari}/${all}`);
    await say(page, 'avstemning "Hvor står dere?" "Ikke begynt" "Forbereder" "Er i gang"');
    const poll = page.locator('.message', { hasText: 'Hvor står dere?' }).last();
    await poll.getByRole('button', { name: 'Forbereder' }).click();
    await poll.getByText('Du svarte', { exact: false }).first().waitFor();
    await shoot(page, 'poll-answered');
    await page.locator('#who').selectOption(elin);
    await page.locator('html[lang=sv]').waitFor();
    const same = page.locator('.message', { hasText: 'Hvor står dere?' }).last();
    await same.getByRole('button', { name: 'Er i gang' }).click();
    await same.getByText('Du svarade', { exact: false }).first().waitFor();
    await same
      .getByText(/2 (har svarat|svar)/)
      .first()
      .waitFor();
    await shoot(page, 'poll-second-person');
    await close(page);
  });

  test('a checklist is given out, a unit’s contact confirms, and the board shows it', async () => {
    const page = await open('ingrid-solbakkrud/own-ingrid-solbakkrud');
    await say(page, 'sjekkliste');
    await page.getByRole('button', { name: 'Del ut en sjekkliste' }).click();
    const giving = page.locator('.card', { hasText: 'Når skal svarene være inne?' });
    await giving.getByLabel('Solvik kommune').check();
    await giving.locator('input[type=date]').fill('2027-02-11');
    await giving.getByRole('button', { name: 'Se hvem som får hva' }).click();
    await page.getByRole('button', { name: 'Del ut til 1 enhet' }).click();
    await page.locator('.card', { hasText: 'er delt ut til 1 enhet' }).waitFor();

    await page.locator('#who').selectOption(kari);
    await page.locator('.place.fresh', { hasText: 'lag-solvik' }).click();
    const sheet = page.locator('.message', { hasText: '15 punkter for Solvik kommune' }).last();
    await sheet.waitFor();
    await shoot(page, 'checklist');
    await sheet.getByRole('button', { name: 'Svar på disse 5' }).click();
    const form = page.locator('.message', { hasText: 'Svar på punkt 1' }).last();
    await form.getByLabel('Svar på punkt 1').selectOption({ label: '! Gul: på vei, noe mangler' });
    const save = form.getByRole('button', { name: /^Lagre/ });
    await save.click();
    await form.locator('.field-problem').waitFor();
    await shoot(page, 'checklist-comment-missing');
    await form.getByLabel('Merknad til punkt 1').fill('Mangler to på natt');
    await save.click();
    const answered = page.locator('.card', { hasText: 'Mangler to på natt' }).last();
    await answered.getByText('gul', { exact: false }).first().waitFor();
    await shoot(page, 'checklist-answered');

    await page.locator('#who').selectOption('ingrid-solbakkrud');
    await page.locator('.place', { hasText: 'Klar' }).click();
    await say(page, 'klar');
    await lastCard(page).getByText('Solvik kommune').first().waitFor();
    await shoot(page, 'board');
    await close(page);
  });

  test('moving the clock a week sends reminders, reports where, and leads there', async () => {
    const page = await open(`${kari}/own-${kari}`);
    await page.locator('#step-week').click();
    const report = page.locator('#report');
    await report.getByText('Nå er det onsdag 2. desember kl. 08.00').waitFor();
    await shoot(page, 'clock-week');
    const all = report.getByRole('button', { name: /^Vis alle \d+$/ });
    const [, count] = /(\d+)$/.exec((await all.textContent()) ?? '') ?? [];
    expect(await report.locator('li').count(), 'four places and the way to the rest').toBe(5);
    await all.click();
    expect(await report.locator('li').count()).toBe(Number(count));
    expect(await focused(page).textContent()).toBe(await report.locator('li:nth-child(5) button').textContent());
    await page.locator('.place.fresh', { hasText: 'lag-solvik' }).waitFor();
    await report.getByRole('button', { name: '#lag-solvik' }).click();
    await page.locator('#place-name', { hasText: 'lag-solvik' }).waitFor();
    // The week's overview on Monday names the same row.
    const reminder = page.locator('.card', { hasText: 'Om 7 dager: Utstyrsliste er levert' });
    await reminder.waitFor();
    await shoot(page, 'reminder');
    await reminder.getByRole('button', { name: 'Ferdig' }).click();
    await page.locator('.card', { hasText: '✓' }).last().waitFor();
    await page.locator('.message[aria-busy=true]').waitFor({ state: 'detached' });
    await shoot(page, 'reminder-done');
    await close(page);
  });

  test('a link in the report to a place that one does not see leads there as somebody who does', async () => {
    const page = await open(`${daniel}/own-${daniel}`);
    await page.locator('#step-week').click();
    await page
      .locator('#report')
      .getByRole('button', { name: /^Show all/ })
      .click();
    await page.locator('#report li button').filter({ hasText: '#lag-tindøy' }).click();
    await page.locator('#place-name', { hasText: 'lag-tindøy' }).waitFor();
    expect(await page.locator('#who').inputValue()).not.toBe(daniel);
    await close(page);
  });

  test('can be used by keyboard alone', async () => {
    const page = await open(`${kari}/${all}`);
    // To the list of places and down it.
    await page.locator('.place[aria-current]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('#place-name', { hasText: 'lag-solvik' }).waitFor();
    // To the box by the link that is the first stop.
    await page.locator('#skip').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page).getAttribute('id')).toBe('box');
    // The arrow shows all commands; Escape takes them away.
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#suggestions').getByRole('option').count()).toBeGreaterThan(8);
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions').isVisible()).toBe(false);
    // A command by its first letters, the arrow and Enter; Enter again sends.
    await page.keyboard.type('pos');
    await page.locator('#suggestions').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#box').getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await page.keyboard.press('Enter');
    expect(await page.locator('#box').inputValue()).toBe('post ');
    await page.keyboard.press('Enter');
    await page.locator('.card', { hasText: 'Alle: ' }).waitFor();
    // A button pressed by Enter, and the focus is still on it when the card has been redrawn.
    const button = lastCard(page).getByRole('button', { name: 'probe.count' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.card', { hasText: 'Kari Myrvang: 1' }).waitFor();
    expect(await focused(page).textContent()).toBe('probe.count');
    expect(await page.locator('.card:has(:focus)').textContent()).toContain('Kari Myrvang: 1');
    await close(page);
  });

  test('a person is suggested after an @, and mentioned', async () => {
    const page = await open(`${kari}/${all}`);
    await page.locator('#box').pressSequentially('echo hei @Aish');
    await page.getByRole('option', { name: '@Aisha Rahmani' }).click();
    expect(await page.locator('#box').inputValue()).toBe('echo hei @Aisha Rahmani ');
    await page.locator('#box').press('Enter');
    await page.locator('.card', { hasText: 'nevnt: Aisha Rahmani' }).waitFor();
    await close(page);
  });

  test('what is refused stays in the box with the reason; a wrong field keeps what was written and says why', async () => {
    const page = await open(`${kari}/own-${kari}`);
    await page.locator('#box').fill('wrong');
    await page.locator('#box').press('Enter');
    await page.locator('#problem', { hasText: 'Det ble feil' }).waitFor();
    expect(await page.locator('#box').inputValue()).toBe('wrong');
    await page.locator('#box').fill('form');
    await page.locator('#box').press('Enter');
    const form = lastCard(page);
    await form.getByText('Fyll ut').waitFor();
    await form.getByRole('button', { name: 'probe.save' }).click();
    await form.locator('.field-problem', { hasText: 'Skriv en merknad' }).waitFor();
    expect(await page.locator('.card textarea:focus').count()).toBe(1);
    // Somebody else says something meanwhile: what is being written stays.
    await form.locator('textarea').fill('Nesten ferdig');
    await rig.post('/api/rehearsal/say', { as: kari, place: `own-${kari}`, text: 'echo imens', act: rig.act() });
    await page.locator('.said', { hasText: 'echo imens' }).waitFor();
    const field = page.locator('.card textarea');
    expect(await field.inputValue()).toBe('Nesten ferdig');
    await page.locator('.card').getByRole('button', { name: 'probe.save' }).click();
    await page.locator('.card', { hasText: 'Lagret: Nesten ferdig' }).waitFor();
    expect(await field.count()).toBe(0);
    await close(page);
  });

  test('a file goes to Klar from the box and from a card that asks for one', async () => {
    const page = await open(`ingrid-solbakkrud/own-ingrid-solbakkrud`);
    await say(page, 'importer');
    const asks = page.waitForEvent('filechooser');
    await lastCard(page).getByRole('button', { name: 'Velg fil' }).click();
    const rows = 'Tid;Aktivitet;Ansvarlig\n12/1;Nytt møte;Solvik kommune\n31/2;Umulig;Solvik kommune\n';
    await (await asks).setFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
    await page.locator('.said', { hasText: 'plan.csv' }).waitFor();
    await page.locator('.card', { hasText: '31/2' }).waitFor();
    await page.locator('.choose-file').waitFor({ state: 'detached' });
    await shoot(page, 'import');
    await close(page);
  });

  test('shows what people write as they wrote it, and runs none of it', async () => {
    const page = await open(`${kari}/${solvik}`);
    const text =
      '<img src=x onerror="document.title=1"> **fet** [x](javascript:alert(1)) {{DATE(2026-01-01T00:00:00Z)}}';
    await say(page, `echo ${text}`);
    await lastCard(page).getByText('fet').waitFor();
    const shown = (await lastCard(page).locator('.ac-textBlock').textContent()) ?? '';
    expect(shown.replaceAll('\u2060', '')).toBe(text);
    expect(await page.locator('.messages img:not(.portrait), .messages a, .card strong').count()).toBe(0);
    expect(await page.title()).toBe('Klar – øvelse');
    await close(page);
  });

  test('fits a phone of 320 px: places and conversation take turns, nothing is wider than the screen', async () => {
    const page = await open(`${kari}/${all}`, { width: 320, height: 640 });
    await page.locator('.card').first().waitFor();
    expect(await overflows(page)).toBe(false);
    await shoot(page, 'phone-talk');
    await say(page, 'plan');
    await say(page, 'sjekkliste');
    await say(page, 'avstemning');
    expect(await overflows(page)).toBe(false);
    expect(await page.evaluate<number>(rightmostOnCards)).toBeLessThanOrEqual(320);
    await shoot(page, 'phone-form');
    await page.locator('#back').click();
    await page.locator('.places').waitFor();
    expect(await page.locator('.talk').isVisible()).toBe(false);
    expect(await overflows(page)).toBe(false);
    await shoot(page, 'phone-places');
    await page.locator('.place', { hasText: 'lag-solvik' }).click();
    await page.locator('#place-name', { hasText: 'lag-solvik' }).waitFor();
    await close(page);
  });

  test('follows the reader’s system into the dark, with text that can be read', async () => {
    const page = await open(`${kari}/${all}`, { colorScheme: 'dark' });
    await page.locator('.card').first().waitFor();
    await shoot(page, 'dark');
    expect(await page.evaluate<string[]>(faintTexts)).toEqual([]);
    await close(page);
  });

  test('every control has a name and every field a label', async () => {
    const page = await open(`ingrid-solbakkrud/${all}`);
    await say(page, 'avstemning');
    await page.locator('.card textarea').waitFor();
    expect(await page.evaluate<string[]>(namelessControls)).toEqual([]);
    await shoot(page, 'poll-form');
    await close(page);
  });
});
