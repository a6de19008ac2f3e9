/** How an announcement is looked at, tried on oneself and sent. */
export const announcementPreviewSentences = {
  'announcement.preview.title': { nb: 'Slik blir den:', sv: 'Så här blir det:', en: 'This is how it will look:' },
  'announcement.preview.persons': {
    nb: 'Til {count, plural, one {én person} other {# personer}}: {names}',
    sv: 'Till {count, plural, one {en person} other {# personer}}: {names}',
    en: 'To {count, plural, one {one person} other {# people}}: {names}',
  },
  'announcement.preview.places': {
    nb: 'Til {count, plural, one {ett sted} other {# steder}}, der Klar ikke når noen i enheten personlig: {names}',
    sv: 'Till {count, plural, one {en plats} other {# platser}}, där Klar inte når någon i enheten personligen: {names}',
    en: 'To {count, plural, one {one place} other {# places}}, where Klar can reach nobody of the unit in person: {names}',
  },
  'announcement.preview.nobody': {
    nb: 'Ingen av dem du valgte, kan nås. Velg andre.',
    sv: 'Ingen av dem du valde kan nås. Välj andra.',
    en: 'None of those you chose can be reached. Choose others.',
  },
  'announcement.preview.unmet': {
    nb: '{count, plural, one {Én kan ikke nås, fordi Klar ikke har møtt vedkommende ennå} other {# kan ikke nås, fordi Klar ikke har møtt dem ennå}}: {names}. Kunngjøringen kommer når {count, plural, one {vedkommende} other {de}} skriver til Klar.',
    sv: '{count, plural, one {En kan inte nås, eftersom Klar inte har träffat personen än} other {# kan inte nås, eftersom Klar inte har träffat dem än}}: {names}. Meddelandet kommer när {count, plural, one {personen} other {de}} skriver till Klar.',
    en: '{count, plural, one {One cannot be reached, because Klar has not met them yet} other {# cannot be reached, because Klar has not met them yet}}: {names}. The announcement comes when they write to Klar.',
  },
  'announcement.preview.unreached-units': {
    nb: '{count, plural, one {Én enhet får den ikke} other {# enheter får den ikke}}: {names}',
    sv: '{count, plural, one {En enhet får det inte} other {# enheter får det inte}}: {names}',
    en: '{count, plural, one {One unit does not get it} other {# units do not get it}}: {names}',
  },
  'announcement.preview.passed': {
    nb: '! Skulle sendes {time}.',
    sv: '! Skulle skickas {time}.',
    en: '! Was to be sent {time}.',
  },
  'announcement.preview.now': {
    nb: 'Sendes med én gang. Den som har stille tid, får den når den er over.',
    sv: 'Skickas genast. Den som har tyst tid får det när den är över.',
    en: 'Sent at once. Whoever has quiet hours gets it when they end.',
  },
  'announcement.preview.now-urgent': {
    nb: 'Haster: sendes med én gang, også i stille tid.',
    sv: 'Brådskar: skickas genast, även under tyst tid.',
    en: 'Urgent: sent at once, in quiet hours, too.',
  },
  'announcement.preview.at': {
    nb: 'Sendes {time}. Den som har stille tid da, får den når den er over.',
    sv: 'Skickas {time}. Den som har tyst tid då får det när den är över.',
    en: 'Sent {time}. Whoever has quiet hours then gets it when they end.',
  },
  'announcement.preview.at-urgent': {
    nb: 'Haster: sendes {time}, også i stille tid.',
    sv: 'Brådskar: skickas {time}, även under tyst tid.',
    en: 'Urgent: sent {time}, in quiet hours, too.',
  },
  'announcement.preview.reminds': {
    nb: 'De som ikke har bekreftet, får en påminnelse etter 2 og 5 arbeidsdager.',
    sv: 'De som inte har bekräftat påminns efter 2 och 5 arbetsdagar.',
    en: 'Those who have not confirmed are reminded after 2 and 5 working days.',
  },
  'announcement.preview.second.all': {
    nb: 'Den går til alle i programmet. Da må en til som leder det, godkjenne: {names}.',
    sv: 'Det går till alla i programmet. Då måste en till som leder det godkänna: {names}.',
    en: 'It goes to everyone in the programme. Then one more who leads it must approve: {names}.',
  },
  'announcement.preview.second.many': {
    nb: 'Den går til flere enn {most}. Da må en til som leder programmet, godkjenne: {names}.',
    sv: 'Det går till fler än {most}. Då måste en till som leder programmet godkänna: {names}.',
    en: 'It goes to more than {most}. Then one more who leads the programme must approve: {names}.',
  },
  'announcement.preview.alone.all': {
    nb: 'Den går til alle i programmet, og da må en til godkjenne. Ingen andre leder {programme}. En eier kan gjøre noen til koordinator: program koordinator @hvem',
    sv: 'Det går till alla i programmet, och då måste en till godkänna. Ingen annan leder {programme}. En ägare kan göra någon till samordnare: program samordnare @vem',
    en: 'It goes to everyone in the programme, and then one more must approve. Nobody else leads {programme}. An owner can make someone coordinator: programme coordinator @who',
  },
  'announcement.preview.alone.many': {
    nb: 'Den går til flere enn {most}, og da må en til godkjenne. Ingen andre leder {programme}. En eier kan gjøre noen til koordinator: program koordinator @hvem',
    sv: 'Det går till fler än {most}, och då måste en till godkänna. Ingen annan leder {programme}. En ägare kan göra någon till samordnare: program samordnare @vem',
    en: 'It goes to more than {most}, and then one more must approve. Nobody else leads {programme}. An owner can make someone coordinator: programme coordinator @who',
  },
  'announcement.preview.alone-unmet': {
    nb: 'Klar har ikke møtt {names} ennå. Be dem skrive til Klar, så kan de godkjenne.',
    sv: 'Klar har inte träffat {names} än. Be dem skriva till Klar, så kan de godkänna.',
    en: 'Klar has not met {names} yet. Ask them to write to Klar, then they can approve.',
  },
  'announcement.preview.declined': {
    nb: '{name} ville ikke sende den: {why}',
    sv: '{name} ville inte skicka det: {why}',
    en: '{name} did not want to send it: {why}',
  },
  'announcement.button.send': {
    nb: 'Send til {count, plural, one {én mottaker} other {# mottakere}}',
    sv: 'Skicka till {count, plural, one {en mottagare} other {# mottagare}}',
    en: 'Send to {count, plural, one {one receiver} other {# receivers}}',
  },
  'announcement.button.plan': { nb: 'Planlegg til {time}', sv: 'Planera till {time}', en: 'Schedule for {time}' },
  'announcement.button.ask': {
    nb: 'Be om godkjenning',
    sv: 'Be om godkännande',
    en: 'Ask for approval',
  },
  'announcement.button.to-me': { nb: 'Send til meg først', sv: 'Skicka till mig först', en: 'Send to me first' },
  'announcement.button.edit': { nb: 'Endre', sv: 'Ändra', en: 'Edit' },
  'announcement.button.discard': { nb: 'Slett utkastet', sv: 'Ta bort utkastet', en: 'Delete the draft' },
  'announcement.to-me': {
    nb: 'Forhåndsvisning: bare du får denne.',
    sv: 'Förhandsvisning: bara du får det här.',
    en: 'Preview: only you get this.',
  },
  'announcement.to-me-sent': {
    nb: 'Forhåndsvisningen ligger i din egen samtale med Klar.',
    sv: 'Förhandsvisningen finns i din egen chatt med Klar.',
    en: 'The preview is in your own chat with Klar.',
  },
  'announcement.to-me-failed': {
    nb: 'Klar fikk ikke sendt forhåndsvisningen til deg. Skriv til Klar i en egen samtale, og prøv igjen.',
    sv: 'Klar kunde inte skicka förhandsvisningen till dig. Skriv till Klar i en egen chatt, och försök igen.',
    en: 'Klar could not send you the preview. Write to Klar in a chat of your own, and try again.',
  },
  'announcement.discarded': { nb: 'Utkastet er slettet.', sv: 'Utkastet är borttaget.', en: 'The draft is deleted.' },
  'announcement.cancelled': {
    nb: 'Avbrutt. Ingenting er lagret.',
    sv: 'Avbrutet. Inget är sparat.',
    en: 'Cancelled. Nothing was saved.',
  },
  'announcement.sent.begun': {
    nb: 'Sendes nå til {count, plural, one {én mottaker} other {# mottakere}}.',
    sv: 'Skickas nu till {count, plural, one {en mottagare} other {# mottagare}}.',
    en: 'Being sent now to {count, plural, one {one receiver} other {# receivers}}.',
  },
  'announcement.sent.planned': {
    nb: 'Planlagt: sendes {time} til {count, plural, one {én mottaker} other {# mottakere}}.',
    sv: 'Planerat: skickas {time} till {count, plural, one {en mottagare} other {# mottagare}}.',
    en: 'Scheduled: will be sent {time} to {count, plural, one {one receiver} other {# receivers}}.',
  },
  'announcement.sent.follow': {
    nb: 'I din egen samtale med Klar ser du hvordan det går.',
    sv: 'I din egen chatt med Klar ser du hur det går.',
    en: 'In your own chat with Klar you can see how it is going.',
  },
  'announcement.sent.asked': {
    nb: '{names} er bedt om å godkjenne. Du får vite hva svaret blir.',
    sv: '{names} har ombetts att godkänna. Du får veta vad svaret blir.',
    en: '{names} were asked to approve. You will be told what they answer.',
  },
  'announcement.no.not-draft': {
    nb: 'Denne er ikke lenger et utkast. Skriv «kunngjør liste» for å se hvordan det går med den.',
    sv: 'Det här är inte längre ett utkast. Skriv ”meddela lista” för att se hur det går.',
    en: 'This is no longer a draft. Type “announce list” to see how it is going.',
  },
  'announcement.no.not-awaiting': {
    nb: 'Denne venter ikke lenger på godkjenning.',
    sv: 'Det här väntar inte längre på godkännande.',
    en: 'This no longer awaits approval.',
  },
  'announcement.no.changed': {
    nb: 'Den er endret siden du fikk den. Slik er den nå.',
    sv: 'Det har ändrats sedan du fick det. Så här är det nu.',
    en: 'It has been changed since you got it. This is how it is now.',
  },
  'announcement.no.own': {
    nb: 'Du har skrevet den selv. En annen som leder programmet, må godkjenne.',
    sv: 'Du har skrivit det själv. En annan som leder programmet måste godkänna.',
    en: 'You wrote it yourself. Someone else who leads the programme must approve.',
  },
  'announcement.no.nobody-second': {
    nb: 'Ingen andre som leder programmet, kan godkjenne ennå.',
    sv: 'Ingen annan som leder programmet kan godkänna än.',
    en: 'Nobody else who leads the programme can approve yet.',
  },
} as const;
