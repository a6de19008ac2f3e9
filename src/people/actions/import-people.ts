import { z } from 'zod';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { say } from '#words/say.ts';
import { sameName } from '../find-unit.ts';
import type { Programme } from '../programme.ts';
import { listedPerson, type PeopleRead } from '../read-people.ts';
import { mayLead } from '../roles.ts';
import { namesShown } from '../view.ts';
import { button, messageCard, problem } from './common.ts';
import { askThoseMet } from './expected.ts';
import { savePeople } from './save-people.ts';

const refusedShown = 5;
const unitsShown = 10;
const draftKind = 'people-list';
/** What a list becomes when it is saved: how many rows it had. */
const savedKind = 'people-list-saved';

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

async function own(turn: Turn, id: string, kind: string) {
  const draft = await turn.store.drafts.get(id);
  const programme = draft?.programme ? await turn.store.programmes.get(draft.programme) : undefined;
  if (draft?.kind !== kind || draft.by !== turn.by.id || !programme || !mayLead(programme, turn.by.id))
    return undefined;
  return { draft, programme };
}

const saved = ({ language }: Turn, people: number): Answer => ({
  show: 'replace',
  card: messageCard(language, say(language, 'people.list-saved', { people })),
});

/** The answer to a press on a list that is no longer waiting: delivered twice (PLATFORMS T20), or not theirs, or too late. */
async function notWaiting(turn: Turn, id: string): Promise<Answer> {
  const kept = await own(turn, id, savedKind);
  return kept ? saved(turn, z.number().parse(kept.draft.data)) : problem(say(turn.language, 'people.list-expired'));
}

export const importPeoplePresses = [
  press({
    verb: 'people.list-save',
    values: z.object({ draft: z.string() }),
    async run(turn, values) {
      const { store } = turn;
      const found = await own(turn, values.draft, draftKind);
      if (!found) return notWaiting(turn, values.draft);
      const listed = z.array(listedPerson).parse(found.draft.data);
      const people = await savePeople(store, found.programme, listed);
      await turn.audit('people.import', { programme: found.programme.id });
      await store.drafts.change(values.draft, (draft) => ({
        next: { ...draft, kind: savedKind, data: listed.length },
        outcome: true,
      }));
      for (const person of people.values()) await askThoseMet(turn, person);
      return saved(turn, listed.length);
    },
  }),
  press({
    verb: 'people.list-cancel',
    values: z.object({ draft: z.string() }),
    async run(turn, values) {
      const { language, store } = turn;
      if (await own(turn, values.draft, draftKind)) await store.drafts.remove(values.draft);
      else if (await store.drafts.get(values.draft)) return notWaiting(turn, values.draft);
      return { show: 'replace', card: messageCard(language, say(language, 'people.list-cancelled')) };
    },
  }),
];
