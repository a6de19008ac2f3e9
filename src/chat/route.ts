import type { Person } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import type { Store } from '#store/port.ts';
import { say } from '#words/say.ts';
import { chatFeature, welcome } from './actions/chat-feature.ts';
import { notUnderstood } from './actions/help.ts';
import { awaitingCard } from './actions/mine.ts';
import type { Feature, Turn, World } from './feature.ts';
import { understand } from './grammar.ts';
import type { Log } from './log.ts';
import { type Defaults, derivedId, languageOf, meet, settle } from './meet.ts';
import type { Answer, Handle, Incoming, Outbox } from './port.ts';

export interface House {
  store: Store;
  outbox: Outbox;
  now(): Temporal.Instant;
  features: Feature[];
  defaults: Defaults;
  log: Log;
}

/**
 * The one door from every surface: meets the person, finds the place and the programme, and runs the action that the
 * command or the button names. Whatever goes wrong becomes a sentence for the person and one line in the log.
 */
export function createHandle(house: House): Handle {
  const features = [chatFeature(house.features), ...house.features];
  const commands = features.flatMap((f) => f.commands);
  const presses = new Map(features.flatMap((f) => f.presses).map((p) => [p.verb, p]));

  async function answer(incoming: Incoming): Promise<Answer> {
    if (incoming.type === 'left') return left(house, incoming);
    const automatic = incoming.type === 'press' && incoming.automatic === true;
    const { person, isNew } = await meet(house.store, incoming.by, house.defaults, !automatic);
    const place = await settle(house.store, incoming.where, person, house.defaults, !automatic);
    const turn = await turnOf(house, incoming, person, place);
    if (isNew && !automatic) for (const f of features) await f.met?.(turn);

    switch (incoming.type) {
      case 'arrived':
        return welcome(turn);
      case 'home':
        return { show: 'private', card: await awaitingCard(turn, features) };
      case 'press': {
        const press = presses.get(incoming.verb);
        const values = press?.values.safeParse(incoming.values);
        if (!press || !values?.success) {
          house.log.warn({ verb: incoming.verb, person: person.id, place: place.id }, 'press refused: unknown button');
          return { show: 'notice', problem: true, text: say(turn.language, 'chat.unknown-press') };
        }
        return press.run(turn, values.data, { automatic });
      }
      case 'command': {
        const files = incoming.files ?? [];
        const takesFiles = features.find((f) => f.file);
        if (files.length > 0 && incoming.text.trim() === '' && takesFiles?.file) return takesFiles.file(turn, files);
        const understood = understand(incoming.text || 'help', commands);
        if (!understood.found) return notUnderstood(turn, understood.word, understood.nearest, commands);
        const { found, args, rest } = understood;
        return found.run(turn, { args, rest, mentions: incoming.mentions ?? [], files });
      }
    }
  }

  return async (incoming) => {
    try {
      return await answer(incoming);
    } catch (error) {
      house.log.error(
        { err: error, type: incoming.type, ...('verb' in incoming ? { verb: incoming.verb } : {}) },
        'an act failed',
      );
      const language = languageOf(incoming.by.locale, house.defaults.language);
      return { show: 'notice', problem: true, text: say(language, 'chat.failed') };
    }
  };
}

async function turnOf(house: House, incoming: Incoming, person: Person, place: Place): Promise<Turn> {
  let made = 0;
  const programme = await programmeOf(house.store, person, place);
  return {
    store: house.store,
    outbox: house.outbox,
    now: house.now,
    log: house.log,
    newId: () => derivedId(incoming.by.surface, incoming.by.workspace, incoming.id, String(made++)),
    by: person,
    place,
    ...(programme ? { programme } : {}),
    language: person.language,
    placeLanguage: place.kind === 'personal' ? person.language : place.language,
    audit: (what, on) =>
      house.store.audit.append({ at: house.now().toString(), by: person.id, what, on, from: place.id }),
  };
}

/** The programme that a place is bound to; in a person's own chat the one they chose, or the only one they are in. */
async function programmeOf(store: Store, person: Person, place: Place): Promise<Programme | undefined> {
  for (const id of [place.programme, place.kind === 'personal' ? person.programme : undefined]) {
    const bound = id === undefined ? undefined : await store.programmes.get(id);
    if (bound) return bound;
  }
  const all = await store.programmes.all();
  const here = all.filter((p) => p.place === place.id || p.units.some((u) => u.place === place.id));
  if (here.length === 1) return here[0];
  if (place.kind !== 'personal') return undefined;
  const own = all.filter((p) => belongsTo(p, person.id));
  return own.length === 1 ? own[0] : undefined;
}

/** Klar was taken out of a place: nothing is sent there until somebody speaks to it there again. */
async function left(house: House, incoming: Incoming): Promise<Answer> {
  const known = await house.store.places.byKey(incoming.where);
  if (known) {
    await house.store.places.change(known.id, (p) => ({
      next: { ...p, goneSince: house.now().toString() },
      outcome: true,
    }));
    house.log.info({ place: known.id }, 'Klar was removed from a place');
  }
  return { show: 'nothing' };
}

/** Runs every feature's part of a heartbeat. One that fails is logged and does not stop the others. */
export async function beat(features: Feature[], world: World): Promise<void> {
  for (const feature of features) {
    try {
      await feature.beat?.(world);
    } catch (error) {
      world.log.error({ err: error }, 'a heartbeat failed');
    }
  }
}
