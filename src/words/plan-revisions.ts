/** Sentences about the plan's revisions: what changed, whom it was told. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const planRevisionsSentences = {
  'plan.by.operator': { nb: 'driftsansvarlig', sv: 'driftansvarig', en: 'the operator' },
  'plan.by.somebody': { nb: 'noen', sv: 'någon', en: 'somebody' },
  'plan.kind.activity': { nb: 'aktivitet', sv: 'aktivitet', en: 'activity' },
  'plan.kind.milestone': { nb: 'milepæl', sv: 'milstolpe', en: 'milestone' },
  'plan.kind.meeting': { nb: 'møte', sv: 'möte', en: 'meeting' },
  'plan.kind.gathering': { nb: 'samling', sv: 'samling', en: 'gathering' },
  'plan.kind.gate': { nb: 'kvalitetspunkt', sv: 'go/no-go-punkt', en: 'quality gate' },
  'plan.page.changes': {
    nb: 'Endring {from}–{to} av {count}',
    sv: 'Ändring {from}–{to} av {count}',
    en: 'Changes {from}–{to} of {count}',
  },
  'plan.close-draft': { nb: 'Legg bort filen', sv: 'Lägg undan filen', en: 'Put the file away' },
  'plan.new-units': { nb: 'Nye enheter: {units}', sv: 'Nya enheter: {units}', en: 'New units: {units}' },

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
