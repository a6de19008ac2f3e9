/** What somebody typed after "move", "pause" or "cancel", taken apart. What was not said is empty. */
export interface AskedMove {
  row: string;
  /** The date as they wrote it. */
  when: string;
  reason: string;
}

/** What the parts are known by. */
export interface MoveWords {
  /** Whether a text names a row of the plan. */
  names(text: string): boolean;
  /** Whether a text can be read as a date that has days. */
  isDate(text: string): boolean;
}

/** So many words a title may have and still be told from what comes after it without quotes. */
const mostWords = 40;

const because =
  /(?:^|[\s,;:–-]+)(?:because(?: of)?|since|due to|fordi(?: at)?|siden|ettersom|da|på grunn av|grunnet|eftersom|därför att|för att|på grund av|p\.?g\.?a\.?)\s+/iu;
const to = /^(?:to|til|till)\s+/iu;
const quoted = /^["“”„‟«»](.+?)["“”„‟»«](?:\s+|$)(.*)$/su;

/**
 * Takes apart "Workshops til uke 44 fordi leverandøren er forsinket", with or without quotes, in nb, sv and en. A title
 * may hold a "til" of its own, and so may a reason: the parting is where a row is named on one side and a date stands on
 * the other.
 */
export function readMove(text: string, words: MoveWords): AskedMove {
  const typed = text.trim();
  const [, row, rest] = quoted.exec(typed) ?? [];
  if (row !== undefined && rest !== undefined) return { row: row.trim(), ...readWhenAndWhy(rest, words) };
  const partings = [...typed.matchAll(/\s+/gu)].slice(0, mostWords).map(({ index }) => index);
  const sides = partings.map((at) => ({ left: typed.slice(0, at).trim(), right: typed.slice(at).trim() }));
  const isTo = ({ right }: { right: string }) => to.test(right);
  for (const some of [sides.filter(isTo).toReversed(), sides.toReversed()]) {
    for (const { left, right } of some) {
      if (!words.names(left)) continue;
      const asked = readWhenAndWhy(right, words);
      if (words.isDate(asked.when)) return { row: left, ...asked };
    }
  }
  // Nothing is a date: what is named at least, and what stands in its place.
  const named = sides.filter(isTo).find(({ left }) => words.names(left)) ?? sides.find(isTo);
  if (named && !words.names(typed)) return { row: named.left, ...readWhenAndWhy(named.right, words) };
  return { ...readHalt(typed, words), when: '' };
}

function readWhenAndWhy(text: string, { isDate }: MoveWords): { when: string; reason: string } {
  const rest = text.trim().replace(to, '');
  const [, inQuotes, after] = quoted.exec(rest) ?? [];
  if (inQuotes !== undefined && after !== undefined) return { when: inQuotes.trim(), reason: reasonIn(after) };
  const why = because.exec(rest);
  if (why) return { when: rest.slice(0, why.index).trim(), reason: reasonIn(rest.slice(why.index)) };
  // "til uke 44, leverandøren er forsinket"
  const comma = isDate(rest) ? undefined : /^(.+?)\s*[,;:–]\s+(.+)$/su.exec(rest);
  if (comma && isDate(comma[1] ?? '')) return { when: comma[1] ?? '', reason: reasonIn(comma[2] ?? '') };
  return { when: rest, reason: '' };
}

/** Takes apart "Workshops fordi leverandøren er forsinket" and "Workshops: leverandøren er forsinket". */
export function readHalt(text: string, { names }: Pick<MoveWords, 'names'>): Omit<AskedMove, 'when'> {
  const typed = text.trim();
  const [, row, rest] = quoted.exec(typed) ?? [];
  if (row !== undefined && rest !== undefined) return { row: row.trim(), reason: reasonIn(rest) };
  if (names(typed)) return { row: typed, reason: '' };
  const why = because.exec(typed);
  if (why) return { row: typed.slice(0, why.index).trim(), reason: reasonIn(typed.slice(why.index)) };
  const sides = [...typed.matchAll(/\s*[,:;–]\s+|\s+/gu)].slice(0, mostWords).map((gap) => ({
    left: typed.slice(0, gap.index),
    right: typed.slice(gap.index + gap[0].length),
  }));
  const longest = sides.findLast(({ left }) => names(left));
  return longest ? { row: longest.left, reason: reasonIn(longest.right) } : { row: typed, reason: '' };
}

/** The reason without the word before it and without quotes. */
function reasonIn(text: string): string {
  const said = text.trim();
  const why = because.exec(said);
  return (why?.index === 0 ? said.slice(why[0].length) : said.replace(/^[,;:–-]\s*/u, ''))
    .trim()
    .replace(/^["“”„«»](.*)["“”»«]$/su, '$1')
    .trim();
}
