import type { Language } from '#calendar/when.ts';
import { say } from '#words/say.ts';
import type { Loss } from './lost-place.ts';
import type { Person } from './person.ts';
import type { Programme } from './programme.ts';
import { namesShown, placeName } from './view.ts';

/** How many places stand on the card by name. */
const shownAtMost = 5;

/** What owners read of places that Klar can no longer write to, with the next step. `people` are those whose own chats are lost. */
export function lostText(
  losses: readonly Loss[],
  programme: Programme,
  people: ReadonlyMap<string, Person>,
  language: Language,
): { title: string; text: string } {
  const nameOf = ({ place }: Loss) =>
    place.kind === 'personal'
      ? (people.get(place.person ?? '')?.name ?? placeName(place, language))
      : placeName(place, language);
  const unitsOf = ({ units }: Loss) =>
    units.length === 0
      ? programme.name
      : namesShown(
          units.map(({ name }) => name),
          language,
        );
  const [loss] = losses;
  if (losses.length === 1 && loss) {
    const name = nameOf(loss);
    const unit = loss.units[0]?.name;
    const said = { name, units: unitsOf(loss) };
    if (loss.place.kind === 'personal') {
      return {
        title: say(language, 'people.lost-person', { name }),
        text: say(language, 'people.lost-person-step', { ...said, unit: unit ?? '' }),
      };
    }
    return {
      title: say(language, 'people.lost-place', { place: name }),
      text:
        unit === undefined
          ? say(language, 'people.lost-programme-step', { programme: programme.name })
          : say(language, 'people.lost-place-step', { units: said.units, unit }),
    };
  }
  const shown = losses.slice(0, shownAtMost);
  const count = losses.length - shown.length;
  return {
    title: say(language, 'people.lost-several', { count: losses.length, programme: programme.name }),
    text: [
      ...shown.map((one) => say(language, 'people.lost-line', { name: nameOf(one), units: unitsOf(one) })),
      ...(count > 0 ? [say(language, 'people.lost-more', { count })] : []),
      say(language, 'people.lost-several-step'),
    ].join('\n'),
  };
}
