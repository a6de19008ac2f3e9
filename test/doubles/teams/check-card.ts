import { elementsOf, type FoundAction, findActions, inputsOf } from './card-actions.ts';
import { checkAgainstSchema } from './card-schema.ts';
import { cardEntities, checkMentions, mentionTexts } from './check-mentions.ts';
import { type Card, isRecord } from './shapes.ts';
import type { Violation } from './state.ts';

/** At most so many people may have a card refreshed for them (PLATFORMS T16). */
export const MAX_REFRESH_USERS = 60;

export type CardCheck = {
  /** In a dialog only `Action.Submit` works (PLATFORMS T23). */
  readonly inDialog: boolean;
  readonly isKnown: (id: string) => boolean;
};

/** All that Teams would refuse, or show wrongly, on a card. An empty list is a good card. */
export function checkCard(card: unknown, { inDialog, isKnown }: CardCheck): Violation[] {
  if (!isRecord(card)) return [{ row: 'T1', problem: 'the card is no object' }];
  const actions = findActions(card);
  return [
    ...checkVersion(card, actions),
    ...checkMacros(card),
    ...actions.flatMap((found) => checkAction(found, inDialog)),
    ...checkRefresh(card, inDialog),
    ...checkImages(card, actions),
    ...checkInputIds(card, actions),
    ...checkMentions({ texts: mentionTexts(card), entities: cardEntities(card), isKnown }),
    ...checkAgainstSchema(card),
  ];
}

function checkVersion(card: Card, actions: readonly FoundAction[]): Violation[] {
  const minor = /^1\.([0-5])$/.exec(String(card.version))?.[1];
  if (minor === undefined) return [{ row: 'T1', problem: `version «${card.version}» is not 1.0 to 1.5` }];
  const universal = isRecord(card.refresh) || actions.some(({ action }) => action.type === 'Action.Execute');
  return universal && Number(minor) < 4
    ? [{ row: 'T18', problem: `Action.Execute and refresh need version 1.4, not ${card.version}` }]
    : [];
}

/** Teams knows no date macros (PLATFORMS T3). */
function checkMacros(card: Card): Violation[] {
  const macro = /\{\{(DATE|TIME)\(/.exec(JSON.stringify(card))?.[0];
  return macro ? [{ row: 'T3', problem: `«${macro}» is shown as it is written` }] : [];
}

/** A template's name that found no value stays as it is (PLATFORMS T11). Only a warning: people may write such a thing themselves. */
export function warnOfLeftovers(card: unknown): Violation[] {
  const hole = /\$\{[^}]*\}?/.exec(JSON.stringify(card) ?? '')?.[0];
  return hole ? [{ row: 'T11', problem: `«${hole}» was perhaps left in the card by a template` }] : [];
}

function checkAction({ action, at }: FoundAction, inDialog: boolean): Violation[] {
  const violations: Violation[] = [];
  const name = String(action.title ?? action.id ?? action.type);
  if (action.type === 'Action.Execute') {
    if (inDialog) violations.push({ row: 'T23', problem: `«${name}» is an Action.Execute inside a dialog` });
    const fallback = isRecord(action.fallback) ? action.fallback : null;
    if (fallback?.type !== 'Action.Submit') {
      violations.push({ row: 'T18', problem: `«${name}» has no Action.Submit as fallback` });
    }
    if (at !== 'actionSet' && at !== 'card') {
      violations.push({ row: 'T18', problem: `«${name}» stands neither in an ActionSet nor in the card's actions` });
    }
    violations.push(...checkData(fallback?.data, name));
  }
  return [...violations, ...checkData(action.data, name)];
}

/** A button carries a verb and ids as strings; `msteams` alone is an object, which belongs to Teams. */
function checkData(data: unknown, name: string): Violation[] {
  if (data === undefined) return [];
  const row = 'T13';
  if (!isRecord(data)) return [{ row, problem: `the data of «${name}» are no object, so no input could be added` }];
  return Object.entries(data)
    .filter(([key, value]) => key !== 'msteams' && typeof value !== 'string')
    .map(([key]) => ({ row, problem: `«${key}» in the data of «${name}» is no string` }));
}

function checkRefresh(card: Card, inDialog: boolean): Violation[] {
  if (card.refresh === undefined) return [];
  if (inDialog) return [{ row: 'T23', problem: 'a dialog cannot refresh' }];
  const refresh = isRecord(card.refresh) ? card.refresh : {};
  const violations: Violation[] = [];
  const row = 'T16';
  if (!isRecord(refresh.action) || refresh.action.type !== 'Action.Execute') {
    violations.push({ row, problem: 'refresh has no Action.Execute' });
  } else {
    violations.push(...checkData(refresh.action.data, 'refresh'));
  }
  const userIds = Array.isArray(refresh.userIds) ? refresh.userIds : [];
  if (userIds.length > MAX_REFRESH_USERS) {
    violations.push({
      row,
      problem: `refresh names ${userIds.length} people, at most ${MAX_REFRESH_USERS} are allowed`,
    });
  }
  for (const id of userIds) {
    if (!String(id).startsWith('29:')) violations.push({ row, problem: `«${id}» in refresh.userIds is no MRI` });
  }
  return violations;
}

/** Pictures: HTTPS addresses only; data addresses stay blank on desktop and web (PLATFORMS T6). */
function checkImages(card: Card, actions: readonly FoundAction[]): Violation[] {
  const elements = allCards(card, actions).flatMap(elementsOf);
  const urls = [
    ...elements.filter((element) => element.type === 'Image').map((image) => image.url),
    ...actions.map(({ action }) => action.iconUrl).filter((url) => url !== undefined),
  ];
  return urls
    .filter((url) => !String(url).startsWith('https://'))
    .map((url) => ({
      row: 'T6',
      problem: `a picture at «${String(url).slice(0, 60)}» is not fetched, only https:// is`,
    }));
}

/** Two inputs with one id overwrite each other in what the client sends. */
function checkInputIds(card: Card, actions: readonly FoundAction[]): Violation[] {
  const ids = allCards(card, actions)
    .flatMap(inputsOf)
    .map((input) => input.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? [] : [{ row: 'T13', problem: `the input id «${twice}» stands twice on the card` }];
}

function allCards(card: Card, actions: readonly FoundAction[]): Card[] {
  return [card, ...actions.map(({ action }) => action.card).filter(isRecord)];
}
