import { expect, test } from 'vitest';
import { unit } from '#people/programme.ts';
import { overviewCard } from '#reminder/actions/show-overview.ts';
import { overviewOf } from '#reminder/overview.ts';
import { buttonsOf } from '../../plan/stage.ts';
import { activity, day } from '../plans.ts';

const today = '2026-11-02';
const nordvik = unit.parse({ id: 'nordvik', name: 'Nordvik kommune' });
const programme = { id: 'p', name: 'Ny journal', units: [nordvik], timeZone: 'Europe/Oslo' } as never;
const late = (count: number) =>
  Array.from({ length: count }, (_, nth) => activity({ row: nth + 2, when: day('2026-10-28') }));
const verbs = (count: number, name: string | undefined) => {
  const overview = overviewOf(
    { activities: late(count), revisions: [] },
    programme,
    name === undefined ? null : [nordvik],
    today,
  );
  const card = overviewCard(programme, overview, { unit: name, language: 'nb', today });
  return buttonsOf(card).flatMap(({ verb, data }) => (verb === 'plan.row' ? [] : [[verb, data]]));
};

test('who owns the programme comes to all that is late, however much it is', () => {
  expect(verbs(8, undefined)).toEqual([]);
  expect(verbs(9, undefined)).toEqual([['plan.show', { programme: 'p', filter: 'late', from: '0' }]]);
  // A unit sees its own: what is late in the whole plan is not what its channel was told of.
  expect(verbs(9, 'Nordvik kommune')).toEqual([]);
});
