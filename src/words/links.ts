/** Sentences about files that Klar gives under an address. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const linksSentences = {
  'links.no-address': {
    nb: 'Filen kan ikke åpnes herfra, for Klar har ingen adresse på nettet. Den som drifter Klar, kan gi den en.',
    sv: 'Filen går inte att öppna härifrån, för Klar har ingen adress på nätet. Den som sköter driften av Klar kan ge den en.',
    en: 'The file cannot be opened from here, because Klar has no address on the web. Whoever runs Klar can give it one.',
  },
  'links.gone': {
    nb: 'Denne adressen fører ikke lenger til noe. Be Klar om en ny i chatten.',
    sv: 'Den här adressen leder inte längre till något. Be Klar om en ny i chatten.',
    en: 'This address no longer leads to anything. Ask Klar for a new one in the chat.',
  },
  'links.failed': {
    nb: 'Klar fikk ikke laget filen. Prøv igjen om litt.',
    sv: 'Klar kunde inte skapa filen. Försök igen om en stund.',
    en: 'Klar could not make the file. Try again in a while.',
  },
  'links.only-read': {
    nb: 'Denne adressen kan bare leses.',
    sv: 'Den här adressen kan bara läsas.',
    en: 'This address can only be read.',
  },
} as const;
