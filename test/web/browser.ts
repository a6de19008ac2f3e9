import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where this machine has a Chromium: `KLAR_CHROMIUM`, the search path, or the usual places. */
export function findChromium(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.KLAR_CHROMIUM ?? '', ...onPath, ...usual].find((file) => file !== '' && existsSync(file));
}

/** The one line that says what was left out and how to get it. */
export const howToGetChromium =
  'Left out: the tests of the page in a browser. They need a Chromium: apt-get install chromium, or set KLAR_CHROMIUM to its path.';

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: flags.split(' ') });

export const shots = new URL('../../shots/', import.meta.url);

/** A picture in `shots/`, which git ignores, for somebody to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  await mkdir(shots, { recursive: true });
  await page.screenshot({ path: new URL(`${name}.png`, shots).pathname });
}
