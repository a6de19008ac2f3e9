import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Programme } from '#people/programme.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import type { PlanDraft } from '../draft.ts';
import { rowInFile, rowsByMonth } from '../view.ts';
import { button } from './common.ts';
import { differenceLines, differencesOfDraft, differencesPart } from './draft-differences.ts';
import { unitsIn } from './save-plan.ts';

/** Findings on the first card (CARDS rule 8), and rows or findings on a page of them. */
const shownFirst = 5;
const shownOnPage = 10;
/** Gates, and units, that are named on the card; the others are counted. */
const namesOnCard = 6;

/** A draft as somebody looks at it. */
export interface DraftSight {
  id: string;
  draft: PlanDraft;
  programme: Programme;
  /** The plan that stands, if there is one. */
  before: Plan | undefined;
  today: IsoDay;
  language: Language;
  /** What has happened in the meantime, above everything else. */
  note?: string | undefined;
}

/**
 * How a plan was understood: what could not be read first, then what is worth a second look. Of a first plan then the
 * rows by month, gates and units; of a file that revises one, what would change and how many units would be told. Asks
 * before it saves, and saves nothing where the file says what the plan says.
 */
export function draftCard(sight: DraftSight): Card {
  const { draft, before, language, programme, today } = sight;
  const { rows, refused, warnings } = draft;
  const changes = rows.length > 0 ? differencesOfDraft(draft, before, programme) : undefined;
  const revised = changes && before && differencesPart(changes, { plan: before, draft, programme, today, language });
  const gates = [...new Set(rows.flatMap((row) => row.gate ?? []))];
  const units = unitsIn(rows);
  const count = rows.length;
  const title = say(language, 'plan.read-title', { rows: count, gates: gates.length, units: units.length });
  const findings = refused.length + warnings.length;
  const warned = warnings.slice(0, Math.max(0, shownFirst - refused.length));
  const moreThan = (all: number, shown: number): string =>
    all > shown ? say(language, 'plan.finding-more', { count: all - shown }) : '';
  return fillCard(
    'plan/draft',
    {
      title,
      refusedTitle: refused.length > 0 ? say(language, 'plan.read-refused', { count: refused.length }) : '',
      refused: refused.slice(0, shownFirst).map((text) => ({ text })),
      refusedMore: moreThan(refused.length, shownFirst),
      warningsTitle:
        warnings.length > 0
          ? say(language, warned.length > 0 ? 'plan.read-warnings' : 'plan.read-warnings-later', {
              count: warnings.length,
            })
          : '',
      warnings: warned.map((text) => ({ text })),
      warningsMore: warned.length > 0 ? moreThan(warnings.length, warned.length) : '',
      months: revised ? [] : rowsByMonth(rows, language),
      gates:
        gates.length > 0 && !revised
          ? say(language, 'plan.read-gates', { gates: namesShown(gates, language, namesOnCard) })
          : '',
      units:
        units.length > 0 && !revised
          ? say(language, 'plan.read-units', { units: namesShown(units, language, namesOnCard) })
          : '',
      nothing: count === 0 ? say(language, 'plan.read-nothing') : '',
      note: sight.note ?? '',
      differencesTitle: revised?.differencesTitle ?? '',
      differences: revised?.differences ?? [],
      differencesMore: revised?.differencesMore ?? '',
      told: revised?.told ?? '',
      newUnits: revised?.newUnits ?? '',
      actions: draftActions(sight, { findings, changes: changes?.length, isLong: revised?.isLong === true }),
    },
    { summary: title, language },
  );
}

/** At most four (CARDS rule 3): the rows are shown where there is nothing nearer to look at. */
function draftActions(
  { id, draft, language }: DraftSight,
  { findings, changes, isLong }: { findings: number; changes: number | undefined; isLong: boolean },
): CardAction[] {
  const count = draft.rows.length;
  const page = (title: string, list: DraftList) => button(title, 'plan.draft-page', { draft: id, list, from: '0' });
  const drop = changes === 0 ? 'plan.close-draft' : 'plan.do-not-save';
  const looks = [
    ...(isLong ? [page(say(language, 'plan.differences-all'), 'changes')] : []),
    ...(findings > shownFirst ? [page(say(language, 'plan.show-findings'), 'findings')] : []),
    ...(count > 0 ? [page(say(language, 'plan.show-all'), 'rows')] : []),
  ];
  return [
    ...(count > 0 && changes !== 0
      ? [button(say(language, 'plan.save', { count }), 'plan.draft-save', { draft: id }, { style: 'positive' })]
      : []),
    ...looks.slice(0, 2),
    button(say(language, drop), 'plan.draft-drop', { draft: id }),
  ];
}

/** The lists that a draft can be looked at in. */
export const draftLists = ['rows', 'findings', 'changes'] as const;
type DraftList = (typeof draftLists)[number];

/** The rows, the findings or the changes of a draft, ten at a time. */
export function draftPage(sight: DraftSight, { list, from }: { list: DraftList; from: number }): Card {
  const { id, draft, before, programme, today, language } = sight;
  const lines = {
    rows: () => draft.rows.map((row) => rowInFile(row, today, language)),
    findings: () => [...draft.refused, ...draft.warnings].map((text) => ({ title: text, text: '' })),
    changes: () => differenceLines(differencesOfDraft(draft, before, programme) ?? [], { language, today }),
  }[list]();
  const start = from < lines.length ? from : 0;
  const to = Math.min(start + shownOnPage, lines.length);
  const title = say(language, `plan.page.${list}`, { from: start + 1, to, count: lines.length });
  return fillCard(
    'plan/page',
    {
      title,
      lines: lines.slice(start, to),
      actions: [
        ...(to < lines.length
          ? [button(say(language, 'plan.more'), 'plan.draft-page', { draft: id, list, from: String(to) })]
          : []),
        button(say(language, 'plan.back'), 'plan.draft-show', { draft: id }),
      ],
    },
    { summary: title, language },
  );
}
