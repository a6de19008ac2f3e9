import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programmeId, type UnitId, unitId } from '#people/programme.ts';
import { type Activity, type ActivityState, activityState, type Plan } from '#plan/activity.ts';
import { activitiesAt } from '#plan/revisions/as-it-stood.ts';
import { revise, setState, undoState } from '#plan/revisions/revise.ts';
import { commit, restore } from '#plan/revisions/revision.ts';
import { takeBack } from '#plan/revisions/take-back.ts';
import { callsOn, partOf, type Speaking, standingAnew, stateOf, withoutWord, withWord } from '#plan/unit-answers.ts';
import { aRow, dates, idOf } from './a-row.ts';

const id = (name: string): UnitId => unitId.parse(name.toLowerCase());
const names = ['Nordvik', 'Fjordby', 'Sund'] as const;
const programme = { units: names.map((name) => ({ id: id(name), name, aliases: [], people: [] })) };
const all = names.map(id);
const [nordvik, fjordby, sund] = all as [UnitId, UnitId, UnitId];
const kari = personId.parse('kari');
const ola = personId.parse('ola');
const at = (minute: number) => Temporal.Instant.from('2026-08-03T07:00:00Z').add({ minutes: minute }).toString();
const row = (more: Partial<Activity> = {}) =>
  aRow(1, { units: [...names], when: dates('2026-09-01'), ...more } as never);
const forSome = (...units: UnitId[]): Speaking => ({ responsible: all, for: units });
const said = (activity: Activity, state: ActivityState, minute: number, units: UnitId[], by = ola) =>
  withWord(activity, { state, by, at: at(minute) }, forSome(...units));

test.each<[ActivityState, ActivityState[]]>([
  ['planned', []],
  ['planned', ['planned', 'planned']],
  ['underway', ['done', 'planned']],
  ['underway', ['underway', 'planned']],
  ['underway', ['underway', 'done']],
  ['help', ['done', 'help']],
  ['help', ['help', 'planned', 'underway']],
  ['done', ['done', 'done']],
])('a row is %s where its units have said %j', (state, states) => {
  expect(stateOf(states)).toBe(state);
});

describe('a word on a row that several units share', () => {
  test('is that of the units for whom it is said', () => {
    const done = said(row(), 'done', 1, [nordvik]);
    expect(done.state).toBe('underway');
    expect(all.map((unit) => partOf(done, [unit]).state)).toEqual(['done', 'planned', 'planned']);
    expect(partOf(done, [fjordby]).stated).toBeUndefined();
    expect(partOf(done, [nordvik]).stated).toEqual({ by: ola, at: at(1), before: 'planned' });
    expect(said(said(done, 'done', 2, [fjordby]), 'done', 3, [sund]).state).toBe('done');
  });

  test('of one who leads is for all, and leaves those alone who said the same themselves', () => {
    const done = said(said(row(), 'done', 1, [nordvik]), 'done', 2, all, kari);
    expect(done.state).toBe('done');
    expect(all.map((unit) => partOf(done, [unit]).stated?.by)).toEqual([ola, kari, kari]);
  });

  test('is taken back by the instant that the button names, and a second press takes nothing else back', () => {
    const both = said(said(row(), 'done', 1, all, kari), 'help', 2, [nordvik]);
    const back = withoutWord(both, forSome(...all), at(1));
    expect(all.map((unit) => partOf(back, [unit]).state)).toEqual(['help', 'planned', 'planned']);
    expect(withoutWord(back, forSome(...all), at(1))).toBe(back);
    expect(withoutWord(both, forSome(fjordby), at(2))).toBe(both);
  });

  test('of before, when nobody answered for a unit, stands for each of them', () => {
    const old = row({ state: 'done', stated: { by: kari, at: at(0), before: 'planned' } });
    const now = said(old, 'help', 1, [sund]);
    expect(all.map((unit) => partOf(now, [unit]).state)).toEqual(['done', 'done', 'help']);
    expect(now.state).toBe('help');
  });

  test('is what who looks said themselves, of what they can take back', () => {
    const both = said(said(row(), 'underway', 1, all, kari), 'done', 2, [nordvik]);
    expect(partOf(both, all, kari).stated?.at).toBe(at(1));
    expect(partOf(both, all, ola).stated?.at).toBe(at(2));
    expect(partOf(both, all).stated?.at).toBe(at(2));
  });
});

test('a call for help names the units that call, and none where all do', () => {
  const one = said(said(row(), 'help', 1, [nordvik]), 'help', 2, [sund], kari);
  expect(callsOn(one, all)).toEqual([
    { by: ola, at: at(1), units: [nordvik] },
    { by: kari, at: at(2), units: [sund] },
  ]);
  expect(callsOn(said(row(), 'help', 1, all), all)).toEqual([{ by: ola, at: at(1), units: [] }]);
  expect(callsOn(row({ state: 'help', stated: { by: ola, at: at(1), before: 'planned' } }), [])).toHaveLength(1);
  expect(callsOn(said(one, 'done', 3, all), all)).toEqual([]);
});

interface Word {
  state: ActivityState;
  units: UnitId[];
}
const words = fc.array(
  fc.record<Word>({
    state: fc.constantFrom(...activityState.options),
    units: fc.subarray([...all], { minLength: 1 }),
  }),
  { maxLength: 12 },
);
const standingAfter = (spoken: readonly Word[]) =>
  spoken.reduce((activity, { state, units }, minute) => said(activity, state, minute, units), row());

describe('in whatever order units answer', () => {
  test('the last word of each stands, and the row’s state follows from them', () => {
    fc.assert(
      fc.property(words, (spoken) => {
        const stands = standingAfter(spoken);
        const last = all.map((unit) => spoken.findLast(({ units }) => units.includes(unit))?.state ?? 'planned');
        expect(all.map((unit) => partOf(stands, [unit]).state)).toEqual(last);
        expect(stands.state).toBe(stateOf(last));
      }),
    );
  });

  test('the order of words of different units does not matter', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const ofNordvik = one.map((word) => ({ ...word, units: [nordvik] }));
        const ofOthers = other.map((word) => ({ ...word, units: word.units.filter((unit) => unit !== nordvik) }));
        const states = (activity: Activity) => [activity.state, ...all.map((unit) => partOf(activity, [unit]).state)];
        expect(states(standingAfter([...ofNordvik, ...ofOthers]))).toEqual(
          states(standingAfter([...ofOthers, ...ofNordvik])),
        );
      }),
    );
  });

  test('a word taken back leaves every unit as it stood, and said twice changes nothing', () => {
    fc.assert(
      fc.property(
        words,
        fc.constantFrom(...activityState.options),
        fc.subarray([...all], { minLength: 1 }),
        (spoken, state, units) => {
          const before = standingAfter(spoken);
          const now = said(before, state, 100, units);
          expect(said(now, state, 101, units)).toBe(now);
          const back = withoutWord(now, forSome(...units), at(100));
          const states = (activity: Activity) => [activity.state, ...all.map((unit) => partOf(activity, [unit]).state)];
          expect(states(back)).toEqual(states(before));
          expect(withoutWord(back, forSome(...units), at(100))).toBe(back);
        },
      ),
    );
  });
});

describe('a revision', () => {
  const about = (kind: 'edit' | 'remove', act: string) => ({ kind, by: kari, at: at(50), act });
  const planned = (activity: Activity): Plan => {
    const empty: Plan = { id: programmeId.parse('p'), revision: 0, activities: [], revisions: [] };
    return commit(empty, [activity], about('edit', 'first'));
  };
  const withUnits = (plan: Plan, units: readonly string[], act = 'units') =>
    standingAnew(
      plan,
      commit(
        plan,
        plan.activities.map((one) => ({ ...one, units: [...units] })),
        about('edit', act),
      ),
      programme,
    );
  const only = ({ activities: [activity] }: Plan) => activity as Activity;
  const word = (plan: Plan, state: ActivityState, minute: number, units: UnitId[], responsible = all) =>
    setState(plan, idOf(1), state, ola, at(minute), { responsible, for: units });

  test('that adds a unit makes a done row not done, and taking it back makes it done again', () => {
    const done = setState(planned(row({ units: ['Nordvik'] })), idOf(1), 'done', ola, at(1));
    const two = withUnits(done, ['Nordvik', 'Fjordby']);
    expect(only(two).state).toBe('underway');
    expect(partOf(only(two), [nordvik])).toMatchObject({ state: 'done', stated: { by: ola } });
    const back = takeBack(two, 'units', { by: kari, at: at(60) });
    expect(back.came === 'taken-back' && only(standingAnew(two, back.plan, programme))).toMatchObject({
      state: 'done',
      units: ['Nordvik'],
    });
  });

  test('that adds a unit which the programme does not know yet makes a done row not done', () => {
    const done = word(
      planned(row({ units: ['Nordvik', 'Fjordby'] })),
      'done',
      1,
      [nordvik, fjordby],
      [nordvik, fjordby],
    );
    expect(only(done).state).toBe('done');
    expect(only(withUnits(done, ['Nordvik', 'Fjordby', 'Nyby'])).state).toBe('underway');
  });

  test('that takes a unit off lets its word count no more, until it comes back', () => {
    const help = word(word(planned(row()), 'done', 1, [nordvik, fjordby]), 'help', 2, [sund]);
    expect(only(help).state).toBe('help');
    const off = withUnits(help, ['Nordvik', 'Fjordby']);
    expect(only(off).state).toBe('done');
    expect(only(withUnits(off, [...names], 'again')).state).toBe('help');
  });

  test.each([
    [['Nordvik'], ['Fjordby'], 'done'],
    [['Nordvik'], [], 'done'],
    [[], ['Nordvik', 'Fjordby'], 'done'],
    [['Nordvik', 'Fjordby'], ['Nordvik'], 'done'],
    [['Nordvik', 'Fjordby'], ['Nordvik', 'Sund'], 'underway'],
    [['Nordvik'], ['Fjordby', 'Sund'], 'planned'],
  ])('of a done row for %j that is for %j now leaves it %s', (before, now, state) => {
    const done = setState(planned(row({ units: before })), idOf(1), 'done', kari, at(1));
    expect(only(withUnits(done, now)).state).toBe(state);
  });

  test('keeps what each unit has said when a file is brought in, and when a row goes and comes back', () => {
    const said = word(planned(row()), 'done', 1, [nordvik]);
    const answers = only(said).answers;
    const { id: _, state: __, stated: ___, answers: ____, dependsOn: _____, changedIn: ______, ...inFile } = only(said);
    const revised = revise(said, [{ ...inFile, description: 'ny' }], {
      programme: said.id,
      by: kari,
      at: at(2),
      source: 'plan.csv',
      newId: () => idOf(9),
    });
    expect(only(revised)).toMatchObject({ id: idOf(1), state: 'underway', answers });
    const gone = commit(said, [], about('remove', 'gone'));
    expect(only(restore(gone, 1, { by: kari, at: at(70) }) as Plan)).toMatchObject({ state: 'underway', answers });
    expect(only({ ...gone, activities: activitiesAt(gone, 1) ?? [] }).answers).toEqual(answers);
  });

  test('is not made by what units say', () => {
    const plan = planned(row());
    const now = word(plan, 'done', 1, [nordvik]);
    expect(commit(plan, now.activities, about('edit', 'nothing'))).toBe(plan);
    expect(undoState(now, idOf(1), forSome(nordvik), at(1))).toEqual(plan);
  });
});
