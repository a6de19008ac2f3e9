import { z } from 'zod';
import { press, type Turn } from '#chat/feature.ts';
import type { Answer } from '#chat/port.ts';
import { leadOnly } from '#people/actions/common.ts';
import type { Programme } from '#people/programme.ts';
import { mayLead } from '#people/roles.ts';
import { namesShown } from '#people/view.ts';
import { say } from '#words/say.ts';
import type { Plan } from '../../activity.ts';
import { changed, type Notice, type ToldUnit, toldCount, toldUpTo } from '../../revisions/notice.ts';
import { noticeOf } from '../../view-notice.ts';
import { button, messageCard, problem, todayIn } from '../common.ts';
import type { PlanWord } from '../plan-command.ts';
import { authorName } from './author.ts';
import { changesPage } from './changes-page.ts';
import { sendNotice } from './send-notice.ts';
import { makeNotice } from './tell-changes.ts';
import { tellingPart } from './telling-soon.ts';

/** Units that are named on a card; the others are counted. */
const namesOnCard = 12;

/** `plan seen`: which units have seen the newest changes, and which have not, for those who lead. */
export const seenWord: PlanWord = {
  words: ['seen', 'sett', 'sedd'],
  async run(turn, { programme, plan }) {
    if (!mayLead(programme, turn.by.id)) return leadOnly(turn, programme);
    return { show: 'private', card: await seenCard(turn, programme, plan) };
  },
};

/** The newest first. */
async function noticesOf(turn: Pick<Turn, 'store'>, programme: Programme): Promise<Notice[]> {
  const all = await turn.store.notices.all();
  return all.filter((one) => one.programme === programme.id).sort((a, b) => b.to - a.to);
}

async function seenCard(turn: Turn, programme: Programme, plan: Plan, id?: string, note?: string) {
  const { language } = turn;
  const notices = (await noticesOf(turn, programme)).filter(({ to }) => to <= toldUpTo(plan));
  const at = Math.max(0, id === undefined ? 0 : notices.findIndex((one) => one.id === id));
  const notice = notices[at];
  const soon = tellingPart(turn, programme, plan);
  const now = soon.actions.filter((one) => 'verb' in one && one.verb === 'plan.tell-now');
  if (!notice) {
    return messageCard(language, say(language, 'plan.seen.none'), { text: soon.text, actions: now });
  }
  const today = todayIn(turn, programme);
  const names = (units: readonly ToldUnit[]) =>
    namesShown(
      // One press is not everyone's.
      units.map((unit) => (unit.name === '' ? say(language, 'plan.seen.message-to-all') : unit.name)),
      language,
      namesOnCard,
    );
  const line = (key: 'seen' | 'open' | 'nobody' | 'reminded', units: readonly ToldUnit[]) =>
    units.length > 0 ? [{ text: say(language, `plan.seen.${key}`, { units: names(units) }) }] : [];
  const seen = notice.units.filter((unit) => unit.seen.length > 0);
  const open = notice.units.filter((unit) => unit.seen.length === 0);
  const reminded = open.filter((unit) => unit.reminded?.day === today);
  const toRemind = open.filter((unit) => unit.reminded?.day !== today);
  const { count } = toldCount(notice.units);
  const people = new Map<string, string>();
  for (const { number, by } of plan.revisions) {
    if (number > notice.from && number <= notice.to) people.set(by, await authorName(turn, by, language));
  }
  const ids = { programme: programme.id, notice: notice.id };
  const older = notices[at + 1];
  return changesPage(language, {
    ...(note === undefined ? {} : { note }),
    title:
      count > 0
        ? say(language, 'plan.seen.title', { seen: toldCount(seen).count, count })
        : say(language, 'plan.seen.title-all', { seen: seen.length }),
    of: noticeOf({ notice, plan, programme, names: people, language }),
    lines: [
      ...line(
        'open',
        toRemind.filter(({ came }) => came !== 'nobody'),
      ),
      ...line(
        'nobody',
        open.filter(({ came }) => came === 'nobody'),
      ),
      ...line(
        'reminded',
        reminded.filter(({ came }) => came !== 'nobody'),
      ),
      ...line('seen', seen),
    ],
    from: 0,
    more: () => button(say(language, 'plan.more'), 'plan.who-seen', ids),
    after: at === 0 ? soon.text : '',
    actions: [
      ...(toRemind.length > 0
        ? [
            button(
              toldCount(toRemind).common === 'yes'
                ? say(language, 'plan.seen.remind-all')
                : say(language, 'plan.seen.remind', { count: toRemind.length }),
              'plan.remind-unseen',
              ids,
            ),
          ]
        : []),
      ...(at === 0 ? now : []),
      ...(older ? [button(say(language, 'plan.seen.older'), 'plan.who-seen', { ...ids, notice: older.id })] : []),
    ],
  });
}

async function led(turn: Turn, id: string): Promise<{ programme: Programme; plan: Plan } | { answer: Answer }> {
  const programme = await turn.store.programmes.get(id);
  const plan = programme && (await turn.store.plans.get(id));
  if (!programme || !plan) return { answer: problem(say(turn.language, 'plan.row-gone')) };
  return mayLead(programme, turn.by.id) ? { programme, plan } : { answer: await leadOnly(turn, programme) };
}

/** Sends without keeping the person waiting: what is to be sent is saved, and the next heartbeat takes up what fails. */
function startSending(turn: Turn, programme: Programme, notice: Notice, again?: string): void {
  sendNotice(turn, programme, notice, { asked: true, ...(again === undefined ? {} : { again }) }).catch(
    (error: unknown) => turn.log.error({ err: error, notice: notice.id }, 'the changes of a plan were not told'),
  );
}

export const whoHasSeenPresses = [
  press({
    verb: 'plan.who-seen',
    values: z.object({ programme: z.string(), notice: z.string().optional() }),
    async run(turn, values) {
      const found = await led(turn, values.programme);
      if ('answer' in found) return found.answer;
      const card = await seenCard(turn, found.programme, found.plan, values.notice);
      return { show: values.notice === undefined ? 'private' : 'replace', card };
    },
  }),
  press({
    verb: 'plan.tell-now',
    values: z.object({ programme: z.string() }),
    async run(turn, values) {
      const { language } = turn;
      const found = await led(turn, values.programme);
      if ('answer' in found) return found.answer;
      const { programme, plan } = found;
      const made = await makeNotice(turn, programme, plan);
      if (made) {
        await turn.audit('plan.tell', { programme: programme.id, notice: made.id });
        startSending(turn, programme, made);
      }
      // Told already, by an earlier press or the clock: the answer is the same.
      const notice = made ?? (await noticesOf(turn, programme))[0];
      if (!notice) return { show: 'replace', card: messageCard(language, say(language, 'plan.tell.nothing')) };
      const title = say(language, 'plan.tell.done', toldCount(notice.units));
      const seen = button(say(language, 'plan.seen.button'), 'plan.who-seen', { programme: programme.id });
      return { show: 'replace', card: messageCard(language, title, { actions: [seen] }) };
    },
  }),
  press({
    verb: 'plan.remind-unseen',
    values: z.object({ programme: z.string(), notice: z.string() }),
    async run(turn, values) {
      const found = await led(turn, values.programme);
      if ('answer' in found) return found.answer;
      const { programme, plan } = found;
      const day = todayIn(turn, programme);
      // Once a day for each unit, however often the press arrives.
      const asked = await turn.store.notices.change(values.notice, (now) => {
        // The button names both: whoever leads one programme reminds nobody of another.
        if (now.programme !== programme.id) return { outcome: undefined };
        const open = now.units.flatMap((unit, at) =>
          unit.seen.length === 0 && unit.reminded?.day !== day ? [at] : [],
        );
        const next = changed(now, open, (unit) => ({ ...unit, reminded: { day } }));
        return next === now ? { outcome: undefined } : { next, outcome: next };
      });
      if (asked) {
        await turn.audit('plan.remind-unseen', { programme: programme.id, notice: values.notice });
        startSending(turn, programme, asked, day);
      }
      return { show: 'replace', card: await seenCard(turn, programme, plan, values.notice) };
    },
  }),
];
