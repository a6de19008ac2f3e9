import { expect, test } from 'vitest';
import { RateLimits } from './rate-limits.ts';

const write = { use: 'write', conversationId: 'a', tenantId: 't' } as const;
const take = (limits: RateLimits, count: number, question: Parameters<RateLimits['take']>[0], nowMs: number) =>
  Array.from({ length: count }, () => limits.take(question, nowMs));

test('the eighth message in a second waits for the second to end', () => {
  const limits = new RateLimits(1);
  expect(take(limits, 8, write, 0)).toEqual([0, 0, 0, 0, 0, 0, 0, 1000]);
  expect(limits.take(write, 400)).toBe(600);
  expect(limits.take(write, 1000)).toBe(0);
});

test('after eight in two seconds the ninth waits for the longer window', () => {
  const limits = new RateLimits(1);
  take(limits, 7, write, 0);
  expect(limits.take(write, 1500)).toBe(0);
  expect(limits.take(write, 1600)).toBe(400);
});

test('each conversation has its own budget, and reading has another', () => {
  const limits = new RateLimits(1);
  take(limits, 7, write, 0);
  expect(limits.take({ ...write, conversationId: 'b' }, 0)).toBe(0);
  expect(take(limits, 15, { ...write, use: 'read' }, 0).filter((waitMs) => waitMs > 0)).toEqual([1000]);
});

test('a tenant takes fifty requests a second from all conversations together', () => {
  const limits = new RateLimits(1);
  const waits = Array.from({ length: 51 }, (_, index) => limits.take({ ...write, conversationId: `c${index}` }, 0));
  expect(waits.filter((waitMs) => waitMs > 0)).toEqual([1000]);
});

test('the unpaged member list may be read five times a minute', () => {
  const limits = new RateLimits(1);
  expect(take(limits, 6, { ...write, use: 'unpagedMembers' }, 0)).toEqual([0, 0, 0, 0, 0, 60_000]);
});

test('speed makes the windows shorter', () => {
  const limits = new RateLimits(10);
  expect(take(limits, 8, write, 0).at(-1)).toBe(100);
  expect(limits.take(write, 100)).toBe(0);
});
