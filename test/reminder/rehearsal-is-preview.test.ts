import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dayIn } from '#calendar/zone.ts';
import { movableClock } from '#clock/clock.ts';
import { sameName, withUnits } from '#people/find-unit.ts';
import { unitId } from '#people/programme.ts';
import { activityId } from '#plan/activity.ts';
import { readPlan } from '#plan/reading/read-plan.ts';
import { revise } from '#plan/revisions/revise.ts';
import { startRehearsal } from '#rehearsal/rehearsal.ts';
import { moveClock, type Step } from '#rehearsal/steps.ts';
import { writePlan } from '#rehearsal/write-plan.ts';
import { reminding } from '#reminder/reminding.ts';
import { reminderRules } from '#reminder/rules.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import type { Store } from '#store/port.ts';
import { readTable } from '#table/read-table.ts';
import { klar } from '../cli/klar.ts';
import { houseOnPage } from './year.ts';

const timeZone = 'Europe/Oslo';
const seeds = fileURLToPath(new URL('../../../shared/seeds/plan-helseplattformen.csv', import.meta.url));
const hasSeeds = existsSync(seeds);
if (!hasSeeds) console.log('Left out: the rehearsal of the real plan, since ../shared is not here');

/** Everything that a programme can say of when it reminds. */
const rich = {
  at: '08:30',
  rules: ['14-days-before', '2-working-days-before', 'on-the-day', 'overdue'],
  groups: [
    { kind: 'gate', rules: ['3-months-before', '30-days-before', '7-days-before', '3-days-after'] },
    { tag: 'opplæring', rules: ['4-weeks-before', '1-working-day-before', '2-working-days-after'] },
    { kind: 'meeting', tag: 'opplæring', rules: ['1-day-before', 'on-the-day'] },
  ],
  leads: [
    { id: 'rom', item: 'Rom er bestilt', kind: 'meeting', before: { count: 10, unit: 'working-days' } },
    { id: 'utstyr', item: 'Utstyrsliste', tag: 'utstyr', before: { count: 2, unit: 'months' } },
    { id: 'vakt', item: 'Vaktplan', before: { count: 3, unit: 'weeks' } },
  ],
};

/** A plan as a file, and when it was saved. */
interface Played {
  text: string;
  starts: string;
  rules?: object;
  /** The example is played as the rehearsal plays it; another plan takes its place. */
  isExample?: boolean;
}

/** The example's plan as a file for a first day, each second row with a tag. */
function exampleFile(starts: string, { tagged }: { tagged: boolean }): string {
  const template = readFileSync(new URL('../../examples/plan.csv', import.meta.url), 'utf8');
  const text = writePlan(template, Temporal.PlainDate.from(starts), 'NO');
  if (!tagged) return text;
  const tags = ['Merkelapp', 'opplæring', '', 'utstyr', 'opplæring, utstyr', '', 'Opplæring'];
  return text
    .trimEnd()
    .split('\n')
    .map((line, nth) => `${line};${nth === 0 ? tags[0] : tags[1 + ((nth - 1) % (tags.length - 1))]}`)
    .join('\n');
}

/** A reminder in one line: when, of which row, by which rule, to whom. */
const line = ({ at, row, rule, to }: { at: string; row: number; rule: string; to: readonly string[] }): string =>
  `${Temporal.Instant.from(at)} row ${row} ${rule} ${to.map(sameName).sort().join('; ')}`;

/** What `klar reminders preview` lists for the same plan and rules, from the day of the rehearsal on. */
async function previewed(folder: string, { text, starts, rules }: Played, to: string) {
  const file = join(folder, 'plan.csv');
  const ruleFile = join(folder, 'rules.json');
  await writeFile(file, text);
  if (rules) await writeFile(ruleFile, JSON.stringify(rules));
  const { out, err } = await klar(
    ['reminders', 'preview', file, '--from', starts, '--to', to, '--starts', starts, '--json'].concat(
      rules ? ['--rules', ruleFile] : [],
    ),
    { environment: { KLAR_TIMEZONE: timeZone } },
  );
  expect(err).toBe('');
  return JSON.parse(out) as { at: string; row: number; activity: string; rule: string; to: string[] }[];
}

/** Puts a plan in the place of the example's, with a unit for each that it names: with a channel, with a contact's own chat, or without both. */
async function putPlan(store: Store, { text, starts }: Played, at: string): Promise<void> {
  const table = readTable(new TextEncoder().encode(text));
  if (!table.ok) throw new Error(table.problem.code);
  const { accepted } = readPlan(table.rows, { starts, country: 'NO' });
  const [programme] = await store.programmes.all();
  if (!programme) throw new Error('There is no programme');
  const [by] = programme.owners;
  if (!by) throw new Error('It has no owner');
  const newId = (index: number) => activityId.parse(`row-${index + 1}`);
  const next = revise(undefined, accepted, { programme: programme.id, by, at, source: 'plan.csv', starts, newId });
  await store.plans.change(programme.id, () => ({ next, outcome: undefined }));
  const given = programme.units;
  let ids = 0;
  const bare = withUnits({ ...programme, units: [] }, [...new Set(accepted.flatMap(({ units }) => units))], () => {
    ids += 1;
    return unitId.parse(`unit-${ids}`);
  });
  const units = bare.units.map((unit, nth) => {
    const like = given[nth % given.length];
    const withPlace = nth % 3 === 0 && like?.place ? { place: like.place } : {};
    return { ...unit, ...withPlace, people: nth % 3 === 1 ? (like?.people ?? []) : [] };
  });
  await store.programmes.change(programme.id, (known) => ({ next: { ...known, units }, outcome: undefined }));
}

/**
 * Plays a plan from eight in the morning of its first day, nobody answering, and compares each reminder that was sent with the preview:
 * its instant, its row, its rule and its units. In each place, what came on a day came as one message.
 */
async function playAndCompare(played: Played, step: Step): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-preview-'));
  const store = await openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'key') });
  try {
    const begins = Temporal.PlainDate.from(played.starts).toZonedDateTime({ timeZone, plainTime: '08:00' }).toInstant();
    const clock = movableClock(begins);
    const sent: { day: string; place: string; isReminder: boolean }[] = [];
    const { house, errors } = houseOnPage(store, clock, (place, card) =>
      sent.push({ day: dayIn(timeZone, clock.now().toString()), place, isReminder: isReminder(card) }),
    );
    const beat = async () => {
      await house.beat();
      await house.outbox.settled();
    };
    const moving = { clock, timeZone, beat, nextEvents: house.nextEvents };
    await startRehearsal({
      store,
      workspace: 'w',
      surface: {
        name: 'web',
        ownChat: async ({ workspace, user }) => ({ state: 'open', where: own(workspace, user) }),
      },
      ...moving,
    });
    if (!played.isExample) await putPlan(store, played, begins.toString());
    const [programme] = await store.programmes.all();
    if (!programme) throw new Error('There is no programme');
    if (played.rules)
      await store.remindings.add(reminding.parse({ id: programme.id, rules: reminderRules.parse(played.rules) }));
    const plan = await store.plans.get(programme.id);
    const activities = plan?.activities ?? [];
    const ends = activities
      .map(({ when }) => when.end ?? '')
      .sort()
      .at(-1);
    const until = Temporal.PlainDate.from(ends ?? played.starts).add({ months: 3 });
    const wanted = await previewed(folder, played, until.toString());

    await beat();
    while (Temporal.PlainDate.compare(clock.now().toZonedDateTimeISO(timeZone).toPlainDate(), until) <= 0) {
      if (!(await moveClock(step, moving))) break;
    }
    expect(errors).toEqual([]);

    const copies = [];
    for (const [key, { state, at }] of await store.ledger.entries(programme.id)) {
      const [of, id, rule = '', start, unit, ...more] = key.split('/').map(decodeURIComponent);
      const row = activities.find((one) => one.id === id)?.row;
      // A reminder's own key has five parts; others stand for a try at a receiver, or for another message.
      if (of !== programme.id || row === undefined || unit === undefined || more.length > 0 || !start) continue;
      expect(state, `${key} was sent`).toBe('sent');
      copies.push({ at, row, rule, unit });
    }
    const reminders = [...Map.groupBy(copies, ({ at, row, rule }) => `${at} ${row} ${rule}`).values()].map((all) => {
      const [{ at, row, rule } = { at: '', row: 0, rule: '' }] = all;
      return { at, row, rule, to: all.map(({ unit }) => unit).filter((unit) => unit !== '') };
    });
    expect(reminders.map(line).sort()).toEqual(wanted.map(line).sort());

    const messages = sent.filter((one) => one.isReminder).map(({ day, place }) => `${day} ${place}`);
    expect(messages.length).toBe(new Set(messages).size);
    // Overviews and escalations come beside them, on days of their own, too.
    expect(new Set(sent.map(({ day }) => day)).size).toBeGreaterThan(new Set(wanted.map(({ at }) => at)).size);
    return wanted.map(({ rule }) => rule);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

const own = (workspace: string, user: string) => ({
  surface: 'web' as const,
  workspace,
  kind: 'personal' as const,
  key: `own-${user}`,
  address: {},
});

/** A reminder alone, or several: what else the clock sends (overviews, escalations, questions) opens rows in other ways. */
const isReminder = (card: object): boolean => /"reminder\.(digest-row|more)"/.test(JSON.stringify(card));

const starts = '2026-11-25';
const example = { starts, text: exampleFile(starts, { tagged: false }) };
const tagged = { starts, text: exampleFile(starts, { tagged: true }), rules: rich };

test.each<Step>(['event', 'week'])(
  'a rehearsal of the example that is moved by %s sends the reminders that the preview lists',
  async (step) => {
    const rules = await playAndCompare({ ...example, isExample: true }, step);
    expect(rules.length).toBeGreaterThan(40);
  },
  120_000,
);

test('a rehearsal that is moved by days sends what the preview lists by rules of every kind', async () => {
  const rules = new Set(await playAndCompare(tagged, 'day'));
  const ofKinds = ['overdue-4', '3-days-after', '1-day-before', 'lead-rom', 'lead-utstyr', 'first-working-day'];
  expect(ofKinds.filter((rule) => !rules.has(rule))).toEqual([]);
}, 120_000);

test.runIf(hasSeeds).each<[string, object | undefined]>([
  ['by the rules that nobody has set', undefined],
  ['by rules of every kind', rich],
])(
  'a rehearsal of the real plan sends the reminders that the preview lists, %s',
  async (_, rules) => {
    const played = { text: readFileSync(seeds, 'utf8'), starts: '2018-06-26', ...(rules ? { rules } : {}) };
    expect((await playAndCompare(played, 'event')).length).toBeGreaterThan(60);
  },
  120_000,
);
