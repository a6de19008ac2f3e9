import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildXlsx, date } from '../table/build-xlsx.ts';
import { unit } from './cast.ts';
import { bytesOf } from './klar.ts';
import { firstPlan } from './plan-setting.ts';
import { joins, settlesIn } from './setting.ts';
import { cardOf, type Stage } from './stage.ts';
import { stages } from './stages.ts';

/** A workbook as people keep one: a title above, months as headings, real dates, a sheet of other things behind. */
const workbook = {
  name: 'Framdriftsplan.xlsx',
  content: buildXlsx({
    sheets: [
      {
        name: 'Plan',
        rows: [
          ['Når', 'Tiltak', 'Ansvarlig', 'Kommentar'],
          ['Desember 2026', null, null, null],
          [date('2026-12-03'), 'Kabling er klar', unit, null],
          ['uke 51', 'Prøvedrift', `${unit}; Vestbygd kommune`, 'Antatt tidspunkt'],
          ['Januar 2027', null, null, null],
          ['31/2', 'Opprydding', unit, null],
          [date('2027-01-15'), 'Styringsgruppen møtes', null, null],
        ],
      },
    ],
  }),
};

describe.each(stages)('a plan from a spreadsheet in %s', (_surface, open) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await open();
    await settlesIn(stage);
    await joins(stage, 'per', 'deputy');
  });
  afterEach(() => stage.closes());

  test('is shown as it was understood, with what is refused, and saved by a press', async () => {
    const read = await stage.sends('ingrid', workbook);
    expect(read.text).toContain('Planen leses slik: 3 rader, ingen kvalitetspunkter, 2 enheter');
    expect(read.text).toMatch(/✕ Rad 6, «Når»: .*31\/2/);
    const rows = await stage.presses('ingrid', cardOf(read), 'Vis radene');
    for (const words of ['Kabling er klar', 'Prøvedrift', 'antatt', 'Styringsgruppen møtes']) {
      expect(rows.text).toContain(words);
    }
    expect(rows.text).not.toContain('Opprydding');
    const back = await stage.presses('ingrid', cardOf(rows), 'Tilbake');
    const saved = await stage.presses('ingrid', cardOf(back), 'Lagre 3 rader');
    expect(saved.text).toMatch(/Planen er lagret som revisjon \d: 3 rader\./);
    const again = await stage.sends('ingrid', workbook);
    expect(again.text).toContain('Filen sier det samme som planen');
    expect((await stage.says('per', 'team', 'plan uke 51')).text).toContain('Prøvedrift');
  });

  test('is not imported by somebody who does not lead the programme, and nothing is stored', async () => {
    // Slack asks for the file after the word, and asks only those who may: there it ends at the word.
    const asks = () =>
      stage.surface === 'slack' ? stage.says('per', 'own', 'importer') : stage.sends('per', firstPlan);
    await asks();
    await stage.settles();
    const plan = (await stage.says('per', 'team', 'plan')).text;
    const before = await bytesOf(stage.folder);
    const told = await asks();
    expect(told.text).toBe(
      'Bare de som leder programmet «Felles journal i Solvikregionen», kan gjøre dette. Be Ingrid Solbakkrud om hjelp.',
    );
    // The page keeps what is said on it.
    if (stage.surface !== 'page') expect(await bytesOf(stage.folder)).toBe(before);
    expect((await stage.says('per', 'team', 'plan')).text).toBe(plan);
  });
});
