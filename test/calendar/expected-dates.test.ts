import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { readMonthHeading } from '#calendar/month-heading.ts';
import { readWhen } from '#calendar/read-date.ts';

const file = new URL('../../../shared/seeds/expected-dates.csv', import.meta.url);
const found = existsSync(file);
if (!found) console.log('Left out: the dates of ../shared/seeds/expected-dates.csv, which is not here.');

type Expected = Record<
  'sheet_row' | 'month_heading' | 'year' | 'tid_as_written' | 'iso_start' | 'iso_end' | 'plan_check_precision',
  string
>;
const rows: Expected[] = found ? parse(readFileSync(file), { columns: true, bom: true }) : [];

describe.skipIf(!found)('the dates of a real plan', () => {
  test('are all there', () => expect(rows).toHaveLength(28));

  test.each(rows)('row $sheet_row, "$tid_as_written" under $month_heading $year', (row) => {
    const month = readMonthHeading(row.month_heading)?.month;
    expect(month).toBeDefined();
    const read = readWhen(row.tid_as_written, { year: Number(row.year), month: month ?? 0 });
    // Where the doubt stands in the description, the cell alone is a plain month.
    const precision = row.plan_check_precision === 'approximate' ? 'month' : row.plan_check_precision;
    expect(read).toMatchObject({ ok: true, when: { start: row.iso_start, end: row.iso_end, precision } });
  });

  test('have the same years without a year column, from where the plan starts and the row above', () => {
    let after: string | undefined;
    for (const row of rows) {
      const month = readMonthHeading(row.month_heading)?.month ?? 0;
      const read = readWhen(row.tid_as_written, { month, starts: '2018-06-26', ...(after && { after }) });
      expect(read).toMatchObject({ ok: true, when: { start: row.iso_start, end: row.iso_end } });
      if (read.ok) after = read.when.start ?? after;
    }
  });
});
