/** Sentences about what will be sent next: to whom, sending it now, and stopping it. */
export const reminderComingSentences = {
  'reminder.coming.unit': {
    nb: '{count, plural, =0 {Ingen påminnelser framover til {unit}} one {Én påminnelse framover til {unit}} other {# påminnelser framover til {unit}}}',
    sv: '{count, plural, =0 {Inga påminnelser framöver till {unit}} one {En påminnelse framöver till {unit}} other {# påminnelser framöver till {unit}}}',
    en: '{count, plural, =0 {No reminders ahead to {unit}} one {One reminder ahead to {unit}} other {# reminders ahead to {unit}}}',
  },
  'reminder.coming.mine': {
    nb: '{count, plural, =0 {Ingen påminnelser framover til deg og enhetene dine} one {Én påminnelse framover til deg og enhetene dine} other {# påminnelser framover til deg og enhetene dine}}',
    sv: '{count, plural, =0 {Inga påminnelser framöver till dig och dina enheter} one {En påminnelse framöver till dig och dina enheter} other {# påminnelser framöver till dig och dina enheter}}',
    en: '{count, plural, =0 {No reminders ahead to you and your units} one {One reminder ahead to you and your units} other {# reminders ahead to you and your units}}',
  },
  'reminder.coming.all-button': { nb: 'Vis alle enheter', sv: 'Visa alla enheter', en: 'Show all units' },
  'reminder.coming.mine-empty': {
    nb: 'Klar har sett i {programmes}. Skriv «mine» for å se hva som venter på svar fra deg.',
    sv: 'Klar har tittat i {programmes}. Skriv ”mina” för att se vad som väntar på svar från dig.',
    en: 'Klar has looked in {programmes}. Type “mine” to see what awaits your answer.',
  },
  'reminder.coming.with-stopped': {
    nb: '{title} ({stopped, plural, =0 {stoppet} one {én stoppet} other {# stoppet}})',
    sv: '{title} ({stopped, plural, =0 {stoppad} one {en stoppad} other {# stoppade}})',
    en: '{title} ({stopped, plural, =0 {stopped} one {one stopped} other {# stopped}})',
  },
  'reminder.coming.by-rule': { nb: '{rule}: {when}', sv: '{rule}: {when}', en: '{rule}: {when}' },
  'reminder.coming.put-off': { nb: 'utsatt', sv: 'uppskjuten', en: 'put off' },
  'reminder.coming.stopped': {
    nb: '{rule}: stoppet, skulle vært sendt {when}',
    sv: '{rule}: stoppad, skulle ha skickats {when}',
    en: '{rule}: stopped, was to go out on {when}',
  },
  'reminder.coming.together': {
    nb: '{when}, i én melding med {count, plural, one {én til} other {# til}}',
    sv: '{when}, i ett meddelande med {count, plural, one {en till} other {# till}}',
    en: '{when}, in one message with {count, plural, one {one more} other {# more}}',
  },
  'reminder.coming.moved': {
    nb: 'Regelen treffer {day}, som er en fridag.',
    sv: 'Regeln infaller {day}, som är en ledig dag.',
    en: 'The rule falls on {day}, a day off.',
  },
  'reminder.coming.checklist': { nb: 'Sjekkliste: {name}', sv: 'Checklista: {name}', en: 'Checklist: {name}' },
  'reminder.coming.closes': { nb: 'Stenger {when}', sv: 'Stänger {when}', en: 'Closes {when}' },
  'reminder.coming.goes': { nb: 'Sendes {at} til:', sv: 'Skickas {at} till:', en: 'Goes out {at} to:' },
  'reminder.coming.rule': { nb: 'Regel: {rule}.', sv: 'Regel: {rule}.', en: 'Rule: {rule}.' },
  'reminder.coming.receiver': { nb: '{unit} ({where})', sv: '{unit} ({where})', en: '{unit} ({where})' },
  'reminder.coming.receiver-at': {
    nb: 'Til {receiver}: {when}',
    sv: 'Till {receiver}: {when}',
    en: 'To {receiver}: {when}',
  },
  'reminder.coming.more': {
    nb: 'og {count, plural, one {én} other {#}} til',
    sv: 'och {count, plural, one {en} other {#}} till',
    en: 'and {count, plural, one {one} other {#}} more',
  },
  'reminder.send-now': { nb: 'Send nå', sv: 'Skicka nu', en: 'Send now' },
  'reminder.send-now.question': {
    nb: 'Sende nå til {names}?',
    sv: 'Skicka nu till {names}?',
    en: 'Send now to {names}?',
  },
  'reminder.send-now.text': {
    nb: '«{title}» blir sendt nå, i stedet for {when}.',
    sv: '”{title}” skickas nu, i stället för {when}.',
    en: '“{title}” is sent now instead of {when}.',
  },
  'reminder.send-now.done': { nb: 'Sendt til {names}', sv: 'Skickat till {names}', en: 'Sent to {names}' },
  'reminder.send-now.done-text': {
    nb: '«{title}» blir ikke sendt på nytt {when}.',
    sv: '”{title}” skickas inte på nytt {when}.',
    en: '“{title}” is not sent again on {when}.',
  },
  'reminder.send-now.not-reached': {
    nb: '! Klar nådde ikke {names} nå, og prøver igjen til vanlig tid.',
    sv: '! Klar nådde inte {names} nu, och försöker igen vid den vanliga tiden.',
    en: '! Klar could not reach {names} now, and will try again at the usual time.',
  },
  'reminder.send-now.nobody': {
    nb: 'Klar nådde ingen av dem nå',
    sv: 'Klar nådde ingen av dem nu',
    en: 'Klar could reach none of them now',
  },
  'reminder.stop': { nb: 'Stopp', sv: 'Stoppa', en: 'Stop' },
  'reminder.stopped.title': {
    nb: 'Påminnelsen {when} blir ikke sendt',
    sv: 'Påminnelsen {when} skickas inte',
    en: 'The reminder of {when} will not be sent',
  },
  'reminder.stopped.text': {
    nb: '«{title}»: bare denne ene er stoppet. Flyttes raden, får den nye påminnelser.',
    sv: '”{title}”: bara den här är stoppad. Om raden flyttas får den nya påminnelser.',
    en: '“{title}”: only this one is stopped. If the row moves, it gets new reminders.',
  },
  'reminder.stopped.by': {
    nb: 'Stoppet av {name} {at}.',
    sv: 'Stoppad av {name} {at}.',
    en: 'Stopped by {name} on {at}.',
  },
  'reminder.unstop': { nb: 'Send den likevel', sv: 'Skicka den ändå', en: 'Send it after all' },
  'reminder.no-longer': {
    nb: 'Denne påminnelsen er ikke på vei lenger: den er sendt, eller planen er endret. Ingenting er gjort nå.',
    sv: 'Den här påminnelsen är inte på väg längre: den har skickats, eller så har planen ändrats. Inget har gjorts nu.',
    en: 'This reminder is no longer on its way: it has been sent, or the plan has changed. Nothing was done now.',
  },
  'reminder.lead-only': {
    nb: 'Bare de som leder «{programme}», kan sende eller stoppe påminnelser. Si fra til {names}. Ingenting er endret.',
    sv: 'Bara de som leder ”{programme}” kan skicka eller stoppa påminnelser. Säg till {names}. Inget har ändrats.',
    en: 'Only those who lead “{programme}” can send or stop reminders. Tell {names}. Nothing was changed.',
  },
} as const;
