/** Several names in one cell. In a plan that Klar wrote nothing else parts them, so that commas and "og" stay theirs. */
export const several = (names: readonly string[]): string => names.join('; ');
