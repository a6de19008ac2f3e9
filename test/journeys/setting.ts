import { cast, type Name, unit } from './cast.ts';
import { cardOf, type Stage } from './stage.ts';

const roles = { contact: 'kontakt', deputy: 'stedfortreder', member: 'medlem' };

/** Ingrid gives somebody a role in a unit by a command with a mention, and makes the unit first when there is none. */
export async function joins(stage: Stage, who: Name, role: keyof typeof roles, of = unit): Promise<string> {
  const line = `enhet "${of}" ${roles[role]} @${cast[who].name}`;
  const told = await stage.says('ingrid', 'all', line);
  if (!told.text.includes('finnes ikke')) return told.text;
  await stage.presses('ingrid', cardOf(told), 'Opprett enheten');
  return (await stage.says('ingrid', 'all', line)).text;
}
