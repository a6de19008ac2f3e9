import { z } from 'zod';
import { sendLine } from './line-protocol.ts';
import { neighboursIn } from './neighbours.ts';

const reply = z.union([z.object({ answer: z.unknown() }), z.object({ problem: z.string() })]);

/** The running Klar could not do what it was asked, in its own words, or ended before it had answered. */
export class RunningKlarFailed extends Error {
  override name = 'RunningKlarFailed';
}

/**
 * Asks the Klar that has this data folder open, as its store's `serve` answers; `'nobody'` when there is none, and the
 * caller may then open the store itself. Request and answer go as JSON. Throws `RunningKlarFailed`.
 *
 *     const answer = await askRunning(config.data, { do: 'import', text, programme });
 */
export async function askRunning(dir: string, request: unknown): Promise<unknown | 'nobody'> {
  const neighbours = await neighboursIn(dir);
  try {
    const running = neighbours.find(({ state }) => state === 'holding') ?? neighbours[0];
    if (running === undefined) return 'nobody';
    sendLine(running.connection, request);
    const said = reply.safeParse((await running.lines.next()).value);
    if (!said.success)
      throw new RunningKlarFailed(`The running Klar (process ${running.pid ?? 'unknown'}) ended without an answer`);
    if ('problem' in said.data) throw new RunningKlarFailed(said.data.problem);
    return said.data.answer;
  } finally {
    for (const { connection } of neighbours) connection.destroy();
  }
}
