/**
 * What Klar says about a file that somebody hands it: why it is no table, what is wrong with a row, what is worth a
 * second look. Each in nb, sv and en, as ICU messages; see `say.ts`. Used by the `import` card and by `klar plan check`.
 */
export const importSentences = {
  'import.table.too-large': {
    nb: 'Filen er på {bytes}. Klar tar imot filer på inntil {maxBytes}.',
    sv: 'Filen är på {bytes}. Klar tar emot filer på högst {maxBytes}.',
    en: 'The file is {bytes}. Klar takes files of up to {maxBytes}.',
  },
  'import.table.too-many-columns': {
    nb: 'Filen har flere enn {maxColumns} kolonner. Ta bort tomme kolonner, eller lagre den på nytt som regneark.',
    sv: 'Filen har fler än {maxColumns} kolumner. Ta bort tomma kolumner, eller spara den på nytt som kalkylark.',
    en: 'The file has more than {maxColumns} columns. Remove empty columns, or save it again as a spreadsheet.',
  },
  'import.table.too-many-rows': {
    nb: 'Filen har flere enn {maxRows} rader. Del den opp, eller ta bort tomme rader og kolonner.',
    sv: 'Filen har fler än {maxRows} rader. Dela upp den, eller ta bort tomma rader och kolumner.',
    en: 'The file has more than {maxRows} rows. Split it, or remove empty rows and columns.',
  },
  'import.table.empty': {
    nb: 'Filen er tom. Kontroller at tabellen er lagret i den, og prøv igjen.',
    sv: 'Filen är tom. Kontrollera att tabellen är sparad i den och försök igen.',
    en: 'The file is empty. Check that the table is saved in it, and try again.',
  },
  'import.table.not-text': {
    nb: 'Filen ser ut til å være {looksLike, select, xls {en eldre Excel- eller Office-fil} xlsb {en binær Excel-arbeidsbok (.xlsb)} word {et Word-dokument} ods {et OpenDocument-regneark} pdf {en PDF} image {et bilde} html {en nettside} zip {en zip-fil} other {noe annet enn tekst}}. Lagre tabellen som Excel-fil (.xlsx) eller CSV og prøv igjen.',
    sv: 'Filen ser ut att vara {looksLike, select, xls {en äldre Excel- eller Office-fil} xlsb {en binär Excel-arbetsbok (.xlsb)} word {ett Word-dokument} ods {ett OpenDocument-kalkylark} pdf {en PDF} image {en bild} html {en webbsida} zip {en zip-fil} other {något annat än text}}. Spara tabellen som Excel-fil (.xlsx) eller CSV och försök igen.',
    en: 'The file looks like {looksLike, select, xls {an older Excel or Office file} xlsb {a binary Excel workbook (.xlsb)} word {a Word document} ods {an OpenDocument spreadsheet} pdf {a PDF} image {a picture} html {a web page} zip {a zip file} other {something other than text}}. Save the table as an Excel file (.xlsx) or CSV and try again.',
  },
  'import.table.too-large-unpacked': {
    nb: 'Filen rommer mer enn den ser ut til: {bytes} når den pakkes ut, og Klar leser inntil {maxBytes}. Kopier tabellen til en ny, tom arbeidsbok og send den.',
    sv: 'Filen rymmer mer än den ser ut till: {bytes} när den packas upp, och Klar läser högst {maxBytes}. Kopiera tabellen till en ny, tom arbetsbok och skicka den.',
    en: 'The file holds more than it seems: {bytes} when unpacked, and Klar reads up to {maxBytes}. Copy the table to a new, empty workbook and send that.',
  },
  'import.table.encrypted': {
    nb: 'Filen er beskyttet med passord. Fjern passordet i Excel (Fil > Informasjon > Beskytt arbeidsbok) og send den på nytt.',
    sv: 'Filen är skyddad med lösenord. Ta bort lösenordet i Excel (Arkiv > Info > Skydda arbetsbok) och skicka den igen.',
    en: 'The file is protected with a password. Remove the password in Excel (File > Info > Protect Workbook) and send it again.',
  },
  'import.table.damaged': {
    nb: '{looksLike, select, ics {Kalenderfilen} json {JSON-filen} other {Excel-filen}} er skadet og lar seg ikke lese. {looksLike, select, ics {Eksporter kalenderen} json {Eksporter planen} other {Åpne den i Excel, lagre den}} på nytt og prøv igjen.',
    sv: '{looksLike, select, ics {Kalenderfilen} json {JSON-filen} other {Excelfilen}} är skadad och går inte att läsa. {looksLike, select, ics {Exportera kalendern} json {Exportera planen} other {Öppna den i Excel, spara den}} på nytt och försök igen.',
    en: 'The {looksLike, select, ics {calendar file} json {JSON file} other {Excel file}} is damaged and cannot be read. {looksLike, select, ics {Export the calendar} json {Export the plan} other {Open it in Excel, save it}} again and try once more.',
  },
  'import.table.no-such-sheet': {
    nb: 'Arbeidsboken har ikke noe ark som heter «{sheet}». Arkene heter: {sheets}.',
    sv: 'Arbetsboken har inget blad som heter ”{sheet}”. Bladen heter: {sheets}.',
    en: 'The workbook has no sheet named “{sheet}”. Its sheets are: {sheets}.',
  },
  'import.notice.more-times': {
    nb: '«{title}» gjentas så mange ganger at Klar bare har tatt med de {kept} første.',
    sv: '”{title}” upprepas så många gånger att Klar bara har tagit med de {kept} första.',
    en: '“{title}” is repeated so many times that Klar has taken only the first {kept}.',
  },
  'import.table.quotes': {
    nb: 'Et anførselstegn i rad {row} åpner en celle som aldri lukkes. Rett det opp, eller lagre filen som CSV på nytt.',
    sv: 'Ett citattecken på rad {row} öppnar en cell som aldrig stängs. Rätta det, eller spara filen som CSV på nytt.',
    en: 'A quotation mark in row {row} opens a cell that is never closed. Mend it, or save the file as CSV again.',
  },
  'import.problem.no-title-column': {
    nb: 'Klar finner ingen kolonne med aktiviteter. Gi den overskriften «Aktivitet».',
    sv: 'Klar hittar ingen kolumn med aktiviteter. Ge den rubriken ”Aktivitet”.',
    en: 'Klar finds no column of activities. Head it “Activity”.',
  },
  'import.problem.no-title': {
    nb: 'Raden sier ikke hva som skal skje.',
    sv: 'Raden säger inte vad som ska hända.',
    en: 'The row does not say what is to happen.',
  },
  'import.problem.ends-before-start': {
    nb: 'Raden slutter ({end}) før den begynner ({start}).',
    sv: 'Raden slutar ({end}) innan den börjar ({start}).',
    en: 'The row ends ({end}) before it begins ({start}).',
  },
  'import.problem.not-a-year': {
    nb: '«{value}» er ikke et årstall med fire sifre.',
    sv: '”{value}” är inget årtal med fyra siffror.',
    en: '“{value}” is not a year of four digits.',
  },
  'import.problem.not-a-month': {
    nb: '«{value}» er ikke en måned.',
    sv: '”{value}” är ingen månad.',
    en: '“{value}” is not a month.',
  },
  'import.problem.date.not-understood': {
    nb: '«{text}» er ikke en dato som Klar forstår. Skriv for eksempel 15/9, uke 42, mars eller 1. kvartal.',
    sv: '”{text}” är inget datum som Klar förstår. Skriv till exempel 15/9, vecka 42, mars eller kvartal 1.',
    en: '“{text}” is not a date that Klar understands. Write for example 15/9, week 42, March or Q1.',
  },
  'import.problem.date.no-such-day': {
    nb: '«{text}» finnes ikke.',
    sv: '”{text}” finns inte.',
    en: '“{text}” does not exist.',
  },
  'import.problem.date.no-such-month': {
    nb: '«{text}»: det finnes ingen måned nummer {month}.',
    sv: '”{text}”: det finns ingen månad nummer {month}.',
    en: '“{text}”: there is no month number {month}.',
  },
  'import.problem.date.no-such-week': {
    nb: '«{text}» finnes ikke; {year} har {weeks} uker.',
    sv: '”{text}” finns inte; {year} har {weeks} veckor.',
    en: '“{text}” does not exist; {year} has {weeks} weeks.',
  },
  'import.problem.date.no-such-period': {
    nb: '«{text}» finnes ikke; et år har bare {last}.',
    sv: '”{text}” finns inte; ett år har bara {last}.',
    en: '“{text}” does not exist; a year has only {last}.',
  },
  'import.problem.date.no-such-time': {
    nb: '«{text}» har et klokkeslett som ikke finnes.',
    sv: '”{text}” har ett klockslag som inte finns.',
    en: '“{text}” has a time of day that does not exist.',
  },
  'import.problem.date.wrong-weekday': {
    nb: '«{text}» stemmer ikke; {day} er en {weekday}.',
    sv: '”{text}” stämmer inte; {day} är en {weekday}.',
    en: '“{text}” does not fit; {day} is a {weekday}.',
  },
  'import.problem.date.ends-before-start': {
    nb: '«{text}» slutter før det begynner.',
    sv: '”{text}” slutar innan det börjar.',
    en: '“{text}” ends before it begins.',
  },
  'import.problem.date.serial-number': {
    nb: '«{text}» ligner {day} slik et regneark teller dager. Vis kolonnen som datoer, og lagre filen på nytt.',
    sv: '”{text}” liknar {day} så som ett kalkylark räknar dagar. Visa kolumnen som datum och spara filen på nytt.',
    en: '“{text}” looks like {day} as a spreadsheet counts days. Show the column as dates and save the file again.',
  },
  'import.problem.date.no-year': {
    nb: 'Det går ikke fram av planen hvilket år raden gjelder. Skriv årstallet, eller si når planen starter.',
    sv: 'Det framgår inte av planen vilket år raden gäller. Skriv årtalet, eller ange när planen startar.',
    en: 'It is not clear which year the row is about. Write the year, or say when the plan starts.',
  },
  'import.question.title': {
    nb: 'Hvilken kolonne sier hva som skal skje?',
    sv: 'Vilken kolumn säger vad som ska hända?',
    en: 'Which column says what is to happen?',
  },
  'import.question.when': {
    nb: 'Hvilken kolonne sier når det skal skje?',
    sv: 'Vilken kolumn säger när det ska hända?',
    en: 'Which column says when it is to happen?',
  },
  'import.question.units': {
    nb: 'Hvilken kolonne sier hvem som har ansvaret?',
    sv: 'Vilken kolumn säger vem som ansvarar?',
    en: 'Which column says who is responsible?',
  },
  'import.question.read-now': {
    nb: 'Klar leser {column}.',
    sv: 'Klar läser {column}.',
    en: 'Klar reads {column}.',
  },
  'import.column.headed': { nb: '«{heading}»', sv: '”{heading}”', en: '“{heading}”' },
  'import.column.bare': { nb: 'kolonne {letter}', sv: 'kolumn {letter}', en: 'column {letter}' },
  'import.warning.weekend': {
    nb: '{day} er en {weekday}.',
    sv: '{day} är en {weekday}.',
    en: '{day} is a {weekday}.',
  },
  'import.warning.holiday': {
    nb: '{day} er en fridag.',
    sv: '{day} är en helgdag eller en annan ledig dag.',
    en: '{day} is a public holiday or another day off.',
  },
  'import.warning.other-month': {
    nb: '«{value}» ligger ikke i {monthOfRow}, der raden står.',
    sv: '”{value}” ligger inte i {monthOfRow}, där raden står.',
    en: '“{value}” is not in {monthOfRow}, where the row stands.',
  },
  'import.warning.out-of-order': {
    nb: 'Datoen ligger før rad {before}, som står over.',
    sv: 'Datumet ligger före rad {before}, som står ovanför.',
    en: 'The date lies before row {before}, which stands above.',
  },
  'import.warning.repeated': {
    nb: 'Raden er lik rad {of} og er utelatt.',
    sv: 'Raden är likadan som rad {of} och är utelämnad.',
    en: 'The row is the same as row {of} and is left out.',
  },
  'import.warning.other-days': {
    nb: '«{value}» er noe annet enn dagene ved siden av, fra {start} til {end}. Klar går etter «{value}».',
    sv: '”{value}” är något annat än dagarna bredvid, från {start} till {end}. Klar går efter ”{value}”.',
    en: '“{value}” is something else than the days beside it, from {start} to {end}. Klar goes by “{value}”.',
  },
  'import.warning.no-date': {
    nb: 'Raden har ingen dato.',
    sv: 'Raden har inget datum.',
    en: 'The row has no date.',
  },
  'import.warning.after-unknown': {
    nb: 'Raden venter på «{text}», som verken er en rad eller et kvalitetspunkt i planen.',
    sv: 'Raden väntar på ”{text}”, som varken är en rad eller en go/no-go-punkt i planen.',
    en: 'The row waits for “{text}”, which is neither a row nor a quality gate of the plan.',
  },
  'import.warning.after-circle': {
    nb: '{count, plural, one {Raden venter på seg selv} other {Radene {rows} venter på hverandre i ring}}. Det tas ikke med.',
    sv: '{count, plural, one {Raden väntar på sig själv} other {Raderna {rows} väntar på varandra i en ring}}. Det tas inte med.',
    en: '{count, plural, one {The row waits for itself} other {Rows {rows} wait for each other in a ring}}. That is left out.',
  },
  'import.warning.before-what-it-waits-for': {
    nb: 'Raden venter på rad {of}, som ikke er ferdig før {end}.',
    sv: 'Raden väntar på rad {of}, som inte är klar förrän {end}.',
    en: 'The row waits for row {of}, which is not over until {end}.',
  },
  'import.warning.unknown-type': {
    nb: 'Klar kjenner ikke typen «{value}» og leser raden som {kind, select, activity {aktivitet} milestone {milepæl} meeting {møte} gathering {samling} other {kvalitetspunkt}}.',
    sv: 'Klar känner inte till typen ”{value}” och läser raden som {kind, select, activity {aktivitet} milestone {milstolpe} meeting {möte} gathering {samling} other {go/no-go-punkt}}.',
    en: 'Klar does not know the type “{value}” and reads the row as {kind, select, activity {an activity} milestone {a milestone} meeting {a meeting} gathering {a gathering} other {a gate}}.',
  },
} as const;
