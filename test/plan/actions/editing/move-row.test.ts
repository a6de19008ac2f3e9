import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
const csv = `Nr;Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Avhenger av
1;uke 41 2026;Kartlegging;Nordvik kommune;;
2;uke 42 2026;Workshops;Nordvik kommune;;Kartlegging
3;16/10/2026;Visualisering deles;;K3;Workshops
4;20/10/2026;Prøve;Nordvik kommune;;K3
5;avklares;Opplæring;;;Prøve
6;november 2026;Overgang til ny journal;;K4;4
`;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const row = async (title: string) => {
  const found = (await stage.plan()).activities.find((a) => a.title === title);
  if (!found) throw new Error(`no row ${title}`);
  return found;
};
const ids = async (title: string) => ({
  programme: (await stage.programme()).id as string,
  activity: (await row(title)).id as string,
});
const starts = async () =>
  Object.fromEntries((await stage.plan()).activities.map(({ title, when }) => [title, when.start]));
const typed = async (text: string, name: Name = 'Kari') => cardOf(await stage.type(name, text));
const lines = (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n');

describe('what rows wait for', () => {
  test('is understood from the file', async () => {
    const { activities } = await stage.plan();
    const titles = new Map(activities.map(({ id, title }) => [id, title]));
    expect(activities.map(({ dependsOn }) => dependsOn.map((id) => titles.get(id)))).toEqual([
      [],
      ['Kartlegging'],
      ['Workshops'],
      ['Visualisering deles'],
      ['Prøve'],
      ['Prøve'],
    ]);
  });

  test('stays where the next file has no such column', async () => {
    await stage.importing(
      'Tid;Aktivitet;Organisasjon\nuke 41 2026;Kartlegging;Nordvik kommune\nuke 43 2026;Workshops;Nordvik kommune\n',
    );
    expect((await row('Workshops')).dependsOn).toEqual([(await row('Kartlegging')).id]);
  });
});

describe('plan move', () => {
  test('shows from when to when, what it pushes and which gates miss their dates, and asks', async () => {
    const card = await typed('plan flytt Workshops til uke 44 fordi leverandøren er forsinket');
    expect(lines(card)).toEqual([
      'Flytte «Workshops»?',
      'Uke 42 (12.–18. oktober) → uke 44 (26. oktober–1. november)',
      'Grunn: leverandøren er forsinket',
      '2 rader som venter på denne, må flyttes:',
      'K3 · Visualisering deles',
      '16. oktober → 2. november',
      'Prøve',
      '20. oktober → 3. november',
      '! Kvalitetspunkter som ikke holder datoen: K3 · Visualisering deles',
      'Venter også, men har ingen dato: Opplæring',
      '[Flytt alle 3]',
      '[Bare denne]',
      '[Avbryt]',
    ]);
    expect(buttonsOf(card).map(({ style }) => style)).toEqual(['positive', undefined, undefined]);
    expect((await row('Workshops')).when.start).toBe('2026-10-12');
    expect((await stage.plan()).revision).toBe(1);
  });

  test('moves all in one revision with the reason, says so on the row, and is undone', async () => {
    const before = await starts();
    const asked = await typed('plan flytt Workshops til uke 44 fordi leverandøren er forsinket');
    const moved = cardOf(await stage.press('Kari', buttonOf(asked, 'Flytt alle 3')));
    expect(await starts()).toEqual({
      ...before,
      Workshops: '2026-10-26',
      'Visualisering deles': '2026-11-02',
      Prøve: '2026-11-03',
    });
    const plan = await stage.plan();
    expect(plan.revision).toBe(2);
    expect(plan.revisions.at(-1)).toMatchObject({ kind: 'move', reason: 'leverandøren er forsinket' });
    expect(plan.revisions.at(-1)?.changes).toHaveLength(3);
    expect(textOf(moved)).toContain('Flyttet til uke 44 (26. oktober–1. november).');
    expect(textOf(moved)).toContain('Flyttet med: K3 · Visualisering deles; Prøve');
    expect(textOf(moved)).toMatch(/Flyttet av Kari .*: leverandøren er forsinket/u);

    const shown = cardOf(await stage.press('Kari', { verb: 'plan.row', data: await ids('Prøve') }));
    expect(textOf(shown)).toMatch(/Flyttet av Kari .*: leverandøren er forsinket/u);
    await stage.press('Kari', buttonOf(moved, 'Angre'));
    expect(await starts()).toEqual(before);
    expect((await stage.plan()).revision).toBe(1);
  });

  test('moves one alone, and says what now begins too early', async () => {
    const asked = await typed('plan move Workshops to week 44');
    const moved = cardOf(await stage.press('Kari', buttonOf(asked, 'Bare denne')));
    expect((await starts())['Visualisering deles']).toBe('2026-10-16');
    expect(textOf(moved)).toContain('! Én rad begynner nå før dette er ferdig: K3 · Visualisering deles');
  });

  test('moves nothing when it is broken off', async () => {
    const asked = await typed('plan flytt Workshops til uke 44');
    const answer = cardOf(await stage.press('Kari', buttonOf(asked, 'Avbryt')));
    expect(textOf(answer)).toBe('Ingenting er flyttet.');
    expect((await stage.plan()).revision).toBe(1);
    expect(noticeOf(await stage.press('Kari', buttonOf(asked, 'Bare denne'))).text).toContain('for gammelt');
  });

  test('pressed twice is one revision and one line in the log', async () => {
    const asked = await typed('plan flytt Workshops til uke 44');
    const first = await stage.press('Kari', buttonOf(asked, 'Flytt alle 3'));
    const second = await stage.press('Kari', buttonOf(asked, 'Flytt alle 3'));
    expect(textOf(cardOf(second))).toBe(textOf(cardOf(first)));
    expect((await stage.plan()).revision).toBe(2);
  });

  test('warns of a day off, of a day that has been, and of what it waits for', async () => {
    expect(textOf(await typed('plan flytt Prøve til 24/10'))).toContain('! 24. oktober 2026 er en lørdag.');
    expect(textOf(await typed('plan flytt Prøve til 25/12'))).toContain('! 25. desember 2026 er en fridag.');
    const past = textOf(await typed('plan flytt Prøve til 1/5/2026'));
    expect(past).toContain('! Denne datoen er passert.');
    expect(past).toContain('! Det er før «K3 · Visualisering deles» er ferdig (16. oktober), som denne venter på.');
    expect(textOf(await typed('plan flytt Prøve til 26/10'))).toContain('Ingen andre rader må flyttes.');
  });

  test('overwrites nothing that has changed since it was shown', async () => {
    const asked = await typed('plan flytt Workshops til uke 44 fordi vi venter');
    const other = await typed('plan flytt Workshops til uke 43');
    await stage.press('Kari', buttonOf(other, 'Bare denne'));
    const again = cardOf(await stage.press('Kari', buttonOf(asked, 'Flytt alle 3')));
    expect(lines(again).slice(0, 4)).toEqual([
      'Planen er endret siden du så dette. Ingenting er flyttet ennå. Slik er det nå:',
      'Flytte «Workshops»?',
      'Uke 43 (19.–25. oktober) → uke 44 (26. oktober–1. november)',
      'Grunn: vi venter',
    ]);
    expect((await row('Workshops')).when.start).toBe('2026-10-19');
    await stage.press('Kari', buttonOf(again, 'plan.move'));
    expect((await row('Workshops')).when.start).toBe('2026-10-26');
  });

  test('sees that a row which it would push has changed', async () => {
    const asked = await typed('plan flytt Workshops til uke 44');
    const prøve = await typed('plan flytt Prøve til 30/11');
    await stage.press('Kari', buttonOf(prøve, 'plan.move'));
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(asked, 'Flytt alle 3'))))).toContain('Planen er endret');
    expect((await row('Workshops')).when.start).toBe('2026-10-12');
  });

  test('asks in a form for what is missing, and keeps what was typed', async () => {
    const answer = await stage.type('Kari', 'plan flytt Workshops fordi vi venter');
    expect(answer.show).toBe('form');
    const form = cardOf(answer);
    expect(lines(form)).toEqual([
      'Flytt «Workshops»',
      expect.stringContaining('Nå: uke 42 (12.–18. oktober)'),
      'Til dato, uke eller måned',
      'Grunn',
      '[Se hva det betyr]',
      '[Tilbake]',
    ]);
    const look = buttonOf(form, 'plan.move-look');
    const send = (when: string) => stage.press('Kari', look, { inputs: { when, reason: 'vi venter' } });
    expect(noticeOf(await send('31/2'))).toMatchObject({ problem: true, field: 'when', text: '«31/2» finnes ikke.' });
    expect(noticeOf(await send('avklares'))).toMatchObject({ problem: true, field: 'when' });
    expect(noticeOf(await send(''))).toMatchObject({ problem: true, field: 'when' });
    expect(noticeOf(await send('uke 42'))).toMatchObject({ text: expect.stringContaining('står allerede på uke 42') });
    expect(lines(cardOf(await send('uke 43')))).toContain('Grunn: vi venter');
  });

  test('asks which row is meant, and goes on with the date that was typed', async () => {
    await stage.importing(`${csv}7;uke 50 2026;Workshops for ledere;;;\n8;uke 51 2026;Workshops for kontakter;;;\n`);
    const which = await typed('plan flytt "Workshops for" til uke 2');
    expect(lines(which)[0]).toBe('Hvilken rad mener du?');
    const [first] = buttonsOf(which, 'plan.ask-move');
    expect(lines(cardOf(await stage.press('Kari', first as never)))[0]).toBe('Flytte «Workshops for ledere»?');
    expect(lines(await typed('plan flytt Wrkshops til uke 2'))[0]).toBe(
      'Ingen rad heter «Wrkshops». Mente du en av disse?',
    );
    expect(noticeOf(await stage.type('Kari', 'plan flytt Zzz til uke 2')).problem).toBe(true);
    expect(noticeOf(await stage.type('Kari', 'plan flytt')).text).toContain('plan flytt Workshops til uke 44');
  });

  test('gives a row without a date one, which stays when the file still has none', async () => {
    const asked = await typed('plan flytt Opplæring til desember');
    await stage.press('Kari', buttonOf(asked, 'plan.move'));
    expect(await row('Opplæring')).toMatchObject({ when: { start: '2026-12-01' }, dated: { text: 'avklares' } });
    await stage.importing(csv);
    expect((await row('Opplæring')).when.start).toBe('2026-12-01');
  });

  test('keeps the hour unless another is given', async () => {
    await stage.importing('Tid;Aktivitet\n"15/10/2026 kl. 9–15";Samling\n');
    const asked = await typed('plan flytt Samling til 22/10');
    await stage.press('Kari', buttonOf(asked, 'plan.move'));
    expect(await row('Samling')).toMatchObject({ when: { start: '2026-10-22' }, time: '09:00–15:00' });
    const later = await typed('plan flytt Samling til 22/10 kl. 10–12');
    await stage.press('Kari', buttonOf(later, 'plan.move'));
    expect((await row('Samling')).time).toBe('10:00–12:00');
  });

  test('is for those who lead, in all its steps', async () => {
    const asked = await typed('plan flytt Workshops til uke 44');
    for (const answer of [
      await stage.type('Ola', 'plan flytt Workshops til uke 44'),
      await stage.press('Ola', { verb: 'plan.ask-move', data: await ids('Workshops') }),
      await stage.press('Ola', { verb: 'plan.move-look', data: { ...(await ids('Workshops')), when: 'uke 44' } }),
      await stage.press('Ola', buttonOf(asked, 'Flytt alle 3')),
    ]) {
      expect(noticeOf(answer).text).toContain('Bare de som leder programmet');
    }
    expect((await stage.plan()).revision).toBe(1);
  });

  test('speaks Swedish and English to those who do', async () => {
    await stage.type('Kari', 'programme "Ny journal"');
    const programme = await stage.programme();
    const siv =
      cardOf(await stage.type('Siv', 'plan')) && (await stage.store.persons.all()).find(({ name }) => name === 'Siv');
    await stage.store.programmes.change(programme.id, (p) => ({
      next: { ...p, coordinators: siv ? [siv.id] : [] },
      outcome: true,
    }));
    const card = await typed('plan flytta Workshops till vecka 44 för att leverantören är försenad', 'Siv');
    expect(lines(card).slice(0, 3)).toEqual([
      'Flytta ”Workshops”?',
      'Vecka 42 (12–18 oktober) → vecka 44 (26 oktober–1 november)',
      'Skäl: leverantören är försenad',
    ]);
    await stage.press('Siv', buttonOf(card, 'Flytta alla 3'));
    // The plan is written in the programme's language, whoever moves its rows.
    expect((await row('Prøve')).when.text).toBe('tirsdag 3. november 2026');
  });
});
