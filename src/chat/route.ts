import type { Language } from '#calendar/when.ts';
import type { Person, SurfaceName } from '#people/person.ts';
import type { Place } from '#people/place.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo } from '#people/roles.ts';
import type { Store } from '#store/port.ts';
import { say } from '#words/say.ts';
import { chatFeature, welcome } from './actions/chat-feature.ts';
import { notUnderstood } from './actions/help.ts';
import { awaitingCard } from './actions/mine.ts';
import type { Feature, Press, Turn, World } from './feature.ts';
import { understand } from './grammar.ts';
import type { Log } from './log.ts';
import { type Defaults, derivedId, languageOf, meet, settle } from './meet.ts';
import type { Answer, Handle, Incoming, Outbox } from './port.ts';
import { changingNothing } from './read-only.ts';

export interface House {
  store: Store;
  outbox: Outbox;
  now(): Temporal.Instant;
  features: Feature[];
  defaults: Defaults;
  log: Log;
  unreachable?: ReadonlySet<SurfaceName> | undefined;
}

/**
 * The one door from every surface: meets the person, finds the place and the programme, and runs the action that the
 * command or the button names. Whatever goes wrong becomes a sentence for the person and one line in the log.
 */
export function createHandle(house: House): Handle {
  const features = [chatFeature(house.features), ...house.features];
  const commands = features.flatMap((f) => f.commands);
  const presses = new Map(features.flatMap((f) => f.presses).map((p) => [p.verb, p]));

  /** @param speaks Is told in which language to say it if something goes wrong from here on. */
  async function answer(incoming: Incoming, speaks: (language: Language) => void): Promise<Answer> {
    if (incoming.type === 'left') return left(house, incoming);
    const pressed = incoming.type === 'press' ? pressedButton(presses, incoming) : undefined;
    // What the platform does by itself changes nothing, and neither does a button that Klar does not know.
    const automatic = pressed?.automatic === true;
    const save = !automatic && pressed?.press !== null;
    const { person, isNew, learnedEmail } = await meet(house.store, incoming.by, house.defaults, save);
    speaks(person.language);
    const newPlace = (await house.store.places.byKey(incoming.where)) === undefined;
    const place = await settle(house.store, incoming.where, person, house.defaults, save);
    const turn = await turnOf(house, incoming, person, place);
    const introduce = async () => {
      if (save && (isNew || learnedEmail)) await tellFeatures(features, turn);
    };
    if (incoming.type !== 'press') await introduce();

    switch (incoming.type) {
      case 'arrived':
        return welcome(turn);
      case 'home':
        return { show: 'private', card: await awaitingCard(turn, features) };
      case 'press': {
        if (!pressed?.press) {
          house.log.warn({ verb: incoming.verb, person: person.id, place: place.id }, 'press refused: unknown button');
          return { show: 'notice', problem: true, text: say(turn.language, 'chat.unknown-press') };
        }
        const came = await pressed.press.run(automatic ? changingNothing(turn) : turn, pressed.values, { automatic });
        // What is wrong at a field is mended by whoever filled it in; any other refusal is for the operator, too.
        if (came.show === 'notice' && came.problem && came.field === undefined && !automatic) {
          house.log.info({ verb: incoming.verb, person: person.id, place: place.id }, 'press refused');
          // A stranger's press that comes to nothing leaves nothing behind, not even that they were here.
          if (isNew) await house.store.persons.remove(person.id);
          if (newPlace) await house.store.places.remove(place.id);
          return came;
        }
        await introduce();
        return came;
      }
      case 'command': {
        const files = incoming.files ?? [];
        const text = incoming.text.trim();
        const takesFiles = features.find((f) => f.file);
        if (files.length > 0 && text === '' && takesFiles?.file) return takesFiles.file(turn, files);
        const understood = understand(text || 'help', commands);
        if (!understood.found) {
          const taken = await takenAsLines(features, turn, text);
          return taken ?? notUnderstood(turn, understood.word, understood.nearest, commands);
        }
        const { found, args, rest } = understood;
        return found.run(turn, { args, rest, mentions: incoming.mentions ?? [], files });
      }
    }
  }

  return async (incoming) => {
    let language = languageOf(incoming.by.locale, house.defaults.language);
    try {
      return await answer(incoming, (known) => {
        language = known;
      });
    } catch (error) {
      house.log.error(
        { err: error, type: incoming.type, ...('verb' in incoming ? { verb: incoming.verb } : {}) },
        'an act failed',
      );
      return { show: 'notice', problem: true, text: say(language, 'chat.failed') };
    }
  };
}

/** The button's action and its checked values; `press: null` when there is no such button or it was given other values. */
function pressedButton(presses: ReadonlyMap<string, Press>, incoming: Incoming & { type: 'press' }) {
  const automatic = incoming.automatic === true;
  const press = presses.get(incoming.verb);
  const values = press?.values.safeParse(incoming.values);
  return press && values?.success ? { press, values: values.data, automatic } : { press: null, automatic };
}

/** What features do when somebody is met must not cost the person the answer to what they came with. */
async function tellFeatures(features: Feature[], turn: Turn): Promise<void> {
  for (const feature of features) {
    try {
      await feature.met?.(turn);
    } catch (error) {
      turn.log.error({ err: error, person: turn.by.id }, 'meeting somebody failed');
    }
  }
}

/** What a feature makes of several lines that are no command; in channels people write to each other. */
async function takenAsLines(features: Feature[], turn: Turn, text: string): Promise<Answer | undefined> {
  if (turn.place.kind !== 'personal' || !text.includes('\n')) return undefined;
  for (const feature of features) {
    const taken = await feature.lines?.(turn, text);
    if (taken) return taken;
  }
  return undefined;
}

async function turnOf(house: House, incoming: Incoming, person: Person, place: Place): Promise<Turn> {
  let made = 0;
  const programme = await programmeOf(house.store, person, place);
  return {
    store: house.store,
    outbox: house.outbox,
    now: house.now,
    log: house.log,
    ...(house.unreachable ? { unreachable: house.unreachable } : {}),
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
    // A channel is shared, and whoever is in it may see; a person's own chat follows what the person is part of.
    if (bound && (place.kind !== 'personal' || belongsTo(bound, person.id))) return bound;
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
