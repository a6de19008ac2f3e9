/** Plans that come in a file. */
export const planFilesSentences = {
  'plan.months-later': { nb: 'Senere', sv: 'Senare', en: 'Later' },
  'plan.without-date': { nb: 'Uten dato', sv: 'Utan datum', en: 'Without a date' },
  'plan.rows': {
    nb: '{count, plural, one {én rad} other {# rader}}',
    sv: '{count, plural, one {en rad} other {# rader}}',
    en: '{count, plural, one {one row} other {# rows}}',
  },
  'plan.ask-file-title': {
    nb: 'Send planen eller en liste over folk',
    sv: 'Skicka planen eller en lista över personer',
    en: 'Send the plan or a list of people',
  },
  'plan.ask-file': {
    nb: 'Klar leser Excel (.xlsx), CSV og kalendere (.ics), opptil 5 MB: en plan (Tid, Aktivitet, Organisasjon, Beskrivelse …) eller en liste over folk (Enhet, Navn, E-post, Rolle). Du kan også lime inn en tabell eller linjer med datoer. Du får se hvordan Klar leser det, før noe lagres.',
    sv: 'Klar läser Excel (.xlsx), CSV och kalendrar (.ics), upp till 5 MB: en plan (Tid, Aktivitet, Organisation, Beskrivning …) eller en lista över personer (Enhet, Namn, E-post, Roll). Du kan också klistra in en tabell eller rader med datum. Du får se hur Klar läser det innan något sparas.',
    en: 'Klar reads Excel (.xlsx), CSV and calendars (.ics), up to 5 MB: a plan (When, Activity, Organisation, Description …) or a list of people (Unit, Name, E-mail, Role). You can also paste a table or lines with dates. You see how Klar reads it before anything is saved.',
  },
  'plan.ask-file-window': {
    nb: 'Importer',
    sv: 'Importera',
    en: 'Import',
  },
  'plan.ask-file-where': {
    nb: 'I Teams sender du filen i din egen chat med Klar.',
    sv: 'I Teams skickar du filen i din egen chatt med Klar.',
    en: 'In Teams, send the file in your own chat with Klar.',
  },
  'plan.file-too-large': {
    nb: 'Filen «{name}» er større enn 5 MB. Ta bort det som ikke hører til planen, og send den på nytt.',
    sv: 'Filen ”{name}” är större än 5 MB. Ta bort det som inte hör till planen och skicka den igen.',
    en: 'The file “{name}” is larger than 5 MB. Take out what is not part of the plan, and send it again.',
  },
  'plan.file-unreachable': {
    nb: 'Filen «{name}» kunne ikke hentes. Send den en gang til.',
    sv: 'Filen ”{name}” kunde inte hämtas. Skicka den en gång till.',
    en: 'The file “{name}” could not be fetched. Send it once more.',
  },
  'plan.file-not-allowed': {
    nb: 'Klar henter bare filer som er sendt i chatten. Legg ved filen her.',
    sv: 'Klar hämtar bara filer som har skickats i chatten. Bifoga filen här.',
    en: 'Klar only fetches files that are sent in the chat. Attach the file here.',
  },
  'plan.read-title': {
    nb: 'Planen leses slik: {rows, plural, one {én rad} other {# rader}}, {gates, plural, =0 {ingen kvalitetspunkter} one {ett kvalitetspunkt} other {# kvalitetspunkter}}, {units, plural, =0 {ingen enheter} one {én enhet} other {# enheter}}',
    sv: 'Planen läses så här: {rows, plural, one {en rad} other {# rader}}, {gates, plural, =0 {inga go/no-go-punkter} one {en go/no-go-punkt} other {# go/no-go-punkter}}, {units, plural, =0 {inga enheter} one {en enhet} other {# enheter}}',
    en: 'The plan is read like this: {rows, plural, one {one row} other {# rows}}, {gates, plural, =0 {no quality gates} one {one quality gate} other {# quality gates}}, {units, plural, =0 {no units} one {one unit} other {# units}}',
  },
  'plan.read-gates': { nb: 'Kvalitetspunkter: {gates}', sv: 'Go/no-go-punkter: {gates}', en: 'Quality gates: {gates}' },
  'plan.read-units': { nb: 'Enheter: {units}', sv: 'Enheter: {units}', en: 'Units: {units}' },
  'plan.read-refused': {
    nb: '{count, plural, one {Én rad kan ikke leses} other {# rader kan ikke leses}} og blir ikke med:',
    sv: '{count, plural, one {En rad kan inte läsas} other {# rader kan inte läsas}} och kommer inte med:',
    en: '{count, plural, one {One row cannot be read} other {# rows cannot be read}} and will be left out:',
  },
  'plan.read-warnings': {
    nb: '{count, plural, one {Én ting} other {# ting}} å se over:',
    sv: '{count, plural, one {En sak} other {# saker}} att se över:',
    en: '{count, plural, one {One thing} other {# things}} worth a second look:',
  },
  'plan.read-warnings-later': {
    nb: '{count, plural, one {Én ting} other {# ting}} å se over: trykk «Vis merknadene».',
    sv: '{count, plural, one {En sak} other {# saker}} att se över: tryck på ”Visa anmärkningarna”.',
    en: '{count, plural, one {One thing} other {# things}} worth a second look: press “Show the remarks”.',
  },
  'plan.read-nothing': {
    nb: 'Ingen rader kan lagres. Rett opp i filen, og send den på nytt.',
    sv: 'Inga rader kan sparas. Rätta filen och skicka den igen.',
    en: 'No rows can be saved. Mend the file, and send it again.',
  },
  'plan.finding': {
    nb: '{sign} {count, plural, other {Rad {rows}}}, «{column}»: {problem}',
    sv: '{sign} {count, plural, other {Rad {rows}}}, ”{column}”: {problem}',
    en: '{sign} {count, plural, one {Row {rows}} other {Rows {rows}}}, “{column}”: {problem}',
  },
  'plan.finding-row': {
    nb: '{sign} {count, plural, other {Rad {rows}}}: {problem}',
    sv: '{sign} {count, plural, other {Rad {rows}}}: {problem}',
    en: '{sign} {count, plural, one {Row {rows}} other {Rows {rows}}}: {problem}',
  },
  'plan.page.rows': {
    nb: 'Rad {from}–{to} av {count}',
    sv: 'Rad {from}–{to} av {count}',
    en: 'Rows {from}–{to} of {count}',
  },
  'plan.page.findings': {
    nb: 'Merknad {from}–{to} av {count}',
    sv: 'Anmärkning {from}–{to} av {count}',
    en: 'Remarks {from}–{to} of {count}',
  },
  'plan.finding-more': {
    nb: 'og {count, plural, one {én} other {#}} til',
    sv: 'och {count, plural, one {en} other {#}} till',
    en: 'and {count, plural, one {one} other {#}} more',
  },
  'plan.save': {
    nb: 'Lagre {count, plural, one {én rad} other {# rader}}',
    sv: 'Spara {count, plural, one {en rad} other {# rader}}',
    en: 'Save {count, plural, one {one row} other {# rows}}',
  },
  'plan.do-not-save': { nb: 'Ikke lagre', sv: 'Spara inte', en: 'Do not save' },
  'plan.saved': {
    nb: 'Planen er lagret som revisjon {revision}: {count, plural, one {én rad} other {# rader}}.',
    sv: 'Planen är sparad som revision {revision}: {count, plural, one {en rad} other {# rader}}.',
    en: 'The plan is saved as revision {revision}: {count, plural, one {one row} other {# rows}}.',
  },
  'plan.saved-next': {
    nb: 'Neste steg: knytt enhetene til kanaler og kontakter med «enhet». Skriv «påminn» for å se hva som blir sendt.',
    sv: 'Nästa steg: koppla enheterna till kanaler och kontakter med ”enhet”. Skriv ”påminn” för att se vad som skickas.',
    en: 'Next step: tie the units to channels and contacts with “unit”. Type “remind” to see what will be sent.',
  },
  'plan.draft-expired': {
    nb: 'Denne planen er lagret allerede, eller den er for gammel. Send filen en gang til hvis du vil lagre den.',
    sv: 'Den här planen är redan sparad, eller så är den för gammal. Skicka filen en gång till om du vill spara den.',
    en: 'This plan is already saved, or it is too old. Send the file once more if you want to save it.',
  },
  'plan.undone': {
    nb: 'Angret. Planen er som før.',
    sv: 'Ångrat. Planen är som förut.',
    en: 'Undone. The plan is as before.',
  },
} as const;
