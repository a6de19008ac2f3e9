/** Sentences about the rules that reminders go by. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const reminderRulesSentences = {
  'reminder.rules': {
    nb: 'Klar minner om hver rad {rules}, kl. {at}. På en fridag kommer påminnelsen arbeidsdagen før.',
    sv: 'Klar påminner om varje rad {rules}, kl. {at}. På en ledig dag kommer påminnelsen arbetsdagen före.',
    en: 'Klar reminds of each row {rules}, at {at}. On a day off the reminder comes the working day before.',
  },
  'reminder.rules-none': {
    nb: 'Klar minner ikke om radene av seg selv.',
    sv: 'Klar påminner inte om raderna av sig själv.',
    en: 'Klar does not remind of the rows by itself.',
  },
  'reminder.rule.one': { nb: 'én', sv: 'en', en: 'one' },
  'reminder.rule.days-before': {
    nb: '{numbers} {count, plural, one {dag} other {dager}} før',
    sv: '{numbers} {count, plural, one {dag} other {dagar}} före',
    en: '{numbers} {count, plural, one {day} other {days}} before',
  },
  'reminder.rule.working-days-before': {
    nb: '{numbers} {count, plural, one {arbeidsdag} other {arbeidsdager}} før',
    sv: '{numbers} {count, plural, one {arbetsdag} other {arbetsdagar}} före',
    en: '{numbers} {count, plural, one {working day} other {working days}} before',
  },
  'reminder.rule.weeks-before': {
    nb: '{numbers} {count, plural, one {uke} other {uker}} før',
    sv: '{numbers} {count, plural, one {vecka} other {veckor}} före',
    en: '{numbers} {count, plural, one {week} other {weeks}} before',
  },
  'reminder.rule.months-before': {
    nb: '{numbers} {count, plural, one {måned} other {måneder}} før',
    sv: '{numbers} {count, plural, one {månad} other {månader}} före',
    en: '{numbers} {count, plural, one {month} other {months}} before',
  },
  'reminder.rule.days-after': {
    nb: '{numbers} {count, plural, one {dag} other {dager}} etter',
    sv: '{numbers} {count, plural, one {dag} other {dagar}} efter',
    en: '{numbers} {count, plural, one {day} other {days}} after',
  },
  'reminder.rule.working-days-after': {
    nb: '{numbers} {count, plural, one {arbeidsdag} other {arbeidsdager}} etter',
    sv: '{numbers} {count, plural, one {arbetsdag} other {arbetsdagar}} efter',
    en: '{numbers} {count, plural, one {working day} other {working days}} after',
  },
  'reminder.rule.on-the-day': { nb: 'på dagen', sv: 'samma dag', en: 'on the day' },
  'reminder.rule.first-working-day': { nb: 'første arbeidsdag', sv: 'första arbetsdagen', en: 'first working day' },
  'reminder.rule.overdue': {
    nb: 'hver uke når fristen er ute',
    sv: 'varje vecka när tiden har gått ut',
    en: 'every week once it is overdue',
  },
  'reminder.rule.overdue-again': {
    nb: 'fristen er ute, {time}. gang',
    sv: 'tiden har gått ut, {time}:e gången',
    en: 'overdue, reminder {time}',
  },
  'reminder.rule.overdue-first': { nb: 'fristen er ute', sv: 'tiden har gått ut', en: 'overdue' },
  'reminder.rule.lead': { nb: '{item} skal være klart', sv: '{item} ska vara klart', en: '{item} is to be ready' },
} as const;
