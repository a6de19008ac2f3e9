import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Programme } from '#people/programme.ts';
import { planFeature } from '#plan/feature.ts';
import { anotherProgramme, forge, keptOf } from '../forged.ts';
import { file, type Name, openStage, type Stage } from '../stage.ts';

const csv = `Tid;Aktivitet;Organisasjon;Avhenger av
1/10/2026;Hemmelig rapport;Nordvik;
uke 42;Hemmelig verksted;Nordvik;2
6/11/2026;K1 Hemmelig beslutning;;3
avklares;Hemmelig opplæring;Fjordby;
`;

let stage: Stage;
let own: Programme;
let values: Record<string, string>;
/** Kari's programme in `felles` has a plan of three revisions, told of, one draft and one move that is asked about. */
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.tie('Nordvik', 'nordvik');
  await stage.importing(csv.replace('1/10/2026', '22/10/2026'));
  await stage.beatAt('2026-08-03T08:00:00Z');
  await stage.importing(csv.replace('1/10/2026', '23/10/2026'));
  await stage.type('Kari', 'calendar Nordvik');
  await stage.type('Kari', 'plan move "Hemmelig rapport" 3/11/2026');
  await stage.type('Kari', 'import', 'felles', { files: [file(csv)] });
  await stage.quiet();
  own = await stage.programme();
  const plan = await stage.plan();
  const [notice] = await stage.store.notices.all();
  const draft = (await stage.store.drafts.all()).find(({ kind }) => kind === 'plan');
  const before = (await stage.store.drafts.all()).find(({ kind }) => kind === 'plan-before');
  if (!notice || !draft || !before) throw new Error('the stage is not set');
  values = {
    programme: own.id,
    activity: plan.activities[0]?.id ?? '',
    act: plan.revisions.at(-1)?.act ?? '',
    draft: draft.id,
    notice: notice.id,
    units: '0',
    of: own.units[0]?.id ?? '',
    number: '1',
    against: '3',
    since: '1',
    to: '3',
    mine: 'no',
    from: '0',
    filter: 'ahead',
    list: 'differences',
    as: 'paused',
    state: 'done',
    what: 'off',
    which: 'all',
    page: 'lead',
    reason: 'fordi',
    when: '9/11/2026',
    base: '3',
    drawn: plan.revisions.at(-1)?.at ?? '',
    isNew: 'no',
    title: 'Noe annet',
    gate: '',
    sheet: '0',
    pasted: 'Tid;Aktivitet\n1/10/2026;Noe annet\n2/10/2026;Noe mer',
  };
});
afterEach(() => stage.close());

const verbs = planFeature.presses.map(({ verb }) => verb);
const draftOf = async (kind: string) =>
  (await stage.store.drafts.all()).find((one) => one.kind === kind && one.programme === own.id)?.id ?? '';
const moveDraft = () => draftOf('plan-move');
const beforeSave = async () => (await draftOf('plan-before')).replace(/-before$/u, '');

/** Everything of Kari's programme that a press could change. */
async function kept() {
  const { store } = stage;
  const ofIt = <T extends { programme?: string }>(all: readonly T[]) => all.filter((one) => one.programme === own.id);
  return {
    ...(await keptOf(stage, own)),
    notices: ofIt(await store.notices.all()),
    drafts: ofIt(await store.drafts.all()),
    links: ofIt(await store.links.all()),
  };
}

/** Presses every button of the plan with the ids of Kari's programme, and says what it got to see or changed. */
async function pressAll(name: Name, where: string, automatic = false) {
  const got: string[] = [];
  for (const verb of verbs) {
    const variants = [
      values,
      { ...values, draft: await moveDraft() },
      { ...values, draft: await beforeSave(), units: '' },
    ];
    for (const data of variants) {
      got.push(...(await forge(stage, { name, where, automatic }, { verb, data }, { kept, secret: /hemmelig/iu })));
    }
  }
  return got;
}

describe('whoever has got hold of the ids of a plan', () => {
  test('sees and changes nothing as a stranger in a chat of their own', async () => {
    expect(await pressAll('Pat', 'own-Pat')).toEqual([]);
  });

  test('sees and changes nothing as one who leads another programme', async () => {
    await anotherProgramme(stage);
    expect(await pressAll('Nils', 'annet')).toEqual([]);
  });

  test('changes nothing as a member of a unit without a role, whose row it is not', async () => {
    await stage.give('Fjordby', 'member', 'Ola');
    expect((await pressAll('Ola', 'own-Ola')).filter((one) => /^\S+ changes /u.test(one))).toEqual([
      // A picture and an exported file are links, and whoever reads the plan may have them.
      'plan.picture changes links',
      'plan.picture changes links',
      'plan.picture changes links',
    ]);
  });

  test('changes nothing by a press that the platform makes by itself, even with a lead’s name', async () => {
    expect(await pressAll('Kari', 'felles', true)).toEqual([]);
  });
});

test('whoever leads one programme reaches nothing of another with ids of both', async () => {
  values = { ...values, programme: await anotherProgramme(stage) };
  expect(await pressAll('Nils', 'annet')).toEqual([]);
});

describe('whoever made a change and does not lead the programme any more', () => {
  test('does not take it back', async () => {
    const { id } = await stage.programme();
    const [kari] = (await stage.programme()).owners;
    const was = await stage.plan();
    await stage.store.programmes.change(id, (p) => ({
      next: { ...p, owners: p.owners.map((one) => `${one}-s successor` as typeof one), coordinators: [] },
      outcome: true,
    }));
    expect(was.revisions.at(-1)?.by).toBe(kari);
    const answer = await stage.press('Kari', {
      verb: 'plan.take-back',
      data: { programme: id, act: values.act ?? '' },
    });
    expect(answer).toMatchObject({ show: 'notice', problem: true });
    expect(await stage.plan()).toEqual(was);
  });
});
