/** What Klar asks about a plan that somebody brings in. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const planImportSentences = {
  'plan.draft-replaced': {
    nb: 'Dette kortet er utdatert: du har sendt inn planen på nytt siden. Bruk det nyeste kortet.',
    sv: 'Det här kortet är inaktuellt: du har skickat in planen på nytt sedan dess. Använd det senaste kortet.',
    en: 'This card is out of date: you have sent the plan again since. Use the newest card.',
  },
  'plan.refused-stays': {
    nb: '{count, plural, one {Én slik rad står} other {# slike rader står}} i planen fra før, og blir stående der som {count, plural, one {den} other {de}} er.',
    sv: '{count, plural, one {En sådan rad står} other {# sådana rader står}} redan i planen och står kvar där som {count, plural, one {den} other {de}} är.',
    en: '{count, plural, one {One such row stands} other {# such rows stand}} in the plan already, and {count, plural, one {stays} other {stay}} there as {count, plural, one {it is} other {they are}}.',
  },
  'plan.refused-mend': {
    nb: 'Rett det opp og send inn planen på nytt, så erstatter den dette, eller lagre uten.',
    sv: 'Rätta det och skicka in planen igen, så ersätter den detta, eller spara utan.',
    en: 'Mend it and send the plan again to replace this, or save without.',
  },

  // Pasted text.
  'plan.paste-label': { nb: 'Lim inn planen her', sv: 'Klistra in planen här', en: 'Paste the plan here' },
  'plan.paste-example': {
    nb: '15/9 Opplæringsplanen er godkjent – Nordvik kommune',
    sv: '15/9 Utbildningsplanen är godkänd – Nordviks kommun',
    en: '15/9 The training plan is approved – Nordvik municipality',
  },
  'plan.paste-read': { nb: 'Les planen', sv: 'Läs planen', en: 'Read the plan' },
  'plan.paste-nothing': {
    nb: 'Det er ikke limt inn noe ennå. Lim inn planen, eller velg en fil.',
    sv: 'Inget är inklistrat ännu. Klistra in planen eller välj en fil.',
    en: 'Nothing is pasted yet. Paste the plan, or choose a file.',
  },
  'plan.pasted': { nb: 'Innlimt tekst', sv: 'Inklistrad text', en: 'Pasted text' },
  'plan.pasted-other': {
    nb: 'Klar finner ingen plan i teksten. Lim inn en tabell, eller skriv én linje for hver ting med dato først: «15/9 Samling».',
    sv: 'Klar hittar ingen plan i texten. Klistra in en tabell, eller skriv en rad för varje sak med datum först: ”15/9 Samling”.',
    en: 'Klar finds no plan in the text. Paste a table, or write a line for each thing with its date first: “15/9 Gathering”.',
  },

  // Columns.
  'plan.columns.title': {
    nb: 'Hvilken kolonne er hva?',
    sv: 'Vilken kolumn är vad?',
    en: 'Which column is what?',
  },
  'plan.columns.text': {
    nb: 'Klar er ikke sikker på kolonnene i «{source}». Ingenting er lagret.',
    sv: 'Klar är inte säker på kolumnerna i ”{source}”. Inget är sparat.',
    en: 'Klar is not sure about the columns of “{source}”. Nothing is saved.',
  },
  'plan.columns.change': {
    nb: 'Slik leser Klar kolonnene i «{source}» nå. Ingenting er lagret.',
    sv: 'Så här läser Klar kolumnerna i ”{source}” nu. Inget är sparat.',
    en: 'This is how Klar reads the columns of “{source}” now. Nothing is saved.',
  },
  'plan.columns.none': { nb: 'Ingen av disse', sv: 'Ingen av dessa', en: 'None of these' },
  'plan.columns.read': { nb: 'Les planen slik', sv: 'Läs planen så', en: 'Read the plan like this' },
  'plan.columns.choose': { nb: 'Velg kolonner', sv: 'Välj kolumner', en: 'Choose columns' },
  'plan.columns.button': { nb: 'Kolonner …', sv: 'Kolumner …', en: 'Columns …' },
  'plan.columns.twice': {
    nb: 'Samme kolonne er valgt to ganger. Velg en annen her.',
    sv: 'Samma kolumn är vald två gånger. Välj en annan här.',
    en: 'The same column is chosen twice. Choose another here.',
  },
  'plan.choose': { nb: 'Velg', sv: 'Välj', en: 'Choose' },

  // Sheets.
  'plan.sheet.read': {
    nb: 'Ark: «{sheet}», ett av {count}.',
    sv: 'Blad: ”{sheet}”, ett av {count}.',
    en: 'Sheet: “{sheet}”, one of {count}.',
  },
  'plan.sheet.other': { nb: 'Velg et annet ark', sv: 'Välj ett annat blad', en: 'Choose another sheet' },
  'plan.sheet.title': { nb: 'Hvilket ark er planen?', sv: 'Vilket blad är planen?', en: 'Which sheet is the plan?' },
  'plan.sheet.label': { nb: 'Ark i «{source}»', sv: 'Blad i ”{source}”', en: 'Sheet of “{source}”' },
  'plan.sheet.use': { nb: 'Les dette arket', sv: 'Läs det här bladet', en: 'Read this sheet' },
  'plan.sheet.gone': {
    nb: 'Velg et av arkene.',
    sv: 'Välj ett av bladen.',
    en: 'Choose one of the sheets.',
  },

  // Names of units.
  'plan.units.ask': {
    nb: '{count, plural, one {Et navn er uklart. Uten svar står det} other {# navn er uklare. Uten svar står de}} som i filen.',
    sv: '{count, plural, one {Ett namn är oklart. Utan svar står det} other {# namn är oklara. Utan svar står de}} som i filen.',
    en: '{count, plural, one {A name is unclear. Unanswered, it stays} other {# names are unclear. Unanswered, they stay}} as in the file.',
  },
  'plan.units.same': { nb: '{name} = {as}?', sv: '{name} = {as}?', en: '{name} = {as}?' },
  'plan.units.split': {
    nb: '«{name}»: én enhet eller flere?',
    sv: '”{name}”: en enhet eller flera?',
    en: '“{name}”: one unit or several?',
  },
  'plan.units.in-rows': {
    nb: '{question} ({count, plural, one {rad {rows}} other {rad {rows}}})',
    sv: '{question} ({count, plural, one {rad {rows}} other {rad {rows}}})',
    en: '{question} ({count, plural, one {row {rows}} other {rows {rows}}})',
  },
  'plan.units.yes': { nb: 'Ja', sv: 'Ja', en: 'Yes' },
  'plan.units.no': { nb: 'Nei', sv: 'Nej', en: 'No' },
  'plan.units.yes-same': { nb: 'Ja, samme enhet', sv: 'Ja, samma enhet', en: 'Yes, the same unit' },
  'plan.units.yes-named': { nb: 'Ja: {name}', sv: 'Ja: {name}', en: 'Yes: {name}' },
  'plan.units.no-other': { nb: 'Nei, to enheter', sv: 'Nej, två enheter', en: 'No, two units' },
  'plan.units.whole': { nb: 'Én', sv: 'En', en: 'One' },
  'plan.units.parts': {
    nb: '{count, plural, =2 {To} =3 {Tre} =4 {Fire} other {#}}: {parts}',
    sv: '{count, plural, =2 {Två} =3 {Tre} =4 {Fyra} other {#}}: {parts}',
    en: '{count, plural, =2 {Two} =3 {Three} =4 {Four} other {#}}: {parts}',
  },
  'plan.units.answer': {
    nb: 'Avklar {count, plural, one {navnet} other {navnene}}',
    sv: 'Reda ut {count, plural, one {namnet} other {namnen}}',
    en: 'Settle the {count, plural, one {name} other {names}}',
  },
  'plan.units.title': { nb: 'Navn på enheter', sv: 'Namn på enheter', en: 'Names of units' },
  'plan.units.text': {
    nb: 'Svarene huskes når planen lagres, så du ikke blir spurt igjen. Det du ikke svarer på, står som i filen.',
    sv: 'Svaren sparas när planen sparas, så att du inte får frågan igen. Det du inte svarar på står som i filen.',
    en: 'The answers are remembered when the plan is saved, so that you are not asked again. What you leave stays as in the file.',
  },
  'plan.units.left': {
    nb: '{count, plural, one {Ett navn til etter disse.} other {# navn til etter disse.}}',
    sv: '{count, plural, one {Ett namn till efter dessa.} other {# namn till efter dessa.}}',
    en: '{count, plural, one {One more name after these.} other {# more names after these.}}',
  },
  'plan.units.use': { nb: 'Bruk disse svarene', sv: 'Använd de här svaren', en: 'Use these answers' },
  'plan.units.merged': {
    nb: 'Samme enhet: {names}',
    sv: 'Samma enhet: {names}',
    en: 'The same unit: {names}',
  },
  'plan.units.again': { nb: 'Spør om navnene på nytt', sv: 'Fråga om namnen igen', en: 'Ask about the names again' },

  // Some rows of a plan, or all of it.
  'plan.part': {
    nb: '{known, plural, =0 {Dette er bare nye rader.} other {Her er # av planens {all} rader.}} {missing, plural, one {Den andre} other {De # andre}} blir stående som før.',
    sv: '{known, plural, =0 {Det här är bara nya rader.} other {Här är # av planens {all} rader.}} {missing, plural, one {Den andra} other {De # andra}} står kvar som förut.',
    en: '{known, plural, =0 {These are new rows alone.} other {Here {known, plural, one {is} other {are}} # of the plan’s {all} rows.}} {missing, plural, one {The other one stays} other {The # others stay}} as before.',
  },
  'plan.part.gone': {
    nb: '{known, plural, =0 {Ingen av planens {all} rader er med her. De} other {# av planens {all} rader er med her. {missing, plural, one {Den andre} other {De # andre}}}} blir tatt ut.',
    sv: '{known, plural, =0 {Ingen av planens {all} rader är med här. De} other {# av planens {all} rader är med här. {missing, plural, one {Den andra} other {De # andra}}}} tas bort.',
    en: '{known, plural, =0 {None of the plan’s {all} rows is here. They} other {# of the plan’s {all} rows {known, plural, one {is} other {are}} here. The {missing, plural, one {other one} other {# others}}}} will be taken out.',
  },
  'plan.part.replace': {
    nb: 'Ta ut {missing, plural, one {den andre raden} other {de # andre radene}}',
    sv: 'Ta bort {missing, plural, one {den andra raden} other {de # andra raderna}}',
    en: 'Take out the {missing, plural, one {other row} other {# other rows}}',
  },
  'plan.part.keep': {
    nb: 'Behold {missing, plural, one {raden som mangler} other {de # radene som mangler}}',
    sv: 'Behåll {missing, plural, one {raden som saknas} other {de # raderna som saknas}}',
    en: 'Keep the {missing, plural, one {row that is missing} other {# rows that are missing}}',
  },
} as const;
