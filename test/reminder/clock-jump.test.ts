import { describe, expect, test } from 'vitest';
import { clockCameBack, clockIsTrusted } from '#reminder/clock-jump.ts';

const at = (text: string | undefined) => () => (text === undefined ? undefined : Temporal.Instant.from(text));
const world = (jumped?: string, kept?: string) => ({ clock: { jumpedAt: at(jumped), keptAt: at(kept) } });
const [early, noon, late] = ['2026-08-03T06:00:00Z', '2026-08-03T12:00:00Z', '2026-08-03T18:00:00Z'];

describe('Reminders go by the clock', () => {
  test.each<[string, Parameters<typeof clockIsTrusted>, boolean]>([
    ['where it is moved by hand', [{}], true],
    ['while it has not jumped', [world()], true],
    ['not while it has jumped', [world(noon)], false],
    ['where the owner has let them out since', [world(noon), late], true],
    ['not where the owner did so before it jumped', [world(noon), early], false],
    ['after it was taken to be right', [world(undefined, noon)], true],
  ])('%s', (_when, asked, expected) => expect(clockIsTrusted(...asked)).toBe(expected));
});

describe('Held reminders go on by themselves', () => {
  test.each<[string, Parameters<typeof clockCameBack>, boolean]>([
    ['when the clock has come back', [world(), noon], true],
    ['not while it is away', [world(early), noon], false],
    ['not when it stayed and was taken to be right', [world(undefined, late), noon], false],
    ['when it has jumped and come back once more since then', [world(undefined, early), noon], true],
  ])('%s', (_when, asked, expected) => expect(clockCameBack(...asked)).toBe(expected));
});
