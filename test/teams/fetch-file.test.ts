import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { filesOf } from '#teams/fetch-file.ts';

const FILE = 'application/vnd.microsoft.teams.file.download.info';
const fileAt = (downloadUrl: string, localHost?: string) => {
  const [file] = filesOf(
    { attachments: [{ contentType: FILE, name: 'plan.csv', content: { downloadUrl } }] },
    localHost,
  );
  if (!file) throw new Error('no file');
  return file.fetch();
};

const server = createServer((request, response) => {
  if (request.url === '/away') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
  else if (request.url === '/on') response.writeHead(302, { location: '/plan.csv' }).end();
  else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
  else if (request.url === '/endless') response.writeHead(200).write(Buffer.alloc(6 * 1024 * 1024));
  else if (request.url === '/missing') response.writeHead(404).end();
  else response.end('Tid;Hva');
});
let host = '';
beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  'http://example.sharepoint.com/plan.csv',
  'https://sharepoint.com.evil.example/plan.csv',
  'https://evilsharepoint.com/plan.csv',
  'https://user@example.sharepoint.com/plan.csv',
  'https://example.sharepoint.com:8443/plan.csv',
  'https://169.254.169.254/latest',
  'http://127.0.0.1:1/plan.csv',
  'file:///etc/hosts',
  'not an address',
])('nothing is fetched from %s', async (address) => {
  const asked = vi.spyOn(globalThis, 'fetch');
  expect(await fileAt(address, host)).toEqual({ ok: false, problem: 'not-allowed' });
  expect(asked).not.toHaveBeenCalled();
});

test('a file comes as it is, also from where its address leads on to', async () => {
  for (const path of ['/plan.csv', '/on']) {
    const file = await fileAt(`http://${host}${path}`, host);
    expect(file.ok && new TextDecoder().decode(file.bytes)).toBe('Tid;Hva');
  }
});

test.each([
  ['/away', 'not-allowed'],
  ['/round', 'unreachable'],
  ['/endless', 'too-large'],
  ['/missing', 'unreachable'],
])('%s is %s', async (path, problem) => {
  expect(await fileAt(`http://${host}${path}`, host)).toEqual({ ok: false, problem });
});

test('pictures, cards and the text as HTML are no files', () => {
  const attachments = ['text/html', 'image/*', 'application/vnd.microsoft.card.adaptive'].map((contentType) => ({
    contentType,
    content: '<p>hei</p>',
  }));
  expect(filesOf({ attachments }, undefined)).toEqual([]);
  expect(filesOf({ attachments: [{ contentType: FILE, content: { downloadUrl: 7 } }] }, undefined)).toEqual([]);
});
