/** What owners are told of places that Klar can no longer write to. Each in nb, sv and en, as ICU messages; see `say.ts`. */
export const peopleLostSentences = {
  'people.lost-place': {
    nb: 'Klar får ikke lenger skrevet i {place}',
    sv: 'Klar kan inte längre skriva i {place}',
    en: 'Klar can no longer write in {place}',
  },
  'people.lost-place-step': {
    nb: 'Meldinger til {units} skulle dit. Legg Klar til igjen der, eller velg et annet sted: skriv «enhet {unit} her» i kanalen som skal overta.',
    sv: 'Meddelanden till {units} skulle dit. Lägg till Klar där igen, eller välj en annan plats: skriv ”enhet {unit} här” i kanalen som ska ta över.',
    en: 'Messages to {units} were meant to go there. Add Klar there again, or choose another place: type “unit {unit} here” in the channel that takes over.',
  },
  'people.lost-programme-step': {
    nb: 'Det er kanalen til programmet «{programme}». Legg Klar til igjen der. Så lenge går det som skulle dit, til dere som leder programmet.',
    sv: 'Det är kanalen för programmet ”{programme}”. Lägg till Klar där igen. Så länge går det som skulle dit till er som leder programmet.',
    en: 'It is the channel of the programme “{programme}”. Add Klar there again. Until then, what was meant for it goes to you who lead the programme.',
  },
  'people.lost-person': {
    nb: 'Klar får ikke lenger skrevet til {name}',
    sv: 'Klar kan inte längre skriva till {name}',
    en: 'Klar can no longer write to {name}',
  },
  'people.lost-person-step': {
    nb: '{name} er med i {units}. Be {name} om å legge til Klar igjen og skrive «hjelp» til Klar, eller velg en annen med «enhet {unit} kontakt @navn».',
    sv: '{name} är med i {units}. Be {name} att lägga till Klar igen och skriva ”hjälp” till Klar, eller välj någon annan med ”enhet {unit} kontakt @namn”.',
    en: '{name} is in {units}. Ask {name} to add Klar again and type “help” to it, or choose somebody else with “unit {unit} contact @name”.',
  },
  'people.lost-several': {
    nb: '{programme}: Klar når ikke lenger fram til {count, number} steder',
    sv: '{programme}: Klar når inte längre fram till {count, number} platser',
    en: '{programme}: Klar can no longer reach {count, number} places',
  },
  'people.lost-line': { nb: '{name}: {units}', sv: '{name}: {units}', en: '{name}: {units}' },
  'people.lost-more': { nb: 'og {count, number} til', sv: 'och {count, number} till', en: 'and {count, number} more' },
  'people.lost-several-step': {
    nb: 'Legg Klar til igjen i kanalene, og be folk om å skrive «hjelp» til Klar. Du velger en annen kanal med «enhet Navn her» og en annen person med «enhet Navn kontakt @navn».',
    sv: 'Lägg till Klar i kanalerna igen, och be personerna att skriva ”hjälp” till Klar. Du väljer en annan kanal med ”enhet Namn här” och en annan person med ”enhet Namn kontakt @namn”.',
    en: 'Add Klar to the channels again, and ask the people to type “help” to it. You choose another channel with “unit Name here” and another person with “unit Name contact @name”.',
  },
} as const;
