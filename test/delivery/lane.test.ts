import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Attempt, Lanes } from '#delivery/lane.ts';
import { type Pace, paces } from '#delivery/limits.ts';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { somewhere } from '../store/samples.ts';
import { mostIn } from './most-in.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const pace = (more: Partial<Pace>): Record<SurfaceName, Pace> => {
  const one = { place: [], workspace: [], perCardMs: 0, ...more };
  return { teams: one, slack: one, web: one };
};
const over = { is: 'over', afterMs: 0 } as const;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

type Wanted = { place: Place; kind?: 'send' | 'update' | 'open'; lastAtMs?: number };
interface Gone {
  place: string;
  kind: string;
  at: number;
  nth: number;
}

/** Asks for all of it at once, and says when, in milliseconds of the fake clock, each of it went. */
async function times(lanes: Lanes, wanted: Wanted[], { latencyMs = 0, forMs = 400_000 } = {}) {
  const gone: Gone[] = [];
  const begun = performance.now();
  const all = wanted.map(({ place, kind = 'send', lastAtMs }, nth) => {
    const attempt: Attempt = async () => {
      gone.push({ place: place.id, kind, at: performance.now() - begun, nth });
      if (latencyMs > 0) await wait(latencyMs);
      return over;
    };
    if (kind === 'open') return lanes.open(place, attempt);
    return kind === 'send' ? lanes.send(place, attempt) : lanes.update(place, lastAtMs, attempt);
  });
  await vi.advanceTimersByTimeAsync(forMs);
  await Promise.all(all);
  return gone;
}
const at = (gone: Gone[]) => gone.map((one) => one.at).toSorted((a, b) => a - b);
const of = (gone: Gone[], kind: string) => gone.filter((one) => one.kind === kind);
const places = (count: number, more: Partial<Place> = {}) =>
  Array.from({ length: count }, (_, i) => somewhere(`p${i}`, more));

describe('a place', () => {
  const second = { place: [{ most: 1, ms: 1000 }] };

  test('gets what was asked for in order, within its limit and little later', async () => {
    const gone = await times(new Lanes(pace(second)), Array(6).fill({ place: somewhere('a') }));
    expect(gone.map((s) => s.nth)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(mostIn(1000, at(gone))).toBe(1);
    expect(gone.at(-1)?.at).toBeLessThan(1.05 * 5000);
  });

  test('is counted for from the answer on, however long that takes: the platform counted it somewhere before', async () => {
    const gone = await times(new Lanes(pace(second)), Array(3).fill({ place: somewhere('a') }), { latencyMs: 700 });
    expect((gone[1]?.at ?? 0) - (gone[0]?.at ?? 0)).toBeGreaterThanOrEqual(1700);
  });

  test('that has to wait makes no other place wait', async () => {
    const gone = await times(new Lanes(pace(second)), [
      { place: somewhere('a') },
      { place: somewhere('a') },
      { place: somewhere('b') },
    ]);
    expect(gone.find((s) => s.place === 'b')?.at).toBe(0);
  });

  test('is written to and changed one at a time, also when one takes long', async () => {
    const lanes = new Lanes(pace({}));
    let running = 0;
    let most = 0;
    const attempt: Attempt = async () => {
      most = Math.max(most, ++running);
      await wait(1000);
      running -= 1;
      return over;
    };
    const a = somewhere('a');
    const all = [1, 2, 3].flatMap(() => [lanes.send(a, attempt), lanes.update(a, undefined, attempt)]);
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(most).toBe(1);
  });

  test('keeps its order while its first message is tried again, and is left alone until then', async () => {
    const lanes = new Lanes(pace({}));
    const gone: string[] = [];
    let tries = 0;
    const first = lanes.send(somewhere('a'), async () => {
      gone.push(`first at ${performance.now()}`);
      return ++tries < 3 ? { is: 'throttled', afterMs: 700 } : over;
    });
    const second = lanes.send(somewhere('a'), async () => {
      gone.push(`second at ${performance.now()}`);
      return over;
    });
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all([first, second]);
    expect(gone).toEqual(['first at 0', 'first at 700', 'first at 1400', 'second at 1400']);
  });

  test('is faster by as much as Klar is told', async () => {
    const gone = await times(new Lanes(pace(second), 10), Array(3).fill({ place: somewhere('a') }));
    expect(at(gone)).toEqual([0, 102, 204]);
  });

  test('whose attempt fails by mistake goes on with the next message', async () => {
    const lanes = new Lanes(pace({}));
    const failing = lanes.send(somewhere('a'), async () => {
      throw new Error('a bug');
    });
    await expect(failing).rejects.toThrow('a bug');
    await lanes.send(somewhere('a'), async () => over);
    expect(lanes.waiting).toBe(0);
  });
});

describe('a workspace', () => {
  const five = { workspace: [{ most: 5, ms: 1000 }] };

  test('has a limit for all its places together, and none for any other workspace', async () => {
    const wanted = [...places(20), somewhere('q', { workspace: 'T2' })].map((place) => ({ place }));
    const gone = await times(new Lanes(pace(five)), wanted);
    const here = gone.filter((s) => s.place !== 'q');
    expect(mostIn(1000, at(here))).toBe(5);
    expect(at(here).at(-1)).toBeLessThan(1.05 * 3000);
    expect(gone.find((s) => s.place === 'q')?.at).toBe(0);
  });

  test('counts openings of own chats as messages, or apart where the platform does', async () => {
    const wanted = places(10).flatMap((place) => [{ place }, { place, kind: 'open' as const }]);
    expect(mostIn(1000, at(await times(new Lanes(pace(five)), wanted)))).toBe(5);
    const apart = await times(new Lanes(pace({ ...five, opens: [{ most: 1, ms: 1000 }] })), wanted);
    expect(mostIn(1000, at(of(apart, 'open')))).toBe(1);
    expect(at(of(apart, 'send')).at(-1)).toBeLessThan(1100);
  });

  test('is left alone for as long as was asked, when three places are throttled and nothing gets through', async () => {
    const lanes = new Lanes(pace({}));
    const gone: Gone[] = [];
    const shutUntil = 30_000;
    const all = places(40).map((place, nth) =>
      lanes.send(place, async () => {
        const now = performance.now();
        gone.push({ place: place.id, kind: 'send', at: now, nth });
        await wait(50);
        return now < shutUntil ? { is: 'throttled', afterMs: shutUntil - now } : over;
      }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    await Promise.all(all);
    // Eight are under way when the first is told, and two more are tried before the third is.
    expect(gone.filter((s) => s.at < shutUntil).length).toBeLessThanOrEqual(10);
    expect(new Set(gone.filter((s) => s.at >= shutUntil).map((s) => s.place)).size).toBe(40);
  });

  test('goes on when one place alone is throttled', async () => {
    const lanes = new Lanes(pace({}));
    let isFirst = true;
    const throttled = lanes.send(somewhere('a'), async () => {
      if (!isFirst) return over;
      isFirst = false;
      return { is: 'throttled', afterMs: 60_000 };
    });
    const gone = await times(
      lanes,
      places(30).map((place) => ({ place })),
    );
    await throttled;
    expect(at(gone).at(-1)).toBe(0);
  });

  test('that is shut for longer than anybody waits says so at once, to what waits and to what comes', async () => {
    const lanes = new Lanes(pace({}));
    const hows: string[] = [];
    const attempt: Attempt = async (how) => {
      hows.push(how);
      return how === 'try' ? { is: 'over', afterMs: 600_000 } : over;
    };
    const all = places(3).flatMap((place) => [lanes.send(place, attempt), lanes.send(place, attempt)]);
    await vi.advanceTimersByTimeAsync(10);
    await Promise.all([...all, lanes.send(somewhere('later'), attempt)]);
    expect(hows).toEqual(['try', 'try', 'try', 'shut', 'shut', 'shut', 'shut']);
    await vi.advanceTimersByTimeAsync(600_000);
    await lanes.send(somewhere('later'), async (how) => {
      hows.push(how);
      return over;
    });
    expect(hows.at(-1)).toBe('try');
  });
});

describe('updates', () => {
  const apart = { updates: [{ most: 1, ms: 1500 }] };

  test('that wait for their limit keep no message waiting, neither in their place nor elsewhere', async () => {
    const [a = somewhere('a'), ...others] = places(5);
    const wanted: Wanted[] = [
      ...[a, ...others].map((place) => ({ place, kind: 'update' as const })),
      ...[a, a, ...others].map((place) => ({ place })),
    ];
    const gone = await times(new Lanes(pace(apart)), wanted, { latencyMs: 10 });
    expect(mostIn(1500, at(of(gone, 'update')))).toBe(1);
    expect(Math.max(...at(of(gone, 'send')))).toBeLessThan(50);
  });

  test('go to the card first that was changed longest ago', async () => {
    await vi.advanceTimersByTimeAsync(100_000);
    const lastAtMs = [50_000, 10_000, undefined, 30_000, 90_000];
    const wanted = places(5).map((place, i) => ({
      place,
      kind: 'update' as const,
      ...(lastAtMs[i] === undefined ? {} : { lastAtMs: lastAtMs[i] }),
    }));
    const gone = await times(new Lanes(pace(apart)), wanted);
    expect(gone.map((s) => s.nth)).toEqual([2, 1, 3, 0, 4]);
  });

  test('of one card keep its pace', async () => {
    const lanes = new Lanes(pace({ perCardMs: 2000 }));
    const gone = await times(lanes, [{ place: somewhere('a'), kind: 'update', lastAtMs: performance.now() }]);
    expect(at(gone)).toEqual([2000]);
  });

  test('that turn out to be needless cost nothing', async () => {
    const lanes = new Lanes(pace({ ...apart, place: [{ most: 1, ms: 60_000 }] }));
    const needless = places(50).map((place) => lanes.update(place, undefined, async () => ({ is: 'idle' })));
    const gone = await times(lanes, [{ place: somewhere('p0'), kind: 'update' }, { place: somewhere('p0') }]);
    await Promise.all(needless);
    expect(at(gone)).toEqual([0, 0]);
  });

  test('that count as messages get a turn among many of them', async () => {
    const lanes = new Lanes(pace({ workspace: [{ most: 10, ms: 1000 }] }));
    const messages = places(300).map((place) => ({ place }));
    const gone = await times(lanes, [...messages, ...places(5).map((place) => ({ place, kind: 'update' as const }))]);
    expect(mostIn(1000, at(gone))).toBe(10);
    expect(at(of(gone, 'update')).at(-1)).toBeLessThan(6000);
    expect(at(of(gone, 'send')).at(-1)).toBeLessThan(1.05 * 30_000);
  });
});

describe('messages that are sent and not settled', () => {
  test('are eight at most, of all workspaces together, which take turns', async () => {
    const lanes = new Lanes(pace({}));
    let [running, most] = [0, 0];
    const order: string[] = [];
    const all = Array.from({ length: 60 }, (_, i) =>
      lanes.send(somewhere(`p${i}`, { workspace: i < 40 ? 'T1' : 'T2' }), async () => {
        order.push(i < 40 ? 'T1' : 'T2');
        most = Math.max(most, ++running);
        await wait(100);
        running -= 1;
        return over;
      }),
    );
    await vi.advanceTimersByTimeAsync(2000);
    await Promise.all(all);
    expect(most).toBe(8);
    expect(order.slice(0, 16).filter((workspace) => workspace === 'T2').length).toBeGreaterThanOrEqual(7);
  });

  test('count also while they wait to be tried again, if they may have arrived, and no longer if not', async () => {
    const lanes = new Lanes(pace({}));
    const troubled = (is: 'unclear' | 'throttled', count: number) =>
      Array.from({ length: count }, (_, i) => {
        let isFirst = true;
        return lanes.send(somewhere(`${is} ${i}`), async () => {
          if (!isFirst) return over;
          isFirst = false;
          return { is, afterMs: 1000 };
        });
      });
    const unclear = troubled('unclear', 8);
    await vi.advanceTimersByTimeAsync(0);
    const after = await times(lanes, [{ place: somewhere('after') }], { forMs: 5000 });
    await Promise.all(unclear);
    expect(at(after)).toEqual([1000]);
    const throttled = troubled('throttled', 1);
    await vi.advanceTimersByTimeAsync(0);
    expect(
      at(
        await times(
          lanes,
          places(8).map((place) => ({ place })),
        ),
      ),
    ).toEqual(Array(8).fill(0));
    await Promise.all(throttled);
  });
});

test('at a stop what is under way comes to its end, and what waits is told', async () => {
  const lanes = new Lanes(pace({ place: [{ most: 1, ms: 1000 }] }));
  const hows: string[] = [];
  const all = [1, 2, 3].map(() =>
    lanes.send(somewhere('a'), async (how) => {
      if (how === 'try') await wait(100);
      hows.push(how);
      return how === 'try' ? over : { is: 'idle' };
    }),
  );
  await vi.advanceTimersByTimeAsync(50);
  lanes.stop();
  await vi.advanceTimersByTimeAsync(100);
  await Promise.all(all);
  expect(hows).toEqual(['try', 'stopping', 'stopping']);
  expect(lanes.waiting).toBe(0);
});

test('1,700 own chats and 50 places are written to within 1.1 times what the limits of the platforms allow', async () => {
  const wanted = (surface: SurfaceName) => places(1750, { surface }).map((place) => ({ place }));
  const teams = await times(new Lanes(paces), wanted('teams'), { latencyMs: 100 });
  expect(at(teams).at(-1)).toBeLessThan(1.1 * (1750 / 50) * 1000);
  const slack = await times(new Lanes(paces), wanted('slack'), { latencyMs: 100 });
  expect(at(slack).at(-1)).toBeLessThan(1.1 * (1750 / 300) * 60_000);
});

describe('within the limits of the platforms, whatever goes where, answered however fast and however often refused:', () => {
  const sending = fc.record({
    place: fc.integer({ min: 0, max: 4 }).map((n) => `p${n}`),
    kind: fc.constantFrom('send' as const, 'send' as const, 'update' as const, 'open' as const),
    afterMs: fc.integer({ min: 0, max: 3000 }),
    latencyMs: fc.integer({ min: 0, max: 300 }),
    troubles: fc.array(fc.constantFrom('throttled' as const, 'unclear' as const), { maxLength: 2 }),
  });

  test.each([
    // PLATFORMS T39: to a conversation, updates too; for the app in a tenant.
    [
      'teams',
      {
        place: [
          [1000, 7],
          [2000, 8],
          [30_000, 60],
        ],
        placeCounts: ['send', 'update'],
        workspace: [[['send', 'update', 'open'], 1000, 50]],
      },
    ],
    // PLATFORMS S22, S23: messages about one a second to a channel; by method and workspace.
    [
      'slack',
      {
        place: [[1000, 1]],
        placeCounts: ['send'],
        workspace: [
          [['send'], 60_000, 300],
          [['update'], 60_000, 40],
          [['open'], 60_000, 50],
        ],
      },
    ],
  ] as const)('%s: in order in each place, and nothing is left behind', async (surface, limits) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 120 }), async (wanted) => {
        const lanes = new Lanes(paces);
        const gone: Gone[] = [];
        const ended: string[] = [];
        const all = wanted.map(async ({ place, kind, afterMs, latencyMs, troubles }, nth) => {
          await wait(afterMs);
          const left = [...troubles];
          const attempt: Attempt = async () => {
            gone.push({ place, kind, at: performance.now(), nth });
            await wait(latencyMs);
            const is = left.shift();
            if (is) return { is, afterMs: 1000 };
            ended.push(`${kind} ${nth}`);
            return over;
          };
          const to = somewhere(place, { surface });
          if (kind === 'open') await lanes.open(to, attempt);
          else await (kind === 'send' ? lanes.send(to, attempt) : lanes.update(to, undefined, attempt));
        });
        await vi.advanceTimersByTimeAsync(900_000);
        await Promise.all(all);
        expect(ended).toHaveLength(wanted.length);
        expect(lanes.waiting).toBe(0);
        const counted = (kinds: readonly string[]) => gone.filter(({ kind }) => kinds.includes(kind));
        for (const [kinds, ms, most] of limits.workspace) {
          expect(mostIn(ms, at(counted(kinds)))).toBeLessThanOrEqual(most);
        }
        for (const here of Map.groupBy(counted(limits.placeCounts), ({ place }) => place).values()) {
          for (const [ms, most] of limits.place) expect(mostIn(ms, at(here))).toBeLessThanOrEqual(most);
          // Asked for in the order of `afterMs`; what was asked for at the same moment, in the order of the list.
          const asked = (nth: number) => [wanted[nth]?.afterMs ?? 0, nth] as const;
          const first = [...new Set(of(here, 'send').map(({ nth }) => nth))];
          expect(first).toEqual(first.toSorted((a, b) => asked(a)[0] - asked(b)[0] || a - b));
        }
      }),
      { numRuns: 40 },
    );
  });
});
