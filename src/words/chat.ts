/** Sentences of the conversation itself. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const chatSentences = {
  'chat.help-title': { nb: 'Dette kan du be Klar om', sv: 'Det här kan du be Klar om', en: 'What you can ask Klar' },
  'chat.help-intro': {
    nb: 'Skriv et av ordene under, eller trykk på en knapp.',
    sv: 'Skriv något av orden nedan eller tryck på en knapp.',
    en: 'Type one of the words below, or press a button.',
  },
  'chat.welcome-title': { nb: 'Hei, dette er Klar', sv: 'Hej, det här är Klar', en: 'Hello, this is Klar' },
  'chat.welcome': {
    nb: 'Klar er en robot som holder orden på planen, sjekklistene, avstemningene og påminnelsene. Skriv «hjelp» for å se alt du kan be om.',
    sv: 'Klar är en robot som håller ordning på planen, checklistorna, omröstningarna och påminnelserna. Skriv ”hjälp” för att se allt du kan be om.',
    en: 'Klar is a bot that keeps track of the plan, the checklists, the polls and the reminders. Type “help” to see everything you can ask for.',
  },
  'chat.did-you-mean': {
    nb: 'Klar forstår ikke «{word}». Mente du {nearest}?',
    sv: 'Klar förstår inte ”{word}”. Menade du {nearest}?',
    en: 'Klar does not understand “{word}”. Did you mean {nearest}?',
  },
  'chat.did-you-mean-next': {
    nb: 'Trykk på det du mente, eller se alt under «Hjelp».',
    sv: 'Tryck på det du menade, eller se allt under ”Hjälp”.',
    en: 'Press what you meant, or see everything under “Help”.',
  },
  'chat.not-understood': {
    nb: 'Klar forstår ikke «{word}». Dette kan du be om:',
    sv: 'Klar förstår inte ”{word}”. Det här kan du be om:',
    en: 'Klar does not understand “{word}”. This is what you can ask for:',
  },
  'chat.quoted': { nb: '«{text}»', sv: '”{text}”', en: '“{text}”' },
  'chat.unknown-press': {
    nb: 'Denne knappen virker ikke lenger. Ingenting er endret. Skriv «hjelp» for å komme videre.',
    sv: 'Den här knappen fungerar inte längre. Inget har ändrats. Skriv ”hjälp” för att komma vidare.',
    en: 'This button no longer works. Nothing was changed. Type “help” to go on.',
  },
  'chat.failed': {
    nb: 'Noe gikk galt hos Klar. Klar vet ikke om det du gjorde, ble lagret. Se etter, og prøv igjen om litt.',
    sv: 'Något gick fel hos Klar. Klar vet inte om det du gjorde sparades. Kontrollera och försök igen om en stund.',
    en: 'Something went wrong in Klar. Klar cannot say whether what you did was saved. Check, and try again in a little while.',
  },
  'chat.awaiting': {
    nb: '{count, plural, =0 {Ingenting venter på deg} one {Én ting venter på deg} other {# ting venter på deg}}',
    sv: '{count, plural, =0 {Inget väntar på dig} one {En sak väntar på dig} other {# saker väntar på dig}}',
    en: '{count, plural, =0 {Nothing is waiting for you} one {One thing is waiting for you} other {# things are waiting for you}}',
  },
  'chat.awaiting-nothing': {
    nb: 'Du har svart på alt. Klar sier fra når det kommer noe nytt.',
    sv: 'Du har svarat på allt. Klar säger till när det kommer något nytt.',
    en: 'You have answered everything. Klar will tell you when there is something new.',
  },
  'chat.awaiting-more': {
    nb: 'og {count, plural, one {én} other {#}} til. Svar på disse først, så kommer de neste.',
    sv: 'och {count, plural, one {en} other {#}} till. Svara på de här först, så kommer nästa.',
    en: 'and {count, plural, one {one} other {#}} more. Answer these first, and the next ones will appear.',
  },
  'chat.button.plan': { nb: 'Planen', sv: 'Planen', en: 'The plan' },
  'chat.button.mine': { nb: 'Venter på meg', sv: 'Väntar på mig', en: 'Waiting for me' },
  'chat.button.poll': { nb: 'Ny avstemning', sv: 'Ny omröstning', en: 'New poll' },
  'chat.button.ready': { nb: 'Hvem er klare', sv: 'Vilka är redo', en: 'Who is ready' },
  'chat.button.help': { nb: 'Hjelp', sv: 'Hjälp', en: 'Help' },
  'chat.button.more': { nb: 'Vis {count} til', sv: 'Visa {count} till', en: 'Show {count} more' },
  'chat.help.help': { nb: 'viser denne menyen', sv: 'visar den här menyn', en: 'shows this menu' },
  'chat.usage.help': { nb: 'hjelp', sv: 'hjälp', en: 'help' },
  'chat.help.mine': {
    nb: 'alt som venter på svar fra deg',
    sv: 'allt som väntar på svar från dig',
    en: 'everything that is waiting for your answer',
  },
  'chat.usage.mine': { nb: 'mine', sv: 'mina', en: 'mine' },
} as const;
