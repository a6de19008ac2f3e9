import { type Content, contentOf, isDate } from './column-content.ts';
import { type ColumnQuestion, questionsUnderHeadings, questionsWithoutHeadings } from './column-questions.ts';
import { assigned, CLEAR, type Column, type Columns, columnLetter, type Match, type Role, rolesOf } from './columns.ts';
import { headingWords } from './heading-words.ts';

/** How far down the headings are looked for: plans often begin with a title and a line or two about themselves. */
const ROWS_LOOKED_AT = 30;
/** From this share of its cells on, a column holds hours of the day. */
const SHARE_OF_HOURS = 0.8;

/** A person's answers about columns: the place of each role's column, from 0, or -1 where the plan has none. */
export type ColumnAnswers = Partial<Record<Role, number>>;

/** Where the headings stand and what the columns hold. */
export interface Headings {
  /** 0 where the table has no headings, and every row is one of the plan. */
  line: number;
  /** As the file heads its columns; empty where it does not. */
  cells: readonly string[];
  columns: Columns;
  /** Columns of descriptions, remarks and places, in the order in which they are told; one role may have several. */
  notes: readonly Column[];
  questions: ColumnQuestion[];
}

interface Row {
  line: number;
  cells: readonly string[];
}

/**
 * Finds the heading row and what each column holds: the first row that heads a title column and one more, else the one
 * that heads most, else a row of words above a column of dates; what a person has answered goes before all of it. The
 * questions say what could not be told. Where no column of titles is found, `columns` has none and there is no plan.
 */
export function findHeadings(
  rows: readonly Row[],
  answers: ColumnAnswers = {},
  known?: (name: string) => boolean,
): Headings {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const heading = headingRow(filled.slice(0, ROWS_LOOKED_AT));
  const body = heading ? filled.filter(({ line }) => line > heading.line) : filled;
  const width = Math.max(0, ...filled.slice(0, 200).map(({ cells }) => cells.length));
  const contents = Array.from({ length: width }, (_, index) => contentOf(body, index, known));
  const answered = new Set(Object.keys(answers) as Role[]);
  if (!heading) {
    const questions = questionsWithoutHeadings(contents, new Set());
    const columns = withAnswers({}, { ...guessed(questions, answers), ...answers }, []);
    const left = questions.filter(({ role }) => !answered.has(role));
    return { line: 0, cells: [], columns: columns.title ? columns : {}, notes: [], questions: left };
  }
  const matches = byContent(heading.matches, contents);
  const columns = withAnswers(withDeadline(assigned(matches), contents), answers, heading.cells);
  const taken = new Set(Object.values(columns).map(({ index }) => index));
  const notes = (['description', 'remark', 'place'] as const).flatMap((role) =>
    matches
      .filter((match) => match.role === role && match.rank < CLEAR)
      .filter(({ index }) => columns[role]?.index === index || !taken.has(index))
      .map(({ index, heading: named }) => ({ index, heading: named })),
  );
  const questions = questionsUnderHeadings({ cells: heading.cells, matches, columns, contents, answered });
  return { line: heading.line, cells: heading.cells, columns, notes, questions };
}

/** Without headings nothing is guessed before a person has said which column holds the titles. */
function guessed(questions: readonly ColumnQuestion[], answers: ColumnAnswers): ColumnAnswers {
  if (answers.title === undefined || answers.title < 0) return {};
  const taken = new Set(Object.values(answers));
  return Object.fromEntries(
    questions.flatMap(({ role, chosen }) => (chosen === undefined || taken.has(chosen) ? [] : [[role, chosen]])),
  );
}

interface HeadingRow extends Row {
  matches: Match[];
}

function headingRow(rows: readonly Row[]): HeadingRow | undefined {
  const read = rows.map((row): HeadingRow & { clear: Columns; all: Columns } => {
    const matches = row.cells.flatMap((cell, index) => rolesOf(cell, index));
    const clear = assigned(matches.filter(({ rank }) => rank < CLEAR));
    return { ...row, matches, clear, all: assigned(matches) };
  });
  const count = (columns: Columns): number => Object.keys(columns).length;
  const sure = read.find(({ clear }) => clear.title && count(clear) > 1);
  if (sure) return sure;

  // Headings hold no dates; a row of the plan may hold a word that heads a column elsewhere ("Start", "Møte").
  const without = read.filter(({ cells }) => !cells.some((cell) => isDate(cell)));
  const most = (of: (row: (typeof read)[number]) => number) =>
    without.filter((row) => of(row) > 0).sort((a, b) => of(b) - of(a) || a.line - b.line)[0];
  const titled = most(({ all }) => (all.title && count(all) > 1 ? count(all) : 0));
  if (titled) return titled;
  const named = most(({ clear, cells }) => (cells.filter((cell) => cell.trim() !== '').length > 1 ? count(clear) : 0));
  if (named) return named;
  const [first] = read;
  if (first?.clear.title) return first;
  return first && isAboveDates(first, rows.slice(1)) ? first : undefined;
}

/** Whether a row of words stands above a column of dates: then it heads it, in words that Klar does not know. */
function isAboveDates({ cells }: Row, below: readonly Row[]): boolean {
  if (below.length === 0 || cells.filter((cell) => /\p{L}/u.test(cell)).length < 2) return false;
  if (cells.some((cell) => isDate(cell) || /^\d+$/u.test(cell))) return false;
  return cells.some((cell, index) => cell.trim() !== '' && contentOf(below, index).dates >= 0.6);
}

/** Which roles the columns of these headings may have, where that depends on what stands below them. */
function byContent(matches: readonly Match[], contents: readonly Content[]): Match[] {
  const own = matches.flatMap((match): Match[] => {
    const content = contents[match.index];
    if (content === undefined) return [match];
    const isHours = content.hours >= SHARE_OF_HOURS;
    if (isHours && (match.role === 'when' || match.role === 'startsOn')) return [{ ...match, role: 'time' }];
    if (isHours && match.role === 'endsOn') return [{ ...match, role: 'timeTo' }];
    return [match];
  });
  // Of two columns that may hold the dates, one without any date ("Tid: 2 timer") does not come first.
  const dated = own.filter(({ role, index }) => role === 'when' && (contents[index]?.dates ?? 0) > 0);
  const isWorse = (match: Match) => match.role === 'when' && dated.length > 0 && !dated.includes(match);
  return own.map((match) => (isWorse(match) ? { ...match, rank: match.rank + CLEAR, group: -1 } : match));
}

/** Beside a column of starts, a column of deadlines holds the ends. */
function withDeadline(columns: Columns, contents: readonly Content[]): Columns {
  const { when, startsOn, endsOn, ...others } = columns;
  if (!when || !startsOn || endsOn || (contents[startsOn.index]?.dates ?? 0) === 0) return columns;
  const [match] = rolesOf(when.heading, when.index).filter(({ role }) => role === 'when');
  const deadlines = headingWords.when.lists.length - 1;
  return match && match.group % 100 === deadlines ? { ...others, startsOn, endsOn: when } : columns;
}

/** The columns with what a person has said about them. A column that was given a role loses the one it had. */
function withAnswers(columns: Columns, answers: ColumnAnswers, cells: readonly string[]): Columns {
  const given = Object.entries(answers) as [Role, number][];
  const kept = (Object.entries(columns) as [Role, Column][]).filter(
    ([role, { index }]) => answers[role] === undefined && !given.some(([, to]) => to === index),
  );
  const own = given
    .filter(([, index]) => index >= 0)
    .map(([role, index]) => [role, { index, heading: cells[index]?.trim() || columnLetter(index) }]);
  return Object.fromEntries([...kept, ...own]);
}
