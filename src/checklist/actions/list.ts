import { z } from 'zod';
import { type Command, type Press, press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { unitsLike } from '#people/find-unit.ts';
import type { Programme } from '#people/programme.ts';
import { answersFor, belongsTo, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { type Checklist, sheetId } from '../checklist.ts';
import { checklistsNamed, nearestFirst, unitsNamed } from '../find.ts';
import { boardView, unitsOf } from '../view-board.ts';
import { emptyView, type ListRow, type ListSight, listView } from '../view-list.ts';
import { sheetView } from '../view-sheet.ts';
import { draw, readerOf } from './draw.ts';
import { about } from './ledger.ts';
import { boardFor, loadSharedBoard, loadSheet, sheetsOf } from './load.ts';
import { pageNumber } from './sheet.ts';

/** `checklist` and `ready`. */
export const commands: Command[] = [
  {
    verb: 'checklist',
    words: { nb: ['sjekkliste', 'sjekklister', 'sjekklista'], sv: ['checklista', 'checklistor'] },
    help: 'checklist.help',
    usage: 'checklist.usage',
    run: (turn, { args }) => {
      const name = args.join(' ');
      return name === '' ? showList(turn) : showNamed(turn, name);
    },
  },
  {
    verb: 'ready',
    words: { nb: ['klar', 'beredskap', 'tavle'], sv: ['redo', 'beredskap', 'tavla'] },
    help: 'checklist.help-ready',
    usage: 'checklist.usage-ready',
    run: (turn, { args }) => showReady(turn, args.join(' ')),
  },
];

export const listPress: Press = press({
  verb: 'checklist.list',
  values: z.object({ only: z.enum(['all', 'boards']).default('all'), page: pageNumber.default(0) }),
  async run(turn, { only, page }) {
    const found = await ownRows(turn);
    const rows = only === 'boards' ? found.filter(({ kind }) => kind === 'board') : found;
    const drawn = rows.length === 0 ? empty(turn) : listView(sightOf(turn, rows, only), page);
    return { show: 'replace', card: draw(drawn, turn.language) };
  },
});

/** A programme with its checklists, the nearest due date first. */
interface Scope {
  programme: Programme;
  checklists: Checklist[];
}

/** The turn's programme, or all that the person is in when no one is meant. */
async function scopesOf(turn: Turn): Promise<Scope[]> {
  const { programme, store, by } = turn;
  const programmes = programme ? [programme] : (await store.programmes.all()).filter((p) => belongsTo(p, by.id));
  const all = await store.checklists.all();
  return programmes.map((p) => ({
    programme: p,
    checklists: nearestFirst(
      all.filter((c) => c.programme === p.id),
      readerOf(turn, p).today,
    ),
  }));
}

/** The sheets of some of a checklist's units, as rows. */
const sheetRows = (
  turn: Turn,
  { programme, checklists }: Scope,
  wanted: (unit: Programme['units'][number]) => boolean,
) =>
  Promise.all(
    checklists.flatMap((checklist) =>
      unitsOf(programme, checklist)
        .filter(wanted)
        .map(async (unit): Promise<ListRow> => {
          const sheet = await turn.store.sheets.get(sheetId(checklist.id, unit.id));
          return { kind: 'sheet', programme, checklist, unit, sheet };
        }),
    ),
  );

const boardRows = (turn: Turn, { programme, checklists }: Scope) =>
  Promise.all(
    checklists.map(
      async (checklist): Promise<ListRow> => ({
        kind: 'board',
        programme,
        checklist,
        sheets: await sheetsOf(turn, checklist),
      }),
    ),
  );

/** The sheets that the person answers for, then the checklists as a whole. */
async function ownRows(turn: Turn): Promise<ListRow[]> {
  const scopes = await scopesOf(turn);
  const mine = await Promise.all(scopes.map((s) => sheetRows(turn, s, (u) => answersFor(u, turn.by.id) !== undefined)));
  const boards = await Promise.all(scopes.map((s) => boardRows(turn, s)));
  return [...mine.flat(), ...boards.flat()];
}

const leadsHere = ({ programme, by }: Turn): boolean => programme !== undefined && mayLead(programme, by.id);

const sightOf = (turn: Turn, rows: readonly ListRow[], only: ListSight['only'], note?: string): ListSight => ({
  reader: readerOf(turn, turn.programme),
  rows,
  only,
  mayGiveOut: only === 'all' && leadsHere(turn),
  ...(note === undefined ? {} : { note }),
});

function empty(turn: Turn) {
  const { programme } = turn;
  if (!programme) return emptyView(turn, 'no-programme');
  if (!leadsHere(turn)) return emptyView(turn, 'may-not-give-out', programme.name);
  return emptyView(turn, programme.units.length === 0 ? 'no-units' : 'may-give-out', programme.name);
}

async function showList(turn: Turn, note?: string): Promise<Answer> {
  const rows = await ownRows(turn);
  const sheets = rows.filter((r) => r.kind === 'sheet');
  const [one] = sheets;
  // One sheet and nothing to lead: that sheet is what was meant.
  if (one && sheets.length === 1 && !leadsHere(turn) && note === undefined) return showRow(turn, one);
  const drawn = rows.length === 0 ? empty(turn) : listView(sightOf(turn, rows, 'all', note));
  return { show: 'private', card: draw(drawn, turn.language) };
}

async function showRow(turn: Turn, row: ListRow): Promise<Answer> {
  if (row.kind === 'board') {
    const sight = await boardFor(turn, row.programme, row.checklist);
    return { show: 'private', card: draw(boardView(sight), turn.language) };
  }
  const found = await loadSheet(turn, { checklist: row.checklist.id, unit: row.unit.id });
  return found.ok ? { show: 'private', card: draw(sheetView(found.sight), turn.language) } : found.answer;
}

/** `checklist NAME`: a unit's sheet, or the checklist of that name (my sheet in it when I answer for one unit). */
async function showNamed(turn: Turn, name: string): Promise<Answer> {
  const scopes = await scopesOf(turn);
  const units = scopes.flatMap(({ programme }) => unitsNamed(programme, name));
  if (units.length > 0) {
    const rows = (await Promise.all(scopes.map((s) => sheetRows(turn, s, (u) => units.includes(u))))).flat();
    if (rows.length === 0) return showList(turn, say(turn.language, 'checklist.unit-without', { unit: name }));
    return choose(turn, rows, name);
  }
  const rows = (await Promise.all(scopes.map((s) => rowsNamed(turn, s, name)))).flat();
  if (rows.length > 0) return choose(turn, rows, name);
  // "sjekkliste Solvik" is enough for Solvik kommune.
  const near = scopes.flatMap(({ programme }) => unitsLike(programme, name));
  const nearRows = (await Promise.all(scopes.map((s) => sheetRows(turn, s, (u) => near.includes(u))))).flat();
  return nearRows.length > 0
    ? choose(turn, nearRows, name)
    : showList(turn, say(turn.language, 'checklist.not-found', { name }));
}

async function rowsNamed(turn: Turn, scope: Scope, name: string): Promise<ListRow[]> {
  const named = { ...scope, checklists: checklistsNamed(scope.checklists, name) };
  const mine = await sheetRows(turn, named, (u) => answersFor(u, turn.by.id) !== undefined);
  const boards = await boardRows(turn, named);
  return boards.flatMap((board) => {
    const own = mine.filter((row) => row.checklist.id === board.checklist.id);
    return own.length === 1 ? own : [board];
  });
}

async function choose(turn: Turn, rows: readonly ListRow[], name: string): Promise<Answer> {
  const [first, ...others] = rows;
  if (first && others.length === 0) return showRow(turn, first);
  const note = say(turn.language, 'checklist.several-named', { name });
  return { show: 'private', card: draw(listView(sightOf(turn, rows, 'all', note)), turn.language) };
}

/**
 * `ready`: the board, or a choice of them. Asked for in a channel of the programme by somebody who leads, it is put there for everyone and
 * kept up to date; others see it alone (CARDS rule 12).
 */
async function showReady(turn: Turn, name: string): Promise<Answer> {
  const scopes = await scopesOf(turn);
  const all = (await Promise.all(scopes.map((s) => boardRows(turn, s)))).flat();
  const named = name === '' ? all : all.filter(({ checklist }) => checklistsNamed([checklist], name).length > 0);
  const rows = named.length > 0 ? named : all;
  const [first, ...others] = rows;
  if (!first) return { show: 'private', card: draw(empty(turn), turn.language) };
  if (others.length > 0) {
    return { show: 'private', card: draw(listView(sightOf(turn, rows, 'boards')), turn.language) };
  }
  // Never into a channel that has nothing to do with the programme, whoever asks there.
  const belongsHere = turn.place.kind !== 'personal' && turn.programme?.id === first.programme.id;
  if (!belongsHere || !mayLead(first.programme, turn.by.id)) return showRow(turn, first);
  return postBoard(turn, first);
}

async function postBoard(turn: Turn, row: ListRow): Promise<Answer> {
  const { programme, checklist } = row;
  // Drawn as for everyone, in the place's language: what the person who asked may do is not for the others.
  const sight = await loadSharedBoard(turn, checklist.id, turn.placeLanguage);
  if (!sight) throw new Error(`The programme ${programme.id} went while its board was drawn`);
  const came = await turn.outbox.post(turn.place, draw(boardView(sight), turn.placeLanguage), {
    about: about.board(checklist.id),
    once: { group: 'acts', key: turn.newId() },
  });
  if (came.state === 'sent' || came.state === 'already') return { show: 'nothing' };
  return showRow(turn, row);
}
