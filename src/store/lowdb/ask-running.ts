import { z } from 'zod';
import { sendLine } from './line-protocol.ts';
import { neighboursIn } from './neighbours.ts';

const reply = z.union([z.object({ answer: z.unknown() }), z.object({ problem: z.string() })]);

/**
 * Asks the Klar that has this data folder open, as its store's `serve` answers; `'nobody'` when there is none, and the
 * caller may then open the store itself. Request and answer go as JSON. Throws with the other side's words when it could
 * not do what was asked, and when it ended before it had answered.
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
      throw new Error(`The running Klar (process ${running.pid ?? 'unknown'}) ended without an answer`);
    if ('problem' in said.data) throw new Error(said.data.problem);
    return said.data.answer;
  } finally {
    for (const { connection } of neighbours) connection.destroy();
  }
}
