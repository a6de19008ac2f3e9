import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Card } from '#card/card.ts';
import { actionsOf } from '../../card-parts.ts';
import { cardOf, file, noticeOf, openStage, type Stage, textOf } from '../stage.ts';
import { openFiles } from './fetched.ts';

const csv =
  'Tid;Aktivitet;Ansvarlig\n15/9;Kurs;Nordvik kommune\nuke 42;Prøve;Sørvik kommune\nantatt mars;Evaluering;\n';

let stage: Stage;
let files: Awaited<ReturnType<typeof openFiles>>;
let elapsedMs: number;

beforeEach(async () => {
  stage = await openStage();
  elapsedMs = 0;
  files = await openFiles(stage, () => elapsedMs);
});
afterEach(async () => {
  expect(stage.errors()).toEqual([]);
  await files.close();
  await stage.close();
});

const linksOf = (card: Card): Record<string, string> =>
  Object.fromEntries(actionsOf(card).flatMap((one) => (one.type === 'Action.OpenUrl' ? [[one.title, one.url]] : [])));

describe('export', () => {
  test('gives a card with the plan in four formats, by addresses that work for a day', async () => {
    await stage.programmeWith(csv);
    const answer = await stage.type('Kari', 'eksporter');
    expect(answer.show).toBe('private');
    const card = cardOf(answer);
    expect(card.summary).toBe('Ta med planen: 3 rader, revisjon 1');
    expect(textOf(card)).toContain('Hver adresse virker til tirsdag 4. august kl. 09.00 for den som har den');
    const links = linksOf(card);
    expect(Object.keys(links)).toEqual(['Excel', 'CSV', 'Kalenderfil', 'JSON']);
    const types: Record<string, string | null> = {};
    for (const [title, link] of Object.entries(links)) {
      const file = await files.get(link);
      expect(file.status).toBe(200);
      types[title] = file.headers.get('content-disposition');
    }
    expect(types.Excel).toBe('attachment; filename="Ny journal plan 2026-08-03.xlsx"');
    expect(types.Kalenderfil).toBe('inline; filename="Ny journal plan 2026-08-03.ics"');

    stage.clock.moveTo(Temporal.Instant.from('2026-08-04T07:00:01Z'));
    expect((await files.get(links.CSV ?? '')).status).toBe(404);
  });

  test.each([
    ['export xlsx', 'Excel'],
    ['plan eksporter CSV', 'CSV'],
    ['eksport kalender', 'Kalenderfil'],
    ['exportera .json', 'JSON'],
  ])('%s gives that one alone', async (typed, title) => {
    await stage.programmeWith(csv);
    expect(Object.keys(linksOf(cardOf(await stage.type('Kari', typed))))).toEqual([title]);
  });

  test('of a format that there is none of says which there are', async () => {
    await stage.programmeWith(csv);
    expect(noticeOf(await stage.type('Kari', 'eksporter pdf')).text).toContain('«pdf»');
    expect(await stage.store.links.all()).toEqual([]);
  });

  test('speaks the language of whoever asked, also in the file', async () => {
    await stage.programmeWith(csv);
    const link = linksOf(cardOf(await stage.type('Siv', 'exportera csv'))).CSV ?? '';
    expect(await (await files.get(link)).text()).toMatch(/^Tid;Från;Till;Precision;Aktivitet;Ansvarig;Typ;Status/u);
  });

  test('without a programme or a plan says what comes first', async () => {
    expect(noticeOf(await stage.type('Kari', 'export')).text).toContain('program');
    await stage.type('Kari', 'programme "Ny journal"');
    expect(textOf(cardOf(await stage.type('Kari', 'export')))).toContain('importer');
  });

  test('shows the plan as it is when it is fetched, also after a restart', async () => {
    await stage.programmeWith(csv);
    const link = linksOf(cardOf(await stage.type('Kari', 'export csv'))).CSV ?? '';
    expect(await (await files.get(link)).text()).not.toContain('Ny rad');
    await stage.importing(`${csv}1/10;Ny rad;\n`);
    await stage.restart();
    elapsedMs = 60_000;
    expect(await (await files.get(link)).text()).toContain('Ny rad');
  });

  test.each(['xlsx', 'csv', 'ics', 'json'])('and import of the %s change nothing', async (format) => {
    await stage.programmeWith(csv);
    const before = await stage.plan();
    const [link = ''] = Object.values(linksOf(cardOf(await stage.type('Kari', `export ${format}`))));
    const bytes = new Uint8Array(await (await files.get(link)).arrayBuffer());
    const name = `plan.${format}`;
    const read = cardOf(await stage.type('Kari', 'import', 'felles', { files: [file(bytes, name)] }));
    expect(read.summary).toContain('3 rader');
    expect(textOf(read)).toContain('Filen sier det samme som planen (revisjon 1).');
    expect(actionsOf(read).some((one) => one.type === 'Action.Execute' && one.verb === 'plan.draft-save')).toBe(false);
    expect(await stage.plan()).toEqual(before);
  });
});
