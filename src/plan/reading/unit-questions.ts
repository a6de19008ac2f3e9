import { sameName } from '#people/find-unit.ts';
import type { PlannedRow } from '../activity.ts';
import { alikeUnits, isInitialsOf } from './alike-units.ts';
import { piecesOf, weakParts } from './split-units.ts';
import { looksLikeUnit } from './unit-words.ts';

/** A unit as far as its names go. */
export interface NamedUnit {
  name: string;
  aliases: readonly string[];
}

/** What a person has to say about the names of units before a plan is saved. Nothing is merged or split by itself. */
export type UnitQuestion =
  /** Is `text` one unit, or are its `parts`? `rows` are those that name it, as a spreadsheet numbers them. */
  | { kind: 'split'; text: string; parts: string[]; rows: number[] }
  /** Is `name` another spelling of `as`, a unit of the programme or the one that more rows name? */
  | { kind: 'same'; name: string; as: string; rows: number[] };

/** Of more names than this, only those that more rows have are compared with each other. */
const MOST_COMPARED = 400;

/**
 * The questions about the units of rows: names that may be several, and names that look like other spellings of a unit.
 * @param units The programme's own.
 * @param decided Answers so far about texts that may be several, by `sameName`; they are not asked about again.
 */
export function unitQuestions(
  rows: readonly Pick<PlannedRow, 'row' | 'units'>[],
  units: readonly NamedUnit[],
  decided: ReadonlyMap<string, 'split' | 'whole'> = new Map(),
): UnitQuestion[] {
  const known = new Set(units.flatMap(({ name, aliases }) => [name, ...aliases]).map(sameName));
  const named = namesIn(rows).filter(({ name }) => !known.has(sameName(name)));
  const all = new Set([...known, ...named.map(({ name }) => sameName(name))]);
  const splits = named.flatMap(({ name, rows: at }): UnitQuestion[] => {
    if (decided.has(sameName(name))) return [];
    const parts = mayBeSeveral(name, all);
    return parts ? [{ kind: 'split', text: name, parts, rows: at }] : [];
  });
  const asked = new Set(splits.flatMap((question) => (question.kind === 'split' ? [question.text] : [])));
  return [
    ...splits,
    ...spellings(
      named.filter(({ name }) => !asked.has(name)),
      units,
    ),
  ];
}

interface Named {
  name: string;
  rows: number[];
}

/** Each name once, in the spelling that comes first, with its rows. */
function namesIn(rows: readonly Pick<PlannedRow, 'row' | 'units'>[]): Named[] {
  const found = new Map<string, Named>();
  for (const { row, units } of rows) {
    for (const name of units) {
      const key = sameName(name);
      const one = found.get(key);
      if (one) one.rows.push(row);
      else found.set(key, { name, rows: [row] });
    }
  }
  return [...found.values()];
}

/** Names of one place or trade with an "og" in them, of which somebody would otherwise ask each time. */
const ofOne =
  /^(?:møre og romsdal|sogn og fjordane|troms og finnmark|vestfold og telemark|nore og uvdal|evje og hornnes)\b|^(?:helse|vård|hälsa|pleie|omsorg|sosial|social|oppvekst|kultur|barn|plan|teknikk|drift|ledelse|økonomi)[\p{L}-]* (?:og|och|&) \p{Ll}/iu;

/** "Lokale og regional arbeidsgruppe", "Norra och Södra förvaltningen": the first is no name without the noun at the end. */
const halfNames =
  /(?:^|,\s*)(?:lokal|regional|sentral|central|nasjonal|nationell|statlig|statleg|kommunal|interkommunal|fylkeskommunal|privat|offentlig|offentleg|offentlig|nordre|søndre|østre|vestre|norra|södra|östra|västra|øvre|nedre|övre)\p{L}{0,2}\s*(?:og|och|and|&|\/|,)\s/iu;

/** The parts of a name that may be several, or undefined where it is plainly one. */
function mayBeSeveral(name: string, known: ReadonlySet<string>): string[] | undefined {
  // "Helse- og omsorg": the second word ends the first as well.
  if (/\p{L}-\s+(?:og|och|and|&)\s/u.test(name) || halfNames.test(name) || ofOne.test(name) || /[()]/u.test(name))
    return undefined;
  const parts = weakParts(name, (piece) => piece !== name && (known.has(sameName(piece)) || ofOne.test(piece)));
  if (parts.length < 2 || piecesOf(name).length > 1) return undefined;
  const isLikely = (part: string) => known.has(sameName(part)) || looksLikeUnit(part) || /^\p{Lu}/u.test(part);
  const isList = name.includes(',') && parts.some((part) => known.has(sameName(part)));
  return isList || parts.every(isLikely) ? parts : undefined;
}

function spellings(named: readonly Named[], units: readonly NamedUnit[]): UnitQuestion[] {
  const often = named.toSorted((a, b) => b.rows.length - a.rows.length);
  const compared = often.slice(0, MOST_COMPARED);
  const full = [...units.map(({ name }) => name), ...often.map(({ name }) => name)];
  return named.flatMap(({ name, rows }): UnitQuestion[] => {
    const as =
      units.find((unit) => [unit.name, ...unit.aliases].some((spelling) => alikeUnits(name, spelling)))?.name ??
      moreOften(name, compared) ??
      soleInitials(name, full);
    return as === undefined ? [] : [{ kind: 'same', name, as, rows }];
  });
}

/** Of two spellings in the same file, the one that more rows have stands; of as many, the one that comes first. */
function moreOften(name: string, often: readonly Named[]): string | undefined {
  const own = often.findIndex((one) => one.name === name);
  return own < 0 ? undefined : often.slice(0, own).find((other) => alikeUnits(name, other.name))?.name;
}

/** The one name whose initials it is. Where several fit, nobody but the author knows. */
function soleInitials(name: string, full: readonly string[]): string | undefined {
  const fitting = full.filter((other) => isInitialsOf(name, other));
  return new Set(fitting.map(sameName)).size === 1 ? fitting[0] : undefined;
}
