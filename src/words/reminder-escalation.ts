/** Sentences about what is silent or late, the week, and units that nobody answers for. See `say.ts`. */
export const reminderEscalationSentences = {
  'reminder.escalation.late': { nb: 'Forsinket: {title}', sv: 'Försenat: {title}', en: 'Overdue: {title}' },
  'reminder.escalation.silent': {
    nb: 'Ingen har svart: {title}',
    sv: 'Ingen har svarat: {title}',
    en: 'No answer yet: {title}',
  },
  'reminder.escalation.several': {
    nb: '{first}, og {count, plural, one {én rad} other {# rader}} til',
    sv: '{first}, och {count, plural, one {en rad} other {# rader}} till',
    en: '{first}, and {count, plural, one {one more row} other {# more rows}}',
  },
  'reminder.escalation.deputy': {
    nb: 'Du får dette fordi {unit} ikke har {why, select, late {meldt ferdig} other {svart}}, og du er stedfortreder.',
    sv: 'Du får det här eftersom {unit} inte har {why, select, late {meddelat att det är klart} other {svarat}} och du är ersättare.',
    en: 'You get this because {unit} has not {why, select, late {reported it done} other {answered}} and you are the deputy.',
  },
  'reminder.escalation.owner': {
    nb: 'Du får dette fordi {unit} ikke har {why, select, late {meldt ferdig} other {svart}}, og du er enhetens eier.',
    sv: 'Du får det här eftersom {unit} inte har {why, select, late {meddelat att det är klart} other {svarat}} och du är enhetens ägare.',
    en: 'You get this because {unit} has not {why, select, late {reported it done} other {answered}} and you own the unit.',
  },
  'reminder.escalation.programme': {
    nb: 'Du får dette fordi {why, select, late {det ikke er meldt ferdig} other {ingen har svart}}, og du eier {programme}.',
    sv: 'Du får det här eftersom {why, select, late {det inte är anmält som klart} other {ingen har svarat}} och du äger {programme}.',
    en: 'You get this because {why, select, late {it has not been reported done} other {nobody has answered}} and you own {programme}.',
  },
  'reminder.escalation.gathered': {
    nb: 'Klar samler slikt til ukens første arbeidsdag; det som haster, kommer med en gang.',
    sv: 'Klar samlar sådant till veckans första arbetsdag; det som brådskar kommer genast.',
    en: 'Klar gathers these for the first working day of the week; what is pressing comes at once.',
  },
  'reminder.escalation.asked': {
    nb: '{count, plural, one {Klar spurte {names} {since}{heard, select, nothing { og har ikke fått svar} other {}}} other {Klar har spurt {names} # ganger siden {since}{heard, select, nothing { uten svar} other {}}}}.',
    sv: '{count, plural, one {Klar frågade {names} {since}{heard, select, nothing { och har inte fått svar} other {}}} other {Klar har frågat {names} # gånger sedan {since}{heard, select, nothing { utan svar} other {}}}}.',
    en: '{count, plural, one {Klar asked {names} on {since}{heard, select, nothing { and has had no answer} other {}}} other {Klar has asked {names} # times since {since}{heard, select, nothing { without an answer} other {}}}}.',
  },
  'reminder.escalation.never-asked': {
    nb: 'Klar har ikke minnet {names} om raden.',
    sv: 'Klar har inte påmint {names} om raden.',
    en: 'Klar has not reminded {names} of the row.',
  },
  'reminder.escalation.reminded': {
    nb: 'Påminnet {count, plural, one {én gang, {last}} other {# ganger, sist {last}}}.',
    sv: 'Påmint {count, plural, one {en gång, {last}} other {# gånger, senast {last}}}.',
    en: 'Reminded {count, plural, one {once, {last}} other {# times, last {last}}}.',
  },
  'reminder.escalation.never': {
    nb: 'Klar har ikke minnet om raden.',
    sv: 'Klar har inte påmint om raden.',
    en: 'Klar has not reminded of the row.',
  },
  'reminder.escalation.told': {
    nb: '{name} ({role}) fikk beskjed {day}.',
    sv: '{name} ({role}) fick veta det {day}.',
    en: '{name} ({role}) was told {day}.',
  },
  'reminder.escalation.said': {
    nb: '{name} svarte «{state}» {day}.',
    sv: '{name} svarade ”{state}” {day}.',
    en: '{name} answered “{state}” {day}.',
  },
  'reminder.escalation.programme-role': {
    nb: 'eier av programmet',
    sv: 'programmets ägare',
    en: 'owner of the programme',
  },
  'reminder.overview.title': {
    nb: 'Uke {week}: {count, plural, =0 {ingenting på planen} one {én rad} other {# rader}}',
    sv: 'Vecka {week}: {count, plural, =0 {inget i planen} one {en rad} other {# rader}}',
    en: 'Week {week}: {count, plural, =0 {nothing in the plan} one {one row} other {# rows}}',
  },
  'reminder.overview.title-late': {
    nb: 'Uke {week}: {count, plural, =0 {ingenting nytt} one {én rad} other {# rader}}, {late, plural, one {én} other {#}} forsinket',
    sv: 'Vecka {week}: {count, plural, =0 {inget nytt} one {en rad} other {# rader}}, {late, plural, one {en försenad} other {# försenade}}',
    en: 'Week {week}: {count, plural, =0 {nothing new} one {one row} other {# rows}}, {late} overdue',
  },
  'reminder.overview.for-unit': {
    nb: 'For {unit} i {programme}',
    sv: 'För {unit} i {programme}',
    en: 'For {unit} in {programme}',
  },
  'reminder.overview.for-owner': {
    nb: '{programme}, hele planen',
    sv: '{programme}, hela planen',
    en: '{programme}, the whole plan',
  },
  'reminder.overview.late': { nb: 'Forsinket', sv: 'Försenat', en: 'Overdue' },
  'reminder.overview.this-week': { nb: 'Denne uken', sv: 'Den här veckan', en: 'This week' },
  'reminder.overview.next-week': { nb: 'Neste uke', sv: 'Nästa vecka', en: 'Next week' },
  'reminder.overview.more': {
    nb: '{count, plural, one {Én rad} other {# rader}} til. Skriv «plan» for å se alle.',
    sv: '{count, plural, one {En rad} other {# rader}} till. Skriv ”plan” för att se alla.',
    en: '{count, plural, one {One more row} other {# more rows}}. Type “plan” to see them all.',
  },
  'reminder.overview.more-named': {
    nb: '{count, plural, one {Én rad} other {# rader}} til.',
    sv: '{count, plural, one {En rad} other {# rader}} till.',
    en: '{count, plural, one {One more row} other {# more rows}}.',
  },
  'reminder.overview.long-late': {
    nb: 'Og {count, plural, one {én rad} other {# rader}} som har vært forsinket lenge.',
    sv: 'Och {count, plural, one {en rad som har varit försenad} other {# rader som har varit försenade}} länge.',
    en: 'And {count, plural, one {one row that has} other {# rows that have}} been overdue for a long time.',
  },
  'reminder.overview.show-long-late': {
    nb: 'Vis {count, plural, one {raden} other {radene}}',
    sv: 'Visa {count, plural, one {raden} other {raderna}}',
    en: 'Show {count, plural, one {the row} other {the rows}}',
  },
  'reminder.long-late.title': {
    nb: '{count, plural, =0 {Ingen rader har} one {Én rad har} other {# rader har}} vært forsinket lenge',
    sv: '{count, plural, =0 {Inga rader har varit försenade} one {En rad har varit försenad} other {# rader har varit försenade}} länge',
    en: '{count, plural, =0 {No rows have} one {One row has} other {# rows have}} been overdue for a long time',
  },
  'reminder.long-late.text': {
    nb: '{whose}. {count, plural, one {Den} other {De}} er mer enn {weeks} uker forsinket og står ikke lenger i ukeoversikten. De som eier programmet, ser {count, plural, one {den} other {dem}} fortsatt i sin.',
    sv: '{whose}. {count, plural, one {Den är mer än {weeks} veckor försenad} other {De är mer än {weeks} veckor försenade}} och står inte längre i veckoöversikten. De som äger programmet ser {count, plural, one {den} other {dem}} fortfarande i sin.',
    en: '{whose}. {count, plural, one {It is} other {They are}} more than {weeks} weeks overdue and no longer in the overview of the week. Those who own the programme still see {count, plural, one {it} other {them}} in theirs.',
  },
  'reminder.overview.show': {
    nb: 'Vis uke {week}{late, plural, =0 {} other { (# forsinket)}}',
    sv: 'Visa vecka {week}{late, plural, =0 {} one { (# försenad)} other { (# försenade)}}',
    en: 'Show week {week}{late, plural, =0 {} other { (# overdue)}}',
  },
  'reminder.overview.late-beside': {
    nb: '! {late, plural, one {Én annen rad er forsinket} other {# andre rader er forsinket}}: se uke {week} i menyen.',
    sv: '! {late, plural, one {En annan rad är försenad} other {# andra rader är försenade}}: se vecka {week} i menyn.',
    en: '! {late, plural, one {Another row is} other {# other rows are}} overdue: see week {week} in the menu.',
  },
  'reminder.overview.show-of': {
    nb: 'Vis uke {week}, {programme}',
    sv: 'Visa vecka {week}, {programme}',
    en: 'Show week {week}, {programme}',
  },
  'reminder.overview.undated': {
    nb: '{count, plural, one {Én rad} other {# rader}} har ingen dato ennå.',
    sv: '{count, plural, one {En rad} other {# rader}} har inget datum ännu.',
    en: '{count, plural, one {One row has} other {# rows have}} no date yet.',
  },
  'reminder.list-more': {
    nb: 'og {count, plural, one {én} other {#}} til',
    sv: 'och {count, plural, one {en} other {#}} till',
    en: 'and {count, plural, one {one} other {#}} more',
  },
  'reminder.no-contact.title': {
    nb: '{count, plural, one {{unit} har ingen kontakt} other {# enheter har ingen kontakt}}',
    sv: '{count, plural, one {{unit} har ingen kontakt} other {# enheter har ingen kontakt}}',
    en: '{count, plural, one {{unit} has no contact} other {# units have no contact}}',
  },
  'reminder.no-contact.text': {
    nb: 'Klar har ingen å spørre om {count, plural, one {denne raden} other {disse radene}}. Skriv «enhet NAVN kontakt @hvem».',
    sv: 'Klar har ingen att fråga om {count, plural, one {den här raden} other {de här raderna}}. Skriv ”enhet NAMN kontakt @vem”.',
    en: 'Klar has nobody to ask about {count, plural, one {this row} other {these rows}}. Type “unit NAME contact @who”.',
  },
  'reminder.no-contact.text-named': {
    nb: 'Klar har ingen å spørre om {count, plural, one {denne raden} other {disse radene}} i {programme}. Skriv «program "{programme}"» og så «enhet NAVN kontakt @hvem».',
    sv: 'Klar har ingen att fråga om {count, plural, one {den här raden} other {de här raderna}} i {programme}. Skriv ”program "{programme}"” och sedan ”enhet NAMN kontakt @vem”.',
    en: 'Klar has nobody to ask about {count, plural, one {this row} other {these rows}} of {programme}. Type “programme "{programme}"” and then “unit NAME contact @who”.',
  },
  'reminder.no-contact.first': { nb: 'Første rad: {title}', sv: 'Första raden: {title}', en: 'First row: {title}' },
  'reminder.no-contact.show-unit': { nb: 'Åpne', sv: 'Öppna', en: 'Open' },
} as const;
