import { z } from 'zod';
import type { CardAction } from '#card/card.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { PersonId } from '#people/person.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan, Revision } from '../../activity.ts';
import { type TakenBack, takeBack, undoOf } from '../../revisions/take-back.ts';
import { standingAnew } from '../../unit-answers.ts';
import { activitySubject } from '../activity-subject.ts';
import { button, messageCard, problem, rowCard } from '../common.ts';
import { tellingSoon } from './telling-soon.ts';

/** "Angre" for what a revision did. @param act The act that made it. */
export const takeBackButton = (turn: Pick<Turn, 'language'>, programme: string, act: string): CardAction =>
  button(say(turn.language, 'plan.undo'), 'plan.take-back', { programme, act });

/**
 * Who may take a revision back: those who lead, and of a date that was given to a row, whoever gave it, since that needs no
 * lead either. Whoever led when they made a change, and does not any more, changes the plan no more.
 */
const mayTakeBack = (programme: Programme, { by, kind }: Revision, person: PersonId): boolean =>
  mayLead(programme, person) || (kind === 'date' && by === person && belongsTo(programme, person));

/** Takes back a change of the plan that was made in Klar. */
export const takeBackPresses = [
  press({
    verb: 'plan.take-back',
    values: z.object({ programme: z.string(), act: z.string() }),
    async run(turn, { programme: id, act }) {
      const { store, language, by } = turn;
      const programme = await store.programmes.get(id);
      const before = programme && (await store.plans.get(id));
      const revision = before?.revisions.find((r) => r.act === act);
      const done = { show: 'replace', card: messageCard(language, say(language, 'plan.taken-back')) } as const;
      if (!programme || !before) return problem(say(language, 'plan.row-gone'));
      // Taken back already, and the press was delivered twice.
      if (!revision) return done;
      if (!mayTakeBack(programme, revision, by.id)) return problem(say(language, 'plan.may-not-take-back'));

      const at = turn.now().toString();
      const came = await store.plans.change<TakenBack>(id, (plan) => {
        const taken = takeBack(plan, act, { by: by.id, at });
        if (taken.came !== 'taken-back') return { outcome: taken };
        const next = standingAnew(plan, taken.plan, programme);
        return { next, outcome: { ...taken, plan: next } };
      });
      if (came?.came === 'late') return problem(say(language, 'plan.take-back-late'));
      if (came?.came !== 'taken-back') return done;
      await turn.audit('plan.take-back', { programme: id, revision: String(revision.number) });
      const rows = touched(came.plan, revision.changes ?? []);
      for (const row of rows) turn.outbox.refresh(activitySubject(programme, row));
      // Where the units had been told, taking back is a revision of its own, and they are told of that, too.
      const soon =
        came.plan.revisions.at(-1)?.act === undoOf(act) ? tellingSoon(turn, programme, came.plan) : undefined;
      const told = soon ? say(language, 'plan.tell.undone', soon) : '';
      const [only] = rows;
      if (rows.length === 1 && only) {
        const note = [say(language, 'plan.taken-back'), told].filter((part) => part !== '').join(' ');
        return { show: 'replace', card: await rowCard(turn, programme, only, { note }) };
      }
      const [key, count] =
        rows.length === 0 ? (['out', revision.changes?.length ?? 0] as const) : (['rows', rows.length] as const);
      const all = button(say(language, 'plan.button.all'), 'plan.show', { programme: id, filter: 'ahead', from: '0' });
      const title = say(language, `plan.taken-back-${key}`, { count });
      return { show: 'replace', card: messageCard(language, title, { text: told, actions: [all] }) };
    },
  }),
];

const touched = (plan: Plan, changes: readonly { id: string }[]) => {
  const ids = new Set<string>(changes.map(({ id }) => id));
  return plan.activities.filter(({ id }) => ids.has(id));
};
