import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#calendar/when.ts';
import { announcementSentences } from './announcement.ts';
import { announcementApprovalSentences } from './announcement-approval.ts';
import { announcementFormSentences } from './announcement-form.ts';
import { announcementPreviewSentences } from './announcement-preview.ts';
import { announcementReportSentences } from './announcement-report.ts';
import { chatSentences } from './chat.ts';
import { checklistSentences } from './checklist.ts';
import { checklistAnsweringSentences } from './checklist-answering.ts';
import { checklistBoardSentences } from './checklist-board.ts';
import { checklistGivingSentences } from './checklist-giving.ts';
import { checklistHistorySentences } from './checklist-history.ts';
import { importSentences } from './import-problems.ts';
import { linksSentences } from './links.ts';
import { operatorSentences } from './operator.ts';
import { peopleSentences } from './people.ts';
import { peopleListsSentences } from './people-lists.ts';
import { peopleLostSentences } from './people-lost.ts';
import { peopleSettingsSentences } from './people-settings.ts';
import { planSentences } from './plan.ts';
import { planAskingSentences } from './plan-asking.ts';
import { planChangesSentences } from './plan-changes.ts';
import { planDependenciesSentences } from './plan-dependencies.ts';
import { planEditSentences } from './plan-edit.ts';
import { planExportSentences } from './plan-export.ts';
import { planFilesSentences } from './plan-files.ts';
import { planGuideSentences } from './plan-guide.ts';
import { planImportSentences } from './plan-import.ts';
import { planMovesSentences } from './plan-moves.ts';
import { planNoticesSentences } from './plan-notices.ts';
import { planPictureSentences } from './plan-picture.ts';
import { planRevisionsSentences } from './plan-revisions.ts';
import { planRowSentences } from './plan-row.ts';
import { pollSentences } from './poll.ts';
import { pollMakingSentences } from './poll-making.ts';
import { rehearsalSentences } from './rehearsal.ts';
import { reminderSentences } from './reminder.ts';
import { reminderComingSentences } from './reminder-coming.ts';
import { reminderEscalationSentences } from './reminder-escalation.ts';
import { reminderMoreSentences } from './reminder-more.ts';
import { reminderRulesSentences } from './reminder-rules.ts';
import { reminderRulesFormSentences } from './reminder-rules-form.ts';
import { reminderSendingSentences } from './reminder-sending.ts';
import { reminderSilentSentences } from './reminder-silent.ts';
import { slackSentences } from './slack.ts';
import { teamsSentences } from './teams.ts';

/** One sentence in every language that Klar speaks, as ICU messages. Readers of nn get nb until theirs are written. */
export type Sentence = { readonly nb: string; readonly sv: string; readonly en: string };

export const sentences = {
  ...announcementSentences,
  ...announcementFormSentences,
  ...announcementPreviewSentences,
  ...announcementApprovalSentences,
  ...announcementReportSentences,
  ...chatSentences,
  ...checklistSentences,
  ...checklistAnsweringSentences,
  ...checklistHistorySentences,
  ...importSentences,
  ...linksSentences,
  ...operatorSentences,
  ...peopleSentences,
  ...planChangesSentences,
  ...planNoticesSentences,
  ...planGuideSentences,
  ...planRowSentences,
  ...planAskingSentences,
  ...planFilesSentences,
  ...checklistGivingSentences,
  ...checklistBoardSentences,
  ...pollMakingSentences,
  ...peopleListsSentences,
  ...peopleLostSentences,
  ...peopleSettingsSentences,
  ...planSentences,
  ...planExportSentences,
  ...planEditSentences,
  ...planImportSentences,
  ...planMovesSentences,
  ...planDependenciesSentences,
  ...planRevisionsSentences,
  ...planPictureSentences,
  ...pollSentences,
  ...rehearsalSentences,
  ...reminderSentences,
  ...reminderSendingSentences,
  ...reminderRulesSentences,
  ...reminderRulesFormSentences,
  ...reminderMoreSentences,
  ...reminderComingSentences,
  ...reminderEscalationSentences,
  ...reminderSilentSentences,
  ...slackSentences,
  ...teamsSentences,
} as const satisfies Record<string, Sentence>;

export type SentenceKey = keyof typeof sentences;
export type Params = Record<string, string | number | boolean>;

/** The language in which Klar answers someone: their own, or the nearest that has sentences. */
export const spoken = (language: Language): 'nb' | 'sv' | 'en' => (language === 'nn' ? 'nb' : language);

const formats = new Map<string, IntlMessageFormat>();

/**
 * A sentence in the reader's language, with its blanks filled. The result is plain text: surfaces escape it.
 * @example say('nb', 'poll.answered-count', { count: 23 })
 * @throws When a blank of the message is not given: a bug that the tests of each view find.
 */
export function say(language: Language, key: SentenceKey, params: Params = {}): string {
  const tongue = spoken(language);
  const id = `${tongue} ${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(sentences[key][tongue], tongue, undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format(params));
}
