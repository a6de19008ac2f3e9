import { measureQuietTick } from './reminders/quiet-tick.ts';
import { measureSending } from './reminders/sending.ts';
import { measureYear } from './reminders/year.ts';
import type { Bench } from './run.ts';

/** Reminders at scale: a tick with nothing to do, a year of ticks, a morning for many through platforms with real limits. */
const measure: Bench = async (tell) => {
  await measureQuietTick(tell);
  await measureYear(tell);
  await measureSending(tell);
};
export default measure;
