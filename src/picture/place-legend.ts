import { textWidth } from './font.ts';
import type { Gantt, GanttRow, LegendEntry } from './gantt.ts';
import { ink, size } from './gantt-look.ts';
import { placeBar } from './place-bar.ts';
import { noShapes, type Shapes } from './shapes.ts';

type Words = Pick<Gantt, 'words'>;

/** Each entry's place, in lines as wide as the picture. */
function arrange(entries: readonly LegendEntry[], { words }: Words): { entry: LegendEntry; x: number; line: number }[] {
  let [x, line] = [size.margin as number, 0];
  return entries.map((entry) => {
    const width = size.legend.sample + 8 + textWidth(words.legend[entry], size.legend.text);
    if (x > size.margin && x + width > size.width - size.margin) [x, line] = [size.margin, line + 1];
    const placed = { entry, x, line };
    x += width + size.legend.gap;
    return placed;
  });
}

/** How high the explanation below the rows becomes, with the space above it. */
export function legendHeight(entries: readonly LegendEntry[], gantt: Words): number {
  const last = arrange(entries, gantt).at(-1);
  return last ? 14 + (last.line + 1) * size.legend.line : 0;
}

/** The explanation below the rows: a sample of each mark, as it is drawn above, and what it means. */
export function placeLegend(
  entries: readonly LegendEntry[],
  gantt: Words,
  top: number,
): Omit<Shapes, 'widthPx' | 'heightPx'> {
  const all = noShapes();
  for (const { entry, x, line } of arrange(entries, gantt)) {
    const y = top + 14 + (line + 0.5) * size.legend.line;
    const end = x + size.legend.sample;
    const sample = samples[entry];
    // The sign of what is late stands beside its bar; the sample has room for both.
    const at = { x: x + 4, x2: sample.look === 'late' ? x + 16 : end - 4, y, from: x, to: end + 4 };
    const { shapes } = placeBar(sample, isPoint(sample) ? { ...at, x: (x + end) / 2, x2: (x + end) / 2 } : at);
    for (const name of ['fades', 'bars', 'points', 'strikes', 'texts'] as const)
      all[name].push(...(shapes[name] as never[]));
    all.texts.push({
      x: end + 8,
      y,
      text: gantt.words.legend[entry],
      sizePx: size.legend.text,
      weight: 'regular',
      colour: ink.subdued,
      align: 'left',
    });
  }
  return all;
}

type Sample = Pick<GanttRow, 'mark' | 'look'> & { when: NonNullable<GanttRow['when']> };

const days = { start: '2026-01-01', end: '2026-01-02' };
const exact = { ...days, sure: 'exact' } as const;
const oneDay = { start: '2026-01-01', end: '2026-01-01', sure: 'exact' } as const;
const samples: Readonly<Record<LegendEntry, Sample>> = {
  exact: { when: exact, mark: 'bar', look: 'plain' },
  period: { when: { ...days, sure: 'period' }, mark: 'bar', look: 'plain' },
  assumed: { when: { ...days, sure: 'assumed' }, mark: 'bar', look: 'plain' },
  milestone: { when: oneDay, mark: 'milestone', look: 'plain' },
  gate: { when: oneDay, mark: 'gate', look: 'plain' },
  late: { when: exact, mark: 'bar', look: 'late' },
  help: { when: exact, mark: 'bar', look: 'help' },
  done: { when: exact, mark: 'bar', look: 'done' },
  paused: { when: exact, mark: 'bar', look: 'paused' },
  cancelled: { when: exact, mark: 'bar', look: 'cancelled' },
};
const isPoint = ({ mark }: Sample): boolean => mark !== 'bar';
