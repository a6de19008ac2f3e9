/** How a unit answers its points: the form, all that is in order at once, and what came of it. */
export const checklistAnsweringSentences = {
  // What can be chosen
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

  // What was saved
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
  'checklist.undo': { nb: 'Angre', sv: 'Ångra', en: 'Undo' },

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

  // Refusals
  'checklist.only-they-answer': {
    nb: 'Bare {names} kan svare for {unit}. Ingenting er lagret.',
    sv: 'Bara {names} kan svara för {unit}. Inget har sparats.',
    en: 'Only {names} can answer for {unit}. Nothing was saved.',
  },
  'checklist.not-yours': {
    nb: 'Bare den som ga svarene, kan angre dem. Du kan svare på nytt. Ingenting er endret.',
    sv: 'Bara den som gav svaren kan ångra dem. Du kan svara på nytt. Inget har ändrats.',
    en: 'Only the person who gave the answers can undo them. You can answer again. Nothing was changed.',
  },
} as const;
