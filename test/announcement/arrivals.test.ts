import { expect, test } from 'vitest';
import { arrivalsIn } from '#announcement/actions/ledger.ts';

const now = Temporal.Instant.from('2026-11-03T09:00:00Z');
const sent = {
  state: 'sent' as const,
  begunAt: '2026-11-03T08:00:00Z',
  receivers: [],
  rounds: [{ key: 'auto-1', at: '2026-11-03T08:30:00Z', doneAt: undefined }],
};

test.each([
  ['send.kari', 'sent', 'arrived'],
  // A reminder brings the message with it.
  ['auto-1.kari', 'sent', 'arrived'],
  ['send.kari', 'refused', 'failed'],
  // What who leads is asked and told lies in the same group, and is not the announcement.
  ['report.kari', 'sent', undefined],
  ['approval-2026-11-03T08:00:00.001Z.kari', 'sent', undefined],
  ['unapproved-2026-11-03T08:00:00Z/kari', 'sent', undefined],
] as const)('%s that is %s: %s', (key, state, arrival) => {
  const found = arrivalsIn([[key, { state }]], sent as never, now);
  expect([...found]).toEqual(arrival ? [['kari', arrival]] : []);
});
