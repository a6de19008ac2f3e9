import type { Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { placeName } from '#people/view.ts';
import { needsSecond, secondPersons } from '../approval.ts';
import { reachOf } from '../audience.ts';
import { approvalTitle, approvalView, type Before, type Decided, previewView } from '../view-preview.ts';
import { type Found, knownIn, leadersSeat, nameOf } from './load.ts';

/** Whom an announcement would reach now, and who could approve it. */
export async function beforeSending(world: World, { announcement, programme }: Found) {
  const known = await knownIn(world, programme);
  const reach = reachOf(programme, announcement, known);
  const reached = reach.receivers.length - reach.unmet.length;
  return {
    ...reach,
    known,
    reached,
    needsSecond: needsSecond(programme, announcement, reached),
    second: secondPersons(programme, announcement.by, known.persons),
  };
}

async function beforeOf(world: World, found: Found, language: Language): Promise<Before> {
  const { announcement, programme } = found;
  const now = await beforeSending(world, found);
  const { persons, places } = now.known;
  const name = (id: string) => persons.get(id)?.name ?? [];
  const unmet = new Set<string>(now.unmet);
  return {
    announcement,
    programme,
    author: await nameOf(world, announcement.by, language),
    persons: now.receivers.flatMap((one) => ('person' in one && !unmet.has(one.person) ? name(one.person) : [])),
    places: now.receivers.flatMap((one) => {
      const place = 'place' in one ? places.get(one.place) : undefined;
      return place ? [placeName(place, language)] : [];
    }),
    unmet: now.unmet.flatMap(name),
    unreachedUnits: programme.units.filter(({ id }) => now.unreached.includes(id)).map((unit) => unit.name),
    reached: now.reached,
    needsSecond: now.needsSecond,
    second: {
      askable: now.second.askable.map((one) => one.name),
      unmet: now.second.unmet.map((one) => one.name),
    },
    ...(announcement.declined ? { decliner: await nameOf(world, announcement.declined.by, language) } : {}),
  };
}

/**
 * What the author looks at before it is sent.
 * @param note What has just come of a press on it, in words.
 */
export async function previewCard(world: World, found: Found, language: Language, note?: string): Promise<Card> {
  const before = await beforeOf(world, found, language);
  const view = previewView(before, leadersSeat(world, found.programme, language), note);
  return fillCard('announcement/preview', view, { summary: found.announcement.title, language });
}

/**
 * What a second person is asked to approve; when it has been decided, or there is nothing to decide any more, it says so.
 * @param askedAt When they were asked: of an earlier asking only that it is over is shown.
 */
export async function approvalCard(
  world: World,
  found: Found,
  { askedAt, language }: { askedAt: string; language: Language },
): Promise<Card> {
  const { announcement } = found;
  const { correction } = announcement;
  const isCorrection = correction?.at === askedAt || announcement.corrected?.at === askedAt;
  const shown = correction?.at === askedAt ? { ...announcement, ...correction, by: announcement.by } : announcement;
  const before = await beforeOf(
    world,
    { ...found, announcement: { ...announcement, title: shown.title, text: shown.text } },
    language,
  );
  const author = isCorrection
    ? await nameOf(world, correction?.by ?? announcement.corrected?.by, language)
    : before.author;
  const decided = await decisionOn(world, found, { askedAt, language });
  const view = approvalView(
    { ...before, author },
    { decided, isCorrection, askedAt },
    leadersSeat(world, found.programme, language),
  );
  return fillCard('announcement/approval', view, {
    summary: approvalTitle({ announcement, author }, isCorrection, leadersSeat(world, found.programme, language)),
    language,
  });
}

/** What has become of something that was to be approved; undefined while it waits. */
async function decisionOn(
  world: World,
  { announcement }: Found,
  { askedAt, language }: { askedAt: string; language: Language },
): Promise<Decided | undefined> {
  const { state, approved, declined, correction } = announcement;
  if (state === 'awaiting' && announcement.askedAt === askedAt) return undefined;
  if (correction?.at === askedAt) return undefined;
  const isThis = announcement.askedAt === askedAt;
  if (isThis && approved) {
    return { as: 'approved', name: await nameOf(world, approved.by, language), at: approved.at, why: '' };
  }
  if (isThis && declined) {
    return { as: 'declined', name: await nameOf(world, declined.by, language), at: declined.at, why: declined.why };
  }
  return { as: 'gone' };
}
