import { MONTH } from './date-names.ts';

/** Words by which people say that something is not certain. In a date cell each of them is about the date. */
const DOUBT = [
  'antatt|antatte|antakelig|antagelig|antakeleg|antageleg|trolig|truleg|sannsynligvis|sannsynleg|anslått|anslagsvis|estimert|forventet|forventa|venta',
  'foreløpig|foreløpige|førebels|tentativt?|tentative|muligens|kanskje|eventuelt|ev|evt|usikkert?|usikre|omtrent|omkring|rundt|kring|om lag|omlag',
  'prel|c:a|eventuellt|preliminärt?|preliminära|prelimenärt|troligen|troligtvis|sannolikt|uppskattat|uppskattad|uppskattningsvis|beräknat|beräknad|förväntat|förväntad|ungefär|runt|kanske|möjligen|osäkert?',
  'ca|cirka|circa|approx|approximately|about|around|roughly|assumed|tentatively|preliminary|provisional|provisionally|probably|probable|likely|expected|estimated|est|maybe|perhaps|possibly|uncertain',
].join('|');

const doubtWord = new RegExp(`(?<![\\p{L}\\d])(?:${DOUBT})(?![\\p{L}\\d])\\.?:?|^~|\\?+$`, 'gu');

/** Takes the words of doubt out of a cleaned date text: "mars, antatt" is "mars" in doubt. */
export function takeDoubt(text: string): { text: string; doubt: boolean } {
  const rest = text.replace(doubtWord, ' ');
  if (rest === text) return { text, doubt: false };
  return {
    text: rest
      .replace(/\s+/gu, ' ')
      .replace(/\s+,/gu, ',')
      .replace(/^[\s,;:-]+|[\s,;:-]+$/gu, ''),
    doubt: true,
  };
}

/** What shows that a sentence speaks of when: nouns of time (any ending), and dates themselves. */
const TIME_NOUN =
  '(?:tidspunkt|tidpunkt|dato|datum|tidsplan|tidplan|tidsramme|tidsram|tidfesting|frist|start|oppstart|uppstart|byrjing|ferdigstill|ferdigdato|slutt|tids?angiv|date|timing|schedule|deadline|due)\\p{L}*|tid|tida|tiden|tider|time|uke|veke|vecka|week|måned|månad|month';
const DATE = `(?:${MONTH})(?![\\p{L}\\d])|\\d{1,2}[./]\\s?\\d{1,2}(?!\\s?%)(?![\\d,])|\\d{1,2}\\. (?:${MONTH})|(?:uke|veke|vecka|week|u|v)\\.? ?\\d{1,2}(?!\\d)|(?:primo|medio|ultimo) |q[1-4]|[1-4]\\. kvartal|20\\d\\d(?=\\s*(?:[.,;)]|$))`;
const SMALL =
  '(?:er|är|is|are|kun|bare|berre|bara|only|still|fortsatt|fortfarande|ennå|enno|ännu|noe|noko|något|litt|svært|foreløpig|for|i|på|til|under|in|on|by|den|the|ny|nytt|new)';

const doubtThenTime = new RegExp(
  `(?<![\\p{L}\\d])(?:${DOUBT})\\.?:?(?:\\s+${SMALL})*\\s+(?:(?:${TIME_NOUN})(?!\\p{L})(?!:?\\s*\\d+\\s*(?:t|h|timer|timar|hours|min|minutter|dager|days)(?!\\p{L}))|${DATE})`,
  'u',
);
const timeThenDoubt = new RegExp(
  `(?<!\\p{L})(?:${TIME_NOUN})(?:\\s*[:,(-])?(?:\\s+${SMALL})*\\s*(?<!\\p{L})(?:${DOUBT})(?!\\p{L})`,
  'u',
);
const notSettled =
  /(?<!\p{L})(?:tidspunkt|tidpunkt|dato|datum|frist|tid|date|time|deadline)\p{L}*\s+(?:(?:er|är|is|ikke|ikkje|inte|ej|not|ennå|enno|ännu|yet|endelig|endeleg|kan|may|could|to|be|bli|må|skal|ska|blir)\s+)*(?:avklar|avklår|fastsatt|fastsett|fastställ|bekreft|stadfest|bekräft|confirm|bestem|bestäm|endr|ändr|flytt|change|move|endelig|endeleg|tba|tbc|tbd)\p{L}*/u;
const settled =
  /(?<!\p{L})(?:er|är|is|blir)\s+(?:nå |no |nu |now )?(?:avklar|fastsatt|fastsett|fastställ|bekreft|stadfest|bekräft|confirm|bestem|bestäm|endr|ändr|flytt|change|move|endelig|endeleg)/u;
const onlyDoubt = new RegExp(`^\\(?(?:${DOUBT})\\.?\\)?$`, 'u');

/**
 * Whether a description says that the time is not certain: "Antatt tidspunkt", "Datum preliminärt", "tentative date",
 * "trolig i uke 42", "tidspunktet er ikke avklart", or nothing but "Antatt". Doubt about other things ("antatt kostnad",
 * "ca. 20 deltakere", "estimert tid: 2 timer") is not doubt about the time.
 */
export function speaksOfDoubt(text: string): boolean {
  const clauses = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    // A full stop ends a clause only before a new sentence; "ca. uke 42" and "15. mars" go on.
    .split(/[;!?\n]|(?<=\p{L}{4,})\.\s+/u);
  return clauses.some((written) => {
    const clause = written.replace(/\s{2,}|[^\S ]/gu, ' ').trim();
    return (
      onlyDoubt.test(clause.replace(/\.$/u, '')) ||
      doubtThenTime.test(clause) ||
      timeThenDoubt.test(clause) ||
      (notSettled.test(clause) && !settled.test(clause))
    );
  });
}
