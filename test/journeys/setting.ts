import { cast, type Name, programme, unit } from './cast.ts';
import { cardOf, type Stage, type Told } from './stage.ts';

const roles = { contact: 'kontakt', deputy: 'stedfortreder', member: 'medlem' };

/** Ingrid gives somebody a role in a unit by a command with a mention, and makes the unit first when there is none. */
export async function joins(stage: Stage, who: Name, role: keyof typeof roles, of = unit): Promise<string> {
  const line = `enhet "${of}" ${roles[role]} @${cast[who].name}`;
  const told = await stage.says('ingrid', 'all', line);
  if (!told.text.includes('finnes ikke')) return told.text;
  await stage.presses('ingrid', cardOf(told), 'Opprett enheten');
  return (await stage.says('ingrid', 'all', line)).text;
}

/** Ingrid ties the programme to its channel, and the unit to its own, by commands. */
export async function settlesIn(stage: Stage): Promise<void> {
  await stage.says('ingrid', 'all', `program "${programme}"`);
  await joins(stage, 'kari', 'contact');
  await stage.says('ingrid', 'team', `program "${programme}"`);
  await stage.says('ingrid', 'team', `enhet "${unit}" her`);
}

/** Ingrid hands Klar a plan of these rows (`3/12;Utstyrsliste;Solvik kommune`). Gives how it was read. */
export const plans = (stage: Stage, ...rows: string[]): Promise<Told> =>
  stage.sends('ingrid', { name: 'plan.csv', content: ['Tid;Aktivitet;Ansvarlig', ...rows].join('\r\n') });
