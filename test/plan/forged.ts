import type { Programme } from '#people/programme.ts';
import { buttonOf, cardOf, file, type Name, type Stage, textOf } from './stage.ts';

/** Everything of a programme that any press could change. */
export async function keptOf({ store, messages }: Stage, { id }: Programme) {
  return {
    programme: await store.programmes.get(id),
    plan: await store.plans.get(id),
    audit: (await store.audit.all()).filter(({ on }) => on.programme === id),
    sent: messages.map(({ card }) => textOf(card)),
  };
}

/**
 * Presses a button as somebody who knows its ids, and says what they got to see or changed.
 * @param look.kept What is compared before and after.
 * @param look.secret What stands in the programme alone.
 */
export async function forge(
  stage: Stage,
  { name, where, automatic }: { name: Name; where: string; automatic: boolean },
  button: { verb: string; data: Record<string, string> },
  look: { kept(): Promise<Record<string, unknown>>; secret: RegExp },
): Promise<string[]> {
  const was = await look.kept();
  const answer = await stage.press(name, button, { where, automatic });
  await stage.quiet();
  const text = 'card' in answer ? textOf(answer.card) : JSON.stringify(answer);
  const shows = !automatic && look.secret.test(text) ? [`${button.verb} shows ${text}`] : [];
  const changes = Object.entries(await look.kept())
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key]))
    .map(([key]) => `${button.verb} changes ${key}`);
  return [...shows, ...changes];
}

/** A programme of Nils' with a plan of its own, in the channel `annet`; its id. */
export async function anotherProgramme(stage: Stage): Promise<string> {
  await stage.type('Nils', 'programme "Flytting"', 'annet');
  const csv = 'Tid;Aktivitet\n1/10/2026;Pakking\n';
  const read = cardOf(await stage.type('Nils', 'import', 'annet', { files: [file(csv)] }));
  await stage.press('Nils', buttonOf(read, 'plan.draft-save'), { where: 'annet' });
  const made = (await stage.store.programmes.all()).find(({ name }) => name === 'Flytting');
  if (!made || !(await stage.store.plans.get(made.id))) throw new Error('no second programme with a plan');
  return made.id;
}
