import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, problemOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola] = [visitor('kari'), visitor('ola')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(kari, project, 'program "Ny journal"');
});
afterEach(() => klar.close());

const standing = async () => {
  const { timeZone, country, countryChosen } = await klar.programme();
  return [timeZone, country, countryChosen];
};
const type = (text: string, by = kari) => klar.type(by, project, text);

describe("a programme's zone", () => {
  test.each([
    ['program tidssone Europe/Stockholm', 'Europe/Stockholm', 'SE'],
    ['program tidszon stockholm', 'Europe/Stockholm', 'SE'],
    ['program sone Stockholm', 'Europe/Stockholm', 'SE'],
    ['programme zone New York', 'America/New_York', 'NO'],
  ])('is set by "%s", and its country follows', async (line, zone, country) => {
    const card = cardOf(await type(line));
    expect(await standing()).toEqual([zone, country, undefined]);
    expect(textOf(card)).toContain(zone);
    expect((await klar.programme()).name).toBe('Ny journal');
  });

  test('leaves a country alone that has been chosen', async () => {
    await type('program land Sverige');
    expect(await standing()).toEqual(['Europe/Oslo', 'SE', true]);
    await type('program tidssone Europe/London');
    expect(await standing()).toEqual(['Europe/London', 'SE', true]);
  });

  test('is shown on its card, with a form for owners in which the country may follow again', async () => {
    await type('program land SE');
    const card = cardOf(await type('program'));
    expect(textOf(card)).toContain('Tidssone: Europe/Oslo, helligdager i Sverige');
    const form = await klar.press(kari, project, buttonOf(card, 'people.programme-zone'));
    expect(form.show).toBe('form');
    const save = buttonOf(cardOf(form), 'people.programme-zone-save');
    await klar.press(kari, project, save, { values: { zone: 'Europe/Oslo', country: 'follow', other: 'Helsinki' } });
    expect(await standing()).toEqual(['Europe/Helsinki', 'NO', undefined]);
    const refused = await klar.press(kari, project, save, {
      values: { zone: 'Europe/Oslo', country: 'NO', other: 'Atlantis' },
    });
    expect(refused).toMatchObject({ show: 'notice', problem: true, field: 'other' });
    expect((await type('programme zone')).show).toBe('form');
  });

  test('is as before when it is undone, chosen country and all, however often that is pressed', async () => {
    await type('program land Sverige');
    const undo = buttonOf(cardOf(await type('program tidssone Europe/London')), 'people.programme-zone-undo');
    for (const _ of [1, 2]) {
      const answer = await klar.press(kari, project, undo);
      expect(textOf(cardOf(answer))).toContain(say('nb', 'people.undone'));
      expect(await standing()).toEqual(['Europe/Oslo', 'SE', true]);
    }
  });

  test('that nobody knows is said so, and is no programme of that name', async () => {
    expect(problemOf(await type('program tidssone Atlantis'))).toContain('«Atlantis»');
    expect(await standing()).toEqual(['Europe/Oslo', 'NO', undefined]);
  });

  test('is for owners to change, whatever a button says', async () => {
    const undo = buttonOf(cardOf(await type('program tidssone Europe/London')), 'people.programme-zone-undo');
    await type('program koordinator @{0}', kari);
    await klar.type(kari, project, 'program koordinator @{0}', { mentions: [ola] } as object);
    await klar.type(ola, own(ola), 'help');
    const { id } = await klar.programme();
    const before = await klar.onDisk();
    expect(buttonsOf(cardOf(await type('program', ola)), 'people.programme-zone')).toEqual([]);
    problemOf(await type('program tidssone Europe/Oslo', ola));
    problemOf(await klar.press(ola, project, undo));
    problemOf(await klar.press(ola, project, { verb: 'people.programme-zone', data: { programme: id } }));
    const values = { programme: id, zone: 'Europe/Oslo', country: 'SE' };
    problemOf(await klar.press(ola, own(ola), { verb: 'people.programme-zone-save' }, { values }));
    problemOf(await klar.press(kari, project, { ...undo, data: { ...undo.data, zone: 'CET' } }));
    problemOf(await klar.press(kari, project, { ...undo, data: { ...undo.data, country: 'DK' } }));
    problemOf(await klar.press(kari, project, { ...undo, data: { ...undo.data, programme: 'none' } }));
    expect(await klar.onDisk()).toEqual(before);
  });
});
