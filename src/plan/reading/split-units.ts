import { sameName } from '#people/find-unit.ts';

/** What is known about the names in a column of units. */
export interface KnownUnits {
  /** Whether a name is one of the programme's units, by its name or another spelling of it. */
  isUnit(name: string): boolean;
  /** Whether a name stands alone in another cell of the same file. */
  standsAlone(name: string): boolean;
  /** What a person has answered about texts that may be one name or several, by `sameName` of the text. */
  decided: ReadonlyMap<string, 'split' | 'whole'>;
}

/**
 * What parts names where both sides are names; alone it is as often part of one. It is looked for where spaces begin and
 * nowhere among them, or a cell of nothing but spaces would take minutes.
 */
const weak =
  /(?:(?<!\s)\s+)?,\s*(?:(?:og|och|and|samt|&)\s+)?|(?<!\s)\s+(?:og|och|and|samt|&|\+)\s+|(?:(?<!\s)\s+)?\/\s*/giu;
/** A cell with more of them is a text, and no list of names. */
const MOST_SIGNS = 12;

/**
 * The organisations that a cell names, each as written, once. They stand between semicolons or on lines of their own. At
 * a comma, an "og", a slash or their like a name is split only where all its parts are known, or a person has said so:
 * "Møre og Romsdal" and "helse og omsorg" are one. Where there is a semicolon, it is what parts names, and nothing else
 * does unasked.
 */
export function splitUnits(text: string, known: KnownUnits): string[] {
  const isListed = text.includes(';');
  const names = piecesOf(text).flatMap((piece) => {
    const decided = known.decided.get(sameName(piece));
    if (decided === 'whole' || (isListed && decided === undefined)) return [piece];
    if (decided === 'split') return weakParts(piece);
    return known.isUnit(piece) ? [piece] : (partsKnown(piece, known) ?? [piece]);
  });
  return [...new Set(names)];
}

/** What stands between semicolons and on lines of their own. */
export function piecesOf(text: string): string[] {
  return text
    .split(/[;\n\r]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * A name taken apart at everything that may part names; one part where there is nothing of the kind.
 * @param isOne Whether a piece is known to be a single name: "Møre og Romsdal".
 */
export function weakParts(name: string, isOne: (piece: string) => boolean = () => false): string[] {
  const signs = [...name.matchAll(weak)];
  const starts = [0, ...signs.map((sign) => sign.index + sign[0].length)];
  const ends = [...signs.map((sign) => sign.index), name.length];
  const parts: string[] = [];
  for (let from = 0; from < starts.length; from += 1) {
    const until = ends.findLastIndex((end, at) => at > from && isOne(name.slice(starts[from], end).trim()));
    const to = until > from ? until : from;
    parts.push(name.slice(starts[from], ends[to]).trim());
    from = to;
  }
  return parts.filter((part) => part !== '');
}

/** The parts of a name where each of them is known: "Nordvik, Møre og Romsdal" is two. */
function partsKnown(name: string, known: KnownUnits): string[] | undefined {
  const signs = [...name.matchAll(weak)];
  if (signs.length > MOST_SIGNS) return undefined;
  for (const sign of signs) {
    const left = namesIn(name.slice(0, sign.index).trim(), known);
    const right = left && namesIn(name.slice(sign.index + sign[0].length).trim(), known);
    if (left && right) return [...left, ...right];
  }
  return undefined;
}

/** A name that is known, as its parts where these are known as well; a unit of the programme stays whole. */
function namesIn(name: string, known: KnownUnits): string[] | undefined {
  if (name === '') return undefined;
  if (known.isUnit(name)) return [name];
  return partsKnown(name, known) ?? (known.standsAlone(name) ? [name] : undefined);
}
