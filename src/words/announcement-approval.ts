/** What a second person is asked before an announcement goes to many, what came of it, and what kept one from going out. */
export const announcementApprovalSentences = {
  'announcement.approval.title': {
    nb: '{name} ber deg godkjenne en kunngjøring',
    sv: '{name} ber dig godkänna ett meddelande',
    en: '{name} asks you to approve an announcement',
  },
  'announcement.approval.still': {
    nb: '{name} venter på at du godkjenner en kunngjøring',
    sv: '{name} väntar på att du godkänner ett meddelande',
    en: '{name} is waiting for you to approve an announcement',
  },
  'announcement.unapproved.title': {
    nb: 'Ikke sendt: «{title}» er ikke godkjent ennå',
    sv: 'Inte skickat: ”{title}” är inte godkänt än',
    en: 'Not sent: “{title}” has not been approved yet',
  },
  'announcement.unapproved.text': {
    nb: 'Den skulle sendes {time}. Nå går den ut så snart {names} godkjenner den. Haster det, kan du spørre direkte eller endre kunngjøringen.',
    sv: 'Det skulle skickas {time}. Nu skickas det så snart {names} godkänner det. Om det brådskar kan du fråga direkt eller ändra meddelandet.',
    en: 'It was to be sent {time}. Now it goes out as soon as {names} approves it. If it is urgent, you can ask directly or change the announcement.',
  },
  'announcement.approval.correction': {
    nb: '{name} ber deg godkjenne en rettelse',
    sv: '{name} ber dig godkänna en rättelse',
    en: '{name} asks you to approve a correction',
  },
  'announcement.approval.over.approved': {
    nb: '✓ {name} godkjente {time}.',
    sv: '✓ {name} godkände {time}.',
    en: '✓ {name} approved {time}.',
  },
  'announcement.approval.over.declined': {
    nb: '✕ {name} sa nei {time}: {why}',
    sv: '✕ {name} sa nej {time}: {why}',
    en: '✕ {name} said no {time}: {why}',
  },
  'announcement.approval.over.gone': {
    nb: '– Det er ikke lenger noe å godkjenne her.',
    sv: '– Det finns inte längre något att godkänna här.',
    en: '– There is no longer anything to approve here.',
  },
  'announcement.button.approve': { nb: 'Godkjenn og send', sv: 'Godkänn och skicka', en: 'Approve and send' },
  'announcement.button.approve-planned': { nb: 'Godkjenn', sv: 'Godkänn', en: 'Approve' },
  'announcement.button.decline': { nb: 'Ikke send …', sv: 'Skicka inte …', en: 'Do not send …' },
  'announcement.decline.title': { nb: 'Ikke send', sv: 'Skicka inte', en: 'Do not send' },
  'announcement.decline.why': {
    nb: 'Hvorfor ikke? {name} får vite det.',
    sv: 'Varför inte? {name} får veta det.',
    en: 'Why not? {name} will be told.',
  },
  'announcement.decline.missing': { nb: 'Skriv hvorfor.', sv: 'Skriv varför.', en: 'Write why.' },
  'announcement.decline.do': { nb: 'Si nei', sv: 'Säg nej', en: 'Say no' },
  'announcement.told.approved': {
    nb: '{name} godkjente «{title}»',
    sv: '{name} godkände ”{title}”',
    en: '{name} approved “{title}”',
  },
  'announcement.told.declined': {
    nb: '{name} vil ikke sende «{title}»',
    sv: '{name} vill inte skicka ”{title}”',
    en: '{name} does not want to send “{title}”',
  },
  'announcement.told.why': { nb: 'Grunnen: {why}', sv: 'Anledningen: {why}', en: 'The reason: {why}' },
  'announcement.unsent.late': {
    nb: '«{title}» ble ikke sendt: Klar var nede da den skulle gå, {time}. Den ligger som utkast.',
    sv: '”{title}” skickades inte: Klar låg nere när det skulle gå, {time}. Det ligger som utkast.',
    en: '“{title}” was not sent: Klar was down when it was due, {time}. It is kept as a draft.',
  },
  'announcement.unsent.author': {
    nb: '«{title}» ble ikke sendt: {name}, som skrev den, leder ikke lenger {programme}.',
    sv: '”{title}” skickades inte: {name}, som skrev det, leder inte längre {programme}.',
    en: '“{title}” was not sent: {name}, who wrote it, no longer leads {programme}.',
  },
  'announcement.unsent.nobody': {
    nb: '«{title}» ble ikke sendt: det er ingen å sende den til. Den ligger som utkast.',
    sv: '”{title}” skickades inte: det finns ingen att skicka det till. Det ligger som utkast.',
    en: '“{title}” was not sent: there is nobody to send it to. It is kept as a draft.',
  },
  'announcement.unsent.second': {
    nb: '«{title}» venter: den går nå til så mange at en til må godkjenne, og ingen andre leder {programme}. Den ligger som utkast.',
    sv: '”{title}” väntar: det går nu till så många att en till måste godkänna, och ingen annan leder {programme}. Det ligger som utkast.',
    en: '“{title}” waits: it now goes to so many that one more must approve, and nobody else leads {programme}. It is kept as a draft.',
  },
  'announcement.limit.set': {
    nb: 'Fra nå av kan én som leder {programme}, sende til inntil {count, plural, one {én mottaker} other {# mottakere}} alene. Til flere må en til godkjenne.',
    sv: 'Från och med nu får en som leder {programme} skicka till högst {count, plural, one {en mottagare} other {# mottagare}} ensam. Till fler måste en till godkänna.',
    en: 'From now on one person who leads {programme} may send to up to {count, plural, one {one receiver} other {# receivers}} alone. For more, one more must approve.',
  },
  'announcement.limit.wrong': {
    nb: 'Skriv et tall fra 0 til {most}, for eksempel: kunngjør grense 30',
    sv: 'Skriv ett tal från 0 till {most}, till exempel: meddela gräns 30',
    en: 'Write a number from 0 to {most}, for example: announce limit 30',
  },
  'announcement.limit.owners': {
    nb: 'Bare de som eier {programme}, kan endre grensen: {owners}.',
    sv: 'Bara de som äger {programme} kan ändra gränsen: {owners}.',
    en: 'Only those who own {programme} can change the limit: {owners}.',
  },
} as const;
