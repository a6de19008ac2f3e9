/** Sentences that only Slack needs: its windows and its limits. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const slackSentences = {
  'slack.close': { nb: 'Lukk', sv: 'Stäng', en: 'Close' },
  'slack.working': { nb: 'Et øyeblikk …', sv: 'Ett ögonblick …', en: 'One moment …' },
  'slack.done': { nb: 'Det er gjort.', sv: 'Det är klart.', en: 'That is done.' },
  'slack.cut': {
    nb: '{count, plural, one {Ett avsnitt er utelatt} other {# avsnitt er utelatt}}. Slack viser ikke mer enn dette på én gang.',
    sv: '{count, plural, one {Ett avsnitt har utelämnats} other {# avsnitt har utelämnats}}. Slack visar inte mer än så här på en gång.',
    en: '{count, plural, one {One paragraph is left out} other {# paragraphs are left out}}. Slack shows no more than this at a time.',
  },
  'slack.form-awaits': {
    nb: 'Skjemaet åpnes i et eget vindu.',
    sv: 'Formuläret öppnas i ett eget fönster.',
    en: 'The form opens in a window of its own.',
  },
  'slack.open-form': { nb: 'Åpne skjemaet', sv: 'Öppna formuläret', en: 'Open the form' },
  'slack.choose-file': { nb: 'Velg filen', sv: 'Välj filen', en: 'Choose the file' },
  'slack.send-file': { nb: 'Last opp filen', sv: 'Ladda upp filen', en: 'Upload the file' },
  'slack.file-sent': {
    nb: 'Filen ligger i chatten din med Klar.',
    sv: 'Filen finns i din chatt med Klar.',
    en: 'The file is in your chat with Klar.',
  },
  'slack.file-not-sent': {
    nb: 'Klar fikk ikke sendt filen i Slack. Prøv igjen om litt. Går det fortsatt ikke, må den som drifter Klar, gi appen lov til å sende filer.',
    sv: 'Klar kunde inte skicka filen i Slack. Försök igen om en stund. Går det fortfarande inte måste den som sköter driften av Klar låta appen skicka filer.',
    en: 'Klar could not send the file in Slack. Try again in a while. If it still fails, whoever runs Klar must let the app send files.',
  },
  'slack.fill-in': { nb: 'Fyll ut «{label}» først.', sv: 'Fyll i ”{label}” först.', en: 'Fill in “{label}” first.' },
  'slack.too-large': {
    nb: 'Klar fikk ikke vist svaret i Slack. Det du gjorde, kan likevel være lagret. Skriv «mine» for å se hva som venter på deg.',
    sv: 'Klar kunde inte visa svaret i Slack. Det du gjorde kan ändå vara sparat. Skriv ”mina” för att se vad som väntar på dig.',
    en: 'Klar could not show the answer in Slack. What you did may be saved all the same. Type “mine” to see what awaits you.',
  },
  'slack.not-admitted': {
    nb: 'Klar tar ikke imot noe fra arbeidsområdet ditt. Ingenting er lagret. Spør den som har satt opp Klar her.',
    sv: 'Klar tar inte emot något från din arbetsyta. Inget har sparats. Fråga den som har satt upp Klar här.',
    en: 'Klar takes nothing from your workspace. Nothing was stored. Ask whoever set up Klar here.',
  },
} as const;
