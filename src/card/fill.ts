import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Template } from 'adaptivecards-templating';
import type { Language } from '#calendar/when.ts';
import {
  action,
  type Card,
  type CardAction,
  type CardContent,
  cardContent,
  type Element,
  type Mention,
} from './card.ts';
import { lackingIn } from './lacking.ts';

const folder = fileURLToPath(new URL('../../cards/', import.meta.url));
const templates = new Map<string, { written: object; prepared: Template }>();

function template(name: string) {
  const known = templates.get(name);
  if (known) return known;
  const written: object = JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'));
  const made = { written, prepared: new Template(written) };
  templates.set(name, made);
  return made;
}

/** The names of all templates, `feature/name`, for tests that look at each of them. */
export function templateNames(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replaceAll('\\', '/').slice(0, -'.json'.length))
    .sort();
}

// A stand-in for the `${` of people's own text, so that what is left after filling is a key that the data lacked.
const guard = '\uE000{';
const leftIn = /\$\{[^}]*\}/;
const deep = (value: unknown, change: (text: string) => string): unknown =>
  typeof value === 'string'
    ? change(value)
    : Array.isArray(value)
      ? value.map((v) => deep(v, change))
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, deep(v, change)]))
        : value;

/** Whether some text in it holds the sign by which templates name what is to be put there. */
const hasSign = (value: unknown): boolean =>
  typeof value === 'string'
    ? value.includes('${')
    : typeof value === 'object' && value !== null && Object.values(value).some(hasSign);

/**
 * Fills the template `cards/<name>.json` with data from a feature's `view.ts`. Data is never evaluated as a template
 * (PLATFORMS T11). Every button gets the `Action.Submit` fallback that older clients need (T18).
 * @param name `feature/name`, without the ending.
 * @param data What the template's `${…}` name; all texts plain, in one language.
 * @throws When the template names something that the data lacks, or holds an element that is not permitted: a bug.
 */
export function fillCard(
  name: string,
  data: object,
  about: { summary: string; language: Language; title?: string; mentions?: Mention[] },
): Card {
  const { written, prepared } = template(name);
  // Hardly anybody writes such a sign, so most cards need no copies of all they hold.
  const isGuarded = hasSign(data);
  const guarded = isGuarded ? deep(data, (text) => text.replaceAll('${', guard)) : data;
  const filled: unknown = prepared.expand({ $root: guarded });
  const lacking = lackingIn(written, data) ?? (hasSign(filled) ? leftIn.exec(JSON.stringify(filled))?.[0] : undefined);
  if (lacking) throw new Error(`Card ${name}: nothing was given for ${lacking}`);
  const parsed = cardContent.safeParse(isGuarded ? deep(filled, (text) => text.replaceAll(guard, '${')) : filled);
  if (!parsed.success) throw new Error(`Card ${name} is not made of permitted elements: ${parsed.error.message}`);
  return { content: withFallbacks({ ...parsed.data, lang: about.language }), ...about };
}

/**
 * The same card, asking to be drawn anew by an action when the message that it stands in changes: for what a person is shown in place of a shared
 * card, and which may be true no more.
 */
export const redrawnBy = (card: Card, by: Extract<CardAction, { type: 'Action.Execute' }>): Card => ({
  ...card,
  content: withFallbacks({ ...card.content, refresh: { action: by } }),
});

function withFallbacks(content: CardContent): CardContent {
  return {
    ...content,
    ...(content.refresh
      ? { refresh: { action: withFallback(content.refresh.action) as typeof content.refresh.action } }
      : {}),
    body: content.body.map(inElement),
    ...(content.actions ? { actions: content.actions.map(withFallback) } : {}),
  };
}

function inElement(element: Element): Element {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map(withFallback) };
    case 'Container':
      return { ...element, items: element.items.map(inElement) };
    case 'ColumnSet':
      return { ...element, columns: element.columns.map((c) => ({ ...c, items: c.items.map(inElement) })) };
    default:
      return element;
  }
}

function withFallback(button: CardAction): CardAction {
  if (button.type !== 'Action.Execute') return action.parse(button);
  const { title, verb, data, associatedInputs } = button;
  return {
    ...button,
    fallback: {
      type: 'Action.Submit',
      title,
      data: { ...data, verb },
      ...(associatedInputs ? { associatedInputs } : {}),
    },
  };
}
