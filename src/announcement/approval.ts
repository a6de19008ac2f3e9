import type { Person, PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import type { Announcement } from './announcement.ts';

/** So many receivers one person may write to alone, where the programme has not said otherwise. */
const defaultAlone = 50;
/** The most that a programme may let one person write to alone. */
export const mostAlone = 1000;

/** How many receivers a person may write to without asking a second one. */
export const aloneUpTo = ({ announceAlone }: Pick<Programme, 'announceAlone'>): number => announceAlone ?? defaultAlone;

/** Whether a second person must agree: to everyone always, otherwise to more than the programme's number of receivers. */
export const needsSecond = (
  programme: Pick<Programme, 'announceAlone'>,
  { audience }: Pick<Announcement, 'audience'>,
  receivers: number,
): boolean => audience.all || receivers > aloneUpTo(programme);

/**
 * Who may be that second person: those who lead the programme, the author not among them. Only people whom Klar has met
 * can be asked.
 */
export function secondPersons(
  programme: Programme,
  author: PersonId,
  persons: ReadonlyMap<string, Person>,
): { askable: Person[]; unmet: Person[] } {
  const ids = [...new Set([...programme.owners, ...programme.coordinators])].filter((id) => id !== author);
  const others = ids.flatMap((id) => persons.get(id) ?? []);
  return {
    askable: others.filter(({ accounts }) => accounts.length > 0),
    unmet: others.filter(({ accounts }) => accounts.length === 0),
  };
}
