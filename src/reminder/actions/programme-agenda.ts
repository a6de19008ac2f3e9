import { type Agenda, createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { programmesNaming } from './desk.ts';

const ofProgramme = async (_: World, id: string) => [id];

/**
 * Remembers for each programme when something about its reminders is next to be done: see `createAgenda`. It is asked about anew when the
 * programme, its plan or what is said about its reminders changes, and when somebody or some place that it names does: whom they speak for, when they
 * want to be left alone, where they are. What the ledger says is not followed: whoever writes there has just been on the agenda.
 * @param parts.nextAt By the programme's id.
 */
export const programmeAgenda = (parts: {
  name: string;
  nextAt(world: World, id: string): Promise<Temporal.Instant | undefined>;
}): Agenda =>
  createAgenda({
    ...parts,
    follows: [
      { of: ({ programmes }) => programmes },
      { of: ({ plans }) => plans, concerns: ofProgramme },
      { of: ({ remindings }) => remindings, concerns: ofProgramme },
      { of: ({ persons }) => persons, concerns: programmesNaming },
      { of: ({ places }) => places, concerns: programmesNaming },
    ],
  });
