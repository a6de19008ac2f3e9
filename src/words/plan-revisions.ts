/** Sentences about the plan's revisions: what changed, whom it was told. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const planRevisionsSentences = {
  'plan.by.operator': { nb: 'driftsansvarlig', sv: 'driftansvarig', en: 'the operator' },
  'plan.by.somebody': { nb: 'noen', sv: 'någon', en: 'somebody' },
  'plan.kind.activity': { nb: 'aktivitet', sv: 'aktivitet', en: 'activity' },
  'plan.kind.milestone': { nb: 'milepæl', sv: 'milstolpe', en: 'milestone' },
  'plan.kind.meeting': { nb: 'møte', sv: 'möte', en: 'meeting' },
  'plan.kind.gathering': { nb: 'samling', sv: 'samling', en: 'gathering' },
  'plan.kind.gate': { nb: 'kvalitetspunkt', sv: 'go/no-go-punkt', en: 'quality gate' },
  'plan.change.of': { nb: '{title}: {changes}', sv: '{title}: {changes}', en: '{title}: {changes}' },
  'plan.change.added': { nb: '{title}, {when}', sv: '{title}, {when}', en: '{title}, {when}' },
  'plan.change.removed': { nb: '{title} er tatt ut', sv: '{title} har tagits bort', en: '{title} is taken out' },
  'plan.change.paused': { nb: 'satt på pause', sv: 'pausad', en: 'paused' },
  'plan.change.cancelled': { nb: 'avlyst', sv: 'inställd', en: 'called off' },
  'plan.change.resumed': { nb: 'gjenopptatt', sv: 'återupptagen', en: 'resumed' },
  'plan.change.reason': { nb: '(«{reason}»)', sv: '(”{reason}”)', en: '(“{reason}”)' },
  'plan.change.units': {
    nb: 'annen ansvarlig: {before} → {after}',
    sv: 'annan ansvarig: {before} → {after}',
    en: 'responsible: {before} → {after}',
  },
  'plan.change.units-more': {
    nb: 'også ansvarlig: {units}',
    sv: 'också ansvarig: {units}',
    en: 'also responsible: {units}',
  },
  'plan.change.units-fewer': {
    nb: 'ikke lenger ansvarlig: {units}',
    sv: 'inte längre ansvarig: {units}',
    en: 'no longer responsible: {units}',
  },
  'plan.change.nobody': { nb: 'ingen', sv: 'ingen', en: 'nobody' },
  'plan.change.title': {
    nb: 'ny ordlyd, før «{title}»',
    sv: 'ny lydelse, tidigare ”{title}”',
    en: 'reworded, was “{title}”',
  },
  'plan.change.description': { nb: 'ny beskrivelse', sv: 'ny beskrivning', en: 'new description' },
  'plan.change.no-description': {
    nb: 'beskrivelsen er tatt ut',
    sv: 'beskrivningen har tagits bort',
    en: 'description taken out',
  },
  'plan.change.kind': { nb: 'ny type: {kind}', sv: 'ny typ: {kind}', en: 'new kind: {kind}' },
  'plan.change.gate': {
    nb: 'kvalitetspunkt {before} → {gate}',
    sv: 'go/no-go-punkt {before} → {gate}',
    en: 'quality gate {before} → {gate}',
  },
  'plan.change.new-gate': {
    nb: 'nå under kvalitetspunkt {gate}',
    sv: 'nu under go/no-go-punkt {gate}',
    en: 'now under quality gate {gate}',
  },
  'plan.change.no-gate': {
    nb: 'ikke lenger under kvalitetspunkt {gate}',
    sv: 'inte längre under go/no-go-punkt {gate}',
    en: 'no longer under quality gate {gate}',
  },
  'plan.change.depends': {
    nb: 'avhenger av noe annet enn før',
    sv: 'beror på något annat än förut',
    en: 'depends on something else than before',
  },
  'plan.changes.moved': {
    nb: '{count} flyttet',
    sv: '{count, plural, one {# flyttad} other {# flyttade}}',
    en: '{count} moved',
  },
  'plan.changes.reassigned': {
    nb: '{count} med annen ansvarlig',
    sv: '{count} med annan ansvarig',
    en: '{count} with someone else responsible',
  },
  'plan.changes.reworded': { nb: '{count} med ny ordlyd', sv: '{count} med ny lydelse', en: '{count} reworded' },
  'plan.changes.paused': { nb: '{count} på pause', sv: '{count} på paus', en: '{count} paused' },
  'plan.changes.resumed': {
    nb: '{count} gjenopptatt',
    sv: '{count, plural, one {# återupptagen} other {# återupptagna}}',
    en: '{count} resumed',
  },
  'plan.changes.cancelled': {
    nb: '{count} avlyst',
    sv: '{count, plural, one {# inställd} other {# inställda}}',
    en: '{count} called off',
  },
  'plan.changes.added': {
    nb: '{count, plural, one {# ny} other {# nye}}',
    sv: '{count, plural, one {# ny} other {# nya}}',
    en: '{count} new',
  },
  'plan.changes.removed': {
    nb: '{count} tatt ut',
    sv: '{count, plural, one {# borttagen} other {# borttagna}}',
    en: '{count} taken out',
  },
  // The draft of a file that revises a plan.
  'plan.differences': {
    nb: 'Endringer fra revisjon {revision}: {counts}',
    sv: 'Ändringar från revision {revision}: {counts}',
    en: 'Changes from revision {revision}: {counts}',
  },
  'plan.differences-none': {
    nb: 'Filen sier det samme som planen (revisjon {revision}). Det er ingenting å lagre.',
    sv: 'Filen säger samma sak som planen (revision {revision}). Det finns inget att spara.',
    en: 'The file says the same as the plan (revision {revision}). There is nothing to save.',
  },
  'plan.differences-all': { nb: 'Vis alle endringer', sv: 'Visa alla ändringar', en: 'Show all changes' },
  'plan.differences-changed': {
    nb: 'Planen er endret siden du sendte filen (nå revisjon {revision}, {name}). Ingenting er lagret. Se over endringene, slik de er nå.',
    sv: 'Planen har ändrats sedan du skickade filen (nu revision {revision}, {name}). Inget har sparats. Se över ändringarna som de är nu.',
    en: 'The plan has changed since you sent the file (now revision {revision}, {name}). Nothing was saved. Look over the changes as they are now.',
  },
  'plan.page.changes': {
    nb: 'Endring {from}–{to} av {count}',
    sv: 'Ändring {from}–{to} av {count}',
    en: 'Changes {from}–{to} of {count}',
  },
  'plan.close-draft': { nb: 'Legg bort filen', sv: 'Lägg undan filen', en: 'Put the file away' },
  'plan.new-units': { nb: 'Nye enheter: {units}', sv: 'Nya enheter: {units}', en: 'New units: {units}' },

  // Telling the units.
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

  // The message to a unit.
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

  // Who has seen it.
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

  // What has changed since.
  'plan.changes.title-day': {
    nb: 'Endringer fra og med {day}: {count, plural, =0 {ingen} other {#}}',
    sv: 'Ändringar från och med {day}: {count, plural, =0 {inga} other {#}}',
    en: 'Changes from {day} on: {count, plural, =0 {none} other {#}}',
  },
  'plan.changes.title-revision': {
    nb: 'Endringer etter revisjon {revision}: {count, plural, =0 {ingen} other {#}}',
    sv: 'Ändringar efter revision {revision}: {count, plural, =0 {inga} other {#}}',
    en: 'Changes after revision {revision}: {count, plural, =0 {none} other {#}}',
  },
  'plan.changes.title-last': {
    nb: 'Siste endring i planen (revisjon {revision}): {count, plural, one {én rad} other {# rader}}',
    sv: 'Senaste ändringen i planen (revision {revision}): {count, plural, one {en rad} other {# rader}}',
    en: 'The last change of the plan (revision {revision}): {count, plural, one {one row} other {# rows}}',
  },
  'plan.changes.compared': {
    nb: 'Sammenlignet med revisjon {revision}, lagret av {name} {at}.',
    sv: 'Jämfört med revision {revision}, sparad av {name} {at}.',
    en: 'Compared with revision {revision}, saved by {name} {at}.',
  },
  'plan.changes.compared-first': {
    nb: 'Planen ble lagret første gang {at}, av {name}. Sammenlignet med den.',
    sv: 'Planen sparades första gången {at}, av {name}. Jämfört med den.',
    en: 'The plan was first saved {at}, by {name}. Compared with that.',
  },
  'plan.changes.never': {
    nb: 'Planen er ikke endret siden den ble lagret {at}, av {name}.',
    sv: 'Planen har inte ändrats sedan den sparades {at}, av {name}.',
    en: 'The plan has not changed since it was saved {at}, by {name}.',
  },
  'plan.changes.none': {
    nb: 'Ingenting er endret for dem du ser etter her.',
    sv: 'Inget har ändrats för det du tittar efter här.',
    en: 'Nothing has changed for what you are looking at here.',
  },
  'plan.changes.unclear': {
    nb: 'Klar forstår ikke «{text}». Skriv for eksempel «plan endringer siden 26.06.18» eller «plan endringer siden revisjon 3».',
    sv: 'Klar förstår inte ”{text}”. Skriv till exempel ”plan ändringar sedan 26.06.18” eller ”plan ändringar sedan revision 3”.',
    en: 'Klar does not understand “{text}”. Type for example “plan changes since 26.06.18” or “plan changes since revision 3”.',
  },
  'plan.changes.ahead': {
    nb: '{day} ligger fram i tid. Da er ingenting endret ennå.',
    sv: '{day} ligger framåt i tiden. Då har inget ändrats ännu.',
    en: '{day} lies ahead. Nothing has changed since then yet.',
  },
  'plan.changes.unknown-revision': {
    nb: 'Planen har revisjonene 1 til {last}. Skriv «plan revisjoner» for å se dem.',
    sv: 'Planen har revisionerna 1 till {last}. Skriv ”plan revisioner” för att se dem.',
    en: 'The plan has revisions 1 to {last}. Type “plan revisions” to see them.',
  },
  'plan.changes.not-kept': {
    nb: 'Klar har ikke tatt vare på hvordan planen sto den gangen. Skriv «plan revisjoner» for å se det som er tatt vare på.',
    sv: 'Klar har inte sparat hur planen såg ut då. Skriv ”plan revisioner” för att se det som finns sparat.',
    en: 'Klar has not kept how the plan stood then. Type “plan revisions” to see what is kept.',
  },
  'plan.changes.all': { nb: 'Alle endringer', sv: 'Alla ändringar', en: 'All changes' },
  'plan.changes.after': {
    nb: 'Bare etter revisjon {revision}',
    sv: 'Bara efter revision {revision}',
    en: 'Only after revision {revision}',
  },

  // Revisions.
  'plan.revisions.title': {
    nb: 'Planens revisjoner: {count}',
    sv: 'Planens revisioner: {count}',
    en: 'The revisions of the plan: {count}',
  },
  'plan.revisions.button': { nb: 'Revisjoner', sv: 'Revisioner', en: 'Revisions' },
  'plan.revision.title': {
    nb: 'Revisjon {number}: {what}',
    sv: 'Revision {number}: {what}',
    en: 'Revision {number}: {what}',
  },
  'plan.revision.import': {
    nb: '{name} leste inn {source}',
    sv: '{name} läste in {source}',
    en: '{name} brought in {source}',
  },
  'plan.revision.add': {
    nb: '{name} la til {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} lade till {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} added {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.edit': {
    nb: '{name} endret {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} ändrade {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} changed {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.remove': {
    nb: '{name} tok ut {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} tog bort {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} took out {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.date': {
    nb: '{name} satte dato på {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} satte datum på {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} set a date for {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.move': {
    nb: '{name} flyttet {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} flyttade {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} moved {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.pause': {
    nb: '{name} satte {count, plural, one {«{title}»} other {# rader}} på pause',
    sv: '{name} pausade {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} paused {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.resume': {
    nb: '{name} gjenopptok {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} återupptog {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} resumed {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.cancel': {
    nb: '{name} avlyste {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} ställde in {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} called off {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.restore': {
    nb: '{name} hentet tilbake revisjon {source}',
    sv: '{name} hämtade tillbaka revision {source}',
    en: '{name} brought back revision {source}',
  },
  'plan.revision.undo': {
    nb: '{name} angret en endring av {count, plural, one {«{title}»} other {# rader}}',
    sv: '{name} ångrade en ändring av {count, plural, one {”{title}”} other {# rader}}',
    en: '{name} undid a change of {count, plural, one {“{title}”} other {# rows}}',
  },
  'plan.revision.first': {
    nb: 'Den første planen: {rows}',
    sv: 'Den första planen: {rows}',
    en: 'The first plan: {rows}',
  },
  'plan.revision.no-changes': {
    nb: 'Ingen rader ble endret.',
    sv: 'Inga rader ändrades.',
    en: 'No rows were changed.',
  },
  'plan.revision.now': { nb: 'gjelder nå', sv: 'gäller nu', en: 'holds now' },
  'plan.revision.show': { nb: 'Vis', sv: 'Visa', en: 'Show' },
  'plan.revision.as-of': {
    nb: 'Vis planen slik den var',
    sv: 'Visa planen som den var',
    en: 'Show the plan as it was',
  },
  'plan.revision.as-of-title': {
    nb: 'Planen i revisjon {revision}, rad {from}–{to} av {count}',
    sv: 'Planen i revision {revision}, rad {from}–{to} av {count}',
    en: 'The plan in revision {revision}, rows {from}–{to} of {count}',
  },
  'plan.restore.ask': {
    nb: 'Hent tilbake denne planen',
    sv: 'Hämta tillbaka den här planen',
    en: 'Bring this plan back',
  },
  'plan.restore.title': {
    nb: 'Hente tilbake revisjon {revision}? Da blir {count, plural, one {én rad} other {# rader}} endret',
    sv: 'Hämta tillbaka revision {revision}? Då ändras {count, plural, one {en rad} other {# rader}}',
    en: 'Bring back revision {revision}? That changes {count, plural, one {one row} other {# rows}}',
  },
  'plan.restore.same': {
    nb: 'Planen er allerede slik den var i revisjon {revision}.',
    sv: 'Planen är redan som den var i revision {revision}.',
    en: 'The plan is already as it was in revision {revision}.',
  },
  'plan.restore.do': {
    nb: 'Hent tilbake revisjon {revision}',
    sv: 'Hämta tillbaka revision {revision}',
    en: 'Bring back revision {revision}',
  },
  'plan.restore.changed': {
    nb: 'Planen er endret i mellomtiden. Ingenting er hentet tilbake. Se over endringene, slik de er nå.',
    sv: 'Planen har ändrats under tiden. Inget har hämtats tillbaka. Se över ändringarna som de är nu.',
    en: 'The plan has changed in the meantime. Nothing was brought back. Look over the changes as they are now.',
  },
  'plan.restore.done': {
    nb: 'Planen er igjen slik den var i revisjon {number}. Den er lagret som revisjon {revision}.',
    sv: 'Planen är åter som den var i revision {number}. Den är sparad som revision {revision}.',
    en: 'The plan is again as it was in revision {number}. It is saved as revision {revision}.',
  },
  'plan.restore.told': {
    nb: '{count, plural, =0 {Alle i programmet} one {Én enhet{common, select, yes { og alle i programmet} other {}}} other {# enheter{common, select, yes { og alle i programmet} other {}}}} får beskjed når du henter den tilbake.',
    sv: '{count, plural, =0 {Alla i programmet} one {En enhet{common, select, yes { och alla i programmet} other {}}} other {# enheter{common, select, yes { och alla i programmet} other {}}}} får veta det när du hämtar tillbaka den.',
    en: '{count, plural, =0 {Everyone in the programme is} one {One unit{common, select, yes { and everyone in the programme are} other { is}}} other {# units{common, select, yes { and everyone in the programme} other {}} are}} told when you bring it back.',
  },
  'plan.restore.kept': {
    nb: 'Det som er sagt om hvordan radene står, blir som det er.',
    sv: 'Det som har sagts om hur raderna står förblir som det är.',
    en: 'What has been said of how the rows stand stays as it is.',
  },
} as const;
