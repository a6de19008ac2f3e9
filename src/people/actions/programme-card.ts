import type { CardAction } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import type { Turn } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import type { Programme } from '../programme.ts';
import { programmeData } from '../view.ts';
import { button, peopleOf } from './common.ts';

/** A programme's card: who leads it, where its messages go, its zone; with a note on top of what was just done and a way to undo it. */
export async function programmeCard(
  turn: Pick<Turn, 'store' | 'by' | 'language'>,
  programme: Programme,
  note = '',
  undo?: CardAction,
) {
  const { language } = turn;
  const place = programme.place ? await turn.store.places.get(programme.place) : undefined;
  const owns = programme.owners.includes(turn.by.id);
  const hint =
    programme.units.length === 0
      ? say(language, 'people.units-empty')
      : owns
        ? say(language, 'people.leader-hint')
        : '';
  const actions = [
    ...(undo ? [undo] : []),
    ...(owns
      ? [
          button(say(language, 'people.settings-change.zone'), 'people.programme-zone', {
            programme: programme.id,
          }),
        ]
      : []),
  ];
  const data = programmeData(programme, await peopleOf(turn, programme), place, language);
  return fillCard('people/facts', { ...data, note, hint, actions }, { summary: note || programme.name, language });
}
