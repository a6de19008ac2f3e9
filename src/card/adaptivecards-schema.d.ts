/**
 * Stands in for `adaptivecards/src/schema`, which `adaptivecards-templating`'s declarations import: a real `.ts` file
 * with dozens of errors under our compiler options. Mapped by `paths` in tsconfig.json; nothing here is run.
 */
export type IAdaptiveCard = Record<string, unknown>;
