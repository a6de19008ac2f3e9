import { builtInFormat, type NumberFormat, readFormat } from './number-format.ts';
import { readXml } from './read-xml.ts';

/** How numbers are shown in each style of the workbook, by the number that cells carry (`s`). */
export function readStyles(xml: string): NumberFormat[] {
  const written = new Map<number, NumberFormat>();
  const ids: number[] = [];
  // Formats and styles have namesakes in other lists (`dxfs`, `cellStyleXfs`), which cells do not refer to.
  let list = '';
  readXml(xml, {
    open(element, attribute) {
      if (element === 'numFmts' || element === 'cellXfs') list = element;
      if (element === 'numFmt' && list === 'numFmts') {
        written.set(Number(attribute('numFmtId')), readFormat(attribute('formatCode') ?? ''));
      }
      if (element === 'xf' && list === 'cellXfs') ids.push(Number(attribute('numFmtId') ?? 0));
    },
    close(element) {
      if (element === list) list = '';
    },
  });
  return ids.map((id) => written.get(id) ?? builtInFormat(id));
}
