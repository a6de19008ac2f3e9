import type { Gantt, GanttGroup, GanttRow, LegendEntry } from './gantt.ts';
import { mostRows, size } from './gantt-look.ts';
import { legendHeight } from './place-legend.ts';
import { wrapText } from './wrap-text.ts';

/** One line of the body: the heading of a group, or a row with its title as it is broken into lines. */
export type Line =
  | { is: 'heading'; text: string; heightPx: number }
  | { is: 'row'; row: GanttRow; title: string[]; heightPx: number };

/** What one picture shows of a plan: all of it, or as much as fits. */
export interface Part {
  lines: Line[];
  /** Which part it is, from 1, and of how many. */
  part: number;
  of: number;
  /** The headings of its first and its last group. */
  first: string;
  last: string;
}

/** Width of the names' column. */
const namesWidth = size.namesEnd - size.margin - 8;

/**
 * Divides a plan into pictures that a chat shows: 1024 px high at the most and 18 rows, so that they can be read on a
 * phone. They are about equally long, rather than the last one a remainder. A group that goes on in the next one has its
 * heading there again.
 */
export function partsOf(gantt: Gantt): Part[] {
  const room = size.mostHeight - headerHeight(gantt) - axisHeight - legendHeight(legendOf(gantt), gantt) - size.margin;
  const groups = filled(gantt).map((group) => ({ group, lines: group.rows.map(rowLine) }));
  const fewest = divide(groups, gantt, room);
  const shares = [0.6, 0.7, 0.8, 0.9];
  const even = shares
    .map((share) => divide(groups, gantt, room * share))
    .find((parts) => parts.length === fewest.length);
  return (even ?? fewest).map(({ lines, headings }, index) => ({
    lines,
    part: index + 1,
    of: fewest.length,
    first: headings[0] ?? '',
    last: headings.at(-1) ?? '',
  }));
}

type Wrapped = { group: GanttGroup; lines: (Line & { is: 'row' })[] };

function divide(groups: readonly Wrapped[], { words }: Gantt, room: number) {
  const parts: { lines: Line[]; headings: string[]; rows: number; height: number }[] = [];
  for (const { group, lines } of groups) {
    let current = parts.at(-1);
    for (const [i, line] of lines.entries()) {
      const heading = headingLine(group, i === 0 ? '' : words.continued);
      const wanted = line.heightPx + (i === 0 ? heading.heightPx : 0);
      const isFull = current === undefined || current.rows === mostRows || current.height + wanted > room;
      if (current === undefined || isFull) {
        current = { lines: [], headings: [], rows: 0, height: 0 };
        parts.push(current);
      }
      if (isFull || i === 0) {
        current.lines.push(heading);
        current.headings.push(group.heading);
        current.height += heading.heightPx;
      }
      current.lines.push(line);
      current.rows += 1;
      current.height += line.heightPx;
    }
  }
  return parts;
}

/** The plan as one picture, however high. */
export function wholeOf(gantt: Gantt): Part {
  const groups = filled(gantt);
  const lines = groups.flatMap((group) => [headingLine(group, ''), ...group.rows.map(rowLine)]);
  return { lines, part: 1, of: 1, first: groups[0]?.heading ?? '', last: groups.at(-1)?.heading ?? '' };
}

/** The title in its lines, and the height of all that stands above the time line. */
export const titleLines = ({ title }: Pick<Gantt, 'title'>): string[] =>
  wrapText(title, { widthPx: size.width - 2 * size.margin, sizePx: size.title.text, weight: 'semibold', lines: 2 });
export const subtitleLines = (text: string): string[] =>
  wrapText(text, { widthPx: size.width - 2 * size.margin, sizePx: size.subtitle.text, lines: 2 });

/** With room for two lines below the title, since the part's number may need the second. */
const headerHeight = (gantt: Gantt): number =>
  size.margin + titleLines(gantt).length * size.title.line + 2 * size.subtitle.line + 12;

/** Two rows of names and the label of today. */
export const axisHeight = size.axis.line * 2 + 30;

/** What has to be explained: each mark and look that stands on these rows. */
export function legendOf(rows: Gantt | readonly Line[]): LegendEntry[] {
  const all = 'groups' in rows ? rows.groups.flatMap((group) => group.rows) : rows.flatMap(rowIn);
  const dated = all.filter(({ when }) => when !== null);
  const has = (fits: (row: GanttRow) => boolean): boolean => dated.some(fits);
  const isBar = (row: GanttRow): boolean => row.mark === 'bar' || row.when?.start !== row.when?.end;
  const entries: [LegendEntry, boolean][] = [
    ['exact', has((row) => row.when?.sure === 'exact' && isBar(row))],
    ['period', has(({ when }) => when?.sure === 'period')],
    ['assumed', has(({ when }) => when?.sure === 'assumed')],
    ['milestone', has(({ mark }) => mark === 'milestone')],
    ['gate', has(({ mark }) => mark === 'gate')],
    ...(['late', 'help', 'done', 'paused', 'cancelled'] as const).map((look): [LegendEntry, boolean] => [
      look,
      has((row) => row.look === look),
    ]),
  ];
  return entries.flatMap(([entry, isThere]) => (isThere ? [entry] : []));
}

const rowIn = (line: Line): GanttRow[] => (line.is === 'row' ? [line.row] : []);
const filled = ({ groups }: Gantt): GanttGroup[] => groups.filter(({ rows }) => rows.length > 0);

function headingLine({ heading }: GanttGroup, after: string): Line {
  const about = {
    widthPx: size.width - 2 * size.margin - 140,
    sizePx: size.heading.text,
    weight: 'semibold',
    lines: 1,
  } as const;
  const [text = ''] = wrapText(heading, about);
  return { is: 'heading', text: after === '' ? text : `${text} (${after})`, heightPx: size.heading.height };
}

function rowLine(row: GanttRow): Line & { is: 'row' } {
  const title = wrapText(row.title, { widthPx: namesWidth, sizePx: size.row.text, lines: 2 });
  return { is: 'row', row, title, heightPx: title.length * size.row.line + size.row.pad };
}
