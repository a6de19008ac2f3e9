import type { IsoDay, Language } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { writeShort } from '#calendar/write-short.ts';
import type { GanttLook, GanttRow, Sureness } from '#picture/gantt.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity } from './activity.ts';
import { isLate } from './asking/choose-rows.ts';
import { distanceText } from './view.ts';

/** A row of the plan as a row of the picture, with what is written beside its bar: the date, the sign, whose it is too. */
export function pictureRow(
  activity: Activity,
  about: {
    today: IsoDay;
    language: Language /** The row's units that no heading above it names. */;
    others: readonly string[];
    isUnderUnit: boolean;
  },
): GanttRow {
  const { title, gate, when, kind } = activity;
  const look = lookOf(activity, about.today);
  return {
    title: gate && !title.startsWith(gate) ? `${gate} · ${title}` : title,
    when:
      when.start === null || when.end === null
        ? null
        : { start: when.start, end: when.end, sure: surenessOf(when.precision) },
    mark: kind === 'gate' || kind === 'milestone' ? kind : 'bar',
    look,
    notes: notesOf(activity, look, about),
  };
}

function surenessOf(precision: Activity['when']['precision']): Sureness {
  if (precision === 'day' || precision === 'range') return 'exact';
  return precision === 'approximate' ? 'assumed' : 'period';
}

function lookOf(activity: Activity, today: IsoDay): GanttLook {
  if (activity.halted) return activity.halted.as;
  if (activity.state === 'done') return 'done';
  if (isLate(activity, today)) return 'late';
  return activity.state === 'help' ? 'help' : 'plain';
}

/** Longest first: the picture takes the first that it has room for. */
function notesOf(
  activity: Activity,
  look: GanttLook,
  {
    today,
    language,
    others,
    isUnderUnit,
  }: { today: IsoDay; language: Language; others: readonly string[]; isUnderUnit: boolean },
): string[] {
  const { when, gate, kind, state } = activity;
  const quoted = when.text.trim();
  const date =
    when.start !== null
      ? writeShort(when, spoken(language))
      : quoted === ''
        ? writeWhen(when, spoken(language))
        : say(language, 'plan.picture.quoted', { text: quoted });
  const name = kind === 'gate' && gate ? [gate] : [];
  const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');
  const forms = ((): string[] => {
    switch (look) {
      case 'late': {
        const overdue = distanceText(activity, today, language);
        const help = state === 'help' ? [say(language, 'plan.state.help')] : [];
        return [join(...name, date, overdue, ...help), join(...name, date, overdue), overdue, join(...name, date)];
      }
      case 'help': {
        const help = `! ${say(language, 'plan.state.help')}`;
        return [join(...name, date, help), help, '!'];
      }
      case 'done':
        return [join(`✓ ${join(...name, date)}`), '✓'];
      case 'paused':
      case 'cancelled': {
        const sign = look === 'paused' ? '‖' : '∅';
        const text = `${sign} ${say(language, `plan.picture.${look}`)}`;
        return [join(text, ...name, date), text, sign];
      }
      case 'plain': {
        const underway = state === 'underway' ? [say(language, 'plan.state.underway')] : [];
        return [join(...name, date, ...underway), join(...name, date), join(...name) || date];
      }
    }
  })();
  const [first = ''] = forms;
  if (others.length === 0) return forms;
  const units = others.join(', ');
  const withUnits = isUnderUnit ? say(language, 'plan.picture.with', { note: first, units }) : join(first, units);
  return [withUnits, ...forms];
}
