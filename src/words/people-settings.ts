/** Sentences about what a person, a channel or a programme has chosen: language, reminders, quiet hours, time zone. */
export const peopleSettingsSentences = {
  'people.help.settings': {
    nb: 'språk, påminnelser, stille timer og tidssone',
    sv: 'språk, påminnelser, tysta timmar och tidszon',
    en: 'language, reminders, quiet hours and time zone',
  },
  'people.usage.settings': {
    nb: 'innstillinger [stille 20-07 | borte 7.7-31.7]',
    sv: 'inställningar [tyst 20-07 | borta 7.7-31.7]',
    en: 'settings [quiet 20-07 | away 7.7-31.7]',
  },
  'people.settings-title': { nb: 'Innstillinger', sv: 'Inställningar', en: 'Settings' },
  'people.settings-saved': {
    nb: '✓ Innstillingene er lagret.',
    sv: '✓ Inställningarna är sparade.',
    en: '✓ The settings are saved.',
  },
  'people.settings-undo-late': {
    nb: 'Du har endret innstillingene igjen siden. Da kan dette ikke angres her. Ingenting er endret nå.',
    sv: 'Du har ändrat inställningarna igen sedan dess. Då kan det inte ångras här. Inget har ändrats nu.',
    en: 'You have changed the settings again since, so this cannot be undone here. Nothing was changed now.',
  },
  'people.settings-place-undo-late': {
    nb: 'Innstillingene er endret igjen siden. Da kan dette ikke angres her. Ingenting er endret nå.',
    sv: 'Inställningarna har ändrats igen sedan dess. Då kan det inte ångras här. Inget har ändrats nu.',
    en: 'The settings have been changed again since, so this cannot be undone here. Nothing was changed now.',
  },
  'people.settings-save': { nb: 'Lagre innstillingene', sv: 'Spara inställningarna', en: 'Save the settings' },
  'people.settings-back': { nb: 'Tilbake', sv: 'Tillbaka', en: 'Back' },
  'people.settings-change.language': { nb: 'Endre språk', sv: 'Ändra språk', en: 'Change language' },
  'people.settings-change.quiet': { nb: 'Endre påminnelser', sv: 'Ändra påminnelser', en: 'Change reminders' },
  'people.settings-change.zone': { nb: 'Endre tidssone', sv: 'Ändra tidszon', en: 'Change time zone' },
  'people.settings-change.place': { nb: 'Endre for alle her', sv: 'Ändra för alla här', en: 'Change for all here' },

  'people.settings-language': { nb: 'Språk', sv: 'Språk', en: 'Language' },
  'people.settings-language-with-you': {
    nb: 'Språket Klar bruker med deg',
    sv: 'Språket Klar använder med dig',
    en: 'The language Klar uses with you',
  },
  'people.settings-programme': {
    nb: 'Program i denne chatten',
    sv: 'Program i den här chatten',
    en: 'Programme in this chat',
  },

  'people.settings-place': { nb: 'For alle i {place}', sv: 'För alla i {place}', en: 'For everyone in {place}' },
  'people.settings-place-language': {
    nb: 'Språket som alle leser her',
    sv: 'Språket som alla läser här',
    en: 'The language everyone reads here',
  },
  'people.settings-place-not-yours': {
    nb: 'Bare de som leder programmet, kan endre dette for alle i kanalen.',
    sv: 'Bara de som leder programmet kan ändra det här för alla i kanalen.',
    en: 'Only those who lead the programme can change this for everyone in the channel.',
  },

  'people.settings-quiet': {
    nb: 'Påminnelser og stille timer',
    sv: 'Påminnelser och tysta timmar',
    en: 'Reminders and quiet hours',
  },
  'people.rhythm-label': {
    nb: 'Hvor ofte vil du ha påminnelser?',
    sv: 'Hur ofta vill du ha påminnelser?',
    en: 'How often do you want reminders?',
  },
  'people.rhythm-choice.at-once': {
    nb: 'Straks: hver påminnelse for seg',
    sv: 'Direkt: varje påminnelse för sig',
    en: 'At once: each reminder by itself',
  },
  'people.rhythm-choice.daily': {
    nb: 'Én gang om dagen: alt for dagen i én melding',
    sv: 'En gång om dagen: allt för dagen i ett meddelande',
    en: 'Once a day: all of the day in one message',
  },
  'people.rhythm-choice.weekly': {
    nb: 'Én gang i uken: samlet første arbeidsdag. Det som er forsinket, hver dag',
    sv: 'En gång i veckan: samlat första arbetsdagen. Det som är försenat, varje dag',
    en: 'Once a week: together on its first working day, overdue every day',
  },
  'people.rhythm-choice.overdue': {
    nb: 'Bare det som er forsinket: ingenting før fristen er ute',
    sv: 'Bara det som är försenat: inget förrän tiden har gått ut',
    en: 'Only what is overdue: nothing until its date has passed',
  },
  'people.rhythm.at-once': {
    nb: 'Hver påminnelse kommer for seg, straks.',
    sv: 'Varje påminnelse kommer för sig, direkt.',
    en: 'Each reminder comes by itself, at once.',
  },
  'people.rhythm.daily': {
    nb: 'Påminnelser kommer samlet, én gang om dagen.',
    sv: 'Påminnelser kommer samlade, en gång om dagen.',
    en: 'Reminders come together, once a day.',
  },
  'people.rhythm.weekly': {
    nb: 'Påminnelser kommer samlet, én gang i uken. Det som er forsinket, kommer daglig.',
    sv: 'Påminnelser kommer samlade, en gång i veckan. Det som är försenat kommer dagligen.',
    en: 'Reminders come together, once a week. What is overdue comes daily.',
  },
  'people.rhythm.overdue': {
    nb: 'Påminnelser kommer bare om det som er forsinket.',
    sv: 'Påminnelser kommer bara om det som är försenat.',
    en: 'Reminders come only about what is overdue.',
  },

  'people.quiet.always': {
    nb: 'I stille timer og på fridager sender ikke Klar noe av seg selv. Svar på det du gjør, og beskjed når noen trenger hjelp, kommer alltid straks.',
    sv: 'Under tysta timmar och lediga dagar skickar Klar inget på eget initiativ. Svar på det du gör, och besked när någon behöver hjälp, kommer alltid direkt.',
    en: 'In quiet hours and on days off Klar sends nothing by itself. Answers to what you do, and calls for help, always come at once.',
  },
  'people.quiet.always-place': {
    nb: 'I stille timer og på fridager sender ikke Klar noe hit av seg selv. Klokkeslett er i {zone}.',
    sv: 'Under tysta timmar och lediga dagar skickar Klar inget hit på eget initiativ. Klockslag gäller {zone}.',
    en: 'In quiet hours and on days off Klar sends nothing here by itself. Times are in {zone}.',
  },
  'people.quiet.from-label': { nb: 'Stille fra kl.', sv: 'Tyst från kl.', en: 'Quiet from' },
  'people.quiet.to-label': { nb: 'Stille til kl.', sv: 'Tyst till kl.', en: 'Quiet until' },
  'people.quiet.no-hours': { nb: 'Ingen stille timer', sv: 'Inga tysta timmar', en: 'No quiet hours' },
  'people.quiet.hours': { nb: 'Stille {hours}.', sv: 'Tyst {hours}.', en: 'Quiet {hours}.' },
  'people.quiet.weekdays-label': {
    nb: 'Faste fridager, utenom helligdager',
    sv: 'Fasta lediga dagar, utöver helgdagar',
    en: 'Regular days off, besides public holidays',
  },
  'people.quiet.weekdays': { nb: 'Fri {days}.', sv: 'Ledig {days}.', en: 'Off on {days}.' },
  'people.quiet.away-label': {
    nb: 'Borte fra og til, ett fravær per linje',
    sv: 'Borta från och till, en frånvaro per rad',
    en: 'Away from and to, one absence a line',
  },
  'people.quiet.away-example': {
    nb: '7.7–31.7',
    sv: '7/7–31/7',
    en: '7 July–31 July',
  },
  'people.quiet.away-example-place': {
    nb: 'Fellesferie: 7.7–31.7',
    sv: 'Semestertid: 7/7–31/7',
    en: 'Summer: 7 July–31 July',
  },
  'people.quiet.away': { nb: 'Borte {away}.', sv: 'Borta {away}.', en: 'Away {away}.' },
  'people.quiet.same-time': {
    nb: 'Fra og til er samme klokkeslett. Velg to ulike, eller «Ingen stille timer».',
    sv: 'Från och till är samma klockslag. Välj två olika, eller ”Inga tysta timmar”.',
    en: 'From and until are the same time. Choose two different ones, or “No quiet hours”.',
  },
  'people.quiet.all-week': {
    nb: 'Minst én dag i uken må stå igjen. Er du borte en tid, skriv det under «Borte».',
    sv: 'Minst en dag i veckan måste vara kvar. Är du borta en tid, skriv det under ”Borta”.',
    en: 'At least one day of the week must be left. If you are away for a time, write it under “Away”.',
  },
  'people.quiet.over': {
    nb: '«{text}» er allerede over. Skriv et fravær som ikke er over ennå.',
    sv: '”{text}” är redan slut. Skriv en frånvaro som inte är över ännu.',
    en: '“{text}” is over. Write an absence that has not ended yet.',
  },
  'people.quiet.too-many': {
    nb: 'Klar tar imot høyst {most} fravær. Ta bort noen.',
    sv: 'Klar tar emot högst {most} frånvaroperioder. Ta bort några.',
    en: 'Klar keeps at most {most} absences. Take some out.',
  },
  'people.quiet.hours-unclear': {
    nb: 'Klar forstår ikke «{text}». Skriv for eksempel «innstillinger stille 20-07» eller «innstillinger stille ingen».',
    sv: 'Klar förstår inte ”{text}”. Skriv till exempel ”inställningar tyst 20-07” eller ”inställningar tyst inga”.',
    en: 'Klar does not understand “{text}”. Type for example “settings quiet 20-07” or “settings quiet none”.',
  },

  'people.settings-zone-title': { nb: 'Tidssone', sv: 'Tidszon', en: 'Time zone' },
  'people.settings-zone': {
    nb: '{zone}, fra {surface}.',
    sv: '{zone}, från {surface}.',
    en: '{zone}, from {surface}.',
  },
  'people.settings-zone-chosen': {
    nb: '{zone}, valgt av deg.',
    sv: '{zone}, vald av dig.',
    en: '{zone}, chosen by you.',
  },
  'people.zone-why': {
    nb: 'Stille timer og klokkeslett på kortene dine følger denne.',
    sv: 'Tysta timmar och klockslag på dina kort följer den.',
    en: 'Quiet hours and times on your cards follow it.',
  },
  'people.zone-label': { nb: 'Tidssonen din', sv: 'Din tidszon', en: 'Your time zone' },
  'people.zone-follow': {
    nb: 'Følg {surface}',
    sv: 'Följ {surface}',
    en: 'Follow {surface}',
  },
  'people.zone-other': { nb: 'Eller en annen', sv: 'Eller en annan', en: 'Or another one' },
  'people.zone-example': {
    nb: 'New York',
    sv: 'New York',
    en: 'New York',
  },
  'people.zone-unknown': {
    nb: 'Klar kjenner ingen tidssone «{text}». Skriv en by, for eksempel «Stockholm», eller «Europe/Stockholm».',
    sv: 'Klar känner inte till tidszonen ”{text}”. Skriv en stad, till exempel ”Oslo”, eller ”Europe/Oslo”.',
    en: 'Klar knows no time zone “{text}”. Type a city, such as “Stockholm”, or “Europe/Stockholm”.',
  },
  'people.zone-and-country': {
    nb: '{zone}, helligdager i {country}',
    sv: '{zone}, helgdagar i {country}',
    en: '{zone}, public holidays in {country}',
  },
  'people.country.NO': { nb: 'Norge', sv: 'Norge', en: 'Norway' },
  'people.country.SE': { nb: 'Sverige', sv: 'Sverige', en: 'Sweden' },
  'people.country-follow': { nb: 'Følger tidssonen', sv: 'Följer tidszonen', en: 'Follows the time zone' },
  'people.programme-country': { nb: 'Helligdager i', sv: 'Helgdagar i', en: 'Public holidays in' },
  'people.programme-zone-title': {
    nb: 'Tidssone for {programme}',
    sv: 'Tidszon för {programme}',
    en: 'Time zone of {programme}',
  },
  'people.programme-zone-why': {
    nb: 'Påminnelser i kanalene, og hva som er en arbeidsdag, følger denne.',
    sv: 'Påminnelser i kanalerna, och vad som är en arbetsdag, följer den.',
    en: 'Reminders in channels, and what a working day is, follow it.',
  },
  'people.programme-zone-save': { nb: 'Lagre tidssonen', sv: 'Spara tidszonen', en: 'Save the time zone' },
  'people.programme-zone-set': {
    nb: '✓ Programmet følger nå {zone} og helligdagene i {country}.',
    sv: '✓ Programmet följer nu {zone} och helgdagarna i {country}.',
    en: '✓ The programme now follows {zone} and the public holidays in {country}.',
  },
} as const;
