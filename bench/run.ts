import { readdirSync } from 'node:fs';

/** One measured value. `limit` is the most it may be, left out where it is only told. A ratio names both its sides. */
export interface Measured {
  name: string;
  value: number;
  unit: string;
  limit?: number;
}

/** What `bench/NAME.ts` exports as its default: measures, and tells each value as it has it. */
export type Bench = (tell: (measured: Measured) => void) => Promise<void>;

// A bench of several files has the others in a folder of its name.
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'run')
  .sort();
const names = process.argv.slice(2).filter((word) => word !== '--json');
if (names.length === 0 || names.some((name) => !known.includes(name))) {
  console.error(`Usage: npm run bench -- NAME [--json]\nNAME is one of: ${known.join(', ')}`);
  process.exit(2);
}
for (const name of names) {
  const { default: measure }: { default: Bench } = await import(`./${name}.ts`);
  await measure(({ name, value, unit, limit }) => {
    const ok = limit === undefined || value <= limit;
    if (!ok) process.exitCode = 1;
    console.log(JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, limit: limit ?? null, ok }));
  });
}
