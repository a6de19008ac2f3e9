import type { Programme, Unit, UnitId } from './programme.ts';

/** How names are compared: case, accents' spelling and runs of blanks do not count. */
export function sameName(name: string): string {
  let same = compared.get(name);
  if (same === undefined) {
    same = name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();
    if (compared.size >= mostCompared) compared.clear();
    compared.set(name, same);
  }
  return same;
}

/** Names are few and are compared over and over: for every message to hundreds of units. */
const mostCompared = 20_000;
const compared = new Map<string, string>();

/** The unit with this name or alias. */
export function findUnit(programme: Pick<Programme, 'units'>, name: string): Unit | undefined {
  const wanted = sameName(name);
  // Units of a stored programme never change: of hundreds of them, thousands of reminders ask for the name of one.
  if (Object.isFrozen(programme.units)) return byName(programme.units).get(wanted);
  return programme.units.find((u) => sameName(u.name) === wanted || u.aliases.some((a) => sameName(a) === wanted));
}

const indexes = new WeakMap<readonly Unit[], ReadonlyMap<string, Unit>>();

function byName(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const known = indexes.get(units);
  if (known) return known;
  const index = new Map<string, Unit>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.aliases]) {
      const key = sameName(name);
      if (!index.has(key)) index.set(key, unit);
    }
  }
  indexes.set(units, index);
  return index;
}

/** Units suggested at most. */
const mostLike = 3;

/**
 * Units whose name shares its beginning or a whole word with what was typed: for "did you mean". At most three. A word
 * that more units than that have, such as "kommune", tells nothing.
 */
export function unitsLike(programme: Pick<Programme, 'units'>, name: string): Unit[] {
  const typed = sameName(name);
  const wordsOf = (text: string) => text.split(' ').filter((w) => w.length > 3);
  const having = (word: string) => programme.units.filter((u) => wordsOf(sameName(u.name)).includes(word));
  const telling = wordsOf(typed).filter((word) => having(word).length <= mostLike);
  return programme.units
    .filter((u) => {
      const known = sameName(u.name);
      return (
        known.startsWith(typed) || typed.startsWith(known) || wordsOf(known).some((word) => telling.includes(word))
      );
    })
    .slice(0, mostLike);
}

/**
 * Adds a unit for each name that is not known yet, in the order given. What is known stays as it is.
 * @param newId Makes the id of each new unit.
 */
export function withUnits(programme: Programme, names: readonly string[], newId: (name: string) => UnitId): Programme {
  const units = [...programme.units];
  for (const name of names) {
    const clean = name.trim().replace(/\s+/gu, ' ');
    if (clean !== '' && !findUnit({ units }, clean))
      units.push({ id: newId(clean), name: clean, aliases: [], people: [] });
  }
  return units.length === programme.units.length ? programme : { ...programme, units };
}
