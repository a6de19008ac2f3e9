import type { Content } from './column-content.ts';
import { type Columns, columnLetter, type Match, plain, type Role } from './columns.ts';
import { silentHeadings } from './heading-words.ts';

/** A column to choose, as a person knows it. */
interface ColumnChoice {
  /** From 0. */
  index: number;
  /** As the file heads it; empty where it does not. */
  heading: string;
  /** What a spreadsheet calls it: "A", for a column without a heading. */
  letter: string;
  /** Up to three of its cells, each shortened. */
  examples: string[];
}

/** What Klar does not know about the columns of a plan, and asks about before anything is saved. */
export interface ColumnQuestion {
  role: 'title' | 'when' | 'units';
  /** At least one. A person may also answer that it is none of these (-1). */
  columns: ColumnChoice[];
  /** The column that is read as this for as long as nobody has answered; left out where none is. */
  chosen?: number;
}

/** Roles each of which says when a row happens. */
const dateRoles: readonly Role[] = ['when', 'week', 'quarter', 'startsOn', 'endsOn', 'startMonth', 'endMonth', 'month'];
/** From this share of its cells on, a column is taken for one of dates or of units. */
const SHARE = 0.6;

interface Asked {
  cells: readonly string[];
  matches: readonly Match[];
  columns: Columns;
  contents: readonly Content[];
  /** Roles that a person has answered about. */
  answered: ReadonlySet<Role>;
}

/**
 * The questions about columns under headings: where a column that a plan needs is missed although another may be it, and
 * where two columns may be meant. A plan without a column that looks like one of dates simply has no dates.
 */
export function questionsUnderHeadings(about: Asked): ColumnQuestion[] {
  const asked = [aboutTitle(about), aboutDates(about), aboutUnits(about)];
  return asked.flatMap((question) => (question && !about.answered.has(question.role) ? [question] : []));
}

function aboutTitle(about: Asked): ColumnQuestion | undefined {
  if (about.columns.title) return rivals(about, 'title', ({ texts }) => texts > 0);
  const may = about.contents.flatMap(({ filled, texts, dates }, index) => {
    const role = roleOf(about.columns, index);
    const isFree = role === undefined || role === 'description' || role === 'remark' || role === 'place';
    return isFree && !isSilent(about, index) && filled > 0 && texts > 0 && dates < SHARE ? [index] : [];
  });
  return question(about, 'title', may);
}

function aboutDates(about: Asked): ColumnQuestion | undefined {
  const { columns, contents } = about;
  if (columns.when) return rivals(about, 'when', ({ dates }) => dates >= SHARE);
  if (dateRoles.some((role) => columns[role])) return undefined;
  const may = contents.flatMap(({ dates }, index) =>
    dates >= SHARE && roleOf(columns, index) === undefined && !isSilent(about, index) ? [index] : [],
  );
  return question(about, 'when', may);
}

function aboutUnits(about: Asked): ColumnQuestion | undefined {
  const { columns, contents } = about;
  if (columns.units) return rivals(about, 'units', ({ texts, dates }) => texts > 0 && dates === 0);
  const may = contents.flatMap(({ units }, index) =>
    units >= SHARE && roleOf(columns, index) === undefined && !isSilent(about, index) ? [index] : [],
  );
  return question(about, 'units', may);
}

/** The column that has a role and others whose headings fit it as well, if their cells do too. */
function rivals(about: Asked, role: ColumnQuestion['role'], fits: (content: Content) => boolean) {
  const chosen = about.columns[role];
  const own = about.matches.find((match) => match.role === role && match.index === chosen?.index);
  if (!chosen || !own) return undefined;
  const others = about.matches.filter((match) => {
    const content = about.contents[match.index];
    const isFree = roleOf(about.columns, match.index) === undefined;
    return match.role === role && match.group === own.group && isFree && content !== undefined && fits(content);
  });
  if (others.length === 0) return undefined;
  const may = [...new Set([chosen.index, ...others.map(({ index }) => index)])].sort((a, b) => a - b);
  return question(about, role, may, chosen.index);
}

/**
 * The questions about a table without headings: what happens, when, and by whom, each with the column that looks most
 * like it.
 */
export function questionsWithoutHeadings(contents: readonly Content[], answered: ReadonlySet<Role>): ColumnQuestion[] {
  const about: Asked = { cells: [], matches: [], columns: {}, contents, answered };
  const best = (value: (content: Content) => number, except: readonly (number | undefined)[] = []) =>
    contents
      .map((content, index) => ({ index, value: except.includes(index) ? 0 : value(content) }))
      .filter((one) => one.value > 0)
      .sort((a, b) => b.value - a.value || a.index - b.index)[0]?.index;
  const when = best(({ dates }) => (dates >= SHARE ? dates : 0));
  const likelyUnits = best(({ units }) => (units >= SHARE ? units : 0), [when]);
  const title = best(({ texts, meanLength }) => (texts >= SHARE ? meanLength : 0), [when, likelyUnits]);
  const texts = contents.flatMap(({ texts: share, dates }, index) => (share > 0 && dates < SHARE ? [index] : []));
  const dated = contents.flatMap(({ dates }, index) => (dates > 0 ? [index] : []));
  const units = likelyUnits ?? best(({ texts: share, filled }) => (share >= SHARE ? filled : 0), [when, title]);
  const asked = [
    question(about, 'title', texts, title ?? units),
    question(about, 'when', dated, when),
    question(about, 'units', texts.length > 1 ? texts : [], title === undefined ? undefined : likelyUnits),
  ];
  return asked.flatMap((one) => (one && !answered.has(one.role) ? [one] : []));
}

function question(
  { cells, contents }: Asked,
  role: ColumnQuestion['role'],
  may: readonly number[],
  chosen?: number,
): ColumnQuestion | undefined {
  if (may.length === 0) return undefined;
  const columns = may.map((index) => ({
    index,
    heading: cells[index]?.trim() ?? '',
    letter: columnLetter(index),
    examples: contents[index]?.examples ?? [],
  }));
  return { role, columns, ...(chosen === undefined ? {} : { chosen }) };
}

function roleOf(columns: Columns, index: number): Role | undefined {
  return (Object.keys(columns) as Role[]).find((role) => columns[role]?.index === index);
}

const isSilent = ({ cells }: Asked, index: number): boolean => silentHeadings.has(plain(cells[index] ?? ''));
