import type { Feature } from '#chat/feature.ts';
import { createLinkedFiles, linksOn } from '#chat/linked-files.ts';
import type { Log } from '#chat/log.ts';
import { movableClock } from '#clock/clock.ts';
import { peopleFeature } from '#people/feature.ts';
import { createSlackSurface } from '#slack/slack-surface.ts';
import type { LowdbStore } from '#store/lowdb/open.ts';
import type { SlackConfig } from '../../src/config.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { SlackStandIn } from '../doubles/slack/stand-in.ts';
import { type SlackOptions, startSlack } from '../doubles/slack/start-slack.ts';
import { openInFolder } from '../store/folder-fixture.ts';

export interface Line {
  level: 'info' | 'warn' | 'error';
  about: Record<string, unknown>;
  message: string;
}

/** A whole Klar on a store of its own, and a Slack that it is installed in. */
export interface KlarInSlack {
  slack: SlackStandIn;
  house: House;
  store: LowdbStore;
  /** What the operator would read, refusals and failures alone unless all is asked for. */
  lines(level?: Line['level']): Line[];
  /** Klar without a restart of Slack: what it held in memory is gone, the store stays. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const secret = 'hemmelig-signatur';
export const botToken = 'xoxb-test';

/** @param options.socket Through Socket Mode instead of HTTP. */
export async function startKlarInSlack(
  options: {
    socket?: boolean;
    features?: Feature[];
    config?: Partial<SlackConfig>;
    slack?: Partial<SlackOptions>;
    patience?: { windowMs?: number; formMs?: number };
    /** Where Slack's machines reach Klar; left out, nowhere. */
    url?: string;
  } = {},
): Promise<KlarInSlack> {
  const appToken = options.socket ? 'xapp-test' : undefined;
  const slack = await startSlack({
    signingSecret: secret,
    botToken,
    ...(appToken ? { appToken } : {}),
    ...options.slack,
  });
  const folder = await openInFolder();
  const written: Line[] = [];
  const write = (level: Line['level']) => (about: object, message: string) =>
    void written.push({ level, about: { ...about }, message });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const config: SlackConfig = {
    botToken,
    signingSecret: appToken ? undefined : secret,
    appToken,
    apiUrl: slack.apiUrl,
    admitted: [],
    ...options.config,
  };

  async function start() {
    const features = options.features ?? [peopleFeature];
    const files = createLinkedFiles({ features, world: () => house.world });
    const running = createSlackSurface({
      config,
      links: linksOn(files, () => options.url),
      log,
      patience: { pictureMs: 1, ...options.patience },
    });
    const house: House = buildHouse({
      store: folder.store,
      features,
      surfaces: new Map([['slack', running.surface]]),
      clock: movableClock(Temporal.Instant.from('2026-03-02T08:00:00Z')),
      defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
      log,
      speed: 1000,
    });
    const http = createHttpServer(log);
    if (running.router) http.app.use(running.router);
    try {
      await running.open(house.handle);
    } catch (error) {
      await running.close();
      throw error;
    }
    const url = await http.listen(0, '127.0.0.1');
    if (running.router) slack.connect({ eventsUrl: `${url}/slack/events` });
    return { running, house, http };
  }
  async function stopKlar() {
    await now.running.close();
    await now.house.outbox.settled();
    await now.http.close();
  }

  let now: Awaited<ReturnType<typeof start>>;
  try {
    now = await start();
  } catch (error) {
    await slack.stop();
    await folder.discard();
    throw error;
  }
  return {
    slack,
    get house() {
      return now.house;
    },
    get store() {
      return folder.store;
    },
    lines: (level) => written.filter((line) => (level ? line.level === level : line.level !== 'info')),
    async restart() {
      await stopKlar();
      await folder.reopen();
      now = await start();
    },
    async stop() {
      await stopKlar();
      await slack.stop();
      await folder.discard();
    },
  };
}
