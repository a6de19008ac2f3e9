import { strToU8, zipSync } from 'fflate';

/**
 * What stands in a cell of a workbook made for a test: a text, a number, a truth value, nothing, or one of the cells
 * that the functions below make.
 */
export type Cell = string | number | boolean | null | { xml: string; format?: string };

export interface SheetSpec {
  name: string;
  /** Rows from the first; an empty row is left out of the XML, as spreadsheets do. */
  rows?: readonly (readonly Cell[])[];
  /** Merged ranges: "A2:A4". */
  merged?: readonly string[];
  state?: 'hidden' | 'veryHidden';
  /** The XML of the sheet, in place of rows. */
  xml?: string;
}

export interface WorkbookSpec {
  sheets: readonly SheetSpec[];
  /** Days are counted from 1904. */
  from1904?: boolean;
  /** A prefix on every element, as some programs write: "x". */
  prefix?: string;
  /** The namespaces of ISO 29500 Strict. */
  strict?: boolean;
  /** Texts in the cells themselves rather than in a shared list. */
  inline?: boolean;
  /** The folder of the workbook's parts, and whether relations name them from the root of the file. */
  folder?: string;
  absolute?: boolean;
}

/** A day, shown in a format: `date('2018-09-01', 'mmmm yyyy')`. */
export function date(iso: string, format = 'dd.mm.yyyy'): Cell {
  const [day = '', time = '00:00'] = iso.split('T');
  const days = (Date.parse(`${day}T${time}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return number(days, format);
}

/** A number, shown in a format. */
export function number(value: number, format: string): Cell {
  return { xml: `<c{at}{style}><v>${value}</v></c>`, format };
}

/** A formula with the value that was last computed. */
export function formula(source: string, value: string | number): Cell {
  const type = typeof value === 'string' ? ' t="str"' : '';
  return { xml: `<c{at}${type}><f>${escaped(source)}</f><v>${escaped(String(value))}</v></c>` };
}

/** A cell of the XML given; `{at}` is where it stands. */
export function raw(xml: string, format?: string): Cell {
  return format === undefined ? { xml } : { xml, format };
}

/** The bytes of a workbook, built from raw parts. */
export function buildXlsx(spec: WorkbookSpec): Uint8Array {
  return zipParts(partsOf(spec));
}

/** The bytes of a zip with these texts. */
export function zipParts(parts: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The parts of a workbook, for tests that change one. */
export function partsOf(spec: WorkbookSpec): Record<string, string> {
  const { sheets, strict, folder = 'xl', absolute = false } = spec;
  const base = strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = strict
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const strings: string[] = [];
  const formats: string[] = ['General'];
  const place = absolute ? `/${folder}/` : '';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`;
  const relations = (inside: string) =>
    `${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
  const part = (root: string, inside: string) =>
    header + prefixed(`<${root} xmlns="${main}" xmlns:r="${base}">${inside}</${root}>`, spec.prefix);

  const sheetParts = sheets.map((sheet, index): [string, string] => [
    `${folder}/worksheets/sheet${index + 1}.xml`,
    sheet.xml ?? part('worksheet', sheetXml(sheet, strings, formats, spec)),
  ]);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 7}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  const customFormats = formats.map((code, id) => `<numFmt numFmtId="${200 + id}" formatCode="${escaped(code)}"/>`);
  const styles = formats.map((_, id) => `<xf numFmtId="${200 + id}" applyNumberFormat="1"/>`);
  return {
    '[Content_Types].xml': `${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', `${absolute ? '/' : ''}${folder}/workbook.xml`)),
    [`${folder}/workbook.xml`]: part(
      'workbook',
      `<workbookPr${spec.from1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets>`,
    ),
    [`${folder}/_rels/workbook.xml.rels`]: relations(
      [
        ...sheets.map((_, index) =>
          relation(`rId${index + 1}`, 'worksheet', `${place}worksheets/sheet${index + 1}.xml`),
        ),
        relation('rId98', 'styles', `${place}styles.xml`),
        relation('rId99', 'sharedStrings', `${place}sharedStrings.xml`),
      ].join(''),
    ),
    [`${folder}/styles.xml`]: part(
      'styleSheet',
      `<numFmts>${customFormats.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join('')}</cellXfs><dxfs><dxf><numFmt numFmtId="200" formatCode="yyyy"/></dxf></dxfs>`,
    ),
    [`${folder}/sharedStrings.xml`]: part(
      'sst',
      strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join(''),
    ),
    ...Object.fromEntries(sheetParts),
  };
}

const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function sheetXml({ rows = [], merged = [] }: SheetSpec, strings: string[], formats: string[], spec: WorkbookSpec) {
  const indexIn = (list: string[], one: string) => (list.includes(one) ? list.indexOf(one) : list.push(one) - 1);
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c${at}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
    if (typeof cell === 'object') {
      const style = cell.format === undefined ? '' : ` s="${indexIn(formats, cell.format)}"`;
      return cell.xml.replace('{at}', at).replace('{style}', style);
    }
    return spec.inline
      ? `<c${at} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      : `<c${at} t="s"><v>${indexIn(strings, cell)}</v></c>`;
  };
  const rowsXml = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, ` r="${letters(column)}${row + 1}"`)).join('');
    return inside === '' ? '' : `<row r="${row + 1}">${inside}</row>`;
  });
  const mergedXml = merged.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<sheetData>${rowsXml.join('')}</sheetData>${merged.length > 0 ? `<mergeCells count="${merged.length}">${mergedXml}</mergeCells>` : ''}`;
}

/** The letters of a column, counted from 0. */
export function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function prefixed(xml: string, prefix: string | undefined): string {
  if (prefix === undefined) return xml;
  return xml.replace(/<(\/?)(?=[a-z])/giu, `<$1${prefix}:`).replace(' xmlns="', ` xmlns:${prefix}="`);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '_x000D_');
}
