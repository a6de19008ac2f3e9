/** How a checklist is made and given out. */
export const checklistGivingSentences = {
  'checklist.nobody-answers': {
    nb: 'Ingen kan svare for {unit} ennå. Den som leder programmet, kan skrive: enhet "{unit}" kontakt @navn',
    sv: 'Ingen kan svara för {unit} ännu. Den som leder programmet kan skriva: enhet "{unit}" kontakt @namn',
    en: 'Nobody can answer for {unit} yet. Whoever leads the programme can type: unit "{unit}" contact @name',
  },
  'checklist.to-board': { nb: 'Til tavlen', sv: 'Till tavlan', en: 'To the board' },
  'checklist.to-sheet': { nb: 'Til punktene', sv: 'Till punkterna', en: 'To the points' },
  'checklist.list': { nb: 'Sjekklister', sv: 'Checklistor', en: 'Checklists' },
  'checklist.list-awaiting': {
    nb: 'Sjekklister: {count, plural, one {1 venter på svar fra deg} other {# venter på svar fra deg}}',
    sv: 'Checklistor: {count, plural, one {1 väntar på svar från dig} other {# väntar på svar från dig}}',
    en: 'Checklists: {count, plural, one {1 is waiting for your answer} other {# are waiting for your answer}}',
  },
  'checklist.named': { nb: '{name} {due}', sv: '{name} {due}', en: '{name}, {due}' },
  'checklist.open-sheet': { nb: 'Åpne {unit}', sv: 'Öppna {unit}', en: 'Open {unit}' },
  'checklist.open-board': { nb: 'Se tavlen', sv: 'Se tavlan', en: 'See the board' },
  'checklist.give-out': { nb: 'Del ut en sjekkliste', sv: 'Dela ut en checklista', en: 'Give out a checklist' },
  'checklist.new-title': { nb: 'Del ut sjekkliste', sv: 'Dela ut checklista', en: 'Give out a checklist' },
  'checklist.new': {
    nb: 'Del ut en sjekkliste i {programme}',
    sv: 'Dela ut en checklista i {programme}',
    en: 'Give out a checklist in {programme}',
  },
  'checklist.new-explained': {
    nb: 'Hver enhet får sine egne punkter. Du ser hvem som får hva, før noe sendes.',
    sv: 'Varje enhet får sina egna punkter. Du ser vem som får vad innan något skickas.',
    en: 'Each unit gets points of its own. You see who gets what before anything is sent.',
  },
  'checklist.template': { nb: 'Hvilken sjekkliste?', sv: 'Vilken checklista?', en: 'Which checklist?' },
  'checklist.template-choice': {
    nb: '{name} ({count} punkter)',
    sv: '{name} ({count} punkter)',
    en: '{name} ({count} points)',
  },
  'checklist.units': { nb: 'Hvilke enheter?', sv: 'Vilka enheter?', en: 'Which units?' },
  'checklist.every-unit': {
    nb: 'Alle {count, number} enhetene',
    sv: 'Alla {count, number} enheter',
    en: 'All {count, number} units',
  },
  'checklist.too-many-choices': {
    nb: 'Bare de første {shown} av {total} enheter kan velges hver for seg her.',
    sv: 'Bara de första {shown} av {total} enheter kan väljas var för sig här.',
    en: 'Only the first {shown} of {total} units can be chosen one by one here.',
  },
  'checklist.due': {
    nb: 'Når skal svarene være inne?',
    sv: 'När ska svaren vara inne?',
    en: 'When are the answers due?',
  },
  'checklist.see-preview': { nb: 'Se hvem som får hva', sv: 'Se vem som får vad', en: 'See who gets what' },
  'checklist.preview': {
    nb: 'Dele ut «{name}» til {count, plural, one {1 enhet} other {# enheter}}?',
    sv: 'Dela ut ”{name}” till {count, plural, one {1 enhet} other {# enheter}}?',
    en: 'Give out “{name}” to {count, plural, one {1 unit} other {# units}}?',
  },
  'checklist.preview-explained': {
    nb: '{points} punkter til hver enhet, svar innen {due} ({distance}). Dette blir sendt:',
    sv: '{points} punkter till varje enhet, svar senast {due} ({distance}). Det här skickas:',
    en: '{points} points each, answers by {due} ({distance}). This will be sent:',
  },
  'checklist.to-unit-place': { nb: 'Til {place}', sv: 'Till {place}', en: 'To {place}' },
  'checklist.to-programme-place': {
    nb: 'Til programmets sted, {place}',
    sv: 'Till programmets plats, {place}',
    en: 'To the programme’s place, {place}',
  },
  'checklist.to-person': {
    nb: 'Til {name} i egen samtale',
    sv: 'Till {name} i egen chatt',
    en: 'To {name} in their own chat',
  },
  'checklist.to-nobody': {
    nb: 'Får ikke noe kort: Klar har verken sted eller person å skrive til',
    sv: 'Får inget kort: Klar har varken plats eller person att skriva till',
    en: 'Gets no card: Klar has neither a place nor a person to write to',
  },
  'checklist.give-out-now': {
    nb: 'Del ut til {count, plural, one {1 enhet} other {# enheter}}',
    sv: 'Dela ut till {count, plural, one {1 enhet} other {# enheter}}',
    en: 'Give out to {count, plural, one {1 unit} other {# units}}',
  },
  'checklist.given-out': {
    nb: '«{name}» er delt ut til {count, plural, one {1 enhet} other {# enheter}}',
    sv: '”{name}” är utdelad till {count, plural, one {1 enhet} other {# enheter}}',
    en: '“{name}” is given out to {count, plural, one {1 unit} other {# units}}',
  },
  'checklist.given-out-detail': {
    nb: 'Delt ut av {name}, svar innen {due}. Kortene sendes nå. Tavlen viser svarene etter hvert, og hvilke enheter kortet ikke nådde.',
    sv: 'Utdelad av {name}, svar senast {due}. Korten skickas nu. Tavlan visar svaren efter hand, och vilka enheter kortet inte nådde.',
    en: 'Given out by {name}, answers by {due}. The cards are being sent. The board shows the answers as they come, and which units the card did not reach.',
  },
  'checklist.draft-gone': {
    nb: 'Dette er avbrutt eller for gammelt. Ingenting er delt ut. Skriv «sjekkliste» for å begynne på nytt.',
    sv: 'Det här är avbrutet eller för gammalt. Inget har delats ut. Skriv ”checklista” för att börja om.',
    en: 'This was cancelled or is too old. Nothing was given out. Type “checklist” to start again.',
  },
  'checklist.cancelled': {
    nb: 'Avbrutt. Ingenting er delt ut.',
    sv: 'Avbrutet. Inget har delats ut.',
    en: 'Cancelled. Nothing was given out.',
  },
  'checklist.unreached': {
    nb: 'Kortet nådde ikke fram til: {units}',
    sv: 'Kortet nådde inte fram till: {units}',
    en: 'The card did not reach: {units}',
  },
  'checklist.nobody-to-remind': {
    nb: 'Det er ingen flere å minne på i dag. De som ikke har svart, har fått påminnelse eller kan ikke nås.',
    sv: 'Det finns inga fler att påminna i dag. De som inte har svarat har fått påminnelse eller går inte att nå.',
    en: 'There is nobody left to remind today. Those who have not answered have had a reminder or cannot be reached.',
  },
  'checklist.open': { nb: 'Åpne sjekklisten', sv: 'Öppna checklistan', en: 'Open the checklist' },
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
  'checklist.only-leaders': {
    nb: 'Bare de som leder programmet, kan dele ut sjekklister og minne enhetene. Ingenting er sendt.',
    sv: 'Bara de som leder programmet kan dela ut checklistor och påminna enheterna. Inget har skickats.',
    en: 'Only those who lead the programme can give out checklists and remind units. Nothing was sent.',
  },
} as const;
