import fc from 'fast-check';
import type { When } from '#calendar/when.ts';
import type { PlannedRow } from '#plan/activity.ts';

/** A date for a test: `2026-10-01` is a day, `2026-10` a month, `2026-10-12/2026-10-18` a week, empty is unknown. */
export function on(text: string): When {
  const [start = '', end] = text.split('/');
  if (start === '') return { start: null, end: null, precision: 'unknown', text };
  if (end !== undefined) return { start, end, precision: 'week', text };
  if (start.length === 10) return { start, end: start, precision: 'day', text };
  const first = Temporal.PlainDate.from(`${start}-01`);
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return { start: first.toString(), end: last.toString(), precision: 'month', text };
}

/** A row for a test. @param units With semicolons between. */
export function aRow(
  title: string,
  date = '',
  units = '',
  more: Partial<Omit<PlannedRow, 'title' | 'when' | 'units'>> = {},
): PlannedRow {
  return {
    row: 2,
    title,
    description: '',
    kind: 'activity',
    when: on(date),
    units: units === '' ? [] : units.split(';'),
    gate: null,
    ...more,
  };
}

/** Rows as a file numbers them: the first below the headings is row 2. */
export const numbered = <R extends PlannedRow>(rows: readonly R[]): R[] =>
  rows.map((row, at) => ({ ...row, row: at + 2 }));

/** Any plan: few titles, so that they come again, and few dates and units. */
export const somePlan = fc
  .array(
    fc.record({
      title: fc.constantFrom(
        'Kurs',
        'Møte',
        'Møte i styringsgruppen',
        'Kurs for ledere',
        'Evaluering av pilot',
        'Pilot',
      ),
      date: fc.constantFrom(
        '',
        '2026-10',
        '2026-10-01',
        '2026-10-22',
        '2026-11-05',
        '2027-02',
        '2026-10-12/2026-10-18',
      ),
      units: fc.constantFrom('', 'Nordvik', 'Fjordby', 'Nordvik;Fjordby'),
      key: fc.option(fc.constantFrom('1', '2', '3', '4', 'A', 'B'), { nil: undefined }),
    }),
    { maxLength: 14 },
  )
  .map((rows) =>
    numbered(rows.map(({ title, date, units, key }) => aRow(title, date, units, key === undefined ? {} : { key }))),
  );
