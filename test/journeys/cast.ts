/**
 * Those who take part in the journeys. They are the people of `examples/`, because on the page nobody else can act; in
 * Teams and Slack the same people get accounts, so that one journey reads alike everywhere.
 */
export const cast = {
  ingrid: { name: 'Ingrid Solbakkrud', locale: 'nb-NO', team: false },
  jonas: { name: 'Jonas Lerviksen', locale: 'nb-NO', team: false },
  kari: { name: 'Kari Myrvang', locale: 'nb-NO', team: true },
  per: { name: 'Per-Anders Holme', locale: 'nb-NO', team: true },
  henrik: { name: 'Henrik Aunebakk', locale: 'nb-NO', team: true },
  aisha: { name: 'Aisha Rahmani', locale: 'nb-NO', team: false },
  elin: { name: 'Elin Sjöbranth', locale: 'sv-SE', team: false },
  daniel: { name: 'Daniel Brooksby', locale: 'en-GB', team: false },
  oda: { name: 'Oda Kvammeland', locale: 'nb-NO', team: false },
} as const;

export type Name = keyof typeof cast;
export const names = Object.keys(cast) as Name[];

/** `ingrid.solbakkrud@example.org`, as in `examples/`. */
export const emailOf = (who: Name): string =>
  `${cast[who].name.toLowerCase().replace('ö', 'o').replaceAll(/[ -]/g, '.')}@example.org`;

/** The programme that Ingrid owns, and the unit whose people are `team` above. Their names stand in `examples/`, too. */
export const programme = 'Felles journal i Solvikregionen';
export const unit = 'Solvik kommune';

/**
 * Where people are: `all` is the programme's channel with everyone in it, `team` the unit's with those who lead the
 * programme, `own` a person's chat with Klar.
 */
export type Room = 'all' | 'team' | 'own';
export const channels = { all: 'felles-journal', team: 'lag-solvik' } as const;

/** Who is in the unit's channel. */
export const inTeam = (who: Name): boolean => cast[who].team || who === 'ingrid' || who === 'jonas';

/** When every journey begins: a Wednesday, eight in the morning in Oslo, before the first reminders of the day. */
export const firstMorning = Temporal.Instant.from('2026-11-25T07:00:00Z');
