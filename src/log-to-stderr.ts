import pino from 'pino';
import type { Log } from '#chat/log.ts';

/** Logs go to stderr, never with secrets or what people wrote. */
export function logToStderr(): Log {
  return pino(
    {
      redact: {
        paths: [
          '*.token',
          '*.password',
          '*.authorization',
          'err.config',
          'err.request',
          'err.response',
          'err.original',
        ],
        remove: true,
      },
    },
    pino.destination(2),
  );
}
