import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { type Activity, activityId, type Plan } from '#plan/activity.ts';
import { readersChanges, revisionBefore } from '#plan/revisions/changes-since.ts';
import {
  changesFor,
  markSeen,
  maySee,
  type Notice,
  notice,
  toldCount,
  unitsTouched,
  unmarkSeen,
  whenToTell,
} from '#plan/revisions/notice.ts';
import { commit, emptyPlan } from '#plan/revisions/revision.ts';
import { aRow, numbered, on } from '../some-rows.ts';

const [kari, ola, per] = ['kari', 'ola', 'per'].map((id) => personId.parse(id)) as [never, never, never];
const unit = (name: string, people: string[] = [], aliases: string[] = []) => ({
  id: unitId.parse(name.toLowerCase()),
  name,
  aliases,
  people: people.map((id) => ({ person: personId.parse(id), role: 'member' as const })),
});
const programme: Programme = {
  id: programmeId.parse('p'),
  name: 'Ny journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [kari],
  coordinators: [],
  units: [unit('Nordvik', ['ola'], ['NK']), unit('Fjordby', ['per'])],
};
const rows = (...all: ReturnType<typeof aRow>[]): Activity[] =>
  numbered(all).map((row) => ({ ...row, id: activityId.parse(row.title), state: 'planned', dependsOn: [] }));
const at = (minute: number, day = 3) => new Date(Date.UTC(2026, 7, day, 7, minute)).toISOString();
const saved = (plan: Plan, next: Activity[], minute: number, more: object = {}) =>
  commit(plan, next, { kind: 'edit', by: kari, at: at(minute), act: `act-${plan.revision}-${minute}`, ...more });

const before = rows(
  aRow('Kurs', '2026-10-01', 'Nordvik'),
  aRow('Møte', '2026-10-08'),
  aRow('Pilot', '2026-11', 'NK;Fjordby'),
);
const first = saved(emptyPlan(programme.id), before, 0);
const moved = (plan: Plan, title: string, date: string, minute: number, more: object = {}) =>
  saved(
    plan,
    plan.activities.map((a) => (a.title === title ? { ...a, when: on(date) } : a)),
    minute,
    more,
  );

describe('units are told', () => {
  test.each<[minutes: number[], told: number | undefined]>([
    [[], undefined],
    [[20], 22],
    [[20, 21], 23],
    [[20, 21, 29], 30],
    [[20, 40], 30],
  ])('of revisions at %j at %s', (minutes, told) => {
    const plan = minutes.reduce((so, minute, n) => moved(so, 'Kurs', `2026-10-${10 + n}`, minute), first);
    expect(whenToTell(plan)?.toString()).toBe(told === undefined ? undefined : at(told).replace('.000', ''));
  });

  test('of nothing in a plan from before they were told of changes', () => {
    const { told: _, ...old } = moved(first, 'Kurs', '2026-10-10', 20);
    expect(whenToTell(old)).toBeUndefined();
  });
});

describe('whose a change is', () => {
  const touched = (plan: Plan) => unitsTouched(readersChanges(plan, 1) ?? [], programme);
  test.each<[what: string, plan: Plan, units: string[]]>([
    ['of a row of one unit', moved(first, 'Kurs', '2026-10-10', 1), ['Nordvik']],
    ['of a row of several, by another spelling', moved(first, 'Pilot', '2026-12', 1), ['Nordvik', 'Fjordby']],
    ['of a row of nobody is everyone’s', moved(first, 'Møte', '2026-12', 1), ['']],
    ['of a row that went', saved(first, before.slice(0, 2), 1), ['Nordvik', 'Fjordby']],
    [
      'of a row that went from one to another is told to both',
      saved(first, [{ ...(before[0] as Activity), units: ['Fjordby'] }, ...before.slice(1)], 1),
      ['Nordvik', 'Fjordby'],
    ],
    [
      'of a row of a name that is no unit',
      saved(first, [{ ...(before[0] as Activity), units: ['Sundet'] }, ...before.slice(1)], 1),
      ['Nordvik', 'Sundet'],
    ],
    [
      'that readers do not notice is nobody’s',
      saved(
        first,
        before.map((a) => ({ ...a, key: a.title })),
        1,
      ),
      [],
    ],
  ])('%s', (_, plan, units) => {
    const found = touched(plan);
    expect(found.map(({ name }) => name)).toEqual(units);
    for (const one of found) expect(changesFor(readersChanges(plan, 1) ?? [], programme, one)).toHaveLength(1);
  });

  test('is counted without everyone, who are named', () => {
    expect(toldCount(touched(moved(moved(first, 'Møte', '2026-12', 1), 'Kurs', '2026-12', 2)))).toEqual({
      count: 1,
      common: 'yes',
    });
  });
});

describe('what readers are told between two revisions', () => {
  test('has no reason that was given for something else: why a row was paused which goes on again', () => {
    const why = { reason: 'Læreren er syk' };
    const [kurs, ...others] = moved(first, 'Kurs', '2026-10-10', 1).activities as [Activity, ...Activity[]];
    const halted = { as: 'paused' as const, ...why, by: kari, at: at(2) };
    const paused = saved(moved(first, 'Kurs', '2026-10-10', 1), [{ ...kurs, halted }, ...others], 2, why);
    const resumed = saved(paused, [kurs, ...others], 3);
    expect(readersChanges(resumed, 1)?.map(({ id, reason }) => [id, reason])).toEqual([['Kurs', undefined]]);
  });

  test('has the reason that was given last, and the order of its news', () => {
    const once = moved(first, 'Kurs', '2026-10-10', 1, { reason: 'Læreren er syk' });
    const twice = moved(once, 'Kurs', '2026-10-12', 2, { reason: 'Rommet er opptatt' });
    const both = saved(twice, [...twice.activities, ...rows(aRow('Ny', '2026-09'))], 3);
    expect(readersChanges(both, 1)?.map(({ id, reason }) => [id, reason])).toEqual([
      ['Kurs', 'Rommet er opptatt'],
      ['Ny', undefined],
    ]);
  });

  test('is nothing of a row that went and came back under another id, nor of what depends on it', () => {
    const [course, meeting, pilot] = before as [Activity, Activity, Activity];
    const waiting = saved(first, [course, meeting, { ...pilot, dependsOn: [course.id] }], 1);
    const gone = saved(waiting, [meeting, { ...pilot, dependsOn: [] }], 2);
    const again = { ...course, id: activityId.parse('other') };
    const back = saved(gone, [again, meeting, { ...pilot, dependsOn: [again.id] }], 3);
    expect(readersChanges(back, 2)).toEqual([]);
  });

  test('of rows called the same is marked, so that the date can tell which', () => {
    const twice = rows(aRow('Møte', '2026-10-08'), aRow('Kurs', '2026-10-01'));
    const plan = saved(
      emptyPlan(programme.id),
      [...twice, { ...(twice[0] as Activity), id: activityId.parse('m2') }],
      0,
    );
    expect(readersChanges(saved(plan, twice, 1), 1)).toMatchObject([{ id: 'm2', recurs: true }]);
  });
});

test.each<[day: string, revision: number]>([
  ['2026-08-03', 1],
  ['2026-08-04', 1],
  ['2026-08-10', 1],
  ['2026-08-11', 2],
  ['2026-08-20', 3],
])('before %s stood revision %i', (day, revision) => {
  // The second was saved half past midnight in Oslo, when it was still the day before elsewhere.
  const revisions = [at(0), '2026-08-09T22:30:00Z', at(0, 17)].map((when, n) => ({
    ...first.revisions[0],
    number: n + 1,
    at: when,
  }));
  expect(revisionBefore({ revisions: revisions as Plan['revisions'] }, day, 'Europe/Oslo')).toBe(revision);
});

describe('who has seen it', () => {
  const told: Notice = notice.parse({
    id: 'n',
    programme: 'p',
    from: 1,
    to: 2,
    at: at(0),
    units: [
      { unit: 'nordvik', name: 'Nordvik' },
      { unit: null, name: '' },
      { unit: null, name: 'Sundet' },
    ],
  });
  test.each([
    ['a member, for the unit', 0, ola, true],
    ['a member of another', 0, per, false],
    ['those who lead, for a unit that they are not in', 0, kari, false],
    ['everyone in the programme, for all', 1, per, true],
    ['a stranger', 1, personId.parse('siv'), false],
    ['those who lead, for a name that is no unit', 2, kari, true],
    ['others, for a name that is no unit', 2, ola, false],
  ])('%s may say so: %#', (_, place, who, may) => {
    expect(maySee(programme, told.units[place as number] as never, who as never)).toBe(may);
  });

  test('is noted once for each, first things first, and taken back by each alone', () => {
    const once = markSeen(told, [0], ola, at(1));
    expect(markSeen(once, [0], ola, at(2))).toBe(once);
    const twice = markSeen(once, [0], per, at(3));
    expect(twice.units[0]?.seen.map(({ by }) => by)).toEqual(['ola', 'per']);
    expect(unmarkSeen(twice, [0], ola).units[0]?.seen.map(({ by }) => by)).toEqual(['per']);
    expect(unmarkSeen(told, [0], ola)).toBe(told);
  });
});
