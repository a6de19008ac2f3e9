/** Sentences of the operator's command `klar`. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const operatorSentences = {
  'operator.help': {
    nb: `Slik brukes klar:
  npm run -s klar -- plan check FIL [--sheet NAVN] [--starts ÅÅÅÅ-MM-DD] [--json]
      leser en plan (Excel, CSV eller kalender) og viser hva som er forstått, hva som ikke kan leses, og hva som er verdt å se på
  npm run -s klar -- plan diff GAMMEL NY [--sheet NAVN] [--starts ÅÅÅÅ-MM-DD] [--json]
      viser hva som er flyttet, omfordelt, omskrevet, nytt og tatt ut mellom to utgaver av en plan
  npm run -s klar -- reminders preview FIL --from DAG --to DAG [--starts DAG] [--rules FIL] [--json]
      viser påminnelsene som planen gir i tidsrommet; begge dagene er med
  npm run -s klar -- import FIL --programme NAVN [--sheet NAVN] [--starts DAG] [--accept-refused] [--json]
      lagrer en plan, eller en liste over folk (Enhet, Navn, E-post, Rolle), i et program (KLAR_DATA sier hvor)
  npm run -s klar -- export --programme NAVN --format csv|xlsx|ics|json [--out FIL] [--json]
      gir planen i et program som fil; uten --out skrives den rett ut

Valg:
  --sheet    arket som skal leses i en arbeidsbok; ellers det første med noe i
  --starts   planens første dag; gir årstall til datoer som ikke har det
  --rules    JSON-fil: '{"at":"09:00","rules":["7-days-before","1-working-day-before","on-the-day"]}' (mer i examples/rules.json)
  --accept-refused   lagrer det som kan leses, og utelater resten
  --json     skriver JSON for maskiner i stedet for en tabell
  --help     viser dette
Sluttkode: 0 i orden, 1 noe i filen kan ikke leses, 2 feil bruk.`,
    sv: `Så här används klar:
  npm run -s klar -- plan check FIL [--sheet NAMN] [--starts ÅÅÅÅ-MM-DD] [--json]
      läser en plan (Excel, CSV eller kalender) och visar vad som är förstått, vad som inte kan läsas och vad som är värt att titta på
  npm run -s klar -- plan diff GAMMAL NY [--sheet NAMN] [--starts ÅÅÅÅ-MM-DD] [--json]
      visar vad som är flyttat, omfördelat, omskrivet, nytt och borttaget mellan två utgåvor av en plan
  npm run -s klar -- reminders preview FIL --from DAG --to DAG [--starts DAG] [--rules FIL] [--json]
      visar påminnelserna som planen ger under perioden; båda dagarna är med
  npm run -s klar -- import FIL --programme NAMN [--sheet NAMN] [--starts DAG] [--accept-refused] [--json]
      sparar en plan, eller en lista över personer (Enhet, Namn, E-post, Roll), i ett program (KLAR_DATA säger var)
  npm run -s klar -- export --programme NAMN --format csv|xlsx|ics|json [--out FIL] [--json]
      ger planen i ett program som fil; utan --out skrivs den direkt ut

Val:
  --sheet    bladet som ska läsas i en arbetsbok; annars det första med något i
  --starts   planens första dag; ger årtal åt datum som saknar det
  --rules    JSON-fil: '{"at":"09:00","rules":["7-days-before","1-working-day-before","on-the-day"]}' (mer i examples/rules.json)
  --accept-refused   sparar det som kan läsas och utelämnar resten
  --json     skriver JSON för maskiner i stället för en tabell
  --help     visar detta
Slutkod: 0 i ordning, 1 något i filen kan inte läsas, 2 fel användning.`,
    en: `How to use klar:
  npm run -s klar -- plan check FILE [--sheet NAME] [--starts YYYY-MM-DD] [--json]
      reads a plan (Excel, CSV or calendar) and shows what was understood, what cannot be read and what is worth a second look
  npm run -s klar -- plan diff OLD NEW [--sheet NAME] [--starts YYYY-MM-DD] [--json]
      shows what was moved, reassigned, reworded, added and removed between two versions of a plan
  npm run -s klar -- reminders preview FILE --from DAY --to DAY [--starts DAY] [--rules FILE] [--json]
      shows the reminders that the plan gives in the period, both days included
  npm run -s klar -- import FILE --programme NAME [--sheet NAME] [--starts DAY] [--accept-refused] [--json]
      saves a plan, or a list of people (Unit, Name, E-mail, Role), in a programme (KLAR_DATA says where)
  npm run -s klar -- export --programme NAME --format csv|xlsx|ics|json [--out FILE] [--json]
      gives the plan of a programme as a file; without --out it goes to standard output

Options:
  --sheet    the sheet of a workbook to read; otherwise the first with anything in it
  --starts   the first day of the plan; gives a year to dates that name none
  --rules    JSON file: '{"at":"09:00","rules":["7-days-before","1-working-day-before","on-the-day"]}' (more in examples/rules.json)
  --accept-refused   saves what can be read and leaves the rest out
  --json     prints JSON for machines in place of a table
  --help     shows this
Exit: 0 done, 1 something in the file cannot be read, 2 wrong usage.`,
  },
  'operator.wrong-usage': {
    nb: '{problem}\nSkriv «npm run -s klar -- --help» for å se hvordan klar brukes.',
    sv: '{problem}\nSkriv ”npm run -s klar -- --help” för att se hur klar används.',
    en: '{problem}\nRun “npm run -s klar -- --help” to see how klar is used.',
  },
  'operator.no-command': {
    nb: 'Kommandoen mangler.',
    sv: 'Kommandot saknas.',
    en: 'The command is missing.',
  },
  'operator.no-file': {
    nb: 'Denne kommandoen tar ingen fil: «{given}».',
    sv: 'Det här kommandot tar ingen fil: ”{given}”.',
    en: 'This command takes no file: “{given}”.',
  },
  'operator.bad-format': {
    nb: '«{given}» er ikke et format. Velg csv, xlsx, ics eller json.',
    sv: '”{given}” är inget format. Välj csv, xlsx, ics eller json.',
    en: '“{given}” is no format. Choose csv, xlsx, ics or json.',
  },
  'operator.export-to-screen': {
    nb: 'En Excel-fil kan ikke vises på skjermen. Si med --out hvor den skal lagres.',
    sv: 'En Excelfil går inte att visa på skärmen. Ange med --out var den ska sparas.',
    en: 'An Excel file cannot be shown on the screen. Say with --out where to save it.',
  },
  'operator.unwritable-file': {
    nb: 'Filen «{file}» kan ikke lagres. Sjekk at mappen finnes og at du kan skrive der.',
    sv: 'Filen ”{file}” kan inte sparas. Kontrollera att mappen finns och att du får skriva där.',
    en: 'The file “{file}” cannot be saved. Check that its folder exists and that you may write there.',
  },
  'operator.no-plan': {
    nb: '«{programme}» har ingen plan ennå.',
    sv: '”{programme}” har ingen plan ännu.',
    en: '“{programme}” has no plan yet.',
  },
  'operator.exported': {
    nb: 'Lagret som «{file}»: {count, plural, one {én rad} other {# rader}}, revisjon {revision}.',
    sv: 'Sparad som ”{file}”: {count, plural, one {en rad} other {# rader}}, revision {revision}.',
    en: 'Saved as “{file}”: {count, plural, one {one row} other {# rows}}, revision {revision}.',
  },
  'operator.unknown-command': {
    nb: 'klar kjenner ikke kommandoen «{command}».',
    sv: 'klar känner inte till kommandot ”{command}”.',
    en: 'klar does not know the command “{command}”.',
  },
  'operator.wrong-options': {
    nb: 'Kommandoen ble ikke forstått ({detail}).',
    sv: 'Kommandot förstods inte ({detail}).',
    en: 'The command was not understood ({detail}).',
  },
  'operator.one-file': {
    nb: 'Kommandoen leser én fil. Oppgi stien til den.',
    sv: 'Kommandot läser en fil. Ange sökvägen till den.',
    en: 'The command reads one file. Give the path to it.',
  },
  'operator.two-files': {
    nb: 'Kommandoen sammenligner to filer. Oppgi stien til den gamle og så til den nye.',
    sv: 'Kommandot jämför två filer. Ange sökvägen till den gamla och sedan till den nya.',
    en: 'The command compares two files. Give the path to the old one and then to the new one.',
  },
  'operator.diff': {
    nb: '{count, plural, =0 {Ingen endringer} one {Én endring} other {# endringer}} fra «{old}» til «{new}»',
    sv: '{count, plural, =0 {Inga ändringar} one {En ändring} other {# ändringar}} från ”{old}” till ”{new}”',
    en: '{count, plural, =0 {No changes} one {One change} other {# changes}} from “{old}” to “{new}”',
  },
  'operator.in-file': { nb: '{file}: {problem}', sv: '{file}: {problem}', en: '{file}: {problem}' },
  'operator.unreadable-file': {
    nb: 'Filen «{file}» finnes ikke eller kan ikke åpnes.',
    sv: 'Filen ”{file}” finns inte eller kan inte öppnas.',
    en: 'The file “{file}” does not exist or cannot be opened.',
  },
  'operator.missing-option': {
    nb: 'Valget {option} mangler.',
    sv: 'Valet {option} saknas.',
    en: 'The option {option} is missing.',
  },
  'operator.bad-day': {
    nb: '{option} må være en dag som finnes, skrevet som 2027-02-11; «{value}» er ikke det.',
    sv: '{option} måste vara en dag som finns, skriven som 2027-02-11; ”{value}” är inte det.',
    en: '{option} must be a day that exists, written as 2027-02-11; “{value}” is not.',
  },
  'operator.from-after-to': {
    nb: '--from ligger etter --to.',
    sv: '--from ligger efter --to.',
    en: '--from lies after --to.',
  },
  'operator.bad-rules': {
    nb: 'Reglene i «{file}» kan ikke brukes: {detail}',
    sv: 'Reglerna i ”{file}” kan inte användas: {detail}',
    en: 'The rules in “{file}” cannot be used: {detail}',
  },
  'operator.understood': {
    nb: 'Planen leses slik: {rows, plural, one {# rad} other {# rader}}, {gates, plural, one {# kvalitetspunkt} other {# kvalitetspunkter}}, {units, plural, one {# enhet} other {# enheter}}',
    sv: 'Planen läses så här: {rows, plural, one {# rad} other {# rader}}, {gates, plural, one {# go/no-go-punkt} other {# go/no-go-punkter}}, {units, plural, one {# enhet} other {# enheter}}',
    en: 'The plan is read like this: {rows, plural, one {# row} other {# rows}}, {gates, plural, one {# gate} other {# gates}}, {units, plural, one {# unit} other {# units}}',
  },
  'operator.cannot-be-read': {
    nb: 'Kan ikke leses: {count}',
    sv: 'Kan inte läsas: {count}',
    en: 'Cannot be read: {count}',
  },
  'operator.second-look': {
    nb: 'Verdt å se på: {count}',
    sv: 'Värt att titta på: {count}',
    en: 'Worth a second look: {count}',
  },
  'operator.finding': {
    nb: 'Rad {row}, «{column}»: {problem}',
    sv: 'Rad {row}, ”{column}”: {problem}',
    en: 'Row {row}, “{column}”: {problem}',
  },
  'operator.finding-in-row': {
    nb: 'Rad {row}: {problem}',
    sv: 'Rad {row}: {problem}',
    en: 'Row {row}: {problem}',
  },
  'operator.column.row': { nb: 'Rad', sv: 'Rad', en: 'Row' },
  'operator.column.when': { nb: 'Når', sv: 'När', en: 'When' },
  'operator.column.what': { nb: 'Hva', sv: 'Vad', en: 'What' },
  'operator.column.who': { nb: 'Hvem', sv: 'Vem', en: 'Who' },
  'operator.column.rule': { nb: 'Påminnelse', sv: 'Påminnelse', en: 'Reminder' },
  'operator.moved-from': {
    nb: '{rule}, flyttet fra {day}',
    sv: '{rule}, flyttad från {day}',
    en: '{rule}, moved from {day}',
  },
  'operator.programme-place': { nb: 'hele programmet', sv: 'hela programmet', en: 'the whole programme' },
  'operator.no-data': {
    nb: 'Mappen «{data}» finnes ikke. Sett KLAR_DATA til mappen som Klar bruker.',
    sv: 'Mappen ”{data}” finns inte. Ange mappen som Klar använder i KLAR_DATA.',
    en: 'The folder “{data}” does not exist. Set KLAR_DATA to the folder that Klar uses.',
  },
  'operator.no-programmes': {
    nb: 'Det finnes ingen programmer i «{data}» ennå. Skriv «program "NAVN"» til Klar i chatten; den som gjør det, eier programmet.',
    sv: 'Det finns inga program i ”{data}” ännu. Skriv ”program "NAMN"” till Klar i chatten; den som gör det äger programmet.',
    en: 'There are no programmes in “{data}” yet. Type “programme "NAME"” to Klar in the chat; whoever does so owns it.',
  },
  'operator.no-such-programme': {
    nb: 'Det finnes ikke noe program som heter «{name}». Disse finnes:\n{list}\nEt nytt opprettes i chatten med «program "NAVN"».',
    sv: 'Det finns inget program som heter ”{name}”. De här finns:\n{list}\nEtt nytt skapas i chatten med ”program "NAMN"”.',
    en: 'There is no programme called “{name}”. These exist:\n{list}\nA new one is made in the chat with “programme "NAME"”.',
  },
  'operator.several-programmes': {
    nb: 'Flere programmer heter «{name}». Oppgi det du mener, med det som står i parentesen:\n{list}',
    sv: 'Flera program heter ”{name}”. Ange det du menar med det som står inom parentes:\n{list}',
    en: 'Several programmes are called “{name}”. Give the one you mean by what stands in brackets:\n{list}',
  },
  'operator.imported-plan': {
    nb: 'Lagret i «{programme}» som revisjon {revision}: {count, plural, one {én rad} other {# rader}}.',
    sv: 'Sparat i ”{programme}” som revision {revision}: {count, plural, one {en rad} other {# rader}}.',
    en: 'Saved in “{programme}” as revision {revision}: {count, plural, one {one row} other {# rows}}.',
  },
  'operator.imported-people': {
    nb: 'Lagret i «{programme}»: {count, plural, one {én rad} other {# rader}} med folk.',
    sv: 'Sparat i ”{programme}”: {count, plural, one {en rad} other {# rader}} med personer.',
    en: 'Saved in “{programme}”: {count, plural, one {one row} other {# rows}} of people.',
  },
  'operator.new-units': { nb: 'Nye enheter: {units}', sv: 'Nya enheter: {units}', en: 'New units: {units}' },
  'operator.nothing-imported': {
    nb: 'Ingenting er lagret. Rett opp i filen, eller bruk --accept-refused for å lagre resten.',
    sv: 'Inget har sparats. Rätta filen, eller använd --accept-refused för att spara resten.',
    en: 'Nothing was saved. Mend the file, or use --accept-refused to save the rest.',
  },
  'operator.no-rows': {
    nb: 'Ingenting er lagret: filen har ingen rader.',
    sv: 'Inget har sparats: filen har inga rader.',
    en: 'Nothing was saved: the file has no rows.',
  },
  'operator.no-reminders': {
    nb: 'Planen gir ingen påminnelser fra og med {from} til og med {to}.',
    sv: 'Planen ger inga påminnelser från och med {from} till och med {to}.',
    en: 'The plan gives no reminders from {from} to {to}.',
  },
} as const;
