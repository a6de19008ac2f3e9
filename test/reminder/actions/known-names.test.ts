import { afterEach, beforeEach, expect, test } from 'vitest';
import { findUnit } from '#people/find-unit.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonOf, cardOf, openStage, type Stage, textOf } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026. The plan writes "NK" for Nordvik kommune, and somebody has said that they are the same.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(
    'Tid;Aktivitet;Organisasjon\n20/8/2026;Kurs;"RHF; NK"\n20/8/2026;Prøve;NK\n1/3/2027;Fest;Nordvik kommune\n',
    { ...defaultRules, escalation: null, noContact: null },
  );
  const { id, units } = await stage.programme();
  await stage.store.programmes.change(id, (now) => ({
    next: {
      ...now,
      units: units.flatMap((unit) =>
        unit.name === 'NK' ? [] : [unit.name === 'Nordvik kommune' ? { ...unit, aliases: ['NK'] } : unit],
      ),
    },
    outcome: 0,
  }));
  expect(findUnit(await stage.programme(), 'NK')?.name).toBe('Nordvik kommune');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

test('whatever shows a row calls a unit by its name, and the plan keeps what was written', async () => {
  await stage.beatAt('2026-08-13T07:00:00Z');
  await stage.beatAt('2026-08-17T07:00:00Z');
  const digest = stage.in('felles').find(({ first }) => first.summary.includes('og én til'))?.first;
  if (!digest) throw new Error('no list');
  const week = stage.in('own-Kari').find(({ first }) => first.summary.startsWith('Uke 34'))?.first;
  if (!week) throw new Error('no week');
  const texts = [
    digest,
    cardOf(await stage.press('Kari', buttonOf(digest, 'Åpne'))),
    week,
    cardOf(await stage.type('Kari', 'plan')),
    cardOf(await stage.type('Kari', 'plan 2')),
    cardOf(await stage.type('Kari', 'påminn')),
  ].map(textOf);
  for (const text of texts) {
    expect(text).toContain('Nordvik kommune');
    expect(text).not.toMatch(/\bNK\b/u);
  }
  expect(texts[1]).toContain('Ansvarlige: RHF, Nordvik kommune');
  expect((await stage.plan()).activities.map(({ units }) => units)).toEqual([
    ['RHF', 'NK'],
    ['NK'],
    ['Nordvik kommune'],
  ]);
});
