import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm run playground`: tries Klar in Microsoft's Agents Playground, a client of Teams on this machine. Nothing leaves
 * the machine and no account is needed; Klar's data lie in a temporary folder that goes at the end. The Playground sends no
 * files and makes one line of what is pasted into its message field: a plan comes in by the card that `import` answers
 * with, or by the operator's command, whose setting is printed.
 */

/** Fetched by npx when it is asked for; not a dependency. The version is the one that Klar was tried with. */
const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** Ports of the two; whatever else holds one of them can be evaded. */
const klarPort = process.env.KLAR_PORT ?? '3978';
const playgroundPort = process.env.PLAYGROUND_PORT ?? '56150';

/** The people of the Playground: whoever sits at the keyboard, and exactly five others (PLATFORMS P2). All are invented. */
const people = ['Kari Moe', 'Ola Lie', 'Siv Berg', 'Nils Dahl', 'Eva Holm', 'Jan Vik'];

const config = [
  'version: "0.1.1"',
  'tenantId: 00000000-0000-0000-0000-0000000000aa',
  'bot:',
  '  id: 28:klar',
  '  name: Klar',
  'currentUser:',
  ...person(0).map((line) => `  ${line}`),
  'users:',
  ...[1, 2, 3, 4, 5].flatMap((i) => person(i).map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`))),
  'personalChat:',
  '  id: a:personal-1',
  'groupChat:',
  '  id: 19:group-1@thread.v2',
  '  name: Kjernegruppa',
  'team:',
  '  id: 19:team-1@thread.tacv2',
  '  name: Innføring',
  '  aadGroupId: 00000000-0000-0000-0000-0000000000bb',
  '  channels:',
  '    - id: 19:channel-1@thread.tacv2',
  '      name: Opplæring',
  '',
].join('\n');

/** One person's lines; the misspelt field is the Playground's own. */
function person(i: number): string[] {
  const name = people[i] ?? '';
  const [givenName = '', surname = ''] = name.split(' ');
  const email = `${givenName}.${surname}@example.org`.toLowerCase();
  return [
    `id: 29:person-${i}`,
    `name: ${name}`,
    `userPrincipleName: ${email}`,
    `aadObjectId: 00000000-0000-0000-0000-00000000000${i}`,
    `givenName: ${givenName}`,
    `surname: ${surname}`,
    `email: ${email}`,
  ];
}

const folder = await mkdtemp(join(tmpdir(), 'klar-playground-'));
const running: ChildProcess[] = [];
let ending = false;

/** Ends both, whichever was first. */
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await Promise.all(running.map(ended));
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // npx keeps the Playground as a child of its own, so the whole group is asked to go.
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid, 'SIGTERM');
  return gone;
}

/** Starts a program; resolves with what `ready` captures as soon as its output shows it. */
function start(
  program: string,
  args: string[],
  how: { name: string; env: NodeJS.ProcessEnv; ready: RegExp; show: boolean },
) {
  const child = spawn(program, args, {
    cwd: folder,
    env: how.env,
    stdio: ['ignore', 'pipe', how.show ? 'inherit' : 'ignore'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  });
  running.push(child);
  return new Promise<string>((resolve, reject) => {
    let seen = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      seen += text;
      const found = how.ready.exec(seen)?.[1];
      if (found) resolve(found);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      const ended = `${how.name} ended with ${signal ?? code}`;
      reject(new Error(ended));
      // Later than the start nobody waits for it any more: whoever sits there learns which of the two it was.
      if (!ending) process.stderr.write(`${ended}\n`);
      void end(1);
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));

try {
  await writeFile(join(folder, '.m365agentsplayground.yml'), config);
  const env = { ...process.env };
  for (const key of Object.keys(env)) if (key.startsWith('KLAR_')) delete env[key];
  const data = join(folder, 'data');
  const klar = await start(process.execPath, [main], {
    name: 'Klar',
    env: { ...env, KLAR_TEAMS_LOCAL: '1', KLAR_PORT: klarPort, KLAR_DATA: data },
    ready: /(http:\/\/\S+)/u,
    show: true,
  });
  process.stdout.write(`Klar:           ${klar}/api/messages\nIts data:       KLAR_DATA=${data}\n`);
  const endpoint = ['-e', `${klar}/api/messages`, '-c', 'msteams', '-p', playgroundPort, '--dt'];
  const port = await start('npx', ['--yes', PLAYGROUND, 'start', ...endpoint], {
    name: 'The Playground',
    env: { ...env, TEAMSAPPTESTER_BROWSER: 'none' },
    // A port that is taken is replaced by another (P1).
    ready: /Listening on (\d+)/u,
    show: false,
  });
  process.stdout.write(`The Playground: http://localhost:${port}\nOpen it in a browser. Ctrl-C ends both.\n`);
} catch (error) {
  if (!ending) process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
