import type { Done } from './api.ts';
import { byId, make } from './dom.ts';
import { type Suggestion, suggest } from './suggestions.ts';
import { text } from './texts.ts';

/** As everywhere in Klar; said here at once, so that nobody waits for a refusal. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** A file as it is sent. */
export interface SentFile {
  name: string;
  base64: string;
}

/** Reads files for sending. A file that is too large becomes a sentence. */
export async function readFiles(files: readonly File[]): Promise<{ files: SentFile[] } | { problem: string }> {
  const tooLarge = files.find((file) => file.size > MAX_FILE_BYTES);
  if (tooLarge) return { problem: text('file-too-large', { name: tooLarge.name }) };
  return {
    files: await Promise.all(
      files.map(async (file) => ({ name: file.name, base64: new Uint8Array(await file.arrayBuffer()).toBase64() })),
    ),
  };
}

/**
 * The box: commands and people are suggested while one writes, Enter sends, Shift and Enter begins a new line. What is
 * refused stays in the box with the reason above it.
 * @param say Sends; resolves with undefined when Klar was not reached.
 */
export function createComposer(
  say: (text: string, files: SentFile[]) => Promise<Done | undefined>,
  names: () => string[],
) {
  const box = byId<HTMLTextAreaElement>('box');
  const list = byId('suggestions');
  const problem = byId('problem');
  const picker = byId<HTMLInputElement>('file');
  let offered: Suggestion[] = [];
  let marked = -1;
  let files: File[] = [];
  let sending = false;
  /** What each place's box held when one left it. */
  const drafts = new Map<string, string>();
  let stands = '';

  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  byId('attach').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    attach([...files, ...(picker.files ?? [])]);
    picker.value = '';
    box.focus();
  });
  box.addEventListener('input', () => {
    complain(undefined);
    grow();
    offer();
  });
  box.addEventListener('blur', () => setTimeout(() => offerThese([]), 150));
  box.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    // In an empty box the arrow shows all that can be said.
    if (box.value === '' && event.key === 'ArrowDown') offerThese(suggest('', 0, []));
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const rows = offered.length + 1;
      // One position beyond the ends is the box itself.
      mark(((marked + 1 + (event.key === 'ArrowDown' ? 1 : -1) + rows) % rows) - 1);
    } else if (event.key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      offerThese([]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      const choice = offered[marked];
      if (choice) take(choice);
      else void send();
    }
  });

  function grow(): void {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 160)}px`;
  }

  function offer(): void {
    offerThese(box.value === '' ? [] : suggest(box.value, box.selectionStart, names()));
  }

  function offerThese(some: Suggestion[]): void {
    offered = some;
    list.replaceChildren(
      ...some.map((one, index) =>
        make(
          'div',
          {
            role: 'option',
            id: `suggestion-${index}`,
            'aria-selected': 'false',
            // Before the box loses the focus.
            mousedown: (event) => {
              event.preventDefault();
              take(one);
            },
          },
          make('span', { class: 'usage' }, one.label),
          make('span', { class: 'help' }, one.about),
        ),
      ),
    );
    list.hidden = some.length === 0;
    box.setAttribute('aria-expanded', String(some.length > 0));
    mark(-1);
  }

  function mark(index: number): void {
    marked = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) box.removeAttribute('aria-activedescendant');
    else box.setAttribute('aria-activedescendant', `suggestion-${index}`);
  }

  function take(choice: Suggestion): void {
    box.value = choice.text;
    box.setSelectionRange(choice.cursor, choice.cursor);
    grow();
    offerThese([]);
    box.focus();
  }

  function attach(some: File[]): void {
    files = some.slice(0, 5);
    const attached = byId('attached');
    attached.hidden = files.length === 0;
    attached.replaceChildren(
      ...files.map((file) =>
        make(
          'li',
          {},
          file.name,
          make(
            'button',
            {
              type: 'button',
              class: 'quiet',
              'aria-label': text('detach', { name: file.name }),
              click: () => {
                attach(files.filter((one) => one !== file));
                box.focus();
              },
            },
            '✕',
          ),
        ),
      ),
    );
  }

  function complain(sentence: string | undefined): void {
    problem.hidden = sentence === undefined;
    problem.textContent = sentence ?? '';
    box.setAttribute('aria-invalid', String(sentence !== undefined));
  }

  async function send(): Promise<void> {
    const line = box.value.trim();
    if (sending || (line === '' && files.length === 0)) return;
    sending = true;
    offerThese([]);
    complain(undefined);
    try {
      const read = await readFiles(files);
      if ('problem' in read) return complain(read.problem);
      const from = stands;
      const done = await say(line, read.files);
      if (!done) return complain(text('failed'));
      if (done.notice?.problem) return complain(done.notice.text);
      // Whoever has gone elsewhere meanwhile has another box before them.
      if (from === stands && box.value.trim() === line) {
        box.value = '';
        grow();
      }
      drafts.delete(from);
      attach([]);
    } finally {
      sending = false;
    }
  }

  return {
    /** Turns to another conversation; what was being written in this one is kept for later. */
    turnTo(place: string, name: string): void {
      if (place !== stands) {
        drafts.set(stands, box.value);
        stands = place;
        box.value = drafts.get(place) ?? '';
        attach([]);
        complain(undefined);
        grow();
      }
      byId('box-label').textContent = text('box', { place: name });
      box.placeholder = text('box-hint');
      byId('send').textContent = text('send');
      byId('attach').setAttribute('aria-label', text('attach'));
      byId('attach').title = text('attach');
      list.setAttribute('aria-label', text('suggestions'));
    },
    focus: () => box.focus(),
  };
}
