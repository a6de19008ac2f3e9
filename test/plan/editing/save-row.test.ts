import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { programme, programmeId } from '#people/programme.ts';
import { type Activity, activity, activityId, type Plan } from '#plan/activity.ts';
import { baseOf } from '#plan/base.ts';
import {
  type FormField,
  type FormValues,
  formFields,
  formValues,
  mergeForm,
  readNear,
} from '#plan/editing/row-form.ts';
import { type Sent, saveOrAsk, saveRow } from '#plan/editing/save-row.ts';
import { contentOf } from '#plan/revisions/changes-from.ts';
import { commit, emptyPlan } from '#plan/revisions/revision.ts';

const today = '2026-08-03';
const [kari, ola] = [personId.parse('kari'), personId.parse('ola')];
const about = programme.parse({
  id: 'p',
  name: 'P',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: [kari],
  units: ['Nordvik kommune', 'Sørfjord kommune', 'Styringsgruppen'].map((name, at) => ({ id: `u${at}`, name })),
});
const row = (id: string, more: Partial<Activity> = {}): Activity =>
  activity.parse({
    id,
    row: 2,
    title: 'Workshops',
    description: 'Deltakere:\nressurspersoner',
    kind: 'activity',
    when: { start: '2026-10-12', end: '2026-10-18', precision: 'week', text: 'uke 42' },
    units: ['Nordvik kommune'],
    gate: 'K2',
    state: 'planned',
    dependsOn: [],
    ...more,
  });
const planOf = (...rows: Activity[]): Plan =>
  commit(emptyPlan(programmeId.parse('p')), rows, {
    kind: 'import',
    by: kari,
    at: '2026-08-01T08:00:00Z',
    act: 'first',
  });

const values = (plan: Plan, id = 'a'): FormValues => {
  const found = plan.activities.find((one) => one.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return formValues(contentOf(found), plan.activities, 'nb');
};
let acts = 0;
const sentFrom = (plan: Plan, typed: Partial<FormValues>, by = kari): Sent => ({
  activity: activityId.parse('a'),
  isNew: false,
  base: baseOf(plan),
  values: { ...values(plan), ...typed },
  reason: '',
  sure: [],
  by,
  at: `2026-08-03T08:00:${String(++acts % 60).padStart(2, '0')}Z`,
  act: `act-${acts}`,
  language: 'nb',
  today,
});
function saved(plan: Plan, sent: Sent): Plan {
  const came = saveRow(plan, about, sent);
  if (came.came !== 'saved') throw new Error(JSON.stringify(came));
  return came.plan;
}

/** What a person may put into each field, each other than what stands there. */
const changes: { [F in FormField]: readonly string[] } = {
  title: ['Verksted', 'Arbeidsverksted for alle'],
  when: ['uke 44', '15. november', 'mars', 'antatt desember'],
  units: ['Sørfjord kommune', 'Nordvik kommune\nStyringsgruppen', ''],
  description: ['Noe annet', ''],
  kind: ['meeting', 'milestone'],
  gate: ['K3', ''],
  tags: ['opplæring, utstyr', 'pilot'],
  after: ['rad 3', 'Rapport'],
};
const someChange = fc
  .subarray([...formFields], { minLength: 1 })
  .chain((fields) =>
    fc.tuple(...fields.map((field) => fc.constantFrom(...changes[field]).map((text) => [field, text] as const))),
  )
  .map((pairs) => Object.fromEntries(pairs) as Partial<FormValues>);
const other = row('b', { row: 3, title: 'Rapport', gate: null, units: [] });

describe('a form for a row', () => {
  test('that is sent off as it was makes no revision, however often', () => {
    const when = fc.constantFrom(
      { start: '2026-10-12', end: '2026-10-18', precision: 'week' as const, text: 'uke 42' },
      { start: '2026-10-01', end: '2026-10-31', precision: 'month' as const, text: '' },
      { start: '2026-10-01', end: '2026-10-31', precision: 'approximate' as const, text: 'Oktober 2026' },
      { start: null, end: null, precision: 'unknown' as const, text: 'avklares' },
      { start: '2026-09-15', end: '2026-09-15', precision: 'day' as const, text: '15/9' },
    );
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(when, text, text, fc.constantFrom(undefined, '09:00–15:00'), (at, title, description, time) => {
        fc.pre(title.trim() !== '');
        const plan = planOf(row('a', { when: at, title, description, ...(time ? { time } : {}) }), other);
        expect(saveRow(plan, about, sentFrom(plan, {}))).toMatchObject({ came: 'same' });
      }),
    );
  });

  test('keeps what two people changed where they changed different fields', () => {
    fc.assert(
      fc.property(someChange, someChange, (mine, theirs) => {
        const first = planOf(row('a'), other);
        const form = sentFrom(first, mine);
        const between = saved(first, sentFrom(first, theirs, ola));
        const both = formFields.filter((field) => field in mine && field in theirs && mine[field] !== theirs[field]);
        const came = saveRow(between, about, form);
        if (both.length > 0) {
          expect(came).toMatchObject({ came: 'overtaken', fields: both, by: ola });
          // Nothing was saved; sent once more as it came back, what this person wrote stands.
          if (came.came !== 'overtaken') return;
          const after = saved(between, { ...form, base: baseOf(between), values: came.values, act: `${form.act}/2` });
          expect(values(after)).toMatchObject(written({ ...theirs, ...mine }, first));
        } else if (came.came === 'saved') {
          expect(values(came.plan)).toMatchObject(written({ ...theirs, ...mine }, first));
        } else {
          // All that I wrote, somebody else had written already.
          expect(came.came).toBe('same');
          expect(values(between)).toMatchObject(mine);
        }
      }),
    );
  });

  /** As the form holds it once it is saved. */
  const written = (typed: Partial<FormValues>, from: Plan): Partial<FormValues> => ({ ...values(from), ...typed });

  test('filled from a state that is not known any more overwrites nothing unseen', () => {
    const base: FormValues = values(planOf(row('a')));
    const now = { ...base, when: 'uke 44' };
    expect(mergeForm(undefined, now, { ...base, title: 'Verksted' })).toEqual({
      mine: [],
      theirs: [],
      conflicts: ['title', 'when'],
    });
  });

  test('shown cut by a platform leaves a long text whole', () => {
    const description = 'ord '.repeat(1000).trim();
    const plan = planOf(row('a', { description }));
    const cut = `${description.slice(0, 2999)}…`;
    expect(saveRow(plan, about, sentFrom(plan, { description: cut })).came).toBe('same');
    const after = saved(plan, sentFrom(plan, { description: cut, title: 'Verksted' }));
    expect(after.activities[0]?.description).toBe(description);
  });

  test('asks before a date that pushes others is saved, and saves what else was changed', () => {
    const waits = row('b', { row: 3, title: 'Rapport', dependsOn: [activityId.parse('a')] });
    const later = {
      ...waits,
      when: { start: '2026-10-20', end: '2026-10-20', precision: 'day' as const, text: '20/10' },
    };
    const plan = planOf(row('a'), later);
    const came = saveOrAsk(plan, about, sentFrom(plan, { when: 'uke 44', title: 'Verksted' }));
    expect(came).toMatchObject({ came: 'pushes', rest: true, activity: { title: 'Verksted' } });
    expect(came).toMatchObject({ activity: { when: { text: 'uke 42' } }, to: { when: { start: '2026-10-26' } } });
    expect(saveOrAsk(plan, about, sentFrom(plan, { when: 'uke 44' }))).toMatchObject({ came: 'pushes', rest: false });
    expect(saveOrAsk(plan, about, sentFrom(plan, { when: 'uke 41' })).came).toBe('saved');
  });

  test('a description that speaks of the time with doubt makes the date approximate, as in a file', () => {
    const plan = planOf(row('a'));
    const after = saved(plan, sentFrom(plan, { description: 'Antatt tidspunkt' }));
    expect(after.activities[0]?.when).toMatchObject({ start: '2026-10-12', precision: 'approximate' });
  });
});

test.each([
  // Without a year, the date nearest to where the row was.
  ['16/7', '2026-07-15', '2026-07-16'],
  ['10. januar', '2026-12-15', '2027-01-10'],
  ['20. desember', '2027-01-10', '2026-12-20'],
  ['16/7 2028', '2026-07-15', '2028-07-16'],
  ['mars', '2026-10-12', '2027-03-01'],
  // Of a row that has no date, the next one from today.
  ['15/9', null, '2026-09-15'],
  ['15/3', null, '2027-03-15'],
])('«%s» for a row of %s is %s', (text, near, start) => {
  expect(readNear(text, near, today)).toMatchObject({ ok: true, when: { start } });
});
