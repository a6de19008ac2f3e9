import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readPlan } from '#plan/reading/read-plan.ts';
import { diffRows } from '#plan/revisions/diff.ts';
import { readTable } from '#table/read-table.ts';
import type { Bench } from './run.ts';

const sizes = [100, 1_000, 10_000] as const;
/** What is measured: the name of the work and how it is told. */
const works = {
  check: 'check',
  diff: 'diff of a revised plan',
  reworded: 'diff of a plan reworded throughout',
} as const;
type Work = keyof typeof works;
/** How often the work is done once more in a process that measures how time grows: first times are the compiler's too. */
const again = 7;

/** What one process measured, which did the one work on the one size of plan and nothing else. */
interface Taken {
  /** The time in the middle. */
  ms: number;
  /** The most memory that the process held at any time, MB. */
  peakMb: number;
}

/** A plan is read and compared, whole from the bytes of its file, each size in a process of its own. */
const measure: Bench = async (tell) => {
  const idle = await inProcess('idle', 0, 1);
  tell({ name: 'memory of a process that reads nothing', unit: 'MB', value: idle.peakMb });
  for (const [work, name] of Object.entries(works) as [Work, string][]) {
    for (const size of sizes) {
      const { ms, peakMb } = await inProcess(work, size, 1);
      const isLimited = work === 'check' && size === 10_000;
      tell({ name: `${name}, ${size} rows`, unit: 'ms', value: ms, ...(isLimited ? { limit: 1000 } : {}) });
      tell({ name: `${name}, ${size} rows, memory`, unit: 'MB', value: peakMb, ...(isLimited ? { limit: 200 } : {}) });
    }
    const large = await inProcess(work, 10_000, again);
    const small = await inProcess(work, 1_000, again);
    // Ten times the rows may take ten times as long, and half as much again for what does not fit the caches.
    tell({ name: `${name}, 10000 rows / ${name}, 1000 rows`, unit: 'ratio', value: large.ms / small.ms, limit: 15 });
  }
  // Not imported above: the processes that read plans need not hold what draws them.
  const { default: measurePicture } = await import('./picture.ts');
  await measurePicture(tell);
};
export default measure;

async function inProcess(work: Work | 'idle', size: number, times: number): Promise<Taken> {
  const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), work, `${size}`, `${times}`];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Taken;
}

function take(work: Work | 'idle', size: number, times: number): Taken {
  const old = bytesOf(size, 'as it was');
  const next = bytesOf(work === 'check' ? 0 : size, work === 'reworded' ? 'reworded' : 'revised');
  const taken: number[] = [];
  for (let nth = 0; nth < times && work !== 'idle'; nth += 1) {
    const begun = performance.now();
    if (work === 'check') read(old);
    else diffRows(read(old), read(next));
    taken.push(performance.now() - begun);
  }
  const ms = taken.toSorted((a, b) => a - b)[times >> 1] ?? 0;
  return { ms, peakMb: process.resourceUsage().maxRSS / 1024 };
}

function read(bytes: Uint8Array) {
  const table = readTable(bytes);
  if (!table.ok) throw new Error(`the bench made a file that cannot be read: ${table.problem.code}`);
  const { accepted, refused } = readPlan(table.rows, { starts: '2026-08-01', country: 'NO' });
  if (refused.length > 0) throw new Error(`the bench made rows that are refused: ${JSON.stringify(refused[0])}`);
  return accepted;
}

const whats = [
  'Kurs',
  'Møte',
  'Workshop',
  'Befaring',
  'Kartlegging',
  'Opplæring',
  'Prøvedrift',
  'Evaluering',
  'Rapport',
  'Samling',
];
const abouts = [
  'superbrukere',
  'legemidler',
  'journal',
  'tilganger',
  'utstyr',
  'vaktplan',
  'ledelse',
  'beredskap',
  'støtte',
  'hjemmetjenesten',
  'legevakten',
];
const months = ['september', 'oktober', 'november', 'desember', 'januar', 'februar', 'mars'];

/** A plan as a municipality writes it: exact days, weeks, months and blanks, some of fifty units. */
function bytesOf(size: number, how: 'as it was' | 'revised' | 'reworded'): Uint8Array {
  const lines = ['Tid;Aktivitet;Ansvarlig;Beskrivelse'];
  for (let n = 0; n < size; n += 1) {
    const kind = how === 'revised' ? n % 50 : -1;
    if (kind === 40) continue;
    const title = `${whats[n % whats.length]} om ${abouts[Math.floor(n / 10) % abouts.length]} ${Math.floor(n / 3)}`;
    const moved = how === 'reworded' || kind === 10 ? 9 : 0;
    const reworded = how === 'reworded' || kind === 20;
    const unit = kind === 30 ? 'Fjordby kommune' : `Kommune ${n % 50}`;
    lines.push(`${dateOf(n, moved)};${reworded ? `Ny: ${title} for alle` : title};${unit};Punkt ${n} i planen`);
    if (kind === 0) lines.push(`${dateOf(n, 3)};Noe helt nytt nummer ${n};Kommune ${n % 50};`);
  }
  return new TextEncoder().encode(lines.join('\r\n'));
}

function dateOf(n: number, moved: number): string {
  const day = 1 + ((Math.floor(n / 40) + moved) % 28);
  switch (n % 4) {
    case 0:
    case 1:
      return `${day}.${1 + ((n >> 2) % 12)}.2027`;
    case 2:
      return `uke ${1 + ((n + moved) % 50)} 2027`;
    default:
      return `${months[(n + moved) % months.length]} 2027`;
  }
}

// Started by itself this file is the process that measures.
if (import.meta.main) {
  const [work = 'idle', size = '0', times = '1'] = process.argv.slice(2);
  console.log(JSON.stringify(take(work as Work | 'idle', Number(size), Number(times))));
}
