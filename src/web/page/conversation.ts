import type { Conversation, Done, ShownMessage } from './api.ts';
import { type CardOnPage, drawCard, type Pressed } from './card.ts';
import { byId, make, spokenOnly } from './dom.ts';
import { keepingFocus } from './focus.ts';
import { initials, tint } from './portrait.ts';
import { text } from './texts.ts';
import { clockTime, dayKey, dayName } from './times.ts';

/** What the conversation lets a person do. */
export interface ConversationActs {
  press(message: string, pressed: Pressed): Promise<Done | undefined>;
  putAway(message: string): Promise<void>;
  sendFiles(message: string, files: File[]): Promise<void>;
}

interface Shown {
  json: string;
  element: HTMLElement;
  card?: CardOnPage;
}

/** The messages of one place, drawn anew only where something has changed, so that nobody loses focus or writing. */
export function createConversation(acts: ConversationActs, timeZone: () => string) {
  const list = byId<HTMLOListElement>('messages');
  const scroll = byId('scroll');
  let shown = new Map<string, Shown>();
  let stands = '';
  /** The message whose button this person has pressed: what they wrote there has been sent and is not kept. */
  let pressedOn: string | undefined;

  /**
   * @param place Tells one conversation from another: the person, the place and the language.
   * @param announce Is told the news, for screen readers.
   */
  function show(place: string, { messages, earlier }: Conversation, announce: (news: string) => void): void {
    const moved = place !== stands;
    const height = scroll.scrollHeight;
    const atEnd = height - scroll.scrollTop - scroll.clientHeight < 80;
    const before = new Set(shown.keys());
    if (moved) {
      list.replaceChildren();
      shown = new Map();
      stands = place;
      pressedOn = undefined;
    }
    const next = new Map<string, Shown>();
    const items: HTMLElement[] = [];
    let day = '';
    let author = '';
    let answered: HTMLElement | undefined;
    for (const message of messages) {
      const wasPressed = message.id === pressedOn;
      const today = dayKey(message.at, timeZone());
      if (today !== day) {
        items.push(dayLine(today, message.at));
        day = today;
        author = '';
      }
      const by = message.onlyYou ? `only ${message.id}` : (message.by?.id ?? 'klar');
      const drawn = redrawn(message, by === author);
      author = by;
      next.set(message.id, drawn);
      if (wasPressed && drawn !== shown.get(message.id)) answered = drawn.element;
      items.push(drawn.element);
    }
    lay(items);
    shown = next;
    byId('earlier').hidden = !earlier;
    const news = messages.filter((message) => !before.has(message.id) && !message.own);
    const fresh = messages.some((message) => !before.has(message.id));
    const said = messages.some((message) => message.own && !before.has(message.id));
    // Where nothing has come, whoever reads the beginning of a high card near the end stays there.
    const grew = scroll.scrollHeight !== height;
    if (moved || said || (atEnd && grew)) toTheEnd(fresh && !moved ? next.get(messages.at(-1)?.id ?? '') : undefined);
    if (answered) fromItsBeginning(answered);
    if (!moved && news.length > 0) announce(news.map((m) => `${m.by?.name ?? 'Klar'}: ${m.text}`).join('. '));
  }

  /** Down to the last message; one that is higher than the window is shown from its beginning. */
  function toTheEnd(last: Shown | undefined): void {
    scroll.scrollTop = scroll.scrollHeight;
    if (last && last.element.offsetHeight > scroll.clientHeight) last.element.scrollIntoView({ block: 'start' });
  }

  /** What was pressed answers in its first lines: they are seen, also on a form that is higher than the window. */
  function fromItsBeginning(element: HTMLElement): void {
    const isAbove = element.getBoundingClientRect().top < scroll.getBoundingClientRect().top;
    if (isAbove) element.scrollIntoView({ block: 'start' });
  }

  const days = new Map<string, HTMLElement>();
  function dayLine(key: string, at: string): HTMLElement {
    const name = dayName(at, timeZone());
    const known = days.get(key);
    if (known?.textContent === name) return known;
    const line = make('li', { class: 'day' }, make('span', {}, name));
    days.set(key, line);
    return line;
  }

  /** Puts the items in the list, touching only those that are not where they should be. */
  function lay(items: HTMLElement[]): void {
    for (const [index, item] of items.entries()) {
      const there = list.children[index];
      if (there !== item) list.insertBefore(item, there ?? null);
    }
    while (list.children.length > items.length) list.lastElementChild?.remove();
  }

  function redrawn(message: ShownMessage, follows: boolean): Shown {
    const json = JSON.stringify([message, follows]);
    const old = shown.get(message.id);
    if (old?.json === json) return old;
    const keep = message.id === pressedOn ? {} : (old?.card?.filledIn() ?? {});
    if (message.id === pressedOn) pressedOn = undefined;
    const fresh = drawMessage(message, follows, keep);
    if (old) {
      keepingFocus(old.element, () => {
        old.element.replaceWith(fresh.element);
        return fresh.element;
      });
    }
    return { json, ...fresh };
  }

  function drawMessage(message: ShownMessage, follows: boolean, keep: Record<string, string>): Omit<Shown, 'json'> {
    const name = message.by?.name ?? 'Klar';
    const content = make('div', { class: 'content' });
    const element = make('li', {
      class: `message${follows ? ' follows' : ''}${message.by ? '' : ' klar'}${message.namesYou ? ' names-you' : ''}`,
      'data-message': message.id,
    });
    if (!follows) {
      const portrait = message.by
        ? make('span', { class: `portrait tint-${tint(message.by.id)}`, 'aria-hidden': 'true' }, initials(name))
        : make('img', { class: 'portrait', src: '/page/icon.svg', alt: '', width: '36', height: '36' });
      element.append(portrait);
      content.append(
        make(
          'p',
          { class: 'from' },
          make('strong', {}, name),
          ...(message.by ? [] : [make('span', { class: 'bot' }, text('bot'))]),
          make('time', { datetime: message.at }, clockTime(message.at, timeZone())),
          ...(message.onlyYou ? [make('span', { class: 'only-you' }, text('only-you'))] : []),
        ),
      );
    } else {
      content.append(spokenOnly(`${name}, ${clockTime(message.at, timeZone())}: `));
    }
    element.append(content);
    if (!message.card) {
      content.append(make('p', { class: 'said' }, message.text));
      return { element };
    }
    const card = drawCard(message, keep, (pressed) => void press(message, pressed));
    content.append(card.element);
    if (message.purpose) card.element.prepend(putAwayButton(message));
    if (message.purpose === 'ask-file') card.element.append(fileChooser(message));
    return { element, card };
  }

  function putAwayButton({ id }: ShownMessage): HTMLElement {
    const cross = make('span', { 'aria-hidden': 'true' }, '✕');
    return make(
      'button',
      { type: 'button', class: 'quiet put-away', 'aria-label': text('put-away'), click: () => void acts.putAway(id) },
      cross,
    );
  }

  function fileChooser({ id }: ShownMessage): HTMLElement {
    const input = make('input', {
      type: 'file',
      hidden: true,
      accept: '.csv,.xlsx,.ics,.json,.md,.txt,.tsv,text/csv,text/plain,text/calendar',
    });
    input.addEventListener('change', () => void acts.sendFiles(id, [...(input.files ?? [])]));
    const choose = make('button', { type: 'button', click: () => input.click() }, text('choose-file'));
    return make('div', { class: 'choose-file' }, choose, input, make('span', {}, text('file-here')));
  }

  async function press(message: ShownMessage, pressed: Pressed): Promise<void> {
    const at = shown.get(message.id);
    if (!at || at.element.getAttribute('aria-busy') === 'true') return;
    at.element.setAttribute('aria-busy', 'true');
    at.element.querySelector('.press-problem')?.remove();
    pressedOn = message.id;
    const done = await acts.press(message.id, pressed);
    at.element.removeAttribute('aria-busy');
    if (done && !done.notice?.problem) return;
    // What was written stands, since it was not taken.
    if (pressedOn === message.id) pressedOn = undefined;
    const notice = done?.notice ?? { text: text('failed') };
    const there = shown.get(message.id);
    if ('field' in notice && notice.field && there?.card?.complain(notice.field, notice.text)) return;
    there?.element.querySelector('.content')?.append(make('p', { class: 'press-problem', role: 'alert' }, notice.text));
  }

  return { show };
}
