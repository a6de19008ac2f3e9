import type { Awaiting, World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import { mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { type Announcement, keyOf } from '../announcement.ts';
import { isRemindable } from '../rounds.ts';
import { sayMoment } from '../view.ts';
import { isOneOf } from './load.ts';

/** The announcements that somebody has been sent and has not acknowledged, and those that wait for their approval. */
export async function awaiting(world: World, person: Person): Promise<Awaiting[]> {
  const { language, timeZone } = person;
  const found: Awaiting[] = [];
  for (const announcement of await world.store.announcements.all()) {
    const { id, asks, title, begunAt } = announcement;
    const toApprove = await approvalOf(world, announcement, person);
    if (toApprove) found.push(toApprove);
    if (asks === 'nothing' || !isRemindable(announcement) || begunAt === undefined) continue;
    const own = (announcement.receivers ?? []).filter((one) => 'person' in one && isOneOf(person, one.person));
    if (own.length === 0) continue;
    const given = await Promise.all(own.map((one) => world.store.acknowledgements.get(id, keyOf(one))));
    if (given.some((one) => one && !one.takenBack)) continue;
    const time = sayMoment(begunAt, { language, zone: timeZone, now: world.now().toString() });
    found.push({
      title: say(language, `announcement.awaiting.${asks}`, { title }),
      when: say(language, 'announcement.awaiting-when', { time }),
      due: begunAt,
      open: { title: say(language, 'announcement.button.show'), verb: 'announcement.show', data: { announcement: id } },
    });
  }
  return found;
}

async function approvalOf(world: World, announcement: Announcement, person: Person): Promise<Awaiting | undefined> {
  const { id, state, correction, askedAt } = announcement;
  const asked = state === 'awaiting' ? { at: askedAt, by: announcement.by } : announcement.approved && correction;
  if (asked?.at === undefined || isOneOf(person, asked.by)) return undefined;
  const programme = await world.store.programmes.get(announcement.programme);
  if (!programme || !mayLead(programme, person.id)) return undefined;
  const { language } = person;
  return {
    title: say(language, 'announcement.awaiting.approval', { title: announcement.title }),
    due: asked.at,
    open: {
      title: say(language, 'announcement.button.show'),
      verb: 'announcement.approval',
      data: { announcement: id, asked: asked.at },
    },
  };
}
