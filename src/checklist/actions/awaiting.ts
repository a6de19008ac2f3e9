import type { Awaiting, World } from '#chat/feature.ts';
import type { Person } from '#people/person.ts';
import { answersFor } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { sheetId } from '../checklist.ts';
import { unitLabel } from '../find.ts';
import { unanswered } from '../standing.ts';
import { nameAndDue } from '../view.ts';
import { unitsOf } from '../view-board.ts';
import { idsOf } from '../view-sheet.ts';
import { readersIn } from './draw.ts';

/** The sheets with unanswered points of the units that a person answers for. */
export async function awaiting(world: World, { id, language }: Person): Promise<Awaiting[]> {
  const found: Awaiting[] = [];
  for (const checklist of await world.store.checklists.all()) {
    const programme = await world.store.programmes.get(checklist.programme);
    if (!programme) continue;
    for (const unit of unitsOf(programme, checklist).filter((u) => answersFor(u, id) !== undefined)) {
      const sheet = await world.store.sheets.get(sheetId(checklist.id, unit.id));
      const count = unanswered(checklist.items, sheet).length;
      if (count === 0) continue;
      found.push({
        title: say(language, 'checklist.awaiting', { count, unit: unitLabel(programme, unit) }),
        when: say(language, 'checklist.awaiting-when', nameAndDue(checklist, readersIn(world, programme, language))),
        due: checklist.due,
        open: {
          title: say(language, 'checklist.answer'),
          verb: 'checklist.show-sheet',
          data: idsOf({ checklist, unit }),
        },
      });
    }
  }
  return found;
}
