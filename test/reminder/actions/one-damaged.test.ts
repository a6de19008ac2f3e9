import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PlaceId, placeId } from '#people/place.ts';
import { programmeId } from '#people/programme.ts';
import { openStage, type Stage } from '../../plan/stage.ts';

let stage: Stage;
// Monday 3 August 2026, 09:00 in Oslo.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(() => stage.close());

/** One more than are sent at once without asking. */
const many = 201;

test('a programme whose record is damaged and that would flood is not sent, and keeps no other without its reminders', async () => {
  const rows = Array.from({ length: many }, (_, nth) => `10/8/2026;Kurs ${nth};Enhet ${nth}\n`);
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon\n${rows.join('')}`);
  const { store } = stage;
  const flooding = await stage.programme();
  const place = async (key: string): Promise<PlaceId> => {
    const id = placeId.parse(`place-${key}`);
    const about = { surface: 'web', workspace: 'w', kind: 'channel', address: {}, language: 'nb' } as const;
    await store.places.add({ id, key, name: key, ...about });
    return id;
  };
  // A second one with a row of its own, which is looked at after the first.
  const other = { ...flooding, id: programmeId.parse('zz-other'), name: 'En annen' };
  const [unit] = flooding.units;
  const plan = await stage.plan();
  if (!unit) throw new Error('no unit');
  await store.programmes.add({ ...other, units: [{ ...unit, place: await place('annet-sted') }] });
  await store.plans.add({ ...plan, id: other.id, activities: plan.activities.slice(0, 1) });
  const places = await Promise.all(flooding.units.map(({ name }) => place(name)));
  await store.programmes.change(flooding.id, (p) => ({
    next: { ...p, units: p.units.map((one, nth) => ({ ...one, place: places[nth] as PlaceId })) },
    outcome: true,
  }));

  const folder = join(stage.dir, 'remindings');
  for (const name of await readdir(folder)) {
    if ((await readFile(join(folder, name), 'utf8')).includes(flooding.id))
      await writeFile(join(folder, name), '{"id":');
  }
  await stage.restart();
  expect(stage.store.damaged).toHaveLength(1);

  await stage.beatAt('2026-08-03T07:01:00Z');
  // The week's overviews are no reminders.
  const reminded = stage.messages.filter(({ first }) => first.summary.startsWith('Om 7 dager'));
  expect(reminded.map(({ place }) => place)).toEqual(['annet-sted']);
  expect(stage.errors().some(({ about: { programme } }) => programme === flooding.id)).toBe(true);
});
