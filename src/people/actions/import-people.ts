import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { assign, roleIn } from '../assign.ts';
import { findUnit, sameName, withUnits } from '../find-unit.ts';
import type { Person } from '../person.ts';
import { type Programme, unitId } from '../programme.ts';
import { type ListedPerson, listedPerson, type PeopleRead } from '../read-people.ts';
import { mayLead } from '../roles.ts';
import { namesShown } from '../view.ts';
import { button, messageCard, problem } from './common.ts';
import { askThoseMet, personOfEmail } from './expected.ts';
import { newUnitId } from './programme.ts';

const refusedShown = 5;
const unitsShown = 10;
const draftKind = 'people-list';

/** Shows how a list of people was read, with every refused row; nothing is saved before the press. */
export async function showPeopleList(turn: Turn, programme: Programme, read: PeopleRead): Promise<Answer> {
  const { language } = turn;
  const id = turn.newId();
  await turn.store.drafts.add({
    id,
    kind: draftKind,
    by: turn.by.id,
    programme: programme.id,
    at: turn.now().toString(),
    data: read.accepted,
  });
  const people = read.accepted.length;
  const units = [...new Map(read.accepted.map((p) => [sameName(p.unit), p.unit])).values()];
  const title = say(language, 'people.list-title', { people, units: units.length });
  const refused = read.refused.map(({ row, column, value, problem: what }) =>
    say(language, column === '' ? 'people.list-refused-row' : 'people.list-refused', {
      row,
      column,
      problem: say(language, `people.problem.${what}`, { value }),
    }),
  );
  return {
    show: 'private',
    card: fillCard(
      'people/list',
      {
        title,
        units: namesShown(units, language, unitsShown),
        refused: refused.slice(0, refusedShown).map((text) => ({ text })),
        more:
          refused.length > refusedShown
            ? say(language, 'people.list-refused-more', { count: refused.length - refusedShown })
            : '',
        actions: [
          ...(people > 0
            ? [
                button(
                  say(language, 'people.list-save', { people }),
                  'people.list-save',
                  { draft: id },
                  { style: 'positive' },
                ),
              ]
            : []),
          button(say(language, 'people.list-cancel'), 'people.list-cancel', { draft: id }),
        ],
      },
      { summary: title, language },
    ),
  };
}

async function own(turn: Turn, id: string) {
  const draft = await turn.store.drafts.get(id);
  const programme = draft?.programme ? await turn.store.programmes.get(draft.programme) : undefined;
  if (draft?.kind !== draftKind || draft.by !== turn.by.id || !programme || !mayLead(programme, turn.by.id))
    return undefined;
  return { draft, programme };
}

export const importPeoplePresses = [
  press({
    verb: 'people.list-save',
    values: z.object({ draft: z.string() }),
    async run(turn, values) {
      const { language, store } = turn;
      const found = await own(turn, values.draft);
      if (!found) return problem(say(language, 'people.list-expired'));
      const listed = z.array(listedPerson).parse(found.draft.data);
      const people = await peopleListed(turn, listed);
      await store.programmes.change(found.programme.id, (p) => {
        let next = withUnits(
          p,
          listed.map((row) => row.unit),
          (name) => unitId.parse(newUnitId(p, name)),
        );
        for (const row of listed) {
          const unit = findUnit(next, row.unit);
          const person = people.get(row.email);
          if (!unit || !person) continue;
          const before = row.roleLeftOut ? roleIn(next, unit.id, person.id) : null;
          next = assign(next, unit.id, person.id, before ?? row.role);
        }
        return { next, outcome: true };
      });
      await turn.audit('people.import', { programme: found.programme.id });
      await store.drafts.remove(values.draft);
      for (const person of people.values()) await askThoseMet(turn, person);
      return {
        show: 'replace',
        card: messageCard(language, say(language, 'people.list-saved', { people: listed.length })),
      };
    },
  }),
  press({
    verb: 'people.list-cancel',
    values: z.object({ draft: z.string() }),
    async run(turn, values) {
      if (await own(turn, values.draft)) await turn.store.drafts.remove(values.draft);
      return { show: 'replace', card: messageCard(turn.language, say(turn.language, 'people.list-cancelled')) };
    },
  }),
];

/** The people of a list, by e-mail; somebody may stand in it for several units. */
async function peopleListed(turn: Turn, listed: readonly ListedPerson[]): Promise<Map<string, Person>> {
  const rows = [...new Map(listed.map((row) => [row.email, row])).values()];
  return new Map(await Promise.all(rows.map(async (row) => [row.email, await personOfEmail(turn, row)] as const)));
}
