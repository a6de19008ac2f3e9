import type { Card, CardAction, Element, ExecuteAction } from '#card/card.ts';
import type { Answer } from '#chat/port.ts';

/** The card that an answer shows. Fails the test when it shows none. */
export function cardOf(answer: Answer): Card {
  if (!('card' in answer)) throw new Error(`no card but ${JSON.stringify(answer)}`);
  return answer.card;
}

/** The sentence of a notice about a problem. Fails the test when the answer is something else. */
export function problemOf(answer: Answer): string {
  if (answer.show !== 'notice' || !answer.problem) throw new Error(`no problem but ${JSON.stringify(answer)}`);
  return answer.text;
}

/** All elements of a card, outer before inner. */
export function elementsOf(card: Card): Element[] {
  const within = (element: Element): Element[] => {
    const inner =
      element.type === 'Container'
        ? element.items
        : element.type === 'ColumnSet'
          ? element.columns.flatMap((c) => c.items)
          : [];
    return [element, ...inner.flatMap(within)];
  };
  return card.content.body.flatMap(within);
}

/** All buttons of a card, those of its refresh left out. */
export const actionsOf = (card: Card): CardAction[] => [
  ...elementsOf(card).flatMap((e) => (e.type === 'ActionSet' ? e.actions : [])),
  ...(card.content.actions ?? []),
];

/** All words of a card, a line each. */
export const textOf = (card: Card): string =>
  elementsOf(card)
    .flatMap((e) => {
      if (e.type === 'TextBlock') return [e.text];
      if (e.type === 'FactSet') return e.facts.map((f) => `${f.title}: ${f.value}`);
      if (e.type === 'ActionSet') return e.actions.map((a) => `[${a.title}]`);
      return 'label' in e ? [e.label] : [];
    })
    .join('\n');

/** The buttons with a verb. */
export const buttonsOf = (card: Card, verb: string): ExecuteAction[] =>
  actionsOf(card).flatMap((a) => (a.type === 'Action.Execute' && a.verb === verb ? [a] : []));

/** The one button with a verb. Fails the test when there are none or several. */
export function buttonOf(card: Card, verb: string): ExecuteAction {
  const [one, ...more] = buttonsOf(card, verb);
  if (!one || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} buttons ${verb} in ${textOf(card)}`);
  return one;
}
