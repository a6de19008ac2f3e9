import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetChanges } from '#calendar/offset-changes.ts';

test('a year in Oslo begins in winter time, and has both changes where its clocks stood', () => {
  expect(offsetChanges('Europe/Oslo', '2026-01-01', '2026-12-31')).toEqual([
    { local: '2026-01-01T00:00:00', from: '+01:00', to: '+01:00', isSummer: false },
    { local: '2026-03-29T02:00:00', from: '+01:00', to: '+02:00', isSummer: true },
    { local: '2026-10-25T03:00:00', from: '+02:00', to: '+01:00', isSummer: false },
  ]);
});

test('a zone without summer time has one offset; days in summer begin in it', () => {
  expect(offsetChanges('UTC', '2026-01-01', '2030-12-31')).toHaveLength(1);
  expect(offsetChanges('Europe/Stockholm', '2026-07-01', '2026-07-31')).toMatchObject([
    { to: '+02:00', isSummer: true },
  ]);
  expect(offsetChanges('Australia/Sydney', '2026-01-01', '2026-01-02')).toMatchObject([{ isSummer: true }]);
});

test('the change before any moment says its offset', () => {
  const changes = offsetChanges('Europe/Oslo', '2020-01-01', '2030-12-31');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 23 }), (days, hour) => {
      const local = Temporal.PlainDateTime.from('2020-01-01').add({ days, hours: hour, minutes: 30 });
      const zoned = local.toZonedDateTime('Europe/Oslo');
      // The hour that is skipped, and the one that comes twice, have two answers.
      const isPlain = zoned.toPlainDateTime().equals(local) && zoned.add({ hours: 1 }).offset === zoned.offset;
      const before = changes.findLast((change) => change.local <= local.toString({ smallestUnit: 'second' }));
      expect(isPlain ? before?.to : zoned.offset).toBe(zoned.offset);
    }),
  );
});
