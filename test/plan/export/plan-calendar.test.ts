import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Plan } from '#plan/activity.ts';
import { planCalendar } from '#plan/export/plan-calendar.ts';
import { writeCalendar } from '#table/write-calendar.ts';
import { aRow, dates } from '../a-row.ts';
import { randomPlan } from './random-plans.ts';

const about = { name: 'Felles journal; «alt»', language: 'nb', zone: 'Europe/Oslo' };
const bytesOf = (plan: Plan) => writeCalendar(planCalendar(plan, { ...about, activities: plan.activities }));
const parsed = (bytes: Uint8Array) => new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));

const at = '2026-08-03T07:00:00.123Z';
const by = 'kari' as Plan['revisions'][number]['by'];
function calendarOf(...activities: Parameters<typeof aRow>[1][]) {
  const rows = activities.map((more, index) => aRow(index + 2, more));
  const revisions = [1, 2, 3].map((number) => ({
    ...{ number, by, kind: 'import', source: '', rows: 1 },
    at: `2026-08-0${number}T07:00:00.123Z`,
  }));
  const plan = { id: 'p', revision: 3, activities: rows, revisions } as Plan;
  const bytes = bytesOf(plan);
  return {
    text: new TextDecoder().decode(bytes),
    calendar: parsed(bytes),
    entries: parsed(bytes).getAllSubcomponents(),
  };
}

describe('A calendar of any plan', () => {
  test('keeps the rules of RFC 5545 for lines, escapes and what each entry must have', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => {
        const bytes = bytesOf(plan);
        const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = text.split('\r\n');
        for (const line of lines) {
          expect(new TextEncoder().encode(line).byteLength).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\n\r\p{Cc}](?<!\t)/u);
        }
        const unfolded = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
        for (const line of unfolded) {
          expect(line).toMatch(/^[A-Z][A-Z-]*(;[A-Z-]+=("[^"]*"|[^";:,]*))*:/u);
          // Every separator in a text is escaped, and each backslash escapes something.
          if (/^(?:SUMMARY|DESCRIPTION|UID)[;:]/u.test(line)) {
            expect(line.replace(/^[^:]*:/u, '').replace(/\\[\\;,n]/gu, '')).not.toMatch(/[\\;,]/u);
          }
        }
        const uids = new Set<unknown>();
        for (const entry of parsed(bytes).getAllSubcomponents()) {
          if (entry.name === 'vtimezone') continue;
          uids.add(entry.getFirstPropertyValue('uid'));
          for (const once of ['uid', 'dtstamp', 'sequence', 'summary', 'status']) {
            expect(entry.getAllProperties(once)).toHaveLength(1);
          }
          expect(entry.getFirstProperty('dtstamp')?.toICALString()).toMatch(/^DTSTAMP:\d{8}T\d{6}Z$/u);
        }
        expect(uids.size).toBe(plan.activities.length);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same each time, so that a program that looks often sees that nothing is new', () => {
    fc.assert(
      fc.property(randomPlan, (plan) => Buffer.from(bytesOf(plan)).equals(bytesOf(plan))),
      { numRuns: 20 },
    );
  });

  test('has a name, a method, and says how often to look again', () => {
    const { calendar, text } = calendarOf({});
    const value = (name: string) => String(calendar.getFirstPropertyValue(name));
    expect(['version', 'method', 'calscale', 'name', 'prodid'].map(value)).toEqual([
      '2.0',
      'PUBLISH',
      'GREGORIAN',
      'Felles journal; «alt»',
      '-//Klar//Plan//NB',
    ]);
    expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
    expect(text).toContain('X-PUBLISHED-TTL:PT1H\r\n');
    expect(text).toContain('X-WR-CALNAME:Felles journal\\; «alt»\r\n');
  });
});

describe('A row in a calendar', () => {
  test('of whole days ends the day after its last, and keeps nobody’s day from being free', () => {
    const { text } = calendarOf({ when: dates('2026-10-12', '2026-10-18', 'week') });
    expect(text).toContain('DTSTART;VALUE=DATE:20261012\r\n');
    expect(text).toContain('DTEND;VALUE=DATE:20261019\r\n');
    expect(text).toContain('TRANSP:TRANSPARENT\r\n');
    expect(text).not.toContain('VTIMEZONE');
  });

  test('with a month takes all of it', () => {
    const { text } = calendarOf({ when: dates('2027-02-01', '2027-02-28', 'month') });
    expect(text).toContain('DTEND;VALUE=DATE:20270301\r\n');
  });

  test('with an hour stands in the programme’s zone, which the file explains', () => {
    const { calendar, text } = calendarOf(
      { when: dates('2026-10-24'), time: '09:00–15:00' },
      { when: dates('2026-10-26'), time: '09:00' },
    );
    expect(text).toContain('DTSTART;TZID=Europe/Oslo:20261024T090000\r\n');
    expect(text).toContain('DTEND;TZID=Europe/Oslo:20261024T150000\r\n');
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? '');
    const instants = calendar.getAllSubcomponents('vevent').map((entry) => {
      const start = entry.getFirstPropertyValue('dtstart') as ICAL.Time;
      start.zone = zone;
      return start.toJSDate().toISOString();
    });
    // Clocks go back in the night between.
    expect(instants).toEqual(['2026-10-24T07:00:00.000Z', '2026-10-26T08:00:00.000Z']);
  });

  test('with an hour but no exact day is of whole days', () => {
    const { text } = calendarOf({ when: dates('2026-10-12', '2026-10-18', 'week'), time: '09:00' });
    expect(text).toContain('DTSTART;VALUE=DATE:20261012\r\n');
  });

  test('without a date is a task', () => {
    const { entries } = calendarOf({}, { state: 'done' }, { state: 'underway' });
    expect(entries.map((entry) => [entry.name, entry.getFirstPropertyValue('status')])).toEqual([
      ['vtodo', 'NEEDS-ACTION'],
      ['vtodo', 'COMPLETED'],
      ['vtodo', 'IN-PROCESS'],
    ]);
  });

  test('that is called off is cancelled, and one on pause or assumed tentative', () => {
    const when = dates('2026-10-12');
    const halted = (as: 'paused' | 'cancelled') => ({ as, reason: 'x', by, at });
    const { entries } = calendarOf(
      { when },
      { when, halted: halted('cancelled') },
      { when, halted: halted('paused') },
      { when: { ...when, precision: 'approximate' } },
      { halted: halted('cancelled') },
    );
    expect(entries.map((entry) => entry.getFirstPropertyValue('status'))).toEqual([
      'CONFIRMED',
      'CANCELLED',
      'TENTATIVE',
      'TENTATIVE',
      'CANCELLED',
    ]);
  });

  test('says by number and time when it last changed, and how it stands changes that time too', () => {
    const { entries } = calendarOf(
      { changedIn: 2 },
      { changedIn: 2, state: 'done', stated: { by, at: '2026-09-01T10:00:00Z', before: 'planned' } },
    );
    const said = (name: string) => entries.map((entry) => String(entry.getFirstPropertyValue(name)));
    expect(said('sequence')).toEqual(['2', '2']);
    expect(said('dtstamp')).toEqual(['2026-08-02T07:00:00Z', '2026-09-01T10:00:00Z']);
    expect(said('uid')).toEqual(['row-2@klar', 'row-3@klar']);
  });

  test('has its units as categories, each by itself', () => {
    const { entries } = calendarOf({ units: ['Nordvik', 'Helse, pleie og omsorg'] });
    expect(entries[0]?.getFirstProperty('categories')?.getValues()).toEqual(['Nordvik', 'Helse, pleie og omsorg']);
  });
});
