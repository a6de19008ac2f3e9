import { dayIn } from '#calendar/zone.ts';
import type { Awaiting, World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import { answersFor } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { unitsText } from './notice-card.ts';

/** What is older than this is no news any more, days. */
const newsForDays = 14;

/** What somebody who answers for a unit has not looked at yet: messages that nobody in the unit has said to have seen. */
export async function awaitingNotices(world: World, person: Person): Promise<Awaiting[]> {
  const { language } = person;
  const oldest = world.now().subtract({ hours: 24 * newsForDays });
  const found: Awaiting[] = [];
  for (const notice of await world.store.notices.all()) {
    if (Temporal.Instant.compare(Temporal.Instant.from(notice.at), oldest) < 0) continue;
    const programme = await world.store.programmes.get(notice.programme);
    for (const [at, { unit, name, seen, came }] of notice.units.entries()) {
      const known = programme?.units.find(({ id }) => id === unit);
      if (!programme || !known || seen.length > 0 || came === undefined || !answersFor(known, person.id)) continue;
      found.push({
        title: say(language, 'plan.notice.awaiting', { unit: name, revision: notice.to }),
        due: dayIn(programme.timeZone, notice.at),
        open: {
          title: say(language, 'plan.open'),
          verb: 'plan.notice-open',
          data: { notice: notice.id, units: unitsText([at]) },
        },
      });
    }
  }
  return found;
}
