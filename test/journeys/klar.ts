import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type MovableClock, movableClock } from '#clock/clock.ts';
import { readConfig } from '#config.ts';
import { type Klar, startKlar } from '../../src/main.ts';
import { firstMorning } from './cast.ts';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  about: Record<string, unknown>;
  message: string;
}

/** Where the world reaches Klar, in journeys that have it on the web. */
export const klarUrl = 'https://klar.example.org';

/** Waiting times of delivery are divided by this: two seconds between updates of a card become 40 ms. */
const speed = 50;

/** Klar as it is started in earnest, from an environment, on a folder, with a clock that is moved by hand. */
export class KlarHere {
  readonly clock: MovableClock;
  readonly log: LogLine[] = [];
  readonly #environment: Record<string, string>;
  readonly #folder: string;
  /** Where Klar listens now. */
  address = '';
  #klar: Klar | undefined;

  constructor(environment: Record<string, string>, folder: string, begins = firstMorning) {
    this.clock = movableClock(begins);
    this.#environment = environment;
    this.#folder = folder;
  }

  /** @returns The address that Klar listens on, another one each time. */
  async start(): Promise<string> {
    const line = (level: LogLine['level']) => (about: object, message: string) =>
      void this.log.push({ level, about: about as Record<string, unknown>, message });
    const data = join(this.#folder, 'data');
    const config = readConfig({ KLAR_PORT: '0', KLAR_HOST: '127.0.0.1', KLAR_DATA: data, ...this.#environment });
    this.#klar = await startKlar(config, {
      clock: this.clock,
      speed,
      heartbeat: false,
      log: { info: line('info'), warn: line('warn'), error: line('error') },
      rehearsalData: data,
    });
    this.address = this.#klar.url;
    return this.address;
  }

  async stop(): Promise<void> {
    await this.#klar?.stop();
    this.#klar = undefined;
  }

  get house() {
    const house = this.#klar?.house ?? this.#klar?.rehearsal;
    if (!house) throw new Error('Klar is not running');
    return house;
  }

  /** From eight in the morning over nine to eight the next day: what falls due is sent at its time. */
  async dayGoesBy(): Promise<void> {
    const morning = this.clock.now();
    for (const hours of [1, 24]) {
      this.clock.moveTo(morning.add({ hours }));
      await this.beat();
    }
  }

  async minutesGoBy(minutes: number): Promise<void> {
    this.clock.moveTo(this.clock.now().add({ minutes }));
    await this.beat();
  }

  /** Opens an address that Klar has given: the public one leads to where Klar listens, a path belongs to the page. */
  async opens(address: string): Promise<Response> {
    const { pathname } = new URL(address, klarUrl);
    return fetch(this.address + pathname, { redirect: 'manual' });
  }

  /** What stands behind an address that Klar has given. Fails where there is nothing. */
  async fetches(address: string): Promise<{ bytes: Uint8Array; address: string }> {
    const response = await this.opens(address);
    if (response.status !== 200) throw new Error(`${address}: ${response.status} ${await response.text()}`);
    return { bytes: new Uint8Array(await response.arrayBuffer()), address };
  }

  /** What went wrong inside Klar. A good journey ends without. */
  errors(): LogLine[] {
    return this.log.filter(({ level }) => level === 'error');
  }

  /** Lets the clock tick once, and waits until what it sent has arrived. */
  async beat(): Promise<void> {
    await this.house.beat();
    await this.house.outbox.settled();
  }
}

/** Every file below a folder with what it holds, by its path: all of one moment, also while Klar is writing. */
export async function filesIn(folder: string): Promise<Map<string, Buffer>> {
  for (;;) {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    const files = await Promise.all(paths.sort().map(async (path) => [path, await bytesIn(path)] as const));
    const whole = files.filter((file): file is readonly [string, Buffer] => file[1] !== undefined);
    if (whole.length === files.length) return new Map(whole);
  }
}

/** Undefined when the file has gone since it was listed. */
const bytesIn = (path: string): Promise<Buffer | undefined> =>
  readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** A folder's files and bytes as one short text, to see that nothing was stored. */
export async function bytesOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  for (const [path, bytes] of await filesIn(folder)) hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}
