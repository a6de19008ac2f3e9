import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildXlsx } from '../table/build-xlsx.ts';
import { unit } from './cast.ts';
import { settlesIn } from './setting.ts';
import { cardOf, type Stage, type Told } from './stage.ts';
import { stages } from './stages.ts';

const bare = {
  name: 'plan.csv',
  content: `3/12;Utstyrslisten er levert;${unit}\r\nuke 51;Prøvedrift;${unit}\r\n18/12;Sluttmøte;Samarbeidsrådet\r\n`,
};
const book = (...sheets: string[]) => ({
  name: 'plan.xlsx',
  content: buildXlsx({
    sheets: sheets.map((name) => ({
      name,
      rows: [
        ['Tid', 'Aktivitet', 'Ansvarlig'],
        ['3/12', `Samling i ${name}`, 'Samarbeidsrådet'],
        ['4/12', 'Møte', 'Samarbeidsråd'],
      ],
    })),
  }),
});

describe.each(stages)('what is unclear about a plan in %s', (surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
  });
  afterEach(() => stage.closes());

  /** In Slack several fields need a window, which a press opens. */
  const form = async (told: Told) =>
    surface === 'slack' ? stage.presses('ingrid', cardOf(told), 'Velg kolonner') : told;

  test('columns: a file without headings is read as its author says, and saved', async () => {
    const asked = await form(await stage.sends('ingrid', bare));
    expect(asked.text).toContain('Hvilken kolonne sier når det skal skje?');
    const read = await stage.presses('ingrid', cardOf(asked), 'Les planen slik', { title: '1', when: '0', units: '2' });
    expect(read.text).toContain('Planen leses slik: 3 rader, ingen kvalitetspunkter, 2 enheter');
    const saved = await stage.presses('ingrid', cardOf(read), 'Lagre 3 rader');
    expect(saved.text).toMatch(/Planen er lagret som revisjon \d: 3 rader\./u);
  });

  test('sheets and names: another sheet is chosen, two spellings become one unit', async () => {
    const first = await stage.sends('ingrid', book('Høst', 'Vår'));
    expect(first.text).toContain('Ark: «Høst», ett av 2.');
    const asked = await stage.presses('ingrid', cardOf(first), 'Velg et annet ark');
    const read = await stage.presses('ingrid', cardOf(asked), 'Les dette arket', { sheet: '1' });
    expect(read.text).toContain('Ark: «Vår», ett av 2.');
    expect(read.text).toContain('Samarbeidsråd = Samarbeidsrådet?');
    const answered = await stage.presses('ingrid', cardOf(read), 'Ja');
    expect(answered.text).toContain('2 rader, ingen kvalitetspunkter, én enhet');
    await stage.presses('ingrid', cardOf(answered), 'Lagre 2 rader');
    const rows = await stage.says('ingrid', 'own', 'plan Samarbeidsråd');
    expect(rows.text).toContain('Samling i Vår');
    expect(rows.text).toContain('Møte');
  });

  test('pasted text: a field beside the file takes lines, and the own chat takes a table', async () => {
    const asked = await stage.says('ingrid', 'own', 'importer');
    expect(asked.text).toContain('Lim inn planen her');
    const lines = `3/12 Utstyrslisten er levert – ${unit}\nuke 51: Prøvedrift – ${unit}`;
    const read = await stage.presses('ingrid', cardOf(asked), 'Les planen', { pasted: lines });
    expect(read.text).toContain('Planen leses slik: 2 rader, ingen kvalitetspunkter, én enhet');

    const table = `Tid\tAktivitet\tAnsvarlig\n3/12\tKabling\t${unit}\nuke 51\tPrøvedrift\t${unit}\n10/12\tKurs\t${unit}`;
    const own = await stage.says('ingrid', 'own', table);
    expect(own.text).toContain('Planen leses slik: 3 rader');
    await stage.presses('ingrid', cardOf(own), 'Lagre 3 rader');
    expect((await stage.says('ingrid', 'own', 'plan uke 51')).text).toContain('Prøvedrift');
  });
});
