import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWhen } from '#calendar/read-date.ts';
import type { Language } from '#calendar/when.ts';
import { writeTime } from '#calendar/write-time.ts';

test.each<[time: string, language: Language, written: string]>([
  ['09:00', 'nb', 'kl. 09.00'],
  ['09:30', 'sv', 'kl. 09.30'],
  ['09:00', 'en', 'at 09:00'],
  ['09:00–15:00', 'nb', 'kl. 09–15'],
  ['09:00–15:30', 'nn', 'kl. 09.00–15.30'],
  ['09:00–15:00', 'en', '09:00–15:00'],
])('%s in %s is «%s»', (time, language, written) => {
  expect(writeTime(time, language)).toBe(written);
});

test('what is written after a day is read back the same', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  const minute = fc.constantFrom('00', '15', '30', '45');
  const clock = fc.tuple(hour, minute).map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
  const time = fc.oneof(
    clock,
    fc.tuple(clock, clock).map(([a, b]) => [a, b].toSorted().join('–')),
  );
  const language = fc.constantFrom<Language>('nb', 'nn', 'sv', 'en');
  fc.assert(
    fc.property(time, language, (one, tongue) => {
      fc.pre(one.split('–')[0] !== one.split('–')[1]);
      const read = readWhen(`15/9 2026 ${writeTime(one, tongue)}`, {});
      expect(read).toMatchObject({ ok: true, time: one });
    }),
  );
});
