import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlannedRow } from '#plan/activity.ts';
import { matchRows } from '#plan/revisions/match-rows.ts';
import { aRow, numbered, somePlan } from '../some-rows.ts';

/** What became of each row: the title and date of its counterpart, or none. */
const counterparts = (before: readonly PlannedRow[], after: readonly PlannedRow[]) =>
  matchRows(numbered(before), numbered(after)).map((known) => known && `${known.title} ${known.when.text}`);

describe('a row is known again', () => {
  const others = [
    aRow('Oppstartsmøte', '2026-09-01', 'Nordvik'),
    aRow('Rekruttering av prosjektleder', '2026-09-15', 'Nordvik'),
    aRow('Styringsgruppen møtes', '2026-11-02', 'Fjordby'),
    aRow('Utstyr er bestilt', '2026-12-01', 'Fjordby'),
  ];
  test.each<[how: string, was: PlannedRow, is: PlannedRow]>([
    ['when nothing is new', aRow('Workshops', '2026-10', 'Nordvik'), aRow('Workshops', '2026-10', 'Nordvik')],
    ['written otherwise', aRow('Workshops', '2026-10', 'Nordvik'), aRow(' WORKSHOPS ', '2026-10', 'nordvik')],
    ['moved', aRow('Workshops', '2026-10', 'Nordvik'), aRow('Workshops', '2027-03-01', 'Nordvik')],
    ['given a date', aRow('Workshops', '', 'Nordvik'), aRow('Workshops', '2027-03-01', 'Nordvik')],
    ['given to others', aRow('Workshops', '2026-10', 'Nordvik'), aRow('Workshops', '2026-10', 'Fjordby')],
    ['moved and given to others', aRow('Workshops', '2026-10', 'Nordvik'), aRow('Workshops', '2027-03', 'Fjordby')],
    ['longer', aRow('Workshops', '2026-10', 'Nordvik'), aRow('Workshops med ressurspersoner', '2026-10', 'Nordvik')],
    [
      'reworded and moved',
      aRow('Rapport behandles', '2026-10-01', 'Nordvik'),
      aRow('Rapporten behandles i styringsgruppen', '2026-10-22', 'Nordvik'),
    ],
    [
      'turned round and moved',
      aRow('Opplæringsplan godkjent', '2026-10-01', 'Nordvik'),
      aRow('Godkjenning av opplæringsplan', '2026-11-15', 'Nordvik'),
    ],
    [
      'put together otherwise',
      aRow('Kurs for superbrukere', '2026-10-01', 'Nordvik'),
      aRow('Superbrukerkurs', '2026-11-01', 'Nordvik'),
    ],
    ['misspelt before', aRow('Kick-off for prosjektet', '2026-10-01'), aRow('Kickoff prosjektet', '2026-10-08')],
    [
      'by its long description',
      aRow('Deling', '2026-10-01', 'Nordvik', { description: 'Visualisering av dagens praksis deles med alle.' }),
      aRow('Alle får se praksis', '2026-10-01', 'Nordvik', {
        description: 'Visualisering av dagens  praksis deles med alle.',
      }),
    ],
    [
      'by its gate',
      aRow('Kartlegging godkjent', '2026-10-01', '', { kind: 'gate', gate: 'K1' }),
      aRow('Linjen sier ja', '2026-11-01', '', { kind: 'gate', gate: 'k1' }),
    ],
  ])('%s', (_, was, is) => {
    const [known] = matchRows(numbered([was, ...others]), numbered([is, ...others]));
    expect(known?.title).toBe(was.title);
  });

  test.each<[was: PlannedRow, is: PlannedRow]>([
    [
      aRow('Rekruttering til hovedprosjektet', '2027-03', 'Nordvik'),
      aRow('Regionalt arbeidsgruppemøte', '2027-03', 'Nordvik'),
    ],
    [aRow('Workshop 1', '2026-10-01', 'Nordvik'), aRow('Workshop 2', '2026-10-15', 'Nordvik')],
    [
      aRow('Opplæring av superbrukere', '2026-10-01', 'Nordvik'),
      aRow('Opplæring av sluttbrukere', '2026-10-15', 'Nordvik'),
    ],
    [aRow('Kurs for ledere', '2026-10-01', 'Nordvik'), aRow('Kurs for ansatte', '2026-10-01', 'Nordvik')],
    [aRow('Møte i styringsgruppen', '2026-10-01', 'Nordvik'), aRow('Møte i arbeidsgruppen', '2026-10-08', 'Nordvik')],
    [aRow('Evaluering av pilot', '2026-10-01', 'Nordvik'), aRow('Oppstart av pilot', '2026-10-01', 'Nordvik')],
    [aRow('Utstyr bestilt', '2026-10-01', 'Nordvik'), aRow('Utstyr levert', '2026-11-01', 'Nordvik')],
  ])('%j is not taken for another', (was, is) => {
    expect(matchRows(numbered([was]), numbered([is]))).toEqual([undefined]);
  });
});

describe('a meeting that comes again and again', () => {
  const meeting = (date: string) => aRow('Regionalt arbeidsgruppemøte', date);
  const year = ['2026-10-09', '2026-11-06', '2026-12', '2027-01', '2027-02'];
  const is = (dates: readonly string[]) => dates.map((date) => `Regionalt arbeidsgruppemøte ${date}`);

  test('loses one and has one moved: the moved one is the nearest', () => {
    const after = ['2026-10-09', '2026-11-13', '2026-12', '2027-02'];
    expect(counterparts(year.map(meeting), after.map(meeting))).toEqual(
      is(['2026-10-09', '2026-11-06', '2026-12', '2027-02']),
    );
  });

  test('moves as a whole, in its order', () => {
    const after = ['2026-10-10', '2026-11-07', '2026-12-05', '2027-01-09', '2027-02-06'];
    expect(counterparts(year.map(meeting), after.map(meeting))).toEqual(is(year));
  });

  test('gets one more: the others stay who they were', () => {
    const after = ['2026-10-09', '2026-10-23', '2026-11-06', '2026-12', '2027-01', '2027-02'];
    expect(counterparts(year.map(meeting), after.map(meeting))).toEqual([
      ...is(['2026-10-09']),
      undefined,
      ...is(['2026-11-06', '2026-12', '2027-01', '2027-02']),
    ]);
  });

  test('of each unit is not swapped with that of another', () => {
    const before = [aRow('Samling', '2026-10-01', 'Nordvik'), aRow('Samling', '2026-10-08', 'Fjordby')];
    const after = [aRow('Samling', '2026-10-02', 'Fjordby'), aRow('Samling', '2026-10-09', 'Nordvik')];
    expect(counterparts(before, after)).toEqual(['Samling 2026-10-08', 'Samling 2026-10-01']);
  });

  test('that is gone for one unit and new for another half a year later is two meetings', () => {
    const stays = aRow('Samling', '2026-11-01', 'Sundet');
    const before = [stays, aRow('Samling', '2026-10-01', 'Nordvik')];
    const after = [stays, aRow('Samling', '2027-05-01', 'Fjordby')];
    expect(counterparts(before, after)).toEqual(['Samling 2026-11-01', undefined]);
  });
});

describe('ids in the file', () => {
  const withKey = (key: string, title: string, date: string) => aRow(title, date, 'Nordvik', { key });

  test('tell that a row is the same, whatever else is new', () => {
    const before = [withKey('A1', 'Kurs', '2026-10-01'), withKey('A2', 'Møte', '2026-10-08')];
    const after = [withKey('A2', 'Helt ny tekst', '2027-05-01'), withKey('A1', 'Kurs', '2026-10-01')];
    expect(counterparts(before, after)).toEqual(['Møte 2026-10-08', 'Kurs 2026-10-01']);
  });

  test('tell that rows of the same title are two', () => {
    const before = [withKey('A1', 'Kurs', '2026-10-01'), withKey('A2', 'Møte', '2026-10-08')];
    const after = [withKey('A2', 'Møte', '2026-10-08'), withKey('A3', 'Kurs', '2026-10-01')];
    expect(counterparts(before, after)).toEqual(['Møte 2026-10-08', undefined]);
  });

  test('that are numbers stay with their rows', () => {
    const before = [withKey('1', 'Kurs', '2026-10-01'), withKey('2', 'Møte', '2026-10-08')];
    const after = [withKey('1', 'Opplæring i ny journal', '2026-12-01'), withKey('2', 'Møte', '2026-10-08')];
    expect(counterparts(before, after)).toEqual(['Kurs 2026-10-01', 'Møte 2026-10-08']);
  });

  test.each([
    ['1, 2, 3', ['1', '2', '3'], ['1', '2', '3', '4']],
    ['1.1, 1.2, 2.1', ['1.1', '1.2', '2.1'], ['1.1', '1.2', '1.3', '2.1']],
  ])('that only count the rows (%s) are no names once a row has come between', (_, old, now) => {
    const titles = ['Kurs', 'Møte', 'Evaluering'];
    const before = titles.map((title, at) => withKey(old[at] ?? '', title, `2026-10-0${at + 1}`));
    const after = ['Kurs', 'Befaring', 'Møte', 'Evaluering'].map((title, at) =>
      withKey(now[at] ?? '', title, `2026-10-0${Math.max(1, at)}`),
    );
    expect(counterparts(before, after)).toEqual([
      'Kurs 2026-10-01',
      undefined,
      'Møte 2026-10-02',
      'Evaluering 2026-10-03',
    ]);
  });

  test('that stand in one of the files alone leave it to likeness', () => {
    expect(counterparts([aRow('Kurs', '2026-10-01')], [withKey('A1', 'Kurs', '2026-10-09')])).toEqual([
      'Kurs 2026-10-01',
    ]);
  });

  test('that stand on several rows say nothing', () => {
    const before = [withKey('A', 'Kurs', '2026-10-01'), withKey('A', 'Møte', '2026-10-08')];
    const after = [withKey('A', 'Møte', '2026-10-08'), withKey('A', 'Kurs', '2026-10-01')];
    expect(counterparts(before, after)).toEqual(['Møte 2026-10-08', 'Kurs 2026-10-01']);
  });

  test('of other hands, of which none is known, leave it to likeness', () => {
    const before = [withKey('A1', 'Kurs', '2026-10-01'), withKey('A2', 'Møte', '2026-10-08')];
    const after = [withKey('X7', 'Kurs', '2026-10-01'), withKey('X9', 'Møte', '2026-10-15')];
    expect(counterparts(before, after)).toEqual(['Kurs 2026-10-01', 'Møte 2026-10-08']);
  });
});

describe('whatever the plans', () => {
  test('each row continues at most one, and each is continued at most once', () => {
    fc.assert(
      fc.property(somePlan, somePlan, (before, after) => {
        const known = matchRows(before, after);
        const found = known.filter((row) => row !== undefined);
        expect(known).toHaveLength(after.length);
        expect(new Set(found).size).toBe(found.length);
      }),
    );
  });

  test('a plan is known again whole, in whatever order its rows come', () => {
    fc.assert(
      fc.property(
        somePlan.chain((plan) => fc.tuple(fc.constant(plan), fc.shuffledSubarray(plan, { minLength: plan.length }))),
        ([plan, shuffled]) => {
          expect(matchRows(plan, shuffled).every((known) => known !== undefined)).toBe(true);
        },
      ),
    );
  });
});
