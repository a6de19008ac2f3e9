import express from 'express';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttpServer, type HttpServer } from '#http/server.ts';

let logged: { level: string; about: object; message: string }[];
let server: HttpServer;
let url: string;

beforeEach(() => {
  logged = [];
  const at = (level: string) => (about: object, message: string) => void logged.push({ level, about, message });
  server = createHttpServer({ info: at('info'), warn: at('warn'), error: at('error') });
});
afterEach(() => server.close());

const listen = async () => {
  url = await server.listen(0, '127.0.0.1');
};

describe('the one HTTP server', () => {
  test('says where it listens, and that it is well', async () => {
    await listen();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const answer = await fetch(`${url}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });

  test('gives an address that can be opened when it listens everywhere', async () => {
    url = await server.listen(0, '0.0.0.0');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test.each(['GET', 'POST', 'DELETE'])('answers %s of what is not there with 404 and JSON', async (method) => {
    await listen();
    const answer = await fetch(`${url}/api/nothing?x=%3Cscript%3E`, { method });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ error: 'There is nothing here.' });
  });

  test('rejects when the port is taken', async () => {
    await listen();
    const other = createHttpServer({ info() {}, warn() {}, error() {} });
    await expect(other.listen(Number(new URL(url).port), '127.0.0.1')).rejects.toThrow(
      /^Something else listens on port \d+ already\. .*KLAR_PORT/u,
    );
  });

  test('routes that surfaces add are answered, each with its own body parser', async () => {
    server.app.post('/raw', (request, response) => void response.json({ parsed: request.body !== undefined }));
    server.app.post('/parsed', express.json(), (request, response) => void response.json(request.body));
    await listen();
    const post = (path: string) =>
      fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"a":1}' });
    expect(await (await post('/raw')).json()).toEqual({ parsed: false });
    expect(await (await post('/parsed')).json()).toEqual({ a: 1 });
  });
});

describe('what goes wrong in a route', () => {
  test("is told to the caller without the error's own words, and to the operator with them", async () => {
    server.app.get('/broken', () => {
      throw new Error('the secret is 42');
    });
    await listen();
    const answer = await fetch(`${url}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('{"error":"Something went wrong in Klar."}');
    expect(logged).toMatchObject([{ level: 'error', about: { status: 500, path: '/broken' } }]);
    expect(logged[0]?.about).toHaveProperty('err.message', 'the secret is 42');
  });

  test.each([['a word'], [null], [{ status: 'none' }]])('may be anything: %j', async (thrown) => {
    server.app.get('/odd', () => Promise.reject(thrown));
    await listen();
    expect((await fetch(`${url}/odd`)).status).toBe(500);
  });

  test('is 400 when a body cannot be read, and what stood in it is not logged', async () => {
    server.app.post('/read', express.json(), (_request, response) => void response.json({}));
    await listen();
    const answer = await fetch(`${url}/read`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"text": hemmelig',
    });
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'The request could not be read.' }]);
    expect(JSON.stringify(logged)).not.toContain('hemmelig');
    expect(logged).toMatchObject([{ level: 'warn', about: { status: 400, type: 'entity.parse.failed' } }]);
  });

  test('cuts an answer that has begun, so that half of it is not taken for the whole', async () => {
    server.app.get('/half', (_request, response) => {
      response.write('half');
      throw new Error('then it broke');
    });
    await listen();
    await expect(fetch(`${url}/half`).then((answer) => answer.text())).rejects.toThrow();
  });
});

describe('stopping', () => {
  test('waits for a request under way', async () => {
    const arrived = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    server.app.get('/slow', async (_request, response) => {
      arrived.resolve();
      await go.promise;
      response.json({ saved: true });
    });
    await listen();
    const answer = fetch(`${url}/slow`).then((a) => a.json());
    await arrived.promise;
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    expect(closed).toBe(false);
    go.resolve();
    expect(await answer).toEqual({ saved: true });
    await closing;
  });

  test("ends a page's event stream, which never ends by itself", async () => {
    server.app.get('/events', (_request, response) => {
      response.set('content-type', 'text/event-stream');
      response.write('data: 1\n\n');
    });
    await listen();
    const stream = await fetch(`${url}/events`);
    const reader = stream.body?.getReader();
    await reader?.read();
    await server.close();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  test('is done at once when nobody is there', async () => {
    await listen();
    await (await fetch(`${url}/healthz`)).json();
    await server.close();
    const again = createHttpServer({ info() {}, warn() {}, error() {} });
    await again.listen(Number(new URL(url).port), '127.0.0.1');
    await again.close();
  });
});
