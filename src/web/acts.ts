import type { Answer, Handle, IncomingFile, Visitor, Where } from '#chat/port.ts';
import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Board, PageCard, PageMessage } from './board.ts';
import type { Views } from './views.ts';

/** Who acts where, as the page's router has found them. `act` is made by the page and names the act. */
export interface Act {
  act: string;
  person: Person;
  place: Place;
  by: Visitor;
  where: Where;
}

/** What the page is told when an act is done; what others see too it reads from the messages. */
export interface Done {
  /** A sentence to the person who acted. `field` is the input that it is about. */
  notice?: { text: string; problem: boolean; field?: string };
}

export interface Acts {
  /** Somebody has typed something, sent files, or both. */
  say(act: Act, said: { text: string; mentions: Visitor[]; files: IncomingFile[] }): Promise<Done>;
  /** Somebody has pressed a button on a message that they can see. */
  press(act: Act, message: PageMessage, pressed: { verb: string; values: Record<string, string> }): Promise<Done>;
  /** Somebody has opened their own chat for the first time: Klar says hello there, once. */
  arrive(act: Act): Promise<Done>;
}

/** How many acts are remembered so that a double one gets the answer of the first. */
const ACTS_REMEMBERED = 1000;

/** Takes acts from the page to Klar and its answers back to the page's messages. */
export function createActs({ board, views, handle }: { board: Board; views: Views; handle: Handle }): Acts {
  const done = new Map<string, Promise<Done>>();

  /** The same act sent twice (a double click, a repeated request) is done once and answered twice. */
  function once(act: Act, run: (id: string) => Promise<Done>): Promise<Done> {
    const id = `${act.person.id}-${act.act}`;
    const known = done.get(id);
    if (known) return known;
    const running = run(id);
    done.set(id, running);
    // What failed may be tried again.
    running.catch(() => done.delete(id));
    for (const oldest of done.keys()) {
      if (done.size <= ACTS_REMEMBERED) break;
      done.delete(oldest);
    }
    return running;
  }

  /** A message of Klar's, for everyone in the place or for the person who acted. */
  async function post(act: Act, id: string, card: PageCard, forAll: boolean): Promise<void> {
    const only = forAll || act.place.kind === 'personal' ? {} : { only: act.person.id };
    await board.put({ place: act.place.id, text: card.summary, card, ...only }, `${id}-answer`);
  }

  /** Answers that look the same whether a line or a button was the cause. True when the answer was one of them. */
  async function answered(act: Act, id: string, answer: Answer): Promise<boolean> {
    if (answer.show === 'reply') await post(act, id, answer.card, true);
    else if (answer.show === 'private') await post(act, id, answer.card, false);
    else return false;
    return true;
  }

  return {
    say: (act, { text, mentions, files }) =>
      once(act, async (id) => {
        const shown = [text, ...files.map((file) => `📎 ${file.name}`)].filter((part) => part !== '').join('\n');
        const typed = await board.put({ place: act.place.id, by: act.person.id, text: shown }, `${id}-said`);
        const command = withMentions(text, mentions);
        const answer = await handle({
          type: 'command',
          id,
          by: act.by,
          where: act.where,
          text: command,
          mentions,
          files,
        });
        if (await answered(act, id, answer)) return {};
        switch (answer.show) {
          case 'replace':
            await post(act, id, answer.card, false);
            return {};
          case 'form':
          case 'ask-file':
            await post(act, id, { ...answer.card, purpose: answer.show }, false);
            return {};
          case 'notice':
            // What was typed goes back to the box to be mended, so it does not stand in the chat as well.
            if (answer.problem) await board.remove(typed.id);
            return { notice: noticeOf(answer) };
        }
        return {};
      }),

    press: (act, message, { verb, values }) =>
      once(act, async (id) => {
        const answer = await handle({ type: 'press', id, by: act.by, where: act.where, verb, values });
        const own = act.place.kind === 'personal' || message.only !== undefined;
        if (answer.show === 'replace') {
          views.putAway(act.person.id, message.id);
          const kept = asKept(answer.card);
          if (own) await board.redraw(message.id, kept, answer.card.summary);
          // Shown as it was answered; from the next change on it is drawn anew. What stands there for everyone is no version of
          // the reader's own, or later changes of it would not be seen.
          const stands = board.get(message.id);
          const isWhole = own && answer.shared && kept === answer.card;
          if (stands && !isWhole) views.show(act.person.id, stands, answer.card);
          board.touch();
          return {};
        }
        if (answer.show === 'form' || answer.show === 'ask-file') {
          views.show(act.person.id, message, { ...answer.card, purpose: answer.show });
          board.touch();
          return {};
        }
        if (answer.show === 'notice' && answer.problem) return { notice: noticeOf(answer) };
        // Whatever else it was, a form has done its work.
        await putAway(board, views, act.person.id, message);
        await answered(act, id, answer);
        return answer.show === 'notice' ? { notice: noticeOf(answer) } : {};
      }),

    arrive: (act) =>
      once(act, async (id) => {
        if (board.knows(`${id}-answer`)) return {};
        const { person, place } = act;
        const answer = await handle({ type: 'arrived', id, by: act.by, where: act.where });
        if (answer.show !== 'reply' && answer.show !== 'private') return {};
        // A hello comes before whatever Klar has had to say there already.
        const { card } = answer;
        const only = place.kind === 'personal' ? {} : { only: person.id };
        await board.put({ place: place.id, text: card.summary, card, ...only }, `${id}-answer`, true);
        return {};
      }),
  };
}

/**
 * A person's own version of a card as it is kept on disk. One that says itself how it is drawn anew is kept as its first
 * line alone: it may hold what the person has answered in an anonymous poll, and nothing that is stored may join the two
 * (DESIGN section 8). Readers see it drawn.
 */
function asKept(card: PageCard): PageCard {
  const { type, version, refresh } = card.content;
  if (!refresh) return card;
  const body = [{ type: 'TextBlock' as const, text: card.summary, wrap: true }];
  return { ...card, content: { type, version, refresh, body } };
}

/** Takes a form away: the reader's own version of a shared card, or the message that is nothing but the form. */
export async function putAway(board: Board, views: Views, person: string, message: PageMessage): Promise<void> {
  if (views.isForm(person, message.id)) {
    views.putAway(person, message.id);
    board.touch();
  } else if (message.card?.purpose !== undefined) {
    await board.remove(message.id);
  }
}

const noticeOf = ({ text, problem, field }: Answer & { show: 'notice' }): Done['notice'] => ({
  text,
  problem,
  ...(field === undefined ? {} : { field }),
});

/** `@Kari Myrvang` becomes `@{0}` where Kari is the first of the mentioned. Longer names go first: one may begin with another. */
function withMentions(text: string, mentions: readonly Visitor[]): string {
  return [...mentions.entries()]
    .sort(([, a], [, b]) => (b.name?.length ?? 0) - (a.name?.length ?? 0))
    .reduce((line, [index, { name }]) => (name ? line.replaceAll(`@${name}`, `@{${index}}`) : line), text);
}

/** Those of a list whose name stands in a text after an @. */
export function mentionedIn<V extends Visitor>(text: string, everyone: readonly V[]): V[] {
  return everyone.filter(({ name }) => name !== undefined && text.includes(`@${name}`));
}
