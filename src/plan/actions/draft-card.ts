import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../activity.ts';
import type { PlanDraft } from '../draft.ts';
import { rowInFile, rowsByMonth } from '../view.ts';
import { button } from './common.ts';
import { unitsIn } from './save-plan.ts';

/** Findings on the first card (CARDS rule 8), and rows or findings on a page of them. */
const shownFirst = 5;
const shownOnPage = 10;
/** Gates, and units, that are named on the card; the others are counted. */
const namesOnCard = 6;

/**
 * How a plan was understood: what could not be read first, then what is worth a second look, rows by month, gates and
 * units. Asks before it saves.
 */
export function draftCard(language: Language, id: string, draft: PlanDraft, before: Plan | undefined): Card {
  const { rows, refused, warnings } = draft;
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
      months: rowsByMonth(rows, language),
      gates:
        gates.length > 0 ? say(language, 'plan.read-gates', { gates: namesShown(gates, language, namesOnCard) }) : '',
      units:
        units.length > 0 ? say(language, 'plan.read-units', { units: namesShown(units, language, namesOnCard) }) : '',
      replaces:
        count === 0
          ? say(language, 'plan.read-nothing')
          : before && before.activities.length > 0
            ? say(language, 'plan.read-replaces', { rows: before.activities.length, revision: before.revision })
            : '',
      actions: [
        ...(count > 0
          ? [
              button(say(language, 'plan.save', { count }), 'plan.draft-save', { draft: id }, { style: 'positive' }),
              button(say(language, 'plan.show-all'), 'plan.draft-page', { draft: id, list: 'rows', from: '0' }),
            ]
          : []),
        ...(findings > shownFirst
          ? [button(say(language, 'plan.show-findings'), 'plan.draft-page', { draft: id, list: 'findings', from: '0' })]
          : []),
        button(say(language, 'plan.do-not-save'), 'plan.draft-drop', { draft: id }),
      ],
    },
    { summary: title, language },
  );
}

/** The rows or the findings of a draft, ten at a time. */
export function draftPage(
  language: Language,
  id: string,
  draft: PlanDraft,
  { list, from, today }: { list: 'rows' | 'findings'; from: number; today: IsoDay },
): Card {
  const lines =
    list === 'rows'
      ? draft.rows.map((row) => rowInFile(row, today, language))
      : [...draft.refused, ...draft.warnings].map((text) => ({ title: text, text: '' }));
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
