/**
 * Keeps the keyboard where it was while a part of the page is drawn anew: on the control of the same name, else on the
 * first one there is, else on the part itself. Text cursors keep their place.
 */
export function keepingFocus(old: Element, redraw: () => HTMLElement): void {
  const active = document.activeElement;
  if (!active || !old.contains(active)) {
    redraw();
    return;
  }
  const name = nameOf(active);
  const nth = sameName(old, name).indexOf(active as HTMLElement);
  const cursor = active instanceof HTMLTextAreaElement || isTextInput(active) ? active.selectionStart : null;
  const fresh = redraw();
  const named = sameName(fresh, name);
  const next = named[Math.max(0, nth)] ?? named[0] ?? controls(fresh)[0] ?? fresh;
  if (next === fresh) fresh.tabIndex = -1;
  next.focus({ preventScroll: true });
  if (cursor !== null && (next instanceof HTMLTextAreaElement || isTextInput(next))) {
    next.setSelectionRange(cursor, cursor);
  }
}

const controls = (part: Element): HTMLElement[] => [
  ...part.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]'),
];

const sameName = (part: Element, name: string): HTMLElement[] => controls(part).filter((one) => nameOf(one) === name);

/** A control's label, or its text: what it is called to somebody who hears the page. */
function nameOf(element: Element): string {
  const labelled = element.getAttribute('aria-labelledby');
  const label = labelled ? document.getElementById(labelled.split(' ')[0] ?? '')?.textContent : undefined;
  return `${element.tagName} ${label ?? element.getAttribute('aria-label') ?? element.textContent ?? ''}`;
}

const isTextInput = (element: Element): element is HTMLInputElement =>
  element instanceof HTMLInputElement && element.type === 'text';
