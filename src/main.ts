import { parseArgs } from 'node:util';
import { announcementFeature } from '#announcement/feature.ts';
import type { Feature } from '#chat/feature.ts';
import { createLinkedFiles, linksOn } from '#chat/linked-files.ts';
import type { Log } from '#chat/log.ts';
import type { RunningSurface } from '#chat/port.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { forTheOperator } from '#cli/for-the-operator.ts';
import { type Clock, systemClock } from '#clock/clock.ts';
import { type Heartbeat, startHeartbeat } from '#clock/heartbeat.ts';
import { createPulse } from '#clock/pulse.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { type Config, isPublic, readConfig } from './config.ts';
import { buildHouse, type House } from './house.ts';
import { createLinkRoute } from './http/link-route.ts';
import { createMetrics } from './http/metrics.ts';
import { heartBeats, readyRoute } from './http/ready.ts';
import { createHttpServer } from './http/server.ts';
import { logToStderr } from './log-to-stderr.ts';
import { type Mounting, openStore, serveOperator } from './mounting.ts';

/** Everything Klar can do. A new feature is one line here. */
const features: Feature[] = [
  peopleFeature,
  planFeature,
  pollFeature,
  checklistFeature,
  announcementFeature,
  reminderFeature,
];

export interface Klar {
  /** Where it is reached, `http://127.0.0.1:3978`. */
  url: string;
  /** The real house; undefined in a rehearsal alone. */
  house: House | undefined;
  /** The rehearsal's, when it is played. */
  rehearsal: House | undefined;
  /** Stops taking acts in, waits for what is under way, and lets go of the store. */
  stop(): Promise<void>;
}

interface Starting {
  /** What the real house goes by. Default: the computer's clock. A rehearsal has its own, which begins on the same day. */
  clock?: Clock;
  /** Divides the waiting times of delivery; 1 is real time. */
  speed?: number;
  log?: Log;
  /** Keeps the rehearsal in this folder. Default: a temporary one, removed at the end. */
  rehearsalData?: string;
  /** False leaves the heartbeat to whoever moves the clock. */
  heartbeat?: boolean;
}

/** Starts Klar with a configuration. Rejects, with nothing left running, when something it needs is missing. */
export async function startKlar(config: Config, starting: Starting = {}): Promise<Klar> {
  const log = starting.log ?? logToStderr();
  const closing: Mounting['closing'] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const http = createHttpServer(log);
    const metrics = createMetrics(config.metricsToken);
    const checks: Mounting['checks'] = [() => (isStopping ? 'Klar is stopping.' : undefined)];
    const { app } = http;
    const mounting: Mounting = { features, app, linked: [], here: () => here, metrics, checks, closing, log };
    app.get('/readyz', readyRoute(checks));
    app.get('/metrics', metrics.route);
    let here = config.port === 0 ? undefined : `http://127.0.0.1:${config.port}`;
    app.use(createLinkRoute(mounting.linked));
    const house = config.teams || config.slack ? await openReal(config, mounting, starting) : undefined;
    const played = config.rehearsal ? await play(config, mounting, starting) : undefined;
    const url = await http.listen(config.port, config.host);
    here = url;
    closing.push(() => http.close());
    // Before the server: a page that waits for news would keep it from closing.
    if (played) closing.push(async () => played.web.close());
    return { url, house, rehearsal: played?.house, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The rehearsal, on a clock that begins on the real one's day. With its page it is loaded only where it is played. */
async function play(config: Config, mounting: Mounting, { clock = systemClock, rehearsalData }: Starting) {
  const { openRehearsal } = await import('./open-rehearsal.ts');
  return openRehearsal(config, mounting, { from: clock.now(), kept: rehearsalData });
}

/** The real Klar: its store, the surfaces that are configured, and the heartbeat. */
async function openReal(config: Config, mounting: Mounting, starting: Starting): Promise<House> {
  const { app, linked, here, metrics, checks, closing, log } = mounting;
  // 1. The store, which is also the lock: a second Klar on the same folder stops here.
  const store = await openStore(mounting, { dir: config.data, secretKeyFile: config.secretKeyFile });

  // 2. The files behind links, and where platforms fetch them.
  const files = createLinkedFiles({ features, world: () => house.world });
  linked.push(files);
  const reached = config.url !== undefined && isPublic(config.url) ? config.url : undefined;
  if (config.url !== undefined && reached === undefined) {
    log.warn({}, 'KLAR_URL is no public https address: pictures and files are shown without it where that is possible');
  }

  // 3. The surfaces. Their SDKs are large, so each is loaded only where it is configured.
  const running: RunningSurface[] = [];
  if (config.teams) {
    const { createTeamsSurface } = await import('#teams/teams-surface.ts');
    const links = linksOn(files, config.teams.local ? here : () => reached);
    running.push(createTeamsSurface({ config: config.teams, links, log }));
  }
  if (config.slack) {
    const { createSlackSurface } = await import('#slack/slack-surface.ts');
    running.push(createSlackSurface({ config: config.slack, links: linksOn(files, () => reached), log }));
  }

  const pulse = createPulse();
  const meter = metrics.of('real', {
    surfaces: running.map(({ surface }) => surface.name),
    queueLength: () => house.outbox.waiting(),
    lastBeatMs: pulse.lastBeatMs,
    sign: pulse.sign,
  });

  // 4. The house: features, delivery and the one door.
  const house: House = buildHouse({
    store,
    features,
    surfaces: new Map(running.map(({ surface }) => [surface.name, surface])),
    clock: starting.clock ?? systemClock,
    defaults: { language: config.language, timeZone: config.timeZone },
    log,
    meter,
    ...(starting.speed ? { speed: starting.speed } : {}),
    ...(reached ? {} : { unreachable: new Set(config.teams?.local ? ['slack'] : ['slack', 'teams']) }),
  });
  closing.push(() => house.outbox.close());
  serveOperator(store, house, log);
  checks.push(() => (house.beatIsKept() ? undefined : 'Nothing can be written to the data folder (KLAR_DATA).'));

  // 5. The ways in.
  for (const one of running) {
    if (one.router) app.use(one.router);
    let isOpen = false;
    checks.push(() => (isOpen ? one.trouble?.() : `${one.surface.name} is not open.`));
    await one.open(house.handle);
    isOpen = true;
    closing.push(async () => {
      isOpen = false;
      await one.close();
    });
  }

  // 6. The clock, last: what fell due while Klar was away is sent now, and cards that a crash left behind are redrawn.
  await house.catchUp();
  if (starting.heartbeat !== false) {
    const heartbeat: Heartbeat = startHeartbeat(() => pulse.during(house.beat));
    checks.push(heartBeats(pulse));
    // A beat may be sending for minutes: what it still has to send is left to the next start.
    closing.push(async () => {
      const stopped = heartbeat.stop();
      await house.outbox.close();
      await stopped;
    });
  }
  return house;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const config = readConfig(process.env);
  const klar = await startKlar(
    values.data && (config.teams || config.slack) ? { ...config, data: values.data } : config,
    values.data ? { rehearsalData: values.data } : {},
  );
  process.stdout.write(`Klar: ${klar.url}\n`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      void klar.stop().then(() => process.exit(0));
    });
  }
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    // What the operator can mend is said in plain words; anything else with its stack.
    const said = forTheOperator(error) ?? (error instanceof Error ? error.stack : String(error));
    process.stderr.write(`${said}\n`);
    process.exit(1);
  });
}
