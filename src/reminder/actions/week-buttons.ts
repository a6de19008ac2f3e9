import type { Language } from '#calendar/when.ts';
import type { CardAction } from '#card/card.ts';
import { button } from '#plan/actions/common.ts';
import { say } from '#words/say.ts';
import { overviewOf } from '../overview.ts';
import type { DigestId, Held } from './digest-held.ts';
import { unitIds } from './reminder-card.ts';

/** Who is in more programmes than this finds the week of the others by command. */
const mostWeekButtons = 2;
/** Letters of a programme's name on a button. */
const longestName = 40;

/** How many other rows of the same units are late: the week tells of them. */
function lateBeside(held: readonly Held[], { day }: DigestId): number {
  const [first] = held;
  if (!first) return 0;
  const units = unitIds(
    first.programme,
    held.flatMap((one) => one.units),
  ).map((id) => ({ id }));
  const { late } = overviewOf(first.plan, first.programme, units.length > 0 ? units : null, day);
  return late.filter(({ id }) => held.every(({ activity }) => activity.id !== id)).length;
}

/** "! Én annen rad er forsinket": for a card on which the button that tells of it is in the menu. Empty where none is. */
export function lateNote(held: readonly Held[], id: DigestId, language: Language): string {
  const late = lateBeside(held, id);
  return late === 0 ? '' : say(language, 'reminder.overview.late-beside', { late, week: weekOf(id) });
}

const weekOf = ({ day }: DigestId): number => Temporal.PlainDate.from(day).weekOfYear ?? 0;

/** Buttons to the week of each programme that a digest stands for, with what else is late; named where there are several. */
export function weekButtons(
  held: readonly Held[],
  id: DigestId,
  { digest, language, inMenu = false }: { digest: string; language: Language; inMenu?: boolean },
): CardAction[] {
  const week = weekOf(id);
  const weeks = (id.weeks ?? []).slice(0, mostWeekButtons);
  return weeks.map((programme) => {
    const own = held.filter((one) => one.programme.id === programme);
    const name = own[0]?.programme.name ?? '';
    const title =
      weeks.length === 1
        ? say(language, 'reminder.overview.show', { week, late: lateBeside(own, id) })
        : say(language, 'reminder.overview.show-of', { week, programme: name.slice(0, longestName) });
    return button(title, 'reminder.overview', { programme, digest }, inMenu ? { mode: 'secondary' } : {});
  });
}
