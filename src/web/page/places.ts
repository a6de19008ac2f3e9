import type { PlaceLine } from './api.ts';
import { byId, make, spokenOnly } from './dom.ts';
import { text } from './texts.ts';

/** What a place is called in the list and above the conversation. */
export const placeName = (place: Pick<PlaceLine, 'kind' | 'name'>): string =>
  place.kind === 'personal' ? 'Klar' : place.name;

/** The list at the left: channels, and one's own chat with Klar. Arrow keys go up and down in it. */
export function createPlaces(chosen: (place: string) => void) {
  const root = byId('places-list');
  let drawn = '';

  root.addEventListener('keydown', (event) => {
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('button')];
    const from = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || from < 0) return;
    event.preventDefault();
    const next = buttons[Math.min(Math.max(to, 0), buttons.length - 1)];
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next?.focus();
  });

  function line(place: PlaceLine, current: string | undefined): HTMLElement {
    const name = placeName(place);
    const fresh = place.unread > 0;
    const button = make(
      'button',
      {
        type: 'button',
        class: `place${fresh ? ' fresh' : ''}`,
        'data-place': place.id,
        // One stop for Tab; the arrow keys do the rest.
        tabindex: place.id === current ? '0' : '-1',
        ...(place.id === current ? { 'aria-current': 'true' } : {}),
        click: () => chosen(place.id),
      },
      place.kind === 'personal'
        ? make('img', { src: '/page/icon.svg', alt: '', width: '18', height: '18' })
        : make('span', { class: 'hash', 'aria-hidden': 'true' }, '#'),
      make('span', { class: 'name' }, name),
    );
    if (fresh) {
      const mark = place.named ? `@${place.unread}` : String(place.unread);
      const spoken = text('unread', { count: String(place.unread) }) + (place.named ? `, ${text('named')}` : '');
      button.append(
        make('span', { class: `unread${place.named ? ' named' : ''}`, 'aria-hidden': 'true' }, mark),
        spokenOnly(`, ${spoken}`),
      );
    }
    return make('li', {}, button);
  }

  return {
    show(places: PlaceLine[], current: string | undefined): void {
      const json = JSON.stringify([places, current, text('channels')]);
      if (json === drawn) return;
      drawn = json;
      const focused = (document.activeElement as HTMLElement | null)?.dataset?.place;
      const group = (key: string, some: PlaceLine[]) =>
        some.length === 0
          ? []
          : [
              make('h2', { id: `group-${key}` }, text(key)),
              make('ul', { 'aria-labelledby': `group-${key}` }, ...some.map((place) => line(place, current))),
            ];
      root.replaceChildren(
        ...group(
          'own',
          places.filter((p) => p.kind === 'personal'),
        ),
        ...group(
          'channels',
          places.filter((p) => p.kind !== 'personal'),
        ),
      );
      if (!places.some((p) => p.id === current)) root.querySelector('button')?.setAttribute('tabindex', '0');
      if (focused) root.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}
