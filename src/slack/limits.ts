/**
 * What Slack takes, in one table. The mark behind each names the row of PLATFORMS that it comes from. Lengths are
 * UTF-16 units, as JavaScript counts them.
 */
export const limits = {
  blocksInMessage: 50, // S11
  blocksInView: 100, // S11
  id: 255, // S11: block_id, action_id
  text: 3000, // S12: text of a section; taken for every paragraph
  header: 150, // S12
  button: 75, // S12
  buttonValue: 2000, // S12
  url: 3000, // S12, also of a picture (S16)
  altText: 2000, // S12
  placeholder: 150, // S12
  label: 2000, // S12
  plainTextInput: 3000, // S12
  modalTitle: 24, // S12: title, submit and close
  actions: 25, // S13
  contextElements: 10, // S12
  selectOptions: 100, // S13, also the number of groups
  radioOptions: 10, // S13: radios and checkboxes
  overflowOptions: 5, // S13
  optionText: 75, // S13
  /** S13 allows more outside selects, @slack/types says 75 for all: the lower one. */
  optionValue: 75,
  /** S15: seen to fail from 13 200 characters in all blocks together; Klar stays below this. */
  messageCharacters: 12_000,
  /** What a block costs beyond its text under S15, as measured in bolt-js issues 2509 and 2867. */
  blockOverhead: 50,
  privateMetadata: 3000, // S18
  viewBytes: 250_000, // S18
  /** S37 lets people send 10 MB; Klar's own limit for a file of rows (`IncomingFile`). */
  fileBytes: 5 * 1024 * 1024,
} as const;

/** Ages of a signature, either way: older is a replay (S7), further ahead a broken or lying clock. Milliseconds. */
export const signatureAgeMs = 5 * 60_000;
/** A call to Slack that has brought no answer by then brings none. Milliseconds. */
export const callTimeoutMs = 10_000;
/** A look-up of a person or channel that takes longer is not waited for: the leave to open a window is short (S5). Milliseconds. */
export const lookUpMs = 800;
