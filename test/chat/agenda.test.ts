import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Agenda, createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import type { Changes, Store } from '#store/port.ts';

/** Two collections of which only what changed matters: times by id, and signs that a time may have changed. */
class Changing {
  ids: string[] = [];
  #changed: string[] = [];
  change(id: string) {
    if (!this.ids.includes(id)) this.ids.push(id);
    this.#changed.push(id);
  }
  /** Marks from before this one are too old. */
  #oldest = 0;
  forgetChanges() {
    this.#oldest = this.#changed.length;
  }
  changedSince(mark?: number): Changes {
    const newest = this.#changed.length;
    if (mark === undefined || mark < this.#oldest) return { mark: newest, ids: this.ids, isAll: true };
    return { mark: newest, ids: [...new Set(this.#changed.slice(mark))], isAll: false };
  }
}

const start = Temporal.Instant.from('2026-08-03T07:00:00Z');
const minute = (minutes: number) => start.add({ minutes });

let now: Temporal.Instant;
let tasks: Changing;
let signs: Changing;
let world: World;
let times: Map<string, number>;
let asked: string[];
let broken: Set<string>;
let agenda: Agenda;
let logged: object[];
let told: [string, number][];

const newWorld = (): World =>
  ({
    store: { plans: tasks, places: signs } as unknown as Store,
    now: () => now,
    log: { info() {}, warn() {}, error: (about: object) => void logged.push(about) },
    meter: {
      decided() {},
      attempted() {},
      late() {},
      due: (what: string, count: number) => void told.push([what, count]),
    },
  }) as unknown as World;

beforeEach(() => {
  now = start;
  tasks = new Changing();
  signs = new Changing();
  times = new Map();
  asked = [];
  broken = new Set();
  logged = [];
  told = [];
  world = newWorld();
  agenda = createAgenda({
    name: 'task',
    follows: [
      { of: (store) => store.plans },
      { of: (store) => store.places, concerns: async (_world, id) => id.split('+') },
    ],
    async nextAt(_world, id) {
      asked.push(id);
      if (broken.has(id)) throw new Error('cannot be read');
      const at = times.get(id);
      return at === undefined ? undefined : minute(at);
    },
  });
});

/** Saves when something is due, in minutes from the start. */
const plan = (id: string, at: number | undefined) => {
  if (at === undefined) times.delete(id);
  else times.set(id, at);
  tasks.change(id);
};
const dueAt = (minutes: number) => {
  now = minute(minutes);
  return agenda.due(world);
};

describe('an agenda', () => {
  test('gives what is due by now, earliest first, and not what comes later', async () => {
    plan('late', 30);
    plan('second', 10);
    plan('first', 5);
    plan('never', undefined);
    expect(await dueAt(4)).toEqual([]);
    expect(await dueAt(10)).toEqual(['first', 'second']);
  });

  test('asks about a record once, and again only when it was saved, or was due', async () => {
    plan('a', 10);
    plan('b', 20);
    for (let at = 0; at < 10; at += 1) await dueAt(at);
    expect(asked).toEqual(['a', 'b']);
    plan('b', 12);
    await dueAt(9);
    expect(asked).toEqual(['a', 'b', 'b']);
    await dueAt(10);
    expect(asked).toEqual(['a', 'b', 'b']);
    await dueAt(11);
    expect(asked).toEqual(['a', 'b', 'b', 'a']);
  });

  test('gives again what was not done', async () => {
    plan('a', 10);
    expect(await dueAt(10)).toEqual(['a']);
    expect(await dueAt(11)).toEqual(['a']);
    times.delete('a');
    expect(await dueAt(12)).toEqual([]);
  });

  test('follows what moves, comes and goes', async () => {
    plan('a', 10);
    await dueAt(0);
    plan('a', 20);
    plan('b', 15);
    expect(await dueAt(10)).toEqual([]);
    plan('b', undefined);
    expect(await dueAt(15)).toEqual([]);
    expect(await dueAt(20)).toEqual(['a']);
  });

  test('asks about those whom another record concerns, and about anything that it is told to', async () => {
    plan('a', 10);
    plan('b', 10);
    plan('c', 10);
    await dueAt(0);
    asked = [];
    signs.change('a+b');
    await dueAt(1);
    expect(asked).toEqual(['a', 'b']);
    agenda.forget(world.store, 'c');
    await dueAt(2);
    expect(asked).toEqual(['a', 'b', 'c']);
  });

  test.each(['tasks', 'signs'])('asks about everything when more %s changed than is remembered', async (which) => {
    plan('a', 10);
    plan('b', 20);
    await dueAt(0);
    asked = [];
    tasks.ids = ['b'];
    (which === 'tasks' ? tasks : signs).change('b');
    (which === 'tasks' ? tasks : signs).forgetChanges();
    expect(await dueAt(10)).toEqual([]);
    expect(asked).toEqual(['b']);
  });

  test('works everything out anew when the clock has gone back', async () => {
    plan('a', 60);
    await dueAt(30);
    asked = [];
    times.set('a', 10);
    expect(await dueAt(20)).toEqual(['a']);
    expect(asked).toEqual(['a']);
  });

  test('works everything out anew when the clock has jumped, and when it is believed again', async () => {
    let jumpedAt: Temporal.Instant | undefined;
    world = { ...world, clock: { jumpedAt: () => jumpedAt, keptAt: () => undefined } };
    plan('a', 60);
    await dueAt(30);
    asked = [];
    for (const at of [now, undefined]) {
      jumpedAt = at;
      await dueAt(31);
      await dueAt(32);
    }
    expect(asked).toEqual(['a', 'a']);
  });

  test('logs what cannot be worked out, keeps the rest going, and asks again', async () => {
    plan('a', 5);
    plan('b', 5);
    broken.add('a');
    expect(await dueAt(5)).toEqual(['b']);
    expect(logged).toMatchObject([{ agenda: 'task', id: 'a' }]);
    broken.clear();
    expect(await dueAt(6)).toEqual(['a', 'b']);
  });

  test('knows of each store by itself', async () => {
    plan('a', 5);
    const other = newWorld();
    now = minute(5);
    expect(await agenda.due(world)).toEqual(['a']);
    expect(await agenda.due(other)).toEqual(['a']);
  });

  test('says how much is due to whoever watches, when it changes', async () => {
    plan('a', 5);
    plan('b', 5);
    await dueAt(1);
    await dueAt(5);
    await dueAt(6);
    times.clear();
    await dueAt(7);
    await dueAt(8);
    expect(told).toEqual([
      ['task', 2],
      ['task', 0],
    ]);
  });
});

test('whatever is saved whenever, an agenda gives the same as looking at everything each time', async () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const step = fc.oneof(
    fc.record({ id, at: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }) }),
    fc.record({ passed: fc.integer({ min: -5, max: 20 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      tasks = new Changing();
      times = new Map();
      world = newWorld();
      let at = 0;
      for (const one of steps) {
        if ('id' in one) plan(one.id, one.at);
        else {
          at = Math.max(0, at + one.passed);
          const due = await dueAt(at);
          expect([...due].sort()).toEqual([...times].flatMap(([id, time]) => (time <= at ? [id] : [])).sort());
          // What is done for half of them takes them off.
          for (const done of due.filter((_, n) => n % 2 === 0)) times.delete(done);
        }
      }
    }),
  );
});
