import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Activity } from '#plan/activity.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { readTable } from '#table/read-table.ts';
import { type HandCountry, remindersByHand } from './by-hand.ts';
import { activity, anyWhen } from './plans.ts';
import { asActivities, handRow, lineOf, openYear, placesOf } from './year.ts';

/** A year to be played: what its plan holds, by which rules, and from when. */
interface Given {
  rows: readonly Activity[];
  rules: readonly string[];
  country: HandCountry;
  /** ISO instant. */
  begins: string;
}

/**
 * Lets a year go by on some instants, and compares what was sent with the calculation by hand: each reminder once, on its day, by its
 * rule, and in each place one message a day that names what comes there.
 */
async function playAndCompare(given: Given, ticks: readonly Temporal.Instant[]): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-year-'));
  const year = await openYear(folder, given.rows, given);
  try {
    for (const tick of ticks) {
      year.clock.moveTo(tick);
      await year.house.beat();
    }
    await year.house.outbox.settled();
    expect(year.errors).toEqual([]);

    const fromMs = Temporal.Instant.from(given.begins).epochMilliseconds;
    const untilMs = ticks.at(-1)?.epochMilliseconds ?? fromMs;
    const wanted = remindersByHand(given.rows.map(handRow), { ...given, at: '09:00' }).filter(
      ({ atMs }) => atMs >= fromMs && atMs <= untilMs,
    );
    expect((await year.settled()).sort()).toEqual(wanted.map(lineOf).sort());

    const placeOf = placesOf(given.rows);
    const byMessage = Map.groupBy(wanted, ({ day, unit }) => `${day} ${placeOf(unit)}`);
    expect(year.messages.map(({ day, place }) => `${day} ${place}`).sort()).toEqual([...byMessage.keys()].sort());
    for (const { day, place, activities } of year.messages) {
      const due = new Set(byMessage.get(`${day} ${place}`)?.map((one) => one.activity));
      // A message of many names the most urgent ones and says how many more there are.
      expect(activities.size).toBe(Math.min(due.size, shownAtOnce));
      expect([...activities].filter((one) => !due.has(one))).toEqual([]);
    }
    return wanted.length;
  } finally {
    await year.close();
    await rm(folder, { recursive: true });
  }
}

/** Rows that one message names (CARDS rule 8). */
const shownAtOnce = 5;

/** Every hour of a year, and some minutes by chance. */
function hoursAndMore(begins: string, chance: () => number): Temporal.Instant[] {
  const start = Temporal.Instant.from(begins);
  const hours = Array.from({ length: 365 * 24 }, (_, nth) => start.add({ hours: nth }));
  const others = Array.from({ length: 1000 }, () => start.add({ minutes: Math.floor(chance() * 365 * 24 * 60) }));
  return [...hours, ...others].sort(Temporal.Instant.compare);
}

const seeds = fileURLToPath(new URL('../../../shared/seeds/plan-helseplattformen.csv', import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.log('Left out: the year on the real plan, since ../shared is not here');

test.runIf(hasSeeds)(
  'a year of the real plan, both clock changes inside: every reminder is sent once, on the day that a calculation by hand gives',
  async () => {
    const table = readTable(readFileSync(seeds));
    if (!table.ok) throw new Error(table.problem.code);
    const { accepted } = readPlan(table.rows, { starts: '2018-07-01', country: 'NO' });
    const rules = ['7-days-before', '1-working-day-before', 'on-the-day'];
    const begins = '2018-06-25T22:00:00Z';
    const given = { rows: asActivities(accepted), rules, country: 'NO', begins } as const;
    const count = await playAndCompare(given, hoursAndMore(begins, Math.random));
    expect(count).toBeGreaterThan(70);
  },
  120_000,
);

test('whatever the plan and the rules, a year brings every reminder once, as the calculation by hand does', async () => {
  const units = ['Nordvik kommune', 'Sørfjord kommune', 'Solvik sykehus', 'Tindøy kommune', 'Storvatn'];
  const anyRow = fc.record({
    when: anyWhen,
    units: fc.subarray(units),
    state: fc.constantFrom('planned', 'underway', 'help', 'done'),
  } as const);
  const rules = ['30-days-before', '2-weeks-before', '3-months-before', '7-days-before', '1-working-day-before'];
  const later = ['on-the-day', '3-days-after', '2-working-days-after', 'overdue'];
  const minutes = fc.array(fc.integer({ min: 0, max: 24 * 60 - 1 }), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyRow, { minLength: 1, maxLength: 25 }),
      fc.subarray([...rules, ...later], { minLength: 1 }),
      fc.constantFrom('NO', 'SE'),
      minutes,
      async (found, chosen, country, ticksADay) => {
        const begins = '2024-12-01T00:30:00Z';
        const rows = found.map((row, nth) => activity({ ...row, row: nth + 2 }));
        // Whatever the other minutes of a day, one lies between nine and ten in Oslo: 07:00 to 08:00 in summer, and an hour later in winter.
        const ticks = Array.from({ length: 365 }, (_, day) =>
          [7 * 60 + (day % 60), 8 * 60 + (day % 60), ...ticksADay.map((minute) => (minute + day) % (24 * 60))].map(
            (minute) => Temporal.Instant.from('2024-12-01T00:31:00Z').add({ minutes: day * 24 * 60 + minute }),
          ),
        );
        await playAndCompare({ rows, rules: chosen, country, begins }, ticks.flat().sort(Temporal.Instant.compare));
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
