import { type Card, isRecord, recordsIn } from './shapes.ts';

/** An action of a card with what a client needs to run it. */
export type FoundAction = {
  readonly action: Card;
  /** Inputs whose values go along: those of its card, and of the cards around it (PLATFORMS T13). */
  readonly inputs: readonly Card[];
  /** Where it stands; `Action.Execute` belongs into the first two (PLATFORMS T18). */
  readonly at: 'card' | 'actionSet' | 'select' | 'inline';
  /** False inside what is hidden and cannot be brought to light by any button of the card. */
  readonly visible: boolean;
};

/** All actions of a card, those inside `Action.ShowCard` too, in reading order. */
export function findActions(card: Card): FoundAction[] {
  const found: FoundAction[] = [];
  const revealable = toggledIds(card);

  const addAction = (action: Card, inputs: readonly Card[], at: FoundAction['at'], visible: boolean) => {
    found.push({ action, inputs, at, visible });
    if (action.type === 'Action.ShowCard' && isRecord(action.card)) walkCard(action.card, inputs, visible);
  };
  const walkCard = (part: Card, outerInputs: readonly Card[], visible: boolean) => {
    const inputs = [...outerInputs, ...inputsOf(part)];
    if (isRecord(part.selectAction)) addAction(part.selectAction, inputs, 'select', visible);
    for (const element of childrenOf(part)) walkElement(element, inputs, visible);
    for (const action of recordsIn(part.actions)) addAction(action, inputs, 'card', visible);
  };
  const walkElement = (element: Card, inputs: readonly Card[], outerVisible: boolean) => {
    const visible = outerVisible && (element.isVisible !== false || revealable.has(String(element.id)));
    if (isRecord(element.selectAction)) addAction(element.selectAction, inputs, 'select', visible);
    if (isRecord(element.inlineAction)) addAction(element.inlineAction, inputs, 'inline', visible);
    if (element.type === 'ActionSet') {
      for (const action of recordsIn(element.actions)) addAction(action, inputs, 'actionSet', visible);
    }
    for (const child of childrenOf(element)) walkElement(child, inputs, visible);
  };

  walkCard(card, [], true);
  return found;
}

/** The inputs of a card, without those of its `Action.ShowCard`s. */
export function inputsOf(card: Card): Card[] {
  return elementsOf(card).filter((element) => String(element.type).startsWith('Input.'));
}

/** All elements of a card in reading order, without those of its `Action.ShowCard`s. */
export function elementsOf(part: Card): Card[] {
  return childrenOf(part).flatMap((child) => [child, ...elementsOf(child)]);
}

/** What stands directly inside a card or element. */
function childrenOf(part: Card): Card[] {
  return ['body', 'items', 'columns', 'rows', 'cells', 'images', 'inlines'].flatMap((key) => recordsIn(part[key]));
}

/** Ids that some `Action.ToggleVisibility` of the card can show. */
function toggledIds(value: unknown): Set<string> {
  const ids = new Set<string>();
  const walk = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(walk);
    if (!isRecord(part)) return;
    if (part.type === 'Action.ToggleVisibility' && Array.isArray(part.targetElements)) {
      for (const target of part.targetElements) ids.add(String(isRecord(target) ? target.elementId : target));
    }
    Object.values(part).forEach(walk);
  };
  walk(value);
  return ids;
}

/** A text as Teams shows it: the backslashes of escaped markdown and signs without width are not seen (PLATFORMS T4). */
export function asRead(text: string): string {
  return text.replaceAll('\u200B', '').replace(/\\([!-/:-@[-`{-~])/gu, '$1');
}

/** All that a person can read on a card, in reading order and as it is shown: texts, facts, labels, placeholders, choices and button titles. */
export function textsOf(card: Card): string[] {
  const texts: string[] = [];
  const walk = (part: unknown) => {
    if (Array.isArray(part)) {
      part.forEach(walk);
      return;
    }
    if (!isRecord(part) || part.isVisible === false) return;
    const readable = ['text', 'title', 'value', 'label', 'placeholder', 'altText', 'errorMessage'];
    for (const [key, value] of Object.entries(part)) {
      if (readable.includes(key) && typeof value === 'string') texts.push(asRead(value));
      else if (!['data', 'fallback', 'refresh', 'msteams', 'msTeams'].includes(key)) walk(value);
    }
  };
  walk(card);
  return texts;
}
