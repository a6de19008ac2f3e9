import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { personId } from '#people/person.ts';
import { cardOf, openStage, type Stage, textOf } from './stage.ts';

let stage: Stage;
let poll: string;
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.failures).toEqual([]);
  await stage.close();
});

const ask = async (how = '') => {
  await stage.type('Kari', `avstemning "Er dere klare?" "Ja" "Nei" ${how}`);
  poll = (await stage.onlyPoll()).id;
};
const answer = (who: 'Ola' | 'Per' | 'Siri', options: string) => stage.press(who, 'poll.answer', { poll, options });
const chosen = async () => (await stage.store.answers.entries(poll)).map(([, { options }]) => options.join());

/** Per turns out to be Ola on another platform, as the feature of people writes it down. */
async function perIsOla() {
  const [ola, per] = [await stage.store.persons.get('ola'), await stage.store.persons.get('per')];
  await stage.store.persons.remove('per');
  await stage.store.persons.change('ola', (person) => ({
    next: {
      ...person,
      former: [personId.parse('per')],
      accounts: [...(ola?.accounts ?? []), ...(per?.accounts ?? [])],
    },
    outcome: true,
  }));
}

describe.each([
  ['a named poll', ''],
  ['an anonymous poll', 'anonym'],
])('who answered %s under two accounts that are theirs', (_what, how) => {
  beforeEach(() => ask(how));

  test('has one vote from the next beat on', async () => {
    for (const who of ['Ola', 'Per', 'Siri'] as const) await answer(who, '1');
    await perIsOla();
    for (let beats = 0; beats < 2; beats += 1) {
      await stage.house.beat();
      expect(await chosen()).toEqual(['1', '1']);
      expect(await stage.shared()).toContain('2 har svart');
    }
  });

  test('keeps the answer that was given under the other account, and may change it', async () => {
    await answer('Per', '2');
    await perIsOla();
    await stage.house.beat();
    expect(textOf(cardOf(await stage.press('Ola', 'poll.show', { poll })))).toContain('✓ Du svarte «Nei».');
    await answer('Ola', '1');
    await answer('Per', '1');
    expect(await chosen()).toEqual(['1']);
  });

  test('has one vote when the poll is closed before the next beat', async () => {
    for (const who of ['Ola', 'Per'] as const) await answer(who, '1');
    await perIsOla();
    await stage.press('Kari', 'poll.close-now', { poll });
    expect(await chosen()).toEqual(['1']);
    expect(await stage.shared()).toContain('1 svarte');
  });
});

test('of two named answers the later one stands', async () => {
  await ask();
  await answer('Ola', '1');
  stage.clock.moveTo(stage.clock.now().add({ minutes: 1 }));
  await answer('Per', '2');
  await perIsOla();
  await stage.house.beat();
  expect(await chosen()).toEqual(['2']);
});

test('after a crash in the middle the next beat finishes, and nothing is counted twice', async () => {
  await ask();
  await answer('Per', '2');
  const [[, given] = []] = await stage.store.answers.entries(poll);
  await stage.store.answers.change(poll, 'ola', () => ({ ...(given ? { next: given } : {}), outcome: 0 }));
  await perIsOla();
  await stage.house.beat();
  expect(await chosen()).toEqual(['2']);
});
