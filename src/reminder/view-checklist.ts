import type { IsoDay } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import type { Checklist } from '#checklist/checklist.ts';
import { answerers } from '#checklist/destination.ts';
import { unitLabel } from '#checklist/find.ts';
import { capital, distanceText, nameAndDue, type Reader } from '#checklist/view.ts';
import type { Person } from '#people/person.ts';
import type { Programme, Unit } from '#people/programme.ts';
import { say, spoken } from '#words/say.ts';

/** Units on a card of several (CARDS rule 8). */
const shown = 5;

interface About {
  checklist: Checklist;
  programme: Programme;
  reader: Reader;
}

/** Units that have points left, with how many, and what is told of each. */
interface LeftUnit {
  unit: Unit;
  left: number;
}

/** A unit on the card `reminder/list`, before it has its button. */
interface ListedUnit {
  unit: Unit;
  heading: string;
  title: string;
  when: string;
  tone: string;
  note: string;
}

/** The reminder that one receiver gets for several units: how many points each has left, and who answers for it. */
export function severalUnitsData(
  units: readonly LeftUnit[],
  { checklist, programme, reader }: About,
  persons: ReadonlyMap<string, Person>,
) {
  const { language } = reader;
  const distance = capital(distanceText(checklist.due, reader), language);
  const most = units.toSorted((a, b) => b.left - a.left);
  return {
    title: say(language, 'reminder.checklist.several', { distance, count: units.length }),
    text: say(language, 'checklist.named', nameAndDue(checklist, reader)),
    rows: most.slice(0, shown).map(({ unit, left }): ListedUnit => {
      const names = answerers(unit, persons).map(({ name }) => name);
      return { ...listed(unit, left, programme, reader), tone: 'Default', note: names.join(', ') };
    }),
    more: moreText(units.length, reader),
  };
}

/**
 * What who owns the programme is told of a checklist that is overdue: the units that still have points left, and how often each was reminded.
 * @param units.reminded Days, oldest first.
 */
export function overdueUnitsData(
  units: readonly (LeftUnit & { reminded: readonly IsoDay[] })[],
  { checklist, programme, reader }: About,
) {
  const { language, today } = reader;
  const { name, due } = nameAndDue(checklist, reader);
  const dayText = (day: IsoDay) =>
    writeWhen({ start: day, end: day, precision: 'day', text: '' }, spoken(language), { today });
  const most = units.toSorted((a, b) => b.left - a.left);
  return {
    title: say(language, 'reminder.checklist.overdue', { name, count: units.length }),
    text: say(language, 'reminder.checklist.overdue-why', { programme: programme.name, due }),
    rows: most.slice(0, shown).map(({ unit, left, reminded }): ListedUnit => {
      const last = reminded.at(-1);
      const note =
        last === undefined
          ? say(language, 'reminder.escalation.never')
          : say(language, 'reminder.escalation.reminded', { count: reminded.length, last: dayText(last) });
      return { ...listed(unit, left, programme, reader), tone: 'Attention', note };
    }),
    more: moreText(units.length, reader),
  };
}

const listed = (unit: Unit, left: number, programme: Programme, { language }: Reader) => ({
  unit,
  heading: '',
  title: unitLabel(programme, unit),
  when: say(language, 'reminder.checklist.left', { count: left }),
});

const moreText = (count: number, { language }: Reader): string =>
  count > shown ? say(language, 'reminder.list-more', { count: count - shown }) : '';
