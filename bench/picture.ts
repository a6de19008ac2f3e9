import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { personId } from '#people/person.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { ganttSvg } from '#picture/draw-gantt.ts';
import { drawPng } from '#picture/draw-png.ts';
import { type Activity, activityId } from '#plan/activity.ts';
import { pictureOf } from '#plan/view-picture.ts';
import type { Bench } from './run.ts';

const sizes = [50, 100, 200] as const;
/** How often a picture is drawn once the libraries are there; the time in the middle counts. */
const times = 5;

/** What one process measured: its very first picture, with the libraries loaded for it, and those after it. */
interface Taken {
  firstMs: number;
  ms: number;
  peakMb: number;
}

/** A whole plan becomes a picture: from its rows to the SVG and to the PNG, each size in a process of its own. */
const measure: Bench = async (tell) => {
  const taken = new Map<number, Taken>();
  for (const size of sizes) {
    const one = await inProcess(size);
    taken.set(size, one);
    const limit = size === 200 ? { limit: 1000 } : {};
    tell({ name: `first picture of the process, ${size} rows, SVG and PNG`, unit: 'ms', value: one.firstMs, ...limit });
    tell({ name: `picture, ${size} rows, SVG and PNG`, unit: 'ms', value: one.ms, ...limit });
    tell({ name: `picture, ${size} rows, memory`, unit: 'MB', value: one.peakMb });
  }
  const ratio = (taken.get(200)?.ms ?? 0) / (taken.get(50)?.ms ?? 1);
  // Four times the rows may take four times as long, and half as much again.
  tell({ name: 'picture, 200 rows / picture, 50 rows', unit: 'ratio', value: ratio, limit: 6 });
};
export default measure;

async function inProcess(size: number): Promise<Taken> {
  const args = ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), `${size}`];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Taken;
}

const programme: Programme = {
  id: programmeId.parse('bench'),
  name: 'Felles journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [personId.parse('owner')],
  coordinators: [],
  units: Array.from({ length: 12 }, (_, i) => ({
    id: unitId.parse(`unit-${i}`),
    name: `Kommune ${i + 1}`,
    aliases: [],
    people: [],
  })),
};

/** Rows of all kinds, over a year and a half. */
function rowsOf(size: number): Activity[] {
  const precisions = ['day', 'week', 'approximate', 'range', 'month'] as const;
  return Array.from({ length: size }, (_, i) => {
    const start = Temporal.PlainDate.from('2026-08-01').add({ days: (i * 7) % 540 });
    const precision = precisions[i % precisions.length] ?? 'day';
    const end = precision === 'day' ? start : start.add({ days: 6 + (i % 4) * 7 });
    return {
      id: activityId.parse(`row-${i}`),
      row: i + 2,
      title: `Opplæring ${i} av superbrukere${i % 3 === 0 ? ' og alle andre som skal være på vakt ved oppstart' : ''}`,
      description: '',
      kind: i % 9 === 0 ? 'gate' : i % 5 === 0 ? 'milestone' : 'activity',
      when: { start: start.toString(), end: end.toString(), precision, text: '' },
      units: [`Kommune ${(i % 12) + 1}`],
      gate: i % 9 === 0 ? `K${i}` : null,
      dependsOn: [],
      state: (['planned', 'underway', 'done', 'help'] as const)[i % 4] ?? 'planned',
    };
  });
}

async function take(size: number): Promise<Taken> {
  const rows = rowsOf(size);
  const draw = async (): Promise<number> => {
    const begun = performance.now();
    const about = { programme, rows, filter: undefined, units: [], today: '2026-11-02', language: 'nb' } as const;
    const picture = pictureOf({ ...about, by: 'unit' });
    await drawPng(await ganttSvg(picture, 'whole'));
    return performance.now() - begun;
  };
  const firstMs = await draw();
  const taken: number[] = [];
  for (let nth = 0; nth < times; nth += 1) taken.push(await draw());
  const ms = taken.toSorted((a, b) => a - b)[times >> 1] ?? 0;
  return { firstMs, ms, peakMb: process.resourceUsage().maxRSS / 1024 };
}

// Started by itself this file is the process that measures.
if (import.meta.main) console.log(JSON.stringify(await take(Number(process.argv[2]))));
