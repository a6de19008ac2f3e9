import type { GanttLook, GanttRow } from './gantt.ts';
import { assumedDash, ink, paints, size } from './gantt-look.ts';
import { noShapes, type Shapes } from './shapes.ts';

type Drawn = Omit<Shapes, 'widthPx' | 'heightPx'>;

/** What was drawn for a row, and how far it reaches to both sides. */
export interface PlacedBar {
  shapes: Drawn;
  left: number;
  right: number;
}

/**
 * The marks of one dated row around the middle `y`: hard edges for exact days; a bar that fades to its ends for a week or
 * a month, with dashes around it where the date is assumed; a diamond for a gate, a dot for a milestone, hollow where the
 * day is not exact; a sign in a dot of its own for what is late.
 * @param at Where the row's days begin and end, and the ends of the time line, which nothing may pass.
 */
export function placeBar(
  { when, mark, look }: Pick<GanttRow, 'mark' | 'look'> & { when: NonNullable<GanttRow['when']> },
  at: { x: number; x2: number; y: number; from: number; to: number },
): PlacedBar {
  const { y } = at;
  const paint = paints[look];
  const shapes = noShapes();
  const isExact = when.sure === 'exact';
  const isPoint = mark !== 'bar' && isExact && when.start === when.end;
  const least = isPoint ? size.marker : isExact ? size.leastBar : size.leastFade;
  const [x, x2] = within(at, Math.max(at.x2 - at.x, least));
  const [top, bottom] = [y - size.bar / 2, y + size.bar / 2];
  const outline = { stroke: paint.stroke, strokeWidth: paint.strokeWidth, dash: [], corner: 3 };

  if (!isPoint) {
    if (isExact) shapes.bars.push({ x, x2, y: top, y2: bottom, fill: paint.fill, ...outline });
    else shapes.fades.push({ x, x2, y: top, y2: bottom, colour: paint.soft });
    if (when.sure === 'assumed') {
      const strokeWidth = look === 'late' ? 2.5 : 1.5;
      const dashed = { ...outline, strokeWidth, dash: assumedDash, fill: 'none' };
      shapes.bars.push({ x, x2, y: top, y2: bottom, ...dashed });
    }
  }
  const middle = (x + x2) / 2;
  if (mark !== 'bar') shapes.points.push(marker(mark, look, middle, y, isPoint));
  if (look === 'cancelled') {
    shapes.strikes.push({ x: x - 4, x2: x2 + 4, y, y2: y, colour: ink.subdued, widthPx: 2 });
  }
  if (look !== 'late') return { shapes, left: x, right: x2 };

  // The sign stands after the bar, or before it at the end of the time line.
  const isAfter = x2 + size.badge + 6 <= at.to;
  const badge = isAfter ? x2 + 5 + size.badge / 2 : x - 5 - size.badge / 2;
  shapes.points.push({
    x: badge,
    y,
    shape: 'circle',
    widthPx: size.badge,
    fill: paint.stroke,
    stroke: paint.stroke,
    strokeWidth: 0,
  });
  const sign = { text: '!', sizePx: size.note, weight: 'semibold', colour: ink.page, align: 'center' } as const;
  shapes.texts.push({ x: badge, y, ...sign });
  return isAfter
    ? { shapes, left: x, right: badge + size.badge / 2 }
    : { shapes, left: badge - size.badge / 2, right: x2 };
}

function marker(
  mark: 'gate' | 'milestone',
  look: GanttLook,
  x: number,
  y: number,
  isSolid: boolean,
): Shapes['points'][number] {
  const paint = paints[look];
  const isHollow = !isSolid || look === 'paused' || look === 'cancelled';
  const dark = look === 'plain' && mark === 'gate' ? ink.text : paint.fill;
  return {
    x,
    y,
    shape: mark === 'gate' ? 'diamond' : 'circle',
    widthPx: mark === 'gate' ? size.marker + 4 : size.marker - 4,
    fill: isHollow ? ink.page : dark,
    stroke: mark === 'gate' && look === 'plain' ? ink.text : paint.stroke,
    strokeWidth: isHollow ? 2.5 : paint.strokeWidth,
  };
}

/** A stretch of a width around the middle of another, moved so that it lies within the time line. */
function within(
  { x, x2, from, to }: { x: number; x2: number; from: number; to: number },
  width: number,
): [number, number] {
  const start = Math.max(from, Math.min((x + x2 - width) / 2, to - width));
  return [start, Math.min(start + width, to)];
}
