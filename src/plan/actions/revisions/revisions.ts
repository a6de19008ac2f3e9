import { z } from 'zod';
import type { Card } from '#card/card.ts';
import { fillCard } from '#card/fill.ts';
import { press, type Turn } from '#chat/feature.ts';
import type { Programme } from '#people/programme.ts';
import { belongsTo, mayLead } from '#people/roles.ts';
import { say } from '#words/say.ts';
import type { Plan, Revision } from '../../activity.ts';
import { activitiesAt } from '../../revisions/as-it-stood.ts';
import { rowInFile } from '../../view.ts';
import { countsText } from '../../view-changes.ts';
import { changesOf, revisionLine, revisionText, savedAt } from '../../view-revisions.ts';
import { button, noPlanCard, problem, todayIn } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { lineOf } from './changes.ts';
import { changesPage } from './changes-page.ts';
import { tellingOf } from './revisions-telling.ts';

/** Revisions on a card (CARDS rule 8), and rows of an earlier plan on a page. */
const revisionsShown = 5;
const rowsShown = 10;

/** `plan revisions`, `plan revision N`: the revisions, newest first, or what one of them changed. */
export const revisionsWord: PlanWord = {
  words: ['revisions', 'revision', 'revisjoner', 'revisjonar', 'revisjon', 'revisioner'],
  // A plan whose last row was taken out has its revisions all the same.
  startsPlan: true,
  async run(turn, { programme, plan }, { rest }) {
    if (plan.revision === 0) return { show: 'private', card: noPlanCard(turn, programme) };
    const asked = rest.trim();
    if (asked === '') return { show: 'private', card: await revisionsCard(turn, programme, plan, 0) };
    const revision = plan.revisions.find(({ number }) => String(number) === asked);
    if (!revision) return problem(say(turn.language, 'plan.changes.unknown-revision', { last: plan.revision }));
    return { show: 'private', card: await revisionCard(turn, programme, plan, revision, 0) };
  },
};

async function revisionsCard(turn: Turn, programme: Programme, plan: Plan, from: number): Promise<Card> {
  const { language } = turn;
  const telling = await tellingOf(turn, programme, plan);
  const newest = plan.revisions.toReversed();
  const first = from < newest.length ? from : 0;
  const to = Math.min(first + revisionsShown, newest.length);
  const title = say(language, 'plan.revisions.title', { count: newest.length });
  const ids = { programme: programme.id };
  return fillCard(
    'plan/rows',
    {
      title,
      empty: '',
      rows: newest.slice(first, to).map((revision) => ({
        ...revisionLine(plan, revision, telling),
        actions: [
          button(say(language, 'plan.revision.show'), 'plan.revision', {
            ...ids,
            number: String(revision.number),
            from: '0',
          }),
        ],
      })),
      position:
        newest.length > revisionsShown
          ? say(language, 'plan.position', { from: first + 1, to, count: newest.length })
          : '',
      actions:
        to < newest.length ? [button(say(language, 'plan.more'), 'plan.revisions', { ...ids, from: String(to) })] : [],
    },
    { summary: title, language },
  );
}

/** What one revision changed, with the ways to the plan as it then was. */
async function revisionCard(
  turn: Turn,
  programme: Programme,
  plan: Plan,
  revision: Revision,
  from: number,
): Promise<Card> {
  const { language, by } = turn;
  const telling = await tellingOf(turn, programme, plan);
  const { number, reason, rows } = revision;
  const changes = changesOf(plan, revision) ?? [];
  const ids = { programme: programme.id, number: String(number) };
  const isKept = activitiesAt(plan, number) !== undefined;
  const isNow = number === plan.revision;
  const rowsText = say(language, 'plan.rows', { count: rows });
  const nothing =
    number === 1 ? say(language, 'plan.revision.first', { rows: rowsText }) : say(language, 'plan.revision.no-changes');
  return changesPage(language, {
    title: say(language, 'plan.revision.title', { number, what: revisionText(revision, telling) }),
    of: [
      isNow ? `${savedAt(revision, telling)} · ${say(language, 'plan.revision.now')}` : savedAt(revision, telling),
      reason ? say(language, 'plan.change.reason', { reason }) : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
    counts: countsText(changes, language) || nothing,
    // The reason stands above: on each line it would be said again and again.
    lines: changes.map(({ reason: _, ...change }) => lineOf(change, turn, telling.today)),
    from,
    more: (next) => button(say(language, 'plan.more'), 'plan.revision', { ...ids, from: next }),
    actions: [
      ...(isKept ? [button(say(language, 'plan.revision.as-of'), 'plan.as-of', { ...ids, from: '0' })] : []),
      ...(isKept && !isNow && mayLead(programme, by.id)
        ? [button(say(language, 'plan.restore.ask'), 'plan.ask-restore', ids)]
        : []),
      button(say(language, 'plan.revisions.button'), 'plan.revisions', { programme: programme.id, from: '0' }),
    ],
  });
}

/** The rows of the plan as they stood after a revision, ten at a time. */
function asOfCard(turn: Turn, programme: Programme, plan: Plan, number: number, from: number): Card | undefined {
  const { language } = turn;
  const rows = activitiesAt(plan, number);
  if (!rows) return undefined;
  const today = todayIn(turn, programme);
  const first = from < rows.length ? from : 0;
  const to = Math.min(first + rowsShown, rows.length);
  const about = { revision: number, from: Math.min(first + 1, rows.length), to, count: rows.length };
  const title = say(language, 'plan.revision.as-of-title', about);
  const ids = { programme: programme.id, number: String(number) };
  return fillCard(
    'plan/page',
    {
      title,
      lines: rows.slice(first, to).map((row) => rowInFile(row, today, language)),
      actions: [
        ...(to < rows.length ? [button(say(language, 'plan.more'), 'plan.as-of', { ...ids, from: String(to) })] : []),
        button(say(language, 'plan.back'), 'plan.revision', { ...ids, from: '0' }),
      ],
    },
    { summary: title, language },
  );
}

/** The programme and its plan, for whoever may read them. */
async function readable(turn: Turn, id: string): Promise<{ programme: Programme; plan: Plan } | undefined> {
  const programme = await turn.store.programmes.get(id);
  const plan = programme && (await turn.store.plans.get(id));
  const mayRead = programme && (belongsTo(programme, turn.by.id) || turn.programme?.id === programme.id);
  return plan && mayRead ? { programme, plan } : undefined;
}

const line = z.coerce.number().int().min(0);
const number = z.coerce.number().int().min(1);

export const revisionsPresses = [
  press({
    verb: 'plan.revisions',
    values: z.object({ programme: z.string(), from: line }),
    async run(turn, { programme: id, from }) {
      const found = await readable(turn, id);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      return { show: 'replace', card: await revisionsCard(turn, found.programme, found.plan, from) };
    },
  }),
  press({
    verb: 'plan.revision',
    values: z.object({ programme: z.string(), number, from: line }),
    async run(turn, { programme: id, number: asked, from }) {
      const found = await readable(turn, id);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      const { programme, plan } = found;
      const revision = plan.revisions.find((r) => r.number === asked);
      if (!revision) return problem(say(turn.language, 'plan.changes.unknown-revision', { last: plan.revision }));
      return { show: 'replace', card: await revisionCard(turn, programme, plan, revision, from) };
    },
  }),
  press({
    verb: 'plan.as-of',
    values: z.object({ programme: z.string(), number, from: line }),
    async run(turn, { programme: id, number: asked, from }) {
      const found = await readable(turn, id);
      if (!found) return problem(say(turn.language, 'chat.unknown-press'));
      const card = asOfCard(turn, found.programme, found.plan, asked, from);
      return card ? { show: 'replace', card } : problem(say(turn.language, 'plan.changes.not-kept'));
    },
  }),
];
