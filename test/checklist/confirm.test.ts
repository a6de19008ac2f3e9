import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confirm, confirmRest, longestComment } from '#checklist/confirm.ts';
import { signOf, standing } from '#checklist/standing.ts';
import { act, answered, anySteps, blank, given, goodForm, items, playedOut } from './samples.ts';

const take = (sheet = blank(), form = [given('a')], seen = sheet.confirmations.length, by = act('now')) =>
  confirm({ sheet, items, given: form, seen, act: by });

describe('what is refused', () => {
  test.each([
    ['yellow without a comment', given('a', 'yellow'), 'comment-needed'],
    ['red without a comment', given('a', 'red', ''), 'comment-needed'],
    ['a comment of blanks', given('a', 'red', ' \n '), 'comment-needed'],
    ['not relevant on a point for everyone', given('a', 'not-relevant'), 'not-optional'],
    ['a comment without a colour', given('a', '', 'mangler'), 'colour-needed'],
    ['a comment that is too long', given('a', 'red', 'x'.repeat(longestComment + 1)), 'comment-too-long'],
    ['a colour that is none', given('a', 'blue'), 'unknown-colour'],
    ['the mark that only an undo makes', given('a', 'withdrawn'), 'unknown-colour'],
    ['a point that is not in the list', given('z'), 'unknown-item'],
  ])('%s', (_, one, code) => {
    expect(take(blank(), [given('b'), one])).toEqual({ outcome: 'refused', problems: [{ item: one.item, code }] });
  });

  test('every problem is told, in the order of the form', () => {
    const came = take(blank(), [given('a', 'red'), given('b'), given('c', 'yellow')]);
    expect(came.outcome === 'refused' && came.problems.map((p) => p.item)).toEqual(['a', 'c']);
  });
});

describe('what is taken', () => {
  test.each([
    given('a', 'green'),
    given('a', 'green', 'sjekket i dag'),
    given('a', 'yellow', 'mangler to'),
    given('a', 'red', 'x'.repeat(longestComment)),
    given('d', 'not-relevant'),
  ])('%o', (one) => {
    const came = take(blank(), [one]);
    expect(came.outcome === 'saved' && came.sheet.confirmations).toMatchObject([
      { ...one, by: 'kari', role: 'contact', act: 'now' },
    ]);
  });

  test('points without a colour or a comment are left alone', () => {
    expect(take(blank(), [given('a', ''), given('b')])).toMatchObject({ outcome: 'saved', items: ['b'] });
  });

  test('a form in which nothing was changed confirms nothing', () => {
    const sheet = answered(blank(), [{ given: [given('a'), given('b', 'red', 'mangler')] }]);
    expect(take(sheet, [given('a'), given('b', 'red', ' mangler '), given('c', '')])).toEqual({ outcome: 'unchanged' });
  });

  test('a comment that is changed is an answer of its own', () => {
    const sheet = answered(blank(), [{ given: [given('b', 'red', 'mangler')] }]);
    expect(take(sheet, [given('b', 'red', 'kommer i uke 8')])).toMatchObject({ outcome: 'saved', items: ['b'] });
  });

  test('what a colleague answered while the form was open stays, where the form was left alone', () => {
    const sheet = answered(blank(), [{ given: [given('a', 'red', 'mangler')], by: 'ola' }]);
    const came = take(sheet, [given('a', ''), given('b')], 0);
    expect(came.outcome === 'saved' && signOf(came.sheet, 'a')).toBe('red');
  });

  test('where both changed the same point the last one stands and both are in the history', () => {
    const sheet = answered(blank(), [{ given: [given('a', 'red', 'mangler')], by: 'ola' }]);
    const came = take(sheet, [given('a', 'green')], 0);
    if (came.outcome !== 'saved') throw new Error(came.outcome);
    expect(standing(came.sheet, 'a')).toMatchObject({ colour: 'green', by: 'kari' });
    expect(came.sheet.confirmations.map((c) => c.by)).toEqual(['ola', 'kari']);
  });

  test('the same act delivered twice confirms once', () => {
    const once = take();
    if (once.outcome !== 'saved') throw new Error(once.outcome);
    expect(take(once.sheet, [given('a')], 0)).toEqual({ outcome: 'repeated' });
  });
});

describe('all without remarks is in order', () => {
  test('confirms the points that were shown and that nobody has answered since', () => {
    const sheet = answered(blank(), [{ given: [given('b', 'red', 'mangler')], by: 'ola' }]);
    const came = confirmRest(sheet, items, ['a', 'b', 'a'], act('now'));
    expect(came).toMatchObject({ outcome: 'saved', items: ['a'] });
    expect(came.outcome === 'saved' && signOf(came.sheet, 'b')).toBe('red');
  });

  test('with a point that is not in the list nothing is taken', () => {
    expect(confirmRest(blank(), items, ['a', 'z'], act('now'))).toMatchObject({ outcome: 'refused' });
  });

  test('when all have answers nothing is taken', () => {
    const sheet = answered(blank(), [{ given: [given('a')] }]);
    expect(confirmRest(sheet, items, ['a'], act('now'))).toEqual({ outcome: 'unchanged' });
  });
});

test('whatever people do, in any order, the history only grows at its end', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      const sheets = playedOut(steps);
      for (const [i, after] of sheets.entries()) {
        const before = sheets[i - 1]?.confirmations ?? [];
        expect(after.confirmations.slice(0, before.length)).toEqual(before);
      }
    }),
  );
});

test('whatever people do, no yellow or red stands without a comment, and not relevant only where it may', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      for (const { id, optional } of items) {
        const stands = standing(playedOut(steps).at(-1), id);
        if (stands?.colour === 'yellow' || stands?.colour === 'red') expect(stands.comment).not.toBe('');
        if (stands?.colour === 'not-relevant') expect(optional).toBe(true);
      }
    }),
  );
});

test('after a form is taken, each of its answers stands', () => {
  fc.assert(
    fc.property(anySteps, goodForm, (steps, form) => {
      const sheet = playedOut(steps).at(-1) ?? blank();
      const came = take(sheet, form);
      const after = came.outcome === 'saved' ? came.sheet : sheet;
      for (const { item, colour, comment } of form) {
        expect(standing(after, item)).toMatchObject({ colour, comment: comment.trim() });
      }
    }),
  );
});
