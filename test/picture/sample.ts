import type { Gantt, GanttLook, GanttRow } from '#picture/gantt.ts';
import { dayNumber } from '#picture/time-axis.ts';

/** A row of the picture, an exact day where nothing else is said. */
export const row = (more: Partial<GanttRow> = {}): GanttRow => ({
  title: 'Brukere og roller er registrert',
  when: { start: '2026-10-12', end: '2026-10-12', sure: 'exact' },
  mark: 'bar',
  look: 'plain',
  notes: ['12. okt.'],
  ...more,
});

/** A picture of one group, or of these groups. */
export const gantt = (rows: readonly GanttRow[] | Gantt['groups'], more: Partial<Gantt> = {}): Gantt => ({
  title: 'Planen for Ny journal',
  subtitle: '28 rader',
  description: 'Planen fra august 2026 til april 2027: 28 rader.',
  language: 'nb',
  today: '2026-10-20',
  groups: rows.every((one) => 'heading' in one) ? rows : [{ heading: 'Solvik kommune', rows: rows as GanttRow[] }],
  time: 'shared',
  words: {
    today: 'I dag, 20. oktober',
    week: 'uke',
    quarters: ['1. kv.', '2. kv.', '3. kv.', '4. kv.'],
    continued: 'forts.',
    part: (part, of) => `Bilde ${part} av ${of}`,
    legend: {
      exact: 'Bestemte dager',
      period: 'En gang i perioden',
      assumed: 'Antatt',
      milestone: 'Milepæl',
      gate: 'Kvalitetspunkt',
      late: 'Forsinket',
      help: 'Trenger hjelp',
      done: 'Ferdig',
      paused: 'På pause',
      cancelled: 'Avlyst',
    },
  },
  ...more,
});

const looks: GanttLook[] = ['plain', 'late', 'help', 'done', 'paused', 'cancelled'];
const sures = ['exact', 'period', 'assumed'] as const;
const marks = ['bar', 'gate', 'milestone'] as const;

/** So many rows of every kind, from September 2026 on, a few days apart; every tenth without a date. */
export const manyRows = (count: number): GanttRow[] =>
  Array.from({ length: count }, (_, i) => {
    const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
    const start = dayNumber('2026-09-01') + ((i * 3) % 400);
    const look = looks[i % looks.length] ?? 'plain';
    const when =
      i % 10 === 9
        ? null
        : { start: day(start), end: day(start + (i % 5) * 4), sure: sures[i % sures.length] ?? 'exact' };
    return row({
      title: `Rad ${i + 1}: opplæring av superbrukere${i % 4 === 0 ? ' og alle andre som skal være på vakt ved oppstart i første pulje' : ''}`,
      when,
      mark: marks[i % marks.length] ?? 'bar',
      look,
      notes: [`${look} · uke ${i}`, look],
    });
  });
