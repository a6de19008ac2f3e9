import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '#announcement/announcement.ts';
import { keyOf } from '#announcement/announcement.ts';
import { needsSecond, secondPersons } from '#announcement/approval.ts';
import { reachOf } from '#announcement/audience.ts';
import { type Person, personId } from '#people/person.ts';
import { type Place, place as placeSchema } from '#people/place.ts';
import { type Programme, programme as programmeSchema, type UnitRole } from '#people/programme.ts';

type Member = [who: string, role: UnitRole];
const programmeOf = (units: Record<string, { people: Member[]; place?: string }>, more: object = {}): Programme =>
  programmeSchema.parse({
    id: 'p',
    name: 'P',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: ['boss'],
    coordinators: ['aide'],
    units: Object.entries(units).map(([id, { people, place }]) => ({
      id,
      name: id,
      people: people.map(([person, role]) => ({ person, role })),
      ...(place ? { place } : {}),
    })),
    ...more,
  });
/** People and places by name; whoever begins with `un` has no account. */
const known = (programme: Programme, gone: string[] = []) => {
  const ids = [
    ...programme.owners,
    ...programme.coordinators,
    ...programme.units.flatMap((u) => u.people.map((p) => p.person)),
  ];
  const persons = new Map<string, Person>(
    ids.map((id) => [
      id,
      {
        id,
        name: id,
        language: 'nb',
        timeZone: 'Europe/Oslo',
        accounts: id.startsWith('un') ? [] : [{ surface: 'web', workspace: 'w', user: id, address: {} }],
        languageChosen: false,
      },
    ]),
  );
  const places = new Map<string, Place>(
    programme.units.flatMap(({ place }) =>
      place
        ? [
            [
              place,
              placeSchema.parse({
                id: place,
                surface: 'web',
                workspace: 'w',
                kind: 'channel',
                key: place,
                language: 'nb',
                ...(gone.includes(place) ? { goneSince: '2026-01-01T00:00:00Z' } : {}),
              }),
            ],
          ]
        : [],
    ),
  );
  return { persons, places };
};
const to = (more: Partial<Record<keyof Audience, unknown>>) =>
  ({ all: false, units: [], roles: [], ...more }) as unknown as Audience;
const keys = (programme: Programme, audience: Audience, by = 'boss') =>
  reachOf(programme, { audience, by: personId.parse(by) }, known(programme)).receivers.map(keyOf);

describe('who gets an announcement', () => {
  const programme = programmeOf({
    a: {
      people: [
        ['ann', 'contact'],
        ['bob', 'deputy'],
        ['cat', 'member'],
      ],
    },
    b: {
      people: [
        ['ann', 'contact'],
        ['dan', 'owner'],
      ],
    },
  });

  test.each<[string, Audience, string[]]>([
    ['everyone, those who lead too, the author not', to({ all: true }), ['ann', 'bob', 'cat', 'dan', 'aide']],
    ['everyone of a unit', to({ units: ['a'] }), ['ann', 'bob', 'cat']],
    ['a role in all units', to({ roles: ['contact'] }), ['ann']],
    ['roles within units', to({ units: ['b'], roles: ['owner', 'member'] }), ['dan']],
    ['only those who lead', to({ roles: ['leader'] }), ['aide']],
    ['everyone of a unit and those who lead', to({ units: ['b'], roles: ['leader'] }), ['ann', 'dan', 'aide']],
    ['a role and those who lead', to({ roles: ['deputy', 'leader'] }), ['bob', 'aide']],
  ])('%s', (_, audience, expected) => {
    expect(keys(programme, audience)).toEqual(expected);
  });

  test('knows of each person all the units that it is for', () => {
    const { receivers } = reachOf(
      programme,
      { audience: to({ all: true }), by: personId.parse('boss') },
      known(programme),
    );
    expect(receivers[0]).toEqual({ person: 'ann', units: ['a', 'b'] });
  });

  test('a unit without anybody to reach gets it in its place, where it has one that is not gone', () => {
    const places = programmeOf({
      a: { people: [['unmet', 'contact']], place: 'here' },
      b: { people: [], place: 'here' },
      c: { people: [['unseen', 'contact']], place: 'closed' },
      d: { people: [['boss', 'contact']], place: 'there' },
    });
    const reach = reachOf(
      places,
      { audience: to({ units: ['a', 'b', 'c', 'd'] }), by: personId.parse('boss') },
      known(places, ['closed']),
    );
    expect(reach).toEqual({
      receivers: [
        { person: 'unmet', units: ['a'] },
        { person: 'unseen', units: ['c'] },
        { place: 'here', units: ['a', 'b'] },
      ],
      unmet: ['unmet', 'unseen'],
      unreached: ['c'],
    });
  });

  test('each once, never the author, and no unit that was not chosen: whatever the programme looks like', () => {
    const names = ['boss', 'aide', 'ann', 'bob', 'unmet', 'unseen'];
    const member = fc.tuple(fc.constantFrom(...names), fc.constantFrom('contact', 'deputy', 'owner', 'member'));
    const units = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.record(
        { people: fc.array(member as fc.Arbitrary<Member>, { maxLength: 5 }), place: fc.constantFrom('x', 'y') },
        { requiredKeys: ['people'] },
      ),
    );
    const audience = fc.record({
      all: fc.boolean(),
      units: fc.subarray(['a', 'b', 'c']),
      roles: fc.subarray(['contact', 'deputy', 'owner', 'member', 'leader']),
    });
    fc.assert(
      fc.property(units, audience, fc.constantFrom(...names), (of, wanted, by) => {
        const any = programmeOf(of);
        const { receivers, unmet } = reachOf(any, { audience: to(wanted), by: personId.parse(by) }, known(any));
        const found = receivers.map(keyOf);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(by);
        expect(unmet.every((id) => found.includes(id) && id.startsWith('un'))).toBe(true);
        const chosen = wanted.all || wanted.units.length === 0 ? ['a', 'b', 'c'] : wanted.units;
        expect(receivers.flatMap((one) => one.units).filter((unit) => !chosen.includes(unit))).toEqual([]);
        // Of a chosen unit nobody who can be reached is forgotten.
        if (wanted.all || (wanted.units.length > 0 && wanted.roles.length === 0)) {
          for (const unit of any.units.filter(({ id }) => chosen.includes(id))) {
            for (const { person } of unit.people) if (person !== by) expect(found).toContain(person);
          }
        }
      }),
    );
  });
});

describe('a second person', () => {
  test.each<[string, Audience, number, number | undefined, boolean]>([
    ['is needed for everyone, however few', to({ all: true }), 2, undefined, true],
    ['is needed above fifty where nothing is set', to({}), 51, undefined, true],
    ['is not needed for fifty', to({}), 50, undefined, false],
    ['is needed above what is set', to({}), 11, 10, true],
    ['is always needed where nought is set', to({}), 1, 0, true],
  ])('%s', (_, audience, count, announceAlone, expected) => {
    expect(needsSecond(announceAlone === undefined ? {} : { announceAlone }, { audience }, count)).toBe(expected);
  });

  test('is somebody else who leads, and whom Klar has met', () => {
    const programme = programmeOf({}, { owners: ['boss', 'unmet'], coordinators: ['aide', 'boss'] });
    const { askable, unmet } = secondPersons(programme, personId.parse('boss'), known(programme).persons);
    expect([askable.map(({ id }) => id), unmet.map(({ id }) => id)]).toEqual([['aide'], ['unmet']]);
  });
});
