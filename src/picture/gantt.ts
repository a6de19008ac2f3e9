import type { IsoDay, Language } from '#calendar/when.ts';

/**
 * How sure a row's days are. `exact`: these days and no others. `period`: some time within them (a week, a month, a
 * quarter). `assumed`: its author called the date assumed. Only what is exact has hard edges in the picture.
 */
export type Sureness = 'exact' | 'period' | 'assumed';

/** How a row stands. Each has a colour, and a sign or a pattern besides (CARDS rule 5). */
export type GanttLook = 'plain' | 'late' | 'help' | 'done' | 'paused' | 'cancelled';

/** One row of the picture. All texts are plain and in the reader's language. */
export interface GanttRow {
  title: string;
  /** Both days inclusive; null for a row without a date, which has its text alone. */
  when: { start: IsoDay; end: IsoDay; sure: Sureness } | null;
  mark: 'bar' | 'milestone' | 'gate';
  look: GanttLook;
  /** What stands beside the bar, the longest wording first: the first that there is room for is drawn. */
  notes: readonly string[];
}

export interface GanttGroup {
  heading: string;
  rows: readonly GanttRow[];
}

/** What the picture explains of itself below the rows; only what is on it is explained. */
export type LegendEntry = 'exact' | 'period' | 'assumed' | 'milestone' | 'gate' | Exclude<GanttLook, 'plain'>;

/** A plan as a picture of bars on a time line, ready to be drawn. */
export interface Gantt {
  title: string;
  /** What is in it: "3. august 2026–12. april 2027 · 28 rader". */
  subtitle: string;
  /** What the picture says, for those who do not see it. */
  description: string;
  language: Language;
  /** The day of the line "today". */
  today: IsoDay;
  /** In the order in which they stand; a group without rows is left out. */
  groups: readonly GanttGroup[];
  /** Whether each part of a long picture has a time line for its own rows alone (rows in order of time), or all have one. */
  time: 'own' | 'shared';
  words: {
    /** "I dag, 3. august" */
    today: string;
    /** "uke", before a number. */
    week: string;
    quarters: readonly [string, string, string, string];
    /** "forts.", after the heading of a group that began in the part before. */
    continued: string;
    /** "Bilde 2 av 3" */
    part(part: number, of: number): string;
    legend: Readonly<Record<LegendEntry, string>>;
  };
}
