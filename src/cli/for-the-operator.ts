/** Errors whose message says what to do. Known by name: whoever asks need not load what throws them. */
const sayWhatToDo = new Set([
  'CannotListen',
  'ConfigError',
  'DamagedRecord',
  'RunningKlarFailed',
  'SecretKeyUnreadable',
  'SlackNotReady',
  'StoreInUse',
  'StoreUnusable',
  'UnknownStoreVersion',
]);

/** What an error says to whoever runs Klar, when it names the next move: its stack would only hide that. */
export function forTheOperator(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // An option that `node:util` does not know or cannot read.
  const isUsage = String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  return isUsage || sayWhatToDo.has(error.name) ? error.message : undefined;
}
