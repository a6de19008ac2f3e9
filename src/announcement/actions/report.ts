import type { Language } from '#calendar/when.ts';
import { dayIn } from '#calendar/zone.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import type { PersonId } from '#people/person.ts';
import { namesShown, placeName } from '#people/view.ts';
import { say } from '#words/say.ts';
import { keyOf } from '../announcement.ts';
import { secondPersons } from '../approval.ts';
import { handKey, isRemindable, nextRound } from '../rounds.ts';
import { type Standing, standings } from '../standing.ts';
import { type Report, reportView } from '../view-report.ts';
import { arrivalsIn, ledgerGroup } from './ledger.ts';
import { type Found, knownIn, leadersSeat, nameOf } from './load.ts';
import { quietNow } from './quiet.ts';

/** How every receiver of an announcement stands. */
export async function standingsOf(
  { store, now }: Pick<World, 'store' | 'now'>,
  announcement: Found['announcement'],
): Promise<Standing[]> {
  if (!announcement.receivers) return [];
  const former = new Map<string, PersonId>();
  const unmet = new Set<string>();
  for (const { id, accounts, former: earlier = [] } of await store.persons.all()) {
    if (accounts.length === 0) unmet.add(id);
    for (const one of earlier) former.set(one, id);
  }
  const arrivals = arrivalsIn(await store.ledger.entries(ledgerGroup(announcement.id)), announcement, now());
  // Nothing is on its way to somebody without an account; it comes when they have one.
  for (const receiver of announcement.receivers) {
    const key = keyOf(receiver);
    if (unmet.has(key) && !arrivals.has(key)) arrivals.set(key, 'unmet');
  }
  return standings(announcement, {
    arrivals,
    acknowledgements: new Map(await store.acknowledgements.entries(announcement.id)),
    nowKnownAs: (id) => former.get(id) ?? id,
  });
}

/** Those who have not acknowledged and can be written to: everybody but people without an account. */
export async function remindable({ store }: Pick<World, 'store'>, all: readonly Standing[]): Promise<Standing[]> {
  const found = await Promise.all(
    all.map(async (one) => {
      if (one.acknowledged) return [];
      if ('place' in one.receiver) return [one];
      return (await store.persons.get(one.receiver.person))?.accounts.length ? [one] : [];
    }),
  );
  return found.flat();
}

/** All that is told of an announcement to those who lead. */
export async function reportOf(world: World, { announcement, programme }: Found, language: Language): Promise<Report> {
  const all = await standingsOf(world, announcement);
  const calendar = { zone: programme.timeZone, country: programme.country };
  const next = nextRound(announcement, calendar)?.toString();
  const { askable } = secondPersons(programme, announcement.by, (await knownIn(world, programme)).persons);
  const today = handKey(dayIn(programme.timeZone, world.now().toString()));
  return {
    announcement,
    standings: all,
    held: await heldOf(world, { announcement, programme }, all),
    unmet: await unmetNames(world, all, language),
    unitNames: new Map(programme.units.map(({ id, name }) => [id, name])),
    names: {
      author: await nameOf(world, announcement.by, language),
      corrector: announcement.corrected ? await nameOf(world, announcement.corrected.by, language) : '',
      approver: announcement.approved ? await nameOf(world, announcement.approved.by, language) : '',
      withdrawer: announcement.withdrawn ? await nameOf(world, announcement.withdrawn.by, language) : '',
    },
    asked: namesShown(
      askable.map(({ name }) => name),
      language,
    ),
    ...(next && all.some((one) => !one.acknowledged) ? { nextRound: next } : {}),
    toRemind:
      isRemindable(announcement) && !announcement.rounds.some(({ key }) => key === today)
        ? (await remindable(world, all)).length
        : 0,
  };
}

/** How many of those who still wait are left alone just now. */
async function heldOf(world: World, { announcement, programme }: Found, all: readonly Standing[]): Promise<number> {
  if (announcement.urgent) return 0;
  const quietUntil = quietNow(world, programme);
  let held = 0;
  for (const { arrival, receiver } of all) {
    if (arrival === 'waiting' && (await quietUntil(receiver))) held += 1;
  }
  return held;
}

/** Those whom Klar has not met: people's names, a few of them. */
async function unmetNames(world: Pick<World, 'store'>, all: readonly Standing[], language: Language): Promise<string> {
  const unmet = all.filter(({ arrival }) => arrival === 'unmet');
  return unmet.length === 0 ? '' : namesShown(unmet.map(await namesOfReceivers(world, unmet, language)), language);
}

/** The card on which those who lead see how it goes. */
export async function reportCard(
  world: World,
  found: Found,
  { language, all = false }: { language: Language; all?: boolean },
): Promise<Card> {
  const view = reportView(await reportOf(world, found, language), leadersSeat(world, found.programme, language), {
    all,
  });
  return fillCard('announcement/report', view, { summary: found.announcement.title, language });
}

/** What each receiver is called: people by name, places as people call them. */
export async function namesOfReceivers(
  { store }: Pick<World, 'store'>,
  all: readonly Standing[],
  language: Language,
): Promise<(one: Standing) => string> {
  const names = new Map<Standing, string>();
  for (const one of all) {
    const { receiver } = one;
    if ('person' in receiver) names.set(one, (await store.persons.get(receiver.person))?.name ?? '');
    else {
      const place = await store.places.get(receiver.place);
      names.set(one, place ? placeName(place, language) : '');
    }
  }
  return (one) => names.get(one) || say(language, 'announcement.someone');
}
