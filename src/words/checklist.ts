/** Sentences of checklist/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const checklistSentences = {
  'checklist.help': {
    nb: 'viser sjekklistene, eller svarene fra én enhet',
    sv: 'visar checklistorna, eller svaren från en enhet',
    en: 'shows the checklists, or one unit’s answers',
  },
  'checklist.usage': { nb: 'sjekkliste [enhet]', sv: 'checklista [enhet]', en: 'checklist [unit]' },
  'checklist.help-ready': {
    nb: 'viser hvor klare enhetene er',
    sv: 'visar hur redo enheterna är',
    en: 'shows how ready the units are',
  },
  'checklist.usage-ready': { nb: 'klar', sv: 'redo', en: 'ready' },

  // Signs and colours
  'checklist.sign.green': { nb: 'grønn', sv: 'grön', en: 'green' },
  'checklist.sign.yellow': { nb: 'gul', sv: 'gul', en: 'yellow' },
  'checklist.sign.red': { nb: 'rød', sv: 'röd', en: 'red' },
  'checklist.sign.silent': { nb: 'ikke svart', sv: 'inget svar', en: 'no answer' },
  'checklist.sign.not-relevant': { nb: 'ikke aktuelt', sv: 'inte aktuellt', en: 'not relevant' },

  // One unit's sheet
  'checklist.sheet': {
    nb: '{name} {due}: {count, plural, one {1 punkt} other {# punkter}} for {unit}',
    sv: '{name} {due}: {count, plural, one {1 punkt} other {# punkter}} för {unit}',
    en: '{name}, {due}: {count, plural, one {1 point} other {# points}} for {unit}',
  },
  'checklist.you-answer': {
    nb: 'Du svarer som {role, select, contact {kontakt} other {stedfortreder}} for {unit}',
    sv: 'Du svarar som {role, select, contact {kontakt} other {ersättare}} för {unit}',
    en: 'You answer as {role, select, contact {contact} other {deputy}} for {unit}',
  },
  'checklist.you-read': {
    nb: '{names} svarer for {unit}. Du kan lese svarene',
    sv: '{names} svarar för {unit}. Du kan läsa svaren',
    en: '{names} can answer for {unit}. You can read the answers',
  },
  'checklist.asked': { nb: 'Svarer for {unit}:', sv: 'Svarar för {unit}:', en: 'Answering for {unit}:' },
  'checklist.someone': { nb: 'En tidligere deltaker', sv: 'En tidigare deltagare', en: 'A former participant' },
  'checklist.updated': {
    nb: 'Sist oppdatert {when} av {name}',
    sv: 'Senast uppdaterad {when} av {name}',
    en: 'Last updated {when} by {name}',
  },
  'checklist.range': {
    nb: 'Punkt {first}–{last} av {total}',
    sv: 'Punkt {first}–{last} av {total}',
    en: 'Points {first}–{last} of {total}',
  },
  'checklist.answer': { nb: 'Svar', sv: 'Svara', en: 'Answer' },
  'checklist.answer-page': {
    nb: 'Svar på {count, plural, one {dette punktet} other {disse #}}',
    sv: 'Svara på {count, plural, one {den här punkten} other {de här #}}',
    en: 'Answer {count, plural, one {this point} other {these #}}',
  },
  'checklist.change-page': {
    nb: 'Endre {count, plural, one {dette punktet} other {disse #}}',
    sv: 'Ändra {count, plural, one {den här punkten} other {de här #}}',
    en: 'Change {count, plural, one {this point} other {these #}}',
  },
  'checklist.rest-in-order': {
    nb: 'Alt uten merknad er i orden',
    sv: 'Allt utan kommentar är i ordning',
    en: 'Everything without a comment is in order',
  },
  'checklist.next': { nb: 'Neste {count}', sv: 'Nästa {count}', en: 'Next {count}' },
  'checklist.previous': { nb: 'Forrige {count}', sv: 'Föregående {count}', en: 'Previous {count}' },
  'checklist.cancel': { nb: 'Avbryt', sv: 'Avbryt', en: 'Cancel' },

  // Long lists
  'checklist.more-lines': { nb: 'Vis flere', sv: 'Visa fler', en: 'Show more' },
  'checklist.fewer-lines': { nb: 'Vis de forrige', sv: 'Visa de föregående', en: 'Show the previous' },
  'checklist.lines': {
    nb: '{first}–{last} av {total}',
    sv: '{first}–{last} av {total}',
    en: '{first}–{last} of {total}',
  },
  'checklist.more-names': {
    nb: '{count, plural, one {én} other {#}} til',
    sv: '{count, plural, one {en} other {#}} till',
    en: '{count, plural, one {one} other {#}} more',
  },
  'checklist.and-more': {
    nb: 'og {count, plural, one {én} other {#}} til',
    sv: 'och {count, plural, one {en} other {#}} till',
    en: 'and {count, plural, one {one} other {#}} more',
  },

  // The list of sheets
  'checklist.sheet-row': { nb: '{unit}: {name} {due}', sv: '{unit}: {name} {due}', en: '{unit}: {name}, {due}' },
  'checklist.sheet-left': {
    nb: '{left, plural, =0 {Alle {total} punktene har svar} one {1 av {total} punkter mangler svar} other {# av {total} punkter mangler svar}}, {distance}',
    sv: '{left, plural, =0 {Alla {total} punkter har svar} one {1 av {total} punkter saknar svar} other {# av {total} punkter saknar svar}}, {distance}',
    en: '{left, plural, =0 {All {total} points are answered} one {1 of {total} points lacks an answer} other {# of {total} points lack an answer}}, {distance}',
  },
  'checklist.empty': {
    nb: 'Ingen sjekkliste er delt ut i {programme} ennå',
    sv: 'Ingen checklista är utdelad i {programme} ännu',
    en: 'No checklist has been given out in {programme} yet',
  },
  'checklist.empty-lead': {
    nb: 'Del ut en, så får hver enhet sine punkter.',
    sv: 'Dela ut en, så får varje enhet sina punkter.',
    en: 'Give one out, and every unit gets its points.',
  },
  'checklist.empty-read': {
    nb: 'Du får beskjed når enheten din får en.',
    sv: 'Du får veta när din enhet får en.',
    en: 'Klar will tell you when your unit gets one.',
  },
  'checklist.no-programme': {
    nb: 'Klar vet ikke hvilket program du mener. Skriv «program» og velg eller lag ett først.',
    sv: 'Klar vet inte vilket program du menar. Skriv ”program” och välj eller skapa ett först.',
    en: 'Klar does not know which programme you mean. Type “programme” and choose or make one first.',
  },
  'checklist.button.programme': { nb: 'Velg program', sv: 'Välj program', en: 'Choose programme' },
  'checklist.button.import': { nb: 'Importer', sv: 'Importera', en: 'Import' },
  'checklist.button.help': { nb: 'Hjelp', sv: 'Hjälp', en: 'Help' },
  'checklist.not-found': {
    nb: 'Klar finner verken enhet eller sjekkliste som heter «{name}». Her er det som finnes.',
    sv: 'Klar hittar varken en enhet eller en checklista som heter ”{name}”. Här är det som finns.',
    en: 'Klar finds neither a unit nor a checklist called “{name}”. This is what there is.',
  },
  'checklist.unit-without': {
    nb: '{unit} har ikke fått noen sjekkliste ennå. Her er det som finnes.',
    sv: '{unit} har inte fått någon checklista ännu. Här är det som finns.',
    en: '{unit} has not been given a checklist yet. This is what there is.',
  },
  'checklist.several-named': {
    nb: 'Flere passer med «{name}». Velg en av dem.',
    sv: 'Flera passar med ”{name}”. Välj en av dem.',
    en: 'Several fit “{name}”. Choose one.',
  },

  // Awaiting
  'checklist.awaiting': {
    nb: 'Bekreft {count, plural, one {1 punkt} other {# punkter}} for {unit}',
    sv: 'Bekräfta {count, plural, one {1 punkt} other {# punkter}} för {unit}',
    en: 'Confirm {count, plural, one {1 point} other {# points}} for {unit}',
  },
  'checklist.awaiting-when': {
    nb: '{name}, innen {due}',
    sv: '{name}, senast {due}',
    en: '{name}, by {due}',
  },

  // Refusals
  'checklist.unknown': {
    nb: 'Klar finner ikke denne sjekklisten. Ingenting er lagret. Skriv «sjekkliste» for å se dem som finnes.',
    sv: 'Klar hittar inte den här checklistan. Inget har sparats. Skriv ”checklista” för att se de som finns.',
    en: 'Klar cannot find this checklist. Nothing was saved. Type “checklist” to see those there are.',
  },
  'checklist.unknown-unit': {
    nb: 'Enheten er ikke med i denne sjekklisten. Ingenting er lagret. Skriv «sjekkliste» for å se dem som er det.',
    sv: 'Enheten är inte med i den här checklistan. Inget har sparats. Skriv ”checklista” för att se de som är det.',
    en: 'The unit is not in this checklist. Nothing was saved. Type “checklist” to see those that are.',
  },
  'checklist.programme-gone': {
    nb: 'Programmet som sjekklisten hørte til, finnes ikke lenger. Ingenting er lagret.',
    sv: 'Programmet som checklistan hörde till finns inte längre. Inget har sparats.',
    en: 'The programme that this checklist belonged to no longer exists. Nothing was saved.',
  },
  'checklist.not-for-you': {
    nb: 'Sjekklisten er for dem som er med i programmet. Be den som leder det, om å ta deg med.',
    sv: 'Checklistan är för dem som är med i programmet. Be den som leder det att ta med dig.',
    en: 'The checklist is for those in the programme. Ask whoever leads it to add you.',
  },
} as const;
