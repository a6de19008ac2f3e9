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

/** Between names only where both sides are names; alone they are as often part of one. */
const weak = [/\s*,\s+|\s*,(?=\p{Lu})/u, /\s+(?:og|och|and|samt|&|\+)\s+/iu, /\s*\/\s*/u];
const anyWeak = /\s*,\s*(?:(?:og|och|and|samt|&)\s+)?|\s+(?:og|och|and|samt|&|\+)\s+|\s*\/\s*/iu;

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

/** A name taken apart at everything that may part names; one part where there is nothing of the kind. */
export function weakParts(name: string): string[] {
  return name
    .split(anyWeak)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The parts of a name where each of them is known, the larger ones first: "Møre og Romsdal, Nordvik" is two. */
function partsKnown(name: string, known: KnownUnits): string[] | undefined {
  for (const sign of weak) {
    const parts = name.split(sign).map((part) => part.replace(/^(?:og|och|and|samt|&)\s+/iu, '').trim());
    if (parts.length < 2 || parts.some((part) => part === '')) continue;
    const found = parts.map((part) => {
      if (known.isUnit(part)) return [part];
      return partsKnown(part, known) ?? (known.standsAlone(part) ? [part] : undefined);
    });
    if (found.every((part) => part !== undefined)) return found.flat();
  }
  return undefined;
}
