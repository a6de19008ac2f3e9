import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** What a command printed and how it ended. */
export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/**
 * Runs the operator's command as a process of its own, as `npm run -s klar -- …` does.
 * @param where.folder Where the person stands; the project's folder when left out.
 * @param where.environment What their environment holds besides the machine's own.
 */
export function klar(
  args: readonly string[],
  { folder, environment = {} }: { folder?: string; environment?: Record<string, string> } = {},
): Promise<Ended> {
  const inherited = Object.entries(process.env).filter(([key]) => !/^(KLAR_|npm_|INIT_CWD$)/.test(key));
  const standing = folder === undefined ? {} : { npm_lifecycle_event: 'klar', INIT_CWD: folder };
  const child = spawn(process.execPath, ['src/cli.ts', ...args], {
    cwd: project,
    env: { ...Object.fromEntries(inherited), ...standing, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended: Ended = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ended.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ended.err += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
  });
}
