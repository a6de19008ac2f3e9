import { make } from './dom.ts';
import { text } from './texts.ts';

/**
 * Lets a card's picture open large on a press: as large as it is made, to be moved about in, since a phone shows a wide
 * plan too small to read. A picture that opens something else already is left alone; one that cannot be fetched
 * becomes its own words.
 */
export function makeLarger(picture: HTMLImageElement): void {
  // In place of the library's own, which leaves nothing.
  picture.onerror = () => outermost(picture).replaceWith(make('p', { class: 'unseen' }, picture.alt));
  if (picture.closest('[role="button"], [role="link"], a')) return;
  const opener = make('button', {
    type: 'button',
    class: 'picture',
    title: text('picture-larger'),
    click: () => show(picture),
  });
  picture.replaceWith(opener);
  opener.append(picture);
}

/** The picture with what opens it. */
const outermost = (picture: HTMLImageElement): Element =>
  picture.closest('.picture') ?? picture.closest('[role="button"], [role="link"], a') ?? picture;

function show({ src, alt }: HTMLImageElement): void {
  const close = make(
    'button',
    { type: 'button', class: 'quiet', 'aria-label': text('picture-close'), click: () => dialog.close() },
    make('span', { 'aria-hidden': 'true' }, '✕'),
  );
  const large = make('div', { class: 'whole', tabindex: '0' }, make('img', { src, alt }));
  const dialog = make('dialog', { class: 'large', 'aria-label': alt }, close, large);
  dialog.addEventListener('close', () => dialog.remove());
  // Beside the picture, too, a press closes it.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
}
