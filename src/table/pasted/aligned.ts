import type { TableRow } from '../outcome.ts';

/** A piece of a line between runs of two or more blanks. */
interface Piece {
  text: string;
  /** Where it begins. */
  at: number;
  /** The blanks before it. */
  gap: number;
}

/** Of 10 rows so many must have cells for the text to be a table. */
const MOST = 0.7;

/**
 * Reads lines whose cells stand apart by two or more blanks, as columns that line up or where tabs became blanks on the
 * way. Undefined when most lines are not of several cells. Which cells are empty is told by where the headings stand,
 * or else by runs of blanks that are twice as long.
 */
export function readAligned(text: string): TableRow[] | undefined {
  const lines = text
    .split(/\r?\n/u)
    .map((line, index) => ({ line: index + 1, pieces: piecesOf(line) }))
    .filter(({ pieces }) => pieces.length > 0);
  const [head] = lines;
  const divided = lines.filter(({ pieces }) => pieces.length > 1).length;
  if (!head || head.pieces.length < 2 || lines.length < 2 || divided < lines.length * MOST) return undefined;
  const place = linesUp(lines, head.pieces) ? byHeadings(head.pieces) : byBlanks(lines.flatMap(({ pieces }) => pieces));
  return lines.map(({ line, pieces }) => ({ line, cells: place(pieces) }));
}

/** Tabs that are left count as a run of blanks. */
function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of line.replaceAll('\t', '    ').matchAll(/\S+(?: \S+)*/gu)) {
    pieces.push({ text: match[0], at: match.index, gap: match.index - end });
    end = match.index + match[0].length;
  }
  return pieces;
}

/** Whether nearly all cells begin where a heading begins. */
function linesUp(lines: readonly { pieces: readonly Piece[] }[], headings: readonly Piece[]): boolean {
  const starts = new Set(headings.map(({ at }) => at));
  const pieces = lines.slice(1).flatMap((line) => line.pieces);
  return pieces.filter(({ at }) => starts.has(at)).length >= pieces.length * 0.9;
}

function byHeadings(headings: readonly Piece[]) {
  return (pieces: readonly Piece[]): string[] => {
    const cells = headings.map(() => '');
    for (const { text, at } of pieces) {
      const column = Math.max(
        0,
        headings.findLastIndex((heading) => heading.at <= at),
      );
      cells[column] = [cells[column], text].filter((part) => part).join('  ');
    }
    return cells;
  };
}

/** One gap is as wide as the narrowest; only where all are whole multiples of it do wider ones hold empty cells. */
function byBlanks(all: readonly Piece[]) {
  const gaps = all.map(({ gap }) => gap).filter((gap) => gap > 0);
  const one = Math.min(...gaps);
  const countable = gaps.every((gap) => gap % one === 0);
  return (pieces: readonly Piece[]): string[] =>
    pieces.flatMap(({ text, gap }, index) => {
      const empty = countable ? gap / one - (index === 0 ? 0 : 1) : 0;
      return [...Array.from({ length: Math.max(0, empty) }, () => ''), text];
    });
}
