import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { somePoll } from '../store/samples.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola] = [visitor('kari'), visitor('ola')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
});
afterEach(() => klar.close());

const bound = async (where = project) => (await klar.placeOf(where)).programme;

describe('a programme', () => {
  test('is made by naming it: whoever makes it owns it, and the channel belongs to it', async () => {
    const answer = await klar.type(kari, project, 'program Ny journal');
    const card = cardOf(answer);
    expect(answer.show).toBe('private');
    expect(textOf(card)).toContain(say('nb', 'people.programme-made', { name: 'Ny journal' }));
    const made = await klar.programme();
    expect(made).toMatchObject({
      name: 'Ny journal',
      owners: [(await klar.personOf(kari)).id],
      language: 'nb',
      country: 'NO',
      timeZone: 'Europe/Oslo',
      place: (await klar.placeOf(project)).id,
      units: [],
    });
    expect(await bound()).toBe(made.id);
    expect(await klar.store.audit.all()).toMatchObject([{ what: 'programme.make', on: { programme: made.id } }]);
  });

  test('made in Swedish is Swedish', async () => {
    const siv = visitor('siv', { locale: 'sv-SE', timeZone: 'Europe/Stockholm' });
    await klar.type(siv, own(siv), 'program "Ny journal"');
    expect(await klar.programme()).toMatchObject({ language: 'sv', country: 'SE', timeZone: 'Europe/Stockholm' });
    expect((await klar.programme()).place).toBeUndefined();
  });

  test('made by somebody in Sweden has Swedish holidays, also in a channel that speaks Norwegian', async () => {
    await klar.type(visitor('siv', { locale: 'sv-SE', timeZone: 'Europe/Stockholm' }), project, 'program "Ny journal"');
    expect(await klar.programme()).toMatchObject({ language: 'nb', country: 'SE' });
  });

  test('with a name that fits no card is not made', async () => {
    const answer = await klar.type(kari, project, `program "${'x'.repeat(101)}"`);
    expect(problemOf(answer)).toBe(say('nb', 'people.programme-long', { most: 100 }));
    expect(await klar.store.programmes.all()).toEqual([]);
  });

  test('is made once when the same act arrives twice', async () => {
    const act = { id: 'same', by: kari, where: project, type: 'command', text: 'program "Ny journal"' } as const;
    await klar.handle(act);
    await klar.handle(act);
    await klar.programme();
    expect(await klar.store.audit.all()).toHaveLength(1);
  });

  test('is found again by its name in any case, and another channel is bound to it', async () => {
    await klar.type(kari, project, 'program "Ny journal"');
    await klar.type(kari, channel('two'), 'PROGRAM "ny  JOURNAL"');
    const { id, place } = await klar.programme();
    expect(await bound(channel('two'))).toBe(id);
    expect(place).toBe((await klar.placeOf(project)).id);
  });

  test('is shown where it belongs: owners, units, and where its messages go', async () => {
    await klar.type(kari, project, 'program "Ny journal"');
    const text = textOf(cardOf(await klar.type(ola, project, 'program')));
    expect(text).toContain('Ny journal');
    expect(text).toContain(`${say('nb', 'people.owners')}: Kari`);
    expect(text).toContain('#project');
  });

  test('with markup in its name keeps it as it was written', async () => {
    const name = '<at>alle</at> ${title} **fet** [x](http://y)';
    const card = cardOf(await klar.type(kari, project, `program «${name}»`));
    expect(textOf(card)).toContain(name);
    expect((await klar.programme()).name).toBe(name);
  });
});

describe("a colleague's programme", () => {
  beforeEach(async () => {
    await klar.type(kari, project, 'program "Ny journal"');
  });

  test('is not made once more: one is told whom to ask', async () => {
    const said = problemOf(await klar.type(ola, channel('two'), 'program "ny journal"'));
    expect(said).toBe(say('nb', 'people.programme-of-others', { name: 'Ny journal', owners: 'Kari' }));
    await klar.programme();
    expect(await bound(channel('two'))).toBeUndefined();
  });

  test('says nothing of itself to strangers, who may have one of the same name', async () => {
    const stranger = visitor('eva', { workspace: 'elsewhere' });
    const answer = await klar.type(stranger, own(stranger), 'program "Ny journal"');
    expect(textOf(cardOf(answer))).toContain(say('nb', 'people.programme-made', { name: 'Ny journal' }));
    expect(await klar.store.programmes.all()).toHaveLength(2);
  });

  test('does not lose its channel to somebody who does not lead it, neither to a new programme nor to an old one', async () => {
    const before = await bound();
    expect(problemOf(await klar.type(ola, project, 'program "Mitt eget"'))).toContain('Kari');
    await klar.type(ola, channel('two'), 'program "Mitt eget"');
    expect(problemOf(await klar.type(ola, project, 'program "Mitt eget"'))).toContain('Kari');
    expect(await bound()).toBe(before);
  });

  test('may not be bound to a channel by a member', async () => {
    await klar.type(kari, project, 'enhet Solvik');
    const make = buttonOf(cardOf(await klar.type(kari, project, 'enhet Solvik')), 'people.unit-make');
    await klar.press(kari, project, make);
    await klar.type(kari, project, 'enhet Solvik medlem @{0}', { mentions: [ola] } as object);
    const said = problemOf(await klar.type(ola, channel('two'), 'program "Ny journal"'));
    expect(said).toBe(say('nb', 'people.lead-only', { programme: 'Ny journal', owners: 'Kari' }));
    expect(await bound(channel('two'))).toBeUndefined();
    // In one's own chat one chooses what one wants to see.
    await klar.type(ola, own(ola), 'program "Ny journal"');
    expect(await bound(own(ola))).toBe((await klar.programme()).id);
  });
});

describe('choosing', () => {
  test('without a programme one is told how to make one', async () => {
    expect(problemOf(await klar.type(kari, own(kari), 'program'))).toBe(say('nb', 'people.no-programme'));
  });

  test('among several is done with a press, four at a time, with a word on the rest', async () => {
    for (let i = 1; i <= 6; i += 1) await klar.type(kari, channel(`c${i}`), `program "Program ${i}"`);
    const card = cardOf(await klar.type(kari, own(kari), 'program'));
    const choices = buttonsOf(card, 'people.choose-programme');
    expect(choices).toHaveLength(4);
    expect(textOf(card)).toContain(say('nb', 'people.choose-programme-more', { count: 2 }));
    const [first] = choices;
    if (!first) throw new Error('no choice');
    const answer = await klar.press(kari, own(kari), first);
    expect(answer.show).toBe('replace');
    expect(textOf(cardOf(answer))).toContain(first.title);
    expect(await bound(own(kari))).toBe(first.data?.programme);
    expect((await klar.personOf(kari)).programme).toBe(first.data?.programme);
  });

  test('of a programme that one is not in is refused, whatever the button says', async () => {
    await klar.type(kari, project, 'program "Ny journal"');
    const { id } = await klar.programme();
    await klar.type(ola, own(ola), 'help');
    const before = await klar.onDisk();
    problemOf(await klar.press(ola, own(ola), { verb: 'people.choose-programme', data: { programme: id } }));
    problemOf(await klar.press(ola, own(ola), { verb: 'people.choose-programme', data: { programme: 'x' } }));
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('undoing a new programme', () => {
  const undo = async (where = project) =>
    buttonOf(cardOf(await klar.type(kari, where, 'program "Ny journal"')), 'people.programme-undo');

  test('takes it away, and what pointed at it', async () => {
    const button = await undo();
    const answer = await klar.press(kari, project, button);
    expect(textOf(cardOf(answer))).toContain(say('nb', 'people.undone'));
    expect(await klar.store.programmes.all()).toEqual([]);
    expect(await bound()).toBeUndefined();
  });

  test('pressed twice says the same twice', async () => {
    const button = await undo();
    const first = await klar.press(kari, project, button);
    expect(await klar.press(kari, project, button)).toEqual(first);
  });

  test('gives the channel back to the programme that it had, also from another place', async () => {
    await klar.type(kari, project, 'program "Det første"');
    const before = await bound();
    const button = await undo();
    expect(await bound()).not.toBe(before);
    await klar.press(kari, own(kari), button);
    expect(await bound()).toBe(before);
  });

  test('keeps the programme that the person has chosen since', async () => {
    const button = await undo(own(kari));
    await klar.type(kari, own(kari), 'program "Et annet"');
    const chosen = (await klar.personOf(kari)).programme;
    await klar.press(kari, own(kari), button);
    expect((await klar.personOf(kari)).programme).toBe(chosen);
    expect(await bound(own(kari))).toBe(chosen);
  });

  test('gives no channel to a programme that the person does not lead, whatever the button says', async () => {
    await klar.type(ola, channel('two'), 'program "Andres"');
    const others = await bound(channel('two'));
    const button = await undo();
    await klar.press(kari, project, { ...button, data: { ...button.data, before: others ?? '' } });
    expect(await bound()).toBeUndefined();
  });

  test('is for its owner alone, and only until it is used', async () => {
    const button = await undo();
    problemOf(await klar.press(ola, project, button));
    const { id } = await klar.programme();
    await klar.store.polls.add(somePoll('p', { programme: id }));
    expect(problemOf(await klar.press(kari, project, button))).toBe(say('nb', 'people.programme-not-undone'));
    await klar.store.polls.remove('p');
    await klar.press(
      kari,
      project,
      buttonOf(cardOf(await klar.type(kari, project, 'enhet Solvik')), 'people.unit-make'),
    );
    expect(problemOf(await klar.press(kari, project, button))).toBe(say('nb', 'people.programme-not-undone'));
    expect((await klar.programme()).id).toBe(id);
  });
});
