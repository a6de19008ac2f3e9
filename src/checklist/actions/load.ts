import type { Language } from '#calendar/when.ts';
import type { Turn, World } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { peopleOf } from '#people/actions/common.ts';
import { knownAs } from '#people/actions/known-as.ts';
import type { Person } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { answersFor, belongsTo, mayLead } from '#people/roles.ts';
import { type Checklist, type Sheet, sheetId } from '../checklist.ts';
import { answerers } from '../destination.ts';
import { unitLabel } from '../find.ts';
import { listed } from '../view.ts';
import { type BoardSight, unitsOf } from '../view-board.ts';
import type { SheetSight } from '../view-sheet.ts';
import { readerOf, readersIn, refusal } from './draw.ts';
import { keys, ledgerGroup } from './ledger.ts';

type Or<T> = ({ ok: true } & T) | { ok: false; answer: Answer };

/** Whether somebody may see a programme's checklists: they belong to it, or speak in a place that does. */
const mayRead = (turn: Turn, programme: Programme): boolean =>
  belongsTo(programme, turn.by.id) || (turn.place.kind !== 'personal' && turn.programme?.id === programme.id);

/** The checklist that a button names, for somebody who may see it; else the sentence that says why not. */
export async function loadChecklist(
  turn: Turn,
  id: string,
): Promise<Or<{ checklist: Checklist; programme: Programme }>> {
  const checklist = await turn.store.checklists.get(id);
  if (!checklist) return { ok: false, answer: refusal(turn, 'checklist.unknown') };
  const programme = await turn.store.programmes.get(checklist.programme);
  if (!programme) return { ok: false, answer: refusal(turn, 'checklist.programme-gone') };
  if (!mayRead(turn, programme)) return { ok: false, answer: refusal(turn, 'checklist.not-for-you') };
  return { ok: true, checklist, programme };
}

/** One unit's sheet as the person sees it. The sheet is undefined while nothing has been answered or given out. */
export async function loadSheet(
  turn: Turn,
  ids: { checklist: string; unit: string },
): Promise<Or<{ sight: SheetSight }>> {
  const found = await loadChecklist(turn, ids.checklist);
  if (!found.ok) return found;
  const { checklist, programme } = found;
  const unit = unitsOf(programme, checklist).find(({ id }) => id === ids.unit);
  if (!unit) return { ok: false, answer: refusal(turn, 'checklist.unknown-unit') };
  const sheet = await turn.store.sheets.get(sheetId(checklist.id, unit.id));
  const persons = await personsOf(turn, programme, sheet);
  return {
    ok: true,
    sight: { reader: readerOf(turn, programme), programme, checklist, unit, sheet, persons, me: turn.by.id },
  };
}

/** The same for somebody who is about to answer, with the role in which they do. */
export async function loadToAnswer(
  turn: Turn,
  ids: { checklist: string; unit: string },
): Promise<Or<{ sight: SheetSight; role: 'contact' | 'deputy' }>> {
  const found = await loadSheet(turn, ids);
  if (!found.ok) return found;
  const { programme, unit, persons } = found.sight;
  const role = answersFor(unit, turn.by.id);
  if (role) return { ...found, role };
  const names = answerers(unit, persons).map(({ name }) => name);
  const name = unitLabel(programme, unit);
  return {
    ok: false,
    answer:
      names.length === 0
        ? refusal(turn, 'checklist.nobody-answers', { unit: name })
        : refusal(turn, 'checklist.only-they-answer', { names: listed(names, turn.language), unit: name }),
  };
}

/** A sheet as everyone in a place sees it, in one language. Undefined when the checklist, its programme or the unit is no more. */
export async function loadSharedSheet(
  world: World,
  ids: { checklist: string; unit: string },
  language: Language,
): Promise<SheetSight | undefined> {
  const checklist = await world.store.checklists.get(ids.checklist);
  const programme = checklist && (await world.store.programmes.get(checklist.programme));
  const unit = programme && unitsOf(programme, checklist).find(({ id }) => id === ids.unit);
  if (!unit) return undefined;
  const sheet = await world.store.sheets.get(sheetId(checklist.id, unit.id));
  const persons = await personsOf(world, programme, sheet);
  return { reader: readersIn(world, programme, language), programme, checklist, unit, sheet, persons };
}

/** A whole checklist as the person sees it. */
export async function loadBoard(turn: Turn, id: string): Promise<Or<{ sight: BoardSight }>> {
  const found = await loadChecklist(turn, id);
  if (!found.ok) return found;
  return { ok: true, sight: await boardFor(turn, found.programme, found.checklist) };
}

/** The same, when the checklist and its programme are known already. */
export async function boardFor(turn: Turn, programme: Programme, checklist: Checklist): Promise<BoardSight> {
  const reader = readerOf(turn, programme);
  const leads = mayLead(programme, turn.by.id);
  return { reader, programme, checklist, leads, ...(await answersOf(turn, programme, checklist)) };
}

/** A board as everyone in a place sees it, in one language. Undefined when the checklist or its programme is no more. */
export async function loadSharedBoard(world: World, id: string, language: Language): Promise<BoardSight | undefined> {
  const checklist = await world.store.checklists.get(id);
  const programme = checklist && (await world.store.programmes.get(checklist.programme));
  if (!programme) return undefined;
  const reader = readersIn(world, programme, language);
  return { reader, programme, checklist, ...(await answersOf(world, programme, checklist)) };
}

/** Every sheet of a checklist that exists. */
export async function sheetsOf({ store }: Pick<World, 'store'>, checklist: Checklist): Promise<Sheet[]> {
  const sheets = await Promise.all(checklist.units.map((unit) => store.sheets.get(sheetId(checklist.id, unit))));
  return sheets.filter((s) => s !== undefined);
}

async function answersOf(world: World, programme: Programme, checklist: Checklist) {
  const sheets = await sheetsOf(world, checklist);
  const sent = new Map(await world.store.ledger.entries(ledgerGroup(checklist.id)));
  const unreached = unitsOf(programme, checklist)
    .map(({ id }) => id as string)
    .filter((unit) => {
      const state = sent.get(keys.sheet(unit))?.state;
      return state !== 'sent' && state !== 'claimed';
    });
  return { sheets, unreached };
}

/** Everybody whose name a sheet's cards may show: those in the programme, and those who have answered and left it. */
async function personsOf(
  world: World,
  programme: Programme,
  sheet: Sheet | undefined,
): Promise<ReadonlyMap<string, Person>> {
  const persons = await peopleOf(world, programme);
  for (const { by } of sheet?.confirmations ?? []) {
    const known = persons.has(by) ? undefined : await knownAs(world, by);
    if (known) persons.set(by, known);
  }
  return persons;
}
