import { type Activity, activityId } from '../activity.ts';
import type { SheetRow } from '../reading/read-plan.ts';
import { type ExportedPlan, exportedPlan } from './plan-json.ts';
import { type ExportColumn, planTable, tableTexts } from './plan-table.ts';

/** The headings under which the fields of a plan in JSON are read; also what findings about it name. */
const headings: Record<ExportColumn, string> = {
  number: 'No',
  when: 'When',
  start: 'From',
  end: 'To',
  precision: 'Precision',
  time: 'Time of day',
  title: 'Activity',
  units: 'Responsible',
  kind: 'Type',
  gate: 'Gate',
  tags: 'Tags',
  after: 'Depends on',
  description: 'Description',
  state: 'State',
  stated: 'Stated',
};

/**
 * A plan that Klar exported as JSON, as the rows of a table: it is then checked as any other file is. Undefined for text
 * that is no such plan; `damaged` for one that says it is and cannot be read, such as a newer version of it.
 */
export function readPlanJson(text: string): { rows: SheetRow[] } | 'damaged' | undefined {
  if (!/^\ufeff?\s*\{/u.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return /^[^{]*\{\s*"klar"/u.test(text) ? 'damaged' : undefined;
  }
  if ((parsed as { klar?: unknown }).klar !== 'plan') return undefined;
  const plan = exportedPlan.safeParse(parsed);
  return plan.success ? { rows: rowsOf(plan.data) } : 'damaged';
}

function rowsOf({ activities }: ExportedPlan): SheetRow[] {
  const rows = activities.map(({ title, description, kind, when, time, units, gate, key, tags }, index): Activity => {
    const optional = { ...(time ? { time } : {}), ...(key ? { key } : {}), ...(tags ? { tags } : {}) };
    const id = activityId.parse(String(index));
    return {
      id,
      row: index + 1,
      title,
      description,
      kind,
      when,
      units,
      gate,
      ...optional,
      dependsOn: [],
      state: 'planned',
    };
  });
  const after = new Map(rows.map(({ id }, index) => [id, activities[index]?.after ?? []]));
  const words = {
    heading: (column: ExportColumn) => headings[column],
    precision: (precision: string) => precision,
    kind: (kind: string) => kind,
    state: () => '',
    stated: () => '',
  };
  return tableTexts(planTable(rows, words, after)).map((cells, index) => ({ line: index + 1, cells }));
}
