import type { GanttLook } from './gantt.ts';

/** Measures of a Gantt picture, in pixels of a picture 1024 wide, the most that Teams shows (PLATFORMS T6). */
export const size = {
  width: 1024,
  /** The most of a picture in chat (T6). A whole plan may be as high as it is long. */
  mostHeight: 1024,
  margin: 28,
  /** Where the names of rows end and where the time line begins. */
  namesEnd: 410,
  timeStart: 430,
  title: { text: 28, line: 35 },
  subtitle: { text: 18, line: 25 },
  axis: { text: 16, line: 25 },
  heading: { text: 19, height: 38 },
  row: { text: 18, line: 22, pad: 12 },
  note: 16,
  bar: 20,
  /** The shortest bars that can still be seen, and whose fading ends can. */
  leastBar: 10,
  leastFade: 30,
  marker: 20,
  badge: 20,
  legend: { text: 16, line: 28, sample: 40, gap: 26 },
} as const;

/** So many rows at the most in a picture for chat, where one screen of a phone must do. */
export const mostRows = 18;

/**
 * Colours on the picture's own white, which is the same on a light and a dark page. Texts have a contrast of at least
 * 4.5 to what they stand on (WCAG 1.4.3), bars of at least 3 at their strongest (1.4.11).
 */
export const ink = {
  page: '#FFFFFF',
  edge: '#D0D7DE',
  text: '#1B1F24',
  subdued: '#57606A',
  band: '#EAEFF4',
  hair: '#E6EAEE',
  grid: '#DDE3E9',
  gridStrong: '#B6C0CA',
  today: '#1B1F24',
} as const;

/** A bar's fill and outline, and the colour of what is written beside it. */
export interface Paint {
  fill: string;
  /** Where a bar of an inexact date is at its strongest; it fades to both ends. */
  soft: string;
  stroke: string;
  strokeWidth: number;
  note: string;
}

/** Late is darker than the rest in grey too, and has a heavier outline and a sign of its own; paused and cancelled are hollow. */
export const paints: Readonly<Record<GanttLook, Paint>> = {
  plain: { fill: '#3F7CC4', soft: '#5E93D3', stroke: '#2B5F9E', strokeWidth: 0, note: ink.subdued },
  late: { fill: '#B3241C', soft: '#B3241C', stroke: '#5C0B07', strokeWidth: 3, note: '#A01B14' },
  help: { fill: '#F0B429', soft: '#E3A008', stroke: '#7A5600', strokeWidth: 2, note: '#7A5600' },
  done: { fill: '#AAB4BF', soft: '#AAB4BF', stroke: '#7D8793', strokeWidth: 0, note: ink.subdued },
  paused: { fill: '#F1F3F5', soft: '#C7CED6', stroke: '#57606A', strokeWidth: 2, note: ink.subdued },
  cancelled: { fill: '#FFFFFF', soft: '#DDE2E7', stroke: '#7D8793', strokeWidth: 1.5, note: ink.subdued },
};

/** The dashes of an outline around an assumed date. */
export const assumedDash = [6, 4];
