import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { unitId } from '#people/programme.ts';
import type { Rhythm } from '#people/quiet.ts';
import type { Activity } from '#plan/activity.ts';
import { messagesOf } from '#reminder/flood.ts';
import { reminderRules } from '#reminder/rules.ts';
import { activity, anyWhen, day } from './plans.ts';
import { savedPlan, somebody, someProgramme, somewhere, type Town, told, town } from './slots.ts';

const contactOf = (person: string, name = 'Nordvik') => ({
  id: `u-${name}`,
  name,
  people: [{ person, role: 'contact' }],
});
const ofOla = (
  activities: Activity[],
  ola: Parameters<typeof somebody>[1] = {},
  rules = reminderRules.parse({ rules: ['7-days-before', '1-working-day-before', 'on-the-day'] }),
) =>
  town({
    programmes: [
      { programme: someProgramme({ units: [contactOf('ola')] }), plan: savedPlan(activities), reminding: { rules } },
    ],
    persons: [somebody('ola', ola)],
  });
const rows = (...days: string[]) =>
  days.map((one, index) => activity({ row: index + 2, when: day(one), units: ['Nordvik'] }));
const rowsIn = (sent: ReturnType<Town['beat']>) => sent.map(({ slots }) => slots.map(({ copy }) => copy.reminder.row));

describe('what somebody gets on one day', () => {
  test('comes as one message, the nearest last day first, then the nearest first day, then by row', () => {
    const here = town({
      programmes: [
        {
          programme: someProgramme(),
          plan: savedPlan([
            activity({ row: 2, when: { ...day('2018-09-20'), end: '2018-09-28', precision: 'range' }, units: [] }),
            activity({ row: 3, when: day('2018-09-20'), units: [] }),
            activity({ row: 4, when: day('2018-09-14'), units: [] }),
            activity({ row: 5, when: day('2018-09-14'), units: [] }),
          ]),
        },
      ],
    });
    expect(rowsIn(here.beat('2018-09-13T07:00:00Z'))).toEqual([[4, 5, 3, 2]]);
  });

  test('has what is overdue first', () => {
    const rules = reminderRules.parse({ rules: ['overdue', '1-day-before'] });
    const here = ofOla(rows('2018-09-14', '2018-09-12'), {}, rules);
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(['ola: overdue, 1-day-before']);
  });

  test('comes at the first of the day’s moments, from all programmes', () => {
    const programmes = [
      { id: 'p1', at: '11:00' },
      { id: 'p2', at: '08:30' },
    ].map(({ id, at }) => ({
      programme: someProgramme({ id, units: [contactOf('ola')] }),
      plan: savedPlan(rows('2018-09-20'), undefined, id),
      reminding: { rules: reminderRules.parse({ rules: ['7-days-before'], at }) },
    }));
    const here = town({ programmes, persons: [somebody('ola')] });
    expect(here.beat('2018-09-13T06:29:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-13T06:30:00Z'))).toEqual(['ola: 7-days-before, 7-days-before']);
    expect(here.beat('2018-09-13T09:00:00Z')).toEqual([]);
  });
});

describe('somebody’s rhythm', () => {
  const two = rows('2018-09-20', '2018-09-20');
  test.each<[Rhythm | undefined, string[]]>([
    [undefined, ['ola: 7-days-before, 7-days-before']],
    ['daily', ['ola: 7-days-before, 7-days-before']],
    ['at-once', ['ola: 7-days-before', 'ola: 7-days-before']],
    ['weekly', []],
    ['overdue', []],
  ])('%s: what falls due on a Thursday', (rhythm, sent) => {
    const here = ofOla(two, rhythm ? { rhythm } : {});
    expect(told(here.beat('2018-09-13T07:00:00Z'))).toEqual(sent);
  });

  test('each at once, after an absence, is what was missed together', () => {
    const here = ofOla(two, { rhythm: 'at-once' });
    expect(told(here.beat('2018-09-13T10:00:00Z'))).toEqual(['ola: 7-days-before, 7-days-before']);
  });

  test('weekly is everything on the first working day of the week, the latest of each row, and what is overdue on its own day', () => {
    const rules = reminderRules.parse({ rules: ['7-days-before', '1-day-before', 'overdue'] });
    const here = ofOla(rows('2018-09-20', '2018-09-28'), { rhythm: 'weekly' }, rules);
    for (
      let now = Temporal.Instant.from('2018-09-11T07:00:00Z');
      now.toString() < '2018-09-17T07:00:00Z';
      now = now.add({ hours: 1 })
    )
      expect(here.beat(now.toString())).toEqual([]);
    // The day before comes with it, since the next week's message would be too late for that.
    expect(told(here.beat('2018-09-17T07:00:00Z'))).toEqual(['ola: 1-day-before']);
    for (
      let now = Temporal.Instant.from('2018-09-17T08:00:00Z');
      now.toString() < '2018-09-21T07:00:00Z';
      now = now.add({ hours: 1 })
    )
      expect(here.beat(now.toString())).toEqual([]);
    expect(told(here.beat('2018-09-21T07:00:00Z'))).toEqual(['ola: overdue']);
    expect(told(here.beat('2018-09-24T07:00:00Z'))).toEqual(['ola: 1-day-before']);
  });

  test('only when overdue leaves out everything else for good', () => {
    const rules = reminderRules.parse({ rules: ['1-day-before', 'overdue'] });
    const here = ofOla(rows('2018-09-20'), { rhythm: 'overdue' }, rules);
    expect(here.beat('2018-09-19T07:00:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-21T07:00:00Z'))).toEqual(['ola: overdue']);
  });
});

test('weekly brings what falls due in the week ahead where the next week’s message would be too late', () => {
  const here = ofOla(rows('2018-09-20', '2018-09-24'), { rhythm: 'weekly' });
  const sent: string[] = [];
  for (
    let now = Temporal.Instant.from('2018-09-10T05:00:00Z');
    now.toString() < '2018-10-01';
    now = now.add({ hours: 1 })
  )
    sent.push(...told(here.beat(now.toString())).map((one) => `${now.toString().slice(0, 10)} ${one}`));
  // On the 24th the first of them is over, and is not spoken of any more.
  expect(sent).toEqual(['2018-09-17 ola: on-the-day, 7-days-before', '2018-09-24 ola: on-the-day']);
});

describe('who is left alone', () => {
  test('on a day off gets it on the working day before, at the same time', () => {
    const here = ofOla(rows('2018-09-20'), { quiet: { weekdays: [4], away: [] } });
    expect(told(here.beat('2018-09-12T07:00:00Z'))).toEqual(['ola: 7-days-before']);
    // "On the day" would come on Wednesday, too, with what comes the working day before.
    expect(told(here.beat('2018-09-19T07:00:00Z'))).toEqual(['ola: on-the-day']);
    expect(
      here.bundlesAt('2018-09-20T07:00:00Z').flatMap(({ bundles }) => [...bundles.messages, ...bundles.stale]),
    ).toEqual([]);
  });

  test('on a day off gets what is overdue on the working day after, and what was put off until then', () => {
    const rules = reminderRules.parse({ rules: ['overdue'] });
    const quiet = { weekdays: [5], away: [] };
    const late = ofOla(rows('2018-09-20'), { quiet }, rules);
    for (const now of ['2018-09-20T07:00:00Z', '2018-09-21T07:00:00Z', '2018-09-22T07:00:00Z'])
      expect(late.beat(now)).toEqual([]);
    expect(told(late.beat('2018-09-24T07:00:00Z'))).toEqual(['ola: overdue']);
    const [row] = rows('2018-09-28');
    const put = {
      unit: unitId.parse('u-Nordvik'),
      until: '2018-09-21',
      by: personId.parse('ola'),
      at: '2018-09-18T08:00:00Z',
    };
    const snoozed = (more: Parameters<typeof somebody>[1]) =>
      town({
        programmes: [
          {
            programme: someProgramme({ units: [contactOf('ola')] }),
            plan: savedPlan(row ? [row] : [], '2018-09-18T07:00:00Z'),
            reminding: { snoozed: row ? [{ activity: row.id, ...put }] : [] },
          },
        ],
        persons: [somebody('ola', more)],
      });
    const off = snoozed({ quiet });
    expect(off.beat('2018-09-20T07:00:00Z')).toEqual([]);
    expect(told(off.beat('2018-09-24T07:00:00Z'))).toEqual(['ola: snooze-2018-09-21']);
    expect(told(snoozed({ rhythm: 'weekly' }).beat('2018-09-21T07:00:00Z'))).toEqual(['ola: snooze-2018-09-21']);
  });

  test('in another zone gets it when their own night is over', () => {
    const here = ofOla(rows('2018-09-20'), { timeZone: 'America/New_York' });
    expect(here.beat('2018-09-13T10:59:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-13T11:00:00Z'))).toEqual(['ola: 7-days-before']);
  });

  test('in quiet hours of their own gets it when they are over', () => {
    const here = ofOla(rows('2018-09-20'), {
      quiet: { hours: { from: '16:00', to: '10:00' }, weekdays: [], away: [] },
    });
    expect(here.beat('2018-09-13T07:59:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-13T08:00:00Z'))).toEqual(['ola: 7-days-before']);
  });

  test('a time in the evening that the programme has chosen is kept where nobody has chosen quiet hours', () => {
    const rules = reminderRules.parse({ rules: ['on-the-day'], at: '21:00' });
    expect(told(ofOla(rows('2018-09-20'), {}, rules).beat('2018-09-20T19:00:00Z'))).toEqual(['ola: on-the-day']);
  });

  test('what waits for the morning after is not stale then', () => {
    const rules = reminderRules.parse({ rules: ['on-the-day'], at: '21:00' });
    const here = ofOla(
      rows('2018-09-20'),
      { quiet: { hours: { from: '20:00', to: '07:00' }, weekdays: [], away: [] } },
      rules,
    );
    expect(here.beat('2018-09-20T19:00:00Z')).toEqual([]);
    expect(told(here.beat('2018-09-21T05:00:00Z'))).toEqual(['ola: on-the-day']);
  });
});

test('messages are counted for each programme that they tell of, but not what fell due before it was let out', () => {
  const here = town({
    programmes: ['p1', 'p2'].map((id) => ({
      programme: someProgramme({ id, units: [contactOf('ola'), contactOf('per', 'Sørfjord')] }),
      plan: savedPlan(
        [activity({ when: day('2018-09-20'), units: id === 'p1' ? ['Nordvik', 'Sørfjord'] : ['Nordvik'] })],
        undefined,
        id,
      ),
    })),
    persons: [somebody('ola'), somebody('per')],
  });
  const messages = here.bundlesAt('2018-09-13T07:00:00Z').flatMap(({ bundles }) => bundles.messages);
  expect(messages).toHaveLength(2);
  expect([...messagesOf(messages, () => undefined)]).toEqual([
    ['p1', 2],
    ['p2', 1],
  ]);
  const released = (programme: string) => (programme === 'p1' ? '2018-09-13T07:00:00Z' : '2018-09-13T06:59:59Z');
  expect([...messagesOf(messages, released)]).toEqual([['p2', 1]]);
});

/** Any town: two programmes, a unit with a place, one with two contacts, and rows of either, both or none. */
const anyTown = fc
  .record({
    rows: fc.array(
      fc.record({
        when: anyWhen,
        units: fc.constantFrom([], ['Nordvik'], ['Sørfjord'], ['Nordvik', 'Sørfjord']),
        second: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    rhythms: fc.tuple(
      fc.constantFrom<Rhythm>('daily', 'at-once', 'weekly', 'overdue'),
      fc.constantFrom<Rhythm>('daily', 'at-once', 'weekly', 'overdue'),
    ),
    weekdays: fc.constantFrom([], [3], [1, 5]),
    timeZone: fc.constantFrom('Europe/Oslo', 'America/New_York', 'Asia/Tokyo'),
    rules: fc.constantFrom(
      ['7-days-before', '1-working-day-before', 'on-the-day'],
      ['30-days-before', '14-days-before', '3-days-before', 'on-the-day', '2-days-after', 'overdue'],
    ),
  })
  .map(({ rows, rhythms, weekdays, timeZone, rules }) => ({
    rhythms,
    make: (change: (row: Activity) => Activity = (row) => row) => {
      const units = [
        { id: 'u-Nordvik', name: 'Nordvik', place: 'nordvik' },
        { id: 'u-Sørfjord', name: 'Sørfjord', people: ['ola', 'per'].map((person) => ({ person, role: 'contact' })) },
      ];
      const made = rows.map(({ when, units: of, second }, index) => ({
        second,
        row: change(activity({ row: index + 2, when, units: [...of] })),
      }));
      return town({
        programmes: ['p1', 'p2'].map((id) => ({
          programme: someProgramme({ id, units }),
          plan: savedPlan(
            made.filter(({ second }) => second === (id === 'p2')).map(({ row }) => row),
            '2023-12-01T00:00:00Z',
            id,
          ),
          reminding: { rules: reminderRules.parse({ rules }) },
        })),
        places: [somewhere('nordvik')],
        persons: [
          somebody('ola', { rhythm: rhythms[0], quiet: { weekdays: [...weekdays], away: [] } }),
          somebody('per', { rhythm: rhythms[1], timeZone }),
        ],
      });
    },
  }));

/** Instants from December on, some hours apart; more than a year in all. */
const anyTicks = fc.array(fc.integer({ min: 1, max: 24 * 12 }), { minLength: 1, maxLength: 40 }).map((steps) => {
  let now = Temporal.Instant.from('2023-12-20T00:00:00Z');
  return steps.map((hours) => {
    now = now.add({ hours });
    return now.toString();
  });
});

describe('whatever the plans, the people and the beats', () => {
  test('each reminder is sent at most once to each receiver, and nothing is left to do after a beat', () => {
    fc.assert(
      fc.property(anyTown, anyTicks, ({ make }, ticks) => {
        const here = make();
        const seen = new Set<string>();
        for (const now of ticks) {
          for (const { slots } of here.beat(now)) {
            for (const { part, momentMs, copy } of slots) {
              expect(seen.has(part)).toBe(false);
              seen.add(part);
              // Nothing comes before its day, nor when nobody waits for it.
              expect(momentMs - Date.parse(now)).toBeLessThan(24 * 3_600_000);
              expect(copy.isAwaited).toBe(true);
            }
          }
          for (const { bundles } of here.bundlesAt(now)) {
            expect(bundles).toMatchObject({ messages: [], stale: [], skipped: [] });
            if (bundles.nextMs !== undefined) expect(bundles.nextMs).toBeGreaterThan(Date.parse(now));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('who wants one message a day gets one a day, and so does a place', () => {
    fc.assert(
      fc.property(anyTown, anyTicks, ({ make, rhythms }, ticks) => {
        const here = make();
        const days = new Set<string>();
        for (const now of ticks) {
          for (const { receiver, slots } of here.beat(now)) {
            const rhythm = receiver === 'ola' ? rhythms[0] : receiver === 'per' ? rhythms[1] : 'daily';
            if (rhythm === 'at-once') continue;
            const zone = slots[0]?.manner.zone ?? 'UTC';
            const one = `${receiver} ${Temporal.Instant.from(now).toZonedDateTimeISO(zone).toPlainDate()}`;
            expect(days.has(one)).toBe(false);
            days.add(one);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('beating only when something is foreseen sends the same as beating every hour', () => {
    fc.assert(
      fc.property(anyTown, ({ make }) => {
        const end = Temporal.Instant.from('2024-01-25T00:00:00Z');
        const start = Temporal.Instant.from('2024-01-01T00:00:00Z');
        const hourly: string[] = [];
        const everyHour = make();
        for (let now = start; Temporal.Instant.compare(now, end) < 0; now = now.add({ hours: 1 }))
          hourly.push(
            ...everyHour.beat(now.toString()).flatMap(({ slots }) => slots.map(({ part }) => `${now} ${part}`)),
          );
        const foreseen: string[] = [];
        const whenDue = make();
        for (let now = start; Temporal.Instant.compare(now, end) < 0; ) {
          foreseen.push(
            ...whenDue.beat(now.toString()).flatMap(({ slots }) => slots.map(({ part }) => `${now} ${part}`)),
          );
          const next = Math.min(
            ...whenDue.bundlesAt(now.toString()).map(({ bundles }) => bundles.nextMs ?? Number.POSITIVE_INFINITY),
          );
          if (!Number.isFinite(next)) break;
          expect(next).toBeGreaterThan(now.epochMilliseconds);
          now = Temporal.Instant.fromEpochMilliseconds(next);
        }
        expect(foreseen.sort()).toEqual(hourly.sort());
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test('a claim that a crash left keeps a reminder out of new messages until it is known what came of it', () => {
    fc.assert(
      fc.property(anyTown, anyTicks, fc.nat(), ({ make }, ticks, nth) => {
        const here = make();
        const [first] = ticks;
        if (!first) return;
        const slots = here.bundlesAt(first).flatMap(({ bundles }) => bundles.messages.flat());
        const claimed = slots[nth % Math.max(1, slots.length)];
        if (!claimed) return;
        here.ledger.set(claimed.part, { state: 'claimed', message: 'place-1' });
        for (const now of ticks) {
          const parts = here.beat(now).flatMap((one) => one.slots.map(({ part }) => part));
          expect(parts).not.toContain(claimed.part);
          expect(here.slotsAt(now).find(({ part }) => part === claimed.part)?.claimed).toBe('place-1');
        }
      }),
      { numRuns: 20 },
    );
  });

  test('what is done, called off, put off or not theirs is never sent', () => {
    const anySaid = fc.constantFrom('done', 'cancelled', 'paused', 'not-ours', 'put-off');
    fc.assert(
      fc.property(anyTown, anyTicks, anySaid, ({ make }, ticks, said) => {
        const by = personId.parse('kari');
        const at = '2023-12-02T00:00:00Z';
        const here = make((row) =>
          said === 'done'
            ? { ...row, state: 'done' }
            : said === 'cancelled' || said === 'paused'
              ? { ...row, halted: { as: said, reason: '', by, at } }
              : row,
        );
        for (const { reminding, plan } of here.programmes) {
          const units = [unitId.parse('u-Nordvik'), unitId.parse('u-Sørfjord')];
          const whose = plan.activities.flatMap(({ id }) => units.map((unit) => ({ activity: id, unit, by, at })));
          if (said === 'not-ours') Object.assign(reminding ?? {}, { notOurs: whose });
          if (said === 'put-off')
            Object.assign(reminding ?? {}, { snoozed: whose.map((one) => ({ ...one, until: '2099-01-01' })) });
        }
        for (const now of ticks) {
          const sent = here.beat(now).flatMap(({ slots }) => slots);
          expect(
            sent.filter(
              ({ copy }) => copy.unit !== null || said === 'done' || said === 'cancelled' || said === 'paused',
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 20 },
    );
  });
});
