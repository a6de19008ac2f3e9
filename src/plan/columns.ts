/** What a column of a plan can hold. */
export type Role =
  | 'when'
  | 'week'
  | 'startsOn'
  | 'endsOn'
  | 'startMonth'
  | 'endMonth'
  | 'month'
  | 'year'
  | 'title'
  | 'units'
  | 'description'
  | 'remark'
  | 'type'
  | 'gate'
  | 'number';

/** A column that was recognised: where it stands (from 0) and how the file heads it. */
interface Column {
  index: number;
  heading: string;
}

export type Columns = Partial<Record<Role, Column>>;

/**
 * The headings by which a column is known, in nb, nn, sv and en, written as `plain` leaves them. Within a role the
 * earlier one wins: a plan with both "Ansvarlig" and "Deltakere" has its responsible units in "Ansvarlig".
 */
const headingsByRole: Record<Role, readonly string[]> = {
  when: list('tid tidspunkt dato datum date nar when tidsrom frist tidsfrist deadline duedate due'),
  week: list('uke ukenr veke vekenr vecka veckonr week weekno'),
  startsOn: list('start startdato startdatum startdate fra fran from starter startar begynner borjar'),
  endsOn: list('slutt sluttdato slutdatum slut enddate end til till to slutter slutar'),
  startMonth: list('startmaned startmanad startmonth'),
  endMonth: list('sluttmaned sluttmanad slutmanad endmonth'),
  month: list('maned manad month mnd'),
  year: list('ar year arstall artal'),
  title: list(
    'aktivitet aktiviteter tiltak atgard atgarder activity task oppgave oppgaver oppgava uppgift uppgifter tittel titel title hva kva vad what milepael milepel milstolpe milestone arbeidsoppgave handling navn namn name emne',
  ),
  units: list(
    'organisasjon organisasjoner organisation organisationer organization ansvarlig ansvarlige ansvarleg ansvarig ansvariga ansvar responsible enhet enheter eining einingar unit units eier eigar agare owner virksomhet verksamhet forvaltning kommune kommuner kommun region hvem kven vem who deltakere deltagere deltakarar deltagare participants',
  ),
  description: list(
    'beskrivelse beskriving skildring beskrivning description detaljer detaljar details innhold innehall',
  ),
  remark: list(
    'merknad merknader kommentar kommentarer comment comments anmerkning anmarkning notat notater anteckning note notes',
  ),
  type: list('type typ kind'),
  gate: list(
    'kvalitetspunkt kvalitetssikringspunkt kvalitetssakringspunkt beslutningspunkt avgjerdspunkt beslutspunkt kontrollpunkt grind gate qualitypoint qualitygate gonogo',
  ),
  number: list('nr nummer no number id lopenummer lopnummer'),
};

/** How far down the headings are looked for: plans often begin with a title and a line or two about themselves. */
const ROWS_LOOKED_AT = 30;

/** Where the headings stand and what the columns hold. */
export interface Headings {
  line: number;
  cells: readonly string[];
  columns: Columns;
}

/**
 * Finds the heading row: the first one that heads a title column and one more; otherwise the first row with any text,
 * if it heads a title column alone. Undefined when no row names a title column, and the table cannot be read as a plan.
 */
export function findHeadings(rows: readonly { line: number; cells: readonly string[] }[]): Headings | undefined {
  const filled = rows.slice(0, ROWS_LOOKED_AT).filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const read = filled.map((row) => ({ line: row.line, cells: row.cells, columns: columnsOf(row.cells) }));
  const clear = read.find(({ columns }) => columns.title && Object.keys(columns).length > 1);
  return clear ?? read.slice(0, 1).find(({ columns }) => columns.title);
}

/** What each recognised heading means. A column has one role, and a role one column: the best known of its headings. */
function columnsOf(cells: readonly string[]): Columns {
  const columns: Columns = {};
  for (const [role, headings] of Object.entries(headingsByRole) as [Role, readonly string[]][]) {
    let best = Number.POSITIVE_INFINITY;
    for (const [index, cell] of cells.entries()) {
      const rank = rankOf(cell, headings);
      if (rank >= best) continue;
      best = rank;
      columns[role] = { index, heading: cell.trim() };
    }
  }
  return columns;
}

/** The place of a heading in a list, infinite when it is not there. "Aktivitet/tiltak" and "Tid (antatt)" count too. */
function rankOf(cell: string, headings: readonly string[]): number {
  const names = [cell, ...cell.split(/[/(:\n]|\bog\b|\boch\b|\band\b/)].map(plain);
  const ranks = names.map((name) => headings.indexOf(name)).filter((rank) => rank >= 0);
  return Math.min(Number.POSITIVE_INFINITY, ...ranks);
}

/** A heading or a word without case, accents, blanks and signs: "Måned", "MÅNAD " and "måned:" compare as they sound. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function list(words: string): readonly string[] {
  return words.split(' ');
}
