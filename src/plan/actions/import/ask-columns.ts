import { z } from 'zod';
import { press } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { askedRoles } from '../../draft.ts';
import { problem } from '../common.ts';
import { columnQuestionsOf, columnsCard } from './columns-card.ts';
import { expired, ownDraft } from './own-draft.ts';
import { readAnew } from './read-anew.ts';

const named = z.object({ draft: z.string() });
const place = z.coerce.number().int().min(-1).optional();
const chosen = named.extend({ title: place, when: place, units: place });

export const askColumnsPresses = [
  press({
    verb: 'plan.ask-columns',
    values: named,
    async run(turn, { draft }) {
      const own = await ownDraft(turn, draft);
      return own ? { show: 'form', card: columnsCard(turn, draft, own) } : expired(turn);
    },
  }),
  press({
    verb: 'plan.read-columns',
    values: chosen,
    async run(turn, { draft: id, ...values }) {
      const { language } = turn;
      const own = await ownDraft(turn, id);
      if (!own) return expired(turn);
      const columns = { ...own.draft.answers.columns };
      for (const { role, columns: may, chosen: read } of columnQuestionsOf(turn, own).questions) {
        const answer = values[role] ?? read ?? -1;
        const isThere = may.some(({ index }) => index === answer);
        if (!isThere && role === 'title') return problem(say(language, 'import.question.title'), role);
        columns[role] = isThere ? answer : -1;
      }
      const taken = new Set<number>();
      for (const role of askedRoles) {
        const index = columns[role] ?? -1;
        if (index >= 0 && taken.has(index)) return problem(say(language, 'plan.columns.twice'), role);
        taken.add(index);
      }
      return readAnew(turn, id, own, { ...own.draft.answers, columns });
    },
  }),
];
