import fc from 'fast-check';
import { expect } from 'vitest';
import type { Person } from '#people/person.ts';
import type { Store } from '#store/port.ts';
import type { Fixture } from './contract.ts';
import { somebody } from './samples.ts';

/** What a store ought to hold: persons by id, answers (one option) by group and key. */
interface Model {
  persons: Map<string, Person>;
  answers: Map<string, Map<string, string>>;
}

interface Real {
  fixture: Fixture;
  store: Store;
}

type Command = fc.AsyncCommand<Model, Real>;

/** A command from what it does and a name to show when a run fails. */
function command(name: string, run: (model: Model, real: Real) => Promise<void>): Command {
  return { check: () => true, run, toString: () => name };
}

const id = fc.constantFrom('p1', 'P1', '../p1', 'p2');
const group = fc.constantFrom('q1', 'q2');
const key = fc.nat(40).map((n) => `key-${n}`);
const word = fc.constantFrom('one', 'two', 'three');

const add = fc.tuple(id, word).map(([id, name]) =>
  command(`add(${id}, ${name})`, async (model, { store }) => {
    expect(await store.persons.add(somebody(id, { name }))).toBe(!model.persons.has(id));
    if (!model.persons.has(id)) model.persons.set(id, somebody(id, { name }));
  }),
);

const change = fc.tuple(id, word).map(([id, name]) =>
  command(`change(${id}, ${name})`, async (model, { store }) => {
    const before = model.persons.get(id);
    const outcome = await store.persons.change(id, (current) => ({
      next: { ...current, name },
      outcome: current.name,
    }));
    expect(outcome).toBe(before?.name);
    if (before) model.persons.set(id, somebody(id, { name }));
  }),
);

const remove = id.map((id) =>
  command(`remove(${id})`, async (model, { store }) => {
    await store.persons.remove(id);
    model.persons.delete(id);
  }),
);

/** Several at the same time, in the order in which they are given; no word takes the answer away. */
const answer = fc
  .tuple(group, fc.array(fc.tuple(key, fc.option(word)), { minLength: 1, maxLength: 30 }))
  .map(([group, given]) =>
    command(`answer(${group}, ${JSON.stringify(given)})`, async (model, { store }) => {
      const outcomes = await Promise.all(
        given.map(([key, option]) =>
          store.answers.change(group, key, (current) => ({
            next: option === null ? null : { options: [option] },
            outcome: current?.options[0],
          })),
        ),
      );
      const held = model.answers.get(group) ?? new Map<string, string>();
      model.answers.set(group, held);
      for (const [n, [key, option]] of given.entries()) {
        expect(outcomes[n]).toBe(held.get(key));
        if (option === null) held.delete(key);
        else held.set(key, option);
      }
    }),
  );

const drop = group.map((group) =>
  command(`drop(${group})`, async (model, { store }) => {
    await store.answers.drop(group);
    model.answers.delete(group);
  }),
);

const look = fc.constant(
  command('look', async (model, { store }) => {
    const persons = [...model.persons.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(await store.persons.all()).toEqual(persons);
    for (const group of ['q1', 'q2']) {
      const entries = (await store.answers.entries(group)).map(([key, { options }]) => [key, options[0]]);
      expect(entries.sort()).toEqual([...(model.answers.get(group) ?? [])].sort());
    }
  }),
);

const reopen = fc.constant(
  command('reopen', async (_model, real) => {
    real.store = await real.fixture.reopen();
  }),
);

export const storeCommands = fc.commands([add, change, remove, answer, answer, drop, look, look, reopen], {
  maxCommands: 40,
});
