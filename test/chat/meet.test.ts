import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { derivedId, languageOf, meet } from '#chat/meet.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
});
afterEach(() => klar.close());

describe("the reader's language", () => {
  test.each([
    ['nb-NO', 'nb'],
    ['nb', 'nb'],
    ['no', 'nb'],
    ['nn-NO', 'nn'],
    ['da-DK', 'nb'],
    ['sv-SE', 'sv'],
    ['sv_FI', 'sv'],
    ['SV', 'sv'],
    ['en-GB', 'en'],
    ['fi-FI', 'en'],
    ['', 'sv'],
    [undefined, 'sv'],
  ] as const)('of locale %j is %s where the default is sv', (locale, language) => {
    expect(languageOf(locale, 'sv')).toBe(language);
  });
});

test('ids are short, the same for the same parts, and other for other parts', () => {
  expect(derivedId('person', 'a', 'b')).toMatch(/^[A-Za-z0-9]{16}$/u);
  expect(derivedId('person', 'a', 'b')).toBe(derivedId('person', 'a', 'b'));
  expect(derivedId('person', 'a', 'b')).not.toBe(derivedId('place', 'a', 'b'));
});

test('whoever was known by a mention alone reads in their own language before anything of that is kept', async () => {
  const mentioned = visitor('mona', { locale: undefined });
  const known = await meet(klar.house.store, mentioned, { language: 'nb', timeZone: 'Europe/Oslo' });
  const { person } = await meet(
    klar.house.store,
    { ...mentioned, locale: 'sv-SE' },
    { language: 'nb', timeZone: 'Europe/Oslo' },
    false,
  );
  expect(person).toMatchObject({ id: known.person.id, language: 'sv' });
  expect(await klar.personOf(mentioned)).toMatchObject({ language: 'nb' });
});

describe('first contact', () => {
  test('makes a person with language and time zone from the platform', async () => {
    const kari = visitor('kari', {
      locale: 'sv-SE',
      timeZone: 'Europe/Stockholm',
      name: ' Kari Lund ',
      email: 'k@example.org',
    });
    await klar.type(kari, own(kari), 'help');
    expect(await klar.personOf(kari)).toMatchObject({
      name: 'Kari Lund',
      email: 'k@example.org',
      language: 'sv',
      timeZone: 'Europe/Stockholm',
      languageChosen: false,
      accounts: [{ surface: 'web', workspace: 'w', user: 'kari' }],
    });
  });

  test('goes by the defaults where the platform says nothing, or something that is no time zone', async () => {
    const bare = visitor('u1', { name: undefined, locale: undefined, timeZone: undefined });
    const odd = visitor('u2', { timeZone: 'W. Europe Standard Time' });
    await klar.type(bare, own(bare), 'help');
    await klar.type(odd, own(odd), 'help');
    expect(await klar.personOf(bare)).toMatchObject({ name: 'u1', language: 'nb', timeZone: 'Europe/Oslo' });
    expect(await klar.personOf(odd)).toMatchObject({ timeZone: 'Europe/Oslo' });
  });

  test('makes a place: the own chat in the language of its person, a channel in the default', async () => {
    const kari = visitor('kari', { locale: 'sv-SE' });
    await klar.type(kari, own(kari), 'help');
    await klar.type(kari, channel('project'), 'help');
    const person = await klar.personOf(kari);
    expect(await klar.placeOf(own(kari))).toMatchObject({ kind: 'personal', person: person.id, language: 'sv' });
    expect(await klar.placeOf(channel('project'))).toMatchObject({ kind: 'channel', name: '#project', language: 'nb' });
  });

  test('many at once make one person and one place', async () => {
    const kari = visitor('kari');
    const answers = await Promise.all(Array.from({ length: 20 }, () => klar.type(kari, channel('project'), 'help')));
    expect(answers.every((a) => a.show === 'private')).toBe(true);
    expect(await klar.store.persons.all()).toHaveLength(1);
    expect(await klar.store.places.all()).toHaveLength(1);
  });

  test('the same user id on two surfaces or in two workspaces is two people', async () => {
    for (const by of [visitor('u'), visitor('u', { workspace: 'v' }), visitor('u', { surface: 'slack' })]) {
      await klar.type(by, own(by), 'help');
    }
    expect(await klar.store.persons.all()).toHaveLength(3);
    expect(await klar.store.places.all()).toHaveLength(3);
  });
});

describe('at later contacts', () => {
  test('name, language and zone follow the platform', async () => {
    const kari = visitor('kari');
    await klar.type(kari, own(kari), 'help');
    const moved = visitor('kari', { name: 'Kari Vik', locale: 'sv-SE', timeZone: 'Europe/Helsinki' });
    await klar.type(moved, own(kari), 'help');
    expect(await klar.personOf(kari)).toMatchObject({ name: 'Kari Vik', language: 'sv', timeZone: 'Europe/Helsinki' });
    expect(await klar.placeOf(own(kari))).toMatchObject({ language: 'sv' });
    expect(await klar.store.persons.all()).toHaveLength(1);
  });

  test('what the platform leaves out stays as it was', async () => {
    const kari = visitor('kari', { locale: 'sv-SE', email: 'k@example.org' });
    await klar.type(kari, channel('project'), 'help');
    const bare = visitor('kari', { name: undefined, locale: undefined, timeZone: undefined });
    await klar.type(bare, { ...channel('project'), name: '' }, 'help');
    expect(await klar.personOf(kari)).toMatchObject({ name: 'Kari', language: 'sv', email: 'k@example.org' });
    expect(await klar.placeOf(channel('project'))).toMatchObject({ name: '#project' });
  });

  test('the address of account and place is refreshed', async () => {
    const kari = visitor('kari', { address: { mri: '29:1', old: 'kept' } });
    await klar.type(kari, channel('project', { address: { serviceUrl: 'https://one' } }), 'help');
    const again = visitor('kari', { address: { mri: '29:2' } });
    await klar.type(again, channel('project', { address: { serviceUrl: 'https://two', bot: 'b' } }), 'help');
    expect((await klar.personOf(kari)).accounts[0]?.address).toEqual({ mri: '29:2', old: 'kept' });
    expect((await klar.placeOf(channel('project'))).address).toEqual({ serviceUrl: 'https://two', bot: 'b' });
  });

  test('nothing is written when nothing is new', async () => {
    const kari = visitor('kari');
    await klar.type(kari, own(kari), 'help');
    const before = await klar.onDisk();
    await klar.type(kari, own(kari), 'help');
    expect(await klar.onDisk()).toEqual(before);
  });
});
