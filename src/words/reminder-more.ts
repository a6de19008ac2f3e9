/** Sentences about what people can do with a reminder: put it off, say that it is not theirs, ask why it came. */
export const reminderMoreSentences = {
  'reminder.more.button': { nb: 'Mer …', sv: 'Mer …', en: 'More …' },
  'reminder.more.in-menu': {
    nb: 'Utsett, ikke vårt, hvorfor …',
    sv: 'Skjut upp, inte vårt, varför …',
    en: 'Put off, not ours, why …',
  },
  'reminder.more.snooze': {
    nb: 'Utsett påminnelsen:',
    sv: 'Skjut upp påminnelsen:',
    en: 'Put the reminder off:',
  },
  'reminder.more.snooze-for': {
    nb: 'Utsett påminnelsen for {units}:',
    sv: 'Skjut upp påminnelsen för {units}:',
    en: 'Put the reminder off for {units}:',
  },
  'reminder.more.tomorrow': { nb: 'I morgen', sv: 'I morgon', en: 'Tomorrow' },
  'reminder.more.next-working-day': { nb: 'Neste arbeidsdag', sv: 'Nästa arbetsdag', en: 'Next working day' },
  'reminder.more.days': { nb: '3 dager', sv: '3 dagar', en: '3 days' },
  'reminder.more.week': { nb: 'Neste uke', sv: 'Nästa vecka', en: 'Next week' },
  'reminder.more.past-end': {
    nb: '! Siste dag er {day}. Senere enn det: {choices}.',
    sv: '! Sista dagen är {day}. Senare än så: {choices}.',
    en: '! After the last day, {day}: {choices}',
  },
  'reminder.more.not-ours': { nb: 'Ikke vårt', sv: 'Inte vårt', en: 'Not ours' },
  'reminder.more.ours': { nb: 'Det er vårt likevel', sv: 'Det är vårt ändå', en: 'It is ours after all' },
  'reminder.more.unsnooze': { nb: 'Angre utsettelsen', sv: 'Påminn som vanligt igen', en: 'Undo the putting off' },
  'reminder.more.why': { nb: 'Hvorfor fikk jeg dette?', sv: 'Varför fick jag det här?', en: 'Why did I get this?' },

  'reminder.snoozed.you': {
    nb: 'Dere får denne igjen {day}',
    sv: 'Ni får den här igen {day}',
    en: 'You will get this again on {day}',
  },
  'reminder.snoozed.them': {
    nb: '{units} får denne igjen {day}',
    sv: '{units} får den här igen {day}',
    en: '{units} will get this again on {day}',
  },
  'reminder.snoozed.here': {
    nb: 'Denne kommer igjen {day}',
    sv: 'Den här kommer igen {day}',
    en: 'This comes again on {day}',
  },
  'reminder.snoozed.past-end': {
    nb: '! Det er etter siste dag, {day}.',
    sv: '! Det är efter sista dagen, {day}.',
    en: '! That is after the last day, {day}.',
  },
  'reminder.snoozed.others': {
    nb: 'De andre enhetene på raden får sine påminnelser som før.',
    sv: 'De andra enheterna på raden får sina påminnelser som förut.',
    en: 'The other units of the row get their reminders as before.',
  },
  'reminder.snoozed.undone': {
    nb: 'Angret: Påminnelsene kommer som før',
    sv: 'Ångrat: Påminnelserna kommer som förut',
    en: 'Undone: the reminders come as before',
  },
  'reminder.snoozed.late': {
    nb: 'Dagen på knappen er passert. Velg på nytt. Ingenting er endret.',
    sv: 'Dagen på knappen har passerat. Välj på nytt. Inget har ändrats.',
    en: 'The day on the button has passed. Choose again. Nothing was changed.',
  },
  'reminder.may-not': {
    nb: 'Bare de som er med i {units}, eller som leder programmet, kan svare på dette. Ingenting er endret.',
    sv: 'Bara de som är med i {units}, eller som leder programmet, kan svara på det här. Inget har ändrats.',
    en: 'Only those in {units}, or who lead the programme, can answer this. Nothing was changed.',
  },
  'reminder.rests.snoozed': {
    nb: '↷ Utsatt til {day} av {name}',
    sv: '↷ Uppskjuten till {day} av {name}',
    en: '↷ Put off until {day} by {name}',
  },
  'reminder.rests.snoozed-for': {
    nb: '↷ {unit}: utsatt til {day} av {name}',
    sv: '↷ {unit}: uppskjuten till {day} av {name}',
    en: '↷ {unit}: put off until {day} by {name}',
  },
  'reminder.rests.not-ours': {
    nb: '! {name} sier at dette ikke hører til {unit}. De som leder programmet, har fått spørsmålet.',
    sv: '! {name} säger att det här inte hör till {unit}. De som leder programmet har fått frågan.',
    en: '! {name} says that this is not for {unit}. Those who lead the programme have been asked.',
  },

  'reminder.not-ours.done': {
    nb: 'Dere får ikke flere påminnelser om dette',
    sv: 'Ni får inga fler påminnelser om det här',
    en: 'You will get no more reminders of this',
  },
  'reminder.not-ours.asked': {
    nb: 'Dere har sagt at «{title}» ikke er deres. Klar har spurt {names} om {units} skal tas ut av raden, og sier fra når det er avgjort.',
    sv: 'Ni har sagt att ”{title}” inte är ert. Klar har frågat {names} om {units} ska tas bort från raden, och hör av sig när det är avgjort.',
    en: 'You have said that “{title}” is not yours. Klar has asked {names} whether to take {units} off the row, and will tell you what is decided.',
  },
  'reminder.not-ours.undone': {
    nb: 'Angret: Dere får påminnelser om dette igjen',
    sv: 'Ångrat: Ni får påminnelser om det här igen',
    en: 'Undone: you get reminders of this again',
  },
  'reminder.not-ours.no-unit': {
    nb: 'Raden har ingen ansvarlig enhet, så ingen kan si at den ikke er deres. Ingenting er endret.',
    sv: 'Raden har ingen ansvarig enhet, så ingen kan säga att den inte är deras. Inget har ändrats.',
    en: 'No unit is responsible for the row, so nobody can say that it is not theirs. Nothing was changed.',
  },
  'reminder.not-ours.over': {
    nb: 'Raden er ferdig, på pause eller avlyst, og gir ingen påminnelser nå. Ingenting er endret.',
    sv: 'Raden är klar, pausad eller inställd, och ger inga påminnelser nu. Inget har ändrats.',
    en: 'The row is done, on pause or called off, and gives no reminders now. Nothing was changed.',
  },
  'reminder.not-ours.title': {
    nb: '{unit} sier at «{title}» ikke er deres',
    sv: '{unit} säger att ”{title}” inte är deras',
    en: '{unit} says that “{title}” is not theirs',
  },
  'reminder.not-ours.said': {
    nb: 'Sagt av {name} {at}. {unit} får ingen påminnelser om raden før det er avgjort.',
    sv: 'Sagt av {name} {at}. {unit} får inga påminnelser om raden förrän det är avgjort.',
    en: 'Said by {name} on {at}. {unit} gets no reminders of the row until it is decided.',
  },
  'reminder.not-ours.alone': {
    nb: '! Uten {unit} har raden ingen ansvarlig, og påminnelsene går til programmets kanal.',
    sv: '! Utan {unit} har raden ingen ansvarig, och påminnelserna går till programmets kanal.',
    en: '! Without {unit} nobody is responsible for the row, and its reminders go to the programme’s channel.',
  },
  'reminder.not-ours.take-out': {
    nb: 'Ta {unit} ut av raden',
    sv: 'Ta bort {unit} från raden',
    en: 'Take {unit} off the row',
  },
  'reminder.not-ours.take-out-unit': {
    nb: 'Ta enheten ut av raden',
    sv: 'Ta bort enheten från raden',
    en: 'Take the unit off the row',
  },
  'reminder.not-ours.keep': { nb: 'Behold', sv: 'Behåll', en: 'Keep' },
  'reminder.show-row': { nb: 'Vis raden', sv: 'Visa raden', en: 'Show the row' },
  'reminder.not-ours.out': {
    nb: '{unit} er tatt ut av raden «{title}»',
    sv: '{unit} har tagits bort från raden ”{title}”',
    en: '{unit} has been taken off the row “{title}”',
  },
  'reminder.not-ours.out-by': {
    nb: 'Gjort av {name} {at}, revisjon {revision}. Enheten får beskjed som om andre endringer.',
    sv: 'Gjort av {name} {at}, revision {revision}. Enheten får besked som om andra ändringar.',
    en: 'Done by {name} on {at}, revision {revision}. The unit is told as of other changes.',
  },
  'reminder.not-ours.kept': {
    nb: '{unit} står fortsatt som ansvarlig for «{title}»',
    sv: '{unit} står kvar som ansvarig för ”{title}”',
    en: '{unit} is still responsible for “{title}”',
  },
  'reminder.not-ours.kept-by': {
    nb: 'Bestemt av {name} {at}. Enheten får beskjed, og får påminnelser igjen.',
    sv: 'Bestämt av {name} {at}. Enheten får besked, och får påminnelser igen.',
    en: 'Decided by {name} on {at}. The unit is told so, and gets reminders again.',
  },
  'reminder.not-ours.reminded': {
    nb: 'Påminnelsene går til enheten som før.',
    sv: 'Påminnelserna går till enheten som förut.',
    en: 'The reminders go to the unit as before.',
  },
  'reminder.kept.title': {
    nb: '«{title}» er fortsatt deres',
    sv: '”{title}” är fortfarande ert',
    en: '“{title}” is still yours',
  },
  'reminder.kept.text': {
    nb: '{name} har sett på det og lar {unit} stå som ansvarlig. Dere får påminnelser igjen. Spør {name} om noe er uklart.',
    sv: '{name} har tittat på det och låter {unit} stå kvar som ansvarig. Ni får påminnelser igen. Fråga {name} om något är oklart.',
    en: '{name} has looked at it, and {unit} stays responsible. You get reminders again. Ask {name} if anything is unclear.',
  },

  'reminder.why.title': { nb: 'Hvorfor du fikk dette', sv: 'Varför du fick det här', en: 'Why you got this' },
  'reminder.why.role': {
    nb: 'Du får dette fordi du er {role} for {unit}, som står som ansvarlig for rad {row} i planen (revisjon {revision}).',
    sv: 'Du får det här eftersom du är {role} för {unit}, som står som ansvarig för rad {row} i planen (revision {revision}).',
    en: 'You get this because you are {role} for {unit}, which is responsible for row {row} of the plan (revision {revision}).',
  },
  'reminder.why.unit': {
    nb: 'Påminnelsen er til {units}, som står som ansvarlig for rad {row} i planen (revisjon {revision}). Du ser den fordi den er sendt hit.',
    sv: 'Påminnelsen är till {units}, som står som ansvarig för rad {row} i planen (revision {revision}). Du ser den eftersom den har skickats hit.',
    en: 'The reminder is for {units}, responsible for row {row} of the plan (revision {revision}). You see it because it was sent here.',
  },
  'reminder.why.lead': {
    nb: 'Du får dette fordi du leder {programme}, og {units}, som står som ansvarlig for rad {row} i planen (revisjon {revision}), har verken kanal eller kontakt som Klar kan nå.',
    sv: 'Du får det här eftersom du leder {programme}, och {units}, som står som ansvarig för rad {row} i planen (revision {revision}), har varken kanal eller kontakt som Klar kan nå.',
    en: 'You get this because you lead {programme}, and {units}, responsible for row {row} of the plan (revision {revision}), has neither a channel nor a contact that Klar can reach.',
  },
  'reminder.why.nobody': {
    nb: 'Rad {row} i planen (revisjon {revision}) har ingen ansvarlig. Da går påminnelsene til programmets kanal, eller til dem som leder programmet.',
    sv: 'Rad {row} i planen (revision {revision}) har ingen ansvarig. Då går påminnelserna till programmets kanal, eller till dem som leder programmet.',
    en: 'Nobody is responsible for row {row} of the plan (revision {revision}). Then the reminders go to the programme’s channel, or to those who lead the programme.',
  },
  'reminder.why.rule': { nb: 'Regelen sier {rule}.', sv: 'Regeln säger {rule}.', en: 'The rule says {rule}.' },
  'reminder.why.sent-now': {
    nb: '{name} trykket «Send nå» {when}.',
    sv: '{name} tryckte på ”Skicka nu” {when}.',
    en: '{name} pressed “Send now” {when}.',
  },
  'reminder.why.because': {
    nb: 'Den kom fordi {rule}.',
    sv: 'Den kom eftersom {rule}.',
    en: 'The reason: {rule}.',
  },
  'reminder.rule.snoozed': {
    nb: 'den ble utsatt til den dagen',
    sv: 'den sköts upp till den dagen',
    en: 'it was put off until that day',
  },
  'reminder.why.went-to': {
    nb: 'Påminnelsen gikk til {place}.',
    sv: 'Påminnelsen gick till {place}.',
    en: 'The reminder went to {place}.',
  },
  'reminder.why.change': {
    nb: 'Skriv «innstillinger» for å velge når og hvor ofte Klar skriver til deg, og «påminn regler» for å se reglene.',
    sv: 'Skriv ”inställningar” för att välja när och hur ofta Klar skriver till dig, och ”påminn regler” för att se reglerna.',
    en: 'Type “settings” to choose when and how often Klar writes to you, and “remind rules” to see the rules.',
  },
  'reminder.why.change-unit': {
    nb: 'Hører ikke raden til {unit}? Trykk «Ikke vårt».',
    sv: 'Hör raden inte till {unit}? Tryck på ”Inte vårt”.',
    en: 'Is the row not for {unit}? Press “Not ours”.',
  },
} as const;
