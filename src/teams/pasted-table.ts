import type { Activity } from './activity.ts';
import { entitiesUndone } from './entities.ts';

/** A message of Teams holds some 100 000 (PLATFORMS T7). */
const MOST_CHARACTERS = 200_000;
/** A cell that spans more rows or columns than this spans no more of them. */
const MOST_SPANNED = 50;

/**
 * What somebody pasted where it holds a table: Teams flattens tables in `text`, but sends the message as HTML besides
 * as an attachment of its own. Words around the table stay lines; its rows become lines with tabs between the cells, as spreadsheets
 * copy them. Undefined where there is no table of at least two cells.
 */
export function pastedTable({ attachments }: Pick<Activity, 'attachments'>): string | undefined {
  const html = attachments?.find(({ contentType }) => contentType === 'text/html')?.content;
  if (typeof html !== 'string' || html.length > MOST_CHARACTERS || !/<table\b/iu.test(html)) return undefined;
  const lines: string[] = [];
  let cells = 0;
  // What stands outside of any table, and in the cell that is being read.
  let words = '';
  let rows: string[][] | undefined;
  let below = new Map<number, { text: string; rows: number }>();
  let cell: { text: string; columns: number; rows: number } | undefined;
  let inMention = false;

  const endOfCell = () => {
    const row = rows?.at(-1);
    if (!cell || !row) return;
    const text = cell.text
      .replace(/[ \t]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
    takeFromAbove(row, below);
    for (let column = 0; column < cell.columns; column += 1) {
      if (cell.rows > 1) below.set(row.length, { text: column === 0 ? text : '', rows: cell.rows - 1 });
      row.push(column === 0 ? text : '');
    }
    cells += 1;
    cell = undefined;
  };

  for (const [token] of html.matchAll(/<[^<>]*>|[^<]+|</gu)) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/iu.exec(token);
    if (!tag) {
      const text = entitiesUndone(token.replace(/\s+/gu, ' '));
      if (inMention) continue;
      if (cell) cell.text += text;
      else if (!rows) words += text;
      continue;
    }
    const isEnd = tag[1] === '/';
    const name = tag[2]?.toLowerCase();
    if (name === 'span') inMention = !isEnd && /schema\.skype\.com\/Mention/iu.test(token);
    else if (name === 'at') inMention = !isEnd;
    else if (name === 'br' || (isEnd && (name === 'p' || name === 'div' || name === 'li'))) {
      if (cell) cell.text += '\n';
      else if (!rows) words += '\n';
    } else if (name === 'table' && !isEnd && !rows) {
      lines.push(words.trim());
      words = '';
      rows = [];
      below = new Map();
    } else if (name === 'table' && isEnd && rows) {
      endOfCell();
      lines.push(...rows.filter((row) => row.length > 0).map((row) => row.map(asCell).join('\t')));
      rows = undefined;
    } else if (name === 'tr' && rows) {
      endOfCell();
      const row = rows.at(-1);
      if (isEnd && row) takeFromAbove(row, below);
      if (!isEnd) rows.push([]);
    } else if ((name === 'td' || name === 'th') && rows) {
      endOfCell();
      if (!isEnd && rows.length > 0) cell = { text: '', columns: spanned(token, 'col'), rows: spanned(token, 'row') };
    }
  }
  lines.push(words.trim());
  return cells > 1 ? lines.filter((line) => line !== '').join('\n') : undefined;
}

/** Cells that reach down from rows above stand in this one, too: whoever looks at the table sees them there. */
function takeFromAbove(row: string[], below: Map<number, { text: string; rows: number }>): void {
  for (let above = below.get(row.length); above; above = below.get(row.length)) {
    if (above.rows === 1) below.delete(row.length);
    else below.set(row.length, { ...above, rows: above.rows - 1 });
    row.push(above.text);
  }
}

function spanned(tag: string, what: 'col' | 'row'): number {
  const found = Number(new RegExp(`\\b${what}span\\s*=\\s*["']?(\\d{1,4})`, 'iu').exec(tag)?.[1] ?? 1);
  return Math.min(Math.max(found, 1), MOST_SPANNED);
}

/** Quoted as spreadsheets do where a cell holds what would end it. */
const asCell = (text: string): string => (/["\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
