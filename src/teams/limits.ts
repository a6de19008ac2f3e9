/** What Teams allows and how long it waits. Each with where it comes from. */
export const limits = {
  /** Largest message, counted as UTF-16. Teams refuses above about 100 KB and advises to stay below this (PLATFORMS T7). */
  messageBytes: 80 * 1024,
  /** Largest file that Klar reads (`IncomingFile`). */
  fileBytes: 5 * 1024 * 1024,
  /** A file's address may lead on to another one this many times; SharePoint needs one or two. */
  fileRedirects: 3,
  fileTimeoutMs: 10_000,
  /** Largest request that is read. An activity of Teams is below its own limit for messages. */
  requestBytes: '1mb',
  /** One attempt at the connector; Teams itself answers 504 before (T19). */
  attemptTimeoutMs: 15_000,
  /** A press is answered by then, whatever Klar is still doing: clients give up at 10 s (T19). */
  pressMs: 8_000,
  /** The same for what somebody wrote: the request is acknowledged and the answer follows. */
  messageMs: 8_000,
  /** How long an act waits for the person's e-mail address, which it can do without. */
  memberMs: 1_500,
  /** How long the start waits for Microsoft Entra to say whether it knows Klar's app. */
  startMs: 5_000,
  /** How long a card that others see is left as it is for somebody who opened a form on it (T17). */
  formHeldMs: 3 * 60_000,
  /** How long at most, when one opens a form after the other. */
  longestHeldMs: 6 * 60_000,
  /** Wait when Teams asks for patience without saying how long (T42: bare 429, 412). */
  patienceMs: 1_000,
  /** Teams may ask for a longer wait than this before an answer; after that the person has gone on. */
  longestAnswerWaitMs: 5_000,
} as const;
