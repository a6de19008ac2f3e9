import type { Role } from './columns.ts';

/** How a heading is matched with a role. */
interface HeadingWords {
  /**
   * Headings by which a column is known, in nb, nn, sv and en, written as `plain` leaves them. Of two columns the one
   * whose heading stands in an earlier list has the role; where both stand in the same list, either may be meant.
   */
  readonly lists: readonly (readonly string[])[];
  /** Words that a longer heading may begin with ("Ansvarlig enhet", "Hva skal gjøres?"). */
  readonly first?: readonly string[];
  /** Words that a longer heading may end with ("Planlagt dato"). */
  readonly last?: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/);
/** Lists with bars between them. */
const lists = (text: string): (readonly string[])[] => text.split('|').map((list) => words(list.trim()));

export const headingWords: Record<Role, HeadingWords> = {
  when: {
    lists: lists(`tid tidspunkt tidpunkt dato datum date nar narskjerdet kvatid when tidsrom tidsperiode periode period
      datotid datooperiode | frist tidsfrist deadline duedate due forfall forfallsdato ferdigdato`),
    first: words('dato datum date nar kvatid when tidspunkt tidpunkt frist tidsfrist deadline tid'),
    last: words('dato datum date tidspunkt tidpunkt frist'),
  },
  week: {
    lists: lists('uke ukenr ukenummer veke vekenr vecka veckonr veckonummer week weekno startuke startveke startvecka'),
  },
  endWeek: { lists: lists('sluttuke sluttveke slutvecka tiluke tilveke tillvecka endweek') },
  quarter: { lists: lists('kvartal quarter') },
  startsOn: {
    lists:
      lists(`start startdato startdatum startdate startdag oppstart oppstartsdato uppstart uppstartsdatum fra fradato
      fraogmed fran frandatum fro from fromdate starter startar begynner borjar byrjar begins starts planlagtstart
      planlagdstart planeradstart plannedstart forventetstart`),
  },
  endsOn: {
    lists: lists(`slutt sluttdato slutdatum sluttdag slut end enddate til tildato tilogmed till tilldatum tillochmed to
      todate slutter slutar ends finish finishdate planlagtslutt planlagdslutt planeradslut plannedfinish plannedend
      forventetslutt`),
  },
  time: { lists: lists('klokkeslett klokkeslag klockslag klokka klokken klockan kl timeofday') },
  timeTo: { lists: lists('klokkeslettslutt sluttid slutttid endtime') },
  startMonth: { lists: lists('startmaned startmanad startmonth') },
  endMonth: { lists: lists('sluttmaned sluttmanad slutmanad endmonth') },
  month: { lists: lists('maned manad month mnd') },
  year: { lists: lists('ar year arstall artal') },
  precision: { lists: lists('presisjon precision') },
  title: {
    lists:
      lists(`aktivitet aktiviteter aktivitetar tiltak tiltaket atgard atgarder activity activities task tasks taskname
      oppgave oppgaver oppgava oppgavenavn uppgift uppgifter uppgiftsnamn arbeidsoppgave arbeidsoppgaver arbetsuppgift
      arbetsuppgifter gjoremal gjeremal hendelse hending handelse aktivitetsnavn aktivitetsnamn action actions event |
      tittel titel title rubrik overskrift | hva kva vad what | milepael milepaeler milepel milstolpe milstolpar milestone
      milestones leveranse leveransar leverans deliverable handling | navn namn name emne amne tema summary`),
    first: words(
      'aktivitet aktiviteter tiltak atgard activity task oppgave oppgaver uppgift hva kva vad what milepael milepel',
    ),
    last: words('aktivitet aktiviteter tiltak atgard oppgave oppgaver uppgift activity task'),
  },
  units: {
    lists:
      lists(`organisasjon organisasjoner organisasjonar organisation organisationer organization ansvarlig ansvarlige
      ansvarleg ansvarlege ansvarig ansvariga ansvar responsible responsibility enhet enheter eining einingar unit units
      ansvarligenhet ansvarlegeining ansvarigenhet eier eigar agare owner | virksomhet verksemd verksamhet forvaltning
      forvaltningar kommune kommuner kommunar kommun region regioner avdeling avdelning department hvem kven vem who |
      deltakere deltagere deltakarar deltagare participants malgruppe malgrupp ressurs ressurser resource resources
      resourcenames tildelt tildelad assignedto`),
    first: words(
      'ansvarlig ansvarlige ansvarleg ansvarig ansvariga responsible organisasjon organisation enhet enheter eining unit hvem kven vem who',
    ),
    last: words('enhet enheter eining einingar organisasjon organisation ansvarlig ansvarleg ansvarig kommune'),
  },
  description: {
    lists: lists(
      'beskrivelse beskriving skildring beskrivning description detaljer detaljar details innhold innehall forklaring utdyping',
    ),
    first: words('beskrivelse beskriving skildring beskrivning description'),
  },
  remark: {
    lists:
      lists(`merknad merknader kommentar kommentarer kommentarar comment comments anmerkning anmarkning notat notater
      notatar anteckning anteckningar note notes opplysninger info informasjon`),
    first: words('merknad kommentar kommentarer comments anmerkning'),
  },
  place: { lists: lists('sted stad plats lokale lokal location place venue hvor kvar var where') },
  type: { lists: lists('type typ kind slag aktivitetstype aktivitetstyp') },
  gate: {
    lists:
      lists(`kvalitetspunkt kvalitetssikringspunkt kvalitetssakringspunkt beslutningspunkt avgjerdspunkt beslutspunkt
      kontrollpunkt godkjenningspunkt grind gate qualitypoint qualitygate gonogo gonogopunkt`),
    first: words('kvalitetspunkt beslutningspunkt beslutspunkt'),
  },
  after: {
    lists: lists(`avhengerav avhengigav avhengav avhengigavaktivitet avhengighet avhengigheter avhenger avhengig avheng
      forutsetter foreset forutsatter beroendeav beroenden beroende beroravav beroravaktivitet beror berorpa
      dependson depends dependency dependencies predecessor predecessors foregaende forgjenger forgjengere foregangare`),
    first: words(
      'avhenger avhengig avheng forutsetter foreset forutsatter beroende beror depends predecessor predecessors',
    ),
  },
  tags: {
    lists: lists(`tagg tagger taggar tag tags merkelapp merkelapper merkelappar etikett etiketter etikettar merke merker
      kategori kategorier kategoriar category categories`),
  },
  number: {
    lists: lists(
      'id aktivitetsid uid nokkel nyckel key wbs | nr nummer no number lopenummer lopnummer lopenr lopnr radnr radnummer',
    ),
  },
};

/** Headings of columns in which Klar looks for nothing, so that it does not ask about them either. */
export const silentHeadings: ReadonlySet<string> = new Set(
  words(`status tilstand tillstand framdrift fremdrift framsteg progress prioritet prioritering prio priority ukedag vekedag
    veckodag weekday dag day fase fas phase omrade delprosjekt delprojekt prosjekt projekt project budsjett budget kostnad
    cost prosent procent varighet varaktighet varigheit duration risiko risk lenke lank link vedlegg bilaga attachment
    kontakt kontaktperson epost telefon opprettet opprettetdato skapad created endret endretdato andrad modified updated
    sistendret sistoppdatert senastandrad oppdatert`),
);

/** A longer heading that begins with one of these counts or remarks on something else than its last word says. */
export const misleadingFirst: ReadonlySet<string> = new Set(
  words(`antall antal tal sum kostnad budsjett budget number alternativ alternative opprettet oppretta skapad created endret
    endra andrad modified oppdatert oppdatera registrert sist sista senast last type typ status faktisk faktiskt actual`),
);
