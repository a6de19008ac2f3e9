import type { IsoDay, Language } from '#calendar/when.ts';
import { writeInstant, writeWhen } from '#calendar/write-date.ts';
import type { Programme } from '#people/programme.ts';
import { say, spoken } from '#words/say.ts';
import type { Activity } from './activity.ts';
import type { ExportWords } from './export/plan-table.ts';
import { precisionWord } from './export/precision-word.ts';
import { tidy } from './export/tidy.ts';
import { capital, stateText } from './view.ts';

/** Letters of a file's name before its ending: what every file system and browser takes. */
const LONGEST_NAME = 80;

/** Headings and words of an exported table in the reader's language. @param zone In which times are told. */
export function exportWords(language: Language, zone: string): ExportWords {
  return {
    heading: (column) => say(language, `plan.export.column.${column}`),
    precision: (precision) => precisionWord(precision, spoken(language)),
    kind: (kind) => say(language, `plan.export.kind.${kind}`),
    state: (activity) => haltedText(activity, language) ?? stateText(activity.state, language),
    stated({ stated }) {
      if (!stated) return '';
      const local = Temporal.Instant.from(stated.at).toZonedDateTimeISO(zone).toPlainDateTime();
      return local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
    },
  };
}

/** "Avlyst: for få påmeldte"; undefined for what goes on. */
function haltedText({ halted }: Activity, language: Language): string | undefined {
  if (!halted) return undefined;
  const why = halted.reason.trim();
  return say(language, 'plan.export.halted', { as: halted.as, reason: why === '' ? 'none' : 'given', why });
}

/** What stands below the description of an entry in a calendar: when, as people say it, for whom, and how it stands. */
export function entryDetails(activity: Activity, language: Language): string {
  const { units, state, when } = activity;
  const standing = haltedText(activity, language) ?? (state === 'planned' ? undefined : stateText(state, language));
  return say(language, 'plan.calendar.details', {
    when: capital(writeWhen(when, spoken(language))),
    units: units.length,
    names: units.join(', '),
    standing: standing === undefined ? 'none' : 'some',
    state: standing ?? '',
  });
}

/** "Felles journal plan 2026-11-22.xlsx": a name that can be saved everywhere. */
export function exportFileName(
  programme: Pick<Programme, 'name'>,
  { day, ending, language }: { day: IsoDay; ending: string; language: Language },
): string {
  const safe = tidy(programme.name)
    .replace(/[\\/:*?"<>|\s]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  return `${say(language, 'plan.export.file-name', { programme: safe, day }).trim()}.${ending}`;
}

/** Until when an address works: "mandag 23. november kl. 10.15". */
export const untilText = (until: string, zone: string, language: Language, today: IsoDay): string =>
  writeInstant(until, zone, spoken(language), { today });
