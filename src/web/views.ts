import type { Handle, Visitor, Where } from '#chat/port.ts';
import type { PageCard, PageMessage } from './board.ts';

/** Who looks at which message, and from where. */
export interface Looking {
  person: string;
  by: Visitor;
  where: Where;
}

interface View {
  card: PageCard;
  /** The shared card that stood there when the view was made. */
  base: PageCard | undefined;
}

/**
 * What each reader sees in place of a shared card: a form that they are filling in, or their own version of it. Not
 * kept on disk: after a restart everybody sees the shared card, or the version that Klar answers with.
 */
export interface Views {
  /**
   * From now on this reader sees `card` there: until it is put away or the next answer takes its place. One that asks to
   * be refreshed is drawn anew when the shared card changes.
   */
  show(person: string, message: PageMessage, card: PageCard): void;
  /** Puts the reader's own version away. True when there was one. */
  putAway(person: string, message: string): boolean;
  /** Whether the reader has a form open there. */
  isForm(person: string, message: string): boolean;
  /** The card as this reader sees it. */
  cardFor(looking: Looking, message: PageMessage, handle: Handle): Promise<PageCard | undefined>;
}

export function createViews(): Views {
  const views = new Map<string, View>();
  const key = (person: string, message: string) => `${person} ${message}`;

  return {
    show: (person, message, card) => void views.set(key(person, message.id), { card, base: message.card }),
    putAway: (person, message) => views.delete(key(person, message)),
    isForm: (person, message) => views.get(key(person, message))?.card.purpose !== undefined,

    async cardFor(looking, message, handle) {
      const at = key(looking.person, message.id);
      const view = views.get(at);
      if (view && (view.card.purpose !== undefined || view.base === message.card)) return view.card;
      // A step that the reader is in the middle of, such as a question, stays as a form does: only a card that asks to be
      // kept up to date is drawn anew, and it says itself by what.
      const refresh = view ? view.card.content.refresh?.action : message.card?.content.refresh?.action;
      if (!refresh) return view ? view.card : message.card;
      const answer = await handle({
        type: 'press',
        automatic: true,
        id: `look-${looking.person}-${message.id}`,
        verb: refresh.verb,
        values: refresh.data ?? {},
        by: looking.by,
        where: looking.where,
      });
      if (answer.show !== 'replace') {
        if (views.get(at) === view) views.delete(at);
        return message.card;
      }
      if (view && views.get(at) === view) views.set(at, { card: answer.card, base: message.card });
      return answer.card;
    },
  };
}
