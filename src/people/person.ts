import { z } from 'zod';
import { language } from '#calendar/when.ts';
import { settingsChange } from './change-settings.ts';
import { quiet, rhythm } from './quiet.ts';

export const personId = z.string().min(1).brand('PersonId');
/** A person's id in Klar: the same person may have accounts on Teams, Slack and the page. */
export type PersonId = z.infer<typeof personId>;

export const surfaceName = z.enum(['teams', 'slack', 'web']);
export type SurfaceName = z.infer<typeof surfaceName>;

/**
 * One account of a person on one surface. `workspace` is the Teams tenant or the Slack workspace (or Grid
 * organisation), `user` the id that stays the same there (Entra object id, Slack user id: PLATFORMS X1). `address` is
 * whatever the surface needs to reach them (a Teams MRI, a service URL); nobody else reads it.
 */
export const account = z.object({
  surface: surfaceName,
  workspace: z.string().min(1),
  user: z.string().min(1),
  address: z.record(z.string(), z.string()).default({}),
});
export type Account = z.infer<typeof account>;

/**
 * Someone whom Klar knows: either met (has an account) or only expected, from a list of people that names them with an
 * e-mail (no account yet). An e-mail alone is never proof (PLATFORMS X2): the two are joined when the person says so.
 */
export const person = z.object({
  id: personId,
  name: z.string().min(1),
  email: z.string().optional(),
  /** The person has said "that is me" when Klar asked about this e-mail. */
  confirmedEmail: z.boolean().optional(),
  language,
  /** IANA zone, from the platform at first contact. */
  timeZone: z.string().min(1),
  accounts: z.array(account),
  /** Ids under which this person was known before two records turned out to be theirs: what stands under them is theirs too. */
  former: z.array(personId).optional(),
  /** The programme that this person's own chat is about, when they are in several. */
  programme: z.string().optional(),
  /** Set when the person has chosen a language; the platform's locale no longer changes it. */
  languageChosen: z.boolean().default(false),
  /** Set when the person has chosen a zone; the platform's no longer changes it. */
  timeZoneChosen: z.boolean().optional(),
  /** How often reminders come to the person's own chat. Left out: `daily`. */
  rhythm: rhythm.optional(),
  /** When Klar leaves the person alone. */
  quiet: quiet.optional(),
  /** What the person changed last among their settings, for undoing it. */
  changed: settingsChange.optional(),
});
export type Person = z.infer<typeof person>;
