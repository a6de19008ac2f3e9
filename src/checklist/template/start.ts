import type { Item } from '../checklist.ts';
import type { Template } from './template.ts';

const point = (id: string, area: Item['area'], text: Item['text'], optional = false): Item => ({
  id,
  area,
  text,
  optional,
});

/**
 * What should be in place in a unit before a new solution starts there: fifteen points, each one sentence that a unit
 * manager can answer. Those that speak of "where possible" or "where needed" (9, 12 and 15) are optional.
 */
export const startTemplate: Template = {
  id: 'start',
  name: { nb: 'Før oppstart', sv: 'Före start', en: 'Before start' },
  items: [
    point(
      '1',
      { nb: 'Medvirkning', sv: 'Delaktighet', en: 'Involvement' },
      {
        nb: 'Enheten har vært med siden idéstadiet og er med til alle er i gang.',
        sv: 'Enheten har varit med sedan idéstadiet och är med tills alla är i gång.',
        en: 'The unit has taken part since the idea and stays in until everyone is up and running.',
      },
    ),
    point(
      '2',
      { nb: 'Tidsplan', sv: 'Tidplan', en: 'Schedule' },
      {
        nb: 'Tidsplanen er kjent så tidlig at enheten kan sette av folk og tilpasse andre prosjekter.',
        sv: 'Tidplanen är känd så tidigt att enheten kan avsätta personal och anpassa andra projekt.',
        en: 'The schedule is known early enough for the unit to set people aside and adjust other projects.',
      },
    ),
    point(
      '3',
      { nb: 'Styring', sv: 'Styrning', en: 'Governance' },
      {
        nb: 'Vi vet hva vi skal oppnå, hvem som bestemmer, hva som er påkrevd og hva vi kan velge. Nytten er beregnet.',
        sv: 'Vi vet vad vi ska uppnå, vem som beslutar, vad som krävs och vad vi får välja. Nyttan är beräknad.',
        en: 'We know what to achieve, who decides, what is required and what we may choose. The benefit is worked out.',
      },
    ),
    point(
      '4',
      { nb: 'Forberedelser', sv: 'Förberedelser', en: 'Preparations' },
      {
        nb: 'Prosjektplanen viser hva enheten skal forberede, når det skal være klart, og hvilke roller som trengs.',
        sv: 'Projektplanen visar vad enheten ska förbereda, när det ska vara klart och vilka roller som behövs.',
        en: 'The project plan shows what the unit must prepare, by when, and which roles it takes.',
      },
    ),
    point(
      '5',
      { nb: 'Kommunikasjon', sv: 'Kommunikation', en: 'Communication' },
      {
        nb: 'Det finnes en kommunikasjonsplan og felles materiell som enheten kan bruke.',
        sv: 'Det finns en kommunikationsplan och gemensamt material som enheten kan använda.',
        en: 'There is a communication plan, and shared material that the unit can use.',
      },
    ),
    point(
      '6',
      { nb: 'Teknikk og utstyr', sv: 'Teknik och utrustning', en: 'Technology and equipment' },
      {
        nb: 'Løsningen er stabil og prøvd ut av brukere, og vi fikk listen over anbefalt utstyr i god tid.',
        sv: 'Lösningen är stabil och testad av användare, och vi fick listan över rekommenderad utrustning i god tid.',
        en: 'The solution is stable and tried out by users, and the list of recommended equipment came in good time.',
      },
    ),
    point(
      '7',
      { nb: 'Opplæring', sv: 'Utbildning', en: 'Training' },
      {
        nb: 'Opplæringsmateriellet er felles, ferdig og prøvd ut av brukere.',
        sv: 'Utbildningsmaterialet är gemensamt, färdigt och testat av användare.',
        en: 'The training material is shared, finished and tried out by users.',
      },
    ),
    point(
      '8',
      { nb: 'Brukerstøtte', sv: 'Support', en: 'Support' },
      {
        nb: 'Alle vet hvem som gir brukerstøtte, og hvordan de får tak i dem.',
        sv: 'Alla vet vem som ger support och hur man når dem.',
        en: 'Everyone knows who gives support and how to reach them.',
      },
    ),
    point(
      '9',
      { nb: 'Øving', sv: 'Övning', en: 'Practice' },
      {
        nb: 'De ansatte kan øve på egen hånd i et øvingsmiljø før start, der det er mulig.',
        sv: 'Medarbetarna kan öva på egen hand i en övningsmiljö före start, där det går.',
        en: 'Staff can practise on their own in a practice environment before the start, where possible.',
      },
      true,
    ),
    point(
      '10',
      { nb: 'Økonomi', sv: 'Ekonomi', en: 'Costs' },
      {
        nb: 'Vi vet hva løsningen koster, lisenser medregnet, og hvem som betaler hva.',
        sv: 'Vi vet vad lösningen kostar, licenser inräknade, och vem som betalar vad.',
        en: 'We know what the solution costs, licences included, and who pays for what.',
      },
    ),
    point(
      '11',
      { nb: 'Informasjonssikkerhet', sv: 'Informationssäkerhet', en: 'Information security' },
      {
        nb: 'Opplysningene er klassifisert, risiko og følger er vurdert, og noen er utpekt som ansvarlig for dem.',
        sv: 'Uppgifterna är klassade, risker och följder är bedömda och någon är utsedd som ansvarig för dem.',
        en: 'The information is classified, risks and consequences are assessed, and someone is named as its owner.',
      },
    ),
    point(
      '12',
      { nb: 'Nye arbeidsmåter', sv: 'Nya arbetssätt', en: 'New ways of working' },
      {
        nb: 'Brukere har prøvd de nye arbeidsmåtene, og felles retningslinjer er laget der det trengs.',
        sv: 'Användare har provat de nya arbetssätten, och gemensamma riktlinjer finns där de behövs.',
        en: 'Users have tried the new ways of working, and shared guidelines exist where needed.',
      },
      true,
    ),
    point(
      '13',
      { nb: 'Oppfølging', sv: 'Uppföljning', en: 'Follow-up' },
      {
        nb: 'Vi har en plan for å måle nytten og selve innføringen, før, under og etter start.',
        sv: 'Vi har en plan för att mäta nyttan och själva införandet, före, under och efter start.',
        en: 'We have a plan for measuring the benefit and the rollout itself, before, during and after the start.',
      },
    ),
    point(
      '14',
      { nb: 'Veien videre', sv: 'Fortsatt arbete', en: 'The way on' },
      {
        nb: 'Det er avklart hvem som skal utvikle og følge opp løsningen etter start.',
        sv: 'Det är klart vem som ska utveckla och följa upp lösningen efter start.',
        en: 'It is settled who will develop and follow up the solution after the start.',
      },
    ),
    point(
      '15',
      { nb: 'Risiko', sv: 'Risker', en: 'Risks' },
      {
        nb: 'Risiko for pasientsikkerhet og arbeidsmiljø er vurdert i fellesskap, der det trengs.',
        sv: 'Risker för patientsäkerhet och arbetsmiljö är gemensamt bedömda, där det behövs.',
        en: 'Risks to patient safety and working conditions are assessed together, where needed.',
      },
      true,
    ),
  ],
};
