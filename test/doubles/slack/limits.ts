/**
 * The limits of Slack that the stand-in enforces, in one table. The mark behind each names the row of PLATFORMS that
 * it comes from. Lengths are UTF-16 units, as JavaScript counts them.
 */
export const LIMITS = {
  blocksPerMessage: 50, // S11
  blocksPerView: 100, // S11
  idLength: 255, // S11: block_id, action_id, callback_id

  sectionText: 3000, // S12
  sectionFields: 10, // S12
  sectionFieldText: 2000, // S12
  headerText: 150, // S12
  contextElements: 10, // S12
  markdownText: 12_000, // S12
  buttonText: 75, // S12
  buttonValue: 2000, // S12
  url: 3000, // S12
  placeholder: 150, // S12
  label: 2000, // S12: label and hint of an input
  altText: 2000, // S12: alt text and title of an image
  plainTextInput: 3000, // S12
  modalTitle: 24, // S12: title, submit and close
  contextText: 3000, // @slack/types 3.2.0, composition-objects.d.ts: any text object
  confirmTitle: 100, // @slack/types 3.2.0, composition-objects.d.ts
  confirmText: 300, // as above
  confirmButton: 30, // as above

  actionsElements: 25, // S13
  selectOptions: 100, // S13
  selectGroups: 100, // S13
  radioOptions: 10, // S13: radios and checkboxes
  overflowOptions: 5, // S13
  optionText: 75, // S13: text and description
  selectOptionValue: 75, // S13
  optionValue: 150, // S13 allows 3000 outside selects, @slack/types 3.2.0 says 75: a cautious middle, unconfirmed
  tableRows: 100, // S14
  tableColumns: 20, // S14
  dataTableRows: 101, // S14
  tablesPerMessage: 1, // S14 (unconfirmed there)
  tableCharacters: 10_000, // S14 (unconfirmed there)

  /** S15: readable characters of all blocks of a message, see `blockOverhead`. */
  messageCharacters: 13_200,
  /**
   * Characters that each block costs on top of its text. bolt-js issue 2867 measured 11 341 characters in 45 blocks
   * refused and 9 597 in 50 accepted, issue 2509 about 13 297 in one block accepted: 43 to 74 a block explains all three.
   */
  blockOverhead: 50,
  messageText: 40_000, // S21: longer text is cut

  privateMetadata: 3000, // S18
  viewBytes: 250_000, // S18
  viewStack: 3, // S18

  triggerMs: 3000, // S5
  ackMs: 3000, // S1
  responseUrlUses: 5, // S6
  responseUrlMs: 30 * 60_000, // S6
  retryAfterMs: [0, 60_000, 300_000], // S2: at once, about a minute, about five

  membersPage: 999, // S29
  fileInputFiles: 10, // S37
  fileInputBytes: 10_000_000, // S37
} as const;

/** How often a method may be called: `count` calls in any `seconds`. */
export interface Rate {
  count: number;
  seconds: number;
}

/** Rates that `limits: 'real'` switches on (S22, S23). */
export const RATES = {
  /** S22: about one a second and channel; three at once pass. */
  postPerChannel: { count: 3, seconds: 3 },
  /** S22: "several hundred per minute" for the whole workspace. */
  postPerWorkspace: { count: 300, seconds: 60 },
  tier2: { count: 20, seconds: 60 },
  tier3: { count: 50, seconds: 60 },
  tier4: { count: 100, seconds: 60 },
} as const satisfies Record<string, Rate>;
