import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Surface } from '#chat/port.ts';
import { movableClock } from '#clock/clock.ts';
import { type PersonId, personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { pollFeature } from '#poll/feature.ts';
import { rehearsalStart, startRehearsal } from '#rehearsal/rehearsal.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { buildHouse } from '../../src/house.ts';

const timeZone = 'Europe/Oslo';
const today = Temporal.Instant.from('2026-11-25T19:30:00Z');
const solvik = placeId.parse('channel-lag-solvik');
const ownOfKari = placeId.parse('own-kari-myrvang');
const id = (name: string): PersonId => personId.parse(name);

const surface: Pick<Surface, 'name' | 'ownChat'> = {
  name: 'web',
  ownChat: async ({ workspace, user }) => ({
    state: 'open',
    where: { surface: 'web', workspace, kind: 'personal', key: `own-${user}`, address: {} },
  }),
};

const silent = { info() {}, warn() {}, error() {} };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function play(beat: (store: Awaited<ReturnType<typeof openLowdbStore>>) => Promise<void> = async () => {}) {
  const folder = await mkdtemp(join(tmpdir(), 'klar-rehearsal-'));
  const store = await openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'key') });
  closing.push(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const clock = movableClock(await rehearsalStart(store, today, timeZone));
  const house = buildHouse({
    store,
    features: [reminderFeature, pollFeature],
    surfaces: new Map(),
    clock,
    defaults: { language: 'nb', timeZone },
    log: silent,
  });
  const parts = {
    store,
    surface,
    workspace: 'rehearsal',
    clock,
    timeZone,
    beat: () => beat(store),
    nextEvents: house.nextEvents,
  };
  return { store, clock, parts, rehearsal: await startRehearsal(parts) };
}

describe('a rehearsal', () => {
  test('begins at eight in the morning, whenever it is started', async () => {
    const { rehearsal } = await play();
    expect(rehearsal.now().toString()).toBe('2026-11-25T07:00:00Z');
  });

  test('holds a programme with its plan as revision 1: what is long past is done, what is just past is late', async () => {
    const { store } = await play();
    const [programme] = await store.programmes.all();
    const plan = await store.plans.get(programme?.id ?? '');
    expect(programme?.units).toHaveLength(6);
    expect(plan).toMatchObject({ revision: 1, revisions: [{ source: 'plan.csv', rows: 26 }] });
    expect(plan?.activities.filter(({ state }) => state === 'done')).toHaveLength(1);
    const past = plan?.activities.filter(({ when }) => when.end !== null && when.end < '2026-11-25');
    expect(past).toHaveLength(2);
    expect((await store.polls.all()).length + (await store.checklists.all()).length).toBe(0);
  });

  test('is not seeded again on a store that has one, and its clock goes on from where it was', async () => {
    const { store, clock, parts } = await play();
    clock.moveTo(Temporal.Instant.from('2026-12-24T12:00:00Z'));
    await store.audit.append({ at: clock.now().toString(), by: 'klar', what: 'test', on: {}, from: 'clock' });
    expect((await rehearsalStart(store, today, timeZone)).toString()).toBe('2026-12-24T12:00:00Z');
    const people = await store.persons.all();
    await startRehearsal(parts);
    expect(await store.persons.all()).toEqual(people);
  });

  test('lists everyone by lead, unit and role, in the reader’s language', async () => {
    const { rehearsal } = await play();
    const cast = await rehearsal.cast('nb');
    expect(cast.map(({ about }) => about).slice(0, 4)).toEqual([
      'programeier',
      'koordinator',
      'kontakt, Innføringsprosjektet',
      'kontakt, Solvik kommune',
    ]);
    expect((await rehearsal.cast('en')).at(-1)).toMatchObject({ about: 'deputy, Storvatn sykehus' });
  });

  test('shows a person their own channels, and those who lead all of them', async () => {
    const { rehearsal } = await play();
    const names = async (of: string) => (await rehearsal.placesOf(id(of))).map(({ kind, name }) => name || kind);
    expect(await names('daniel-brooksby')).toEqual(['felles-journal', 'lag-storvatn', 'personal']);
    expect(await names('jonas-lerviksen')).toHaveLength(8);
    expect(await names('nobody')).toEqual([]);
  });

  test('tells after a move what was sent where, and who sees it', async () => {
    let beats = 0;
    const { rehearsal } = await play(async (store) => {
      beats += 1;
      const at = '2026-11-26T08:00:00.000Z';
      await store.messages.add({ id: `m${beats}`, place: solvik, at, text: 'hei', card: {} });
      await store.messages.add({ id: `own${beats}`, place: ownOfKari, at, text: 'hei', card: {} });
      await store.messages.add({
        id: `said${beats}`,
        place: solvik,
        at,
        by: 'kari-myrvang',
        text: 'nei',
      });
    });
    const report = await rehearsal.move('event', 'nb');
    expect(report.text).toMatch(/^Nå er det .* kl\. \d\d\.\d\d\. 2 meldinger ble sendt:$/);
    expect(report.lines).toEqual([
      { place: solvik, name: '#lag-solvik', text: '1 ny', as: 'ingrid-solbakkrud' },
      { place: ownOfKari, name: 'Kari Myrvang', text: '1 ny', as: 'kari-myrvang' },
    ]);
  });

  test('tells of cards that were drawn anew, too', async () => {
    let count = 0;
    const { rehearsal } = await play(async (store) => {
      count += 1;
      const at = '2026-11-26T08:00:00.000Z';
      await store.messages.add({ id: 'm1', place: solvik, at, text: 'hei', card: { count } });
      await store.messages.change('m1', (m) => ({ next: { ...m, card: { count } }, outcome: true }));
    });
    await rehearsal.move('event', 'sv');
    const report = await rehearsal.move('event', 'sv');
    expect(report.text).toContain('Ingenting skickades.');
    expect(report.lines).toMatchObject([{ text: '1 ändrat' }]);
  });

  test('moves that are asked for at once follow one another', async () => {
    const { rehearsal } = await play();
    await Promise.all([rehearsal.move('day', 'nb'), rehearsal.move('day', 'nb')]);
    expect(rehearsal.now().toString()).toBe('2026-11-27T07:00:00Z');
  });

  test('the next event is the first reminder of its plan', async () => {
    const { parts } = await play();
    expect(await parts.nextEvents()).toEqual(['2026-11-25T08:00:00Z']);
  });
});
