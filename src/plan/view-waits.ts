import type { IsoDay, Language } from '#calendar/when.ts';
import { say } from '#words/say.ts';
import type { Activity } from './activity.ts';
import { isLate } from './asking/choose-rows.ts';
import type { CriticalLine } from './dependencies/critical-line.ts';
import { isTooEarly } from './dependencies/follow.ts';
import { rowLine } from './view.ts';
import { nameOf } from './view-move.ts';

/** Rows on a card (CARDS rule 8). */
export const shownAtOnce = 5;

/** What a row waits for, and what waits for it: each part with its heading, its rows and how many more there are. */
export function dependsData(
  activity: Activity,
  activities: readonly Activity[],
  { today, language }: { today: IsoDay; language: Language },
) {
  const before = activities.filter(({ id }) => activity.dependsOn.includes(id));
  const after = activities.filter(({ dependsOn }) => dependsOn.includes(activity.id));
  const part = (
    key: 'plan.depends-before' | 'plan.depends-after',
    rows: readonly Activity[],
    wrong: (row: Activity) => string,
  ) =>
    rows.length === 0
      ? []
      : [
          {
            heading: say(language, key, { count: rows.length }),
            rows: rows.slice(0, shownAtOnce).map((row) => {
              const line = rowLine(row, today, language);
              const remark = wrong(row);
              return {
                id: row.id as string,
                title: line.title,
                when: remark === '' ? line.when : `${line.when} · ${remark}`,
                tone: remark === '' ? line.tone : 'Attention',
              };
            }),
            more:
              rows.length > shownAtOnce ? say(language, 'plan.finding-more', { count: rows.length - shownAtOnce }) : '',
          },
        ];
  const parts = [
    ...part('plan.depends-before', before, (row) =>
      isTooEarly(activity, row) ? say(language, 'plan.depends-early') : '',
    ),
    ...part('plan.depends-after', after, (row) =>
      isTooEarly(row, activity) ? say(language, 'plan.depends-too-early') : '',
    ),
  ];
  return {
    title: say(language, 'plan.depends-title', { title: activity.title }),
    empty: parts.length === 0 ? say(language, 'plan.depends-none') : '',
    parts,
  };
}

/** The gates that wait for something, a line each: which, when, how long its chain is. */
export function gateLines(lines: readonly CriticalLine[], today: IsoDay, language: Language) {
  return lines.map(({ gate, rows, length }) => ({
    ...rowLine(gate, today, language),
    units: say(language, 'plan.critical-length', { count: rows, days: length }),
    id: gate.id as string,
  }));
}

/** The rows of the chain to a gate, a line each: which, when, and how much later it can be. */
export function criticalData({ gate, rows, length, links }: CriticalLine, today: IsoDay, language: Language) {
  const chain = links();
  return {
    title: say(language, 'plan.critical-title', { gate: nameOf(gate), count: rows, days: length }),
    text: say(language, 'plan.critical-text'),
    rows: chain.map(({ activity, slack }, index) => {
      const next = chain[index + 1]?.activity;
      const isWrong = next !== undefined && isTooEarly(next, activity);
      const units = isWrong
        ? `! ${say(language, 'plan.critical-overlap')}`
        : slack === undefined || activity.state === 'done'
          ? ''
          : say(language, 'plan.critical-slack', { days: Math.max(0, slack) });
      const tone = isWrong || isLate(activity, today) ? 'Attention' : 'Default';
      return { ...rowLine(activity, today, language), units, tone, id: activity.id as string };
    }),
  };
}
