import { measureSending } from './reminders/sending.ts';
import type { Bench } from './run.ts';

/** Reminders at scale: a tick with nothing to do, a morning for many through platforms with real limits, a year. */
const measure: Bench = async (tell) => {
  await measureSending(tell);
};
export default measure;
