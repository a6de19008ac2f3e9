import type { ShownMessage } from './api.ts';
import { make } from './dom.ts';
import { type DrawnCard, draw, meaning } from './library.ts';
import { openLink } from './open-link.ts';
import { makeLarger } from './picture.ts';

export interface Pressed {
  verb: string;
  values: Record<string, string>;
}

/** A card on the page. */
export interface CardOnPage {
  element: HTMLElement;
  /** What has been filled in and not sent: input id to value. */
  filledIn(): Record<string, string>;
  /** Says what is wrong, at the field where there is one. False when the card has no such field. */
  complain(field: string, problem: string): boolean;
}

type Content = { [key: string]: unknown };

/**
 * Draws the card of a message.
 * @param keep What somebody has written in an earlier drawing of the same card and not sent.
 */
export function drawCard(
  message: ShownMessage,
  keep: Record<string, string>,
  pressed: (what: Pressed) => void,
): CardOnPage {
  const content = prepare(message.card ?? {}, message, keep) as Content;
  const { card, element } = draw(content, (button) => {
    const what = meaning(button);
    if (!what) return;
    if ('url' in what) openLink(what.url);
    else pressed(what);
  });
  for (const picture of element.querySelectorAll('img')) makeLarger(picture);
  // The library names radio buttons by their input alone: two forms in one conversation would be one group.
  for (const radio of element.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
    radio.name = `${message.id} ${radio.name}`;
  }
  const at = message.language === 'nn' ? 'nb' : message.language;
  const box = make('div', { class: 'card', ...(at ? { lang: at } : {}) }, element);
  if (typeof content.speak === 'string') box.setAttribute('aria-label', content.speak);
  return {
    element: box,
    filledIn: () => Object.fromEntries(changedInputs(card).map((input) => [input.id ?? '', String(input.value)])),
    complain: (field, problem) => complain(card, field, problem),
  };
}

const changedInputs = (card: DrawnCard) =>
  card.getAllInputs(true).filter((input) => input.isDirty() && input.value !== undefined);

/** The card's content as the library is to draw it: texts kept as they are, mentions marked, unsent writing put back. */
function prepare(value: unknown, message: ShownMessage, keep: Record<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => prepare(one, message, keep));
  if (value === null || typeof value !== 'object') return value;
  const element: Content = Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, key === 'data' ? inner : prepare(inner, message, keep)]),
  );
  if (element.type === 'TextBlock') {
    if (element.id === 'mentions') element.text = (message.mentions ?? []).map((name) => `@${name}`).join(', ');
    // The library would read {{DATE(…)}} as an order; a word joiner between the braces keeps it a text.
    element.text = String(element.text).replaceAll('{{', '{\u2060{');
  }
  if (typeof element.type === 'string' && element.type.startsWith('Input.')) {
    const kept = keep[String(element.id)];
    if (kept !== undefined) element.value = kept;
  }
  return element;
}

function complain(card: DrawnCard, field: string, problem: string): boolean {
  const input = card.getAllInputs(true).find((one) => one.id === field);
  const control = input?.renderedElement?.querySelector<HTMLElement>('input, select, textarea');
  if (!input || !control) return false;
  input.renderedElement?.querySelector('.field-problem')?.remove();
  const id = `problem-${crypto.randomUUID()}`;
  input.renderedElement?.append(make('p', { class: 'field-problem', id, role: 'alert' }, problem));
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', id);
  input.focus();
  return true;
}
