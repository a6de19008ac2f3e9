import type { Card, CardAction, CardContent, Column, Element, Image, Mention } from '#card/card.ts';
import { markdownSafe, tagSafe } from './escape-text.ts';

/** An Adaptive Card as Teams takes it: the official elements, and Teams' own settings in `msteams`. */
export type TeamsCard = Omit<CardContent, 'body' | 'actions'> & {
  body: Element[];
  actions?: CardAction[];
  msteams: { width: 'Full'; entities?: MentionEntity[] };
};

interface MentionEntity {
  type: 'mention';
  text: string;
  mentioned: { id: string; name: string };
}

/**
 * A card for Teams. Klar's cards hold plain text; what Teams would read as markdown or as a mention is made harmless
 * here (PLATFORMS T4, T24), and the card takes the width that there is (T10). Values of inputs, ids and the data of
 * buttons stay as they are.
 * @param tenant Where it will be read: people with a Teams account in this tenant are mentioned, the others named.
 */
export function renderCard(card: Card, tenant: string): TeamsCard {
  const { text, entities } = mentionsOf(card.mentions ?? [], tenant);
  const { body, actions, ...rest } = card.content;
  return {
    ...rest,
    body: body.map((element) => rendered(element, text)),
    ...(actions ? { actions: actions.map(button) } : {}),
    msteams: { width: 'Full', ...(entities.length > 0 ? { entities } : {}) },
  };
}

/** The text of the block `mentions`, and whom its `<at>` mean. They must fit one to one, or Teams refuses the card. */
function mentionsOf(mentions: Mention[], tenant: string): { text: string | undefined; entities: MentionEntity[] } {
  if (mentions.length === 0) return { text: undefined, entities: [] };
  const entities: MentionEntity[] = [];
  const names = mentions.map(({ name, accounts }) => {
    const account = accounts.find(
      (one) => one.surface === 'teams' && one.workspace.toLowerCase() === tenant.toLowerCase(),
    );
    if (!account) return markdownSafe(name);
    const plain = name.replace(/[<>&[\]]/gu, '');
    const text = `<at>${plain}</at>`;
    entities.push({ type: 'mention', text, mentioned: { id: account.address.id ?? account.user, name: plain } });
    return text;
  });
  return { text: names.join(', '), entities };
}

function rendered(element: Element, mentions: string | undefined): Element {
  switch (element.type) {
    case 'TextBlock': {
      const text = element.id === 'mentions' && mentions !== undefined ? mentions : markdownSafe(element.text);
      return { ...element, text };
    }
    case 'FactSet': {
      const facts = element.facts.map(({ title, value }) => ({
        title: markdownSafe(title),
        value: markdownSafe(value),
      }));
      return { ...element, facts };
    }
    case 'Container':
      return { ...element, items: element.items.map((item) => rendered(item, mentions)) };
    case 'ColumnSet': {
      const column = (one: Column) => ({ ...one, items: one.items.map((item) => rendered(item, mentions)) });
      return { ...element, columns: element.columns.map(column) };
    }
    case 'ActionSet':
      return { ...element, actions: element.actions.map(button) };
    case 'Image':
      // Pressed, it opens large in Teams' own viewer, unless it is to open something else.
      return element.selectAction ? { ...element, selectAction: button(element.selectAction) } : expanding(element);
    case 'Input.ChoiceSet': {
      const choices = element.choices.map(({ title, value }) => ({ title: tagSafe(title), value }));
      return { ...element, ...labels(element), choices };
    }
    case 'Input.Text':
    case 'Input.Date':
      return { ...element, ...labels(element) };
  }
}

/** What is written around an input. */
function labels(input: { label: string; errorMessage?: string | undefined; placeholder?: string | undefined }) {
  return {
    label: tagSafe(input.label),
    ...(input.errorMessage === undefined ? {} : { errorMessage: tagSafe(input.errorMessage) }),
    ...(input.placeholder === undefined ? {} : { placeholder: tagSafe(input.placeholder) }),
  };
}

/** `allowExpand` is Teams' own, and as such none of a card's elements. */
const expanding = (picture: Image): Image => Object.assign({}, picture, { msteams: { allowExpand: true } });

function button<A extends CardAction>(action: A): A {
  const title = tagSafe(action.title);
  if (action.type === 'Action.OpenUrl') return { ...action, title };
  const { fallback, tooltip } = action;
  return {
    ...action,
    title,
    ...(tooltip === undefined ? {} : { tooltip: tagSafe(tooltip) }),
    ...(typeof fallback === 'object' && fallback !== null ? { fallback: { ...fallback, title } } : {}),
  };
}
