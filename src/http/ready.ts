import type { RequestHandler } from 'express';

/** What must hold for Klar to do its work: a sentence for the operator that says what is missing, undefined when nothing is. */
export type Check = () => string | undefined;

/** A heart that has given no sign for so long has stopped, milliseconds: it beats every minute. */
const silentAfterMs = 3 * 60_000;

/** Whether the heart beats. @param pulse Says how long ago it gave a sign, milliseconds. */
export const heartBeats =
  (pulse: { silentMs(): number }): Check =>
  () => {
    const silentMs = pulse.silentMs();
    if (silentMs <= silentAfterMs) return undefined;
    return `The heartbeat has given no sign for ${Math.floor(silentMs / 60_000)} minutes.`;
  };

/** `/readyz`: 200 when every check holds, 503 with what is missing otherwise. */
export const readyRoute =
  (checks: readonly Check[]): RequestHandler =>
  (_request, response) => {
    const missing = checks.flatMap((check) => check() ?? []);
    response.status(missing.length === 0 ? 200 : 503).json({ ready: missing.length === 0, missing });
  };
