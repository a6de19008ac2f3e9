import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Uploads } from './method-files.ts';
import { answerResponseUrl } from './response-url.ts';
import type { SocketMode } from './socket-mode.ts';
import type { HttpAnswer, WebApi } from './web-api.ts';
import type { Workspace } from './workspace.ts';

/** What the server serves. */
export interface Served {
  workspace: Workspace;
  api: WebApi;
  uploads: Uploads;
  socket: SocketMode;
  botToken: string;
  /** Counts the requests under way. */
  underWay: { count: number };
}

/** Starts a server on a free port of 127.0.0.1; `serve` is asked for what to serve once the port is known. */
export async function startServer(
  serve: (baseUrl: string) => Served,
): Promise<{ server: Server; served: Served; baseUrl: string }> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const served = serve(baseUrl);
  server.on('request', (request, response) => {
    served.underWay.count += 1;
    answer(request, response, served, baseUrl)
      .catch((error) => response.writeHead(500).end(String(error?.stack ?? error)))
      .finally(() => {
        served.underWay.count -= 1;
        served.workspace.changed();
      });
  });
  server.on('upgrade', (request, socket, head) => served.socket.upgrade(request, socket, head));
  return { server, served, baseUrl };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  served: Served,
  baseUrl: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', baseUrl);
  const [room = '', ...rest] = url.pathname.split('/').slice(1);
  const body = await buffer(request);
  const contentType = request.headers['content-type'] ?? '';
  const authorization = request.headers.authorization ?? '';
  if (room === 'api') {
    const method = rest.join('/');
    send(response, await served.api.answer({ method, authorization, contentType, query: url.searchParams, body }));
  } else if (room === 'respond') {
    send(response, respond(served, rest[0] ?? '', body));
  } else if (room === 'upload') {
    const received = served.uploads.receive(rest[1] ?? '', await uploadedBytes(body, contentType));
    response.writeHead(received ? 200 : 400).end(received ? `OK - ${body.byteLength}` : 'wrong upload');
  } else if (room === 'files-pri') {
    const file = served.workspace.files.get(rest[0]?.split('-')[1] ?? '');
    // Slack sends whoever has no right token to a sign-in page, with status 200 in the end.
    if (authorization !== `Bearer ${served.botToken}`) response.writeHead(302, { location: `${baseUrl}/signin` }).end();
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': file.mimetype }).end(file.bytes);
  } else if (room === 'signin') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Sign in</title>');
  } else {
    response.writeHead(404).end();
  }
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  if (answer === 'drop') {
    response.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
  response.end(answer.body === null ? '' : JSON.stringify(answer.body));
}

/** A response_url, with the faults planned for `response_url` and a line in the list of calls. */
function respond({ workspace, api }: Served, token: string, body: Buffer): HttpAnswer {
  const call = {
    method: 'response_url',
    args: JSON.parse(body.toString('utf8') || '{}'),
    at: workspace.now(),
    outcome: 'ok',
  };
  api.calls.push(call);
  const fault = api.faults.take('response_url', call.args);
  const refused = fault?.status ?? (fault?.retryAfter === undefined ? null : 429);
  if (refused !== null) {
    call.outcome = `http ${refused}`;
    return { status: refused, body: null, headers: { 'retry-after': String(fault?.retryAfter ?? 1) } };
  }
  if (fault?.drop === 'lost') {
    call.outcome = 'lost';
    return 'drop';
  }
  const answered = answerResponseUrl(workspace, token, body);
  if (answered.status !== 200) call.outcome = String(answered.body?.error);
  if (fault?.drop === undefined) return answered;
  call.outcome = 'dropped';
  return 'drop';
}

/** The bytes of an upload: the body itself, or the one file of a multipart form. */
async function uploadedBytes(body: Buffer, contentType: string): Promise<Uint8Array> {
  if (!contentType.startsWith('multipart/form-data')) return body;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
}
