import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say } from '#words/say.ts';
import { buttonOf, buttonsOf, cardOf, elementsOf, problemOf, textOf } from '../card-parts.ts';
import { channel, own, type TryHouse, tryHouse, visitor } from '../try-house.ts';

const [kari, ola] = [visitor('kari'), visitor('ola')];
const project = channel('project');

let klar: TryHouse;
beforeEach(async () => {
  klar = await tryHouse();
  await klar.type(kari, project, 'program "Ny journal"');
});
afterEach(() => klar.close());

const settings = async (by = kari, where = own(by)) => cardOf(await klar.type(by, where, 'innstillinger'));
/** The input of a card by its id. */
const input = (card: Awaited<ReturnType<typeof settings>>, id: string) => {
  const found = elementsOf(card).find((e) => e.type.startsWith('Input.') && e.id === id);
  if (!found || !('value' in found)) throw new Error(`no input ${id}`);
  return found;
};
const quietForm = { rhythm: 'weekly', from: '21:30', to: '06:00', weekdays: '5', away: '24. desember–1. januar' };
const save = (verb: string, values: Record<string, string>, by = kari, where = own(by)) =>
  klar.press(by, where, { verb: `people.${verb}` }, { values });

describe('settings', () => {
  test('say in words what holds, with a button to each form', async () => {
    const card = await settings();
    const text = textOf(card);
    expect(text).toContain('Norsk bokmål');
    expect(text).toContain(say('nb', 'people.rhythm.daily'));
    expect(text).toContain('Stille kl. 20–07.');
    expect(text).toContain('Europe/Oslo, fra nettsiden.');
    for (const form of ['language', 'quiet', 'zone']) {
      const opened = await klar.press(kari, own(kari), buttonOf(card, `people.settings-${form}`));
      expect(opened.show).toBe('form');
      const back = await klar.press(kari, own(kari), buttonOf(cardOf(opened), 'people.settings'));
      expect(cardOf(back)).toEqual(card);
    }
  });

  test('have the channel beside them for who leads its programme, and for nobody else', async () => {
    expect(textOf(await settings(kari, project))).toContain(say('nb', 'people.settings-place', { place: '#project' }));
    expect(buttonsOf(await settings(ola, project), 'people.settings-place')).toEqual([]);
    expect(buttonsOf(await settings(), 'people.settings-place')).toEqual([]);
  });
});

describe('the language', () => {
  test('that is chosen holds, whatever the platform says later, in the own chat too', async () => {
    await klar.type(kari, own(kari), 'help');
    const answer = await save('settings-save', { language: 'sv' }, kari, project);
    expect(textOf(cardOf(answer))).toContain(say('sv', 'people.settings-saved'));
    await klar.type(kari, project, 'help');
    expect(await klar.personOf(kari)).toMatchObject({ language: 'sv', languageChosen: true });
    expect(await klar.placeOf(own(kari))).toMatchObject({ language: 'sv' });
    expect(await klar.placeOf(project)).toMatchObject({ language: 'nb' });
  });

  test('has the programme beside it, in the own chat of who is in several', async () => {
    const first = await klar.programme();
    await klar.type(kari, channel('two'), 'program "Det andre"');
    const form = cardOf(await save('settings-language', {}));
    expect(textOf(form)).toContain(say('nb', 'people.settings-programme'));
    await save('settings-save', { language: 'nb', programme: first.id });
    expect((await klar.personOf(kari)).programme).toBe(first.id);
    expect((await klar.placeOf(own(kari))).programme).toBe(first.id);
  });

  test('that is not offered is refused, as is a programme that one is not in, and nothing is stored', async () => {
    const { id } = await klar.programme();
    await klar.type(ola, own(ola), 'help');
    const before = await klar.onDisk();
    problemOf(await save('settings-save', { language: 'fi' }, ola));
    problemOf(await save('settings-save', { language: 'nb', programme: id }, ola));
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('reminders and quiet hours', () => {
  test('are kept as chosen, said in words, and stand in the form the next time', async () => {
    const answer = await save('quiet-save', quietForm);
    expect(await klar.personOf(kari)).toMatchObject({
      rhythm: 'weekly',
      quiet: {
        hours: { from: '21:30', to: '06:00' },
        weekdays: [5],
        away: [{ from: '2026-12-24', to: '2027-01-01' }],
      },
    });
    const text = textOf(cardOf(answer));
    expect(text).toContain(say('nb', 'people.rhythm.weekly'));
    expect(text).toContain('Stille kl. 21.30–06.00.');
    expect(text).toContain('Fri fredag.');
    expect(text).toContain('Borte 24. desember 2026–1. januar 2027.');

    const form = cardOf(await klar.press(kari, own(kari), { verb: 'people.settings-quiet' }));
    const shown = Object.fromEntries(Object.keys(quietForm).map((id) => [id, input(form, id).value ?? '']));
    expect(shown).toMatchObject({ rhythm: 'weekly', from: '21:30', to: '06:00', weekdays: '5' });
    // What the form shows reads the same a year from now.
    await save('quiet-save', shown);
    expect((await klar.personOf(kari)).quiet?.away).toEqual([{ from: '2026-12-24', to: '2027-01-01' }]);
  });

  test('can be none', async () => {
    expect(textOf(cardOf(await save('quiet-save', { ...quietForm, from: 'none' })))).toContain('Ingen stille timer');
    const form = cardOf(await klar.press(kari, own(kari), { verb: 'people.settings-quiet' }));
    expect(input(form, 'from').value).toBe('none');
  });

  test.each([
    ['to', { from: '07:00', to: '07:00' }, 'people.quiet.same-time'],
    ['weekdays', { weekdays: '1,2,3,4,5,6,7' }, 'people.quiet.all-week'],
  ] as const)('that cannot be are said so at the field %s, and nothing is kept', async (field, wrong, key) => {
    await klar.type(kari, own(kari), 'help');
    const before = await klar.onDisk();
    const answer = await save('quiet-save', { ...quietForm, ...wrong });
    expect(answer).toMatchObject({ show: 'notice', problem: true, field, text: say('nb', key) });
    expect(await klar.onDisk()).toEqual(before);
  });

  test.each([
    ['31/2', '31/2'],
    ['7.7–31.7, snart en gang', 'snart en gang'],
    ['1.7.2025–31.7.2025', '1.7.2025–31.7.2025'],
  ])('an absence of %j is not understood or over: said at its field', async (away, quoted) => {
    const answer = await save('quiet-save', { ...quietForm, away });
    expect(answer).toMatchObject({ show: 'notice', problem: true, field: 'away' });
    expect(problemOf(answer)).toContain(quoted);
    expect((await klar.personOf(kari)).quiet).toBeUndefined();
  });

  test('that no form sends are refused, and change nothing', async () => {
    await klar.type(kari, own(kari), 'help');
    const before = await klar.onDisk();
    for (const wrong of [
      { rhythm: 'hourly' },
      { from: '25:00' },
      { to: '' },
      { weekdays: '8' },
      { weekdays: 'mandag' },
    ]) {
      problemOf(await save('quiet-save', { ...quietForm, ...wrong }));
    }
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('in one line', () => {
  test.each([
    ['innstillinger stille 21-6', { from: '21:00', to: '06:00' }],
    ['innstillinger stille timer 20.30–07', { from: '20:30', to: '07:00' }],
    ['settings quiet none', { from: '00:00', to: '00:00' }],
    ['inställningar tyst kl. 22 til 6', { from: '22:00', to: '06:00' }],
  ])('%s', async (line, hours) => {
    await klar.type(kari, own(kari), line);
    expect((await klar.personOf(kari)).quiet?.hours).toEqual(hours);
  });

  test('absences are added to those there are, keep the hours, and are taken out together', async () => {
    await klar.type(kari, own(kari), 'innstillinger stille 21-6');
    await klar.type(kari, own(kari), 'innstillinger borte 7.7-31.7');
    const answer = await klar.type(kari, own(kari), 'settings away 24.12–1.1');
    expect((await klar.personOf(kari)).quiet).toEqual({
      hours: { from: '21:00', to: '06:00' },
      weekdays: [],
      away: [
        { from: '2026-12-24', to: '2027-01-01' },
        { from: '2027-07-07', to: '2027-07-31' },
      ],
    });
    expect(textOf(cardOf(answer))).toContain('Borte 24. desember 2026–1. januar 2027 og 7.–31. juli 2027.');
    await klar.type(kari, own(kari), 'innstillinger borte ingen');
    expect((await klar.personOf(kari)).quiet?.away).toEqual([]);
  });

  test('what is not understood is said so with an example; nothing but the word opens the form', async () => {
    expect(problemOf(await klar.type(kari, own(kari), 'innstillinger stille litt'))).toContain('«litt»');
    expect(problemOf(await klar.type(kari, own(kari), 'innstillinger borte snart'))).toContain('«snart»');
    expect(problemOf(await klar.type(kari, own(kari), 'innstillinger tidssone Atlantis'))).toContain('«Atlantis»');
    for (const word of ['stille', 'borte', 'tidssone']) {
      expect((await klar.type(kari, own(kari), `innstillinger ${word}`)).show).toBe('form');
    }
  });
});

describe('the time zone', () => {
  test('that is chosen holds, whatever the platform says later, until it is to follow again', async () => {
    await save('zone-save', { zone: 'Europe/Helsinki' });
    expect(await klar.personOf(kari)).toMatchObject({ timeZone: 'Europe/Helsinki', timeZoneChosen: true });
    expect(textOf(await settings())).toContain('Europe/Helsinki, valgt av deg.');
    const form = cardOf(await klar.press(kari, own(kari), { verb: 'people.settings-zone' }));
    expect(input(form, 'zone').value).toBe('Europe/Helsinki');

    await save('zone-save', { zone: 'follow' });
    await klar.type(kari, own(kari), 'help');
    const now = await klar.personOf(kari);
    expect(now.timeZone).toBe('Europe/Oslo');
    expect(now.timeZoneChosen).toBeUndefined();
  });

  test('may be any: its city is enough, and wins over the list', async () => {
    await save('zone-save', { zone: 'follow', other: 'new york' });
    expect((await klar.personOf(kari)).timeZone).toBe('America/New_York');
    await klar.type(kari, own(kari), 'settings zone stockholm');
    expect((await klar.personOf(kari)).timeZone).toBe('Europe/Stockholm');
  });

  test.each(['Atlantis', '+02:00', 'CET', 'Europe/Atlantis'])('is not %s', async (other) => {
    const answer = await save('zone-save', { zone: 'follow', other });
    expect(answer).toMatchObject({ show: 'notice', problem: true, field: 'other' });
    expect((await klar.personOf(kari)).timeZoneChosen).toBeUndefined();
  });
});

describe("a channel's settings", () => {
  const placeForm = { language: 'sv', from: '17:00', to: '08:00', weekdays: '', away: 'Fellesferie: 7.7–31.7' };
  const id = async () => (await klar.placeOf(project)).id;

  test('are changed by who leads, also from the own chat where Teams shows the card', async () => {
    const card = await settings(kari, project);
    const button = buttonOf(card, 'people.settings-place');
    const form = cardOf(await klar.press(kari, own(kari), button));
    const send = buttonOf(form, 'people.place-save');
    const answer = await klar.press(kari, own(kari), send, { values: placeForm });
    expect(await klar.placeOf(project)).toMatchObject({
      language: 'sv',
      quiet: { hours: { from: '17:00', to: '08:00' }, weekdays: [], away: [{ from: '2027-07-07', to: '2027-07-31' }] },
    });
    const text = textOf(cardOf(answer));
    expect(text).toContain('Stille kl. 17–08.');
    expect(text).toContain('Borte 7.–31. juli 2027.');
    expect((await klar.store.audit.all()).at(-1)).toMatchObject({ what: 'settings.place', on: { place: await id() } });
  });

  test('are as before once the change is undone, which is done once, by who leads, until they are changed again', async () => {
    const stands = async () => {
      const { language, quiet } = await klar.placeOf(project);
      return { language, quiet };
    };
    const place = await id();
    const [before, text] = [await stands(), textOf(await settings(kari, project))];
    const saved = cardOf(await save('place-save', { ...placeForm, place }));
    const undo = buttonOf(saved, 'people.place-undo');
    problemOf(await klar.press(ola, own(ola), undo));
    expect(await stands()).toMatchObject({ language: 'sv' });
    const undone = cardOf(await klar.press(kari, project, undo));
    expect(await stands()).toEqual(before);
    expect(textOf(undone)).toBe(`${say('nb', 'people.undone')}\n${text}`);
    expect((await klar.store.audit.all()).at(-1)).toMatchObject({ what: 'settings.place-undo', on: { place } });

    await save('place-save', { ...placeForm, place });
    const changed = await stands();
    const late = say('nb', 'people.settings-place-undo-late');
    expect(problemOf(await klar.press(kari, project, undo))).toBe(late);
    expect(await stands()).toEqual(changed);
  });

  test('are changed by nobody else, whatever the button says, and never those of an own chat', async () => {
    await klar.type(ola, own(ola), 'help');
    await klar.type(kari, own(kari), 'help');
    const olas = (await klar.placeOf(own(ola))).id;
    const before = await klar.onDisk();
    for (const [by, place] of [
      [ola, await id()],
      [ola, olas],
      [kari, olas],
      [kari, 'nowhere'],
    ] as const) {
      problemOf(await save('settings-place', { place }, by));
      problemOf(await save('place-save', { ...placeForm, place }, by));
    }
    expect(await klar.onDisk()).toEqual(before);
  });
});

describe('a change of settings can be undone', () => {
  const undo = (card: Awaited<ReturnType<typeof settings>>, by = kari, where = own(by)) =>
    klar.press(by, where, buttonOf(card, 'people.settings-undo'));
  const chosenBy = async (by = kari) => {
    const { language, languageChosen, rhythm, quiet, timeZone, timeZoneChosen, programme } = await klar.personOf(by);
    return { language, languageChosen, rhythm, quiet, timeZone, timeZoneChosen, programme };
  };

  test.each([
    ['quiet hours and rhythm', 'quiet-save', quietForm],
    ['the language', 'settings-save', { language: 'sv' }],
    ['the time zone', 'zone-save', { zone: 'America/New_York' }],
  ])('%s, with one press, and then all is as before', async (_what, verb, values) => {
    await save('quiet-save', { ...quietForm, rhythm: 'overdue' });
    await save('zone-save', { zone: 'Europe/Stockholm' });
    const [before, text] = [await chosenBy(), textOf(await settings())];
    const saved = cardOf(await save(verb, values));
    expect(await chosenBy()).not.toEqual(before);
    const undone = cardOf(await undo(saved));
    expect(await chosenBy()).toEqual(before);
    expect(textOf(undone)).toBe(`${say('nb', 'people.undone')}\n${text}`);
    expect(buttonsOf(undone, 'people.settings-undo')).toEqual([]);
    expect(await klar.placeOf(own(kari))).toMatchObject({ language: 'nb' });
  });

  test('back to nothing chosen, where nothing was', async () => {
    await klar.type(kari, own(kari), 'help');
    const before = await chosenBy();
    const saved = cardOf(await klar.type(kari, own(kari), 'innstillinger stille 22-06'));
    expect(await chosenBy()).not.toEqual(before);
    await undo(saved);
    expect(await chosenBy()).toEqual(before);
    expect(before).toMatchObject({ rhythm: undefined, quiet: undefined });
  });

  test('the programme that the chat is about goes along with the language', async () => {
    const first = await klar.programme();
    await klar.type(kari, channel('two'), 'program "Det andre"');
    await klar.type(kari, own(kari), 'help');
    const [before, about] = [await chosenBy(), (await klar.placeOf(own(kari))).programme];
    const saved = cardOf(await save('settings-save', { language: 'en', programme: first.id }));
    await undo(saved);
    expect(await chosenBy()).toEqual(before);
    expect((await klar.placeOf(own(kari))).programme).toBe(about);
  });

  test('but not once it was changed again, and not by anyone else', async () => {
    const first = cardOf(await save('zone-save', { zone: 'America/New_York' }));
    await save('quiet-save', quietForm);
    const before = await chosenBy();
    expect(problemOf(await undo(first))).toBe(say('nb', 'people.settings-undo-late'));
    const second = cardOf(await save('zone-save', { zone: 'Europe/Stockholm' }));
    expect(problemOf(await undo(second, ola))).toBe(say('nb', 'people.settings-undo-late'));
    expect(await chosenBy()).toMatchObject({ ...before, timeZone: 'Europe/Stockholm' });
  });
});
