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
  'poll.names.more': { nb: '{names} og {count} til', sv: '{names} och {count} till', en: '{names} and {count} more' },

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
    nb: 'og {count} til. Steng disse først, så kommer de neste.',
    sv: 'och {count} till. Stäng de här först, så kommer nästa.',
    en: 'and {count} more. Close these first, then the next ones come.',
  },

  // The form
  'poll.form.title': { nb: 'Ny avstemning', sv: 'Ny omröstning', en: 'New poll' },
  'poll.form.question': { nb: 'Hva vil du spørre om?', sv: 'Vad vill du fråga om?', en: 'What do you want to ask?' },
  'poll.form.question-example': {
    nb: 'Er dere klare til oppstart?',
    sv: 'Är ni redo för starten?',
    en: 'Are you ready for the start?',
  },
  'poll.form.options': {
    nb: 'Svar å velge mellom, ett på hver linje',
    sv: 'Svar att välja mellan, ett på varje rad',
    en: 'Answers to choose from, one on each line',
  },
  'poll.form.options-example': { nb: 'Ja\nNesten\nNei', sv: 'Ja\nNästan\nNej', en: 'Yes\nNearly\nNo' },
  'poll.form.choice': {
    nb: 'Hvor mange svar kan hver velge?',
    sv: 'Hur många svar får var och en välja?',
    en: 'How many answers may each person choose?',
  },
  'poll.form.single': { nb: 'Ett svar', sv: 'Ett svar', en: 'One answer' },
  'poll.form.several': { nb: 'Flere svar', sv: 'Flera svar', en: 'Several answers' },
  'poll.form.names': {
    nb: 'Hvem kan se svarene?',
    sv: 'Vem kan se svaren?',
    en: 'Who can see the answers?',
  },
  'poll.form.named': {
    nb: 'Navn vises: alle i kanalen ser hvem som svarte hva',
    sv: 'Namn visas: alla i kanalen ser vem som svarade vad',
    en: 'Names are shown: everyone in the channel sees who answered what',
  },
  'poll.form.anonymous': {
    nb: 'Anonymt, fordelingen vises underveis (de siste svarene kan utebli)',
    sv: 'Anonymt, fördelningen visas efter hand (de sista svaren kan saknas)',
    en: 'Anonymous, results shown on the way (the last answers may be left out)',
  },
  'poll.form.anonymous-at-closing': {
    nb: 'Anonymt, fordelingen vises først etter stenging (alle svar er med)',
    sv: 'Anonymt, fördelningen visas först efter stängning (alla svar är med)',
    en: 'Anonymous, results shown only after closing (all answers included)',
  },
  'poll.form.closes': { nb: 'Når skal den stenge?', sv: 'När ska den stänga?', en: 'When does it close?' },
  'poll.form.closes.none': {
    nb: 'Ikke av seg selv: jeg stenger den',
    sv: 'Inte av sig själv: jag stänger den',
    en: 'Not by itself: I close it',
  },
  'poll.form.closes.1h': { nb: 'Om en time, {time}', sv: 'Om en timme, {time}', en: 'In an hour, {time}' },
  'poll.form.closes.today': { nb: 'I dag, {time}', sv: 'I dag, {time}', en: 'Today, {time}' },
  'poll.form.closes.1d': { nb: 'I morgen, {time}', sv: 'I morgon, {time}', en: 'Tomorrow, {time}' },
  'poll.form.closes.3d': { nb: 'Om tre dager, {time}', sv: 'Om tre dagar, {time}', en: 'In three days, {time}' },
  'poll.form.closes.7d': { nb: 'Om en uke, {time}', sv: 'Om en vecka, {time}', en: 'In a week, {time}' },
  'poll.form.closes.day': {
    nb: 'En annen dag kl. 16.00 (velg dagen under)',
    sv: 'En annan dag kl. 16.00 (välj dagen nedan)',
    en: 'Another day at 16:00 (choose it below)',
  },
  'poll.form.day': {
    nb: 'Dag, hvis du valgte «En annen dag»',
    sv: 'Dag, om du valde ”En annan dag”',
    en: 'Day, if you chose “Another day”',
  },
  'poll.form.required': { nb: 'Fyll ut dette feltet.', sv: 'Fyll i det här fältet.', en: 'Fill in this field.' },
  'poll.form.next': { nb: 'Se hvordan den blir', sv: 'Se hur den blir', en: 'See how it will look' },
  'poll.form.discard': { nb: 'Avbryt', sv: 'Avbryt', en: 'Cancel' },

  // What is wrong with it
  'poll.wrong.no-question': {
    nb: 'Skriv hva du vil spørre om.',
    sv: 'Skriv vad du vill fråga om.',
    en: 'Write what you want to ask.',
  },
  'poll.wrong.long-question': {
    nb: 'Spørsmålet er på {length} tegn. Kort det ned til {most}.',
    sv: 'Frågan är {length} tecken. Korta den till {most}.',
    en: 'The question has {length} characters. Shorten it to {most}.',
  },
  'poll.wrong.few-options': {
    nb: 'En avstemning trenger minst {fewest} svar å velge mellom. Her er det {count}.',
    sv: 'En omröstning behöver minst {fewest} svar att välja mellan. Här finns det {count}.',
    en: 'A poll needs at least {fewest} answers to choose from. Here {count, plural, one {is #} other {are #}}.',
  },
  'poll.wrong.many-options': {
    nb: 'En avstemning kan ha høyst {most} svar å velge mellom. Her er det {count}.',
    sv: 'En omröstning kan ha högst {most} svar att välja mellan. Här finns det {count}.',
    en: 'A poll can have at most {most} answers to choose from. Here are {count}.',
  },
  'poll.wrong.long-option': {
    nb: 'Svaret «{option}» er på {length} tegn. Kort det ned til {most}.',
    sv: 'Svaret ”{option}” är {length} tecken. Korta det till {most}.',
    en: 'The answer “{option}” has {length} characters. Shorten it to {most}.',
  },
  'poll.wrong.same-option': {
    nb: 'Svaret «{option}» står to ganger. Ta bort det ene.',
    sv: 'Svaret ”{option}” står två gånger. Ta bort det ena.',
    en: 'The answer “{option}” stands twice. Take one of them out.',
  },
  'poll.wrong.no-day': {
    nb: 'Velg dagen da avstemningen skal stenge.',
    sv: 'Välj dagen då omröstningen ska stänga.',
    en: 'Choose the day on which the poll closes.',
  },
  'poll.wrong.past': {
    nb: 'Det tidspunktet er passert. Velg et senere.',
    sv: 'Den tidpunkten har passerat. Välj en senare.',
    en: 'That time has passed. Choose a later one.',
  },
  'poll.wrong.unknown': {
    nb: 'Velg et av svarene i listen.',
    sv: 'Välj ett av svaren i listan.',
    en: 'Choose one of the answers in the list.',
  },
  'poll.wrong.place': {
    nb: 'Velg hvor avstemningen skal legges ut.',
    sv: 'Välj var omröstningen ska läggas ut.',
    en: 'Choose where to post the poll.',
  },

  // Before it is posted
  'poll.preview.title': {
    nb: 'Slik blir avstemningen',
    sv: 'Så blir omröstningen',
    en: 'This is how the poll will look',
  },
  'poll.preview.closes': { nb: 'Stenger {time}.', sv: 'Stänger {time}.', en: 'Closes {time}.' },
  'poll.preview.stays': {
    nb: 'Stenger ikke av seg selv.',
    sv: 'Stänger inte av sig själv.',
    en: 'Does not close by itself.',
  },
  'poll.preview.fixed': {
    nb: 'Spørsmålet, svarene og hvem som kan se dem, kan ikke endres etterpå.',
    sv: 'Frågan, svaren och vem som kan se dem går inte att ändra efteråt.',
    en: 'The question, the answers and who can see them cannot be changed afterwards.',
  },
  'poll.preview.post': { nb: 'Legg ut avstemningen', sv: 'Lägg ut omröstningen', en: 'Post the poll' },
  'poll.preview.edit': { nb: 'Endre', sv: 'Ändra', en: 'Edit' },
  'poll.preview.place': {
    nb: 'Hvor skal den legges ut?',
    sv: 'Var ska den läggas ut?',
    en: 'Where is it to be posted?',
  },
  'poll.place.unnamed': { nb: 'Kanal uten navn', sv: 'Kanal utan namn', en: 'Channel without a name' },
  'poll.place.in-programme': { nb: '{place} ({programme})', sv: '{place} ({programme})', en: '{place} ({programme})' },
  'poll.personal.alone': {
    nb: 'Her er det bare du og Klar. Skriv «avstemning» i kanalen eller gruppen der de som skal svare, er med.',
    sv: 'Här är det bara du och Klar. Skriv ”omröstning” i kanalen eller gruppen där de som ska svara är med.',
    en: 'Only you and Klar are here. Type “poll” in the channel or group of the people who are to answer.',
  },
  'poll.personal.choose': {
    nb: 'Her er det bare du og Klar. Velg kanalen der de som skal svare, er med.',
    sv: 'Här är det bara du och Klar. Välj kanalen där de som ska svara är med.',
    en: 'Only you and Klar are here. Choose the channel of the people who are to answer.',
  },
  'poll.posted': {
    nb: '✓ Avstemningen er lagt ut.',
    sv: '✓ Omröstningen är utlagd.',
    en: '✓ The poll is posted.',
  },
  'poll.posted-in': {
    nb: '✓ Avstemningen er lagt ut i {place}.',
    sv: '✓ Omröstningen är utlagd i {place}.',
    en: '✓ The poll is posted in {place}.',
  },
  'poll.discarded': {
    nb: 'Ingen avstemning ble lagt ut.',
    sv: 'Ingen omröstning lades ut.',
    en: 'No poll was posted.',
  },
  'poll.draft-gone': {
    nb: 'Utkastet finnes ikke lenger. Skriv «avstemning» for å begynne på nytt.',
    sv: 'Utkastet finns inte längre. Skriv ”omröstning” för att börja om.',
    en: 'The draft no longer exists. Type “poll” to begin again.',
  },
  'poll.not-posted': {
    nb: 'Klar får ikke skrive der, så avstemningen ble ikke lagt ut. Legg Klar til i kanalen og prøv igjen.',
    sv: 'Klar får inte skriva där, så omröstningen lades inte ut. Lägg till Klar i kanalen och försök igen.',
    en: 'Klar may not write there, so the poll was not posted. Add Klar to the channel and try again.',
  },
  'poll.perhaps-posted': {
    nb: 'Klar fikk ikke svar og vet ikke om avstemningen kom fram. Se etter i kanalen før du prøver igjen.',
    sv: 'Klar fick inget svar och vet inte om omröstningen kom fram. Titta i kanalen innan du försöker igen.',
    en: 'Klar got no reply and cannot say whether the poll arrived. Look in the channel before you try again.',
  },

  // What awaits me
  'poll.awaiting': { nb: 'Svar: {question}', sv: 'Svara: {question}', en: 'Answer: {question}' },
  'poll.awaiting-when': { nb: 'stenger {time}', sv: 'stänger {time}', en: 'closes {time}' },
} as const;
