import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from '../run.ts';
import type { Bare } from './bare-process.ts';
import type { Beaten, KlarOptions } from './klar-process.ts';
import { type Part, startPart } from './part.ts';
import type { Arrived, PlatformOptions } from './platform-process.ts';
import { settleTown, type Town, titleWord } from './town.ts';

const people = 1700;
const channels = 50;
const messages = people + channels;

/**
 * How many times faster than in life a platform's windows, Klar's budgets and the bare loop go by: as fast as this machine's two cores
 * keep up with Klar and a platform beside each other.
 */
const speeds = { teams: 2.4, slack: 20 } as const;
/** The connector client alone goes by faster: it is told for comparison, and costs least so. */
const connectorSpeed = 7.2;
/** With trouble nothing is timed, and whole workspaces wait for what they asked for: that goes by faster. */
const troubledSpeeds = { teams: 8, slack: 40 } as const;
/** What a platform takes from all places together: so many messages in so many milliseconds (PLATFORMS T39, S22). */
const windows = { teams: { most: 50, ms: 1000 }, slack: { most: 300, ms: 60_000 } } as const;
const names = { teams: 'Teams', slack: 'Slack' } as const;

/** When Klar is killed: as soon as this share of the messages has arrived. */
const killsAt = [0.2, 0.45, 0.7];
/** Issue 4: as many as are in flight at three kills, eight each. */
const mostRepeated = 24;
/** Beats, a minute apart, that Klar has to bring to everyone what a platform did not take at first. */
const mostBeats = 20;

/** 1,700 people and 50 channels are reminded in one morning, through a platform with its real limits, then with trouble. */
export const measureSending: Bench = async (tell) => {
  for (const surface of ['teams', 'slack'] as const) {
    const calm = await withTown({ surface, speed: speeds[surface] }, async (platform, town, klar) => {
      const { beaten } = await remind(await klar(), platform, town);
      const sample = await platform.ask<Bare['sample']>('sample');
      return { ...beaten, ...tally(await platform.ask<Arrived>('arrived'), town), sample };
    });
    const bare = await bareLoop(surface, calm.sample, 'sdk');
    const of = `${messages} messages in ${names[surface]}`;
    const { most, ms: windowMs } = windows[surface];
    // The first window's messages may go at once, the next one's when it is over, and so on.
    const allowedMs = (Math.floor((messages - 1) / most) * windowMs) / speeds[surface];
    tell({ name: `${of}, CPU each`, unit: 'ms', value: calm.cpuMs / messages });
    tell({ name: `${of}, CPU each in a bare loop through the SDK`, unit: 'ms', value: bare.cpuMs / messages });
    tell({ name: `${of}, CPU each / in a bare loop`, unit: 'ratio', value: calm.cpuMs / bare.cpuMs, limit: 2 });
    if (surface === 'teams') {
      const least = await bareLoop(surface, calm.sample, 'connector');
      const how = 'in a bare loop through the connector client alone';
      tell({ name: `${of}, CPU each ${how}`, unit: 'ms', value: least.cpuMs / messages });
      tell({ name: `${of}, CPU each / ${how}`, unit: 'ratio', value: calm.cpuMs / least.cpuMs });
    }
    tell({ name: `${of}, finished at ${speeds[surface]} times the speed of life`, unit: 'ms', value: calm.ms });
    const named = `${of}, finished / time that ${most} in ${windowMs / 1000} s allow`;
    tell({ name: named, unit: 'ratio', value: calm.ms / allowedMs, limit: 1.1 });
    tell({ name: `${of}, asked to be patient`, unit: 'times', value: calm.throttled });
    tell({ name: `${of}, lost`, unit: 'messages', value: calm.lost, limit: 0 });
    tell({ name: `${of}, come twice`, unit: 'messages', value: calm.repeated + calm.repeatedUnclear, limit: 0 });

    const troubled = await withTrouble(surface);
    const how = `${of} with 10 % 429, 5 % 5xx and ${killsAt.length} kills`;
    tell({
      name: `${how}, finished at ${troubledSpeeds[surface]} times the speed of life`,
      unit: 'ms',
      value: troubled.ms,
    });
    tell({ name: `${how}, lost`, unit: 'messages', value: troubled.lost, limit: 0 });
    tell({ name: `${how}, repeated`, unit: 'messages', value: troubled.repeated, limit: mostRepeated });
    const unclear = `${how}, sent again because a 5xx had stored them`;
    tell({ name: unclear, unit: 'messages', value: troubled.repeatedUnclear });
  }
};

/** The same, on a platform out of sorts, and Klar is killed and started again. */
function withTrouble(surface: Town['surface']) {
  const trouble = { seed: 4, throttled: 0.1, failing: 0.05, afterApplying: 0.5 };
  return withTown({ surface, speed: troubledSpeeds[surface], trouble }, async (platform, town, klar) => {
    const begun = performance.now();
    for (const share of killsAt) {
      const doomed = await klar();
      const beating = doomed.ask('beat').catch(() => {});
      while ((await platform.ask<number>('count')) < share * messages) await rest(20);
      await doomed.kill();
      await beating;
    }
    await remind(await klar(), platform, town);
    return { ms: performance.now() - begun, ...tally(await platform.ask<Arrived>('arrived'), town) };
  });
}

/** Lets Klar beat, a minute apart, until everyone is reminded, and once more: what is done stays done. */
async function remind(klar: Part, platform: Part, town: Town): Promise<{ beaten: Beaten }> {
  const all = { cpuMs: 0, ms: 0 };
  let lost = messages;
  for (let beats = 0; lost > 0 && beats < mostBeats; beats += 1) {
    const { cpuMs, ms } = await klar.ask<Beaten>('beat');
    all.cpuMs += cpuMs;
    all.ms += ms;
    await klar.ask('aMinuteGoesBy');
    ({ lost } = tally(await platform.ask<Arrived>('arrived'), town));
  }
  await klar.ask('beat');
  await klar.kill();
  return { beaten: all };
}

/** What reached whom. */
function tally({ received, throttled, violations }: Arrived, town: Town) {
  if (violations > 0) throw new Error(`Klar broke ${violations} rules of the platform`);
  const byPlace = Map.groupBy(
    received.filter(({ text }) => text.includes(titleWord)),
    ({ place }) => place,
  );
  const places = [...town.people.map(({ chat }) => chat), ...town.channels].map(({ key }) => key);
  const copies = places.map((key) => byPlace.get(key) ?? []);
  // Whoever was not told that a message arrived can only lose it or send it again: those are counted by themselves.
  const unclear = copies.map((some) => some.slice(0, -1).filter(({ isTold }) => !isTold).length);
  const extra = copies.map((some) => Math.max(0, some.length - 1));
  const sum = (values: number[]) => values.reduce((so, value) => so + value, 0);
  return {
    lost: copies.filter((some) => some.length === 0).length,
    repeated: sum(extra) - sum(unclear),
    repeatedUnclear: sum(unclear),
    throttled,
  };
}

async function bareLoop(surface: Town['surface'], sample: Bare['sample'], through: Bare['through']): Promise<Beaten> {
  const speed = through === 'connector' ? connectorSpeed : speeds[surface];
  const platform = await startPlatform({ surface, speed });
  try {
    const { environment, people: all } = await platform.ask<Town>('town');
    const bare = await startPart('bare-process.ts', environment);
    const chats = Array.from({ length: messages }, (_, nth) => all[nth % all.length]?.chat);
    const { most, ms } = windows[surface];
    const window = { most, ms: ms / speed };
    const beaten = await bare.ask<Beaten>('send', { chats, sample, window, through } as Bare);
    await bare.kill();
    return beaten;
  } finally {
    await platform.kill();
  }
}

type Mood = Pick<PlatformOptions, 'surface' | 'speed' | 'trouble'>;

const startPlatform = (mood: Mood) =>
  startPart('platform-process.ts', { people, channels, limits: 'real', ...mood } satisfies PlatformOptions);

/** A platform, a town in it, and Klar on a data folder of its own: everything is ended and removed after `work`. */
async function withTown<T>(
  mood: Mood,
  work: (platform: Part, town: Town, klar: () => Promise<Part>) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-bench-'));
  const data = join(folder, 'data');
  const platform = await startPlatform(mood);
  const started: Part[] = [];
  try {
    const town = await platform.ask<Town>('town');
    await settleTown(town, data);
    return await work(platform, town, async () => {
      const klar = await startPart('klar-process.ts', {
        environment: town.environment,
        data,
        speed: mood.speed,
      } satisfies KlarOptions);
      started.push(klar);
      return klar;
    });
  } finally {
    for (const part of [...started, platform]) await part.kill();
    await rm(folder, { recursive: true });
  }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
