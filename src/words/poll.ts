/** Sentences of poll/. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const pollSentences = {
  'poll.help': {
    nb: 'spør dem som er i kanalen, med navn eller anonymt',
    sv: 'frågar dem som är i kanalen, med namn eller anonymt',
    en: 'asks the people of a channel, by name or anonymously',
  },
  'poll.usage': {
    nb: 'avstemning "Spørsmål" "Svar 1" "Svar 2" [anonym] [flere]',
    sv: 'omröstning "Fråga" "Svar 1" "Svar 2" [anonym] [flera]',
    en: 'poll "Question" "Answer 1" "Answer 2" [anonymous] [several]',
  },

  // The card
  'poll.summary': { nb: 'Avstemning: {question}', sv: 'Omröstning: {question}', en: 'Poll: {question}' },
  'poll.summary-closed': {
    nb: 'Avstemningen er stengt: {question}',
    sv: 'Omröstningen är stängd: {question}',
    en: 'The poll is closed: {question}',
  },
  'poll.from': { nb: '{name} spør', sv: '{name} frågar', en: '{name} asks' },
  'poll.from-closing': {
    nb: '{name} spør · stenger {time}',
    sv: '{name} frågar · stänger {time}',
    en: '{name} asks · closes {time}',
  },
  'poll.from-closed': {
    nb: '{name} spurte · stengt {time}',
    sv: '{name} frågade · stängdes {time}',
    en: '{name} asked · closed {time}',
  },
  'poll.someone': { nb: 'Noen', sv: 'Någon', en: 'Someone' },
  'poll.time': { nb: '{day} kl.\u00A0{clock}', sv: '{day} kl.\u00A0{clock}', en: '{day} at {clock}' },
  'poll.who.named': {
    nb: 'Navn vises: alle her kan se hva du svarer.',
    sv: 'Namn visas: alla här kan se vad du svarar.',
    en: 'Names are shown: everyone here can see your answer.',
  },
  'poll.who.anonymous': {
    nb: 'Anonymt: ingen kan se hva du svarer. Fordelingen vises fra {fewest} svar.',
    sv: 'Anonymt: ingen kan se vad du svarar. Fördelningen visas från {fewest} svar.',
    en: 'Anonymous: nobody can see your answer. The results are shown from {fewest} answers on.',
  },
  'poll.who.at-closing': {
    nb: 'Anonymt: ingen kan se hva du svarer. Fordelingen vises når avstemningen er stengt, hvis minst {fewest} har svart.',
    sv: 'Anonymt: ingen kan se vad du svarar. Fördelningen visas när omröstningen har stängt, om minst {fewest} har svarat.',
    en: 'Anonymous: nobody can see your answer. The results are shown when the poll has closed, if at least {fewest} have answered.',
  },
  'poll.who.named-closed': {
    nb: 'Navn vises: alle her kan se hvem som svarte hva.',
    sv: 'Namn visas: alla här kan se vem som svarade vad.',
    en: 'Names are shown: everyone here can see who answered what.',
  },
  'poll.who.anonymous-closed': {
    nb: 'Anonymt: ingen kan se hvem som svarte hva.',
    sv: 'Anonymt: ingen kan se vem som svarade vad.',
    en: 'Anonymous: nobody can see who answered what.',
  },
  'poll.count': {
    nb: '{count, plural, =0 {Ingen har svart ennå} one {# har svart} other {# har svart}}',
    sv: '{count, plural, =0 {Ingen har svarat ännu} one {# har svarat} other {# har svarat}}',
    en: '{count, plural, =0 {Nobody has answered yet} one {# has answered} other {# have answered}}',
  },
  'poll.count-closed': {
    nb: '{count, plural, =0 {Ingen svarte} one {# svarte} other {# svarte}}',
    sv: '{count, plural, =0 {Ingen svarade} one {# svarade} other {# svarade}}',
    en: '{count, plural, =0 {Nobody answered} one {# answered} other {# answered}}',
  },
  'poll.result': { nb: '{count} · {share}', sv: '{count} · {share}', en: '{count} · {share}' },
  'poll.result-line': { nb: '{option}: {result}', sv: '{option}: {result}', en: '{option}: {result}' },
  'poll.note.several': {
    nb: 'Andelene er av dem som har svart. Den som velger flere, telles på hvert svar.',
    sv: 'Andelarna är av dem som har svarat. Den som väljer flera räknas på varje svar.',
    en: 'Shares are of the people who have answered. Whoever chooses several counts for each.',
  },
  'poll.note.step': {
    nb: 'Fordelingen er fra da {shown} hadde svart. Den fornyes når minst {fewest} har svart eller endret siden da, slik at ingen kan regne ut hva én person svarte.',
    sv: 'Fördelningen är från när {shown} hade svarat. Den förnyas när minst {fewest} har svarat eller ändrat sedan dess, så att ingen kan räkna ut vad en enskild person svarade.',
    en: 'The results are from when {shown} had answered. They are renewed when at least {fewest} have answered or changed since, so that nobody can work out one person’s answer.',
  },
  'poll.note.left-out': {
    nb: 'Fordelingen er fra da {shown} hadde svart. {count, plural, one {Ett svar eller en endring etter det} other {# svar eller endringer etter det}} vises ikke, for da kunne noen ha regnet ut hva enkeltpersoner svarte.',
    sv: 'Fördelningen är från när {shown} hade svarat. {count, plural, one {Ett svar eller en ändring efter det} other {# svar eller ändringar efter det}} visas inte, för då kunde någon ha räknat ut vad enskilda personer svarade.',
    en: 'The results are from when {shown} had answered. {count, plural, one {One answer or change after that is} other {# answers or changes after that are}} not shown: someone could have worked out what single people answered.',
  },
  'poll.note.too-few': {
    nb: 'Færre enn {fewest} svarte, så fordelingen vises ikke.',
    sv: 'Färre än {fewest} svarade, så fördelningen visas inte.',
    en: 'Fewer than {fewest} answered, so the results are not shown.',
  },
  'poll.choose-one': { nb: 'Velg ett svar', sv: 'Välj ett svar', en: 'Choose one answer' },
  'poll.choose-several': {
    nb: 'Velg ett eller flere svar',
    sv: 'Välj ett eller flera svar',
    en: 'Choose one or more answers',
  },
  'poll.button.answer': { nb: 'Svar', sv: 'Svara', en: 'Answer' },
  'poll.button.change': { nb: 'Endre svaret', sv: 'Ändra svaret', en: 'Change answer' },
  'poll.button.withdraw': { nb: 'Trekk svaret', sv: 'Ta tillbaka svaret', en: 'Withdraw answer' },
  'poll.button.keep': { nb: 'Behold svaret', sv: 'Behåll svaret', en: 'Keep my answer' },
  'poll.button.undo': { nb: 'Angre', sv: 'Ångra', en: 'Undo' },
  'poll.button.names': { nb: 'Se hvem som svarte hva', sv: 'Se vem som svarade vad', en: 'See who answered what' },
  'poll.button.close': { nb: 'Steng avstemningen …', sv: 'Stäng omröstningen …', en: 'Close the poll …' },
  'poll.button.back': { nb: 'Tilbake', sv: 'Tillbaka', en: 'Back' },
  'poll.button.show': { nb: 'Vis avstemningen', sv: 'Visa omröstningen', en: 'Show the poll' },

  // My own answer
  'poll.mine': { nb: '✓ Du svarte {answers}.', sv: '✓ Du svarade {answers}.', en: '✓ You answered {answers}.' },
  'poll.mine-open': {
    nb: '✓ Du svarte {answers}. Du kan endre det til avstemningen stenger.',
    sv: '✓ Du svarade {answers}. Du kan ändra det tills omröstningen stänger.',
    en: '✓ You answered {answers}. You can change it until the poll closes.',
  },
  'poll.mine-until': {
    nb: '✓ Du svarte {answers}. Du kan endre det til {time}.',
    sv: '✓ Du svarade {answers}. Du kan ändra det till {time}.',
    en: '✓ You answered {answers}. You can change it until {time}.',
  },
  'poll.mine-change': {
    nb: 'Du har svart {answers}. Velg på nytt for å endre.',
    sv: 'Du har svarat {answers}. Välj på nytt för att ändra.',
    en: 'You have answered {answers}. Choose again to change it.',
  },
  'poll.mine-withdrawn': {
    nb: 'Svaret ditt er trukket. Du kan svare på nytt.',
    sv: 'Ditt svar är borttaget. Du kan svara på nytt.',
    en: 'Your answer is withdrawn. You can answer again.',
  },
  'poll.mine-none': { nb: 'Du svarte ikke.', sv: 'Du svarade inte.', en: 'You did not answer.' },
  'poll.mine-forgotten': {
    nb: 'Klar vet ikke lenger hvem som svarte hva, heller ikke om du svarte.',
    sv: 'Klar vet inte längre vem som svarade vad, inte heller om du svarade.',
    en: 'Klar no longer knows who answered what, nor whether you answered.',
  },
  'poll.quoted': { nb: '«{text}»', sv: '”{text}”', en: '“{text}”' },

  // Refused
  'poll.no.unknown': {
    nb: 'Denne avstemningen finnes ikke lenger. Ingenting er lagret.',
    sv: 'Den här omröstningen finns inte längre. Inget har sparats.',
    en: 'This poll no longer exists. Nothing was saved.',
  },
  'poll.no.stranger': {
    nb: 'Denne avstemningen er for dem som er i kanalen eller i programmet. Ingenting er lagret. Be den som leder programmet, om å legge deg til.',
    sv: 'Den här omröstningen är för dem som är i kanalen eller i programmet. Inget har sparats. Be den som leder programmet att lägga till dig.',
    en: 'This poll is for the people of its channel or programme. Nothing was saved. Ask whoever leads the programme to add you.',
  },
  'poll.no.closed': {
    nb: 'Avstemningen er stengt, så svaret ble ikke lagret.',
    sv: 'Omröstningen är stängd, så svaret sparades inte.',
    en: 'The poll is closed, so your answer was not saved.',
  },
  'poll.no.closed-withdraw': {
    nb: 'Avstemningen er stengt, så svaret kan ikke trekkes.',
    sv: 'Omröstningen är stängd, så svaret kan inte tas tillbaka.',
    en: 'The poll is closed, so the answer can no longer be withdrawn.',
  },
  'poll.no.unknown-option': {
    nb: 'Det svaret finnes ikke i denne avstemningen. Ingenting er lagret. Velg et av svarene på kortet.',
    sv: 'Det svaret finns inte i den här omröstningen. Inget har sparats. Välj ett av svaren på kortet.',
    en: 'That answer is not part of this poll. Nothing was saved. Choose one of the answers on the card.',
  },
  'poll.no.nothing-chosen': {
    nb: 'Velg et svar først.',
    sv: 'Välj ett svar först.',
    en: 'Choose an answer first.',
  },
  'poll.no.only-one': {
    nb: 'Her kan du velge bare ett svar. Ingenting er lagret.',
    sv: 'Här kan du bara välja ett svar. Inget har sparats.',
    en: 'You can choose only one answer here. Nothing was saved.',
  },
  'poll.no.key-lost': {
    nb: 'Klar mangler nøkkelen til denne anonyme avstemningen, så svaret kan ikke tas imot. Si fra til den som drifter Klar. Ingenting er lagret.',
    sv: 'Klar saknar nyckeln till den här anonyma omröstningen, så svaret kan inte tas emot. Säg till den som driver Klar. Inget har sparats.',
    en: 'Klar lacks the key of this anonymous poll, so the answer cannot be taken. Tell whoever runs Klar. Nothing was saved.',
  },
  'poll.no.close': {
    nb: 'Bare {name} og de som leder programmet, kan stenge avstemningen.',
    sv: 'Bara {name} och de som leder programmet kan stänga omröstningen.',
    en: 'Only {name} and those who lead the programme can close the poll.',
  },
  'poll.no.names': {
    nb: 'Avstemningen er anonym. Ingen kan se hvem som svarte hva.',
    sv: 'Omröstningen är anonym. Ingen kan se vem som svarade vad.',
    en: 'The poll is anonymous. Nobody can see who answered what.',
  },

  // Who answered what
  'poll.names.title': {
    nb: 'Slik svarte de: {question}',
    sv: 'Så svarade de: {question}',
    en: 'How they answered: {question}',
  },
  'poll.names.option': { nb: '{option} ({count})', sv: '{option} ({count})', en: '{option} ({count})' },
  'poll.names.nobody': { nb: 'Ingen', sv: 'Ingen', en: 'Nobody' },
  'poll.names.more': {
    nb: '{names} og {count, plural, one {én} other {#}} til',
    sv: '{names} och {count, plural, one {en} other {#}} till',
    en: '{names} and {count, plural, one {one} other {#}} more',
  },

  // Closing
  'poll.close.title': {
    nb: 'Stenge avstemningen?',
    sv: 'Stänga omröstningen?',
    en: 'Close the poll?',
  },
  'poll.close.named': {
    nb: '{count}. Etterpå kan ingen svare, endre eller trekke svaret sitt. En stengt avstemning kan ikke åpnes igjen.',
    sv: '{count}. Efteråt kan ingen svara, ändra eller ta tillbaka sitt svar. En stängd omröstning kan inte öppnas igen.',
    en: '{count}. Afterwards nobody can answer, change or withdraw. A closed poll cannot be opened again.',
  },
  'poll.close.too-few': {
    nb: 'Færre enn {fewest} har svart. Stenger du nå, blir fordelingen aldri vist.',
    sv: 'Färre än {fewest} har svarat. Om du stänger nu visas fördelningen aldrig.',
    en: 'Fewer than {fewest} have answered. If you close now, the results will never be shown.',
  },
  'poll.close.left-out': {
    nb: '{count, plural, one {Ett svar eller en endring er kommet} other {# svar eller endringer er kommet}} etter at fordelingen sist ble fornyet. Stenger du nå, kommer de aldri med, for da kunne noen ha regnet ut hva enkeltpersoner svarte. Vent til {missing, plural, one {én til har svart} other {# til har svart}} hvis de skal med.',
    sv: '{count, plural, one {Ett svar eller en ändring har kommit} other {# svar eller ändringar har kommit}} efter att fördelningen senast förnyades. Om du stänger nu kommer de aldrig med, för då kunde någon ha räknat ut vad enskilda personer svarade. Vänta tills {missing, plural, one {en till har svarat} other {# till har svarat}} om de ska komma med.',
    en: '{count, plural, one {One answer or change has come} other {# answers or changes have come}} since the results were last renewed. If you close now, they will never be counted in, because someone could have worked out what single people answered. Wait until {missing, plural, one {one more has answered} other {# more have answered}} if they are to count.',
  },
  'poll.close.do': { nb: 'Steng avstemningen', sv: 'Stäng omröstningen', en: 'Close the poll' },
  'poll.close.not': { nb: 'La den stå åpen', sv: 'Låt den vara öppen', en: 'Leave it open' },
  'poll.close.none': {
    nb: 'Det er ingen åpen avstemning her som du kan stenge.',
    sv: 'Det finns ingen öppen omröstning här som du kan stänga.',
    en: 'There is no open poll here that you can close.',
  },
  'poll.close.which': {
    nb: 'Hvilken avstemning vil du stenge?',
    sv: 'Vilken omröstning vill du stänga?',
    en: 'Which poll do you want to close?',
  },
  'poll.close.choose': { nb: 'Velg denne', sv: 'Välj den här', en: 'Choose this one' },
  'poll.close.more': {
    nb: 'og {count, plural, one {én} other {#}} til. Steng disse først, så kommer de neste.',
    sv: 'och {count, plural, one {en} other {#}} till. Stäng de här först, så kommer nästa.',
    en: 'and {count, plural, one {one} other {#}} more. Close these first, then the next ones come.',
  },
  'poll.not-posted': {
    nb: 'Klar får ikke skrive der, så avstemningen ble ikke lagt ut. Legg Klar til i kanalen og prøv igjen.',
    sv: 'Klar får inte skriva där, så omröstningen lades inte ut. Lägg till Klar i kanalen och försök igen.',
    en: 'Klar may not write there, so the poll was not posted. Add Klar to the channel and try again.',
  },

  // What awaits me
  'poll.awaiting': { nb: 'Svar: {question}', sv: 'Svara: {question}', en: 'Answer: {question}' },
  'poll.awaiting-when': { nb: 'stenger {time}', sv: 'stänger {time}', en: 'closes {time}' },
} as const;
