import type { World } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import type { NextReminder } from '../checklist-times.ts';
import { type OtherComing, type OtherReceiver, otherComing } from '../coming-others.ts';
import { allComingTo, type ChecklistDesk, checklistDeskOf, comingTo } from './checklist-desk.ts';
import { hasAnswered, pollDeskOf } from './poll-desk.ts';

/** The reminders of a programme's checklists and polls that are still to come, as long as nobody answers anything. In no order. */
export const othersAhead = (world: World, programme: Programme): Promise<OtherComing[]> =>
  gathered(world, programme, {
    ofUnits: (desk, nowMs) =>
      allComingTo(desk, nowMs).flatMap(({ ahead, ...to }) => ahead.map((next) => ({ ...to, next }))),
    isAt: (atMs, nowMs) => atMs > nowMs,
  });

/** Those that have come due: they go out with the next beat, or wait because the programme is held back. In no order. */
export const othersWaiting = (world: World, programme: Programme): Promise<OtherComing[]> =>
  gathered(world, programme, {
    ofUnits: (desk, nowMs) => comingTo(desk, nowMs).flatMap(({ due, ...to }) => (due ? [{ ...to, next: due }] : [])),
    isAt: (atMs, nowMs) => atMs <= nowMs,
  });

/** Which of them are asked for. */
interface Which {
  ofUnits(
    desk: ChecklistDesk,
    nowMs: number,
  ): (Pick<ReturnType<typeof comingTo>[number], 'unit' | 'receiver'> & { next: NextReminder })[];
  isAt(atMs: number, nowMs: number): boolean;
}

async function gathered(world: World, programme: Programme, which: Which): Promise<OtherComing[]> {
  const nowMs = world.now().epochMilliseconds;
  const found: (OtherComing | undefined)[] = [];
  for (const { id, programme: of } of await world.store.checklists.all()) {
    const desk = of === programme.id ? await checklistDeskOf(world, id, { isAsked: true }) : undefined;
    if (!desk) continue;
    // What one rule says comes at one time to most units, and stands in one line.
    for (const same of Map.groupBy(which.ofUnits(desk, nowMs), ({ next }) => next.reminder.rule).values()) {
      const to = same.map(({ unit, receiver, next }) => ({ receiver, unit: unit.unit.id, atMs: next.atMs }));
      found.push(otherComing({ is: 'checklist', checklist: desk.checklist }, to));
    }
  }
  for (const { id, programme: of, closedAt } of await world.store.polls.all()) {
    const desk =
      of === programme.id && closedAt === undefined ? await pollDeskOf(world, id, { isAsked: true }) : undefined;
    if (!desk) continue;
    const to: OtherReceiver[] = [];
    for (const { receiver, atMs, isSkipped } of desk.open) {
      if (isSkipped || !which.isAt(atMs, nowMs)) continue;
      // Of an anonymous poll it is its place that hears, and nobody asks who has answered.
      if (receiver.is === 'person' && (await hasAnswered(world, desk.poll, receiver.person))) continue;
      to.push({ receiver, atMs });
    }
    found.push(otherComing({ is: 'poll', poll: desk.poll }, to));
  }
  return found.filter((one) => one !== undefined);
}
