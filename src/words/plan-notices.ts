/** How units are told of changes, and who has seen them. */
export const planNoticesSentences = {
  'plan.tell.will': {
    nb: '{count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får beskjed når du lagrer.',
    sv: '{count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får veta det när du sparar.',
    en: '{count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} told when you save.',
  },
  'plan.tell.soon': {
    nb: '{count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får beskjed {minutes, plural, =0 {nå} =1 {om ett minutt} =2 {om to minutter} other {om # minutter}}.',
    sv: '{count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får veta det {minutes, plural, =0 {nu} =1 {om en minut} =2 {om två minuter} other {om # minuter}}.',
    en: '{count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} told {minutes, plural, =0 {now} =1 {in one minute} =2 {in two minutes} other {in # minutes}}.',
  },
  'plan.tell.after-quiet': {
    nb: '{count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får beskjed når stille timer er over.',
    sv: '{count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får veta det när tysta timmar är över.',
    en: '{count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} told when quiet hours are over.',
  },
  'plan.tell.done': {
    nb: '{count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får nå beskjed om endringene.',
    sv: '{count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får nu veta vad som har ändrats.',
    en: '{count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} being told of the changes.',
  },
  'plan.tell.nothing': {
    nb: 'Det er ingenting nytt å si fra om. Enhetene har fått beskjed om alt.',
    sv: 'Det finns inget nytt att meddela. Enheterna har fått veta allt.',
    en: 'There is nothing new to tell. The units have been told of everything.',
  },
  'plan.tell.now': { nb: 'Si fra nå', sv: 'Meddela nu', en: 'Tell them now' },
  'plan.tell.undone': {
    nb: 'Endringen er alt meldt ut. {count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får også vite at den er angret.',
    sv: 'Ändringen har redan meddelats. {count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får också veta att den är ångrad.',
    en: 'The change had been told already. {count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} also told that it is undone.',
  },
  'plan.notice.title': {
    nb: 'Planen er endret: {count, plural, one {én ting} other {# ting}} for {unit}',
    sv: 'Planen har ändrats: {count, plural, one {en sak} other {# saker}} för {unit}',
    en: 'The plan has changed: {count, plural, one {one thing} other {# things}} for {unit}',
  },
  'plan.notice.title-all': {
    nb: 'Planen er endret: {count, plural, one {én ting} other {# ting}} for alle i programmet',
    sv: 'Planen har ändrats: {count, plural, one {en sak} other {# saker}} för alla i programmet',
    en: 'The plan has changed: {count, plural, one {one thing} other {# things}} for everyone in the programme',
  },
  'plan.notice.title-several': {
    nb: 'Planen er endret: {count, plural, one {én ting} other {# ting}} for {units, plural, one {én enhet} other {# enheter}}{common, select, yes { og alle i programmet} other {}}',
    sv: 'Planen har ändrats: {count, plural, one {en sak} other {# saker}} för {units, plural, one {en enhet} other {# enheter}}{common, select, yes { och alla i programmet} other {}}',
    en: 'The plan has changed: {count, plural, one {one thing} other {# things}} for {units, plural, one {one unit} other {# units}}{common, select, yes { and everyone in the programme} other {}}',
  },
  'plan.notice.again': { nb: 'Påminnelse: {title}', sv: 'Påminnelse: {title}', en: 'Reminder: {title}' },
  'plan.notice.of': {
    nb: '{last, plural, =0 {Revisjon {first}} other {Revisjon {first}–{last}}}, {names}, {at}',
    sv: '{last, plural, =0 {Revision {first}} other {Revision {first}–{last}}}, {names}, {at}',
    en: '{last, plural, =0 {Revision {first}} other {Revisions {first}–{last}}}, {names}, {at}',
  },
  'plan.notice.for-all': { nb: 'Alle i programmet', sv: 'Alla i programmet', en: 'Everyone in the programme' },
  'plan.notice.more': {
    nb: '{count, plural, one {og én til} other {og # til}}',
    sv: '{count, plural, one {och en till} other {och # till}}',
    en: '{count, plural, one {and one more} other {and # more}}',
  },
  'plan.notice.more-units': {
    nb: 'Også endringer for {units}',
    sv: 'Också ändringar för {units}',
    en: 'Also changes for {units}',
  },
  'plan.notice.seen': {
    nb: '✓ Sett av {name} for {unit}, {at}',
    sv: '✓ Sett av {name} för {unit}, {at}',
    en: '✓ Seen by {name} for {unit}, {at}',
  },
  'plan.notice.seen-all': { nb: '✓ Sett av {name}, {at}', sv: '✓ Sett av {name}, {at}', en: '✓ Seen by {name}, {at}' },
  'plan.notice.see': { nb: 'Sett', sv: 'Sett', en: 'Seen' },
  'plan.notice.gone': {
    nb: 'Denne meldingen gjelder ikke lenger. Skriv «plan endringer» for å se hva som er nytt.',
    sv: 'Det här meddelandet gäller inte längre. Skriv ”plan ändringar” för att se vad som är nytt.',
    en: 'This message no longer holds. Type “plan changes” to see what is new.',
  },
  'plan.notice.may-not': {
    nb: 'Bare de som er med i {unit}, kan si at enheten har sett dette. Ingenting er registrert.',
    sv: 'Bara de som är med i {unit} kan säga att enheten har sett det här. Inget har registrerats.',
    en: 'Only those in {unit} can say that the unit has seen this. Nothing was noted.',
  },
  'plan.notice.not-yours': {
    nb: 'Det er bare den som trykket «Sett», som kan angre det.',
    sv: 'Bara den som tryckte på ”Sett” kan ångra det.',
    en: 'Only whoever pressed “Seen” can undo it.',
  },
  'plan.notice.awaiting': {
    nb: 'Se hva revisjon {revision} endret for {unit}',
    sv: 'Se vad revision {revision} ändrade för {unit}',
    en: 'See what revision {revision} changed for {unit}',
  },
  'plan.seen.button': { nb: 'Hvem har sett?', sv: 'Vilka har sett?', en: 'Who has seen it?' },
  'plan.seen.title': {
    nb: '{count, plural, one {{seen, plural, =0 {Enheten har ikke sett endringene ennå} other {Enheten har sett endringene}}} other {{seen} av # enheter har sett endringene}}',
    sv: '{count, plural, one {{seen, plural, =0 {Enheten har inte sett ändringarna än} other {Enheten har sett ändringarna}}} other {{seen} av # enheter har sett ändringarna}}',
    en: '{count, plural, one {{seen, plural, =0 {The unit has not seen the changes yet} other {The unit has seen the changes}}} other {{seen} of # units {seen, plural, one {has} other {have}} seen the changes}}',
  },
  'plan.seen.title-all': {
    nb: '{seen, plural, =0 {Ingen har sett endringene ennå} other {Endringene er sett}}',
    sv: '{seen, plural, =0 {Ingen har sett ändringarna än} other {Ändringarna har setts}}',
    en: '{seen, plural, =0 {Nobody has seen the changes yet} other {The changes have been seen}}',
  },
  'plan.seen.none': {
    nb: 'Ingen enhet har fått beskjed om endringer ennå.',
    sv: 'Ingen enhet har fått veta om några ändringar ännu.',
    en: 'No unit has been told of any changes yet.',
  },
  'plan.seen.seen': { nb: '✓ Sett: {units}', sv: '✓ Sett: {units}', en: '✓ Seen: {units}' },
  'plan.seen.open': { nb: '– Ikke ennå: {units}', sv: '– Inte än: {units}', en: '– Not yet: {units}' },
  'plan.seen.nobody': {
    nb: '! Har verken kanal eller kontakt som Klar når: {units}',
    sv: '! Har varken kanal eller kontakt som Klar når: {units}',
    en: '! Neither a channel nor a contact that Klar reaches: {units}',
  },
  'plan.seen.reminded': {
    nb: '– Ikke ennå, minnet i dag: {units}',
    sv: '– Inte än, påminda i dag: {units}',
    en: '– Not yet, reminded today: {units}',
  },
  'plan.seen.message-to-all': { nb: 'meldingen til alle', sv: 'meddelandet till alla', en: 'the message to everyone' },
  'plan.seen.remind': {
    nb: '{count, plural, one {Minn den ene} other {Minn de #}}',
    sv: '{count, plural, one {Påminn den} other {Påminn de #}}',
    en: '{count, plural, one {Remind that one} other {Remind the #}}',
  },
  'plan.seen.remind-all': {
    nb: 'Minn dem som ikke har sett',
    sv: 'Påminn dem som inte har sett',
    en: 'Remind those who have not seen',
  },
  'plan.seen.older': { nb: 'Forrige melding', sv: 'Föregående meddelande', en: 'The message before' },
} as const;
