import { describe, expect, test } from 'vitest';
import { answerers, destinationOf } from '#checklist/destination.ts';
import { checklistsNamed, nearestFirst, unitLabel, unitsNamed } from '#checklist/find.ts';
import { prepareHandOut } from '#checklist/hand-out.ts';
import { pageOf } from '#checklist/page.ts';
import { programme as programmeSchema } from '#people/programme.ts';
import { somebody, somewhere } from '../store/samples.ts';
import { someChecklist } from './samples.ts';

const known = { templates: ['start'], units: ['u1', 'u2', 'u3'] };
const prepare = (more: object) =>
  prepareHandOut({ template: 'start', units: 'u1', due: '2026-02-11', ...more }, known, '2026-02-04');

describe('a filled-in form for giving out', () => {
  test.each([
    ['the units that were ticked, in the programme’s order', 'u3,u1,u3', ['u1', 'u3']],
    ['every unit', '*', ['u1', 'u2', 'u3']],
    ['every unit, with some ticked besides', 'u2,*', ['u1', 'u2', 'u3']],
  ])('takes %s', (_, units, wanted) => {
    expect(prepare({ units })).toEqual({ ok: true, handOut: { template: 'start', units: wanted, due: '2026-02-11' } });
  });

  test('may be due today', () => {
    expect(prepare({ due: '2026-02-04' }).ok).toBe(true);
  });

  test.each([
    [{ template: 'other' }, 'template', 'unknown-template'],
    [{ units: '' }, 'units', 'no-units'],
    [{ units: 'u1,u9' }, 'units', 'unknown-unit'],
    [{ due: '' }, 'due', 'no-date'],
    [{ due: '2026-02-30' }, 'due', 'no-date'],
    [{ due: '11.2.2026' }, 'due', 'no-date'],
    [{ due: '2026-02-03' }, 'due', 'past-date'],
  ])('with %o is refused at its field', (more, field, code) => {
    expect(prepare(more)).toEqual({ ok: false, problem: { field, code } });
  });
});

describe('where a unit’s card goes', () => {
  const unit = (more: object = {}) => ({
    id: 'u1',
    name: 'Fjordvik',
    people: [
      { person: 'ola', role: 'deputy' },
      { person: 'kari', role: 'contact' },
      { person: 'mona', role: 'member' },
    ],
    ...more,
  });
  const programme = (more: object, one: object) =>
    programmeSchema.parse({
      id: 'health',
      name: 'Ny journal',
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      owners: ['grete'],
      units: [one],
      ...more,
    });
  const account = { surface: 'slack', workspace: 'T1', user: 'U1', address: {} };
  const persons = new Map([
    ['kari', somebody('kari')],
    ['ola', somebody('ola', { accounts: [account] })],
    ['mona', somebody('mona', { accounts: [account] })],
  ]);
  const places = new Map([
    ['own', somewhere('own')],
    ['common', somewhere('common')],
    ['left', somewhere('left', { goneSince: '2026-01-01T00:00:00Z' })],
  ]);
  const goes = (more: object, one: object) => {
    const all = programme(more, unit(one));
    const [first] = all.units;
    if (!first) throw new Error('no unit');
    return destinationOf(all, first, places, persons);
  };

  test('to the unit’s own place before the programme’s', () => {
    expect(goes({ place: 'common' }, { place: 'own' })).toMatchObject({ to: 'unit-place', place: { id: 'own' } });
  });
  test('to the programme’s place when the unit has none, or Klar was removed from it', () => {
    expect(goes({ place: 'common' }, {})).toMatchObject({ to: 'programme-place' });
    expect(goes({ place: 'common' }, { place: 'left' })).toMatchObject({ to: 'programme-place' });
  });
  test('without places, to the first who answers and whom Klar has met', () => {
    expect(goes({}, {})).toMatchObject({ to: 'person', person: { id: 'ola' } });
  });
  test('to nobody when only members have been met', () => {
    expect(goes({ place: 'left' }, { people: [{ person: 'mona', role: 'member' }] })).toEqual({ to: 'nobody' });
  });
  test('contacts are named before deputies', () => {
    const [one] = programme({}, unit()).units;
    expect(one && answerers(one, persons).map((p) => p.id)).toEqual(['kari', 'ola']);
  });

  test('units that share a name are told apart by their parents', () => {
    const all = programmeSchema.parse({
      ...programme({}, unit()),
      units: [
        { id: 'p1', name: 'Fjordvik' },
        { id: 'p2', name: 'Sundet' },
        { id: 'h1', name: 'Hjemmetjenesten', parent: 'p1' },
        { id: 'h2', name: 'Hjemmetjenesten', parent: 'p2', aliases: ['HT'] },
        { id: 's', name: 'Sykehjemmet', parent: 'p1' },
      ],
    });
    expect(all.units.map((u) => unitLabel(all, u))).toEqual([
      'Fjordvik',
      'Sundet',
      'Hjemmetjenesten (Fjordvik)',
      'Hjemmetjenesten (Sundet)',
      'Sykehjemmet',
    ]);
    expect(unitsNamed(all, ' hjemmeTJENESTEN').map((u) => u.id)).toEqual(['h1', 'h2']);
    expect(unitsNamed(all, 'ht').map((u) => u.id)).toEqual(['h2']);
  });
});

describe('finding a checklist', () => {
  test.each(['før oppstart', 'Før', 'före start', 'before'])('by «%s»', (name) => {
    expect(checklistsNamed([someChecklist()], name)).toHaveLength(1);
  });
  test.each(['', ' ', 'oppstart', 'noe annet'])('not by «%s»', (name) => {
    expect(checklistsNamed([someChecklist()], name)).toHaveLength(0);
  });
  test('the nearest that is still to come comes first, the latest past one after them', () => {
    const all = ['2026-01-05', '2026-02-04', '2026-03-01', '2026-01-20'].map((due) => someChecklist({ id: due, due }));
    expect(nearestFirst(all, '2026-02-04').map((c) => c.due)).toEqual([
      '2026-02-04',
      '2026-03-01',
      '2026-01-20',
      '2026-01-05',
    ]);
  });
});

describe('a page of a list', () => {
  const rows = [1, 2, 3, 4, 5, 6, 7];
  test.each([
    [0, [1, 2, 3, 4, 5], 1, 5],
    [1, [6, 7], 6, 7],
    [9, [6, 7], 6, 7],
  ])('page %i', (wanted, shown, first, last) => {
    expect(pageOf(rows, wanted)).toMatchObject({ rows: shown, first, last, pages: 2, total: 7 });
  });
  test('an empty list has one empty page', () => {
    expect(pageOf([], 3)).toMatchObject({ rows: [], page: 0, pages: 1, first: 0, last: 0 });
  });
});
