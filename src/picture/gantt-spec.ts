import type { TopLevelSpec } from 'vega-lite';
import { fontFamily } from './font.ts';
import { ink } from './gantt-look.ts';
import type { Box, Fade, Shapes } from './shapes.ts';

type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

const place = (field: string) => ({ field, type: 'quantitative', scale: null }) as const;
const position = { x: place('x'), y: place('y') };
const corners = { ...position, x2: { field: 'x2' }, y2: { field: 'y2' } };
/** A property of the mark that each datum says for itself. */
const own = (name: string) => ({ expr: `datum.${name}` });

/** The shapes as a vega-lite chart: one layer for each list, without scales, since everything has its place already. */
export function specOf(shapes: Shapes): TopLevelSpec {
  const { widthPx: width, heightPx: height } = shapes;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    padding: 0,
    autosize: 'none',
    background: ink.page,
    config: { view: { stroke: null }, font: fontFamily, aria: false },
    layer: [
      boxes('bands', shapes.bands),
      rules('rules', shapes.rules),
      ...fades(shapes.fades),
      boxes('bars', shapes.bars),
      {
        name: 'points',
        data: { values: shapes.points },
        mark: {
          type: 'point',
          opacity: 1,
          shape: own('shape'),
          // Vega counts a marker's size in the area of the square around it.
          size: { expr: 'datum.widthPx * datum.widthPx' },
          fill: own('fill'),
          stroke: own('stroke'),
          strokeWidth: own('strokeWidth'),
        },
        encoding: position,
      },
      rules('strikes', shapes.strikes),
      boxes('backs', shapes.backs),
      {
        name: 'texts',
        data: { values: shapes.texts },
        mark: {
          type: 'text',
          baseline: 'middle',
          font: fontFamily,
          fontSize: own('sizePx'),
          fontWeight: { expr: "datum.weight === 'semibold' ? 600 : 400" },
          fill: own('colour'),
          align: own('align'),
        },
        encoding: { ...position, text: { field: 'text' } },
      },
    ] as Layer[],
  };
}

const boxes = (name: string, values: readonly Box[]) => ({
  name,
  data: { values },
  mark: {
    type: 'rect',
    opacity: 1,
    fill: own('fill'),
    stroke: own('stroke'),
    strokeWidth: own('strokeWidth'),
    strokeDash: own('dash'),
    cornerRadius: own('corner'),
  },
  encoding: corners,
});

const rules = (name: string, values: Shapes['rules']) => ({
  name,
  data: { values },
  mark: { type: 'rule', opacity: 1, stroke: own('colour'), strokeWidth: own('widthPx') },
  encoding: corners,
});

/** One layer for each colour, because a gradient belongs to the mark. */
function fades(all: readonly Fade[]) {
  return [...new Set(all.map(({ colour }) => colour))].map((colour, i) => ({
    name: `fades-${i}`,
    data: { values: all.filter((one) => one.colour === colour) },
    mark: {
      type: 'rect',
      opacity: 1,
      fill: {
        gradient: 'linear',
        x1: 0,
        y1: 0,
        x2: 1,
        y2: 0,
        stops: [0, 0.4, 0.6, 1].map((offset) => ({
          offset,
          color: offset === 0 || offset === 1 ? `${colour}1A` : colour,
        })),
      },
    },
    encoding: corners,
  }));
}
