import type { Activity } from './activity.ts';

/** It is done, or called off: nobody is waited for. */
export const isOver = ({ state, halted }: Pick<Activity, 'state' | 'halted'>): boolean =>
  state === 'done' || halted?.as === 'cancelled';

/** It goes on as the plan says: neither over nor on pause. Only such a row is late, or asks anything of anybody. */
export const isLive = (activity: Pick<Activity, 'state' | 'halted'>): boolean =>
  !isOver(activity) && activity.halted === undefined;
