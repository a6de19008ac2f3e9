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
  readonly #known = new WeakMap<
    object,
    { from: readonly object[]; cards: Map<string, (texts: ReadonlyMap<string, string>) => Card> }
  >();

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
      const signs = Object.fromEntries(Object.keys(own).map((name) => [name, signOf(name)]));
      const drawn = draw(signs);
      card = (fillOf(drawn, new Set(Object.values(signs))) as typeof card) ?? (() => drawn);
      if (known.cards.size >= mostCards) known.cards.clear();
      known.cards.set(key, card);
    }
    return card(new Map(Object.entries(own).map(([name, text]) => [signOf(name), text])));
  }
}

/** Puts a reader's own texts where the signs stand. */
type Fill = (texts: ReadonlyMap<string, string>) => unknown;

/** Looks once for the signs in a value; undefined for what holds none, and is everybody's as it is. */
function fillOf(value: unknown, signs: ReadonlySet<string>): Fill | undefined {
  if (typeof value === 'string') return signs.has(value) ? (texts) => texts.get(value) ?? value : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  const fills = Object.entries(value).flatMap(([name, inner]) => {
    const fill = fillOf(inner, signs);
    return fill ? [[name, fill] as const] : [];
  });
  if (fills.length === 0) return undefined;
  return (texts) => {
    const filled = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
    for (const [name, fill] of fills) filled[name] = fill(texts);
    return filled;
  };
}
