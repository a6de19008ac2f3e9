import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unitId } from '#people/programme.ts';
import { buttonOf, buttonsOf, cardOf, noticeOf, openStage, type Stage, textOf } from '../stage.ts';

let stage: Stage;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const csv = `Tid;Aktivitet;Organisasjon
1/7/2026;Kontaktpersoner er meldt inn;Nordvik kommune
4/8/2026;Oppstartsmøte;Nordvik kommune
10/8/2026;Kurs 1;Sørfjord kommune
11/8/2026;Kurs 2;Sørfjord kommune
12/8/2026;Kurs 3;Sørfjord kommune
uke 42;Arbeidsverksted;"Nordvik kommune; Sørfjord kommune"
oktober;Rapport behandles;
mars 2027;Konsolidering;Nordvik kommune
;Rekruttering;Sørfjord kommune
`;
/** Which rows of the file a card shows. */
const rowsOn = (text: string) => text.split('\n').filter((line) => csv.includes(`;${line};`));
const plan = async (rest: string, name: Parameters<Stage['type']>[0] = 'Kari') =>
  cardOf(await stage.type(name, `plan ${rest}`));

describe('the plan in chat', () => {
  beforeEach(async () => {
    await stage.programmeWith(csv);
  });

  test('shows what lies ahead, nearest first, five at a time', async () => {
    const first = await plan('');
    expect(textOf(first).split('\n').slice(0, 4)).toEqual([
      'Planen framover: 8 rader',
      'Oppstartsmøte',
      'Tirsdag 4. august · i morgen',
      'Nordvik kommune',
    ]);
    expect(textOf(first)).toContain('1–5 av 8');
    expect(
      buttonsOf(first)
        .filter((b) => b.verb === 'plan.show')
        .map((b) => b.title),
    ).toEqual(['Vis flere', '1 forsinket', '1 uten dato']);
    const second = cardOf(await stage.press('Kari', buttonOf(first, 'Vis flere')));
    expect(textOf(second)).toContain('6–8 av 8');
    expect(rowsOn(textOf(second))).toEqual(['Arbeidsverksted', 'Konsolidering', 'Rekruttering']);
    expect(buttonsOf(second).map((b) => b.title)).not.toContain('Vis flere');
  });

  test.each([
    ['forsinket', 'Forsinket: én rad', ['Kontaktpersoner er meldt inn']],
    ['late', 'Forsinket: én rad', ['Kontaktpersoner er meldt inn']],
    ['försenat', 'Forsinket: én rad', ['Kontaktpersoner er meldt inn']],
    ['oktober', 'Planen for oktober: 2 rader', ['Rapport behandles', 'Arbeidsverksted']],
    ['October', 'Planen for oktober: 2 rader', ['Rapport behandles', 'Arbeidsverksted']],
    ['mars', 'Planen for mars 2027: én rad', ['Konsolidering']],
    ['augusti', 'Planen for august: 4 rader', ['Oppstartsmøte', 'Kurs 1', 'Kurs 2', 'Kurs 3']],
    ['uke 42', 'Planen for uke 42 (12.–18. oktober): 2 rader', ['Rapport behandles', 'Arbeidsverksted']],
    ['vecka 42', 'Planen for uke 42 (12.–18. oktober): 2 rader', ['Rapport behandles', 'Arbeidsverksted']],
    ['week 33', 'Planen for uke 33 (10.–16. august): 3 rader', ['Kurs 1', 'Kurs 2', 'Kurs 3']],
    ['4. august', 'Planen for tirsdag 4. august: én rad', ['Oppstartsmøte']],
    ['2027', 'Planen for 2027: én rad', ['Konsolidering']],
    ['Sørfjord i oktober', 'Planen for Sørfjord kommune, oktober: én rad', ['Arbeidsverksted']],
    ['mine uke 42', 'Planen for dine enheter, uke 42 (12.–18. oktober): ingenting', []],
    [
      'sørfjord  KOMMUNE',
      'Planen for Sørfjord kommune: 5 rader',
      ['Kurs 1', 'Kurs 2', 'Kurs 3', 'Arbeidsverksted', 'Rekruttering'],
    ],
    [
      '"Sørfjord kommune"',
      'Planen for Sørfjord kommune: 5 rader',
      ['Kurs 1', 'Kurs 2', 'Kurs 3', 'Arbeidsverksted', 'Rekruttering'],
    ],
  ])('by «%s»', async (asked, title, rows) => {
    const text = textOf(await plan(asked));
    expect(text.split('\n')[0]).toBe(title);
    expect(rowsOn(text)).toEqual(rows);
  });

  test('of my units leaves out what is done', async () => {
    await stage.give('Nordvik kommune', 'contact', 'Ola');
    const [late] = (await stage.plan()).activities;
    const mine = await plan('mine', 'Ola');
    expect(textOf(mine).split('\n')[0]).toBe('Planen for dine enheter: 4 rader');
    await stage.press('Ola', {
      verb: 'plan.set-state',
      data: { programme: (await stage.programme()).id, activity: late?.id ?? '', state: 'done' },
    });
    expect(textOf(await plan('mine', 'Ola')).split('\n')[0]).toBe('Planen for dine enheter: 3 rader');
  });

  test('where nothing is shown says what comes next', async () => {
    expect(textOf(await plan('desember'))).toContain('Neste i planen: Oppstartsmøte, tirsdag 4. august · i morgen.');
    expect(textOf(await plan('mine'))).toContain('Du leder «Ny journal» og står ikke i noen enhet.');
    stage.clock.moveTo(Temporal.Instant.from('2027-06-01T07:00:00Z'));
    expect(textOf(await plan('mai'))).toContain('Planen har ikke flere frister framover.');
  });

  test('of what is late leaves out a meeting, which is over when its day is', async () => {
    stage.clock.moveTo(Temporal.Instant.from('2026-08-08T07:00:00Z'));
    expect(rowsOn(textOf(await plan('forsinket')))).not.toContain('Oppstartsmøte');
    expect(textOf(await plan('august'))).toContain('Tirsdag 4. august · for 4 dager siden');
  });

  test('by the part of a name that one unit alone has shows that unit, by one that several have asks which', async () => {
    expect(textOf(await plan('Sørfjord')).split('\n')[0]).toBe('Planen for Sørfjord kommune: 5 rader');
    const several = await plan('kommune');
    expect(textOf(several).split('\n')[0]).toBe('«kommune» er ingen tid, enhet eller rad i planen.');
    expect(buttonsOf(several).map((b) => b.title)).toEqual([
      'Søk i planen etter «kommune»',
      'Nordvik kommune',
      'Sørfjord kommune',
    ]);
    const unit = cardOf(await stage.press('Kari', buttonOf(several, 'Sørfjord kommune')));
    expect(textOf(unit).split('\n')[0]).toBe('Planen for Sørfjord kommune: 5 rader');
  });

  test('asked for what is neither a time nor a unit says what one can ask', async () => {
    const text = textOf(await plan('tull og tøys'));
    expect(text).toContain('«tull og tøys»');
    expect(text).toContain('«plan uke 42»');
  });

  test('asked for what stands in rows shows these', async () => {
    const found = await plan('rapport');
    expect(textOf(found).split('\n')[0]).toBe('Søk etter «rapport»: én rad');
    expect(rowsOn(textOf(found))).toEqual(['Rapport behandles']);
  });

  test('of what is called off or on pause', async () => {
    await stage.type('Kari', 'plan avlys "Kurs 1" for få påmeldte');
    await stage.type('Kari', 'plan pause "Kurs 2" læreren er syk');
    const text = textOf(await plan('avlyst'));
    expect(text.split('\n')[0]).toBe('Avlyst eller på pause: 2 rader');
    expect(text).toMatch(/∅ Kurs 1.*‖ Kurs 2/su);
  });

  test.each(['rad 4', '4', 'Kurs 1'])('opens the row that «%s» is', async (asked) => {
    expect(textOf(await plan(asked)).split('\n')[0]).toBe('Kurs 1');
  });

  test('with a misspelt word says what may be meant, and searches for the rest', async () => {
    const card = await plan('serach kurs');
    expect(textOf(card)).toContain('Mente du «plan search kurs»?');
    expect(rowsOn(textOf(cardOf(await stage.press('Kari', buttonOf(card, 'Søk i planen etter «kurs»')))))).toEqual([
      'Kurs 1',
      'Kurs 2',
      'Kurs 3',
    ]);
  });

  test.each([
    ['search kurs', 'Søk etter «kurs»: 3 rader', ['Kurs 1', 'Kurs 2', 'Kurs 3']],
    ['søk kurs 2', 'Søk etter «kurs 2»: 3 rader', ['Kurs 1', 'Kurs 2', 'Kurs 3']],
    ['finn VERKSTED', 'Søk etter «VERKSTED»: én rad', ['Arbeidsverksted']],
    ['sök verkstad verksted', 'Søk etter «verkstad verksted»: én rad', ['Arbeidsverksted']],
    ['søk nordvik oppstart', 'Søk etter «nordvik oppstart»: én rad', ['Oppstartsmøte']],
    ['søk sorfjord verksted', 'Søk etter «sorfjord verksted»: én rad', ['Arbeidsverksted']],
  ])('is searched with «%s»', async (typed, title, rows) => {
    const text = textOf(await plan(typed));
    expect(text.split('\n')[0]).toBe(title);
    expect(rowsOn(text)).toEqual(rows);
  });

  test('searched in vain shows the rows most like it, or the way to the whole plan', async () => {
    const near = await plan('søk oppstrtsmøte');
    expect(textOf(near)).toContain('Det står ikke i noen rad. Disse ligner mest:');
    expect(rowsOn(textOf(near))).toEqual(['Oppstartsmøte']);
    const none = await plan('søk zzzz');
    expect(textOf(none)).toContain('Prøv et annet ord');
    expect(buttonsOf(none).map((b) => b.title)).toContain('Hele planen');
    expect(noticeOf(await stage.type('Kari', 'plan søk')).text).toContain('Skriv hva du vil finne');
  });

  test('for a unit shows those in it, too', async () => {
    const { id, units } = await stage.programme();
    const region = unitId.parse('region');
    await stage.store.programmes.change(id, (p) => ({
      next: {
        ...p,
        units: [
          { id: region, name: 'Kystregionen', aliases: [], people: [] },
          ...units.map((u) => (u.name === 'Sørfjord kommune' ? { ...u, parent: region } : u)),
        ],
      },
      outcome: true,
    }));
    expect(textOf(await plan('Kystregionen')).split('\n')[0]).toBe('Planen for Kystregionen: 5 rader');
  });

  test('is asked for and answered in Swedish and English', async () => {
    await stage.give('Sørfjord kommune', 'contact', 'Siv');
    await stage.give('Nordvik kommune', 'member', 'Pat');
    expect(textOf(await plan('mina', 'Siv')).split('\n')[0]).toBe('Planen för dina enheter: 5 rader');
    expect(textOf(await plan('vecka 42', 'Siv')).split('\n')[0]).toBe('Planen för vecka 42 (12–18 oktober): 2 rader');
    expect(textOf(await plan('december', 'Siv'))).toContain(
      'Nästa i planen: Oppstartsmøte, tisdag 4 augusti · i morgon.',
    );
    expect(textOf(await plan('week 42', 'Pat')).split('\n')[0]).toBe('The plan for week 42 (12–18 October): 2 rows');
    expect(textOf(await plan('late', 'Pat')).split('\n')[0]).toBe('Overdue: one row');
  });

  test('opens a row with everything that is known of it', async () => {
    const row = await stage.press('Kari', buttonOf(await plan(''), 'plan.row'));
    expect(row.show).toBe('private');
    expect(textOf(cardOf(row)).split('\n')).toEqual([
      'Oppstartsmøte',
      'Tirsdag 4. august · i morgen',
      'Ansvarlig: Nordvik kommune',
      'Møte',
      'Rad 3 · lagt inn av Kari mandag 3. august kl. 09.00',
      '[Ferdig]',
      '[På vei]',
      '[Trenger hjelp]',
      '[Endre]',
      '[Flytt]',
      '[Sett på pause]',
      '[Avlys]',
      '[Ta ut av planen]',
      '[Historikk]',
    ]);
    const buttons = buttonsOf(cardOf(row));
    expect(buttons.filter(({ mode }) => mode !== 'secondary')).toHaveLength(4);
  });

  test('is shown to nobody from elsewhere, whatever ids they press with', async () => {
    const { id } = await stage.programme();
    const [activity] = (await stage.plan()).activities;
    const show = { verb: 'plan.show', data: { programme: id, filter: 'ahead', from: '0' } };
    const row = { verb: 'plan.row', data: { programme: id, activity: activity?.id ?? '' } };
    for (const pressed of [show, row]) {
      expect(noticeOf(await stage.press('Nils', pressed, { where: 'own-Nils' })).problem).toBe(true);
      expect(cardOf(await stage.press('Nils', pressed, { where: 'felles' }))).toBeDefined();
    }
    const unknown = { verb: 'plan.row', data: { programme: id, activity: 'no-such' } };
    expect(noticeOf(await stage.press('Kari', unknown)).text).toContain('ikke i planen lenger');
    const nonsense = { verb: 'plan.show', data: { programme: id, filter: 'period yesterday', from: '0' } };
    expect(noticeOf(await stage.press('Kari', nonsense)).problem).toBe(true);
  });
});

test('without a programme the plan says how to get one', async () => {
  expect(noticeOf(await stage.type('Ola', 'plan')).problem).toBe(true);
});

test('without a plan the programme says how to bring one in', async () => {
  await stage.type('Kari', 'programme "Ny journal"');
  expect(textOf(cardOf(await stage.type('Kari', 'plan'))).split('\n')).toEqual([
    'Programmet «Ny journal» har ingen plan ennå.',
    'Neste steg: skriv «importer» og send inn planen som en fil, eller lim den inn.',
  ]);
});
