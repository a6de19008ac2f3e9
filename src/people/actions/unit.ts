import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Command, CommandInput, Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { assign, roleIn, tiePlace } from '../assign.ts';
import { findUnit, unitsLike } from '../find-unit.ts';
import type { Programme, Unit, UnitRole } from '../programme.ts';
import { readRole } from '../read-people.ts';
import { mayLead } from '../roles.ts';
import { placeName, roleName, unitData, unitLines } from '../view.ts';
import { button, heldByOthers, leadOnly, ledProgramme, messageCard, peopleOf, problem } from './common.ts';
import { askThoseMet } from './expected.ts';
import { personMeant } from './person-meant.ts';

const shownAtOnce = 5;
/** Letters of the name of a unit that is made by a command; what is longer is hardly a name. */
const longestName = 100;
const here = ['here', 'her', 'här'];

/** `unit NAME [here | contact @who | deputy @who | owner @who | member @who]`: shows a unit, or ties it to this place or to people. */
export const unitCommand: Command = {
  verb: 'unit',
  words: { nb: ['enhet', 'enheter'], sv: ['enhet', 'enheter'] },
  help: 'people.help.unit',
  usage: 'people.usage.unit',
  async run(turn, input) {
    const { programme, language } = turn;
    if (!programme) return problem(say(language, 'people.no-programme'));
    const asked = takeApart(programme, input);
    if (asked.name === '') return { show: 'private', card: await unitsCard(turn, programme, 0) };
    const unit = findUnit(programme, asked.name);
    if (!unit) return unknown(turn, programme, asked.name);
    if (asked.does === 'show') return { show: 'private', card: await unitCard(turn, programme, unit) };
    const led = await ledProgramme(turn);
    if ('answer' in led) return led.answer;
    if (asked.does === 'here') return tieHere(turn, unit);
    return giveRole(turn, unit, asked.role, asked.who, input);
  },
};

type Asked = { name: string } & ({ does: 'show' } | { does: 'here' } | { does: 'assign'; role: UnitRole; who: string });

/** What is asked stands at the end, so that a unit's name may have several words without quotes. */
function takeApart(programme: Programme, { args, mentions }: CommandInput): Asked {
  const whole = args.join(' ');
  const last = args.at(-1) ?? '';
  if (args.length > 1 && here.includes(last.toLowerCase())) return { does: 'here', name: args.slice(0, -1).join(' ') };
  if (!findUnit(programme, whole)) {
    // The last word that is a role, unless it is part of a name that is new.
    for (let at = args.length - 1; at > 0; at -= 1) {
      const role = readRole(args[at] ?? '');
      const name = args.slice(0, at).join(' ');
      const who = args.slice(at + 1).join(' ');
      if (role && (who.includes('@') || findUnit(programme, name))) return { does: 'assign', role, who, name };
    }
  }
  return { does: 'show', name: whole.replace(/@\{(\d+)\}/gu, (as, at) => mentions[Number(at)]?.name ?? as) };
}

async function unknown(turn: Turn, programme: Programme, name: string): Promise<Answer> {
  const { language } = turn;
  const near = unitsLike(programme, name);
  const actions: CardAction[] = near.map((u) =>
    button(u.name.slice(0, 75), 'people.unit', { unit: u.id, programme: programme.id }),
  );
  const shortened = name.length > longestName ? `${name.slice(0, longestName)}…` : name;
  if (mayLead(programme, turn.by.id) && shortened === name) {
    actions.push(button(say(language, 'people.unit-make'), 'people.unit-make', { programme: programme.id, name }));
  }
  const title = say(language, 'people.unit-unknown', { name: shortened, programme: programme.name });
  const nearest = near.map((u) => say(language, 'chat.quoted', { text: u.name })).join(', ');
  return {
    show: 'private',
    card: messageCard(language, title, {
      text: near.length > 0 ? say(language, 'people.unit-did-you-mean', { nearest }) : '',
      actions,
    }),
  };
}

/** A unit's card, with a note on top of what was just done and a way to undo it. */
export async function unitCard(turn: Turn, programme: Programme, unit: Unit, note = '', undo?: CardAction) {
  const { language, place } = turn;
  const tied = unit.place ? await turn.store.places.get(unit.place) : undefined;
  const canTie = mayLead(programme, turn.by.id) && place.kind !== 'personal' && unit.place !== place.id;
  const actions = [
    ...(undo ? [undo] : []),
    ...(canTie
      ? [
          button(say(language, 'people.unit-here-button'), 'people.unit-here', {
            unit: unit.id,
            programme: programme.id,
          }),
        ]
      : []),
  ];
  const data = unitData(unit, await peopleOf(turn, programme), tied, language);
  const hint = mayLead(programme, turn.by.id) ? nextSteps(unit, language) : '';
  return fillCard('people/facts', { ...data, note, hint, actions }, { summary: note || unit.name, language });
}

/** How a unit gets what it lacks: who answers for it, where its messages go, who is told when nobody answers. Empty when it has all. */
function nextSteps(unit: Unit, language: Turn['language']): string {
  const has = (role: UnitRole) => unit.people.some((p) => p.role === role);
  return [
    ...(has('contact') ? [] : [say(language, 'people.unit-needs-contact', { unit: unit.name })]),
    ...(unit.place ? [] : [say(language, 'people.unit-needs-place', { unit: unit.name })]),
    // First who answers; then who is told when nobody does.
    ...(has('contact') && !has('owner') ? [say(language, 'people.unit-needs-owner', { unit: unit.name })] : []),
  ].join('\n');
}

/** The programme's units, five at a time. */
export async function unitsCard(turn: Turn, programme: Programme, wanted: number) {
  const { language } = turn;
  const count = programme.units.length;
  const from = wanted < count ? wanted : 0;
  const shown = programme.units.slice(from, from + shownAtOnce);
  const title = say(language, 'people.units-title', { count, programme: programme.name });
  const lines = unitLines(shown, await peopleOf(turn, programme), language).map((line) => ({
    ...line,
    actions: [button(say(language, 'people.open'), 'people.unit', { unit: line.id, programme: programme.id })],
  }));
  const next = from + shownAtOnce;
  return fillCard(
    'people/units',
    {
      title,
      empty: count === 0 ? say(language, 'people.units-empty') : '',
      lines,
      position:
        count > shownAtOnce
          ? say(language, 'people.shown-of', { from: from + 1, to: Math.min(next, count), count })
          : '',
      actions:
        next < count
          ? [button(say(language, 'people.show-more'), 'people.units', { programme: programme.id, from: String(next) })]
          : [],
    },
    { summary: title, language },
  );
}

/** Makes this place the one where the unit's messages go. */
export async function tieHere(turn: Turn, unit: Unit): Promise<Answer> {
  const { language, place } = turn;
  if (place.kind === 'personal') return problem(say(language, 'people.unit-here-personal', { unit: unit.name }));
  const programme = turn.programme;
  if (!programme) return problem(say(language, 'people.no-programme'));
  const holder = await heldByOthers(turn);
  if (holder) return leadOnly(turn, holder);
  const changed = await turn.store.programmes.change(programme.id, (p) => {
    const next = tiePlace(p, unit.id, place.id);
    return { next, outcome: next };
  });
  await turn.store.places.change(place.id, (p) => ({ next: { ...p, programme: programme.id }, outcome: true }));
  await turn.audit('unit.place', { programme: programme.id, unit: unit.id, place: place.id });
  const note = say(language, 'people.unit-here', { unit: unit.name, place: placeName(place, language) });
  const undo = button(say(language, 'people.undo'), 'people.unit-untie', {
    programme: programme.id,
    unit: unit.id,
    place: unit.place ?? '',
    unbind: place.programme === programme.id ? '' : place.id,
  });
  const now = changed ?? programme;
  return {
    show: 'private',
    card: await unitCard(turn, now, now.units.find((u) => u.id === unit.id) ?? unit, note, undo),
  };
}

async function giveRole(turn: Turn, unit: Unit, role: UnitRole, who: string, input: CommandInput): Promise<Answer> {
  const { language, programme } = turn;
  const person = await personMeant(turn, who, input);
  if (!person || !programme) {
    return problem(say(language, 'people.assign-whom', { unit: unit.name, role: roleName(role, language) }));
  }
  const before = roleIn(programme, unit.id, person.id);
  const changed = await turn.store.programmes.change(programme.id, (p) => {
    const next = assign(p, unit.id, person.id, role);
    return { next, outcome: next };
  });
  await askThoseMet(turn, person);
  await turn.audit('unit.assign', { programme: programme.id, unit: unit.id, person: person.id, role });
  const note = say(language, 'people.assigned', { name: person.name, role: roleName(role, language), unit: unit.name });
  const undo = button(say(language, 'people.undo'), 'people.unit-unassign', {
    programme: programme.id,
    unit: unit.id,
    person: person.id,
    role: before ?? '',
  });
  const now = changed ?? programme;
  return {
    show: 'private',
    card: await unitCard(turn, now, now.units.find((u) => u.id === unit.id) ?? unit, note, undo),
  };
}
