import type { Moved, Somebody, State } from './api.ts';
import { byId, make } from './dom.ts';
import { text } from './texts.ts';
import { clockFace } from './times.ts';

export type Step = 'day' | 'week' | 'event';

/** Places that the report names at first: more of them would cover the chat on a phone. */
const placesAtFirst = 4;

/** What the bar at the top lets a person do. */
export interface BarActs {
  be(person: string): void;
  move(step: Step): Promise<Moved | undefined>;
  /** Goes to a place, as somebody who sees it there. */
  visit(place: string, as: string): void;
}

/** The bar at the top: who one is, the clock, and what came of moving it. */
export function createBar(acts: BarActs) {
  const who = byId<HTMLSelectElement>('who');
  const report = byId('report');
  const steps: Record<Step, HTMLButtonElement> = {
    day: byId('step-day'),
    week: byId('step-week'),
    event: byId('step-event'),
  };
  let listed = '';
  let moving = false;

  who.addEventListener('change', () => acts.be(who.value));
  byId('report-close').addEventListener('click', closeReport);
  report.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    closeReport();
    steps.event.focus();
  });
  for (const [step, button] of Object.entries(steps)) button.addEventListener('click', () => void move(step as Step));

  function closeReport(): void {
    report.hidden = true;
  }

  async function move(step: Step): Promise<void> {
    if (moving) return;
    moving = true;
    // Marked, not disabled: a disabled button would lose the focus.
    for (const button of Object.values(steps)) button.setAttribute('aria-disabled', 'true');
    showReport(text('moving'));
    const moved = await acts.move(step);
    moving = false;
    for (const button of Object.values(steps)) button.removeAttribute('aria-disabled');
    if (!moved) return showReport(text('lost'));
    showReport(
      moved.text,
      moved.lines.map((line) =>
        make(
          'li',
          {},
          make('button', { type: 'button', class: 'link', click: () => acts.visit(line.place, line.as) }, line.name),
          make('span', {}, ` ${line.text}`),
        ),
      ),
    );
  }

  function showReport(sentence: string, lines: HTMLElement[] = []): void {
    const list = make('ul', {}, ...lines.slice(0, placesAtFirst));
    const rest = lines.slice(placesAtFirst);
    if (rest.length > 0) list.append(make('li', {}, allButton(list, rest, lines.length)));
    byId('report-body').replaceChildren(make('p', {}, sentence), ...(lines.length > 0 ? [list] : []));
    report.hidden = false;
  }

  /** Shows the places that did not come along at first, in its own stead, and goes to the first of them. */
  function allButton(list: HTMLElement, rest: readonly HTMLElement[], count: number): HTMLElement {
    const click = () => {
      list.lastElementChild?.remove();
      list.append(...rest);
      rest[0]?.querySelector('button')?.focus();
    };
    return make('button', { type: 'button', class: 'link', click }, text('report-all', { count: String(count) }));
  }

  function list(people: Somebody[], me: string | undefined): void {
    const json = JSON.stringify(people);
    if (json !== listed) {
      listed = json;
      const groups = new Map<string, HTMLOptGroupElement>();
      for (const person of people) {
        const group = groups.get(person.group) ?? make('optgroup', { label: person.group });
        groups.set(person.group, group);
        group.append(make('option', { value: person.id }, `${person.name} – ${person.about}`));
      }
      who.replaceChildren(...groups.values());
    }
    if (me !== undefined && who.value !== me) who.value = me;
  }

  return {
    show({ clock, people }: State, me: string | undefined): void {
      list(people, me);
      const person = people.find((one) => one.id === me);
      const chip = byId('who-language');
      chip.textContent = person?.language.toUpperCase() ?? '';
      chip.title = text('reads');
      const now = byId<HTMLTimeElement>('now');
      now.dateTime = clock.now;
      now.textContent = clockFace(clock.now, clock.timeZone);
    },
    /** Writes what never changes but with the language. */
    speak(): void {
      byId('badge').textContent = text('badge');
      byId('skip').textContent = text('skip');
      byId('who-label').textContent = text('you-are');
      byId('clock-label').textContent = text('clock');
      byId('report-label').textContent = text('report');
      byId('report-close').setAttribute('aria-label', text('close'));
      for (const [step, button] of Object.entries(steps)) {
        button.textContent = text(step);
        button.setAttribute('aria-label', text(`${step}-label`));
        button.title = text(`${step}-label`);
      }
    },
    closeReport,
  };
}
