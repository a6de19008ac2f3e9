import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askForContacts } from '#reminder/actions/ask-for-contact.ts';
import { escalate } from '#reminder/actions/escalate.ts';
import { changeReminding } from '#reminder/actions/reminding.ts';
import { sendOverviews } from '#reminder/actions/send-overview.ts';
import { defaultRules } from '#reminder/rules.ts';
import { openStage, type Stage } from '../../plan/stage.ts';

/** What a heartbeat sends beside reminders. */
const parts = [
  ['overviews', sendOverviews],
  ['escalations', escalate],
  ['questions for contacts', askForContacts],
] as const;
const units = ['A', 'B', 'C', 'D', 'E'];
/** Monday 10 August 2026 at half past nine in Oslo: rows of all units are late, and the week begins. */
const monday = '2026-08-10T07:30:00Z';

let stage: Stage;
let jumpedAt: Temporal.Instant | undefined;
/** The stage at a time, also one before that of the last look. */
const world = (at: string) => ({
  ...stage.house.world,
  now: () => Temporal.Instant.from(at),
  clock: { jumpedAt: () => jumpedAt, keptAt: () => undefined },
});

beforeEach(async () => {
  jumpedAt = undefined;
  stage = await openStage();
  // More than may be sent of reminders at once; nobody answers for E.
  const rows = units.map((unit) => `4/8/2026;Kurs ${unit};${unit}\n12/8/2026;Utstyr ${unit};${unit}\n`).join('');
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon\n${rows}`, { ...defaultRules, mostAtOnce: 2 });
  for (const unit of units.slice(0, 4)) await stage.tie(unit, `sted-${unit}`);
  for (const unit of units.slice(0, 4)) {
    await stage.give(unit, 'contact', 'Ola');
    await stage.give(unit, 'deputy', 'Nils');
  }
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

async function send(part: (typeof parts)[number][1], at = monday): Promise<string[]> {
  const before = stage.messages.length;
  await part(world(at));
  await stage.quiet();
  return stage.messages.slice(before).map(({ place }) => place);
}

describe('however much there is to tell, a receiver gets at most one message of each kind', () => {
  test.each(parts)('%s', async (_, part) => {
    const came = await send(part);
    expect(came.length).toBeGreaterThan(0);
    expect(came).toEqual([...new Set(came)]);
    expect(await send(part, '2026-08-10T07:31:00Z')).toEqual([]);
  });
});

test('an overview for each unit on a Monday is no flood', async () => {
  expect((await send(sendOverviews)).toSorted()).toEqual([
    'own-Kari',
    ...units.slice(0, 4).map((one) => `sted-${one}`),
  ]);
});

test('a clock that goes to and fro sends each week’s overviews once', async () => {
  const week = (nth: number) => String(Temporal.Instant.from(monday).add({ hours: 168 * nth }));
  const sent: number[] = [];
  for (const nth of [0, 2, 0, 1, 2, 0, 1]) sent.push((await send(sendOverviews, week(nth))).length);
  // Four units and who owns the programme, in each of the three weeks.
  expect(sent).toEqual([5, 5, 0, 5, 0, 0, 0]);
});

describe.each(parts)('a clock that cannot be believed lets no %s out', (_, part) => {
  test('until it has come back', async () => {
    jumpedAt = Temporal.Instant.from('2026-08-10T06:00:00Z');
    expect(await send(part)).toEqual([]);
    expect(await stage.store.ledger.entries((await stage.programme()).id)).toEqual([]);
    jumpedAt = undefined;
    expect(await send(part, '2026-08-10T07:40:00Z')).not.toEqual([]);
  });
});

test.each(parts)('a programme that is held back sends no %s', async (_, part) => {
  const { id } = await stage.programme();
  await changeReminding(stage.house.world, id, (now) => ({
    next: { ...now, held: { why: 'many', at: monday, count: 9 } },
    outcome: 0,
  }));
  expect(await send(part)).toEqual([]);
  await changeReminding(stage.house.world, id, ({ held: _, ...now }) => ({ next: now, outcome: 0 }));
  expect(await send(part, '2026-08-10T07:40:00Z')).not.toEqual([]);
});
