import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { type Programme, unitId } from '#people/programme.ts';
import type { Activity } from '#plan/activity.ts';
import { commit } from '#plan/revisions/revision.ts';
import { changeRules, markOf, partOf, rulesOf } from '#reminder/edit-rules.ts';
import { noReminding, type Reminding } from '#reminder/reminding.ts';
import { type ReminderRules, reminderRules } from '#reminder/rules.ts';
import { activity, day, period } from './plans.ts';
import { savedPlan, somebody, someProgramme, somewhere, told, town } from './slots.ts';

const by = personId.parse('kari');
const units = ['Nordvik', 'Sørfjord'].map((name) => ({ id: `u-${name}`, name, place: name }));
const places = units.map(({ name }) => somewhere(name));
/** Opplæring is reminded of from a month ahead, gates a fortnight, all else a week and a day. */
const rules = reminderRules.parse({
  rules: ['7-days-before', '1-day-before', 'overdue'],
  groups: [
    { tag: 'opplæring', rules: ['30-days-before', '7-days-before', 'overdue'] },
    { kind: 'gate', rules: ['14-days-before', '3-days-before'] },
  ],
  leads: [{ id: 'utstyr', tag: 'utstyr', before: { count: 3, unit: 'weeks' }, item: 'Utstyrsliste' }],
});

interface Standing {
  row: Activity;
  programme: Programme;
  rules: ReminderRules;
}

/** Every hour from one instant until another, the end not included; what was sent, with its day. */
function play(here: ReturnType<typeof town>, from: string, until: string): string[] {
  const found: string[] = [];
  for (let now = Temporal.Instant.from(from); now.toString() < until; now = now.add({ hours: 1 }))
    found.push(...told(here.beat(now.toString())).map((one) => `${now.toString().slice(0, 10)} ${one}`));
  return found;
}

const kurs = activity({ when: day('2018-09-26'), units: ['Nordvik'] });
const saved = '2018-08-01T08:00:00Z';

/**
 * The row stands so from 1 August, and otherwise from an instant on; what is sent from then until the end of October, with what owners are told was
 * never sent.
 */
function afterChange(
  before: Partial<Standing>,
  change: Partial<Standing>,
  at: string,
): { sent: string[]; stale: string[] } {
  const first: Standing = { row: kurs, programme: someProgramme({ units }), rules, ...before };
  const then: Standing = { ...first, ...change };
  const plan = savedPlan([first.row], saved);
  const reminding = { ...noReminding(plan.id), rules: first.rules };
  const persons = ['ola', 'eva'].map((id) => somebody(id));
  const old = town({ programmes: [{ programme: first.programme, plan, reminding }], persons, places });
  play(old, saved, at);
  const part = { of: 'rows' } as const;
  const shown = { part, mark: markOf(partOf(first.rules, part)) };
  const set: Reminding =
    then.rules === first.rules
      ? reminding
      : (changeRules(reminding, shown, () => then.rules, { by, at }).next ?? reminding);
  const next = then.row === first.row ? plan : commit(plan, [then.row], { kind: 'edit', by, at });
  const here = town({
    programmes: [{ programme: then.programme, plan: next, reminding: set }],
    persons,
    places,
  });
  // All who got one are through: it is settled under its own key.
  for (const [key, entry] of old.ledger) here.ledger.set(key, entry).set(key.replace(/\/[^/]*$/u, ''), entry);
  const stale = here.bundlesAt(at).flatMap(({ bundles }) => bundles.stale.map(({ copy }) => copy.reminder.rule));
  return { sent: play(here, at, '2018-11-01T00:00:00Z'), stale };
}

const halted = (as: 'paused' | 'cancelled') => ({ as, reason: 'vi venter', by, at: '2018-08-02T08:00:00Z' });

describe('a row sends nothing that lies behind a change of it', () => {
  test.each<[what: string, before: Partial<Activity>, after: Partial<Activity>, at: string, sent: string[]]>([
    [
      'a tag with rules of its own',
      {},
      { tags: ['Opplæring'] },
      '2018-09-10T10:00:00Z',
      [
        '2018-09-19 Nordvik: 7-days-before',
        '2018-09-27 Nordvik: overdue',
        '2018-10-04 Nordvik: overdue-2',
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
      ],
    ],
    [
      'a tag taken off, while the programme’s rule would have come the day before',
      { tags: ['Opplæring'] },
      {},
      '2018-09-25T10:00:00Z',
      [
        '2018-09-27 Nordvik: overdue',
        '2018-10-04 Nordvik: overdue-2',
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
      ],
    ],
    [
      'a kind with rules of its own',
      {},
      { kind: 'gate' },
      '2018-09-14T10:00:00Z',
      ['2018-09-21 Nordvik: 3-days-before'],
    ],
    [
      'a date that comes nearer',
      { when: day('2018-10-10') },
      { when: day('2018-09-26') },
      '2018-09-20T10:00:00Z',
      [
        '2018-09-25 Nordvik: 1-day-before',
        '2018-09-27 Nordvik: overdue',
        '2018-10-04 Nordvik: overdue-2',
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
      ],
    ],
    [
      'a date that is put off',
      {},
      { when: day('2018-10-29') },
      '2018-09-20T10:00:00Z',
      ['2018-10-22 Nordvik: 7-days-before', '2018-10-26 Nordvik: 1-day-before', '2018-10-30 Nordvik: overdue'],
    ],
    [
      'a last day that comes nearer: the first of what comes after it lies behind',
      { when: period('2018-09-10', '2018-10-30', 'range') },
      { when: period('2018-09-10', '2018-09-20', 'range') },
      '2018-09-24T10:00:00Z',
      ['2018-09-28 Nordvik: overdue-2', '2018-10-05 Nordvik: overdue-3', '2018-10-12 Nordvik: overdue-4'],
    ],
    [
      'a last day that is put off when it had been asked about: it is asked about anew',
      { when: period('2018-09-10', '2018-09-20', 'range') },
      { when: period('2018-09-10', '2018-10-10', 'range') },
      '2018-09-24T10:00:00Z',
      ['2018-10-11 Nordvik: overdue', '2018-10-18 Nordvik: overdue-2', '2018-10-25 Nordvik: overdue-3'],
    ],
    [
      'a pause that is over',
      { halted: halted('paused') },
      {},
      '2018-09-20T10:00:00Z',
      [
        '2018-09-25 Nordvik: 1-day-before',
        '2018-09-27 Nordvik: overdue',
        '2018-10-04 Nordvik: overdue-2',
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
      ],
    ],
    [
      'a calling off that is taken back',
      { halted: halted('cancelled') },
      {},
      '2018-10-06T10:00:00Z',
      ['2018-10-11 Nordvik: overdue-3', '2018-10-18 Nordvik: overdue-4'],
    ],
    [
      'a unit that is added',
      {},
      { units: ['Nordvik', 'Sørfjord'] },
      '2018-10-05T10:00:00Z',
      [
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-11 Sørfjord: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
        '2018-10-18 Sørfjord: overdue-4',
      ],
    ],
    [
      'a unit in place of another, which is not reminded twice where it is only spelled otherwise',
      { units: ['Sørfjord'] },
      { units: ['nordvik'] },
      '2018-10-05T10:00:00Z',
      ['2018-10-11 Nordvik: overdue-3', '2018-10-18 Nordvik: overdue-4'],
    ],
    [
      'the last unit taken off: the programme’s place',
      {},
      { units: [] },
      '2018-10-05T10:00:00Z',
      ['2018-10-11 felles: overdue-3', '2018-10-18 felles: overdue-4'],
    ],
    [
      'another title',
      {},
      { title: 'Kurs for alle' },
      '2018-09-20T10:00:00Z',
      [
        '2018-09-25 Nordvik: 1-day-before',
        '2018-09-27 Nordvik: overdue',
        '2018-10-04 Nordvik: overdue-2',
        '2018-10-11 Nordvik: overdue-3',
        '2018-10-18 Nordvik: overdue-4',
      ],
    ],
  ])('%s', (_, before, after, at, sent) => {
    const row = activity({ ...kurs, ...before });
    const { halted: _halted, tags: _tags, ...plain } = row;
    const found = afterChange({ row }, { row: { ...plain, ...after } }, at);
    expect(found.sent).toEqual(sent);
    expect(found.stale).toEqual([]);
  });

  test('nor does a row that is new in the plan, whatever lies behind it', () => {
    const plan = savedPlan([], saved);
    const at = '2018-09-20T10:00:00Z';
    const next = commit(plan, [kurs], { kind: 'add', by, at });
    const here = town({
      programmes: [{ programme: someProgramme({ units }), plan: next, reminding: { rules } }],
      places,
    });
    expect(play(here, at, '2018-09-27T00:00:00Z')).toEqual(['2018-09-25 Nordvik: 1-day-before']);
  });

  test('nor does what was put off and has come again, when the row is moved or let go on', () => {
    const reminding = {
      rules,
      snoozed: [
        { activity: kurs.id, unit: unitId.parse('u-Nordvik'), until: '2018-09-13', by, at: '2018-09-10T08:00:00Z' },
      ],
    };
    const plan = savedPlan([kurs], saved);
    const of = (next: typeof plan) =>
      town({ programmes: [{ programme: someProgramme({ units }), plan: next, reminding }], places });
    const old = of(plan);
    expect(play(old, '2018-09-12T07:00:00Z', '2018-09-14T10:00:00Z')).toEqual([
      '2018-09-13 Nordvik: snooze-2018-09-13',
    ]);
    const moved = of(
      commit(plan, [{ ...kurs, when: day('2018-10-10') }], { kind: 'move', by, at: '2018-09-14T10:00:00Z' }),
    );
    for (const [key, entry] of old.ledger) moved.ledger.set(key, entry);
    expect(play(moved, '2018-09-14T10:00:00Z', '2018-10-03T00:00:00Z')).toEqual([]);
  });

  test('what lay ahead of a change and could not be sent yet is still sent after another one', () => {
    // Away from the 19th: what falls due then is held until the 24th, and a title is mended meanwhile.
    const away = { weekdays: [], away: [{ from: '2018-09-18', to: '2018-09-23' }] };
    const programme = someProgramme({
      units: [{ id: 'u-Nordvik', name: 'Nordvik', people: [{ person: 'ola', role: 'contact' }] }],
    });
    const plan = savedPlan([kurs], '2018-09-18T12:00:00Z');
    const at = '2018-09-20T10:00:00Z';
    const next = commit(plan, [{ ...kurs, title: 'Kurs for alle' }], { kind: 'edit', by, at });
    const here = town({
      programmes: [{ programme, plan: next, reminding: { rules } }],
      persons: [somebody('ola', { quiet: away })],
    });
    expect(play(here, at, '2018-09-25T00:00:00Z')).toEqual(['2018-09-24 ola: 7-days-before']);
  });
});

describe('what has to be got ahead of a row is asked for at once where it never was', () => {
  const before = { tags: ['utstyr'], when: day('2018-10-10') };
  test.each<[what: string, before: Partial<Activity>, after: Partial<Activity>, at: string, sent: string[]]>([
    [
      'a row that gets the tag',
      { when: day('2018-09-26') },
      { tags: ['utstyr'] },
      '2018-09-10T10:00:00Z',
      ['2018-09-10 lead-utstyr'],
    ],
    [
      'a row that comes nearer before it was asked for',
      before,
      { when: day('2018-09-26') },
      '2018-09-10T10:00:00Z',
      ['2018-09-10 lead-utstyr'],
    ],
    ['a row that comes nearer after it was asked for', before, { when: day('2018-10-01') }, '2018-09-20T10:00:00Z', []],
    ['a row that is put off', before, { when: day('2018-10-22') }, '2018-09-20T10:00:00Z', ['2018-10-01 lead-utstyr']],
  ])('%s', (_, first, after, at, sent) => {
    const row = activity({ ...kurs, ...first });
    const found = afterChange({ row }, { row: { ...row, ...after } }, at);
    expect(found.sent.filter((one) => one.includes('lead-')).map((one) => one.replace('Nordvik: ', ''))).toEqual(sent);
  });
});

describe('rules send nothing that lies behind their change', () => {
  const with30 = { ...rules, rules: ['30-days-before', ...rules.rules] };
  test.each<
    [what: string, before: ReminderRules, after: ReminderRules, row: Partial<Activity>, at: string, sent: string[]]
  >([
    ['a new rule', rules, with30, {}, '2018-09-10T10:00:00Z', ['2018-09-19 7-days-before', '2018-09-25 1-day-before']],
    [
      'a rule that others go by already',
      rules,
      {
        ...rules,
        groups: rules.groups.map((one) => (one.kind ? { ...one, rules: [...one.rules, '30-days-before'] } : one)),
      },
      { kind: 'gate' },
      '2018-09-10T10:00:00Z',
      ['2018-09-12 14-days-before', '2018-09-21 3-days-before'],
    ],
    [
      'a group that is taken out: the programme’s rules hold from now on',
      rules,
      { ...rules, groups: [] },
      { kind: 'gate' },
      '2018-09-20T10:00:00Z',
      ['2018-09-25 1-day-before'],
    ],
    [
      'another hour, before the new one and after the old one',
      { ...rules, at: '12:00' },
      { ...rules, at: '08:00' },
      {},
      '2018-09-19T08:00:00Z',
      ['2018-09-19 7-days-before', '2018-09-25 1-day-before'],
    ],
  ])('%s', (_, before, after, row, at, sent) => {
    const found = afterChange({ row: activity({ ...kurs, ...row }), rules: before }, { rules: after }, at);
    const isAhead = (one: string) => !one.includes('overdue');
    expect(found.sent.filter(isAhead).map((one) => one.replace('Nordvik: ', ''))).toEqual(sent);
    expect(found.stale).toEqual([]);
  });

  test('taken out and put back, a rule sends what it would have sent before, and nothing of meanwhile', () => {
    const part = { of: 'rows' } as const;
    const set = (current: Reminding, names: string[], at: string): Reminding => {
      const shown = { part, mark: markOf(partOf(rulesOf(current), part)) };
      return changeRules(current, shown, (now) => ({ ...now, rules: names }), { by, at }).next ?? current;
    };
    const first = { ...noReminding(savedPlan([]).id), rules };
    const without = set(first, ['1-day-before'], '2018-09-19T06:00:00Z');
    const again = set(without, rules.rules, '2018-09-19T12:00:00Z');
    const at = '2018-09-19T12:00:00Z';
    const here = (rows: Activity[]) =>
      town({
        programmes: [{ programme: someProgramme({ units }), plan: savedPlan(rows, saved), reminding: again }],
        places,
      });
    expect(play(here([kurs]), at, '2018-09-20T00:00:00Z')).toEqual([]);
    const missed = activity({ ...kurs, when: day('2018-09-25') });
    expect(play(here([missed]), at, '2018-09-20T00:00:00Z')).toEqual(['2018-09-19 Nordvik: 7-days-before']);
  });
});

describe('a programme that is moved to another place', () => {
  test.each<
    [what: string, before: Record<string, unknown>, after: Record<string, unknown>, at: string, sent: string[]]
  >([
    [
      'whose clock is an hour ahead sends what was to come today, once',
      {},
      { timeZone: 'Europe/Helsinki' },
      '2018-09-19T06:00:00Z',
      ['2018-09-19 Nordvik: 7-days-before'],
    ],
    ['whose clock is behind sends nothing twice', {}, { timeZone: 'America/New_York' }, '2018-09-19T08:00:00Z', []],
    ['across the date line sends nothing twice', {}, { timeZone: 'Pacific/Auckland' }, '2018-09-19T08:00:00Z', []],
    ['with other days off sends nothing twice', {}, { country: 'SE' }, '2018-09-19T08:00:00Z', []],
  ])('%s', (_, before, after, at, sent) => {
    const found = afterChange(
      { programme: someProgramme({ units, ...before }) },
      { programme: someProgramme({ units, ...after }) },
      at,
    );
    expect(found.sent.filter((one) => one < '2018-09-24')).toEqual(sent);
    expect(found.stale).toEqual([]);
  });

  test('with other days off is told of nothing as missed that came with another reminder', () => {
    // 17 May is a day off in Norway alone: a week and eight days ahead of the 25th land there on the same day.
    const row = activity({ ...kurs, when: day('2018-05-24') });
    const own = reminderRules.parse({ rules: ['7-days-before', '8-days-before'] });
    const plan = savedPlan([row], '2018-05-01T08:00:00Z');
    const of = (country: string) =>
      town({
        programmes: [{ programme: someProgramme({ units, country }), plan, reminding: { rules: own } }],
        places,
      });
    const norway = of('NO');
    expect(play(norway, '2018-05-01T08:00:00Z', '2018-05-16T12:00:00Z')).toEqual(['2018-05-16 Nordvik: 7-days-before']);
    const sweden = of('SE');
    for (const [key, entry] of norway.ledger) sweden.ledger.set(key, entry);
    expect(sweden.bundlesAt('2018-05-17T12:00:00Z').flatMap(({ bundles }) => bundles.stale)).toEqual([]);
    expect(play(sweden, '2018-05-17T12:00:00Z', '2018-06-01T00:00:00Z')).toEqual([]);
  });
});

test('a deputy who becomes a contact gets what comes from then on', () => {
  const people = (role: string) => [
    { person: 'ola', role: 'contact' },
    { person: 'eva', role },
  ];
  const programme = (role: string) =>
    someProgramme({ units: [{ ...units[0], place: undefined, people: people(role) }] });
  const found = afterChange(
    { programme: programme('deputy') },
    { programme: programme('contact') },
    '2018-09-20T10:00:00Z',
  );
  expect(found.sent.slice(0, 2)).toEqual(['2018-09-25 ola: 1-day-before', '2018-09-25 eva: 1-day-before']);
});
