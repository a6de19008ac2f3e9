import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noQuietHours, readAbsences, readHours } from '#people/read-quiet.ts';
import { readZone } from '#people/read-zone.ts';
import { absencesSaid } from '#people/view-settings.ts';

describe('quiet hours are read', () => {
  test.each([
    ['20-07', '20:00', '07:00'],
    ['20–7', '20:00', '07:00'],
    ['kl. 20.30 til 06.15', '20:30', '06:15'],
    ['20:00-07:00', '20:00', '07:00'],
    ['8 pm - 7 am', '20:00', '07:00'],
  ])('%s', (text, from, to) => expect(readHours(text)).toEqual({ from, to }));

  test.each(['', 'sent', '20', '25-07', '7-7', '20-07-2026'])('but not of %j', (text) =>
    expect(readHours(text)).toBeUndefined(),
  );

  test.each(['ingen', 'Inga', 'none'])('%s is none', (text) => expect(readHours(text)).toEqual(noQuietHours));
});

describe('absences are read', () => {
  const read = (text: string, today: string) => {
    const found = readAbsences(text, today);
    return found.ok ? found.away.map(({ from, to }) => `${from}/${to}`) : found.problem.code;
  };

  test.each([
    ['7.7-31.7', '2026-03-01', ['2026-07-07/2026-07-31']],
    ['under way', '2026-07-20', ['2026-07-07/2026-07-31'], '7.7-31.7'],
    ['just over: next year', '2026-08-01', ['2027-07-07/2027-07-31'], '7.7-31.7'],
    ['over new year', '2026-12-31', ['2026-12-28/2027-01-02'], '28.12-2.1'],
    ['yesterday: next year', '2026-12-31', ['2027-12-30/2027-12-30'], '30. desember'],
    ['weeks', '2026-03-01', ['2026-07-06/2026-07-26'], 'vecka 28-30'],
    ['several', '2026-03-01', ['2026-05-15/2026-05-15', '2026-07-01/2026-07-31'], 'juli\n15. mai'],
    ['the same twice', '2026-03-01', ['2026-05-15/2026-05-15'], '15/5; 15. mai'],
    ['with a name', '2026-03-01', ['2026-07-07/2026-07-31'], 'Fellesferie: 7.7–31.7'],
    ['none', '2026-03-01', [], ' \n'],
  ])('%s', (name, today, expected, text = name) => expect(read(text, today)).toEqual(expected));

  test.each([
    ['7.7.2025–31.7.2025', 'over'],
    ['31/2', 'no-such-day'],
    ['snart', 'not-understood'],
    ['fortløpende', 'not-understood'],
    [Array.from({ length: 51 }, (_, i) => `1.1.${2030 + i}`).join(','), 'too-many'],
  ])('%s is refused', (text, code) => expect(read(text, '2026-03-01')).toBe(code));

  test('what is said of them reads as the same days, in every language, on any day until they are over', () => {
    const today = Temporal.PlainDate.from('2026-03-01');
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom('nb', 'sv', 'en', 'nn' as const),
        (ahead, length, language) => {
          const from = today.add({ days: ahead });
          const away = [{ from: from.toString(), to: from.add({ days: length }).toString() }];
          const said = absencesSaid({ weekdays: [], away }, language, today.toString(), true).join('\n');
          expect(readAbsences(said, today.toString()), said).toEqual({ ok: true, away });
        },
      ),
    );
  });
});

describe('a time zone is read', () => {
  test.each([
    ['Europe/Oslo', 'Europe/Oslo'],
    ['europe/stockholm', 'Europe/Stockholm'],
    ['Stockholm', 'Europe/Stockholm'],
    [' new  york ', 'America/New_York'],
    ['utc', 'UTC'],
  ])('%s', (text, zone) => expect(readZone(text)).toBe(zone));

  test.each(['', 'CET', '+02:00', 'Etc', 'Europe/', 'Norge'])('but not of %j', (text) =>
    expect(readZone(text)).toBeUndefined(),
  );
});
