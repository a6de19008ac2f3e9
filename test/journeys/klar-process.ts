import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

/** Klar as a process of its own, as `npm start` starts it. */
export interface KlarProcess {
  /** Where it listens. */
  address: string;
  /** What it has written in its log until now. */
  written(): string;
  /** `kill -9`: resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to stop: resolves when it has done what it had to do. */
  stop(): Promise<void>;
}

/**
 * Starts `src/main.ts` with this environment. Resolves when it says where it listens; rejects, with what it wrote, when it ends before.
 * @param options.clockAheadMs How far its clock is from the computer's, for what is not sent at night or on a Sunday.
 */
export async function startProcess(
  environment: Record<string, string>,
  { clockAheadMs }: { clockAheadMs?: number } = {},
): Promise<KlarProcess> {
  const clock = clockAheadMs === undefined ? [] : ['--import', './test/journeys/clock-ahead.ts'];
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...clock, 'src/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      KLAR_PORT: '0',
      KLAR_HOST: '127.0.0.1',
      ...(clockAheadMs === undefined ? {} : { CLOCK_AHEAD_MS: String(clockAheadMs) }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stderr.on('data', (bytes: Buffer) => {
    written += bytes.toString('utf8');
  });
  const gone = once(child, 'close');
  const ends = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await gone;
  };
  const address = await Promise.race([firstLine(child), gone.then(() => undefined)]);
  if (!address) throw new Error(`Klar did not start: ${written}`);
  return { address, written: () => written, kill: ends('SIGKILL'), stop: ends('SIGTERM') };
}

async function firstLine({ stdout }: ChildProcess): Promise<string | undefined> {
  if (!stdout) return undefined;
  const lines = createInterface({ input: stdout });
  for await (const line of lines) {
    const found = /^Klar: (http\S+)$/.exec(line)?.[1];
    if (found) {
      stdout.resume();
      return found;
    }
  }
  return undefined;
}
