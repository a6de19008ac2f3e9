import type { UnitId } from '#people/programme.ts';
import { guarded } from '#plan/export/guard.ts';
import type { Arrival, Standing } from './standing.ts';

/** The words of a report's file, in the language of whoever asked for it. */
export interface ReportWords {
  headings: readonly [unit: string, receiver: string, arrival: string, confirmed: string, by: string];
  noUnit: string;
  arrival: Record<Arrival, string>;
}

/**
 * The rows of a report: one for each receiver and unit, units in order of name. Times are ISO with offset, which spreadsheets read
 * everywhere.
 * @param about.zone IANA zone of the times.
 */
export function reportRows(
  standings: readonly Standing[],
  about: {
    unitNames: ReadonlyMap<UnitId, string>;
    nameOf: (one: Standing) => string;
    /** The name of whoever pressed. */
    pressedBy: (id: string) => string;
    zone: string;
    words: ReportWords;
  },
): string[][] {
  const { words } = about;
  const rows = standings.flatMap((one) => {
    const units = one.receiver.units.length > 0 ? one.receiver.units : [null];
    return units.map((unit) => [
      (unit && about.unitNames.get(unit)) ?? words.noUnit,
      about.nameOf(one),
      words.arrival[one.arrival],
      one.acknowledged ? inZone(one.acknowledged.at, about.zone) : '',
      one.acknowledged && 'place' in one.receiver ? about.pressedBy(one.acknowledged.by) : '',
    ]);
  });
  rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '', 'nb') || (a[1] ?? '').localeCompare(b[1] ?? '', 'nb'));
  return [[...words.headings], ...rows].map((row) => row.map(guarded));
}

const inZone = (at: string, zone: string): string =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');
