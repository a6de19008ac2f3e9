/**
 * Sentences of rehearsal/ and of the page on which it is played. Each in nb, sv and en, as ICU messages; see `say.ts`.
 * Those that begin with `rehearsal.page.` are sent to the page as they are: their only blanks are `{name}`.
 */
export const rehearsalSentences = {
  'rehearsal.page.title': { nb: 'Klar – øvelse', sv: 'Klar – övning', en: 'Klar – rehearsal' },
  'rehearsal.page.badge': { nb: 'Øvelse', sv: 'Övning', en: 'Rehearsal' },
  'rehearsal.page.skip': { nb: 'Gå til skrivefeltet', sv: 'Gå till skrivfältet', en: 'Go to the message box' },
  'rehearsal.page.intro-title': {
    nb: 'Dette er en øvelse',
    sv: 'Det här är en övning',
    en: 'This is a rehearsal',
  },
  'rehearsal.page.intro': {
    nb: 'Programmet, stedene og personene er oppdiktet, og ingenting forlater denne siden.',
    sv: 'Programmet, platserna och personerna är påhittade, och ingenting lämnar den här sidan.',
    en: 'The programme, the places and the people are invented, and nothing leaves this page.',
  },
  'rehearsal.page.intro-person': {
    nb: 'Velg øverst hvem du vil være. Alle ser siden på sitt eget språk.',
    sv: 'Välj överst vem du vill vara. Alla ser sidan på sitt eget språk.',
    en: 'Choose at the top who you want to be. Everyone sees the page in their own language.',
  },
  'rehearsal.page.intro-command': {
    nb: 'Skriv til Klar nederst, for eksempel «plan», eller trykk på en knapp.',
    sv: 'Skriv till Klar längst ned, till exempel ”plan”, eller tryck på en knapp.',
    en: 'Write to Klar at the bottom, for example “plan”, or press a button.',
  },
  'rehearsal.page.intro-clock': {
    nb: 'Flytt klokken fram og se hvilke påminnelser som kommer hvor.',
    sv: 'Flytta fram klockan och se vilka påminnelser som kommer var.',
    en: 'Move the clock forward and see which reminders arrive where.',
  },
  'rehearsal.page.intro-close': { nb: 'Skjønner', sv: 'Jag förstår', en: 'Got it' },
  'rehearsal.page.you-are': { nb: 'Du er', sv: 'Du är', en: 'You are' },
  'rehearsal.page.reads': { nb: 'Leser bokmål', sv: 'Läser svenska', en: 'Reads English' },
  'rehearsal.page.clock': { nb: 'Øvelsens klokke', sv: 'Övningens klocka', en: 'The rehearsal’s clock' },
  'rehearsal.page.day': { nb: '+ 1 dag', sv: '+ 1 dag', en: '+ 1 day' },
  'rehearsal.page.day-label': {
    nb: 'Flytt klokken én dag fram',
    sv: 'Flytta fram klockan en dag',
    en: 'Move the clock forward one day',
  },
  'rehearsal.page.week': { nb: '+ 1 uke', sv: '+ 1 vecka', en: '+ 1 week' },
  'rehearsal.page.week-label': {
    nb: 'Flytt klokken én uke fram',
    sv: 'Flytta fram klockan en vecka',
    en: 'Move the clock forward one week',
  },
  'rehearsal.page.event': { nb: 'Neste hendelse', sv: 'Nästa händelse', en: 'Next event' },
  'rehearsal.page.event-label': {
    nb: 'Flytt klokken til neste hendelse',
    sv: 'Flytta klockan till nästa händelse',
    en: 'Move the clock to the next event',
  },
  'rehearsal.page.moving': { nb: 'Klokken går …', sv: 'Klockan går …', en: 'The clock is moving …' },
  'rehearsal.page.report': { nb: 'Hva som ble sendt', sv: 'Vad som skickades', en: 'What was sent' },
  'rehearsal.page.close': { nb: 'Lukk', sv: 'Stäng', en: 'Close' },
  'rehearsal.page.places': { nb: 'Steder', sv: 'Platser', en: 'Places' },
  'rehearsal.page.channels': { nb: 'Kanaler', sv: 'Kanaler', en: 'Channels' },
  'rehearsal.page.own': { nb: 'Direkte', sv: 'Direkt', en: 'Direct' },
  'rehearsal.page.unread': { nb: 'Uleste: {count}', sv: 'Olästa: {count}', en: 'Unread: {count}' },
  'rehearsal.page.named': { nb: 'du er nevnt', sv: 'du är omnämnd', en: 'you are mentioned' },
  'rehearsal.page.back': { nb: 'Tilbake til stedene', sv: 'Tillbaka till platserna', en: 'Back to the places' },
  'rehearsal.page.channel-about': {
    nb: 'Alle i kanalen ser det som skrives her',
    sv: 'Alla i kanalen ser det som skrivs här',
    en: 'Everyone in the channel sees what is written here',
  },
  'rehearsal.page.own-about': {
    nb: 'Bare du og Klar ser det som skrives her',
    sv: 'Bara du och Klar ser det som skrivs här',
    en: 'Only you and Klar see what is written here',
  },
  'rehearsal.page.messages': { nb: 'Meldinger i {place}', sv: 'Meddelanden i {place}', en: 'Messages in {place}' },
  'rehearsal.page.empty-title': {
    nb: 'Her er det ingen meldinger ennå',
    sv: 'Här finns inga meddelanden ännu',
    en: 'There are no messages here yet',
  },
  'rehearsal.page.empty': {
    nb: 'Påminnelser til dette stedet kommer når klokken flyttes fram. Skriv «plan» for å se hva som er nærmest.',
    sv: 'Påminnelser till den här platsen kommer när klockan flyttas fram. Skriv ”plan” för att se vad som ligger närmast.',
    en: 'Reminders to this place arrive when the clock moves forward. Type “plan” to see what is nearest.',
  },
  'rehearsal.page.earlier': {
    nb: 'Vis tidligere meldinger',
    sv: 'Visa tidigare meddelanden',
    en: 'Show earlier messages',
  },
  'rehearsal.page.only-you': { nb: 'Bare du ser dette', sv: 'Bara du ser det här', en: 'Only you can see this' },
  'rehearsal.page.bot': { nb: 'robot', sv: 'robot', en: 'bot' },
  'rehearsal.page.put-away': { nb: 'Lukk skjemaet', sv: 'Stäng formuläret', en: 'Close the form' },
  'rehearsal.page.choose-file': { nb: 'Velg fil …', sv: 'Välj fil …', en: 'Choose file …' },
  'rehearsal.page.file-here': {
    nb: 'CSV-fil, høyst 5 MB',
    sv: 'CSV-fil, högst 5 MB',
    en: 'CSV file, at most 5 MB',
  },
  'rehearsal.page.file-too-large': {
    nb: '{name} er for stor. En fil kan være høyst 5 MB.',
    sv: '{name} är för stor. En fil får vara högst 5 MB.',
    en: '{name} is too large. A file can be at most 5 MB.',
  },
  'rehearsal.page.box': {
    nb: 'Skriv til Klar i {place}',
    sv: 'Skriv till Klar i {place}',
    en: 'Write to Klar in {place}',
  },
  'rehearsal.page.box-hint': {
    nb: 'For eksempel «hjelp»',
    sv: 'Till exempel ”hjälp”',
    en: 'For example “help”',
  },
  'rehearsal.page.send': { nb: 'Send', sv: 'Skicka', en: 'Send' },
  'rehearsal.page.attach': { nb: 'Legg ved en fil', sv: 'Bifoga en fil', en: 'Attach a file' },
  'rehearsal.page.detach': { nb: 'Fjern {name}', sv: 'Ta bort {name}', en: 'Remove {name}' },
  'rehearsal.page.suggestions': { nb: 'Forslag', sv: 'Förslag', en: 'Suggestions' },
  'rehearsal.page.more': { nb: 'Mer …', sv: 'Mer …', en: 'More …' },
  'rehearsal.page.more-label': { nb: 'Flere valg', sv: 'Fler val', en: 'More choices' },
  'rehearsal.page.lost': {
    nb: 'Siden har ikke kontakt med Klar. Den prøver igjen.',
    sv: 'Sidan har ingen kontakt med Klar. Den försöker igen.',
    en: 'The page has no contact with Klar. It is trying again.',
  },
  'rehearsal.page.failed': {
    nb: 'Det gikk ikke. Det du skrev, står her fortsatt. Prøv igjen.',
    sv: 'Det gick inte. Det du skrev finns kvar. Försök igen.',
    en: 'That did not work. What you wrote is still here. Try again.',
  },

  'rehearsal.lead': { nb: 'Programledelsen', sv: 'Programledningen', en: 'Programme lead' },
  'rehearsal.owner': { nb: 'programeier', sv: 'programägare', en: 'programme owner' },
  'rehearsal.coordinator': { nb: 'koordinator', sv: 'samordnare', en: 'coordinator' },
  'rehearsal.contact': { nb: 'kontakt, {unit}', sv: 'kontakt, {unit}', en: 'contact, {unit}' },
  'rehearsal.deputy': { nb: 'stedfortreder, {unit}', sv: 'ersättare, {unit}', en: 'deputy, {unit}' },
  'rehearsal.member': { nb: 'medlem, {unit}', sv: 'medlem, {unit}', en: 'member, {unit}' },

  'rehearsal.others': { nb: 'Andre', sv: 'Andra', en: 'Others' },
  'rehearsal.no-role': { nb: 'ingen rolle ennå', sv: 'ingen roll ännu', en: 'no role yet' },

  'rehearsal.own-chat': { nb: 'Direkte til {name}', sv: 'Direkt till {name}', en: 'Direct to {name}' },
  'rehearsal.moved': {
    nb: 'Nå er det {when}. {sent, plural, =0 {Ingenting ble sendt.} one {1 melding ble sendt:} other {# meldinger ble sendt:}}',
    sv: 'Nu är det {when}. {sent, plural, =0 {Ingenting skickades.} one {1 meddelande skickades:} other {# meddelanden skickades:}}',
    en: 'It is now {when}. {sent, plural, =0 {Nothing was sent.} one {1 message was sent:} other {# messages were sent:}}',
  },
  'rehearsal.no-more-events': {
    nb: 'Det kommer ikke flere hendelser i denne øvelsen. Nå er det {when}.',
    sv: 'Det kommer inga fler händelser i den här övningen. Nu är det {when}.',
    en: 'There are no more events in this rehearsal. It is now {when}.',
  },
  'rehearsal.place-report': {
    nb: '{sent, plural, =0 {} one {1 ny} other {# nye}}{changed, plural, =0 {} one {{sent, plural, =0 {} other {, }}1 endret} other {{sent, plural, =0 {} other {, }}# endret}}',
    sv: '{sent, plural, =0 {} one {1 nytt} other {# nya}}{changed, plural, =0 {} one {{sent, plural, =0 {} other {, }}1 ändrat} other {{sent, plural, =0 {} other {, }}# ändrade}}',
    en: '{sent, plural, =0 {} other {# new}}{changed, plural, =0 {} other {{sent, plural, =0 {} other {, }}# changed}}',
  },
} as const;
