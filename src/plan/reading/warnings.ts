import type { Country, IsoDay } from '#calendar/when.ts';
import { isWorkingDay } from '#calendar/working-day.ts';
import type { PlannedRow } from '../activity.ts';
import type { PlanWarning } from '../problem.ts';

/** When more rows than this share lie before the row above, the plan is not in order of time and nothing is said. */
const SHARE_OUT_OF_ORDER = 1 / 4;

/** What is worth a second look about one row. */
export interface RowWarning {
  row: PlannedRow;
  problem: PlanWarning;
}

/**
 * What is worth a second look about the dates of the accepted rows: exact days that are days off, rows that lie before
 * the row above them, rows without a date. Periods may well hold days off and are not remarked on.
 */
export function dateWarnings(rows: readonly PlannedRow[], country: Country): RowWarning[] {
  return [...rows.flatMap((row) => aboutItsDay(row, country)), ...outOfOrder(rows)];
}

function aboutItsDay(row: PlannedRow, country: Country): RowWarning[] {
  const { start, precision } = row.when;
  if (start === null) return [{ row, problem: { code: 'no-date' } }];
  if (precision !== 'day' || isWorkingDay(start, country)) return [];
  return [{ row, problem: dayOff(start) }];
}

function dayOff(day: IsoDay): PlanWarning {
  return { code: Temporal.PlainDate.from(day).dayOfWeek > 5 ? 'weekend' : 'holiday', day };
}

/**
 * A row is out of order when it is over before the dated row above it begins: a month stands properly after a day in
 * it. Compared with the row just above alone, so that one slip (2081 for 2018) does not accuse every row below.
 */
function outOfOrder(rows: readonly PlannedRow[]): RowWarning[] {
  const dated = rows.filter((row) => row.when.start !== null);
  const found = dated.flatMap((row, index): RowWarning[] => {
    const above = dated[index - 1];
    if (!above?.when.start || !row.when.end || row.when.end >= above.when.start) return [];
    return [{ row, problem: { code: 'out-of-order', before: above.row } }];
  });
  // In a short plan one slip is a large share, so one is always said.
  return found.length <= Math.max(1, dated.length * SHARE_OUT_OF_ORDER) ? found : [];
}
