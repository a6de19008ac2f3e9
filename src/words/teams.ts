/** Sentences that only Teams needs. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const teamsSentences = {
  'teams.answered-privately': {
    nb: 'Klar svarte deg i en egen chat.',
    sv: 'Klar svarade dig i en egen chatt.',
    en: 'Klar answered you in a chat of your own.',
  },
  'teams.cannot-write-privately': {
    nb: 'Klar får ikke skrive til deg i en egen chat, så svaret står her. Legg til Klar i Teams for å få slike svar for deg selv.',
    sv: 'Klar får inte skriva till dig i en egen chatt, så svaret står här. Lägg till Klar i Teams för att få sådana svar för dig själv.',
    en: 'Klar may not write to you in a chat of your own, so the answer is here. Add Klar in Teams to get such answers in private.',
  },
  'teams.answer-below': {
    nb: 'Svaret står nederst.',
    sv: 'Svaret står längst ner.',
    en: 'The answer is at the bottom.',
  },
  'teams.send-file-here': {
    nb: 'Legg ved filen i denne chatten og send den.',
    sv: 'Bifoga filen i den här chatten och skicka den.',
    en: 'Attach the file in this chat and send it.',
  },
  'teams.send-file-in-chat': {
    nb: 'Filer kan ikke sendes til Klar herfra. Åpne chatten med Klar, legg ved filen der og send den.',
    sv: 'Filer kan inte skickas till Klar härifrån. Öppna chatten med Klar, bifoga filen där och skicka den.',
    en: 'Files cannot be sent to Klar from here. Open the chat with Klar, attach the file there and send it.',
  },
  'teams.slow': {
    nb: 'Dette tar lengre tid enn vanlig. Se etter om litt før du trykker igjen.',
    sv: 'Det här tar längre tid än vanligt. Titta igen om en stund innan du trycker en gång till.',
    en: 'This is taking longer than usual. Look again in a moment before you press once more.',
  },
  'teams.not-admitted': {
    nb: 'Klar er ikke åpnet for organisasjonen din. Be den som driver Klar, om å slippe den inn.',
    sv: 'Klar är inte öppnat för din organisation. Be den som driver Klar att släppa in den.',
    en: 'Klar is not open to your organisation. Ask whoever runs Klar to let it in.',
  },
} as const;
