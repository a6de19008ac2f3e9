import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Incoming, Visitor } from '#chat/port.ts';
import { withUnits } from '#people/find-unit.ts';
import { unitId } from '#people/programme.ts';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola, per] = [visitor('kari'), visitor('ola'), visitor('per')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(kari, project, 'program "Ny journal"');
  await withNamed('Solvik kommune', 'Østvik legevakt', 'Nordvik');
});
afterEach(() => klar.close());

/** Puts units into the programme, as an import does. */
async function withNamed(...names: string[]): Promise<void> {
  const { id } = await klar.programme();
  await klar.store.programmes.change(id, (p) => ({
    next: withUnits(p, names, (name) => unitId.parse(`u-${name}`)),
    outcome: true,
  }));
}
const unit = async (name: string) => {
  const found = (await klar.programmeNamed('Ny journal')).units.find((u) => u.name === name);
  if (!found) throw new Error(`no unit ${name}`);
  return found;
};
const type = (by: Visitor, text: string, mentions: Visitor[] = [], where = project) =>
  klar.type(by, where, text, { mentions } as Partial<Incoming>);
const words = (answer: Answer) => textOf(cardOf(answer));
const peopleIn = async (name: string) => {
  const people = (await unit(name)).people;
  return Promise.all(people.map(async (p) => `${(await klar.store.persons.get(p.person))?.name}: ${p.role}`));
};

describe('a unit is shown', () => {
  test.each(['enhet Solvik kommune', 'enhet "solvik  KOMMUNE"', 'unit Solvik kommune'])('by %j', async (line) => {
    const text = words(await type(ola, line));
    expect(text).toContain('Solvik kommune');
    expect(text).toContain(`${say('nb', 'people.roles.contact')}: ${say('nb', 'people.nobody-yet')}`);
    expect(text).toContain(say('nb', 'people.no-place'));
  });

  test('with what it lacks to those who lead, and to nobody else', async () => {
    const needs = (key: 'contact' | 'place' | 'owner') => say('nb', `people.unit-needs-${key}`, { unit: 'Nordvik' });
    expect(words(await type(kari, 'enhet Nordvik'))).toContain(`${needs('contact')}\n${needs('place')}`);
    await type(kari, 'enhet Nordvik kontakt @{0}', [ola]);
    expect(words(await type(kari, 'enhet Nordvik'))).toContain(
      'Meldinger går til: kontakten i egen chat, til en kanal er valgt',
    );
    await type(kari, 'enhet Nordvik her');
    expect(words(await type(kari, 'enhet Nordvik'))).toContain(needs('owner'));
    await type(kari, 'enhet Nordvik eier @{0}', [visitor('olga')]);
    expect(words(await type(kari, 'enhet Nordvik'))).toContain('Eier: Olga');
    for (const by of [kari, ola]) expect(words(await type(by, 'enhet Nordvik'))).not.toContain('Skriv «enhet');
  });

  test('with its people, five of a role by name and the rest by number', async () => {
    for (let i = 1; i <= 7; i += 1) {
      await type(kari, 'enhet Nordvik medlem @{0}', [visitor(`m${i}`, { name: `Medlem ${i}` })]);
    }
    const text = words(await type(ola, 'enhet Nordvik'));
    const names = 'Medlem 1, Medlem 2, Medlem 3, Medlem 4, Medlem 5';
    expect(text).toContain(say('nb', 'people.and-more', { names, count: 2 }));
  });

  test('nowhere without a programme', async () => {
    expect(problemOf(await type(ola, 'enhet Solvik', [], channel('elsewhere')))).toBe(say('nb', 'people.no-programme'));
  });
});

describe('the list of units', () => {
  test('shows five, and the next five by a press, with where one is', async () => {
    await withNamed('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I');
    const first = cardOf(await type(ola, 'enheter'));
    expect(buttonsOf(first, 'people.unit')).toHaveLength(5);
    expect(textOf(first)).toContain(say('nb', 'people.shown-of', { from: 1, to: 5, count: 12 }));
    const second = cardOf(await klar.press(ola, project, buttonOf(first, 'people.units')));
    const third = cardOf(await klar.press(ola, project, buttonOf(second, 'people.units')));
    expect(textOf(third)).toContain(say('nb', 'people.shown-of', { from: 11, to: 12, count: 12 }));
    expect(buttonsOf(third, 'people.units')).toEqual([]);
    const [last] = buttonsOf(third, 'people.unit').slice(-1);
    expect(last && words(await klar.press(ola, project, last))).toContain('I');
  });

  test('begins again where there are no more, whatever the button says', async () => {
    const { id } = await klar.programme();
    const answer = await klar.press(ola, project, { verb: 'people.units', data: { programme: id, from: '500' } });
    expect(words(answer)).toContain('Solvik kommune');
    problemOf(await klar.press(ola, project, { verb: 'people.units', data: { programme: id, from: '-1' } }));
  });

  test('that is empty says how units come', async () => {
    await klar.type(kari, channel('two'), 'program "Tomt"');
    expect(words(await type(kari, 'enheter', [], channel('two')))).toContain(say('nb', 'people.units-empty'));
  });

  test("is not shown to strangers in a place that is not the programme's", async () => {
    const { id } = await klar.programme();
    const data = { programme: id, unit: (await unit('Nordvik')).id };
    const said = [
      await klar.press(ola, channel('elsewhere'), { verb: 'people.units', data: { programme: id, from: '0' } }),
      await klar.press(ola, own(ola), { verb: 'people.unit', data }),
    ];
    for (const answer of said) expect(problemOf(answer)).toBe(say('nb', 'chat.unknown-press'));
  });
});

describe('a name that is not known', () => {
  test('is answered with the nearest, and who leads may make it', async () => {
    const card = cardOf(await type(kari, 'enhet Solvik'));
    expect(textOf(card)).toContain(say('nb', 'people.unit-unknown', { name: 'Solvik', programme: 'Ny journal' }));
    expect(textOf(card)).toContain('«Solvik kommune»');
    const made = await klar.press(kari, project, buttonOf(card, 'people.unit-make'));
    expect(words(made)).toContain(say('nb', 'people.unit-made', { name: 'Solvik' }));
    await klar.press(kari, project, buttonOf(card, 'people.unit-make'));
    expect((await klar.programme()).units.filter((u) => u.name === 'Solvik')).toHaveLength(1);
  });

  test('is offered to nobody else, and made by nobody else', async () => {
    const card = cardOf(await type(ola, 'enhet Sørvik'));
    expect(buttonsOf(card, 'people.unit-make')).toEqual([]);
    const { id } = await klar.programme();
    const answer = await klar.press(ola, project, {
      verb: 'people.unit-make',
      data: { programme: id, name: 'Sørvik' },
    });
    expect(problemOf(answer)).toBe(say('nb', 'people.lead-only', { programme: 'Ny journal', owners: 'Kari' }));
    expect((await klar.programme()).units).toHaveLength(3);
  });

  test('is not made of a whole page', async () => {
    const card = cardOf(await type(kari, `enhet ${'lang '.repeat(200)}`));
    expect(buttonsOf(card, 'people.unit-make')).toEqual([]);
    expect(textOf(card).length).toBeLessThan(400);
  });

  test('is said with the name of whoever is mentioned in it', async () => {
    expect(words(await type(kari, 'enhet Hos @{0}', [ola]))).toContain('Hos Ola');
  });
});

describe('the place of a unit', () => {
  test.each(['her', 'HERE', 'här'])(
    'is the channel where one says %j, which then belongs to the programme',
    async (here) => {
      const text = words(await type(kari, `enhet Nordvik ${here}`));
      expect(text).toContain(say('nb', 'people.unit-here', { unit: 'Nordvik', place: '#project' }));
      expect((await unit('Nordvik')).place).toBe((await klar.placeOf(project)).id);
    },
  );

  test("is not a person's own chat", async () => {
    const said = problemOf(await type(kari, 'enhet Nordvik her', [], own(kari)));
    expect(said).toBe(say('nb', 'people.unit-here-personal', { unit: 'Nordvik' }));
    expect((await unit('Nordvik')).place).toBeUndefined();
  });

  test('is set by a press as well, where the unit is shown', async () => {
    const card = cardOf(await type(kari, 'enhet Nordvik'));
    const answer = await klar.press(kari, project, buttonOf(card, 'people.unit-here'));
    expect(answer.show).toBe('replace');
    expect((await unit('Nordvik')).place).toBe((await klar.placeOf(project)).id);
    expect(buttonsOf(cardOf(await type(ola, 'enhet Nordvik')), 'people.unit-here')).toEqual([]);
  });

  test('is undone: the unit has the place that it had', async () => {
    await type(kari, 'enhet Nordvik her');
    await klar.type(kari, channel('two'), 'program "Ny journal"');
    const card = cardOf(await type(kari, 'enhet Nordvik her', [], channel('two')));
    await klar.press(kari, channel('two'), buttonOf(card, 'people.unit-untie'));
    expect((await unit('Nordvik')).place).toBe((await klar.placeOf(project)).id);
  });

  test('undone never becomes a place of others, whatever the button says', async () => {
    await klar.type(ola, channel('others'), 'program "Andres"');
    const card = cardOf(await type(kari, 'enhet Nordvik her'));
    const button = buttonOf(card, 'people.unit-untie');
    const others = (await klar.placeOf(channel('others'))).id;
    await klar.press(kari, project, { ...button, data: { ...button.data, place: others, unbind: others } });
    expect((await unit('Nordvik')).place).toBeUndefined();
    expect((await klar.placeOf(channel('others'))).programme).toBeDefined();
  });

  test('is not taken from the programme that the channel belongs to', async () => {
    await klar.type(ola, channel('others'), 'program "Andres"');
    const data = { programme: (await klar.programmeNamed('Ny journal')).id, unit: (await unit('Nordvik')).id };
    const answer = await klar.press(kari, channel('others'), { verb: 'people.unit-here', data });
    expect(problemOf(answer)).toContain('Ola');
  });

  test('is for who leads to change', async () => {
    problemOf(await type(ola, 'enhet Nordvik her'));
    const { id } = await klar.programme();
    for (const verb of ['people.unit-here', 'people.unit-untie']) {
      const data = { programme: id, unit: (await unit('Nordvik')).id, place: '' };
      expect(problemOf(await klar.press(ola, project, { verb, data }))).toContain('Kari');
    }
    expect((await unit('Nordvik')).place).toBeUndefined();
  });
});

describe('the people of a unit', () => {
  test('are named by a mention, in any language of roles', async () => {
    const answer = await type(kari, 'enhet Solvik kommune kontakt @{0}', [ola]);
    expect(words(answer)).toContain(
      say('nb', 'people.assigned', { name: 'Ola', role: say('nb', 'people.role.contact'), unit: 'Solvik kommune' }),
    );
    await type(kari, 'unit "Solvik kommune" deputy @{0}', [per]);
    await type(kari, 'enhet Solvik kommune ersättare @{0}', [visitor('siv')]);
    expect(await peopleIn('Solvik kommune')).toEqual(['Ola: contact', 'Per: deputy', 'Siv: deputy']);
  });

  test('have one role each: a new one takes the place of the old', async () => {
    await type(kari, 'enhet Nordvik kontakt @{0}', [ola]);
    await type(kari, 'enhet Nordvik stedfortreder @{0}', [ola]);
    expect(await peopleIn('Nordvik')).toEqual(['Ola: deputy']);
  });

  test('a mention changes nothing in what is known of the person', async () => {
    await klar.type(visitor('ola', { name: 'Ola Nordmann', locale: 'sv-SE' }), project, 'help');
    const before = await klar.personOf(ola);
    await type(kari, 'enhet Nordvik kontakt @{0}', [visitor('ola', { name: 'Ola', locale: undefined })]);
    expect(await klar.personOf(ola)).toEqual(before);
  });

  test('are named by e-mail before they have come: they are expected', async () => {
    await type(kari, 'enhet Nordvik kontakt Ola.Vik@example.org');
    const [expected] = await klar.store.persons.byEmail('ola.vik@example.org');
    expect(expected).toMatchObject({ name: 'ola.vik@example.org', accounts: [] });
    expect((await unit('Nordvik')).people).toEqual([{ person: expected?.id, role: 'contact' }]);
  });

  test.each([
    ['enhet Nordvik kontakt', 'kontakt'],
    ['enhet Nordvik kontakt Ola Vik', 'kontakt'],
    ['enhet Nordvik stedfortreder @ola', 'stedfortreder'],
    ['enhet Nordvik deputy @{7}', 'stedfortreder'],
  ])('are not guessed: %j asks whom', async (line, role) => {
    expect(problemOf(await type(kari, line))).toBe(say('nb', 'people.assign-whom', { unit: 'Nordvik', role }));
    expect((await unit('Nordvik')).people).toEqual([]);
  });

  test('of a unit that is misspelt are not lost in a unit of a strange name', async () => {
    const card = cardOf(await type(kari, 'enhet Solvik kontakt @{0}', [ola]));
    expect(textOf(card)).toContain(say('nb', 'people.unit-unknown', { name: 'Solvik', programme: 'Ny journal' }));
  });

  test('may belong to a unit that has a role in its name', async () => {
    await withNamed('Team leder', 'Leder nord');
    expect(words(await type(kari, 'enhet Team leder'))).toContain('Team leder');
    await type(kari, 'enhet Leder nord medlem @{0}', [ola]);
    expect(await peopleIn('Leder nord')).toEqual(['Ola: member']);
  });

  test('are as before when it is undone', async () => {
    const first = cardOf(await type(kari, 'enhet Nordvik kontakt @{0}', [ola]));
    const second = cardOf(await type(kari, 'enhet Nordvik medlem @{0}', [ola]));
    await klar.press(kari, project, buttonOf(second, 'people.unit-unassign'));
    expect(await peopleIn('Nordvik')).toEqual(['Ola: contact']);
    const answer = await klar.press(kari, project, buttonOf(first, 'people.unit-unassign'));
    expect(words(answer)).toContain(say('nb', 'people.undone'));
    expect((await unit('Nordvik')).people).toEqual([]);
  });

  test('are never brought in by an undo, whatever the button says', async () => {
    const card = cardOf(await type(kari, 'enhet Nordvik kontakt @{0}', [ola]));
    const button = buttonOf(card, 'people.unit-unassign');
    await klar.type(per, own(per), 'help');
    const person = (await klar.personOf(per)).id;
    await klar.press(kari, project, { ...button, data: { ...button.data, person, role: 'contact' } });
    expect(await peopleIn('Nordvik')).toEqual(['Ola: contact']);
  });

  test('are for who leads to change, by command and by press', async () => {
    expect(problemOf(await type(ola, 'enhet Nordvik kontakt @{0}', [ola]))).toContain('Kari');
    const { id } = await klar.programme();
    const data = { programme: id, unit: (await unit('Nordvik')).id, person: 'x', role: 'contact' };
    problemOf(await klar.press(ola, project, { verb: 'people.unit-unassign', data }));
    expect((await unit('Nordvik')).people).toEqual([]);
  });

  test('leave a line in the audit log with ids alone', async () => {
    await type(kari, 'enhet Nordvik kontakt @{0}', [ola]);
    const line = (await klar.store.audit.all()).at(-1);
    expect(line).toMatchObject({ what: 'unit.assign', by: (await klar.personOf(kari)).id, on: { role: 'contact' } });
    expect(JSON.stringify(line)).not.toContain('Nordvik kontakt');
  });
});
