/**
 * The operator's command, `npm run -s klar -- …` (DESIGN section 6). It finds the command, gives it what it needs to
 * know of whoever typed it, and turns how it ended into an exit code; the work is done in `cli/`. Each command is loaded
 * when it is asked for, so that all start fast.
 */
import { type Command, type Terminal, WrongUsage } from '#cli/command.ts';
import { forTheOperator } from '#cli/for-the-operator.ts';
import { say } from '#words/say.ts';
import { ConfigError, readConfig } from './config.ts';

const commands: Record<string, () => Promise<Command>> = {
  export: async () => (await import('#cli/export.ts')).exportCommand,
  import: async () => (await import('#cli/import.ts')).importCommand,
  'plan check': async () => (await import('#cli/plan-check.ts')).planCheck,
  'plan diff': async () => (await import('#cli/plan-diff.ts')).planDiff,
  'reminders preview': async () => (await import('#cli/reminders-preview.ts')).remindersPreview,
};

// A reader that stops early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// Set rather than exited with: what is still being written to a pipe gets out.
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  let terminal: Terminal;
  try {
    terminal = terminalOf(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  try {
    return await run(args, terminal);
  } catch (error) {
    const told = forTheOperator(error);
    if (told !== undefined) {
      terminal.err(told);
      return 1;
    }
    if (!(error instanceof WrongUsage)) throw error;
    const problem = say(terminal.language, error.sentence, error.params);
    terminal.err(say(terminal.language, 'operator.wrong-usage', { problem }));
    return 2;
  }
}

/** @throws ConfigError when the language or the zone of the environment is none. */
function terminalOf(environment: NodeJS.ProcessEnv): Terminal {
  // These commands need no chat, so half a configuration of one does not stop them.
  const { KLAR_LANGUAGE, KLAR_TIME_ZONE, KLAR_DATA, KLAR_SECRET_KEY, npm_lifecycle_event, INIT_CWD } = environment;
  const config = readConfig({ KLAR_LANGUAGE, KLAR_TIME_ZONE, KLAR_DATA, KLAR_SECRET_KEY });
  return {
    language: config.language,
    zone: config.timeZone,
    data: config.data,
    secretKeyFile: config.secretKeyFile,
    // npm runs scripts in the project's folder; where the person stands it says in INIT_CWD.
    folder: (npm_lifecycle_event === 'klar' ? INIT_CWD : undefined) ?? process.cwd(),
    out: (text) => process.stdout.write(`${text}\n`),
    outFile: (bytes) => process.stdout.write(bytes),
    onScreen: process.stdout.isTTY === true,
    err: (text) => process.stderr.write(`${text}\n`),
  };
}

async function run(args: string[], terminal: Terminal): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(say(terminal.language, 'operator.help'));
    return 0;
  }
  for (const length of [2, 1]) {
    const load = commands[args.slice(0, length).join(' ')];
    if (load) return (await load())(args.slice(length), terminal);
  }
  if (args.length === 0) throw new WrongUsage('operator.no-command');
  throw new WrongUsage('operator.unknown-command', { command: args.slice(0, 2).join(' ') });
}
