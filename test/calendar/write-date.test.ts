import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen } from '#calendar/read-date.ts';
import { type Language, language, type Precision, type When } from '#calendar/when.ts';
import { writeDistance, writeInstant, writeWhen } from '#calendar/write-date.ts';

const when = (precision: Precision, start: string | null, end = start): When => ({ start, end, precision, text: '' });

const today = '2018-10-02';

describe('a date is written as people say it', () => {
  test.each<[When, Language, string]>([
    [when('day', '2018-10-09'), 'nb', 'tirsdag 9. oktober'],
    [when('day', '2018-10-09'), 'nn', 'tysdag 9. oktober'],
    [when('day', '2018-10-09'), 'sv', 'tisdag 9 oktober'],
    [when('day', '2018-10-09'), 'en', 'Tuesday 9 October'],
    [when('day', '2018-12-09'), 'nb', '9. desember'],
    [when('day', '2019-01-09'), 'nb', '9. januar 2019'],
    [when('week', '2018-10-15', '2018-10-21'), 'nb', 'uke 42 (15.–21. oktober)'],
    [when('week', '2018-10-15', '2018-10-21'), 'nn', 'veke 42 (15.–21. oktober)'],
    [when('week', '2018-10-15', '2018-10-21'), 'sv', 'vecka 42 (15–21 oktober)'],
    [when('week', '2018-10-15', '2018-10-21'), 'en', 'week 42 (15–21 October)'],
    [when('week', '2018-12-31', '2019-01-06'), 'nb', 'uke 1 (31. desember 2018–6. januar 2019)'],
    [when('month', '2018-11-01', '2018-11-30'), 'nb', 'i løpet av november'],
    [when('month', '2019-03-01', '2019-03-31'), 'sv', 'under mars 2019'],
    [when('month', '2018-11-01', '2018-11-30'), 'en', 'during November'],
    [when('approximate', '2018-11-01', '2018-11-30'), 'nb', 'i løpet av november, antatt'],
    [when('approximate', '2018-11-01', '2018-11-30'), 'sv', 'under november, preliminärt'],
    [when('approximate', '2018-11-01', '2018-11-30'), 'en', 'during November, tentative'],
    [when('approximate', '2018-10-09'), 'nb', 'tirsdag 9. oktober, antatt'],
    [when('approximate', '2018-11-11', '2018-11-20'), 'nb', 'midt i november'],
    [when('approximate', '2018-11-01', '2018-11-10'), 'sv', 'i början av november'],
    [when('approximate', '2018-11-11', '2018-11-20'), 'en', 'in mid-November'],
    [when('range', '2018-09-15', '2018-09-17'), 'nb', '15.–17. september'],
    [when('range', '2018-09-15', '2018-09-17'), 'en', '15–17 September'],
    [when('range', '2018-10-09', '2018-11-03'), 'nb', '9. oktober–3. november'],
    [when('range', '2018-10-15', '2018-10-28'), 'nb', 'uke 42–43 (15.–28. oktober)'],
    [when('range', '2018-10-15', '2018-10-28'), 'en', 'weeks 42–43 (15–28 October)'],
    [when('range', '2018-06-01', '2018-08-31'), 'nb', 'juni–august'],
    [when('range', '2019-01-01', '2019-12-31'), 'nb', 'i løpet av 2019'],
    [when('quarter', '2026-07-01', '2026-09-30'), 'nb', '3. kvartal 2026'],
    [when('quarter', '2026-07-01', '2026-09-30'), 'sv', 'kvartal 3 2026'],
    [when('quarter', '2018-10-01', '2018-12-31'), 'en', 'Q4'],
    [when('unknown', null), 'nb', 'dato ikke satt'],
    [when('unknown', null), 'nn', 'dato ikkje sett'],
    [when('unknown', null), 'sv', 'datum inte bestämt'],
    [when('unknown', null), 'en', 'no date set'],
  ])('%o in %s is %j', (date, of, text) => expect(writeWhen(date, of, { today })).toBe(text));

  test('without a today it is written whole', () => {
    expect(writeWhen(when('day', '2018-10-09'), 'nb')).toBe('tirsdag 9. oktober 2018');
    expect(writeWhen(when('day', '2018-10-09'), 'en')).toBe('Tuesday 9 October 2018');
  });
});

describe('what is written can be read again, in every language', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-06-01'), noInvalidDate: true })
    .map((date) => Temporal.PlainDate.from(date.toISOString().slice(0, 10)));
  const text = (date: Temporal.PlainDate) => date.toString();
  const days = day.map((of) => [of, of] as const);
  const weeks = day.map((of) => [of.subtract({ days: of.dayOfWeek - 1 }), of.add({ days: 7 - of.dayOfWeek })] as const);
  const monthsFrom = (of: Temporal.PlainDate, count: number) =>
    [of.with({ day: 1 }), of.with({ day: 1 }).add({ months: count }).subtract({ days: 1 })] as const;
  const months = day.map((of) => monthsFrom(of, 1));
  const quarters = day.map((of) => monthsFrom(of.with({ day: 1, month: Math.ceil(of.month / 3) * 3 - 2 }), 3));
  const years = fc
    .tuple(day, fc.integer({ min: 1, max: 3 }))
    .map(([of, n]) => monthsFrom(of.with({ month: 1 }), 12 * n));
  const thirds = fc.tuple(months, fc.integer({ min: 0, max: 2 })).map(([[first, last], third]) => {
    const start = first.add({ days: third * 10 });
    return [start, third === 2 ? last : start.add({ days: 9 })] as const;
  });
  const anyDays = fc.tuple(day, fc.integer({ min: 1, max: 800 })).map(([of, n]) => [of, of.add({ days: n })] as const);
  const manyWeeks = fc
    .tuple(weeks, fc.integer({ min: 1, max: 9 }))
    .map(([[a, b], n]) => [a, b.add({ weeks: n })] as const);
  const manyMonths = fc.tuple(day, fc.integer({ min: 2, max: 30 })).map(([of, n]) => monthsFrom(of, n));
  const ranges = fc.oneof(anyDays, manyWeeks, manyMonths, weeks, months, quarters, years, thirds);
  const of = (precision: Precision, spans: fc.Arbitrary<readonly [Temporal.PlainDate, Temporal.PlainDate]>) =>
    spans.map(([start, end]) => when(precision, text(start), text(end)));

  const dates: Record<Precision, fc.Arbitrary<When>> = {
    day: of('day', days),
    range: of('range', ranges),
    week: of('week', weeks),
    month: of('month', months),
    quarter: of('quarter', quarters),
    approximate: of('approximate', fc.oneof(days, ranges)),
    unknown: fc.constant(when('unknown', null)),
  };

  for (const [precision, arbitrary] of Object.entries(dates)) {
    test.each(language.options)(`${precision} in %s`, (spoken) => {
      fc.assert(
        fc.property(arbitrary, day, fc.boolean(), (date, now, sameYear) => {
          const from = sameYear && date.start !== null ? now.with({ year: Number(date.start.slice(0, 4)) }) : now;
          const { start, end } = date;
          const expected = { ok: true, when: { start, end, precision } };
          // Without today nothing is left out, so no hint is needed.
          expect(readWhen(writeWhen(date, spoken), {})).toMatchObject(expected);
          expect(readWhen(writeWhen(date, spoken, { today: text(from) }), { year: from.year })).toMatchObject(expected);
        }),
      );
    });
  }
});

test.each(language.options)('an instant written in %s is read again as its day and its hour', (spoken) => {
  const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-06-01'), noInvalidDate: true }),
      time,
      (on, at) => {
        const local = Temporal.PlainDate.from(on.toISOString().slice(0, 10)).toZonedDateTime({
          timeZone: 'Europe/Oslo',
          plainTime: { hour: at[0], minute: at[1] },
        });
        const written = writeInstant(local.toInstant().toString(), 'Europe/Oslo', spoken, { today: '1999-01-01' });
        const day = local.toPlainDate().toString();
        expect(readWhen(written, {})).toMatchObject({
          when: { start: day, end: day, precision: 'day' },
          time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
        });
      },
    ),
  );
});

describe('how far off a date is', () => {
  test.each<[When, Language, string]>([
    [when('day', '2018-10-02'), 'nb', 'i dag'],
    [when('day', '2018-10-03'), 'nb', 'i morgen'],
    [when('day', '2018-10-03'), 'sv', 'i morgon'],
    [when('day', '2018-10-09'), 'nb', 'om 7 dager'],
    [when('day', '2018-10-09'), 'nn', 'om 7 dagar'],
    [when('day', '2018-10-09'), 'sv', 'om 7 dagar'],
    [when('day', '2018-10-09'), 'en', 'in 7 days'],
    [when('day', '2018-11-13'), 'nb', 'om 6 uker'],
    [when('day', '2019-02-02'), 'nb', 'om 4 måneder'],
    [when('day', '2018-09-30'), 'nb', '2 dager på overtid'],
    [when('day', '2018-10-01'), 'nb', '1 dag på overtid'],
    [when('day', '2018-09-30'), 'sv', '2 dagar försenat'],
    [when('day', '2018-09-30'), 'en', '2 days overdue'],
    [when('week', '2018-10-01', '2018-10-07'), 'nb', 'denne uken'],
    [when('week', '2018-10-08', '2018-10-14'), 'sv', 'nästa vecka'],
    [when('week', '2018-10-22', '2018-10-28'), 'nb', 'om 3 uker'],
    [when('week', '2018-09-24', '2018-09-30'), 'nb', '2 dager på overtid'],
    [when('week', '2018-12-31', '2019-01-06'), 'nb', 'om 3 måneder'],
    [when('month', '2018-10-01', '2018-10-31'), 'nb', 'denne måneden'],
    [when('month', '2018-11-01', '2018-11-30'), 'nb', 'neste måned'],
    [when('month', '2019-01-01', '2019-01-31'), 'nb', 'om 3 måneder'],
    [when('quarter', '2018-10-01', '2018-12-31'), 'en', 'this quarter'],
    [when('quarter', '2019-01-01', '2019-03-31'), 'nb', 'neste kvartal'],
    [when('range', '2018-10-01', '2018-10-04'), 'nb', 'pågår nå'],
    [when('range', '2018-10-02', '2018-10-04'), 'sv', 'pågår nu'],
    [when('range', '2018-10-05', '2018-10-09'), 'nb', 'om 3 dager'],
    [when('approximate', '2018-10-09'), 'nb', 'om ca. 7 dager'],
    [when('approximate', '2018-10-01', '2018-10-10'), 'nb', 'omtrent nå'],
    [when('approximate', '2018-11-01', '2018-11-30'), 'nb', 'neste måned'],
    [when('unknown', null), 'nb', ''],
  ])('%o in %s is %j', (date, of, text) => expect(writeDistance(date, today, of)).toBe(text));
});

describe('how long ago something was that is not late for being past', () => {
  test.each<[When, Language, string]>([
    [when('day', '2018-10-01'), 'nb', 'i går'],
    [when('day', '2018-09-28'), 'nb', 'for 4 dager siden'],
    [when('day', '2018-09-28'), 'nn', 'for 4 dagar sidan'],
    [when('day', '2018-09-28'), 'sv', 'för 4 dagar sedan'],
    [when('day', '2018-09-28'), 'en', '4 days ago'],
    [when('day', '2018-10-09'), 'nb', 'om 7 dager'],
  ])('%o in %s is %j', (date, of, text) => expect(writeDistance(date, today, of, { past: 'ago' })).toBe(text));
});

describe('an instant is told in the reader’s zone', () => {
  const instant = '2018-10-09T07:00:00Z';
  test.each<[Language, string]>([
    ['nb', 'tirsdag 9. oktober kl. 09.00'],
    ['nn', 'tysdag 9. oktober kl. 09.00'],
    ['sv', 'tisdag 9 oktober kl. 09.00'],
    ['en', 'Tuesday 9 October at 09:00'],
  ])('in %s: %s', (of, text) => expect(writeInstant(instant, 'Europe/Oslo', of)).toBe(text));

  test('with its year where that is not today’s', () => {
    expect(writeInstant(instant, 'Europe/Oslo', 'nb', { today })).toBe('tirsdag 9. oktober kl. 09.00');
    expect(writeInstant(instant, 'Europe/Oslo', 'nb', { today: '2019-01-02' })).toBe(
      'tirsdag 9. oktober 2018 kl. 09.00',
    );
  });

  test('which may be another day than it is in Greenwich', () => {
    expect(writeInstant('2018-10-09T22:30:00Z', 'Europe/Stockholm', 'sv')).toBe('onsdag 10 oktober kl. 00.30');
  });
});
