import { expect, test } from 'vitest';
import { oneAtATime } from '#picture/one-at-a-time.ts';

test('pieces of work follow each other, also after one that failed', async () => {
  const inTurn = oneAtATime();
  let underWay = 0;
  const most: number[] = [];
  const work = (name: string) => async () => {
    most.push(++underWay);
    await new Promise(setImmediate);
    underWay -= 1;
    if (name === 'b') throw new Error(name);
    return name;
  };
  const came = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => inTurn(work(name))));
  expect(came.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual(['a', 'failed', 'c', 'd']);
  expect(most).toEqual([1, 1, 1, 1]);
});
