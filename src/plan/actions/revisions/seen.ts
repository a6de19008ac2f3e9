import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { belongsTo } from '#people/roles.ts';
import { say } from '#words/say.ts';
import { changesFor, markSeen, maySee, type Notice, unmarkSeen } from '../../revisions/notice.ts';
import { changeLine } from '../../view-changes.ts';
import { noticeOf, noticeTitle, unitName } from '../../view-notice.ts';
import { button, problem } from '../common.ts';
import { mayRead } from '../editing/led-row.ts';
import { changesPage } from './changes-page.ts';
import { noticeCard, noticeSight, noticeSubject, readUnits, unitsText } from './notice-card.ts';

const named = { notice: z.string(), units: z.string(), again: z.enum(['yes', '']).default('') };
type Named = { notice: string; units: string; again: 'yes' | '' };
const gone = (turn: Turn): Answer => problem(say(turn.language, 'plan.notice.gone'));

/** The message as it now stands, for the person who acts. */
async function ownVersion(turn: Turn, values: Named): Promise<Answer> {
  const sight = await noticeSight(turn, values.notice, values.units, turn.language);
  if (!sight) return gone(turn);
  return {
    show: 'replace',
    shared: true,
    card: noticeCard(sight, { reader: turn.by.id, again: values.again === 'yes' }),
  };
}

/** Carries out a change of who has seen a message, for those of its units that it may be said for. */
async function change(
  turn: Turn,
  values: Named,
  what: string,
  units: (notice: Notice) => readonly number[],
  decide: (notice: Notice, units: readonly number[]) => Notice,
): Promise<Answer> {
  const isNew = await turn.store.notices.change(values.notice, (now) => {
    const next = decide(now, units(now));
    return next === now ? { outcome: false } : { next, outcome: true };
  });
  // The same press delivered twice finds nothing to change, and leaves no second line in the log.
  if (isNew) {
    await turn.audit(what, { notice: values.notice, units: values.units });
    turn.outbox.refresh(noticeSubject({ id: values.notice }));
  }
  return ownVersion(turn, values);
}

/** What units do with the message that tells them of changes. */
export const seenPresses = [
  press({
    verb: 'plan.see',
    values: z.object(named),
    async run(turn, values) {
      const { by, language } = turn;
      const sight = await noticeSight(turn, values.notice, values.units, language);
      if (!sight) return gone(turn);
      const { programme, notice, units } = sight;
      const own = units.filter((at) => {
        const unit = notice.units[at];
        return unit !== undefined && maySee(programme, unit, by.id);
      });
      const [first] = units.flatMap((at) => notice.units[at] ?? []);
      if (own.length === 0) {
        const unit = first && first.name !== '' ? first.name : programme.name;
        return problem(say(language, 'plan.notice.may-not', { unit }));
      }
      const at = turn.now().toString();
      return change(
        turn,
        values,
        'plan.seen',
        () => own,
        (now, which) => markSeen(now, which, by.id, at),
      );
    },
  }),
  press({
    verb: 'plan.unsee',
    values: z.object(named),
    async run(turn, values) {
      const { by, language } = turn;
      const sight = await noticeSight(turn, values.notice, values.units, language);
      if (!sight || !mayRead(turn, sight.programme)) return gone(turn);
      const seen = sight.units.flatMap((at) => sight.notice.units[at]?.seen ?? []);
      if (seen.length > 0 && !seen.some((one) => one.by === by.id)) {
        return problem(say(language, 'plan.notice.not-yours'));
      }
      return change(
        turn,
        values,
        'plan.seen-undo',
        (now) => readUnits(values.units, now),
        (now, which) => unmarkSeen(now, which, by.id),
      );
    },
  }),
  // Each reader's own version of the message that everyone there sees.
  press({
    verb: 'plan.notice',
    values: z.object(named),
    async run(turn, values) {
      const sight = await noticeSight(turn, values.notice, values.units, turn.language);
      if (!sight || !mayRead(turn, sight.programme)) return gone(turn);
      return { show: 'replace', card: noticeCard(sight, { reader: turn.by.id, again: values.again === 'yes' }) };
    },
  }),
  // The same, for somebody who comes from the list of what awaits them.
  press({
    verb: 'plan.notice-open',
    values: z.object(named),
    async run(turn, values) {
      const sight = await noticeSight(turn, values.notice, values.units, turn.language);
      if (!sight || !belongsTo(sight.programme, turn.by.id)) return gone(turn);
      return { show: 'private', card: noticeCard(sight, { reader: turn.by.id }) };
    },
  }),
  // All that changed for the units of a message, five at a time, for the person alone.
  press({
    verb: 'plan.notice-all',
    values: z.object({ ...named, from: z.coerce.number().int().min(0) }),
    async run(turn, { from, ...values }) {
      const { language } = turn;
      const sight = await noticeSight(turn, values.notice, values.units, language);
      if (!sight || !mayRead(turn, sight.programme)) return gone(turn);
      const { notice, programme, units, told: today } = sight;
      const lines = units.flatMap((at) => {
        const unit = notice.units[at];
        if (!unit) return [];
        return changesFor(sight.changes, programme, unit).map((one) => ({
          text: changeLine(one, { language, today }),
          ...(units.length > 1 ? { units: unitName(unit, language) } : {}),
        }));
      });
      const data = { notice: notice.id, units: unitsText(units), again: values.again };
      const card = changesPage(language, {
        title: noticeTitle(sight),
        of: noticeOf(sight),
        lines,
        from,
        more: (next) => button(say(language, 'plan.more'), 'plan.notice-all', { ...data, from: next }),
        actions: [button(say(language, 'plan.back'), 'plan.notice', data)],
      });
      return { show: from === 0 ? 'private' : 'replace', card };
    },
  }),
];
