import type { Card, CardAction, Element } from '#card/card.ts';
import { Recent } from './recent.ts';

/** Forms of one person that are remembered: the newest, since one opens another and rarely goes back. */
const formsEach = 3;
/** Time enough to ask a colleague before a point of a checklist is answered. */
const keptMs = 60 * 60_000;

/**
 * The forms that people have been shown. A client draws a card anew when a press on it is answered with a sentence, and
 * with it goes what was typed (seen in the Agents Playground; of Teams itself nobody says). So whoever typed something
 * that Klar cannot use gets the form back as they left it. Forgotten after an hour and at a restart: then the
 * sentence comes alone.
 */
export class ShownForms {
  readonly #forms = new Recent<Card[]>(keptMs);

  /** Remembers the card for whoever is shown it, when it has something to fill in. */
  shown(person: string, card: Card): void {
    if (!card.content.body.some(hasInput)) return;
    this.#forms.set(person, [card, ...(this.#forms.get(person) ?? [])].slice(0, formsEach));
  }

  /** The newest form of this person's with the button that was pressed. `values`: what came with it, its own data too. */
  pressed(person: string, verb: string, values: Readonly<Record<string, string>>): Card | undefined {
    const isPressed = (action: CardAction) =>
      action.type === 'Action.Execute' &&
      action.verb === verb &&
      Object.entries(action.data ?? {}).every(([key, value]) => values[key] === value);
    return this.#forms.get(person)?.find(({ content }) => actionsIn(content.body).some(isPressed));
  }
}

/** The form with what was typed in it, and what is wrong above its buttons, where the person is looking. */
export function givenBack(form: Card, values: Readonly<Record<string, string>>, problem: string): Card {
  const body = form.content.body.map((element) => filled(element, values));
  const sentence = { type: 'TextBlock', text: problem, wrap: true, color: 'Attention' } as const;
  const buttons = body.findLastIndex((element) => actionsIn([element]).length > 0);
  const at = buttons === -1 ? body.length : buttons;
  return { ...form, content: { ...form.content, body: body.toSpliced(at, 0, sentence) } };
}

function filled(element: Element, values: Readonly<Record<string, string>>): Element {
  switch (element.type) {
    case 'Input.Text':
    case 'Input.ChoiceSet':
    case 'Input.Date': {
      // What was left empty or emptied does not come along.
      const { value: _, ...empty } = element;
      const value = values[element.id];
      return value === undefined || value === '' ? empty : { ...empty, value };
    }
    case 'Container':
      return { ...element, items: element.items.map((item) => filled(item, values)) };
    case 'ColumnSet': {
      const columns = element.columns.map((one) => ({ ...one, items: one.items.map((item) => filled(item, values)) }));
      return { ...element, columns };
    }
    default:
      return element;
  }
}

const inside = (element: Element): Element[] =>
  element.type === 'Container'
    ? element.items
    : element.type === 'ColumnSet'
      ? element.columns.flatMap(({ items }) => items)
      : [];

const hasInput = (element: Element): boolean => element.type.startsWith('Input.') || inside(element).some(hasInput);

const actionsIn = (elements: readonly Element[]): CardAction[] =>
  elements.flatMap((element) => (element.type === 'ActionSet' ? element.actions : actionsIn(inside(element))));
