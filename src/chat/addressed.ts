import type { Card, CardAction, Element } from '#card/card.ts';
import { say } from '#words/say.ts';
import { readLink } from './links.ts';

/** Where on a card a link stands: a picture's own address, a button's, or written out for people to copy. */
export type Spot = 'picture' | 'button' | 'text';

/** Says the address of a link for its readers; undefined when there is none that they could reach. */
export interface Addresses {
  address(link: string, at: Spot): string | undefined;
}

/**
 * A card whose links of Klar's own (`klar:TOKEN/NAME`) are addresses that its readers can open. Where there is no
 * address, a picture becomes its alt text, a button goes, and one sentence says why. Everything else stays as it is.
 */
export function addressed(card: Card, links: Addresses): Card {
  const { body, actions } = card.content;
  let lost = false;
  const addressOf = (url: string, at: Spot) => (isKlar(url) ? links.address(url, at) : url);
  const lacking = () => say(card.language, 'links.no-address');

  const buttons = (all: CardAction[]): CardAction[] =>
    all.flatMap((one): CardAction[] => {
      if (one.type !== 'Action.OpenUrl') return [one];
      const url = addressOf(one.url, 'button');
      if (url === undefined) lost = true;
      return url === undefined ? [] : [{ ...one, url }];
    });

  function within(element: Element): Element[] {
    switch (element.type) {
      case 'Image': {
        const { selectAction, ...picture } = element;
        const url = addressOf(picture.url, 'picture');
        const [opens] = selectAction ? buttons([selectAction]) : [];
        if (url === undefined) return [describing(picture)];
        return [{ ...picture, url, ...(opens?.type === 'Action.OpenUrl' ? { selectAction: opens } : {}) }];
      }
      case 'TextBlock': {
        if (!readLink(element.text)) return [element];
        const text = links.address(element.text, 'text');
        // The sentence stands where the address would.
        return [{ ...element, text: text ?? lacking(), wrap: true }];
      }
      case 'ActionSet': {
        const kept = buttons(element.actions);
        return kept.length > 0 ? [{ ...element, actions: kept }] : [];
      }
      case 'Container':
        return [{ ...element, items: element.items.flatMap(within) }];
      case 'ColumnSet':
        return [{ ...element, columns: element.columns.map((one) => ({ ...one, items: one.items.flatMap(within) })) }];
      default:
        return [element];
    }
  }

  const shown = body.flatMap(within);
  const below = actions && buttons(actions);
  const sentence: Element = { type: 'TextBlock', text: lacking(), wrap: true, isSubtle: true };
  const { actions: _, ...content } = card.content;
  return {
    ...card,
    content: {
      ...content,
      body: lost || shown.length === 0 ? [...shown, sentence] : shown,
      ...(below && below.length > 0 ? { actions: below } : {}),
    },
  };
}

/** What a picture says, where it cannot be shown. */
const describing = (picture: Extract<Element, { type: 'Image' }>): Element => {
  const { altText, spacing, separator, isVisible } = picture;
  return {
    type: 'TextBlock',
    text: altText,
    wrap: true,
    isSubtle: true,
    ...(spacing === undefined ? {} : { spacing }),
    ...(separator === undefined ? {} : { separator }),
    ...(isVisible === undefined ? {} : { isVisible }),
  };
};

/** Whether an address is one of Klar's own, to be turned into one that a reader can open. */
export const isKlar = (url: string): boolean => url.startsWith('klar:');
