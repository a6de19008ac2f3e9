/** Lists of people, and who somebody is. */
export const peopleListsSentences = {
  'people.identity-ask': {
    nb: 'Er du {name}{units, select, none {} other {, {role} for {units}}}?',
    sv: 'Är du {name}{units, select, none {} other {, {role} för {units}}}?',
    en: 'Are you {name}{units, select, none {} other {, {role} for {units}}}?',
  },
  'people.identity-why': {
    nb: 'E-postadressen {email} står i listen over folk i {programme}. Klar knytter deg til den bare hvis du sier ja.',
    sv: 'E-postadressen {email} står i listan över personer i {programme}. Klar kopplar dig till den bara om du säger ja.',
    en: 'The e-mail address {email} is in the list of people in {programme}. Klar ties you to it only if you say yes.',
  },
  'people.identity-why-account': {
    nb: 'En konto på {surface} har e-postadressen din, {email}. Sier du ja, svarer du som samme person begge steder.',
    sv: 'Ett konto på {surface} har din e-postadress, {email}. Om du säger ja svarar du som samma person på båda ställena.',
    en: 'An account on {surface} has your e-mail address, {email}. If you say yes, you answer as the same person in both places.',
  },
  'people.identity-yes': { nb: 'Ja, det er meg', sv: 'Ja, det är jag', en: 'Yes, that is me' },
  'people.identity-no': { nb: 'Nei, ikke meg', sv: 'Nej, inte jag', en: 'No, not me' },
  'people.identity-tied': {
    nb: 'Takk. Du er nå kjent som {name}.',
    sv: 'Tack. Du är nu känd som {name}.',
    en: 'Thank you. You are now known as {name}.',
  },
  'people.identity-left': {
    nb: 'Greit. Ingenting er knyttet sammen.',
    sv: 'Okej. Inget har kopplats ihop.',
    en: 'Fine. Nothing was tied together.',
  },
  'people.identity-old': {
    nb: 'Dette spørsmålet gjelder ikke lenger. Ingenting er endret.',
    sv: 'Den här frågan gäller inte längre. Inget har ändrats.',
    en: 'This question no longer applies. Nothing was changed.',
  },
  'people.list-title': {
    nb: 'Listen leses slik: {people, plural, one {én person} other {# personer}} i {units, plural, one {én enhet} other {# enheter}}',
    sv: 'Listan läses så här: {people, plural, one {en person} other {# personer}} i {units, plural, one {en enhet} other {# enheter}}',
    en: 'The list is read like this: {people, plural, one {one person} other {# people}} in {units, plural, one {one unit} other {# units}}',
  },
  'people.list-save': {
    nb: 'Lagre {people, plural, one {én person} other {# personer}}',
    sv: 'Spara {people, plural, one {en person} other {# personer}}',
    en: 'Save {people, plural, one {one person} other {# people}}',
  },
  'people.list-cancel': { nb: 'Ikke lagre', sv: 'Spara inte', en: 'Do not save' },
  'people.list-cancelled': { nb: 'Ingenting er lagret.', sv: 'Inget har sparats.', en: 'Nothing was saved.' },
  'people.list-saved': {
    nb: '{people, plural, one {Én person er lagret og blir gjenkjent} other {# personer er lagret og blir gjenkjent}} ved første bruk av Klar.',
    sv: '{people, plural, one {En person har sparats och känns igen} other {# personer har sparats och känns igen}} när Klar används för första gången.',
    en: '{people, plural, one {One person is saved and will be recognised} other {# people are saved and will be recognised}} the first time they use Klar.',
  },
  'people.list-expired': {
    nb: 'Denne listen er lagret allerede, eller den er for gammel. Send filen en gang til.',
    sv: 'Den här listan är redan sparad, eller så är den för gammal. Skicka filen en gång till.',
    en: 'This list is already saved, or it is too old. Send the file once more.',
  },
  'people.list-refused': {
    nb: '✕ Rad {row}, «{column}»: {problem}',
    sv: '✕ Rad {row}, ”{column}”: {problem}',
    en: '✕ Row {row}, “{column}”: {problem}',
  },
  'people.list-refused-row': {
    nb: '✕ Rad {row}: {problem}',
    sv: '✕ Rad {row}: {problem}',
    en: '✕ Row {row}: {problem}',
  },
  'people.list-refused-more': {
    nb: 'og {count, plural, one {én rad} other {# rader}} til som ikke kan brukes.',
    sv: 'och {count, plural, one {en rad} other {# rader}} till som inte kan användas.',
    en: 'and {count, plural, one {one more row} other {# more rows}} that cannot be used.',
  },
  'people.problem.no-unit': { nb: 'enheten mangler.', sv: 'enheten saknas.', en: 'the unit is missing.' },
  'people.problem.no-name': { nb: 'navnet mangler.', sv: 'namnet saknas.', en: 'the name is missing.' },
  'people.problem.no-email': {
    nb: 'e-postadressen mangler.',
    sv: 'e-postadressen saknas.',
    en: 'the e-mail address is missing.',
  },
  'people.problem.not-an-email': {
    nb: '«{value}» er ikke en e-postadresse.',
    sv: '”{value}” är ingen e-postadress.',
    en: '“{value}” is not an e-mail address.',
  },
  'people.problem.not-a-role': {
    nb: '«{value}» er ikke en rolle. Bruk kontakt, stedfortreder, eier eller medlem.',
    sv: '”{value}” är ingen roll. Använd kontakt, ersättare, ägare eller medlem.',
    en: '“{value}” is not a role. Use contact, deputy, owner or member.',
  },
  'people.problem.repeated': {
    nb: '{value} står allerede i samme enhet.',
    sv: '{value} står redan i samma enhet.',
    en: '{value} is already in the same unit.',
  },
} as const;
