import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { settingsChange } from './change-settings.ts';
import { personId, surfaceName } from './person.ts';
import { quiet } from './quiet.ts';

export const placeId = z.string().min(1).brand('PlaceId');
export type PlaceId = z.infer<typeof placeId>;

/**
 * Where a message can be put: a channel, a group chat or a person's own chat. `key` is the platform's lasting id of the
 * conversation, unique within surface and workspace; `address` is what the surface needs to send there (service URL,
 * bot id, …), refreshed on every contact and read by the surface alone.
 */
export const place = z.object({
  id: placeId,
  surface: surfaceName,
  workspace: z.string().min(1),
  kind: z.enum(['channel', 'group', 'personal']),
  key: z.string().min(1),
  name: z.string().default(''),
  address: z.record(z.string(), z.string()).default({}),
  /** The language of what everyone here reads together. */
  language,
  programme: z.string().optional(),
  /** Whose own chat it is; set exactly for `personal`. */
  person: personId.optional(),
  /** Set when the platform says that Klar can no longer send here; cleared at the next contact. */
  goneSince: z.string().optional(),
  /** When Klar leaves the place alone; of a person's own chat the person's counts instead. In the programme's zone. */
  quiet: quiet.optional(),
  /** What was changed last of the settings that are the place's own, for undoing it. */
  changed: settingsChange.optional(),
});
export type Place = z.infer<typeof place>;
