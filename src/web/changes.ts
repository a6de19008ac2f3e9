import type { RequestHandler } from 'express';
import type { Board } from './board.ts';

/** So that a connection that died quietly is noticed. */
const KEEP_ALIVE_MS = 25_000;

/**
 * Server-Sent Events: one number for every change on the page's board. The page then asks for what it shows; several
 * changes at once are one event.
 * @param closing Ends all streams, so that the server can stop.
 */
export function streamOfChanges(board: Board, closing: AbortSignal): RequestHandler {
  return (request, response) => {
    response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.flushHeaders();
    let waiting = false;
    const tell = () => {
      waiting = false;
      response.write(`data: ${board.changes()}\n\n`);
    };
    tell();
    const unwatch = board.watch(() => {
      if (waiting) return;
      waiting = true;
      setImmediate(tell);
    });
    const alive = setInterval(() => response.write(': still here\n\n'), KEEP_ALIVE_MS);
    alive.unref();
    const end = () => response.end();
    closing.addEventListener('abort', end);
    if (closing.aborted) end();
    request.on('close', () => {
      unwatch();
      clearInterval(alive);
      closing.removeEventListener('abort', end);
    });
  };
}
