import { describe, expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import { personId } from '#people/person.ts';
import type { Activity } from '#plan/activity.ts';
import { pictureOf } from '#plan/view-picture.ts';
import { day, programme, row, undated } from './picture-rows.ts';

const today = '2026-10-20';
const picture = (rows: Activity[], more: { by?: 'unit' | 'month'; language?: Language } = {}) =>
  pictureOf({ programme, rows, filter: undefined, units: [], today, by: 'unit', language: 'nb', ...more });
const drawn = (one: Activity, language: Language = 'nb') => {
  const [first] = picture([one], { language }).groups[0]?.rows ?? [];
  if (!first) throw new Error('no row');
  return first;
};
const halted = (as: 'paused' | 'cancelled') =>
  ({ halted: { as, reason: 'Mangler folk', by: personId.parse('kari'), at: '2026-10-01T08:00:00Z' } }) as const;
const over = { when: day('2026-10-15') };
const ahead = { when: day('2026-11-15') };

describe('a row of the plan in the picture', () => {
  test.each([
    ['day', 'exact'],
    ['range', 'exact'],
    ['week', 'period'],
    ['month', 'period'],
    ['quarter', 'period'],
    ['approximate', 'assumed'],
  ] as const)('with a date of precision %s is drawn as %s', (precision, sure) => {
    const when = { start: '2026-11-01', end: '2026-11-30', precision, text: '' };
    expect(drawn(row({ when })).when).toEqual({ start: '2026-11-01', end: '2026-11-30', sure });
  });

  test.each([
    ['that is past and not done', over, 'late', '15. okt. · 5 dager på overtid'],
    ['that lies ahead', ahead, 'plain', '15. nov.'],
    ['under way', { ...ahead, state: 'underway' }, 'plain', '15. nov. · På vei'],
    ['that is done', { ...over, state: 'done' }, 'done', '✓ 15. okt.'],
    ['that needs help', { ...ahead, state: 'help' }, 'help', '15. nov. · ! Trenger hjelp'],
    ['late that needs help', { ...over, state: 'help' }, 'late', '15. okt. · 5 dager på overtid · Trenger hjelp'],
    ['on pause', { ...over, ...halted('paused') }, 'paused', '‖ På pause · 15. okt.'],
    ['called off', { ...over, ...halted('cancelled') }, 'cancelled', '∅ Avlyst · 15. okt.'],
    ['of a meeting that has been', { ...over, kind: 'meeting' }, 'plain', '15. okt.'],
  ] as const)('%s says so in its look and in words', (_, more, look, note) => {
    const found = drawn(row(more));
    expect([found.look, found.notes[0]]).toEqual([look, note]);
  });

  test('of a gate has its name in the title and beside the diamond', () => {
    const found = drawn(row({ ...ahead, kind: 'gate', gate: 'K2', title: 'Visualisering deles' }));
    expect([found.mark, found.title, found.notes[0]]).toEqual(['gate', 'K2 · Visualisering deles', 'K2 · 15. nov.']);
  });

  test('that is shared says with whom, where there is room', () => {
    const found = drawn(row({ ...ahead, units: ['Solvik kommune', 'Tindøy kommune'] }));
    expect(found.notes.slice(0, 2)).toEqual(['15. nov. · med Tindøy kommune', '15. nov.']);
  });

  test('without a date has what the plan says in place of one', () => {
    expect(drawn(row({ when: undated('avklares') })).notes[0]).toBe('«avklares» · Solvik kommune');
    expect(drawn(row({ when: undated(), units: [] })).notes[0]).toBe('dato ikke satt');
  });

  test('is in the reader’s language', () => {
    expect(drawn(row(over), 'sv').notes[0]).toBe('15 okt. · 5 dagar försenat');
    expect(drawn(row(over), 'en').notes[0]).toBe('15 Oct · 5 days overdue');
    expect(drawn(row(over), 'nn')).toEqual(drawn(row(over), 'nb'));
  });
});

describe('what the picture says in words', () => {
  test('is from when to when, how much, what is late, what is next and what has no date', () => {
    const rows = [
      row({ title: 'Superbrukere er meldt inn', when: day('2026-08-19') }),
      row({ title: 'Kurs', ...ahead, state: 'help' }),
      row({ title: 'Prøvedrift', ...ahead, ...halted('paused') }),
      row({ title: 'Ferdig', when: day('2026-09-01'), state: 'done' }),
      row({ title: 'Visualisering', kind: 'gate', gate: 'K3', when: day('2027-04-09'), units: ['TK'] }),
      row({ title: 'Visualisering', kind: 'gate', gate: 'K2', when: day('2026-12-04') }),
      row({ title: 'Overføring', when: undated() }),
    ];
    expect(picture(rows).description).toBe(
      'Planen fra august 2026 til april 2027: 7 rader for 2 enheter. Én er forsinket: Superbrukere er meldt inn (19. aug). ' +
        'Én trenger hjelp: Kurs (15. nov). Én er satt på pause eller avlyst: Prøvedrift (15. nov). Én er ferdig. ' +
        'Neste kvalitetspunkt: K2, 4. desember. Én rad er uten dato.',
    );
  });

  test('keeps to 2000 characters with the longest titles', () => {
    const rows = Array.from({ length: 60 }, (_, i) =>
      row({
        title: 'Lang tittel om alt '.repeat(30),
        ...(i % 3 === 0 ? over : i % 3 === 1 ? { ...ahead, state: 'help' } : { ...ahead, ...halted('paused') }),
      }),
    );
    const { description } = picture(rows);
    expect(description).toContain('og 15 til');
    expect(description.length).toBeLessThan(2000);
  });

  test('of rows without any date is how many there are', () => {
    expect(picture([row({ when: undated() })]).description).toBe(
      'Én rad. Ingenting er forsinket. Én rad er uten dato.',
    );
  });

  test('of one month and nothing late says just that', () => {
    expect(picture([row({ when: day('2026-10-21') })], { language: 'en' }).description).toBe(
      'The plan for October 2026: one row for one unit. Nothing is overdue.',
    );
  });
});

test('headings name units, or months with their year', () => {
  const rows = [row(ahead), row({ when: day('2027-01-05'), units: [] }), row({ when: undated() })];
  const headings = (by: 'unit' | 'month', language: Language) =>
    picture(rows, { by, language }).groups.map(({ heading }) => heading);
  expect(headings('unit', 'nb')).toEqual(['Solvik kommune', 'Uten ansvarlig enhet', 'Uten dato']);
  expect(headings('month', 'sv')).toEqual(['November 2026', 'Januari 2027', 'Utan datum']);
});
