import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from '#chat/feature.ts';
import { createLinkedFiles, linksOn } from '#chat/linked-files.ts';
import type { RunningSurface } from '#chat/port.ts';
import type { TeamsConfig } from '#config.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { createTeamsSurface } from '#teams/teams-surface.ts';
import { buildHouse, type House } from '../../src/house.ts';
import { createLinkRoute } from '../../src/http/link-route.ts';
import { createHttpServer, type HttpServer } from '../../src/http/server.ts';
import {
  type Channel,
  type Message,
  type Person,
  type Place,
  startTeams,
  type Team,
  type TeamsOptions,
  type TeamsStandIn,
} from '../doubles/teams/start-teams.ts';
import { trialFeature } from './trial-feature.ts';

export const APP_ID = '6f1d2c3b-0000-4000-8000-00000000c1a5';
const HOME = 'a3c1e0d2-5b7f-4c1e-8d2a-000000000001';

export interface LogLine {
  level: 'info' | 'warn' | 'error';
  about: Record<string, unknown>;
  message: string;
}

/** Features beside the trial one, and where Teams reaches the files behind their links; left out, nowhere. */
interface More {
  features?: Feature[];
  url?: string;
}

/** Klar's Teams surface over real HTTP between the stand-in of Teams and a real store, with a team of two. */
export class Rig {
  teams!: TeamsStandIn;
  kari!: Person;
  ola!: Person;
  team!: Team;
  channel!: Channel;
  house!: House;
  running!: RunningSurface;
  url = '';
  trial = trialFeature();
  log: LogLine[] = [];
  #http!: HttpServer;
  #folder = '';
  readonly #config: Partial<TeamsConfig>;

  readonly #more: More;

  constructor(config: Partial<TeamsConfig>, more: More) {
    this.#config = config;
    this.#more = more;
  }

  async open(options: Partial<TeamsOptions>): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'klar-teams-'));
    this.teams = await startTeams({ appId: APP_ID, tenantId: HOME, ...options });
    this.kari = this.teams.person({ name: 'Kari Moe' });
    this.ola = this.teams.person({
      name: 'Ola Lie',
      locale: 'sv-SE',
      country: 'SE',
      timeZone: 'Europe/Stockholm',
    });
    this.team = this.teams.team({ name: 'Innføring', members: [this.kari, this.ola], installed: true });
    this.channel = this.teams.channel(this.team, { name: 'Opplæring' });
    await this.#start();
  }

  async #start(): Promise<void> {
    const line = (level: LogLine['level']) => (about: object, message: string) =>
      void this.log.push({ level, about: about as Record<string, unknown>, message });
    const log = { info: line('info'), warn: line('warn'), error: line('error') };
    const config: TeamsConfig = {
      appId: APP_ID,
      appPassword: undefined,
      appType: 'SingleTenant',
      tenant: HOME,
      admitted: [HOME],
      standIn: this.teams.url,
      local: false,
      ...this.#config,
    };
    const features = [this.trial.feature, ...(this.#more.features ?? [])];
    const files = createLinkedFiles({ features, world: () => this.house.world });
    this.running = createTeamsSurface({ config, links: linksOn(files, () => this.#more.url), log });
    const store = await openLowdbStore({ dir: join(this.#folder, 'data'), secretKeyFile: join(this.#folder, 'key') });
    this.house = buildHouse({
      store,
      features,
      surfaces: new Map([['teams', this.running.surface]]),
      clock: { now: () => Temporal.Now.instant() },
      defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
      log,
      speed: 1000,
    });
    this.#http = createHttpServer(log);
    this.#http.app.use(createLinkRoute([files]));
    if (this.running.router) this.#http.app.use(this.running.router);
    await this.running.open(this.house.handle);
    this.url = await this.#http.listen(0, '127.0.0.1');
    this.teams.connect({ messagesUrl: `${this.url}/api/messages` });
  }

  async #stop(): Promise<void> {
    await this.#http.close();
    await this.running.close();
    await this.house.outbox.settled();
    await this.house.store.close();
  }

  /** Klar ends and starts again on the same data; Teams stays as it is. */
  async restart(): Promise<void> {
    await this.#stop();
    await this.#start();
  }

  async close(): Promise<void> {
    await this.#stop();
    await this.teams.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Waits until all that Klar does for the last act is done, and looks at a place. */
  async settled(): Promise<void> {
    await this.running.close();
    await this.house.outbox.settled();
    await this.running.open(this.house.handle);
  }

  /** The bot's last message in a place. */
  last(place: Place): Message {
    const message = this.teams.fromBot(place).at(-1);
    if (!message) throw new Error('Klar has said nothing there');
    return message;
  }

  /** What stands in the whole store, to see that nothing does. */
  async stored(): Promise<number> {
    const { persons, places, postings, programmes } = this.house.store;
    const all = await Promise.all([persons.all(), places.all(), postings.all(), programmes.all()]);
    return all.reduce((sum, some) => sum + some.length, (await this.house.store.audit.all()).length);
  }

  /** Refusals in the log. */
  refusals(): LogLine[] {
    return this.log.filter(({ message }) => message === 'Teams: a request was refused');
  }
}

export async function openRig(
  config: Partial<TeamsConfig> = {},
  options: Partial<TeamsOptions> = {},
  more: More = {},
): Promise<Rig> {
  const rig = new Rig(config, more);
  await rig.open(options);
  return rig;
}
