import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonOf, buttonsOf, cardOf, type Name, noticeOf, openStage, type Stage, textOf } from '../stage.ts';

let stage: Stage;
// Monday 3 August 2026.
beforeEach(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});
const head = 'Nr;Tid;Aktivitet;Organisasjon;Kvalitetspunkt;Avhenger av\n';
const csv = `${head}1;uke 31 2026;Kartlegging;Nordvik kommune;;
2;uke 33 2026;Workshops;Nordvik kommune;;Kartlegging
3;17/8/2026;Visualisering deles;;K3;Workshops
4;14/8/2026;Prøve;Nordvik kommune;;K3
5;1/9/2026;Oppstart;;K4;Prøve, Workshops
`;
const typed = async (text: string, name: Name = 'Kari') => cardOf(await stage.type(name, text));
const lines = (card: Parameters<typeof textOf>[0]) => textOf(card).split('\n');

describe('the critical line', () => {
  test('of a plan in which nothing depends on anything says how to add it', async () => {
    await stage.programmeWith('Tid;Aktivitet\n1/9/2026;Oppstart\n');
    const card = await typed('plan kritisk');
    expect(lines(card)[0]).toBe('Ingen kvalitetspunkter venter på noe ennå');
    expect(textOf(card)).toContain('kolonnen «Avhenger av»');
  });

  test('to one gate has its rows in order, with what there is to spare, and marks what is wrong', async () => {
    await stage.programmeWith(csv);
    expect(lines(await typed('plan kritisk linje K4'))).toEqual([
      'Kritisk linje til K4 · Oppstart: 5 rader, til sammen 17 dager',
      'Dette er den lengste veien fram til kvalitetspunktet. Forsinkelser her er vanskeligst å ta igjen.',
      'Kartlegging',
      'Uke 31 (27. juli–2. august) · 1 dag på overtid',
      '7 dager å gå på',
      '[Åpne]',
      'Workshops',
      'Uke 33 (10.–16. august) · neste uke',
      'Ingen dager å gå på',
      '[Åpne]',
      'K3 · Visualisering deles',
      'Mandag 17. august · om 14 dager',
      '! Den neste begynner før dette er ferdig',
      '[Åpne]',
      'Prøve',
      'Fredag 14. august · om 11 dager',
      '17 dager å gå på',
      '[Åpne]',
      'K4 · Oppstart',
      '1. september · om 29 dager',
      '[Åpne]',
      '[Alle kvalitetspunkter]',
    ]);
  });

  test('of several gates is chosen among, and found by name or title', async () => {
    await stage.programmeWith(csv);
    const all = await typed('plan critical');
    expect(lines(all)[0]).toBe('Kritisk linje: 2 kvalitetspunkter venter på noe');
    expect(lines(all)).toContain('3 rader, til sammen 15 dager');
    const one = cardOf(await stage.press('Kari', buttonsOf(all, 'plan.critical')[1] as never));
    expect(lines(one)[0]).toBe('Kritisk linje til K4 · Oppstart: 5 rader, til sammen 17 dager');
    expect(lines(cardOf(await stage.press('Kari', buttonOf(one, 'Alle kvalitetspunkter'))))).toEqual(lines(all));
    expect(lines(await typed('plan kritisk visualisering deles'))[0]).toContain('K3 · Visualisering deles');
    expect(textOf(await typed('plan kritisk K9'))).toContain('finner ikke noe kvalitetspunkt «K9»');
  });

  test('of more than five rows is shown five at a time', async () => {
    const rows = Array.from(
      { length: 8 },
      (_, at) => `${at + 1};${at + 3}/8/2026;Ledd ${at + 1};;;${at === 0 ? '' : at}\n`,
    );
    await stage.programmeWith(`${head}${rows.join('')}9;1/10/2026;Oppstart;;K1;8\n`);
    const first = await typed('plan kritisk');
    expect(lines(first)).toContain('1–5 av 9');
    const second = cardOf(await stage.press('Kari', buttonOf(first, 'Vis flere')));
    expect(lines(second)).toContain('6–9 av 9');
    expect(lines(second)).toContain('K1 · Oppstart');
  });
});

describe('what a row waits for', () => {
  test('and what waits for it stand on one card, with what is too early', async () => {
    await stage.programmeWith(csv);
    const card = await typed('plan avhenger K3');
    expect(lines(card)).toEqual([
      'Dette henger sammen med «Visualisering deles»',
      'Venter på én rad:',
      'Workshops',
      'Uke 33 (10.–16. august) · neste uke',
      '[Åpne]',
      'Én rad venter på dette:',
      'Prøve',
      'Fredag 14. august · om 11 dager · begynner for tidlig',
      '[Åpne]',
    ]);
    const prøve = await typed('plan depends Prøve');
    expect(lines(prøve)).toContain('Mandag 17. august · om 14 dager · ikke ferdig i tide');
    expect(textOf(await typed('plan avhenger Kartlegging'))).not.toContain('Venter på én rad');
    expect(noticeOf(await stage.type('Kari', 'plan avhenger')).text).toContain('«plan avhenger Workshops»');
  });

  test('is nothing for a row that stands alone', async () => {
    await stage.programmeWith('Tid;Aktivitet\n1/9/2026;Oppstart\n');
    expect(textOf(await typed('plan avhenger Oppstart'))).toContain('venter ikke på noe');
  });

  test('is read by all who may read the plan, and by nobody else', async () => {
    await stage.programmeWith(csv);
    const programme = (await stage.programme()).id;
    const [activity] = (await stage.plan()).activities;
    const data = { programme, activity: activity?.id ?? '' };
    expect(textOf(await typed('plan avhenger Workshops', 'Ola'))).toContain('Kartlegging');
    expect(noticeOf(await stage.press('Ola', { verb: 'plan.depends', data }, { where: 'own-Ola' })).problem).toBe(true);
    expect(
      noticeOf(await stage.press('Ola', { verb: 'plan.critical', data: { programme } }, { where: 'own-Ola' })).problem,
    ).toBe(true);
  });
});
