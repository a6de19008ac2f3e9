import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import type { Unit, UnitId } from '#people/programme.ts';
import { namesShown } from '#people/view.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity, UnitAnswer } from './activity.ts';
import { isLive } from './standing.ts';
import { signs } from './view.ts';

/** Units named together; the others are counted. */
const mostNamed = 3;
/** So many in one state are named with who answered for them; of more, the units alone are named. */
const mostSpeakers = 2;

/** What stands first: who needs something, then what is done. */
const order = ['help', 'done', 'underway'] as const;

/**
 * "✓ Inderøy ferdig (Kari Lund, 9. oktober kl. 09.12) · venter på Frosta": who of the units that share a row has answered what and when, and whom one waits for. Empty where that
 * is one word for all: nobody has answered, or somebody said it for all at once.
 * @param units All units of the row that the programme knows, in the row's order.
 * @param about.zone In which the time is told.
 */
export function answersText(
  { answers = [], state: whole, halted }: Pick<Activity, 'answers' | 'state' | 'halted'>,
  units: readonly Pick<Unit, 'id' | 'name'>[],
  about: { language: Language; today: IsoDay; zone: string; nameOf(person: string): string | undefined },
): string {
  const { language, today, zone, nameOf } = about;
  const answerOf = (id: UnitId) => answers.find((one) => one.unit === id);
  const said = units.map((unit) => ({ unit, answer: answerOf(unit.id) }));
  if (units.length < 2 || isOneWord(said.map(({ answer }) => answer))) return '';
  const named = (some: readonly { unit: Pick<Unit, 'name'> }[]) =>
    namesShown(
      some.map(({ unit }) => unit.name),
      language,
      mostNamed,
    );
  const parts = order.flatMap((state) => {
    const some = said.filter(({ answer }) => answer?.state === state);
    const bySpeaker = [...Map.groupBy(some, ({ answer }) => answer?.stated?.by)];
    const isShort = bySpeaker.length <= mostSpeakers;
    const groups = isShort ? bySpeaker : [[undefined, some] as const];
    return groups.map(([by, of]) => {
      const text = say(language, `plan.answer.${state}`, { units: named(of), count: of.length });
      const name = by && nameOf(by);
      // Of several that one person answered for: when the last of them was.
      const at = of
        .flatMap(({ answer }) => answer?.stated?.at ?? [])
        .sort()
        .at(-1);
      if (!name || at === undefined) return `${signs[state]} ${text}`;
      return `${signs[state]} ${text} (${name}, ${writeInstant(at, zone, spoken(language), { today, weekday: false })})`;
    });
  });
  // Of what is done, called off or on pause nobody is waited for.
  const isAsking = isLive({ state: whole, halted });
  const silent = isAsking ? said.filter(({ answer }) => (answer?.state ?? 'planned') === 'planned') : [];
  const waiting = silent.length > 0 ? [say(language, 'plan.answer.waiting', { units: named(silent) })] : [];
  return [...parts, ...waiting].join(' · ');
}

/** Nobody has said anything, or one press said it for all. */
function isOneWord(answers: readonly (UnitAnswer | undefined)[]): boolean {
  const [first] = answers;
  return answers.every(
    (one) =>
      (one?.state ?? 'planned') === (first?.state ?? 'planned') &&
      one?.stated?.at === first?.stated?.at &&
      one?.stated?.by === first?.stated?.by,
  );
}
