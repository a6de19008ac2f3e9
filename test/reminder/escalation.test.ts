import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#calendar/working-day.ts';
import { personId } from '#people/person.ts';
import { programmeId, type Unit, type UnitRole, unit } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { type EscalationSetting, escalationsOf } from '#reminder/escalation.ts';
import { defaultRules } from '#reminder/rules.ts';
import { activity, anyWhen, day, period, unknown } from './plans.ts';

const people = (roles: Partial<Record<UnitRole, string[]>>): Unit['people'] =>
  Object.entries(roles).flatMap(([role, names]) =>
    names.map((name) => ({ person: personId.parse(name), role: role as UnitRole })),
  );
const nordvik = (roles: Partial<Record<UnitRole, string[]>>) =>
  unit.parse({ id: 'nordvik', name: 'Nordvik kommune', people: people(roles) });

const staffed = nordvik({ contact: ['kari'], deputy: ['ola'], owner: ['eva'], member: ['per'] });
const programmeWith = (units: Unit[]) => ({ id: programmeId.parse('p1'), units, owners: [personId.parse('ingrid')] });

const planOf = (activities: Activity[], savedAt = '2026-01-05T12:00:00Z') => ({
  activities,
  revisions: [
    { number: 1, at: savedAt, by: personId.parse('ingrid'), kind: 'import' as const, source: 'plan.csv', rows: 1 },
  ],
});

const setting = (more: Partial<EscalationSetting> = {}): EscalationSetting => ({
  country: 'NO',
  zone: 'Europe/Oslo',
  now: '2026-11-02T08:00:00Z',
  settledAt: () => undefined,
  isAwaited: () => true,
  ...more,
});

const said = (found: ReturnType<typeof escalationsOf>) =>
  found.map(({ step, person, at, why }) => `${step} ${person} ${at} ${why}`);

/** Takes every step when its time comes, and tells what was said in what order. */
function walk(
  plan: ReturnType<typeof planOf>,
  programme: ReturnType<typeof programmeWith>,
  now = '2026-11-02T08:00:00Z',
) {
  const settled = new Map<string, string>();
  const told: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const found = escalationsOf(plan, programme, defaultRules, setting({ now, settledAt: (key) => settled.get(key) }));
    if (found.length === 0) return { told, settled };
    for (const one of found) {
      expect(settled.has(one.key)).toBe(false);
      settled.set(one.key, one.at);
      told.push(`${one.step} ${one.person} ${one.at.slice(0, 10)}`);
    }
  }
  throw new Error('it never ends');
}

describe('of a row whose day is over', () => {
  // Friday 30 October 2026.
  const late = planOf([activity({ when: day('2026-10-30') })]);

  test('the deputy is told after three working days, at nine', () => {
    expect(said(escalationsOf(late, programmeWith([staffed]), defaultRules, setting()))).toEqual([
      'deputy ola 2026-11-04T09:00:00+01:00 late',
    ]);
  });

  test('then the unit’s owner, then the programme’s, each once', () => {
    expect(walk(late, programmeWith([staffed])).told).toEqual([
      'deputy ola 2026-11-04',
      'owner eva 2026-11-06',
      'programme ingrid 2026-11-11',
    ]);
  });

  test.each<[what: string, unit: Unit, told: string[]]>([
    [
      'no deputy: the owner is the first',
      nordvik({ contact: ['kari'], owner: ['eva'] }),
      ['owner eva 2026-11-06', 'programme ingrid 2026-11-11'],
    ],
    ['nobody at all: the programme’s owner', nordvik({}), ['programme ingrid 2026-11-11']],
    [
      'no contact: the deputy was reminded in the contact’s place',
      nordvik({ deputy: ['ola'] }),
      ['programme ingrid 2026-11-11'],
    ],
    [
      'one who is deputy and owner is told once',
      nordvik({ contact: ['kari'], deputy: ['ola'], owner: ['ola'] }),
      ['deputy ola 2026-11-04', 'programme ingrid 2026-11-11'],
    ],
    [
      'the programme’s owner as deputy is told once',
      nordvik({ contact: ['kari'], deputy: ['ingrid'] }),
      ['deputy ingrid 2026-11-04'],
    ],
    [
      'two deputies are both told',
      nordvik({ contact: ['kari'], deputy: ['ola', 'per'] }),
      ['deputy ola 2026-11-04', 'deputy per 2026-11-04', 'programme ingrid 2026-11-11'],
    ],
  ])('%s', (_, one, told) => {
    expect(walk(late, programmeWith([one])).told).toEqual(told);
  });

  test('a row without units is for who owns the programme', () => {
    const plan = planOf([activity({ when: day('2026-10-30'), units: [] })]);
    expect(walk(plan, programmeWith([staffed])).told).toEqual(['programme ingrid 2026-11-11']);
  });

  test('steps keep their distance when Klar has been away', () => {
    const deputy = escalationsOf(late, programmeWith([staffed]), defaultRules, setting())[0];
    const settledAt = (key: string) => (key === deputy?.key ? '2026-11-20T08:00:00Z' : undefined);
    expect(said(escalationsOf(late, programmeWith([staffed]), defaultRules, setting({ settledAt })))).toEqual([
      'owner eva 2026-11-24T09:00:00+01:00 late',
    ]);
  });

  test('what was late before the plan was brought in counts from that day', () => {
    const plan = planOf([activity({ when: day('2026-03-02') })], '2026-10-30T12:00:00Z');
    expect(walk(plan, programmeWith([staffed])).told[0]).toBe('deputy ola 2026-11-04');
  });

  test('whatever is said about it starts the count anew', () => {
    const stated = { by: personId.parse('kari'), at: '2026-11-02T07:00:00Z', before: 'planned' as const };
    const plan = planOf([activity({ when: day('2026-10-30'), state: 'underway', stated })]);
    expect(walk(plan, programmeWith([staffed])).told[0]).toBe('deputy ola 2026-11-05');
  });
});

describe('of a row that goes on', () => {
  test('with a first and a last day, silence is told of after the first', () => {
    const plan = planOf([activity({ when: period('2026-10-26', '2026-12-18', 'range') })]);
    expect(said(escalationsOf(plan, programmeWith([staffed]), defaultRules, setting()))).toEqual([
      'deputy ola 2026-10-29T09:00:00+01:00 silent',
    ]);
  });

  test.each<[what: string, given: Partial<Activity> & { when: Activity['when'] }]>([
    [
      'once somebody has said that it is under way',
      { when: period('2026-10-26', '2026-12-18', 'range'), state: 'underway' },
    ],
    ['of a vague period nobody knows that it has begun', { when: period('2026-11-01', '2026-11-30', 'month') }],
  ])('%s, only its end counts', (_, given) => {
    const [first] = escalationsOf(planOf([activity(given)]), programmeWith([staffed]), defaultRules, setting());
    expect(first?.why).toBe('late');
    expect(first && first.at.slice(0, 10) > (given.when.end ?? '')).toBe(true);
  });
});

describe('nobody is told', () => {
  test.each<[what: string, given: Partial<Activity> & { when: Activity['when'] }]>([
    ['of what is done', { when: day('2026-10-30'), state: 'done' }],
    [
      'of what is called off',
      { when: day('2026-10-30'), halted: { as: 'cancelled', reason: 'x', by: personId.parse('a'), at: 'x' } },
    ],
    [
      'of what is on pause',
      { when: day('2026-10-30'), halted: { as: 'paused', reason: 'x', by: personId.parse('a'), at: 'x' } },
    ],
    ['of a meeting, which is over when its day is over', { when: day('2026-10-30'), kind: 'meeting' }],
    ['of what has no date', { when: unknown }],
  ])('%s', (_, given) => {
    expect(escalationsOf(planOf([activity(given)]), programmeWith([staffed]), defaultRules, setting())).toEqual([]);
  });

  test('where the rules say never, or the unit is not waited for', () => {
    const plan = planOf([activity({ when: day('2026-10-30') })]);
    expect(escalationsOf(plan, programmeWith([staffed]), { ...defaultRules, escalation: null }, setting())).toEqual([]);
    expect(escalationsOf(plan, programmeWith([staffed]), defaultRules, setting({ isAwaited: () => false }))).toEqual(
      [],
    );
  });
});

test('whatever the row, each person is told once at most, on working days, in the order of the steps', () => {
  fc.assert(
    fc.property(anyWhen, fc.constantFrom('planned', 'underway', 'help'), (when, state) => {
      const plan = planOf([activity({ when, state: state as Activity['state'] })], '2023-01-02T12:00:00Z');
      const { told } = walk(plan, programmeWith([staffed]), '2024-06-03T08:00:00Z');
      const parts = told.map((one) => one.split(' '));
      expect(parts.map(([step]) => step)).toEqual(['deputy', 'owner', 'programme']);
      expect(new Set(parts.map(([, person]) => person)).size).toBe(3);
      const days = parts.map(([, , at]) => at ?? '');
      expect(days).toEqual(days.toSorted());
      for (const at of days) expect(isWorkingDay(at, 'NO')).toBe(true);
    }),
  );
});
