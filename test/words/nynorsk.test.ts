import { expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import { activityId } from '#plan/activity.ts';
import { rowLine } from '#plan/view.ts';
import type { Coming } from '#reminder/coming.ts';
import { comingLine } from '#reminder/view-coming.ts';

// A sentence half in bokmål and half in nynorsk is neither: until its sentences are written, nynorsk readers get bokmål whole.
test('a nynorsk reader gets bokmål in dates as in sentences', () => {
  const when = { start: '2026-11-27', end: '2026-11-27', precision: 'day' as const, text: '' };
  const row = {
    id: activityId.parse('a'),
    row: 2,
    title: 'Kurs',
    description: '',
    kind: 'activity' as const,
    when,
    units: [],
    gate: null,
    state: 'planned' as const,
    dependsOn: [],
  };
  const coming: Coming = {
    reminder: {
      at: '2026-11-27T09:00:00+01:00',
      row: 2,
      activity: row.id,
      title: 'Kurs',
      rule: 'on-the-day',
      to: [],
      start: when.start,
      end: when.end,
    },
    atMs: Date.parse('2026-11-27T08:00:00Z'),
    slots: [],
    isStopped: false,
    together: 2,
  };
  const programme = { units: [], timeZone: 'Europe/Oslo' };
  const written = (language: Language) => [
    rowLine(row, '2026-11-20', language),
    comingLine(coming, { programme, today: '2026-11-20', language }, { activity: row }),
  ];
  expect(written('nn')).toEqual(written('nb'));
  expect(JSON.stringify(written('nn'))).toContain('om 7 dager');
});
