import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhen } from '#calendar/read-date.ts';
import { readTable } from '#table/read-table.ts';
import { buildIcs } from './build-ics.ts';

const read = (bytes: Uint8Array, zone?: string) => {
  const outcome = readTable(bytes, zone === undefined ? {} : { zone });
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.code}`);
  return outcome;
};
/** The rows below the headings, each by its headings, without what is empty. */
const rowsOf = (bytes: Uint8Array, zone?: string) => {
  const [headings, ...rows] = read(bytes, zone).rows;
  return rows.map(({ cells }) =>
    Object.fromEntries(cells.map((cell, at) => [headings?.cells[at], cell]).filter(([, cell]) => cell !== '')),
  );
};
const datesOf = (...lines: string[]) => rowsOf(buildIcs([...lines, 'SUMMARY:x'])).map((row) => row.Dato);

describe('an event', () => {
  test('is a row under headings that plans are known by, counted from 2', () => {
    const bytes = buildIcs(
      [
        'UID:a1',
        'DTSTART;VALUE=DATE:20260915',
        'SUMMARY:Samling\\, første dag',
        'DESCRIPTION:Møt opp\\nmed PC',
        'LOCATION:Rådhuset',
        'CATEGORIES:Nordvik,Sørvik',
        'CATEGORIES:Fjell',
      ],
      ['UID:a2', 'SUMMARY:Uten dato'],
    );
    expect(read(bytes).rows.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(rowsOf(bytes)).toEqual([
      {
        Id: 'a1',
        Dato: '2026-09-15',
        Aktivitet: 'Samling, første dag',
        Organisasjon: 'Nordvik; Sørvik; Fjell',
        Beskrivelse: 'Møt opp\nmed PC\nRådhuset',
      },
      { Id: 'a2', Aktivitet: 'Uten dato' },
    ]);
  });

  test.each<[what: string, lines: string[], date: string]>([
    ['a day', ['DTSTART;VALUE=DATE:20260915'], '2026-09-15'],
    ['a day with its end', ['DTSTART;VALUE=DATE:20260915', 'DTEND;VALUE=DATE:20260916'], '2026-09-15'],
    [
      'days, the end being the day after',
      ['DTSTART;VALUE=DATE:20260915', 'DTEND;VALUE=DATE:20260918'],
      '2026-09-15–2026-09-17',
    ],
    ['days by their length', ['DTSTART;VALUE=DATE:20260915', 'DURATION:P3D'], '2026-09-15–2026-09-17'],
    ['a day that nobody marked as one', ['DTSTART:20260915'], '2026-09-15'],
    ['an end before the beginning', ['DTSTART;VALUE=DATE:20260915', 'DTEND;VALUE=DATE:20260910'], '2026-09-15'],
    [
      'hours in a zone of its own',
      ['DTSTART;TZID=W. Europe Standard Time:20260915T090000', 'DTEND;TZID=W. Europe Standard Time:20260915T150000'],
      '2026-09-15 kl. 09:00–15:00',
    ],
    ['hours in no zone', ['DTSTART:20260915T090000', 'DURATION:PT1H30M'], '2026-09-15 kl. 09:00–10:30'],
    ['hours in UTC, in summer', ['DTSTART:20260915T070000Z', 'DTEND:20260915T130000Z'], '2026-09-15 kl. 09:00–15:00'],
    ['hours in UTC, in winter, on the next day', ['DTSTART:20261215T233000Z'], '2026-12-16 kl. 00:30'],
    ['a time without an end', ['DTSTART:20260915T090000', 'DTEND:20260915T090000'], '2026-09-15 kl. 09:00'],
    ['an evening until midnight', ['DTSTART:20260915T200000', 'DTEND:20260916T000000'], '2026-09-15 kl. 20:00–00:00'],
    ['midnight to midnight', ['DTSTART:20260915T000000', 'DTEND:20260917T000000'], '2026-09-15–2026-09-16'],
    ['hours over several days', ['DTSTART:20260915T090000', 'DTEND:20260917T150000'], '2026-09-15–2026-09-17'],
    ['a day that is none', ['DTSTART;VALUE=DATE:20260931'], '2026-09-31'],
  ])('%s', (_, lines, date) => {
    expect(datesOf(...lines)).toEqual([date]);
  });

  test('in UTC is told in the zone that is asked for', () => {
    const bytes = buildIcs(['DTSTART:20260915T070000Z', 'SUMMARY:x']);
    expect(rowsOf(bytes, 'Europe/Helsinki')[0]?.Dato).toBe('2026-09-15 kl. 10:00');
  });

  test('that was cancelled is left out', () => {
    const bytes = buildIcs(['SUMMARY:a', 'STATUS:CANCELLED'], ['SUMMARY:b', 'STATUS:CONFIRMED']);
    expect(rowsOf(bytes)).toEqual([{ Aktivitet: 'b' }]);
  });

  test('a task is due on its day', () => {
    const bytes = buildIcs(
      ['VTODO', 'SUMMARY:a', 'DUE;VALUE=DATE:20260915'],
      ['VTODO', 'SUMMARY:b', 'DTSTART;VALUE=DATE:20260910', 'DUE;VALUE=DATE:20260915'],
      ['VJOURNAL', 'SUMMARY:c'],
    );
    expect(rowsOf(bytes).map(({ Dato }) => Dato)).toEqual(['2026-09-15', '2026-09-10–2026-09-15', undefined]);
  });

  test('is on days that the calendar reads to the same days', () => {
    const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, length) => {
        const start = Temporal.PlainDate.from(from.toISOString().slice(0, 10));
        const end = start.add({ days: length });
        const plain = (date: Temporal.PlainDate) => String(date).replaceAll('-', '');
        const [text = ''] = datesOf(`DTSTART;VALUE=DATE:${plain(start)}`, `DTEND;VALUE=DATE:${plain(end)}`);
        const when = { start: String(start), end: String(end.subtract({ days: 1 })) };
        expect(readWhen(text, {})).toMatchObject({ ok: true, when });
      }),
    );
  });
});

describe('an event that comes again and again', () => {
  const start = 'DTSTART;VALUE=DATE:20260915';
  test.each<[rule: string, dates: string[]]>([
    ['FREQ=WEEKLY;COUNT=3', ['2026-09-15', '2026-09-22', '2026-09-29']],
    ['FREQ=WEEKLY;INTERVAL=2;UNTIL=20261013', ['2026-09-15', '2026-09-29', '2026-10-13']],
    ['FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20260924T215959Z', ['2026-09-15', '2026-09-17', '2026-09-22', '2026-09-24']],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5', ['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18', '2026-09-21']],
    ['FREQ=MONTHLY;COUNT=3', ['2026-09-15', '2026-10-15', '2026-11-15']],
    ['FREQ=MONTHLY;BYDAY=3TU;COUNT=3', ['2026-09-15', '2026-10-20', '2026-11-17']],
    ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=3', ['2026-09-15', '2026-09-25', '2026-10-30']],
    ['FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3', ['2026-09-15', '2026-10-31', '2026-12-31']],
    ['FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3', ['2026-09-15', '2026-09-30', '2026-10-31']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3', ['2026-09-15', '2026-09-30', '2026-10-30']],
    ['FREQ=YEARLY;COUNT=2', ['2026-09-15', '2027-09-15']],
    ['FREQ=YEARLY;BYMONTH=5;BYDAY=2SU;COUNT=2', ['2026-09-15', '2027-05-09']],
    ['FREQ=YEARLY;BYYEARDAY=1;COUNT=2', ['2026-09-15', '2027-01-01']],
    ['FREQ=YEARLY;BYWEEKNO=40;COUNT=2', ['2026-09-15', '2026-09-29']],
    // A rule that means no day, for which one library looks for ever.
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=9', ['2026-09-15']],
    ['FREQ=DAILY;INTERVAL=2000000000;COUNT=9', ['2026-09-15']],
  ])('%s', (rule, dates) => {
    expect(datesOf(start, `RRULE:${rule}`)).toEqual(dates);
    const hasAll = !rule.includes('COUNT=9');
    if (hasAll) expect(read(buildIcs([start, `RRULE:${rule}`, 'SUMMARY:x'])).notices).toBeUndefined();
  });

  test('by thousands of rules that mean no day does not take for ever', () => {
    const never = [start, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31', 'SUMMARY:x'];
    const { rows, notices } = read(buildIcs(...Array.from({ length: 5000 }, () => never)));
    expect(rows).toHaveLength(5001);
    expect(notices?.at(-1)).toEqual({ code: 'more-times', row: 5001, title: 'x', kept: 1 });
  });

  test('keeps its length and its hours, and has an id for each time', () => {
    const bytes = buildIcs([
      'UID:m',
      'DTSTART:20261020T070000Z',
      'DTEND:20261020T080000Z',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'SUMMARY:Møte',
    ]);
    expect(rowsOf(bytes)).toEqual([
      { Id: 'm/2026-10-20', Dato: '2026-10-20 kl. 09:00–10:00', Aktivitet: 'Møte' },
      { Id: 'm/2026-10-27', Dato: '2026-10-27 kl. 09:00–10:00', Aktivitet: 'Møte' },
    ]);
  });

  test('without an end gives two years of it at most, and 200 times at most, and says so', () => {
    const weekly = read(buildIcs([start, 'RRULE:FREQ=WEEKLY', 'SUMMARY:Ukemøte'], ['SUMMARY:x']));
    expect(weekly.notices).toEqual([{ code: 'more-times', row: 2, title: 'Ukemøte', kept: 105 }]);
    expect(weekly.rows).toHaveLength(1 + 105 + 1);
    const daily = read(buildIcs(['SUMMARY:x'], [start, 'RRULE:FREQ=DAILY', 'SUMMARY:Stå opp']));
    expect(daily.notices).toEqual([{ code: 'more-times', row: 3, title: 'Stå opp', kept: 200 }]);
    const hourly = read(buildIcs([start, 'RRULE:FREQ=HOURLY', 'SUMMARY:Puls']));
    expect(hourly.notices).toEqual([{ code: 'more-times', row: 2, title: 'Puls', kept: 1 }]);
  });

  test('has times that were left out, added, moved and cancelled', () => {
    const master = [
      'UID:m',
      'DTSTART:20260915T090000',
      'RRULE:FREQ=WEEKLY;COUNT=4',
      'EXDATE:20260922T090000',
      'RDATE:20260918T090000',
      'SUMMARY:Møte',
    ];
    const moved = ['UID:m', 'RECURRENCE-ID:20260929T090000', 'DTSTART:20260930T100000', 'SUMMARY:Flyttet'];
    const cancelled = [
      'UID:m',
      'RECURRENCE-ID:20261006T090000',
      'DTSTART:20261006T090000',
      'STATUS:CANCELLED',
      'SUMMARY:Møte',
    ];
    const alone = ['UID:other', 'RECURRENCE-ID:20261006T090000', 'DTSTART:20261007T090000', 'SUMMARY:Invitasjon'];
    expect(rowsOf(buildIcs(moved, master, cancelled, alone)).map(({ Dato, Aktivitet }) => [Dato, Aktivitet])).toEqual([
      ['2026-09-15 kl. 09:00', 'Møte'],
      ['2026-09-18 kl. 09:00', 'Møte'],
      ['2026-09-30 kl. 10:00', 'Flyttet'],
      ['2026-10-07 kl. 09:00', 'Invitasjon'],
    ]);
  });
});

describe('an entry that Klar wrote', () => {
  const own = [
    'UID:7@klar',
    'DTSTART;VALUE=DATE:20261012',
    'DTEND;VALUE=DATE:20261019',
    'SUMMARY:Samling',
    'CATEGORIES:A',
    'X-KLAR-WHEN;VALUE=TEXT:uke 42\\, antatt',
    'X-KLAR-DAYS;VALUE=TEXT:2026-10-12/2026-10-18',
    'X-KLAR-PRECISION;VALUE=TEXT:approximate',
    'X-KLAR-TIME:09:00',
    'X-KLAR-UNITS;VALUE=TEXT:Nordvik\\; Sørvik',
    'X-KLAR-KIND:gathering',
    'X-KLAR-GATE:K1',
    'X-KLAR-ID:12',
    'X-KLAR-AFTER:3\\; 4',
  ];

  test('keeps the words of its date, its days, units, kind, gate, id and what it depends on', () => {
    expect(rowsOf(buildIcs(own))).toEqual([
      {
        Id: '12',
        Dato: 'uke 42, antatt',
        Fra: '2026-10-12',
        Til: '2026-10-18',
        Presisjon: 'approximate',
        Klokkeslett: '09:00',
        Aktivitet: 'Samling',
        Organisasjon: 'Nordvik; Sørvik',
        Type: 'gathering',
        Kvalitetspunkt: 'K1',
        'Avhenger av': '3; 4',
      },
    ]);
  });

  test('and somebody has moved since is on its new days', () => {
    const moved = own.map((line) => line.replace('20261012', '20261013'));
    expect(rowsOf(buildIcs(moved))[0]).toMatchObject({ Id: '12', Dato: '2026-10-13–2026-10-18' });
    expect(rowsOf(buildIcs(moved))[0]).not.toHaveProperty('Presisjon');
  });

  test('without a date, or cancelled in the plan, is a row of it', () => {
    const undated = ['VTODO', 'UID:8@klar', 'SUMMARY:Avtale', 'X-KLAR-WHEN:avklares', 'X-KLAR-PRECISION:unknown'];
    const bytes = buildIcs(undated, [...own, 'STATUS:CANCELLED'], ['UID:f', 'SUMMARY:Fremmed']);
    expect(rowsOf(bytes).map(({ Dato, Presisjon, Id }) => [Dato, Presisjon, Id])).toEqual([
      ['avklares', 'unknown', undefined],
      ['uke 42, antatt', 'approximate', '12'],
      [undefined, undefined, 'f'],
    ]);
  });
});

describe('what is no calendar', () => {
  const text = (lines: string) => new TextEncoder().encode(lines);
  test.each([
    ['cut off', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:a\r\n', { code: 'damaged', looksLike: 'ics' }],
    [
      'with a line that is none',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\ntull\nEND:VEVENT\nEND:VCALENDAR\n',
      { code: 'damaged', looksLike: 'ics' },
    ],
    ['without events', 'BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n', { code: 'empty' }],
  ])('%s', (_, lines, problem) => {
    expect(readTable(text(lines))).toEqual({ ok: false, problem });
  });

  test('two calendars in one file are read as one, with whichever line ends, and after a byte order mark', () => {
    const one = (title: string) => `begin:vcalendar\nBEGIN:VEVENT\nSUMMARY:${title}\nEND:VEVENT\nEND:VCALENDAR\n`;
    expect(rowsOf(text(`\ufeff${one('a')}${one('b')}`))).toEqual([{ Aktivitet: 'a' }, { Aktivitet: 'b' }]);
  });

  test('more rows than a table may have are refused', () => {
    const event = ['DTSTART:20260915', 'RRULE:FREQ=DAILY', 'SUMMARY:x'];
    const outcome = readTable(buildIcs(...Array.from({ length: 101 }, () => event)));
    expect(outcome).toEqual({ ok: false, problem: { code: 'too-many-rows', maxRows: 20_000 } });
  });

  test('any lines give rows or a problem, never an exception', () => {
    const value = fc.constantFrom(
      '20260915',
      '20261332T999999Z',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=YEARLY;BYMONTH=13;BYSETPOS=0',
      'FREQ=DAILY;UNTIL=x',
      'P9',
      '-P1D',
      'PT1H',
      '99991231',
      '',
      ';',
      '00000000T000000',
    );
    const name = fc.constantFrom(
      'DTSTART',
      'DTSTART;VALUE=DATE',
      'DTEND',
      'DUE',
      'DURATION',
      'RRULE',
      'EXDATE',
      'RDATE;VALUE=PERIOD',
      'RECURRENCE-ID',
      'X-KLAR-WHEN',
      'X-KLAR-DAYS',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value), { maxLength: 5 }), (lines) => {
        const bytes = buildIcs(lines.map(([property, content]) => `${property}:${content}`));
        return typeof readTable(bytes).ok === 'boolean';
      }),
      { numRuns: 500 },
    );
  });
});
