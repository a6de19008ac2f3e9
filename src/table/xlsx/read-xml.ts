import { Parser } from 'saxen';
import { Unreadable } from '../outcome.ts';

/** What to do with the elements of a part. Names come without their prefix. */
export interface XmlHandlers {
  /** @param attribute Its text by its name without a prefix, decoded. */
  open?(element: string, attribute: (name: string) => string | undefined): void;
  close?(element: string): void;
  /** May come in several pieces. */
  text?(text: string): void;
}

/**
 * Walks through a part of a workbook. Its elements are those with the prefix of the first one (`x:worksheet`, or none
 * at all): what stands in other namespaces is no business of ours. A document type is refused, since spreadsheets
 * write none and it is where entities that blow up are declared; others than XML's own are left as they stand.
 * @throws Unreadable when it is no well-formed XML.
 */
export function readXml(xml: string, { open, close, text }: XmlHandlers): void {
  let prefix: string | undefined;
  const ours = (name: string): string | undefined => {
    prefix ??= name.slice(0, name.indexOf(':') + 1);
    if (prefix === '') return name.includes(':') ? undefined : name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  };
  const parser = new Parser()
    .on('error', (cause) => damaged(cause))
    .on('attention', (cause) => damaged(cause))
    .on('openTag', (name, attributes, decode) => {
      const element = ours(name);
      if (element === undefined) return;
      open?.(element, (wanted) => {
        const written = attributeOf(attributes(), wanted);
        return written?.includes('&') ? decode(written) : written;
      });
    });
  if (close) {
    parser.on('closeTag', (name) => {
      const element = ours(name);
      if (element !== undefined) close(element);
    });
  }
  if (text) {
    parser.on('text', (piece, decode) => text(piece.includes('&') ? decode(piece) : piece)).on('cdata', text);
  }
  parser.parse(xml.replace(/^\ufeff/u, ''));
}

function attributeOf(attributes: Record<string, string>, wanted: string): string | undefined {
  const plain = attributes[wanted];
  if (plain !== undefined) return plain;
  const name = Object.keys(attributes).find((key) => key.endsWith(`:${wanted}`));
  return name === undefined ? undefined : attributes[name];
}

function damaged(cause: unknown): never {
  throw new Unreadable({ code: 'damaged', looksLike: 'xlsx' }, cause);
}
