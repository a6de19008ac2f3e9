import { Unreadable } from '../outcome.ts';
import type { ZipParts } from '../zip-parts.ts';
import { readXml } from './read-xml.ts';

/** What a workbook says of itself: its sheets in order, and where its other parts are. */
export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904, as on early Macs, rather than from 1900. */
  from1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
}

export interface Sheet {
  name: string;
  visible: boolean;
  /** The name of its part. */
  part: string;
}

/**
 * Reads which sheets there are. Parts are found by their relations rather than by name: LibreOffice, Google and others
 * name them as they like. Charts on sheets of their own are no sheets here.
 * @throws Unreadable when there is no workbook in the file.
 */
export function readWorkbook(parts: ZipParts): Workbook {
  const path = relationsOf(parts, '').find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml';
  const xml = parts.text(path);
  if (xml === undefined) throw new Unreadable({ code: 'damaged', looksLike: 'xlsx' });
  const relations = relationsOf(parts, path);
  const part = (type: string) => relations.find((relation) => relation.type === type)?.part;
  const workbook: Workbook = {
    sheets: [],
    from1904: false,
    sharedStrings: part('sharedStrings'),
    styles: part('styles'),
  };
  readXml(xml, {
    open(element, attribute) {
      if (element === 'workbookPr') workbook.from1904 = ['1', 'true'].includes(attribute('date1904') ?? '');
      if (element !== 'sheet') return;
      const sheet = relations.find(({ id, type }) => id === attribute('id') && type === 'worksheet');
      const name = attribute('name');
      const visible = (attribute('state') ?? 'visible') === 'visible';
      if (sheet && name !== undefined) workbook.sheets.push({ name: name.trim(), visible, part: sheet.part });
    },
  });
  return workbook;
}

interface Relation {
  id: string | undefined;
  /** The last word of its type, which is the same in the transitional and the strict form: `worksheet`. */
  type: string;
  part: string;
}

/** The relations of a part, or of the whole file where `path` is empty. */
function relationsOf(parts: ZipParts, path: string): Relation[] {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const xml = parts.text(`${folder}_rels/${file}.rels`);
  const relations: Relation[] = [];
  if (xml === undefined) return relations;
  readXml(xml, {
    open(element, attribute) {
      const target = attribute('Target');
      if (element !== 'Relationship' || target === undefined || attribute('TargetMode') === 'External') return;
      const type = attribute('Type')?.split('/').at(-1) ?? '';
      relations.push({ id: attribute('Id'), type, part: resolve(folder, target) });
    },
  });
  return relations;
}

/** "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml" and "../xl/x.xml", seen from a folder of the file. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
