import { personId } from '#people/person.ts';
import { type Programme, programmeId, unitId } from '#people/programme.ts';
import { type Activity, activityId } from '#plan/activity.ts';

export const programme: Programme = {
  id: programmeId.parse('p'),
  name: 'Ny journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [personId.parse('kari')],
  coordinators: [],
  units: ['Solvik kommune', 'Tindøy kommune', 'Furneset kommune', 'Storvatn sykehus'].map((name, i) => ({
    id: unitId.parse(`u${i}`),
    name,
    aliases: name === 'Tindøy kommune' ? ['TK'] : [],
    people: [],
  })),
};

let made = 0;
/** A row of the plan: a day in October 2026 in Solvik kommune where nothing else is said. */
export const row = (more: Partial<Activity> = {}): Activity => {
  made += 1;
  return {
    id: activityId.parse(`a${made}`),
    row: made + 1,
    title: 'Kurs',
    description: '',
    kind: 'activity',
    when: { start: '2026-10-15', end: '2026-10-15', precision: 'day', text: '15.10' },
    units: ['Solvik kommune'],
    gate: null,
    dependsOn: [],
    state: 'planned',
    ...more,
  };
};

export const day = (start: string, end = start) =>
  ({ start, end, precision: start === end ? 'day' : 'range', text: '' }) as const;
export const undated = (text = '') => ({ start: null, end: null, precision: 'unknown', text }) as const;
