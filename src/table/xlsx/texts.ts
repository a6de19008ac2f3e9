import { readXml, type XmlHandlers } from './read-xml.ts';

/**
 * Gathers the text of an element that may be written in runs of different looks: `si` among the shared strings, `is`
 * in a cell. How a name is pronounced (`rPh`) is no part of it.
 */
export function textRuns(): Required<XmlHandlers> & { take(): string } {
  let text = '';
  let inText = false;
  let inPhonetics = false;
  return {
    open(element) {
      if (element === 't') inText = true;
      if (element === 'rPh') inPhonetics = true;
    },
    close(element) {
      if (element === 't') inText = false;
      if (element === 'rPh') inPhonetics = false;
    },
    text(piece) {
      if (inText && !inPhonetics) text += piece;
    },
    take() {
      const taken = clean(text);
      text = '';
      return taken;
    },
  };
}

/** The texts that cells refer to by number. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  const runs = textRuns();
  readXml(xml, {
    open: runs.open,
    close(element) {
      runs.close(element);
      if (element === 'si') strings.push(runs.take());
    },
    text: runs.text,
  });
  return strings;
}

/** Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19). Line breaks become plain ones. */
export function clean(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([\da-f]{4})_/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return whole.includes('\r') ? whole.replace(/\r\n?/gu, '\n') : whole;
}
