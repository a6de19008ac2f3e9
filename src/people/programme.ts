import { z } from 'zod';
import { country, language } from '#calendar/when.ts';
import { personId } from './person.ts';
import { placeId } from './place.ts';

export const unitId = z.string().min(1).brand('UnitId');
export type UnitId = z.infer<typeof unitId>;
export const programmeId = z.string().min(1).brand('ProgrammeId');
export type ProgrammeId = z.infer<typeof programmeId>;

export const unitRole = z.enum(['contact', 'deputy', 'owner', 'member']);
export type UnitRole = z.infer<typeof unitRole>;

/** An organisation or part of one that can be responsible and can answer. Units nest through `parent`. */
export const unit = z.object({
  id: unitId,
  name: z.string().min(1),
  /** Other spellings that mean this unit ("TK"). */
  aliases: z.array(z.string()).default([]),
  parent: unitId.optional(),
  /** Where the unit's reminders go; without one they go to the programme's place. */
  place: placeId.optional(),
  people: z.array(z.object({ person: personId, role: unitRole })).default([]),
});
export type Unit = z.infer<typeof unit>;

/** One change effort: who leads it, its units, its language, country and zone. Whoever creates it owns it. */
export const programme = z.object({
  id: programmeId,
  name: z.string().min(1),
  language,
  /** Whose holidays count. */
  country,
  /** Set when the country has been chosen; the zone no longer changes it. */
  countryChosen: z.boolean().optional(),
  /** IANA zone in which its reminders are timed. */
  timeZone: z.string().min(1),
  owners: z.array(personId).min(1),
  coordinators: z.array(personId).default([]),
  /** The programme's own place: reminders without a unit's place, polls, boards. */
  place: placeId.optional(),
  units: z.array(unit).default([]),
  /** To how many receivers one person may send an announcement without asking a second one. Left out: see `#announcement`. */
  announceAlone: z.int().min(0).optional(),
  /** What people have said about names in plans that were brought in, so that nobody is asked twice. */
  spellings: z
    .object({
      /** Pairs of names that look alike and are two units. */
      apart: z.array(z.tuple([z.string(), z.string()])),
      /** Texts such as "Møre og Romsdal", by `sameName`: one unit, or several. */
      lists: z.record(z.string(), z.enum(['split', 'whole'])),
    })
    .optional(),
});
export type Programme = z.infer<typeof programme>;
