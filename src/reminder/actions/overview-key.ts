import type { IsoDay } from '#calendar/when.ts';
import { mondayOf } from '../overview.ts';
import { type Receiver, receiverId } from '../receivers.ts';

/** The key in a programme's ledger under which a receiver gets the overview of a week, once. */
export const overviewKey = (day: IsoDay, receiver: Receiver): string =>
  `overview/${mondayOf(day)}/${receiverId(receiver)}`;
