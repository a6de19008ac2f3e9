import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#calendar/working-day.ts';
import { personId } from '#people/person.ts';
import { programmeId, type Unit, type UnitRole, unit } from '#people/programme.ts';
import { type Activity, activityId } from '#plan/activity.ts';
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
      'programme ingrid 2026-11-16',
    ]);
  });

  test.each<[what: string, unit: Unit, told: string[]]>([
    [
      'no deputy: the owner is the first',
      nordvik({ contact: ['kari'], owner: ['eva'] }),
      ['owner eva 2026-11-06', 'programme ingrid 2026-11-16'],
    ],
    ['nobody at all: the programme’s owner', nordvik({}), ['programme ingrid 2026-11-16']],
    [
      'no contact: the deputy was reminded in the contact’s place',
      nordvik({ deputy: ['ola'] }),
      ['programme ingrid 2026-11-16'],
    ],
    [
      'one who is deputy and owner is told once',
      nordvik({ contact: ['kari'], deputy: ['ola'], owner: ['ola'] }),
      ['deputy ola 2026-11-04', 'programme ingrid 2026-11-16'],
    ],
    [
      'the programme’s owner as deputy is told once',
      nordvik({ contact: ['kari'], deputy: ['ingrid'] }),
      ['deputy ingrid 2026-11-04'],
    ],
    [
      'two deputies are both told',
      nordvik({ contact: ['kari'], deputy: ['ola', 'per'] }),
      ['deputy ola 2026-11-04', 'deputy per 2026-11-04', 'programme ingrid 2026-11-16'],
    ],
  ])('%s', (_, one, told) => {
    expect(walk(late, programmeWith([one])).told).toEqual(told);
  });

  test('a row without units is for who owns the programme', () => {
    const plan = planOf([activity({ when: day('2026-10-30'), units: [] })]);
    expect(walk(plan, programmeWith([staffed])).told).toEqual(['programme ingrid 2026-11-16']);
  });

  describe('who is away', () => {
    /** Nobody is told before a day on which they are back. */
    const away = (back: Record<string, string>): Pick<EscalationSetting, 'mayHearOn'> => ({
      mayHearOn: (person, day) => (day < (back[person] ?? '') ? (back[person] ?? '') : day),
    });
    const next = (who: Unit, back: Record<string, string>, more: Partial<EscalationSetting> = {}) =>
      escalationsOf(late, programmeWith([who]), defaultRules, setting({ ...away(back), ...more })).map(
        ({ step, person, at }) => `${step} ${person} ${at.slice(0, 10)}`,
      );

    // The deputy's turn is Wednesday 4 November, that of the unit's owner Friday the 6th.
    test('until others have had their turn is passed over, and those are told in their time', () => {
      expect(next(staffed, { ola: '2026-11-09' })).toEqual(['owner eva 2026-11-06']);
      expect(next(staffed, { ola: '2026-11-09', eva: '2026-12-01' })).toEqual(['programme ingrid 2026-11-16']);
    });

    test('only until then is waited for, and so is the last one', () => {
      expect(next(staffed, { ola: '2026-11-06' })).toEqual(['deputy ola 2026-11-04']);
      expect(next(staffed, { ola: '2027-01-01', eva: '2027-01-01', ingrid: '2027-01-01' })).toEqual([
        'programme ingrid 2026-11-16',
      ]);
    });

    test('has a second one at work', () => {
      const two = nordvik({ contact: ['kari'], deputy: ['ola', 'per'], owner: ['eva'] });
      expect(next(two, { ola: '2026-12-01' })).toEqual(['deputy ola 2026-11-04', 'deputy per 2026-11-04']);
    });

    test.each([
      ['so long as it is not the owner’s turn', '2026-11-06', ['deputy per 2026-11-04']],
      ['no longer than that', '2026-11-09', ['owner eva 2026-11-06']],
    ])('nor is a second one waited for who cannot be reached: %s', (_, today, told) => {
      const two = nordvik({ contact: ['kari'], deputy: ['ola', 'per'], owner: ['eva'] });
      const [ola] = escalationsOf(late, programmeWith([two]), defaultRules, setting());
      const more = {
        now: `${today}T10:00:00Z`,
        settledAt: (key: string) => (key === ola?.key ? '2026-11-04T08:00:00Z' : undefined),
      };
      expect(next(two, {}, more)).toEqual(told);
    });

    test('and comes back after others were told is not told of it any more', () => {
      const owner = escalationsOf(
        late,
        programmeWith([staffed]),
        defaultRules,
        setting(away({ ola: '2026-11-09' })),
      )[0];
      const more = {
        now: '2026-11-09T10:00:00Z',
        settledAt: (key: string) => (key === owner?.key ? '2026-11-06T08:00:00Z' : undefined),
      };
      expect(next(staffed, {}, more)).toEqual(['programme ingrid 2026-11-16']);
    });

    test('but is back before anybody was told is told first', () => {
      const more = { now: '2026-11-09T10:00:00Z' };
      expect(next(staffed, { ola: '2026-11-09' }, more)).toEqual(['deputy ola 2026-11-04']);
    });
  });

  test('steps keep their distance when Klar has been away', () => {
    const deputy = escalationsOf(late, programmeWith([staffed]), defaultRules, setting())[0];
    const settledAt = (key: string) => (key === deputy?.key ? '2026-11-20T08:00:00Z' : undefined);
    expect(said(escalationsOf(late, programmeWith([staffed]), defaultRules, setting({ settledAt })))).toEqual([
      'owner eva 2026-11-24T09:00:00+01:00 late',
    ]);
  });

  test.each<[what: string, broughtIn: string, deputy: string]>([
    ['on a Friday', '2026-10-30T12:00:00Z', '2026-11-05'],
    ['on a Monday before nine', '2026-11-02T07:30:00Z', '2026-11-05'],
    ['on a Monday after nine', '2026-11-02T08:30:00Z', '2026-11-12'],
    ['on a Tuesday', '2026-11-03T12:00:00Z', '2026-11-12'],
    // The Monday after is the second day of Easter.
    ['on Maundy Thursday', '2026-04-02T08:00:00Z', '2026-04-10'],
  ])('what was late already when it was brought in, %s, counts from the first overview after that', (_, at, deputy) => {
    const plan = planOf([activity({ when: day('2026-03-02') })], at);
    expect(walk(plan, programmeWith([staffed])).told[0]).toBe(`deputy ola ${deputy}`);
  });

  test('so does a late row that came into a plan that was there, from its own day', () => {
    const plan = planOf([activity({ row: 2, when: day('2026-10-20') }), activity({ row: 3, when: day('2026-10-20') })]);
    const [, late] = plan.activities;
    const added = {
      number: 2,
      at: '2026-10-28T12:00:00Z',
      by: personId.parse('ingrid'),
      kind: 'add' as const,
      source: '',
      rows: 2,
      changes: [{ id: activityId.parse(late?.id), before: null, after: null }],
    };
    const revised = { ...plan, revisions: [...plan.revisions, added] };
    const found = escalationsOf(revised, programmeWith([staffed]), defaultRules, setting());
    expect(found.map(({ activity: { row }, at }) => `${row} ${at.slice(0, 10)}`)).toEqual([
      '2 2026-10-23',
      '3 2026-11-05',
    ]);
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

describe('who owns the programme', () => {
  const alone = programmeWith([nordvik({})]);
  const toldOf = (activities: Activity[], more: Partial<EscalationSetting> = {}, rules = defaultRules) =>
    escalationsOf(planOf(activities), alone, rules, setting(more)).map(
      ({ activity: { row }, at }) => `${row} ${at.slice(0, 10)}`,
    );

  test('hears of a week’s rows together, on the first working day of the next', () => {
    // Eight working days after each is Wednesday 11 to Monday 16 November.
    const rows = ['2026-10-30', '2026-11-02', '2026-11-03', '2026-11-04'].map((at, nth) =>
      activity({ row: nth + 2, when: day(at) }),
    );
    expect(toldOf(rows)).toEqual(['2 2026-11-16', '3 2026-11-16', '4 2026-11-16', '5 2026-11-16']);
    // The turn of this one is Wednesday 23 December.
    expect(toldOf([activity({ when: day('2026-12-11') })])).toEqual(['2 2026-12-28']);
  });

  test.each<[what: string, programme: number, told: string]>([
    ['ten working days late on its day: with the week', 10, '2026-11-16'],
    ['more than ten: at once', 12, '2026-11-17'],
  ])('%s', (_, programme, told) => {
    const rules = { ...defaultRules, escalation: { deputy: 3, owner: 5, programme } };
    expect(toldOf([activity({ when: day('2026-10-30') })], {}, rules)).toEqual([`2 ${told}`]);
  });

  const gate = (given: Partial<Activity>) =>
    activity({ row: 9, kind: 'gate', gate: 'K1', when: day('2026-11-25'), ...given });
  const a2 = activityId.parse('a2');
  test.each<[what: string, row: Partial<Activity>, gate: Activity, told: string]>([
    ['of a gate ten working days ahead: at once', { gate: 'k1 ' }, gate({}), '2026-11-11'],
    ['of one that waits for the row', {}, gate({ gate: null, dependsOn: [a2] }), '2026-11-11'],
    ['of another gate', { gate: 'K2' }, gate({}), '2026-11-16'],
    ['of one eleven working days ahead', { gate: 'K1' }, gate({ when: day('2026-11-26') }), '2026-11-16'],
    ['of one that has been', { gate: 'K1' }, gate({ when: day('2026-11-10') }), '2026-11-16'],
    ['of one that is done', { gate: 'K1' }, gate({ state: 'done' }), '2026-11-16'],
  ])('a row %s', (_, row, one, told) => {
    const found = toldOf([activity({ when: day('2026-10-30'), ...row }), one]);
    expect(found).toContain(`2 ${told}`);
  });

  test('gets one message a day at most: what comes up after it waits for the next working day', () => {
    const late = activity({ when: day('2026-09-01') });
    const friday = { now: '2026-10-30T10:00:00Z' };
    expect(toldOf([late], { ...friday, ownerToldOn: () => '2026-10-29' })).toEqual(['2 2026-09-14']);
    expect(toldOf([late], { ...friday, ownerToldOn: () => '2026-10-30' })).toEqual(['2 2026-11-02']);
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
