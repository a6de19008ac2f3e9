/** What is sent for a checklist stands in the ledger under a group of its own, so that its board reads no more than that. */
export const ledgerGroup = (checklist: string): string => `checklist.${checklist}`;

export const keys = {
  /** The card with which a unit gets its sheet: once. */
  sheet: (unit: string): string => `sheet.${unit}`,
  /** A reminder of the points left: once a day, in the programme's zone. */
  reminder: (unit: string, day: string): string => `reminder.${day}.${unit}`,
};

/** The subjects that posted cards show, to be kept up to date. */
export const about = {
  sheet: (id: string): string => `sheet:${id}`,
  board: (checklist: string): string => `checklist:${checklist}`,
};
