import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MovableClock, movableClock } from '#clock/clock.ts';
import { readConfig } from '#config.ts';
import { person } from '#people/person.ts';
import { place } from '#people/place.ts';
import { programme } from '#people/programme.ts';
import { plan } from '#plan/activity.ts';
import type { Store } from '#store/port.ts';
import type { House } from '../src/house.ts';
import { type Klar, startKlar } from '../src/main.ts';
import { someLink, somePoll } from './store/samples.ts';

let folder: string;
let klar: Klar;
let house: House;
let clock: MovableClock;
let failed: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'klar-quiet-'));
  // A Wednesday morning.
  clock = movableClock(Temporal.Instant.from('2026-09-16T07:01:00Z'));
  failed = [];
  const config = readConfig({ KLAR_TEAMS_LOCAL: '1', KLAR_PORT: '0', KLAR_DATA: join(folder, 'data') });
  const error = (about: object, message: string) => void failed.push(`${message} ${JSON.stringify(about)}`);
  klar = await startKlar(config, { clock, heartbeat: false, log: { info() {}, warn() {}, error } });
  if (!klar.house) throw new Error('there is no real house');
  house = klar.house;
});
afterEach(async () => {
  await klar.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Counts what is read of a store, by collection and method; `changedSince` reads nothing. */
function readsOf(store: Store): Map<string, number> {
  const reads = new Map<string, number>();
  for (const [name, collection] of Object.entries(store)) {
    if (typeof collection !== 'object' || collection === null) continue;
    for (const method of ['get', 'all', 'entries', 'by', 'byAccount', 'byEmail', 'byKey', 'byPerson', 'about']) {
      const own = (collection as Record<string, unknown>)[method];
      if (typeof own !== 'function') continue;
      (collection as Record<string, unknown>)[method] = (...args: unknown[]) => {
        reads.set(`${name}.${method}`, (reads.get(`${name}.${method}`) ?? 0) + 1);
        return own.apply(collection, args);
      };
    }
  }
  return reads;
}

async function fill({ store }: House): Promise<void> {
  const accounts = [{ surface: 'teams', workspace: 't', user: 'kari', address: {} }];
  const about = { language: 'nb', timeZone: 'Europe/Oslo' };
  await store.persons.add(person.parse({ id: 'kari', name: 'Kari', ...about, accounts }));
  await store.persons.add(person.parse({ id: 'ola', name: 'Ola', ...about, accounts: [], email: 'ola@example.org' }));
  await store.places.add(
    place.parse({ id: 'felles', surface: 'teams', workspace: 't', kind: 'channel', key: 'felles', language: 'nb' }),
  );
  for (const id of ['nord', 'syd', 'vest']) {
    const units = [{ id: 'kommune', name: 'Nordvik kommune', people: [{ person: 'kari', role: 'contact' }] }];
    const row = { description: '', kind: 'activity', units: ['Nordvik kommune'], gate: null, state: 'planned' };
    const when = { start: '2027-03-01', end: '2027-03-02', precision: 'range', text: '1.-2. mars' };
    await store.programmes.add(
      programme.parse({ id, name: id, ...about, country: 'NO', owners: ['kari'], place: 'felles', units }),
    );
    await store.plans.add(
      plan.parse({
        id,
        revision: 1,
        told: 1,
        revisions: [{ number: 1, at: '2026-09-16T06:00:00Z', by: 'kari', kind: 'import', source: 'a.csv', rows: 2 }],
        activities: ['a', 'b'].map((key, at) => ({ ...row, when, id: key, row: at + 2, title: `Kurs ${key}` })),
      }),
    );
  }
  await store.polls.add(somePoll('poll', { closesAt: '2026-12-01T08:00:00Z', anonymous: false }));
  await store.links.add({ ...someLink('a'.repeat(43)), until: '2026-12-01T08:00:00Z' });
  const by = (await store.persons.all())[0]?.id;
  if (by) await store.drafts.add({ id: 'draft', kind: 'k', by, at: clock.now().toString(), data: {} });
}

test('a heartbeat with nothing due reads nothing from the store, whatever there is in it', async () => {
  await fill(house);
  await house.beat();
  await house.outbox.settled();
  await house.beat();
  await house.outbox.settled();

  const reads = readsOf(house.store);
  for (let minute = 0; minute < 60; minute += 1) {
    clock.moveTo(clock.now().add({ minutes: 1 }));
    await house.beat();
  }
  expect([...reads]).toEqual([]);
  expect(failed).toEqual([]);

  // And what changes is looked at: that one alone.
  await house.store.plans.change('syd', (now) => ({ next: { ...now, activities: [] }, outcome: true }));
  await house.beat();
  expect(reads.get('plans.get') ?? 0).toBeGreaterThan(0);
  expect(reads.get('plans.all') ?? 0).toBe(0);
});
