import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLinkedFiles, type Found } from '#chat/linked-files.ts';
import { linkTo, readLink, withdraw } from '#chat/links.ts';
import { personId } from '#people/person.ts';
import { programmeId } from '#people/programme.ts';
import { linkedFeature } from '../linked-feature.ts';
import { type TryHouse, tryHouse } from '../try-house.ts';

let klar: TryHouse;
let trial: ReturnType<typeof linkedFeature>;
let elapsedMs: number;
beforeEach(async () => {
  trial = linkedFeature();
  klar = await tryHouse([trial.feature]);
  elapsedMs = 0;
});
afterEach(() => klar.close());

const about = (kind = 'try-picture', more: { keptDays?: number; name?: string } = {}) => ({
  kind,
  programme: programmeId.parse('programme-1'),
  by: personId.parse('kari'),
  data: { of: 'units' },
  name: 'plan.png',
  ...more,
});
const make = async (kind?: string, more?: { keptDays?: number; name?: string }) => {
  const link = await linkTo(klar.house.world, about(kind, more));
  return { link, token: readLink(link)?.token ?? '' };
};
const files = () =>
  createLinkedFiles({ features: [trial.feature], world: () => klar.house.world, elapsedMs: () => elapsedMs });
const sizeOf = (found: Found) => (found.state === 'file' ? found.file.bytes.byteLength : found.state);

describe('A link', () => {
  test('has a token of 32 random bytes that nothing tells, and its name as in an address', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, () => make('try-picture', { name: 'plan år 1.png' })));
    expect(new Set(made.map(({ token }) => token)).size).toBe(50);
    for (const { link, token } of made) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(link).toBe(`klar:${token}/plan%20%C3%A5r%201.png`);
    }
  });

  test.each([
    'https://klar.example.org/l/x/y',
    'klar:short/plan.png',
    `klar:${'a'.repeat(43)}`,
    `klar:${'a'.repeat(43)}/`,
    `klar:${'a'.repeat(43)}/a/b`,
    `klar:${'a'.repeat(43)}/a?b`,
    `x klar:${'a'.repeat(43)}/a`,
    `klar:${'a'.repeat(44)}/a`,
  ])('is told from other texts: %s is none', (text) => expect(readLink(text)).toBeUndefined());

  test('gives its file, made by the feature that its kind names, from its own data', async () => {
    const { token } = await make();
    const found = await files().find(token);
    expect(found).toMatchObject({ state: 'file', file: { name: 'plan.png', type: 'image/png' } });
    expect(trial.made).toEqual(['picture of units']);
  });

  test('gives its file also after a restart of Klar', async () => {
    const { token } = await make();
    await klar.restart();
    expect(sizeOf(await files().find(token))).toBeGreaterThan(50);
  });

  test('leads nowhere when it is unknown, withdrawn, of a kind that no feature has, or has nothing to show', async () => {
    const found = files();
    const [withdrawn, ofNobody, shown] = [await make(), await make('something-else'), await make()];
    expect(sizeOf(await found.find(withdrawn.token))).toBeGreaterThan(50);
    await withdraw(klar.house.world, withdrawn.token);
    trial.becomeEmpty();
    const tokens = ['a'.repeat(43), '', 'constructor', withdrawn.token, ofNobody.token, shown.token];
    expect(await Promise.all(tokens.map(async (token) => sizeOf(await found.find(token))))).toEqual(
      tokens.map(() => 'gone'),
    );
  });

  test('leads nowhere from the moment its days are over, and is cleared away then; one without days stays', async () => {
    const [week, always] = [await make('try-picture', { keptDays: 7 }), await make()];
    const found = files();
    klar.clock.moveTo(klar.clock.now().add({ hours: 7 * 24 - 1 }));
    await klar.house.beat();
    expect(sizeOf(await found.find(week.token))).toBeGreaterThan(50);
    klar.clock.moveTo(klar.clock.now().add({ hours: 1 }));
    expect(sizeOf(await found.find(week.token))).toBe('gone');
    await klar.house.beat();
    expect((await klar.store.links.all()).map(({ id }) => id)).toEqual([always.token]);
  });
});

describe('A linked file', () => {
  test('is made once for a hundred who ask at the same time, and for half a minute after', async () => {
    const { token } = await make();
    const found = files();
    const sizes = await Promise.all(Array.from({ length: 100 }, async () => sizeOf(await found.find(token))));
    expect(new Set(sizes).size).toBe(1);
    elapsedMs = 29_999;
    await found.find(token);
    expect(trial.made).toHaveLength(1);
    elapsedMs = 30_000;
    await found.find(token);
    expect(trial.made).toHaveLength(2);
  });

  test('is remembered for the fifty links that were asked for last', async () => {
    const found = files();
    const made = await Promise.all(Array.from({ length: 51 }, () => make()));
    for (const { token } of made) await found.find(token);
    const [first, second] = made;
    await found.find(second?.token ?? '');
    expect(trial.made).toHaveLength(51);
    await found.find(first?.token ?? '');
    expect(trial.made).toHaveLength(52);
  });

  test('that could not be made is tried again for the next who asks, and the log does not hold the key', async () => {
    const { token } = await make();
    const found = files();
    trial.fail(true);
    expect(await found.find(token)).toEqual({ state: 'failed' });
    trial.fail(false);
    expect(sizeOf(await found.find(token))).toBeGreaterThan(50);
    expect(klar.logged).toMatchObject([{ level: 'error', message: 'a linked file could not be made' }]);
    expect(JSON.stringify(klar.logged)).not.toContain(token);
  });
});
