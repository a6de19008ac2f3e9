import { expect, test } from 'vitest';
import { remembered } from '#calendar/remembered.ts';

test('what was asked is worked out once, and anew when more has been asked than is remembered', () => {
  const worked: string[] = [];
  const ask = remembered<string>(2);
  const doubled = (text: string) =>
    ask(text, () => {
      worked.push(text);
      return text + text;
    });
  expect(['a', 'b', 'a', 'b'].map(doubled)).toEqual(['aa', 'bb', 'aa', 'bb']);
  expect(worked).toEqual(['a', 'b']);
  expect(['c', 'c', 'a'].map(doubled)).toEqual(['cc', 'cc', 'aa']);
  expect(worked).toEqual(['a', 'b', 'c', 'a']);
});
