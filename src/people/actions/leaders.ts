import { z } from 'zod';
import { type CommandInput, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { type Leading, leads, setLeading } from '../assign.ts';
import { sameName } from '../find-unit.ts';
import { personId } from '../person.ts';
import type { Programme } from '../programme.ts';
import { button, leadOnly, messageCard, problem } from './common.ts';
import { askThoseMet } from './expected.ts';
import { personMeant } from './person-meant.ts';

const words: Record<Leading, readonly string[]> = {
  owner: ['owner', 'eier', 'ägare'],
  coordinator: ['coordinator', 'koordinator', 'samordnare'],
};

/** Whether `programme …` names somebody to lead it (`eier @Kari`), and whom. A programme's own name is never read so. */
export function readLeader(args: readonly string[]): { leading: Leading; who: string } | undefined {
  const [first = '', who = ''] = args;
  if (args.length !== 2 || !who.includes('@')) return undefined;
  const leading = (['owner', 'coordinator'] as const).find((one) => words[one].includes(sameName(first)));
  return leading && { leading, who };
}

/** Makes somebody an owner or a coordinator. Owners alone may. */
export async function nameLeader(
  turn: Turn,
  asked: { leading: Leading; who: string },
  input: CommandInput,
): Promise<Answer> {
  const { programme, language } = turn;
  if (!programme) return problem(say(language, 'people.no-programme'));
  if (!programme.owners.includes(turn.by.id)) return leadOnly(turn, programme);
  const person = await personMeant(turn, asked.who, input);
  if (!person) return problem(say(language, 'people.leader-whom'));
  const before = leads(programme, person.id);
  await change(turn, programme, person.id, asked.leading);
  await askThoseMet(turn, person);
  const about = { name: person.name, programme: programme.name };
  const undo = { programme: programme.id, person: person.id, leading: before ?? '' };
  return {
    show: 'private',
    card: messageCard(language, say(language, `people.leader.${asked.leading}`, about), {
      text: say(language, `people.leader-may.${asked.leading}`),
      actions: before === asked.leading ? [] : [button(say(language, 'people.undo'), 'people.leader-undo', undo)],
    }),
  };
}

async function change(turn: Turn, programme: Programme, person: string, leading: Leading | null): Promise<void> {
  const id = personId.parse(person);
  await turn.store.programmes.change(programme.id, (p) => ({ next: setLeading(p, id, leading), outcome: true }));
  await turn.audit('programme.leader', { programme: programme.id, person: id, role: leading ?? 'none' });
}

export const leaderPresses = [
  press({
    verb: 'people.leader-undo',
    values: z.object({
      programme: z.string(),
      person: z.string().min(1),
      leading: z.enum(['owner', 'coordinator', '']),
    }),
    async run(turn, { programme: id, person, leading }) {
      const programme = await turn.store.programmes.get(id);
      const known = await turn.store.persons.get(person);
      // A button proves nothing: owners alone may, and only somebody whom Klar knows can lead.
      if (!programme || !known) return problem(say(turn.language, 'chat.unknown-press'));
      if (!programme.owners.includes(turn.by.id)) return leadOnly(turn, programme);
      await change(turn, programme, person, leading === '' ? null : leading);
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.undone')) };
    },
  }),
];
