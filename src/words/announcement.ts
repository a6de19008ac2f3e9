/** Announcements as their receivers read them, and what everybody may meet. */
export const announcementSentences = {
  'announcement.help': {
    nb: 'sender en melding til utvalgte, og viser hvem som har bekreftet den',
    sv: 'skickar ett meddelande till utvalda, och visar vilka som har bekräftat det',
    en: 'sends a message to chosen people, and shows who has confirmed it',
  },
  'announcement.usage': {
    nb: 'kunngjør [TEKST, liste]',
    sv: 'meddela [TEXT, lista]',
    en: 'announce [TEXT, list]',
  },
  'announcement.from': {
    nb: '{name}, {programme} · sendt {time}',
    sv: '{name}, {programme} · skickat {time}',
    en: '{name}, {programme} · sent {time}',
  },
  'announcement.from-preview': { nb: '{name}, {programme}', sv: '{name}, {programme}', en: '{name}, {programme}' },
  'announcement.someone': {
    nb: 'Noen som ledet programmet',
    sv: 'Någon som ledde programmet',
    en: 'Someone who led the programme',
  },
  'announcement.reminder': {
    nb: 'Påminnelse: {name} venter på at du bekrefter dette.',
    sv: 'Påminnelse: {name} väntar på att du bekräftar det här.',
    en: 'Reminder: {name} is waiting for you to confirm this.',
  },
  'announcement.reminder-place': {
    nb: 'Påminnelse: {name} venter på at noen bekrefter dette for {units}.',
    sv: 'Påminnelse: {name} väntar på att någon bekräftar det här för {units}.',
    en: 'Reminder: {name} is waiting for someone to confirm this for {units}.',
  },
  'announcement.for-units': {
    nb: 'Kommer hit fordi Klar ikke når noen i {units} personlig.',
    sv: 'Kommer hit eftersom Klar inte når någon i {units} personligen.',
    en: 'Sent here because Klar can reach nobody in {units} in person.',
  },
  'announcement.who-sees': {
    nb: 'De som leder {programme}, ser hvem som har bekreftet, og når.',
    sv: 'De som leder {programme} ser vilka som har bekräftat, och när.',
    en: 'Those who lead {programme} see who has confirmed, and when.',
  },
  'announcement.button.seen': { nb: 'Sett', sv: 'Sett', en: 'Seen' },
  'announcement.button.read': { nb: 'Lest og forstått', sv: 'Läst och förstått', en: 'Read and understood' },
  'announcement.button.undo': { nb: 'Angre', sv: 'Ångra', en: 'Undo' },
  'announcement.button.show': { nb: 'Vis', sv: 'Visa', en: 'Show' },
  'announcement.mine': {
    nb: '✓ Du bekreftet {time}: {what}',
    sv: '✓ Du bekräftade {time}: {what}',
    en: '✓ You confirmed {time}: {what}',
  },
  'announcement.theirs': {
    nb: '✓ {name} bekreftet for {units} {time}: {what}',
    sv: '✓ {name} bekräftade för {units} {time}: {what}',
    en: '✓ {name} confirmed for {units} {time}: {what}',
  },
  'announcement.corrected': {
    nb: 'Rettet av {name} {time}',
    sv: 'Rättat av {name} {time}',
    en: 'Corrected by {name} {time}',
  },
  'announcement.withdrawn': {
    nb: 'Trukket tilbake av {name} {time}',
    sv: 'Återkallat av {name} {time}',
    en: 'Withdrawn by {name} {time}',
  },
  'announcement.withdrawn-text': {
    nb: 'Meldingen som sto her, gjelder ikke lenger. Du trenger ikke gjøre noe.',
    sv: 'Meddelandet som stod här gäller inte längre. Du behöver inte göra något.',
    en: 'The message that stood here no longer applies. You do not need to do anything.',
  },
  'announcement.summary-reminder': { nb: 'Påminnelse: {title}', sv: 'Påminnelse: {title}', en: 'Reminder: {title}' },
  'announcement.awaiting.seen': { nb: 'Se: {title}', sv: 'Se: {title}', en: 'See: {title}' },
  'announcement.awaiting.read': {
    nb: 'Les og bekreft: {title}',
    sv: 'Läs och bekräfta: {title}',
    en: 'Read and confirm: {title}',
  },
  'announcement.awaiting.approval': { nb: 'Godkjenn: {title}', sv: 'Godkänn: {title}', en: 'Approve: {title}' },
  'announcement.awaiting-when': { nb: 'sendt {time}', sv: 'skickat {time}', en: 'sent {time}' },
  'announcement.no.gone': {
    nb: 'Denne meldingen finnes ikke lenger.',
    sv: 'Det här meddelandet finns inte längre.',
    en: 'This message no longer exists.',
  },
  'announcement.no.not-yours': {
    nb: 'Denne meldingen er ikke sendt til deg, så du kan ikke bekrefte den.',
    sv: 'Det här meddelandet är inte skickat till dig, så du kan inte bekräfta det.',
    en: 'This message was not sent to you, so you cannot confirm it.',
  },
  'announcement.no.preview': {
    nb: 'Dette er bare en forhåndsvisning. Ingenting er registrert.',
    sv: 'Det här är bara en förhandsvisning. Inget är registrerat.',
    en: 'This is only a preview. Nothing was registered.',
  },
  'announcement.no.not-asked': {
    nb: 'Denne meldingen ber ikke om noen bekreftelse.',
    sv: 'Det här meddelandet ber inte om någon bekräftelse.',
    en: 'This message asks for no confirmation.',
  },
} as const;
