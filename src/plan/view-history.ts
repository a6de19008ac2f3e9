import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant } from '#calendar/write-date.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity, ActivityId, Plan, Revision, RowChange, RowContent } from './activity.ts';
import { plainly, sameSet } from './revisions/diff.ts';
import { capital, dateText } from './view.ts';

/** What a line of the history needs besides what happened. */
export interface AboutHistory {
  language: Language;
  today: IsoDay;
  /** In which times are told. */
  zone: string;
  /** What somebody is called, by their id. */
  nameOf(person: string): string;
}

/** One thing that was done to a row. */
interface Event {
  revision: Revision;
  change: RowChange;
}

/** What revisions did to a row, newest first. */
export const eventsOf = (plan: Pick<Plan, 'revisions'>, id: ActivityId): Event[] =>
  plan.revisions
    .flatMap((revision) => {
      const change = revision.changes?.find((one) => one.id === id);
      return change ? [{ revision, change }] : [];
    })
    .toReversed();

/** "Kari flyttet den fra uke 42 til uke 44: leverandøren er forsinket", and when. */
export function historyLine({ revision, change }: Event, about: AboutHistory): { title: string; text: string } {
  const { language, zone, today } = about;
  const name = capital(about.nameOf(revision.by));
  const did = new Intl.ListFormat(spoken(language), { type: 'conjunction' }).format(didOf(revision, change, about));
  const reason = change.after?.halted && !change.before?.halted ? change.after.halted.reason : (revision.reason ?? '');
  const why = reason === '' ? '' : `: ${reason}`;
  return {
    title: capital(writeInstant(revision.at, zone, spoken(language), { today })),
    text: `${name} ${did}${why}`,
  };
}

/** What was done, each as what follows a name: "flyttet den fra uke 42 til uke 44". */
function didOf({ kind, source }: Revision, { before, after }: RowChange, about: AboutHistory): string[] {
  const { language } = about;
  if (after === null) return [say(language, 'plan.history.removed')];
  if (before === null) {
    if (kind === 'restore' || kind === 'undo') return [say(language, 'plan.history.brought-back')];
    return [source === '' ? say(language, 'plan.history.added') : say(language, 'plan.history.imported', { source })];
  }
  const found = [
    ...halted(before, after, language),
    ...moved(before, after, about),
    ...(sameSet(before.units, after.units) ? [] : [unitsChanged(after, language)]),
    ...(plainly(before.title) === plainly(after.title)
      ? []
      : [say(language, 'plan.history.title', { title: before.title })]),
    ...(plainly(before.description) === plainly(after.description) ? [] : [say(language, 'plan.history.description')]),
    ...(before.kind === after.kind && before.gate === after.gate ? [] : [say(language, 'plan.history.kind')]),
    ...(sameSet(before.dependsOn, after.dependsOn) ? [] : [say(language, 'plan.history.depends')]),
  ];
  const told = found.length > 0 ? found : [say(language, 'plan.history.else')];
  return kind === 'undo' ? [say(language, 'plan.history.undid'), ...told] : told;
}

function halted(before: RowContent, after: RowContent, language: Language): string[] {
  if (before.halted?.as === after.halted?.as) return [];
  return [say(language, after.halted ? `plan.history.${after.halted.as}` : 'plan.history.resumed')];
}

function moved(before: RowContent, after: RowContent, { language, today }: AboutHistory): string[] {
  const [from, to] = [dateText(before, today, language), dateText(after, today, language)];
  if (from === to) return [];
  if (before.when.start === null) return [say(language, 'plan.history.dated', { to })];
  return [say(language, 'plan.history.moved', { from, to })];
}

const unitsChanged = ({ units }: Pick<Activity, 'units'>, language: Language): string =>
  units.length === 0
    ? say(language, 'plan.history.nobody')
    : say(language, 'plan.history.units', { units: units.join(', ') });
