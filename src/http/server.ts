import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type Express, type Response } from 'express';
import type { Log } from '#chat/log.ts';

export interface HttpServer {
  /** Surfaces add their routes here, each with its own body parser: a global one would break Slack's signature check. */
  app: Express;
  /** Starts to listen. Resolves with the address, for example `http://127.0.0.1:3978`. */
  listen(port: number, host: string): Promise<string>;
  /** Stops taking requests and waits for those under way, event streams excepted. */
  close(): Promise<void>;
}

/** Thrown when the address is taken or is not this machine's: the message says what to do. */
class CannotListen extends Error {
  override name = 'CannotListen';

  constructor(port: number, host: string, code: string) {
    super(
      code === 'EADDRINUSE'
        ? `Something else listens on port ${port} already. Stop it, or give Klar another port (KLAR_PORT).`
        : `Klar cannot listen on ${host}, port ${port} (${code}). Give it another address (KLAR_HOST, KLAR_PORT).`,
    );
  }
}

/** How long a request under way may still take when Klar stops, milliseconds. */
const lastRequestMs = 10_000;

/** The one HTTP server, for all surfaces, with `/healthz` for whoever watches the process. */
export function createHttpServer(log: Log): HttpServer {
  const app = express();
  app.disable('x-powered-by');
  const underWay = new Set<Response>();
  app.use((_request, response, next) => {
    underWay.add(response);
    response.on('close', () => underWay.delete(response));
    next();
  });
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  const server = createServer(app);

  return {
    app,
    async listen(port, host) {
      // Last in the chain: what no surface took, and what a surface let slip.
      app.use((_request, response) => void response.status(404).json({ error: 'There is nothing here.' }));
      const failed: ErrorRequestHandler = (error: unknown, request, response, _next) => {
        const { status: said, type } = (error ?? {}) as { status?: unknown; type?: unknown };
        const status = typeof said === 'number' && said >= 400 && said < 500 ? said : 500;
        // What could not be read may hold what somebody wrote; only Klar's own errors are logged whole.
        // Below /l/ the path is a key.
        const path = request.path.replace(/^\/l\/.*/su, '/l/…');
        if (status === 500) log.error({ err: error, status, path }, 'a request failed');
        else log.warn({ status, path, type }, 'a request failed');
        if (response.headersSent) response.destroy();
        else
          response
            .status(status)
            .json({ error: status === 500 ? 'Something went wrong in Klar.' : 'The request could not be read.' });
      };
      app.use(failed);
      await new Promise<void>((resolve, reject) => {
        server.once('error', ({ code, message }: NodeJS.ErrnoException) =>
          reject(new CannotListen(port, host, code ?? message)),
        );
        server.listen(port, host, resolve);
      });
      const address = server.address();
      const heard = address !== null && typeof address === 'object' ? address.port : port;
      return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${heard}`;
    },
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), lastRequestMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        for (const response of underWay) {
          // A connection that is kept for more requests would keep the server open after its last one.
          response.on('close', () => setImmediate(() => server.closeIdleConnections()));
          // A page's open event stream never ends by itself.
          if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.end();
        }
        server.closeIdleConnections();
      }),
  };
}
