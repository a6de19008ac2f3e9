/** What is asked for in the plan, and what is not found. */
export const planAskingSentences = {
  'plan.title.gate': {
    nb: 'Kvalitetspunkt {gate}: {count, plural, =0 {ingenting} one {én rad} other {# rader}}',
    sv: 'Go/no-go-punkt {gate}: {count, plural, =0 {inget} one {en rad} other {# rader}}',
    en: 'Quality gate {gate}: {count, plural, =0 {nothing} one {one row} other {# rows}}',
  },
  'plan.title.tag': {
    nb: 'Merket «{tag}»: {count, plural, =0 {ingenting} one {én rad} other {# rader}}',
    sv: 'Märkt ”{tag}”: {count, plural, =0 {inget} one {en rad} other {# rader}}',
    en: 'Tagged “{tag}”: {count, plural, =0 {nothing} one {one row} other {# rows}}',
  },
  'plan.title.search': {
    nb: 'Søk etter «{text}»: {count, plural, =0 {ingenting} one {én rad} other {# rader}}',
    sv: 'Sökning efter ”{text}”: {count, plural, =0 {inget} one {en rad} other {# rader}}',
    en: 'Search for “{text}”: {count, plural, =0 {nothing} one {one row} other {# rows}}',
  },
  'plan.search-what': {
    nb: 'Skriv hva du vil finne, for eksempel «plan søk opplæring».',
    sv: 'Skriv vad du vill hitta, till exempel ”plan sök utbildning”.',
    en: 'Type what you want to find, for example “plan search training”.',
  },
  'plan.search-any': {
    nb: 'Ingen rad har alle ordene. Disse har noen av dem:',
    sv: 'Ingen rad har alla orden. De här har några av dem:',
    en: 'No row has all the words. These have some of them:',
  },
  'plan.empty-search-near': {
    nb: 'Det står ikke i noen rad. Disse ligner mest:',
    sv: 'Det står inte i någon rad. De här liknar mest:',
    en: 'It stands in no row. These are most like it:',
  },
  'plan.empty-search': {
    nb: 'Det står ikke i noen rad. Prøv et annet ord, eller se hele planen.',
    sv: 'Det står inte i någon rad. Prova ett annat ord, eller se hela planen.',
    en: 'It stands in no row. Try another word, or see the whole plan.',
  },
  'plan.not-found': {
    nb: '«{text}» er ingen tid, enhet eller rad i planen.',
    sv: '”{text}” är ingen tid, enhet eller rad i planen.',
    en: '“{text}” is no time, unit or row of the plan.',
  },
  'plan.search-would-find': {
    nb: '«{text}» står i {count, plural, one {én rad} other {# rader}}.',
    sv: '”{text}” står i {count, plural, one {en rad} other {# rader}}.',
    en: '“{text}” stands in {count, plural, one {one row} other {# rows}}.',
  },
  'plan.ask-like-this': {
    nb: 'Du kan skrive «plan mars», «plan uke 42», «plan mine», «plan forsinket», eller «plan» og navnet på en enhet.',
    sv: 'Du kan skriva ”plan mars”, ”plan vecka 42”, ”plan mina”, ”plan försenat”, eller ”plan” och namnet på en enhet.',
    en: 'You can type “plan March”, “plan week 42”, “plan mine”, “plan late”, or “plan” and the name of a unit.',
  },
  'plan.search-for': {
    nb: 'Søk i planen etter «{text}»',
    sv: 'Sök i planen efter ”{text}”',
    en: 'Search the plan for “{text}”',
  },
} as const;
