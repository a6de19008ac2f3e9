import { expect } from 'vitest';
import { type Name, type Room, unit } from './cast.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, type Sheet, type Shown, type Stage, type Told } from './stage.ts';

/** A plan as people keep it, with numbers of its own and what each row waits for. */
export const planFile = (...rows: string[]): Sheet => ({
  name: 'plan.csv',
  content: ['Nr;Tid;Aktivitet;Ansvarlig;Avhenger av', ...rows].join('\r\n'),
});

/** The journeys begin on Wednesday 25 November 2026. Nobody answers for the last row. */
export const firstPlan = planFile(
  `1;3/12;Kabling er klar;${unit};`,
  '2;10/12;Kurs for superbrukere;Vestbygd kommune;1',
  `3;uke 51;Prøvedrift;${unit};2`,
  '4;uke 2;Lokalene er pusset opp;Vestbygd kommune;',
  '5;15/1;Styringsgruppen møtes;;',
);

/** The same after a meeting: a row moved, one reworded, one with somebody else, one taken out, one new. */
export const revisedPlan = planFile(
  `1;4/12;Kabling er klar;${unit};`,
  '2;10/12;Kurs for superbrukere og ledere;Vestbygd kommune;1',
  '3;uke 51;Prøvedrift;Nordlys sykehus;2',
  '5;15/1;Styringsgruppen møtes;;',
  `6;20/1;Brukerstøtten er bemannet;${unit};`,
);

/** Ingrid imports a plan and saves it. */
export async function saves(stage: Stage, plan: Sheet): Promise<Told> {
  const read = await stage.sends('ingrid', plan);
  const saved = await stage.presses('ingrid', cardOf(read), 'Lagre 5 rader');
  expect(saved.text).toMatch(/Planen er lagret som revisjon \d+: 5 rader\./);
  return saved;
}

/**
 * Solvik has a channel, Vestbygd and Nordlys only contacts; the first plan is saved, and whoever was to be told of it
 * has been: on the page it revises the plan that is there from the start.
 * @returns The number of its revision.
 */
export async function beginsWithPlan(stage: Stage): Promise<number> {
  await settlesIn(stage);
  await joins(stage, 'per', 'deputy');
  await joins(stage, 'aisha', 'contact', 'Vestbygd kommune');
  await joins(stage, 'daniel', 'contact', 'Nordlys sykehus');
  const saved = await saves(stage, firstPlan);
  if (stage.surface === 'page') await stage.goesOnABit();
  return Number(/revisjon (\d+)/.exec(saved.text)?.[1]);
}

/** Whether a message tells of changes, in each language of those who take part. */
export const tellsOfChanges = ({ text }: Shown): boolean => /Planen er endret: |The plan has changed: /.test(text);

/** The messages in a room that tell of changes, oldest first. */
export const noticesIn = async (stage: Stage, who: Name, where: Room): Promise<Shown[]> =>
  (await stage.reads(who, where)).filter(tellsOfChanges);

/** Where the units of the plan are told: Solvik in its channel, Vestbygd's and Nordlys' contacts themselves, and what is nobody's to all. */
const ears = [
  ['kari', 'team'],
  ['aisha', 'own'],
  ['daniel', 'own'],
  ['oda', 'all'],
] as const;

/** How many messages about changes stand in each of the places, in the order Solvik, Vestbygd, Nordlys, all. */
export const tellings = (stage: Stage): Promise<number[]> =>
  Promise.all(ears.map(async ([who, where]) => (await noticesIn(stage, who, where)).length));

/** How many more than before, each in its place. */
export const since = async (stage: Stage, before: readonly number[]): Promise<number[]> =>
  (await tellings(stage)).map((count, at) => count - (before[at] ?? 0));
