import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, replacePerson, roleIn, tiePlace } from '#people/assign.ts';
import { findUnit, sameName, unitsLike, withUnits } from '#people/find-unit.ts';
import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { type Programme, programme, type UnitRole, unitId, unitRole } from '#people/programme.ts';
import { answersFor, belongsTo, mayLead } from '#people/roles.ts';

const ids = ['kari', 'ola', 'per', 'siv'].map((id) => personId.parse(id));
const id = fc.constantFrom(...ids);
const role = fc.constantFrom(...unitRole.options);

/** A programme of invented people, in which each stands once in a unit. */
const programmes: fc.Arbitrary<Programme> = fc
  .record({
    owners: fc.uniqueArray(id, { minLength: 1 }),
    coordinators: fc.uniqueArray(id),
    units: fc.array(
      fc.uniqueArray(fc.record({ person: id, role }), { selector: (p) => p.person }).map((people) => ({ people })),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ units, ...rest }) =>
    programme.parse({
      id: 'health',
      name: 'Ny journal',
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      ...rest,
      units: units.map(({ people }, i) => ({ id: `u${i}`, name: `Enhet ${i}`, people })),
    }),
  );
const withUnit = programmes.chain((p) => fc.tuple(fc.constant(p), fc.constantFrom(...p.units.map((u) => u.id))));
const rank: UnitRole[] = ['contact', 'deputy', 'owner', 'member'];

describe('giving somebody a role in a unit', () => {
  test('gives that one role, and changes nobody else and no other unit', () => {
    fc.assert(
      fc.property(withUnit, id, role, ([p, unit], person, given) => {
        const next = assign(p, unit, person, given);
        expect(roleIn(next, unit, person)).toBe(given);
        for (const u of next.units) {
          expect(new Set(u.people.map((x) => x.person)).size).toBe(u.people.length);
          for (const other of ids) {
            if (u.id !== unit || other !== person) expect(roleIn(next, u.id, other)).toBe(roleIn(p, u.id, other));
          }
        }
      }),
    );
  });

  test('twice is as once, and is undone by giving back the role that was', () => {
    fc.assert(
      fc.property(withUnit, id, fc.option(role), ([p, unit], person, given) => {
        const next = assign(p, unit, person, given);
        expect(assign(next, unit, person, given)).toEqual(next);
        const back = assign(next, unit, person, roleIn(p, unit, person));
        for (const u of p.units) for (const one of ids) expect(roleIn(back, u.id, one)).toBe(roleIn(p, u.id, one));
      }),
    );
  });

  test('in a unit that is not there does nothing', () => {
    fc.assert(
      fc.property(programmes, id, role, (p, person, given) => {
        expect(assign(p, unitId.parse('nowhere'), person, given)).toEqual(p);
        expect(roleIn(p, unitId.parse('nowhere'), person)).toBeNull();
      }),
    );
  });
});

test('a unit is tied to one place, and untied without a trace', () => {
  fc.assert(
    fc.property(withUnit, ([p, unit]) => {
      const tied = tiePlace(p, unit, placeId.parse('channel'));
      expect(tied.units.filter((u) => u.place === 'channel').map((u) => u.id)).toEqual([unit]);
      expect(tiePlace(tied, unit, undefined)).toEqual(p);
    }),
  );
});

describe('two people who are one', () => {
  const two = fc.uniqueArray(id, { minLength: 2, maxLength: 2 });

  test('the other stands nowhere afterwards, and the kept one wherever either stood, in the better role', () => {
    fc.assert(
      fc.property(programmes, two, (p, [from, to]) => {
        if (!from || !to) return;
        const next = replacePerson(p, from, to);
        expect(JSON.stringify(next)).not.toContain(`"${from}"`);
        expect(next.owners.includes(to)).toBe(p.owners.includes(to) || p.owners.includes(from));
        expect(next.coordinators.includes(to)).toBe(p.coordinators.includes(to) || p.coordinators.includes(from));
        for (const { id: unit } of p.units) {
          const before = [roleIn(p, unit, from), roleIn(p, unit, to)];
          expect(roleIn(next, unit, to)).toBe(rank.find((r) => before.includes(r)) ?? null);
          for (const other of ids) {
            if (other !== from && other !== to) expect(roleIn(next, unit, other)).toBe(roleIn(p, unit, other));
          }
        }
      }),
    );
  });

  test('leave a valid programme in which nobody stands twice, and doing it again changes nothing', () => {
    fc.assert(
      fc.property(programmes, two, (p, [from, to]) => {
        if (!from || !to) return;
        const next = replacePerson(p, from, to);
        expect(programme.parse(next)).toEqual(next);
        for (const u of next.units) expect(new Set(u.people.map((x) => x.person)).size).toBe(u.people.length);
        expect(new Set(next.owners).size).toBe(next.owners.length);
        expect(replacePerson(next, from, to)).toEqual(next);
      }),
    );
  });
});

describe('who may', () => {
  test.each([
    ['an owner', { owners: ['kari'] }, true, undefined, true],
    ['a coordinator', { coordinators: ['kari'] }, true, undefined, true],
    ['a contact', { contact: true }, false, 'contact', true],
    ['a deputy', { deputy: true }, false, 'deputy', true],
    ['a member', { member: true }, false, undefined, true],
    ['a stranger', {}, false, undefined, false],
  ] as const)('%s', (_who, what, leads, answers, belongs) => {
    const people = rank.filter((r) => r in what).map((r) => ({ person: 'kari', role: r }));
    const p = programme.parse({
      id: 'p',
      name: 'P',
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      owners: 'owners' in what ? what.owners : ['ola'],
      coordinators: 'coordinators' in what ? what.coordinators : [],
      units: [{ id: 'u', name: 'U', people }],
    });
    const kari = personId.parse('kari');
    expect(mayLead(p, kari)).toBe(leads);
    expect(p.units[0] && answersFor(p.units[0], kari)).toBe(answers);
    expect(belongsTo(p, kari)).toBe(belongs);
  });
});

describe('units by name', () => {
  const named = (...names: string[]) => ({
    units: names.map((name, i) => ({
      id: unitId.parse(`u${i}`),
      name,
      aliases: i === 0 ? ['SK', 'Solvik'] : [],
      people: [],
    })),
  });
  const all = named(
    'Solvik kommune',
    'Østvik legevakt',
    'Østvik sykehus',
    'Nordvik kommune',
    'Sørvik kommune',
    'Vestvik kommune',
  );

  test.each([
    ['Solvik kommune', 'Solvik kommune'],
    ['  solvik   KOMMUNE ', 'Solvik kommune'],
    ['sk', 'Solvik kommune'],
    ['solvik', 'Solvik kommune'],
    ['O\u0308stvik', undefined],
    ['østvik legevakt', 'Østvik legevakt'],
    ['Sølvik kommune', undefined],
    ['', undefined],
  ])('%j is %j', (typed, name) => {
    expect(findUnit(all, typed)?.name).toBe(name);
  });

  test('letters that are written in two ways are the same letters', () => {
    expect(sameName('A\u030Asa')).toBe(sameName('Åsa'));
  });

  test.each([
    ['Østvik', ['Østvik legevakt', 'Østvik sykehus']],
    ['Solvik kommune, helse', ['Solvik kommune']],
    ['legevakt i Nordvik', ['Østvik legevakt', 'Nordvik kommune']],
    // A word that most units have says nothing about which one is meant.
    ['Fjordvik kommune', []],
    ['xyz', []],
  ])('%j is perhaps %j', (typed, names) => {
    expect(unitsLike(all, typed).map((u) => u.name)).toEqual(names);
  });

  const start: Programme = programme.parse({
    id: 'p',
    name: 'P',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: ['kari'],
  });
  const newId = (name: string) => unitId.parse(`id of ${sameName(name)}`);
  const name = fc.oneof(
    fc.constantFrom('Solvik', 'solvik ', ' SOLVIK', 'Østvik  legevakt', 'østvik legevakt', '', '  '),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );

  test('new names become units in their order, each once, and what is known stays as it is', () => {
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (first, second) => {
        const before = withUnits(start, first, newId);
        const after = withUnits(before, second, newId);
        expect(after.units.slice(0, before.units.length)).toEqual(before.units);
        expect(new Set(after.units.map((u) => sameName(u.name))).size).toBe(after.units.length);
        for (const one of [...first, ...second]) {
          if (one.trim() === '') continue;
          expect(findUnit(after, one)).toBeDefined();
        }
        expect(after.units.every((u) => u.name.trim() === u.name && u.name !== '')).toBe(true);
        expect(withUnits(after, [...second, ...first], newId)).toBe(after);
      }),
    );
  });

  test('a name that is an alias makes no unit', () => {
    const p = { ...start, ...all };
    expect(withUnits(p, ['sk', 'Solvik'], newId)).toBe(p);
  });
});
