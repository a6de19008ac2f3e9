import { z } from 'zod';
import { countryOfZone } from '#calendar/zone.ts';
import { type Command, press, type Turn } from '#chat/feature.ts';
import { derivedId } from '#chat/meet.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sameName } from '../find-unit.ts';
import { type Programme, programmeId } from '../programme.ts';
import { belongsTo, mayLead } from '../roles.ts';
import { placeName } from '../view.ts';
import { button, heldByOthers, leadOnly, messageCard, ownerNames, problem } from './common.ts';
import { nameLeader, readLeader } from './leaders.ts';
import { programmeCard } from './programme-card.ts';
import { readPlacing, setPlacing } from './programme-zone.ts';

/** Letters of a programme's name: it stands on many cards, and on a phone. */
const longestName = 100;

/**
 * `programme "NAME"`: makes or chooses a programme and binds this place to it. Without a name it shows the one of this
 * place; `programme owner @who` and `coordinator @who` name those who lead it, `programme zone ZONE` says where it is.
 */
export const programmeCommand: Command = {
  verb: 'programme',
  words: { nb: ['program'], sv: ['program'] },
  help: 'people.help.programme',
  usage: 'people.usage.programme',
  async run(turn, input) {
    const { args } = input;
    const leader = readLeader(args);
    if (leader) return nameLeader(turn, leader, input);
    const name = args.join(' ').trim();
    if (name === '') {
      if (!turn.programme) return choose(turn);
      return { show: 'private', card: await programmeCard(turn, turn.programme) };
    }
    const placing = readPlacing(args);
    if (placing) return setPlacing(turn, placing);
    const named = (await turn.store.programmes.all()).filter((p) => sameName(p.name) === sameName(name));
    const own = named.find((p) => belongsTo(p, turn.by.id));
    const id = turn.newId();
    // Its own id says that this act has made it already: acts may arrive twice.
    if (own) return own.id === id ? make(turn, name, id) : bind(turn, own);
    const near = await ownedBesideMe(turn, named);
    if (near) {
      return problem(
        say(turn.language, 'people.programme-of-others', { name: near.name, owners: await ownerNames(turn, near) }),
      );
    }
    if (name.length > longestName) return problem(say(turn.language, 'people.programme-long', { most: longestName }));
    const holder = await heldByOthers(turn);
    return holder ? leadOnly(turn, holder) : make(turn, name, id);
  },
};

/** A programme of that name whose owner is in the same workspace: colleagues are told, strangers learn nothing. */
async function ownedBesideMe(turn: Turn, named: Programme[]): Promise<Programme | undefined> {
  for (const one of named) {
    for (const id of one.owners) {
      const owner = await turn.store.persons.get(id);
      if (owner?.accounts.some((a) => a.surface === turn.place.surface && a.workspace === turn.place.workspace))
        return one;
    }
  }
  return undefined;
}

async function make(turn: Turn, name: string, id: string): Promise<Answer> {
  const { place, by } = turn;
  const earlier = place.programme ?? (place.kind === 'personal' ? by.programme : undefined) ?? '';
  const programme: Programme = {
    id: programmeId.parse(id),
    name,
    language: turn.placeLanguage,
    country: countryOfZone(by.timeZone, turn.placeLanguage),
    timeZone: by.timeZone,
    owners: [by.id],
    coordinators: [],
    ...(place.kind === 'personal' ? {} : { place: place.id }),
    units: [],
  };
  const isNew = await turn.store.programmes.add(programme);
  await bindPlace(turn, programme);
  if (isNew) await turn.audit('programme.make', { programme: programme.id });
  return {
    show: place.kind === 'personal' ? 'reply' : 'private',
    card: messageCard(turn.language, say(turn.language, 'people.programme-made', { name }), {
      text: say(turn.language, 'people.programme-next'),
      actions: [
        button(say(turn.language, 'people.undo'), 'people.programme-undo', {
          programme: programme.id,
          place: place.id,
          before: earlier === id ? '' : earlier,
        }),
      ],
    }),
  };
}

async function bindPlace(turn: Turn, programme: Programme): Promise<void> {
  const { place, by, store } = turn;
  if (place.kind === 'personal') {
    await store.persons.change(by.id, (p) => ({ next: { ...p, programme: programme.id }, outcome: true }));
  }
  await store.places.change(place.id, (p) => ({ next: { ...p, programme: programme.id }, outcome: true }));
  if (place.kind !== 'personal' && !programme.place) {
    await store.programmes.change(programme.id, (p) => ({
      next: p.place ? p : { ...p, place: place.id },
      outcome: true,
    }));
  }
}

async function bind(turn: Turn, programme: Programme): Promise<Answer> {
  const { language, place } = turn;
  if (place.kind !== 'personal' && !mayLead(programme, turn.by.id)) return leadOnly(turn, programme);
  const holder = await heldByOthers(turn);
  if (holder) return leadOnly(turn, holder);
  await bindPlace(turn, programme);
  await turn.audit('programme.bind', { programme: programme.id, place: place.id });
  const title =
    place.kind === 'personal'
      ? say(language, 'people.programme-chosen-own', { name: programme.name })
      : say(language, 'people.programme-chosen', { place: placeName(place, language), name: programme.name });
  return { show: 'private', card: messageCard(language, title) };
}

/** Buttons on one card (CARDS rule 3). */
const choicesShown = 4;

/** Where the place has no programme: those that the person is in, to choose among. */
async function choose(turn: Turn): Promise<Answer> {
  const { language } = turn;
  const own = (await turn.store.programmes.all()).filter((p) => belongsTo(p, turn.by.id));
  if (own.length === 0) return problem(say(language, 'people.no-programme'));
  const left = own.length - choicesShown;
  return {
    show: 'private',
    card: messageCard(language, say(language, 'people.choose-programme'), {
      text: left > 0 ? say(language, 'people.choose-programme-more', { count: left }) : '',
      actions: own
        .slice(0, choicesShown)
        .map((p) => button(p.name.slice(0, 75), 'people.choose-programme', { programme: p.id })),
    }),
  };
}

export const programmePresses = [
  press({
    verb: 'people.choose-programme',
    values: z.object({ programme: z.string() }),
    async run(turn, values) {
      const programme = await turn.store.programmes.get(values.programme);
      if (!programme || !belongsTo(programme, turn.by.id)) return problem(say(turn.language, 'people.no-programme'));
      const answer = await bind(turn, programme);
      return answer.show === 'private' ? { show: 'replace', card: answer.card } : answer;
    },
  }),
  press({
    verb: 'people.programme-undo',
    values: z.object({ programme: z.string(), place: z.string().default(''), before: z.string().default('') }),
    async run(turn, values) {
      const { language, store } = turn;
      const undone: Answer = { show: 'replace', card: messageCard(language, say(language, 'people.undone')) };
      const programme = await store.programmes.get(values.programme);
      if (!programme) return undone;
      if (!programme.owners.includes(turn.by.id) || (await isUsed(turn, programme))) {
        return problem(say(language, 'people.programme-not-undone'));
      }
      const before = await store.programmes.get(values.before);
      for (const place of await store.places.all()) {
        if (place.programme !== programme.id) continue;
        // A button proves nothing: the place goes back only to a programme to which this person could have bound it.
        const may = place.kind === 'personal' ? belongsTo : mayLead;
        const back = before && place.id === values.place && may(before, turn.by.id) ? before.id : undefined;
        await store.places.change(place.id, ({ programme: _, ...rest }) => ({
          next: { ...rest, ...(back ? { programme: back } : {}) },
          outcome: true,
        }));
      }
      await store.persons.change(turn.by.id, ({ programme: chosen, ...rest }) => ({
        next: { ...rest, ...(chosen === undefined || chosen === programme.id ? {} : { programme: chosen }) },
        outcome: true,
      }));
      await store.programmes.remove(programme.id);
      await turn.audit('programme.undo', { programme: programme.id });
      return undone;
    },
  }),
];

/** Whether anything would be lost with the programme. */
async function isUsed({ store }: Turn, programme: Programme): Promise<boolean> {
  if (programme.units.length > 0 || (await store.plans.get(programme.id))) return true;
  const inIt = (record: { programme?: string | undefined }) => record.programme === programme.id;
  return (
    (await store.polls.all()).some(inIt) ||
    (await store.checklists.all()).some(inIt) ||
    (await store.announcements.all()).some(inIt)
  );
}

/** The id of a unit, the same for the same name in a programme, so that a repeated act makes one unit. */
export const newUnitId = (programme: Programme, name: string): string =>
  derivedId('unit', programme.id, sameName(name));
