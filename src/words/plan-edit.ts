/** Sentences about asking for rows of the plan, showing one and changing it. Each in nb, sv and en; see `say.ts`. */
export const planEditSentences = {
  'plan.title.gate': {
    nb: 'Kvalitetspunkt {gate}: {count, plural, =0 {ingenting} one {én rad} other {# rader}}',
    sv: 'Go/no-go-punkt {gate}: {count, plural, =0 {inget} one {en rad} other {# rader}}',
    en: 'Quality gate {gate}: {count, plural, =0 {nothing} one {one row} other {# rows}}',
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
  'plan.did-you-mean': { nb: 'Mente du {nearest}?', sv: 'Menade du {nearest}?', en: 'Did you mean {nearest}?' },
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
  'plan.part-of-gate': {
    nb: 'Hører til kvalitetspunkt {gate}',
    sv: 'Hör till go/no-go-punkt {gate}',
    en: 'Part of quality gate {gate}',
  },
  'plan.waits-for': { nb: 'Venter på: {rows}', sv: 'Väntar på: {rows}', en: 'Waits for: {rows}' },
  'plan.waiting-for-this': {
    nb: '{count, plural, one {Én rad venter} other {# rader venter}} på denne',
    sv: '{count, plural, one {En rad väntar} other {# rader väntar}} på den här',
    en: '{count, plural, one {One row waits} other {# rows wait}} for this one',
  },
  'plan.paused-by': {
    nb: 'Satt på pause av {name} {at}',
    sv: 'Pausad av {name} {at}',
    en: 'Paused by {name} {at}',
  },
  'plan.cancelled-by': { nb: 'Avlyst av {name} {at}', sv: 'Inställd av {name} {at}', en: 'Called off by {name} {at}' },
  'plan.halted.paused': { nb: 'på pause', sv: 'pausad', en: 'on pause' },
  'plan.halted.cancelled': { nb: 'avlyst', sv: 'inställd', en: 'called off' },
  'plan.row-number': { nb: 'Rad {row}', sv: 'Rad {row}', en: 'Row {row}' },
  'plan.added-by': { nb: 'lagt inn av {name} {at}', sv: 'inlagd av {name} {at}', en: 'put in by {name} {at}' },
  'plan.changed-by': {
    nb: 'sist endret av {name} {at}',
    sv: 'senast ändrad av {name} {at}',
    en: 'last changed by {name} {at}',
  },
  'plan.button.depends': { nb: 'Se hvilke', sv: 'Se vilka', en: 'See which' },
  'plan.button.edit': { nb: 'Endre', sv: 'Ändra', en: 'Change' },
  'plan.button.move': { nb: 'Flytt', sv: 'Flytta', en: 'Move' },
  'plan.button.pause': { nb: 'Sett på pause', sv: 'Pausa', en: 'Pause' },
  'plan.button.resume': { nb: 'Gjenoppta', sv: 'Återuppta', en: 'Resume' },
  'plan.button.cancel': { nb: 'Avlys', sv: 'Ställ in', en: 'Call off' },
  'plan.button.remove': { nb: 'Ta ut av planen', sv: 'Ta bort ur planen', en: 'Take out of the plan' },
  'plan.button.history': { nb: 'Historikk', sv: 'Historik', en: 'History' },
} as const;
