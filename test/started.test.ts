import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readConfig } from '#config.ts';
import { type Klar, startKlar } from '../src/main.ts';

let klar: Klar | undefined;
let folder: string;
let logged: string[];
afterEach(async () => {
  await klar?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: Record<string, string>): Promise<Klar> {
  folder = await mkdtemp(join(tmpdir(), 'klar-started-'));
  logged = [];
  const line = (about: object, message: string) => void logged.push(`${message} ${JSON.stringify(about)}`);
  const config = readConfig({ KLAR_PORT: '0', KLAR_DATA: join(folder, 'data'), ...settings });
  klar = await startKlar(config, { log: { info: line, warn: line, error: line }, heartbeat: false });
  return klar;
}

test.each([
  ['a rehearsal', {}],
  ['a real Klar', { KLAR_TEAMS_LOCAL: '1' }],
  ['a real Klar with a rehearsal beside it', { KLAR_TEAMS_LOCAL: '1', KLAR_REHEARSAL: '1' }],
])('%s answers for the addresses of files', async (_, settings) => {
  const { url } = await start(settings);
  const answer = await fetch(`${url}/l/${'a'.repeat(43)}/plan.png`, { headers: { 'accept-language': 'en' } });
  expect([answer.status, await answer.text()]).toEqual([
    404,
    'This address no longer leads to anything. Ask Klar for a new one in the chat.\n',
  ]);
});

test('a public address that others cannot reach is told to the operator, once', async () => {
  await start({ KLAR_TEAMS_LOCAL: '1', KLAR_URL: 'http://klar.example.org' });
  expect(logged.filter((line) => line.includes('KLAR_URL'))).toHaveLength(1);
});
