import type { Country, IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { say, spoken } from '#words/say.ts';
import { sayWarning } from '#words/say-problem.ts';
import type { Activity } from './activity.ts';
import type { Dated } from './dependencies/follow.ts';
import type { Push } from './dependencies/push.ts';
import { dateWarnings } from './reading/warnings.ts';
import { capital } from './view.ts';
import { dateChange } from './view-changes.ts';

/** Rows on a card (CARDS rule 8). */
const shown = 5;
/** Names in a sentence. */
const named = 3;

/** "K3 · Visualisering deles" */
export const nameOf = ({ gate, title }: Pick<Activity, 'gate' | 'title'>): string =>
  gate ? `${gate} · ${title}` : title;

/** "A; B; C og 2 til" */
export function namesOf(rows: readonly Pick<Activity, 'gate' | 'title'>[], language: Language): string {
  const more = rows.length - named;
  const names = rows.slice(0, named).map(nameOf).join('; ');
  return more > 0 ? `${names} ${say(language, 'plan.finding-more', { count: more })}` : names;
}

/** What a move means, before it is made: from when to when, what is odd about the date, what it pushes. */
export function moveData(
  activity: Activity,
  to: { when: Dated; time?: string | undefined; reason: string },
  push: Push,
  { today, language, country }: { today: IsoDay; language: Language; country: Country },
) {
  const { when, reason } = to;
  const telling = { language, today };
  const line = (row: Activity, landing: Dated) => capital(dateChange(row, { ...row, when: landing }, telling));
  const { pushed, undated } = push;
  const gates = pushed.filter(({ activity: { kind } }) => kind === 'gate').map((one) => one.activity);
  const moved = { ...activity, when, ...(to.time === undefined ? {} : { time: to.time }) };
  return {
    title: say(language, 'plan.move-question', { title: nameOf(activity) }),
    change: capital(dateChange(activity, moved, telling)),
    reason: reason === '' ? '' : say(language, 'plan.move-reason', { reason }),
    warnings: warningsOf(moved, push.before, { today, language, country }).map((text) => ({ text: `! ${text}` })),
    pushes:
      pushed.length === 0
        ? say(language, 'plan.move-pushes-nothing')
        : say(language, 'plan.move-pushes', { count: pushed.length }),
    rows: pushed.slice(0, shown).map((one) => ({ title: nameOf(one.activity), when: line(one.activity, one.to) })),
    more: pushed.length > shown ? say(language, 'plan.finding-more', { count: pushed.length - shown }) : '',
    gates: gates.length === 0 ? '' : `! ${say(language, 'plan.move-gates', { gates: namesOf(gates, language) })}`,
    undated: undated.length === 0 ? '' : say(language, 'plan.move-undated', { rows: namesOf(undated, language) }),
  };
}

function warningsOf(
  moved: Activity & { when: Dated },
  before: readonly Activity[],
  { today, language, country }: { today: IsoDay; language: Language; country: Country },
): string[] {
  return [
    ...(moved.when.end < today ? [say(language, 'plan.move-past')] : []),
    ...dateWarnings([moved], country).map(({ problem }) => sayWarning(language, problem, moved.when.text)),
    ...before.map((one) =>
      say(language, 'plan.move-before', {
        title: nameOf(one),
        when: writeWhen(one.when, spoken(language), { today }),
      }),
    ),
  ];
}
