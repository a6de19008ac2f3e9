import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPlan } from '#plan/reading/read-plan.ts';
import { writePlan } from '#rehearsal/write-plan.ts';
import { readTable } from '#table/read-table.ts';
import { remindersByHand } from '../../test/reminder/by-hand.ts';
import { asActivities, handRow, lineOf, openYear, placesOf } from '../../test/reminder/year.ts';
import type { Bench } from '../run.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const seeds = here('../../../shared/seeds/plan-helseplattformen.csv');
const minutes = 525_600;
const rules = ['7-days-before', '1-working-day-before', 'on-the-day'];

/** The real plan where it is at hand, otherwise the example's; both begin a week before their first days. */
function planOfYear() {
  const isReal = existsSync(seeds);
  const starts = isReal ? '2018-07-01' : '2026-08-03';
  const example = () =>
    writePlan(readFileSync(here('../../examples/plan.csv'), 'utf8'), Temporal.PlainDate.from(starts), 'NO');
  const table = readTable(isReal ? readFileSync(seeds) : new TextEncoder().encode(example()));
  if (!table.ok) throw new Error(`the plan cannot be read: ${table.problem.code}`);
  const { accepted } = readPlan(table.rows, { starts, country: 'NO' });
  const begins = Temporal.PlainDate.from(starts).subtract({ days: 6 }).toZonedDateTime('Europe/Oslo').toInstant();
  return { rows: asActivities(accepted), begins, name: isReal ? 'the plan of the seeds' : 'the example plan' };
}

/** Every minute of a year, one heartbeat each, both clock changes inside. What was sent is compared with a calculation by hand. */
export const measureYear: Bench = async (tell) => {
  const { rows, begins, name } = planOfYear();
  const folder = await mkdtemp(join(tmpdir(), 'klar-bench-'));
  const year = await openYear(folder, rows, { begins: begins.toString(), rules, country: 'NO' });
  try {
    const begun = performance.now();
    for (let minute = 0; minute < minutes; minute += 1) {
      year.clock.moveTo(begins.add({ minutes: minute }));
      await year.house.beat();
    }
    await year.house.outbox.settled();
    const seconds = (performance.now() - begun) / 1000;

    const fromMs = begins.epochMilliseconds;
    const wanted = remindersByHand(rows.map(handRow), { rules, at: '09:00', country: 'NO' }).filter(
      ({ atMs }) => atMs >= fromMs && atMs < fromMs + minutes * 60_000,
    );
    const settled = await year.settled();
    const placeOf = placesOf(rows);
    const messages = new Set(wanted.map(({ day, unit }) => `${day} ${placeOf(unit)}`));
    const of = `a year of ${name} at minute ticks`;
    tell({ name: of, unit: 's', value: seconds, limit: 10 });
    tell({ name: `${of}, reminders sent`, unit: 'reminders', value: settled.length });
    const missing = wanted.filter((one) => !settled.includes(lineOf(one))).length;
    tell({ name: `${of}, lost or on another day`, unit: 'reminders', value: missing, limit: 0 });
    const tooMany = settled.length - (wanted.length - missing) + year.messages.length - messages.size;
    tell({ name: `${of}, too many`, unit: 'reminders', value: tooMany, limit: 0 });
    if (year.errors.length > 0) throw new Error(year.errors.slice(0, 3).join('; '));
  } finally {
    await year.close();
    await rm(folder, { recursive: true });
  }
};
