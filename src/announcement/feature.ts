import { z } from 'zod';
import type { Language } from '#calendar/when.ts';
import { type Feature, press, type World } from '#chat/feature.ts';
import { acknowledge, show } from './actions/acknowledge.ts';
import { approve, askDecline, decline, showApproval } from './actions/approve.ts';
import { awaiting } from './actions/awaiting.ts';
import { live, nextAt, sendDue } from './actions/beat.ts';
import { approvalCard } from './actions/before.ts';
import { receiverCard } from './actions/cards.ts';
import { announceCommand, undoLimit } from './actions/command.ts';
import { askCorrect, correct } from './actions/correct.ts';
import { cancel, discard, edit, preview, toMe } from './actions/draft.ts';
import { open, startNew } from './actions/list.ts';
import { find } from './actions/load.ts';
import { reportCard } from './actions/report.ts';
import { askRemind, file, missing, remind, report, reportLinks } from './actions/report-presses.ts';
import { sendPressed } from './actions/send.ts';
import { askWithdraw, withdraw } from './actions/withdraw.ts';
import { keyOf } from './announcement.ts';

const announcement = z.string().min(1);
const one = z.object({ announcement });
const asked = z.object({ announcement, asked: z.string().min(1) });
const text = z.string().default('');
const many = z.coerce.number().int().min(0);

/** One receiver's card, or the one that came to them as a reminder: `ANNOUNCEMENT/RECEIVER[/reminder]`. */
async function drawReceiver(world: World, subject: string, language: Language) {
  const [id = '', key = '', way = ''] = subject.split('/');
  const found = await find(world, id);
  const receiver = found?.announcement.receivers?.find((each) => keyOf(each) === key);
  return found && receiver && receiverCard(world, found, receiver, { language, isReminder: way === 'reminder' });
}

/** Announcements: a message to chosen people, who say that they have seen it. */
export const announcementFeature: Feature = {
  commands: [announceCommand],
  presses: [
    press({ verb: 'announcement.new', values: z.object({}), run: startNew }),
    press({
      verb: 'announcement.preview',
      values: z.object({
        announcement,
        title: text,
        text,
        to: text,
        units: text,
        roles: text,
        asks: text,
        when: text,
        day: text,
        time: text,
        ways: text,
      }),
      run: preview,
    }),
    press({ verb: 'announcement.cancel', values: one, run: cancel }),
    press({ verb: 'announcement.edit', values: one, run: edit }),
    press({ verb: 'announcement.discard', values: one, run: discard }),
    press({ verb: 'announcement.to-me', values: one, run: toMe }),
    press({ verb: 'announcement.send', values: z.object({ announcement, count: many }), run: sendPressed }),
    press({ verb: 'announcement.approval', values: asked, run: showApproval }),
    press({ verb: 'announcement.approve', values: asked, run: approve }),
    press({ verb: 'announcement.ask-decline', values: asked, run: askDecline }),
    press({ verb: 'announcement.decline', values: asked.extend({ why: text }), run: decline }),
    press({ verb: 'announcement.acknowledge', values: one, run: (turn, values) => acknowledge(turn, values) }),
    press({
      verb: 'announcement.take-back',
      values: one,
      run: (turn, values) => acknowledge(turn, values, { takesBack: true }),
    }),
    press({ verb: 'announcement.show', values: one.extend({ way: text }), run: show }),
    press({ verb: 'announcement.open', values: one, run: open }),
    press({ verb: 'announcement.report', values: z.object({ announcement, all: text }), run: report }),
    press({ verb: 'announcement.missing', values: z.object({ announcement, page: many.default(0) }), run: missing }),
    press({ verb: 'announcement.ask-remind', values: one, run: askRemind }),
    press({ verb: 'announcement.remind', values: one, run: remind }),
    press({ verb: 'announcement.file', values: one, run: file }),
    press({ verb: 'announcement.ask-correct', values: one, run: askCorrect }),
    press({ verb: 'announcement.correct', values: z.object({ announcement, title: text, text }), run: correct }),
    press({ verb: 'announcement.ask-withdraw', values: one, run: askWithdraw }),
    press({ verb: 'announcement.withdraw', values: one, run: withdraw }),
    press({
      verb: 'announcement.undo-limit',
      values: z.object({
        programme: z.string().min(1),
        count: z.union([z.literal('').transform(() => undefined), many.max(1000)]),
      }),
      run: undoLimit,
    }),
  ],
  subjects: {
    announcement: drawReceiver,
    async 'announcement-report'(world, id, language) {
      const found = await find(world, id);
      return found && reportCard(world, found, { language });
    },
    async 'announcement-approval'(world, subject, language) {
      const at = subject.indexOf('/');
      const found = await find(world, subject.slice(0, at));
      return found && approvalCard(world, found, { askedAt: subject.slice(at + 1), language });
    },
  },
  links: reportLinks,
  awaiting,
  beat: sendDue,
  live,
  nextAt,
};
