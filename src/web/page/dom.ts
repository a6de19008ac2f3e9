/** The element of the page with this id. Every id asked for stands in `index.html`. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found as E;
}

type Attributes = Record<string, string | boolean | undefined | ((event: Event) => void)>;

/**
 * Makes an element. Attributes that are functions listen to the event of that name; `true` sets an empty attribute;
 * false and undefined leave it out. Text is always set as text, never as HTML.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** Text for screen readers alone. */
export const spokenOnly = (text: string): HTMLElement => make('span', { class: 'hidden' }, text);
