import type { IsoDay, Language } from '#calendar/when.ts';
import { writeDistance, writeInstant, writeWhen } from '#calendar/write-date.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { type SentenceKey, say, spoken } from '#words/say.ts';
import type { Checklist, Item } from './checklist.ts';
import { unitLabel } from './find.ts';
import type { Page } from './page.ts';
import type { Sign } from './standing.ts';

/** Who reads a card: the person, or everyone in a place. */
export interface Reader {
  language: Language;
  /** IANA zone of the times on the card. */
  timeZone: string;
  /** In the programme's zone. */
  today: IsoDay;
}

/** What a view makes: data for one template, and what the card says in one line. */
export interface Drawn {
  /** `cards/checklist/<template>.json`. */
  template: string;
  data: object;
  summary: string;
  /** The title of the window when the card is a form (PLATFORMS S12: 24 characters). */
  title?: string;
  mentions?: Person[];
}

/** A button, as the templates take it. */
export interface Button {
  type: 'Action.Execute';
  title: string;
  verb: string;
  data: Record<string, string>;
  style?: 'positive';
  mode?: 'secondary';
  associatedInputs?: 'none';
}

export function button(title: string, verb: string, data: Record<string, string>, more: Partial<Button> = {}): Button {
  return { type: 'Action.Execute', title: shortened(title, 75), verb, data, ...more };
}

/** A button that leaves what is filled in where it is: Cancel, Back. */
export const wayBack = (title: string, verb: string, data: Record<string, string>): Button =>
  button(title, verb, data, { associatedInputs: 'none' });

/** Cut with "…" so that it is seen to be cut: names of units are anyone's, a button's text has a limit (PLATFORMS S12). */
const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);

/** A unit as a choice (an option's text has the same limit as a button's, PLATFORMS S13). */
export const unitChoice = (programme: Programme, unit: Unit) => ({
  title: shortened(unitLabel(programme, unit), 75),
  value: unit.id as string,
});

/** The sign of each colour, the same on every card (CARDS rule 5). */
export const signText: Record<Sign, string> = { green: '✓', yellow: '!', red: '✕', silent: '–', 'not-relevant': '∅' };

const tones = {
  green: 'Good',
  // The sign says it: Teams' own warning colour cannot be read on white.
  yellow: 'Default',
  red: 'Attention',
  silent: 'Default',
  'not-relevant': 'Default',
} as const;

/** How a sign is drawn: "✓ grønn" and its colour; those without one are subtle. */
export const signLook = (sign: Sign, language: Language) => ({
  mark: signText[sign],
  sign: `${signText[sign]} ${say(language, `checklist.sign.${sign}`)}`,
  tone: tones[sign],
  subtle: sign === 'silent' || sign === 'not-relevant',
});

/** A text of a template in the reader's language. */
export const inLanguage = (texts: Item['text'], language: Language): string => texts[spoken(language)];

/** The number of an item as its readers count: its place in the checklist, from 1. */
export const numberOf = (checklist: Pick<Checklist, 'items'>, item: string): number =>
  checklist.items.findIndex(({ id }) => id === item) + 1;

/** "2 Tidsplan" */
export const itemTitle = (checklist: Pick<Checklist, 'items'>, item: Item, language: Language): string =>
  `${numberOf(checklist, item.id)} ${inLanguage(item.area, language)}`;

const dayOf = (day: IsoDay) => ({ start: day, end: day, precision: 'day' as const, text: day });

/** "onsdag 11. februar" */
export const dueText = (due: IsoDay, { language, today }: Reader): string =>
  writeWhen(dayOf(due), spoken(language), { today });

/** "om 7 dager", "2 dager på overtid" */
export const distanceText = (due: IsoDay, { language, today }: Reader): string =>
  writeDistance(dayOf(due), today, spoken(language));

/** The name and due date with which a checklist's sentences begin. */
export const nameAndDue = (checklist: Pick<Checklist, 'name' | 'due'>, reader: Reader) => ({
  name: inLanguage(checklist.name, reader.language),
  due: dueText(checklist.due, reader),
});

export const momentText = (at: string, { timeZone, language, today }: Reader): string =>
  writeInstant(at, timeZone, spoken(language), { today });

/** "Kari Lund, Ola Vik og 3 til": names in a sentence, the first five of them. */
export function listed(names: readonly string[], language: Language, most = 5): string {
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), say(language, 'checklist.more-names', { count: rest })] : names;
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : spoken(language), { type: 'conjunction' }).format(shown);
}

export const nameOf = (person: string, persons: ReadonlyMap<string, Person>, language: Language): string =>
  persons.get(person)?.name ?? say(language, 'checklist.someone');

export const capital = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(spoken(language)) + text.slice(1);

/** Buttons that lead through the pages of a list; the way back is in the menu when `tight`. */
export function pageButtons<T>(
  page: Page<T>,
  words: { next: SentenceKey; previous: SentenceKey },
  to: (page: number) => { verb: string; data: Record<string, string> },
  { language, tight = false }: { language: Language; tight?: boolean },
): Button[] {
  const made = (key: SentenceKey, target: number, more: Partial<Button> = {}) => {
    const { verb, data } = to(target);
    const count = Math.min(page.size, page.total - target * page.size);
    return button(say(language, key, { count }), verb, data, { associatedInputs: 'none', ...more });
  };
  return [
    ...(page.page + 1 < page.pages ? [made(words.next, page.page + 1)] : []),
    ...(page.page > 0 ? [made(words.previous, page.page - 1, tight ? { mode: 'secondary' } : {})] : []),
  ];
}

/** "6–10 av 23", empty when all fits on one page. */
export const rangeText = <T>({ first, last, total, pages }: Page<T>, language: Language, key: SentenceKey): string =>
  pages > 1 ? say(language, key, { first, last, total }) : '';

/**
 * Short texts beside each other. Each stays whole where the line breaks (a dash lets it break even before a hard space,
 * hence the word joiner), and the wide blanks do not melt together as plain ones do in HTML; the plain one after each is
 * where the line may break, also before a dash.
 */
export const besideEachOther = (texts: readonly string[]): string =>
  texts.map((text) => text.replaceAll(' ', '\u2060\u00A0')).join('\u2002 ');
