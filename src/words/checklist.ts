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
  'checklist.choice.green': { nb: '✓ Grønn: på plass', sv: '✓ Grön: på plats', en: '✓ Green: in place' },
  'checklist.choice.yellow': {
    nb: '! Gul: på vei, noe mangler',
    sv: '! Gul: på väg, något saknas',
    en: '! Yellow: under way, something is missing',
  },
  'checklist.choice.red': { nb: '✕ Rød: ikke på plass', sv: '✕ Röd: inte på plats', en: '✕ Red: not in place' },
  'checklist.choice.not-relevant': {
    nb: '∅ Ikke aktuelt hos oss',
    sv: '∅ Inte aktuellt hos oss',
    en: '∅ Not relevant to us',
  },

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
  'checklist.saved': {
    nb: '{count, plural, one {1 punkt} other {# punkter}} lagret for {unit}, {when} av {name}. Svarene kan endres når som helst.',
    sv: '{count, plural, one {1 punkt sparad} other {# punkter sparade}} för {unit}, {when} av {name}. Svaren kan ändras när som helst.',
    en: '{count, plural, one {1 point} other {# points}} saved for {unit}, {when} by {name}. The answers can be changed at any time.',
  },
  'checklist.undone': {
    nb: '{name} angret {when}: {count, plural, one {1 punkt} other {# punkter}} er satt tilbake. Historikken viser begge svarene.',
    sv: '{name} ångrade {when}: {count, plural, one {1 punkt är återställd} other {# punkter är återställda}}. Historiken visar båda svaren.',
    en: '{name} undid this {when}: {count, plural, one {1 point is} other {# points are}} as before. The history shows both answers.',
  },
  'checklist.unchanged': {
    nb: 'Ingenting var endret, så det er ikke lagret noe nytt.',
    sv: 'Inget var ändrat, så inget nytt har sparats.',
    en: 'Nothing had changed, so nothing new is saved.',
  },
  'checklist.nothing-to-undo': {
    nb: 'Dette er allerede angret, eller noen har svart på nytt siden. Ingenting er endret.',
    sv: 'Det är redan ångrat, eller så har någon svarat på nytt sedan dess. Inget har ändrats.',
    en: 'This is undone already, or somebody has answered again since. Nothing was changed.',
  },
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
  'checklist.history-button': { nb: 'Historikk', sv: 'Historik', en: 'History' },
  'checklist.undo': { nb: 'Angre', sv: 'Ångra', en: 'Undo' },
  'checklist.cancel': { nb: 'Avbryt', sv: 'Avbryt', en: 'Cancel' },

  // The form
  'checklist.form-title': { nb: 'Svar på punktene', sv: 'Svara på punkterna', en: 'Answer the points' },
  'checklist.form': {
    nb: '{name} {due}: punkt {first}–{last} for {unit}',
    sv: '{name} {due}: punkt {first}–{last} för {unit}',
    en: '{name}, {due}: points {first}–{last} for {unit}',
  },
  'checklist.who-sees': {
    nb: 'Alle i programmet kan se svarene, merknadene og hvem som svarte. Skriv en merknad når du velger gul eller rød.',
    sv: 'Alla i programmet kan se svaren, kommentarerna och vem som svarade. Skriv en kommentar när du väljer gul eller röd.',
    en: 'Everyone in the programme can see the answers, the comments and who answered. Write a comment when you choose yellow or red.',
  },
  'checklist.choose': { nb: 'Ikke svart ennå', sv: 'Inget svar ännu', en: 'No answer yet' },
  'checklist.answer-to': { nb: 'Svar på punkt {number}', sv: 'Svar på punkt {number}', en: 'Answer to point {number}' },
  'checklist.remark': {
    nb: 'Merknad til punkt {number}',
    sv: 'Kommentar till punkt {number}',
    en: 'Comment on point {number}',
  },
  'checklist.remark-hint': {
    nb: 'Hva mangler, og når er det på plass?',
    sv: 'Vad saknas, och när är det på plats?',
    en: 'What is missing, and when will it be in place?',
  },
  'checklist.save': {
    nb: 'Lagre svarene for {unit}',
    sv: 'Spara svaren för {unit}',
    en: 'Save the answers for {unit}',
  },
  'checklist.problem.comment-needed': {
    nb: 'Punkt {number}: Skriv kort hva som mangler. Gul og rød trenger en merknad.',
    sv: 'Punkt {number}: Skriv kort vad som saknas. Gul och röd behöver en kommentar.',
    en: 'Point {number}: Say briefly what is missing. Yellow and red need a comment.',
  },
  'checklist.problem.colour-needed': {
    nb: 'Punkt {number}: Velg også et svar. En merknad uten svar blir ikke lagret.',
    sv: 'Punkt {number}: Välj också ett svar. En kommentar utan svar sparas inte.',
    en: 'Point {number}: Choose an answer, too. A comment without an answer is not saved.',
  },
  'checklist.problem.comment-too-long': {
    nb: 'Punkt {number}: Merknaden er for lang. Kort den ned til {max} tegn.',
    sv: 'Punkt {number}: Kommentaren är för lång. Korta den till {max} tecken.',
    en: 'Point {number}: The comment is too long. Shorten it to {max} characters.',
  },
  'checklist.problem.not-optional': {
    nb: 'Punkt {number} gjelder alle enheter. Velg grønn, gul eller rød.',
    sv: 'Punkt {number} gäller alla enheter. Välj grön, gul eller röd.',
    en: 'Point {number} applies to every unit. Choose green, yellow or red.',
  },
  'checklist.problem.unknown': {
    nb: 'Skjemaet passer ikke til sjekklisten lenger. Ingenting er lagret. Skriv «sjekkliste» for å åpne den på nytt.',
    sv: 'Formuläret stämmer inte längre med checklistan. Inget har sparats. Skriv ”checklista” för att öppna den på nytt.',
    en: 'The form no longer fits the checklist. Nothing was saved. Type “checklist” to open it again.',
  },

  // All without remarks is in order
  'checklist.rest': {
    nb: 'Er {count, plural, one {dette punktet} other {disse # punktene}} i orden for {unit}?',
    sv: 'Är {count, plural, one {den här punkten} other {de här # punkterna}} i ordning för {unit}?',
    en: '{count, plural, one {Is this point} other {Are these # points}} in order for {unit}?',
  },
  'checklist.rest-explained': {
    nb: 'Ingen har svart på {count, plural, one {det} other {dem}} ennå. Du bekrefter {count, plural, one {det som grønt} other {dem som grønne}}. Alle i programmet kan se det.',
    sv: 'Ingen har svarat på {count, plural, one {den} other {dem}} ännu. Du bekräftar {count, plural, one {den som grön} other {dem som gröna}}. Alla i programmet kan se det.',
    en: 'Nobody has answered {count, plural, one {it} other {them}} yet. You confirm {count, plural, one {it} other {them}} as green. Everyone in the programme can see that.',
  },
  'checklist.confirm-rest': {
    nb: 'Bekreft {count, plural, one {1 punkt} other {# punkter}} som {count, plural, one {grønt} other {grønne}}',
    sv: 'Bekräfta {count, plural, one {1 punkt som grön} other {# punkter som gröna}}',
    en: 'Confirm {count, plural, one {1 point} other {# points}} as green',
  },

  // History
  'checklist.history': {
    nb: 'Historikk for {unit}: {count, plural, =0 {ingen svar} one {1 svar} other {# svar}}',
    sv: 'Historik för {unit}: {count, plural, =0 {inga svar} one {1 svar} other {# svar}}',
    en: 'History for {unit}: {count, plural, =0 {no answers} one {1 answer} other {# answers}}',
  },
  'checklist.history-of-item': {
    nb: 'Historikk for {unit}, punkt {item}: {count, plural, =0 {ingen svar} one {1 svar} other {# svar}}',
    sv: 'Historik för {unit}, punkt {item}: {count, plural, =0 {inga svar} one {1 svar} other {# svar}}',
    en: 'History for {unit}, point {item}: {count, plural, =0 {no answers} one {1 answer} other {# answers}}',
  },
  'checklist.history-empty': {
    nb: 'Ingen har svart ennå. Når noen svarer, ser du her hvem det var, og når.',
    sv: 'Ingen har svarat ännu. När någon svarar ser du här vem det var och när.',
    en: 'Nobody has answered yet. When somebody does, you will see here who and when.',
  },
  'checklist.newest-first': {
    nb: '{name} {due}. De nyeste svarene står først.',
    sv: '{name} {due}. De senaste svaren står först.',
    en: '{name}, {due}. The newest answers come first.',
  },
  'checklist.answered-by': {
    nb: '{name}, {role, select, contact {kontakt} other {stedfortreder}}, svarte for {unit} {when}',
    sv: '{name}, {role, select, contact {kontakt} other {ersättare}}, svarade för {unit} {when}',
    en: '{name}, {role, select, contact {contact} other {deputy}}, answered for {unit} {when}',
  },
  'checklist.undone-by': {
    nb: '{name}, {role, select, contact {kontakt} other {stedfortreder}}, angret et svar for {unit} {when}',
    sv: '{name}, {role, select, contact {kontakt} other {ersättare}}, ångrade ett svar för {unit} {when}',
    en: '{name}, {role, select, contact {contact} other {deputy}}, undid an answer for {unit} {when}',
  },
  'checklist.someone': { nb: 'En tidligere deltaker', sv: 'En tidigare deltagare', en: 'A former participant' },
  'checklist.which-item': { nb: 'Bare ett punkt', sv: 'Bara en punkt', en: 'One point only' },
  'checklist.which-point': {
    nb: 'Hvilket punkt for {unit}?',
    sv: 'Vilken punkt för {unit}?',
    en: 'Which point for {unit}?',
  },
  'checklist.all-items': { nb: 'Alle punktene', sv: 'Alla punkter', en: 'All points' },
  'checklist.show-history': { nb: 'Vis historikken', sv: 'Visa historiken', en: 'Show the history' },
  'checklist.more-lines': { nb: 'Vis flere', sv: 'Visa fler', en: 'Show more' },
  'checklist.fewer-lines': { nb: 'Vis de forrige', sv: 'Visa de föregående', en: 'Show the previous' },
  'checklist.lines': {
    nb: '{first}–{last} av {total}',
    sv: '{first}–{last} av {total}',
    en: '{first}–{last} of {total}',
  },
  'checklist.more-names': {
    nb: '{count} til',
    sv: '{count} till',
    en: '{count} more',
  },
  'checklist.and-more': { nb: 'og {count} til', sv: 'och {count} till', en: 'and {count} more' },
  'checklist.choose-board': {
    nb: 'Hvilken sjekkliste vil du se tavlen for?',
    sv: 'Vilken checklista vill du se tavlan för?',
    en: 'Which checklist do you want to see the board of?',
  },
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
  'checklist.no-units': {
    nb: '{programme} har ingen enheter ennå',
    sv: '{programme} har inga enheter ännu',
    en: '{programme} has no units yet',
  },
  'checklist.no-units-next': {
    nb: 'Importer planen eller en liste over folk først, så kommer enhetene med.',
    sv: 'Importera planen eller en lista över personer först, så kommer enheterna med.',
    en: 'Import the plan or a list of people first, and the units come with it.',
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
  'checklist.problem.unknown-template': {
    nb: 'Velg hvilken sjekkliste du vil dele ut.',
    sv: 'Välj vilken checklista du vill dela ut.',
    en: 'Choose which checklist to give out.',
  },
  'checklist.problem.no-units': {
    nb: 'Velg minst én enhet.',
    sv: 'Välj minst en enhet.',
    en: 'Choose at least one unit.',
  },
  'checklist.problem.unknown-unit': {
    nb: 'En av enhetene finnes ikke i programmet lenger. Velg på nytt.',
    sv: 'En av enheterna finns inte längre i programmet. Välj på nytt.',
    en: 'One of the units is no longer in the programme. Choose again.',
  },
  'checklist.problem.no-date': {
    nb: 'Velg dagen svarene skal være inne.',
    sv: 'Välj dagen då svaren ska vara inne.',
    en: 'Choose the day the answers are due.',
  },
  'checklist.problem.past-date': {
    nb: 'Den dagen er allerede over. Velg i dag eller en senere dag.',
    sv: 'Den dagen har redan varit. Välj i dag eller en senare dag.',
    en: 'That day is over. Choose today or a later day.',
  },
  'checklist.no-answerer': {
    nb: 'ingen kan svare ennå',
    sv: 'ingen kan svara ännu',
    en: 'nobody can answer yet',
  },
  'checklist.all-answered': {
    nb: 'Alle enhetene har svart på alt.',
    sv: 'Alla enheter har svarat på allt.',
    en: 'Every unit has answered everything.',
  },
  'checklist.choose-unit': { nb: 'Velg enhet', sv: 'Välj enhet', en: 'Choose unit' },
  'checklist.which-unit': { nb: 'Hvilken enhet?', sv: 'Vilken enhet?', en: 'Which unit?' },
  'checklist.show-unit': { nb: 'Vis svarene', sv: 'Visa svaren', en: 'Show the answers' },
  'checklist.problem.choose-unit': {
    nb: 'Velg en enhet.',
    sv: 'Välj en enhet.',
    en: 'Choose a unit.',
  },
  'checklist.answer': { nb: 'Svar', sv: 'Svara', en: 'Answer' },

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
  'checklist.only-they-answer': {
    nb: 'Bare {names} kan svare for {unit}. Ingenting er lagret.',
    sv: 'Bara {names} kan svara för {unit}. Inget har sparats.',
    en: 'Only {names} can answer for {unit}. Nothing was saved.',
  },
  'checklist.only-leaders': {
    nb: 'Bare de som leder programmet, kan dele ut sjekklister og minne enhetene. Ingenting er sendt.',
    sv: 'Bara de som leder programmet kan dela ut checklistor och påminna enheterna. Inget har skickats.',
    en: 'Only those who lead the programme can give out checklists and remind units. Nothing was sent.',
  },
  'checklist.not-yours': {
    nb: 'Bare den som ga svarene, kan angre dem. Du kan svare på nytt. Ingenting er endret.',
    sv: 'Bara den som gav svaren kan ångra dem. Du kan svara på nytt. Inget har ändrats.',
    en: 'Only the person who gave the answers can undo them. You can answer again. Nothing was changed.',
  },
} as const;
