import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { sameName } from '#people/find-unit.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { remindersBetween } from '#reminder/reminder.ts';
import { defaultRules } from '#reminder/rules.ts';
import { buttonsOf, cardOf, openStage, type Stage } from '../../plan/stage.ts';

let stage: Stage;
afterEach(() => stage.close());

/** Hour by hour from the first day to the last, as the heartbeat would, only less often. */
async function play(from: string, to: string): Promise<void> {
  const end = Temporal.Instant.from(to);
  for (let now = Temporal.Instant.from(from); Temporal.Instant.compare(now, end) <= 0; now = now.add({ hours: 1 })) {
    stage.clock.moveTo(now);
    await stage.house.beat();
  }
  await stage.quiet();
}

/** What was sent: when, about which activity, where. A message of several counts as the rows that it holds, those behind "show all" too. */
async function sent(): Promise<string[]> {
  const found: string[] = [];
  for (const { at, place, first } of stage.messages) {
    if (place.startsWith('own-')) continue;
    const [all] = buttonsOf(first, 'reminder.digest');
    const card = all ? cardOf(await stage.press('Kari', all, { where: place })) : first;
    const activities = new Set(buttonsOf(card).flatMap(({ data }) => data?.activity ?? []));
    found.push(...[...activities].map((activity) => `${at} ${activity} ${place}`));
  }
  return found.sort();
}

/** What the rules say: each reminder once in each place in which one of its units is. */
async function expected(from: string, to: string, placeOf: Record<string, string>): Promise<string[]> {
  const { activities } = await stage.plan();
  return remindersBetween(activities, defaultRules, { from, to, country: 'NO', zone: 'Europe/Oslo' })
    .flatMap(({ at, activity, to: units }) => {
      const places = new Set((units.length > 0 ? units : ['']).map((unit) => placeOf[sameName(unit)] ?? 'felles'));
      return [...places].map((place) => `${Temporal.Instant.from(at)} ${activity} ${place}`);
    })
    .sort();
}

test('in half a year with both clock changes each reminder is sent at its time, in its place, once', async () => {
  stage = await openStage('2026-10-01T07:00:00Z');
  await stage.programmeWith(`Tid;Aktivitet;Organisasjon
26/10/2026;Kurs;Nordvik kommune
uke 44;Samling;"Nordvik kommune; Sørfjord kommune"
november 2026;Øvingsperiode;Sørfjord kommune
antatt desember 2026;Avtale signert;
28/12/2026;Avklaring i romjula;Nordvik kommune
Q1 2027;Forberedelser;
15.–17. februar 2027;Prøvedager;"Nordvik kommune; Sørfjord kommune"
29/3/2027;Annen påskedag;Nordvik kommune
31/3/2027;Oppstart;Sørfjord kommune
;Uten dato;
`);
  await stage.tie('Nordvik kommune', 'nordvik');
  await stage.tie('Sørfjord kommune', 'sorfjord');
  await play('2026-10-01T08:00:00Z', '2027-04-01T07:00:00Z');
  const wanted = await expected('2026-10-02', '2027-04-01', {
    'nordvik kommune': 'nordvik',
    'sørfjord kommune': 'sorfjord',
  });
  expect(await sent()).toEqual(wanted);
  // Nine o'clock in Oslo is 07:00Z in summer time and 08:00Z in winter time; the sample has both.
  const hours = new Set(wanted.map((line) => line.slice(11, 16)));
  expect(hours).toEqual(new Set(['07:00', '08:00']));
  expect(stage.errors()).toEqual([]);
}, 120_000);

const seeds = fileURLToPath(new URL('../../../../shared/seeds/plan-helseplattformen.csv', import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.log('Left out: the half year on the real plan, since ../shared is not here');

test.runIf(hasSeeds)(
  'so it is with the real plan',
  async () => {
    stage = await openStage('2018-09-03T08:00:00Z');
    await stage.programmeWith(readFileSync(seeds, 'utf8'));
    await stage.tie('Trondheim kommune', 'trondheim');
    await stage.tie('Helseplattformen', 'plattformen');
    await play('2018-09-03T09:00:00Z', '2019-04-02T07:00:00Z');
    const placeOf = { 'trondheim kommune': 'trondheim', helseplattformen: 'plattformen' };
    // Of the rows that had begun before the plan was saved, what came due before is not made up for.
    expect(await sent()).toEqual(await expected('2018-09-04', '2019-04-02', placeOf));
    expect((await sent()).length).toBeGreaterThan(50);
    expect(stage.errors()).toEqual([]);
  },
  120_000,
);

test('the next event is the next reminder, strictly after now, of whatever programme', async () => {
  stage = await openStage('2026-10-01T07:00:00Z');
  const next = () => reminderFeature.nextAt?.(stage.house.world);
  expect(await next()).toBeUndefined();
  await stage.programmeWith('Tid;Aktivitet\n26/10/2026;Kurs\n20/10/2026;Møte\n');
  // A day before the clocks go back, and the day after.
  const all = [
    '2026-10-13T07:00:00Z',
    '2026-10-19T07:00:00Z',
    '2026-10-20T07:00:00Z',
    '2026-10-23T07:00:00Z',
    '2026-10-26T08:00:00Z',
  ];
  for (const at of all) {
    expect(await next()).toBe(at);
    stage.clock.moveTo(Temporal.Instant.from(at).subtract({ seconds: 1 }));
    expect(await next()).toBe(at);
    stage.clock.moveTo(Temporal.Instant.from(at));
  }
  expect(await next()).toBeUndefined();
});
