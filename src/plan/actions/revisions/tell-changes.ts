import { createAgenda } from '#chat/agenda.ts';
import type { World } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Programme } from '#people/programme.ts';
import type { Plan } from '../../activity.ts';
import { readersChanges } from '../../revisions/changes-since.ts';
import { type Notice, toldUpTo, unitsTouched, whenToTell } from '../../revisions/notice.ts';
import { todayIn } from '../common.ts';
import { noticeSubject } from './notice-card.ts';
import { nextSending, sendNotice } from './send-notice.ts';

/** How long Klar goes on trying to reach a unit, days. After that the newest plan is what it needs. */
const triedForDays = 3;

/** How often Klar looks whether somebody who is left alone may be told after all, minutes. */
const lookedAtAgainMinutes = 30;

/** By programme: when what has changed in its plan is to be told. */
const untold = createAgenda({
  name: 'changes',
  follows: [{ of: (store) => store.plans }],
  async nextAt({ store }, id) {
    const plan = await store.plans.get(id);
    return plan && whenToTell(plan);
  },
});

/** By notice: those that somebody has still to get. */
const undelivered = createAgenda({
  name: 'notice',
  follows: [{ of: (store) => store.notices }],
  async nextAt(world, id) {
    const notice = await world.store.notices.get(id);
    const programme = notice && (await world.store.programmes.get(notice.programme));
    const next = programme && (await nextSending(world, programme, notice));
    // Whoever is left alone may change their hours meanwhile: it is looked at again now and then.
    const again = world.now().add({ minutes: lookedAtAgainMinutes });
    return next && (Temporal.Instant.compare(next, again) < 0 ? next : again);
  },
});

/**
 * One heartbeat of telling: what has changed since the units were told last is told when the plan has been quiet for a
 * while (`whenToTell`), and what a crash or a platform in trouble has kept from somebody is sent again.
 */
export async function tellChanges(world: World): Promise<void> {
  const due = new Set(await untold.due(world));
  for (const id of await undelivered.due(world)) {
    const notice = await world.store.notices.get(id);
    if (notice) due.add(notice.programme);
  }
  const notices = due.size > 0 ? await world.store.notices.all() : [];
  for (const id of due) {
    const programme = await world.store.programmes.get(id);
    if (!programme) continue;
    // One programme whose records cannot be read or saved keeps no other uninformed.
    await tellProgramme(world, programme, notices).catch((error: unknown) =>
      world.log.error({ err: error, programme: programme.id }, 'the changes of a plan were not told'),
    );
  }
}

async function tellProgramme(world: World, programme: Programme, all: readonly Notice[]): Promise<void> {
  const plan = await world.store.plans.get(programme.id);
  if (!plan) return;
  const mine = all.filter((one) => one.programme === programme.id);
  // Made before a crash, and then the revision was undone as if it had never been.
  for (const { id, to } of mine) {
    const now = await world.store.plans.get(programme.id);
    if (now && to > toldUpTo(now)) await world.store.notices.remove(id);
  }
  const due = whenToTell(plan);
  const made =
    due && Temporal.Instant.compare(due, world.now()) <= 0 ? await makeNotice(world, programme, plan) : undefined;
  const oldest = world.now().subtract({ hours: 24 * triedForDays });
  const known = mine.filter(({ id, to }) => id !== made?.id && to <= toldUpTo(plan));
  for (const notice of [...known, ...(made ? [made] : [])]) {
    // Not by a clock that cannot be believed.
    const isOver = !world.clock?.jumpedAt() && Temporal.Instant.compare(Temporal.Instant.from(notice.at), oldest) < 0;
    await sendNotice(world, programme, notice, { isOver });
    // Reminders that a crash cut off.
    const asked = notice.units.find(({ reminded }) => reminded !== undefined && reminded.came === undefined)?.reminded;
    if (asked) {
      const today = todayIn(world, programme);
      await sendNotice(world, programme, notice, { again: asked.day, isOver: asked.day !== today });
    }
  }
}

/**
 * Settles what is told to whom: the notice is saved first, then the plan counts as told, so that from then on undoing
 * makes a revision of its own. Sends nothing yet. Undefined when there is nothing to tell, or somebody was faster.
 */
export async function makeNotice(world: World, programme: Programme, plan: Plan): Promise<Notice | undefined> {
  const { store } = world;
  const from = toldUpTo(plan);
  const to = plan.revision;
  const newest = plan.revisions.at(-1);
  if (!newest || to <= from) return undefined;
  const units = unitsTouched(readersChanges(plan, from, to) ?? [], programme);
  // The act in the id: a revision that was undone has left its number to another one.
  const id = derivedId('notice', programme.id, String(from), String(to), newest.act ?? newest.at);
  const notice: Notice = { id, programme: programme.id, from, to, at: world.now().toString(), units };
  if (units.length > 0) await store.notices.add(notice);
  const isTold = await store.plans.change(programme.id, (now) => {
    const same = now.revisions.find(({ number }) => number === to);
    const isSame = same !== undefined && same.at === newest.at && same.act === newest.act;
    if (!isSame || toldUpTo(now) > to) return { outcome: false };
    return toldUpTo(now) === to ? { outcome: true } : { next: { ...now, told: to }, outcome: true };
  });
  if (!isTold) await store.notices.remove(id);
  if (!isTold || units.length === 0) return undefined;
  // A beat that came between the two may have taken the notice for what a crash left behind.
  await store.notices.add(notice);
  world.log.info({ programme: programme.id, from, to, units: units.length }, 'changes of the plan are told');
  return (await store.notices.get(id)) ?? notice;
}

/** When the next telling is due (ISO), for a clock that is moved by hand. */
export async function nextTelling(world: World): Promise<string[]> {
  const plans = await world.store.plans.all();
  const next = plans.flatMap((plan) => whenToTell(plan)?.toString() ?? []);
  for (const notice of await world.store.notices.all()) {
    const programme = await world.store.programmes.get(notice.programme);
    const held = programme && (await nextSending(world, programme, notice));
    // What can be sent now is sent at every beat.
    if (held && Temporal.Instant.compare(held, world.now()) > 0) next.push(held.toString());
  }
  return next;
}

/** Notices that somebody has seen lately: a crash may have come before their cards showed it. */
export async function liveNotices(world: World): Promise<string[]> {
  const since = world.now().subtract({ hours: 1 });
  const isRecent = (at: string) => Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0;
  return (await world.store.notices.all())
    .filter(({ units }) => units.some(({ seen }) => seen.some(({ at }) => isRecent(at))))
    .map(noticeSubject);
}
