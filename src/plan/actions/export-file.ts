import type { Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { LinkedFile } from '#chat/links.ts';
import type { Programme } from '#people/programme.ts';
import { writeCalendar } from '#table/write-calendar.ts';
import { writeCsv } from '#table/write-csv.ts';
import { writeXlsx } from '#table/write-xlsx.ts';
import type { Plan } from '../activity.ts';
import { planCalendar } from '../export/plan-calendar.ts';
import { jsonText, planJson } from '../export/plan-json.ts';
import { planTable, tableTexts } from '../export/plan-table.ts';
import { exportFileName, exportWords } from '../view-export.ts';

/** What a plan can be taken along as. */
export const exportFormats = ['xlsx', 'csv', 'ics', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const mimeTypes: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  ics: 'text/calendar',
  json: 'application/json',
};

/**
 * A plan as a file. Used by the chat's `export` and by the operator's.
 * @param about.language Of headings and words; the reader knows those of all.
 * @param about.at The present, an ISO instant.
 */
export async function exportFile(
  plan: Plan,
  about: { programme: Programme; format: ExportFormat; language: Language; at: string },
): Promise<LinkedFile> {
  const { programme, format, language, at } = about;
  const day = dayIn(programme.timeZone, at);
  const name = exportFileName(programme, { day, ending: format, language });
  return { name, type: mimeTypes[format], bytes: await bytesOf(plan, about) };
}

async function bytesOf(
  plan: Plan,
  { programme, format, language, at }: Parameters<typeof exportFile>[1],
): Promise<Uint8Array> {
  const { activities } = plan;
  const table = () => planTable(activities, exportWords(language, programme.timeZone));
  switch (format) {
    case 'xlsx':
      return writeXlsx({ name: 'Plan', ...table() });
    case 'csv':
      return writeCsv(tableTexts(table()));
    case 'ics':
      return writeCalendar(
        planCalendar(plan, { activities, name: programme.name, language, zone: programme.timeZone }),
      );
    case 'json':
      return new TextEncoder().encode(jsonText(planJson(plan, { programme, at })));
  }
}
