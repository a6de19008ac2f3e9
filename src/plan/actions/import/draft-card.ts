import type { IsoDay, Language } from '#calendar/when.ts';
import type { Card, CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { findUnit } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import type { PlanDraft } from '../../draft.ts';
import type { UnitQuestion } from '../../reading/unit-questions.ts';
import { matchRows } from '../../revisions/match-rows.ts';
import { extentOf } from '../../revisions/part.ts';
import { stillStanding } from '../../revisions/still-standing.ts';
import { rowInFile, rowsByMonth } from '../../view.ts';
import { button } from '../common.ts';
import { differenceLines, differencesOfDraft, differencesPart, isPartOf } from './draft-differences.ts';
import { withAnswers } from './read-source.ts';
import { unitsIn } from './save-plan.ts';
import { openOf, unitChoices, unitQuestionField, unitQuestionText } from './units-card.ts';

/** Findings on the first card (CARDS rule 8), and rows or findings on a page of them. */
const shownFirst = 5;
const shownOnPage = 10;
/** Gates, and units, that are named on the card; the others are counted. */
const namesOnCard = 6;
/** Unclear names that are told there. */
const questionsShown = 3;

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
  const next = withAnswers(programme, draft.answers);
  const changes = rows.length > 0 ? differencesOfDraft(draft, before, programme) : undefined;
  const revised = changes && before && differencesPart(changes, { plan: before, programme: next, today, language });
  const gates = [...new Set(rows.flatMap((row) => row.gate ?? []))];
  const units = unitsMeant(rows, next);
  const fresh = units.filter((name) => !findUnit(programme, name));
  const names = (all: readonly string[]) => namesShown(all, language, namesOnCard);
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
      mend: mendText(sight),
      warningsTitle:
        warnings.length > 0
          ? say(language, warned.length > 0 ? 'plan.read-warnings' : 'plan.read-warnings-later', {
              count: warnings.length,
            })
          : '',
      warnings: warned.map((text) => ({ text })),
      warningsMore: warned.length > 0 ? moreThan(warnings.length, warned.length) : '',
      months: revised ? [] : rowsByMonth(rows, language),
      gates: gates.length > 0 && !revised ? say(language, 'plan.read-gates', { gates: names(gates) }) : '',
      units: units.length > fresh.length && !revised ? say(language, 'plan.read-units', { units: names(units) }) : '',
      nothing: count === 0 ? say(language, 'plan.read-nothing') : '',
      note: sight.note ?? '',
      differencesTitle: revised?.differencesTitle ?? '',
      differences: revised?.differences ?? [],
      differencesMore: revised?.differencesMore ?? '',
      told: revised?.told ?? '',
      newUnits:
        fresh.length > 0 && changes?.length !== 0 ? say(language, 'plan.new-units', { units: names(fresh) }) : '',
      ...asked(sight),
      part: partText(sight),
      actions: draftActions(sight, { findings, changes: changes?.length, isLong: revised?.isLong === true }),
    },
    { summary: title, language },
  );
}

/** What to do about rows that cannot be read, and that those which stand in the plan stay there as they are. */
function mendText({ draft: { rows, refused, unread }, before, language }: DraftSight): string {
  if (refused.length === 0 || rows.length === 0) return '';
  const continued = matchRows(before?.activities ?? [], rows).filter((one) => one !== undefined);
  const count = stillStanding(before?.activities ?? [], continued, unread).length;
  const mend = say(language, 'plan.refused-mend');
  return count > 0 ? `${mend} ${say(language, 'plan.refused-stays', { count })}` : mend;
}

/** That rows which are not among these stay in the plan, or that many of them go. */
function partText({ draft, before, language }: DraftSight): string {
  if (!before || draft.rows.length === 0) return '';
  const { known, missing, isMuch } = extentOf(before.activities, draft.rows, draft.unread);
  if (missing === 0) return '';
  const counts = { known, missing, all: known + missing };
  if (isPartOf(draft, before)) return say(language, 'plan.part', counts);
  return isMuch ? say(language, 'plan.part.gone', counts) : '';
}

/** The units that rows mean, each once, as the programme names them. */
function unitsMeant(rows: PlanDraft['rows'], programme: Programme): string[] {
  return [...new Set(unitsIn(rows).map((name) => findUnit(programme, name)?.name ?? name))];
}

/**
 * What is asked about the file: which sheet was read, which names belong together and which are still unclear. A single
 * question has its answers below it; several have a form.
 */
function asked({ id, draft, programme, language }: DraftSight) {
  const { sheet, sheets = [], answers } = draft;
  const open = openOf({ programme, draft });
  const [first] = open;
  const isOne = open.length === 1;
  const ask = (question: UnitQuestion) =>
    unitChoices(question, language, { short: true }).map(({ title, value }) =>
      button(title, 'plan.answer-units', { draft: id, [unitQuestionField(question)]: value }),
    );
  const merged = answers.same.map(({ name, as }) => `${name} = ${as}`);
  return {
    sheet:
      sheet !== undefined && sheets.length > 1 ? say(language, 'plan.sheet.read', { sheet, count: sheets.length }) : '',
    merged:
      merged.length > 0 ? say(language, 'plan.units.merged', { names: namesShown(merged, language, namesOnCard) }) : '',
    unclear: first
      ? [
          {
            title: say(language, 'plan.units.ask', { count: open.length }),
            questions: open
              .slice(0, questionsShown)
              .map((question) => ({ text: unitQuestionText(question, language) })),
            more:
              open.length > questionsShown
                ? say(language, 'plan.finding-more', { count: open.length - questionsShown })
                : '',
            actions: isOne
              ? ask(first)
              : [button(say(language, 'plan.units.answer', { count: open.length }), 'plan.ask-units', { draft: id })],
          },
        ]
      : [],
  };
}

/** What is seldom needed: how the file is read, in the menu. */
function readingActions({ id, draft, language }: DraftSight): CardAction[] {
  const { sheets = [], answers, isLines } = draft;
  const rare = (title: string, verb: string) => button(title, verb, { draft: id }, { mode: 'secondary' });
  const hasAnswers = answers.same.length + answers.apart.length + Object.keys(answers.lists).length > 0;
  return [
    ...(isLines ? [] : [rare(say(language, 'plan.columns.button'), 'plan.ask-columns')]),
    ...(sheets.length > 1 ? [rare(say(language, 'plan.sheet.other'), 'plan.ask-sheet')] : []),
    ...(hasAnswers ? [rare(say(language, 'plan.units.again'), 'plan.ask-units-again')] : []),
  ];
}

/** The other way to take rows that are not among these: they stay, or go. In sight where that is much of the plan. */
function partActions({ id, draft, before, language }: DraftSight): CardAction[] {
  if (!before || draft.rows.length === 0) return [];
  const { missing, isMuch } = extentOf(before.activities, draft.rows, draft.unread);
  if (missing === 0) return [];
  const isPart = isPartOf(draft, before);
  const title = say(language, isPart ? 'plan.part.replace' : 'plan.part.keep', { missing });
  const data = { draft: id, part: isPart ? 'no' : 'yes' };
  return [button(title, 'plan.draft-part', data, isMuch ? {} : { mode: 'secondary' })];
}

/** At most four (CARDS rule 3): the rows are shown where there is nothing nearer to look at. */
function draftActions(
  sight: DraftSight,
  { findings, changes, isLong }: { findings: number; changes: number | undefined; isLong: boolean },
): CardAction[] {
  const { id, draft, language } = sight;
  const count = draft.rows.length;
  const page = (title: string, list: DraftList) => button(title, 'plan.draft-page', { draft: id, list, from: '0' });
  const drop = changes === 0 ? 'plan.close-draft' : 'plan.do-not-save';
  const looks = [
    ...(isLong ? [page(say(language, 'plan.differences-all'), 'changes')] : []),
    ...(findings > shownFirst ? [page(say(language, 'plan.show-findings'), 'findings')] : []),
    ...(count > 0 ? [page(say(language, 'plan.show-all'), 'rows')] : []),
  ];
  const other = partActions(sight);
  const seen = other.filter((one) => !('mode' in one) || one.mode !== 'secondary');
  return [
    ...(count > 0 && changes !== 0
      ? [button(say(language, 'plan.save', { count }), 'plan.draft-save', { draft: id }, { style: 'positive' })]
      : []),
    ...seen,
    ...looks.slice(0, 2 - seen.length),
    button(say(language, drop), 'plan.draft-drop', { draft: id }),
    ...looks.slice(2 - seen.length).map((one) => ({ ...one, mode: 'secondary' as const })),
    ...other.filter((one) => !seen.includes(one)),
    ...readingActions(sight),
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
