import { describe, expect, test } from 'vitest';
import type { Language } from '#calendar/when.ts';
import type { CardContent, Element } from '#card/card.ts';
import { templateNames } from '#card/fill.ts';
import { draw } from '#checklist/actions/draw.ts';
import { type Checklist, type Sheet, sheet } from '#checklist/checklist.ts';
import { longestComment } from '#checklist/confirm.ts';
import { destinationOf } from '#checklist/destination.ts';
import { checklistFeature } from '#checklist/feature.ts';
import { startTemplate } from '#checklist/template/start.ts';
import { templates } from '#checklist/template/template.ts';
import type { Drawn, Reader } from '#checklist/view.ts';
import { answerView, restView } from '#checklist/view-answer.ts';
import { type BoardSight, boardView, gridView, pickUnitView } from '#checklist/view-board.ts';
import { cancelledView, givenOutView, newView, previewView } from '#checklist/view-hand-out.ts';
import { historyView, pickItemView } from '#checklist/view-history.ts';
import { emptyView, type ListRow, listView } from '#checklist/view-list.ts';
import { remindedView, reminderView, remindView } from '#checklist/view-remind.ts';
import { type SheetSight, sheetView } from '#checklist/view-sheet.ts';
import { type Person, personId } from '#people/person.ts';
import { type Programme, programme as programmeSchema, type Unit } from '#people/programme.ts';
import { somebody } from '../store/samples.ts';
import { someChecklist } from './samples.ts';

/** Sixty units with long names, the worst that a card has to hold. */
const programme: Programme = programmeSchema.parse({
  id: 'health',
  name: 'Ny journal',
  language: 'nb',
  country: 'NO',
  timeZone: 'Europe/Oslo',
  owners: ['grete'],
  units: Array.from({ length: 60 }, (_, i) => ({
    id: `u${i + 1}`,
    name: i === 1 ? 'N'.repeat(120) : `Fjordvik kommune, avdeling for helse og mestring ${i + 1}`,
    people:
      i % 3 === 0
        ? []
        : [
            { person: 'kari', role: 'contact' },
            { person: 'ola', role: 'deputy' },
          ],
  })),
});
const unitAt = (i: number): Unit => programme.units[i] as Unit;
const checklist: Checklist = someChecklist({
  items: startTemplate.items,
  units: programme.units.map((u) => u.id),
});
const persons = new Map<string, Person>(['kari', 'ola', 'grete'].map((id) => [id, somebody(id)]));

/** Every point answered with the longest remark there can be, by somebody who has left since. */
const long: Sheet = sheet.parse({
  id: 'c1.u2',
  checklist: 'c1',
  unit: 'u2',
  confirmations: [...checklist.items, ...checklist.items].map(({ id }, i) => ({
    item: id,
    colour: (['yellow', 'red', 'green', 'withdrawn'] as const)[i % 4],
    comment: 'ø'.repeat(longestComment),
    by: i % 2 === 0 ? 'kari' : 'gone',
    role: i % 2 === 0 ? 'contact' : 'deputy',
    at: '2026-02-04T10:00:00Z',
    act: `act-${Math.floor(i / 5)}`,
    ...(i > 25 ? { undoes: 'act-1' } : {}),
  })),
});

const states: Record<string, (reader: Reader) => Drawn> = (() => {
  const kari = personId.parse('kari');
  const at = (reader: Reader, more: Partial<SheetSight> = {}): SheetSight => ({
    reader,
    programme,
    checklist,
    unit: unitAt(1),
    sheet: long,
    persons,
    me: kari,
    ...more,
  });
  const board = (reader: Reader, more: Partial<BoardSight> = {}): BoardSight => ({
    reader,
    programme,
    checklist,
    sheets: [long],
    unreached: ['u1', 'u2'],
    leads: true,
    ...more,
  });
  const nobody = { to: 'nobody' } as const;
  const receivers = programme.units.map((unit) => ({
    unit,
    destination: destinationOf(programme, unit, new Map(), persons),
  }));
  const rows = (reader: Reader): ListRow[] => [
    ...programme.units.map((unit): ListRow => ({ kind: 'sheet', programme, checklist, unit, sheet: undefined })),
    { kind: 'board', programme, checklist, sheets: board(reader).sheets },
  ];
  const [template] = templates;
  if (!template) throw new Error('there is no template');
  const handOut = { template: 'start', units: checklist.units, due: checklist.due };
  const { me: _, ...shared } = at({} as Reader);
  return {
    'a sheet, full': (r) => sheetView(at(r), { page: 1 }),
    'a sheet without answers': (r) => sheetView(at(r, { sheet: undefined })),
    'a sheet for one who reads': (r) => sheetView(at(r, { me: personId.parse('grete') })),
    'a sheet with nobody to answer': (r) => sheetView(at(r, { unit: unitAt(0), sheet: undefined })),
    'a sheet for everyone': (r) => sheetView({ ...shared, reader: r }),
    'a sheet where nothing changed': (r) => sheetView(at(r), { notice: 'unchanged' }),
    'a sheet where nothing could be undone': (r) => sheetView(at(r), { notice: 'nothing-to-undo' }),
    'a sheet just saved': (r) =>
      sheetView(at(r, { sheet: { ...long, confirmations: long.confirmations.slice(0, 5) } }), { page: 1 }),
    'the form': (r) => answerView(at(r), 1),
    'all in order': (r) => restView(at(r, { sheet: undefined }), 0) ?? cancelledView(r),
    'the history': (r) => historyView(at(r), { page: 2 }),
    'the history of a point': (r) => historyView(at(r), { item: '3', page: 0 }),
    'an empty history': (r) => historyView(at(r, { sheet: undefined }), { page: 0 }),
    'choosing a point': (r) => pickItemView(at(r)),
    'the board': (r) => boardView(board(r), 1),
    'the board for everyone': (r) => {
      const { leads: __, ...everyone } = board(r);
      return boardView(everyone);
    },
    'the board of nobody': (r) => boardView(board(r, { checklist: { ...checklist, units: [] } })),
    'the grid': (r) => gridView(board(r), 1),
    'choosing a unit': (r) => pickUnitView(board(r)),
    'the list': (r) => listView({ reader: r, rows: rows(r), only: 'all', mayGiveOut: true, note: 'Obs' }, 1),
    'the choice of boards': (r) => listView({ reader: r, rows: rows(r).slice(-1), only: 'boards', mayGiveOut: false }),
    'no programme': (r) => emptyView(r, 'no-programme'),
    'no units': (r) => emptyView(r, 'no-units', programme.name),
    'nothing given out yet': (r) => emptyView(r, 'may-give-out', programme.name),
    'nothing given to me yet': (r) => emptyView(r, 'may-not-give-out', programme.name),
    'giving out': (r) => newView(r, programme, templates),
    'the preview': (r) => previewView({ reader: r, programme, template, handOut, draft: 'd', receivers, persons }, 3),
    'given out': (r) => givenOutView(r, checklist, 'Grete'),
    cancelled: (r) => cancelledView(r),
    'who will be reminded': (r) =>
      remindView(
        board(r),
        {
          now: programme.units.map((unit) => ({ unit, destination: nobody, left: 15 })),
          already: [unitAt(1)],
          unreachable: [unitAt(2)],
        },
        persons,
        1,
      ),
    reminded: (r) => remindedView(board(r), 9, 'Grete', '2026-02-04T10:00:00Z'),
    'a reminder': (r) => reminderView(at(r, { sheet: undefined }), 'Grete'),
    'a late reminder': (r) => reminderView(at({ ...r, today: '2026-02-13' }, { sheet: undefined }), 'Grete'),
  };
})();

const each = (content: CardContent): Element[] => {
  const all: Element[] = [];
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      all.push(element);
      if (element.type === 'Container') visit(element.items);
      if (element.type === 'ColumnSet') for (const column of element.columns) visit(column.items);
    }
  };
  visit(content.body);
  return all;
};
const actionsOf = (content: CardContent) =>
  each(content)
    .flatMap((e) => (e.type === 'ActionSet' ? e.actions : []))
    .filter((a) => a.type === 'Action.Execute');

const languages: Language[] = ['nb', 'sv', 'en', 'nn'];
const readers = languages.map((language): Reader => ({ language, timeZone: 'Europe/Oslo', today: '2026-02-04' }));
const cases = Object.entries(states).flatMap(([name, view]) =>
  readers.map((r) => [name, r.language, () => view(r)] as const),
);

describe.each(cases)('%s in %s', (_, language, view) => {
  const drawn = view();
  const card = draw(drawn, language, true);

  test('is a card that says something in one line', () => {
    expect(card.summary).not.toBe('');
    expect(card.content.body.length).toBeGreaterThan(0);
  });

  test('fits in a Slack message or modal (PLATFORMS S11, S12, S15)', () => {
    const elements = each(card.content);
    const isForm = elements.some((e) => 'label' in e);
    // A block for each element at most; what stands in columns shares one.
    const blocks = elements.filter((e) => e.type !== 'Container').length;
    expect(blocks).toBeLessThanOrEqual(isForm ? 100 : 50);
    const letters = elements.reduce((n, e) => n + (e.type === 'TextBlock' ? e.text.length : 0), 0);
    expect(letters).toBeLessThan(isForm ? 20_000 : 9_000);
    for (const e of elements) if (e.type === 'TextBlock') expect(e.text.length).toBeLessThan(3_000);
    for (const e of elements) {
      if (e.type !== 'Input.ChoiceSet') continue;
      expect(e.choices.length).toBeLessThanOrEqual(100);
      for (const { title } of e.choices) expect(title.length).toBeLessThanOrEqual(75);
    }
    if (isForm) expect(card.title?.length).toBeLessThanOrEqual(24);
  });

  test('shows at most four buttons together, and one of them first', () => {
    for (const set of each(card.content)) {
      if (set.type !== 'ActionSet') continue;
      const primary = set.actions.filter((a) => a.type === 'Action.Execute' && a.mode !== 'secondary');
      expect(primary.length).toBeLessThanOrEqual(4);
      expect(
        set.actions.filter((a) => a.type === 'Action.Execute' && a.style === 'positive').length,
      ).toBeLessThanOrEqual(1);
    }
  });

  test('every button leads to something, with ids that it takes', () => {
    for (const { verb, data } of actionsOf(card.content)) {
      if (verb === 'chat.run') continue;
      const target = checklistFeature.presses.find((p) => p.verb === verb);
      expect(target?.values.safeParse(data)).toMatchObject({ success: true });
    }
    const refresh = card.content.refresh?.action;
    if (refresh) expect(['checklist.show-sheet', 'checklist.show-board']).toContain(refresh.verb);
  });

  test('speaks quietly', () => {
    const texts = each(card.content).flatMap((e) => (e.type === 'TextBlock' ? [e.text] : []));
    // The sign of yellow is the only exclamation mark there is.
    for (const text of texts) expect(text).not.toMatch(/\p{L}!/u);
  });
});

test('every template of the checklists is shown by some state', () => {
  const shown = new Set(Object.values(states).map((view) => `checklist/${view(readers[0] as Reader).template}`));
  expect([...shown].sort()).toEqual(templateNames().filter((name) => name.startsWith('checklist/')));
});

test('a name that looks like markup or like a template is shown as it is', () => {
  const unit = { ...unitAt(1), name: '<b>@alle</b> ${heading} [lenke](https://example.org)' };
  const reader = readers[0] as Reader;
  const view = sheetView({ reader, programme, checklist, unit, sheet: undefined, persons });
  expect(JSON.stringify(draw(view, 'nb').content.body)).toContain(unit.name);
});

test('the late reminder begins with how late it is', () => {
  expect(states['a late reminder']?.(readers[0] as Reader).summary).toMatch(
    /^2 dager på overtid: 15 punkter for N+ venter på svar$/u,
  );
});

test('the form for giving out offers all units in one tick only where there are several', () => {
  const choices = (units: typeof programme.units) => {
    const card = draw(newView(readers[0] as Reader, { ...programme, units }, templates), 'nb', true);
    const asked = each(card.content).find((e) => 'label' in e && e.id === 'units');
    return asked?.type === 'Input.ChoiceSet' ? asked.choices.map(({ title }) => title) : [];
  };
  const { name } = unitAt(0);
  expect(choices(programme.units).slice(0, 2)).toEqual(['Alle 60 enhetene', name]);
  expect(choices([unitAt(0)])).toEqual([name]);
});
