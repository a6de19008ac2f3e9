/** Sentences about what waits for what, and the longest way to a gate. */
export const planDependenciesSentences = {
  'plan.waiting-for-this-list': {
    nb: 'Venter på dette: {rows}',
    sv: 'Väntar på det här: {rows}',
    en: 'Waiting for this: {rows}',
  },
  'plan.example.depends': {
    nb: 'plan avhenger Workshops',
    sv: 'plan beror Workshops',
    en: 'plan depends Workshops',
  },
  'plan.depends-title': {
    nb: 'Dette henger sammen med «{title}»',
    sv: 'Det här hänger ihop med ”{title}”',
    en: 'What “{title}” goes with',
  },
  'plan.depends-before': {
    nb: 'Venter på {count, plural, one {én rad} other {# rader}}:',
    sv: 'Väntar på {count, plural, one {en rad} other {# rader}}:',
    en: 'Waits for {count, plural, one {one row} other {# rows}}:',
  },
  'plan.depends-after': {
    nb: '{count, plural, one {Én rad venter} other {# rader venter}} på dette:',
    sv: '{count, plural, one {En rad väntar} other {# rader väntar}} på det här:',
    en: '{count, plural, one {One row waits} other {# rows wait}} for this:',
  },
  'plan.depends-none': {
    nb: 'Raden venter ikke på noe, og ingenting venter på den.',
    sv: 'Raden väntar inte på något, och inget väntar på den.',
    en: 'The row waits for nothing, and nothing waits for it.',
  },
  'plan.depends-early': {
    nb: 'ikke ferdig i tide',
    sv: 'inte klart i tid',
    en: 'not over in time',
  },
  'plan.depends-too-early': {
    nb: 'begynner for tidlig',
    sv: 'börjar för tidigt',
    en: 'begins too early',
  },
  'plan.critical-title': {
    nb: 'Kritisk linje til {gate}: {count, plural, one {én rad} other {# rader}}, til sammen {days, plural, one {én dag} other {# dager}}',
    sv: 'Kritisk linje till {gate}: {count, plural, one {en rad} other {# rader}}, tillsammans {days, plural, one {en dag} other {# dagar}}',
    en: 'Critical line to {gate}: {count, plural, one {one row} other {# rows}}, {days, plural, one {one day} other {# days}} in all',
  },
  'plan.critical-text': {
    nb: 'Dette er den lengste veien fram til kvalitetspunktet. Forsinkelser her er vanskeligst å ta igjen.',
    sv: 'Det här är den längsta vägen fram till go/no-go-punkten. Förseningar här är svårast att ta igen.',
    en: 'This is the longest way to the quality gate. Delays here are the hardest to make up for.',
  },
  'plan.critical-which': {
    nb: 'Kritisk linje: {count} kvalitetspunkter venter på noe',
    sv: 'Kritisk linje: {count} go/no-go-punkter väntar på något',
    en: 'Critical line: {count} quality gates wait for something',
  },
  'plan.critical-length': {
    nb: '{count, plural, one {én rad} other {# rader}}, til sammen {days, plural, one {én dag} other {# dager}}',
    sv: '{count, plural, one {en rad} other {# rader}}, tillsammans {days, plural, one {en dag} other {# dagar}}',
    en: '{count, plural, one {one row} other {# rows}}, {days, plural, one {one day} other {# days}} in all',
  },
  'plan.critical-show': { nb: 'Se linjen', sv: 'Se linjen', en: 'See the line' },
  'plan.critical-all': { nb: 'Alle kvalitetspunkter', sv: 'Alla go/no-go-punkter', en: 'All quality gates' },
  'plan.critical-slack': {
    nb: '{days, plural, =0 {Ingen dager å gå på} one {Én dag å gå på} other {# dager å gå på}}',
    sv: '{days, plural, =0 {Ingen marginal} one {En dags marginal} other {# dagars marginal}}',
    en: '{days, plural, =0 {No days to spare} one {One day to spare} other {# days to spare}}',
  },
  'plan.critical-overlap': {
    nb: 'Den neste begynner før dette er ferdig',
    sv: 'Nästa börjar innan det här är klart',
    en: 'The next one begins before this is over',
  },
  'plan.critical-none': {
    nb: 'Ingen kvalitetspunkter venter på noe ennå',
    sv: 'Inga go/no-go-punkter väntar på något än',
    en: 'No quality gates wait for anything yet',
  },
  'plan.critical-none-next': {
    nb: 'Skriv hva radene venter på i kolonnen «Avhenger av» (nummer, kvalitetspunkt eller tittel) og importer planen på nytt, eller åpne en rad og trykk «Endre».',
    sv: 'Skriv vad raderna väntar på i kolumnen ”Beroende av” (nummer, go/no-go-punkt eller titel) och importera planen igen, eller öppna en rad och tryck på ”Ändra”.',
    en: 'Write what the rows wait for in a column “Depends on” (number, quality gate or title) and import the plan again, or open a row and press “Change”.',
  },
  'plan.critical-no-gate': {
    nb: 'Klar finner ikke noe kvalitetspunkt «{text}» som venter på noe. Skriv «plan kritisk» for å se alle.',
    sv: 'Klar hittar ingen go/no-go-punkt ”{text}” som väntar på något. Skriv ”plan kritisk” för att se alla.',
    en: 'Klar finds no quality gate “{text}” that waits for anything. Type “plan critical” to see all of them.',
  },
} as const;
