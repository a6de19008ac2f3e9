import type * as Library from 'adaptivecards';
import { hostConfig } from './host-config.ts';
import { text } from './texts.ts';

declare const AdaptiveCards: typeof Library;

export type DrawnCard = Library.AdaptiveCard;
export type CardButton = Library.Action;

/** Sets Microsoft's library up for all cards: no markup, and its few words of its own in the reader's language. */
export function setUpLibrary(): void {
  const { AdaptiveCard, GlobalSettings, Strings } = AdaptiveCards;
  // Klar's cards hold plain text. Undone markdown makes the library set `innerText`, so that nothing becomes markup.
  AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
  GlobalSettings.useMarkdownInRadioButtonAndCheckbox = false;
  GlobalSettings.allowMarkForTextHighlighting = false;
  Strings.defaults.overflowButtonText = () => text('more');
  Strings.defaults.overflowButtonTooltip = () => text('more-label');
}

/** Draws a card's content; `pressed` gets its buttons. */
export function draw(
  content: object,
  pressed: (button: CardButton, card: DrawnCard) => void,
): { card: DrawnCard; element: HTMLElement } {
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  card.onExecuteAction = (button) => pressed(button, card);
  card.parse(content);
  return { card, element: card.render() ?? document.createElement('div') };
}

/** What a button stands for. Klar's own carry a verb; `https` links and Klar's own files open apart from the page; anything else is nothing. */
export function meaning(
  button: CardButton,
): { verb: string; values: Record<string, string> } | { url: string } | undefined {
  if (button instanceof AdaptiveCards.ExecuteAction) {
    const values = Object.entries((button.data ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => [key, String(value)] as const);
    return { verb: button.verb, values: Object.fromEntries(values) };
  }
  if (button instanceof AdaptiveCards.OpenUrlAction) {
    const url = URL.parse(button.url ?? '', location.href);
    return url?.protocol === 'https:' || url?.origin === location.origin ? { url: url.href } : undefined;
  }
  return undefined;
}
