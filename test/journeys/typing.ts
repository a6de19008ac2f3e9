import { elementsOf } from '../doubles/teams/card-actions.ts';
import { recordsIn } from '../doubles/teams/shapes.ts';
import type { Inputs } from './stage.ts';

/** What people have typed into a card and not sent: it stays for as long as the card in front of them stays as it is. */
export class Typing {
  readonly #kept = new Map<string, { card: string; typed: Inputs }>();

  /**
   * All that stands in the card's inputs when somebody types this, besides what they typed before.
   * @param key Who, and on which message.
   */
  typed(key: string, card: Record<string, unknown>, inputs: Inputs): Inputs {
    const shown = JSON.stringify(card);
    const kept = this.#kept.get(key);
    const typed = { ...(kept?.card === shown ? kept.typed : {}), ...asValues(card, inputs) };
    this.#kept.set(key, { card: shown, typed });
    return typed;
  }
}

/** People choose words; cards hold a value behind each. */
function asValues(card: Record<string, unknown>, inputs: Inputs): Inputs {
  const elements = elementsOf(card);
  return Object.fromEntries(
    Object.entries(inputs).map(([id, given]) => {
      const choices = recordsIn(elements.find((element) => element.id === id)?.choices);
      return [id, String(choices.find(({ title }) => title === given)?.value ?? given)];
    }),
  );
}
