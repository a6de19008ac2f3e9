import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Person, person } from '#people/person.ts';
import { type Plan, plan } from '#plan/activity.ts';
import { setState } from '#plan/revisions/revise.ts';
import { commit } from '#plan/revisions/revision.ts';
import { poll } from '#poll/poll.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import type { Store } from '#store/port.ts';
import type { Bench } from './run.ts';

const persons = 1700;
const polls = 50;

/** The default store on this machine's disk: one durable write, the start, a vote in a small poll and in a large one. */
const measure: Bench = async (tell) => {
  const folder = await mkdtemp(join(tmpdir(), 'klar-bench-'));
  const open = () => openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'secret.key') });
  try {
    const store = await open();
    tell({ name: 'one durable write', unit: 'ms', value: await median(200, (n) => store.persons.add(somebody(n))) });
    await Promise.all(Array.from({ length: persons }, (_, n) => store.persons.add(somebody(n))));
    for (let n = 0; n < polls; n++) {
      await store.polls.add(somePoll(n));
      await Promise.all(Array.from({ length: 34 }, (_, voter) => vote(store, `poll-${n}`, voter)));
    }
    await store.close();

    const begun = performance.now();
    const again = await open();
    tell({
      name: `open ${persons} persons and ${polls} polls with 34 answers each`,
      unit: 'ms',
      value: performance.now() - begun,
      limit: 1000,
    });

    await fill(again, 'small', 100);
    await fill(again, 'large', 100_000);
    // In turns, so that whatever else the machine does falls on both.
    const small: number[] = [];
    const large: number[] = [];
    for (let n = 0; n < 400; n++) {
      small.push(await time(() => vote(again, 'small', n % 100, n)));
      large.push(await time(() => vote(again, 'large', n * 250, n)));
    }
    tell({ name: 'one vote at 100 answers', unit: 'ms', value: middle(small) });
    tell({ name: 'one vote at 100000 answers', unit: 'ms', value: middle(large) });
    tell({
      name: 'one vote at 100000 answers / one vote at 100 answers',
      unit: 'ratio',
      value: middle(large) / middle(small),
      limit: 1.5,
    });

    const old = planOf(200, 500);
    await again.plans.add(old);
    const press = (n: number) =>
      again.plans.change(old.id, (now) => {
        const id = now.activities[n]?.id as Plan['activities'][number]['id'];
        return { next: setState(now, id, 'done', somebody(1).id, at), outcome: true };
      });
    tell({
      name: 'one press at a plan of 200 rows and 500 revisions',
      unit: 'ms',
      value: await median(100, press),
      limit: 20,
    });
    await again.close();
    const late = performance.now();
    await (await open()).close();
    tell({ name: 'open with 100000 answers more', unit: 'ms', value: performance.now() - late });
  } finally {
    await rm(folder, { recursive: true });
  }
};
export default measure;

function somebody(n: number): Person {
  return person.parse({
    id: `person-${n}`,
    name: `Kari Nordmann ${n}`,
    email: `kari.${n}@example.org`,
    language: 'nb',
    timeZone: 'Europe/Oslo',
    accounts: [{ surface: 'teams', workspace: 'tenant', user: `user-${n}`, address: { mri: `29:${n}` } }],
  });
}

function somePoll(n: number) {
  return poll.parse({
    id: `poll-${n}`,
    place: 'place-1',
    question: 'Er dere klare?',
    options: [
      { id: 'yes', text: 'Ja' },
      { id: 'no', text: 'Nei' },
    ],
    choice: 'single',
    anonymous: false,
    by: 'person-1',
    openedAt: '2026-08-01T08:00:00Z',
  });
}

const at = '2026-08-01T09:00:00Z';

/** A plan whose rows were renamed one after the other. */
function planOf(rows: number, revisions: number): Plan {
  const row = (n: number) => ({
    row: n + 2,
    title: `Opplæring i den nye journalen ${n}`,
    description: 'Påmelding hos lederen innen fristen.',
    kind: 'activity',
    when: { start: '2026-10-01', end: '2026-10-01', precision: 'day', text: '1.10' },
    units: ['Nordvik kommune', 'Fjordby kommune'],
    gate: null,
    id: `row-${n}`,
    state: 'planned',
  });
  const activities = Array.from({ length: rows }, (_, n) => row(n));
  let made = plan.parse({ id: 'programme-1', revision: 0, activities, revisions: [] });
  for (let n = 0; n < revisions; n++) {
    const renamed = made.activities.map((one, nth) => (nth === n % rows ? { ...one, title: `Kurs ${n}` } : one));
    made = commit(made, renamed, { kind: 'edit', by: somebody(1).id, at, act: `act-${n}` });
  }
  return made;
}

function vote(store: Store, group: string, voter: number, nth = 0): Promise<null> {
  const next = { options: [nth % 2 === 0 ? 'yes' : 'no'], at: '2026-08-01T09:00:00Z' };
  return store.answers.change(group, `person-${voter}`, () => ({ next, outcome: null }));
}

async function fill(store: Store, group: string, size: number): Promise<void> {
  for (let from = 0; from < size; from += 2000) {
    const voters = Array.from({ length: Math.min(2000, size - from) }, (_, n) => from + n);
    await Promise.all(voters.map((voter) => vote(store, group, voter)));
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function median(times: number, work: (n: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await time(() => work(n)));
  return middle(taken);
}

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
