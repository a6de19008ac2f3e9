import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buttonOf, cardOf, openStage, textOf } from '../../plan/stage.ts';

const rows = ['Kurs A', 'Kurs B', 'Kurs C', 'Kurs D'] as const;
const units = { 'Nordvik kommune': 'nordvik', 'Sørfjord kommune': 'sorfjord' } as const;
/** The rules in force: a week before, the working day before, on the day. */
const rulesOfRow = 3;

const anyRow = fc.nat({ max: rows.length - 1 });
const anyStep = fc.record({
  hours: fc.integer({ min: 3, max: 30 }),
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ does: 'nothing' } as const) },
    fc.record({ does: fc.constant('move' as const), row: anyRow, day: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ does: fc.constant('done' as const), row: anyRow }),
    fc.record({ does: fc.constant('outage' as const), place: fc.constantFrom(...Object.values(units)) }),
    fc.record({ does: fc.constant('restart' as const) }),
  ),
});
const anyLife = fc.record({
  /** Days of September 2026 on which the rows are, and whose they are. */
  days: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: rows.length, maxLength: rows.length }),
  whose: fc.array(fc.constantFrom(...Object.keys(units)), { minLength: rows.length, maxLength: rows.length }),
  steps: fc.array(anyStep, { minLength: 15, maxLength: 45 }),
});

test('whatever is moved, done, out of order or restarted: one message a day and place, nothing of what is done, and every row in time', async () => {
  await fc.assert(
    fc.asyncProperty(anyLife, async ({ days, whose, steps }) => {
      const stage = await openStage('2026-08-17T07:00:00Z');
      try {
        const lines = rows.map((title, nth) => `${days[nth]}/9/2026;${title};${whose[nth]}`);
        await stage.programmeWith(`Tid;Aktivitet;Organisasjon\n${lines.join('\n')}\n`);
        for (const [unit, place] of Object.entries(units)) await stage.tie(unit, place);
        const doneAt = new Map<string, string>();
        const moves = new Map<string, number>();
        const movedTo = new Map<string, number>();
        for (const { hours, act } of steps) {
          stage.trouble.clear();
          if (act.does === 'restart') await stage.restart();
          if (act.does === 'outage') stage.trouble.set(act.place, 'unreachable');
          if (act.does === 'done' && !doneAt.has(rows[act.row] ?? '')) {
            const title = rows[act.row] ?? '';
            await stage.press('Kari', buttonOf(cardOf(await stage.type('Kari', `plan ${title}`)), 'Ferdig'));
            doneAt.set(title, stage.clock.now().toString());
          }
          if (act.does === 'move' && !doneAt.has(rows[act.row] ?? '')) {
            const title = rows[act.row] ?? '';
            // Where it is already there is nothing to move.
            if (movedTo.get(title) === act.day) continue;
            movedTo.set(title, act.day);
            const asked = cardOf(await stage.type('Kari', `plan flytt ${title} til ${act.day}/10/2026`));
            await stage.press('Kari', buttonOf(asked, 'plan.move'));
            moves.set(title, (moves.get(title) ?? 0) + 1);
          }
          await stage.quiet();
          await stage.beatAt(stage.clock.now().add({ hours }).toString());
        }
        stage.trouble.clear();
        const end = Temporal.Instant.from('2026-11-03T07:00:00Z');
        for (; Temporal.Instant.compare(stage.clock.now(), end) < 0; ) {
          await stage.beatAt(stage.clock.now().add({ hours: 12 }).toString());
        }

        const came = Object.values(units).flatMap((place) =>
          stage
            .in(place)
            .filter(({ first }) => rows.some((title) => first.summary.includes(title)) && first.content.refresh)
            .map(({ at, first }) => ({ at, place, day: at.slice(0, 10), text: textOf(first) })),
        );
        expect(new Set(came.map(({ place, day }) => `${place} ${day}`)).size).toBe(came.length);
        for (const [nth, title] of rows.entries()) {
          const about = came.filter(({ text }) => text.includes(title));
          const done = doneAt.get(title);
          for (const { at, place } of about) {
            expect(place).toBe(units[whose[nth] as keyof typeof units]);
            if (done) expect(at <= done).toBe(true);
          }
          expect(about.length).toBeLessThanOrEqual(rulesOfRow * (1 + (moves.get(title) ?? 0)));
          if (!done) expect(about.length).toBeGreaterThan(0);
        }
        expect(stage.errors()).toEqual([]);
      } finally {
        await stage.close();
      }
    }),
    { seed: 20_260_817, numRuns: 12, endOnFailure: true },
  );
}, 60_000);
