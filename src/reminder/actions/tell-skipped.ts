import { writeInstant } from '#calendar/write-date.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import { mayHearFrom, waitedForUntil } from '#people/leave-alone.ts';
import type { Person, PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { button, todayIn } from '#plan/actions/common.ts';
import { unitsShown } from '#plan/as-known.ts';
import { say, spoken } from '#words/say.ts';
import type { Slot } from '../due.ts';
import type { Desk } from './desk.ts';
import { hearsOfSeveral } from './in-several.ts';

/** Rows on the card (CARDS rule 8). */
const shown = 5;

/** Those of some people who have an account, so that they may be written to. */
export async function withAccounts({ store }: Pick<World, 'store'>, ids: readonly PersonId[]): Promise<Person[]> {
  const found = await Promise.all(ids.map((id) => store.persons.get(id)));
  return found.filter((person) => person !== undefined && person.accounts.length > 0) as Person[];
}

/** When those who own a programme can be told something by the clock: all of them at once, but nobody is waited for who is away for days. */
export async function mayBeToldAt(
  world: Pick<World, 'store' | 'now'>,
  programme: Programme,
): Promise<Temporal.Instant> {
  const now = world.now();
  const at = (await withAccounts(world, programme.owners)).map(
    (owner) => mayHearFrom(now, owner, programme).epochMilliseconds,
  );
  const latest = waitedForUntil(now, programme).epochMilliseconds;
  const soon = at.filter((ms) => ms <= latest);
  return Temporal.Instant.fromEpochMilliseconds(
    Math.max(now.epochMilliseconds, ...(soon.length > 0 ? soon : at.slice(0, 1))),
  );
}

/**
 * Tells those who own a programme which reminders were missed and help no more, in one card each. Before they are settled, so that a crash between
 * the two loses none.
 * @returns False when an owner is to be tried again: in their quiet hours, or where the platform did not answer.
 */
export async function tellSkipped(world: World, desk: Desk, stale: readonly Slot[]): Promise<boolean> {
  const { programme } = desk;
  const now = world.now();
  if (Temporal.Instant.compare(await mayBeToldAt(world, programme), now) > 0) return false;
  const name = `skipped/${derivedId(...new Set(stale.map(({ copy }) => copy.key)))}`;
  let isTold = true;
  for (const owner of await withAccounts(world, programme.owners)) {
    if (Temporal.Instant.compare(mayHearFrom(now, owner, programme), waitedForUntil(now, programme)) > 0) continue;
    const once = { group: programme.id, key: `${name}/${owner.id}`, again: true };
    const came = await world.outbox.tell(
      owner,
      skippedCard(world, desk, stale, owner, await hearsOfSeveral(world, owner.id)),
      {
        once,
      },
    );
    if (came.state === 'unreachable') isTold = false;
  }
  return isTold;
}

/** @param isNamed The owner hears of several programmes: "plan" typed may be another one. */
function skippedCard(
  world: Pick<World, 'now'>,
  { programme }: Desk,
  stale: readonly Slot[],
  { language }: Person,
  isNamed: boolean,
): Card {
  const today = todayIn(world, programme);
  const reminders = [
    ...new Map(stale.map(({ copy }) => [`${copy.reminder.activity}\n${copy.reminder.rule}`, copy])).values(),
  ];
  const rows = [...Map.groupBy(reminders, ({ reminder }) => reminder.activity).values()]
    .map((copies) => ({ copies, last: copies.reduce((one, other) => (other.atMs > one.atMs ? other : one)) }))
    .toSorted((one, other) => other.last.atMs - one.last.atMs || one.last.reminder.row - other.last.reminder.row);
  const count = reminders.length;
  const title = say(language, 'reminder.skipped-title', { count, programme: programme.name });
  return fillCard(
    'reminder/skipped',
    {
      title,
      text: say(language, 'reminder.skipped', { count }),
      rows: rows.slice(0, shown).map(({ copies, last: { reminder } }) => ({
        title: reminder.title,
        when: say(language, 'reminder.skipped-row', {
          count: copies.length,
          when: writeInstant(reminder.at, programme.timeZone, spoken(language), { today }),
        }),
        units: unitsShown(programme, { units: [...reminder.to] }),
        actions: [
          button(say(language, 'reminder.open'), 'plan.row', { programme: programme.id, activity: reminder.activity }),
        ],
      })),
      more:
        rows.length > shown
          ? say(language, isNamed ? 'reminder.list-more' : 'reminder.several-more', { count: rows.length - shown })
          : '',
    },
    { summary: title, language },
  );
}
