import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PersonId } from '#people/person.ts';
import type { Activity } from '#plan/activity.ts';
import { setState } from '#plan/revisions/revise.ts';
import { nextEscalationAt } from '#reminder/actions/escalate.ts';
import { isWorkingDayByHand } from '../by-hand.ts';
import {
  dayByHand,
  type HandMemory,
  type HandPart,
  type HandRules,
  handName,
  handSteps,
  isNightByHand,
  nextByHand,
} from '../escalations-by-hand.ts';
import { act, anyLife, type Life, plannedRow } from './escalation-acts.ts';
import { livePairs, openTown, type Town } from './escalation-town.ts';

const quarterDayMs = 6 * 3_600_000;

/** Everything about which somebody may have to be told, as the records have it now. */
async function partsOf(town: Town): Promise<HandPart[]> {
  const plan = await town.plan();
  const { snoozed, notOurs, kept = [] } = await town.reminding();
  const { units, owners } = await town.programme();
  const day = (instant: string) => dayByHand(Temporal.Instant.from(instant).epochMilliseconds);
  const live = livePairs(plan);
  return plan.activities.flatMap(({ id, when, kind, state, stated, answers, changedIn, ...row }): HandPart[] => {
    if (when.start === null || when.end === null || kind === 'meeting') return [];
    const { start, end, precision } = when;
    return (row.units.length > 0 ? row.units : [null]).flatMap((unit): HandPart[] => {
      const isOurs = (one: { activity: string; unit: string | null }) => one.activity === id && one.unit === unit;
      if (!live.has(`${id}/${unit ?? ''}`) || notOurs.some(isOurs)) return [];
      const own = answers ? answers.find((one) => one.unit === unit) : { state, stated };
      const people = units.find((one) => one.id === unit)?.people ?? [];
      const having = (role: string) => people.filter((one) => one.role === role).map(({ person }) => person);
      const brought = plan.revisions.find(({ changes }) => changes?.some((one) => one.id === id && !one.before));
      const saved = plan.revisions.find(({ number }) => number === changedIn)?.at;
      return [
        {
          activity: id,
          unit,
          start,
          end,
          isUnheard: precision === 'range' && (own?.state ?? 'planned') === 'planned',
          since: [
            ...(saved === undefined ? [] : [day(saved)]),
            ...(own?.stated ? [day(own.stated.at)] : []),
            ...snoozed.filter(isOurs).map(({ until }) => until),
            ...kept.filter(isOurs).map(({ at }) => day(at)),
          ],
          enteredMs: Temporal.Instant.from(brought?.at ?? '').epochMilliseconds,
          gates: plan.activities
            .filter((one) => one.kind === 'gate' && one.state !== 'done' && !one.halted && one.id !== id)
            .flatMap((one) => (one.gate !== null && one.gate === row.gate && one.when.start ? [one.when.start] : [])),
          persons: {
            deputy: having('contact').length > 0 ? having('deputy') : [],
            owner: having('owner'),
            programme: owners,
          },
        },
      ];
    });
  });
}

/** Those who are to be told at this very moment, with what: each `row-1/Nordvik` by the name under which it is remembered. */
async function dueByHand(town: Town, rules: HandRules, memory: HandMemory) {
  const nowMs = town.now().epochMilliseconds;
  const due = new Map<string, Map<string, string>>();
  if (isNightByHand(nowMs) || !isWorkingDayByHand(dayByHand(nowMs), rules.country)) return due;
  for (const part of await partsOf(town)) {
    for (const { step, person, atMs } of nextByHand(part, rules, memory, nowMs)) {
      if (atMs > nowMs || memory.awayUntil(person, dayByHand(nowMs)) !== undefined) continue;
      const own = due.get(person) ?? new Map<string, string>();
      own.set(`${part.activity}/${part.unit ?? ''}`, handName(part, step, person));
      due.set(person, own);
    }
  }
  return due;
}

/** A card shows five rows; the others are behind a button. */
const shownAtOnce = 5;

async function live(life: Life): Promise<number> {
  const [deputy = 0, owner = 0, programme = 0] = life.after;
  const after = { deputy, owner, programme };
  const rules: HandRules = { after, at: '09:00', country: 'NO' };
  const today = dayByHand(life.begins.epochMilliseconds);
  const town = await openTown({
    rows: life.rows.map((row, nth) => plannedRow(row, nth + 1, today)),
    owners: life.owners,
    escalation: after,
    begins: life.begins.toString(),
  });
  /** Who was told of what, or could not be, and when: by `handName`. */
  const through = new Map<string, number>();
  const ownersTold = new Map<string, string>();
  const memory: HandMemory = {
    told: (name) => through.get(name),
    ownerToldOn: (person) => ownersTold.get(person),
    awayUntil: (person, day) => {
      const days = town.away.get(person);
      return days && days.from <= day && day <= days.to ? days.to : undefined;
    },
  };

  async function beat(doneMeanwhile?: Activity): Promise<void> {
    const nowMs = town.now().epochMilliseconds;
    const wanted = await dueByHand(town, rules, memory);
    const before = town.told.length;
    if (doneMeanwhile) {
      town.whenTold = () =>
        town.changePlan((plan) => setState(plan, doneMeanwhile.id, 'done', 'eli' as PersonId, town.now().toString()));
    }
    await town.beat();
    town.whenTold = undefined;
    const came = town.told.slice(before);
    expect(new Set(came.map(({ person }) => person)).size, 'one message for each').toBe(came.length);
    for (const { person, pairs, live: alive, kind } of came) {
      expect(kind).toBe('personal');
      for (const pair of pairs) expect(alive, `${pair} may be told to ${person}`).toContain(pair);
      const names = [...(wanted.get(person) ?? new Map<string, string>())].filter(([pair]) => alive.has(pair));
      expect(pairs, `${person} is told of ${[...(wanted.get(person)?.keys() ?? [])]} at ${town.now()}`).toHaveLength(
        Math.min(names.length, shownAtOnce),
      );
      expect(names.map(([pair]) => pair)).toEqual(expect.arrayContaining(pairs));
      for (const [, name] of names) {
        through.set(name, nowMs);
        if (name.includes('\nprogramme\n')) ownersTold.set(person, dayByHand(nowMs));
      }
    }
    for (const [person, names] of wanted) {
      const trouble = town.trouble.get(person);
      if (trouble === 'refused' || trouble === 'gone') for (const name of names.values()) through.set(name, nowMs);
      const isThrough = trouble === undefined || trouble === 'hurried';
      const isAwaited =
        doneMeanwhile === undefined || [...names.keys()].some((pair) => !pair.startsWith(`${doneMeanwhile.id}/`));
      if (isThrough && isAwaited)
        expect(
          came.map((one) => one.person),
          `${person} is told`,
        ).toContain(person);
    }
  }

  try {
    for (const [who, people] of life.staff.entries()) await town.staff(who, people);
    for (const { acts, minutes, trouble, restarts, doneMeanwhile } of life.episodes) {
      for (const one of acts) await act(town, one);
      const event = minutes === undefined ? await nextEscalationAt(town.house.world) : undefined;
      town.moveTo(event?.epochMilliseconds ?? town.now().epochMilliseconds + (minutes ?? 60) * 60_000);
      town.trouble.clear();
      if (restarts) await town.restart();
      if (doneMeanwhile === undefined) for (const [person, how] of trouble) town.trouble.set(person, how);
      const { activities } = await town.plan();
      await beat(doneMeanwhile === undefined ? undefined : activities[doneMeanwhile % activities.length]);
    }
    town.trouble.clear();
    // From then on nothing happens: some hours of the next day, and from one event to the next until there is none.
    for (let hour = 0; hour < 24; hour += 6) {
      town.moveTo(town.now().epochMilliseconds + quarterDayMs);
      await beat();
    }
    for (;;) {
      const next = await nextEscalationAt(town.house.world);
      if (!next) break;
      town.moveTo(next.epochMilliseconds);
      await beat();
      // Whose turn it is because of that is told a beat later.
      town.moveTo(next.epochMilliseconds + 60_000);
      await beat();
    }
    expect(town.errors).toEqual([]);
    for (const part of await partsOf(town)) {
      const isThrough = (person: string) => handSteps.some((step) => through.has(handName(part, step, person)));
      const taken = handSteps.findLastIndex((step) =>
        part.persons[step].some((person) => through.has(handName(part, step, person))),
      );
      // Who came to a step that was over already is not told any more.
      const everyone = handSteps.filter((_, nth) => nth >= taken).flatMap((step) => part.persons[step]);
      expect(
        everyone.filter((person) => !isThrough(person)),
        `nobody is left out of ${JSON.stringify(part)}`,
      ).toEqual([]);
    }
    // Of one thing nobody is told after those who come after them, so long as it is the same people.
    const isStaffed = life.episodes.every(({ acts }) => acts.every(({ does }) => does !== 'staff'));
    const steps = [...through].map(([name, ms]) => {
      const [activity, unit, end, step] = name.split('\n');
      return { about: [activity, unit, end].join(), nth: (handSteps as readonly unknown[]).indexOf(step), ms };
    });
    for (const all of Map.groupBy(steps, ({ about }) => about).values()) {
      const inTime = all.toSorted((one, other) => one.ms - other.ms || one.nth - other.nth).map(({ nth }) => nth);
      if (isStaffed) expect(inTime).toEqual(inTime.toSorted());
    }
    expect((await town.settled()).filter((key) => /\/escalation-/u.test(key)).length).toBe(through.size);
    return town.told.length;
  } finally {
    await town.close();
  }
}

test('whatever happens, everyone who should know is told once, in turn and never too soon', async () => {
  let told = 0;
  // Several at a time, since most of a life is waiting for the disk.
  const lives = fc.array(anyLife, { minLength: 1, maxLength: 4, size: 'max' });
  await fc.assert(
    fc.asyncProperty(lives, async (several) => {
      for (const one of await Promise.all(several.map(live))) told += one;
    }),
    // Lives are long: to look for a shorter one that fails takes minutes.
    { numRuns: 6, endOnFailure: true },
  );
  expect(told).toBeGreaterThan(20);
}, 120_000);
