/** Sentences about moving and halting rows of the plan, and what waits for what. Each in nb, sv and en; see `say.ts`. */
export const planMovesSentences = {
  'plan.which-row': { nb: 'Hvilken rad mener du?', sv: 'Vilken rad menar du?', en: 'Which row do you mean?' },
  'plan.which-row-more': {
    nb: 'og {count, plural, one {én rad} other {# rader}} til. Skriv mer av navnet for å finne dem.',
    sv: 'och {count, plural, one {en rad} other {# rader}} till. Skriv mer av namnet för att hitta dem.',
    en: 'and {count, plural, one {one row} other {# rows}} more. Type more of the name to find them.',
  },
  'plan.choose-row': { nb: 'Velg', sv: 'Välj', en: 'Choose' },
  'plan.no-such-row': {
    nb: 'Ingen rad i planen heter «{text}». Skriv «plan» for å se radene.',
    sv: 'Ingen rad i planen heter ”{text}”. Skriv ”plan” för att se raderna.',
    en: 'No row of the plan is called “{text}”. Type “plan” to see the rows.',
  },
  'plan.no-such-row-but': {
    nb: 'Ingen rad heter «{text}». Mente du en av disse?',
    sv: 'Ingen rad heter ”{text}”. Menade du någon av de här?',
    en: 'No row is called “{text}”. Did you mean one of these?',
  },
  'plan.moved-by': { nb: 'Flyttet av {name} {at}', sv: 'Flyttad av {name} {at}', en: 'Moved by {name} {at}' },
  'plan.waiting-for-this-list': {
    nb: 'Venter på dette: {rows}',
    sv: 'Väntar på det här: {rows}',
    en: 'Waiting for this: {rows}',
  },
} as const;
