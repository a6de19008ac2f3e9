import type { Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import type { Person } from '../person.ts';
import type { Programme } from '../programme.ts';
import { mayLead } from '../roles.ts';

/** The people who stand anywhere in a programme, by id. */
export async function peopleOf(turn: Pick<Turn, 'store'>, programme: Programme): Promise<Map<string, Person>> {
  const ids = new Set<string>([
    ...programme.owners,
    ...programme.coordinators,
    ...programme.units.flatMap((u) => u.people.map((p) => p.person)),
  ]);
  const found = await Promise.all([...ids].map((id) => turn.store.persons.get(id)));
  return new Map(found.flatMap((p) => (p ? [[p.id as string, p] as const] : [])));
}

/** The names of those who own a programme: whom to ask. */
export async function ownerNames(turn: Pick<Turn, 'store'>, programme: Programme): Promise<string> {
  const found = await Promise.all(programme.owners.map((id) => turn.store.persons.get(id)));
  return found.flatMap((p) => p?.name ?? []).join(', ');
}

export const button = (
  title: string,
  verb: string,
  data: Record<string, string> = {},
  more: Partial<CardAction> = {},
): CardAction => ({ type: 'Action.Execute', title, verb, data, ...more }) as CardAction;

/** A card of one or two sentences with the buttons that follow from them. */
export function messageCard(
  language: Language,
  title: string,
  more: { text?: string; actions?: CardAction[] } = {},
): Card {
  return fillCard(
    'people/message',
    { title, text: more.text ?? '', actions: more.actions ?? [] },
    { summary: title, language },
  );
}

export const problem = (text: string): Answer => ({ show: 'notice', problem: true, text });

/** Says that only who leads the programme may do this, and whom to ask. */
export async function leadOnly(turn: Turn, programme: Programme): Promise<Answer> {
  const owners = await ownerNames(turn, programme);
  return problem(say(turn.language, 'people.lead-only', { programme: programme.name, owners }));
}

/** The programme that holds this channel, when it is not this person's to give away: its messages are meant to come here. */
export async function heldByOthers({ store, place, by }: Turn): Promise<Programme | undefined> {
  if (place.kind === 'personal' || place.programme === undefined) return undefined;
  const holder = await store.programmes.get(place.programme);
  return holder && !mayLead(holder, by.id) ? holder : undefined;
}

/** The turn's programme, if the person may lead it; else the sentence that says what is missing. */
export async function ledProgramme(turn: Turn): Promise<{ programme: Programme } | { answer: Answer }> {
  const { programme, language } = turn;
  if (!programme) return { answer: problem(say(language, 'people.no-programme')) };
  return mayLead(programme, turn.by.id) ? { programme } : { answer: await leadOnly(turn, programme) };
}
