import fc from 'fast-check';
import { expect, test } from 'vitest';
import { person } from '#people/person.ts';
import { programme } from '#people/programme.ts';
import { rowButtons } from '#plan/actions/common.ts';
import { activity } from '#plan/activity.ts';

const by = person.parse({ id: 'kari', name: 'Kari', language: 'nb', timeZone: 'Europe/Oslo', accounts: [] });
const about = { id: 'p', name: 'P', language: 'nb', country: 'NO', timeZone: 'Europe/Oslo' };
const undated = { start: null, end: null, precision: 'unknown', text: '' };
const dated = { start: '2026-10-12', end: '2026-10-18', precision: 'week', text: 'uke 42' };

test('a row has at most four buttons, one of them primary, and at most five in its menu (PLATFORMS S13)', () => {
  const any = fc.record({
    when: fc.constantFrom(undated, dated),
    state: fc.constantFrom('planned', 'underway', 'done', 'help'),
    isStated: fc.boolean(),
    halted: fc.constantFrom(undefined, 'paused', 'cancelled'),
    role: fc.constantFrom('owner', 'member', 'reader'),
  });
  fc.assert(
    fc.property(any, ({ when, state, isStated, halted, role }) => {
      const people = role === 'member' ? [{ person: by.id, role: 'contact' }] : [];
      const of = programme.parse({
        ...about,
        owners: [role === 'owner' ? by.id : 'ola'],
        units: [{ id: 'u', name: 'Nordvik', people }],
      });
      const row = activity.parse({
        id: 'a',
        row: 2,
        title: 'Workshops',
        description: '',
        kind: 'activity',
        when,
        units: ['Nordvik'],
        gate: null,
        state,
        ...(isStated ? { stated: { by: by.id, at: '2026-08-03T08:00:00Z', before: 'planned' } } : {}),
        ...(halted ? { halted: { as: halted, reason: '', by: by.id, at: '2026-08-03T08:00:00Z' } } : {}),
      });
      const buttons = rowButtons({ language: 'nb', by }, of, row).flatMap((b) =>
        b.type === 'Action.Execute' ? [b] : [],
      );
      const menu = buttons.filter(({ mode }) => mode === 'secondary');
      expect(buttons.length - menu.length).toBeLessThanOrEqual(4);
      expect(menu.length).toBeLessThanOrEqual(5);
      expect(buttons.filter(({ style }) => style === 'positive').length).toBeLessThanOrEqual(1);
      // Whoever may read a row may see what was done to it; only those who lead change the plan.
      expect(buttons.map(({ verb }) => verb)).toContain('plan.row-history');
      expect(buttons.some(({ verb }) => verb === 'plan.edit')).toBe(role === 'owner');
      expect(buttons.some(({ verb }) => verb === 'plan.set-state')).toBe(role !== 'reader' && !halted);
    }),
  );
});
