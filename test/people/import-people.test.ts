import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IncomingFile, Visitor } from '#chat/port.ts';
import { peopleFeature } from '#people/feature.ts';
import { planFeature } from '#plan/feature.ts';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola] = [visitor('kari'), visitor('ola')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse([peopleFeature, planFeature]);
  await klar.type(kari, project, 'program "Ny journal"');
});
afterEach(() => klar.close());

const bytesOf = (name: string) => readFileSync(new URL(`../fixtures/${name}.csv`, import.meta.url));
const fileOf = (name: string, bytes: Uint8Array = bytesOf(name)): IncomingFile => ({
  name: `${name}.csv`,
  fetch: async () => ({ ok: true, bytes }),
});
const send = async (name: string, bytes?: Uint8Array, by: Visitor = kari) =>
  klar.handle({
    id: `file-${name}`,
    by,
    where: project,
    type: 'command',
    text: 'importer',
    files: [fileOf(name, bytes)],
  });
const save = (by: Visitor, card: Parameters<typeof buttonOf>[0]) =>
  klar.press(by, project, buttonOf(card, 'people.list-save'));

/** Who stands where, by name. */
async function standing() {
  const { units } = await klar.programme();
  const lines = units.map(async (u) => {
    const people = u.people.map(async (p) => `${(await klar.store.persons.get(p.person))?.name} ${p.role}`);
    return [u.name, (await Promise.all(people)).join(', ')] as const;
  });
  return Object.fromEntries(await Promise.all(lines));
}
const innforing = {
  'Solvik kommune': 'Kari Myrvang contact, Per Holme deputy, Una Berge member',
  'Østvik legevakt': 'Ola Rønning contact, Per Holme member',
};

describe('a list of people', () => {
  test('is shown as it was read, and nobody is saved before the press', async () => {
    const answer = await send('people-innforing');
    expect(answer.show).toBe('private');
    const text = textOf(cardOf(answer));
    expect(text).toContain(say('nb', 'people.list-title', { people: 5, units: 2 }));
    expect(text).toContain('Solvik kommune, Østvik legevakt');
    expect(await standing()).toEqual({});
    expect(await klar.store.persons.all()).toHaveLength(1);
  });

  test('is saved by the press: units are made, and people are expected, each once', async () => {
    const answer = await save(kari, cardOf(await send('people-innforing')));
    expect(textOf(cardOf(answer))).toContain(say('nb', 'people.list-saved', { people: 5 }));
    expect(await standing()).toEqual(innforing);
    expect((await klar.store.persons.all()).filter((p) => p.accounts.length === 0)).toHaveLength(4);
  });

  test('saved twice, or sent and saved again, is there once', async () => {
    const card = cardOf(await send('people-innforing'));
    const first = await save(kari, card);
    expect(await save(kari, card)).toEqual(first);
    await Promise.all([save(kari, card), save(kari, card)]);
    await save(
      kari,
      cardOf(
        await klar.handle({
          id: 'again',
          by: kari,
          where: project,
          type: 'command',
          text: 'importer',
          files: [fileOf('people-innforing')],
        }),
      ),
    );
    expect(await standing()).toEqual(innforing);
    expect((await klar.store.persons.all()).filter((p) => p.accounts.length === 0)).toHaveLength(4);
  });

  test('cancelled saves nothing, and cannot be saved after that', async () => {
    const card = cardOf(await send('people-innforing'));
    const answer = await klar.press(kari, project, buttonOf(card, 'people.list-cancel'));
    expect(textOf(cardOf(answer))).toContain(say('nb', 'people.list-cancelled'));
    expect(problemOf(await save(kari, card))).toBe(say('nb', 'people.list-expired'));
    expect(await standing()).toEqual({});
  });

  test('with rows that cannot be used shows five of them and how many more, and saves the rest', async () => {
    const card = cardOf(await send('people-feil'));
    const text = textOf(card);
    expect(text).toContain(
      say('nb', 'people.list-refused', {
        row: 3,
        column: 'Enhet',
        problem: say('nb', 'people.problem.no-unit', { value: '' }),
      }),
    );
    expect(text.match(/✕/gu)).toHaveLength(5);
    expect(text).toContain(say('nb', 'people.list-refused-more', { count: 1 }));
    await save(kari, card);
    expect(await standing()).toEqual({ 'Solvik kommune': 'Liv Vik contact' });
  });

  test('with nothing that can be used has nothing to save', async () => {
    const card = cardOf(await send('tom', new TextEncoder().encode('Navn;E-post\nKari;kari@example.org\n')));
    expect(buttonsOf(card, 'people.list-save')).toEqual([]);
    expect(textOf(card)).toContain(
      say('nb', 'people.list-refused-row', { row: 2, problem: say('nb', 'people.problem.no-unit', { value: '' }) }),
    );
  });

  test('of many units names ten and counts the rest', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `Enhet ${i};Person ${i};p${i}@example.org;kontakt`);
    const card = cardOf(await send('mange', new TextEncoder().encode(`Enhet;Navn;E-post;Rolle\n${rows.join('\n')}\n`)));
    const names = Array.from({ length: 10 }, (_, i) => `Enhet ${i}`).join(', ');
    expect(textOf(card)).toContain(say('nb', 'people.and-more', { names, count: 20 }));
  });

  test('in Swedish makes Swedish units and roles', async () => {
    await save(kari, cardOf(await send('people-lista')));
    expect(await standing()).toEqual({
      'Björknäs kommun': 'Åsa Öberg contact, Nils Ek deputy',
      'Lövsta kommun': 'Siv Ask deputy',
    });
  });

  test('that says no role takes none away, and one that says it does', async () => {
    await save(kari, cardOf(await send('people-innforing')));
    const bare = 'Enhet;Navn;E-post\nSolvik kommune;Kari Myrvang;kari.myrvang@example.org\n';
    await save(kari, cardOf(await send('uten', new TextEncoder().encode(bare))));
    expect(await standing()).toEqual(innforing);
    const said = 'Enhet;Navn;E-post;Rolle\nSolvik kommune;Kari Myrvang;kari.myrvang@example.org;medlem\n';
    await save(kari, cardOf(await send('med', new TextEncoder().encode(said))));
    expect((await standing())['Solvik kommune']).toContain('Kari Myrvang member');
  });

  test('gives a name to somebody who was named by address alone', async () => {
    await klar.press(
      kari,
      project,
      buttonOf(cardOf(await klar.type(kari, project, 'enhet Nordvik')), 'people.unit-make'),
    );
    await klar.type(kari, project, 'enhet Nordvik kontakt per.holme@example.org');
    await save(kari, cardOf(await send('people-innforing')));
    expect((await standing()).Nordvik).toBe('Per Holme contact');
  });

  test('is not sent or saved by somebody who does not lead the programme', async () => {
    expect(problemOf(await send('people-innforing', undefined, ola))).toContain('Kari');
    const card = cardOf(await send('people-innforing'));
    const before = await klar.onDisk();
    problemOf(await save(ola, card));
    await klar.press(ola, project, buttonOf(card, 'people.list-cancel'));
    expect(await klar.onDisk()).toEqual(before);
    await save(kari, card);
    expect(await standing()).toEqual(innforing);
  });

  test('saves nothing any more when whoever sent it no longer leads the programme', async () => {
    const card = cardOf(await send('people-innforing'));
    await klar.type(ola, own(ola), 'help');
    const { id } = await klar.programme();
    const other = (await klar.personOf(ola)).id;
    await klar.store.programmes.change(id, (p) => ({ next: { ...p, owners: [other] }, outcome: true }));
    expect(problemOf(await save(kari, card))).toBe(say('nb', 'people.list-expired'));
    expect(await standing()).toEqual({});
  });
});
