import { createServer } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Log } from '#chat/log.ts';

export interface HttpServer {
  /** Surfaces add their routes here, each with its own body parser: a global one would break Slack's signature check. */
  app: Express;
  /** Starts to listen. Resolves with the address, for example `http://127.0.0.1:3978`. */
  listen(port: number, host: string): Promise<string>;
  /** Stops taking requests and waits for those under way. */
  close(): Promise<void>;
}

/** The one HTTP server, for all surfaces, with `/healthz` for whoever watches the process. */
export function createHttpServer(log: Log): HttpServer {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  const server = createServer(app);

  return {
    app,
    async listen(port, host) {
      // Last in the chain: what no surface took, and what a surface let slip.
      app.use((_request, response) => void response.status(404).json({ error: 'There is nothing here.' }));
      const failed: ErrorRequestHandler = (error: { status?: number; type?: string }, request, response, _next) => {
        const status = error.status !== undefined && error.status >= 400 && error.status < 500 ? error.status : 500;
        log.warn({ status, path: request.path, type: error.type }, 'a request failed');
        if (response.headersSent) response.destroy();
        else
          response
            .status(status)
            .json({ error: status === 500 ? 'Something went wrong in Klar.' : 'The request could not be read.' });
      };
      app.use(failed);
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      });
      const address = server.address();
      const heard = address !== null && typeof address === 'object' ? address.port : port;
      return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${heard}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // A page's open event stream never ends by itself.
        setTimeout(() => server.closeAllConnections(), 500).unref();
      }),
  };
}
