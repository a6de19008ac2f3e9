/** The readiness board, and reminders of a checklist. */
export const checklistBoardSentences = {
  'checklist.state.green': {
    nb: '{count, plural, one {1 klar} other {# klare}}',
    sv: '{count, plural, one {1 redo} other {# redo}}',
    en: '{count, plural, other {# ready}}',
  },
  'checklist.state.yellow': {
    nb: '{count, plural, other {# på vei}}',
    sv: '{count, plural, other {# på väg}}',
    en: '{count, plural, other {# under way}}',
  },
  'checklist.state.red': {
    nb: '{count, plural, one {1 ikke klar} other {# ikke klare}}',
    sv: '{count, plural, other {# inte redo}}',
    en: '{count, plural, other {# not ready}}',
  },
  'checklist.state.silent': {
    nb: '{count, plural, other {# har ikke svart}}',
    sv: '{count, plural, other {# har inte svarat}}',
    en: '{count, plural, one {1 has not answered} other {# have not answered}}',
  },
  'checklist.board-row': {
    nb: '{answered} av {total} enheter har svart, {distance}',
    sv: '{answered} av {total} enheter har svarat, {distance}',
    en: '{answered} of {total} units have answered, {distance}',
  },
  'checklist.board': {
    nb: '{name} {due}: {answered} av {total} enheter har svart',
    sv: '{name} {due}: {answered} av {total} enheter har svarat',
    en: '{name}, {due}: {answered} of {total} units have answered',
  },
  'checklist.worst': { nb: 'Verst: {items}', sv: 'Värst: {items}', en: 'Worst: {items}' },
  'checklist.waiting-for': {
    nb: 'Mangler svar fra: {units}',
    sv: 'Svar saknas från: {units}',
    en: 'No answer yet from: {units}',
  },
  'checklist.board-range': {
    nb: 'Enhet {first}–{last} av {total}, de som trenger mest hjelp, står først',
    sv: 'Enhet {first}–{last} av {total}, de som behöver mest hjälp står först',
    en: 'Units {first}–{last} of {total}, those that need most help first',
  },
  'checklist.remind-units': {
    nb: 'Minn {count, plural, one {1 enhet} other {# enheter}}',
    sv: 'Påminn {count, plural, one {1 enhet} other {# enheter}}',
    en: 'Remind {count, plural, one {1 unit} other {# units}}',
  },
  'checklist.by-item': { nb: 'Punkt for punkt', sv: 'Punkt för punkt', en: 'Point by point' },
  'checklist.grid': {
    nb: '{name} {due}, punkt for punkt',
    sv: '{name} {due}, punkt för punkt',
    en: '{name}, {due}, point by point',
  },
  'checklist.remind-ask': {
    nb: 'Minne {count, plural, one {1 enhet} other {# enheter}} på punktene som mangler svar?',
    sv: 'Påminna {count, plural, one {1 enhet} other {# enheter}} om punkterna som saknar svar?',
    en: 'Remind {count, plural, one {1 unit} other {# units}} of the points without an answer?',
  },
  'checklist.remind-explained': {
    nb: 'En enhet får høyst én slik påminnelse om dagen. Dette blir sendt:',
    sv: 'En enhet får högst en sådan påminnelse om dagen. Det här skickas:',
    en: 'A unit gets at most one such reminder a day. This will be sent:',
  },
  'checklist.points-left': {
    nb: '{count, plural, one {1 punkt} other {# punkter}}',
    sv: '{count, plural, one {1 punkt} other {# punkter}}',
    en: '{count, plural, one {1 point} other {# points}}',
  },
  'checklist.reminded-already': {
    nb: 'Har allerede fått påminnelse i dag: {units}',
    sv: 'Har redan fått påminnelse i dag: {units}',
    en: 'Already reminded today: {units}',
  },
  'checklist.unreachable': {
    nb: 'Klar har ingen å skrive til for: {units}',
    sv: 'Klar har ingen att skriva till för: {units}',
    en: 'Klar has nobody to write to for: {units}',
  },
  'checklist.send-reminders': {
    nb: 'Send {count, plural, one {1 påminnelse} other {# påminnelser}}',
    sv: 'Skicka {count, plural, one {1 påminnelse} other {# påminnelser}}',
    en: 'Send {count, plural, one {1 reminder} other {# reminders}}',
  },
  'checklist.reminders-sent': {
    nb: '{name} sender {count, plural, one {1 påminnelse} other {# påminnelser}}, {when}.',
    sv: '{name} skickar {count, plural, one {1 påminnelse} other {# påminnelser}}, {when}.',
    en: '{name} is sending {count, plural, one {1 reminder} other {# reminders}}, {when}.',
  },
  'checklist.reminder': {
    nb: '{distance}: {count, plural, one {1 punkt} other {# punkter}} for {unit} venter på svar',
    sv: '{distance}: {count, plural, one {1 punkt} other {# punkter}} för {unit} väntar på svar',
    en: '{distance}: {count, plural, one {1 point} other {# points}} for {unit} {count, plural, one {is} other {are}} waiting for an answer',
  },
  'checklist.reminder-from': {
    nb: '{name} {due}. {person} minner om dette.',
    sv: '{name} {due}. {person} påminner om det här.',
    en: '{name}, {due}. {person} asks you to answer.',
  },
  'checklist.choose-board': {
    nb: 'Hvilken sjekkliste vil du se tavlen for?',
    sv: 'Vilken checklista vill du se tavlan för?',
    en: 'Which checklist do you want to see the board of?',
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
} as const;
