import { z } from 'zod';
import { personId } from '#people/person.ts';
import { placeId } from '#people/place.ts';
import { programmeId, unitId, unitRole } from '#people/programme.ts';

export const announcementId = z.string().min(1).brand('AnnouncementId');

/** Roles that can be chosen as receivers: those of units, and those who lead the programme. */
export const audienceRole = z.enum([...unitRole.options, 'leader']);

/** To whom: everyone in the programme, or some units and roles (see `audience.ts`). */
export const audience = z.object({ all: z.boolean(), units: z.array(unitId), roles: z.array(audienceRole) });
export type Audience = z.infer<typeof audience>;

/** What is asked of the receivers: nothing, that they have seen it, or that they have read and understood it. */
export const asks = z.enum(['nothing', 'seen', 'read']);

/** Who gets it: a person in their own chat, or the place of units in which nobody can be reached; with the units that this is for. */
export const receiver = z.union([
  z.object({ person: personId, units: z.array(unitId) }),
  z.object({ place: placeId, units: z.array(unitId) }),
]);
export type Receiver = z.infer<typeof receiver>;

/** One receiver's name in the ledger, among the acknowledgements and in the subject of the card. */
export const keyOf = (one: Receiver): string => ('person' in one ? one.person : one.place);

const said = z.object({ by: personId, at: z.string() });

/** A round of reminders to those who have not acknowledged: by hand (once a day) or by the clock. */
const round = z.object({
  /** `auto-1`, `auto-2`, or `hand-2026-12-03`. Part of the ledger's keys. */
  key: z.string().min(1),
  at: z.string(),
  /** Who asked for it; left out where the clock did. */
  by: personId.optional(),
  /** Nothing is left to be sent of it. */
  doneAt: z.string().optional(),
});

/** A message to chosen people of a programme, each in their own chat, that can be acknowledged. */
export const announcement = z.object({
  id: announcementId,
  programme: programmeId,
  by: personId,
  madeAt: z.string(),
  title: z.string().min(1),
  /** As written: lines parted by line feeds. */
  text: z.string(),
  audience,
  asks,
  /** Goes out in quiet hours, too. */
  urgent: z.boolean(),
  /** Those who have not acknowledged are reminded by themselves, see `rounds.ts`. */
  reminds: z.boolean(),
  /** Instant (ISO) at which it is to be sent; left out: as soon as it may be. */
  sendAt: z.string().optional(),
  /** `awaiting`: a second person is asked. `sending`: some receivers are still to get it. `sent`: nobody is. */
  state: z.enum(['draft', 'awaiting', 'scheduled', 'sending', 'sent', 'withdrawn']),
  /** When a second person was asked; names what they were shown, so that nothing else is approved. */
  askedAt: z.string().optional(),
  approved: said.optional(),
  declined: said.extend({ why: z.string() }).optional(),
  /** Fixed when the sending begins: who was asked does not change when people come and go. */
  receivers: z.array(receiver).optional(),
  begunAt: z.string().optional(),
  doneAt: z.string().optional(),
  rounds: z.array(round).default([]),
  /** A correction that waits for a second person. */
  correction: said.extend({ title: z.string().min(1), text: z.string() }).optional(),
  corrected: said.optional(),
  withdrawn: said.optional(),
});
export type Announcement = z.infer<typeof announcement>;

/** One receiver's acknowledgement. What was taken back stays, so that a card left behind by a crash is drawn anew. */
export const acknowledgement = z.object({
  at: z.string(),
  /** Who pressed: in the place of a unit anybody there may. */
  by: personId,
  takenBack: z.boolean().optional(),
});
export type Acknowledgement = z.infer<typeof acknowledgement>;
