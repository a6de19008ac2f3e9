import type { Told } from './bot-link.ts';
import { asRead, type FoundAction, findActions } from './card-actions.ts';
import { MAX_REFRESH_USERS } from './check-card.ts';
import { membersOf, type Person } from './directory.ts';
import { type Filled, gatherInputs } from './gather-inputs.ts';
import { type Card, isRecord } from './shapes.ts';
import { perform, type Stage } from './stage.ts';
import { type Message, viewOf } from './state.ts';

/** A refresh is not asked for again before this (PLATFORMS T17). */
const REFRESH_PAUSE_MS = 60_000;

/** Chooses among buttons with the same words, by what they carry. */
export type Which = { where?: (data: Record<string, unknown>) => boolean };

/** An open dialog of a person: the card in it and the message it was opened from (PLATFORMS T23). */
type Dialog = { readonly card: Card; readonly title: string; readonly message: Message };

/** A person's hands on cards: buttons, refreshes, dialogs. Only what is really on the card as this person sees it can be pressed. */
export function pressing(stage: Stage, by: Person) {
  const { state, inbound } = stage;
  let dialog: Dialog | null = null;

  const invoke = (message: Message, name: string, value: unknown) =>
    perform(
      stage,
      by,
      inbound.inPlace(by, message.place, message.conversationId, {
        type: 'invoke',
        name,
        value,
        replyToId: message.id,
      }),
    );

  /** The base card stays; only this person sees the answer (PLATFORMS T15). */
  const invokeCard = async (message: Message, action: Card, data: Record<string, unknown>, trigger: string) => {
    const told = await invoke(message, 'adaptiveCard/action', {
      action: { type: 'Action.Execute', id: action.id ?? '', verb: action.verb ?? '', data },
      trigger,
    });
    if (told.outcome?.kind === 'card') {
      message.ownViews.set(by.id, told.outcome.card);
      state.changed();
    }
    return told;
  };

  const invokeDialog = async (message: Message, name: string, data: Record<string, unknown>) => {
    const told = await invoke(message, name, { data, context: { theme: 'default' } });
    if (told.outcome?.kind === 'dialog') {
      dialog = { card: told.outcome.card, title: told.outcome.title, message };
    } else if (told.outcome?.kind !== 'failed') {
      dialog = null;
    }
    return told;
  };

  /** `Action.Submit` comes as a message without text; its value holds the data (PLATFORMS T12). */
  const submit = (message: Message, data: Record<string, unknown>) =>
    perform(
      stage,
      by,
      inbound.inPlace(by, message.place, message.conversationId, {
        type: 'message',
        id: state.nextMessageId(),
        value: data,
        replyToId: message.id,
      }),
    );

  const cardInFrontOf = (message: Message): Card => {
    const card = viewOf(message, by);
    if (!membersOf(message.place).includes(by)) throw new Error(`Teams client: ${by.name} cannot see that message`);
    if (message.deleted || !card) throw new Error('Teams client: there is no card on that message');
    return card;
  };

  const refresh = async (message: Message, trigger: 'automatic' | 'manual'): Promise<Told | null> => {
    const card = cardInFrontOf(message);
    const action = isRecord(card.refresh) && isRecord(card.refresh.action) ? card.refresh.action : null;
    if (!action) return null;
    if (trigger === 'automatic' && !isRefreshedFor(card, message, by)) return null;
    const lastMs = message.refreshedAtMs.get(by.id);
    if (trigger === 'automatic' && lastMs !== undefined && state.now() - lastMs <= REFRESH_PAUSE_MS) return null;
    message.refreshedAtMs.set(by.id, state.now());
    return invokeCard(message, action, dataOf(action), trigger);
  };

  return {
    /**
     * Presses a button, found by its title, verb or id, after filling in `inputs`. `Action.Execute` becomes an invoke, whose
     * card this person then sees; `Action.Submit` becomes a message or opens a dialog.
     * Throws when there is no such button for this person, when several fit, or when a client would not send the inputs.
     */
    async press(message: Message, label: string, inputs: Filled = {}, which: Which = {}): Promise<Told> {
      const found = findButton(findActions(cardInFrontOf(message)), label, which);
      const data = { ...dataOf(found.action), ...valuesFor(found, inputs) };
      if (found.action.type === 'Action.Execute') return invokeCard(message, found.action, data, 'manual');
      if (found.action.type === 'Action.Submit') {
        return opensDialog(found.action) ? invokeDialog(message, 'task/fetch', data) : submit(message, data);
      }
      throw new Error(`Teams client: «${label}» is an ${found.action.type}, which the bot does not hear of`);
    },

    /** Presses in an old client, which knows no `Action.Execute` and shows its fallback (PLATFORMS T18). */
    async pressAsSubmit(message: Message, label: string, inputs: Filled = {}, which: Which = {}): Promise<Told> {
      const found = findButton(findActions(cardInFrontOf(message)), label, which);
      const action = found.action.type === 'Action.Execute' ? found.action.fallback : found.action;
      if (!isRecord(action) || action.type !== 'Action.Submit') {
        throw new Error(`Teams client: «${label}» has no Action.Submit for an old client`);
      }
      return submit(message, { ...dataOf(action), ...valuesFor({ ...found, action }, inputs) });
    },

    /**
     * The message comes into this person's view. Asks for a refresh if the card wants one for them and the last is older
     * than a minute (PLATFORMS T16, T17); otherwise null.
     */
    looks: (message: Message) => refresh(message, 'automatic'),

    /** "Refresh card" in the message's menu; null when the card has no refresh. */
    refreshes: (message: Message) => refresh(message, 'manual'),

    /** The dialog that stands open before this person, or null. */
    dialog: (): Dialog | null => dialog,

    /** Presses a button of the open dialog. */
    async pressInDialog(label: string, inputs: Filled = {}, which: Which = {}): Promise<Told> {
      if (!dialog) throw new Error(`Teams client: ${by.name} has no dialog open`);
      const found = findButton(findActions(dialog.card), label, which);
      if (found.action.type !== 'Action.Submit') throw new Error(`Teams client: «${label}» does nothing in a dialog`);
      const data = { ...dataOf(found.action), ...valuesFor(found, inputs) };
      return invokeDialog(dialog.message, 'task/submit', data);
    },

    /** Closes the open dialog without sending it; the bot does not hear of that. */
    closesDialog(): void {
      dialog = null;
    },
  };
}

function findButton(actions: readonly FoundAction[], label: string, { where }: Which): FoundAction {
  const live = actions.filter(({ action, visible }) => visible && action.isEnabled !== false);
  const named = [
    live.filter(({ action }) => asRead(String(action.title)) === label),
    live.filter(({ action }) => action.verb === label),
    live.filter(({ action }) => action.id === label),
  ].find((some) => some.length > 0);
  const fitting = (named ?? []).filter(({ action }) => !where || where(dataOf(action)));
  const [only, ...more] = fitting;
  if (only && more.length === 0) return only;
  const titles = live.map(({ action }) => `«${action.title ?? action.verb ?? action.id}»`).join(', ') || 'no buttons';
  throw new Error(
    only
      ? `Teams client: ${fitting.length} buttons fit «${label}»; choose one with { where }`
      : `Teams client: no button «${label}»; there are ${titles}`,
  );
}

function dataOf(action: Card): Record<string, unknown> {
  return isRecord(action.data) ? action.data : {};
}

function valuesFor({ action, inputs }: FoundAction, filled: Filled): Record<string, string> {
  return action.associatedInputs === 'none' ? gatherInputs([], filled) : gatherInputs(inputs, filled);
}

function opensDialog(action: Card): boolean {
  const { msteams } = dataOf(action);
  return isRecord(msteams) && msteams.type === 'task/fetch';
}

/** Listed people have their card refreshed; without a list everybody, in conversations of at most 60 (PLATFORMS T16). */
function isRefreshedFor(card: Card, message: Message, by: Person): boolean {
  const userIds = isRecord(card.refresh) ? card.refresh.userIds : undefined;
  return Array.isArray(userIds) ? userIds.includes(by.id) : membersOf(message.place).length <= MAX_REFRESH_USERS;
}
