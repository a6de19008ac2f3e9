/** Sentences about how reminders go out: several in one message, what was missed, what is held back. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const reminderSendingSentences = {
  'reminder.digest-title': {
    nb: '{first}, og {count, plural, one {én} other {#}} til',
    sv: '{first}, och {count, plural, one {en} other {#}} till',
    en: '{first}, and {count, plural, one {one} other {#}} more',
  },
  'reminder.digest-done': {
    nb: '{count, plural, one {Ferdig} other {Alle # er ferdige}}: {first}',
    sv: '{count, plural, one {Klart} other {Alla # är klara}}: {first}',
    en: '{count, plural, one {Done} other {All # done}}: {first}',
  },
  'reminder.digest-all': { nb: 'Vis alle {count}', sv: 'Visa alla {count}', en: 'Show all {count}' },
  'reminder.digest-fewer': { nb: 'Vis færre', sv: 'Visa färre', en: 'Show fewer' },
  'reminder.digest-back': { nb: 'Tilbake til listen', sv: 'Tillbaka till listan', en: 'Back to the list' },
  'reminder.lead-title': {
    nb: '{item}: trengs til {title}, {distance}',
    sv: '{item}: behövs till {title}, {distance}',
    en: '{item}: needed for {title}, {distance}',
  },
  'reminder.skipped-title': {
    nb: '{count, plural, one {Én påminnelse} other {# påminnelser}} i {programme} ble ikke sendt',
    sv: '{count, plural, one {En påminnelse} other {# påminnelser}} i {programme} skickades inte',
    en: '{count, plural, one {One reminder in {programme} was not sent} other {# reminders in {programme} were not sent}}',
  },
  'reminder.skipped': {
    nb: 'Klar var borte, eller nådde ikke fram, da {count, plural, one {den} other {de}} skulle sendes. Nå er tiden for {count, plural, one {den} other {dem}} forbi. Ta selv kontakt der det trengs.',
    sv: 'Klar var borta, eller nådde inte fram, när {count, plural, one {den} other {de}} skulle skickas. Nu är tiden för {count, plural, one {den} other {dem}} förbi. Ta själv kontakt där det behövs.',
    en: 'Klar was away, or could not reach anyone, when {count, plural, one {it was} other {they were}} due. The time for {count, plural, one {it} other {them}} has passed. Get in touch yourself where it matters.',
  },
  'reminder.skipped-row': {
    nb: '{count, plural, one {Skulle vært sendt {when}} other {# påminnelser, den siste skulle vært sendt {when}}}',
    sv: '{count, plural, one {Skulle ha skickats {when}} other {# påminnelser, den sista skulle ha skickats {when}}}',
    en: '{count, plural, one {Was due {when}} other {# reminders, the last was due {when}}}',
  },
  'reminder.held-many-title': {
    nb: '{count, plural, one {Én melding er klar} other {# meldinger er klare på én gang}} i {programme}',
    sv: '{count, plural, one {Ett meddelande är klart} other {# meddelanden är klara på en gång}} i {programme}',
    en: '{count, plural, one {One message is ready} other {# messages are ready at once}} in {programme}',
  },
  'reminder.held-many': {
    nb: 'Det er flere enn programmets grense på {most}, så Klar sender ingen av dem før du har sett på det.',
    sv: 'Det är fler än programmets gräns på {most}, så Klar skickar inget av dem förrän du har tittat på det.',
    en: 'That is more than the programme’s limit of {most}, so Klar sends none of them before you have looked.',
  },
  'reminder.held-clock-title': {
    nb: 'Klokken har hoppet: {count, plural, =0 {påminnelser} one {én melding} other {# meldinger}} i {programme} venter',
    sv: 'Klockan har hoppat: {count, plural, =0 {påminnelser} one {ett meddelande} other {# meddelanden}} i {programme} väntar',
    en: 'The clock has jumped: {count, plural, =0 {reminders are} one {one message is} other {# messages are}} waiting in {programme}',
  },
  'reminder.held-clock': {
    nb: 'Klokken der Klar kjører, viser nå {now}. Stemmer det, kan meldingene sendes. Stemmer det ikke, venter de til klokken er rettet.',
    sv: 'Klockan där Klar kör visar nu {now}. Stämmer det kan meddelandena skickas. Stämmer det inte väntar de tills klockan har rättats.',
    en: 'The clock where Klar runs now shows {now}. If that is right, the messages can be sent. If not, they wait until the clock has been put right.',
  },
  'reminder.held-send': {
    nb: 'Send nå',
    sv: 'Skicka nu',
    en: 'Send now',
  },
  'reminder.held-drop': { nb: 'Ikke send disse', sv: 'Skicka inte dessa', en: 'Do not send these' },
  'reminder.held-which': { nb: 'Vis hvilke', sv: 'Visa vilka', en: 'Show which' },
  'reminder.held-which-title': {
    nb: '{count, plural, =0 {Ingen påminnelser venter} one {Én påminnelse venter} other {# påminnelser venter}} i {programme}',
    sv: '{count, plural, =0 {Inga påminnelser väntar} one {En påminnelse väntar} other {# påminnelser väntar}} i {programme}',
    en: '{count, plural, =0 {No reminders are} one {One reminder is} other {# reminders are}} waiting in {programme}',
  },
  'reminder.held-sent': {
    nb: 'Sendes nå: påminnelsene i {programme}, godkjent av {name} {at}',
    sv: 'Skickas nu: påminnelserna i {programme}, godkända av {name} {at}',
    en: 'Being sent: the reminders in {programme}, approved by {name} {at}',
  },
  'reminder.held-dropped': {
    nb: '{count, plural, one {Én påminnelse} other {# påminnelser}} i {programme} sendes ikke. Bestemt av {name} {at}',
    sv: '{count, plural, one {En påminnelse} other {# påminnelser}} i {programme} skickas inte. Bestämt av {name} {at}',
    en: '{count, plural, one {One reminder} other {# reminders}} in {programme} will not be sent. Decided by {name} {at}',
  },
  'reminder.held-dropped-rest': {
    nb: 'Det som forfaller fra nå av, sendes som vanlig.',
    sv: 'Det som förfaller från och med nu skickas som vanligt.',
    en: 'What falls due from now on is sent as usual.',
  },
  'reminder.held-over': {
    nb: 'Ingenting holdes tilbake i {programme} lenger.',
    sv: 'Inget hålls tillbaka i {programme} längre.',
    en: 'Nothing is held back in {programme} any more.',
  },
  'reminder.held-not-yours': {
    nb: 'Bare de som leder {programme}, kan avgjøre dette. Ingenting er endret.',
    sv: 'Bara de som leder {programme} kan avgöra detta. Inget har ändrats.',
    en: 'Only those who lead {programme} can decide this. Nothing has been changed.',
  },
} as const;
