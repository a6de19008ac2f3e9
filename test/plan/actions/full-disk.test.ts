import { existsSync } from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, cardOf, file, noticeOf, openStage, type Stage } from '../stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith('Tid;Aktivitet;Organisasjon\n1/9;Kurs;Nordvik\n8/9;Prøve;Nordvik\n');
});
afterEach(() => stage.close());

/** What is not to be written to: every write there ends as it does on a disk without room. */
const full = '/dev/full';

/** The plan's file, of which the next write finds no room. @returns What stands in it. */
async function fills(): Promise<() => Promise<string>> {
  const folder = join(stage.dir, 'plans');
  const [name] = (await readdir(folder)).filter((one) => one.endsWith('.json'));
  const path = join(folder, name ?? '');
  await symlink(full, `${path}.tmp`);
  return () => readFile(path, 'utf8');
}

describe.skipIf(!existsSync(full))('where the disk is full', () => {
  test.each([
    ['a row that is moved', 'plan flytt Kurs 2/9', 'plan.move'],
    ['a row that is taken out', 'plan fjern Kurs', 'plan.remove'],
  ])(
    '%s is not said to be saved, the plan stays as it was, and the press works when there is room again',
    async (_what, line, verb) => {
      const asked = cardOf(await stage.type('Kari', line));
      const stored = await fills();
      const [before, plan] = [await stored(), await stage.plan()];
      expect(noticeOf(await stage.press('Kari', buttonOf(asked, verb)))).toMatchObject({ problem: true });
      expect(await stored()).toBe(before);
      expect(await stage.plan()).toEqual(plan);
      expect(stage.errors()).not.toEqual([]);

      cardOf(await stage.press('Kari', buttonOf(asked, verb)));
      expect((await stage.plan()).revision).toBe(2);
      await stage.restart();
      expect((await stage.plan()).revision).toBe(2);
    },
  );

  test('a revised plan is not said to be saved either, and nobody is told of it', async () => {
    const csv = 'Tid;Aktivitet;Organisasjon\n3/9;Kurs;Nordvik\n8/9;Prøve;Nordvik\n';
    const card = cardOf(await stage.type('Kari', 'import', 'felles', { files: [file(csv)] }));
    const stored = await fills();
    const before = await stored();
    expect(noticeOf(await stage.press('Kari', buttonOf(card, 'plan.draft-save'))).problem).toBe(true);
    expect(await stored()).toBe(before);
    await stage.beatAt('2026-08-03T08:00:00Z');
    expect(stage.messages.filter(({ first }) => first.summary.startsWith('Planen er endret'))).toEqual([]);

    cardOf(await stage.press('Kari', buttonOf(card, 'plan.draft-save')));
    expect((await stage.plan()).activities[0]?.when.start).toBe('2026-09-03');
  });
});
