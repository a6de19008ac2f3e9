import type { ActivityKind } from '../activity.ts';
import { plain } from './columns.ts';

/** What people write in a Type column, in nb, nn, sv and en, as `plain` leaves it. */
const kindByWord = new Map<string, ActivityKind>(
  Object.entries({
    activity: 'aktivitet activity tiltak atgard oppgave oppgava uppgift task arbeid arbete',
    milestone: 'milepael milepel milstolpe milestone frist deadline beslutning avgjerd vedtak beslut decision',
    meeting: 'mote moter moten meeting styringsgruppemote styrgruppsmote arbeidsmote arbetsmote drofting droftingsmote',
    gathering: 'samling samlinger traff kickoff fagdag temadag gathering workshop seminar konferanse konferens',
    gate: 'kvalitetspunkt kvalitetssikringspunkt kvalitetssakringspunkt beslutningspunkt avgjerdspunkt beslutspunkt kontrollpunkt grind gate qualitygate gonogo gonogopunkt',
  }).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as ActivityKind] as const)),
);

/** The kind that a cell of the Type column names, or undefined when the word is not known. */
export function kindNamed(text: string): ActivityKind | undefined {
  return kindByWord.get(plain(text));
}

/**
 * The kind of a row whose Type says nothing: a gate when it names one (in its own column, or as "(K1)" in the title) or begins with "go/no-go",
 * otherwise what the title plainly says: a word that ends in "møte" (möte, meeting), "samling" or "milepæl"
 * (milstolpe, milestone). Everything else is an activity: better a plain activity than a wrong guess, and the person
 * who imports sees the kinds before anything is saved.
 */
export function kindInferred(title: string, gate: string | null): ActivityKind {
  if (gate !== null || /^go\s?\/\s?no-?go(?!\p{L})/iu.test(title)) return 'gate';
  if (/(møte|möte|meeting)(t|ne|r|n)?(?!\p{L})/iu.test(title)) return 'meeting';
  if (/((?<!inn?)samling|kick-?off|fagdag|temadag|gathering)(?!\p{L})/iu.test(title)) return 'gathering';
  if (/(milepæl|milstolpe|milestone)(?!\p{L})/iu.test(title)) return 'milestone';
  return 'activity';
}

/** A gate that the title names in brackets, "(K1)", for plans without a column of gates. */
export function gateInTitle(title: string): string | null {
  return /\((K\d{1,2})\)/.exec(title)?.[1] ?? null;
}
