import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlan } from '#plan/reading/read-plan.ts';
import { splitTags } from '#plan/reading/split-tags.ts';
import { readIcs } from '#table/ics/read-ics.ts';
import { elementsOf } from '../../card-parts.ts';
import { buttonOf, cardOf, openStage, type Stage, textOf } from '../stage.ts';

test.each([
  ['opplæring', ['opplæring']],
  ['#opplæring, #utstyr', ['opplæring', 'utstyr']],
  ['pilot; natt\nPilot ,  to  ord', ['pilot', 'natt', 'to ord']],
  ['-', []],
  [' , ;', []],
])('the tags in %j', (text, tags) => expect(splitTags(text)).toEqual(tags));

describe('a column of tags', () => {
  const read = (heading: string, cell = 'opplæring, utstyr') => {
    const cells = [
      ['Tid', 'Aktivitet', heading],
      ['uke 42', 'Kurs', cell],
    ];
    const rows = cells.map((one, at) => ({ line: at + 1, cells: one }));
    return readPlan(rows, { starts: '2026-08-01', country: 'NO' });
  };

  test.each(['Tagg', 'Tags', 'Etikett', 'Etiketter', 'Merkelapp', 'Merkelappar', 'Merke', 'Kategori', 'Category'])(
    'is headed %s, and is asked about by nobody',
    (heading) => {
      const { accepted, questions } = read(heading);
      expect(accepted[0]?.tags).toEqual(['opplæring', 'utstyr']);
      expect(questions).toEqual([]);
    },
  );

  test('that is empty for a row leaves no tags on it', () => {
    expect(read('Tagg', '')?.accepted[0]).not.toHaveProperty('tags');
  });
});

describe('in a calendar', () => {
  /** What stands under a heading for the one entry of a calendar. */
  const cell = (heading: string, ...more: string[]) => {
    const entry = ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Kurs', 'DTSTART;VALUE=DATE:20261012', ...more, 'END:VEVENT'];
    const read = readIcs(['BEGIN:VCALENDAR', 'VERSION:2.0', ...entry, 'END:VCALENDAR'].join('\r\n'));
    if (!read.ok) throw new Error(JSON.stringify(read));
    const [headings, row] = read.rows.map(({ cells }) => cells);
    return row?.[headings?.indexOf(heading) ?? -1];
  };

  test('categories of others are units, and those of an entry that Klar wrote are not', () => {
    expect(cell('Organisasjon', 'CATEGORIES:Nordvik')).toBe('Nordvik');
    const own = ['CATEGORIES:pilot', 'X-KLAR-WHEN:12/10', 'X-KLAR-TAGS:pilot'];
    expect(cell('Organisasjon', ...own)).toBe('');
    expect(cell('Merkelapper', ...own)).toBe('pilot');
  });
});

describe('the tags of a row', () => {
  const csv = `Tid;Aktivitet;Organisasjon;Merkelapp
uke 42;Arbeidsverksted;Nordvik;opplæring, pilot
15/10/2026;Rapport behandles;Fjordby;
november;Utstyr er bestilt;Nordvik;Pilot
`;
  let stage: Stage;
  beforeEach(async () => {
    stage = await openStage();
    await stage.programmeWith(csv);
  });
  afterEach(async () => {
    expect(stage.errors()).toEqual([]);
    await stage.close();
  });
  const tagsOf = async (title: string) => (await stage.plan()).activities.find((one) => one.title === title)?.tags;
  const said = async (typed: string) => textOf(cardOf(await stage.type('Kari', typed)));

  test('stand on its card, and rows are found by them', async () => {
    expect(await said('plan Arbeidsverksted')).toContain('Merket: opplæring, pilot');
    expect(await said('plan "Rapport behandles"')).not.toContain('Merket');
    for (const typed of ['plan #pilot', 'plan PILOT']) {
      const text = await said(typed);
      expect(text).toContain('Merket «pilot»: 2 rader');
      expect(text).not.toContain('Rapport behandles');
    }
    const text = await said('plan søk #opplæring');
    expect(text).toContain('Arbeidsverksted');
    expect(text).not.toContain('Utstyr');
    expect(textOf(cardOf(await stage.type('Kari', 'plan bilde #pilot')))).toContain('pilot');
  });

  test('are changed in its form, and told as a change', async () => {
    const form = cardOf(await stage.type('Kari', 'plan endre Arbeidsverksted'));
    const filled = Object.fromEntries(
      elementsOf(form).flatMap((e) => (e.type.startsWith('Input') && 'value' in e ? [[e.id, e.value]] : [])),
    ) as Record<string, string>;
    expect(filled.tags).toBe('opplæring, pilot');
    const save = (tags: string) =>
      stage.press('Kari', buttonOf(form, 'plan.save-row'), { inputs: { ...filled, tags } });
    await save('#opplæring; natt');
    expect(await tagsOf('Arbeidsverksted')).toEqual(['opplæring', 'natt']);
    expect(await said('plan endringer')).toContain('~ Arbeidsverksted: merkelapper: opplæring, natt');
  });

  test('stay where a revised file has no column for them, and change where it has', async () => {
    await stage.importing(csv.replaceAll(/;[^;\n]*$/gmu, '').replace('uke 42', 'uke 44'));
    expect(await tagsOf('Arbeidsverksted')).toEqual(['opplæring', 'pilot']);
    await stage.importing(csv.replace('opplæring, pilot', 'natt').replace(';Pilot', ';'));
    expect(await tagsOf('Arbeidsverksted')).toEqual(['natt']);
    expect(await tagsOf('Utstyr er bestilt')).toBeUndefined();
  });
});
