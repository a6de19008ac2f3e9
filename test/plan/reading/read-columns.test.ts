import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetter, plain, type Role } from '#plan/reading/columns.ts';
import { type ColumnAnswers, findHeadings } from '#plan/reading/find-headings.ts';
import { headingWords } from '#plan/reading/heading-words.ts';
import { readPlan } from '#plan/reading/read-plan.ts';

const table = (...lines: string[]) =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }));

/** Which column has each role, under headings and above a row. */
function roles(headings: string, ...rows: string[]): Record<string, string> {
  const { columns, notes } = findHeadings(table(headings, ...rows));
  const named = Object.entries(columns).map(([role, { heading }]) => [role, heading]);
  return {
    ...Object.fromEntries(named),
    ...(notes.length > 0 ? { notes: notes.map((n) => n.heading).join(' + ') } : {}),
  };
}

/** What is asked, each as "role: columns (the one that is read)". */
function asked(lines: readonly string[], columns: ColumnAnswers = {}, known: readonly string[] = []): string[] {
  const units = { known: known.map((name) => ({ name, aliases: [] })) };
  return readPlan(table(...lines), { starts: '2026-08-01', country: 'NO', columns, units }).questions.map(
    ({ role, columns: may, chosen }) =>
      `${role}: ${may.map(({ heading, letter }) => heading || letter).join(', ')}${chosen === undefined ? '' : ` (${may.find(({ index }) => index === chosen)?.letter})`}`,
  );
}

describe('a column is known by its heading', () => {
  const every = Object.entries(headingWords).flatMap(([role, { lists }]) =>
    lists.flat().map((word) => [word, role] as const),
  );

  test('each of which means one thing, and is written as headings are compared', () => {
    const twice = every.filter(([word, role]) => every.some(([other, of]) => other === word && of !== role));
    expect(twice).toEqual([]);
    expect(every.filter(([word]) => plain(word) !== word)).toEqual([]);
  });

  test.each<[headings: string, role: Role, heading: string]>([
    ['Hva skal gjøres?|Når', 'title', 'Hva skal gjøres?'],
    ['Aktivitet|Frist (dato)', 'when', 'Frist (dato)'],
    ['Aktivitet|Planlagt dato', 'when', 'Planlagt dato'],
    ['Tiltak|Ansvarlig enhet', 'units', 'Ansvarlig enhet'],
    ['Åtgärd|Ansvarig för åtgärden', 'units', 'Ansvarig för åtgärden'],
    ['Task Name|Predecessors', 'after', 'Predecessors'],
    ['Aktivitet|Forutsetter (nr)', 'after', 'Forutsetter (nr)'],
    ['Aktivitet|Beroende av', 'after', 'Beroende av'],
    ['Kva|Avhengig av', 'after', 'Avhengig av'],
    ['#|Aktivitet', 'number', '#'],
    ['Løpenr.|Aktivitet', 'number', 'Løpenr.'],
    ['Aktivitet|Stad', 'place', 'Stad'],
    ['Aktivitet|Plats', 'place', 'Plats'],
    ['Aktivitet|Klokkeslett', 'time', 'Klokkeslett'],
    ['Aktivitet|Kl.', 'time', 'Kl.'],
    ['Aktivitet|Fra og med|Til og med', 'endsOn', 'Til og med'],
    ['Aktivitet|Startuke|Sluttuke', 'endWeek', 'Sluttuke'],
    ['Aktivitet|Kvartal', 'quarter', 'Kvartal'],
  ])('%s: %s is %j', (headings, role, heading) => expect(roles(headings)[role]).toBe(heading));

  test.each([
    'Antall deltakere',
    'Antal enheter',
    'Alternativ dato',
    'Opprettet dato',
    'Sist endret dato',
    'Type aktivitet',
    'Til orientering',
  ])('but %j is none of the columns that it seems to name', (heading) => {
    const found = roles(`Aktivitet|${heading}`);
    expect(Object.entries(found).filter(([role, of]) => role !== 'type' && of === heading)).toEqual([]);
  });

  test('of two the better known has the role, whichever stands first', () => {
    expect(roles('Navn|Aktivitet|Deltakere|Ansvarlig|Hva')).toMatchObject({ title: 'Aktivitet', units: 'Ansvarlig' });
  });

  test('all that describe are read, places with their word', () => {
    const { accepted } = readPlan(
      table('Dato|Aktivitet|Merknad|Beskrivelse|Kommentar|Sted', '15/9/2026|Kurs|To dager|For alle|Husk PC|Ås'),
      { country: 'NO' },
    );
    expect(accepted[0]?.description).toBe('For alle\nTo dager\nHusk PC\nSted: Ås');
  });

  test('hours and dates are told apart by what stands under the heading', () => {
    expect(roles('Dato|Start|Slutt|Aktivitet', '15/9|09:00|10:00|Kurs')).toMatchObject({
      when: 'Dato',
      time: 'Start',
      timeTo: 'Slutt',
    });
    expect(roles('Start|Slutt|Aktivitet', '15/9|16/9|Kurs')).toMatchObject({ startsOn: 'Start', endsOn: 'Slutt' });
    // 12.10 is an hour as well as a day: where all may be days, they are.
    expect(roles('Tid|Aktivitet', '12.10|Kurs', '1.11|Prat')).toMatchObject({ when: 'Tid' });
    expect(roles('Dato|Tid|Aktivitet', '15/9|09.00|Kurs', '16/9|12.10|Prat')).toMatchObject({
      when: 'Dato',
      time: 'Tid',
    });
    // One slip in a column of days makes no hours of them.
    expect(roles('Tid|Aktivitet', '15.09|Kurs', '16.10|Prat', '17.11|Fest', '15.13|Lek')).toMatchObject({
      when: 'Tid',
    });
    expect(roles('Tid|Dato|Aktivitet', '2 timer|15/9|Kurs')).toMatchObject({ when: 'Dato' });
  });

  test('a deadline beside a start is the end', () => {
    expect(roles('Oppstart|Frist|Aktivitet', '1/9|15/9|Kurs')).toMatchObject({ startsOn: 'Oppstart', endsOn: 'Frist' });
  });

  test('a row of the plan that holds a word like a heading heads nothing', () => {
    expect(findHeadings(table('15/9|Start|Nordvik', '16/9|Slutt|Nordvik'))).toMatchObject({ line: 0 });
  });

  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
  ])('column %i is %s to a spreadsheet', (index, letter) => expect(columnLetter(index)).toBe(letter));
});

describe('what cannot be told is asked', () => {
  test('which column holds the activities', () => {
    expect(asked(['Nr|Sak|Tekst|Frist', '1|Status|Informere|15/9'])).toEqual(['title: Sak, Tekst']);
  });

  test('which of two columns with the same heading', () => {
    expect(asked(['Dato|Aktivitet|Aktivitet', '15/9|Kurs|Opplæring'])).toEqual(['title: Aktivitet, Aktivitet (B)']);
    expect(asked(['Dato|Tidspunkt|Aktivitet', '15/9|uke 42|Kurs'])).toEqual(['when: Dato, Tidspunkt (B)']);
  });

  test('not where the other one is empty, or holds something else', () => {
    expect(asked(['Dato|Tidspunkt|Aktivitet', '15/9||Kurs'])).toEqual([]);
    expect(asked(['Dato|Tid|Aktivitet', '15/9|2 timer|Kurs'])).toEqual([]);
  });

  test('whether dates under a heading that nobody knows are the plan’s, where it has none', () => {
    expect(asked(['Aktivitet|Milepælsdag', 'Kurs|15/9'])).toEqual(['when: Milepælsdag']);
    expect(asked(['Aktivitet|Milepælsdag|Dato', 'Kurs|15/9|16/9'])).toEqual([]);
    expect(asked(['Aktivitet|Opprettet', 'Kurs|15/9'])).toEqual([]);
  });

  test('whether names under such a heading are units: those that sound like it, and those that the programme has', () => {
    expect(asked(['Aktivitet|Medvirkende', 'Kurs|Nordvik kommune'])).toEqual(['units: Medvirkende']);
    expect(asked(['Aktivitet|Medvirkende', 'Kurs|Fjordriket'])).toEqual([]);
    expect(asked(['Aktivitet|Medvirkende', 'Kurs|Fjordriket'], {}, ['Fjordriket'])).toEqual(['units: Medvirkende']);
  });

  test('everything, where there are no headings', () => {
    expect(asked(['15/9|Kurs for superbrukere|Nordvik kommune'])).toEqual([
      'title: B, C (B)',
      'when: A (A)',
      'units: B, C (C)',
    ]);
  });

  test('with up to three cells of each column, shortened', () => {
    const { questions } = readPlan(
      table('Sak|Frist', `${'Lang '.repeat(20)}|15/9`, 'B|1/10', 'B|2/10', 'C|3/10', 'Fem|4/10'),
      {
        country: 'NO',
      },
    );
    expect(questions[0]?.columns[0]?.examples).toEqual(['Lang Lang Lang Lang Lang Lang Lang Lang…', 'B', 'C']);
  });
});

describe('an answer about a column', () => {
  const plan = ['Nr|Sak|Tekst|Frist', '1|Status|Informere|15/9', '2|Status|Bestille|16/9'];
  const titles = (columns: ColumnAnswers, lines = plan) =>
    readPlan(table(...lines), { starts: '2026-08-01', country: 'NO', columns }).accepted.map(({ title }) => title);

  test('goes before headings, and the question is not asked again', () => {
    expect(titles({ title: 2 })).toEqual(['Informere', 'Bestille']);
    expect(asked(plan, { title: 2 })).toEqual([]);
  });

  test('takes the column from what it was', () => {
    const lines = ['Aktivitet|Beskrivelse|Dato', 'Fase 1|Kurs|15/9', 'Fase 1|Prat|16/9'];
    const { accepted } = readPlan(table(...lines), { starts: '2026-08-01', country: 'NO', columns: { title: 1 } });
    expect(accepted).toMatchObject([
      { title: 'Kurs', description: '' },
      { title: 'Prat', description: '' },
    ]);
  });

  test('may be that there is none', () => {
    const lines = ['Dato|Tidspunkt|Aktivitet|Ansvarlig', '15/9|uke 42|Kurs|Kari'];
    const { accepted, questions } = readPlan(table(...lines), {
      starts: '2026-08-01',
      country: 'NO',
      columns: { when: -1, units: -1 },
    });
    expect(accepted).toMatchObject([{ units: [], when: { precision: 'unknown' } }]);
    expect(questions).toEqual([]);
  });

  test('makes every row of a table without headings count', () => {
    const lines = ['15/9|Kurs for superbrukere|Nordvik kommune', '31/9|Prat|Nordvik kommune'];
    const reading = readPlan(table(...lines), { starts: '2026-08-01', country: 'NO', columns: { title: 1 } });
    expect(reading.accepted).toMatchObject([{ row: 1, title: 'Kurs for superbrukere', units: ['Nordvik kommune'] }]);
    expect(reading.refused).toMatchObject([{ row: 2, column: 'A', value: '31/9' }]);
  });
});

test('whatever is asked about any table can be answered, and the answer is taken', () => {
  const cell = fc.constantFrom(
    '',
    'Dato',
    'Frist',
    'Aktivitet',
    'Sak',
    'Hvem',
    '15/9',
    'uke 42',
    '31/2',
    'Kurs',
    'Prat om alt',
    'Nordvik kommune',
    '7',
    '09:00',
  );
  const rows = fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 });
  fc.assert(
    fc.property(rows, fc.nat(), (body, pick) => {
      const lines = body.map((cells, index) => ({ line: index + 1, cells }));
      const setting = { starts: '2026-08-01', country: 'NO' } as const;
      const { questions } = readPlan(lines, setting);
      const columns: ColumnAnswers = {};
      for (const { role, columns: may, chosen } of questions) {
        expect(chosen === undefined || may.some(({ index }) => index === chosen)).toBe(true);
        const free = may.filter(({ index }) => !Object.values(columns).includes(index));
        columns[role] = free[pick % Math.max(1, free.length)]?.index ?? -1;
      }
      const answered = readPlan(lines, { ...setting, columns });
      expect(answered.questions.filter(({ role }) => columns[role] !== undefined)).toEqual([]);
      if (columns.title !== undefined && columns.title >= 0) {
        expect(answered.columns.title?.index).toBe(columns.title);
      }
    }),
  );
});
