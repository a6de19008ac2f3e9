import fc from 'fast-check';
import { type Checklist, checklist, type Item, type Sheet, sheet } from '#checklist/checklist.ts';
import { type Act, confirm, type Given } from '#checklist/confirm.ts';
import { undoAct } from '#checklist/undo.ts';
import { personId } from '#people/person.ts';

/** Four points; the last may be not relevant. */
export const items: Item[] = ['a', 'b', 'c', 'd'].map((id) => {
  const text = (tongue: string) => `${tongue} ${id}`;
  const texts = { nb: text('nb'), sv: text('sv'), en: text('en') };
  return { id, area: texts, text: texts, optional: id === 'd' };
});

export const someChecklist = (more: Partial<Record<keyof Checklist, unknown>> = {}): Checklist =>
  checklist.parse({
    id: 'c1',
    programme: 'health',
    name: { nb: 'Før oppstart', sv: 'Före start', en: 'Before start' },
    template: 'start',
    items,
    units: ['u1', 'u2'],
    due: '2026-02-11',
    by: 'grete',
    at: '2026-02-04T09:00:00Z',
    ...more,
  });

export const blank = (unit = 'u1'): Sheet =>
  sheet.parse({ id: `c1.${unit}`, checklist: 'c1', unit, confirmations: [] });

export const act = (id: string, by = 'kari'): Act => ({
  id,
  by: personId.parse(by),
  role: 'contact',
  at: '2026-02-04T10:00:00Z',
});

export const given = (item: string, colour = 'green', comment = ''): Given => ({ item, colour, comment });

/** What is answered, one act after another; what is refused changes nothing. */
export const answered = (from: Sheet, acts: readonly { given: readonly Given[]; by?: string }[]): Sheet =>
  acts.reduce((before, one, i) => {
    const came = confirm({
      sheet: before,
      items,
      given: one.given,
      seen: before.confirmations.length,
      act: act(`act-${i}`, one.by),
    });
    return came.outcome === 'saved' ? came.sheet : before;
  }, from);

/** Anything that a form could hold, valid or not. */
export const anyGiven: fc.Arbitrary<Given> = fc.record({
  item: fc.constantFrom('a', 'b', 'c', 'd'),
  colour: fc.constantFrom('green', 'yellow', 'red', 'not-relevant', ''),
  comment: fc.constantFrom('', '  ', 'mangler noe', 'venter på utstyr'),
});

/** One form: each item once. */
export const anyForm = fc.uniqueArray(anyGiven, { selector: (g) => g.item, maxLength: 4 });

/** A form that nothing is wrong with. */
export const goodForm = anyForm.map((form) =>
  form.filter(({ item, colour, comment }) => {
    if (colour === '' || (colour === 'not-relevant' && item !== 'd')) return false;
    return (colour !== 'yellow' && colour !== 'red') || comment.trim() !== '';
  }),
);

type Step = { does: 'answer'; given: Given[]; by: string; seen: number } | { does: 'undo'; of: number; by: string };

/** Two people answering and undoing in any order, with forms opened at any time. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant('answer' as const),
      given: anyForm,
      by: fc.constantFrom('kari', 'ola'),
      seen: fc.nat({ max: 12 }),
    }),
    fc.record({ does: fc.constant('undo' as const), of: fc.nat({ max: 12 }), by: fc.constantFrom('kari', 'ola') }),
  ),
  { maxLength: 12 },
);

/** The sheet after each step, the blank one first. */
export function playedOut(steps: readonly Step[]): Sheet[] {
  const sheets = [blank()];
  steps.forEach((step, i) => {
    const before = sheets.at(-1) ?? blank();
    const by = act(`act-${i}`, step.by);
    const came =
      step.does === 'answer'
        ? confirm({
            sheet: before,
            items,
            given: step.given,
            seen: Math.min(step.seen, before.confirmations.length),
            act: by,
          })
        : undoAct(before, `act-${step.of}`, by);
    sheets.push('sheet' in came ? came.sheet : before);
  });
  return sheets;
}
