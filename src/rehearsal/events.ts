import { remindersOf } from '#reminder/reminder.ts';
import { defaultRules } from '#reminder/rules.ts';
import type { Store } from '#store/port.ts';

/**
 * The instants after `now` at which something falls due in any programme of a store, as ISO text: its reminders and the
 * polls that close by themselves. What the clock of a rehearsal halts at, and what "next event" goes to.
 */
export async function eventsAfter(store: Store, now: Temporal.Instant): Promise<string[]> {
  const plans = new Map((await store.plans.all()).map((plan) => [plan.id, plan]));
  const reminders = (await store.programmes.all()).flatMap(({ id, country, timeZone }) =>
    remindersOf(plans.get(id)?.activities ?? [], defaultRules, { country, zone: timeZone }).map(({ at }) => at),
  );
  const closings = (await store.polls.all()).flatMap(({ closesAt, closedAt }) =>
    closesAt !== undefined && closedAt === undefined ? [closesAt] : [],
  );
  return [...reminders, ...closings].filter((at) => Temporal.Instant.compare(at, now) > 0);
}
