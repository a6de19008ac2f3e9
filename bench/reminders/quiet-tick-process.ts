import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '#clock/clock.ts';
import { person } from '#people/person.ts';
import { place } from '#people/place.ts';
import { programme } from '#people/programme.ts';
import { plan } from '#plan/activity.ts';
import { reminding } from '#reminder/reminding.ts';
import { reminderRules } from '#reminder/rules.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { houseOnPage } from '../../test/reminder/year.ts';
import { answer, startedWith } from './part.ts';

/** How much there is of which nothing is due. */
export interface QuietOptions {
  programmes: number;
  /** Rows of each plan. */
  rows: number;
}

/** Milliseconds. */
export interface QuietTaken {
  /** The first tick after a start, at which everything is looked at. */
  first: number;
  /** One of many that follow, in the round in the middle. */
  tick: number;
  /** The same in the slowest round. */
  slowest: number;
}

/** Ticks are a second apart, and nothing falls due in these hours. They take so little that many are timed together. */
const rounds = 200;
const ticksARound = 50;
/** Rounds before them, so that they are not the compiler's too. */
const warmUp = 100;

const { programmes, rows } = startedWith<QuietOptions>();
const begins = Temporal.Instant.from('2026-09-16T07:01:00Z');

async function measure(): Promise<QuietTaken> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-bench-'));
  const store = await openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'data.key') });
  try {
    const accounts = [{ surface: 'web', workspace: 'w', user: 'kari' }];
    await store.persons.add(
      person.parse({ id: 'person', name: 'Kari Nordmann', language: 'nb', timeZone: 'Europe/Oslo', accounts }),
    );
    await store.places.add(
      place.parse({ id: 'place', surface: 'web', workspace: 'w', kind: 'channel', key: 'felles', language: 'nb' }),
    );
    const nth = Array.from({ length: programmes }, (_, number) => number);
    // Some at a time, so that what waits to be written does not fill the memory.
    for (let from = 0; from < programmes; from += 50) {
      await Promise.all(nth.slice(from, from + 50).map((number) => addProgramme(store, number)));
    }
    const clock = movableClock(begins);
    let sent = 0;
    const { house, errors } = houseOnPage(store, clock, () => {
      sent += 1;
    });
    const beat = async () => {
      const begun = performance.now();
      await house.beat();
      return performance.now() - begun;
    };
    const first = await beat();
    const taken: number[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      let ms = 0;
      for (let tick = 0; tick < ticksARound; tick += 1) {
        clock.moveTo(clock.now().add({ seconds: 1 }));
        ms += await beat();
      }
      if (round >= warmUp) taken.push(ms / ticksARound);
    }
    if (sent > 0 || errors.length > 0) throw new Error(`${sent} were sent, and ${errors.join('; ')}`);
    taken.sort((a, b) => a - b);
    return { first, tick: taken[rounds >> 1] ?? Number.NaN, slowest: taken.at(-1) ?? Number.NaN };
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

/** A programme whose rows lie in the next year, with five rules of which none falls in the days that are measured. */
async function addProgramme(store: Awaited<ReturnType<typeof openLowdbStore>>, number: number): Promise<void> {
  const id = `programme-${number}`;
  const units = Array.from({ length: 5 }, (_, nth) => ({
    id: `unit-${nth}`,
    name: `Kommune ${nth}`,
    place: 'place',
    people: [{ person: 'person', role: 'contact' }],
  }));
  const first = Temporal.PlainDate.from('2027-01-04');
  const activities = Array.from({ length: rows }, (_, nth) => {
    const day = first.add({ days: (nth * 7 + number) % 300 }).toString();
    return {
      row: nth + 2,
      title: `Opplæring i den nye journalen ${nth}`,
      description: 'Påmelding hos lederen innen fristen.',
      kind: 'activity',
      when: { start: day, end: day, precision: 'day', text: day },
      units: [`Kommune ${nth % 5}`],
      gate: null,
      id: `row-${nth}`,
      state: 'planned',
    };
  });
  const rules = reminderRules.parse({
    rules: ['30-days-before', '14-days-before', '7-days-before', '1-working-day-before', 'on-the-day'],
  });
  const saved = { number: 1, at: '2026-09-01T08:00:00Z', by: 'person', source: 'plan.csv', rows };
  await store.programmes.add(
    programme.parse({
      id,
      name: `Program ${number}`,
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      owners: ['person'],
      place: 'place',
      units,
    }),
  );
  await store.plans.add(plan.parse({ id, revision: 1, told: 1, activities, revisions: [saved] }));
  await store.remindings.add(reminding.parse({ id, rules }));
}

answer({ measure });
