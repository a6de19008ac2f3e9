import fc from 'fast-check';
import type { Precision, When } from '#calendar/when.ts';
import { writeWhen } from '#calendar/write-date.ts';
import { programmeId } from '#people/programme.ts';
import { type Activity, activityId, type Plan } from '#plan/activity.ts';
import { withDependsOn } from '#plan/dependencies/depends-on.ts';

/** Everything that has a meaning to some file format, among letters. */
const letters = fc.constantFrom(
  ...Array.from('=+-@\'";,\n\t<>&\\|/:#%()[]{}–—·“«»😀æøåÄÖ 0123456789abcKL'),
  ' og ',
  ' och ',
  'BEGIN:VEVENT',
  ']]>',
  '&amp;',
  '_x0041_',
  'https://example.org/?a=1',
);
const text = (maxLength: number) =>
  fc.array(letters, { maxLength }).map((parts) =>
    parts
      .join('')
      .replace(/\s+$|^\s+/gu, '')
      .toWellFormed(),
  );
/** A name in a cell of several, which `;` and line breaks would part. */
const name = text(12)
  .map((one) => one.replace(/[;\n\t]/gu, '').trim())
  .filter((one) => one !== '' && !/^[-–—]+$/u.test(one));

/** A tag, which commas part, too, and which has no `#` of its own. */
const tag = name
  .map((one) =>
    one
      .replace(/,/gu, '')
      .replace(/^[#\s]+/u, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .filter((one) => one !== '' && !/^[-–—]+$/u.test(one));

const start = fc.integer({ min: 0, max: 365 * 12 }).map((days) => Temporal.PlainDate.from('2018-01-01').add({ days }));

function spanOf(precision: Precision, day: Temporal.PlainDate, length: number): [string, string] {
  switch (precision) {
    case 'week': {
      const monday = day.subtract({ days: day.dayOfWeek - 1 });
      return [String(monday), String(monday.add({ days: 6 }))];
    }
    case 'month':
      return [String(day.with({ day: 1 })), String(day.with({ day: day.daysInMonth }))];
    case 'quarter': {
      const first = day.with({ day: 1, month: day.month - ((day.month - 1) % 3) });
      return [String(first), String(first.add({ months: 3 }).subtract({ days: 1 }))];
    }
    case 'range':
      return [String(day), String(day.add({ days: length }))];
    default:
      return [String(day), String(day)];
  }
}

const languages = ['nb', 'sv', 'en'] as const;
/** The author's words: the date with or without its year, words that say no date that Klar knows, or none at all. */
const dated: fc.Arbitrary<When> = fc
  .record({
    of: fc.constantFrom<Precision>('day', 'range', 'week', 'month', 'quarter'),
    day: start,
    length: fc.integer({ min: 1, max: 60 }),
    doubt: fc.boolean(),
    language: fc.constantFrom(...languages),
    words: fc.constantFrom('with year', 'without', 'own', 'none'),
  })
  .map(({ of, day, length, doubt, language, words }) => {
    const [first, last] = spanOf(of, day, length);
    const when = { start: first, end: last, precision: doubt ? ('approximate' as const) : of, text: '' };
    const own = words === 'own' ? 'så snart lokalet står klart for oss' : '';
    const said = words === 'with year' ? writeWhen(when, language) : writeWhen(when, language, { today: first });
    return { ...when, text: words === 'own' || words === 'none' ? own : said };
  });
const undated: fc.Arbitrary<When> = fc
  .constantFrom('', 'avklares', 'fortløpende', 'TBA', 'når styret har bestemt seg for hva de vil')
  .map((words) => ({ start: null, end: null, precision: 'unknown', text: words }));

const hour = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${minutes}`);
const time = fc.oneof(
  hour,
  fc
    .tuple(hour, hour)
    .filter(([from, to]) => from < to)
    .map((both) => both.join('–')),
);

const row = fc.record(
  {
    title: text(20),
    description: text(40),
    kind: fc.constantFrom('activity' as const, 'milestone', 'meeting', 'gathering', 'gate'),
    when: fc.oneof({ weight: 5, arbitrary: dated }, { weight: 1, arbitrary: undated }),
    units: fc.uniqueArray(name, { maxLength: 4 }),
    gate: fc.option(name.filter((one) => !/^(?:nei|nej|no)$/iu.test(one))),
    time,
    hasKey: fc.boolean(),
    tags: fc.uniqueArray(tag, { minLength: 1, maxLength: 3, selector: (one) => one.toLowerCase() }),
    after: fc.uniqueArray(fc.oneof(name, fc.integer({ min: 2, max: 8 }).map(String)), { maxLength: 3 }),
    state: fc.constantFrom('planned' as const, 'underway', 'done', 'help'),
    halted: fc.record({ as: fc.constantFrom('paused' as const, 'cancelled'), reason: text(10) }),
  },
  { requiredKeys: ['title', 'description', 'kind', 'when', 'units', 'gate', 'hasKey', 'state'] },
);

const kari = 'kari' as Plan['revisions'][number]['by'];
const at = '2026-08-03T07:00:00Z';

/** Plans of up to eight rows with every kind of content, as an import may have left them. */
export const randomPlan: fc.Arbitrary<Plan> = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => {
  const activities = rows.map(({ title, time: hours, hasKey, halted, ...rest }, index): Activity => {
    return {
      ...rest,
      // A row that repeats another is not imported twice.
      title: `${title}${index}`,
      id: activityId.parse(`a${index}`),
      row: index + 2,
      dependsOn: [],
      ...(hours === undefined ? {} : { time: hours }),
      ...(hasKey ? { key: `-${index}` } : {}),
      ...(halted ? { halted: { ...halted, by: kari, at } } : {}),
      changedIn: 1,
    };
  });
  return {
    id: programmeId.parse('p1'),
    revision: 1,
    starts: '2018-01-01',
    activities: withDependsOn(activities),
    revisions: [{ number: 1, at, by: kari, kind: 'import', source: 'plan.csv', rows: rows.length }],
  };
});

/** What reading a file must give back of a row. */
export const saysOf = (rows: readonly Omit<Activity, 'id' | 'state' | 'dependsOn'>[]) =>
  rows.map(({ title, description, kind, when, units, gate, time: hours, key, after, tags }) => ({
    ...{ title, description, kind, when, units, gate },
    time: hours ?? '',
    key: key ?? '',
    after: after ?? [],
    tags: tags ?? [],
  }));
