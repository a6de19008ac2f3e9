import type { Programme } from '#people/programme.ts';
import type { Activity } from '../activity.ts';

/** Everything that shows an activity and is drawn anew when it changes: reminders, and their copies for each place. */
export const activitySubject = (programme: Programme, activity: Pick<Activity, 'id'>): string =>
  `activity:${programme.id}/${activity.id}`;
