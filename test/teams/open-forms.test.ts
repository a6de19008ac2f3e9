import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limits } from '#teams/limits.ts';
import { OpenForms } from '#teams/open-forms.ts';

let forms: OpenForms;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  forms = new OpenForms();
});
afterEach(() => void vi.useRealTimers());

test('a card is held for whoever opened a form on it, until they press something, and no other card is', () => {
  forms.opened('card', 'kari');
  forms.opened('card', 'ola');
  expect([forms.heldForMs('card'), forms.heldForMs('other')]).toEqual([limits.formHeldMs, 0]);
  forms.left('card', 'kari');
  expect(forms.heldForMs('card')).toBe(limits.formHeldMs);
  forms.left('card', 'ola');
  expect(forms.heldForMs('card')).toBe(0);
});

test('a form that is never answered holds the card for some minutes', () => {
  forms.opened('card', 'kari');
  vi.advanceTimersByTime(limits.formHeldMs - 1);
  expect(forms.heldForMs('card')).toBe(1);
  vi.advanceTimersByTime(1);
  expect(forms.heldForMs('card')).toBe(0);
});

test('one form after the other holds the card no longer than the longest time', () => {
  forms.opened('card', 'kari');
  let heldMs = 0;
  while (forms.heldForMs('card') > 0 && heldMs < 2 * limits.longestHeldMs) {
    forms.opened('card', `person ${heldMs}`);
    vi.advanceTimersByTime(10_000);
    heldMs += 10_000;
  }
  expect(heldMs).toBe(limits.longestHeldMs);
});
