import { type Person, person } from '#people/person.ts';
import { type Place, place } from '#people/place.ts';
import { type Programme, programme } from '#people/programme.ts';
import type { Activity, Plan } from '#plan/activity.ts';
import { plan } from '#plan/activity.ts';
import { type Bundles, bundlesOf } from '#reminder/digest.ts';
import { copiesOf, type Entry, type Slot, slotsOf } from '#reminder/due.ts';
import { receiverId, receiversOf } from '#reminder/receivers.ts';
import { noReminding, type Reminding } from '#reminder/reminding.ts';

/** Somebody with an account of their own; what is not given does not matter. */
export const somebody = (id: string, more: Partial<Person> = {}): Person =>
  person.parse({
    id,
    name: id,
    language: 'nb',
    timeZone: 'Europe/Oslo',
    accounts: [{ surface: 'web', workspace: 'w', user: id }],
    ...more,
  });

export const somewhere = (id: string, more: Partial<Place> = {}): Place =>
  place.parse({ id, surface: 'web', workspace: 'w', kind: 'channel', key: id, language: 'nb', ...more });

/** A programme owned by Kari, with a place of its own. */
export const someProgramme = (more: Record<string, unknown> = {}): Programme =>
  programme.parse({
    id: 'p1',
    name: 'Ny journal',
    language: 'nb',
    country: 'NO',
    timeZone: 'Europe/Oslo',
    owners: ['kari'],
    place: 'felles',
    ...more,
  });

/** A plan that was saved at an instant. */
export const savedPlan = (activities: Activity[], savedAt = '2018-06-26T12:00:00Z', id = 'p1'): Plan =>
  plan.parse({
    id,
    revision: 1,
    activities,
    revisions: [{ number: 1, at: savedAt, by: 'kari', kind: 'import', source: 'plan.csv', rows: activities.length }],
  });

/** A town in which reminders go out, all of it in memory: what is settled stands in `ledger`. */
export function town(parts: {
  programmes: { programme: Programme; plan: Plan; reminding?: Partial<Reminding> }[];
  persons?: Person[];
  places?: Place[];
}) {
  const persons = new Map([somebody('kari'), ...(parts.persons ?? [])].map((one) => [one.id, one]));
  const places = new Map([somewhere('felles'), ...(parts.places ?? [])].map((one) => [one.id, one]));
  const ledger = new Map<string, Entry>();
  const known = { person: (id: Person['id']) => persons.get(id), place: (id: Place['id']) => places.get(id) };

  // Here nothing is settled under a reminder's own key, only with each receiver.
  const isInLedger = (key: string) => [...ledger.keys()].some((one) => one === key || one.startsWith(`${key}/`));

  const slotsAt = (now: string): Slot[] =>
    parts.programmes.flatMap(
      ({ programme, plan, reminding }) =>
        slotsOf(copiesOf(programme, plan, { ...noReminding(programme.id), ...reminding }, now, isInLedger), {
          programme,
          groupsOf: (unit) =>
            receiversOf(
              programme,
              programme.units.find(({ id }) => id === unit),
              known,
            ),
          ledger: (key) => ledger.get(key),
          gonePlaces: (unit) =>
            [programme.units.find(({ id }) => id === unit)?.place, programme.place].filter(
              (one) => one !== undefined && places.get(one)?.goneSince !== undefined,
            ) as Place['id'][],
        }).slots,
    );
  const bundlesAt = (now: string): { receiver: string; bundles: Bundles }[] =>
    [...Map.groupBy(slotsAt(now), ({ receiver }) => receiverId(receiver))].map(([receiver, slots]) => ({
      receiver,
      bundles: bundlesOf(slots, Date.parse(now)),
    }));
  const settle = ({ part }: Slot, state: 'sent' | 'skipped', at: string) => void ledger.set(part, { state, at });

  return {
    ledger,
    programmes: parts.programmes,
    slotsAt,
    bundlesAt,
    settle,
    /** One heartbeat on which everything arrives: the messages of each receiver. Stale and skipped are settled, too. */
    beat(now: string): { receiver: string; slots: Slot[] }[] {
      const sent = [];
      for (const { receiver, bundles } of bundlesAt(now)) {
        for (const slots of bundles.messages) {
          for (const slot of slots) settle(slot, 'sent', now);
          sent.push({ receiver, slots });
        }
        for (const slot of [...bundles.stale, ...bundles.skipped.map((one) => one.slot)]) settle(slot, 'skipped', now);
      }
      return sent;
    },
  };
}
export type Town = ReturnType<typeof town>;

/** What a beat sent, in words: "felles: 7-days-before, on-the-day". */
export const told = (sent: ReturnType<Town['beat']>): string[] =>
  sent.map(({ receiver, slots }) => `${receiver}: ${slots.map(({ copy }) => copy.reminder.rule).join(', ')}`);
