import type { IsoDay, Language } from '#calendar/when.ts';
import { distanceText, dueText, inLanguage } from '#checklist/view.ts';
import type { Programme } from '#people/programme.ts';
import { namesShown, placeName } from '#people/view.ts';
import type { Activity } from '#plan/activity.ts';
import { capital, dateText } from '#plan/view.ts';
import { say } from '#words/say.ts';
import type { Coming } from './coming.ts';
import type { OtherComing } from './coming-others.ts';
import type { Slot } from './due.ts';
import { readRule } from './rules.ts';
import { momentText } from './view-more.ts';
import { ruleText } from './view-rules.ts';

/** What is needed to tell of what comes. */
export interface ComingSight {
  programme: Pick<Programme, 'units' | 'timeZone'>;
  today: IsoDay;
  language: Language;
}

/** Names in one line. */
const mostNamed = 3;

/** When something comes, in the programme's zone, in the middle of a sentence. */
export const comesText = (atMs: number, { programme, today, language }: ComingSight): string =>
  momentText(Temporal.Instant.fromEpochMilliseconds(atMs).toString(), programme.timeZone, today, language);

/** Who gets it, a name for each unit: its own, or (of a row without units) the place or the people. */
export function receiverNames(slots: readonly Slot[], sight: ComingSight): string[] {
  return [...new Set(slots.map((slot) => unitOf(slot, sight) ?? whereOf(slot, sight.language)))];
}

/** The same with where each gets it: "Solvik kommune (lag-solvik)", "Tindøy kommune (Per Vik, Siri Lund)". */
export function receiverLines(slots: readonly Slot[], sight: ComingSight): string[] {
  const { language } = sight;
  const groups = Map.groupBy(slots, (slot) => unitOf(slot, sight) ?? '');
  return [...groups].map(([named, own]) => {
    const where = [...new Set(own.map((slot) => whereOf(slot, language)))].join(', ');
    const isPlace = own.every(({ receiver }) => receiver.is === 'place');
    const unit = named === '' && isPlace ? say(language, 'reminder.to-programme') : named;
    return unit === '' ? where : say(language, 'reminder.coming.receiver', { unit, where });
  });
}

/**
 * One line of what will be sent: which row and when that is, by which rule, when it is sent, to whom. A meeting that stands in the plan every month, and a
 * row of which there are several reminders, are told apart by that.
 * @param about.activity The row.
 * @param about.named Of which programme it is, where the list holds several.
 */
export function comingLine(
  coming: Coming,
  sight: ComingSight,
  { activity, named = '' }: { activity: Pick<Activity, 'when' | 'time'>; named?: string },
) {
  const { language, today } = sight;
  const { title, rule: name, lead } = coming.reminder;
  const when = comesText(coming.atMs, sight);
  const rule = capital(
    readRule(name).kind === 'snoozed' ? say(language, 'reminder.coming.put-off') : ruleText(name, language, lead),
  );
  const at = coming.together > 0 ? say(language, 'reminder.coming.together', { when, count: coming.together }) : when;
  return {
    title: `${title} · ${dateText(activity, today, language)}`,
    when: say(language, coming.isStopped ? 'reminder.coming.stopped' : 'reminder.coming.by-rule', { rule, when: at }),
    units: toText(namesShown(receiverLines(coming.slots, sight), language, mostNamed), language, named),
  };
}

/** "til Solvik kommune (lag-solvik) · Ny journal" */
const toText = (to: string, language: Language, named: string): string =>
  [say(language, 'reminder.to', { to }), ...(named === '' ? [] : [named])].join(' · ');

/** Who gets it later than the first, and when: their quiet hours, days off and rhythm count. */
export function laterLines({ slots, atMs }: Coming, sight: ComingSight): string[] {
  const { language } = sight;
  const later = slots.filter(({ momentMs }) => momentMs !== atMs);
  return [...Map.groupBy(later, ({ momentMs }) => momentMs)].map(([moment, own]) =>
    say(language, 'reminder.coming.receiver-at', {
      receiver: namesShown(receiverLines(own, sight), language, mostNamed),
      when: comesText(moment, sight),
    }),
  );
}

/** One line of what will be sent of a checklist or a poll: what, when, to whom. @param named As in `comingLine`. */
export function otherLine(other: OtherComing, sight: ComingSight, named = '') {
  const { about, atMs } = other;
  const { language, today, programme } = sight;
  const title = otherTitle(other, sight);
  const reader = { language, today, timeZone: programme.timeZone };
  return {
    // Of a checklist there are several, as of a row; of a poll one.
    title: about.is === 'poll' ? title : `${title} · ${dueText(about.checklist.due, reader)}`,
    when: capital(comesText(atMs, sight)),
    units: toText(namesShown(otherLines(other, sight), language, mostNamed), language, named),
  };
}

/** One line of what waits to be sent of a checklist or a poll: what, until when people have time, to whom. */
export function otherWaitingLine(other: OtherComing, sight: ComingSight) {
  const { language, today, programme } = sight;
  const { about } = other;
  const closes = (at: string) =>
    say(language, 'reminder.coming.closes', { when: momentText(at, programme.timeZone, today, language) });
  const due = (day: IsoDay) => {
    const reader = { language, today, timeZone: programme.timeZone };
    return `${capital(dueText(day, reader))} · ${distanceText(day, reader)}`;
  };
  return {
    title: otherTitle(other, sight),
    when: about.is === 'poll' ? closes(about.poll.closesAt) : due(about.checklist.due),
    units: namesShown(otherLines(other, sight), language, mostNamed),
  };
}

const otherTitle = ({ about }: OtherComing, { language }: ComingSight): string =>
  about.is === 'poll'
    ? say(language, 'poll.summary', { question: about.poll.question })
    : say(language, 'reminder.coming.checklist', { name: inLanguage(about.checklist.name, language) });

/** Units with where each is reminded, or people and places. */
const otherLines = ({ to }: OtherComing, { programme, language }: ComingSight): string[] =>
  to.map(({ receiver, unit: id }) => {
    const where = receiver.is === 'place' ? placeName(receiver.place, language) : receiver.person.name;
    const unit = programme.units.find((one) => one.id === id)?.name;
    return unit === undefined ? where : say(language, 'reminder.coming.receiver', { unit, where });
  });

const unitOf = ({ copy }: Slot, { programme }: ComingSight): string | undefined =>
  programme.units.find(({ id }) => id === copy.unit)?.name ?? copy.receiver ?? undefined;

const whereOf = ({ receiver }: Slot, language: Language): string =>
  receiver.is === 'place' ? placeName(receiver.place, language) : receiver.person.name;
