import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Card } from '#card/card.ts';
import type { Delivery, Surface } from '#chat/port.ts';
import { movableClock } from '#clock/clock.ts';
import { buildHouse, type House } from '#house.ts';
import { person } from '#people/person.ts';
import { type Place, place } from '#people/place.ts';
import { programme } from '#people/programme.ts';
import type { Plan, PlannedRow } from '#plan/activity.ts';
import { activityId } from '#plan/activity.ts';
import { revise } from '#plan/revisions/revise.ts';
import { reminderFeature } from '#reminder/feature.ts';
import { noReminding, type Reminding } from '#reminder/reminding.ts';
import { reminderRules } from '#reminder/rules.ts';
import { openLowdbStore } from '#store/lowdb/open.ts';
import { say } from '#words/say.ts';
import { elementsOf } from '../../card-parts.ts';

const id = 'p1';
export const names = ['ada', 'bo', 'cia', 'dag', 'eli'] as const;
export const unitNames = ['Nordvik', 'Sørfjord', 'Tindøy'] as const;

/** What the platform does with what is meant for a person: `busy` asks for patience (429) until it is told otherwise, `hurried` twice. */
export type Trouble = 'unreachable' | 'refused' | 'gone' | 'busy' | 'hurried';

/** An escalation as it came to the surface. */
interface Told {
  atMs: number;
  kind: Place['kind'];
  person: string;
  /** Rows and units that the card names, `row-1/Nordvik`; five at most. */
  pairs: string[];
  /** What something may be asked of at that moment (`livePairs`). */
  live: ReadonlySet<string>;
}

/** First and last day. */
interface Away {
  from: string;
  to: string;
}

export interface Town {
  readonly house: House;
  readonly errors: string[];
  /** By person. Empty: all is well. */
  trouble: Map<string, Trouble>;
  /** All that came, oldest first. */
  told: Told[];
  /** Runs when the next escalation has come, before the platform has answered. */
  whenTold: (() => Promise<void>) | undefined;
  now(): Temporal.Instant;
  moveTo(ms: number): void;
  beat(): Promise<void>;
  /** Stops Klar and starts it again on what is on disk. */
  restart(): Promise<void>;
  plan(): Promise<Plan>;
  changePlan(change: (plan: Plan) => Plan): Promise<void>;
  changeReminding(change: (reminding: Reminding) => Reminding): Promise<void>;
  programme(): Promise<ReturnType<typeof programme.parse>>;
  reminding(): Promise<Reminding>;
  staff(unit: number, people: readonly (readonly [who: string, role: string])[]): Promise<void>;
  /** Somebody is away on some days, or not any more. */
  leave(who: string, days: Away | undefined): Promise<void>;
  /** When people are away. */
  away: ReadonlyMap<string, Away>;
  /** Keys of the ledger under which something was sent to a person or refused by them, as the ledger has them. */
  settled(): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * Klar on the real store, outbox and heartbeat, with one programme whose plan has just been brought in, five people with chats of their own, three
 * units with a channel each, and a platform that has trouble as the test wants. Nothing but escalations is sent.
 */
export async function openTown(given: {
  rows: readonly PlannedRow[];
  owners: readonly string[];
  escalation: { deputy: number; owner: number; programme: number };
  begins: string;
}): Promise<Town> {
  const folder = await mkdtemp(join(tmpdir(), 'klar-town-'));
  const open = () => openLowdbStore({ dir: join(folder, 'data'), secretKeyFile: join(folder, 'key') });
  let store = await open();
  const clock = movableClock(Temporal.Instant.from(given.begins));
  const errors: string[] = [];
  const told: Told[] = [];
  const trouble: Town['trouble'] = new Map();
  const hurried = new Map<string, number>();
  const away = new Map<string, Away>();
  const common = { surface: 'web', workspace: 'w', language: 'nb' } as const;
  let number = 0;

  const refusal = (who: string): Exclude<Delivery, { state: 'sent' }> | undefined => {
    const state = trouble.get(who);
    if (state === undefined) return undefined;
    if (state === 'hurried') {
      const left = hurried.get(who) ?? 2;
      hurried.set(who, left - 1);
      return left > 0 ? { state: 'throttled', retryAfterMs: 1000 } : undefined;
    }
    if (state === 'busy') return { state: 'throttled', retryAfterMs: 60_000 };
    return state === 'gone' ? { state } : { state, reason: 'as the test wants' };
  };
  const surface: Surface = {
    name: 'web',
    async send(to, card) {
      const who = to.key.replace('own-', '');
      const no = refusal(who);
      if (no) return no;
      number += 1;
      if (isEscalation(card)) {
        told.push({
          atMs: clock.now().epochMilliseconds,
          kind: to.kind,
          person: who,
          pairs: pairsOn(card),
          live: livePairs((await store.plans.get(id)) as Plan),
        });
        const then = town.whenTold;
        town.whenTold = undefined;
        await then?.();
      }
      return { state: 'sent', ref: { number: String(number) } };
    },
    update: async (_to, ref) => ({ state: 'sent', ref }),
    async ownChat({ surface: of, workspace, user }) {
      const no = refusal(user);
      // A chat that is gone is opened anew, or refused.
      if (no) return no.state === 'gone' ? { state: 'refused', reason: 'as the test wants' } : no;
      return { state: 'open', where: { surface: of, workspace, kind: 'personal', key: `own-${user}`, address: {} } };
    },
  };
  const build = () =>
    buildHouse({
      store,
      features: [reminderFeature],
      surfaces: new Map([['web', surface]]),
      clock,
      defaults: { language: 'nb', timeZone: 'Europe/Oslo' },
      log: { info() {}, warn() {}, error: (about, message) => void errors.push(`${message} ${JSON.stringify(about)}`) },
      speed: 1e6,
    });

  for (const name of names) {
    const accounts = [{ surface: 'web', workspace: 'w', user: name }];
    await store.persons.add(person.parse({ id: name, name, language: 'nb', timeZone: 'Europe/Oslo', accounts }));
  }
  // The others have never written to Klar: their chats are opened when there is something to tell.
  for (const name of names.slice(0, 3)) {
    const key = `own-${name}`;
    await store.places.add(place.parse({ ...common, id: key, key, kind: 'personal', person: name }));
  }
  for (const key of unitNames) await store.places.add(place.parse({ ...common, id: key, key, kind: 'channel' }));
  await store.programmes.add(
    programme.parse({
      id,
      name: 'Felles journal',
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      owners: given.owners,
      units: unitNames.map((name) => ({ id: name, name, place: name })),
    }),
  );
  const of = programme.shape.id.parse(id);
  const by = person.shape.id.parse(given.owners[0]);
  const about = { programme: of, by, at: given.begins, source: 'plan.csv' };
  const newId = (index: number) => activityId.parse(`row-${index + 1}`);
  await store.plans.add(revise(undefined, given.rows, { ...about, newId }));
  const rules = reminderRules.parse({ rules: [], overview: false, noContact: null, escalation: given.escalation });
  await store.remindings.add({ ...noReminding(of), rules });

  let house = build();
  const town: Town = {
    get house() {
      return house;
    },
    errors,
    trouble,
    told,
    whenTold: undefined,
    now: () => clock.now(),
    moveTo: (ms) => clock.moveTo(Temporal.Instant.fromEpochMilliseconds(ms)),
    async beat() {
      hurried.clear();
      await house.beat();
      await house.outbox.settled();
    },
    async restart() {
      await store.close();
      store = await open();
      house = build();
    },
    plan: async () => (await store.plans.get(id)) as Plan,
    async changePlan(change) {
      await store.plans.change(id, (plan) => ({ next: change(plan), outcome: true }));
    },
    async changeReminding(change) {
      await store.remindings.change(id, (reminding) => ({ next: change(reminding), outcome: true }));
    },
    programme: async () => programme.parse(await store.programmes.get(id)),
    reminding: async () => (await store.remindings.get(id)) as Reminding,
    async staff(nth, people) {
      await store.programmes.change(id, (known) => ({
        next: programme.parse({
          ...known,
          units: known.units.map((unit, at) =>
            at === nth ? { ...unit, people: people.map(([who, role]) => ({ person: who, role })) } : unit,
          ),
        }),
        outcome: true,
      }));
    },
    away,
    async leave(who, days) {
      if (days) away.set(who, days);
      else away.delete(who);
      const quiet = { weekdays: [], away: days ? [days] : [] };
      await store.persons.change(who, (known) => ({ next: { ...known, quiet }, outcome: true }));
    },
    async settled() {
      const entries = await store.ledger.entries(id);
      return [...entries].filter(([, { state }]) => state === 'sent' || state === 'refused').map(([key]) => key);
    },
    async close() {
      await house.outbox.settled();
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
  return town;
}

const beginnings = (['late', 'silent'] as const).map((why) => say('nb', `reminder.escalation.${why}`, { title: '' }));
const isEscalation = ({ summary }: Card): boolean => beginnings.some((one) => summary.startsWith(one));

/** The rows of a card, each with the unit that it is told of: `row-1/Nordvik`. */
function pairsOn(card: Card): string[] {
  return elementsOf(card).flatMap((one) => {
    if (one.type !== 'TextBlock' || one.weight !== 'Bolder' || one.size !== undefined) return [];
    const found = /Rad (\d+)(?: · (.+))?$/u.exec(one.text);
    return found ? [`row-${found[1]}/${found[2] ?? ''}`] : [];
  });
}

/** Of what something may be asked as the plan stands, each row with each of its units: `row-1/Nordvik`, `row-2/`. */
export function livePairs({ activities }: Plan): Set<string> {
  return new Set(
    activities
      .filter(({ state, halted }) => state !== 'done' && !halted)
      .flatMap(({ id: row, units, answers }) => {
        const left = units.filter((unit) => answers?.find((one) => one.unit === unit)?.state !== 'done');
        return units.length === 0 ? [`${row}/`] : left.map((unit) => `${row}/${unit}`);
      }),
  );
}
