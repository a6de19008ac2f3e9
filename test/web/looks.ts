// Looks at the page from inside it. They are texts, since the tests themselves know no DOM.

/** Whether anything makes the page wider than the window. */
export const isTooWide =
  'Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) > window.innerWidth';

/** How far to the right the cards reach, in pixels. */
export const rightmostOnCards =
  "Math.max(...[...document.querySelectorAll('.card *')].map((part) => part.getBoundingClientRect().right))";

/** Texts whose contrast with what is behind them is less than 4.5 to 1 (WCAG 2.2, 1.4.3), each with its contrast. */
export const faintTexts = `(() => {
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? ground(element.parentElement) : colour;
  };
  const contrast = (element) => {
    const [high, low] = [light(getComputedStyle(element).color), light(ground(element))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  return [...document.querySelectorAll('body *')]
    .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
    .filter((element) => element.offsetParent !== null && !element.closest('.hidden, option, noscript'))
    .filter((element) => contrast(element) < 4.5)
    .map((element) => element.textContent.slice(0, 40) + ' ' + contrast(element).toFixed(1));
})()`;

/** Controls that somebody who hears the page would hear no name of. */
export const namelessControls = `(() => {
  const named = (element) => {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent);
    const others = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '');
    const pictures = [...element.querySelectorAll('img')].map((picture) => picture.alt);
    return [element.getAttribute('aria-label') ?? '', element.textContent, ...pictures, ...labels, ...others].join('').trim() !== '';
  };
  return [...document.querySelectorAll('button, input:not([type=file]), select, textarea, a')]
    .filter((element) => element.offsetParent !== null && !named(element))
    .map((element) => element.outerHTML.slice(0, 120));
})()`;

const partsOf = (message: string) =>
  `[...document.querySelectorAll('[data-message="${message}"] .card, [data-message="${message}"] .card *')]`;

/** How far to the right the card of a message reaches, in pixels. */
export const rightmostIn = (message: string): string =>
  `Math.max(...${partsOf(message)}.map((part) => part.getBoundingClientRect().right))`;

/**
 * The texts on the card of a message that are not seen whole: wider than the element that holds them, or reaching out of
 * a box that cuts what is too wide.
 */
export const cutIn = (message: string): string => `${partsOf(message)}
  .filter((part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
  .filter((part) => part.clientWidth > 1 && part.getClientRects().length > 0)
  .filter((part) => {
    if (part.scrollWidth > part.clientWidth) return true;
    const { right } = part.getBoundingClientRect();
    for (let box = part.parentElement; box && box !== document.body; box = box.parentElement) {
      const cuts = getComputedStyle(box).overflowX !== 'visible';
      if (cuts && box.getBoundingClientRect().right + 0.5 < right) return true;
    }
    return false;
  })
  .map((part) => part.textContent.slice(0, 80))`;
