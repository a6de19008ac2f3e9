import type { Bench } from '../run.ts';
import { startPart } from './part.ts';
import type { QuietOptions, QuietTaken } from './quiet-tick-process.ts';

const much: QuietOptions = { programmes: 1000, rows: 100 };
const little: QuietOptions = { programmes: 1000, rows: 10 };

/** One tick of the whole house with nothing due, and the same with a tenth of the rows: it must not matter how many there are. */
export const measureQuietTick: Bench = async (tell) => {
  const small = await inProcess(little);
  const large = await inProcess(much);
  const of = `a tick with ${much.programmes} programmes x ${much.rows} rows x 5 rules and nothing due`;
  tell({ name: of, unit: 'ms', value: large.tick, limit: 5 });
  tell({ name: `${of}, the slowest round of 50`, unit: 'ms', value: large.slowest });
  tell({ name: `${of}, the first after a start`, unit: 'ms', value: large.first });
  const fewer = `the same with ${little.rows} rows each`;
  tell({ name: fewer, unit: 'ms', value: small.tick });
  tell({ name: `${of} / ${fewer}`, unit: 'ratio', value: large.tick / small.tick, limit: 1.5 });
};

/** Each in a process of its own, so that neither carries the other's memory. */
async function inProcess(options: QuietOptions): Promise<QuietTaken> {
  const part = await startPart('quiet-tick-process.ts', options);
  try {
    return await part.ask<QuietTaken>('measure');
  } finally {
    await part.kill();
  }
}
