import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Lanes } from '#delivery/lane.ts';
import { type Pace, paces } from '#delivery/limits.ts';
import type { SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import { somewhere } from '../store/samples.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const pace = (more: Partial<Pace>): Record<SurfaceName, Pace> => {
  const one = { perPlaceMs: 0, perWorkspaceASecond: 1000, perCardMs: 0, perWorkspaceUpdateMs: 0, ...more };
  return { teams: one, slack: one, web: one };
};

/** Runs what is given at once, and says when, in milliseconds of the fake clock, each of it was sent. */
async function times(lanes: Lanes, sendings: { place: Place; kind?: 'send' | 'update' }[]) {
  const sent: { place: string; kind: string; at: number; nth: number }[] = [];
  const begun = Date.now();
  const all = sendings.map(({ place, kind = 'send' }, nth) =>
    lanes.run(place, kind, async () => void sent.push({ place: place.id, kind, at: Date.now() - begun, nth })),
  );
  await vi.advanceTimersByTimeAsync(200_000);
  await Promise.all(all);
  return sent;
}

/** The most that fell into any window of so many milliseconds. */
const mostIn = (ms: number, sent: { at: number }[]) =>
  Math.max(0, ...sent.map(({ at }) => sent.filter((s) => s.at >= at && s.at < at + ms).length));

describe('the pace of a place', () => {
  test('keeps a least time between two sendings, in the order in which they were asked for', async () => {
    const place = somewhere('a');
    const sent = await times(new Lanes(pace({ perPlaceMs: 500 })), Array(6).fill({ place }));
    expect(sent.map((s) => s.nth)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(sent.map((s) => s.at)).toEqual([0, 500, 1000, 1500, 2000, 2500]);
  });

  test('holds between sendings that do not overlap, too', async () => {
    const lanes = new Lanes(pace({ perPlaceMs: 500 }));
    const at: number[] = [];
    const send = () => lanes.run(somewhere('a'), 'send', async () => void at.push(Date.now()));
    const first = send();
    await vi.advanceTimersByTimeAsync(100);
    await first;
    const second = send();
    await vi.advanceTimersByTimeAsync(1000);
    await second;
    expect((at[1] ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(500);
  });

  test('does not make other places wait', async () => {
    const sent = await times(new Lanes(pace({ perPlaceMs: 10_000 })), [
      { place: somewhere('a') },
      { place: somewhere('a') },
      { place: somewhere('b') },
    ]);
    expect(sent.find((s) => s.place === 'b')?.at).toBeLessThan(10);
  });

  test('runs one sending at a time there, also when one takes long', async () => {
    const lanes = new Lanes(pace({}));
    let running = 0;
    let most = 0;
    const all = Array.from({ length: 5 }, () =>
      lanes.run(somewhere('a'), 'send', async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 1000));
        running -= 1;
      }),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    await Promise.all(all);
    expect(most).toBe(1);
  });

  test('is faster by as much as Klar is told', async () => {
    const place = somewhere('a');
    const sent = await times(new Lanes(pace({ perPlaceMs: 500 }), 10), Array(3).fill({ place }));
    expect(sent.map((s) => s.at)).toEqual([0, 50, 100]);
  });
});

describe('the pace of a workspace', () => {
  test('is for all its places together, and for no other workspace', async () => {
    const sendings = Array.from({ length: 12 }, (_, i) => ({
      place: somewhere(`p${i}`, { workspace: i < 10 ? 'T1' : 'T2' }),
    }));
    const sent = await times(new Lanes(pace({ perWorkspaceASecond: 4 })), sendings);
    const [first, second] = [sent.filter((s) => s.nth < 10), sent.filter((s) => s.nth >= 10)];
    expect(mostIn(1000, first)).toBeLessThanOrEqual(4);
    expect(Math.max(...second.map((s) => s.at))).toBeLessThan(1000);
  });

  test('is slower for updates than for sendings where the platform wants it so', async () => {
    const updates = Array.from({ length: 5 }, (_, i) => ({ place: somewhere(`p${i}`), kind: 'update' as const }));
    const sends = Array.from({ length: 5 }, (_, i) => ({ place: somewhere(`q${i}`) }));
    const sent = await times(new Lanes(pace({ perWorkspaceUpdateMs: 1500 })), [...updates, ...sends]);
    expect(
      mostIn(
        1500,
        sent.filter((s) => s.kind === 'update'),
      ),
    ).toBe(1);
    expect(Math.max(...sent.filter((s) => s.kind === 'send').map((s) => s.at))).toBeLessThan(1500);
  });

  test('bounds what belongs to no place yet', async () => {
    const lanes = new Lanes(pace({ perWorkspaceASecond: 2 }));
    const at: number[] = [];
    const home = { surface: 'slack' as const, workspace: 'T1' };
    const all = Array.from({ length: 4 }, () => lanes.inWorkspace(home, async () => void at.push(Date.now())));
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(all);
    expect(at).toEqual([0, 500, 1000, 1500]);
  });
});

describe('the real paces stay within the limits of the platforms, whatever is sent where', () => {
  const sending = fc.record({
    place: fc.integer({ min: 0, max: 4 }).map((n) => `p${n}`),
    kind: fc.constantFrom('send' as const, 'update' as const),
  });

  test.each([
    // PLATFORMS T39: 7 in 1 s, 8 in 2 s and 60 in 30 s to a conversation; 14 in 1 s for the bot.
    [
      'teams',
      {
        place: [
          [1000, 7],
          [2000, 8],
          [30_000, 60],
        ],
        workspace: [[1000, 14]],
        updates: [],
      },
    ],
    // PLATFORMS S22: about one a second to a channel. S23: 50 updates a minute.
    ['slack', { place: [[1000, 1]], workspace: [[60_000, 300]], updates: [[60_000, 50]] }],
  ] as const)('%s', async (surface, limits) => {
    await fc.assert(
      fc.asyncProperty(fc.array(sending, { minLength: 1, maxLength: 60 }), async (wanted) => {
        vi.setSystemTime(0);
        const sent = await times(
          new Lanes(paces),
          wanted.map(({ place, kind }) => ({ place: somewhere(place, { surface }), kind })),
        );
        expect(sent).toHaveLength(wanted.length);
        for (const [ms, most] of limits.workspace) expect(mostIn(ms, sent)).toBeLessThanOrEqual(most);
        for (const [ms, most] of limits.updates) {
          expect(
            mostIn(
              ms,
              sent.filter((s) => s.kind === 'update'),
            ),
          ).toBeLessThanOrEqual(most);
        }
        for (const place of new Set(sent.map((s) => s.place))) {
          const here = sent.filter((s) => s.place === place);
          for (const [ms, most] of limits.place) expect(mostIn(ms, here)).toBeLessThanOrEqual(most);
          expect(here.map((s) => s.nth)).toEqual(here.map((s) => s.nth).toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 30 },
    );
  });
});
