import type { IsoDay } from '#calendar/when.ts';
import type { Activity } from '../activity.ts';
import { afterTexts } from './after-texts.ts';
import { guarded } from './guard.ts';
import { several } from './several.ts';
import { tidy } from './tidy.ts';

/** The columns of an exported plan, in their order, with their widths in characters. */
const widths = {
  number: 8,
  when: 20,
  start: 11,
  end: 11,
  precision: 11,
  time: 12,
  title: 44,
  units: 32,
  kind: 14,
  gate: 14,
  tags: 24,
  after: 20,
  description: 60,
  state: 16,
  stated: 18,
} as const;
export type ExportColumn = keyof typeof widths;
const exportColumns = Object.keys(widths) as ExportColumn[];
/** A column of these in which no row has anything would only be in the way. */
const leftOutWhenEmpty: readonly ExportColumn[] = ['number', 'time', 'gate', 'tags', 'after', 'description', 'stated'];

/** A cell: text, or a day that a spreadsheet shows as a date of its own. */
export type ExportCell = string | { day: IsoDay };

/** A plan as a table: headings and, below them, a row for each activity. */
export interface PlanTable {
  columns: { heading: string /** In characters. */; width: number }[];
  rows: ExportCell[][];
}

/** How the reader's language says what Klar has words of its own for; the reader knows them all again. */
export interface ExportWords {
  heading(column: ExportColumn): string;
  precision(of: Activity['when']['precision']): string;
  kind(of: Activity['kind']): string;
  /** How it stands, and when that was said; for people, nothing reads it back. */
  state(of: Activity): string;
  stated(of: Activity): string;
}

/**
 * The rows of a plan as a table that people can work with in a spreadsheet and that Klar reads back as the same plan: the
 * author's own words for each date, and in columns of their own the days and the precision that were understood.
 * @param after What each activity depends on, as the table shall say it.
 */
export function planTable(
  activities: readonly Activity[],
  words: ExportWords,
  after: ReadonlyMap<Activity['id'], readonly string[]> = afterTexts(activities),
): PlanTable {
  const cells: Record<ExportColumn, (of: Activity) => ExportCell> = {
    number: ({ key }) => text(key ?? ''),
    when: ({ when }) => text(when.text),
    start: ({ when }) => (when.start === null ? '' : { day: when.start }),
    end: ({ when }) => (when.end === null ? '' : { day: when.end }),
    precision: ({ when }) => words.precision(when.precision),
    time: ({ time }) => time ?? '',
    title: ({ title }) => text(title),
    units: ({ units }) => text(several(units)),
    kind: ({ kind }) => words.kind(kind),
    gate: ({ gate }) => text(gate ?? ''),
    tags: ({ tags }) => text(several(tags ?? [])),
    after: ({ id }) => text(several(after.get(id) ?? [])),
    description: ({ description }) => text(description),
    state: (activity) => words.state(activity),
    stated: (activity) => words.stated(activity),
  };
  const columns = exportColumns.filter(
    (column) => !leftOutWhenEmpty.includes(column) || activities.some((activity) => cells[column](activity) !== ''),
  );
  return {
    columns: columns.map((name) => ({ heading: words.heading(name), width: widths[name] })),
    rows: activities.map((activity) => columns.map((column) => cells[column](activity))),
  };
}

const text = (written: string): string => guarded(tidy(written));

/** The table as bare texts, headings first; days as ISO. */
export function tableTexts({ columns, rows }: PlanTable): string[][] {
  const cell = (of: ExportCell): string => (typeof of === 'string' ? of : of.day);
  return [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cell))];
}
