import type { Card } from '#card/card.ts';
import type { Turn } from '#chat/feature.ts';
import { sameName } from '#people/find-unit.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { say } from '#words/say.ts';
import type { Activity, Plan } from '../activity.ts';
import { type Filter, filterText, searchFor } from '../asking/filter.ts';
import { lookFor } from '../asking/find-row.ts';
import { searchRows } from '../asking/search.ts';
import { button, messageCard } from './common.ts';

/** Buttons for units that may be meant, beside the one that searches (CARDS rule 3). */
const mostUnits = 3;
/** Letters of what was typed that are said back; somebody may have pasted a page. */
const textShown = 40;

const shortened = (text: string): string =>
  text.length > textShown ? `${text.slice(0, textShown).trim()}…` : text.trim();

/** The one row that was asked for by its number or its whole title, so that it can be opened at once. */
export function rowNamed(plan: Plan, asked: string): Activity | undefined {
  const { rows, named } = lookFor(plan.activities, asked);
  const [only, ...others] = rows;
  if (!only || !named || others.length > 0) return undefined;
  const isNumber = /^(?:rad(?:en)?|row|nr\.?|#)?\s*\d+\.?$/iu.test(asked.trim());
  return isNumber || sameName(only.title) === sameName(asked) ? only : undefined;
}

/**
 * That what was asked for after `plan` is no time, unit or gate: with what is nearest to it, and the way to search.
 * @param near Units, and words after `plan`, that may be meant.
 */
export function notFoundCard(
  turn: Turn,
  { programme, plan }: { programme: Programme; plan: Plan },
  asked: string,
  near: { units: readonly Unit[]; words: readonly string[] },
): Card {
  const { language } = turn;
  const [word] = near.words;
  const rest = asked.trim().replace(/^\S+\s*/u, '');
  const show = (title: string, filter: Filter, style?: 'positive') =>
    button(
      title,
      'plan.show',
      { programme: programme.id, filter: filterText(filter), from: '0' },
      style ? { style } : {},
    );
  // "plan serach kurs" means to search for "kurs".
  const sought = word !== undefined && isSearchWord(word) && rest !== '' ? rest : asked;
  const count = searchRows(plan.activities, sought).rows.length;
  const quoted = (text: string) => say(language, 'chat.quoted', { text });
  const meant = near.words.map((one) => quoted(['plan', one, shortened(rest)].join(' ').trim())).join(', ');
  const text = [
    meant === '' ? '' : say(language, 'plan.did-you-mean', { nearest: meant }),
    count > 0 ? say(language, 'plan.search-would-find', { text: shortened(sought), count }) : '',
    meant === '' ? say(language, 'plan.ask-like-this') : '',
  ].filter((part) => part !== '');
  return messageCard(language, say(language, 'plan.not-found', { text: shortened(asked) }), {
    text: text.join(' '),
    actions: [
      show(say(language, 'plan.search-for', { text: shortened(sought) }), searchFor(sought), 'positive'),
      ...near.units.slice(0, mostUnits).map((unit) => show(buttonTitle(unit.name), { by: 'unit', unit: unit.name })),
    ],
  });
}

/** Longest title of a button (PLATFORMS S12). */
const buttonTitle = (name: string): string => (name.length > 75 ? `${name.slice(0, 74)}…` : name);

const isSearchWord = (word: string): boolean => ['search', 'søk', 'sök', 'finn', 'find', 'hitta'].includes(word);
