/** Sentences about reminders. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const reminderSentences = {
  'reminder.help': {
    nb: 'viser hva som blir sendt framover, og reglene',
    sv: 'visar vad som skickas framöver, och reglerna',
    en: 'shows what will be sent next, and the rules',
  },
  'reminder.usage': {
    nb: 'påminn [Enhet | mine | regler]',
    sv: 'påminn [Enhet | mina | regler]',
    en: 'remind [Unit | mine | rules]',
  },
  'reminder.title': { nb: '{distance}: {title}', sv: '{distance}: {title}', en: '{distance}: {title}' },
  'reminder.contacts': { nb: 'Kontakt:', sv: 'Kontakt:', en: 'Contact:' },
  'reminder.several-more': {
    nb: 'og {count, plural, one {én} other {#}} til. Skriv «plan» for å se alle.',
    sv: 'och {count, plural, one {en} other {#}} till. Skriv ”plan” för att se alla.',
    en: 'and {count, plural, one {one} other {#}} more. Type “plan” to see them all.',
  },
  'reminder.open': { nb: 'Åpne', sv: 'Öppna', en: 'Open' },
  'reminder.next-title': {
    nb: '{count, plural, =0 {Ingen påminnelser framover} one {Én påminnelse framover} other {# påminnelser framover}}',
    sv: '{count, plural, =0 {Inga påminnelser framöver} one {En påminnelse framöver} other {# påminnelser framöver}}',
    en: '{count, plural, =0 {No reminders ahead} one {One reminder ahead} other {# reminders ahead}}',
  },
  'reminder.next-empty': {
    nb: 'Planen har ingen frister framover som gir påminnelser. Skriv «plan» for å se radene.',
    sv: 'Planen har inga datum framöver som ger påminnelser. Skriv ”plan” för att se raderna.',
    en: 'The plan has no dates ahead that give reminders. Type “plan” to see the rows.',
  },
  'reminder.rules-inexact': {
    nb: 'Uker, måneder og antatte datoer: på den første arbeidsdagen i perioden i stedet for på dagen.',
    sv: 'Veckor, månader och preliminära datum: på periodens första arbetsdag i stället för på dagen.',
    en: 'Weeks, months and tentative dates: on the first working day of the period instead of on the day.',
  },
  'reminder.to': { nb: 'til {to}', sv: 'till {to}', en: 'to {to}' },
  'reminder.to-programme': { nb: 'programmets kanal', sv: 'programmets kanal', en: 'the programme’s channel' },
  'reminder.undated-title': {
    nb: '{count, plural, one {Én rad i planen mangler dato} other {# rader i planen mangler dato}}',
    sv: '{count, plural, one {En rad i planen saknar datum} other {# rader i planen saknar datum}}',
    en: '{count, plural, one {One row of the plan has no date} other {# rows of the plan have no date}}',
  },
  'reminder.undated': {
    nb: 'Klar kan ikke minne noen i {programme} om {count, plural, one {den før den har} other {dem før de har}} en dato, en uke eller en måned.',
    sv: 'Klar kan inte påminna någon i {programme} om {count, plural, one {den förrän den har} other {dem förrän de har}} ett datum, en vecka eller en månad.',
    en: 'Klar cannot remind anyone in {programme} of {count, plural, one {it until it has} other {them until they have}} a date, a week or a month.',
  },
} as const;
