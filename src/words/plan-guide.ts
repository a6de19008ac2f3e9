/** What one can ask of the plan and do to it. */
export const planGuideSentences = {
  'plan.guide.title-ask': {
    nb: 'Dette kan du spørre planen om',
    sv: 'Det här kan du fråga planen om',
    en: 'What you can ask of the plan',
  },
  'plan.guide.title-lead': {
    nb: 'Dette kan du gjøre med planen',
    sv: 'Det här kan du göra med planen',
    en: 'What you can do to the plan',
  },
  'plan.guide.button-ask': { nb: 'Spørre planen', sv: 'Fråga planen', en: 'Ask the plan' },
  'plan.guide.button-lead': { nb: 'Endre planen', sv: 'Ändra planen', en: 'Change the plan' },
  'plan.guide.ask': {
    nb: 'plan [mars | uke 42 | mine | forsinket | ENHET | K3]',
    sv: 'plan [mars | vecka 42 | mina | försenat | ENHET | K3]',
    en: 'plan [March | week 42 | mine | late | UNIT | K3]',
  },
  'plan.guide.ask-does': {
    nb: 'radene, de nærmeste først',
    sv: 'raderna, de närmaste först',
    en: 'the rows, nearest first',
  },
  'plan.guide.search': { nb: 'plan søk opplæring', sv: 'plan sök utbildning', en: 'plan search training' },
  'plan.guide.search-does': {
    nb: 'radene der ordet står, i tittelen, beskrivelsen eller enheten',
    sv: 'raderna där ordet står, i titeln, beskrivningen eller enheten',
    en: 'the rows in which the word stands, in title, description or unit',
  },
  'plan.guide.changes': {
    nb: 'plan endringer siden 1. september',
    sv: 'plan ändringar sedan 1 september',
    en: 'plan changes since 1 September',
  },
  'plan.guide.changes-does': {
    nb: 'hva som er flyttet, nytt eller tatt ut',
    sv: 'vad som är flyttat, nytt eller borttaget',
    en: 'what has been moved, put in or taken out',
  },
  'plan.guide.picture': { nb: 'plan bilde', sv: 'plan bild', en: 'plan picture' },
  'plan.guide.picture-does': {
    nb: 'hele planen som et bilde',
    sv: 'hela planen som en bild',
    en: 'the whole plan as a picture',
  },
  'plan.guide.depends': {
    nb: 'plan avhenger Workshops · plan kritisk K3',
    sv: 'plan beror Workshops · plan kritisk K3',
    en: 'plan depends Workshops · plan critical K3',
  },
  'plan.guide.depends-does': {
    nb: 'hva raden venter på, og hva som venter på den; den lengste veien fram til et kvalitetspunkt',
    sv: 'vad raden väntar på, och vad som väntar på den; den längsta vägen fram till en go/no-go-punkt',
    en: 'what the row waits for, and what waits for it; the longest way to a quality gate',
  },
  'plan.guide.edit': { nb: 'plan endre Workshops', sv: 'plan ändra Workshops', en: 'plan edit Workshops' },
  'plan.guide.edit-does': {
    nb: 'åpner raden, så du kan endre hva, når og hvem',
    sv: 'öppnar raden så att du kan ändra vad, när och vem',
    en: 'opens the row, so that you can change what, when and who',
  },
  'plan.guide.add': {
    nb: 'plan legg til «Kurs» · plan fjern Workshops',
    sv: 'plan lägg till ”Kurs” · plan ta bort Workshops',
    en: 'plan add “Course” · plan remove Workshops',
  },
  'plan.guide.add-does': {
    nb: 'legger inn en ny rad, eller tar ut en',
    sv: 'lägger in en ny rad eller tar bort en',
    en: 'puts in a new row, or takes one out',
  },
  'plan.guide.move': {
    nb: 'plan flytt Workshops til uke 44',
    sv: 'plan flytta Workshops till vecka 44',
    en: 'plan move Workshops to week 44',
  },
  'plan.guide.move-does': {
    nb: 'viser hva som må flyttes med, og spør først',
    sv: 'visar vad som måste flyttas med och frågar först',
    en: 'shows what has to move along, and asks first',
  },
  'plan.guide.halt': {
    nb: 'plan pause Workshops · plan avlys Workshops',
    sv: 'plan pausa Workshops · plan ställ in Workshops',
    en: 'plan pause Workshops · plan cancel Workshops',
  },
  'plan.guide.halt-does': {
    nb: 'ingen blir minnet på den, før du skriver «plan gjenoppta»',
    sv: 'ingen blir påmind om den förrän du skriver ”plan återuppta”',
    en: 'nobody is reminded of it until you type “plan resume”',
  },
  'plan.guide.revisions': { nb: 'plan revisjoner', sv: 'plan revisioner', en: 'plan revisions' },
  'plan.guide.revisions-does': {
    nb: 'planen slik den var før, og hvordan du henter den tilbake',
    sv: 'planen så som den var förut, och hur du hämtar tillbaka den',
    en: 'the plan as it was before, and how to bring it back',
  },
} as const;
