import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { strToU8, zipSync } from 'fflate';

/** What a Teams app package holds besides its manifest. */
const parts = ['color.png', 'outline.png', 'nb.json', 'sv.json', 'en.json'];

const usage = `npm run -s manifest -- --app-id ID --url URL [--privacy URL] [--terms URL] [--out FILE]

  --app-id   the Microsoft app id of the bot (or KLAR_TEAMS_APP_ID)
  --url      Klar's public address (or KLAR_URL)
  --privacy  your page about privacy; URL/privacy when left out
  --terms    your terms of use; URL/terms when left out
  --out      build/klar-teams.zip when left out
`;

/** Blanks of the manifest, by name. */
export interface Filling {
  version: string;
  appId: string;
  url: string;
  privacyUrl: string;
  termsUrl: string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The Teams manifest with its blanks filled. Throws when one of them is not given: a bug. */
export function fillManifest(filling: Filling): unknown {
  const text = readFileSync(here('teams/manifest.json'), 'utf8');
  const filled = text.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    if (!(name in filling)) throw new Error(`The manifest has a blank {{${name}}} that nothing fills`);
    return JSON.stringify(filling[name as keyof Filling]).slice(1, -1);
  });
  return JSON.parse(filled);
}

/** The app package as Teams takes it: manifest, icons and languages in one flat zip. The same input gives the same bytes. */
export function zipPackage(manifest: unknown): Uint8Array {
  const files = Object.fromEntries(parts.map((name) => [name, new Uint8Array(readFileSync(here(`teams/${name}`)))]));
  const all = { 'manifest.json': strToU8(`${JSON.stringify(manifest, null, 2)}\n`), ...files };
  return zipSync(all, { level: 9, mtime: '2026-01-01T00:00:00' });
}

/** Reads the command line. Gives every problem, so that they can be mended at once. */
export function readFilling(
  args: string[],
  environment: Record<string, string | undefined>,
): { ok: true; filling: Filling; out: string } | { ok: false; problems: string[] } {
  const text = { type: 'string' } as const;
  const options = { 'app-id': text, url: text, privacy: text, terms: text, out: text };
  // Not strict, so that a slip becomes one of the problems and no stack.
  const { values: given, tokens } = parseArgs({ args, options, strict: false, tokens: true });
  const values = given as Partial<Record<keyof typeof options, string>>;
  const problems = tokens.flatMap((token) =>
    token.kind === 'option' && token.name in options && token.value !== undefined
      ? []
      : [`${token.kind === 'option' ? token.rawName : args[token.index]} is not understood`],
  );
  const appId = values['app-id'] ?? environment.KLAR_TEAMS_APP_ID ?? '';
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(appId)) {
    problems.push('--app-id is missing or no id. Example: --app-id 00000000-0000-0000-0000-000000000000');
  }
  const url = (values.url ?? environment.KLAR_URL ?? '').replace(/\/+$/u, '');
  for (const [name, address] of [
    ['--url', url],
    ['--privacy', values.privacy],
    ['--terms', values.terms],
  ] as const) {
    if (address !== undefined && !/^https:\/\/[^\s/]+/u.test(address)) {
      problems.push(`${name} must be an https address. Example: ${name} https://klar.example.org`);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const { version } = JSON.parse(readFileSync(here('../package.json'), 'utf8')) as { version: string };
  const privacyUrl = values.privacy ?? `${url}/privacy`;
  const termsUrl = values.terms ?? `${url}/terms`;
  return {
    ok: true,
    filling: { version, appId, url, privacyUrl, termsUrl },
    out: values.out ?? 'build/klar-teams.zip',
  };
}

if (import.meta.main) {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    process.stdout.write(usage);
  } else {
    const read = readFilling(args, process.env);
    if (read.ok) {
      mkdirSync(dirname(read.out), { recursive: true });
      writeFileSync(read.out, zipPackage(fillManifest(read.filling)));
      const { privacyUrl, termsUrl } = read.filling;
      process.stdout.write(
        `${read.out}\nTeams shows people these two pages, which are yours to publish: ${privacyUrl} ${termsUrl}\n`,
      );
    } else {
      process.stderr.write(`${read.problems.join('\n')}\n\n${usage}`);
      process.exitCode = 2;
    }
  }
}
