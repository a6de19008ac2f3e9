import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { announcementFeature } from '#announcement/feature.ts';
import type { Feature } from '#chat/feature.ts';
import { createLinkedFiles, type LinkedFiles, linksOn } from '#chat/linked-files.ts';
import type { Log } from '#chat/log.ts';
import type { RunningSurface } from '#chat/port.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { forTheOperator } from '#cli/for-the-operator.ts';
import { operatorRequests } from '#cli/operator-requests.ts';
import { type Clock, movableClock, systemClock } from '#clock/clock.ts';
import { type Heartbeat, startHeartbeat } from '#clock/heartbeat.ts';
import { createPulse } from '#clock/pulse.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { pollFeature } from '#poll/feature.ts';
import { rehearsalStart, startRehearsal } from '#rehearsal/rehearsal.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { type LowdbStore, openLowdbStore } from '#store/lowdb/open.ts';
import { type Config, isPublic, readConfig } from './config.ts';
import { buildHouse, type House } from './house.ts';
import { createLinkRoute } from './http/link-route.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { type Check, heartBeats, readyRoute } from './http/ready.ts';
import { createHttpServer } from './http/server.ts';
import { logToStderr } from './log-to-stderr.ts';

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
  const closing: (() => Promise<void>)[] = [];
  let isStopping = false;
  const stop = async () => {
    isStopping = true;
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const http = createHttpServer(log);
    const metrics = createMetrics(config.metricsToken);
    const checks: Check[] = [() => (isStopping ? 'Klar is stopping.' : undefined)];
    const mounting: Mounting = { app: http.app, linked: [], here: () => here, metrics, checks };
    http.app.get('/readyz', readyRoute(checks));
    http.app.get('/metrics', metrics.route);
    let here = config.port === 0 ? undefined : `http://127.0.0.1:${config.port}`;
    http.app.use(createLinkRoute(mounting.linked));
    const house = config.teams || config.slack ? await openReal(config, starting, log, mounting, closing) : undefined;
    const played = config.rehearsal ? await openRehearsal(config, starting, log, mounting, closing) : undefined;
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

/** What a house is mounted on. */
interface Mounting {
  app: ReturnType<typeof createHttpServer>['app'];
  /** The files behind links of every house. */
  linked: LinkedFiles[];
  /** Where this machine reaches Klar; undefined until a port that the system chooses is known. */
  here(): string | undefined;
  metrics: Metrics;
  /** What must hold for Klar to be ready, added as it is opened. */
  checks: Check[];
}

/** The real Klar: its store, the surfaces that are configured, and the heartbeat. */
async function openReal(
  config: Config,
  starting: Starting,
  log: Log,
  { app, linked, here, metrics, checks }: Mounting,
  closing: (() => Promise<void>)[],
) {
  // 1. The store, which is also the lock: a second Klar on the same folder stops here.
  const store = await openStore(config.data, config.secretKeyFile, { checks, closing });

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

/** Opens a store, which from then on must be open for Klar to be ready. */
async function openStore(
  dir: string,
  secretKeyFile: string,
  { checks, closing }: Pick<Mounting, 'checks'> & { closing: (() => Promise<void>)[] },
): Promise<LowdbStore> {
  const store = await openLowdbStore({ dir, secretKeyFile });
  let isOpen = true;
  checks.push(() => (isOpen ? undefined : 'The store is not open.'));
  closing.push(async () => {
    isOpen = false;
    await store.close();
  });
  return store;
}

/** A rehearsal on the page, with its own store, people and clock. Nothing that it sends leaves the page. */
async function openRehearsal(
  config: Config,
  starting: Starting,
  log: Log,
  { app, linked, metrics, checks }: Mounting,
  closing: (() => Promise<void>)[],
) {
  const { createWebSurface, WORKSPACE } = await import('#web/surface.ts');
  const kept = starting.rehearsalData;
  const dir = kept ?? (await mkdtemp(join(tmpdir(), 'klar-rehearsal-')));
  if (!kept) closing.push(() => rm(dir, { recursive: true, force: true }));
  const store = await openStore(join(dir, 'store'), join(dir, 'store.key'), { checks, closing });

  const clock = movableClock(await rehearsalStart(store, (starting.clock ?? systemClock).now(), config.timeZone));
  const files = createLinkedFiles({ features, world: () => house.world });
  linked.push(files);
  const web = await createWebSurface({
    store,
    now: clock.now,
    links: linksOn(files, () => ''),
    onRefused: (why) => log.warn({ why }, 'the page refused a request'),
  });
  const { language, timeZone } = config;
  const pulse = createPulse();
  const meter = metrics.of('rehearsal', {
    surfaces: ['web'],
    queueLength: () => house.outbox.waiting(),
    lastBeatMs: pulse.lastBeatMs,
  });
  const house: House = buildHouse({
    store,
    features,
    surfaces: new Map([['web', web.surface]]),
    clock,
    defaults: { language, timeZone },
    log,
    meter,
  });
  serveOperator(store, house, log);
  const beat = async () => {
    await pulse.during(house.beat);
    await house.outbox.settled();
  };
  const stage = await startRehearsal({
    store,
    surface: web.surface,
    workspace: WORKSPACE,
    clock,
    timeZone,
    beat,
    nextEvents: house.nextEvents,
  });
  app.use(web.router({ handle: house.handle, stage, commands: house.commands }));
  closing.push(() => house.outbox.settled());
  await beat();
  return { web, house };
}

/** From now on answers the operator's commands, and says which files of the store could not be read. */
function serveOperator(store: LowdbStore, { world }: House, log: Log): void {
  for (const damaged of store.damaged) log.error(damaged, 'a file of the store is damaged: its record is read-only');
  store.serve(operatorRequests(world));
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
