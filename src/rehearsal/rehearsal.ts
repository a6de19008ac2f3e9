import type { Language } from '#calendar/when.ts';
import type { PersonId } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Store } from '#store/port.ts';
import { type CastMember, castOf, placesSeenBy } from './cast.ts';
import { type MoveReport, newsOf, reportOf } from './report.ts';
import { type Seeding, seed } from './seed.ts';
import { type Moving, moveClock, type Step } from './steps.ts';

/** A programme that is played: what the page shows of it besides messages. */
export interface Rehearsal {
  /** IANA zone in which the clock is shown. */
  readonly timeZone: string;
  now(): Temporal.Instant;
  /** Everyone whom one can be. */
  cast(language: Language): Promise<CastMember[]>;
  /** What a person sees: channels, and their own chat last. */
  placesOf(person: PersonId): Promise<Place[]>;
  /** Moves the clock, one move after another, and tells what was sent where. */
  move(step: Step, language: Language): Promise<MoveReport>;
}

/**
 * Starts a rehearsal on a store of its own: fills it with the example programme when it is empty.
 * @param parts.surface The page.
 * @param parts.beat One heartbeat of the house that plays it, resolved when all that it sends has been sent.
 * @param parts.nextEvents The instants at which something falls due next (`House.nextEvents`).
 */
export async function startRehearsal({
  store,
  surface,
  workspace,
  ...moving
}: Omit<Seeding, 'now'> & Moving): Promise<Rehearsal> {
  const { clock, timeZone } = moving;
  await seed({ store, surface, workspace, now: clock.now(), timeZone });

  const players = async () =>
    (await store.persons.all()).filter((p) => p.accounts.some((a) => a.surface === 'web' && a.workspace === workspace));
  const cast = async (language: Language) => castOf(await players(), await store.programmes.all(), language);
  const placesOf = async (person: PersonId) =>
    placesSeenBy(person, await store.places.all(), await store.programmes.all(), workspace);

  async function move(step: Step, language: Language): Promise<MoveReport> {
    const before = await store.messages.all();
    const moved = await moveClock(step, moving);
    const people = await cast(language);
    const seen = new Map<string, string>();
    // From the last to the first: in the end a place's witness is the one nearest the lead.
    for (const { person } of people.toReversed()) {
      for (const place of await placesOf(person.id)) seen.set(place.id, person.id);
    }
    return reportOf(newsOf(before, await store.messages.all()), {
      moved,
      now: clock.now(),
      timeZone,
      language,
      places: await store.places.all(),
      people: people.map(({ person }) => person),
      witness: (place) => seen.get(place.id) ?? '',
    });
  }

  let last: Promise<unknown> = Promise.resolve();
  return {
    timeZone,
    now: () => clock.now(),
    cast,
    placesOf,
    move(step, language) {
      const next = last.then(() => move(step, language));
      last = next.catch(() => {});
      return next;
    },
  };
}

/** Before the first reminders of a day, so that a newcomer sees them come. */
const STARTS_AT = '08:00';

/**
 * Where a rehearsal's clock starts: this morning, or where it stood when the rehearsal was last played on this store. A
 * clock never goes back, and what is stored must not lie in its future.
 */
export async function rehearsalStart(
  store: Store,
  today: Temporal.Instant,
  timeZone: string,
): Promise<Temporal.Instant> {
  const morning = today.toZonedDateTimeISO(timeZone).withPlainTime(STARTS_AT).toInstant();
  const known = [
    ...(await store.messages.all()).map(({ at }) => at),
    ...(await store.plans.all()).flatMap(({ revisions }) => revisions.map(({ at }) => at)),
    ...(await store.audit.all()).map(({ at }) => at),
  ].map((at) => Temporal.Instant.from(at));
  return [morning, ...known].sort(Temporal.Instant.compare).at(-1) ?? morning;
}
