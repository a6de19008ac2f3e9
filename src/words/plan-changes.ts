/** What has changed in the plan, said of a row and of all of it. */
export const planChangesSentences = {
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
  'plan.change.tags': {
    nb: 'merkelapper: {tags}',
    sv: 'etiketter: {tags}',
    en: 'tags: {tags}',
  },
  'plan.change.no-tags': { nb: 'uten merkelapper', sv: 'utan etiketter', en: 'no tags' },
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
} as const;
