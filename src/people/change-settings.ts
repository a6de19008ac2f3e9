import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { quiet, rhythm } from './quiet.ts';

/** Settings as they were, so that a change of them can be undone. What is missing was not chosen. */
const chosen = z.object({
  language: language.optional(),
  languageChosen: z.boolean().optional(),
  programme: z.string().optional(),
  rhythm: rhythm.optional(),
  quiet: quiet.optional(),
  timeZone: z.string().optional(),
  timeZoneChosen: z.boolean().optional(),
});
type Chosen = z.infer<typeof chosen>;

export const settingsPart = z.enum(['language', 'quiet', 'zone', 'place']);
/** Settings that stand in one form, and are undone together: three forms of a person's, one of a channel's. */
export type SettingsPart = z.infer<typeof settingsPart>;

const keysOf = {
  language: ['language', 'languageChosen', 'programme'],
  quiet: ['rhythm', 'quiet'],
  zone: ['timeZone', 'timeZoneChosen'],
  place: ['language', 'quiet'],
} as const satisfies Record<SettingsPart, readonly (keyof Chosen)[]>;

/** The latest change of somebody's settings, or of a channel's: its id, what was changed, and how it was before. */
export const settingsChange = z.object({
  id: z.string().min(1),
  part: settingsPart,
  was: chosen,
  /** What the chat in which it was changed was about, where that was changed, too. */
  chat: z.object({ place: z.string(), programme: z.string().optional() }).optional(),
});
export type SettingsChange = z.infer<typeof settingsChange>;

type WithSettings = Chosen & { changed?: SettingsChange | undefined };

/** The settings of one form as they stand. */
function settingsIn(of: Chosen, part: SettingsPart): Chosen {
  return Object.fromEntries(keysOf[part].flatMap((key) => (of[key] === undefined ? [] : [[key, of[key]]])));
}

function without<T extends WithSettings>(of: T, part: SettingsPart): T {
  const keys: readonly string[] = keysOf[part];
  return Object.fromEntries(Object.entries(of).filter(([key]) => !keys.includes(key))) as T;
}

/**
 * Somebody, or a channel, with one form's settings as they now are, and with the memory of how they were.
 * @param now All settings of the form; what is left out is no longer chosen.
 */
export function changeSettings<T extends WithSettings>(
  of: T,
  { now, ...change }: Omit<SettingsChange, 'was'> & { now: Chosen },
): T {
  return { ...without(of, change.part), ...now, changed: { ...change, was: settingsIn(of, change.part) } };
}

/** The same person or channel as before the change of this id. Undefined where it is not the latest one: later changes are not undone along with it. */
export function undoSettings<T extends WithSettings>(of: T, id: string): T | undefined {
  if (of.changed?.id !== id) return undefined;
  const { changed: _, ...rest } = of;
  return { ...without(rest as T, of.changed.part), ...of.changed.was };
}
