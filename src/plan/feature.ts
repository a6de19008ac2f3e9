import type { Awaiting, Feature } from '#chat/feature.ts';
import { say } from '#words/say.ts';
import { calendarCommand, calendarPresses } from './actions/calendar.ts';
import { calendarLinks } from './actions/calendar-feed.ts';
import { callForHelpAgain, callNow } from './actions/call-for-help.ts';
import { todayIn } from './actions/common.ts';
import { editRowPresses } from './actions/editing/edit-row.ts';
import { haltPresses } from './actions/editing/halt-row.ts';
import { movePresses } from './actions/editing/move-row.ts';
import { removeRowPresses } from './actions/editing/remove-row.ts';
import { rowHistoryPresses } from './actions/editing/row-history.ts';
import { setDatePresses } from './actions/editing/set-date.ts';
import { exportCommand, exportLinks } from './actions/export.ts';
import { askColumnsPresses } from './actions/import/ask-columns.ts';
import { askSheetPresses } from './actions/import/ask-sheet.ts';
import { askUnitsPresses } from './actions/import/ask-units.ts';
import { importPresses } from './actions/import/import-draft.ts';
import { importCommand, importFile } from './actions/import/import-file.ts';
import { importTextPresses, takePasted } from './actions/import/import-pasted.ts';
import { pictureLinks } from './actions/picture-file.ts';
import { planCommand } from './actions/plan-command.ts';
import { planHelpPresses } from './actions/plan-help.ts';
import { awaitingNotices } from './actions/revisions/awaiting-notices.ts';
import { changesPresses } from './actions/revisions/changes.ts';
import { noticeCard, noticeSight, readNoticeSubject } from './actions/revisions/notice-card.ts';
import { restorePresses } from './actions/revisions/restore.ts';
import { revisionsPresses } from './actions/revisions/revisions.ts';
import { seenPresses } from './actions/revisions/seen.ts';
import { takeBackPresses } from './actions/revisions/take-back.ts';
import { liveNotices, nextTelling, tellChanges } from './actions/revisions/tell-changes.ts';
import { whoHasSeenPresses } from './actions/revisions/who-has-seen.ts';
import { setStatePresses } from './actions/set-state.ts';
import { picturePresses } from './actions/show-picture.ts';
import { showPlanPresses } from './actions/show-plan.ts';
import { waitsPresses } from './actions/show-waits.ts';
import { chooseRows, isHeld, ownPart } from './asking/choose-rows.ts';
import { distanceText } from './view.ts';

/** How far ahead an activity asks its unit how it is going, days. */
const asksDaysAhead = 7;

/** The plan: brought in from a file, shown, and told how it is going. */
export const planFeature: Feature = {
  commands: [planCommand, importCommand, exportCommand, calendarCommand],
  presses: [
    ...showPlanPresses,
    ...planHelpPresses,
    ...editRowPresses,
    ...movePresses,
    ...haltPresses,
    ...waitsPresses,
    ...removeRowPresses,
    ...rowHistoryPresses,
    ...picturePresses,
    ...importPresses,
    ...importTextPresses,
    ...askColumnsPresses,
    ...askSheetPresses,
    ...askUnitsPresses,
    ...setStatePresses,
    ...setDatePresses,
    ...takeBackPresses,
    ...changesPresses,
    ...revisionsPresses,
    ...restorePresses,
    ...seenPresses,
    ...whoHasSeenPresses,
    ...calendarPresses,
  ],
  links: { ...exportLinks, ...calendarLinks, ...pictureLinks },
  file: (turn, files) => importFile(turn, files),
  lines: takePasted,
  subjects: {
    async notice(world, id, language) {
      const { notice, units, again } = readNoticeSubject(id);
      const sight = await noticeSight(world, notice, units, language);
      return sight && noticeCard(sight, { again });
    },
    help: callNow,
  },
  async beat(world) {
    await callForHelpAgain(world);
    await tellChanges(world);
  },
  live: liveNotices,
  nextAt: async (world) => (await nextTelling(world)).sort()[0],

  /** What the person's units have before them in the next days or behind them undone. */
  async awaiting(world, person) {
    const found: Awaiting[] = [];
    for (const programme of await world.store.programmes.all()) {
      const plan = await world.store.plans.get(programme.id);
      if (!plan) continue;
      const today = todayIn(world, programme);
      const until = Temporal.PlainDate.from(today).add({ days: asksDaysAhead }).toString();
      for (const activity of chooseRows(plan.activities, { by: 'mine' }, { programme, person: person.id, today })) {
        const { start, end } = activity.when;
        const { state } = ownPart(activity, programme, person.id);
        if (start === null || start > until || state === 'underway' || activity.halted) continue;
        if (isHeld(activity) && end !== null && end < today) continue;
        found.push({
          title: say(person.language, 'plan.awaiting', { title: activity.title }),
          when: distanceText(activity, today, person.language),
          due: start,
          open: {
            title: say(person.language, 'plan.open'),
            verb: 'plan.row',
            data: { programme: programme.id, activity: activity.id },
          },
        });
      }
    }
    return [...found, ...(await awaitingNotices(world, person))];
  },
};
