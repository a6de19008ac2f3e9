import { movableClock } from '#clock/clock.ts';
import { readConfig } from '#config.ts';
import { startKlar } from '../../src/main.ts';
import { answer, startedWith } from './part.ts';
import { dueMorning, quietMorning } from './town.ts';

/** With what Klar is started. */
export interface KlarOptions {
  environment: Record<string, string>;
  data: string;
  speed: number;
}

/** What a beat cost the process: its CPU time (user and system), and how long it took. */
export interface Beaten {
  cpuMs: number;
  ms: number;
}

const { environment, data, speed } = startedWith<KlarOptions>();
const clock = movableClock(Temporal.Instant.from(quietMorning));
let errors = 0;
const klar = await startKlar(readConfig({ KLAR_PORT: '0', KLAR_HOST: '127.0.0.1', KLAR_DATA: data, ...environment }), {
  clock,
  speed,
  heartbeat: false,
  log: {
    info() {},
    warn() {},
    error(about, message) {
      errors += 1;
      if (errors <= 3) console.error(message, about);
    },
  },
});
const { house } = klar;
if (!house) throw new Error('Neither Teams nor Slack is configured');
// What the first beat after a start looks at, and what is loaded at the first message, belongs to none of the others.
await house.beat();
await house.outbox.settled();
clock.moveTo(Temporal.Instant.from(dueMorning));

answer({
  /** Beats once, and waits until all that it sent has arrived. */
  async beat(): Promise<Beaten> {
    const begun = performance.now();
    const cpu = process.cpuUsage();
    await house.beat();
    await house.outbox.settled();
    const { user, system } = process.cpuUsage(cpu);
    return { cpuMs: (user + system) / 1000, ms: performance.now() - begun };
  },
  aMinuteGoesBy: () => clock.moveTo(clock.now().add({ minutes: 1 })),
});
