import type { Weight } from './font.ts';

/** A rectangle from one corner to the other, in pixels of the picture. */
export interface Box {
  x: number;
  y: number;
  x2: number;
  y2: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
  /** Lengths of dashes and gaps; empty for a line without gaps. */
  dash: readonly number[];
  corner: number;
}

/** A rectangle that is strongest in its middle and fades to both ends: a date that is not exact. */
export interface Fade {
  x: number;
  y: number;
  x2: number;
  y2: number;
  colour: string;
}

/** A marker around its middle. `widthPx` is that of the whole. */
export interface Point {
  x: number;
  y: number;
  shape: 'circle' | 'diamond';
  widthPx: number;
  fill: string;
  stroke: string;
  strokeWidth: number;
}

export interface Rule {
  x: number;
  y: number;
  x2: number;
  y2: number;
  colour: string;
  widthPx: number;
}

/** One line of text; `y` is its middle. */
export interface Text {
  x: number;
  y: number;
  text: string;
  sizePx: number;
  weight: Weight;
  colour: string;
  align: 'left' | 'center' | 'right';
}

/** Everything that is drawn, each list over the ones before it. */
export interface Shapes {
  widthPx: number;
  heightPx: number;
  bands: Box[];
  rules: Rule[];
  fades: Fade[];
  bars: Box[];
  points: Point[];
  /** Lines over the bars: what is struck out. */
  strikes: Rule[];
  /** Behind a text, so that no line runs through it. */
  backs: Box[];
  texts: Text[];
}

export const noShapes = (): Omit<Shapes, 'widthPx' | 'heightPx'> => ({
  bands: [],
  rules: [],
  fades: [],
  bars: [],
  points: [],
  strikes: [],
  backs: [],
  texts: [],
});
