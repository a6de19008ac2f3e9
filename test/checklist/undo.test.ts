import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirm } from '#checklist/confirm.ts';
import { standing } from '#checklist/standing.ts';
import { undoAct } from '#checklist/undo.ts';
import { act, answered, anySteps, blank, given, goodForm, items, playedOut } from './samples.ts';

const answers = (sheet = blank()) =>
  items.map(({ id }) => {
    const stands = standing(sheet, id);
    return stands ? [stands.colour, stands.comment] : [];
  });

test('undoing what was just saved sets every answer back as it was, and the history has both', () => {
  fc.assert(
    fc.property(anySteps, goodForm, (steps, form) => {
      const before = playedOut(steps).at(-1) ?? blank();
      const came = confirm({ sheet: before, items, given: form, seen: before.confirmations.length, act: act('last') });
      fc.pre(came.outcome === 'saved');
      if (came.outcome !== 'saved') return;
      const undone = undoAct(came.sheet, 'last', act('undo'));
      if (undone.outcome !== 'undone') throw new Error(undone.outcome);
      expect(answers(undone.sheet)).toEqual(answers(before));
      expect(undone.sheet.confirmations.length).toBe(came.sheet.confirmations.length + came.items.length);
    }),
  );
});

test('undoing a first answer leaves the point unanswered', () => {
  const undone = undoAct(answered(blank(), [{ given: [given('a')] }]), 'act-0', act('undo'));
  expect(undone.outcome === 'undone' && standing(undone.sheet, 'a')).toBeUndefined();
});

test('a point that was answered again since is left alone', () => {
  const sheet = answered(blank(), [
    { given: [given('a'), given('b')] },
    { given: [given('a', 'red', 'nei')], by: 'ola' },
  ]);
  const undone = undoAct(sheet, 'act-0', act('undo'));
  expect(undone).toMatchObject({ outcome: 'undone', items: ['b'] });
  expect(undone.outcome === 'undone' && standing(undone.sheet, 'a')).toMatchObject({ colour: 'red', by: 'ola' });
});

test('only the one who answered may undo it', () => {
  const sheet = answered(blank(), [{ given: [given('a')], by: 'ola' }]);
  expect(undoAct(sheet, 'act-0', act('undo', 'kari'))).toEqual({ outcome: 'not-yours' });
});

test('undoing twice undoes once', () => {
  const sheet = answered(blank(), [{ given: [given('a')] }]);
  const once = undoAct(sheet, 'act-0', act('undo'));
  if (once.outcome !== 'undone') throw new Error(once.outcome);
  expect(undoAct(once.sheet, 'act-0', act('again'))).toEqual({ outcome: 'nothing' });
  expect(undoAct(once.sheet, 'act-0', act('undo'))).toEqual({ outcome: 'repeated' });
});

test('an act that never was undoes nothing', () => {
  expect(undoAct(blank(), 'nowhere', act('undo'))).toEqual({ outcome: 'nothing' });
});
