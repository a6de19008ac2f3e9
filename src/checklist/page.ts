/** Points, units or lines on one card: five, then "show more" (CARDS rule 8). */
export const pageSize = 5;

/** A stretch of a long list. `first` and `last` count from 1 and are both 0 in an empty list. */
export interface Page<T> {
  rows: T[];
  /** Counted from 0; a page beyond the end becomes the last one. */
  page: number;
  pages: number;
  first: number;
  last: number;
  total: number;
  /** The most that a page holds. */
  size: number;
}

export function pageOf<T>(rows: readonly T[], wanted: number, size = pageSize): Page<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const shown = rows.slice(page * size, (page + 1) * size);
  const first = shown.length === 0 ? 0 : page * size + 1;
  return { rows: shown, page, pages, first, last: page * size + shown.length, total: rows.length, size };
}
