import { afterEach, expect, test } from 'vitest';
import { buttonOf, cardOf, file, noticeOf, openStage, type Stage } from '../plan/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

test('what was shown and not saved is cleared away after a day, and its button says so', async () => {
  stage = await openStage('2026-08-03T07:00:00Z');
  await stage.type('Kari', 'programme "Ny journal"');
  const read = cardOf(await stage.type('Kari', 'import', 'felles', { files: [file('Tid;Aktivitet\n1/10;Kurs\n')] }));
  await stage.beatAt('2026-08-04T07:00:00Z');
  expect(await stage.store.drafts.all()).toHaveLength(1);
  await stage.beatAt('2026-08-04T07:00:01Z');
  expect(await stage.store.drafts.all()).toEqual([]);
  expect(noticeOf(await stage.press('Kari', buttonOf(read, 'plan.draft-save'))).text).toContain('for gammel');
  expect(await stage.store.plans.all()).toEqual([]);
});

test('a save can be undone for a day', async () => {
  stage = await openStage('2026-08-03T07:00:00Z');
  const saved = await stage.programmeWith('Tid;Aktivitet\n1/10;Kurs\n');
  await stage.beatAt('2026-08-04T07:00:01Z');
  expect(noticeOf(await stage.press('Kari', buttonOf(saved, 'plan.undo-save'))).problem).toBe(true);
  expect((await stage.plan()).revision).toBe(1);
});
