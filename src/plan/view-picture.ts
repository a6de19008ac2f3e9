import { formatter } from '#calendar/date-words.ts';
import type { IsoDay, Language } from '#calendar/when.ts';
import { sameName } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import type { Gantt, GanttGroup, LegendEntry } from '#picture/gantt.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity } from './activity.ts';
import { isLate } from './asking/choose-rows.ts';
import type { Filter } from './asking/filter.ts';
import { type GroupedBy, groupByMonth, groupByUnit, type RowGroup } from './picture-groups.ts';
import { capital, periodText, whoseText } from './view.ts';
import { pictureAlt } from './view-picture-alt.ts';
import { pictureRow } from './view-picture-row.ts';

/** What a picture of the plan is to show. */
export interface PictureAbout {
  programme: Programme;
  /** The rows that were asked for, and by what; without a filter they are all rows of the plan. */
  rows: readonly Activity[];
  filter: Filter | undefined;
  by: GroupedBy;
  /** The units whose rows stand under them alone: those that were asked for, or the reader's own. */
  units: readonly string[];
  today: IsoDay;
  language: Language;
}

/** The plan as a picture: rows in groups, with all texts in the reader's language. */
export function pictureOf(about: PictureAbout): Gantt {
  const { programme, rows, by, today, units } = about;
  const language = spoken(about.language);
  const groups = by === 'unit' ? groupByUnit(rows, programme, units) : groupByMonth(rows);
  return {
    title: pictureTitle(about),
    subtitle: subtitleOf(rows, today, language),
    description: pictureAlt(about),
    language,
    today,
    groups: groups.map((group) => drawn(group, about)),
    time: by === 'unit' ? 'shared' : 'own',
    words: wordsIn(language, today),
  };
}

/** "Planen for Solvik kommune", "Planen for oktober": what the rows are that were asked for. */
export function pictureTitle({
  programme,
  filter,
  today,
  language,
}: Pick<PictureAbout, 'programme' | 'filter' | 'today' | 'language'>): string {
  const of = programme.name;
  switch (filter?.by) {
    case undefined:
    case 'undated':
    case 'halted':
      return say(language, 'plan.picture.title', { of });
    case 'late':
    case 'ahead':
      return say(language, `plan.picture.title-${filter.by}`, { of });
    case 'mine':
    case 'unit':
      if (filter.by === 'mine' && !filter.within) return say(language, 'plan.picture.title-mine');
      return say(language, 'plan.picture.title', { of: whoseText(filter, today, language) });
    case 'gate':
      return say(language, 'plan.picture.title', { of: filter.gate });
    case 'tag':
    case 'search': {
      const text = filter.by === 'tag' ? filter.tag : filter.text;
      return say(language, 'plan.picture.title', { of: say(language, 'plan.picture.quoted', { text }) });
    }
    case 'period':
      return say(language, 'plan.picture.title', { of: periodText(filter, today, language) });
  }
}

/** "28 rader · 2 forsinket" */
function subtitleOf(rows: readonly Activity[], today: IsoDay, language: Language): string {
  const late = rows.filter((row) => isLate(row, today)).length;
  return say(language, 'plan.picture.count', { count: rows.length, late });
}

function drawn({ of, rows }: RowGroup, { today, language }: PictureAbout): GanttGroup {
  const isUnderUnit = of.is === 'unit';
  const others = ({ units }: Activity): string[] =>
    of.is === 'unit' ? units.filter((name) => sameName(name) !== sameName(of.name)) : units;
  return {
    heading: headingOf(of, language),
    rows: rows.map((row) => pictureRow(row, { today, language, others: others(row), isUnderUnit })),
  };
}

function headingOf(of: RowGroup['of'], language: Language): string {
  switch (of.is) {
    case 'unit':
      return of.name;
    case 'month': {
      const first = Temporal.PlainDate.from(`${of.month}-01`);
      return capital(formatter(spoken(language), { month: 'long', year: 'numeric' }).format(first));
    }
    case 'undated':
      return say(language, 'plan.without-date');
    case 'shared':
      return say(language, 'plan.picture.shared');
    case 'nobody':
      return say(language, 'plan.picture.nobody');
  }
}

function wordsIn(language: 'nb' | 'sv' | 'en', today: IsoDay): Gantt['words'] {
  const quarter = (number: number): string => say(language, 'plan.picture.quarter', { quarter: number });
  const day = formatter(language, { day: 'numeric', month: 'long' }).format(Temporal.PlainDate.from(today));
  const legend: Record<LegendEntry, string> = {
    exact: say(language, 'plan.picture.legend.exact'),
    period: say(language, 'plan.picture.legend.period'),
    assumed: say(language, 'plan.picture.legend.assumed'),
    milestone: say(language, 'plan.picture.legend.milestone'),
    gate: say(language, 'plan.picture.legend.gate'),
    late: say(language, 'plan.picture.legend.late'),
    help: say(language, 'plan.state.help'),
    done: say(language, 'plan.state.done'),
    paused: say(language, 'plan.picture.paused'),
    cancelled: say(language, 'plan.picture.cancelled'),
  };
  return {
    today: say(language, 'plan.picture.today', { day }),
    week: say(language, 'plan.picture.week'),
    quarters: [quarter(1), quarter(2), quarter(3), quarter(4)],
    continued: say(language, 'plan.picture.continued'),
    part: (part, of) => say(language, 'plan.picture.part', { part, of }),
    legend,
  };
}
