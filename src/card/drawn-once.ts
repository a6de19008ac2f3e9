import type { Card } from './card.ts';

/** Texts that differ from reader to reader, by name. */
export type OwnTexts = Readonly<Record<string, string>>;

/** More cards than that of one subject are not remembered: they are of days that are over. */
const mostCards = 8;

/** No text of a plan or of Klar's own has this in it. */
const signOf = (name: string): string => `\uE001${name}\uE001`;

/**
 * Cards that differ from reader to reader in a few whole texts alone: drawn once with signs in their place, which then give way to each
 * reader's own. Of a card for a thousand people that is what costs least. What is remembered goes with what it was drawn from.
 *
 *     const cards = new DrawnOnce();
 *     cards.for(activity, { from: [plan], key: 'nb', own: { units: 'unit-7' } }, ({ units }) => draw(units));
 */
export class DrawnOnce {
  readonly #known = new WeakMap<object, { from: readonly object[]; cards: Map<string, Card> }>();

  /**
   * @param subject What is shown; with `from` all that the card is drawn from. Objects that never change: they are compared as they are.
   * @param about.key Everything else that the card goes by.
   * @param about.own The reader's own texts. On the card each stands for itself, as a whole text and in no other.
   * @param draw Draws the card with these in the place of the reader's own.
   */
  for(
    subject: object,
    { from, key, own }: { from: readonly object[]; key: string; own: OwnTexts },
    draw: (signs: OwnTexts) => Card,
  ): Card {
    let known = this.#known.get(subject);
    if (!known?.from.every((one, nth) => one === from[nth])) {
      known = { from, cards: new Map() };
      this.#known.set(subject, known);
    }
    let card = known.cards.get(key);
    if (!card) {
      card = draw(Object.fromEntries(Object.keys(own).map((name) => [name, signOf(name)])));
      if (known.cards.size >= mostCards) known.cards.clear();
      known.cards.set(key, card);
    }
    return withTexts(card, new Map(Object.entries(own).map(([name, text]) => [signOf(name), text]))) as Card;
  }
}

/** The same with other texts. What holds none of them is not copied. */
function withTexts(value: unknown, texts: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return texts.get(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((one) => withTexts(one, texts));
    return items.some((one, nth) => one !== value[nth]) ? items : value;
  }
  let changed: Record<string, unknown> | undefined;
  for (const [name, inner] of Object.entries(value)) {
    const next = withTexts(inner, texts);
    if (next === inner) continue;
    changed ??= { ...value };
    changed[name] = next;
  }
  return changed ?? value;
}
