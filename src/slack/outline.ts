import type { z } from 'zod';
import type {
  Card,
  CardAction,
  Column,
  ColumnSet,
  choiceInput,
  dateInput,
  Element,
  textBlock,
  textInput,
} from '#card/card.ts';

type TextBlock = z.infer<typeof textBlock>;
type Input = z.infer<typeof textInput> | z.infer<typeof choiceInput> | z.infer<typeof dateInput>;

import { visible } from './plain-text.ts';

/** A stretch of text, or a person by their Slack id. */
export type Run = { text: string; bold: boolean } | { user: string };

/** A card as Slack can show it: a list, without nesting. */
export type Item =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; runs: Run[] }
  | { kind: 'subtle'; text: string }
  | { kind: 'divider' }
  | { kind: 'image'; url: string; altText: string }
  | { kind: 'row'; text: string; action: CardAction }
  | { kind: 'actions'; actions: CardAction[] }
  | { kind: 'input'; input: Input };

/** How an element stands to the one before it. */
interface Gap {
  spacing?: string | undefined;
  separator?: boolean | undefined;
}

const close = (gap: Gap) => !gap.separator && (gap.spacing === 'None' || gap.spacing === 'Small');

/**
 * Lays a card out for Slack. Lines that stand close together become one paragraph, so that a list is not torn apart by
 * Slack's wide gaps; two columns become a line, or a text with its button beside it.
 * @param workspace Where the card will stand: people with an account there are mentioned, others are named.
 */
export function outline(card: Card, workspace: string): Item[] {
  const items: Item[] = [];
  walk(card.content.body, {}, items, card, workspace);
  if (card.content.actions?.length) items.push({ kind: 'actions', actions: card.content.actions });
  // Slack shows no message without words.
  return items.length > 0 ? items : [{ kind: 'text', runs: [{ text: visible(card.summary), bold: false }] }];
}

function walk(elements: readonly Element[], gap: Gap, items: Item[], card: Card, workspace: string): void {
  let before: Element | undefined;
  for (const element of elements) {
    if ('isVisible' in element && element.isVisible === false) continue;
    // The first one in a container stands to what came before as the container does.
    const own: Gap = before ? element : { spacing: gap.spacing ?? element.spacing, separator: separatorOf(element) };
    switch (element.type) {
      case 'TextBlock':
        addText(element, own, items, card, workspace);
        break;
      case 'Image':
        divide(own, items);
        items.push({ kind: 'image', url: element.url, altText: element.altText });
        break;
      case 'FactSet':
        addLines(
          element.facts.flatMap(({ title, value }, n) => [
            { text: `${n > 0 ? '\n' : ''}${title}: `, bold: true },
            { text: value, bold: false },
          ]),
          own,
          items,
        );
        break;
      case 'ColumnSet':
        addColumns(element, own, before, items, card, workspace);
        break;
      case 'Container':
        divide(own, items);
        walk(element.items, { spacing: own.spacing ?? 'Default' }, items, card, workspace);
        break;
      case 'ActionSet': {
        divide(own, items);
        const last = items.at(-1);
        if (last?.kind === 'actions' && close(own)) last.actions = [...last.actions, ...element.actions];
        else items.push({ kind: 'actions', actions: element.actions });
        break;
      }
      default:
        items.push({ kind: 'input', input: element });
    }
    before = element;
  }
}

const separatorOf = (element: Element) => ('separator' in element ? element.separator : undefined);

function divide(gap: Gap, items: Item[]): void {
  if (gap.separator && items.length > 0 && items.at(-1)?.kind !== 'divider') items.push({ kind: 'divider' });
}

function addText(block: TextBlock, gap: Gap, items: Item[], card: Card, workspace: string): void {
  if (block.text.trim() === '') return;
  if (block.style === 'heading') {
    divide(gap, items);
    items.push({ kind: 'heading', text: block.text });
  } else if (block.isSubtle && !(close(gap) && items.at(-1)?.kind === 'text')) {
    divide(gap, items);
    items.push({ kind: 'subtle', text: block.text });
  } else {
    const people = block.id === 'mentions' && card.mentions ? mentionRuns(card.mentions, workspace) : [];
    addLines(people.length > 0 ? people : [{ text: block.text, bold: block.weight === 'Bolder' }], gap, items);
  }
}

/** Joins the paragraph before when it stands close to it, else begins a new one. */
function addLines(runs: Run[], gap: Gap, items: Item[]): void {
  divide(gap, items);
  const last = items.at(-1);
  if (last?.kind === 'text' && close(gap)) last.runs = [...last.runs, { text: '\n', bold: false }, ...runs];
  else items.push({ kind: 'text', runs });
}

function mentionRuns(mentions: NonNullable<Card['mentions']>, workspace: string): Run[] {
  return mentions.flatMap(({ name, accounts }, n): Run[] => {
    const here = accounts.find(
      (a) => a.surface === 'slack' && a.workspace === workspace && /^[UW][A-Z0-9]+$/.test(a.user),
    );
    return [...(n > 0 ? [{ text: ', ', bold: false }] : []), here ? { user: here.user } : { text: name, bold: false }];
  });
}

function addColumns(
  set: ColumnSet,
  gap: Gap,
  before: Element | undefined,
  items: Item[],
  card: Card,
  workspace: string,
): void {
  const [left, right] = set.columns;
  const leftTexts = left && textsOf(left);
  const rightTexts = right && textsOf(right);
  const onlyButton = right && buttonAlone(right);
  if (leftTexts && onlyButton) {
    divide(gap, items);
    items.push({ kind: 'row', text: leftTexts.map((t) => t.text).join('\n'), action: onlyButton });
  } else if (leftTexts && right && mentionsAlone(right) && card.mentions) {
    // "Kontakt:" and whom it names are one line.
    const label = leftTexts.map((t) => t.text).join(' ');
    addLines([{ text: `${label} `, bold: false }, ...mentionRuns(card.mentions, workspace)], gap, items);
  } else if (leftTexts && rightTexts) {
    // A table's lines stand together, whatever lines separate them elsewhere.
    const table = before?.type === 'ColumnSet' && items.at(-1)?.kind === 'text';
    const [first, ...more] = leftTexts;
    const runs: Run[] = [
      { text: first?.text ?? '', bold: first?.weight === 'Bolder' },
      { text: ` · ${rightTexts.map((t) => t.text).join(', ')}`, bold: false },
      ...more.map((t) => ({ text: `\n${t.text}`, bold: t.weight === 'Bolder' })),
    ];
    addLines(runs, table ? { spacing: 'Small' } : gap, items);
  } else {
    divide(gap, items);
    for (const column of set.columns) walk(column.items, { spacing: 'Default' }, items, card, workspace);
  }
}

/** The texts of a column that holds nothing else. */
function textsOf(column: Column): TextBlock[] | undefined {
  const texts = column.items.filter((e) => e.type === 'TextBlock');
  if (texts.length !== column.items.length || texts.some((t) => t.id === 'mentions')) return undefined;
  const seen = texts.filter((t) => t.isVisible !== false && t.text.trim() !== '');
  return seen.length > 0 ? seen : undefined;
}

/** Whether a column holds the people that the card mentions and nothing else. */
const mentionsAlone = ({ items: [only, ...others] }: Column): boolean =>
  only?.type === 'TextBlock' && only.id === 'mentions' && others.length === 0;

/** The one button of a column that holds nothing else. */
function buttonAlone(column: Column): CardAction | undefined {
  const [only, ...others] = column.items;
  if (only?.type !== 'ActionSet' || only.isVisible === false || others.length > 0) return undefined;
  return only.actions.length === 1 ? only.actions[0] : undefined;
}
