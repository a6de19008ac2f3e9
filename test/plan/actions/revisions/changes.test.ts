import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commit } from '#plan/revisions/revision.ts';
import { buttonOf, buttonsOf, cardOf, file, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

const csv = `Tid;Aktivitet;Organisasjon
1/10/2026;Rapport behandles;Nordvik
uke 42;Workshops;Nordvik
6/11/2026;Arbeidsgruppemøte;
desember;Opplæring;Fjordby
`;

let stage: Stage;
/** Revision 1 on 3 August 2026, 2 on the 10th, 3 on the 17th. */
beforeEach(async () => {
  stage = await openStage();
  await stage.programmeWith(csv);
  await stage.beatAt('2026-08-10T07:00:00Z');
  await stage.importing(csv.replace('1/10/2026', '22/10/2026'));
  await stage.beatAt('2026-08-17T07:00:00Z');
  await stage.importing(`${csv.replace('1/10/2026', '22/10/2026')}mars 2027;Prøvedrift;Fjordby\n`);
  await stage.beatAt('2026-08-20T07:00:00Z');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const typed = async (text: string) => cardOf(await stage.type('Kari', text));
const lines = async (text: string) => textOf(await typed(text)).split('\n');

const moved = '↷ Rapport behandles: 1. → 22. oktober';
const added = '+ Prøvedrift, i løpet av mars 2027';

describe('plan changes', () => {
  test('without a date shows what the newest revision changed', async () => {
    expect(await lines('plan endringer')).toEqual([
      'Siste endring i planen (revisjon 3): én rad',
      'Sammenlignet med revisjon 2, lagret av Kari mandag 10. august kl. 09.00.',
      '1 ny',
      added,
      'Fjordby',
      '[Revisjoner]',
    ]);
  });

  test('since a day shows all that was saved on that day or later', async () => {
    expect(await lines('plan endringer siden 10.8')).toEqual([
      'Endringer fra og med mandag 10. august: 2',
      'Sammenlignet med revisjon 1, lagret av Kari mandag 3. august kl. 09.00.',
      '1 flyttet, 1 ny',
      moved,
      'Nordvik',
      added,
      'Fjordby',
      '[Bare etter revisjon 2]',
      '[Revisjoner]',
    ]);
  });

  test('since a day on which a revision was saved leads to what came after that one', async () => {
    const card = await typed('plan endringer siden 10.8');
    const after = cardOf(await stage.press('Kari', buttonOf(card, 'Bare etter revisjon 2')));
    expect(textOf(after)).toContain('Siste endring i planen (revisjon 3): én rad');
    expect(textOf(after)).not.toContain(moved);
  });

  test.each([
    ['siden 11.08.26', [added], [moved]],
    ['since 2026-08-03', [added, moved], []],
    ['sedan 4 aug', [added, moved], []],
    ['fra og med 11. august', [added], [moved]],
    ['från och med 11 aug', [added], [moved]],
    ['f.o.m. 11/8', [added], [moved]],
    ['etter uke 33', [added, moved], []],
    ['siden august', [added, moved], []],
    ['siden revisjon 1', [added, moved], []],
    ['since revision 2', [added], [moved]],
    ['revisjon 2', [added], [moved]],
    ['2', [added], [moved]],
    ['siden 18.8', [], [added, moved]],
    ['siden 1.12', [added, moved], []],
  ])('%s', async (asked, shown, not) => {
    const text = textOf(await typed(`plan endringer ${asked}`));
    for (const line of shown) expect(text).toContain(line);
    for (const line of not) expect(text).not.toContain(line);
  });

  test('since before there was a plan compares with the first', async () => {
    expect(await lines('plan endringer siden 26.06.18')).toEqual(
      expect.arrayContaining([
        'Endringer fra og med 26. juni 2018: 2',
        'Planen ble lagret første gang mandag 3. august kl. 09.00, av Kari. Sammenlignet med den.',
      ]),
    );
  });

  test.each([
    ['siden tjohei', 'Klar forstår ikke «tjohei».'],
    ['siden 31/2', 'Klar forstår ikke «31/2».'],
    ['siden revisjon 9', 'Planen har revisjonene 1 til 3.'],
    ['siden 1.12.2026', '1. desember ligger fram i tid.'],
  ])('%s says what to type instead', async (asked, sentence) => {
    expect(noticeOf(await stage.type('Kari', `plan endringer ${asked}`)).text).toContain(sentence);
  });

  test('can be narrowed to one’s own units, and back', async () => {
    await stage.give('Nordvik', 'member', 'Ola');
    const card = cardOf(await stage.type('Ola', 'plan endringer siden revisjon 1'));
    const mine = cardOf(await stage.press('Ola', buttonOf(card, 'Bare mine')));
    expect(textOf(mine)).toContain('Endringer etter revisjon 1: 1\n');
    expect(textOf(mine)).not.toContain(added);
    expect(textOf(cardOf(await stage.press('Ola', buttonOf(mine, 'Alle endringer'))))).toBe(textOf(card));
  });

  test('shows five at a time, of the plan as it was when it was asked', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => `${i + 1}/9/2026;Nytt punkt nummer ${i + 1};Nordvik`).join('\n');
    await stage.importing(`${csv}${rows}\n`);
    const card = await typed('plan endringer');
    expect(textOf(card)).toContain('1–5 av 9');
    await stage.importing(csv);
    const next = cardOf(await stage.press('Kari', buttonOf(card, 'Vis flere')));
    expect(textOf(next)).toContain('+ Nytt punkt nummer 6');
    expect(textOf(next)).toContain('6–9 av 9');
    expect(buttonsOf(next, 'plan.changes').map(({ title }) => title)).not.toContain('Vis flere');
  });

  test('is for those in the programme', async () => {
    const card = await typed('plan endringer siden revisjon 1');
    await stage.press('Siv', { verb: 'chat.help', data: {} }, { where: 'annet' });
    const more = {
      verb: 'plan.changes',
      data: { ...(buttonOf(card, 'Revisjoner').data ?? {}), since: '1', to: '3', mine: 'no' },
    };
    expect(noticeOf(await stage.press('Siv', more, { where: 'annet' })).problem).toBe(true);
  });
});

test('of a plan that has never changed it says so', async () => {
  const fresh = await openStage();
  await fresh.programmeWith(csv);
  expect(textOf(cardOf(await fresh.type('Kari', 'plan endringer')))).toBe(
    'Planen er ikke endret siden den ble lagret mandag 3. august kl. 09.00, av Kari.',
  );
  await fresh.close();
});

describe('plan revisions', () => {
  test('lists them, newest first, with who did what and how much it changed', async () => {
    expect(await lines('plan revisjoner')).toEqual([
      'Planens revisjoner: 3',
      '3 · Kari leste inn plan.csv',
      'mandag 17. august kl. 09.00 · gjelder nå',
      '1 ny',
      '[Vis]',
      '2 · Kari leste inn plan.csv',
      'mandag 10. august kl. 09.00',
      '1 flyttet',
      '[Vis]',
      '1 · Kari leste inn plan.csv',
      'mandag 3. august kl. 09.00',
      'Den første planen: 4 rader',
      '[Vis]',
    ]);
  });

  test('shows five at a time', async () => {
    for (const day of [1, 2, 3, 4]) await stage.importing(csv.replace('6/11', `${day}/11`));
    const card = await typed('plan revisions');
    expect(textOf(card)).toContain('1–5 av 7');
    const next = cardOf(await stage.press('Kari', buttonOf(card, 'Vis flere')));
    expect(textOf(next)).toContain('1 · Kari leste inn plan.csv');
  });

  test('shows what one of them changed, by its button or its number', async () => {
    const shown = [
      'Revisjon 2: Kari leste inn plan.csv',
      'mandag 10. august kl. 09.00',
      '1 flyttet',
      moved,
      'Nordvik',
      '[Vis planen slik den var]',
      '[Hent tilbake denne planen]',
      '[Revisjoner]',
    ];
    expect(await lines('plan revisjon 2')).toEqual(shown);
    const list = await typed('plan revisjoner');
    const [, second] = buttonsOf(list, 'plan.revision');
    expect(textOf(cardOf(await stage.press('Kari', second as never))).split('\n')).toEqual(shown);
    expect(noticeOf(await stage.type('Kari', 'plan revisjon 7')).text).toContain('revisjonene 1 til 3');
  });

  test('shows the plan as it was', async () => {
    const card = await typed('plan revisjon 1');
    const was = cardOf(await stage.press('Kari', buttonOf(card, 'Vis planen slik den var')));
    expect(textOf(was)).toContain('Planen i revisjon 1, rad 1–4 av 4\nRapport behandles\n1. oktober · Nordvik');
    expect(textOf(was)).not.toContain('Prøvedrift');
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(was, 'Tilbake'))))).toBe(textOf(card));
  });
});

describe('an earlier plan', () => {
  const asking = async () =>
    cardOf(await stage.press('Kari', buttonOf(await typed('plan revisjon 1'), 'Hent tilbake denne planen')));

  test('is brought back after it was shown what that changes', async () => {
    const ask = await asking();
    expect(textOf(ask).split('\n')).toEqual([
      'Hente tilbake revisjon 1? Da blir 2 rader endret',
      'mandag 3. august kl. 09.00',
      '1 flyttet, 1 tatt ut',
      '↷ Rapport behandles: 22. → 1. oktober',
      'Nordvik',
      '− Prøvedrift er tatt ut',
      'Fjordby',
      '2 enheter får beskjed når du henter den tilbake. Det som er sagt om hvordan radene står, blir som det er.',
      '[Hent tilbake revisjon 1]',
      '[Tilbake]',
    ]);
    expect((await stage.plan()).revision).toBe(3);
    const done = cardOf(await stage.press('Kari', buttonOf(ask, 'Hent tilbake revisjon 1')));
    expect(textOf(done).split('\n')).toEqual([
      'Planen er igjen slik den var i revisjon 1. Den er lagret som revisjon 4.',
      '2 enheter får beskjed om to minutter.',
      '[Planen]',
      '[Angre]',
      '[Si fra nå]',
      '[Hvem har sett?]',
    ]);
    const plan = await stage.plan();
    expect(plan.activities.map(({ title, when }) => [title, when.start])).toEqual([
      ['Rapport behandles', '2026-10-01'],
      ['Workshops', '2026-10-12'],
      ['Arbeidsgruppemøte', '2026-11-06'],
      ['Opplæring', '2026-12-01'],
    ]);
    expect(await lines('plan revisjoner')).toContain('4 · Kari hentet tilbake revisjon 1');
    expect((await stage.store.audit.all()).filter(({ what }) => what === 'plan.restore')).toHaveLength(1);
  });

  test('comes back with undo, as if nothing had been', async () => {
    const before = await stage.plan();
    const done = cardOf(await stage.press('Kari', buttonOf(await asking(), 'Hent tilbake revisjon 1')));
    await stage.press('Kari', buttonOf(done, 'Angre'));
    expect(await stage.plan()).toEqual({ ...before, undone: [expect.any(String)] });
  });

  test('is not brought back over a change that nobody has looked at', async () => {
    const ask = await asking();
    await stage.importing(csv.replace('desember', 'januar 2027'));
    const again = cardOf(await stage.press('Kari', buttonOf(ask, 'Hent tilbake revisjon 1')));
    expect(textOf(again)).toContain('Planen er endret i mellomtiden. Ingenting er hentet tilbake.');
    expect(textOf(again)).toContain('↷ Opplæring: i løpet av januar 2027 → i løpet av desember');
    expect((await stage.plan()).revision).toBe(4);
    await stage.press('Kari', buttonOf(again, 'Hent tilbake revisjon 1'));
    expect((await stage.plan()).revision).toBe(5);
  });

  test('that already stands is not brought back', async () => {
    await stage.press('Kari', buttonOf(await asking(), 'Hent tilbake revisjon 1'));
    expect(textOf(await asking())).toBe('Planen er allerede slik den var i revisjon 1.\n[Tilbake]');
  });

  test('can be asked for by those who lead alone', async () => {
    await stage.give('Nordvik', 'contact', 'Ola');
    const card = cardOf(await stage.type('Ola', 'plan revisjon 1'));
    expect(buttonsOf(card, 'plan.ask-restore')).toEqual([]);
    for (const verb of ['plan.ask-restore', 'plan.restore']) {
      const data = { programme: (await stage.programme()).id, number: '1', against: '3' };
      expect(noticeOf(await stage.press('Ola', { verb, data })).text).toContain('Kari');
    }
    expect((await stage.plan()).revision).toBe(3);
  });

  test('is found where all rows were taken out since', async () => {
    const { id } = await stage.programme();
    await stage.store.plans.change(id, (plan) => ({
      next: commit(plan, [], { kind: 'remove', by: plan.revisions[0]?.by as never, at: stage.clock.now().toString() }),
      outcome: true,
    }));
    expect(textOf(await typed('plan revisjoner'))).toContain('4 · Kari tok ut 5 rader');
    await stage.press('Kari', buttonOf(await asking(), 'Hent tilbake revisjon 1'));
    expect((await stage.plan()).activities).toHaveLength(4);
  });
});

describe('a file that revises the plan', () => {
  const read = async (text: string) => cardOf(await stage.type('Kari', 'import', 'felles', { files: [file(text)] }));
  const now = `${csv.replace('1/10/2026', '22/10/2026')}mars 2027;Prøvedrift;Fjordby\n`;

  test('shows the first five changes, and all of them on a press', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i + 1}/9/2026;Nytt punkt nummer ${i + 1};Sundet`).join('\n');
    const card = await read(`${now}${rows}\n`);
    const lines = textOf(card).split('\n');
    expect(lines.slice(lines.indexOf('Endringer fra revisjon 3: 12 nye'))).toEqual([
      'Endringer fra revisjon 3: 12 nye',
      ...Array.from({ length: 5 }, (_, i) => expect.stringContaining(`+ Nytt punkt nummer ${i + 1}, `)),
      'og 7 til',
      'Nye enheter: Sundet',
      'Én enhet får beskjed når du lagrer.',
      '[Lagre 17 rader]',
      '[Vis alle endringer]',
      expect.stringMatching(/^\[Vis (?:radene|merknadene)\]$/u),
      '[Ikke lagre]',
      '[Kolonner …]',
    ]);
    const all = cardOf(await stage.press('Kari', buttonOf(card, 'Vis alle endringer')));
    expect(textOf(all)).toContain('Endring 1–10 av 12\n');
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(all, 'Vis flere'))))).toContain('+ Nytt punkt nummer 12');
    expect(textOf(cardOf(await stage.press('Kari', buttonOf(all, 'Tilbake'))))).toBe(textOf(card));
  });

  test('says where it says the same, and offers no save', async () => {
    const card = await read(now);
    expect(textOf(card)).toContain('Filen sier det samme som planen (revisjon 3). Det er ingenting å lagre.');
    expect(buttonsOf(card, 'plan.draft-save')).toEqual([]);
  });

  test('is not saved over what somebody has changed since it was read', async () => {
    const card = await read(now.replace('uke 42', 'uke 44'));
    const move = cardOf(await stage.type('Kari', 'plan flytt Opplæring til januar 2027'));
    await stage.press('Kari', buttonOf(move, 'plan.move'));
    const again = cardOf(await stage.press('Kari', buttonOf(card, 'plan.draft-save')));
    expect(textOf(again).split('\n')[0]).toBe(
      'Planen er endret siden du sendte filen (nå revisjon 4, Kari). Ingenting er lagret. Se over endringene, slik de er nå.',
    );
    expect(textOf(again)).toContain('↷ Opplæring: i løpet av januar 2027 → i løpet av desember');
    expect((await stage.plan()).revision).toBe(4);
    const saved = cardOf(await stage.press('Kari', buttonOf(again, 'plan.draft-save')));
    expect(textOf(saved)).toContain('Planen er lagret som revisjon 5');
  });
});
