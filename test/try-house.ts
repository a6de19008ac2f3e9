import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature } from '#chat/feature.ts';
import type { Answer, Handle, Incoming, Visitor, Where } from '#chat/port.ts';
import { type MovableClock, movableClock } from '#clock/clock.ts';
import { buildHouse, type House } from '#house.ts';
import { peopleFeature } from '#people/feature.ts';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { type RecordingSurface, recordingSurface } from './recording-surface.ts';
import { openInFolder } from './store/folder-fixture.ts';

/** Monday 2 November 2026, 09:00 in Oslo. */
export const start = Temporal.Instant.from('2026-11-02T08:00:00Z');

/** A visitor whom the platform tells everything about. */
export const visitor = (user: string, more: Partial<Visitor> = {}): Visitor => ({
  surface: 'web',
  workspace: 'w',
  user,
  name: user[0]?.toUpperCase() + user.slice(1),
  locale: 'nb-NO',
  timeZone: 'Europe/Oslo',
  address: {},
  ...more,
});
export const channel = (key: string, more: Partial<Where> = {}): Where => ({
  surface: 'web',
  workspace: 'w',
  kind: 'channel',
  key,
  name: `#${key}`,
  address: {},
  ...more,
});
export const own = (by: Visitor): Where => ({
  surface: by.surface,
  workspace: by.workspace,
  kind: 'personal',
  key: `own-${by.user}`,
  address: {},
});

export interface Logged {
  level: 'info' | 'warn' | 'error';
  about: object;
  message: string;
}

/** A whole Klar on a store in a folder of its own and on recording surfaces, with a clock that is moved by hand. */
export async function tryHouse(features: Feature[] = [peopleFeature], options: { speed?: number } = {}) {
  const folder = await openInFolder();
  const clock: MovableClock = movableClock(start);
  const recording: Record<SurfaceName, RecordingSurface> = {
    web: recordingSurface('web'),
    teams: recordingSurface('teams'),
    slack: recordingSurface('slack'),
  };
  const logged: Logged[] = [];
  const at = (level: Logged['level']) => (about: object, message: string) =>
    void logged.push({ level, about, message });
  const build = (): House =>
    buildHouse({
      store: folder.store,
      features,
      surfaces: new Map(Object.values(recording).map(({ surface }) => [surface.name, surface])),
      clock,
      defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
      log: { info: at('info'), warn: at('warn'), error: at('error') },
      speed: options.speed ?? 10_000,
    });
  let house = build();
  let acts = 0;
  const act = (by: Visitor, where: Where) => ({ id: `act-${++acts}`, by, where });
  const handle: Handle = (incoming) => house.handle(incoming);

  return {
    folder,
    clock,
    recording,
    logged,
    handle,
    get house() {
      return house;
    },
    get store() {
      return folder.store;
    },
    /** The same store, opened anew, and a Klar that remembers nothing else. */
    async restart(): Promise<void> {
      await house.outbox.settled();
      await folder.reopen();
      house = build();
    },
    type: (by: Visitor, where: Where, text: string, more: Partial<Incoming> = {}): Promise<Answer> =>
      house.handle({ ...act(by, where), type: 'command', text, ...more } as Incoming),
    press: (
      by: Visitor,
      where: Where,
      button: { verb: string; data?: Record<string, string> | undefined },
      more: { values?: Record<string, string>; automatic?: boolean; id?: string } = {},
    ): Promise<Answer> =>
      house.handle({
        ...act(by, where),
        ...(more.id === undefined ? {} : { id: more.id }),
        type: 'press',
        verb: button.verb,
        values: { ...button.data, ...more.values },
        automatic: more.automatic ?? false,
      }),
    other: (by: Visitor, where: Where, type: 'arrived' | 'left' | 'home'): Promise<Answer> =>
      house.handle({ ...act(by, where), type }),
    async personOf(by: Visitor) {
      const person = await folder.store.persons.byAccount(by);
      if (!person) throw new Error(`${by.user} has not been met`);
      return person;
    },
    async placeOf(where: Where): Promise<Place> {
      const place = await folder.store.places.byKey(where);
      if (!place) throw new Error(`${where.key} has not been met`);
      return place;
    },
    /** The one programme that there is. */
    async programme() {
      const [one, ...more] = await folder.store.programmes.all();
      if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} programmes`);
      return one;
    },
    async programmeNamed(name: string) {
      const found = (await folder.store.programmes.all()).find((p) => p.name === name);
      if (!found) throw new Error(`no programme ${name}`);
      return found;
    },
    /** Every file of the store with what is in it. */
    onDisk: () => filesIn(folder.dir),
    settled: () => house.outbox.settled(),
    async close(): Promise<void> {
      await house.outbox.settled();
      await folder.discard();
    },
  };
}
export type TryHouse = Awaited<ReturnType<typeof tryHouse>>;

async function filesIn(dir: string): Promise<Map<string, string>> {
  const names = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = names.filter((n) => n.isFile()).map((n) => join(n.parentPath, n.name));
  return new Map(await Promise.all(files.sort().map(async (f) => [f, await readFile(f, 'utf8')] as const)));
}
