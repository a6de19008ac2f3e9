import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { elementsOf } from '../../../card-parts.ts';
import { buildXlsx } from '../../../table/build-xlsx.ts';
import { buttonOf, buttonsOf, cardOf, file, noticeOf, openStage, type Stage, textOf } from '../../stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  await stage.type('Kari', 'programme "Ny journal"');
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await stage.close();
});

const read = (content: string | Uint8Array, name = 'plan.csv', text = 'import') =>
  stage.type('Kari', text, 'felles', { files: [file(content, name)] });
const press = async (card: Card, verbOrTitle: string, inputs: Record<string, string> = {}) =>
  cardOf(await stage.press('Kari', buttonOf(card, verbOrTitle), { inputs }));
const fieldsOf = (card: Card) => elementsOf(card).filter((element) => element.type === 'Input.ChoiceSet');
const titles = async () => (await stage.plan()).activities.map(({ title }) => title);

describe('columns that Klar does not know', () => {
  const bare = `15/9;Opplæringsplan godkjent;Nordvik kommune
uke 42;Kurs for superbrukere;Sørfjord kommune
oktober;Regionalt møte;Nordvik kommune
`;

  test('are asked about with examples, in a file without headings', async () => {
    const answer = await read(bare);
    expect(answer.show).toBe('form');
    const card = cardOf(answer);
    expect(textOf(card)).toContain('Klar er ikke sikker på kolonnene i «plan.csv». Ingenting er lagret.');
    const fields = fieldsOf(card);
    expect(fields.map(({ id, label, value }) => [id, label, value])).toEqual([
      ['title', 'Hvilken kolonne sier hva som skal skje?', '1'],
      ['when', 'Hvilken kolonne sier når det skal skje?', '0'],
      ['units', 'Hvilken kolonne sier hvem som har ansvaret?', '2'],
    ]);
    expect(fields[1]?.choices).toEqual([
      { title: 'Kolonne A: 15/9, uke 42, oktober', value: '0' },
      { title: 'Ingen av disse', value: '-1' },
    ]);
    expect(await stage.store.plans.all()).toEqual([]);
  });

  test('are read as they were said to be, and all rows are saved', async () => {
    const asked = cardOf(await read(bare));
    const card = await press(asked, 'Les planen slik', { title: '1', when: '0', units: '2' });
    expect(textOf(card)).toContain('Planen leses slik: 3 rader, ingen kvalitetspunkter, 2 enheter');
    await press(card, 'plan.draft-save');
    expect(await titles()).toEqual(['Opplæringsplan godkjent', 'Kurs for superbrukere', 'Regionalt møte']);
  });

  test('can be said otherwise afterwards', async () => {
    const card = await press(cardOf(await read(bare)), 'Les planen slik', { title: '1', when: '0', units: '2' });
    const asked = cardOf(await stage.press('Kari', buttonOf(card, 'Kolonner …')));
    expect(textOf(asked)).toContain('Slik leser Klar kolonnene i «plan.csv» nå.');
    const again = await press(asked, 'Les planen slik', { title: '1', when: '0', units: '-1' });
    expect(textOf(again)).toContain('Planen leses slik: 3 rader, ingen kvalitetspunkter, ingen enheter');
  });

  test('cannot be one column for two things: the answer is at the field', async () => {
    const asked = cardOf(await read(bare));
    const answer = await stage.press('Kari', buttonOf(asked, 'Les planen slik'), {
      inputs: { title: '1', when: '0', units: '1' },
    });
    expect(noticeOf(answer)).toMatchObject({ problem: true, field: 'units' });
  });

  test('are asked about under unknown headings, too', async () => {
    const asked = cardOf(await read('Dagen;Greie\n15/9;Møte med alle\n16/9;Samling\n'));
    const card = await press(asked, 'Les planen slik', { title: '1' });
    await press(card, 'plan.draft-save');
    expect(await titles()).toEqual(['Møte med alle', 'Samling']);
  });
});

describe('a workbook of several sheets', () => {
  const headed = (title: string) => [
    ['Tid', 'Aktivitet'],
    ['15/9', title],
  ];
  const book = buildXlsx({
    sheets: [
      { name: 'Plan 2026', rows: headed('Samling i år') },
      { name: 'Plan 2027', rows: headed('Samling neste år') },
      { name: 'Tall', rows: [['17', '4']] },
    ],
  });

  test('says which sheet was read, and another can be chosen', async () => {
    const card = cardOf(await read(book, 'plan.xlsx'));
    expect(textOf(card)).toContain('Ark: «Plan 2026», ett av 3.');
    const asked = cardOf(await stage.press('Kari', buttonOf(card, 'Velg et annet ark')));
    const other = await press(asked, 'Les dette arket', { sheet: '1' });
    expect(textOf(other)).toContain('Ark: «Plan 2027», ett av 3.');
    await press(other, 'plan.draft-save');
    expect(await titles()).toEqual(['Samling neste år']);
  });

  test('is read at the sheet that is named', async () => {
    const card = cardOf(await read(book, 'plan.xlsx', 'importer "plan 2027"'));
    expect(textOf(card)).toContain('Ark: «Plan 2027», ett av 3.');
    expect(noticeOf(await read(book, 'plan.xlsx', 'importer Oversikt')).text).toContain(
      'Arbeidsboken har ikke noe ark som heter «Oversikt».',
    );
  });

  test.each([
    ['figures', [['17', '4']]],
    [
      'names',
      [
        ['Navn', 'Telefon'],
        ['Kari', '123'],
      ],
    ],
  ])('whose first sheet is %s is read at the first that has dates', async (_, rows) => {
    const later = buildXlsx({
      sheets: [
        { name: 'Først', rows },
        { name: 'Plan', rows: headed('Samling') },
      ],
    });
    const card = cardOf(await read(later, 'plan.xlsx'));
    expect(textOf(card)).toContain('Planen leses slik: én rad');
    expect(textOf(card)).toContain('Ark: «Plan», ett av 2.');
    await press(card, 'plan.draft-save');
    expect(await titles()).toEqual(['Samling']);
  });

  test('none of which is a plan asks for another', async () => {
    const none = buildXlsx({
      sheets: [
        { name: 'Tall', rows: [['17', '4']] },
        { name: 'Flere tall', rows: [['18', '5']] },
      ],
    });
    const asked = cardOf(await read(none, 'plan.xlsx'));
    expect(textOf(asked)).toContain('Klar finner ingen kolonne med aktiviteter.');
    expect(buttonsOf(asked).map(({ title }) => title)).toContain('Les dette arket');
  });
});

describe('names of units that are unclear', () => {
  const one = `Tid;Aktivitet;Organisasjon
15/9;Møte;Samarbeidsrådet
16/9;Møte til;Samarbeidsrådet
17/9;Enda et møte;Samarbeidsråd
`;
  const several = `${one}18/9;Samling;Nordvik kommune og Sørfjord kommune
19/9;Kurs;Sørfjord komune
20/9;Prøve;Sørfjord kommune
`;
  const units = async () => (await stage.programme()).units.map(({ name, aliases }) => [name, ...aliases]);

  test('are asked about on the card where there is one, and "yes" makes one unit of them', async () => {
    const card = cardOf(await read(one));
    expect(textOf(card)).toContain('Samarbeidsråd = Samarbeidsrådet?');
    const answered = await press(card, 'Ja');
    expect(textOf(answered)).toContain('3 rader, ingen kvalitetspunkter, én enhet');
    expect(textOf(answered)).toContain('Samme enhet: Samarbeidsråd = Samarbeidsrådet');
    const saved = await press(answered, 'plan.draft-save');
    expect(await units()).toEqual([['Samarbeidsrådet', 'Samarbeidsråd']]);
    // Rows keep the name as it was written.
    expect((await stage.plan()).activities.map((row) => row.units)).toEqual([
      ['Samarbeidsrådet'],
      ['Samarbeidsrådet'],
      ['Samarbeidsråd'],
    ]);

    await press(saved, 'Angre');
    expect(await units()).toEqual([]);
  });

  test('that were merged are not asked about at the next import', async () => {
    await press(await press(cardOf(await read(one)), 'Ja'), 'plan.draft-save');
    expect(textOf(cardOf(await read(one.replace('15/9', '14/9'))))).not.toContain('Samarbeidsråd =');
  });

  test('that are two units stay two, and are not asked about again', async () => {
    const saved = await press(await press(cardOf(await read(one)), 'Nei'), 'plan.draft-save');
    expect(await units()).toEqual([['Samarbeidsrådet'], ['Samarbeidsråd']]);
    expect(textOf(cardOf(await read(one.replace('15/9', '14/9'))))).not.toContain('Samarbeidsråd =');
    await press(saved, 'Angre');
    expect((await stage.programme()).spellings).toEqual({ apart: [], lists: {} });
  });

  test('are asked about in a form where they are several, and what is not answered stays as it is', async () => {
    const card = cardOf(await read(several));
    expect(textOf(card)).toContain('navn er uklare');
    const form = cardOf(await stage.press('Kari', buttonOf(card, 'plan.ask-units')));
    const fields = fieldsOf(form);
    expect(fields.map(({ label }) => label)).toEqual([
      '«Nordvik kommune og Sørfjord kommune»: én enhet eller flere? (rad 5)',
      'Samarbeidsråd = Samarbeidsrådet? (rad 4)',
      'Sørfjord kommune = Sørfjord komune? (rad 7)',
    ]);
    expect(fields[0]?.choices?.map(({ title }) => title)).toEqual(['Én', 'To: Nordvik kommune, Sørfjord kommune']);
    expect(fields[2]?.choices?.map(({ title }) => title)).toEqual([
      'Ja: Sørfjord komune',
      'Ja: Sørfjord kommune',
      'Nei, to enheter',
    ]);
    const answered = await press(form, 'Bruk disse svarene', {
      [fields[0]?.id ?? '']: 'split',
      // The spelling that comes first in the file is not the right one.
      [fields[2]?.id ?? '']: 'other',
    });
    expect(textOf(answered)).toContain('Samarbeidsråd = Samarbeidsrådet?');
    await press(answered, 'plan.draft-save');
    expect(await units()).toEqual([
      ['Sørfjord kommune', 'Sørfjord komune'],
      ['Samarbeidsrådet'],
      ['Samarbeidsråd'],
      ['Nordvik kommune'],
    ]);
    expect((await stage.plan()).activities[3]?.units).toEqual(['Nordvik kommune', 'Sørfjord kommune']);
  });

  test('do not keep a plan from being saved', async () => {
    await press(cardOf(await read(several)), 'plan.draft-save');
    expect(await titles()).toHaveLength(6);
  });

  test('answered by mistake are asked about once more', async () => {
    const answered = await press(cardOf(await read(one)), 'Ja');
    expect(textOf(await press(answered, 'Spør om navnene på nytt'))).toContain('Samarbeidsråd = Samarbeidsrådet?');
  });

  test('are asked about five at a time', async () => {
    const names = ['Nordvik', 'Solvik', 'Tindøy', 'Elvestrand', 'Sjøbranth', 'Havnes', 'Bergset'];
    const rows = names.flatMap((name, at) => [`${at + 1}/9;A;${name} kommune`, `${at + 1}/10;A;${name} komune`]);
    const card = cardOf(await read(`Tid;Aktivitet;Organisasjon\n${rows.join('\n')}\n`));
    const form = cardOf(await stage.press('Kari', buttonOf(card, 'plan.ask-units')));
    expect(fieldsOf(form)).toHaveLength(5);
    expect(textOf(form)).toContain('2 navn til etter disse.');
  });
});

describe('a file that is sent once more', () => {
  test('takes the place of what was sent before: the older card says so', async () => {
    const first = cardOf(await read('Tid;Aktivitet\n31/2;Møte\n1/10;Samling\n'));
    expect(textOf(first)).toContain('Rett det opp og send inn planen på nytt');
    const second = cardOf(await read('Tid;Aktivitet\n28/2;Møte\n1/10;Samling\n'));
    expect(noticeOf(await stage.press('Kari', buttonOf(first, 'plan.draft-save'))).text).toContain(
      'Dette kortet er utdatert',
    );
    await press(second, 'plan.draft-save');
    expect(await titles()).toEqual(['Møte', 'Samling']);
    expect(buttonsOf(second, 'plan.draft-save')).toHaveLength(1);
  });
});
