import { refuse, type TableOutcome, type TableRow, Unreadable } from '../outcome.ts';
import { openZip, type ZipParts } from '../zip-parts.ts';
import { readSheet, type SheetContext } from './sheet.ts';
import { readStyles } from './styles.ts';
import { readSharedStrings } from './texts.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/**
 * Reads one sheet of a workbook: the one named (a hidden one too), otherwise the first visible one that holds anything.
 * Read here rather than by a library because a plan needs what those hide: merged ranges, how a date is shown, and
 * which sheets are hidden; and because one odd cell must not lose the whole file.
 */
export function readXlsx(bytes: Uint8Array, { sheet: wanted }: { sheet?: string } = {}): TableOutcome {
  try {
    const parts = openZip(bytes);
    const workbook = readWorkbook(parts);
    const visible = workbook.sheets.filter((sheet) => sheet.visible);
    const shown = visible.length > 0 ? visible : workbook.sheets;
    const sheets = shown.map(({ name }) => name);
    const named = wanted === undefined ? undefined : findSheet(workbook.sheets, wanted);
    if (wanted !== undefined && !named) return refuse({ code: 'no-such-sheet', sheet: wanted, sheets });

    const context: SheetContext = {
      sharedStrings: readPart(parts, workbook.sharedStrings, readSharedStrings) ?? [],
      styles: readPart(parts, workbook.styles, readStyles) ?? [],
      from1904: workbook.from1904,
    };
    for (const { name, part } of named ? [named] : shown) {
      const rows: TableRow[] = readPart(parts, part, (xml) => readSheet(xml, context)) ?? [];
      if (rows.length > 0) return { ok: true, rows, sheets, sheet: name };
    }
    return refuse({ code: 'empty' });
  } catch (error) {
    if (error instanceof Unreadable) return refuse(error.problem);
    throw error;
  }
}

/** By its name, or by its name without case: two sheets of a workbook never differ in case alone. */
function findSheet(sheets: readonly Sheet[], wanted: string): Sheet | undefined {
  const same = (text: string) => text.trim().normalize('NFC').toLowerCase();
  return sheets.find(({ name }) => name === wanted) ?? sheets.find(({ name }) => same(name) === same(wanted));
}

function readPart<Read>(parts: ZipParts, name: string | undefined, read: (xml: string) => Read): Read | undefined {
  const xml = name === undefined ? undefined : parts.text(name);
  return xml === undefined ? undefined : read(xml);
}
